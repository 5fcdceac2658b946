/* part.h - which part of a report a paragraph belongs to: what was done, what
 * is lacking, what is planned. Commitments stand in plans, outcomes in
 * reviews. */
#ifndef DZ_NORMALIZE_PART_H
#define DZ_NORMALIZE_PART_H

#include <duizhao/report.h>

#include "tracking.h"

/* The part of each paragraph, an array of dz_part as bytes, paragraph_count of
 * them; the caller's, free(). *work_report tells whether the report has the
 * form of a government work report. Linear. */
DZ_MUST_CHECK dz_status dz_parts_find(uint8_t **out, bool *work_report, const dz_report *report,
                                      const dz_tracking *tracking, dz_error *error);

/* Whether a stray line break stands inside a sentence: the paragraph before
 * ends with a word or a comma. A heading ends so too. */
bool dz_paragraph_goes_on(const dz_report *report, size_t paragraph);

#endif
