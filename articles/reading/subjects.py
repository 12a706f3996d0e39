"""The people, organizations and topics of published texts. Nobody is public before a text of theirs is."""

from dataclasses import replace

from django.db.models import Value
from django.http import Http404
from django.urls import reverse

from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.reading.page import page_everywhere
from authors.languages import codes, localized
from authors.models import Author, Organization

MODELS = {"authors": Author, "organizations": Organization, "topics": Topic}
PAGES = {"authors": "author", "organizations": "organization", "topics": "topic"}


def editions_about(kind, subject, language=None, at=None):
    """Return the live editions by an author, of an organization and its people or carried by it, or about a topic."""
    live = Edition.objects.live(language, at)
    if kind == "authors":
        return live.by(subject)
    if kind == "organizations":
        return live.concerning(subject)
    return live.about(subject)


def editions_on_page(kind, subject, language, at=None):
    """Return the live editions that the page of a subject lists: a person's has what they only edited, too."""
    if kind == "authors":
        return Edition.objects.live(language, at).signed_by(subject)
    return editions_about(kind, subject, language, at)


def public_subjects(kind, language, at=None):
    """Return the authors, organizations or topics that have a page in a language at a moment."""
    live = Edition.objects.live(language, at)
    public = MODELS[kind].objects.annotate(public=_is_public(kind, live)).filter(public=True)
    return [subject for subject in public if name_in(subject, language)]


def find(kind, slug):
    """Return the author, organization or topic of a slug, with the languages it is public in. Raises Http404."""
    public = {_public(code): _is_public(kind, Edition.objects.live(code)) for code in codes()}
    subject = MODELS[kind].objects.with_slug(slug).annotate(**public).first()
    if subject is None:
        raise Http404(f"{kind}: expected a slug of ours; found {slug!r}")
    return subject


def found_by_slugs(slugs):
    """Return primary keys for slugs (dicts by author, organization, topic) in one query; less what is not ours."""
    models = {"author": Author, "organization": Organization, "topic": Topic}
    parts = [
        models[kind].objects.with_slug(slug).order_by().annotate(kind=Value(kind)).values_list("kind", "pk")
        for kind, slug in slugs.items()
        if slug
    ]
    return dict(parts[0].union(*parts[1:])) if parts else {}


def _public(language):
    return f"public_in_{language.replace('-', '_')}"


def _is_public(kind, live):
    if kind == "authors":
        return live.of_each_author()
    return live.of_each_organization() if kind == "organizations" else live.of_each_topic()


def name_in(subject, language):
    """Return the name of an author, organization or topic in a language, or ""."""
    return subject.name(language) if isinstance(subject, Author) else localized(subject, "name", language)


def subject_page(kind, subject, language):
    """Return the Page of a subject from ``find``, whose twins are the languages in which something of it is published.

    Raises Http404 where nothing is.
    """
    # Without a name in a language there is nothing to head its page with.
    public = [code for code in codes() if getattr(subject, _public(code)) and name_in(subject, code)]
    if language not in public:
        raise Http404(f"{language}: nothing is published about {subject.slug!r}")
    page = page_everywhere(PAGES[kind], language, subject.slug)
    twins = {code: page.twins[code] for code in public}
    return replace(
        page,
        twins=twins,
        default=next(iter(twins.values())),
        feed=reverse("atom_about", args=[language, kind, subject.slug]).removesuffix(".atom"),
    )
