"""Organizations: found by every name they go by."""

import pytest
from django.db import IntegrityError

from authors.models import Organization
from tests.factories import make_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["Organization INSTITUTE", "организация institute", "RIAC", "рсмд", "Council on Affairs"]
)
def test_an_organization_is_found_by_name_short_name_and_alias(name: str) -> None:
    riac = make_organization(short_name_en="RIAC", short_name_ru="РСМД", aliases="Council on Affairs")
    make_organization("other")
    assert Organization.objects.named(name) == [riac]


def test_two_organizations_cannot_have_one_ror() -> None:
    make_organization(ror="https://ror.org/00f2z7n96")
    with pytest.raises(IntegrityError):
        make_organization("other", ror="https://ror.org/00f2z7n96")


def test_an_organization_without_a_slug_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError):
        make_organization("")


def test_an_organization_named_in_russian_only_goes_by_that_name() -> None:
    assert str(make_organization(name_en=None, name_ru="РСМД")) == "РСМД"
