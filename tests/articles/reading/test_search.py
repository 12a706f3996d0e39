"""Search: what a reader finds, in which order, and what nobody finds."""

from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from django.test import Client

from articles.press.withdraw import withdraw
from authors.models import Author
from tests.articles.reading.addresses import SLUGS
from tests.articles.reading.html import by_class, canonical, is_kept_from_search_engines, links, parse, text_of
from tests.articles.reading.searching import ask, found, said, slugs, write
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

WORD = {"en": "treaty", "ru": "договор"}
FORMS = {"en": "treaties", "ru": "договорами"}
TEXT = {"en": "<p>About the {}.</p>", "ru": "<p>Речь идёт про {}.</p>"}


class TestTheSeed:
    @pytest.mark.usefixtures("seed")
    @pytest.mark.parametrize(
        "q",
        ["meddled", "elections", "Timofeev", "Charap", "INTERFERENCE", "Timofeyev", "Тимофеев", "Чарапом", "RIAC"],
    )
    def test_is_found_in_english(self, client: Client, q: str) -> None:
        assert found(client, "en", q) == [SLUGS["en"]]

    @pytest.mark.usefixtures("seed")
    @pytest.mark.parametrize(
        "q",
        [
            *("вмешательства", "вмешательстве", "невмешательство", "ВМЕШАТЕЛЬСТВО"),
            *("Тимофеев", "Тимофеева", "Тимофееву", "Чарап", "Чарапу", "Timofeev", "Charap", "РСМД", "RAND"),
            *("Сэмюэл Чарап", "Самуэль Чарап", "Самуэля Чарапа", '"Самуэль Чарап"', "Samuel Charap", "секретарем"),
        ],
    )
    def test_is_found_in_russian(self, client: Client, q: str) -> None:
        assert found(client, "ru", q) == [SLUGS["ru"]]

    @pytest.mark.usefixtures("seed")
    def test_is_not_found_by_what_it_does_not_say(self, client: Client, language: str) -> None:
        assert found(client, language, "submarine") == found(client, language, "подлодка") == []


class TestOrder:
    def test_title_byline_standfirst_text_and_then_the_newest(self, client: Client, language: str) -> None:
        word = WORD[language]
        named = make_author("ada-a", **{f"family_name_{language}": word.title()})
        text = TEXT[language].format(word)
        write("old-text", language, 0, full_text=text)
        write("new-text", language, 9, full_text=text)
        write("standfirst", language, 1, standfirst=word)
        write("byline", language, 2, authors=[named])
        write("old-title", language, 3, title=word)
        write("new-title", language, 8, title=word, full_text=text)
        write("neither", language, 10)
        keys = ["new-title", "old-title", "byline", "standfirst", "new-text", "old-text"]
        assert found(client, language, FORMS[language]) == [f"{key}-{language}" for key in keys]

    def test_a_text_stands_where_the_last_of_its_words_is_found(self, client: Client, language: str) -> None:
        write("both", language, 1, title="alpha beta")
        write("one-below", language, 2, title="alpha", standfirst="beta")
        write("two-below", language, 3, title="beta", full_text="<p>alpha</p>")
        keys = ["both", "one-below", "two-below"]
        assert found(client, language, "beta alpha") == [f"{key}-{language}" for key in keys]

    def test_of_one_second_the_later_edition_stands_first(self, client: Client, language: str) -> None:
        for key in ("one", "two", "three"):
            write(key, language, title="alpha")
        assert found(client, language, "alpha") == [f"{key}-{language}" for key in ("three", "two", "one")]

    def test_before_1970_is_before(self, client: Client, language: str) -> None:
        for year in (1969, 1899, 2001):
            article = make_article(f"of-{year}", languages=[language])
            publish(article, language, at=datetime(year, 5, 1, tzinfo=UTC))
        q = {"en": "title", "ru": "заглавие"}[language]
        assert found(client, language, q) == [f"of-{year}-{language}" for year in (2001, 1969, 1899)]


