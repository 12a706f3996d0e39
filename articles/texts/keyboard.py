"""Words typed on the wrong keyboard: «htajhvf» for «реформа», «вшздщьфсн» for "diplomacy"."""

# The keys of the two layouts in one order: the standard Russian layout (ЙЦУКЕН) and the American one (QWERTY).
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
AMERICAN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
AMERICAN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'

_TO_RUSSIAN = str.maketrans(AMERICAN + AMERICAN_SHIFTED, RUSSIAN + RUSSIAN.upper())
_TO_AMERICAN = str.maketrans(RUSSIAN + RUSSIAN.upper(), AMERICAN + AMERICAN_SHIFTED)


def on_the_other_keyboard(text):
    """Return what the same keys give on the other layout; ``""`` for a text that is not all in one of the two."""
    letters = {character for character in text.casefold() if character.isalpha()}
    if letters and all(character.isascii() for character in letters):
        return text.translate(_TO_RUSSIAN)
    if letters and letters <= set(RUSSIAN):
        return text.translate(_TO_AMERICAN)
    return ""
