/* candidate.h - places of a later report that may tell what became of a commitment, weighed */
#ifndef DZ_DIFF_TRACK_CANDIDATE_H
#define DZ_DIFF_TRACK_CANDIDATE_H

#include "outcome.h"

/* Thresholds, tuned on hand-made pairs (gold of seven governments): too low
 * claims results that are not there, too high turns results into silence. */
#define DZ_ACCEPT 0.50      /* share of what the commitment is about */
#define DZ_ACCEPT_TOLD 0.66 /* and nothing says that it is done */
#define DZ_CANDIDATE 0.42   /* shown as a candidate, no verdict */

enum { DZ_SHORTLIST = 3 }; /* places shown where there is no plain verdict */

typedef struct dz_candidate {
  dz_hit hit;
  int32_t figure;
  bool promised; /* the commitment sets a figure */
  bool flow;     /* of what comes about within a period */
  bool narrowed; /* the indicator of a plain target is told of a part only: 对非洲市场出口 */
  double rank;
  bool fresh;     /* the figure is said to be of what is new */
  bool exact;     /* the figure's own words name the same thing */
  dz_reason open; /* why no verdict can be plain; DZ_REASON_NONE: nothing is in the way */
} dz_candidate;

/* The places that come nearest, best first. */
typedef struct dz_shortlist {
  dz_candidate items[DZ_SHORTLIST];
  size_t count;
} dz_shortlist;

/* Fills *out with the places of the later review that speak of the commitment. */
DZ_MUST_CHECK dz_status dz_shortlist_find(dz_shortlist *out, const dz_topics *topics,
                                          const dz_query *query, size_t earlier,
                                          const dz_commitment *commitment, size_t later,
                                          dz_error *error);

/* Whether a step is told of in a folded range by which at least the main part stands. */
bool dz_tells_standing(const dz_knowledge *knowledge, const dz_text *text, dz_span fold);

#endif
