/* model.h - what a report's sentences and headings look like to the models, and what they are
 * decided to be */
#ifndef DZ_NORMALIZE_SECTIONS_MODEL_H
#define DZ_NORMALIZE_SECTIONS_MODEL_H

#include "features.h"

typedef struct dz_part_odds {
  float part[DZ_PART_MAX]; /* natural logarithm of the probability of each part */
} dz_part_odds;

/* What the models say of a report. Free it also after failure. */
typedef struct dz_reading {
  dz_array units;        /* dz_unit */
  dz_part_odds *unit;    /* per unit */
  dz_part_odds *heading; /* per section */
  uint8_t *opener;       /* per unit: 1 + index of the part that its wording opens, 0 none */
  uint8_t *state;        /* per unit: index of its part */
  uint8_t *label;        /* per section: index of its part */
  dz_part_odds *section; /* per section: all that speaks for each part, summed */
} dz_reading;

/* model.c: scores every unit and heading, then decides. `report->sections` must be the headed
 * ones. */
DZ_MUST_CHECK dz_status dz_reading_make(dz_reading *out, const dz_draft *draft, dz_error *error);
void dz_reading_free(dz_reading *reading);

/* chain.c: fills state, label and section. */
DZ_MUST_CHECK dz_status dz_reading_decode(dz_reading *reading, const dz_draft *draft,
                                          dz_error *error);

#endif
