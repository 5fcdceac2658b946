/* renewal_change.h - what a promise became that is made again */
#ifndef DZ_DIFF_TRACK_RENEWAL_CHANGE_H
#define DZ_DIFF_TRACK_RENEWAL_CHANGE_H

#include "outcome.h"

/* Two promises of one matter. */
typedef struct dz_promised_again {
  const dz_topics *topics;
  const dz_query *query; /* of the earlier one */
  size_t earlier, later; /* reports */
  const dz_commitment *a, *b;
  const dz_hit *hit; /* the statement of the later one */
} dz_promised_again;

/* How much of what the later promise says was asked for. */
double dz_promised_asked(const dz_promised_again *pair);

/* Whether the later promise is of the query's indicator itself, wherever it names it: not of
 * 收入|结构, 农村公路|安全防护工程. */
bool dz_renews_indicator(const dz_promised_again *pair);

/* Fills change and ceiling of *out. */
void dz_renewal_compare(dz_renewal *out, const dz_promised_again *pair);

#endif
