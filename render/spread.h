/* spread.h - what many reports have in common: the most widespread passages,
 * and groups of reports of which each shares much with another */
#ifndef DZ_RENDER_SPREAD_H
#define DZ_RENDER_SPREAD_H

#include <duizhao/comparison.h>

enum { DZ_SPREAD_PASSAGES = 5, DZ_SPREAD_LEAST = 3 };

/* Share of the text of a report found in another from which the two count as
 * one group. Reports of different offices share 1-15 % (set phrases aside even
 * less); the years of one office 20-45 %. */
#define DZ_SPREAD_GROUP 0.20

/* Indices into reuse of the passages that stand in the most reports, at least
 * DZ_SPREAD_LEAST, most widespread first. Returns their number. */
size_t dz_spread_passages(const dz_comparison *comparison, size_t out[DZ_SPREAD_PASSAGES]);

/* Distinct reports of a passage. */
size_t dz_spread_reports(const dz_reuse *item);

/* The group of each report (report_count items): the smallest index of its
 * reports. Cost: n^2. */
void dz_spread_groups(const dz_comparison *comparison, size_t *group);

#endif
