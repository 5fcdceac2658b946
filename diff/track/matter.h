/* matter.h - whether two promises are of the same matter, or only share a phrase */
#ifndef DZ_DIFF_TRACK_MATTER_H
#define DZ_DIFF_TRACK_MATTER_H

#include "describe.h"

/* How much of what either promise is about the other one is about too, 0 to 1: the product of both
 * shares. Of a list that the later one gives, the member that fits best counts for most of it.
 * Bounded by the length of a clause, squared. */
double dz_matter_alike(const dz_topics *topics, size_t earlier, const dz_commitment *a,
                       size_t later, const dz_commitment *b, int32_t indicator);

/* How much of the name of what was promised stands in a folded range of a later report: of a list,
 * of the thing that stands there best. 0 where so little is named that it tells nothing. */
double dz_matter_named(const dz_topics *topics, size_t earlier, const dz_commitment *promise,
                       size_t later, dz_span said, int32_t indicator);

/* Whether a promise names hardly anything by itself (达到93%以上), so that what it is about stands
 * before it. */
bool dz_matter_is_bare(const dz_topics *topics, size_t report, const dz_commitment *promise);

#endif
