"""People: the persons a Russian text names, looked for by their sound in a text that is written in Latin letters."""

import re
from functools import lru_cache
from itertools import combinations

import iuliia

from articles.texts.checks.names import names
from articles.texts.checks.passages import running_text
from articles.texts.checks.word_forms import stems

LONGEST = 8  # consonants: enough to tell surnames apart

_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{1,30}")
_PERSON = re.compile(r"[А-ЯЁ][а-яё]{1,30}(?: [А-ЯЁ][а-яё]{1,30}){1,2}")
# A first word that ends like an adjective makes it a place or an institution: «Ближнем Востоке», «Большого театра».
_ADJECTIVE = re.compile(
    r"[А-ЯЁ][а-яё]{0,30}(?:[ое]го|[ое]му|ая|яя|ой|[ое]е|[ыи]е|[ыи]х|[ыи]ми?|[нкчшщ][ое]м|с?кий|ный|ую)\b"
)
_INSTITUTION = re.compile(
    "Академи|Банк|Верховн|Зал|Игр|Институт|Комитет|Кубк|Кубок|Лиг|Министерств|Организаци|Палат|Парти|Республик|Совет|Союз"
    "|Суд|Университет|Фонд|Форум|Фронт|Центр"
)
# Both scripts and all schools of transliteration brought to the same few consonants.
_SOUNDS = [
    (re.compile(letters), sound)
    for letters, sound in (
        ("shch|sch|dzh|tch|ch|sh|zh|ts|tz|c(?=[eiy])|[zj]", "s"),
        ("ck|kh|[cqg]", "k"),
        ("ph|[vw]", "f"),
        ("x", "ks"),
        ("d|th", "t"),
        ("b", "p"),
        ("[^a-z]|[aeiouyh]", ""),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=20_000)
def skeleton(word):
    """Return the consonants of a word in Latin or Cyrillic letters, as roughly as different spellings require."""
    sound = iuliia.WIKIPEDIA.translate(word).casefold()
    for letters, replacement in _SOUNDS:
        sound = letters.sub(replacement, sound)
    return sound[:LONGEST]


def unnamed(paragraphs, others):
    """Return (paragraph number, name) pairs: persons in Russian paragraphs of whom the others, in English, seem silent.

    Only a surname nothing comes near to is returned. A short one, and any word that may be no person's, is passed over.
    """
    spellings = {word for other in others for word in _CAPITALISED.findall(running_text(other))}
    known = set().union(*(_spellings(skeleton(word)) for word in spellings))
    found = []
    for paragraph in paragraphs:
        for name in names(paragraph, "ru"):
            if _PERSON.fullmatch(name) and not (_ADJECTIVE.match(name) or _INSTITUTION.match(name)):
                surname = name.split()[-1].casefold().replace("ё", "е")
                # Of one person nobody says -ов for a case: there it belongs to the surname.
                spoken = [stem for stem in stems(surname, "ru") if surname not in (f"{stem}ов", f"{stem}ев")]
                sounds = {skeleton(stem) for stem in spoken}
                if min(map(len, sounds)) > 1 and all(known.isdisjoint(_spellings(sound)) for sound in sounds):
                    found.append((paragraph.number, name))
    return list(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _spellings(sound):
    """Return a skeleton with up to one consonant left out, or two of five and more: alike are those that share one."""
    kept = range(max(1, len(sound) - (1 if len(sound) < 5 else 2)), len(sound) + 1)
    return frozenset("".join(letters) for length in kept for letters in combinations(sound, length))
