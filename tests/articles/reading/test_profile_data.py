"""Structured data of people, organizations and the site itself."""

from datetime import date

import pytest
from django.test import Client

from tests.articles.reading.addresses import page
from tests.articles.reading.machines import nodes, structured_data
from tests.factories import make_article, make_author, make_organization, make_post, publish

pytestmark = pytest.mark.django_db

SITE = {"en": "Diptych", "ru": "Диптих"}


def test_an_author_is_who_they_are_today(client: Client, language: str) -> None:
    author = make_author("ada-lovelace", orcid="0000-0002-1825-0097", aliases="A. Lovelace", url="https://ada.example/")
    make_post(author, make_organization("academy", ror="https://ror.org/00f2z7n96"))
    make_post(author, make_organization("school"), until=date(2001, 1, 1))
    publish(make_article(authors=[author]))
    found = nodes(client.get(f"/{language}/authors/ada-lovelace/"))
    address = f"http://localhost/{language}/authors/ada-lovelace/"
    other = {"en": "ru", "ru": "en"}[language]
    assert found["ProfilePage"]["mainEntity"] == {"@id": f"{address}#person"}
    assert found["ProfilePage"]["inLanguage"] == language
    assert found["Person"] == {
        "@type": "Person",
        "@id": f"{address}#person",
        "name": {"en": "Ada Lovelace", "ru": "Ada-ру Lovelace"}[language],
        "givenName": {"en": "Ada", "ru": "Ada-ру"}[language],
        "familyName": "Lovelace",
        "alternateName": [{"en": "Ada-ру Lovelace", "ru": "Ada Lovelace"}[language], "A. Lovelace"],
        "jobTitle": [{"en": "Fellow", "ru": "Научный сотрудник"}[language]],
        "affiliation": [
            {
                "@type": "Organization",
                "@id": f"http://localhost/{language}/organizations/academy/#organization",
                "name": {"en": "Organization academy", "ru": "Организация academy"}[language],
                "sameAs": "https://ror.org/00f2z7n96",
            }
        ],
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "ORCID",
            "value": "0000-0002-1825-0097",
            "url": "https://orcid.org/0000-0002-1825-0097",
        },
        "url": address,
        "sameAs": [
            "https://orcid.org/0000-0002-1825-0097",
            "https://ada.example/",
            f"http://localhost/{other}/authors/ada-lovelace/",
        ],
    }


@pytest.mark.usefixtures("seed")
def test_an_organization_has_its_identifier_and_its_other_names(client: Client, language: str) -> None:
    address = f"http://localhost/{language}/organizations/rand/"
    other = {"en": "ru", "ru": "en"}[language]
    assert nodes(client.get(f"/{language}/organizations/rand/"))["ProfilePage"]["mainEntity"] == {
        "@id": f"{address}#organization"
    }
    everything = client.get(f"/{language}/organizations/rand/")
    assert organizations(everything)[0] == {
        "@type": "Organization",
        "@id": f"{address}#organization",
        "name": {"en": "RAND Corporation", "ru": "Корпорация RAND"}[language],
        "alternateName": [{"en": "Корпорация RAND", "ru": "RAND Corporation"}[language], "RAND"],
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "ROR",
            "value": "00f2z7n96",
            "url": "https://ror.org/00f2z7n96",
        },
        "url": address,
        "sameAs": [
            "https://ror.org/00f2z7n96",
            "https://www.rand.org",
            f"http://localhost/{other}/organizations/rand/",
        ],
    }


def organizations(response) -> list[dict]:
    return [node for node in structured_data(response)["@graph"] if node["@type"] == "Organization"]


def test_the_front_page_is_the_site_in_a_language(client: Client, language: str) -> None:
    front = f"http://localhost/{language}/"
    found = nodes(client.get(page("front", language)))
    assert found["WebSite"] == {
        "@type": "WebSite",
        "@id": f"{front}#website",
        "url": front,
        "name": SITE[language],
        "inLanguage": language,
        "publisher": {"@id": "http://localhost/#publisher"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"http://localhost/{language}/search/?q={{q}}"},
            "query-input": "required name=q",
        },
    }
    assert found["Organization"] == {
        "@type": "Organization",
        "@id": "http://localhost/#publisher",
        "name": SITE[language],
        "url": front,
        "logo": {"@type": "ImageObject", "url": "http://localhost/static/diptych.svg"},
    }
