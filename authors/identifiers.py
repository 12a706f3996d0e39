"""Identifiers of people and organizations: ORCID and ROR, checked and brought into one form."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def orcid_check_digit(digits):
    """Return the check character of 15 ORCID digits (ISO/IEC 7064 MOD 11-2)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def normalise_orcid(value):
    """Return an ORCID iD as ``0000-0002-1825-0097``, from that or its https://orcid.org/ address.

    Raises ValidationError (code ``orcid``).
    """
    found = re.fullmatch(
        r"(?:https?://orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", value.strip(), re.IGNORECASE | re.ASCII
    )
    compact = "".join(found.groups()).upper() if found else ""
    if not found or orcid_check_digit(compact[:-1]) != compact[-1]:
        raise ValidationError(
            _("Expected an ORCID iD like 0000-0002-1825-0097 with a right check digit; found “%(value)s”."),
            code="orcid",
            params={"value": value},
        )
    return "-".join(compact[start : start + 4] for start in range(0, 16, 4))


def normalise_ror(value):
    """Return a ROR identifier as ``https://ror.org/00f2z7n96``, from that, the short form or the bare id.

    Six Crockford base32 characters after a leading 0, then two check digits (ISO/IEC 7064 MOD 97-10).
    Raises ValidationError (code ``ror``).
    """
    found = re.fullmatch(
        r"(?:(?:https?://)?ror\.org/)?(0[0-9a-hjkmnp-tv-z]{6})([0-9]{2})", value.strip().lower(), re.ASCII
    )
    if found:
        number = 0
        for character in found[1]:
            number = number * 32 + CROCKFORD.index(character)
        if 98 - number * 100 % 97 == int(found[2]):
            return f"https://ror.org/{found[1]}{found[2]}"
    raise ValidationError(
        _("Expected a ROR identifier like https://ror.org/00f2z7n96 with right check digits; found “%(value)s”."),
        code="ror",
        params={"value": value},
    )
