// Django's own widgets, where they leave something without a name (WCAG 2.2, 4.1.2): the choosers with a search in them
// (select2) and the list of what has been chosen.
import { gettext } from "./words.js";

function nameOf(select) {
  return document.querySelector(`label[for="${select.id}"]`)?.textContent.trim().replace(/:$/, "") ?? select.name;
}

function name(container) {
  const select = container.previousElementSibling;
  if (!select?.matches("select")) return;
  const label = nameOf(select);
  const box = container.querySelector(".select2-selection");
  set(box, "aria-label", [label, container.querySelector(".select2-selection__rendered[title]")?.title].filter(Boolean).join(": "));
  if (box?.hasAttribute("aria-owns")) set(box, "aria-controls", box.getAttribute("aria-owns"));
  for (const field of container.querySelectorAll(".select2-search__field")) set(field, "aria-label", label);
  const chosen = container.querySelector(".select2-selection__rendered");
  if (chosen.matches("ul")) set(chosen, "role", "presentation"); // it holds more than items, which no list may
  else set(chosen, "aria-label", label);
  for (const item of chosen.querySelectorAll("li")) set(item, "role", "presentation");
}

function set(element, attribute, value) {
  if (element && element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function nameAll() {
  for (const container of document.querySelectorAll(".select2-container")) name(container);
  for (const field of document.querySelectorAll(".select2-dropdown .select2-search__field")) {
    set(field, "aria-label", gettext("Search"));
  }
  for (const list of document.querySelectorAll(".select2-results__options:not([aria-label])")) {
    set(list, "aria-label", gettext("Suggestions"));
  }
}

/** Name the widgets now, and again whenever one has been made anew. */
export function nameWidgets() {
  nameAll();
  const watch = new MutationObserver((changes) => {
    if (changes.some(({ target, addedNodes }) => target.closest?.(".select2") || [...addedNodes].some(isChooser))) nameAll();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

const isChooser = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches("[class*=select2]") || node.querySelector(".select2"));
