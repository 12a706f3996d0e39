"""Every reader's address of the seed article, and addresses of any article, person or topic by name."""

SLUGS = {
    "en": "can-washington-and-moscow-agree-to-limit-political-interference",
    "ru": "smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo",
}
OTHER = {"en": "ru", "ru": "en"}
OUTLET = "https://warontherocks.com/2019/06/can-washington-and-moscow-agree-to-limit-political-interference/"
FIRST_RELEASE_YEAR = 2026

# Each page of a language in the seed, as it is typed.
PAGES = {
    "front": "/{language}/",
    "archive": "/{language}/articles/",
    "year": "/{language}/articles/2026/",
    "article": "/{language}/articles/{slug}/",
    "short": "/{language}/articles/{slug}/short/",
    "parallel": "/{language}/articles/{slug}/parallel/{other}/",
    "editions": "/{language}/articles/{slug}/editions/",
    "edition": "/{language}/articles/{slug}/editions/1/",
    "authors": "/{language}/authors/",
    "author": "/{language}/authors/ivan-timofeev/",
    "organizations": "/{language}/organizations/",
    "organization": "/{language}/organizations/riac/",
    "topics": "/{language}/topics/",
    "about": "/{language}/about/",
    "topic": "/{language}/topics/us-russia-relations/",
}
SEARCH = {"search": "/{language}/search/?q=RAND"}
FEEDS = {
    "atom": "/{language}/feed.atom",
    "json": "/{language}/feed.json",
    "atom of an author": "/{language}/authors/ivan-timofeev/feed.atom",
    "json of an author": "/{language}/authors/ivan-timofeev/feed.json",
    "atom of an outlet": "/{language}/organizations/war-on-the-rocks/feed.atom",
    "json of an outlet": "/{language}/organizations/war-on-the-rocks/feed.json",
    "atom of a topic": "/{language}/topics/us-russia-relations/feed.atom",
    "json of a topic": "/{language}/topics/us-russia-relations/feed.json",
}
CITATIONS = {
    f"{prefix}cite_{file}": f"/{{language}}/articles/{{slug}}/{rest}cite.{file}"
    for prefix, rest in (("", ""), ("edition's ", "editions/1/"))
    for file in ("bib", "ris", "json")
}
SHARE_IMAGES = {"share image": "/{language}/articles/{slug}/share.png"}
FOR_ROBOTS = ["/sitemap.xml", "/sitemap-1.xml", "/robots.txt"]


def page(name: str, language: str) -> str:
    everything = PAGES | SEARCH | FEEDS | CITATIONS | SHARE_IMAGES
    return everything[name].format(language=language, slug=SLUGS[language], other=OTHER[language])
