# site: publish the repository's own project · check: all that CI runs · the rest: see CONTRIBUTING.md
.PHONY: site test check deb format lint goldens bench fuzz screenshots setup

RELEASE := .build/release/dualpoints
# Swift's library within, so that the binary runs where there is no Swift.
BUILD := swift build -c release --static-swift-stdlib --product dualpoints
FOLDERS := Sources Plugins Tests Fuzz Package.swift

site: setup
	$(BUILD)
	$(RELEASE) build

test: setup
	swift test

# The order matters: cheap checks first, the test runner's summary last.
check: setup lint
	$(BUILD)
	scripts/build-twice $(RELEASE)
	$(RELEASE) build --output .build/site
	scripts/archive-tests $(RELEASE)
	scripts/workbook-tests $(RELEASE)
	scripts/watch-tests $(RELEASE)
	scripts/word-tests $(RELEASE)
	scripts/ledger-tests $(RELEASE)
	scripts/group-tests $(RELEASE)
	scripts/check-site .build/site
	scripts/check-html .build/site
	scripts/browser-tests .build/site
	scripts/print-tests $(RELEASE)
	scripts/deb-tests $$(scripts/deb $(RELEASE) .build/deb-check none)
	DUALPOINTS_BINARY=$(CURDIR)/$(RELEASE) swift test

# A package for Debian 12 in .build/deb, tried in a bare one where root may.
deb: setup
	$(BUILD)
	scripts/deb-tests $$([ $$(id -u) != 0 ] || echo --root) $$(scripts/deb $(RELEASE))

lint:
	swift format lint --strict -r --configuration .swift-format $(FOLDERS)

format:
	swift format format -i -r --configuration .swift-format $(FOLDERS)

# Writes everything anew that a test compares with a committed file (pages printed from specimens, the sample,
# docs/diagnostics.md, docs/clauses.md); read the difference before you commit it.
goldens: setup
	UPDATE_GOLDENS=1 swift test --filter 'Golden|SamplingTests|Catalog|ClauseTests'

bench: setup
	$(BUILD)
	python3 bench/bench.py

# Damages CSV, YAML and Markdown for SECONDS each until a reader crashes, hangs or contradicts itself; see docs/reliability.md.
SECONDS ?= 1200
fuzz: setup
	scripts/fuzz build
	scripts/fuzz all $(SECONDS)

screenshots: site
	scripts/screenshots

setup:
	@scripts/setup
