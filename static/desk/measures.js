// Under every text its words and minutes; under every pair how long the translation is against its original.
import { fields } from "./editors.js";
import { plainText, readingMinutes, wordCount } from "./measure.js";
import { gettext, interpolate, ngettext } from "./words.js";

const DELAY = 300; // milliseconds after the last change
const QUIET = 1500; // and so long before a voice says that a ratio has left or come back into the usual

const rules = JSON.parse(document.getElementById("measuring")?.textContent ?? "null");
const tongue = document.documentElement.lang;
const number = new Intl.NumberFormat(tongue);
const ratioNumber = new Intl.NumberFormat(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const lengths = new Map();
let speaking = 0;

function line(after, name, kind) {
  const known = document.querySelector(`[data-measure="${name}"]`);
  if (known) return known;
  const paragraph = document.createElement("p");
  paragraph.className = kind;
  paragraph.dataset.measure = name;
  after.after(paragraph);
  return paragraph;
}

function measure({ name, language, textarea }) {
  const text = plainText(textarea.value);
  const words = wordCount(text);
  const minutes = readingMinutes(words, rules.paces[language]);
  lengths.set(name, text.length);
  const counts = {
    words: interpolate(ngettext("%(count)s word", "%(count)s words", words), { count: number.format(words) }),
    minutes: interpolate(ngettext("%(count)s minute", "%(count)s minutes", minutes), { count: number.format(minutes) }),
  };
  const shown = line(textarea.closest(".prose-editor") ?? textarea, name, "measure");
  shown.textContent = interpolate(gettext("%(words)s, %(minutes)s of reading"), counts);
}

// The sides from original to translation; as they stand if both were written together.
function direction(sides) {
  const original = document.querySelector("#id_original_language")?.value;
  const source = sides.find(({ language }) => language === original) ?? sides[0];
  return [source, sides.find((side) => side !== source)];
}

const called = (language) => document.querySelector(`.views [data-view="${language}"]`)?.textContent.trim() ?? language;

function compare({ field, sides }) {
  const [source, target] = direction(sides);
  const row = source.textarea.closest(".form-row");
  const shown = line(row.lastElementChild, field, "ratio");
  const [from, to] = [lengths.get(source.name), lengths.get(target.name)];
  shown.hidden = !from || !to;
  if (shown.hidden) return say(shown, "");
  const ratio = Math.round((to / from) * 100) / 100;
  const [least, most] = rules.ratios;
  const warning =
    ratio < least
      ? gettext("Shorter than translations usually are: is something missing?")
      : ratio > most
        ? gettext("Longer than translations usually are: has something been added?")
        : "";
  const names = { target: called(target.language), source: called(source.language), ratio: ratioNumber.format(ratio) };
  const ratioText = document.createElement("span");
  ratioText.textContent = interpolate(gettext("Length, %(target)s to %(source)s: %(ratio)s."), names);
  const warningText = document.createElement("strong");
  warningText.textContent = warning && `⚠ ${warning}`;
  shown.replaceChildren(ratioText, warning ? " " : "", ...(warning ? [warningText] : []));
  say(shown, warning);
}

// Only a change of the verdict is spoken, and not the one the page opens with.
function say(shown, warning) {
  const before = shown.dataset.warning;
  shown.dataset.warning = warning;
  if (before === undefined || before === warning) return;
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    document.getElementById("writing-status").textContent = warning || gettext("The length is usual again.");
  }, QUIET);
}

function all() {
  for (const field of fields()) {
    field.sides.forEach(measure);
    compare(field);
  }
}

/** Measure all texts now, and again whenever one has changed. */
export function startMeasuring() {
  if (!rules) return;
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(all, DELAY);
  };
  all();
  document.addEventListener("diptych:change", soon);
  document.querySelector("#id_original_language")?.addEventListener("change", all);
}
