/* review.h - the checks on one report. Each adds its findings to the list. */
#ifndef DZ_REVIEW_REVIEW_H
#define DZ_REVIEW_REVIEW_H

#include "finding.h"
#include "knowledge/knowledge.h"

/* formula.c: formulas and institutions too young or too old for the stated year. */
DZ_MUST_CHECK dz_status dz_review_formulas(const dz_report *report, const dz_knowledge *knowledge,
                                           dz_finding_list *list, dz_error *error);
/* period.c: dates that contradict the stated year, stretches that do not fit it. */
DZ_MUST_CHECK dz_status dz_review_periods(const dz_report *report, const dz_knowledge *knowledge,
                                          dz_finding_list *list, dz_error *error);
/* place.c: places that are not the report's own. */
DZ_MUST_CHECK dz_status dz_review_places(const dz_report *report, const dz_knowledge *knowledge,
                                         dz_finding_list *list, dz_error *error);
/* The same for a part of the folded text. Cost: linear in that part. */
DZ_MUST_CHECK dz_status dz_review_places_in(const dz_report *report, const dz_knowledge *knowledge,
                                            dz_span fold, dz_finding_list *list, dz_error *error);
/* place_name.c: the same for places that no table has, of the level of the report's own. */
DZ_MUST_CHECK dz_status dz_review_names(const dz_report *report, const dz_knowledge *knowledge,
                                        dz_finding_list *list, dz_error *error);
/* term.c: plenums of provincial committees that are not of the stated years. */
DZ_MUST_CHECK dz_status dz_review_terms(const dz_report *report, const dz_knowledge *knowledge,
                                        dz_finding_list *list, dz_error *error);
/* level.c: institutions of another administrative level. */
DZ_MUST_CHECK dz_status dz_review_levels(const dz_report *report, const dz_knowledge *knowledge,
                                         dz_finding_list *list, dz_error *error);
/* arithmetic.c: sums done again in exact decimals. */
DZ_MUST_CHECK dz_status dz_review_arithmetic(const dz_report *report, const dz_knowledge *knowledge,
                                             dz_finding_list *list, dz_error *error);
/* figure.c: lost, masked and malformed figures, units that shift. */
DZ_MUST_CHECK dz_status dz_review_figures(const dz_report *report, const dz_knowledge *knowledge,
                                          dz_finding_list *list, dz_error *error);
/* section.c: parts that are absent or empty. */
DZ_MUST_CHECK dz_status dz_review_sections(const dz_report *report, const dz_knowledge *knowledge,
                                           dz_finding_list *list, dz_error *error);
/* section.c: parts that the title promises and the text does not have. */
DZ_MUST_CHECK dz_status dz_review_title(const dz_report *report, const dz_knowledge *knowledge,
                                        dz_finding_list *list, dz_error *error);
/* numbering.c: gaps and restarts in the numbers of headings. */
DZ_MUST_CHECK dz_status dz_review_numbering(const dz_report *report, const dz_knowledge *knowledge,
                                            dz_finding_list *list, dz_error *error);
/* portfolio.c: fields of work named and not reported, or the other way round. */
DZ_MUST_CHECK dz_status dz_review_portfolio(const dz_report *report, const dz_knowledge *knowledge,
                                            dz_finding_list *list, dz_error *error);
/* spoilt.c: text that was decoded with a wrong encoding. */
DZ_MUST_CHECK dz_status dz_review_spoilt(const dz_report *report, const dz_knowledge *knowledge,
                                         dz_finding_list *list, dz_error *error);

#endif
