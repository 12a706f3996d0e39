"""The limit: one answer, made before, with the bytes and headers of the page that the others serve. No code of ours."""

import json
import os
from pathlib import Path

SAID = json.loads(Path(os.environ["BENCH_ANSWER"]).read_text())
HEADERS = [tuple(one) for one in SAID["headers"]]
BODY = bytes.fromhex(SAID["body"])
OF_304 = [one for one in HEADERS if one[0].lower() not in ("content-length", "content-encoding")]


def application(environ, start_response):
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 Not Modified", OF_304)
        return [b""]
    start_response("200 OK", HEADERS)
    return [BODY]
