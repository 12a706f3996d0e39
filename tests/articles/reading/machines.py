"""Reading what pages and feeds say to machines, with other people's readers."""

import json
import re
import warnings

import feedparser
from django.http import HttpResponse
from django.test import Client
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection

SCHEMA = Namespace("https://schema.org/")
# schema.org's own context cannot be fetched here. This one gives its words the same names; and it keeps authors in
# their order, in which JSON has them and which a graph forgets.
CONTEXT = {"@vocab": "https://schema.org/", "author": {"@container": "@list"}, "translator": {"@container": "@list"}}


def structured_data(response: HttpResponse) -> dict:
    """The one block of structured data on a page, as JSON."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def nodes(response: HttpResponse) -> dict[str, dict]:
    """The nodes of a page's graph by their type."""
    return {node["@type"]: node for node in structured_data(response)["@graph"]}


def as_graph(*responses: HttpResponse) -> Graph:
    """The structured data of pages as rdflib reads it."""
    graph = Graph()
    for response in responses:
        data = structured_data(response)
        assert data["@context"] == "https://schema.org"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser warns of rdflib's own old classes
            graph.parse(data=json.dumps(data | {"@context": CONTEXT}), format="json-ld")
    return graph


def in_order(graph: Graph, subject: str, word: str) -> list[str]:
    """The names of everybody whom a property of a subject lists."""
    head = graph.value(URIRef(subject), SCHEMA[word])
    return [str(graph.value(one, SCHEMA.name)) for one in Collection(graph, head)]


def read_feed(client: Client, address: str) -> feedparser.FeedParserDict:
    """A feed as feedparser reads it, which must find no fault in it."""
    response = client.get(address)
    assert response.status_code == 200
    headers = {"content-type": response["Content-Type"]}
    feed = feedparser.parse(
        response.content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed
