// One language at a time, or both: a switch above the texts, remembered for the page.

const NARROW = matchMedia("(max-width: 50rem)");
const BOTH = "both";
const place = `diptych:view:${location.pathname}`;

const buttons = () => [...document.querySelectorAll(".views [data-view]")];
const cells = () =>
  [...document.querySelectorAll("fieldset.languages .form-multiline > div")]
    .map((cell) => ({ cell, language: cell.querySelector("[lang]:not(.ProseMirror *)")?.lang }))
    .filter(({ language }) => language);

/** Return the code of the one language in view, or "both". */
export const inView = () => document.querySelector(".views [aria-pressed=true]")?.dataset.view ?? BOTH;

/** Put one language, or "both", into view. */
export function show(view) {
  for (const button of buttons()) button.setAttribute("aria-pressed", button.dataset.view === view);
  for (const { cell, language } of cells()) cell.hidden = view !== BOTH && language !== view;
  document.dispatchEvent(new CustomEvent("diptych:view", { detail: { view } }));
}

/** Put a language into view beside or instead of what is. */
export function reveal(language) {
  if (![BOTH, language].includes(inView())) choose(language);
}

/** Go on to the next language, then to both. */
export function next() {
  const views = buttons().map((button) => button.dataset.view);
  choose(views[(views.indexOf(inView()) + 1) % views.length]);
}

function choose(view) {
  try {
    sessionStorage.setItem(place, view);
  } catch {
    // A browser that keeps nothing: the switch works, and is forgotten.
  }
  show(view);
}

function remembered() {
  try {
    const view = sessionStorage.getItem(place);
    return buttons().some((button) => button.dataset.view === view) ? view : null;
  } catch {
    return null;
  }
}

/** Start the switch: what was chosen on this page, else both, or where there is no room for both the first language. */
export function startLanguages() {
  if (!buttons().length) return;
  const first = () => (NARROW.matches ? buttons()[0].dataset.view : BOTH);
  for (const button of buttons()) button.addEventListener("click", () => choose(button.dataset.view));
  NARROW.addEventListener("change", () => remembered() || show(first()));
  show(remembered() ?? first());
  const refused = cells().find(({ cell }) => cell.hidden && cell.querySelector(".errors, .errorlist"));
  if (refused) show(BOTH); // nobody has to look for what was refused
}
