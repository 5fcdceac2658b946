/* ledger_series.h - what holds a ledger of many years together. */
#ifndef DZ_DIFF_TRACK_LEDGER_SERIES_H
#define DZ_DIFF_TRACK_LEDGER_SERIES_H

#include <duizhao/ledger.h>

#include "base/arena.h"
#include "topic.h"

/* The report that tells what became of the commitments of `report`: the first
 * of a later year; report_count if there is none. Without any years the next. */
size_t dz_series_next(const dz_topics *topics, size_t report);

/* Threads: a commitment and its renewals through the years; a main target with all those of its
 * indicator. */
DZ_MUST_CHECK dz_status dz_series_thread(dz_ledger *ledger, const dz_topics *topics,
                                         dz_entry *entries, dz_arena *arena, dz_error *error);

/* Counts per report. */
DZ_MUST_CHECK dz_status dz_series_count(dz_ledger *ledger, dz_arena *arena, dz_error *error);

/* What of each report could be read. */
DZ_MUST_CHECK dz_status dz_series_read(dz_ledger *ledger, dz_arena *arena, dz_error *error);

/* What is odd about the series: gaps, the same year twice, other offices, another order
 * than given (`order`: the place on the command line of each report). */
DZ_MUST_CHECK dz_status dz_series_note(dz_ledger *ledger, const size_t *order, dz_arena *arena,
                                       dz_error *error);

#endif
