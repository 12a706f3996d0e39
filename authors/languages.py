"""The site's languages, and the one place that knows how a language's column is called."""

from django.conf import settings
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname


def codes():
    """Return the language codes in the order of the settings, e.g. ``["en", "ru"]``."""
    return [code for code, _ in settings.LANGUAGES]


def name(language):
    """Return the language's name in that language itself: "Русский"."""
    return dict(settings.LANGUAGES)[language]


def read_first():
    """Return the codes with the active language first: the order in which whoever reads now wants to see a name."""
    active = get_language()
    return sorted(codes(), key=lambda code: code != active)


def others(language):
    """Return the other languages' codes, in order."""
    return [code for code in codes() if code != language]


def column(field, language):
    """Return the name of the column that holds a translated field in a language."""
    return build_localized_fieldname(field, language)


def columns(*fields):
    """Return the columns of translated fields in every language, field by field."""
    return [column(field, code) for field in fields for code in codes()]


def localized(obj, field, language):
    """Return a translated field's value in exactly that language, ``""`` when there is none."""
    return getattr(obj, column(field, language)) or ""
