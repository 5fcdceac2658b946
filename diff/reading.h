/* reading.h - whether enough of a report was read to judge anything by it */
#ifndef DZ_DIFF_READING_H
#define DZ_DIFF_READING_H

#include <duizhao/ledger.h>

/* Looks at the sentences once. Unless it is DZ_READ_WELL, silence of the report means nothing. */
dz_ledger_reading dz_reading_of(const dz_report *report);

/* Can what a report promises be followed up, and can a report tell what became of promises? */
static inline bool dz_reading_plans(dz_ledger_reading reading) {
  return reading == DZ_READ_WELL || reading == DZ_READ_NO_REVIEW;
}

static inline bool dz_reading_tells(dz_ledger_reading reading) {
  return reading == DZ_READ_WELL || reading == DZ_READ_NO_PLAN;
}

#endif
