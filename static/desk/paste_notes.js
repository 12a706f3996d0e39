// Footnotes and endnotes: a sign in the text that links to a passage at its end, which links back. The passages are
// taken out, to be put where their signs stand.

// What the signs link to: Word (_ftn1, _edn1), LibreOffice (sdfootnote1sym, sdendnote1sym), Google Docs (ftnt1).
const PASSAGE = /#(_(?:ftn|edn)\d+|sd(?:footnote|endnote)\d+sym|ftnt\d+)$/;
const LISTS = '[data-style*="mso-element:footnote-list"], [data-style*="mso-element:endnote-list"]';

/** Take the passages out of the body; return a Map from each sign (an `a` element) to its passage (an element). */
export function takeNotes(body) {
  const signs = [...body.querySelectorAll("a[href]")].filter((a) => PASSAGE.test(a.getAttribute("href")));
  const ends = new Map(signs.map((sign) => [sign, endOf(body, sign)]).filter(([, end]) => end));
  const notes = new Map();
  for (const [sign, end] of ends) notes.set(sign, passageOf(body, end, [...ends.keys()], [...ends.values()]));
  for (const passage of notes.values()) takeOut(passage);
  for (const [, end] of ends) end.remove(); // the number before the passage, which leads back
  for (const list of body.querySelectorAll(LISTS)) list.remove();
  return notes;
}

function endOf(body, sign) {
  const name = CSS.escape(PASSAGE.exec(sign.getAttribute("href"))[1]);
  return body.querySelector(`a[name="${name}"], a[id="${name}"]`);
}

// The largest element around the end of a note that holds this note alone: a note may have several paragraphs.
function passageOf(body, end, signs, ends) {
  let passage = end.closest("p, li, div") ?? end;
  for (;;) {
    const around = passage.parentElement;
    const others = around?.contains(end) && [...signs, ...ends].some((one) => one !== end && around.contains(one));
    if (!around || around === body || others || around.tagName === "BODY") return passage;
    passage = around;
  }
}

function takeOut(passage) {
  const before = passage.previousElementSibling;
  if (before?.tagName === "HR") before.remove(); // the rule between text and notes
  passage.remove();
}
