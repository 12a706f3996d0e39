"""A co-author's own page, by a personal link: what it shows, takes and refuses."""

import pytest
from django.test import Client

from articles.press.links import ask
from tests.articles.press.signatures import pair, rewrite

pytestmark = pytest.mark.django_db


def test_smoke(client: Client, language: str) -> None:
    article, anna, boris = pair()
    request, token = ask(article, boris, language, by=None)
    r = client.get(f"/signoff/{token}/")
    print(r.content.decode())
    print(r.headers)
    assert r.status_code == 200
    r = client.post(f"/signoff/{token}/", {"decision": "changes", "digest": request.digest})
    assert r.status_code == 400
    r = client.post(f"/signoff/{token}/", {"decision": "changes", "digest": request.digest, "remark-full-p1": "Bad"})
    assert r.status_code == 200
    r = client.post(f"/signoff/{token}/", {"decision": "approved", "digest": request.digest})
    assert r.status_code == 200
    rewrite(article, language, "<p>Another</p>")
    r = client.post(f"/signoff/{token}/", {"decision": "approved", "digest": request.digest, "remark-full-p1": "Bad"})
    assert r.status_code == 409
    print(r.content.decode())
    r = client.post(f"/signoff/{token}/", {"decision": "read"})
    assert r.status_code == 200
    assert client.put(f"/signoff/{token}/").status_code == 405
    assert 0
