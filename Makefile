# make help        lists these verbs
# make deps        installs the Debian packages that are missing
# make build       builds the program for use (release, Swift runtime linked in)
# make test        runs every test
# make fresh-test  tries the set-up of README.md in a bare Debian 12, as root and with sudo; an hour
# make test-release runs every test on the program as it ships: optimized, and without debug checks
# make lint        checks format and style; make format repairs the format
# make demo        imports the samples and shows what the program says of them
# make fault-quick a few of all the faults and attacks, in two minutes
# make fault-test  kills, starves and hurts imports; needs root for disks of its own
# make hostile     bombs and 100,000 mutated reports
# make fuzz        fuzzes the readers for FUZZ_SECONDS (60) each
# make sanitize    every test under the address and thread sanitizers
# make estates     every simulated estate through the built program: import, then the verdict
# make monotony    6,000 pairs of estates, 90 days of 200, and thousands of reports made up
# make soak        ten minutes of imports every second beside readers and deliveries
# make bench       measures against the speed floor
# make bench-peers measures parsedmarc too, installed by pip into bench/data
# make install     puts what was built under PREFIX (/usr/local); make uninstall takes it away
# make deb         builds a Debian package in .build/packages, and lets lintian look at it
# make tarball     makes a folder there that runs without any package of Debian
# make package-test installs, uses, removes and purges both in a bare Debian 12; needs root
# make clean       removes what was built

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# Exclusivity stays checked: without it Swift 6.3.1 frees what is read from a class and then taken out
# of it twice, since it takes the checks' marks for what tells a read from a change.
RELEASE := -c release --static-swift-stdlib
# Tests reach what is internal, and Swift Testing is no static library; all else is as it ships.
TESTED_RELEASE := -c release -Xswiftc -enable-testing \
	--scratch-path .build-release-tests
DEMO := .build/demo
PROGRAM := .build/release/dmarc-report
# What is installed beside the program, and where units of systemd go.
SHARE := .build/share
UNITS ?= $(PREFIX)/lib/systemd/system
PACKAGES := .build/packages
SOURCES := Package.swift Sources Tests schema

.PHONY: help deps build test test-release fresh-test lint format demo fault-quick fault-test hostile \
	fuzz sanitize estates monotony soak bench bench-peers install uninstall deb \
	tarball package-test program clean

help:
	@sed -n 's/^# //p' Makefile | grep '^make'

deps:
	@sh scripts/install-packages build

build: deps program

# The program knows its commit because it is told: git may be missing where it is built.
program:
	DMARC_REPORT_COMMIT="$${DMARC_REPORT_COMMIT-$$(git describe --always --dirty 2>/dev/null)}" \
		$(SWIFT) build $(RELEASE) --product dmarc-report
	sh scripts/make-share $(PROGRAM) $(SHARE)

test: deps
	@sh scripts/install-packages test
	sh scripts/run-tests

fresh-test:
	sh scripts/fresh-test

test-release: deps
	sh scripts/run-tests $(TESTED_RELEASE)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	python3 samples/make-samples.py --check

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

demo: build
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@PROGRAM=$(PROGRAM) DEMO=$(DEMO) sh scripts/demo

fault-quick: deps
	$(SWIFT) build --product dmarc-report
	python3 faults/run.py .build/debug/dmarc-report --quick
	python3 faults/bombs.py .build/debug/dmarc-report --quick
	python3 faults/mutate.py .build/debug/dmarc-report --count 2000
	python3 faults/soak.py .build/debug/dmarc-report --seconds 20

fault-test: build
	python3 faults/run.py $(PROGRAM)

hostile: build
	python3 faults/bombs.py $(PROGRAM)
	python3 faults/mutate.py $(PROGRAM)

fuzz: deps
	python3 Fuzz/run.py

estates: build
	DMARC_REPORT_ESTATE_STEP=1 DMARC_REPORT_PROGRAM=$(PROGRAM) \
		$(SWIFT) test --filter 'EndToEndTests|AnswerTests'

monotony: deps
	DMARC_REPORT_PAIRS=6000 DMARC_REPORT_DIARIES=2 DMARC_REPORT_FORGERIES=40 \
		$(SWIFT) test --filter 'MonotonyTests|DayByDayTests|ForgingTests'

sanitize: deps
	sh scripts/sanitize

soak: build
	python3 faults/soak.py $(PROGRAM)

bench: build
	@sh scripts/install-packages bench
	@PROGRAM=$(PROGRAM) python3 bench/run

bench-peers: build
	@sh scripts/install-packages bench peers
	@PROGRAM=$(PROGRAM) python3 bench/run --peers

# Neither builds nor calls swift: sudo has a PATH of its own.
install:
	@test -x $(PROGRAM) -a -d $(SHARE) || { echo "install: there is no program yet; run make build first" >&2; exit 1; }
	install -D -m 0755 -s $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/dmarc-report
	sh scripts/install-share $(SHARE) $(PREFIX) $(UNITS) $(DESTDIR)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/dmarc-report
	sh scripts/install-share --remove $(PREFIX) $(UNITS) $(DESTDIR)

# The files that dpkg-buildpackage makes go to .build/packages, and not beside the clone.
deb:
	@sh scripts/install-packages build deb
	mkdir -p $(PACKAGES)
	DEB_FOLDER=$(PACKAGES) dpkg-buildpackage --build=binary --no-sign \
		--buildinfo-file=$(PACKAGES)/dmarc-report.buildinfo --buildinfo-option=-u$(PACKAGES) \
		--changes-file=$(PACKAGES)/dmarc-report.changes --changes-option=-u$(PACKAGES)
	lintian --tag-display-limit 0 --fail-on error,warning $(PACKAGES)/dmarc-report_*.deb
	@ls -l $(PACKAGES)/dmarc-report_*.deb

tarball: build
	@sh scripts/install-packages deb
	mkdir -p $(PACKAGES)
	sh scripts/make-tarball $(PROGRAM) $(SHARE) $(PACKAGES)

package-test:
	sh scripts/package-test $(PACKAGES)

clean:
	rm -rf .build .build-*