class TestWhatIsAsked:
    def test_all_words_have_to_be_there(self, client: Client, language: str) -> None:
        write("one", language, title="alpha")
        write("both", language, title="alpha", full_text="<p>beta</p>")
        assert found(client, language, "alpha beta") == [f"both-{language}"]

    def test_a_phrase_is_words_side_by_side_in_any_form(self, client: Client) -> None:
        write("together", "ru", full_text="<p>О контроле над вооружениями.</p>")
        write("apart", "ru", full_text="<p>Вооружения. Над контролем.</p>")
        assert found(client, "ru", "«контроль над вооружениями»") == ["together-ru"]
        assert found(client, "ru", "контроль над вооружениями") == ["apart-ru", "together-ru"]

    def test_a_phrase_does_not_reach_from_the_title_into_the_text(self, client: Client, language: str) -> None:
        write("apart", language, title="alpha", full_text="<p>beta</p>")
        assert found(client, language, '"alpha beta"') == []

    def test_what_is_excluded_is_not_found(self, client: Client, language: str) -> None:
        write("one", language, title="alpha", full_text="<p>beta gamma</p>")
        write("two", language, title="alpha", full_text="<p>gamma beta</p>")
        write("three", language, title="alpha")
        assert found(client, language, "alpha -beta") == [f"three-{language}"]
        assert found(client, language, 'alpha -"beta gamma"') == [f"three-{language}", f"two-{language}"]

    def test_yo_is_ye_both_ways(self, client: Client) -> None:
        write("with", "ru", title="Учёные и приём")
        write("without", "ru", title="Ученые и прием")
        assert len(found(client, "ru", "учёный прием")) == len(found(client, "ru", "ученый приём")) == 2

    def test_the_short_text_and_the_outlet_are_searched_too(self, client: Client, language: str) -> None:
        write("one", language, short_text="<p>alpha</p>", outlet=make_organization("beta-review"))
        assert found(client, language, "alpha beta") == [f"one-{language}"]

    def test_the_other_languages_texts_are_not_found(self, client: Client) -> None:
        write("one", "ru", full_text="<p>alpha</p>")
        assert found(client, "en", "alpha") == []
        assert found(client, "ru", "alpha") == ["one-ru"]

    def test_a_name_is_found_in_either_script_and_by_its_aliases(self, client: Client, language: str) -> None:
        names = {"family_name_en": "Gromyko", "family_name_ru": "Громыко", "aliases": "Gromiko\nА. Андреев"}
        write("one", language, authors=[make_author("a-g", **names)])
        for q in ("Gromyko", "Громыко", "громыко", "Gromiko", "Андреева"):
            assert found(client, language, q) == [f"one-{language}"], q

    def test_an_editors_name_does_not_bring_up_the_text(self, client: Client, language: str) -> None:
        article = make_article(languages=[language])
        article.bylines.create(author=make_author("ed-oneeditor"), role="editor", position=2)
        publish(article, language)
        assert found(client, language, "oneeditor") == []


class TestOnlyWhatIsLive:
    @pytest.fixture
    def edition(self, language: str):
        article = make_article(languages=[language], **{f"title_{language}": "zembla"})
        return publish(article, language)[language]

    def test_nothing_scheduled_is_found(self, client: Client, language: str, clock) -> None:
        moment = datetime(2090, 1, 1, tzinfo=UTC)
        publish(make_article(languages=[language], **{f"title_{language}": "zembla"}), language, at=moment)
        assert found(client, language, "zembla") == []
        clock(moment)
        assert found(client, language, "zembla") == [f"treaty-{language}"]

    def test_nothing_withdrawn_is_found(self, client: Client, language: str, edition) -> None:
        assert found(client, language, "zembla") == [f"treaty-{language}"]
        withdraw(edition, by=None, reason="Ошибка")
        assert found(client, language, "zembla") == []

    def test_nothing_superseded_is_found_and_what_came_instead_is(self, client: Client, language: str, edition) -> None:
        article = edition.article
        setattr(article, f"title_{language}", "sudarg")
        article.save()
        publish(article, language)
        assert (found(client, language, "zembla"), found(client, language, "sudarg")) == ([], [f"treaty-{language}"])

    def test_until_its_moment_the_one_before_is_found(self, client: Client, language: str, edition, clock) -> None:
        article, moment = edition.article, datetime(2090, 1, 1, tzinfo=UTC)
        setattr(article, f"title_{language}", "sudarg")
        article.save()
        publish(article, language, at=moment)
        clock(moment - timedelta(seconds=1))
        assert (len(found(client, language, "zembla")), found(client, language, "sudarg")) == (1, [])
        clock(moment)
        assert (found(client, language, "zembla"), len(found(client, language, "sudarg"))) == ([], 1)

    def test_no_manuscript_is_found(self, client: Client, language: str) -> None:
        make_article(title_en="zembla", title_ru="zembla")
        assert found(client, language, "zembla") == []


