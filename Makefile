# Bayan. `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

DB ?= var/bayan.db
HOST ?= 127.0.0.1
PORT ?= 8501
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# $(call package,NAME): installs a Debian package as root, or names the one command that does.
package = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null; } \
	|| { echo "Bayan needs $(1): run 'sudo apt-get install $(1)' (or your system's way), then make again." >&2; exit 2; }

.PHONY: help setup run demo test check compiled pure bench learn screenshots clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.complete ## environment and install, with the development tools, into .venv

run: .venv/.installed $(DB) ## serve the dashboard on 127.0.0.1:8501, with the demo corpus if there is no store yet
	$(BIN)/bayan --db $(DB) serve --host $(HOST) --port $(PORT)

demo: .venv/.installed ## add the demo corpus to the store
	@mkdir -p $(dir $(DB))
	$(BIN)/bayan --db $(DB) demo

test: check chromium postgresql ## everything: checks, then all tests, those in a browser and on PostgreSQL included
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: .venv/.complete ## format, lint, types and imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

compiled: .venv/.complete pure ## compile the engine with mypyc: half as fast again (needs a C compiler, takes minutes)
	@{ command -v cc && test -e "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h"; } >/dev/null \
		|| $(call package,gcc libc6-dev python3-dev)
	@$(BIN)/python compile.py >lib/build.log 2>&1 || { cat lib/build.log >&2; exit 2; }
	@rm -rf lib/build lib/build.log lib/.mypy_cache

pure: ## run the engine's sources again, as they are
	@rm -rf lib/build lib/build.log lib/.mypy_cache lib/bayan__mypyc*.so lib/bayan/*/*.so

bench: .venv/.complete ## measure speed and memory
	@for file in tests/bench/bench_*.py; do echo "== $$file"; PYTHONPATH=. $(BIN)/python "$$file"; done

learn: .venv/.complete ## learn the weights of ends, acts and confidence again from the annotated articles (needs ../shared)
	$(BIN)/python -W ignore -m tests.gold.learn_ends
	$(BIN)/python -W ignore -m tests.gold.learn_acts
	$(BIN)/python -W ignore -m tests.gold.learn_confidence

screenshots: .venv/.complete chromium ## take the pictures of docs/screens
	$(BIN)/python tests/browser/screenshots.py

clean: ## remove the environment and the demo store
	rm -rf .venv var

.PHONY: chromium postgresql
chromium: # the browser, and a library that Playwright's driver needs
	@{ { command -v chromium || command -v chromium-browser; } && /sbin/ldconfig -p | grep libatomic.so.1; } >/dev/null \
		|| $(call package,chromium libatomic1)

postgresql: # the programs of the server: tests start one of their own and end it
	@{ command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 || $(call package,postgresql)

$(DB): | .venv/.installed
	@mkdir -p $(dir $(DB))
	$(BIN)/bayan --db $@.new demo
	@mv $@.new $@

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Bayan needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 setup" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call package,python3-venv)
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) -e .
	@touch $@

.venv/.complete: pyproject.toml constraints.txt | .venv/.installed
	$(PIP) -e '.[dev]'
	@touch $@
