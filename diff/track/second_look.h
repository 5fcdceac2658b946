/* second_look.h - before silence is called silence: is the thing spoken of in other words? */
#ifndef DZ_DIFF_TRACK_SECOND_LOOK_H
#define DZ_DIFF_TRACK_SECOND_LOOK_H

#include "outcome.h"

/* Where nothing of the later report answers (out->status is unreported and nothing is to be
 * checked): looks for a statement of its review that holds most of the name of what was promised,
 * in whatever order, and lets a person look at it. Never gives a verdict. Bounded by DZ_HITS_MAX
 * statements. */
DZ_MUST_CHECK dz_status dz_second_look(dz_outcome *out, const dz_topics *topics,
                                       const dz_query *query, size_t earlier,
                                       const dz_commitment *commitment, size_t later,
                                       dz_arena *arena, dz_error *error);

#endif
