# Everything here needs python3 (3.11 or later) and make; the rest is set up in .venv.
# `make PYTHON=python3.12` picks another interpreter.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
VSCODE := editor-clients/vscode
VSIX := $(VSCODE)/planls.vsix
MODULES := $(VSCODE)/node_modules/.package-lock.json
export PIP_DISABLE_PIP_VERSION_CHECK := 1
.DEFAULT_GOAL := help
.PHONY: help demo check test test-editors lint format docs lexicon bench corpus editors vsix pictures clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(READY) ## review a flawed plan in a real session and on the command line
	$(BIN)/python -m tests.tools.demo

check: lint ## lint, type check and run the fast tests (under a minute)
	$(BIN)/pytest -q -n auto -m "not slow and not editor" --hypothesis-profile=quick

test: lint $(if $(filter 0,$(EDITORS)),,editors) ## prove everything: lint, types, layers, all tests, real editors (EDITORS=0: without them)
	$(BIN)/pytest $(if $(filter 0,$(EDITORS)),-m "not editor")

test-editors: editors ## drive planls in the real editors
	$(BIN)/pytest tests/editors

lint: $(READY) ## format, style, types and layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(READY) ## format the code and apply the safe style fixes
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(READY) ## write anew what is generated: built-in kinds, regions of the README
	$(BIN)/python -m tests.tools.compile_kinds
	$(BIN)/python -m tests.tools.docs

lexicon: $(READY) ## compile the lexicon of technologies anew from its data sets (needs npm and a network)
	$(BIN)/python -m tests.tools.lexicon

bench: $(READY) ## keystroke to findings and files per second, as ratios
	$(BIN)/python -m tests.benchmarks.bench

corpus: $(READY) ## findings over a folder: make corpus CORPUS=DIR [ARGS="--list RULE"]
	@test -n "$(CORPUS)" || { echo 'make corpus: say which folder: make corpus CORPUS=DIR' >&2; exit 2; }
	@$(BIN)/python -m tests.tools.corpus "$(CORPUS)" $(ARGS)

editors: $(READY) ## bring the editors that the tests drive, where that can be done
	$(BIN)/python -m tests.tools.editors

vsix: $(VSIX) ## build the VS Code extension, editor-clients/vscode/planls.vsix (needs Node.js 20 or later)

pictures: editors vsix ## take the pictures of the READMEs anew, from the real editor
	$(BIN)/python -m tests.tools.pictures

clean: ## remove what was set up, built and cached
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
	rm -rf $(VSCODE)/node_modules $(VSCODE)/dist $(VSCODE)/build $(VSIX)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'planls needs Python 3.11 or later; try: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'this Python cannot make a venv; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf .venv; $(PYTHON) -m venv .venv; }
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(READY)

$(VSIX): $(READY) $(MODULES) README.md $(filter-out $(VSIX),$(wildcard $(VSCODE)/*.* $(VSCODE)/.vscodeignore $(VSCODE)/images/*.png)) \
  $(shell find server rules $(VSCODE)/src $(VSCODE)/help $(VSCODE)/scripts -type f -not -name '*.pyc')
	rm -rf $(VSCODE)/dist
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir $(VSCODE)/dist .
	cd $(VSCODE) && npm run --silent package

$(MODULES): $(VSCODE)/package.json $(VSCODE)/package-lock.json
	@command -v npm >/dev/null && node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' || \
	  { echo 'make vsix needs Node.js 20 or later, with npm' >&2; exit 1; }
	cd $(VSCODE) && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
