/* office.h - which of the reports compared are of one office
 *
 * A series is read year by year. Where the reports compared are of several
 * offices, as when a reader gives a whole folder, each office is a series of
 * its own. What a report does not say of itself keeps nothing apart. */
#ifndef DZ_DIFF_OFFICE_H
#define DZ_DIFF_OFFICE_H

#include <duizhao/report.h>

/* What tells the offices of a set of reports apart. */
typedef struct dz_offices {
  bool by_place; /* every report names its place, and not all the same */
  bool by_role;  /* in some year one place has reports of several roles */
} dz_offices;

/* Cost: quadratic in the number of reports. */
dz_offices dz_offices_of(const dz_report *const *reports, size_t count);

/* The office of a report as it is sorted. Borrowed from the reports. */
typedef struct dz_office {
  const char *place; /* the shortest name that the reports compared have for it; NULL: not known */
  const char *role;
} dz_office;

/* The office of reports[i]. Cost: linear in the number of reports. */
dz_office dz_office_of(const dz_report *const *reports, size_t count, size_t i);

/* For sorting: negative, 0 or positive as the office of a comes before that of
 * b, is the same, or comes after it. */
int dz_offices_order(const dz_offices *offices, const dz_office *a, const dz_office *b);

/* Are the two known to be of different offices? */
bool dz_offices_differ(const dz_offices *offices, const dz_report *a, const dz_report *b);

/* The same of two reports by themselves: they are no two editions of one text. */
bool dz_pair_of_offices(const dz_report *a, const dz_report *b);

/* Are the two known to be of one office, in different years? */
bool dz_office_years(const dz_report *a, const dz_report *b);

#endif
