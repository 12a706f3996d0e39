"""Letters: plain text, in the language of whoever gets them, sent after the transaction has been committed."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from authors.languages import codes, localized
from authors.languages import name as language_name

logger = logging.getLogger(__name__)


@dataclass
class Letter:
    """A letter to one address. ``secrets`` are words that only its reader may see: no log and no error holds them.

    ``problem`` is "" until the mail server has refused the letter, and then what it said.
    """

    about: str
    to: str
    text: str  # the first line is the subject
    reply_to: str = ""
    secrets: tuple = ()
    problem: str = ""

    def deliver(self):
        """Send the letter. A mail server that fails is logged and noted in ``problem``: nothing else is undone."""
        subject, _, body = self.text.strip().partition("\n")
        message = EmailMessage(
            " ".join(subject.split()),
            body.strip() + "\n",
            to=[self.to],
            reply_to=[self.reply_to] if self.reply_to else None,
            headers={"Auto-Submitted": "auto-generated"},  # RFC 3834 §5.1: no out-of-office replies
        )
        try:
            message.send()
        except OSError as error:  # what smtplib raises is one, too
            self.problem = self._without_secrets(f"{type(error).__name__}: {error}")
            # Without the traceback, whose last line a server may have filled with the letter itself.
            logger.error("the letter about %s could not be sent: %s", self.about, self.problem)

    def _without_secrets(self, words):
        for secret in self.secrets:
            words = words.replace(secret, "…")
        return words


def request_letter(author, links, *, by, reminder=False):
    """Return the Letter that asks an author to sign; ``links`` are (SignOffRequest, token) pairs of one article."""
    texts = [
        {
            "language": language_name(request.language),
            "title": localized(request.article, "title", request.language) or request.article.key,
            "address": settings.SITE_URL + reverse("signoff", args=[token]),
        }
        for request, token in links
    ]
    language = author.letters_language
    context = {
        "name": author.name(language) or str(author),
        "title": localized(links[0][0].article, "title", language) or texts[0]["title"],
        "texts": texts,
        "until": min(request.expires_at for request, _token in links),
        "sender": called(by),
        "reminder": reminder,
    }
    return Letter(
        about=f"sign-offs of {links[0][0].article.key} to {author.slug}",
        to=author.email,
        text=_written(language, "letters/request.txt", context),
        reply_to=by.email if by else "",
        secrets=tuple(token for _request, token in links),
    )


def tell_of(signoff, *, asked):
    """Write to whoever asked for a decision (a SignOffRequest, or None) that it has been made, once that is certain.

    Nobody is told of a decision of their own. Accounts have no language: unless theirs is an author's, they are
    written to in every one.
    """
    user = asked.created_by if asked else None
    if user is None or not user.email or user == signoff.by:
        return
    author = getattr(user, "author", None)
    context = {
        "signoff": signoff,
        "language": language_name(signoff.language),
        "title": localized(signoff.article, "title", signoff.language) or signoff.article.key,
        "address": settings.SITE_URL + reverse("admin:articles_article_change", args=[signoff.article_id]),
    }
    wanted = [author.letters_language] if author else codes()
    texts = [_written(code, "letters/decision.txt", {**context, "code": code}) for code in wanted]
    subjects, bodies = zip(*(text.strip().split("\n", 1) for text in texts), strict=True)
    text = "\n\n* * *\n\n".join(body.strip() for body in bodies)
    letter = Letter(
        about=f"a decision on {signoff.article.key} to {user.get_username()}",
        to=user.email,
        text=f"{' / '.join(subjects)}\n\n{text}",
        reply_to=signoff.author.email,
    )
    transaction.on_commit(letter.deliver)


def called(user):
    """Return how a user is named to others, "" for none."""
    return (user.get_full_name() or user.get_username()) if user else ""


def _written(language, template, context):
    with override(language):
        return render_to_string(template, context)
