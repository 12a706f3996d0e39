"""The project's rules about itself. Each is here because it was, or would be, broken by hand."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.support import catalogues

ROOT = Path(__file__).resolve().parent.parent
CODE = ("config", "authors", "articles", "benchmarks", "tests")
APPS = ("authors", "articles")
LONGEST_MODULE = 150  # lines; past that a module holds a second concept, which deserves a name


def files(*folders: str, suffix: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob(f"*{suffix}"))


def templates() -> list[Path]:
    return [*files("templates", suffix=".html"), *ROOT.glob("*/templates/**/*.html")]


def found(pattern: str, paths: list[Path], flags: int = 0) -> list[str]:
    """Every match of `pattern`, as `FILE:LINE: match`."""
    return [
        f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
        for path in paths
        for text in [path.read_text(encoding="utf-8")]
        for match in re.finditer(pattern, text, flags)
    ]


# --- Languages ---


def test_there_is_a_russian_catalogue() -> None:
    assert ROOT / "locale/ru/LC_MESSAGES/django.po" in catalogues.paths()


def test_every_message_is_translated_into_russian_in_all_its_plural_forms() -> None:
    messages = [message for path in catalogues.paths() if "ru" in path.parts for message in catalogues.read(path)]
    untranslated = [
        message.id
        for message in messages
        if message.id and not all(message.string if message.pluralizable else [message.string])
    ]
    assert untranslated == []


def test_no_translation_is_a_guess() -> None:
    assert [
        message.id for path in catalogues.paths() for message in catalogues.read(path) if message.fuzzy and message.id
    ] == []


def test_translations_keep_the_placeholders_of_their_messages() -> None:
    assert catalogues.faults() == []


def test_columns_of_one_language_are_spelled_only_where_languages_are_configured() -> None:
    def may(path: Path) -> bool:
        return path.name in {"translation.py", "admin.py"} or bool(
            {"admin", "migrations", "fixtures"} & set(path.parts)
        )

    paths = [path for path in [*files(*APPS, suffix=".py"), *templates()] if not may(path.relative_to(ROOT))]
    assert found(r"\b\w+_(?:en|ru)\b", paths) == []


# --- Templates: the Content-Security-Policy allows nothing inline ---


def test_templates_have_no_inline_style() -> None:
    assert found(r"<style\b|<[^>]*\sstyle\s*=", templates(), re.IGNORECASE) == []


def test_templates_have_no_inline_script() -> None:
    data = r"""type=["']application/(?:ld\+)?json["']"""  # data, which the policy does not take for a script
    assert found(rf"<script\b(?![^>]*\ssrc=)(?![^>]*{data})[^>]*>", templates(), re.IGNORECASE) == []


def test_templates_have_no_event_handlers() -> None:
    assert found(r"<[a-z][^>]*\son[a-z]+\s*=", templates(), re.IGNORECASE) == []


# --- Models, imports, modules ---


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_texts_know_neither_database_nor_request() -> None:
    """import-linter takes Django as one package, and the wording of a byline may be translated; so it is asked here."""
    outside = ("django.db", "django.http", "django.forms", "django.contrib", "django.shortcuts")
    imports = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in files("articles/texts", suffix=".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.startswith(outside)
    ]
    assert imports == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_every_model_module_is_either_for_readers_or_kept_from_them() -> None:
    """A model nobody has placed would be open to the reading room."""
    for_readers = {
        "change",
        "desk_roles",
        "edition",
        "edition_byline",
        "edition_life",
        "edition_order",
        "edition_public",
        "edition_queries",
        "edition_fetching",
        "edition_related",
        "edition_signatures",
        "edition_sql",
        "edition_subjects",
        "edition_years",
        "fetched",
        "fields",
        "generation",
        "immutable",
        "roles",
        "search_hits",
        "search_index",
        "search_terms",
        "topic",
        "topic_places",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract for contract in project["tool"]["importlinter"]["contracts"]}
    forbidden = contracts["no-drafts-in-the-reading-room"]["forbidden_modules"]
    kept_from_them = {name.rpartition(".")[2] for name in forbidden if name.startswith("articles.models.")}
    modules = {path.stem for path in files("articles/models", suffix=".py")} - {"__init__"}
    assert modules - for_readers == kept_from_them


def test_imports_stand_at_the_top_of_their_module() -> None:
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in files(*CODE, suffix=".py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        # An AppConfig's `ready` is the one place where models may be imported only then: the registry is being filled.
        if isinstance(node, ast.Import | ast.ImportFrom) and function.name != "ready"
    ]
    assert inside == []


def test_modules_are_short_enough_to_hold_one_concept() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files("config", *APPS, suffix=".py")
        if path.name != "settings.py" and "migrations" not in path.parts
        for lines in [len(path.read_text(encoding="utf-8").splitlines())]
        if lines > LONGEST_MODULE
    }
    assert long == {}


# --- Dependencies ---


def test_every_dependency_says_what_it_is_for() -> None:
    source = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(source)
    lines = [line.strip() for line in source.splitlines()]
    without_sentence = [
        dependency
        for dependency in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
        if not re.fullmatch(r"# [A-Z].*\.", lines[lines.index(f'"{dependency}",') - 1])
    ]
    assert without_sentence == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_versions_and_hashes_and_do_not_say_where_from(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    package = r"[a-z0-9._-]+(?:\[[a-z,]+\])?==[^\s;/@]+(?: ;[^/@]+)? \\"
    file = r" +--hash=sha256:[0-9a-f]{64}(?: \\)?"
    comment = r" *#[^/@]*"
    expected = re.compile(f"{package}|{file}|{comment}")
    assert [line for line in lines if not expected.fullmatch(line)] == []


def test_both_locks_pin_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


# --- Documents and tests ---


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    folder = ROOT / "docs/adr"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [name[:4] for name in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert [name for name in records if name not in index] == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    others = [path for path in files("tests", suffix=".py") if path != Path(__file__)]
    assert found(r"(?:mark\.|pytest\.)(?:skip\w*|xfail|importorskip)\b|unittest\.skip\w*", others) == []


def test_the_project_explains_itself_without_pointing_at_a_tracker() -> None:
    paths = [
        *files(*CODE, "docs", "templates", suffix=".py"),
        *files("docs", suffix=".md"),
        *ROOT.glob("*.md"),
        *(ROOT / name for name in ("Makefile", "pyproject.toml")),
    ]
    number_of_a_ticket = (
        r"(?:\b(?:issue|ticket|pull request|PR)\s+#?|(?<!UAX)(?<!UTS)(?<!Annex)[\s(]#)\d+\b"  # Unicode's are fine
    )
    assert found(number_of_a_ticket, paths, re.IGNORECASE) == []
