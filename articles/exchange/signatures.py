"""Signatures of a document ↔ bylines of an article."""

from articles.exchange.problems import problem
from articles.models import Byline
from articles.models.roles import Role
from authors.languages import column, localized, others
from authors.models import Author
from authors.slugs import free_slug


def signatories(signatures, names, language, existing, place):
    """Return (who, credit line) pairs for a document's signatures, people made as they are needed.

    ``existing`` are the article's bylines, when it has any: in another language's document a name not known yet is
    taken to be the person in the same place, if that person has no name in this language. Raises DocumentRefused.
    """
    pairs = []
    for number, signature in enumerate(signatures):
        found = names.author(signature.name)
        if not found and (slug := names.mapped(signature.name)):
            raise problem(place, f"an author with the slug “{slug}” for “{signature.name}”", "none", number)
        found = found or names.organization(signature.name)
        if len(found) > 1:
            slugs = ", ".join(sorted(one.slug for one in found))
            expected = f"one person or organization named “{signature.name}”"
            raise problem(place, expected, f"{slugs} (use --author-map)", number)
        who = next(iter(found), None) or _in_the_same_place(existing, number, language)
        if who is None:
            who = Author(slug=free_slug(signature.name, _is_taken, "author"))
        if isinstance(who, Author) and not who.name(language):
            _give_name(who, signature.name, language)
            names.add(who)
        if who in [one for one, _ in pairs]:
            raise problem(place, "every author once", "two names of the same person", number)
        pairs.append((who, signature.role))
    return pairs


def _is_taken(slug):
    return Author.objects.with_slug(slug).exists()


def _in_the_same_place(existing, number, language):
    people = [line.author for line in existing if line.role == Role.AUTHOR]
    person = people[number] if number < len(people) else None
    return person if person and not person.name(language) else None


def _give_name(person, name, language):
    given, _, family = name.rpartition(" ")
    setattr(person, column("given_name", language), given)
    setattr(person, column("family_name", language), family)
    person.save()


def sign(article, pairs, language, place):
    """Bring an article's author bylines in line with (who, credit line) pairs; return whether anything changed."""
    lines = [line for line in article.bylines.all() if line.role == Role.AUTHOR]
    same_people = [line.author or line.organization for line in lines] == [who for who, _ in pairs]
    if lines and not same_people:
        if any(article.has_text(code) for code in others(language)):
            expected = ", ".join(str(line) for line in lines)
            found = ", ".join(str(who) for who, _ in pairs)
            raise problem(place, f"the authors of the other languages, in their order ({expected})", found, 0)
        Byline.objects.filter(pk__in=[line.pk for line in lines]).delete()
        lines = []
    changed = not same_people
    for position, (who, credit) in enumerate(pairs, start=1):
        person = {"author": who} if isinstance(who, Author) else {"organization": who}
        line = lines[position - 1] if lines else Byline(article=article, position=position, **person)
        if line.pk is None or localized(line, "credit_line", language) != credit:
            setattr(line, column("credit_line", language), credit)
            line.save()
            changed = True
    return changed
