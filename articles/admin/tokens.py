"""Version tokens: a form says which version of which manuscript it was made from, and is refused when that is past."""

import secrets

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NEW = "new."  # how the token of a form begins for a manuscript that is not there yet; the rest makes it the only one


def token(article):
    """Return the token of an article as it is in memory: ``"17.4"`` is version 4 of article 17."""
    return f"{article.pk}.{article.version}" if article.pk else NEW + secrets.token_hex(16)


def version_in(sent, article):
    """Return the version (int) a token names. Raises ValidationError unless it is one of this article's.

    Codes: ``missing`` for no token or none of ours, ``foreign`` for another article's, ``future`` for a version that
    is still to come. An older version is returned as it is: what follows from that, the caller knows.
    """
    number, _dot, version = (sent or "").partition(".")
    if not (number.isascii() and number.isdigit() and version.isascii() and version.isdigit() and len(version) < 10):
        raise _missing()
    if int(number) != article.pk:
        raise ValidationError(_("Expected a form of this article; found one of another."), code="foreign")
    if int(version) > article.version:
        raise ValidationError(
            _("Expected version %(current)d of the article or an earlier one; found %(found)d."),
            code="future",
            params={"current": article.version, "found": int(version)},
        )
    return int(version)


def refuse_unless_current(sent, article):
    """Raise ValidationError (codes of ``version_in``, and ``conflict``) unless a token names the present version."""
    if version_in(sent, article) != article.version:
        raise ValidationError(
            _("The manuscript has changed since this page was opened. Nothing was done: look at it as it is now."),
            code="conflict",
        )


def refusal_of_new(sent):
    """Return the refusal of a form for a new article unless it carries the token of one, else None."""
    return None if (sent or "").startswith(NEW) and len(sent) <= 40 else _missing()


def _missing():
    message = _("Expected the version of the article that this form was made from; found none.")
    return ValidationError(message, code="missing")
