/* matter.h - whether two promises are of the same matter, or only share a phrase */
#ifndef DZ_DIFF_TRACK_MATTER_H
#define DZ_DIFF_TRACK_MATTER_H

#include "describe.h"

/* How much of what either promise is about the other one is about too, 0 to 1: the product of both
 * shares. Of a list that the later one gives, the member that fits best counts for most of it.
 * Bounded by the length of a clause, squared. */
double dz_matter_alike(const dz_topics *topics, size_t earlier, const dz_commitment *a,
                       size_t later, const dz_commitment *b, int32_t indicator);

/* Whether a promise names hardly anything by itself (达到93%以上), so that what it is about stands
 * before it. */
bool dz_matter_is_bare(const dz_topics *topics, size_t report, const dz_commitment *promise);

#endif
