"""Posts: dated, and each once."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from authors.models import Affiliation
from tests.factories import make_author, make_organization, make_post

pytestmark = pytest.mark.django_db

ENDS_TOO_EARLY = {"since": date(2019, 6, 13), "until": date(2019, 6, 12)}


def test_a_post_that_ends_before_it_begins_is_refused_on_the_field_of_its_end() -> None:
    post = Affiliation(author=make_author(), organization=make_organization(), **ENDS_TOO_EARLY)
    with pytest.raises(ValidationError) as refused:
        post.clean()
    assert refused.value.message_dict == {"until": ["The post ends before it begins."]}


def test_the_database_refuses_a_post_that_ends_before_it_begins() -> None:
    with pytest.raises(IntegrityError):
        make_post(make_author(), make_organization(), **ENDS_TOO_EARLY)


@pytest.mark.parametrize("since", [None, date(2019, 6, 13)])
def test_the_database_refuses_the_same_post_twice(since: date | None) -> None:
    author, organization = make_author(), make_organization()
    make_post(author, organization, since=since)
    with pytest.raises(IntegrityError):
        make_post(author, organization, since=since)


def test_someone_may_come_back_to_an_organization_later() -> None:
    author, organization = make_author(), make_organization()
    make_post(author, organization, since=date(2010, 1, 1), until=date(2012, 1, 1))
    make_post(author, organization, since=date(2019, 1, 1))
    assert Affiliation.objects.at(organization).count() == 2


def test_a_post_is_found_by_its_natural_key() -> None:
    post = make_post(make_author(), make_organization(), since=date(2019, 6, 13))
    assert post.natural_key() == ("anna-smirnova", "institute", date(2019, 6, 13))
    assert Affiliation.objects.get_by_natural_key(*post.natural_key()) == post
