/* ledger_series.c - see ledger_series.h */
#include "ledger_series.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "diff/office.h"
#include "diff/reading.h"
#include "knowledge/indicators.h"
#include "magnitude.h"

size_t dz_series_next(const dz_topics *topics, size_t report) {
  int32_t year = topics->reports[report].report->year;

  for (size_t i = report + 1; i < topics->report_count; i++)
    if (!year || topics->reports[i].report->year > year) return i;
  return topics->report_count;
}

/* Index of the entry of a commitment: entries stand by report, then by place. */
static size_t entry_of(const dz_ledger *ledger, const size_t *first, size_t report,
                       size_t commitment) {
  (void)ledger;
  return first[report] + commitment;
}

static dz_status freeze_threads(dz_ledger *ledger, dz_entry *entries, const int32_t *next,
                                dz_arena *arena, dz_error *error) {
  size_t threads = 0;
  dz_thread *list;

  for (size_t i = 0; i < ledger->entry_count; i++) threads += entries[i].thread < 0;
  list = dz_arena_array(arena, threads, sizeof *list);
  if (!list) return dz_fail_memory(error);
  ledger->threads = list;
  for (size_t i = 0; i < ledger->entry_count; i++) {
    const dz_commitment *c =
        &ledger->reports[entries[i].report]->commitments[entries[i].commitment];
    dz_thread *thread = &list[ledger->thread_count];
    uint32_t *members;
    size_t count = 0;
    if (entries[i].thread >= 0) continue;
    for (int32_t e = (int32_t)i; e >= 0; e = next[e]) count++;
    members = dz_arena_array(arena, count, sizeof *members);
    if (!members) return dz_fail_memory(error);
    for (int32_t e = (int32_t)i; e >= 0; e = next[e]) {
      bool again = entries[e].outcome.status == DZ_OUTCOME_UNREPORTED && next[e] >= 0;
      const dz_commitment *m =
          &ledger->reports[entries[e].report]->commitments[entries[e].commitment];
      thread->stalled = thread->stalled || (again && m->testable && m->sort == DZ_SORT_PROJECT);
      members[thread->entry_count++] = (uint32_t)e;
      entries[e].thread = (int32_t)ledger->thread_count;
    }
    thread->entries = members;
    thread->indicator = c->indicator;
    ledger->thread_count++;
  }
  return DZ_OK;
}

/* A main target that was left out for a year, or that no renewal joins, goes on the row of its
 * indicator. `last` holds, per indicator, the last entry of its row + 1. */
static void join_main_targets(const dz_ledger *ledger, const dz_topics *topics, int32_t *next,
                              int32_t *before, uint32_t *last) {
  for (size_t i = 0; i < ledger->entry_count; i++) {
    const dz_entry *entry = &ledger->entries[i];
    const dz_report *report = ledger->reports[entry->report];
    const dz_commitment *c = &report->commitments[entry->commitment];
    int32_t indicator = entry->main && c->quantity >= 0
                            ? dz_commitment_indicator(topics, entry->report, entry->commitment)
                            : -1;
    const dz_entry *tail;
    const dz_commitment *t;
    if (indicator < 0) continue;
    if (!last[indicator] || before[i] >= 0) {
      last[indicator] = (uint32_t)i + 1;
      continue;
    }
    tail = &ledger->entries[last[indicator] - 1];
    t = &ledger->reports[tail->report]->commitments[tail->commitment];
    if (tail->report >= entry->report || next[last[indicator] - 1] >= 0 ||
        !dz_units_agree(t->unit, c->unit) ||
        ledger->reports[tail->report]->quantities[t->quantity].comparison !=
            report->quantities[c->quantity].comparison)
      continue;
    next[last[indicator] - 1] = (int32_t)i;
    before[i] = (int32_t)(last[indicator] - 1);
    last[indicator] = (uint32_t)i + 1;
  }
}

dz_status dz_series_thread(dz_ledger *ledger, const dz_topics *topics, dz_entry *entries,
                           dz_arena *arena, dz_error *error) {
  int32_t *next = malloc((ledger->entry_count + 1) * sizeof *next);
  int32_t *before = malloc((ledger->entry_count + 1) * sizeof *before);
  size_t *first = calloc(ledger->report_count + 1, sizeof *first);
  uint32_t *last = calloc(topics->knowledge->indicators->count + 1, sizeof *last);
  dz_status status = next && before && first && last ? DZ_OK : dz_fail_memory(error);

  for (size_t i = 0; i + 1 < ledger->report_count && !status; i++)
    first[i + 1] = first[i] + ledger->reports[i]->commitment_count;
  for (size_t i = 0; i < ledger->entry_count && !status; i++) next[i] = before[i] = -1;
  for (size_t i = 0; i < ledger->entry_count && !status; i++) {
    const dz_renewal *renewal = &entries[i].renewal;
    size_t other;
    if (renewal->report < 0) continue;
    other = entry_of(ledger, first, (size_t)renewal->report, (size_t)renewal->commitment);
    if (before[other] >= 0) continue; /* two went into one: the first keeps the thread */
    before[other] = (int32_t)i;
    next[i] = (int32_t)other;
  }
  if (!status) join_main_targets(ledger, topics, next, before, last);
  for (size_t i = 0; i < ledger->entry_count && !status; i++)
    entries[i].thread = before[i] < 0 ? -1 : 0;
  if (!status) status = freeze_threads(ledger, entries, next, arena, error);
  free(next);
  free(before);
  free(first);
  free(last);
  return status;
}

