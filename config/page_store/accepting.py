"""What a request accepts: encodings (RFC 9110 §12.5.3) and a copy it has already (§13.1.2)."""

ENCODINGS = ("br", "gzip")  # in the order of preference


def accepted(header):
    """Return the encodings (tuple) of ours that an Accept-Encoding header accepts, best first; "" stands for none."""
    weights = {}
    for part in header[:1000].lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights[name] = next((_weight(one) for one in parameters if one.startswith("q=")), 1.0)
    others = weights.get("*", 0.0)
    return (*(name for name in ENCODINGS if weights.get(name, others) > 0), "")


def _weight(text):
    try:
        return float(text[2:])
    except ValueError:
        return 0.0


def matches(header, tag):
    """Say whether an If-None-Match header names an entity tag (compared weakly)."""
    if header.strip() == "*":
        return True
    return tag in [one.strip().removeprefix("W/") for one in header.split(",")]
