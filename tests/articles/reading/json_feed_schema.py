"""JSON Feed 1.1 as a JSON Schema (2020-12), written from https://www.jsonfeed.org/version/1.1/ section by section."""

ADDRESS = {"type": "string", "pattern": r"^https?://[^\s]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}  # RFC 3339
LANGUAGE = {"type": "string", "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}  # RFC 5646
TEXT = {"type": "string"}
# "Custom objects": a name begins with an underscore and a letter, and its value is an object.
EXTENSIONS = {"patternProperties": {r"^_[A-Za-z][^.]*$": {"type": "object"}}, "additionalProperties": False}


def record(required: tuple[str, ...] = (), **properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": list(required), **EXTENSIONS}


def several(schema: dict) -> dict:
    return {"type": "array", "items": schema}


# "The author object": all of it optional, though there must be at least one of its parts.
AUTHOR = record(name=TEXT, url={"type": "string"}, avatar=ADDRESS) | {"minProperties": 1}
ATTACHMENT = record(
    ("url", "mime_type"),
    url=ADDRESS,
    mime_type={"type": "string", "pattern": ".+/.+"},
    title=TEXT,
    size_in_bytes={"type": "number"},
    duration_in_seconds={"type": "number"},
)
ITEM = record(
    ("id",),
    id={"type": "string", "minLength": 1},
    url=ADDRESS,
    external_url=ADDRESS,
    title=TEXT,
    content_html=TEXT,
    content_text=TEXT,
    summary=TEXT,
    image=ADDRESS,
    banner_image=ADDRESS,
    date_published=MOMENT,
    date_modified=MOMENT,
    authors=several(AUTHOR),
    author=AUTHOR,
    tags=several(TEXT),
    language=LANGUAGE,
    attachments=several(ATTACHMENT),
) | {"anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}]}
JSON_FEED = record(
    ("version", "title", "items"),
    version={"const": "https://jsonfeed.org/version/1.1"},
    title=TEXT,
    home_page_url=ADDRESS,
    feed_url=ADDRESS,
    description=TEXT,
    user_comment=TEXT,
    next_url=ADDRESS,
    icon=ADDRESS,
    favicon=ADDRESS,
    authors=several(AUTHOR),
    author=AUTHOR,
    language=LANGUAGE,
    expired={"type": "boolean"},
    hubs=several(record(("type", "url"), type=TEXT, url=ADDRESS)),
    items=several(ITEM),
)
