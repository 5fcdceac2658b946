/* commitment.h - what the finding of commitments shares
 *
 * One method for every kind of report: each clause is asked what speaks for a
 * promise (clause_evidence.h); a sentence that plans asks for less of it than one that
 * reports. */
#ifndef DZ_NORMALIZE_PROMISES_COMMITMENT_H
#define DZ_NORMALIZE_PROMISES_COMMITMENT_H

#include "clause.h"
#include "clause_evidence.h"
#include "cue.h"
#include "knowledge/discourse.h"
#include "normalize/draft.h"

typedef struct dz_commitment_finder {
  dz_draft *draft;
  const dz_knowledge *knowledge;
  const dz_array *clauses; /* of dz_clause */
  dz_array list;           /* of dz_commitment */
  uint32_t plan_year;      /* that the plan is for; 0 unknown */
  /* where the walk stands */
  uint32_t horizon; /* year by which a testable commitment is due where it names none; 0 none */
  bool targets;     /* the paragraph sets the targets of the year */
  bool planned;     /* the sentence plans */
  dz_span topic;    /* folded: the clause before, which only names the thing; empty: none */
  dz_span before;   /* folded: the clause before in the sentence; empty: none */
} dz_commitment_finder;

/* commitment_walk.c: goes through the report clause by clause */
DZ_MUST_CHECK dz_status dz_commitments_walk(dz_commitment_finder *finder, dz_error *error);

/* commitment_clause.c: the commitments of one clause, one per figure; none where
 * it only leads in, explains or compares. */
DZ_MUST_CHECK dz_status dz_commitments_of_clause(dz_commitment_finder *finder,
                                                 const dz_clause *clause,
                                                 const dz_evidence *evidence, dz_error *error);
/* 今年是…之年, 重点抓好以下工作: what is so or what follows, not what shall be done. */
bool dz_commitment_explains(const dz_commitment_finder *finder, dz_span fold);

/* object.c: the words of the range without the cues and times in front, the
 * figure and the words of level: what the commitment is about. May be empty. */
dz_span dz_commitment_object(const dz_commitment_finder *finder, dz_span range, int32_t quantity);
/* Length of a word of one of two roles at the start of the range, or 0. */
size_t dz_commitment_word_at(const dz_commitment_finder *finder, dz_span range, dz_word_role a,
                             dz_word_role b);

/* Whether a word of this role stands in a folded range; see dz_role_in. */
bool dz_commitment_has(const dz_commitment_finder *finder, dz_span fold, dz_word_role role);

/* Fills target, deadline, section and names of a commitment whose span, cue,
 * quantity and object are set; `fold` is its clause, `segment` may be NULL. */
DZ_MUST_CHECK dz_status dz_commitment_complete(dz_commitment_finder *finder,
                                               dz_commitment *commitment, dz_span fold,
                                               const dz_segment *segment, dz_error *error);

#endif
