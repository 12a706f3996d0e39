"""Asking for sign-offs by letter: one letter to an author, with a link for every language."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from articles.models import Act, SignOffRequest
from articles.models.act import Kind
from articles.press.letters import Letter, request_letter
from articles.press.links import ask, remind
from articles.press.refusals import Refused

AFTER = 4  # days without an answer before a reminder: somebody may be travelling, and the link lives ten days more


@dataclass
class Invitation:
    """A letter on its way to an author; ``problem`` is what the mail server said against it, once committed."""

    links: list  # (SignOffRequest, token) pairs
    letter: Letter

    @property
    def problem(self):
        return self.letter.problem

    @property
    def requests(self):
        return [request for request, _token in self.links]

    def send(self):
        """Send the letter. Should that fail, the links stay as they are, and the failure is kept beside them."""
        self.letter.deliver()
        for request in self.requests if self.problem else ():
            Act.objects.create(
                article=request.article,
                kind=Kind.REMIND if request.reminded_at else Kind.REQUEST,
                language=request.language,
                about={"author": request.author.slug, "digest": request.digest, "undelivered": self.problem},
            )


def invite(article, author, languages, *, by, seen=None):
    """Ask an author to sign languages of an article, all or none: return the Invitation, sent when this is committed.

    ``seen`` maps languages to the digests of the texts that ``by`` has seen. Raises Refused with every reason, as
    ``articles.press.links.ask`` does for one.
    """
    seen = seen or {}
    return _together([partial(ask, article, author, code, by=by, digest=seen.get(code)) for code in languages], by)


def remind_all(requests, *, by, seen=None):
    """Ask again what an author of one article has not answered: return the Invitation, with new links.

    Raises Refused with every reason; then nobody is written to, and the old links stay.
    """
    seen = seen or {}
    wanted = [partial(remind, request, by=by, digest=seen.get(request.language)) for request in requests]
    return _together(wanted, by, reminder=True)


def overdue(days=AFTER, at=None):
    """Return the links (lists of SignOffRequest, an author's of one article together) that nobody answers.

    They have been open for so many days at a moment (aware datetime; default now), their author has decided nothing
    since, and has not been reminded: nobody gets more than one letter that no person has sent.
    """
    at = at or timezone.now()
    waiting = SignOffRequest.objects.usable(at).unanswered().asked_by(at - timedelta(days=days)).in_letters()
    return [list(found) for _key, found in groupby(waiting, key=lambda one: (one.article_id, one.author_id))]


@transaction.atomic
def _together(wanted, by, *, reminder=False):
    links, refused = [], []
    for one in wanted:
        try:
            links.append(one())
        except Refused as reasons:
            refused += [reason for reason in reasons.error_list if str(reason) not in map(str, refused)]
    if refused:
        raise Refused(refused)
    first = links[0][0]
    invitation = Invitation(links, request_letter(first.author, links, by=by or first.created_by, reminder=reminder))
    transaction.on_commit(invitation.send)
    return invitation
