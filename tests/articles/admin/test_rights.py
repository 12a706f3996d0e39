"""What each role can change in an article's form, also by sending what the form did not offer."""

import pytest
from django.test import Client

from articles.admin.tokens import token
from articles.models import Article
from articles.press.snapshot import snapshot
from articles.press.versions import writing
from tests.articles.admin.conftest import filled_in, release_form
from tests.articles.admin.ranks import as_rank, assign
from tests.factories import make_article, make_author, make_organization, make_topic, make_user

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
SHARED = {"key": "stolen", "original_language": "ru", "source_url": "https://example.org/", "outlet_date": "2020-01-01"}


@pytest.fixture
def article() -> Article:
    return make_article(authors=[make_author("ada-lovelace")], image_alt_en="A table.", image_alt_ru="Стол.")


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def as_it_is(article: Article) -> dict:
    found = snapshot(Article.objects.get(pk=article.pk))
    return {**found["fields"], "topics": found["topics"], "bylines": found["bylines"]}


def crafted(article: Article) -> dict[str, object]:
    """All that a form could send, made up by hand and different from what stands there."""
    line = article.bylines.get()
    texts = {
        f"{field}_{code}": f"Crafted {field} {code}"
        for field in ("title", "standfirst", "translation_note", "image_alt", "image_credit")
        for code in ("en", "ru")
    }
    texts |= {f"{variant}_text_{code}": "<p>Crafted.</p>" for variant in ("short", "full") for code in ("en", "ru")}
    texts |= {f"slug_{code}": f"crafted-{code}" for code in ("en", "ru")}
    texts |= SHARED | {"topics": [make_topic().pk], "outlet": make_organization().pk}
    row = {
        "bylines-TOTAL_FORMS": "2",
        "bylines-INITIAL_FORMS": "1",
        "bylines-0-id": line.pk,
        "bylines-0-article": article.pk,
        "bylines-0-position": "7",
        "bylines-0-role": "editor",
        "bylines-0-author": make_author("mallory").pk,
        "bylines-0-credit_line_en": "Crafted",
        "bylines-0-credit_line_ru": "Crafted",
        "bylines-1-id": "",
        "bylines-1-article": article.pk,
        "bylines-1-position": "1",
        "bylines-1-role": "author",
        "bylines-1-author": make_author("oscar").pk,
    }
    return texts | row | {"opened_version": token(article)}


def test_a_translator_changes_the_texts_of_their_language(client: Client, article: Article, language: str) -> None:
    as_rank(client, f"translator_{language}")
    typed = {f"title_{language}": "Typed", f"full_text_{language}": "<p>Typed.</p>"}
    before = as_it_is(article)
    response = client.post(address(article), filled_in(client, article, **typed))
    assert response["Location"] == "/admin/articles/article/"
    assert as_it_is(article) == before | typed


def test_a_translator_changes_nothing_else_whatever_they_send(client: Client, article: Article, language: str) -> None:
    as_rank(client, f"translator_{language}")
    before, sent = as_it_is(article), crafted(article)
    assert client.post(address(article), sent).status_code == 302
    own = ["title", "standfirst", "short_text", "full_text", "translation_note", "image_alt", "image_credit"]
    changed = {f"{name}_{language}": sent[f"{name}_{language}"] for name in own}
    assert as_it_is(article) == before | changed


@pytest.mark.parametrize("both", [False, True])
def test_a_translators_stale_form_joins_their_text_and_leaves_everybody_elses(
    client: Client, article: Article, language: str, both: bool
) -> None:
    """A browser sends nothing of what is disabled, and of a byline that is only shown no more than its size."""
    as_rank(client, f"translator_{language}")
    other = OTHER[language]
    shown = client.get(address(article)).context["adminform"].form
    sent = {name: shown[name].value() or "" for name, field in shown.fields.items() if not field.disabled}
    del sent["minor"]  # a box that nobody has ticked
    rows = {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "1"}
    with writing(article, by=None):
        setattr(article, f"title_{other}", "Meanwhile")
        if both:
            setattr(article, f"title_{language}", "Meanwhile too")
        article.bylines.update(position=9)
        article.topics.add(make_topic())
        article.save()
    before = as_it_is(article)
    typed = {f"title_{language}": "Typed", f"standfirst_{language}": "Typed too"}
    response = client.post(address(article), sent | rows | typed)
    if both:
        assert response.status_code == 409
        assert [conflict["name"] for conflict in response.context["joined"].conflicts] == [f"title_{language}"]
        assert as_it_is(article) == before
    else:
        assert response.status_code == 302
        assert as_it_is(article) == before | typed


def test_a_translator_cannot_take_a_signature_away(client: Client, article: Article) -> None:
    as_rank(client, "translator_ru")
    line = article.bylines.get()
    rows = {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "1"}
    row = {"bylines-0-id": line.pk, "bylines-0-article": article.pk, "bylines-0-DELETE": "on"}
    client.post(address(article), filled_in(client, article) | rows | row)
    assert list(article.bylines.all()) == [line]


