"""Measures how fast the site is, and prints one table: `python -m benchmarks [--articles N …] [--engines …]`.

Every corpus is made in a database of its own, and thrown away. Ratios are the result: they hold on other machines.
"""

import argparse
import json
import statistics
import tempfile

from benchmarks import bursts, machine, tiers
from benchmarks.table import Table

SIZES = (1_000, 10_000)  # of 100,000 the corpus alone takes a quarter of an hour and more: --articles
ROUNDS = 3
SHELL = ("manage.py", "shell", "--verbosity", "0", "--command")
INSIDE = (*SHELL, "from benchmarks.pages import main; main()")
COUNTED = (*SHELL, "from articles.models import Article; print(Article.objects.count())")


def main():
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES, metavar="N", help="sizes of the site")
    parser.add_argument("--engines", nargs="+", default=machine.ENGINES, choices=machine.ENGINES)
    parser.add_argument("--only", nargs="+", default=PARTS, choices=PARTS)
    parser.add_argument(
        "--over", nargs="+", metavar="URL", help="sites that hold a corpus: only what grows is measured"
    )
    chosen = parser.parse_args()
    print(machine.line(), end="\n\n", flush=True)
    if chosen.over:
        over(chosen.over)
        return
    for engine in chosen.engines:
        for part in chosen.only:
            PARTS[part](engine, sorted(chosen.articles))


def served(engine, sizes):
    """Print how fast one article is served, by every way there is."""
    table = Table(f"One article, {engine}", "workers", "connections", "served", "requests/s", "of the limit")
    with tempfile.TemporaryDirectory() as folder, machine.database(engine, folder) as address:
        environ = machine.environment(address, folder)
        machine.corpus(environ, sizes[0])
        for workers, connections, name, figure, ratio in bursts.bursts(environ, folder):
            table.row(workers, connections, name, f"{figure:,.0f}", f"{ratio:.3f}")


def kept(engine, sizes):
    """Print what an answer costs by where it comes from, and a worker's memory."""
    table = Table(f"One request at a time, {engine}", "what", "median")
    with tempfile.TemporaryDirectory() as folder, machine.database(engine, folder) as address:
        environ = machine.environment(address, folder)
        machine.corpus(environ, sizes[0])
        for name, milliseconds in tiers.tiers(environ, sizes[0]):
            table.row(name, f"{milliseconds:.2f} ms")
        first, full = tiers.worker_memory(environ, sizes[0])
        table.row("memory of a worker after one page", f"{first:.0f} MB")
        table.row("memory of a worker, its memory tier full", f"{full:.0f} MB")


def made(engine, sizes):
    """Print what making a page, searching, importing and releasing cost as the site grows."""
    with tempfile.TemporaryDirectory() as folder:
        _made(engine, sizes, folder, {}, [])


def _made(engine, sizes, folder, environs, seconds):
    """Have all sizes stand at one time, so that they take turns."""
    if len(environs) < len(sizes):
        size = sizes[len(environs)]
        with machine.database(engine, folder) as address:
            environ = machine.environment(address, folder)
            spent = machine.corpus(environ, size)
            _made(engine, sizes, folder, environs | {size: environ}, [*seconds, spent])
        return
    table = _growth(engine, environs)
    table.row("making the corpus, seconds", *(f"{one:.0f}" for one in seconds), "")


def over(addresses):
    """Print the same of sites that are there (their DATABASE_URLs), which have a few articles more afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        engines = {}
        for address in addresses:
            environ = machine.environment(address, folder)
            machine.run(environ, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
            count = int(machine.run(environ, *COUNTED)[1])
            engines.setdefault(address.partition(":")[0], {})[count] = environ
        for engine, environs in engines.items():
            _growth(engine, environs)


def _growth(engine, environs):
    """Print a Table of the medians over sites, ``environs`` by their numbers of articles, which take turns."""
    found = {size: [] for size in environs}
    for _ in range(ROUNDS):
        for size, environ in environs.items():
            found[size].append(json.loads(machine.run(environ, *INSIDE)[1]))
    table = Table(
        f"Milliseconds in the process, {engine}", "what", *(f"{size:,}" for size in environs), "last of first"
    )
    for name in next(iter(found.values()))[0]:
        medians = [statistics.median(each[name] for each in found[size]) for size in environs]
        table.row(name, *(f"{one:.1f}" for one in medians), f"{medians[-1] / medians[0]:.2f}")
    return table


PARTS = {"served": served, "kept": kept, "made": made}

if __name__ == "__main__":
    main()
