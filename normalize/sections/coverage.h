/* coverage.h - does a report have the parts that are expected of it? */
#ifndef DZ_NORMALIZE_SECTIONS_COVERAGE_H
#define DZ_NORMALIZE_SECTIONS_COVERAGE_H

#include "canonical.h"

typedef enum dz_coverage {
  DZ_COVERED,          /* a section, or a passage of its own, plays the part */
  DZ_COVERED_MERGED,   /* only sentences inside other parts do */
  DZ_COVERED_EMPTY,    /* what plays the part says nothing */
  DZ_COVERED_DOUBTFUL, /* nothing was recognised, but some sentence or heading may */
  DZ_NOT_COVERED
} dz_coverage;

/* How the report covers a canonical section of level 1 or 2. In a government
 * work report 工作回顾 covers duties, 工作任务 plans, and 政府自身建设 conduct,
 * integrity, law and supervision. O(sections). */
dz_coverage dz_report_coverage(const dz_report *report, const dz_canonical *canonical);

/* The wording that looks most like the part, or NULL where the part is none the models know. */
const dz_likely *dz_report_likely(const dz_report *report, const dz_canonical *canonical);

/* true if section `index` plays the part of `canonical` (its level 1 counts)
 * and none of the sections around it does. */
bool dz_section_plays(const dz_report *report, size_t index, const dz_canonical *canonical);

/* What is asked of the report: DZ_NOT_EXPECTED for title and noise, and for all
 * where the type is not known. */
dz_requirement dz_report_requires(const dz_report *report, const dz_canonical *canonical);

#endif
