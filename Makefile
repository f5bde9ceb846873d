# `make notes`, `make test` and `make site`, and what they are made of. `make help` lists the targets.
# All paths are relative, so that the checkout may lie in a folder with spaces.

PYTHON := .venv/bin/python
DERIVE := .venv/bin/derive
NOTES := build/notes
SITE := build/site
SPHINX = $(PYTHON) -m sphinx -q -W -n -j auto
LECTURES := quantum_mechanics quantum_hall

# More arguments for derive notes, for example: make notes NOTES_ARGS="--lang ja --pdf"
NOTES_ARGS ?= --pdf
# More arguments for pytest, for example: make test PYTEST_ARGS="-m 'not slow'"
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help environment notes site test lint benchmark evidence necessities translations constraints clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-13s%s\n", $$1, $$2 }'

environment: ## Make .venv, unless it is current
	@sh .ci/environment.sh

notes: environment ## Check all proofs, then print the lectures into build/notes/
	$(DERIVE) check
	@rm -rf $(NOTES)
	$(DERIVE) notes $(LECTURES) $(NOTES_ARGS) -o $(NOTES)

site: environment ## Check all proofs, then make the website in build/site/
	$(DERIVE) check
	$(SPHINX) -d $(SITE).doctrees/en docs $(SITE)
	for language in zh ja; do \
	  $(SPHINX) -c docs -t lectures -D language=$$language \
	    -d $(SITE).doctrees/$$language docs/lectures $(SITE)/$$language || exit; \
	done

test: lint ## Run ruff, mypy and all tests
	$(PYTHON) -m pytest -n auto $(PYTEST_ARGS)

lint: environment ## Run ruff and mypy
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy

benchmark: environment ## Measure what the tests marked "benchmark" run
	$(PYTHON) -m pytest --benchmark-enable -m benchmark $(PYTEST_ARGS)

evidence: environment ## Decide the corpus, all mutants and edits, and write docs/evidence.md
	$(PYTHON) -m tests.decide.evidence

necessities: environment ## Search what each assumption is needed for, and write it down
	$(DERIVE) why --all --brief --write

translations: environment ## Bring the catalogues up to date with what is to be translated
	$(PYTHON) -m derive.translation.catalogues

constraints: ## Write constraints.txt anew, with the oldest Python that is supported
	rm -rf build/resolution
	python3.11 -m venv build/resolution
	build/resolution/bin/python -m pip install --quiet '.[test,docs,scale]'
	{ sed -n '/^#/p' constraints.txt; \
	  build/resolution/bin/python -m pip freeze --exclude derive-proofs; } >build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## Remove what make has made, except the environment
	rm -rf build dist .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find derive proofs tests -name __pycache__ -prune -exec rm -rf {} +
