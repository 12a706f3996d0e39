"""Structured data: what a page says of itself to machines, in one graph (schema.org, as JSON-LD 1.1)."""

import json

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.reading.page import absolute, site_name

# Inside a script element only "</script" and "<!--" end or alter it, and U+2028 and U+2029 end a line of JavaScript;
# escaped in JSON's own way they mean the same (RFC 8259 §7; HTML, "Restrictions for contents of script elements").
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
PUBLISHER = "/#publisher"


def graph(*nodes):
    """Return the structured data of a page, ready for its script element: nodes that name one another by ``@id``."""
    return script({"@context": "https://schema.org", "@graph": list(nodes)})


def script(data):
    """Return a value as JSON that can stand inside a script element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped just here


def known(**properties):
    """Return properties (dict) without those of which nothing is known."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def said(*, type, id="", **properties):
    """Return what is known of a thing as a node of JSON-LD: its type, its address if it has one, its properties."""
    return {"@type": type} | ({"@id": id} if id else {}) | known(**properties)


def identifier(scheme, address):
    """Return a persistent identifier, an address like "https://orcid.org/0000-…", as a PropertyValue, or None."""
    if not address:
        return None
    return {"@type": "PropertyValue", "propertyID": scheme, "value": address.rpartition("/")[2], "url": address}


def orcid_address(person):
    """Return the address of a person's ORCID iD, or ""."""
    return f"https://orcid.org/{person.orcid}" if person.orcid else ""


def publisher(language):
    """Return the site as the organization that publishes; the same one in every language."""
    logo = {"@type": "ImageObject", "url": absolute(static("diptych.svg"))}
    front = absolute(reverse("front", args=[language]))
    return said(type="Organization", id=absolute(PUBLISHER), name=site_name(language), url=front, logo=logo)


def website(language):
    """Return the site in a language as a WebSite, with where it is searched (a SearchAction)."""
    front = absolute(reverse("front", args=[language]))
    search = absolute(reverse("search", args=[language]))
    return said(
        type="WebSite",
        id=f"{front}#website",
        url=front,
        name=site_name(language),
        inLanguage=language,
        publisher={"@id": absolute(PUBLISHER)},
        potentialAction={
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{q}}"},
            "query-input": "required name=q",
        },
    )


def breadcrumbs(language, address, section, name):
    """Return the way from the front page to a page: "Diptych › Articles › …" (a BreadcrumbList).

    ``address`` is the page's canonical address, ``section`` the view of the list it is found in, "" for none.
    """
    front = (site_name(language), absolute(reverse("front", args=[language])))
    with override(language):
        sections = {"archive": _("Articles"), "authors": _("Authors"), "organizations": _("Organizations")}
    listed = [(sections[section], absolute(reverse(section, args=[language])))] if section else []
    steps = [front, *listed, (name, address)]
    return {
        "@type": "BreadcrumbList",
        "@id": f"{address}#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step, "item": place}
            for number, (step, place) in enumerate(steps, start=1)
        ],
    }
