# make site    the environment, the claims, the site in site/
# make test    every test, the browser's included, in two processes
# make fuzz    hunts for inputs that break a reader; make fuzz RUNS=100000 for longer (docs/about/testing.md)
# make faults  every command that writes, hindered at each line that calls the disk by each fault (docs/about/testing.md)
# make bench   where the time goes, and what of the aims is reached; make bench SIZE=5000 for a larger dossier,
#              INTO=docs/about/performance.md to put the tables there, ROUNDS=1 for a quick look
# make detector   how well the detector does on the gold pairs: docs/about/detector.md
# make evaluate EVAL=FOLDER   runs FOLDER/score.py against the reader and the detector

PYTHON ?= python3
BIN := .venv/bin
SIZE ?= 500
ROUNDS ?= 3
RUNS ?= 10000

.PHONY: site test test-first test-second lint fuzz faults faults-first faults-second bench detector evaluate serve clean

site: .venv/.site
	$(BIN)/python build_dossier.py

serve: .venv/.site
	$(BIN)/python build_dossier.py serve

# Two halves side by side, about equally long; a new folder of tests belongs to the second.
FIRST := $(addprefix tests/,browser checks hostile reading)

# Where Python is told to keep nothing that it compiles, each of the commands that are tried would compile the program anew.
test: lint
	$(BIN)/python -m compileall -q dossier
	$(MAKE) --no-print-directory --jobs=2 test-first test-second

test-first:
	$(BIN)/python -m pytest $(FIRST)

test-second:
	$(BIN)/python -m pytest $(FIRST:%=--ignore=%)

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fuzz: .venv/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py --runs $(RUNS)

# Two halves side by side, by what the commands cost; make faults-second alone takes one.
faults: .venv/.dev
	$(MAKE) --no-print-directory --jobs=2 faults-first faults-second

faults-first faults-second: ONLY = $(if $(filter %first,$@),,not) (extract or schema or check)
faults-first faults-second: .venv/.dev
	RUNS=2 $(BIN)/python -m pytest tests/never_lost/test_every_command.py -s -k "$(ONLY)"

bench: .venv/.dev
	$(BIN)/python tests/bench/run.py --size $(SIZE) --rounds $(ROUNDS) $(if $(INTO),--into $(INTO))

detector: .venv/.dev
	$(BIN)/python -m tests.gold.report

evaluate: .venv/.dev
	$(BIN)/python $(EVAL)/score.py --adapter tests/evaluation/adapter.py

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/.dev: .venv/.site
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
