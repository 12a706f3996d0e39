"""`manage.py remind_signatories [--after DAYS]`: write once more to authors who have not answered. Meant for cron."""

import argparse

from django.core.management.base import CommandError

from articles.management import base
from articles.management.messages import lines_of
from articles.press.invitations import AFTER, overdue, remind_all
from articles.press.refusals import Refused


class Command(base.Command):
    help = "Reminds every author who was asked to approve a text and has not answered: once, by one letter an article."

    def add_arguments(self, parser):
        parser.add_argument(
            "--after",
            type=_days,
            default=AFTER,
            metavar="DAYS",
            help=f"how many days they have had to answer; default: {AFTER}",
        )

    def handle(self, *, after, **options):
        problems = []
        for requests in overdue(after):
            whom = f"{requests[0].author.slug} {requests[0].article.key} {','.join(one.language for one in requests)}"
            try:
                invitation = remind_all(requests, by=None)
            except Refused as refused:
                problems += [f"{whom}: {line}" for line in lines_of(refused)]
            else:
                if invitation.problem:
                    problems.append(f"{whom}: expected the mail server to take the letter; found {invitation.problem}")
                else:
                    self.stdout.write(f"reminded {whom}")
        if problems:
            raise CommandError("\n".join(problems))


def _days(text):
    """Return a whole number of days, from 0."""
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise argparse.ArgumentTypeError(f"expected a number of days, 0 to 9999; found {text!r}")
    return int(text)
