# Needs Python 3.11 or newer and make; everything else comes with `make run` and `make test`.

PORT ?= 8000
# Requests in Python at one time, and so database connections. Granian's own choice is 512, more than PostgreSQL allows.
THREADS ?= 4
# Arguments passed on, for example: make test ARGS="-k byline"
ARGS ?=

# The first Python that is new enough. PYTHON=... chooses another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
say := @printf '==> %s\n'

# Tools see the site as `make run` starts it, unless the environment says otherwise. The key signs nothing that is kept.
FOR_TOOLS = SECRET_KEY="$${SECRET_KEY:-a-key-for-development-tools-which-never-serve-a-single-request}" \
	SITE_URL="$${SITE_URL:-http://localhost}" ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost}"

.DEFAULT_GOAL := help
.PHONY: help run test check format messages bench lock clean python venv-run venv-dev port-free

help: ## Say what each target does
	@printf 'make ...\n'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target purpose; do \
		printf '%-12s %s\n' "$$target" "$$purpose"; done

run: port-free venv-run ## Serve the site, with the demonstration article, on http://127.0.0.1:8000/ (PORT=... for another)
	@mkdir -p var
	@test -s var/secret_key || { printf '==> %s\n' 'Making a secret key, kept in var/secret_key'; \
		(umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > var/secret_key); }
	@set -e; \
	export SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret_key)}"; \
	export SITE_URL="$${SITE_URL:-http://127.0.0.1:$(PORT)}"; \
	export ALLOWED_HOSTS="$${ALLOWED_HOSTS:-127.0.0.1,localhost}"; \
	say() { printf '==> %s\n' "$$1"; }; \
	say 'Compiling the message catalogues'; $(BIN)/pybabel --quiet compile --directory locale --domain 'django djangojs'; \
	say 'Bringing the database up to date'; $(MANAGE) migrate --verbosity 1 --no-input; \
	say 'Collecting static files'; $(MANAGE) collectstatic --no-input; \
	say 'Setting up the demonstration'; $(MANAGE) set_up_demo; \
	say "Serving $$SITE_URL/ (Ctrl-C stops)"; \
	exec $(BIN)/granian --interface wsgi config.wsgi:application --host 127.0.0.1 --port $(PORT) --no-ws \
		--blocking-threads $(THREADS) --backpressure 512 --http1-header-read-timeout 10000 --respawn-failed-workers

test: venv-dev ## Run every test on SQLite and PostgreSQL, in a browser too (ARGS="-k ..." chooses)
	$(say) 'Testing on SQLite and PostgreSQL'
	@$(BIN)/python -m tests.support.run $(ARGS)

check: venv-dev ## Check style, imports, settings, migrations and catalogues, changing nothing
	$(say) 'Checking Python: ruff'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	$(say) 'Checking templates: djade'
	@find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +
	$(say) 'Checking the direction of imports'
	@$(BIN)/lint-imports
	$(say) 'Checking the message catalogues'
	@$(BIN)/python -m tests.support.catalogues
	$(say) 'Checking the project and its migrations'
	@$(FOR_TOOLS) $(MANAGE) check
	@$(FOR_TOOLS) $(MANAGE) makemigrations --check --dry-run

format: venv-dev ## Put Python and templates into the house style
	$(say) 'Formatting Python: ruff'
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .
	$(say) 'Formatting templates: djade'
	@find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} + || true

messages: venv-dev ## Bring the message catalogues up to date with the source (needs GNU gettext)
	$(say) 'Extracting messages'
	@$(BIN)/python -m tests.support.programs gettext
	@for domain in django djangojs; do \
		$(FOR_TOOLS) $(MANAGE) makemessages --domain $$domain --locale ru --locale en --no-location --no-wrap \
			--no-obsolete --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*' --ignore 'benchmarks/*' || exit; \
	done

bench: venv-dev ## Measure how fast the site is
	$(say) 'Measuring'
	@$(BIN)/python -m benchmarks $(ARGS)

lock: venv-dev ## Pin every dependency by version and hash (ARGS=--upgrade takes the newest)
	$(say) 'Locking'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<1'
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --output-file requirements-dev.lock --constraint requirements.lock --group dev

# One file for every system and Python version, with the hash of every file the registry has, and not a word on where
# the registry is.
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--system-certs --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(ARGS)

clean: ## Remove the virtual environment and what tools leave behind; the site's data in var/ stay
	$(say) 'Removing the virtual environment and caches'
	@rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis .import_linter_cache test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete

# --- What the targets above stand on ---

python:
	@test -n "$(PYTHON)" || { printf '%s\n' \
		"Python 3.11 or newer is needed, and python3 is $$(python3 --version 2>/dev/null || echo 'not there at all')." \
		'Install one (`apt-get install python3 python3-venv`, `brew install python`), or name it: make PYTHON=/path/to/python3.12 ...' \
		>&2; exit 1; }

port-free: python
	@$(PYTHON) -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	s.bind(("127.0.0.1", int(sys.argv[1])))' $(PORT) 2>/dev/null || { printf '%s\n' \
		"Port $(PORT) on 127.0.0.1 is taken, or not to be had. Stop what is listening there, or choose another: make run PORT=8001" \
		>&2; exit 1; }

$(BIN)/python: | python
	$(say) 'Making a virtual environment in $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); printf '%s\n' \
		'Python could not make a virtual environment (see above). On Debian and Ubuntu: apt-get install python3-venv' \
		>&2; exit 1; }

# What is installed is what the copy of the lock file beside it says. A copy, since the time of a file changes with every
# checkout. The locks are complete, so pip need not resolve anything, and every file is checked against its hash.
INSTALL = $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes --no-compile

venv-run: $(BIN)/python
	@cmp -s requirements.lock $(VENV)/requirements.lock || { \
		printf '==> %s\n' 'Installing what the site needs (requirements.lock)'; \
		$(INSTALL) -r requirements.lock && cp requirements.lock $(VENV)/; }

venv-dev: $(BIN)/python
	@cmp -s requirements-dev.lock $(VENV)/requirements-dev.lock || { \
		printf '==> %s\n' 'Installing what the site, its tests and its tools need (requirements-dev.lock)'; \
		$(INSTALL) -r requirements-dev.lock && cp requirements.lock requirements-dev.lock $(VENV)/; }
