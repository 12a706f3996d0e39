"""The token of a personal link is written nowhere: not to any log, not to what is kept, not to an error page."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from articles.models import Act, ExactText, SignOff, SignOffRequest, Version
from articles.press.links import ask, revoke
from tests.articles.press.signatures import pair, rewrite

pytestmark = pytest.mark.django_db


def handlers() -> Iterator[logging.Handler]:
    """Every handler of the site, wherever it hangs; those that the tests themselves have added aside."""
    for logger in [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]:
        yield from (one for one in logger.handlers if not type(one).__module__.startswith("_pytest"))


@pytest.fixture(params=[False, True], ids=["in service", "debugging"])
def log(request: pytest.FixtureRequest, settings, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What all the site's handlers write, each in its own form."""
    settings.DEBUG = request.param
    written = io.StringIO()
    for handler in set(handlers()):
        if isinstance(handler, logging.StreamHandler):
            monkeypatch.setattr(handler, "stream", written)
    return written


def test_every_status_leaves_a_line_and_no_token(
    client: Client, language: str, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, anna, _boris = pair()
    request, token = ask(article, anna, language, by=None)
    address, answers = f"/signoff/{token}/", []
    answers.append(client.get(address[:-2] + "/"))
    answers.append(client.delete(address))
    answers.append(client.post(address, {"digest": request.digest}))
    rewrite(article, language, "<p>Another text.</p>")
    answers.append(client.get(address))
    revoke(request, by=None)
    answers.append(client.get(address))

    def broken(token: str) -> None:
        raise RuntimeError(f"broken with {address}")

    monkeypatch.setattr("articles.proofs.signoff.find", broken)
    client.raise_request_exception = False
    answers.append(client.get(address))
    assert [answer.status_code for answer in answers] == [404, 405, 400, 409, 410, 500]
    said = log.getvalue()
    for words in ("Not Found", "Method Not Allowed", "Bad Request", "Conflict", "Gone", "Internal Server Error"):
        assert words in said
    assert token not in said
    assert token[:-1] not in said


def test_nothing_that_is_kept_holds_the_token(client: Client, language: str) -> None:
    article, anna, _boris = pair()
    request, token = ask(article, anna, language, by=None)
    address = f"/signoff/{token}/"
    client.get(address)
    client.post(address, {"digest": request.digest, "decision": "approved"})
    rows = [
        str(vars(one)) for model in (Act, ExactText, SignOff, SignOffRequest, Version) for one in model.objects.all()
    ]
    assert token not in "".join(rows)
    assert token not in str(vars(cache))
    assert mail.outbox == []
