# duizhao - build, test, install. Everything is built out of tree:
#
#   make              build/duizhao and build/libduizhao.a
#   make MODE=asan    the same under AddressSanitizer and UBSan, in build/asan/
#   make check        all tests          make golden   write expected outputs anew
#   make bench        speed beside peers make install  PREFIX=/usr/local DESTDIR=
#   make clean

MODE ?= release
PREFIX ?= /usr/local
CC ?= cc
LAYERS = base normalize diff render
PACKAGES = libcjson libutf8proc libzip libxml-2.0 uchardet

ifeq ($(MODE),release)
BUILD = build
OPTIMISE = -O2 -g
else
BUILD = build/$(MODE)
endif
ifeq ($(MODE),asan)
OPTIMISE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DDZ_ARENA_MALLOC
LDMODE = -fsanitize=address,undefined
endif

CFLAGS_ALL = -std=c17 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes \
  -Wmissing-prototypes -Wvla -Iinclude -I. $(shell pkg-config --cflags $(PACKAGES)) $(OPTIMISE) $(CFLAGS)
LIBS = $(LDMODE) $(shell pkg-config --libs $(PACKAGES)) -lm $(LDFLAGS)

TABLES = $(sort $(wildcard data/*.tsv))
SOURCES = $(sort $(foreach layer,$(LAYERS),$(wildcard $(layer)/*.c)))
OBJECTS = $(SOURCES:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/builtin.o
PROGRAM = $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard cmd/*.c)))

.DELETE_ON_ERROR:
.PHONY: all clean
all: $(BUILD)/duizhao $(BUILD)/libduizhao.a

$(BUILD)/duizhao: $(PROGRAM) $(BUILD)/libduizhao.a
	$(CC) $^ $(LIBS) -o $@

$(BUILD)/libduizhao.a: $(OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/obj/builtin.o: $(BUILD)/obj/builtin.c
	$(CC) $(CFLAGS_ALL) -c $< -o $@

$(BUILD)/obj/builtin.c: $(BUILD)/obj/embed $(TABLES)
	$(BUILD)/obj/embed $(TABLES) > $@

$(BUILD)/obj/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -O1 $< -o $@

clean:
	rm -rf build

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
