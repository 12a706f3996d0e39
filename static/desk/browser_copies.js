// Unsaved text in the browser's own store, while the site does not take it: a copy for every user, article and form.
"use strict";

const PREFIX = "diptych:unsaved";
const key = (user, article, page) => [PREFIX, user, article, page].join(":");

/** Keep a copy `{opened_version, typed (milliseconds), entries ([name, value])}`; say whether the browser did. */
export function put(user, article, page, copy) {
  try {
    localStorage.setItem(key(user, article, page), JSON.stringify(copy));
    return true;
  } catch {
    return false; // full, or switched off
  }
}

export function remove(user, article, page) {
  try {
    localStorage.removeItem(key(user, article, page));
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

// A copy of an older page has `texts` (name → text).
const read = ({ texts = {}, ...copy }) => ({ entries: Object.entries(texts), ...copy });

/** Return the copies of a user and article as `[page, copy]`. */
export function all(user, article) {
  try {
    const start = key(user, article, "");
    const names = Object.keys(localStorage).filter((name) => name.startsWith(start));
    return names.map((name) => [name.slice(start.length), read(JSON.parse(localStorage.getItem(name)))]);
  } catch {
    return [];
  }
}
