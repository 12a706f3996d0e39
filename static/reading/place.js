// Keeps a reader's place: links to the same text in another language, or to both side by side, lead to the paragraph at
// the top of the window. And, for who asks for it, the keys j and k lead from paragraph to paragraph. Nothing needs it.

const PLACE = /^p\d+(-\d+)?$/;
const EDGE = 24; // pixels: a paragraph of which less is left to see has been read

const places = [...document.querySelectorAll("[id^=p]")].filter((one) => PLACE.test(one.id));
const top = (one) => one.getBoundingClientRect().top;

/** The last paragraph that begins above a line in the window, or undefined before the first. */
function reached(line) {
  return places.findLast((one) => top(one) <= line);
}

/** The paragraph at the top of the window; "" before the text. */
function here() {
  const last = reached(0);
  if (!last) return "";
  const next = places[places.indexOf(last) + 1];
  const read = last.getBoundingClientRect().bottom < EDGE;
  const one = read && next && top(next) < innerHeight ? next : last;
  // Further parts of a passage ("p3-2") may be one with the first in another language.
  return one.id.replace(/-\d+$/, "");
}

if (document.querySelector("[data-keeps-place]")) {
  const links = document.querySelectorAll(".languages a:not([aria-current]), .details a[hreflang], a.beside");
  for (const link of links)
    for (const type of ["pointerdown", "focus", "click"])
      link.addEventListener(type, () => (link.hash = here()));
}

const choice = document.querySelector("#keys");
if (choice && places.length) {
  const KEPT = "keys";
  const memory = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null; // the browser keeps nothing for this site
    }
  };
  choice.checked = memory((kept) => kept.getItem(KEPT)) === "on";
  choice.addEventListener("change", () =>
    memory((kept) => (choice.checked ? kept.setItem(KEPT, "on") : kept.removeItem(KEPT))),
  );
  choice.closest("[hidden]").hidden = false;

  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!choice.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { KeyJ: 1, KeyK: -1 }[event.code];
    if (!step) return;
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const next = step > 0 ? places.find((one) => top(one) > line + 1) : places.findLast((one) => top(one) < line - 1);
    next?.scrollIntoView();
  });
}
