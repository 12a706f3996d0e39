"""Credit lines: the credentials and posts printed under a name."""

from authors.languages import localized

LOWER_INSIDE = {"ru"}  # languages that write posts small inside a line; English keeps "Director General"


def credit_line(author, language, day):
    """Return an author's credentials and the posts held on a day (datetime.date), in one language.

    "PhD in Political Science; Director General, Russian International Affairs Council"
    """
    posts = [post.in_words(language) for post in author.affiliations.all() if post.held_on(day)]
    parts = [part for part in (localized(author, "credentials", language), *posts) if part]
    if language in LOWER_INSIDE:
        parts = [*parts[:1], *map(_lower_first, parts[1:])]
    return "; ".join(parts)


def _lower_first(text):
    # A word in capitals ("РСМД") stays as it is.
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
