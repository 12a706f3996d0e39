"""Makes a corpus in a database of its own and times readers' pages over it: `python -m benchmarks [ARTICLES]`.

1,000 articles unless told otherwise, on SQLite unless DATABASE_URL names another (empty) database.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time


def main(articles):
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "SITE_URL": "http://localhost",
            "DEBUG": "",
            **os.environ,
        }

        def run(*arguments):
            subprocess.run([sys.executable, *arguments], env=environment, check=True)

        run("manage.py", "migrate", "--verbosity", "0")
        run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        started = time.perf_counter()
        run("manage.py", "make_corpus", "--articles", str(articles))
        print(f"made in {time.perf_counter() - started:.1f} s\n", flush=True)
        run("-m", "benchmarks.pages")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
