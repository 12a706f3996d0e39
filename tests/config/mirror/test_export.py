"""The mirror: all of the site, the same bytes, and nothing that is no longer public."""

import gzip
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import brotli
import html5lib
import pytest
from django.utils import timezone

from articles.models import Article, Edition
from articles.press.withdraw import withdraw
from config.mirror.export import export_site
from config.mirror.refusal import Refusal
from tests.articles.reading.test_paging import release_many
from tests.config.mirror.crawler import crawl, faults, over_http
from tests.config.page_store.conftest import Visitor
from tests.factories import make_article, publish

Site = Callable[[str], tuple[int, bytes]]
OTHER = {"en": "ru", "ru": "en"}
PORTRAIT = "/media/portraits/%D0%B0%D0%BD%D0%BD%D0%B0.png"  # as a page names «анна.png»


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """What tells whether a file has been touched: its number on the disk, and when it was written."""
    return {name: (found.st_ino, found.st_mtime_ns) for name in names(folder) for found in [(folder / name).stat()]}


def test_every_link_leads_somewhere_and_every_page_is_the_site_s(
    published: dict, folder: Path, served: str, site: Site
) -> None:
    export_site(folder)
    met = crawl(over_http(served), "http://localhost")
    assert faults(met, site) == []
    for language in ("en", "ru"):
        for path in (
            "articles/treaty-{0}/", "articles/treaty-{0}/short/", "articles/treaty-{0}/parallel/{1}/",
            "articles/treaty-{0}/editions/", "articles/treaty-{0}/editions/1/cite.bib",
            "articles/treaty-{0}/share.png", "authors/anna-smirnova/feed.atom", "organizations/institute/",
            "topics/treaties/feed.json", "about/", "feed.atom", "search/",
        ):  # fmt: skip
            assert f"/{language}/{path.format(language, OTHER[language])}" in met
    assert {
        "/sitemap.xml",
        "/robots.txt",
        PORTRAIT,
        "/static/css/site.css",
    } <= set(met)
    assert "/static/fonts/literata-cyrillic.woff2" in met


def test_a_packed_file_is_what_the_site_sends_packed(
    published: dict, folder: Path, visitor: Visitor, language: str
) -> None:
    export_site(folder)
    for name in ("", "feed.json", f"articles/treaty-{language}/"):
        file = folder / language / (name if name.endswith("json") else f"{name}index.html")
        for encoding, suffix, unpack in (("br", ".br", brotli.decompress), ("gzip", ".gz", gzip.decompress)):
            packed = file.with_name(file.name + suffix).read_bytes()
            assert packed == visitor.get(f"/{language}/{name}", accept_encoding=encoding).body
            assert unpack(packed) == file.read_bytes()


def test_a_second_export_touches_nothing(published: dict, folder: Path) -> None:
    first = export_site(folder)
    before = marks(folder)
    second = export_site(folder)
    assert marks(folder) == before
    assert (second.written, second.kept, second.removed) == (0, first.written, 0)


