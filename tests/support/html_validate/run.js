// Reads pages from standard input, as JSON of name to HTML, and writes what is wrong with each, as JSON of lists.
const { HtmlValidate, StaticConfigLoader } = require("./html-validate.js");

const rules = {
  "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name (WAI-ARIA 1.2 §5.2.8.4)
  "no-missing-references": "error",
  "valid-id": ["error", { relaxed: true }], // HTML asks of an id only that it holds no space
};
const judge = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ["html-validate:standard", "html-validate:a11y"], rules }),
);
const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
const faults = {};
for (const [name, html] of Object.entries(pages)) {
  const messages = judge.validateStringSync(html, name).results.flatMap((result) => result.messages);
  faults[name] = messages.map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
}
process.stdout.write(JSON.stringify(faults));
