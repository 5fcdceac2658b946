/* timeline.h - in which reports of a series a wording stands. */
#ifndef DZ_DIFF_TIMELINE_H
#define DZ_DIFF_TIMELINE_H

#include "job.h"

/* Fills the timelines of the comparison: the phrases asked for, then, of three
 * reports or more, wordings that came or went in its steps. Cost: linear in the
 * text but for phrases that start alike. */
DZ_MUST_CHECK dz_status dz_timelines_build(const dz_job *job, dz_error *error);

#endif
