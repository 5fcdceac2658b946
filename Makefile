# duizhao - build, test, install. Everything is built out of tree:
#
#   make                  build/duizhao and build/libduizhao.a
#   make MODE=asan        the same under AddressSanitizer and UBSan, in build/asan/
#   make MODE=clang       the same with clang, in build/clang/
#   make quick            unit tests and gates          make check    all tests
#   make golden           writes the expected outputs of tests/golden/ anew
#   make train           fits data/section_weights.tsv and data/track_weights.tsv anew
#   make bench            speed, beside peers where installed
#   make coverage         lines and branches that the tests reach, room by room
#   make pictures         docs/demo.png anew (needs chromium)
#   make literals         lowers docs/literals.txt to the Chinese words the code still holds
#   make mutate           breaks the code on purpose and looks whether the tests notice
#   make fuzz             libFuzzer programs (clang), in build/fuzz/
#   make install          DESTDIR= PREFIX=/usr/local    make uninstall
#   make clean
#
# Every mode works with every target: make MODE=asan check.

MODE ?= release
PREFIX ?= /usr/local
DESTDIR ?=
# the rooms of the library, from the one that knows least; docs/layers.txt is the rule
LAYERS = base text knowledge normalize normalize/read normalize/outline normalize/sections normalize/figures \
         normalize/promises review diff diff/align diff/reuse diff/track render
PACKAGES = libcjson libutf8proc libzip libxml-2.0 uchardet
VERSION := $(shell sed -n 's/.*"\([0-9][0-9.]*\)".*/\1/p' render/version.c)

# ---- modes -----------------------------------------------------------------

BUILD = build/$(MODE)
OPTIMISE = -O2 -g
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ifeq ($(MODE),release)
BUILD = build
else ifeq ($(MODE),asan)
OPTIMISE = -O1 -g $(SANITIZE) -DDZ_ARENA_MALLOC
LDMODE = $(SANITIZE)
else ifeq ($(MODE),coverage)
OPTIMISE = -O0 -g --coverage
LDMODE = --coverage
else ifeq ($(MODE),clang)
CC = clang
else ifeq ($(MODE),fuzz)
CC = clang
OPTIMISE = -O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link -DDZ_ARENA_MALLOC
LDMODE = $(SANITIZE)
else
$(error MODE is release, asan, clang, coverage or fuzz, not $(MODE))
endif

# Objects serve the static and the shared library; what the public headers do not declare is hidden.
SHARED_CODE = -fPIC -fvisibility=hidden
WARNINGS = -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES))
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES))
CFLAGS_ALL = -std=c17 -D_POSIX_C_SOURCE=200809L $(WARNINGS) -Iinclude -I. $(PACKAGE_CFLAGS) $(SHARED_CODE) $(OPTIMISE) $(CFLAGS)
LIBS = $(LDMODE) $(PACKAGE_LIBS) -lm -pthread $(LDFLAGS)

# ---- program and library ---------------------------------------------------

