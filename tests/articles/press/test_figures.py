"""Figures at release: those of the short text stand in the full one, where there is one."""

import pytest

from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db


def test_figures_count_as_the_same_however_they_are_written(language: str) -> None:
    article = make_article(**{f"short_text_{language}": "<p>1,500</p>", f"full_text_{language}": "<p>1 500</p>"})
    assert list(publish(article, language)) == [language]


def test_a_short_text_alone_is_text_enough_whatever_its_figures(language: str) -> None:
    article = make_article(**{f"short_text_{language}": "<p>1933</p>", f"full_text_{language}": ""})
    assert publish(article, language)[language].plain_text == "1933"
