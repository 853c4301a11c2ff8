# Two commands do all the set-up on a machine with Python 3.11 or newer and make:
#   make example   builds the Cambodia blueprint into build/cambodia
#   make test      runs the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: example test verify lint types layers docs bench clean

example: $(STAMP)
	$(BIN)/kerja build examples/cambodia -o build/cambodia --lang en
	@echo
	@echo "Open build/cambodia/index.html in a browser."

test: $(STAMP) lint types layers
	$(BIN)/pytest

# Real consumers: LibreOffice, Chromium, poppler. Fails aloud if one is missing.
verify: $(STAMP)
	$(BIN)/python -m tests.verify

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

# Write the generated pages of docs/ and the recorded outputs of the examples anew.
docs: $(STAMP)
	$(BIN)/pytest --rewrite tests/docs tests/test_examples.py tests/history

bench: $(STAMP)
	$(BIN)/python -m benchmarks

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf build dist $(VENV)
