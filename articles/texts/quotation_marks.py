"""Quotation marks and apostrophes: “curly”, «ёлочки» and „лапки“, each sign in the place of one."""

import re

# The marks of every depth, outermost first; deeper ones take turns.
_PAIRS = {"en": ("“”", "‘’"), "ru": ("«»", "„“")}
_MARKS = {"en": re.compile('["“”]'), "ru": re.compile('["“”„«»]')}
_ONE_WAY = {"«": True, "»": False, "„": True, "”": False}  # “ opens in English and closes in Russian
_ANY = "\"'“”„«»‘’\ufffc"  # the last stands for one that belongs to another language
_ROW = 8  # marks that may stand side by side; a longer row is no typography
_OPENERS = " \n\t\u00a0\u202f([{—–-/|"
# A word whose first letters are left out takes an apostrophe, which looks like a mark that closes.
_CUT_SHORT = re.compile(r"'(?=(?:\d\ds|tis|twas|em|til|cause|n'?)\b)", re.IGNORECASE)
_WITHIN = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def curled(line, language):
    """Return a line with the quotation marks and apostrophes of a language; its length stays.

    A line whose marks do not pair keeps them, but for apostrophes: a guess could turn the sense of a quotation round.
    """
    if language not in _PAIRS:
        return line
    if "'" in line:
        line = _WITHIN.sub("’", line)
    changes = _paired(line, language)
    if not changes and "'" not in line:
        return line
    signs = list(line)
    for at, mark in changes:
        signs[at] = mark
    if language == "en":
        _curl_single(signs)
    return "".join(signs)


def _paired(line, language):
    """Return (place, mark) for every quotation mark that changes; none where one has no partner.

    In English a quotation of several paragraphs opens each of them, and closes the last alone.
    """
    opened, found = [], []
    for mark in _MARKS[language].finditer(line):
        opens = _opens(line, mark.start())
        if opens is not _ONE_WAY.get(mark[0], opens) or (mark[0] == "“" and language == "en" and not opens):
            return []
        if opens:
            opened.append(mark.start())
        elif opened:
            pair = _PAIRS[language][(len(opened) - 1) % 2]
            found += zip((opened.pop(), mark.start()), pair, strict=True)
        else:
            return []
    if opened == [0] and language == "en":
        found.append((opened.pop(), "“"))
    # What was set in English already stays: only typewriters' marks are replaced there.
    return [] if opened else [(at, mark) for at, mark in found if language == "ru" or line[at] == '"']


def _opens(line, at):
    """Say whether a mark opens: what stands before it, other marks aside, is a space, bracket or dash, and then ink."""
    before, after = _beside(line, at)
    return before in _OPENERS and bool(after) and not after.isspace() and (before.strip() == "" or after.isalnum())


def _beside(line, at):
    left, right = at - 1, at + 1
    while left >= 0 and line[left] in _ANY and at - left < _ROW:
        left -= 1
    while right < len(line) and line[right] in _ANY and right - at < _ROW:
        right += 1
    return line[left : left + 1] if left >= 0 else "", line[right : right + 1]


def _curl_single(signs):
    """Turn typewriters' single marks into ‘ and ’; one after a figure that nothing opened is a foot or a minute."""
    line = "".join(signs)
    for cut in _CUT_SHORT.finditer(line):
        if _opens(line, cut.start()):
            signs[cut.start()] = "’"
    depth = 0
    for at, sign in enumerate(signs):
        if sign == "'":
            before, _after = _beside(line, at)
            if _opens(line, at):
                signs[at] = "‘"
            elif depth or before.isalpha():
                signs[at] = "’"
        if signs[at] == "‘":
            depth += 1
        elif signs[at] == "’" and not _within_word(signs, at):
            depth = max(depth - 1, 0)


def _within_word(signs, at):
    return at and signs[at - 1].isalpha() and "".join(signs[at + 1 : at + 2]).isalpha()
