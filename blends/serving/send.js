const $ = (id) => document.getElementById(id), link = document.querySelector('link[rel=canonical]').href;
if (navigator.share) {
  $('send').hidden = false;
  $('send').onclick = () => navigator.share({ title: document.title, text: document.querySelector('meta[name=description]').content, url: link }).catch(() => {});
}
if (navigator.clipboard) {
  $('copy').hidden = false;
  $('copy').onclick = () => navigator.clipboard.writeText(link).then(() => { $('copy').textContent = 'Copied'; });
}
