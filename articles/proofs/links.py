"""Links to a preview for people without an account: signed, and good for a week."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner, b62_decode
from django.http import Http404

LIFE = timedelta(days=7)


@dataclass(frozen=True)
class Link:
    """A link to the preview of an article: its token, whose manuscript it opens (primary key), and until when (UTC)."""

    token: str
    article: int
    until: datetime


class Expired(Exception):
    """The link was one of ours and its time is over."""


def make_link(article):
    """Return a new Link to the preview of an article. It is kept nowhere, and nothing can call it back."""
    return read_link(_signer().sign(article.pk))


def read_link(token):
    """Return the Link of a token. Raises Expired, and Http404 for a token that we did not sign."""
    try:
        article = int(_signer().unsign(token, max_age=LIFE))
    except SignatureExpired as error:
        raise Expired from error
    except BadSignature as error:
        raise Http404("preview: expected a link of ours") from error
    _article, signed_at, _signature = token.split(_signer().sep)
    return Link(token, article, datetime.fromtimestamp(b62_decode(signed_at), UTC) + LIFE)


def _signer():
    return TimestampSigner(sep=".", salt="articles.proofs.links")
