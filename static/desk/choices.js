// Select2 names its box by the choice in it, which may be none (WCAG 2.2, 4.1.2): the field's label belongs before it.
"use strict";

function nameBoxes() {
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]:not([data-named])")) {
    const field = box.closest(".select2")?.previousElementSibling;
    const label = field?.id && document.querySelector(`label[for="${field.id}"]`);
    if (!label) continue;
    label.id ||= `${field.id}-label`;
    for (const part of [box, ...box.querySelectorAll("[role=textbox]")]) {
      part.setAttribute("aria-labelledby", `${label.id} ${part.getAttribute("aria-labelledby") ?? ""}`.trim());
    }
    box.dataset.named = "";
  }
}

new MutationObserver(nameBoxes).observe(document.documentElement, { childList: true, subtree: true });
