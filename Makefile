# make help        lists these verbs
# make deps        installs the Debian packages that are missing
# make build       builds the program for use (release, Swift runtime linked in)
# make test        runs every test
# make lint        checks format and style; make format repairs the format
# make demo        imports the samples and shows what the program says of them
# make bench       measures against the speed floor
# make bench-peers measures parsedmarc too, installed by pip into bench/data
# make install     puts the program under PREFIX (/usr/local); make uninstall takes it away
# make clean       removes what was built

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The compiler proves what it can; checking the rest at run time costs the import five per cent.
RELEASE := -c release --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked
DEMO := .build/demo
PROGRAM := .build/release/dmarc-report
PACKAGES := pkg-config libxml2-dev zlib1g-dev libsqlite3-dev libgmime-3.0-dev libzip-dev \
	libpsl-dev publicsuffix python3 sqlite3
BENCH_PACKAGES := gcc libexpat1-dev libdeflate-dev
SOURCES := Package.swift Sources Tests schema

.PHONY: help deps build test lint format demo bench bench-peers install uninstall clean

help:
	@sed -n 's/^# //p' Makefile | grep '^make'

deps:
	@sh scripts/install-packages $(PACKAGES)

build: deps
	$(SWIFT) build $(RELEASE) --product dmarc-report

test: deps
	sh scripts/run-tests

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	python3 samples/make-samples.py --check

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

demo: build
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@PROGRAM=$(PROGRAM) DEMO=$(DEMO) sh scripts/demo

bench: build
	@sh scripts/install-packages $(BENCH_PACKAGES)
	@PROGRAM=$(PROGRAM) python3 bench/run

bench-peers: build
	@sh scripts/install-packages $(BENCH_PACKAGES) python3-venv
	@PROGRAM=$(PROGRAM) python3 bench/run --peers

install: build
	install -D -m 0755 -s $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/dmarc-report

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/dmarc-report

clean:
	rm -rf .build .build-*
