"""An index for searching the mirror: by a program that need not be there, which is why a stand-in plays it here."""

import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from config.mirror.export import export_site
from config.mirror.refusal import Refusal
from tests.factories import make_article, publish

# Writes what Pagefind writes, by name, of the pages it is shown; its languages in another order every time.
STAND_IN = """
import json, sys, pathlib, time
told = dict(zip(sys.argv[1::2], sys.argv[2::2]))
out = pathlib.Path(told["--output-path"])
assert told["--glob"] == "{en,ru}/articles/*/index.html"
pages = sorted(pathlib.Path(told["--site"]).glob("*/articles/*/index.html"))
(out / "fragment").mkdir()
(out / "pagefind.js").write_text("export const search = () => ({results: []});" * 20)
(out / "pagefind-ui.js").write_text("none of ours")
(out / "fragment/en_1.pf_fragment").write_text("\\n".join(page.read_text() for page in pages))
languages = sorted(["en", "ru"], reverse=time.time_ns() // 1000 % 2)
(out / "pagefind-entry.json").write_text(json.dumps({"languages": dict.fromkeys(languages, 1)}))
"""


@pytest.fixture
def published(transactional_db: None) -> None:
    publish(make_article())


@pytest.fixture
def stand_in(tmp_path: Path) -> list[str]:
    program = tmp_path / "stand_in.py"
    program.write_text(STAND_IN)
    return [sys.executable, str(program)]


def test_a_mirror_with_an_index_searches_by_itself(
    published: None, folder: Path, stand_in: list[str], language: str
) -> None:
    export_site(folder, index_with=stand_in)
    page = (folder / language / "search/index.html").read_text()
    assert f'action="/{language}/search/" data-index="/pagefind/pagefind.js" hidden>' in page
    assert f'<a href="http://localhost/{language}/search/" rel="search">' in page
    assert (folder / "static/reading/mirror_search.js").is_file()
    assert "Full text of treaty" in (folder / "pagefind/fragment/en_1.pf_fragment").read_text()
    assert (folder / "pagefind/pagefind.js.br").is_file()
    assert not (folder / "pagefind/pagefind-ui.js").exists()


def test_only_search_may_run_what_the_index_needs(published: None, folder: Path, stand_in: list[str]) -> None:
    export_site(folder, index_with=stand_in)
    blocks = {}
    for line in (folder / "_headers").read_text().splitlines():
        if not line.startswith(" "):
            lines = blocks[line] = []
        lines.append(line)
    powerful = [address for address, lines in blocks.items() if "wasm" in "".join(lines)]
    assert powerful == ["/en/search/*", "/ru/search/*", "/pagefind/*"]
    rules = (folder / "_nginx.conf").read_text().splitlines()
    assert [line.split(" {")[0] for line in rules if "wasm" in line] == [
        "location ^~ /en/search/", "location ^~ /ru/search/", "location ^~ /pagefind/",
    ]  # fmt: skip
    export_site(folder)
    assert "wasm" not in (folder / "_headers").read_text() + (folder / "_nginx.conf").read_text()


def test_an_index_of_the_same_texts_is_touched_no_more(published: None, folder: Path, stand_in: list[str]) -> None:
    export_site(folder, index_with=stand_in)
    assert [export_site(folder, index_with=stand_in).written for _again in range(3)] == [0, 0, 0]


def test_without_an_index_there_is_none_left(published: None, folder: Path, stand_in: list[str]) -> None:
    export_site(folder, index_with=stand_in)
    export_site(folder)
    assert not (folder / "pagefind").exists()
    assert "data-index" not in (folder / "en/search/index.html").read_text()


def test_an_index_that_cannot_be_made_leaves_the_mirror_as_it_was(published: None, folder: Path) -> None:
    export_site(folder)
    failing = [sys.executable, "-c", "raise SystemExit('out of memory')"]
    with pytest.raises(
        Refusal, match="pagefind: expected an index of the articles; found exit status 1: out of memory"
    ):
        export_site(folder, index_with=failing)
    assert (folder / "en/index.html").exists()


def test_a_program_that_is_not_there_is_named(published: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.mirror.search_index.which", lambda name: None)
    monkeypatch.setattr("config.mirror.search_index.find_spec", lambda name: None)
    with pytest.raises(CommandError, match="pagefind: expected the program, on PATH or as a package of this Python"):
        call_command("export_site", folder, search=True)
    assert not folder.exists()
