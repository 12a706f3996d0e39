// Paragraph against paragraph: where two languages stand side by side, each pair of paragraphs begins at one height.
// ProseMirror reads every change of its elements as a change of the text, so that none is touched: the space goes into
// a style sheet made here, which no content security policy forbids either.
import { editors, fields, onEditor } from "./editors.js";
import { fits, moved, paired } from "./pairing.js";

const sheet = new CSSStyleSheet();
const marked = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet, marked];

/** What the editor puts among the paragraphs without being one. */
export const NO_PARAGRAPH = ".ProseMirror-gapcursor, .ProseMirror-widget";
// Browsers lay out in such parts of a pixel (Chromium and WebKit 64, Firefox 60); what they round away would add up.
const LAYOUT_UNIT = 64;
const known = new Map(); // by field: {rows, texts, read}
let asked = 0;

/** Bring the paragraphs level again, after anything that may have moved them; reads `#alignment` anew if it changed. */
export function relevel() {
  const pairs = pairsInView();
  // Held at its height, the page cannot shrink while it is measured, and so does not jump.
  const holds = pairs.flatMap(({ sides }) => sides.map((side) => `${side.selector}{min-height:${side.box.offsetHeight}px}`));
  sheet.replaceSync(holds.join(""));
  const rules = pairs.flatMap(({ rows, sides }) => rulesFor(rows, sides.map(measured)));
  sheet.replaceSync(rules.join("\n"));
  mark();
}

/** Return the rows of a field, `[[left indices, right indices], …]`, as they stand now; null while it has no editors. */
export function rowsOf({ field, sides }) {
  const pair = sides.slice(0, 2).map(({ name }) => editors.get(name));
  if (!pair[0] || !pair[1]) return null;
  const texts = pair.map(({ state }) => nodesOf(state.doc));
  const read = document.getElementById("alignment")?.textContent ?? "";
  let state = known.get(field);
  if (!state || state.read !== read) state = { read, texts, rows: given(field, texts, read) ?? paired(...texts) };
  for (const side of [0, 1]) {
    if (!alike(state.texts[side], texts[side])) state.rows = moved(state.rows, side, state.texts[side], texts[side]);
  }
  state.texts = texts;
  known.set(field, state);
  return state.rows;
}

// Rows of [indices left, indices right] by variant; see articles/admin/translations.py.
function given(field, texts, read) {
  const rows = read && JSON.parse(read)?.[field.replace(/_text$/, "")];
  return rows && fits(rows, ...texts) ? rows : null;
}

function nodesOf(doc) {
  return doc.content.content.map((node) => ({ kind: node.type.name + (node.attrs.level ?? ""), text: node.textContent }));
}

const alike = (one, other) =>
  one.length === other.length && one.every((node, i) => node.text === other[i].text && node.kind === other[i].kind);

function pairsInView() {
  return fields()
    .map((field) => ({ rows: rowsOf(field), sides: field.sides.slice(0, 2).map(({ name }) => sideOf(name)) }))
    .filter(({ rows, sides }) => rows && beside(...sides.map(({ box }) => box.getBoundingClientRect())));
}

function sideOf(name) {
  const area = editors.get(name)?.view.dom;
  return { name, area, box: area?.closest(".prose-editor"), selector: `.prose-editor[data-field="${name}"]` };
}

const beside = (left, right) => left.width > 0 && right.width > 0 && left.right <= right.left && left.top < right.bottom;

function measured({ area, selector }) {
  const style = getComputedStyle(area);
  let end = area.getBoundingClientRect().top + parseFloat(style.borderTopWidth) + parseFloat(style.paddingTop);
  return [...area.children].flatMap((element, index) => {
    if (element.matches(NO_PARAGRAPH)) return [];
    const { top, bottom } = element.getBoundingClientRect();
    const gap = top - end;
    end = bottom;
    return [{ top, gap, selector: `${selector} > .ProseMirror > :nth-child(${index + 1})` }];
  });
}

function rulesFor(rows, sides) {
  const rules = [];
  const added = [0, 0];
  const reached = [-1, -1];
  for (const row of rows) {
    const first = row.map((indices) => Math.min(...indices));
    if (!row[0].length || !row[1].length || first.some((index, side) => index <= reached[side])) continue;
    const tops = first.map((index, side) => sides[side][index].top + added[side]);
    const higher = tops[0] < tops[1] ? 0 : 1;
    const space = Math.abs(tops[0] - tops[1]);
    if (space > 0.05) {
      const { selector, gap } = sides[higher][first[higher]];
      const margin = Math.round((gap + space) * LAYOUT_UNIT) / LAYOUT_UNIT;
      rules.push(`${selector}{margin-block-start:${margin}px !important}`);
      added[higher] += margin - gap;
    }
    row.forEach((indices, side) => (reached[side] = Math.max(...indices)));
  }
  return rules;
}

// The row the cursor is in, on both sides.
function mark() {
  const rules = [];
  for (const field of fields()) {
    const side = field.sides.findIndex(({ name }) => editors.get(name)?.isFocused);
    const rows = side < 0 || side > 1 ? null : rowsOf(field);
    const index = rows && editors.get(field.sides[side].name).state.selection.$from.index(0);
    const row = rows?.find((one) => one[side].includes(index));
    row?.forEach((indices, at) => {
      const children = indices.map((each) => `:nth-child(${each + 1})`).join(",");
      if (children) rules.push(`.prose-editor[data-field="${field.sides[at].name}"] > .ProseMirror > :is(${children})`);
    });
  }
  marked.replaceSync(rules.length ? `${rules.join(",")}{box-shadow:-11px 0 0 var(--body-bg),-14px 0 0 var(--button-bg)}` : "");
}

function soon() {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(relevel);
}

const widths = new WeakMap();
const resized = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    if (widths.get(target) === contentRect.width) continue; // its height is our own doing
    widths.set(target, contentRect.width);
    soon();
  }
});

onEditor((editor) => {
  editor.on("update", soon);
  for (const event of ["selectionUpdate", "focus", "blur"]) editor.on(event, () => requestAnimationFrame(mark));
  resized.observe(editor.view.dom);
  soon();
});
document.fonts.addEventListener("loadingdone", soon);
