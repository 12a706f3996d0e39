"""Documents to import, written as an editor would write them."""

from pathlib import Path

import pytest

from articles.exchange.importing import import_documents
from articles.texts.document_parser import DocumentRefused

ROOT = Path(__file__).resolve().parents[3]
SEED_EN = ROOT / "fixtures/documents/charap-timofeev.en.txt"
SEED_RU = ROOT / "fixtures/documents/charap-timofeev.ru.txt"

MARKERS = {"en": ("Short version", "Full version"), "ru": ("Краткая версия", "Полная версия")}
SIGNED = {
    "en": ("Ivan Timofeev", "RIAC member", "Samuel Charap", "-"),
    "ru": ("Иван Тимофеев", "член РСМД", "Сэмюэл Чарап", "-"),
}
TEXTS = {"en": ("In short.", "At length."), "ru": ("Коротко.", "Подробно.")}


def document(
    language: str = "en",
    *matter: str,
    signed: tuple[str, ...] | None = None,
    short: str | None = None,
    full: str | None = None,
) -> bytes:
    """A document with this front matter (``key: value`` lines), signed by Timofeev and Charap unless told otherwise."""
    blocks = ["\n".join(["---", *matter, "---"])] if matter else []
    blocks += SIGNED[language] if signed is None else signed
    for marker, usual, given in zip(MARKERS[language], TEXTS[language], (short, full), strict=True):
        blocks += [marker, usual if given is None else given]
    return "\n\n".join(blocks).encode()


def statuses(*files: tuple[str, bytes]) -> list[str]:
    """What became of each of these files, which are imported together."""
    return [done.status for done in import_documents(files)]


def refusal(*files: tuple[str, bytes], **options) -> list[str]:
    """Why these files are refused."""
    with pytest.raises(DocumentRefused) as refused:
        import_documents(files, **options)
    return [str(problem) for problem in refused.value.errors]
