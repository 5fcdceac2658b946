/* knowledge_image.c - loads the tables of data/ once, while the program is built, and writes what
 * came of them as C arrays, so that no run has to parse them again.
 *
 *     knowledge_image > image.c
 *
 * The loaders know nothing of it, and a new table needs no line here. They run twice, each time
 * with all their memory from another region; a word that differs between the two by just the
 * distance of the regions is a pointer, any other must be the same. What the knowledge reaches is
 * written, pointers as addresses that the linker fills in. The result depends on nothing but the
 * tables. A structure that cannot be written so is refused: one that points into the program
 * itself (let the loader copy it into its arena) or one that depends on addresses. */
#include <inttypes.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao/knowledge.h>

#include "base/arena.h"
#include "knowledge/builtin.h"

enum { REGION = 256 * 1024 * 1024, ALIGNMENT = alignof(max_align_t), WORD = sizeof(uintptr_t) };
enum { BLOCKS_MOST = 4 * 1024 * 1024 };

/* Where something is written: not at all, among words without pointers, among those with. */
enum place { NOWHERE, PLAIN, LINKED };

typedef struct block {
  size_t start, size; /* in the region; blocks stand in order and never touch */
  bool freed;
  enum place place;
  size_t at; /* in the array it is written to */
} block;

typedef struct region {
  unsigned char *bytes;
  size_t used;
  block *blocks;
  size_t count;
} region;

/* The program is built without an image of its own: it parses. */
const dz_knowledge *const dz_builtin_knowledge = NULL;

static region first, second, *current;

static void fail(const char *message, size_t offset) {
  fprintf(stderr, "knowledge_image: %s (word %zu)\n", message, offset);
  exit(1);
}

/* ---- memory of the loaders: the linker sends theirs here ---- */

