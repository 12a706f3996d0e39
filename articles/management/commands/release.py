"""`manage.py release SLUG… [--language L] [--at T]`: make languages of articles public at one moment."""

from datetime import UTC, datetime

from django.core.management.base import CommandError
from django.utils import timezone

from articles.management import base
from articles.management.lookup import article_of
from articles.management.messages import lines_of_refusal
from articles.press.refusals import Refused
from articles.press.release import release_many
from articles.press.terms import Terms
from authors.languages import codes


class Command(base.Command):
    help = "Releases articles, all of them or none: prints an edition a line, with the moment it is public from."

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="+", metavar="SLUG", help="slug in any language, or the article's key")
        parser.add_argument("--language", action="append", choices=codes(), help="repeatable; default: all written")
        parser.add_argument("--note", default="", help="what changed; needed for a text that is public already")
        parser.add_argument(
            "--override", metavar="REASON", default="", help="why to release without every author’s approval"
        )
        parser.add_argument("--at", metavar="T", help="ISO 8601 moment, e.g. 2026-12-01T09:00+03:00 (no zone: UTC)")

    def handle(self, *, slugs, language, at, note, override, **options):
        moment = self._moment(at)
        wanted = []
        for slug in slugs:
            article = article_of(slug)
            wanted.append((article, language or [code for code in codes() if article.has_text(code)] or codes()))
        try:
            outcome = release_many(wanted, Terms(at=moment, note=note, override=override))
        except Refused as refused:
            raise CommandError("\n".join(lines_of_refusal(refused))) from refused
        for edition in outcome.created:
            self.stdout.write(f"released {edition.language}/{edition.slug} {edition.number} {_when(edition)}")
        for edition in outcome.unchanged:
            self.stdout.write(f"unchanged {edition.language}/{edition.slug} {edition.number} {_when(edition)}")

    def _moment(self, text):
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
            # In UTC, as it is stored: there the first and last days of the calendar may fall out of it.
            return (moment if timezone.is_aware(moment) else timezone.make_aware(moment)).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise CommandError(
                f"--at: expected an ISO 8601 moment like 2026-12-01T09:00+03:00; found {text!r}", returncode=2
            ) from error


def _when(edition):
    return f"{edition.published_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S%z}"
