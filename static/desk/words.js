// Words for people: the desk's JavaScript catalogue (locale/*/LC_MESSAGES/djangojs.po), which Django serves.

const same = (text) => text;
const plural = (one, many, count) => (count === 1 ? one : many);

export const gettext = window.gettext ?? same;
export const ngettext = window.ngettext ?? plural;
export const interpolate = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
