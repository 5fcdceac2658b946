/* section_hints.h - wording that hints at what a sentence does (data/section_hints.tsv) */
#ifndef DZ_KNOWLEDGE_SECTION_HINTS_H
#define DZ_KNOWLEDGE_SECTION_HINTS_H

#include <stdbool.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/trie.h"

enum { DZ_HINT_MAX = 64 }; /* a set of hints is one word of bits */

typedef enum dz_hint_kind {
  DZ_HINT_YEAR_BEFORE, /* the four years stand in the order of time */
  DZ_HINT_YEAR_REPORTED,
  DZ_HINT_YEAR_NEXT,
  DZ_HINT_YEAR_LATER,
  DZ_HINT_NOW,
  DZ_HINT_NUMBER,
  DZ_HINT_WORD,
  DZ_HINT_KIND_COUNT
} dz_hint_kind;

typedef struct dz_hint_word {
  uint8_t hint;
  dz_hint_kind kind;
  bool at_start, at_end;
  const uint32_t *tail; /* folded B of "A…B", or NULL */
  uint32_t tail_length;
  int32_t next; /* further word that starts like this one, -1 none */
} dz_hint_word;

typedef struct dz_section_hints {
  const char *name[DZ_HINT_MAX];
  size_t count;
  int8_t of_kind[DZ_HINT_KIND_COUNT]; /* the hint of a kind of which there is one, -1 none */
  dz_trie words, years;               /* index into `word` */
  dz_array word;                      /* dz_hint_word */
} dz_section_hints;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_section_hints_load(dz_section_hints *out, const char *directory,
                                              dz_arena *arena, dz_error *error);
void dz_section_hints_free(dz_section_hints *hints);

/* The hints that stand in `text`, a sentence with its years and figures replaced: one bit each. */
uint64_t dz_section_hints_in(const dz_section_hints *hints, const uint32_t *text, size_t length);

#endif
