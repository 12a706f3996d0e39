"""Front matter: flat ``key: value`` lines between two fences, from the first line of a document."""

import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.texts.markers import FENCE, LANGUAGES
from articles.texts.problems import quote
from articles.texts.web_address import is_web_address

KEYS = ("title", "slug", "date", "lang", "source_url", "page_url", "outlet", "translation_of", "topic")
PER_LANGUAGE = ("title", "slug", "page_url")
# Characters: what the columns hold. Of topics each has so many.
LONGEST = {"title": 300, "outlet": 200, "topic": 200, "slug": 100, "translation_of": 100}

_LINE = re.compile(r"(?P<key>[^\s:.]+)(?:\.(?P<suffix>[^\s:]*))?\s*:\s*(?P<value>.*)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Entry(NamedTuple):
    """A value of the front matter and the number of the line it stands on."""

    line: int
    value: str


def read(lines, report):
    """Take the front matter from the beginning of a file's lines (list of Line), noting what is wrong with it.

    Returns the entries (dict of key as written → Entry, in order) and the lines that remain.
    """
    start = next((index for index, line in enumerate(lines) if not line.blank), len(lines))
    if start == len(lines) or lines[start].text != FENCE:
        return {}, lines
    if start:
        report.refuse(lines[start].number, _("front matter from the first line of the file"), quote(FENCE))
    end = next((index for index in range(start + 1, len(lines)) if lines[index].text == FENCE), None)
    if end is None:
        expected = _("“---” on a line of its own after the front matter")
        report.refuse(lines[start].number, expected, _("the end of the file"))
        return {}, []
    entries = {}
    for line in lines[start + 1 : end]:
        if not line.blank:
            _take(line, entries, report)
    if end == start + 1:
        report.refuse(lines[end].number, _("“key: value”"), quote(FENCE))
    return entries, lines[end + 1 :]


def in_language(entries, key, language):
    """Return the Entry that holds for a language, or None; ``title`` and ``title.ru`` both do in Russian."""
    return entries.get(f"{key}.{language}") or entries.get(key)


def topics(value):
    """Return the names (list) in the value of ``topic``, which commas separate."""
    return [name.strip() for name in value.split(",") if name.strip()]


def agree(entries, language, report):
    """Note entries that contradict the language of the document's markers, or name the same thing twice."""
    lang = entries.get("lang")
    if lang and lang.value in LANGUAGES and lang.value != language:
        expected = _("the language of the section markers, “%(language)s”") % {"language": language}
        report.refuse(lang.line, expected, quote(lang.value))
    for key in PER_LANGUAGE:
        both = [entries[name] for name in (key, f"{key}.{language}") if name in entries]
        if len(both) == 2:
            _repeated(max(entry.line for entry in both), key, min(entry.line for entry in both), report)


def _take(line, entries, report):
    found = _LINE.fullmatch(line.text)
    if not found:
        report.refuse(line.number, _("“key: value”"), quote(line.text))
        return
    key, suffix, value = found.group("key", "suffix", "value")
    name = key if suffix is None else f"{key}.{suffix}"
    if key not in KEYS:
        report.refuse(line.number, _("one of the keys %(keys)s") % {"keys": ", ".join(KEYS)}, quote(name))
    elif suffix is not None and key not in PER_LANGUAGE:
        report.refuse(line.number, _("“%(key)s” without a language") % {"key": key}, quote(name))
    elif suffix is not None and suffix not in LANGUAGES:
        expected = " | ".join(f"{key}.{language}" for language in LANGUAGES)
        report.refuse(line.number, expected, quote(name))
    elif name in entries:
        _repeated(line.number, name, entries[name].line, report)
    else:
        entries[name] = Entry(line.number, value)
        expected = _expected(key, value)
        if expected:
            report.refuse(line.number, expected, quote(value) if value else _("nothing"))


def _repeated(line, key, first, report):
    found = _("it again, after line %(line)d") % {"line": first}
    report.refuse(line, _("%(marker)s only once") % {"marker": quote(key)}, found)


def _expected(key, value):
    """Return what a value should have been, ``""`` when it is right."""
    longest = LONGEST.get(key)
    names = topics(value) if key == "topic" else [value]
    if not any(names):
        return _("a value for “%(key)s”") % {"key": key}
    if longest and any(len(name) > longest for name in names):
        return ngettext("at most %(count)d character", "at most %(count)d characters", longest) % {"count": longest}
    if key == "date" and not _is_date(value):
        return _("a date of the calendar, written like 2019-06-13")
    if key == "lang" and value not in LANGUAGES:
        return " | ".join(LANGUAGES)
    if key in ("slug", "translation_of") and not _SLUG.fullmatch(value):
        return _("small Latin letters and digits, with single hyphens between them")
    if key in ("source_url", "page_url") and not is_web_address(value):
        return _("an address that begins with https:// or http://")
    return ""


def _is_date(value):
    """Say whether a value is a calendar date of ISO 8601-1:2019, 5.2.2.1, extended format, years 0001 to 9999."""
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and date.fromisoformat(value))
    except ValueError:
        return False
