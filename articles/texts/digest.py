"""The digest: what is signed, compared and published."""

import hashlib
import json


def digest(content):
    """Return the SHA-256 (64 hexadecimal digits) of a language's content.

    ``content`` is made of dicts, lists, strings and None; keys are sorted, so their order does not matter, and lists
    (the byline) keep theirs.
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
