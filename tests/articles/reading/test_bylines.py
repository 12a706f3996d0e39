"""Every form of a text names the same authors in the same order, and nobody else."""

import pytest
from django.test import Client

from articles.models import Byline
from tests.articles.reading.addresses import page
from tests.articles.reading.bylines import FORMS
from tests.factories import make_article, make_author, make_organization, publish

SEED = {"en": ["Ivan Timofeev", "Samuel Charap"], "ru": ["Иван Тимофеев", "Сэмюэл Чарап"]}
MANY = {
    "en": ["Zoe Z", "Law and Order Institute", "Anna A", "Mia van der Berg", "Plato"],
    "ru": ["Zoe-ру Z", "Институт права и порядка", "Anna-ру A", "Миа ван дер Берг", "Платон"],
}


# Feeds hold what is live, and structured data calls an edition at its own address by another name.
OF_EDITIONS = [form for form in FORMS if form not in ("Atom", "JSON Feed", "JSON-LD")]


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("name", "form"), [*(("article", form) for form in FORMS), *(("edition", form) for form in OF_EDITIONS)]
)
def test_both_authors_of_the_seed_stand_in_the_order_of_its_byline(
    client: Client, form: str, name: str, language: str
) -> None:
    assert FORMS[form](client, page(name, language)) == SEED[language]


@pytest.mark.django_db
def test_people_and_organizations_stand_in_one_order_everywhere(client: Client, language: str) -> None:
    berg = {"given_name_en": "Mia", "family_name_en": "van der Berg"}
    berg |= {"given_name_ru": "Миа", "family_name_ru": "ван дер Берг"}
    plato = {"given_name_en": "", "family_name_en": "Plato", "given_name_ru": "", "family_name_ru": "Платон"}
    article = make_article(authors=[make_author("zoe-z")])
    institute = make_organization(name_en="Law and Order Institute", name_ru="Институт права и порядка")
    Byline.objects.create(article=article, position=2, organization=institute)
    others = [make_author("anna-a"), make_author("mia-berg", **berg), make_author("plato", **plato)]
    for position, author in enumerate(others, start=3):
        Byline.objects.create(article=article, position=position, author=author)
    for position, role in ((0, "translator"), (9, "editor")):
        Byline.objects.create(article=article, position=position, role=role, author=make_author(f"{role}-x"))
    publish(article)
    found = {form: read(client, f"/{language}/articles/treaty-{language}/") for form, read in FORMS.items()}
    assert found == dict.fromkeys(FORMS, MANY[language])
