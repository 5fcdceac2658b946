/* commitment.h - what the two finders of commitments share. */
#ifndef DZ_NORMALIZE_COMMITMENT_H
#define DZ_NORMALIZE_COMMITMENT_H

#include "clause.h"
#include "draft.h"
#include "part.h"

/* The words found in a folded range that bear on a commitment. */
typedef struct dz_cue_reading {
  dz_span cue;        /* folded: the strongest cue; empty if there is none */
  dz_cue_class class; /* of it */
  int8_t strength;    /* of it */
  int8_t polarity;    /* -1 if any cue forbids or restrains */
  int8_t stage;       /* highest step of the stage ladder named, 0 none */
  bool acts;          /* some cue tells to do something: not only a vacuous one */
  bool vacuous;       /* holds a ritual phrase */
} dz_cue_reading;

dz_cue_reading dz_cues_read(const dz_tracking *tracking, const dz_text *text, dz_span fold);

/* The indicator named in the range, the last one before `position` if there
 * are several; -1: none. *found is where it stands. */
int32_t dz_indicator_find(const dz_tracking *tracking, const dz_text *text, dz_span fold, size_t position,
                          dz_span *found);

typedef struct dz_commitment_finder {
  dz_draft *draft;
  const dz_tracking *tracking;
  const dz_array *clauses;  /* of dz_clause */
  const uint8_t *parts;     /* dz_part per paragraph */
  dz_array list;            /* of dz_commitment */
} dz_commitment_finder;

/* commitment_work.c: plans of government work reports */
DZ_MUST_CHECK dz_status dz_commitments_of_work(dz_commitment_finder *finder, dz_error *error);
/* commitment_duty.c: reports of officials, which promise little */
DZ_MUST_CHECK dz_status dz_commitments_of_duty(dz_commitment_finder *finder, dz_error *error);

/* Fills target, deadline, section and names of a commitment whose span, cue,
 * quantity and object are set; `fold` is its clause. */
DZ_MUST_CHECK dz_status dz_commitment_complete(dz_commitment_finder *finder, dz_commitment *commitment, dz_span fold,
                                               dz_error *error);

#endif
