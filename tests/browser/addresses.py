"""Each of the readers' templates in each language, on the seed article."""

from tests.articles.reading.addresses import PAGES, page

TEMPLATES = {name: [page(name, language) for language in ("en", "ru")] for name in PAGES}
TEMPLATES["error"] = ["/en/articles/unknown/", "/ru/articles/unknown/", "/de/"]
PUBLIC = [address for name in PAGES for address in TEMPLATES[name]]
TEXTS = {language: page("article", language) for language in ("en", "ru")}
