"""How much a reader has to fetch: sizes as they come over the wire, static files by the way they take in service."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Page

from config.page_store.application import PageStore
from tests.browser.addresses import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.looks]

KILOBYTE = 1024
MOST_BYTES, MOST_REQUESTS, MOST_SCRIPT = 60 * KILOBYTE, 6, 10 * KILOBYTE


@pytest.fixture
def in_service(site: str, live_server, settings, tmp_path: Path) -> Iterator[str]:
    """The running site as it is served: pages from the store, static files under hashed names, all compressed."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # the readers' are our own
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static_files.HashedStaticFiles"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    server = live_server.thread.httpd
    before = server.get_app()
    server.set_app(PageStore(get_wsgi_application(), tmp_path / "pages"))
    yield site
    server.set_app(before)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_article_is_light(page: Page, in_service: str, language: str) -> None:
    """60 KB, fonts and all, in six requests, pictures aside; scripts in these have 10 KB."""
    kinds, sizes = {}, {}
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event}))
    wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(f"{in_service}{TEXTS[language]}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    fetched = [(one["type"], one["response"]["url"], sizes[name]) for name, one in kinds.items()]
    heavy = [(kind, url.rsplit("/", 1)[-1], size) for kind, url, size in fetched if not url.endswith(".svg")]
    assert [kind for kind, _url, _size in heavy].count("Font") == 2
    assert sum(size for _kind, _url, size in heavy) <= MOST_BYTES, heavy
    assert len(heavy) <= MOST_REQUESTS, heavy
    assert sum(size for kind, _url, size in heavy if kind == "Script") <= MOST_SCRIPT, heavy
