/* places.h - administrative divisions (data/divisions.tsv) and words that are
 * at home in one region (data/local_words.tsv). A set of provinces is a bit
 * set over the one-character abbreviations. */
#ifndef DZ_KNOWLEDGE_PLACES_H
#define DZ_KNOWLEDGE_PLACES_H

#include <stdint.h>

#include <duizhao/report.h>

#include "base/arena.h"
#include "text/phrase.h"

enum {
  DZ_PLACE_PROVINCE = 1,
  DZ_PLACE_PREFECTURE = 2,
  DZ_PLACE_COUNTY = 4
}; /* bit set of levels */

typedef struct dz_division {
  const char *name;
  unsigned levels;    /* of enum above: a name may stand at several */
  uint64_t provinces; /* it lies in */
} dz_division;

typedef struct dz_local_word {
  const char *word;
  uint64_t provinces;
  bool slogan; /* in official use for some years: others may have taken it up */
} dz_local_word;

/* A provincial Party committee: `term` was elected in `since`, others every five years. */
typedef struct dz_committee_term {
  uint64_t province;
  uint32_t term;
  uint32_t since; /* yyyymm */
} dz_committee_term;

typedef struct dz_places {
  dz_division *divisions;
  dz_local_word *words;
  dz_committee_term *terms; /* data/terms.tsv */
  size_t term_count;
  dz_trie division_trie, word_trie;
  dz_trie level_trie; /* data/level_words.tsv: 级 委 政府 behind 区 or 县 */
  dz_starters division_starters, word_starters;
} dz_places;

DZ_MUST_CHECK dz_status dz_places_load(dz_places *out, const char *directory, dz_arena *arena,
                                       dz_error *error);
void dz_places_free(dz_places *places);

/* The bit of a province by its abbreviation (陕), 0 if it is none. */
uint64_t dz_province_bit(uint32_t abbreviation);

/* The division whose name (with or without 省 市 县 区) the folded text is, or
 * NULL. */
const dz_division *dz_places_find(const dz_places *places, const uint32_t *fold, size_t length);

/* The own place of a report, or NULL if it is not named (or blanked out) or not
 * in the table. *named tells whether it is named at all. Cost: linear. */
const dz_division *dz_places_own(const dz_places *places, const dz_report *report, bool *named);

#endif
