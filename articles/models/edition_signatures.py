"""Who signs editions, with the addresses and identifiers of their pages: one question in SQL."""

from articles.models.edition_byline import EditionByline
from articles.models.fetched import fetch_partly, remember

SQL = """
SELECT line.*, author.slug AS author_slug, author.orcid AS author_orcid,
  organization.slug AS organization_slug, organization.ror AS organization_ror
FROM articles_editionbyline line
LEFT JOIN authors_author author ON author.id = line.author_id
LEFT JOIN authors_organization organization ON organization.id = line.organization_id
WHERE line.edition_id IN ({}) ORDER BY line.position
"""


def fetch_signatures(editions):
    """Fetch the signatures of some editions (a list, not empty); of who signed, what stands on pages of texts."""
    signed = {one.pk: [] for one in editions}
    for line in EditionByline.objects.raw(SQL.format(", ".join(["%s"] * len(signed))), list(signed)):
        fetch_partly(line, "author", "slug", "orcid")
        fetch_partly(line, "organization", "slug", "ror")
        signed[line.edition_id].append(line)
    for edition in editions:
        for line in signed[edition.pk]:
            line.edition = edition
        remember(edition, "bylines", signed[edition.pk])