class TestFilters:
    @pytest.fixture(autouse=True)
    def texts(self, language: str) -> None:
        ada, bea = make_author("ada-a"), make_author("bea-b")
        treaties, review = make_topic(), make_organization("review")
        write("one", language, 0, title="alpha", authors=[ada], topics=[treaties])
        write("two", language, 400, title="alpha", authors=[ada, bea], outlet=review)
        write("three", language, 401, title="beta", authors=[bea], topics=[treaties])

    @pytest.mark.parametrize(
        ("q", "filters", "keys"),
        [
            ("alpha", {"author": "ada-a"}, ["two", "one"]),
            ("alpha", {"author": "bea-b"}, ["two"]),
            ("alpha", {"topic": "treaties"}, ["one"]),
            ("alpha", {"organization": "review"}, ["two"]),
            ("alpha", {"year": "2020"}, ["one"]),
            ("alpha", {"author": "ada-a", "year": "2021", "organization": "review"}, ["two"]),
            ("alpha", {"author": "ada-a", "topic": "treaties", "year": "2021"}, []),
            ("alpha", {"author": "nobody"}, []),
            ("alpha", {"author": "no slug\x00"}, []),
            ("", {"author": "bea-b"}, ["three", "two"]),
            ("", {"year": "2021"}, ["three", "two"]),
        ],
    )
    def test_filters_go_together_with_words(
        self, client: Client, language: str, q: str, filters: dict, keys: list[str]
    ) -> None:
        assert found(client, language, q, **filters) == [f"{key}-{language}" for key in keys]

    def test_the_hits_say_by_what_they_can_be_narrowed_down(self, client: Client, language: str) -> None:
        page = ask(client, language, "alpha")
        narrow = [link.get("href") for link in page.find(".//nav[@class='narrow']").iter("a")]
        expected = {"author=ada-a", "author=bea-b", "topic=treaties", "year=2020", "year=2021"}
        assert set(narrow) == {f"/{language}/search/?q=alpha&{one}" for one in expected}

    def test_a_filter_that_is_on_has_a_name_and_a_way_out(self, client: Client, language: str) -> None:
        page = ask(client, language, "alpha", author="ada-a", year="2020")
        (filters,) = by_class(page, "search-filters")
        assert Author.objects.get(slug="ada-a").name(language) in text_of(filters)
        assert [link.get("href") for link in filters.iter("a")] == [
            f"/{language}/search/?q=alpha&year=2020",
            f"/{language}/search/?q=alpha&author=ada-a",
        ]
        hidden = {field.get("name"): field.get("value") for field in page.findall(".//input[@type='hidden']")}
        assert hidden == {"author": "ada-a", "year": "2020"}

    def test_who_is_not_published_has_no_name_here(self, client: Client, language: str) -> None:
        make_author("secret-person", family_name_en="Zembla", family_name_ru="Зембла")
        (filters,) = by_class(ask(client, language, "alpha", author="secret-person"), "search-filters")
        assert "secret-person" in text_of(filters)
        assert not {"Zembla", "Зембла"} & set(text_of(filters).split())

    @pytest.mark.parametrize("year", ["abc", "20200", "٢٠٢٠", "-1", "x" * 1000])
    def test_a_year_is_four_digits(self, client: Client, language: str, year: str) -> None:
        page = ask(client, language, "alpha", status=400, year=year)
        words = {"en": "A year has four digits, for example 2019.", "ru": "Год — это четыре цифры, например 2019."}
        assert text_of(page.find(".//p[@id='search-problem']")) == words[language]


class TestPages:
    def test_every_hit_is_on_one_page_in_one_order(self, client: Client, language: str) -> None:
        for number in range(25):
            place = {0: "title", 1: "standfirst"}.get(number % 3, "")
            fields = {place: "alpha"} if place else {"full_text": "<p>alpha</p>"}
            write(f"t{number:02}", language, number, **fields)
        page = ask(client, language, "alpha")
        seen = slugs(page)
        assert len(seen) == 10
        while (following := page.find(".//a[@rel='next']")) is not None:
            page = parse(client.get(following.get("href")))
            seen += slugs(page)
        titles, standfirsts, texts = (range(24, -1, -3), range(22, -1, -3), range(23, -1, -3))
        expected = [f"t{number:02}-{language}" for number in [*titles, *standfirsts, *texts]]
        assert seen == expected

    @pytest.mark.parametrize("after", ["x", "4.1", "1", "1.", "1.99999999999999999999", "\x00", "1.1 or 1=1"])
    def test_a_cursor_that_is_none_is_no_address(self, client: Client, after: str) -> None:
        assert client.get("/en/search/", {"q": "alpha", "after": after}).status_code == 404

    @pytest.mark.parametrize(
        ("hits", "english", "russian"),
        [(1, "1 text", "1 текст"), (2, "2 texts", "2 текста"), (11, "11 texts", "11 текстов")],
    )
    def test_the_number_of_hits_is_told(self, client: Client, hits: int, english: str, russian: str) -> None:
        for number in range(hits):
            for language in ("en", "ru"):
                write(f"t{number}{language}", language, title="alpha")
        assert said(ask(client, "en", "alpha")) == english
        assert said(ask(client, "ru", "alpha")) == russian

    def test_beyond_what_is_counted_it_is_more_than_that(self, client: Client, monkeypatch, language: str) -> None:
        for module in ("models.search_hits", "reading.search_results", "reading.search"):
            monkeypatch.setattr(f"articles.{module}.MOST_COUNTED", 2)
        for number in range(4):
            write(f"t{number}", language, title="alpha")
        assert said(ask(client, language, "alpha")) == {"en": "More than 2 texts", "ru": "Больше 2 текстов"}[language]