void *__real_calloc(size_t count, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

void *__wrap_malloc(size_t size) {
  size_t start = (current->used + 2 * ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

  if (size > REGION || start + size + ALIGNMENT > REGION || current->count == BLOCKS_MOST)
    fail("the tables are too large", current->used);
  current->blocks[current->count++] = (block){.start = start, .size = size};
  current->used = start + size;
  return current->bytes + start;
}

void *__wrap_calloc(size_t count, size_t size) {
  return __wrap_malloc(count * size); /* the region is zero and nothing is used twice */
}

static block *block_of(region *r, const void *pointer) {
  size_t at = (size_t)((const unsigned char *)pointer - r->bytes), low = 0, high = r->count;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (r->blocks[middle].start <= at)
      low = middle;
    else
      high = middle;
  }
  return &r->blocks[low];
}

static bool is_within(const region *r, uintptr_t address) {
  return address >= (uintptr_t)r->bytes && address <= (uintptr_t)r->bytes + r->used;
}

void __wrap_free(void *memory) {
  if (!memory) return;
  if (is_within(current, (uintptr_t)memory))
    block_of(current, memory)->freed = true;
  else
    __real_free(memory); /* of a function of the C library that allocates */
}

void *__wrap_realloc(void *memory, size_t size) {
  void *moved = __wrap_malloc(size);

  if (memory) {
    block *old = block_of(current, memory);
    memcpy(moved, memory, old->size < size ? old->size : size);
    old->freed = true;
  }
  return moved;
}

/* ---- base/arena.h over again, a block for each piece, so that what a loader only needed on
 * the way does not hang on what it keeps ---- */

void dz_arena_init(dz_arena *arena) {
  *arena = (dz_arena){0};
}

void dz_arena_free(dz_arena *arena) {
  dz_arena_init(arena);
}

void *dz_arena_alloc(dz_arena *arena, size_t size) {
  (void)arena;
  return __wrap_malloc(size);
}

void *dz_arena_array(dz_arena *arena, size_t count, size_t size) {
  return dz_arena_alloc(arena, count * size);
}

void *dz_arena_copy(dz_arena *arena, const void *bytes, size_t size) {
  void *copy = dz_arena_alloc(arena, size);

  if (size) memcpy(copy, bytes, size);
  return copy;
}

char *dz_arena_string(dz_arena *arena, const char *bytes, size_t length) {
  char *copy = dz_arena_alloc(arena, length + 1);

  if (length) memcpy(copy, bytes, length);
  return copy;
}

/* ---- what is reached ---- */

extern const char __executable_start, _end;

static uintptr_t word_at(const region *r, size_t offset) {
  uintptr_t word;

  memcpy(&word, r->bytes + offset, WORD);
  return word;
}

static bool is_genre(uintptr_t word) {
  return word >= (uintptr_t)dz_builtin_genre && word <= (uintptr_t)dz_builtin_genre_end;
}

/* The word at `offset` as it is written: bytes in which the two loads differ are padding that
 * nobody set, and become 0. */
static uintptr_t number_at(size_t offset) {
  unsigned char bytes[WORD];
  uintptr_t word;

  for (size_t i = 0; i < WORD; i++) {
    const unsigned char *a = (const unsigned char *)first.bytes + offset + i,
                        *b = (const unsigned char *)second.bytes + offset + i;
    bytes[i] = *a == *b ? *a : 0;
  }
  memcpy(&word, bytes, WORD);
  return word;
}

/* A word of which only some bytes differ, and not as pointers do: a member with padding. */
static bool is_padded(size_t offset) {
  size_t same = 0;

  for (size_t i = 0; i < WORD; i++)
    same += *((const unsigned char *)first.bytes + offset + i) ==
            *((const unsigned char *)second.bytes + offset + i);
  return same > 0;
}

/* The block that the word at `offset` points to, or NULL if it is a number. */
static block *target(size_t offset) {
  uintptr_t a = word_at(&first, offset), b = word_at(&second, offset);
  block *found;

  if (a == b) {
    if (!is_genre(a) && a >= (uintptr_t)&__executable_start && a < (uintptr_t)&_end) {
      fprintf(stderr, "knowledge_image: at \"%.40s\"\n", (const char *)a);
      fail("a table points into the program itself", offset / WORD);
    }
    return NULL;
  }
  if (!is_within(&first, a) || a - (uintptr_t)first.bytes != b - (uintptr_t)second.bytes) {
    if (!is_within(&first, a) && is_padded(offset)) return NULL;
    fail("a table is not the same when loaded twice", offset / WORD);
  }
  found = block_of(&first, (const void *)a);
  if (found->freed) fail("a table points to memory that was freed", offset / WORD);
  return found;
}

static size_t words_of(const block *b) {
  return (b->size + WORD - 1) / WORD;
}

/* Follows all pointers from `root`, and says of each block where it is written. */
static void reach(block *root) {
  block **open = __real_calloc(first.count, sizeof *open);
  size_t count = 0;

  if (!open) fail("out of memory", 0);
  root->place = PLAIN;
  open[count++] = root;
  while (count) {
    block *b = open[--count];
    for (size_t i = 0; i < words_of(b); i++) {
      block *to = target(b->start + i * WORD);
      if (!to && !is_genre(word_at(&first, b->start + i * WORD))) continue;
      b->place = LINKED;
      if (!to || to->place) continue;
      to->place = PLAIN;
      open[count++] = to;
    }
  }
  __real_free(open);
}

/* Gives the blocks of `place` their words, and says how many there are. */
static size_t lay_out(enum place place) {
  size_t words = 0, step = ALIGNMENT / WORD;

  for (size_t i = 0; i < first.count; i++) {
    block *b = &first.blocks[i];
    if (b->place != place) continue;
    b->at = words;
    words += (words_of(b) + step) / step * step; /* a pointer behind the end stays inside */
  }
  return words;
}

/* ---- the arrays ---- */

static void write_pointer(size_t offset) {
  uintptr_t word = word_at(&first, offset);
  block *to = target(offset);

  if (to)
    printf("P(%s,%zu),", to->place == PLAIN ? "plain" : "linked",
           to->at * WORD + (size_t)(word - (uintptr_t)first.bytes) - to->start);
  else if (is_genre(word))
    printf("P(dz_builtin_genre,%zu),", (size_t)(word - (uintptr_t)dz_builtin_genre));
  else
    printf("{0x%" PRIxPTR "},", number_at(offset));
}

static void write_array(enum place place, size_t words) {
  size_t written = 0;

  for (size_t i = 0; i < first.count; i++) {
    const block *b = &first.blocks[i];
    if (b->place != place) continue;
    for (; written < b->at; written++) printf(place == PLAIN ? "0," : "{0},");
    for (size_t w = 0; w < words_of(b); w++, written++) {
      if (place == LINKED)
        write_pointer(b->start + w * WORD);
      else
        printf("0x%" PRIxPTR ",", number_at(b->start + w * WORD));
      if (written % 8 == 7) putchar('\n');
    }
  }
  for (; written < words; written++) printf(place == PLAIN ? "0," : "{0},");
}

static void write_image(block *root) {
  size_t plain = lay_out(PLAIN), linked = lay_out(LINKED);

  printf("/* generated by tools/knowledge_image.c from data/; do not edit */\n"
         "#include <stdalign.h>\n#include <stddef.h>\n#include <stdint.h>\n\n"
         "#include \"knowledge/builtin.h\"\n\n"
         "typedef union word {\n  uintptr_t number;\n  const void *pointer;\n} word;\n\n"
         "#define P(array, offset) {.pointer = (const char *)array + offset}\n\n"
         "static const alignas(max_align_t) uintptr_t plain[%zu];\n"
         "static const alignas(max_align_t) word linked[%zu];\n\n",
         plain + 1, linked + 1);
  printf("static const alignas(max_align_t) uintptr_t plain[%zu] = {\n", plain + 1);
  write_array(PLAIN, plain);
  printf("0};\n\nstatic const alignas(max_align_t) word linked[%zu] = {\n", linked + 1);
  write_array(LINKED, linked);
  printf("{0}};\n\nconst dz_knowledge *const dz_builtin_knowledge =\n"
         "    (const dz_knowledge *)(const void *)&linked[%zu];\n",
         root->at);
}

/* Loads all tables with the memory of `r`. */
static dz_knowledge *load(region *r) {
  dz_knowledge *knowledge;
  dz_error error = {0};

  r->bytes = __real_calloc(1, REGION);
  r->blocks = __real_calloc(BLOCKS_MOST, sizeof *r->blocks);
  if (!r->bytes || !r->blocks) fail("out of memory", 0);
  current = r;
  if (dz_knowledge_load(&knowledge, NULL, &error)) {
    fprintf(stderr, "%s\n", error.message);
    exit(1);
  }
  return knowledge;
}

int main(void) {
  const dz_knowledge *knowledge = load(&first);
  block *root = block_of(&first, knowledge);

  load(&second);
  if (first.used != second.used || first.count != second.count)
    fail("a table is not the same when loaded twice", 0);
  reach(root);
  write_image(root);
  __real_free(first.bytes);
  __real_free(first.blocks);
  __real_free(second.bytes);
  __real_free(second.blocks);
  return fflush(stdout) != 0;
}
