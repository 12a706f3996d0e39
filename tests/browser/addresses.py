"""Each of the readers' templates in each language, on the seed article."""

from tests.articles.reading.addresses import PAGES, page

PUBLIC = [page(name, language) for name in PAGES for language in ("en", "ru")]
# The texts' own pages, and what stands where there is none.
NOWHERE = ["/en/articles/unknown/", "/ru/articles/unknown/", "/de/"]
TEXTS = {language: page("article", language) for language in ("en", "ru")}
