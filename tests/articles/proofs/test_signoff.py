"""A co-author's own page, behind a personal link: what it shows, what it takes, what it refuses."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Act, Article, Edition, MinorChange, SignOff, SignOffRequest
from articles.models.act import Kind
from articles.press.links import ask, remind, revoke
from articles.press.signing import standing_of
from tests.articles.press.signatures import asker, digest_of, pair, rewrite
from tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db

# Boris reads letters in Russian, Anna in English: the words around the text are theirs, whatever its language.
READ = {"anna": "A text for you to approve", "boris": "Текст, который нужно одобрить"}
APPROVED = {"anna": "You have approved this text", "boris": "Вы одобрили этот текст"}
CHANGED = {"anna": "The text has changed", "boris": "Текст изменился"}
ENDED = {"anna": "This link has ended", "boris": "Эта ссылка больше не действует"}
THANKS = {
    "anna": "Thank you. Your approval has been recorded, and the editors are told.",
    "boris": "Спасибо. Ваше одобрение записано, редакторы об этом узнают.",
}
AGAIN = {
    "anna": "It had been approved already, and once is enough. Nothing was recorded anew.",
    "boris": "Текст уже был одобрен, одного раза достаточно. Заново ничего не записано.",
}
TEXTS = {
    "en": ("Full text of treaty.", "Short text of treaty."),
    "ru": ("Полный текст treaty.", "Краткий текст treaty."),
}
OLD, NEW = "<p>We signed in Geneva.</p>", "<p>We signed in Vienna.</p>"
SPELLED, MISSPELLED = "<p>The treaty holds.</p>", "<p>The treety holds.</p>"


@pytest.fixture(params=["anna", "boris"])
def who(request: pytest.FixtureRequest) -> str:
    return request.param


def invited(who: str, language: str, **fields) -> tuple[Article, SignOffRequest, str]:
    """An article, the request to one of its authors, and the address it opens."""
    article, anna, boris = pair(**fields)
    request, token = ask(article, {"anna": anna, "boris": boris}[who], language, by=None)
    return article, request, f"/signoff/{token}/"


def heading(response) -> str:
    [found] = re.findall(r"<h1>(.*?)</h1>", response.content.decode())
    return found


def decide(client: Client, address: str, request: SignOffRequest, decision: str = "approved", **more: str):
    return client.post(address, {"digest": request.digest, "decision": decision} | more)


def test_it_shows_both_variants_and_the_byline_of_the_exact_text_without_an_account(
    client: Client, who: str, language: str
) -> None:
    article, _request, address = invited(who, language)
    article.bylines.filter(author__slug="anna-smirnova").update(**{f"credit_line_{language}": "Fellow of the house"})
    article, _request, address = article, *ask_again(article, who, language)
    response = client.get(address)
    html = response.content.decode()
    assert (response.status_code, heading(response)) == (200, READ[who])
    assert response["Content-Language"] == {"anna": "en", "boris": "ru"}[who]
    for text in TEXTS[language]:
        assert text in html
    names = {"en": ("Anna Smirnova", "Boris Petrov"), "ru": ("Анна Смирнова", "Борис Петров")}[language]
    assert all(name in html for name in names)
    assert "Fellow of the house" in html


def ask_again(article: Article, who: str, language: str) -> tuple[SignOffRequest, str]:
    author = next(line.author for line in article.bylines.all() if line.author.slug.startswith(who))
    request, token = ask(article, author, language, by=None)
    return request, f"/signoff/{token}/"


def test_every_island_says_its_language(client: Client, who: str, language: str) -> None:
    _article, _request, address = invited(who, language)
    html = client.get(address).content.decode()
    own = {"anna": "en", "boris": "ru"}[who]
    assert f'<html lang="{own}">' in html
    assert f'<div class="exact" lang="{language}">' in html
    assert set(re.findall(r'<details class="remark" lang="(..)"', html)) == {own}
    labels = {"en": "Full text", "ru": "Полный текст"}
    assert f'<h3 id="variant-full" class="rubric">{labels[language]}</h3>' in html


def test_approving_is_recorded_once(client: Client, who: str, language: str) -> None:
    article, request, address = invited(who, language)
    first, second = decide(client, address, request), decide(client, address, request)
    assert (first.status_code, heading(first)) == (200, APPROVED[who])
    assert THANKS[who] in first.content.decode()
    assert (second.status_code, heading(second)) == (200, APPROVED[who])
    assert AGAIN[who] in second.content.decode()
    assert heading(client.get(address)) == APPROVED[who]
    signoff = SignOff.objects.get()
    assert (signoff.author, signoff.language, signoff.decision) == (request.author, language, "approved")
    assert (signoff.how, signoff.by, signoff.digest) == ("link", None, digest_of(article, language))
    assert Act.objects.filter(kind=Kind.APPROVE).count() == 1


def test_changes_are_asked_for_by_paragraph(client: Client, language: str) -> None:
    article, request, address = invited("boris", language)
    typed = {"comment": "В целом хорошо.", "remark-full-p1": " Точнее?\r\nКогда? ", "remark-short-p1": ""}
    response = decide(client, address, request, "changes", **typed)
    assert (response.status_code, heading(response)) == (200, "Вы попросили о правках")
    signoff = SignOff.objects.get()
    assert (signoff.decision, signoff.comment) == ("changes", "В целом хорошо.")
    assert signoff.remarks == [
        {"variant": "full", "paragraph": 1, "quote": TEXTS[language][0], "text": "Точнее?\nКогда?"}
    ]
    assert not standing_of(article, request.author, language).approved
    again = client.get(address).content.decode()
    assert "В целом хорошо." in again
    assert "Полный текст, абзац 1" in again


def test_paragraphs_have_the_numbers_that_readers_know(client: Client, language: str) -> None:
    text = "<h2>One</h2><p>Two</p><hr><ul><li>Three</li></ul>"
    _article, request, address = invited("anna", language, **{f"full_text_{language}": text})
    html = client.get(address).content.decode()
    assert re.findall(r'<(\w+) id="full-p(\d)"', html) == [("h2", "1"), ("p", "2"), ("ul", "3")]
    decide(client, address, request, "changes", **{"remark-full-p3": "Which?", "remark-full-p4": "None such."})
    assert [(one["paragraph"], one["quote"]) for one in SignOff.objects.get().remarks] == [(3, "Three")]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"decision": ""},
        {"decision": "maybe"},
        {"decision": "changes", "comment": "x" * 5001},
        {"decision": "changes", "comment": "a\x00b"},
        {"decision": "changes", "remark-full-p1": "a\u202eb"},
    ],
)
def test_what_is_no_decision_records_nothing_and_loses_nothing(client: Client, who: str, sent: dict) -> None:
    _article, request, address = invited(who, "ru")
    response = client.post(address, {"digest": request.digest, "remark-short-p1": "Kept"} | sent)
    assert response.status_code == 400
    assert "Kept" in response.content.decode()
    assert SignOff.objects.count() == 0


def test_asking_for_changes_without_a_word_is_refused(client: Client, who: str, language: str) -> None:
    _article, request, address = invited(who, language)
    for comment in ("", "  "):
        response = decide(client, address, request, "changes", comment=comment)
        words = {"anna": "Say what should be changed.", "boris": "Напишите, что нужно изменить."}
        assert response.status_code == 400
        assert words[who] in response.content.decode()
    assert SignOff.objects.count() == 0


def test_an_author_never_decides_for_another(client: Client, language: str) -> None:
    article, request, address = invited("boris", language)
    anna = article.bylines.get(author__slug="anna-smirnova").author
    response = decide(client, address, request, author=str(anna.pk), author_id=str(anna.pk), slug="anna-smirnova")
    assert response.status_code == 200
    assert SignOff.objects.get().author.slug == "boris-petrov"
    assert not standing_of(article, anna, language).approved


def test_a_link_to_one_language_opens_no_other(client: Client, language: str) -> None:
    article, request, address = invited("boris", language)
    other = {"en": "ru", "ru": "en"}[language]
    assert decide(client, address, request, language=other).status_code == 200
    assert SignOff.objects.get().language == language
    stolen = client.post(address, {"digest": digest_of(article, other), "decision": "approved"})
    assert stolen.status_code == 409


def test_after_an_edit_it_shows_what_has_changed_and_the_way_to_the_new_text(
    client: Client, who: str, language: str
) -> None:
    article, request, address = invited(who, language, **{f"full_text_{language}": OLD})
    rewrite(article, language, NEW)
    for response in (client.get(address), decide(client, address, request)):
        assert (response.status_code, heading(response)) == (409, CHANGED[who])
        assert "<del>Geneva</del><ins>Vienna</ins>" in response.content.decode()
    assert SignOff.objects.count() == 0
    fresh = client.post(address, {"decision": "read"})
    assert (fresh.status_code, heading(fresh)) == (200, READ[who])
    html = client.get(address).content.decode()
    assert "We signed in Vienna." in html
    assert "<del>Geneva</del><ins>Vienna</ins>" in html  # also later: it is what this author has not seen yet
    stale = decide(client, address, request)  # the page with the old text is still open somewhere
    assert stale.status_code == 409
    assert "<del>Geneva</del><ins>Vienna</ins>" in stale.content.decode()
    request.refresh_from_db()
    assert decide(client, address, request).status_code == 200
    assert SignOff.objects.get().digest == digest_of(article, language)


def test_a_digest_that_was_guessed_or_found_shows_nobody_elses_text(client: Client) -> None:
    secret = make_article("secret", full_text_en="<p>Nobody may read this yet.</p>")
    author = secret.bylines.get().author
    author.email = "c@example.org"
    author.save()
    ask(secret, author, "en", by=None)
    _article, _request, address = invited("anna", "en")
    response = client.post(address, {"digest": digest_of(secret, "en"), "decision": "approved"})
    assert response.status_code == 409
    assert "Nobody" not in response.content.decode()


def test_what_was_typed_is_not_lost_when_the_text_has_changed_meanwhile(client: Client) -> None:
    article, request, address = invited("anna", "en")
    rewrite(article, "en", NEW)
    refused = decide(client, address, request, "changes", **{"comment": "Too long", "remark-full-p1": "Who is <we>?"})
    expected = "Too long\n\nFull text, paragraph 1: Who is &lt;we&gt;?"
    assert refused.status_code == 409
    assert f'<textarea id="typed" name="comment" rows="6">{expected}</textarea>' in refused.content.decode()
    carried = client.post(address, {"decision": "read", "comment": "Too long"}).content.decode()
    assert re.search(r'<textarea name="comment"[^>]*>\s*Too long</textarea>', carried)


def test_a_link_that_changed_without_a_word_says_so(client: Client) -> None:
    article, _request, address = invited("anna", "en", full_text_en='<p>See <a href="https://a.example/">here</a>.</p>')
    rewrite(article, "en", '<p>See <a href="https://b.example/">here</a>.</p>')
    html = client.get(address).content.decode()
    assert "<h3>Links</h3>" in html
    assert re.search(r"<del>a</del>\s*<ins>b</ins>", html)
    client.post(address, {"decision": "read"})
    rewrite(article, "en", '<p>See <a href="https://b.example/"><em>here</em></a>.</p>')
    assert "No word has changed, only emphasis or layout." in client.get(address).content.decode()


def test_an_edit_of_the_other_language_changes_nothing(client: Client, language: str) -> None:
    article, _request, address = invited("boris", language)
    rewrite(article, {"en": "ru", "ru": "en"}[language], NEW)
    assert client.get(address).status_code == 200


def test_a_slip_put_right_after_the_approval_leaves_it_valid(client: Client, who: str, language: str) -> None:
    article, request, address = invited(who, language, **{f"full_text_{language}": MISSPELLED})
    decide(client, address, request)
    rewrite(article, language, SPELLED, minor=True)
    response = client.get(address)
    html = response.content.decode()
    assert (response.status_code, heading(response)) == (200, APPROVED[who])
    assert "<del>treety</del><ins>treaty</ins>" in html
    kept = {
        "anna": "A slip of the pen has been put right since; your approval holds.",
        "boris": "С тех пор исправлена описка; ваше одобрение остаётся в силе.",
    }
    assert kept[who] in html
    assert standing_of(article, request.author, language).approved
    assert decide(client, address, request).status_code == 409  # that page shows the text with the slip


def test_a_slip_put_right_before_the_approval_is_a_change_like_any_other(client: Client, language: str) -> None:
    article, _request, address = invited("anna", language, **{f"full_text_{language}": MISSPELLED})
    rewrite(article, language, SPELLED, minor=True)
    assert MinorChange.objects.exists()
    response = client.get(address)
    assert response.status_code == 409
    assert "<del>treety</del><ins>treaty</ins>" in response.content.decode()


def test_who_approved_may_still_ask_for_changes(client: Client, language: str) -> None:
    article, request, address = invited("boris", language)
    decide(client, address, request)
    assert 'value="approved"' not in client.get(address).content.decode()
    assert decide(client, address, request, "changes", comment="Всё-таки нет.").status_code == 200
    assert standing_of(article, request.author, language).state == "changes"


def test_an_ended_link_says_whom_to_ask(client: Client, who: str, language: str) -> None:
    article, anna, boris = pair()
    author, user = {"anna": anna, "boris": boris}[who], asker(first_name="Masha", last_name="Editor")
    request, token = ask(article, author, language, by=user)
    address = f"/signoff/{token}/"
    revoke(request, by=user)
    for response in (client.get(address), decide(client, address, request), client.post(address, {"decision": "read"})):
        assert (response.status_code, heading(response)) == (410, ENDED[who])
        html = response.content.decode()
        assert "Masha Editor" in html
        assert '<a href="mailto:masha@example.org">' in html
        assert TEXTS[language][0] not in html
    assert SignOff.objects.count() == 0


def test_an_expired_link_is_dead(client: Client, who: str, language: str) -> None:
    _article, request, address = invited(who, language)
    SignOffRequest.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for response in (client.get(address), decide(client, address, request)):
        assert (response.status_code, heading(response)) == (410, ENDED[who])
    assert SignOff.objects.count() == 0


def test_an_older_letters_link_is_dead(client: Client, language: str) -> None:
    _article, request, address = invited("anna", language)
    _request, token = remind(request, by=None)
    assert client.get(address).status_code == 410
    assert client.get(f"/signoff/{token}/").status_code == 200


def test_who_signs_no_more_is_asked_no_more(client: Client, who: str, language: str) -> None:
    article, request, address = invited(who, language)
    article.bylines.filter(author=request.author).delete()
    assert client.get(address).status_code == 410
    assert decide(client, address, request).status_code == 410


def test_what_nobody_was_given_is_one_and_the_same_404(client: Client) -> None:
    _article, _request, address = invited("anna", "en")
    found = {  # but for the second in which it was answered
        (response.status_code, response.content, tuple(sorted({**response.headers, "Expires": ""}.items())))
        for token in ("x", "A" * 43, address.split("/")[2][:-1] + "~", "я")
        for response in (client.get(f"/signoff/{token}/"), client.post(f"/signoff/{token}/", {"decision": "approved"}))
    }
    assert [status for status, *_rest in found] == [404]


def test_every_answer_is_kept_from_caches_search_engines_and_other_sites(client: Client, language: str) -> None:
    article, request, address = invited("boris", language)
    answers = [client.get(address), client.head(address), decide(client, address, request), client.put(address)]
    answers += [client.get("/signoff/unknown/"), client.get(address.rstrip("/"))]
    rewrite(article, language, NEW)
    answers.append(client.get(address))
    revoke(request, by=None)
    answers.append(client.get(address, headers={"If-None-Match": "*"}))
    assert [answer.status_code for answer in answers] == [200, 200, 200, 405, 404, 301, 409, 410]
    for answer in answers:
        assert "no-store" in answer["Cache-Control"]
        assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
        assert "ETag" not in answer
        assert not answer.cookies
    for answer in (answers[0], answers[2], answers[6], answers[7]):
        assert answer["Cache-Control"] == "no-store, private"
        assert "script-src 'self'" in answer["Content-Security-Policy"].split("; ")


def test_no_page_spells_the_token_and_every_form_stays_on_it(client: Client, language: str) -> None:
    article, request, address = invited("anna", language)
    token = address.split("/")[2]
    pages = [client.get(address), decide(client, address, request)]
    rewrite(article, language, NEW)
    pages += [client.get(address), client.put(address)]
    revoke(request, by=None)
    pages.append(client.get(address))
    for page in pages:
        assert token not in page.content.decode()
        assert re.findall(r"<form[^>]*action", page.content.decode()) == []


def test_an_editors_session_changes_nothing_and_no_form_cookie_is_needed(language: str) -> None:
    client = Client(enforce_csrf_checks=True)
    _article, request, address = invited("anna", language)
    client.force_login(asker())
    assert decide(client, address, request).status_code == 200
    assert SignOff.objects.get().by is None


def test_nothing_public_changes_when_an_author_decides(client: Client, language: str) -> None:
    _article, request, address = invited("anna", language)
    decide(client, address, request)
    assert Edition.objects.count() == 0
    assert client.get(f"/{language}/articles/treaty-{language}/").status_code == 404


def test_a_text_in_one_variant_only_is_shown_once(client: Client, language: str) -> None:
    _article, _request, address = invited("anna", language, **{f"full_text_{language}": ""})
    html = client.get(address).content.decode()
    assert html.count(TEXTS[language][1]) == 1
    assert 'id="variant-full"' not in html


def test_the_page_asks_as_much_of_the_database_for_many_authors_as_for_few(
    client: Client, django_assert_max_num_queries
) -> None:
    article, _request, _address = invited("anna", "en")
    rewrite(article, "en", NEW)
    _request, address = ask_again(article, "anna", "en")
    with django_assert_max_num_queries(100) as few:
        client.get(address)
    for number in range(12):
        article.bylines.create(author=make_author(f"author-{number}x"), position=10 + number)
    _request, address = ask_again(article, "anna", "en")
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(address).status_code == 200
