/* years.h - the years of reports: which one a report tells of and which one it
 * plans, what is due when, in which order they stand. */
#ifndef DZ_DIFF_YEARS_H
#define DZ_DIFF_YEARS_H

#include <duizhao/report.h>

/* The year that a report gives account of, and the one it makes plans for: a
 * work report is given in the year it plans, an official's own after the year
 * it tells of. 0: the year is not known. */
int32_t dz_year_reviewed(const dz_report *report);
int32_t dz_year_planned(const dz_report *report);

/* Does the deadline lie behind a year? false where either is not known. */
bool dz_due_after(const dz_commitment *commitment, int32_t year);

/* Negative, 0 or positive as the text of a comes before that of b, is the same, or comes after
 * it. */
int dz_order_of_texts(const dz_report *a, const dz_report *b);

/* Fills order[count] with the indices of the reports by year, those of one year
 * by text, so that the order they are given in has no say; those without a year
 * come first and keep it, for nothing else tells. O(count^2), reports are few. */
void dz_order_by_year(size_t *order, const dz_report *const *reports, size_t count);

#endif
