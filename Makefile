# Two commands matter: `make demo` and `make test`. Everything else is for those who work on the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
DATA ?= data/demo

# What is compiled once is kept: otherwise every process compiles all of it again, and pip what is never used.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test postgres check format setup tools bench bench-draw screenshots docs clean

demo: $(VENV)/.core
	$(BIN)/python -m alongside demo --data $(DATA) --port $(PORT)

# A virtual environment that also works where Debian left out ensurepip.
$(BIN)/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(PYTHON) -m pip --python $(BIN)/python install --no-compile --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.tools: pyproject.toml | $(BIN)/python
	$(PYTHON) -m pip --python $(BIN)/python install --no-compile --quiet --disable-pip-version-check -e ".[postgres,test,dev]"
	touch $@ $(VENV)/.core

setup: $(VENV)/.core
tools: $(VENV)/.tools

# Debian's Chromium, for the tests that drive a browser.
chromium:
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null)

# A mail server for the tests of e-mail that comes in; the tests start it themselves, on a port of their own.
dovecot:
	@command -v dovecot >/dev/null || test -x /usr/sbin/dovecot || (apt-get update -qq && apt-get install -y -qq --no-install-recommends dovecot-imapd >/dev/null)

# Everything on SQLite; then verbs, queries and the main story on PostgreSQL.
test: $(VENV)/.tools chromium dovecot check
	$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder
	$(BIN)/python -m tests.postgres pytest -n 2 --dist loadscope --no-loadscope-reorder $(POSTGRES_TESTS)

# Those that ask PostgreSQL for something of its own; `make postgres` runs every room there.
POSTGRES_ROOMS = audit post organisation decisions involvement voice reports
ALL_ROOMS = $(POSTGRES_ROOMS) people journey home candour
POSTGRES_TESTS = $(POSTGRES_ROOMS:%=alongside/%) $(wildcard tests/journeys/test_story.py alongside/*/tests/test_*_at_once.py) -m "not one_database" -k "not javascript or no-javascript" --ignore-glob=*pages.py --ignore-glob=*views.py

postgres: $(VENV)/.tools
	$(BIN)/python -m tests.postgres pytest -n 2 --dist loadscope --no-loadscope-reorder $(ALL_ROOMS:%=alongside/%) -m "not one_database" --ignore-glob=*pages.py --ignore-glob=*views.py

check: $(VENV)/.tools
	$(BIN)/ruff format --check alongside tests bench conftest.py
	$(BIN)/ruff check alongside tests bench conftest.py
	$(BIN)/mypy alongside
	$(BIN)/lint-imports --no-cache > .lint-imports.log || (cat .lint-imports.log; exit 1)
	$(BIN)/python -m tests.checks
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html')

format: $(VENV)/.tools
	$(BIN)/ruff format alongside tests bench conftest.py
	$(BIN)/ruff check --fix alongside tests bench conftest.py
	$(BIN)/djade --target-version 5.2 $$(git ls-files '*.html') || true

docs: $(VENV)/.tools
	$(BIN)/python -m tests.lifecycles

screenshots: $(VENV)/.tools chromium
	$(BIN)/python -m tests.screenshots

bench: $(VENV)/.tools chromium
	$(BIN)/python -m bench

bench-draw: $(VENV)/.tools
	$(BIN)/python -m bench.draw

clean:
	rm -rf $(VENV) data .screenshots
