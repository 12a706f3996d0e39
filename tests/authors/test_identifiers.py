"""ORCID and ROR: one form kept, and every wrong digit noticed."""

import pytest
from django.core.exceptions import ValidationError

from authors.identifiers import normalise_orcid, normalise_ror, orcid_check_digit
from tests.factories import make_author, make_organization


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("000000021694233X", "0000-0002-1694-233X"),
        (" https://orcid.org/0000-0002-1825-0097 ", "0000-0002-1825-0097"),
        ("http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ],
)
def test_an_orcid_is_kept_in_one_form(written: str, kept: str) -> None:
    assert normalise_orcid(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "0000-0002-1825-0098",
        "0000-0002-1694-2330",
        "0000-0002-1825-X097",
        "0000-0002-1825",
        "0000-0002-1825-00970",
        "https://example.org/0000-0002-1825-0097",
        "٠٠٠٠-0002-1825-0097",
        "Timofeev",
    ],
)
def test_what_is_no_orcid_is_refused(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        normalise_orcid(written)
    assert refused.value.code == "orcid"
    assert refused.value.messages == [
        f"Expected an ORCID iD like 0000-0002-1825-0097 with a right check digit; found “{written}”."
    ]


def test_the_check_digit_ten_is_written_x() -> None:
    assert orcid_check_digit("000000021694233") == "X"
    assert orcid_check_digit("000000021825009") == "7"


@pytest.mark.parametrize(
    "written",
    [
        "https://ror.org/00f2z7n96",
        "http://ror.org/00f2z7n96",
        "ror.org/00f2z7n96",
        "00f2z7n96",
        " https://ror.org/00F2Z7N96 ",
    ],
)
def test_a_ror_is_kept_as_its_address(written: str) -> None:
    assert normalise_ror(written) == "https://ror.org/00f2z7n96"


@pytest.mark.parametrize(
    "written",
    [
        "https://ror.org/00f2z7n97",
        "https://ror.org/00f2z7m96",
        "https://ror.org/10f2z7n96",
        "https://ror.org/00u2z7n96",
        "https://ror.org/00f2z7n9",
        "https://ror.org/00f2z7n96/",
        "RAND",
    ],
)
def test_what_is_no_ror_is_refused(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        normalise_ror(written)
    assert refused.value.code == "ror"
    assert refused.value.messages == [
        f"Expected a ROR identifier like https://ror.org/00f2z7n96 with right check digits; found “{written}”."
    ]


@pytest.mark.django_db
def test_a_checked_person_and_organization_carry_the_one_form() -> None:
    person = make_author(orcid="https://orcid.org/0000-0002-1694-233x")
    organization = make_organization(ror="00F2Z7N96")
    person.clean()
    organization.clean()
    assert (person.orcid, organization.ror) == ("0000-0002-1694-233X", "https://ror.org/00f2z7n96")
