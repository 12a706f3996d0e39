"""Every reader's address. URL name = view name = template name."""

from django.urls import path, register_converter

from articles.reading import (
    about,
    archive,
    article,
    authors,
    cite,
    editions,
    feeds,
    front,
    organizations,
    parallel,
    search,
    share_image,
    sitemap,
    topics,
)
from articles.reading.converters import KindConverter, LanguageConverter, YearConverter

register_converter(KindConverter, "kind")
register_converter(LanguageConverter, "language")
register_converter(YearConverter, "year")

urlpatterns = [
    path("", front.choose_language, name="choose_language"),
    path("<language:language>/", front.front, name="front"),
    path("<language:language>/about/", about.about, name="about"),
    path("<language:language>/articles/", archive.archive, name="archive"),
    path("<language:language>/articles/<year:year>/", archive.year, name="year"),
    path("<language:language>/articles/<slug:slug>/", article.article, name="article"),
    path("<language:language>/articles/<slug:slug>/short/", article.short, name="short"),
    path("<language:language>/articles/<slug:slug>/share.png", share_image.share_image, name="share_image"),
    path("<language:language>/articles/<slug:slug>/parallel/<language:other>/", parallel.parallel, name="parallel"),
    path("<language:language>/articles/<slug:slug>/editions/", editions.editions, name="editions"),
    path("<language:language>/articles/<slug:slug>/editions/<int:number>/", editions.edition, name="edition"),
    path("<language:language>/articles/<slug:slug>/cite.bib", cite.cite_bib, name="cite_bib"),
    path("<language:language>/articles/<slug:slug>/cite.ris", cite.cite_ris, name="cite_ris"),
    path("<language:language>/articles/<slug:slug>/cite.json", cite.cite_json, name="cite_json"),
    path("<language:language>/articles/<slug:slug>/editions/<int:number>/cite.bib", cite.cite_bib, name="cite_bib"),
    path("<language:language>/articles/<slug:slug>/editions/<int:number>/cite.ris", cite.cite_ris, name="cite_ris"),
    path("<language:language>/articles/<slug:slug>/editions/<int:number>/cite.json", cite.cite_json, name="cite_json"),
    path("<language:language>/authors/", authors.authors, name="authors"),
    path("<language:language>/authors/<slug:slug>/", authors.author, name="author"),
    path("<language:language>/organizations/", organizations.organizations, name="organizations"),
    path("<language:language>/organizations/<slug:slug>/", organizations.organization, name="organization"),
    path("<language:language>/topics/", topics.topics, name="topics"),
    path("<language:language>/topics/<slug:slug>/", topics.topic, name="topic"),
    path("<language:language>/search/", search.search, name="search"),
    path("<language:language>/feed.atom", feeds.atom, name="atom"),
    path("<language:language>/feed.json", feeds.json, name="json"),
    path("<language:language>/<kind:kind>/<slug:slug>/feed.atom", feeds.atom, name="atom_about"),
    path("<language:language>/<kind:kind>/<slug:slug>/feed.json", feeds.json, name="json_about"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<int:page>.xml", sitemap.part, name="sitemap_part"),
    path("robots.txt", sitemap.robots, name="robots"),
    path(".well-known/security.txt", sitemap.security, name="security"),
]
