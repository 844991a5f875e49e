# Two commands matter: `make demo` and `make test`. Everything else is for those who work on the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
DATA ?= data/demo

.PHONY: demo test check format setup tools bench screenshots docs clean

demo: $(VENV)/.core
	$(BIN)/python -m alongside demo --data $(DATA) --port $(PORT)

# A virtual environment that also works where Debian left out ensurepip.
$(BIN)/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.tools: pyproject.toml | $(BIN)/python
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check -e ".[postgres,test,dev]"
	touch $@ $(VENV)/.core

setup: $(VENV)/.core
tools: $(VENV)/.tools
