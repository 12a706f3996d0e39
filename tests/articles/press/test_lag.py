"""Lag: a translation knows which paragraphs of its source have changed since it was made."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Act, Alignment, Article, Byline, MinorChange
from articles.press.alignments import paired
from articles.press.lag import confirm, lag, lagging
from articles.press.refusals import Refused
from articles.press.versions import writing
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db

ENGLISH = ["The first word.", "The second word.", "The third word.", "The fourth word, with a tipo.", "The last word."]
RUSSIAN = ["Первое слово.", "Второе слово.", "Третье слово.", "Четвёртое слово.", "Последнее слово."]


def html(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def write(article: Article, minor: tuple[str, ...] = (), **texts: list[str]) -> Article:
    """Writes full texts as the desk does, and gives the article as it is then."""
    with writing(article, by=None, minor=minor):
        for code, paragraphs in texts.items():
            setattr(article, f"full_text_{code}", html(paragraphs))
        article.save()
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def article() -> Article:
    """Five English paragraphs and their translation, written at the desk."""
    return write(
        make_article(**{f"{one}_text_{code}": "" for one in ("short", "full") for code in ("en", "ru")}),
        en=ENGLISH,
        ru=RUSSIAN,
    )


def targets(article: Article) -> list[tuple[list[str], list[str]]]:
    return [
        ([one.text for one in pair.source], [one.text for one in pair.target]) for pair in paired(article, "ru", "full")
    ]


def test_the_first_change_to_an_article_from_a_fixture_is_counted() -> None:
    """It came with both languages, past the press: the translation is made from the source as that stood then."""
    article = make_article(full_text_en=html(ENGLISH), full_text_ru=html(RUSSIAN))
    article = write(article, en=["Another first word.", *ENGLISH[1:]])
    assert [(one.variant, one.change.kind) for one in lagging(article, "ru")] == [("full", "changed")]


def test_a_new_translation_is_not_behind(article: Article) -> None:
    assert lag(article, "ru") == 0
    assert targets(article) == [([en], [ru]) for en, ru in zip(ENGLISH, RUSSIAN, strict=True)]


def test_the_original_is_never_behind(article: Article) -> None:
    assert lag(write(article, ru=["Совсем другое."]), "en") == 0


def test_two_edited_and_one_inserted_are_three_and_a_slip_put_right_is_none(article: Article) -> None:
    edited = [ENGLISH[0], "A second, other word.", "The inserted word.", "The third saying.", *ENGLISH[3:]]
    article = write(article, en=edited)
    assert lag(article, "ru") == 3
    edited[4] = "The fourth word, with a typo."
    article = write(article, ("en",), en=edited)
    assert lag(article, "ru") == 3
    assert MinorChange.objects.filter(language="en").exists()

    names = [one.name for one in lagging(article, "ru")]
    confirm(article, "ru", names[:1], by=make_user())
    assert lag(article, "ru") == 2
    assert Act.objects.get(kind="confirm").language == "ru"

    version = article.version
    article = write(article, en=edited)
    assert (lag(article, "ru"), article.version) == (2, version)


def test_the_word_diff_runs_from_the_text_the_translation_was_made_from(article: Article) -> None:
    article = write(article, en=["The first word.", "The second saying.", *ENGLISH[2:]])
    article = write(article, en=["The first word.", "The second great saying.", *ENGLISH[2:]])
    [one] = lagging(article, "ru")
    assert one.diff == [("same", "The second "), ("gone", "word"), ("new", "great saying"), ("same", ".")]
    assert [paragraph.text for paragraph in one.target] == ["Второе слово."]


def test_a_change_of_the_translation_never_clears_the_lag(article: Article) -> None:
    article = write(article, en=["The first word.", "The second saying.", *ENGLISH[2:]])
    article = write(article, ru=["Первое слово.", "Второе изречение.", *RUSSIAN[2:]])
    assert lag(article, "ru") == 1
    article = write(article, ru=[*RUSSIAN[:2], *RUSSIAN[3:], "Ещё одно слово."])
    assert lag(article, "ru") == 1


def test_a_translated_paragraph_split_in_two_stays_aligned(article: Article) -> None:
    article = write(article, ru=[RUSSIAN[0], "Второе.", "Слово.", *RUSSIAN[2:]])
    assert lag(article, "ru") == 0
    assert targets(article)[1] == (["The second word."], ["Второе.", "Слово."])
    assert targets(article)[2] == (["The third word."], ["Третье слово."])


def test_a_removed_paragraph_counts_until_its_translator_has_seen_it(article: Article) -> None:
    article = write(article, en=[*ENGLISH[:1], *ENGLISH[2:]])
    [one] = lagging(article, "ru")
    assert (one.change.kind, one.diff) == ("removed", [("gone", "The second word.")])
    confirm(article, "ru", [one.name], by=None)
    assert lag(article, "ru") == 0


def test_an_added_paragraph_is_confirmed_with_the_one_that_translates_it(article: Article) -> None:
    article = write(article, en=[*ENGLISH, "The word after."])
    article = write(article, ru=[*RUSSIAN, "Слово после."])
    assert lag(article, "ru") == 1
    confirm(article, "ru", [lagging(article, "ru")[0].name], by=None)
    assert lag(article, "ru") == 0
    assert targets(article)[-1] == (["The word after."], ["Слово после."])


def test_a_changed_paragraph_keeps_its_translation_beside_it(article: Article) -> None:
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    assert targets(article)[0] == (["The first saying."], ["Первое слово."])


def test_a_confirmation_of_what_has_changed_again_is_refused(article: Article) -> None:
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    names = [one.name for one in lagging(article, "ru")]
    article = write(article, en=["The first remark.", *ENGLISH[1:]])
    with pytest.raises(Refused, match=r"Русский: the source has changed again since it was shown\."):
        confirm(article, "ru", names, by=None)
    assert lag(article, "ru") == 1


def test_a_translation_taken_out_is_not_behind_and_comes_back_as_it_was(article: Article) -> None:
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    article = write(article, ru=[])
    assert lag(article, "ru") == 0
    article = write(article, ru=RUSSIAN)
    assert lag(article, "ru") == 1
    assert targets(article)[1] == (["The second word."], ["Второе слово."])


def test_to_call_a_translation_an_original_for_a_while_clears_nothing(article: Article) -> None:
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    for original in ("both", "en"):
        with writing(article, by=None):
            article.original_language = original
            article.save()
        article = Article.objects.get()
        assert lag(article, "ru") == {"both": 0, "en": 1}[original]


def test_a_minor_change_must_keep_the_paragraphs(article: Article) -> None:
    with pytest.raises(ValidationError, match="expected 5 of them, found 6"):
        write(article, ("en",), en=[*ENGLISH, "One more."])
    assert Article.objects.get().full_text_en == html(ENGLISH)


def test_another_byline_is_no_slip_of_the_pen(article: Article) -> None:
    def join() -> None:
        with writing(article, by=None, minor=["en"]):
            Byline.objects.create(article=article, position=2, author=make_author("bea-brown"))

    with pytest.raises(ValidationError, match="Another byline is no slip of the pen"):
        join()


def test_texts_that_were_both_written_are_never_behind() -> None:
    article = write(make_article(original_language="both"), en=ENGLISH, ru=RUSSIAN)
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    assert (lag(article, "en"), lag(article, "ru"), Alignment.objects.count()) == (0, 0, 0)
