"""Which words are not parted at the end of a line."""

import re


def _words(text):
    return frozenset(text.split())


# Short words that lean on the word after them: prepositions, conjunctions, negations, «я».
_FORWARD = _words("а в и к о с у я во да до за из ко на не ни но об от по со без для изо над обо ото под при про")
# Particles that lean on the word before them.
_BACKWARD = _words("ж же б бы ль ли")

_MONTHS = {
    "en": _words("January February March April May June July August September October November December"),
    "ru": _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
}
_UNITS = {
    "en": re.compile(
        r"thousand|million|billion|trillion|per\s?cent|per|[kcm]?m|k?g|kt|Mt|tons?|tonnes?|miles?|feet|ft|lbs?|mph|"
        r"[kMG]?Hz|[KMGT]B|[kMG]?W|[ap]\.m|BCE?|CE|AD"
    ),
    "ru": re.compile(
        r"тыс|млн|млрд|трлн|тысяч(?:а|и|у|е|ей|ам|ами|ах)?|(?:миллион|миллиард|триллион|процент)(?:а|у|ом|е|ы|ов|ам|ами|ах)?|"
        r"руб|рубл(?:ь|я|ю|ей|ям|ями|ях)|долл|доллар(?:а|у|ом|ы|ов|ам|ами|ах)?|евро|коп|[ксм]?м|к?г|га|[кМ]?т|ц|м?л|ч|мин|сут|"
        r"[кМГ]?(?:Вт|Гц)|[КМГТ]Б|лет|год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|гг|век(?:а|у|ом|е|ов|ам|ами|ах)?"
    ),
}
# Before a number, or before a number and a name.
_BEFORE_NUMBERS = {
    "en": _words(
        "No. Nos. no. nos. p. pp. vol. Vol. ch. Art. Sec. Fig. Article Articles Chapter Section Figure Table Part "
        "Page page Resolution Protocol War"
    ),
    "ru": _words("с. стр. п. пп. ст. гл. ч. т. тт. рис. табл. разд. д. кв."),
}
_BEFORE_NAMES = {
    "en": _words("Mr. Mrs. Ms. Dr. Prof. St. Gen. Sen. Rep. Gov. Col. Lt. Capt. Adm. Amb."),
    "ru": _words("г. гг. им. св. проф. акад. ген. см. ср. г-н г-на г-ну г-ном г-жа г-жи г-жу г-же г-жой"),
}
_SHORT = re.compile(r"(?:вв?|гг?|п)\.")  # without the full stop the first and the last are other words
_ABBREVIATIONS = {("т.", "е."), ("т.", "д."), ("т.", "п."), ("т.", "к."), ("т.", "н."), ("н.", "э.")}

_INITIAL = re.compile(r"[А-ЯЁA-Z]\.")
_INITIALS = re.compile(r"(?:[А-ЯЁA-Z]\.)+")
_CENTURY = re.compile(r"[IVXХ]+(?:–[IVXХ]+)?")
_FIGURES = re.compile(r"\d+|[IVXLC]+")
_GROUP = re.compile(r"\d{3}\D*")
_FIRST_GROUP = re.compile(r"\D?\d{1,3}")
_DASHES = ("—", "–")
_OPENING, _CLOSING = "«„“‘\"'([—–", "»“”’\"'.,;:!?…)]"


def binds(words, at, language):
    """Say whether the space after the word ``at`` (an index into a line's words) must not break, in a language."""
    before, after = words[at], words[at + 1]
    if not before or not after:
        return False
    if len(before) > 6 and before[-1].isalpha() and after[0].islower() and len(after) > 3:
        return False  # most pairs of words: nothing below is about them
    if after in _DASHES:
        return True  # a dash begins no line
    if before in _DASHES:
        return at == 0  # but that of a dialogue does, and keeps its first word
    word = before.lstrip(_OPENING)
    if before[-1].isdigit() or after[0].isdigit():
        return _number_binds(word, after, language)
    if language == "ru":
        if word.lower() in _FORWARD or after.rstrip(_CLOSING) in _BACKWARD or (word, after[:2]) in _ABBREVIATIONS:
            return True
        if after[0] == "в" and _CENTURY.fullmatch(word) and (_SHORT.match(after) or after.startswith("век")):
            return True
    return not after[0].islower() and _name_binds(words, at, word, language)


def _number_binds(before, after, language):
    bare = after.rstrip(_CLOSING)
    if before[-1:].isdigit():
        if _GROUP.fullmatch(after):
            return bool(_FIRST_GROUP.fullmatch(before))
        if bare[:1] in "%‰°℃$€£₽" or bare in _MONTHS.get(language, ()):
            return bool(bare)
        if language == "ru" and _SHORT.match(after):
            return True
        return language in _UNITS and bool(_UNITS[language].fullmatch(bare.partition("/")[0]))
    if before in ("№", "§", "§§", "$", "€", "£") or before in _BEFORE_NUMBERS.get(language, ()):
        return True
    if language == "ru" and before.lower() in _FORWARD:
        return True
    return language == "en" and before in _MONTHS["en"] and len(bare) < 3


def _name_binds(words, at, before, language):
    after = words[at + 1].lstrip(_OPENING)
    if not after[:1].isupper():
        return False
    if before in _BEFORE_NAMES.get(language, ()):
        earlier = words[at - 1] if at else ""
        return before not in ("г.", "гг.") or not earlier[-1:].isdigit()  # «в 2019 г. Россия», «г. Москва»
    if language == "en" and before in _BEFORE_NUMBERS["en"] and before[-1:] != ".":
        return bool(_FIGURES.fullmatch(after.rstrip(_CLOSING)))
    # «И. О. Фамилия», "J. R. R. Tolkien"; "U.S. Senate" may be parted.
    if (_INITIALS if language == "ru" else _INITIAL).fullmatch(before):
        return bool(_INITIAL.match(after)) or after[1:2].islower()
    following = words[at + 2] if at + 2 < len(words) else ""
    both = _INITIAL.fullmatch(after) and _INITIAL.match(following)
    return language == "ru" and before[-1:].isalpha() and bool(both or re.match(r"(?:[А-ЯЁA-Z]\.){2}", after))
