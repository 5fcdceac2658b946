/* ledger_points.c - the key points of a ledger: what the reader of a series of reports
 * wants to know first, the main targets of each year and what became of them */
#include <string.h>

#include "ledger_points.h"
#include "normalize/points.h"

/* Years of which a sentence each tells of the targets, the latest first. */
enum { YEARS_MOST = 4 };

/* In the order in which a reader asks for them. */
typedef enum verdict { MISSED, PARTLY, TO_CHECK, UNREPORTED, UNDER_WAY, MET, VERDICTS } verdict;

static verdict verdict_of(const dz_outcome *outcome) {
  if (outcome->to_check) return TO_CHECK;
  switch (outcome->status) {
  case DZ_OUTCOME_MET:
  case DZ_OUTCOME_EXCEEDED: return MET;
  case DZ_OUTCOME_MISSED: return MISSED;
  case DZ_OUTCOME_PARTIAL: return PARTLY;
  case DZ_OUTCOME_IN_PROGRESS: return UNDER_WAY;
  default: return UNREPORTED;
  }
}

static bool has_figure(const dz_ledger *ledger, const dz_entry *entry) {
  return ledger->reports[entry->report]->commitments[entry->commitment].quantity >= 0;
}

static bool chosen(const dz_ledger *ledger, const dz_entry *entry, size_t report, bool main) {
  return entry->report == report && has_figure(ledger, entry) && (entry->main || !main);
}

/* Of one report: its targets with a figure, by what the later report says of them. */
static bool outcome_point(dz_points *points, const dz_ledger *ledger, size_t report, bool main) {
  size_t count[VERDICTS] = {0};
  dz_point *point = dz_points_add(points, DZ_POINT_OUTCOMES, DZ_POINT_OF_COMMITMENTS);

  if (!point) return true;
  for (int want = 0; want < VERDICTS; want++)
    for (size_t i = 0; i < ledger->entry_count; i++) {
      const dz_entry *entry = &ledger->entries[i];
      if (!chosen(ledger, entry, report, main) || (int)verdict_of(&entry->outcome) != want)
        continue;
      count[want]++;
      dz_points_item(points, i);
    }
  point->report = (int32_t)report;
  point->other = (int32_t)report + 1;
  {
    const size_t counts[DZ_POINT_COUNTS] = {
        point->item_count, count[MET],        count[MISSED],   count[PARTLY],
        count[UNDER_WAY],  count[UNREPORTED], count[TO_CHECK], main};
    memcpy(point->counts, counts, sizeof counts);
  }
  main = point->item_count > 0;
  dz_points_keep_if_any(points);
  return main;
}

/* All commitments of one report; the items are those of which the later report speaks. */
static void kept_point(dz_points *points, const dz_ledger *ledger, size_t report) {
  const dz_ledger_count *c = &ledger->counts[report];
  const size_t counts[] = {c->promised, c->met, c->missed, c->in_progress, c->silent, c->to_check};
  dz_point *point = dz_points_add(points, DZ_POINT_KEPT, DZ_POINT_OF_COMMITMENTS);

  if (!point) return;
  point->report = (int32_t)report;
  point->other = (int32_t)report + 1;
  memcpy(point->counts, counts, sizeof counts);
  for (int want = 0; want < VERDICTS; want++)
    for (size_t i = 0; i < ledger->entry_count && want != UNREPORTED; i++)
      if (ledger->entries[i].report == report &&
          (int)verdict_of(&ledger->entries[i].outcome) == want)
        dz_points_item(points, i);
  if (!c->promised) points->points.count--;
}

/* The main targets that the next report sets again. */
static void renewed_point(dz_points *points, const dz_ledger *ledger, size_t report) {
  static const bool changed_first[] = {true, false};
  dz_point *point = dz_points_add(points, DZ_POINT_RENEWED, DZ_POINT_OF_COMMITMENTS);

  if (!point) return;
  point->report = (int32_t)report;
  point->other = (int32_t)report + 1;
  for (size_t pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < ledger->entry_count; i++) {
      const dz_entry *entry = &ledger->entries[i];
      bool up = entry->renewal.change == DZ_RENEWAL_RAISED;
      bool down = entry->renewal.change == DZ_RENEWAL_LOWERED;
      if (!chosen(ledger, entry, report, true) || entry->renewal.report < 0) continue;
      if ((up || down) != changed_first[pass]) continue;
      point->counts[0]++;
      point->counts[1] += up;
      point->counts[2] += down;
      dz_points_item(points, i);
    }
  dz_points_keep_if_any(points);
}

static void stalled_point(dz_points *points, const dz_ledger *ledger) {
  dz_point *point = dz_points_add(points, DZ_POINT_STALLED, DZ_POINT_OF_THREADS);

  if (!point) return;
  for (size_t i = 0; i < ledger->thread_count; i++)
    if (ledger->threads[i].stalled) dz_points_item(points, i);
  point->counts[0] = point->item_count;
  dz_points_keep_if_any(points);
}

dz_status dz_ledger_points(dz_ledger *ledger, dz_arena *arena, dz_error *error) {
  dz_points points = dz_points_begin();
  size_t last = ledger->report_count - 1;

  for (size_t i = 0; i < ledger->report_count && i < 2; i++)
    dz_points_reading(&points, ledger->reports[i], i);
  if (last) {
    for (size_t back = 1; back <= last && back <= YEARS_MOST; back++)
      if (!outcome_point(&points, ledger, last - back, true))
        outcome_point(&points, ledger, last - back, false);
    renewed_point(&points, ledger, last - 1);
    kept_point(&points, ledger, last - 1);
    stalled_point(&points, ledger);
  }
  return dz_points_freeze(&points, &ledger->points, &ledger->point_count, arena, error);
}
