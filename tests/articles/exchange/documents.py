"""Documents to import, written as an editor would write them."""

from pathlib import Path

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
