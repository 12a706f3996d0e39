// "Still right" without leaving the form: what is typed there and not saved must stay. Without this script the button
// leads to the translation beside its source.
"use strict";

async function confirmInPlace(event) {
  const form = event.target;
  const state = form.closest(".translation-state");
  if (!state || !event.submitter) return;
  event.preventDefault();
  const button = event.submitter;
  button.disabled = true;
  const sent = new FormData(form);
  sent.append(button.name, button.value);
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const fresh = page.getElementById(state.id);
    if (!fresh) throw new Error("no panel");
    state.replaceWith(fresh);
    (fresh.querySelector("button") ?? fresh.querySelector("summary")).focus();
  } catch {
    // Whatever it was, the page itself says it better.
    button.disabled = false;
    const name = document.createElement("input");
    Object.assign(name, { type: "hidden", name: button.name, value: button.value });
    form.append(name);
    form.submit();
  }
}

document.addEventListener("submit", confirmInPlace);
