/* ledger.c - follows commitments through a series of reports */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <duizhao/ledger.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/map.h"
#include "diff/reading.h"
#include "diff/years.h"
#include "knowledge/knowledge.h"
#include "ledger_points.h"
#include "ledger_series.h"
#include "magnitude.h"
#include "outcome.h"
#include "second_look.h"
#include "text/spans.h"

typedef struct boxed_ledger {
  dz_ledger ledger;
  dz_arena arena;
} boxed_ledger;

/* From the year, the words and the place of the figure in them. */
static void set_id(dz_entry *entry, const dz_report *report, const dz_commitment *commitment) {
  uint64_t hash = dz_mix((uint64_t)(uint32_t)report->year);
  uint32_t figure = 0;

  if (commitment->quantity >= 0)
    figure = report->quantities[commitment->quantity].span.start - commitment->span.start;
  for (uint32_t i = commitment->span.start; i < commitment->span.end; i++)
    hash = dz_mix(hash ^ report->text.cp[i]);
  hash = dz_mix(hash ^ figure);
  snprintf(entry->id, sizeof entry->id, "p-%08x", (unsigned)(hash & 0xFFFFFFFFu));
}

static bool is_settled(dz_outcome_status status) {
  return status == DZ_OUTCOME_MET || status == DZ_OUTCOME_EXCEEDED || status == DZ_OUTCOME_MISSED;
}

static bool is_done(const dz_outcome *outcome) {
  return (outcome->status == DZ_OUTCOME_MET || outcome->status == DZ_OUTCOME_EXCEEDED) &&
         !outcome->to_check;
}

/* 增长1.7%（同口径增长2.5%以上）: what falls short is told on another basis as well, in a bracket
 * behind it. */
static void doubt_other_basis(dz_outcome *outcome, const dz_report *later) {
  if (outcome->status != DZ_OUTCOME_MISSED || !outcome->caution || outcome->quantity < 0) return;
  if (dz_fold_at(&later->text, dz_quantity_fold(later, (size_t)outcome->quantity).end) == '(')
    outcome->to_check = true;
}

/* Reports are lacking in between: a figure of a later year than the promise is of is no answer to
 * it, what is told as done may have come too late, and silence means nothing. */
static void doubt_later_year(dz_outcome *outcome, const dz_report *earlier, const dz_commitment *c,
                             const dz_report *later) {
  int32_t due = dz_year_planned(earlier), told = dz_year_reviewed(later);

  if (!due || told <= due || dz_due_after(c, told - 1)) return;
  outcome->to_check = true;
  if (outcome->quantity < 0) return;
  outcome->status = DZ_OUTCOME_UNREPORTED;
  outcome->rule = "H5";
  outcome->report = -1;
  outcome->quantity = -1;
  outcome->value = NULL;
  outcome->unit = "";
}

/* The first report of a later year from which it can be told what became of the commitments of
 * `report`; report_count if there is none. */
static size_t next_told(const dz_topics *topics, const dz_ledger_reading *readings, size_t report) {
  do report = dz_series_next(topics, report);
  while (report < topics->report_count && !dz_reading_tells(readings[report]));
  return report;
}

/* What became of it in the next report; while the deadline has not come and
 * nothing is settled, in those behind it too. The renewal is the next one's. */
static dz_status follow(dz_entry *entry, const dz_topics *topics, const dz_ledger_reading *readings,
                        dz_query *query, dz_arena *arena, dz_error *error) {
  const dz_commitment *c = &topics->reports[entry->report].report->commitments[entry->commitment];
  size_t first = next_told(topics, readings, entry->report);
  bool later = dz_series_next(topics, entry->report) < topics->report_count,
       judged = first < topics->report_count && dz_reading_plans(readings[entry->report]);
  dz_status status;

  entry->outcome = (dz_outcome){.status = DZ_OUTCOME_UNREPORTED,
                                .report = -1,
                                .quantity = -1,
                                .unit = "",
                                .rule = later ? "U0" : "Z1",
                                .confidence = 1,
                                .to_check = later};
  entry->renewal = (dz_renewal){.report = -1, .commitment = -1};
  if (!judged) return DZ_OK;
  status = dz_query_of(query, topics, entry->report, entry->commitment, error);
  if (!status && dz_reading_plans(readings[first]))
    status = dz_renewal_find(&entry->renewal, topics, query, entry->report, entry->commitment,
                             first, error);
  for (size_t i = first; i < topics->report_count && !status; i = next_told(topics, readings, i)) {
    dz_outcome outcome;
    status = dz_outcome_find(&outcome, topics, query, entry->report, entry->commitment, i, arena,
                             error);
    if (!status)
      status = dz_second_look(&outcome, topics, query, entry->report, c, i, arena, error);
    if (!status) doubt_other_basis(&outcome, topics->reports[i].report);
    if (!status)
      doubt_later_year(&outcome, topics->reports[entry->report].report, c,
                       topics->reports[i].report);
    if (!status && (i == first || outcome.status != DZ_OUTCOME_UNREPORTED))
      entry->outcome = outcome;
    if (is_settled(outcome.status) || !dz_due_after(c, dz_year_reviewed(topics->reports[i].report)))
      break;
  }
  if (entry->renewal.report >= 0 && entry->renewal.change == DZ_RENEWAL_POSTPONED &&
      is_done(&entry->outcome))
    entry->renewal.change = DZ_RENEWAL_REWORDED; /* done, and more of it is promised */
  return status;
}

/* Whether the figure told is the one promised to the letter. */
static bool is_exact(const dz_ledger *ledger, const dz_entry *entry) {
  const dz_report *first = ledger->reports[entry->report];
  const dz_commitment *c = &first->commitments[entry->commitment];
  const dz_quantity *told =
      &ledger->reports[entry->outcome.report]->quantities[entry->outcome.quantity];

  return c->quantity >= 0 &&
         dz_decimal_compare(first->quantities[c->quantity].number, told->number) == 0 &&
         dz_units_same(c->unit, told->unit);
}

