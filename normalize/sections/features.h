/* features.h - what the models of data/section_weights.tsv look at in a sentence or a heading
 *
 * The same code reads a report at run time and a labelled one for `make train`. */
#ifndef DZ_NORMALIZE_SECTIONS_FEATURES_H
#define DZ_NORMALIZE_SECTIONS_FEATURES_H

#include "base/array.h"
#include "knowledge/section_cues.h"
#include "knowledge/section_weights.h"
#include "normalize/draft.h"

/* A sentence of the body, or what ； divides it into: the smallest thing that plays a part. */
typedef struct dz_unit {
  dz_span fold;
  int32_t sentence;
  int32_t section; /* innermost headed section, or DZ_NO_SECTION */
  bool paragraph;  /* the first of its paragraph */
  bool start;      /* the first below its heading */
} dz_unit;

/* Features of one kind share their weight: each counts scale / sqrt(features of the group). */
typedef enum dz_feature_group {
  DZ_GROUP_GRAM,
  DZ_GROUP_HINT,   /* hints and cues; of a heading its place too */
  DZ_GROUP_AROUND, /* the sentences before and after; the heading above */
  DZ_GROUP_PLACE,
  DZ_GROUP_COUNT
} dz_feature_group;

typedef struct dz_feature {
  uint64_t key;
  uint32_t group;
  uint32_t at, length; /* where it stands in fold; length 0: nowhere in particular */
} dz_feature;

extern const float dz_group_scale[DZ_MODEL_COUNT][DZ_GROUP_COUNT];
#define DZ_BIAS_VALUE 0.5f

typedef struct dz_featurer {
  const dz_draft *draft;
  const dz_unit *units;
  size_t unit_count;
  int32_t base_year; /* the year reported on; 0 not known */
  uint64_t *hints;   /* of every unit */
  dz_section_score *scores;
  dz_array text, place; /* uint32_t: a sentence with years and figures replaced; places in fold */
  dz_array features;    /* dz_feature: those of the unit or heading asked for last */
} dz_featurer;

/* units.c: the units of the body in text order (dz_unit). */
DZ_MUST_CHECK dz_status dz_units_cut(dz_array *units, const dz_draft *draft, dz_error *error);

/* The units must outlive the featurer. Free it also after failure. */
DZ_MUST_CHECK dz_status dz_featurer_init(dz_featurer *out, const dz_draft *draft,
                                         const dz_unit *units, size_t count, dz_error *error);
void dz_featurer_free(dz_featurer *featurer);

/* Fill `features`. O(length of the unit or heading and of the one above). */
DZ_MUST_CHECK dz_status dz_features_of_unit(dz_featurer *featurer, size_t unit, dz_error *error);
DZ_MUST_CHECK dz_status dz_features_of_heading(dz_featurer *featurer, size_t section,
                                               dz_error *error);

/* The features of wording that is a heading wherever it stands: what the table of cues lists. */
DZ_MUST_CHECK dz_status dz_features_of_wording(dz_featurer *featurer, const uint32_t *fold,
                                               size_t length, dz_error *error);

#endif
