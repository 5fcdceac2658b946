/* review_points.c - the key points of a review: sums that do not add up, then each kind
 * of finding by its weight; where nothing was found, how much was looked at */
#include "review_points.h"

#include "normalize/points.h"

typedef struct kind_count {
  size_t findings, reports;
  size_t last; /* report of the finding counted last */
  dz_severity severity;
} kind_count;

static void count_kinds(kind_count *kinds, const dz_review *review) {
  for (size_t i = 0; i < review->finding_count; i++) {
    const dz_finding *f = &review->findings[i];
    kind_count *kind = &kinds[f->kind];
    if (!kind->findings || kind->last != f->report) kind->reports++;
    kind->last = f->report;
    kind->findings++;
    if (f->severity > kind->severity) kind->severity = f->severity;
  }
}

/* The findings of one kind, the gravest first. */
static void items_of(dz_points *points, const dz_review *review, dz_finding_kind kind) {
  for (int severity = DZ_ERROR; severity >= DZ_NOTE; severity--)
    for (size_t i = 0; i < review->finding_count; i++)
      if (review->findings[i].kind == kind && (int)review->findings[i].severity == severity)
        dz_points_item(points, i);
}

static void sums_point(dz_points *points, const dz_review *review, const kind_count *kind) {
  size_t sums = 0;
  dz_point *point;

  for (size_t i = 0; i < review->report_count; i++) sums += review->checked[i].sums;
  if (!sums && !kind->findings) return;
  point = dz_points_add(points, DZ_POINT_SUMS, DZ_POINT_OF_FINDINGS);
  if (!point) return;
  point->counts[0] = sums;
  point->counts[1] = kind->findings;
  items_of(points, review, DZ_FIND_ARITHMETIC);
}

static void remark_point(dz_points *points, const dz_review *review, dz_finding_kind kind,
                         const kind_count *count) {
  dz_point *point = dz_points_add(points, DZ_POINT_REMARKS, DZ_POINT_OF_FINDINGS);

  if (!point) return;
  point->counts[0] = count->findings;
  point->counts[1] = count->reports;
  if (count->reports == 1) point->report = (int32_t)count->last;
  items_of(points, review, kind);
}

dz_status dz_review_points(dz_review *review, dz_arena *arena, dz_error *error) {
  dz_points points = dz_points_begin();
  kind_count kinds[DZ_FIND_COUNT] = {{0, 0, 0, DZ_NOTE}};
  bool wrong;
  size_t figures = 0;

  count_kinds(kinds, review);
  wrong = kinds[DZ_FIND_ARITHMETIC].findings > 0;
  for (size_t i = 0; i < review->report_count && i < 2; i++) {
    dz_points_reading(&points, review->reports[i], i);
    figures += review->checked[i].figures;
  }
  for (size_t i = 2; i < review->report_count; i++) figures += review->checked[i].figures;
  if (!review->finding_count) {
    dz_point *point = dz_points_add(&points, DZ_POINT_CLEAN, DZ_POINT_OF_NOTHING);
    if (point) point->counts[0] = figures;
  }
  if (wrong) sums_point(&points, review, &kinds[DZ_FIND_ARITHMETIC]);
  for (int severity = DZ_ERROR; severity >= DZ_NOTE; severity--)
    for (size_t kind = 0; kind < DZ_FIND_COUNT; kind++)
      if (kinds[kind].findings && kind != DZ_FIND_ARITHMETIC &&
          (int)kinds[kind].severity == severity && points.points.count + 1 < DZ_POINTS_MOST)
        remark_point(&points, review, (dz_finding_kind)kind, &kinds[kind]);
  if (!wrong) sums_point(&points, review, &kinds[DZ_FIND_ARITHMETIC]);
  return dz_points_freeze(&points, &review->points, &review->point_count, arena, error);
}
