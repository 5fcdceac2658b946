/* ledger_points.h - the key points of a ledger */
#ifndef DZ_DIFF_TRACK_LEDGER_POINTS_H
#define DZ_DIFF_TRACK_LEDGER_POINTS_H

#include <duizhao/ledger.h>

#include "base/arena.h"

/* Fills points and point_count of a ledger that has everything else. */
DZ_MUST_CHECK dz_status dz_ledger_points(dz_ledger *ledger, dz_arena *arena, dz_error *error);

#endif
