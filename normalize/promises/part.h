/* part.h - which part of a report a paragraph belongs to: what was done, what
 * is lacking, what is planned. Commitments stand in plans, outcomes in
 * reviews. */
#ifndef DZ_NORMALIZE_PROMISES_PART_H
#define DZ_NORMALIZE_PROMISES_PART_H

#include <duizhao/report.h>

#include "knowledge/parts.h"

/* The part of each paragraph, an array of dz_part as bytes, paragraph_count of
 * them; the caller's, free(). *work_report tells whether the report has the
 * form of a government work report. Linear. */
DZ_MUST_CHECK dz_status dz_parts_find(uint8_t **out, bool *work_report, const dz_report *report,
                                      const dz_knowledge *knowledge, dz_error *error);

#endif