class TestThePage:
    def test_without_a_query_there_is_the_field_and_how_to_use_it(self, client: Client, language: str) -> None:
        page = ask(client, language)
        form = page.find(".//form[@role='search']")
        assert form.find(".//input[@id='q']").get("aria-describedby") == "search-help"
        assert form.find(".//label[@for='q']") is not None
        assert len(text_of(form.find(".//p[@id='search-help']"))) > 50
        assert page.find(".//h2[@id='found']") is None

    def test_every_page_has_the_way_to_it(self, client: Client, language: str) -> None:
        page = ask(client, language)
        assert text_of(links(page)[f"/{language}/search/"]) == {"en": "Search", "ru": "Поиск"}[language]

    def test_search_engines_leave_it_out_and_it_has_one_address(self, client: Client, language: str) -> None:
        page = ask(client, language, " alpha  beta ", utm="x")
        assert is_kept_from_search_engines(page)
        assert canonical(page) == f"http://localhost/{language}/search/?q=alpha+beta"
        assert page.findall(".//link[@hreflang]") == []

    def test_the_form_by_itself_may_be_found(self, client: Client, language: str) -> None:
        page = ask(client, language)
        assert not is_kept_from_search_engines(page)
        assert [link.get("hreflang") for link in page.findall(".//link[@hreflang]")] == ["en", "ru", "x-default"]

    def test_the_other_language_is_asked_the_same(self, client: Client) -> None:
        assert "/ru/search/?q=alpha" in links(ask(client, "en", "alpha"))

    @pytest.mark.usefixtures("seed")
    def test_what_was_found_is_marked_in_title_names_and_text(self, client: Client) -> None:
        page = ask(client, "ru", "вмешательство Тимофеева обязательства")
        assert [text_of(mark) for mark in page.iter("mark")] == ["вмешательства", "Тимофеев", "обязательство"]

    def test_a_query_is_never_mark_up(self, client: Client, language: str) -> None:
        q = '<img src=x onerror=alert(1)>"><b>'
        page = ask(client, language, q)
        assert page.find(".//input[@id='q']").get("value") == q
        assert page.find(".//img") is None

    def test_any_cache_may_keep_it(self, client: Client, language: str) -> None:
        response = client.get(f"/{language}/search/", {"q": "alpha"})
        assert response["Cache-Control"].startswith("public, ")
        assert not response.cookies


class TestSuggestions:
    def suggested(self, client: Client, language: str, q: str, **values: str) -> tuple[str, str] | None:
        page = ask(client, language, q, **values)
        link = page.find(".//p[@class='about']/a")
        return (link.get("href"), text_of(link)) if link is not None else None

    def test_the_other_keyboard_when_it_finds_something(self, client: Client) -> None:
        write("one", "ru", title="Реформа")
        write("two", "en", title="Diplomacy")
        assert self.suggested(client, "ru", "htajhve")[1] == "реформу"
        assert self.suggested(client, "en", "вшздщьфсн")[1] == "diplomacy"

    def test_also_in_the_language_that_was_meant(self, client: Client) -> None:
        write("one", "ru", title="Реформа")
        address, words = self.suggested(client, "en", "htajhvf")
        assert (unquote(address), words) == ("/ru/search/?q=реформа", "реформа (Русский)")

    def test_nothing_when_it_would_find_nothing(self, client: Client, language: str) -> None:
        assert self.suggested(client, language, "htajhvf") is None
        assert self.suggested(client, language, "вшздщьфсн") is None

    def test_without_the_filters(self, client: Client, language: str) -> None:
        write("one", language, title="alpha")
        assert self.suggested(client, language, "alpha", year="1999") == (f"/{language}/search/?q=alpha", "alpha")
