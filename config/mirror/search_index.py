"""Search without a server: an index of the articles' pages that Pagefind makes, in every language it finds there."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from authors.languages import codes
from config.mirror.refusal import Refusal

FOLDER = "pagefind"
SCRIPT = f"/{FOLDER}/pagefind.js"
POWER = "'wasm-unsafe-eval'"  # what its program in the browser needs of the policy for scripts (CSP3 §2.3.1)
# Of what Pagefind writes: its program, its lists and its parts; not the forms it offers, since we have our own.
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "fragment/*", "index/*")
# Of an article's page: not what is said of every text, nor its paragraphs in the other language, which are folded away.
TEXT = "article.sheet"
ASIDE = ("details", "dl", ".address", ".keys", ".unseen")
PATIENCE = 3600  # seconds


def pagefind():
    """Return the command (a list) that runs Pagefind. Raises Refusal where there is none."""
    if found := which("pagefind"):
        return [found]
    if find_spec("pagefind"):
        return [sys.executable, "-m", "pagefind"]
    raise Refusal("pagefind", "the program, on PATH or as a package of this Python", "neither")


def index_of(folder, command):
    """Yield (file, bytes) of an index of the articles in a mirror's folder. Raises Refusal when none is made."""
    pages = f"{{{','.join(codes())}}}/articles/*/index.html"
    with TemporaryDirectory() as made:
        options = ["--site", folder, "--output-path", made, "--glob", pages, "--root-selector", TEXT]
        for selector in ASIDE:
            options += ["--exclude-selectors", selector]
        try:
            done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=PATIENCE)  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise Refusal("pagefind", f"an index within {PATIENCE} seconds", "none") from error
        if done.returncode:
            raise Refusal(
                "pagefind", "an index of the articles", f"exit status {done.returncode}: {done.stderr[-500:]}"
            )
        for pattern in NEEDED:
            for path in sorted(Path(made).glob(pattern)):
                yield f"{FOLDER}/{path.relative_to(made)}", _in_order(path.read_bytes(), path.name)


def _in_order(body, name):
    """Return a file as it is, but its languages in an order that stays: Pagefind names them in any."""
    return json.dumps(json.loads(body), sort_keys=True).encode() if name.endswith(".json") else body
