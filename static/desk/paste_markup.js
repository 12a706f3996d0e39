// Writing lines as HTML of the allow list (articles/texts/html.py).

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const INK = /[^\s\u00a0\u200b\ufeff]/;
const END_SPACE = /[ \u00a0]+$/;
// From the outermost mark to the innermost, as the editor nests them.
const MARKS = [
  [(run) => run.href, (href, inside) => `<a href="${escaped(href)}">${inside}</a>`],
  [(run) => run.bold, (_, inside) => `<strong>${inside}</strong>`],
  [(run) => run.italic, (_, inside) => `<em>${inside}</em>`],
  [(run) => run.raise, (tag, inside) => `<${tag}>${inside}</${tag}>`],
];

/** Return the HTML of lines (see linesOf): lists nested, quotations together, empty lines left out. */
export function markUp(lines) {
  const whole = lines.flatMap(parts);
  const shift = whole.some((line) => line.level === 1) ? 1 : 0; // a page has one h1, and it is the title
  return grouped(whole, (line) => line.quote)
    .map(([quote, inside]) => (quote ? `<blockquote>${blocks(inside, shift)}</blockquote>` : blocks(inside, shift)))
    .join("");
}

// Two line breaks part paragraphs; one stays, but in a heading.
function parts(line) {
  if (line.rule) return [line];
  const found = [[]];
  for (const run of tidy(line.runs)) {
    const part = found.at(-1);
    if (run.break && part.at(-1)?.break) {
      part.pop();
      found.push([]);
    } else if (!run.break || part.length) part.push(run.break && line.level ? { ...run, break: false, text: " " } : run);
  }
  return found.map((runs) => ({ ...line, runs: trimmed(runs) })).filter(({ runs }) => runs.some(hasInk));
}

const blank = (run) => run && (run.break || (!run.note && !INK.test(run.text)));
const hasInk = (run) => Boolean(run.note) || INK.test(run.text ?? "");

// One space where HTML shows one, none beside a line break, one before a note.
function tidy(runs) {
  const found = [];
  let open = true; // at the beginning of a line, where a space does not show
  for (const run of runs) {
    if (run.break) {
      while (blank(found.at(-1)) && !found.at(-1).break) found.pop();
      if (found.at(-1)?.text) found.push({ ...found.at(-1), text: found.pop().text.replace(END_SPACE, "") });
      found.push(run);
      open = true;
    } else if (run.note) {
      if (!open) found.push({ text: " " });
      found.push({ ...run, note: trimmed(tidy(run.note.filter((part) => !part.note).map((part) => (part.break ? { text: " " } : part)))) });
      open = false;
    } else {
      const text = open ? run.text.replace(/^ +/, "") : run.text;
      if (!text) continue;
      found.push({ ...run, text });
      open = text.endsWith(" ");
    }
  }
  return found;
}

function trimmed(runs) {
  const kept = [...runs];
  while (blank(kept[0])) kept.shift();
  while (blank(kept.at(-1))) kept.pop();
  if (kept[0]?.text) kept[0] = { ...kept[0], text: kept[0].text.replace(/^[ \u00a0]+/, "") };
  if (kept.at(-1)?.text) kept.push({ ...kept.at(-1), text: kept.pop().text.replace(END_SPACE, "") });
  return kept;
}

function grouped(things, key) {
  const groups = [];
  for (const thing of things) {
    const value = key(thing);
    if (groups.length && groups.at(-1)[0] === value) groups.at(-1)[1].push(thing);
    else groups.push([value, [thing]]);
  }
  return groups;
}

function blocks(lines, shift) {
  return grouped(lines, (line) => Boolean(line.item))
    .map(([listed, inside]) => (listed ? lists(inside) : inside.map((line) => block(line, shift)).join("")))
    .join("");
}

function block(line, shift) {
  if (line.rule) return "<hr>";
  const tag = line.level ? `h${Math.min(Math.max(line.level + shift, 2), 4)}` : "p";
  return `<${tag}>${inline(line.runs)}</${tag}>`;
}

function inline(runs, depth = 0) {
  if (depth === MARKS.length) return runs.map(words).join("");
  const [mark, wrap] = MARKS[depth];
  return grouped(runs, (run) => mark(run) || "")
    .map(([value, inside]) => (value ? wrap(value, inline(inside, depth + 1)) : inline(inside, depth + 1)))
    .join("");
}

const words = (run) => (run.break ? "<br>" : run.note ? `<small>${inline(run.note)}</small>` : escaped(run.text));

// Items come flat, each with its level: open a list where it deepens, close where it rises, begin anew at number one.
function lists(lines) {
  const top = { content: [] };
  let open = []; // the lists around the last item, from the outside in
  for (const { item, runs } of lines) {
    const paragraph = `<p>${inline(runs)}</p>`;
    const known = open.find((list) => list.items.at(-1).item === item);
    if (known) {
      open = open.slice(0, open.indexOf(known) + 1);
      known.items.at(-1).content.push(paragraph);
      continue;
    }
    open = open.filter((list) => list.level <= item.level);
    let list = open.at(-1);
    const again = item.number === 1 && item.ordered;
    if (list?.level === item.level && (list.ordered !== item.ordered || again)) open.pop();
    if (open.at(-1)?.level !== item.level) {
      const within = open.at(-1)?.items.at(-1) ?? top;
      list = { level: item.level, ordered: item.ordered, start: item.number, items: [] };
      within.content.push(list);
      open.push(list);
    }
    open.at(-1).items.push({ item, content: [paragraph] });
  }
  return top.content.map(listMarkUp).join("");
}

function listMarkUp(part) {
  if (typeof part === "string") return part;
  const items = part.items.map(({ content }) => `<li>${content.map(listMarkUp).join("")}</li>`).join("");
  if (!part.ordered) return `<ul>${items}</ul>`;
  return part.start > 1 ? `<ol start="${part.start}">${items}</ol>` : `<ol>${items}</ol>`;
}
