// A form without rich texts: its choosers get their names here (see writing.js for the others).
import { nameWidgets } from "./widgets.js";

nameWidgets();
