"""Numerals: what number a word is."""

import re
from functools import lru_cache

# A value, and the words for it as a regular expression: in Russian with cases, ordinals and collectives.
_TABLES = {
    "en": """
1 one|first
2 two|second|twice|both|double[ds]?|doubling
3 three|third|triple[ds]?
4 four|fourth
5 five|fifth
6 six|sixth
7 seven|seventh
8 eight|eighth
9 nine|ninth
10 ten|tenth|decades?
11 eleven|eleventh
12 twelve|twelfth|dozens?
13 thirteen(?:th)?
14 fourteen(?:th)?
15 fifteen(?:th)?
16 sixteen(?:th)?
17 seventeen(?:th)?
18 eighteen(?:th)?
19 nineteen(?:th)?
20 twent(?:y|ieth|ies)
30 thirt(?:y|ieth|ies)
40 fort(?:y|ieth|ies)
50 fift(?:y|ieth|ies)
60 sixt(?:y|ieth|ies)
70 sevent(?:y|ieth|ies)
80 eight(?:y|ieth|ies)
90 ninet(?:y|ieth|ies)
100 hundred(?:th)?
""",
    "ru": """
1 од(?:ин|н(?:а|о|ой|ого|ому|им|ом|у))|перв(?:ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми)
2 дв(?:а|е|ух|ум|умя|ое|оих|ажды|ойка)|об[ае]|обоих|обеих|вдвое|втор(?:ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми)
3 тр(?:и|[её]х|[её]м|емя|ое|оих|ижды|ойка)|втрое|трет(?:ий|ь(?:я|е|и|его|ему|им|ем|ей|ю|их|ими))
4 четыр(?:е|[её]х|[её]м|ьмя)|четверо|четверых|вчетверо|четв[её]рт(?:ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых)
5 пят(?:ь|и|ью|еро|ерых|[её]рк\\w|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых)|впятеро
6 шест(?:ь|и|ью|еро|[её]рк\\w|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых)
7 сем(?:ь|и|ью|еро|[её]рк\\w)|седьм(?:ой|ая|ое|ого|ому|ым|ом|ую|ых)
8 восем(?:ь|ью)|восьми|восьм(?:[её]рк\\w|ой|ая|ое|ого|ому|ым|ом|ую|ых)
9 девят(?:ь|и|ью|[её]рк\\w|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых)
10 десят(?:ь|и|ью|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ок|к\\w+)|десятилети\\w+
11 одиннадцат\\w+
12 двенадцат\\w+|дюжин\\w*
13 тринадцат\\w+
14 четырнадцат\\w+
15 пятнадцат\\w+
16 шестнадцат\\w+
17 семнадцат\\w+
18 восемнадцат\\w+
19 девятнадцат\\w+
20 двадцат\\w+
30 тридцат\\w+
40 сорок(?:а|ов\\w+)?
50 пят(?:ь|и|ью)десят\\w*
60 шест(?:ь|и|ью)десят\\w*
70 сем(?:ь|и|ью)десят\\w*
80 вос(?:емь|ьми|емью)десят\\w*
90 девяност\\w+
100 ст[оа]|сот(?:ый|ая|ое|ого|ом|ую|ня|ню)
200 двести|двух?сот\\w*
300 триста|тр[её]хсот\\w*
400 четыреста|четыр[её]хсот\\w*
500 пят(?:ь|и)сот\\w*
600 шест(?:ь|и)сот\\w*
700 сем(?:ь|и)сот\\w*
800 вос(?:емь|ьми)сот\\w*
900 девят(?:ь|и)сот\\w*
""",
}
_LINES = {
    language: [
        (int(value), re.compile(words)) for value, words in (line.split(" ", 1) for line in table.split("\n")[1:-1])
    ]
    for language, table in _TABLES.items()
}


@lru_cache(maxsize=20_000)
def number(word, language):
    """Return the value (int) of a word in small letters, or None when it is no number word from 1 to 900.

    >>> number("двадцатого", "ru"), number("twentieth", "en"), number("twofold", "en")
    (20, 20, None)
    """
    return next((value for value, words in _LINES.get(language, ()) if words.fullmatch(word)), None)