def test_only_what_has_changed_is_written_anew(published: dict, folder: Path, language: str) -> None:
    export_site(folder)
    before = marks(folder)
    article = Article.objects.get(key="treaty")
    setattr(article, f"full_text_{language}", "<p>Other words. Другие слова.</p>")
    article.save()
    publish(article, language, change="correction")
    export_site(folder)
    after = marks(folder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert f"{language}/articles/treaty-{language}/index.html.br" in changed
    assert f"{language}/articles/treaty-{language}/editions/3/index.html" in changed
    same = [f"{code}/about/index.html" for code in ("en", "ru")] + [f"{OTHER[language]}/feed.json", "robots.txt"]
    assert [name for name in (*same, "static/css/site.css") if name in changed] == []


def test_a_withdrawn_text_leaves_its_note_and_nothing_else(
    published: dict, folder: Path, site: Site, language: str
) -> None:
    export_site(folder)
    withdraw(published[language], by=None, reason="Not right. Неверно.")
    done = export_site(folder)
    text = f"{language}/articles/treaty-{language}/"
    left = {name for name in names(folder) if name.startswith(text) and not name.endswith((".br", ".gz"))}
    pages = ("", "short/", "editions/", f"parallel/{OTHER[language]}/")
    assert left == {f"{text}{page}index.html" for page in pages}
    for page in pages:
        assert (410, (folder / text / page / "index.html").read_bytes()) == site(f"/{text}{page}")
    assert "Not right. Неверно." in (folder / text / "index.html").read_text()
    assert f"/{text}* /{text} 410\n" in (folder / "_redirects").read_text()
    assert f"location ~ ^/{text} {{ error_page 410 @gone; return 410; }}\n" in (folder / "_nginx.conf").read_text()
    assert done.removed > 0
    listed = [folder / language / name for name in ("index.html", "feed.atom", "articles/index.html")]
    assert ["Corrected" in path.read_text() for path in listed] == [False] * 3


def test_a_slug_of_before_leads_on(published: dict, folder: Path, served: str, language: str) -> None:
    article = Article.objects.get(key="treaty")
    setattr(article, f"slug_{language}", f"accord-{language}")
    article.save()
    publish(article, language, change="correction")
    export_site(folder)
    old, new = (f"/{language}/articles/{slug}-{language}/" for slug in ("treaty", "accord"))
    assert f"{old}* {new}:splat 301\n" in (folder / "_redirects").read_text()
    assert f'rewrite "^{old}(.*)$" {new}$1 permanent;\n' in (folder / "_nginx.conf").read_text()
    for below in ("", "short/", f"parallel/{OTHER[language]}/", "editions/1/"):
        status, body = over_http(served)(old + below)
        assert status == 200
        assert f'<meta http-equiv="refresh" content="0; url={new}{below}">' in body.decode()
        assert over_http(served)(new + below)[0] == 200


def test_what_is_still_to_come_is_nowhere(published: dict, folder: Path) -> None:
    publish(make_article("embargoed"), at=timezone.now() + timedelta(hours=1))
    export_site(folder)
    assert [name for name in names(folder) if "embargoed" in name] == []
    told = [name for name in names(folder) if name.endswith((".html", ".xml", ".atom", ".json", "_redirects"))]
    assert [name for name in told if "embargoed" in (folder / name).read_text()] == []


def test_a_moment_that_comes_meanwhile_comes_for_every_page(
    published: dict, folder: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    publish(make_article("embargoed"), at=timezone.now() + timedelta(hours=1))
    later = timezone.now() + timedelta(hours=2)

    def pages(addresses: list[str]):
        for number, address in enumerate(addresses):
            if number == 10:
                monkeypatch.setattr("django.utils.timezone.now", lambda: later)
            yield address

    export_site(folder, progress=pages)
    lists = ("index.html", "articles/index.html", "feed.atom", f"articles/embargoed-{language}/index.html")
    assert ["embargoed" in (folder / language / name).read_text() for name in lists] == [True] * 4


def test_a_change_meanwhile_is_in_all_of_the_mirror(published: dict, folder: Path) -> None:
    rounds = []

    def pages(addresses: list[str]):
        rounds.append(len(addresses))
        for number, address in enumerate(addresses):
            if number == 20 and len(rounds) == 1:
                withdraw(published["en"], by=None, reason="Wrong.")
            yield address

    export_site(folder, progress=pages)
    assert len(rounds) == 2
    assert "Wrong." in (folder / "en/articles/treaty-en/index.html").read_text()
    assert "Corrected" not in (folder / "en/index.html").read_text()


def test_a_site_that_never_rests_leaves_the_mirror_as_it_was(published: dict, folder: Path) -> None:
    export_site(folder)
    before = marks(folder)
    count = iter(range(100))

    def pages(addresses: list[str]):
        yield from addresses
        Article.objects.get(key="review").topics.first().editions.first().topics.create(slug=f"topic-{next(count)}")

    with pytest.raises(Refusal, match="expected the same generation at the end as at the beginning; found 5 times"):
        export_site(folder, progress=pages)
    assert marks(folder) == before


def test_the_later_parts_of_lists_are_files_that_a_host_with_rules_can_find(
    transactional_db: None, folder: Path, site: Site
) -> None:
    release_many(65)
    export_site(folder)
    for path in ("/ru/articles/", "/ru/articles/2021/", "/ru/authors/ada-lovelace/", "/ru/topics/treaties/"):
        [one, two] = [part.name for part in (folder / path.strip("/") / "after").iterdir()]
        for after in (one, two):
            file = folder / path.strip("/") / "after" / after / "index.html"
            assert (200, file.read_bytes()) == site(f"{path}?after={after}")
            assert b"text-" in file.read_bytes()


def test_every_text_can_be_reached_without_a_parameter(transactional_db: None, folder: Path, served: str) -> None:
    release_many(65)
    export_site(folder)
    without_parameters = over_http(served)
    met = crawl(lambda address: without_parameters(address) if "?" not in address else (200, b""), "http://localhost")
    listed = without_parameters("/ru/search/2021/")[1].decode()
    assert [number for number in range(65) if f"/ru/articles/text-{number}-ru/" not in listed] == []
    assert "/ru/search/2021/" in met


def test_an_address_in_a_text_is_no_file_to_look_for(transactional_db: None, folder: Path) -> None:
    publish(make_article(full_text_en='<p>See src="/static/none.css", or href="/media/none.png".</p>'))
    export_site(folder)
    assert not (folder / "static/none.css").exists()


def test_a_picture_that_is_not_there_is_told(published: dict, folder: Path, settings) -> None:
    os.unlink(Path(settings.MEDIA_ROOT) / "portraits/анна.png")
    with pytest.raises(Refusal, match=r"portraits/анна\.png: expected a picture, which a page names; found none"):
        export_site(folder)


@pytest.mark.parametrize("name", ["en/404.html", "ru/404.html", "404.html"])
def test_a_page_for_what_is_not_there_is_the_site_s(published: dict, folder: Path, site: Site, name: str) -> None:
    export_site(folder)
    assert site(f"/{name.removesuffix('404.html')}none") == (404, (folder / name).read_bytes())


def test_the_front_door_offers_both_languages(published: dict, folder: Path) -> None:
    export_site(folder)
    door = (folder / "index.html").read_text()
    assert '<a href="/en/" hreflang="en">English</a>' in door
    assert '<a href="/ru/" hreflang="ru">Русский</a>' in door
    assert '<link rel="canonical" href="http://localhost/">' in door


SEARCHED_THERE = {"en": "Search on the site itself", "ru": "Искать на самом сайте"}


def test_search_is_said_to_be_elsewhere(published: dict, folder: Path, language: str) -> None:
    export_site(folder)
    page = (folder / language / "search/index.html").read_text()
    assert f'<a href="http://localhost/{language}/search/" rel="search">{SEARCHED_THERE[language]}</a>' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("indexed", [False, True], ids=["without an index", "with an index"])
def test_the_mirror_s_own_pages_are_html_without_a_fault(
    published: dict, folder: Path, language: str, indexed: bool
) -> None:
    article = Article.objects.get(key="treaty")
    setattr(article, f"slug_{language}", f"accord-{language}")
    article.save()
    publish(article, language, change="correction")
    export_site(folder, index_with=["true"] if indexed else None)
    year = timezone.now().year
    own = ["search/index.html", f"search/{year}/index.html", f"articles/treaty-{language}/index.html"]
    for file in [folder / "index.html", *(folder / language / name for name in own)]:
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file.read_bytes())
        assert page.get("lang") == ("en" if file.parent == folder else language)
        assert page.find(".//link[@rel='canonical']").get("href").startswith("http://localhost/")


def test_a_site_that_is_being_debugged_is_not_mirrored(published: dict, folder: Path, settings) -> None:
    settings.DEBUG = True
    with pytest.raises(Refusal, match="DEBUG: expected off, as on the site that is mirrored; found on"):
        export_site(folder)


def test_a_page_that_does_not_answer_as_it_should_is_named(
    published: dict, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.mirror.pages.rendered", lambda app, address: ("503 Service Unavailable", [], b""))
    with pytest.raises(Refusal, match=r"/sitemap\.xml: expected status 200; found 503 Service Unavailable"):
        export_site(folder)
    assert not folder.exists()


def test_nobody_is_public_before_a_text_of_theirs_is(transactional_db: None, folder: Path, served: str) -> None:
    publish(make_article("first"), "en")
    export_site(folder)
    assert Edition.objects.count() == 1
    assert over_http(served)("/ru/authors/author-of-first/")[0] == 404
    assert over_http(served)("/en/authors/author-of-first/")[0] == 200