@pytest.mark.parametrize("field", ["slug", "title"])
def test_a_translator_reads_the_other_language_in_the_form(
    client: Client, article: Article, language: str, field: str
) -> None:
    as_rank(client, f"translator_{language}")
    form = client.get(address(article)).context["adminform"].form
    other = f"{field}_{OTHER[language]}"
    assert form.fields[other].disabled
    assert form[other].value() == getattr(article, other)
    assert form.fields[f"{field}_{language}"].disabled == (field == "slug")


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        ("translator_en", "You write: English. Everything else is here to be read."),
        ("translator_ru", "You write: Русский. Everything else is here to be read."),
        ("editor", None),
    ],
)
def test_the_form_says_what_its_reader_writes(client: Client, article: Article, rank: str, said: str | None) -> None:
    as_rank(client, rank)
    html = client.get(address(article)).content.decode()
    assert (said in html) if said else ("You write" not in html)


def test_a_writer_changes_their_article_and_no_other(client: Client, article: Article) -> None:
    as_rank(client, "writer", article.pk)
    other = make_article("other", authors=[make_author("bea-brown")])
    before = as_it_is(other)
    assert client.post(address(article), filled_in(client, article, title_en="Mine")).status_code == 302
    assert as_it_is(article)["title_en"] == "Mine"
    assert client.post(address(other), crafted(other)).status_code == 302  # back to the start: it is not there
    assert as_it_is(other) == before


@pytest.mark.parametrize("rank", ["stranger", "reader", "staff", "writer_elsewhere"])
def test_whoever_has_no_role_in_an_article_changes_nothing(client: Client, article: Article, rank: str) -> None:
    as_rank(client, rank, article.pk)
    before = as_it_is(article)
    client.post(address(article), crafted(article))
    client.post(
        "/admin/articles/article/", {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    )
    client.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})
    assert as_it_is(article) == before


@pytest.mark.parametrize("rank", ["staff", "writer", "writer_elsewhere", "translator_en", "translator_ru"])
def test_whoever_has_no_right_to_makes_no_article(client: Client, article: Article, rank: str) -> None:
    as_rank(client, rank, article.pk)
    client.post("/admin/articles/article/add/", crafted(article))
    assert Article.objects.exclude(key="another-text").count() == 1


@pytest.mark.parametrize("rank", ["writer", "editor", "publisher", "superuser"])
def test_whoever_writes_an_article_changes_all_of_it(client: Client, article: Article, rank: str) -> None:
    as_rank(client, rank, article.pk)
    typed = {"slug_ru": "novyi", "title_en": "Typed", "original_language": "both", "bylines-0-position": "5"}
    client.post(address(article), filled_in(client, article, **typed))
    found = as_it_is(article)
    assert [found[name] for name in ("slug_ru", "title_en", "original_language")] == ["novyi", "Typed", "both"]
    assert [line["position"] for line in found["bylines"]] == [5]


def test_the_list_holds_only_what_one_may_see(client: Client, article: Article) -> None:
    as_rank(client, "writer", article.pk)
    make_article("other")
    response = client.get("/admin/articles/article/")
    assert [one.key for one in response.context["cl"].result_list] == ["treaty"]
    assert b"Add article" not in response.content


def test_completing_a_title_names_only_articles_one_may_see(client: Client, article: Article) -> None:
    as_rank(client, "writer", article.pk)
    make_article("other")
    query = {"app_label": "articles", "model_name": "assignment", "field_name": "article"}
    found = client.get("/admin/autocomplete/", query).json()["results"]
    assert [one["text"] for one in found] == ["Title of treaty"]


def test_the_form_offers_release_and_withdrawal_to_the_publisher_of_this_article(
    client: Client, article: Article
) -> None:
    user = make_user()
    assign(user, "Publisher", article=article)
    client.force_login(user)
    assert f'href="/admin/articles/article/{article.pk}/release/"' in client.get(address(article)).content.decode()
    other = make_article("other")
    assert client.get(f"/admin/articles/article/{other.pk}/release/").status_code == 404
    client.post(f"/admin/articles/article/{article.pk}/release/", release_form(article, "en"))
    assert article.editions.count() == 1


@pytest.mark.parametrize(("rank", "asked"), [("editor", True), ("superuser", False)])
def test_an_editor_does_not_say_whose_account_an_author_is(client: Client, rank: str, asked: bool) -> None:
    """Otherwise they could approve a text in somebody else's name."""
    as_rank(client, rank)
    author = make_author("ada-lovelace")
    form = f"/admin/authors/author/{author.pk}/change/"
    data = {"slug": "ada-lovelace", "given_name_en": "Ada", "letters_language": "en", "user": make_user("mallory").pk}
    data["opened_version"] = client.get(form).context["adminform"].form["opened_version"].value()
    rows = {f"affiliations-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    assert client.post(form, data | rows).status_code == 302
    author.refresh_from_db()
    assert (author.user is None) == asked
