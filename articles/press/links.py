"""Personal links: how a co-author reads and signs the exact text without an account."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Act, SignOffRequest
from articles.models.act import Kind
from articles.models.signoff import How
from articles.press.asking import refuse_to_ask, refuse_who_may_not_ask, whose
from articles.press.content import content
from articles.press.refusals import Refused, ValidationError
from articles.press.signing import keep_exact, locked, sign, standing_of

LIFE = 14  # days: long enough for a journey, short enough for a letter that is found years later to open nothing


@transaction.atomic
def ask(article, author, language, *, by, days=LIFE, digest=None):
    """Ask an author to sign a language of the text as it stands: return the SignOffRequest and the token of its link.

    The token is known now and never again. An earlier link of this author and language dies. ``by`` is the user who
    asks (None for a command), ``days`` the life of the link, ``digest`` that of the text the user has seen. Raises
    Refused: with the codes of ``refuse_to_ask`` (articles/press/asking.py), and ``changed`` when the text is another.
    """
    article = locked(article)
    return _issue(article, author, language, by=by, days=days, digest=digest, kind=Kind.REQUEST, created_by=by)


@transaction.atomic
def remind(request, *, by, digest=None):
    """Ask again, by a new link, since nobody knows the token of the old one, which dies: return as ``ask`` does.

    Raises Refused as ``ask`` does, and with code ``answered`` when the author has approved, ``gone`` for a dead link.
    """
    article = locked(request.article)
    request = _usable(request)
    since = {"created_at": request.created_at, "reminded_at": timezone.now(), "created_by": request.created_by or by}
    standing = standing_of(article, request.author, request.language)
    if standing and standing.approved:
        raise Refused([ValidationError(_("%(author)s has approved this text."), "answered", whose(request))])
    return _issue(article, request.author, request.language, by=by, digest=digest, kind=Kind.REMIND, **since)


def find(token):
    """Return the SignOffRequest whose link has this token (str), whatever has become of it, or None."""
    # A token holds 256 random bits. Guessing one is hopeless however fast one may try, so nothing slows visitors down.
    return SignOffRequest.objects.fingerprinted(_fingerprint(token)).first()


@transaction.atomic
def revoke(request, *, by):
    """Make a link useless. Raises Refused: code ``denied`` when the user may not; ``gone`` when it is dead already."""
    locked(request.article)
    refuse_who_may_not_ask(request.article, by=by)
    if not SignOffRequest.objects.usable().filter(pk=request.pk).update(revoked_at=timezone.now()):
        raise Refused([ValidationError(_("This link has ended already."), code="gone")])
    about = {"author": request.author.slug, "digest": request.digest}
    Act.objects.create(article=request.article, kind=Kind.REVOKE, language=request.language, by=by, about=about)


@transaction.atomic
def rebind(request):
    """Bind a link to the text as it stands, because its holder asked to read that; return it as it is now.

    Raises Refused, code ``gone``, when the link has ended meanwhile.
    """
    article = locked(request.article)
    request = _usable(request)
    printed = content(article, request.language, timezone.now().date())
    if printed.digest != request.digest:
        keep_exact(printed)
        request.seen_digest, request.digest = request.digest, printed.digest
        request.save(update_fields=["seen_digest", "digest"])
    return request


@transaction.atomic
def decide(request, *, digest, decision, comment="", remarks=()):
    """Keep what the holder of a link decided on the text with a digest, and return the SignOff.

    The author is the link's own; nothing the holder sends could choose another. Raises Refused as ``sign`` does, and
    with code ``gone`` when the link has ended meanwhile.
    """
    article = locked(request.article)
    request = _usable(request)
    if not shows(request, digest, standing_of(article, request.author, request.language)):
        raise _changed()
    chosen = {"digest": digest, "decision": decision, "comment": comment, "remarks": remarks}
    return sign(article, request.author, request.language, how=How.LINK, request=request, **chosen)


def shows(request, digest, standing):
    """Say whether a link opens a text: the one it is bound to, or one its author has approved but for a slip."""
    return request.digest == digest or bool(standing and standing.approved)


def _issue(article, author, language, *, by, kind, digest=None, days=LIFE, **who_and_when):
    refuse_to_ask(article, author, language, by=by)
    now, token = timezone.now(), secrets.token_urlsafe(32)
    printed = content(article, language, now.date())
    if digest not in (None, printed.digest):
        raise _changed()
    keep_exact(printed)
    earlier = article.signoff_requests.of(author, language)
    seen = _last_seen(article, author, language, printed.digest)
    earlier.usable(now).update(revoked_at=now)
    request = SignOffRequest.objects.create(
        article=article,
        author=author,
        language=language,
        digest=printed.digest,
        seen_digest=seen,
        token_hash=_fingerprint(token),
        expires_at=now + timedelta(days=days),
        **({"created_at": now} | who_and_when),
    )
    about = {"author": author.slug, "digest": printed.digest}
    Act.objects.create(article=article, kind=kind, language=language, by=by, about=about)
    return request, token


def _changed():
    return Refused([ValidationError(_("The text has changed since it was shown."), code="changed")])


def _last_seen(article, author, language, digest):
    """Return the digest of the text an author knows: what they signed last, or else were last asked to; or ``""``."""
    signed = article.signoffs.of(author, language).latest_first().first()
    asked = article.signoff_requests.of(author, language).latest_first().first()
    known = [signed and signed.digest, asked and asked.digest, asked and asked.seen_digest]
    return next((one for one in known if one and one != digest), "")


def _usable(request):
    """Return the link as the database has it, or raise Refused when it opens nothing any more."""
    found = SignOffRequest.objects.select_related("author", "article").get(pk=request.pk)
    if not found.is_usable():
        raise Refused([ValidationError(_("This link has ended."), code="gone")])
    return found


def _fingerprint(token):
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
