# Everything a newcomer needs; `make help` lists it.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: help run test check format lint types imports lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/runtime ## set up, load the sample on the first run, rank one requirement, serve on PORT
	$(BIN)/matchmaker db upgrade
	$(BIN)/matchmaker load-sample
	$(BIN)/matchmaker match R01 --top 3
	$(BIN)/matchmaker serve --port $(PORT)

test: .venv/dev ## set up and run the whole test suite, on SQLite and PostgreSQL
	$(BIN)/python -m pytest

check: .venv/dev ## what CI runs: format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: .venv/dev ## format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: .venv/runtime ## renew the locks: versions and hashes, no addresses
	$(BIN)/python -m pip install -q uv
	for lock in "requirements.txt" "requirements-dev.txt --extra dev -c requirements.txt"; do \
	  echo "setuptools>=80" | $(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header --no-annotate setup.cfg - -o $$lock || exit 1; \
	done

clean: ## remove the environment and the embedded database
	rm -rf .venv instance

.venv/runtime: requirements.txt setup.cfg
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.txt
	touch $@
