# Every target sets up what it needs in .venv: Python 3.11 or later, pip and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench matrix soak screenshots side-by-side lock clean

run: $(READY)
	@$(BIN)/ledgraf demo --out build

# The tests of canvas and windows run beside the others, and are told when those are done: half the time on two cores.
WINDOWS := tests/canvas tests/ui tests/stories
test: $(READY)
	@mkdir -p build; \
	$(BIN)/python -m pytest $(WINDOWS) > build/test-windows.log 2>&1 & windows=$$!; \
	trap 'kill $$windows 2>/dev/null' INT TERM; \
	$(BIN)/python -m pytest $(addprefix --ignore=,$(WINDOWS)); others=$$?; \
	wait $$windows; ended=$$?; \
	cat build/test-windows.log; \
	exit $$((others > ended ? others : ended))

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py

bench: $(READY)
	$(BIN)/python tests/bench/main.py --out build/bench.json

# Every preset on every graph: large ones, and real files where they are there. Half an hour; `make test` takes the small ones.
matrix: $(READY)
	LEDGRAF_MATRIX=all $(BIN)/python -m pytest -q tests/layout/test_matrix.py

# Thousands of gestures drawn by lot on a real window, other ones each time; those that failed are done again with SEEDS=….
SEEDS ?= $(shell $(PYTHON) -c 'import random; print(*random.sample(range(10**6), 8))')
soak: $(READY)
	LEDGRAF_SEEDS="$(SEEDS)" LEDGRAF_GESTURES=1000 $(BIN)/python -m pytest -q tests/ui/test_random_gestures.py

screenshots: $(READY)
	$(BIN)/python packaging/screenshots.py

# The same charts laid out by plain dot, as a plain tree, and by us.
side-by-side: $(READY)
	$(BIN)/python packaging/side_by_side.py

# Rewrites requirements.lock with the newest releases that pyproject.toml allows.
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate \
	    --python-version 3.11 --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Ledgraf needs Python 3.11 or later; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
