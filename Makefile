# `make` alone prints what there is. Everything is installed into .venv; nothing outside this folder is touched,
# except that `make test` asks the system's package manager for Chromium and PostgreSQL where it may.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Wheels only, each with its hash. Flask-Principal alone is published as source (pure Python):
# it is built here, with the setuptools of requirements/build.txt.
INSTALL := $(PIP) install --require-hashes --only-binary :all: --no-binary flask-principal --no-build-isolation

.PHONY: help run test test-browser bench fuzz lint assets lock

help: ## print this list
	@echo "Waymark. What make can do:"
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

run: $(VENV)/.run ## set up, and serve the demonstration (PORT=… HOST=… to choose)
	@exec $(BIN)/waymark demo $(if $(PORT),--port $(PORT)) $(if $(HOST),--host $(HOST)) $(ARGS)

test: $(VENV)/.run $(VENV)/.test ## run every test (ARGS="-k …" for some)
	@scripts/test_servers.sh
	$(BIN)/python -m pytest --numprocesses auto $(ARGS)

test-browser: $(VENV)/.run $(VENV)/.test ## run the journeys in a real browser (ARGS="-k …" for some)
	@scripts/test_servers.sh
	$(BIN)/python -m pytest -m browser $(ARGS)

bench: $(VENV)/.run ## run the benchmarks: tables here, JSON in bench/out/
	$(BIN)/python -m bench $(ARGS)

fuzz: $(VENV)/.run $(VENV)/.fuzz ## throw damaged input at every reader, 60 s each (ARGS="--seconds 600 csv text")
	$(BIN)/python -m scripts.fuzzing $(ARGS)

lint: $(VENV)/.run $(VENV)/.test $(VENV)/.quality ## check style, types and which package may know which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

assets: ## compile style sheets and scripts again (needs Node; the results are committed)
	npm ci --no-audit --no-fund
	npm run build

lock: $(VENV)/.quality ## pin the packages of pyproject.toml again (ARGS=--upgrade for the newest)
	scripts/lock.sh $(BIN)/uv $(ARGS)

$(VENV)/.made: requirements/build.txt
	@scripts/make_venv.sh $(VENV)
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/build.txt
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	@echo "Installing what Waymark needs (once, about a minute)"
	@$(INSTALL) -r requirements/run.txt
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	@echo "Installing what the tests need (once)"
	@$(INSTALL) -r requirements/test.txt
	@touch $@

$(VENV)/.quality: $(VENV)/.made requirements/quality.txt
	@echo "Installing the checkers (once)"
	@$(INSTALL) -r requirements/quality.txt
	@touch $@

$(VENV)/.fuzz: $(VENV)/.run requirements/fuzz.txt
	@echo "Installing the fuzzer (once)"
	@$(INSTALL) -r requirements/fuzz.txt
	@touch $@
