/* points.h - gathers the key points of a result; used by every room that makes one */
#ifndef DZ_NORMALIZE_POINTS_H
#define DZ_NORMALIZE_POINTS_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/array.h"

/* Running out of memory is sticky and seen once, by dz_points_freeze. */
typedef struct dz_points {
  dz_array points; /* dz_point, their items not yet set */
  dz_array items;  /* uint32_t of all points, one after the other */
  bool failed;
} dz_points;

dz_points dz_points_begin(void);

/* A new point, to be filled before the next one is asked for; NULL when there are
 * enough or memory ran out. */
dz_point *dz_points_add(dz_points *points, dz_point_rule rule, dz_point_list list);
/* One more item of the point added last. */
void dz_points_item(dz_points *points, size_t index);
/* Takes the point added last away again where it has no items. */
void dz_points_keep_if_any(dz_points *points);

/* Says of reports[index] that no heading was found, if that is so. */
void dz_points_reading(dz_points *points, const dz_report *report, size_t index);

/* The points in *out, frozen in the arena; frees the scratch in any case. */
DZ_MUST_CHECK dz_status dz_points_freeze(dz_points *points, const dz_point **out, size_t *count,
                                         dz_arena *arena, dz_error *error);

/* The key points of one report: what was read, and what was not. */
DZ_MUST_CHECK dz_status dz_report_points(dz_report *report, dz_arena *arena, dz_error *error);

#endif
