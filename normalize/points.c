/* points.c - see points.h */
#include "points.h"

#include "base/error.h"

/* A text as long as this that shows no heading at all was hardly read as its writer meant it:
 * a report of a page and a half has parts. Short notes often have none. */
enum { HEADINGS_FROM = 1000 };

dz_points dz_points_begin(void) {
  return (dz_points){.points = dz_array_of(sizeof(dz_point)),
                     .items = dz_array_of(sizeof(uint32_t))};
}

dz_point *dz_points_add(dz_points *points, dz_point_rule rule, dz_point_list list) {
  dz_point *point = points->points.count < DZ_POINTS_MOST ? dz_array_push(&points->points) : NULL;

  if (point) *point = (dz_point){.rule = rule, .list = list, .report = -1, .other = -1};
  if (!point && points->points.count < DZ_POINTS_MOST) points->failed = true;
  return point;
}

void dz_points_item(dz_points *points, size_t index) {
  dz_point *point = dz_array_at(&points->points, points->points.count - 1);
  uint32_t *item = dz_array_push(&points->items);

  if (!item) {
    points->failed = true;
    return;
  }
  *item = (uint32_t)index;
  point->item_count++;
}

void dz_points_keep_if_any(dz_points *points) {
  const dz_point *point = dz_array_at(&points->points, points->points.count - 1);

  if (!point->item_count) points->points.count--;
}

static size_t count_headings(const dz_report *report) {
  size_t count = 0;

  for (size_t i = 0; i < report->section_count; i++) count += report->sections[i].headed;
  return count;
}

void dz_points_reading(dz_points *points, const dz_report *report, size_t index) {
  dz_point *point;

  if (report->text.length < HEADINGS_FROM || count_headings(report)) return;
  point = dz_points_add(points, DZ_POINT_UNREADABLE, DZ_POINT_OF_NOTHING);
  if (!point) return;
  point->report = (int32_t)index;
  point->counts[0] = report->text.length;
}

dz_status dz_points_freeze(dz_points *points, const dz_point **out, size_t *count, dz_arena *arena,
                           dz_error *error) {
  const uint32_t *items = dz_array_freeze(&points->items, arena);
  dz_point *frozen = dz_array_freeze(&points->points, arena);
  bool failed = points->failed || !items || !frozen;

  *out = frozen;
  *count = points->points.count;
  for (size_t i = 0; i < *count && !failed; i++) {
    frozen[i].items = items;
    items += frozen[i].item_count;
  }
  dz_array_free(&points->points);
  dz_array_free(&points->items);
  return failed ? dz_fail_memory(error) : DZ_OK;
}

dz_status dz_report_points(dz_report *report, dz_arena *arena, dz_error *error) {
  dz_points points = dz_points_begin();
  dz_point *point;

  dz_points_reading(&points, report, 0);
  point = dz_points_add(&points, DZ_POINT_READ, DZ_POINT_OF_NOTHING);
  if (point) {
    point->report = 0;
    point->counts[0] = report->section_count;
    point->counts[1] = report->quantity_count;
    point->counts[2] = report->commitment_count;
    point->counts[3] = report->mask_count;
  }
  return dz_points_freeze(&points, &report->points, &report->point_count, arena, error);
}

const char *dz_point_rule_name(dz_point_rule rule) {
  static const char *const names[DZ_POINT_RULE_COUNT] = {[DZ_POINT_UNREADABLE] = "unreadable",
                                                         [DZ_POINT_READ] = "read",
                                                         [DZ_POINT_SAME] = "same_text",
                                                         [DZ_POINT_TARGETS] = "targets",
                                                         [DZ_POINT_PROMISES] = "promises",
                                                         [DZ_POINT_COPIED] = "copied",
                                                         [DZ_POINT_PAIR] = "closest_pair",
                                                         [DZ_POINT_NO_PAIR] = "no_close_pair",
                                                         [DZ_POINT_LEAK] = "foreign_place",
                                                         [DZ_POINT_MISSING] = "missing_sections",
                                                         [DZ_POINT_MOVED] = "moved_sections",
                                                         [DZ_POINT_FIGURES] = "changed_figures",
                                                         [DZ_POINT_OUTCOMES] = "target_outcomes",
                                                         [DZ_POINT_KEPT] = "promise_outcomes",
                                                         [DZ_POINT_RENEWED] = "renewed_targets",
                                                         [DZ_POINT_STALLED] = "stalled",
                                                         [DZ_POINT_SUMS] = "sums",
                                                         [DZ_POINT_REMARKS] = "remarks",
                                                         [DZ_POINT_CLEAN] = "nothing_found"};

  return names[rule];
}

const char *dz_point_list_name(dz_point_list list) {
  static const char *const names[] = {
      [DZ_POINT_OF_NOTHING] = NULL,          [DZ_POINT_OF_MISSING] = "missing",
      [DZ_POINT_OF_ALIGNMENT] = "alignment", [DZ_POINT_OF_REUSE] = "reuse",
      [DZ_POINT_OF_CHANGES] = "changes",     [DZ_POINT_OF_COMMITMENTS] = "commitments",
      [DZ_POINT_OF_THREADS] = "threads",     [DZ_POINT_OF_FINDINGS] = "findings"};

  return names[list];
}
