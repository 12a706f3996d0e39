"""A real browser on the running site, with the seed article in it, and a record of everything it complains of."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page

from tests.factories import make_user
from tests.support.door import Door
from tests.support.seed import load_seed

PASSWORD = "a long enough secret"
# Tells the test of every violation of the page's policy; a console message alone would not name the digest.
LISTENER = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
"""


@pytest.fixture
def site(live_server, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the running site, which has the seed article in both languages."""
    load_seed()
    monkeypatch.setattr(settings, "SITE_URL", live_server.url)
    server = live_server.thread.httpd
    found = server.get_app()
    door = Door(found.app if isinstance(found, Door) else found)
    server.set_app(door)
    yield live_server.url
    door.shut()  # and it stays shut: pages are closed after this


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complained of so far: errors, warnings, blocked resources. Nothing may be left at the end."""
    found: list[str] = []

    def note(failure: str) -> None:
        if "ERR_ABORTED" not in failure:  # the page was left before its icon had come
            found.append(failure)

    page.add_init_script(LISTENER)
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: note(f"{request.url}: {request.failure}"))
    page.on("response", lambda answer: found.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None)
    yield found
    assert found == []


@pytest.fixture
def desk(page: Page, site: str) -> Page:
    """A browser in which a superuser has logged in."""
    enter(page, site, make_user("editor", is_superuser=True))
    return page


def enter(page: Page, site: str, user: User) -> None:
    """Opens the desk for somebody who has logged in: the form that asks for it has tests of its own."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    cookie = {"name": session.key, "value": session.value, "httpOnly": True, "sameSite": "Lax"}
    page.context.add_cookies([cookie | {"url": f"{site}/admin/"}])
    page.goto(f"{site}/admin/")
    assert page.url == f"{site}/admin/"  # not the form
