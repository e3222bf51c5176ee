# Everything runs from a fresh machine: the first target that needs it makes .venv and installs the locked packages.
# READY has what a user needs, TOOLS also what the tests, the benchmarks and the documentation need.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.tools
PIP := $(BIN)/pip install -qq --disable-pip-version-check
DEMO := demo

.PHONY: demo test bench docs screenshots lock clean

demo: export FACTLEDGER_DB = $(DEMO)/factledger.db
demo: $(READY)
	@mkdir -p $(DEMO) && rm -f $(DEMO)/factledger.db* $(DEMO)/facts.csv
	$(BIN)/factledger ingest corpus/gold
	$(BIN)/factledger claims
	$(BIN)/factledger export $(DEMO)/facts.csv --all
	@echo
	@echo "Nothing has been reviewed yet, so --all wrote every claim to $(DEMO)/facts.csv, each with its state."
	@echo "Next, with an ID of the list above:"
	@echo "  export PATH=\$$PWD/$(BIN):\$$PATH FACTLEDGER_DB=\$$PWD/$(DEMO)/factledger.db"
	@echo "  factledger review --open        the page on which each claim is reviewed beside its source"
	@echo "  factledger show ID              the claim in its sentence, and why it was found"
	@echo "  factledger approve ID --by YOU  or: factledger reject ID --by YOU --reason '...'"
	@echo "  factledger export facts.csv     the verified facts only"

test: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/factledger rules check
	$(BIN)/pytest -n 2

bench: export OMP_NUM_THREADS = 1
bench: export OPENBLAS_NUM_THREADS = 1
bench: $(TOOLS)
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.growth_law
	$(BIN)/python -m benchmarks.queries
	$(BIN)/python -m benchmarks.thousand
	$(BIN)/python -m benchmarks.draw
	$(BIN)/python -m benchmarks.sizing

docs: $(TOOLS)
	$(BIN)/python -m docs.picture
	$(BIN)/python -m docs.readme
	$(BIN)/python -m docs.columns
	$(BIN)/python -m docs.screenshots

screenshots: $(TOOLS)
	$(BIN)/python -m docs.screenshots

lock: $(TOOLS)
	$(BIN)/python .ci/lock.py

clean:
	rm -rf .venv $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.lock
	$(PIP) --no-deps -e .
	$(BIN)/python -m compileall -q models corpus extract db review export factledger
	@touch $@

$(TOOLS): $(READY) requirements-dev.lock
	.ci/system
	$(PIP) -r requirements-dev.lock
	@touch $@