TABLES = $(sort $(wildcard data/*.tsv))
PAGE = render/page.css render/page.js
SOURCES = $(sort $(foreach layer,$(LAYERS),$(wildcard $(layer)/*.c)))
OBJECTS = $(SOURCES:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/builtin.o $(BUILD)/obj/fold_table.o $(BUILD)/obj/image.o
PROGRAM = $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard cmd/*.c)))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all clean
# the name of the shared library changes where programs built against an older one would break
SOVERSION = 0
SONAME = libduizhao.so.$(SOVERSION)
SHARED = $(BUILD)/libduizhao.so.$(VERSION)
all: $(BUILD)/duizhao $(BUILD)/libduizhao.a $(SHARED)

$(BUILD)/duizhao: $(PROGRAM) $(BUILD)/libduizhao.a
	$(CC) $^ $(LIBS) -o $@

# listed in a file of its own, so that a source that went away leaves the library too
$(BUILD)/libduizhao.a: $(OBJECTS) $(BUILD)/obj/list
	rm -f $@
	ar rcs $@ $(OBJECTS)

$(SHARED): $(OBJECTS) $(BUILD)/obj/list
	$(CC) -shared -Wl,-soname,$(SONAME) $(OBJECTS) $(LIBS) -o $@
	ln -sf libduizhao.so.$(VERSION) $(BUILD)/$(SONAME)
	ln -sf $(SONAME) $(BUILD)/libduizhao.so

.PHONY: always
$(BUILD)/obj/list: always
	@mkdir -p $(@D)
	@echo '$(OBJECTS)' | cmp -s - $@ || echo '$(OBJECTS)' > $@

# kept in a file, so that other flags make every object anew
$(BUILD)/obj/flags: always
	@mkdir -p $(@D)
	@echo '$(CFLAGS_ALL)' | cmp -s - $@ || echo '$(CFLAGS_ALL)' > $@

$(BUILD)/obj/%.o: %.c $(BUILD)/obj/flags
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/obj/knowledge/builtin_genre.o: data/genre.idx

$(BUILD)/obj/builtin.o: $(BUILD)/obj/builtin.c $(BUILD)/obj/flags
	$(CC) $(CFLAGS_ALL) -c $< -o $@

$(BUILD)/obj/builtin.c: $(BUILD)/obj/embed $(TABLES) $(PAGE)
	$(BUILD)/obj/embed $(TABLES) $(PAGE) > $@

# The tables as loaded, so that no run has to parse them. The tool is made of the loaders themselves
# and lends them its own memory; base/arena.o stays out, as the tool defines the same functions.
LOADERS = $(filter $(BUILD)/obj/base/% $(BUILD)/obj/text/% $(BUILD)/obj/knowledge/%,$(OBJECTS)) \
          $(BUILD)/obj/builtin.o $(BUILD)/obj/fold_table.o
IMAGE_WRAP = -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc -Wl,--wrap=free

$(BUILD)/obj/knowledge_image: $(BUILD)/obj/tools/knowledge_image.o $(LOADERS)
	$(CC) $(filter-out $(BUILD)/obj/base/arena.o,$^) $(IMAGE_WRAP) $(LIBS) -o $@

# Data alike in every mode: it is made once, by a tool without sanitizers.
ifeq ($(MODE),release)
$(BUILD)/obj/image.c: $(BUILD)/obj/knowledge_image
	$(BUILD)/obj/knowledge_image > $@
else
build/obj/image.c: always
	@$(MAKE) -s MODE=release $@

$(BUILD)/obj/image.c: build/obj/image.c
	cp $< $@
endif

$(BUILD)/obj/image.o: $(BUILD)/obj/image.c $(BUILD)/obj/flags
	$(CC) $(CFLAGS_ALL) -g0 -c $< -o $@

$(BUILD)/obj/fold_table.o: $(BUILD)/obj/fold_table.c $(BUILD)/obj/flags
	$(CC) $(CFLAGS_ALL) -c $< -o $@

$(BUILD)/obj/fold_table.c: $(BUILD)/obj/fold_table data/variants.tsv
	$(BUILD)/obj/fold_table data/variants.tsv > $@

$(BUILD)/obj/fold_table: tools/fold_table.c base/utf8.c base/utf8.h
	@mkdir -p $(@D)
	$(CC) -std=c17 -O1 -I. tools/fold_table.c base/utf8.c -o $@

$(BUILD)/obj/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -O1 $< -o $@

$(BUILD)/obj/facts $(BUILD)/obj/measure: $(BUILD)/obj/%: tools/%.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_POSIX_C_SOURCE=200809L $(WARNINGS) -O1 $< -o $@

# the weights of data/section_weights.tsv, fitted from the labelled reports; the same on every run
LABELLED = $(addprefix tests/labelled/,first second third fourth fifth sixth seventh)
TRAIN = $(sort $(wildcard tools/train*.c))
.PHONY: train
train: $(BUILD)/obj/train
	$(BUILD)/obj/train -o $(BUILD)/section_weights.tsv $(LABELLED)
	cp $(BUILD)/section_weights.tsv data/section_weights.tsv

# the weights of data/track_weights.tsv, from the pairs of years among them
.PHONY: train-track
train: train-track
train-track: $(BUILD)/obj/fit_track
	$(BUILD)/obj/fit_track -o $(BUILD)/track_weights.tsv $(LABELLED)
	cp $(BUILD)/track_weights.tsv data/track_weights.tsv

$(BUILD)/obj/fit_track: tools/fit_track.c $(BUILD)/libduizhao.a
	$(CC) $(CFLAGS_ALL) tools/fit_track.c $(BUILD)/libduizhao.a $(LIBS) -o $@

$(BUILD)/obj/train: $(TRAIN) tools/train.h $(BUILD)/libduizhao.a
	$(CC) $(CFLAGS_ALL) $(TRAIN) $(BUILD)/libduizhao.a $(LIBS) -o $@

# ---- tests -----------------------------------------------------------------
# Every tests/unit/test_*.c and tests/property/test_*.c is a program of its
# own. Suites print TAP; tests/run.sh counts and writes the closing line.

UNIT = $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
PROPERTY = $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/property/test_*.c)))
OOM = $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/oom/test_*.c)))
FUZZ = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
HEADERS = $(sort $(wildcard include/*.h include/duizhao/*.h $(LAYERS:%=%/*.h) cmd/*.h tests/*.h))
HEADERS_ALONE = $(HEADERS:%.h=$(BUILD)/obj/headers/%.o)
HOSTILE = $(BUILD)/tests/hostile/make $(BUILD)/tests/hostile/make_zip
SUITES_QUICK = unit gates real
SUITES = unit property oom gates selftest reject cli golden real hostile fuzz schema install python docs web browser quality

# what is worth running under the sanitizers: everything that runs our code
SUITES_SANITIZED = unit property oom reject cli golden real hostile fuzz

.PHONY: quick check check-sanitized unit golden gates headers tests bench
quick: all headers $(UNIT) $(BUILD)/obj/facts
	@sh tests/run.sh $(BUILD) $(SUITES_QUICK)

check: tests
	@sh tests/run.sh $(BUILD) $(SUITES)

check-sanitized: tests
	@sh tests/run.sh $(BUILD) $(SUITES_SANITIZED)

tests: all headers $(UNIT) $(PROPERTY) $(OOM) $(FUZZ) $(HOSTILE) $(BUILD)/obj/facts $(BUILD)/obj/measure $(BUILD)/obj/train $(BUILD)/obj/fit_track

unit: $(UNIT)
	@sh tests/run.sh $(BUILD) unit

gates: headers $(BUILD)/obj/facts
	@sh tests/run.sh $(BUILD) gates

golden: all
	@sh tests/golden/run.sh $(BUILD) --rewrite

# the ceilings of docs/literals.txt lowered to what the files hold now; none is ever raised
.PHONY: literals
literals: $(BUILD)/obj/facts
	$(BUILD)/obj/facts $(SOURCES) $(HEADERS) $(wildcard cmd/*.c) > $(BUILD)/obj/facts.list
	awk -f tools/literals.awk $(BUILD)/obj/facts.list docs/literals.txt > $(BUILD)/obj/literals.txt
	cp $(BUILD)/obj/literals.txt docs/literals.txt

# rows of data/ and rules of check that none or one of the reports in REPORTS has a use for
.PHONY: unused
unused: all
	python3 tools/unused_rows.py $(BUILD)/duizhao data $(REPORTS)

# would the tests notice? COUNT places broken on purpose, drawn with SEED
COUNT ?= 20
SEED ?= 1
.PHONY: mutate
mutate: tests
	python3 tests/mutate/run.py $(BUILD) --count $(COUNT) --seed $(SEED)

# which lines and branches the tests reach, room by room
.PHONY: coverage
coverage:
	@$(MAKE) -s MODE=coverage tests
	@find build/coverage -name '*.gcda' -delete
	-@sh tests/run.sh build/coverage $(SUITES_SANITIZED) python install > build/coverage/log 2>&1
	@sh tests/coverage.sh build/coverage

# one suite or several: make suite SUITE="reject golden"
.PHONY: suite
suite: tests
	@sh tests/run.sh $(BUILD) $(SUITE)

# every header compiles alone
headers: $(HEADERS_ALONE)
$(BUILD)/obj/headers/%.o: %.h
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Wno-unused-function -MMD -MP -x c -c $< -o $@

TESTING = $(BUILD)/obj/tests/testing.o $(BUILD)/obj/tests/random_report.o
CMOCKA_CFLAGS = $(shell pkg-config --cflags cmocka)
CMOCKA_LIBS = $(shell pkg-config --libs cmocka)
OOM_WRAP = -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc

$(BUILD)/obj/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -O1 $(CMOCKA_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(TESTING) $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(CMOCKA_LIBS) $(LIBS) -o $@

$(BUILD)/tests/property/%: $(BUILD)/obj/tests/property/%.o $(TESTING) $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(CMOCKA_LIBS) $(LIBS) -o $@

$(BUILD)/tests/oom/%: $(BUILD)/obj/tests/oom/%.o $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(CMOCKA_LIBS) $(OOM_WRAP) $(LIBS) -o $@

$(HOSTILE): $(BUILD)/tests/hostile/%: tests/hostile/%.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(PACKAGE_CFLAGS) -O1 $< $(PACKAGE_LIBS) -o $@

# a fuzz entry point with the plain driver that replays the corpus
$(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/replay.o $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(LIBS) -o $@

.PHONY: fuzz fuzz-replay
fuzz-replay: all $(FUZZ)
	@sh tests/run.sh $(BUILD) fuzz

ifeq ($(MODE),fuzz)
FUZZERS = $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/fuzz_%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzz: $(FUZZERS)
$(BUILD)/fuzz_%: $(BUILD)/obj/tests/fuzz/fuzz_%.o $(BUILD)/libduizhao.a
	$(CC) $^ -fsanitize=fuzzer $(LIBS) -o $@
else
fuzz:
	$(MAKE) MODE=fuzz fuzz
endif

$(BUILD)/tests/bench: $(BUILD)/obj/tests/bench/bench.o $(BUILD)/obj/tests/random_report.o $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(LIBS) -o $@

bench: all $(BUILD)/tests/bench $(BUILD)/obj/measure
	@sh tests/bench/run.sh $(BUILD)

# data/genre.tsv and genre_words.tsv anew from folders of reports OFFICE_YEAR.txt: make genre REPORTS=FOLDER
REPORTS ?= ../shared/reports
.PHONY: genre bench-reuse
$(BUILD)/genre_table: $(BUILD)/obj/tools/genre_table.o $(BUILD)/libduizhao.a
	$(CC) $^ $(LIBS) -o $@
genre: $(BUILD)/genre_table
	find $(REPORTS) -name '*.txt' | LC_ALL=C sort | xargs -x -s 2000000 $(BUILD)/genre_table data

# data/genre.idx anew from a folder of texts KIND__OFFICE__YEAR.txt: make genre-index REPORTS=FOLDER
.PHONY: genre-index
$(BUILD)/genre_fingerprints: $(BUILD)/obj/tools/genre_fingerprints.o $(BUILD)/libduizhao.a
	$(CC) $^ $(LIBS) -o $@
genre-index: $(BUILD)/genre_fingerprints
	find $(REPORTS) -name '*.txt' | LC_ALL=C sort | xargs -x -s 2000000 $(BUILD)/genre_fingerprints data/genre.idx

# the reuse stage alone: 5,000 and 20,000 characters, 200 reports at once
$(BUILD)/tests/reuse_bench: $(BUILD)/obj/tests/bench/reuse_bench.o $(BUILD)/libduizhao.a
	@mkdir -p $(@D)
	$(CC) $^ $(LIBS) -o $@
bench-reuse: $(BUILD)/tests/reuse_bench
	find $(REPORTS)/province -name '*.txt' | LC_ALL=C sort | xargs $(BUILD)/tests/reuse_bench

# the picture in README.md, where chromium is installed
.PHONY: pictures
pictures: all
	-$(BUILD)/duizhao compare --lang zh -f html -o $(BUILD)/demo.html samples/yunze-2022.txt samples/yunze-2023.txt
	sh tools/picture.sh $(BUILD)/demo.html docs/demo.png

# ---- install ---------------------------------------------------------------

SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = $(wildcard docs/duizhao.1)
SCHEMAS = $(sort $(wildcard docs/*.schema.json))

$(BUILD)/duizhao.pc: tools/duizhao.pc.in always
	@mkdir -p $(@D)
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PACKAGES@|$(PACKAGES)|' $< > $@

COMPLETIONS = $(foreach shell,bash zsh fish,$(BUILD)/completions/duizhao.$(shell))
$(BUILD)/completions/duizhao.%: $(BUILD)/duizhao tools/completions.sh
	@mkdir -p $(@D)
	sh tools/completions.sh $(BUILD)/duizhao $* > $@

.PHONY: install uninstall
install: all $(BUILD)/duizhao.pc $(COMPLETIONS)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/duizhao
	install -d $(SHARE)/man/man1 $(SHARE)/duizhao/data $(SHARE)/duizhao/schema
	install -m 755 $(BUILD)/duizhao $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(BUILD)/libduizhao.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(SHARED) $(DESTDIR)$(PREFIX)/lib/
	ln -sf libduizhao.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libduizhao.so
	install -m 644 $(BUILD)/duizhao.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/
	install -m 644 include/duizhao.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 include/duizhao/*.h $(DESTDIR)$(PREFIX)/include/duizhao/
	install -m 644 $(TABLES) data/genre.idx $(SHARE)/duizhao/data/
	for file in $(SCHEMAS); do install -m 644 $$file $(SHARE)/duizhao/schema/; done
	for file in $(MANUAL); do install -m 644 $$file $(SHARE)/man/man1/; done
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -m 644 $(BUILD)/completions/duizhao.bash $(SHARE)/bash-completion/completions/duizhao
	install -m 644 $(BUILD)/completions/duizhao.zsh $(SHARE)/zsh/site-functions/_duizhao
	install -m 644 $(BUILD)/completions/duizhao.fish $(SHARE)/fish/vendor_completions.d/duizhao.fish
	install -d $(SHARE)/man/zh_CN/man1
	install -m 644 docs/duizhao.zh.1 $(SHARE)/man/zh_CN/man1/duizhao.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/duizhao $(DESTDIR)$(PREFIX)/lib/libduizhao.*
	rm -f $(DESTDIR)$(PREFIX)/lib/pkgconfig/duizhao.pc $(DESTDIR)$(PREFIX)/include/duizhao.h
	rm -f $(SHARE)/man/man1/duizhao.1 $(SHARE)/man/zh_CN/man1/duizhao.1
	rm -f $(SHARE)/bash-completion/completions/duizhao $(SHARE)/zsh/site-functions/_duizhao
	rm -f $(SHARE)/fish/vendor_completions.d/duizhao.fish
	rm -rf $(DESTDIR)$(PREFIX)/include/duizhao $(SHARE)/duizhao

clean:
	rm -rf build

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
