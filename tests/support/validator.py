"""Judges HTML by the rules of the standard: what may stand in what, which attributes, ids and references.

html5lib's strict parser stops at faults of syntax; a `ul` with a `p` in it is none of those.
"""

import json
import subprocess
from pathlib import Path

import playwright

RUN = Path(__file__).parent / "html_validate/run.js"
# Node comes with Playwright, which the browser tests need anyway.
NODE = next((Path(playwright.__file__).parent / "driver").glob("node*"))


def faults(pages: dict[str, str]) -> dict[str, list[str]]:
    """What is wrong with each of the pages (name to HTML), as `LINE:COLUMN rule: message`; valid ones are left out."""
    done = subprocess.run([NODE, RUN], input=json.dumps(pages), capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return {name: found for name, found in json.loads(done.stdout).items() if found}
