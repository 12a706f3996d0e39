"""What every page says about itself: its language, its address, and the same page in other languages."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from authors.languages import codes, name


def absolute(path):
    """Return the full address of a path on the one host that readers know."""
    return settings.SITE_URL + path


def site_name(language):
    """Return what the site is called in a language."""
    with override(language):
        return str(settings.SITE_NAME)


@dataclass(frozen=True)
class Page:
    """A page in a language.

    ``path`` is the canonical path; ``twins`` maps languages to the paths of the same page there, this one included;
    ``default`` is the path for readers of any other language (hreflang x-default). ``listed`` is false for pages whose
    canonical address is another page's (the short variant), ``indexed`` for those that search engines leave out,
    ``public`` for those that are shown to few and name no address to anybody else.
    """

    language: str
    path: str
    twins: dict = field(default_factory=dict)
    default: str = ""
    feed: str = ""
    listed: bool = True
    indexed: bool = True
    public: bool = True

    @property
    def canonical(self):
        return absolute(self.path)

    @property
    def alternates(self):
        """Return (language or "x-default", address) for every link rel=alternate hreflang."""
        if not self.listed:
            return []
        pairs = [(code, absolute(path)) for code, path in self.twins.items()]
        return [*pairs, ("x-default", absolute(self.default))] if self.default else pairs

    @property
    def languages(self):
        """Return the language switch: dicts of code, name, path, current, and whether it is this same page."""
        return [
            {
                "code": code,
                "name": name(code),
                "path": self.twins.get(code) or reverse("front", args=[code]),
                "current": code == self.language,
                "twin": code in self.twins,
            }
            for code in codes()
        ]


def page_everywhere(view, language, *args, default=""):
    """Return the Page of a view that exists in every language under the same arguments."""
    twins = {code: reverse(view, args=[code, *args]) for code in codes()}
    return Page(language, twins[language], twins, default=default or twins[codes()[0]], feed=f"/{language}/feed")


def further(page, after):
    """Return the Page of a list's later part: its own canonical address, and no twin, since lists differ in length."""
    return replace(page, path=f"{page.path}?{urlencode({'after': after})}", listed=False) if after else page
