"""Which organizations a printed credit line names: read off the line alone, so that they stay as they were printed.

A line is free text, and a name that was inflected in it cannot be put back into the nominative. So this returns a name
only where the line has it as it is, and nothing rather than a guess: "политолог корпорации RAND" names RAND.
"""

import re

_END = r"(?=[,;()]|\.?$| and | & )"
_AT = {"en": re.compile(rf"\b(?:(?:at|with)(?: the)?|(?:of|for) the) ([A-Z].*?){_END}")}
_ACRONYMS = re.compile(r"(?<![\w-])[^\W\d_a-zа-яё]{3,}(?: [^\W\d_a-zа-яё]{3,})*(?![\w-])")
# In capitals, and no organization one works for: states, and posts and degrees.
_OTHERS = {"США", "СССР", "РСФСР", "КНР", "ОАЭ", "ФРГ", "ЮАР", "USA", "USSR", "UAE", "CEO", "CFO", "COO", "CTO", "MBA"}
_NO_POST = re.compile(r"(?:PhD|Ph\.D|Dr|Doctor|Candidate|Master|MA|MSc|DPhil|Кандидат|Доктор|Магистр)\b")
_NO_PLACE = re.compile(
    r"(?:(?:Senior|Junior|Deputy|Former|Acting|Associate|Assistant|Research|Executive|General|Vice|Co|Chief)\b"
    r"|(?:\w+ )*(?:Director|Fellow|Professor|Head|Chair\w*|Editor|Member|President|Ambassador|Minister|Analyst)\b"
    r"|(?:\w+ )*(?:Researcher|Scholar|Scientist)\b)"
)


def affiliations(line, language):
    """Return the names of organizations in a credit line (list of str), in the order and the wording of the line."""
    found = [name for part in line.split(";") for name in _in_part(part.strip(), language)]
    return list(dict.fromkeys(found))


def _in_part(part, language):
    at = _AT[language].findall(part) if language in _AT else []
    return at or _after_the_post(part) or [one for one in _ACRONYMS.findall(part) if one not in _OTHERS]


def _after_the_post(part):
    """Return the organization of "Fellow, Institute of World Economy", the form of composed credit lines."""
    post, _, place = part.partition(", ")
    named = place[:1].isupper() and "," not in place and not _NO_POST.match(post) and not _NO_PLACE.match(place)
    return [place] if named else []
