/* review.h - the checks on one report. Each adds its findings to the list. */
#ifndef DZ_NORMALIZE_REVIEW_H
#define DZ_NORMALIZE_REVIEW_H

#include "finding.h"
#include "knowledge.h"

/* review_formula.c: formulas and institutions too young or too old for the stated year. */
DZ_MUST_CHECK dz_status dz_review_formulas(const dz_report *report, const dz_knowledge *knowledge,
                                           dz_finding_list *list, dz_error *error);
/* review_period.c: dates that contradict the stated year, stretches that do not fit it. */
DZ_MUST_CHECK dz_status dz_review_periods(const dz_report *report, const dz_knowledge *knowledge,
                                          dz_finding_list *list, dz_error *error);
/* review_place.c: places that are not the report's own. */
DZ_MUST_CHECK dz_status dz_review_places(const dz_report *report, const dz_knowledge *knowledge,
                                         dz_finding_list *list, dz_error *error);
/* review_level.c: institutions of another administrative level. */
DZ_MUST_CHECK dz_status dz_review_levels(const dz_report *report, const dz_knowledge *knowledge,
                                         dz_finding_list *list, dz_error *error);
/* review_arithmetic.c: sums done again in exact decimals. */
DZ_MUST_CHECK dz_status dz_review_arithmetic(const dz_report *report, const dz_knowledge *knowledge,
                                             dz_finding_list *list, dz_error *error);
/* review_figure.c: lost, masked and malformed figures, units that shift. */
DZ_MUST_CHECK dz_status dz_review_figures(const dz_report *report, const dz_knowledge *knowledge,
                                          dz_finding_list *list, dz_error *error);

#endif
