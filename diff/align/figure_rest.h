/* figure_rest.h - figures of one thing that stand in sentences which were not paired. */
#ifndef DZ_DIFF_ALIGN_FIGURE_REST_H
#define DZ_DIFF_ALIGN_FIGURE_REST_H

#include "pair.h"

/* Adds to the changes the figures of reports[0] and reports[1] that are alike, stand in no pair
 * yet, and of which neither report tells another value: each to the change that holds the later
 * one. n log n in the figures; more than 16 of one name are not looked at. */
DZ_MUST_CHECK dz_status dz_figures_add_rest(dz_change *changes, size_t count, const dz_job *job,
                                            const dz_report *const reports[2], dz_error *error);

#endif
