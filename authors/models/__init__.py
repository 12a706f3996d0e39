from authors.models.affiliation import Affiliation
from authors.models.author import Author
from authors.models.organization import Organization

__all__ = ["Affiliation", "Author", "Organization"]
