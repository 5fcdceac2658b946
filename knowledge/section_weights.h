/* section_weights.h - what wording weighs for each part of a report (data/section_weights.tsv)
 *
 * The table is written by `make train` and holds two linear models, one of sentences and one of
 * headings, and how the parts follow each other. The weight of a feature is in hundredths. */
#ifndef DZ_KNOWLEDGE_SECTION_WEIGHTS_H
#define DZ_KNOWLEDGE_SECTION_WEIGHTS_H

#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/map.h"
#include "section_hints.h"
#include "taxonomy.h"

enum { DZ_PART_MAX = 16 }; /* parts the models tell apart; a power of two keeps the loops tight */

/* What kind a feature is of; a letter of the table each. */
typedef enum dz_feature_kind {
  DZ_FEATURE_GRAM, /* one to three code points */
  DZ_FEATURE_HINT,
  DZ_FEATURE_CUE,    /* wording of data/section_cues.tsv */
  DZ_FEATURE_BEFORE, /* hint of the sentence before */
  DZ_FEATURE_AFTER,
  DZ_FEATURE_PLACE,
  DZ_FEATURE_ABOVE_GRAM, /* of the heading above */
  DZ_FEATURE_ABOVE_HINT,
  DZ_FEATURE_ABOVE_CUE,
  DZ_FEATURE_BIAS,
  DZ_FEATURE_KIND_COUNT
} dz_feature_kind;

typedef enum dz_place_feature {
  DZ_PLACE_FIRST,
  DZ_PLACE_LAST,
  DZ_PLACE_LAST3,
  DZ_PLACE_PARAGRAPH,
  DZ_PLACE_NO_HEADING,
  DZ_PLACE_START,
  DZ_PLACE_LEVEL1,                       /* to level 6 */
  DZ_PLACE_TENTH0 = DZ_PLACE_LEVEL1 + 6, /* to the last tenth of the report */
  DZ_PLACE_COUNT = DZ_PLACE_TENTH0 + 10
} dz_place_feature;

typedef struct dz_linear_model {
  dz_map rows;      /* feature -> index into weights */
  int16_t *weights; /* DZ_PART_MAX a row */
  size_t count;
} dz_linear_model;

enum { DZ_MODEL_BODY, DZ_MODEL_HEADING, DZ_MODEL_COUNT };

typedef struct dz_section_weights {
  dz_linear_model model[DZ_MODEL_COUNT];
  const dz_canonical *part[DZ_PART_MAX];
  size_t part_count;
  float first[DZ_PART_MAX], prior[DZ_PART_MAX], then[DZ_PART_MAX][DZ_PART_MAX];
} dz_section_weights;

/* Features as keys. A cue is known by its section and kind, or by its level-1 section. */
static inline uint64_t dz_feature_gram(uint32_t a, uint32_t b, uint32_t c) {
  return (uint64_t)a << 42 | (uint64_t)b << 21 | c;
}
static inline uint64_t dz_feature_named(dz_feature_kind kind, uint32_t index) {
  return UINT64_C(1) << 63 | (uint64_t)kind << 32 | index;
}
enum { DZ_CUE_FAMILY = 8, DZ_CUE_STEP = 16 }; /* order * step + kind, + family */

DZ_MUST_CHECK dz_status dz_section_weights_load(dz_section_weights *out,
                                                const dz_taxonomy *taxonomy,
                                                const dz_section_hints *hints,
                                                const char *directory, dz_arena *arena,
                                                dz_error *error);
void dz_section_weights_free(dz_section_weights *weights);

/* The words by which the table names kinds, places and cues. */
const char *dz_feature_kind_name(dz_feature_kind kind);
const char *dz_place_feature_name(uint32_t place);

#endif
