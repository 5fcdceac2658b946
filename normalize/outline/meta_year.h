/* meta_year.h - the year a report is about or given in */
#ifndef DZ_NORMALIZE_OUTLINE_META_YEAR_H
#define DZ_NORMALIZE_OUTLINE_META_YEAR_H

#include "outline.h"

/* The year by the title, the line that tells the occasion, the headings, the
 * opening, the date at the end, or what the text itself proves, in this order;
 * 0 if nothing does. A government work report counts by the year it is given
 * in. `opening` is in the folded text. *sure: the text says it of itself; false: it was
 * concluded from years and events that the text names. */
int32_t dz_year_find(const dz_draft *draft, const dz_front *front, dz_span opening, bool *sure);

/* The year; where it is 0, or not sure and not named by the file, the first that the name of the
 * file tells. *differs: the name tells years and `year` is none of them. */
int32_t dz_year_check_path(const dz_report *report, int32_t year, bool sure, bool *differs);

#endif
