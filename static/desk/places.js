// The worklist leads to a paragraph: #full_text_ru-p3. The editor's areas have no ids of their own, and come late.
"use strict";

const PLACE = /^#((?:short|full)_text_[a-z-]+?)(?:-p(\d+))?$/;

function arrive() {
  const [, name, number] = PLACE.exec(location.hash) ?? [];
  const field = name && document.getElementById(`id_${name}`);
  if (!field) return true;
  const area = field.closest(".prose-editor")?.querySelector('.ProseMirror[contenteditable="true"]');
  const place = area ?? (field.offsetParent ? field : null);
  if (!place) return false;
  const paragraph = area && number ? area.children[Math.min(number, area.children.length) - 1] : null;
  (paragraph ?? place).scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
}

function go() {
  if (arrive()) return;
  const watch = new MutationObserver(() => arrive() && watch.disconnect());
  watch.observe(document.documentElement, { childList: true, subtree: true });
}

addEventListener("hashchange", go);
if (document.readyState === "loading") addEventListener("DOMContentLoaded", go);
else go();
