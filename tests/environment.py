"""Sets the environment the settings read, before they are imported: `pytest` alone is enough to run a test.

Loaded by `-p` from `pyproject.toml`, which is earlier than any `conftest.py` and than pytest-django.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# What a developer has set for a site of theirs must not change what the tests find.
for name in ("DEBUG", "DATABASE_REPLICA_URL", "CACHE_URL", "EMAIL_URL", "LOG_FORMAT", "DJANGO_SETTINGS_MODULE"):
    os.environ.pop(name, None)

# With DEBUG off the settings refuse plain http, except on this machine.
os.environ["SECRET_KEY"] = "a-key-for-tests-only-that-is-long-enough-to-pass-the-deployment-check"
os.environ["SITE_URL"] = "http://localhost"
os.environ["ALLOWED_HOSTS"] = "localhost,127.0.0.1,testserver"

# Most tests are about other things than sign-offs; those that are about them ask for the policy they mean.
os.environ["SIGNOFF_POLICY"] = "advisory"

# Playwright's own event loop makes Django believe that a test calls the database from asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# One folder a process, so that parallel workers do not find each other's files.
SCRATCH = Path(tempfile.mkdtemp(prefix="diptych-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
os.environ["MEDIA_ROOT"] = str(SCRATCH / "media")
os.environ["PAGE_STORE_DIR"] = str(SCRATCH / "pages")

# Named here, never used: the tests make a database of their own beside it (see `conftest.py`).
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH / 'site.sqlite3'}")
