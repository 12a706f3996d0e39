"""Credit lines: the credentials and posts printed under a name."""

from authors.languages import localized


def credit_line(author, language, day):
    """Return an author's credentials and the posts held on a day (datetime.date), in one language.

    "PhD in Political Science; Director General, Russian International Affairs Council"
    """
    posts = [post.in_words(language) for post in author.affiliations.all() if post.held_on(day)]
    parts = [localized(author, "credentials", language), *posts]
    return "; ".join(part for part in parts if part)
