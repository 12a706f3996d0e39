// The worklist leads to a paragraph: #full_text_ru-p3. The editor's areas have no ids of their own, and come late.
"use strict";

const PLACE = /^#((?:short|full)_text_[a-z-]+?)(?:-p(\d+))?$/;

function arrive() {
  const [, name, number] = PLACE.exec(location.hash) ?? [];
  const field = name && document.getElementById(`id_${name}`);
  if (!field) return true;
  const area = field.closest(".prose-editor")?.querySelector("[contenteditable]");
  const place = area ?? (field.offsetParent ? field : null);
  if (!place) return false;
  place.focus({ preventScroll: true });
  const paragraph = area && number ? area.children[Math.min(number, area.children.length) - 1] : null;
  if (paragraph) getSelection().setPosition(paragraph, 0);
  // Only now, and in the next frame: the other areas, which push this one down, are made in the same one.
  requestAnimationFrame(() => (paragraph ?? place).scrollIntoView({ block: "center" }));
  return true;
}

function go() {
  if (arrive()) return;
  const watch = new MutationObserver(() => arrive() && watch.disconnect());
  watch.observe(document.documentElement, { childList: true, subtree: true });
}

addEventListener("hashchange", go);
if (document.readyState === "complete") go();
else addEventListener("load", go);
