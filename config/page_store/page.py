"""A stored page: its status, its headers, and its body in every encoding, made once."""

import gzip
import hashlib
import json
from dataclasses import dataclass, field
from math import inf

import brotli

from config.page_store.accepting import accepted

TEXT = ("text/", "application/xml", "application/json", "application/atom+xml", "application/feed+json")
LEAST = 200  # bytes that are worth compressing
# Said anew for every answer, or of one connection only (RFC 9110 §7.6.1).
OWN = {"content-length", "content-encoding", "etag", "date", "connection", "vary", "server"}
OUTCOME = "Diptych-Store"  # the last header of an answer: where it comes from
MAGIC = b"diptych page 1\n"
MANY, LONG = 8, 100  # headers that are remembered, and characters of one: browsers send three or four, and short ones


@dataclass(slots=True)
class Page:
    """What readers get at an address, made under a generation (``number`` and ``token``).

    ``made_at`` and ``expires_at`` are seconds since the epoch. ``used`` is the memory tier's. ``answers`` are what
    goes out by encoding, ``chosen`` the same by the Accept-Encoding headers that have come.
    """

    status: str
    headers: list
    bodies: dict
    number: int
    token: str
    made_at: float
    expires_at: float = inf
    used: bool = True
    answers: dict = field(default_factory=dict, repr=False)
    chosen: dict = field(default_factory=dict, repr=False)

    def __post_init__(self):
        hit = (OUTCOME, f"hit; generation={self.number}")
        digest = hashlib.sha256(self.bodies[""]).hexdigest()[:24]
        for encoding, body in self.bodies.items():
            tag = f'"{digest}{f"-{encoding}" if encoding else ""}"'  # strong, so one for each encoding
            said = [*self.headers, ("Vary", "Accept-Encoding"), ("ETag", tag)]
            coded = [("Content-Encoding", encoding)] if encoding else []
            length = ("Content-Length", str(len(body)))
            unchanged = [*said, hit] if self.status.startswith("200") else None
            self.answers[encoding] = (tag, body, [*said, *coded, length, hit], unchanged)

    @property
    def size(self):
        return sum(map(len, self.bodies.values())) + 3000

    def is_right(self, standing, now):
        """Say whether the page is what would be made now (seconds since the epoch), if the database stands so."""
        return self.token == standing.token and self.made_at <= now < self.expires_at

    def answer(self, header):
        """Return what goes out to an Accept-Encoding header, ready made: (entity tag, body, headers, those of a 304).

        The last are None where there is none: only a 200 can be unchanged (RFC 9110 §13.2.1).
        """
        return self.chosen.get(header) or self._choose(header)

    def _choose(self, header):
        encoding = next(one for one in accepted(header) if one in self.answers)
        if len(header) < LONG:  # what is remembered of strangers is bounded
            if len(self.chosen) >= MANY:
                self.chosen.clear()
            self.chosen[header] = self.answers[encoding]
        return self.answers[encoding]

    def to_bytes(self):
        """Return the page as it lies on the disk: its digest first, so that a flipped bit is noticed."""
        sizes = [[encoding, len(body)] for encoding, body in self.bodies.items()]
        about = [self.status, self.headers, self.number, self.token, self.made_at, self.expires_at, sizes]
        content = b"\n".join([json.dumps(about).encode(), b"".join(self.bodies.values())])
        return MAGIC + hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def made(status, headers, body, standing, made_at, expires_at=inf):
    """Return the Page of an answer of the site."""
    kept = [(name, value) for name, value in headers if name.lower() not in OWN]
    kind = next((value for name, value in kept if name.lower() == "content-type"), "")
    bodies = {"": body}
    if len(body) >= LEAST and kind.startswith(TEXT):
        bodies |= {"gzip": gzip.compress(body, 9, mtime=0), "br": brotli.compress(body, quality=9)}
    return Page(status, kept, bodies, standing.number, standing.token, made_at, expires_at)


def from_bytes(data):
    """Return the Page that ``to_bytes`` made these bytes of. Raises ValueError when they are none, or damaged."""
    if not data.startswith(MAGIC):
        raise ValueError("no page of this version")
    digest, _line, content = data[len(MAGIC) :].partition(b"\n")
    if hashlib.sha256(content).hexdigest().encode() != digest:
        raise ValueError("the digest is another")
    about, _line, rest = content.partition(b"\n")
    status, headers, number, token, made_at, expires_at, sizes = json.loads(about)
    bodies, place = {}, 0
    for encoding, size in sizes:
        bodies[encoding] = rest[place : place + size]
        place += size
    return Page(status, [tuple(one) for one in headers], bodies, number, token, made_at, expires_at)