dz_status dz_series_count(dz_ledger *ledger, dz_arena *arena, dz_error *error) {
  dz_ledger_count *counts = dz_arena_array(arena, ledger->report_count, sizeof *counts);

  if (!counts) return dz_fail_memory(error);
  ledger->counts = counts;
  for (size_t i = 0; i < ledger->entry_count; i++) {
    const dz_entry *entry = &ledger->entries[i];
    dz_ledger_count *count = &counts[entry->report];
    count->promised++;
    count->testable += ledger->reports[entry->report]->commitments[entry->commitment].testable;
    if (entry->outcome.to_check) {
      count->to_check++;
      continue;
    }
    switch (entry->outcome.status) {
    case DZ_OUTCOME_MET:
    case DZ_OUTCOME_EXCEEDED: count->met++; break;
    case DZ_OUTCOME_MISSED: count->missed++; break;
    case DZ_OUTCOME_PARTIAL:
    case DZ_OUTCOME_IN_PROGRESS: count->in_progress++; break;
    case DZ_OUTCOME_UNREPORTED: count->silent++; break;
    }
  }
  return DZ_OK;
}

static const char *format(dz_arena *arena, const char *form, int a, int b) {
  dz_buffer buffer;
  const char *text;

  dz_buffer_init(&buffer);
  dz_buffer_format(&buffer, form, a, b);
  text = buffer.failed ? NULL : dz_arena_string(arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return text;
}

static dz_status note(dz_array *zh, dz_array *en, dz_arena *arena, const char *chinese,
                      const char *english, int a, int b, dz_error *error) {
  const char *first = format(arena, chinese, a, b), *second = format(arena, english, a, b);

  if (!first || !second) return dz_fail_memory(error);
  return dz_array_append(zh, &first, 1) && dz_array_append(en, &second, 1) ? DZ_OK
                                                                           : dz_fail_memory(error);
}

static dz_status note_pair(dz_array *zh, dz_array *en, const dz_report *a, const dz_report *b,
                           dz_arena *arena, dz_error *error) {
  dz_status status = DZ_OK;

  if (a->year && b->year && b->year > a->year + 1)
    status = note(zh, en, arena, "%d年与%d年之间缺报告：中间各年的结果可能不在其中",
                  "no report between %d and %d: results of the years between may be lacking",
                  a->year, b->year, error);
  if (!status && a->year && a->year == b->year)
    status = note(zh, en, arena, "%d年有两份报告：不互相核对，都与后一年的报告对照",
                  "two reports of %d: not held against each other, both against the next year's",
                  a->year, 0, error);
  if (!status && (!a->year) != (!b->year))
    status = note(zh, en, arena, "有报告未写明年份：按给出的次序排在最前",
                  "a report states no year: it stands first", 0, 0, error);
  if (!status && dz_offices_differ(&(dz_offices){false, false}, a, b))
    status = note(zh, en, arena, "%d年与%d年的报告地方不同：核对结果请谨慎使用",
                  "the reports of %d and %d are of different places: take the results with care",
                  a->year, b->year, error);
  return status;
}

dz_status dz_series_read(dz_ledger *ledger, dz_arena *arena, dz_error *error) {
  dz_ledger_reading *readings = dz_arena_array(arena, ledger->report_count, sizeof *readings);

  if (!readings) return dz_fail_memory(error);
  for (size_t i = 0; i < ledger->report_count; i++) readings[i] = dz_reading_of(ledger->reports[i]);
  ledger->readings = readings;
  return DZ_OK;
}

/* What one report makes the reader careful about. */
static dz_status note_report(dz_array *zh, dz_array *en, const dz_ledger *ledger, size_t i,
                             dz_arena *arena, dz_error *error) {
  const dz_report *report = ledger->reports[i];
  bool first = i == 0, last = i + 1 == ledger->report_count;
  dz_ledger_reading reading = ledger->readings[i];
  dz_status status = DZ_OK;

  if (reading == DZ_READ_NOTHING)
    return note(zh, en, arena, "第%d份报告（%d年）没有读出正文，以下不作判断",
                "report %d (%d): its text could not be read, so that nothing is judged", (int)i + 1,
                report->year, error);
  if (!last && reading == DZ_READ_NO_PLAN)
    status = note(zh, en, arena, "第%d份报告（%d年）没有读出工作安排，以下不作判断",
                  "report %d (%d): no plan could be read, so that nothing is judged", (int)i + 1,
                  report->year, error);
  if (!first && reading == DZ_READ_NO_REVIEW)
    status = note(zh, en, arena, "第%d份报告（%d年）没有读出工作回顾，以下不作判断",
                  "report %d (%d): no review could be read, so that nothing is judged", (int)i + 1,
                  report->year, error);
  return status;
}

dz_status dz_series_note(dz_ledger *ledger, const size_t *order, dz_arena *arena, dz_error *error) {
  dz_array zh = dz_array_of(sizeof(const char *)), en = dz_array_of(sizeof(const char *));
  dz_status status = DZ_OK;

  bool moved = false;

  for (size_t i = 0; i < ledger->report_count; i++) moved = moved || order[i] != i;
  if (moved)
    status = note(&zh, &en, arena, "报告已按年份排列，与给出的次序不同",
                  "the reports stand in the order of their years, not in the order given", 0, 0,
                  error);
  for (size_t i = 0; i < ledger->report_count && !status; i++)
    status = note_report(&zh, &en, ledger, i, arena, error);
  for (size_t i = 0; i + 1 < ledger->report_count && !status; i++)
    status = note_pair(&zh, &en, ledger->reports[i], ledger->reports[i + 1], arena, error);
  if (!status) {
    ledger->note_count = zh.count;
    ledger->notes_zh = dz_array_freeze(&zh, arena);
    ledger->notes_en = dz_array_freeze(&en, arena);
    if (!ledger->notes_zh || !ledger->notes_en) status = dz_fail_memory(error);
  }
  dz_array_free(&zh);
  dz_array_free(&en);
  return status;
}
