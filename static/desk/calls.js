// Calls to the desk from a page that may have been opened in a session that is over.
"use strict";

const tokens = () => document.querySelectorAll("input[name=csrfmiddlewaretoken]");
const OPTIONS = { credentials: "same-origin", redirect: "manual", cache: "no-store" };

// Where somebody has to log in first, the desk leads elsewhere; an address of ours that answers never does.
const isLoggedOut = (answer) => answer.type === "opaqueredirect";

/**
 * Send entries (pairs of name and text) to an address of the desk. Return `{kind, answer}`: "ok" with what was answered,
 * or why not: "logged-out", "somebody-else", "away", "refused". `renewal` is an address that gives a token for today's
 * session.
 */
export async function call(address, entries, { user, renewal, keepalive = false }) {
  try {
    let answer = await post(address, entries, keepalive);
    if (answer.status === 403 && !keepalive) {
      const kind = await renew(renewal, user);
      if (kind !== "ok") return { kind };
      answer = await post(address, entries, false);
    }
    if (isLoggedOut(answer)) return { kind: "logged-out" };
    if (answer.ok) return { kind: "ok", answer: await answer.json() };
    return { kind: answer.status >= 500 ? "away" : "refused" };
  } catch {
    return { kind: "away" };
  }
}

function post(address, entries, keepalive) {
  const sent = new FormData();
  sent.append("csrfmiddlewaretoken", tokens()[0].value);
  for (const [name, value] of entries) sent.append(name, value);
  return fetch(address, { ...OPTIONS, method: "POST", body: sent, keepalive });
}

// Whoever has logged in again in another tab has another token there; all forms of this page take it over.
async function renew(address, user) {
  const answer = await fetch(address, OPTIONS);
  if (isLoggedOut(answer)) return "logged-out";
  if (!answer.ok) return "refused";
  const today = await answer.json();
  if (String(today.user) !== user) return "somebody-else";
  for (const input of tokens()) input.value = today.token;
  return "ok";
}
