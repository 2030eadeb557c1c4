# weatherterm: `make demo` and `make test` do everything on a fresh machine.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD := .build
RELEASE := $(BUILD)/release/weatherterm
# Relative relocations are packed where the C library can unpack them (from 2.36 on): fewer pages to read at each start.
PACKED := $(shell ld.bfd --help 2>/dev/null | grep -q pack-relative-relocs && \
  getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); exit !(v[1] == 2 && v[2] >= 36) }' && echo yes)
LINKER := $(if $(PACKED),-Xswiftc -use-ld=bfd -Xlinker -z -Xlinker pack-relative-relocs)
FLAGS := -c release --static-swift-stdlib $(LINKER)

.PHONY: all system build demo test accept lint robustness bench fuzz mutate install uninstall completions man pictures sanitize clean

all: build

# Names or installs the system's libraries that are missing.
system:
	@scripts/system

build: system
	$(SWIFT) build $(FLAGS) --product weatherterm
	@if readelf -d $(RELEASE) 2>/dev/null | grep -E 'NEEDED.*lib(curl|xml2)'; then \
	  echo "make: a library that CLibraryLoader loads is linked, too: add the functions that it lacks" >&2; exit 1; fi

demo: build
	@scripts/demo $(RELEASE)

# All tests, or the fixtures of one site or case: make test FIXTURES=OpenMeteo, FIXTURES=OpenMeteo/clock-change.
# One test at a time: those that wait for a process hold a thread that the tasks of others need.
# What failed is said again at the end, where it is not lost among a thousand that passed.
test: system $(if $(FIXTURES),,lint)
	$(SWIFT) build --build-tests
	@mkdir -p $(BUILD)
	@WEATHERTERM_FIXTURES="$(FIXTURES)" $(SWIFT) test --skip-build --no-parallel $(if $(FIXTURES),--filter FixtureTests) \
	  > >(tee $(BUILD)/tests.log) 2>&1 || { sleep 1; echo; echo "What failed:"; grep -aE '✘|↳|error:' $(BUILD)/tests.log; exit 1; }

# Shows how the program's output differs from what fixtures expect, and takes it over: make accept FIXTURES=OpenMeteo.
accept: system
	$(SWIFT) build --product weatherterm
	scripts/accept $(BUILD)/debug/weatherterm "$(FIXTURES)"

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Plugins Sources Tests Fuzz/Package.swift Fuzz/Sources
	@scripts/check-rooms

# Every test once more under AddressSanitizer.
sanitize: system
	$(SWIFT) build --build-tests --sanitize address --scratch-path .build-sanitize
	ASAN_OPTIONS=detect_leaks=1 $(SWIFT) test --skip-build --no-parallel --sanitize address --scratch-path .build-sanitize

# Bytes that nobody has thought of, under libFuzzer and AddressSanitizer: FUZZ_SECONDS (600) for each target.
fuzz: system
	@scripts/fuzz

# Recorded pages with a change in them: MUTATIONS (10000).
mutate: system
	@scripts/mutate

# Runs a release build into every fault, and writes docs/robustness.md of it.
robustness: build
	$(SWIFT) build --build-tests
	WEATHERTERM="$(CURDIR)/$(RELEASE)" WEATHERTERM_WRITE_ROBUSTNESS=1 \
	  $(SWIFT) test --skip-build --no-parallel --filter FaultTests

bench: build
	@Benchmarks/run $(RELEASE)
	@Benchmarks/several $(RELEASE)

completions: build
	@mkdir -p $(BUILD)/completions
	$(RELEASE) --generate-completion-script bash > $(BUILD)/completions/weatherterm.bash
	$(RELEASE) --generate-completion-script zsh > $(BUILD)/completions/_weatherterm
	$(RELEASE) --generate-completion-script fish > $(BUILD)/completions/weatherterm.fish

# The manual page, from what the program says of itself.
man: build
	@scripts/system man
	@mkdir -p $(BUILD)/man
	scripts/make-man $(RELEASE) > $(BUILD)/man/weatherterm.1

# The pictures of README.md, from the demo session.
pictures: build
	scripts/make-pictures $(RELEASE)

install: completions man
	install -D -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/weatherterm"
	install -D -m 644 $(BUILD)/completions/weatherterm.bash \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/weatherterm"
	install -D -m 644 $(BUILD)/completions/_weatherterm "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_weatherterm"
	install -D -m 644 $(BUILD)/completions/weatherterm.fish \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/weatherterm.fish"
	install -D -m 644 $(BUILD)/man/weatherterm.1 "$(DESTDIR)$(PREFIX)/share/man/man1/weatherterm.1"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/weatherterm" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/weatherterm.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/weatherterm" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_weatherterm" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/weatherterm.fish"

clean:
	rm -rf .build .build-*
