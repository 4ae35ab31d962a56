# `make demo` needs python3.11 or later with its venv module, and a package index; nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# What the compiled parts and the installed package depend on; sources themselves are installed as links.
BUILT_FROM := pyproject.toml $(wildcard hatch_build.py src/asof/surface/web/compile.py) \
  $(shell find src/asof/vocabulary/places -type f -not -name '*.db*' -not -name '*.pyc' 2>/dev/null)
PIP := $(BIN)/python -m pip --disable-pip-version-check
UV ?= uv
LOCK := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header

.PHONY: demo test quick soak lint eval bench docs golden lock clean

demo: $(VENV)/.installed  ## the record of one report
	$(BIN)/asof read examples/quionga-attack.txt

test: $(VENV)/.installed-dev  ## every test; those that need data beside the checkout skip without it
	$(BIN)/python -m pytest -n 2 --dist worksteal

quick: $(VENV)/.installed-dev  ## the same without what kills, browses or gathers a cluster
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow and not soak"

soak: $(VENV)/.installed-dev  ## the tests that take minutes: hundreds of kills, on either engine
	$(BIN)/python -m pytest -m soak

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(VENV)/.installed  ## quality on the gold beside the checkout; fails below src/asof/evaluate/floors.toml
	$(BIN)/python -m asof.evaluate

bench: $(VENV)/.installed  ## speed, cold start, memory; a large store is generated first (once)
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/reconcile.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/pages.py

docs: $(VENV)/.installed-dev  ## the documentation as pages, in build/docs
	$(BIN)/mkdocs build --quiet

golden: $(VENV)/.installed-dev  ## write the golden records and the README's generated blocks anew
	$(BIN)/python -m tests.golden.refresh

lock:  ## needs uv (https://docs.astral.sh/uv)
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra build --extra dev -o requirements-dev.lock
	@# the wheel of the model alone: its sha256 is the one that was measured
	sed -i "/118f875909f6b5e8e69d872363d44a020995fcbd6c4c74815e48d9de2bfd8fab/d" requirements.lock requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f src/asof/vocabulary/places/*.db src/asof/surface/web/outlines.db src/asof/surface/web/static/htmx.min.js

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "asof needs Python 3.11 or later, and $(PYTHON) is older or absent." \
	    "Name another: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock $(BUILT_FROM) | $(BIN)/python
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@