/* Whether two promises of one report set the same figure. */
static bool set_alike(const dz_ledger *ledger, const dz_entry *a, const dz_entry *b) {
  const dz_report *report = ledger->reports[a->report];
  int32_t x = report->commitments[a->commitment].quantity,
          y = report->commitments[b->commitment].quantity;

  return x >= 0 && y >= 0 && dz_quantities_equal(&report->quantities[x], &report->quantities[y]);
}

/* The figure that answers an entry, as a key; 0: none does. */
static uint64_t answer_key(const dz_entry *entry) {
  const dz_outcome *outcome = &entry->outcome;

  if (outcome->quantity < 0 || outcome->report < 0) return 0;
  return ((uint64_t)entry->report << 48 | (uint64_t)(uint32_t)outcome->report << 32) +
         (uint32_t)outcome->quantity + 1;
}

static bool is_stronger(const dz_ledger *ledger, const dz_entry *a, const dz_entry *b) {
  bool exact = is_exact(ledger, a);

  if (exact != is_exact(ledger, b)) return exact;
  return a->outcome.confidence > b->outcome.confidence;
}

/* One figure answers one promise of a report. Where it is given to several that set different
 * figures (城乡居民收入分别增长5%、6% and 居民收入增长5.6%), it is the answer to the likeliest, and the
 * others are to be checked; all of them where none is likelier. */
static dz_status doubt_shared_figures(const dz_ledger *ledger, dz_entry *entries, dz_error *error) {
  dz_map strongest;
  dz_status status = DZ_OK;

  dz_map_init(&strongest);
  for (size_t i = 0; i < ledger->entry_count && !status; i++) {
    uint64_t key = answer_key(&entries[i]);
    uint32_t *best = key ? dz_map_put(&strongest, key) : NULL;
    if (key && !best) status = dz_fail_memory(error);
    if (best && (!*best || is_stronger(ledger, &entries[i], &entries[*best - 1])))
      *best = (uint32_t)i + 1;
  }
  for (size_t i = 0; i < ledger->entry_count && !status; i++) {
    uint64_t key = answer_key(&entries[i]);
    const uint32_t *found = key ? dz_map_get(&strongest, key) : NULL;
    dz_entry *best = found ? &entries[*found - 1] : NULL;
    if (!best || best == &entries[i] || set_alike(ledger, best, &entries[i])) continue;
    entries[i].outcome.to_check = true;
    if (!is_stronger(ledger, best, &entries[i])) best->outcome.to_check = true;
  }
  dz_map_free(&strongest);
  return status;
}

static dz_status fill_entries(dz_ledger *ledger, dz_arena *arena, const dz_topics *topics,
                              dz_error *error) {
  dz_query query = {.tokens = dz_array_of(sizeof(dz_query_token))};
  dz_entry *entries;
  size_t count = 0;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < ledger->report_count; i++) count += ledger->reports[i]->commitment_count;
  entries = dz_arena_array(arena, count, sizeof *entries);
  if (!entries) return dz_fail_memory(error);
  ledger->entries = entries;
  for (size_t i = 0; i < ledger->report_count && !status; i++)
    for (size_t k = 0; k < ledger->reports[i]->commitment_count && !status; k++) {
      dz_entry *entry = &entries[ledger->entry_count++];
      entry->report = (uint32_t)i;
      entry->commitment = (uint32_t)k;
      set_id(entry, ledger->reports[i], &ledger->reports[i]->commitments[k]);
      entry->main = dz_is_main_target(topics->knowledge, ledger->reports[i],
                                      &ledger->reports[i]->commitments[k]);
      status = follow(entry, topics, ledger->readings, &query, arena, error);
    }
  dz_query_free(&query);
  if (!status) status = doubt_shared_figures(ledger, entries, error);
  if (!status) status = dz_series_thread(ledger, topics, entries, arena, error);
  return status;
}

dz_status dz_ledger_build(dz_ledger **out, const dz_report *const *reports, size_t report_count,
                          const dz_knowledge *knowledge, dz_error *error) {
  boxed_ledger *box = calloc(1, sizeof *box);
  dz_topics topics = {0};
  const dz_report **ordered;
  size_t *order;
  dz_status status = DZ_OK;

  if (!box) return dz_fail_memory(error);
  dz_arena_init(&box->arena);
  ordered = dz_arena_array(&box->arena, report_count, sizeof *ordered);
  order = dz_arena_array(&box->arena, report_count, sizeof *order);
  if (!ordered || !order) {
    status = dz_fail_memory(error);
    goto done;
  }
  dz_order_by_year(order, reports, report_count);
  for (size_t i = 0; i < report_count; i++) ordered[i] = reports[order[i]];
  box->ledger.report_count = report_count;
  box->ledger.reports = ordered;
  status = dz_topics_build(&topics, ordered, report_count, knowledge, error);
  if (!status) status = dz_series_read(&box->ledger, &box->arena, error);
  if (!status) status = fill_entries(&box->ledger, &box->arena, &topics, error);
  if (!status) status = dz_series_count(&box->ledger, &box->arena, error);
  if (!status) status = dz_series_note(&box->ledger, order, &box->arena, error);
  if (!status) status = dz_ledger_points(&box->ledger, &box->arena, error);

done:
  dz_topics_free(&topics);
  if (status)
    dz_ledger_free(&box->ledger);
  else
    *out = &box->ledger;
  return status;
}

void dz_ledger_free(dz_ledger *ledger) {
  boxed_ledger *box = (boxed_ledger *)ledger;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
