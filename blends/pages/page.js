/* What a page of Streamlit cannot do by itself: ask before what is not saved is left, lead to a place without a step for Back, make one step of choices in
   quick succession, say a change once, and keep the focus where a pressed button is gone. Nothing a visitor wrote
   comes here. */
(() => {
  if (window.equalParts) return;
  window.equalParts = true;

  // One step for Back per settled choice: an address that follows the last within a second takes its place.
  const SETTLED = 900; // ms
  const step = history.pushState.bind(history);
  let written = -Infinity;
  history.pushState = (kept, title, to) => {
    const now = performance.now();
    const joins = now - written < SETTLED && new URL(to, location.href).pathname === location.pathname;
    written = now;
    joins ? history.replaceState(kept, title, to) : step(kept, title, to);
  };
  addEventListener("popstate", () => { written = -Infinity; }); // what follows Back never overwrites where it led

  const voice = document.createElement("div");
  voice.setAttribute("role", "status");
  voice.className = "ep-unseen";
  document.body.append(voice);

  // What a book that is a file holds and its file does not would be lost: the browser asks. Said where the book is seen.
  let unsaved = false;
  const remember = () => {
    const mark = document.querySelector("[data-ep-unsaved]");
    if (mark) unsaved = mark.dataset.epUnsaved === "yes";
  };
  window.equalPartsFetched = 0;  // a form that fetches a file leaves no page; label.js sends some of them later
  addEventListener("submit", () => { window.equalPartsFetched = Date.now(); }, true);
  addEventListener("beforeunload", (event) => {
    const fetching = Date.now() - window.equalPartsFetched < 2000;
    if (!fetching && (unsaved || document.querySelector("[data-ep-typed]"))) event.preventDefault();
  });

  let said = "", last = null, place = null, timer = 0, tapped = false;

  const lead = (to, smooth) => {
    to.scrollIntoView({ behavior: smooth ? "smooth" : "auto", block: "start" });
    (to.hasAttribute("tabindex") ? to : to.querySelector("button, input"))?.focus({ preventScroll: true });
  };

  const now = () => document.querySelector("[data-ep-say]")?.dataset.epSay ?? "";

  const settle = () => {
    const words = now();
    if (words && words !== said) {
      if (said) voice.textContent = words;
      said = words;
    }
    const lost = last && !last.isConnected && (!document.activeElement || document.activeElement === document.body);
    const oil = tapped && document.querySelector(".ep-oil-view");
    if (oil) lead(oil, false);
    tapped = false;
    if (lost) {
      const near = place?.isConnected && place.querySelector("button, input, a[href], [tabindex]");
      (near || document.querySelector("[data-ep-focus]"))?.focus({ preventScroll: true });
      last = null;
    }
  };

  new MutationObserver(() => {
    // Streamlit names its dropzone and says at once that it is nothing: readers disagree on what that means.
    document.querySelectorAll("[data-testid=stFileUploaderDropzone][role]").forEach((zone) => zone.removeAttribute("role"));
    remember();
    soon();
    said ||= now(); // what stands at first is no change, however soon something is pressed
    clearTimeout(timer);
    timer = setTimeout(settle, 250);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });

  settle();

  // The bar at the foot of a phone leads to the recipe: where the recipe is read, it steps aside and hides no step of it.
  let asked = 0;
  const aside = () => {
    const { top = innerHeight, bottom = 0 } = document.querySelector(".ep-answer:not(.ep-no-recipe)")?.closest("[class*=st-key-recipe]").getBoundingClientRect() ?? {};
    document.body.classList.toggle("ep-reading", top < 0.7 * innerHeight && bottom > innerHeight / 2);
    asked = 0;
  };
  const soon = () => { asked ||= requestAnimationFrame(aside); };
  document.addEventListener("scroll", soon, { passive: true, capture: true });
  addEventListener("resize", soon);

  document.addEventListener("focusin", ({ target }) => {
    last = target;
    place = target.closest("[class*=st-key-]");
    while (place && place.contains(target) && place.querySelectorAll("button, input, a[href]").length < 2) {
      place = place.parentElement?.closest("[class*=st-key-]");
    }
  });

  // A box opens below its button, only as high as the window is there: the button makes room for it first.
  document.addEventListener("click", ({ target }) => {
    const opens = target.closest?.(".st-key-book_save [data-testid=stPopoverButton]");
    if (opens && opens.getBoundingClientRect().bottom > innerHeight / 2) opens.scrollIntoView({ block: "center" });
  }, true);

  document.addEventListener("click", (event) => {
    // On a phone the list is long: the oil that was tapped is what one wants to see.
    if (innerWidth <= 640 && event.target.closest?.(".st-key-groups [data-testid=stButtonGroup] button")) {
      tapped = !event.target.closest(".st-key-wanted");
    }
    const link = event.target.closest?.("a[data-ep-goto]");
    const to = link && document.querySelector(link.dataset.epGoto || link.hash);
    if (!to) return;
    event.preventDefault();
    lead(to, !matchMedia("(prefers-reduced-motion: reduce)").matches);
  });
})();
