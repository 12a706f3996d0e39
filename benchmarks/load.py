"""Load: requests a second by wrk, contenders taking turns, so that whatever else the machine does meets all of them."""

import re
import shutil
import statistics
import subprocess
import sys

SECONDS, ROUNDS = 2, 5
PATIENCE = 10  # seconds for an answer: 64 that wait for a page made anew by one slow worker take more than wrk's two


def per_second(port, path, connections, headers):
    """Return requests a second (float) over a few seconds. Exits when an answer is neither 2xx nor 3xx."""
    program = shutil.which("wrk") or sys.exit("expected wrk (apt-get install wrk); found none")
    given = [f"-H{name}: {value}" for name, value in ({"Host": "localhost", "Accept-Encoding": "br"} | headers).items()]
    given += [f"--timeout={PATIENCE}s", "-t1", f"-c{connections}", f"-d{SECONDS}s"]
    command = [program, *given, f"http://127.0.0.1:{port}{path}"]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    if "Non-2xx" in printed or "Socket errors" in printed:
        sys.exit(f"{path}: expected good answers only; found\n{printed}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1])


def taking_turns(contenders, rounds=ROUNDS):
    """Measure contenders (name → function) one after the other, ``rounds`` times. Returns name → list of figures."""
    found = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            found[name].append(measure())
    return found


def ratios(found, limit):
    """Return name → median of the ratios to a contender, each taken within its own round."""
    pairs = {name: zip(figures, found[limit], strict=True) for name, figures in found.items()}
    return {name: statistics.median(one / of for one, of in each) for name, each in pairs.items()}
