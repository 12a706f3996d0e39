"""Presence: who is at work on an article just now. Shown to the others, and never enforced."""

from articles.models import Presence


def be_there(article, language, *, by, at):
    """Note that a user has an article open at a moment (aware), the cursor in a language (code) or in none (``""``)."""
    Presence.objects.update_or_create(user=by, article=article, defaults={"language": language, "at": at})
    Presence.objects.gone(article, at).delete()
