// The rich-text editor leaves its editable area without a name and a language (WCAG 2.2, 4.1.2 and 3.1.2): both are
// those of the field it stands for.
"use strict";

function nameEditors() {
  for (const area of document.querySelectorAll('.ProseMirror[contenteditable="true"]:not([aria-label])')) {
    const field = area.closest(".prose-editor")?.querySelector("textarea");
    const label = field && document.querySelector(`label[for="${field.id}"]`);
    if (!label) continue;
    area.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
    if (field.lang) area.lang = field.lang;
  }
}

new MutationObserver(nameEditors).observe(document.documentElement, { childList: true, subtree: true });
