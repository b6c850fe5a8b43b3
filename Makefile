# Strata on one machine. Nothing has to be there but Python 3.11 or newer with its venv module, and make.
#
# The virtual environment is filled again only when pyproject.toml changed. torch comes first and by its exact version,
# because otherwise another package chooses it. Its ordinary wheel for Linux holds CUDA, gigabytes of it: for a machine
# without a GPU say STRATA_TORCH_INDEX=https://download.pytorch.org/whl/cpu make run

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
TESTERS ?= 2
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-input
TORCH := torch==2.13.0

.DEFAULT_GOAL := help
.PHONY: help run test check clean

help: ## say what there is
	@echo "make run     start Strata at http://127.0.0.1:8000/ (another port: PORT=8001 make run); Ctrl-C stops it"
	@echo "make test    run all tests (some of them: make test ARGS='tests/matching -q')"
	@echo "make check   lint, format, types, imports"
	@echo "make clean   remove the data in .strata/ (the virtual environment in .venv/ stays)"

run: $(VENV)/.installed
	@exec $(BIN)/python manage.py run

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n $(TESTERS) $(ARGS)

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	@python=$(BIN)/python; [ -x "$$python" ] || python=python3; exec "$$python" -m recruit.local.clean

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/activate
	@free=$$(df -Pk . | awk 'NR == 2 {print $$4}'); \
	if [ "$${free:-9999999}" -lt 2500000 ]; then \
	  echo "Only $$((free / 1024)) MB are free in $(CURDIR), and Strata's packages need about 2.5 GB. Free some space and run make again." >&2; \
	  exit 1; \
	fi
	@echo "Installing what Strata needs, once; most of it is torch."
	@$(PIP) $(if $(STRATA_TORCH_INDEX),--extra-index-url $(STRATA_TORCH_INDEX)) $(TORCH)
	@$(PIP) --editable ".[embedded,agent]"
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "Installing what the tests need."
	@$(PIP) --editable ".[embedded,agent,test]"
	@touch $@

# One sentence for each thing that is missing. A venv that was cut short is removed, so that the next try starts anew.
$(VENV)/bin/activate:
	@chosen=""; \
	for candidate in $(PYTHON) $(if $(PYTHON),,python3 python3.13 python3.12 python3.11); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then chosen="$$candidate"; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  if [ -n "$(PYTHON)" ] && ! [ -f "$$(command -v "$(PYTHON)")" ]; then \
	    echo "PYTHON names $(PYTHON), and there is no such program. Name one that exists, or leave PYTHON away." >&2; exit 1; \
	  fi; \
	  found=$$($(or $(PYTHON),python3) --version 2>/dev/null || echo "none"); \
	  echo "Strata needs Python 3.11 or newer, and found: $$found. Install one (Debian, Ubuntu: sudo apt install python3.11 python3.11-venv; macOS: brew install python@3.12) or name it: make run PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	if ! problem=$$("$$chosen" -m venv $(VENV) 2>&1); then \
	  rm -rf $(VENV); \
	  case "$$problem" in \
	    *ensurepip*|*"No module named venv"*) \
	      echo "This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) and run make again." >&2;; \
	    *"No space left"*) \
	      echo "The disk is full: Strata's packages need about 2 GB in $(CURDIR)/$(VENV). Free some space and run make again." >&2;; \
	    *) echo "The virtual environment could not be made: $$problem" >&2;; \
	  esac; \
	  exit 1; \
	fi
