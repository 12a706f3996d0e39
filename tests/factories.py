"""People, organizations, articles and accounts for tests, complete unless a test says otherwise."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractUser, Permission, User

from articles.models import Article, Byline, Edition, Topic
from articles.press.release import release
from authors.models import Affiliation, Author, Organization

LANGUAGES = ("en", "ru")
WORDS = {"en": ("Title of", "Short text of", "Full text of"), "ru": ("Заглавие", "Краткий текст", "Полный текст")}


def make_organization(slug: str = "institute", **fields) -> Organization:
    names = {"name_en": f"Organization {slug}", "name_ru": f"Организация {slug}"}
    return Organization.objects.create(**{"slug": slug} | names | fields)


def make_author(slug: str = "anna-smirnova", *, post_at: Organization | None = None, **fields) -> Author:
    given, _, family = slug.title().partition("-")
    names = {"given_name_en": given, "family_name_en": family, "given_name_ru": f"{given}-ру", "family_name_ru": family}
    author = Author.objects.create(**{"slug": slug} | names | fields)
    if post_at:
        make_post(author, post_at)
    return author


def make_post(author: Author, organization: Organization, **fields) -> Affiliation:
    posts = {"position_en": "Fellow", "position_ru": "Научный сотрудник"}
    return Affiliation.objects.create(author=author, organization=organization, **posts | fields)


def make_topic(slug: str = "treaties", **fields) -> Topic:
    return Topic.objects.create(**{"slug": slug, "name_en": f"Topic {slug}", "name_ru": f"Тема {slug}"} | fields)


def make_article(
    key: str = "treaty",
    *,
    authors: Iterable[Author] | None = None,
    topics: Iterable[Topic] = (),
    languages: Iterable[str] = LANGUAGES,
    **fields,
) -> Article:
    """A manuscript that could be released in ``languages``; its slugs are KEY-en and KEY-ru."""
    texts = {}
    for code in languages:
        title, short, full = WORDS[code]
        texts |= {f"title_{code}": f"{title} {key}", f"slug_{code}": f"{key}-{code}"}
        texts |= {f"short_text_{code}": f"<p>{short} {key}.</p>", f"full_text_{code}": f"<p>{full} {key}.</p>"}
    article = Article.objects.create(**{"key": key} | texts | fields)
    for number, author in enumerate([make_author(f"author-of-{key}")] if authors is None else authors, start=1):
        Byline.objects.create(article=article, position=number, author=author)
    article.topics.set(topics)
    return article


def publish(
    article: Article,
    *languages: str,
    at: datetime | None = None,
    by: AbstractUser | None = None,
    note: str | None = None,
    change: str = "",
) -> dict[str, Edition]:
    """Releases languages of an article (default: all) and gives the editions made, by language."""
    if note is None:
        note = "A change." if article.editions.exists() else ""
    outcome = release(article, languages or LANGUAGES, at=at, by=by, note=note, change=change)
    return {edition.language: edition for edition in outcome.created}


def make_user(username: str = "editor", *permissions: str, **fields) -> User:
    """An account at the desk with these permissions, each as ``change_article``."""
    user = User.objects.create_user(username, password="a long enough secret", **{"is_staff": True} | fields)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user
