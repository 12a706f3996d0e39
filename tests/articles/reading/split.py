"""An article of five paragraphs in English and six in Russian: the second was divided by its translator."""

from datetime import datetime

from articles.models import Article
from articles.press.versions import writing
from tests.factories import make_article, publish

ENGLISH = [
    "The first paragraph asks what was agreed in 1933 and why nobody has asked that for so long.",
    "The second one is long, because it has two halves: the first is on 2016 and what was said that year by everybody, "
    "the second is on 2019 and what was done in that other year by a few.",
    "The third has 3 short remarks on method, and nothing else that a reader would want to remember.",
    "The fourth takes its time in getting to the point that such things were settled 4 times before.",
    "The fifth and last, in 5 more words, comes to a conclusion that does not surprise anybody at all.",
]
RUSSIAN = [
    "Первый абзац спрашивает, о чём договорились в 1933 году и почему об этом так долго не спрашивали.",
    "Второй абзац — первая половина длинного: о 2016 годе и о том, что тогда говорили все вокруг.",
    "А это вторая половина того же: она о 2019 годе и о том, что тогда сделали лишь немногие.",
    "В третьем абзаце 3 коротких замечания о методе и больше ничего, что хотелось бы запомнить.",
    "Четвёртый не торопится перейти к тому, что подобное улаживали уже 4 раза и раньше.",
    "Пятый, последний, ещё в 5 словах приходит к выводу, который никого нисколько не удивит.",
]
ROWS = [
    ([ENGLISH[0]], [RUSSIAN[0]]),
    ([ENGLISH[1]], RUSSIAN[1:3]),
    ([ENGLISH[2]], [RUSSIAN[3]]),
    ([ENGLISH[3]], [RUSSIAN[4]]),
    ([ENGLISH[4]], [RUSSIAN[5]]),
]
OTHER = {"en": "ru", "ru": "en"}


def html(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def make_split(**fields) -> Article:
    """The article, its alignment kept; nothing of it is published."""
    texts = {"full_text_en": html(ENGLISH), "full_text_ru": html(RUSSIAN), "short_text_en": "", "short_text_ru": ""}
    return rewrite(make_article(**texts | fields), standfirst_en="What it is about.")


def rewrite(article: Article, **fields) -> Article:
    """Saves fields as the desk does."""
    with writing(article, by=None):
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
    return Article.objects.get(pk=article.pk)


def revise(article: Article, at: datetime | None = None, **paragraphs: list[str]) -> Article:
    """Publishes a language anew with other paragraphs."""
    for code, texts in paragraphs.items():
        article = rewrite(article, **{f"full_text_{code}": html(texts)})
        publish(article, code, at=at)
    return article
