"""Typography: how a text is set for readers. Marks and spaces change, words never, and nothing of it is stored.

Russian follows Milchin's «Справочник издателя и автора», English the Chicago Manual of Style, 17th edition; spaces
within numbers are those of CLDR.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from .line_rules import spaced
from .quotation_marks import curled

# A tag; an attribute's value may hold a ">".
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>""")
_LANG = re.compile(r"""\slang\s*=\s*["']?([A-Za-z0-9-]+)""")
_VOID = {"br", "hr", "img", "wbr", "input"}
_INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "time"}
_UNTOUCHED = {"code", "pre", "kbd", "samp", "script", "style", "textarea"}

# Addresses and identifiers are copied and typed: not a sign in them changes.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»“”„]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|\b10\.\d{4,9}/[^\s«»“”„]+")
_HINT = re.compile(r"@|://|www\.|10\.")  # without one of these there is none
# What the rules of a line may not look into stands there as ink: letters as this one, which has no case, marks as that.
_INK, _MARK = "字", "\ufffc"
_LETTERS, _MARKS = re.compile(r"[^\s\"'“”„«»‘’]"), re.compile("[\"'“”„«»‘’]")
_MANY = re.compile(r"(?<!\.)\.\.\.(?!\.)|(?<!-)--(?!-)")
_WRITTEN = {"...": "…", "--": "—"}
_LONG_ADDRESS = 24  # characters; a shorter one fits any window
_BREAKS = re.compile(r"(?<=[^/:])/(?=[^/])|[?&](?=.)")


@dataclass
class _Run:
    """A stretch of one line between two tags: its text, language, and whether it may be touched."""

    text: str
    language: str
    touched: bool


@lru_cache(maxsize=4096, typed=True)  # names and titles come again and again; markup and plain text are never one
def typeset_text(text, language):
    """Return a plain text (str, one or more lines) as it is set in a language; applying it again changes nothing."""
    lines = []
    for line in text.split("\n"):
        runs = [_Run(_shorter(line), language, True)]
        _set_line(runs)
        lines.append(runs[0].text)
    return "\n".join(lines)


def typeset_html(html, language):
    """Return clean HTML (see articles/texts/html.py) as it is set in a language.

    A passage with a ``lang`` is set in that one. Tags, attributes and code stay as they are; long addresses get places
    where they may be broken (``wbr``). Applying it again changes nothing.
    """
    parts, line = [], []
    opened = [("", language, True)]
    for kind, text in _tokens(html):
        if kind == "text":
            run = _Run(_shorter(unescape(text)) if opened[-1][2] else unescape(text), *opened[-1][1:])
            parts.append(run)
            line.append(run)
            continue
        closing, name, attributes = kind
        if name not in _INLINE:
            _set_line(line)
            line = []
        if closing:
            place = next((at for at in range(len(opened) - 1, 0, -1) if opened[at][0] == name), 0)
            del opened[place or len(opened) :]
        elif name not in _VOID:
            lang = _LANG.search(attributes)
            touched = opened[-1][2] and name not in _UNTOUCHED
            opened.append((name, lang[1].lower() if lang else opened[-1][1], touched))
        parts.append(text)
    _set_line(line)
    return "".join(_written(part) if isinstance(part, _Run) else part for part in parts)


def _tokens(html):
    last = 0
    html = html.replace("<wbr>", "")
    for tag in _TAG.finditer(html):
        if tag.start() > last:
            yield "text", html[last : tag.start()]
        yield (tag[1], tag[2].lower(), tag[3]), tag[0]
        last = tag.end()
    if last < len(html):
        yield "text", html[last:]


def _set_line(runs):
    """Set the runs of one line, each language by itself: to its rules, what is in another is only ink."""
    for language in {run.language for run in runs if run.touched}:
        line = "".join(run.text if run.touched and run.language == language else _inked(run.text) for run in runs)
        masked = _outside_addresses(line, str, _inked)
        done = spaced(curled(masked, language), language)
        at = 0
        for run in runs:
            if run.touched and run.language == language:
                run.text = _filled(done[at : at + len(run.text)], run.text)
            at += len(run.text)


def _inked(text):
    return _MARKS.sub(_MARK, _LETTERS.sub(_INK, text))


def _filled(new, old):
    return "".join(map(_kept, new, old)) if _INK in new or _MARK in new else new


def _kept(new, old):
    return old if new in (_INK, _MARK) else new


def _shorter(text):
    """Return a text with the marks that are typed as several signs as one: from here on its length stays."""
    if "..." not in text and "--" not in text:
        return text
    return _outside_addresses(text, lambda piece: _MANY.sub(lambda mark: _WRITTEN[mark[0]], piece), str)


def _outside_addresses(text, words, address):
    """Return a text after two functions (of str): ``words`` on what is no address, ``address`` on what is one."""
    if not _HINT.search(text):
        return words(text)
    pieces, last = [], 0
    for found in _ADDRESS.finditer(text):
        pieces += [words(text[last : found.start()]), address(found[0])]
        last = found.end()
    return "".join([*pieces, words(text[last:])])


def _written(run):
    return _outside_addresses(run.text, _escaped, _breakable) if run.touched else _escaped(run.text)


def _escaped(text):
    return escape(text, quote=False)


def _breakable(address):
    if len(address) < _LONG_ADDRESS or "@" in address:
        return escape(address, quote=False)
    return escape(_BREAKS.sub(lambda sign: f"{sign[0]}\ufffe", address), quote=False).replace("\ufffe", "<wbr>")
