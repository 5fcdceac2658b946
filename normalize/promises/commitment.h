/* commitment.h - what the two finders of commitments share. */
#ifndef DZ_NORMALIZE_PROMISES_COMMITMENT_H
#define DZ_NORMALIZE_PROMISES_COMMITMENT_H

#include "clause.h"
#include "cue.h"
#include "knowledge/discourse.h"
#include "normalize/draft.h"

typedef struct dz_commitment_finder {
  dz_draft *draft;
  const dz_knowledge *knowledge;
  const dz_array *clauses; /* of dz_clause */
  dz_array list;           /* of dz_commitment */
  bool several_years;      /* the clause is of a plan of several years */
} dz_commitment_finder;

/* commitment_work.c: plans of government work reports */
DZ_MUST_CHECK dz_status dz_commitments_of_work(dz_commitment_finder *finder, dz_error *error);
/* The commitments of one clause of a plan, one per figure. `target`: the clause
 * sets targets of the year; `horizon`: year by which, 0 none. */
DZ_MUST_CHECK dz_status dz_commitments_of_clause(dz_commitment_finder *finder,
                                                 const dz_clause *clause, bool target,
                                                 uint32_t horizon, dz_error *error);
/* commitment_duty.c: reports of officials, which promise little */
DZ_MUST_CHECK dz_status dz_commitments_of_duty(dz_commitment_finder *finder, dz_error *error);

/* Whether a word of this role stands in a folded range; see dz_role_in. */
bool dz_commitment_has(const dz_commitment_finder *finder, dz_span fold, dz_word_role role);

/* Fills target, deadline, section and names of a commitment whose span, cue,
 * quantity and object are set; `fold` is its clause, `segment` may be NULL. */
DZ_MUST_CHECK dz_status dz_commitment_complete(dz_commitment_finder *finder,
                                               dz_commitment *commitment, dz_span fold,
                                               const dz_segment *segment, dz_error *error);

#endif
