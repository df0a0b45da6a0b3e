/* A file is fetched as the page says it, not as it said it: who writes a word and presses a button at once leaves the
   word's input by that press, so the form is sent after the page has taken the word over. */
(() => {
  if (window.equalPartsLabel) return;
  window.equalPartsLabel = true;

  const forms = () => [...document.querySelectorAll(".ep-files form")];
  const busy = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "running";

  document.addEventListener("submit", (event) => {
    const named = (form) => form.getAttribute("action") + form.querySelector("button").textContent;
    const form = event.target;
    if (!form.matches?.(".ep-files form")) return;
    event.preventDefault();
    const name = named(form);
    let rested = 0;
    const wait = setInterval(() => {
      rested = busy() ? 0 : rested + 1;
      if (rested < 4) return;
      clearInterval(wait);
      window.equalPartsFetched = Date.now();
      forms().find((each) => named(each) === name)?.submit();
    }, 60);
  }, true);
})();
