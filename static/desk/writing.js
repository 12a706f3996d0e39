// The article form: what stands around the editors of the two languages.
import { onEditor } from "./editors.js";
import { startKeys } from "./keys.js";
import { startLanguages } from "./languages.js";
import { relevel } from "./level.js";
import { startMeasuring } from "./measures.js";
import { startPlaces } from "./places.js";
import { dress } from "./toolbar.js";
import { nameWidgets } from "./widgets.js";
import { gettext, interpolate } from "./words.js";

document.querySelector(".writing")?.removeAttribute("hidden");
startLanguages();
startMeasuring();
startKeys();
startPlaces();
nameWidgets();
document.addEventListener("diptych:view", relevel);
onEditor((editor, name) => {
  const field = document.querySelector(`label[for="id_${name}"]`)?.textContent.trim().replace(/:$/, "") ?? name;
  // The row of buttons is made when the editor is, a moment after it is ready.
  const dressed = () => dress(editor, interpolate(gettext("Formatting: %(field)s"), { field }));
  if (editor.view.dom.previousElementSibling?.matches(".prose-menubar")) dressed();
  else editor.on("create", dressed);
});
