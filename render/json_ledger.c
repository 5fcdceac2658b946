/* json_ledger.c - duizhao.track/1 */
#include "base/error.h"
#include "formats.h"
#include "json_parts.h"

/* A place with its words, and why it gives no plain verdict (DZ_REASON_NONE: it is evidence). */
static void quoted(dz_json *json, const char *key, const dz_ledger *ledger, dz_place place,
                   dz_reason why) {
  dz_json_object(json, key);
  dz_json_integer(json, "report", place.report);
  dz_json_span(json, place.span);
  dz_json_span_text(json, "quote", ledger->reports[place.report], place.span);
  if (why) dz_json_string(json, "why", dz_reason_name(why));
  dz_json_close(json);
}

/* What was looked at: candidates of a verdict to be checked; for silence the nearest place. */
static void candidates(dz_json *json, const dz_ledger *ledger, const dz_outcome *o) {
  bool silent = o->status == DZ_OUTCOME_UNREPORTED;

  dz_json_array(json, "candidates");
  for (size_t i = 0; o->to_check && i < o->candidate_count; i++)
    quoted(json, NULL, ledger, o->candidates[i].place, o->candidates[i].why);
  dz_json_close(json);
  if (silent && o->candidate_count)
    quoted(json, "nearest", ledger, o->candidates[0].place, o->candidates[0].why);
  else
    dz_json_null(json, "nearest");
}

static void outcome(dz_json *json, const dz_ledger *ledger, const dz_outcome *o) {
  dz_json_object(json, "outcome");
  dz_json_string(json, "status", dz_outcome_status_name(o->status));
  if (o->report >= 0)
    dz_json_integer(json, "report", o->report);
  else
    dz_json_null(json, "report");
  dz_json_string(json, "value", o->value);
  dz_json_string(json, "unit", o->unit ? o->unit : "");
  dz_json_array(json, "evidence");
  for (size_t i = 0; i < o->evidence_count; i++)
    quoted(json, NULL, ledger, o->evidence[i], DZ_REASON_NONE);
  dz_json_close(json);
  dz_json_string(json, "rule", o->rule);
  dz_json_share(json, "confidence", o->confidence);
  dz_json_bool(json, "to_check", o->to_check);
  dz_json_string(json, "caution", o->caution);
  candidates(json, ledger, o);
  dz_json_close(json);
}

static void renewal(dz_json *json, const dz_ledger *ledger, const dz_renewal *r) {
  const dz_report *report;
  const dz_commitment *commitment;

  if (r->report < 0) {
    dz_json_null(json, "renewal");
    return;
  }
  report = ledger->reports[r->report];
  commitment = &report->commitments[r->commitment];
  dz_json_object(json, "renewal");
  dz_json_integer(json, "report", r->report);
  dz_json_span(json, commitment->span);
  dz_json_span_text(json, "quote", report, commitment->span);
  dz_json_string(json, "change", dz_renewal_change_name(r->change));
  dz_json_bool(json, "ceiling", r->ceiling);
  dz_json_target(json, report, commitment);
  dz_json_deadline(json, "deadline", commitment->deadline, commitment->deadline_digits);
  dz_json_close(json);
}

static void entry(dz_json *json, const dz_ledger *ledger, const dz_entry *e) {
  const dz_report *report = ledger->reports[e->report];

  dz_json_object(json, NULL);
  dz_json_string(json, "id", e->id);
  dz_json_integer(json, "report", e->report);
  dz_json_commitment(json, report, &report->commitments[e->commitment]);
  if (e->thread >= 0)
    dz_json_integer(json, "thread", e->thread);
  else
    dz_json_null(json, "thread");
  dz_json_bool(json, "main", e->main);
  outcome(json, ledger, &e->outcome);
  renewal(json, ledger, &e->renewal);
  dz_json_close(json);
}

static void threads(dz_json *json, const dz_ledger *ledger) {
  dz_json_array(json, "threads");
  for (size_t i = 0; i < ledger->thread_count; i++) {
    const dz_thread *thread = &ledger->threads[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "indicator", thread->indicator);
    dz_json_bool(json, "stalled", thread->stalled);
    dz_json_array(json, "entries");
    for (size_t k = 0; k < thread->entry_count; k++)
      dz_json_string(json, NULL, ledger->entries[thread->entries[k]].id);
    dz_json_close(json);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void counts(dz_json *json, const dz_ledger *ledger) {
  dz_json_array(json, "counts");
  for (size_t i = 0; ledger->counts && i < ledger->report_count; i++) {
    const dz_ledger_count *count = &ledger->counts[i];
    dz_json_object(json, NULL);
    dz_json_integer(json, "report", (int64_t)i);
    dz_json_integer(json, "promised", (int64_t)count->promised);
    dz_json_integer(json, "testable", (int64_t)count->testable);
    dz_json_integer(json, "met", (int64_t)count->met);
    dz_json_integer(json, "missed", (int64_t)count->missed);
    dz_json_integer(json, "in_progress", (int64_t)count->in_progress);
    dz_json_integer(json, "silent", (int64_t)count->silent);
    dz_json_integer(json, "to_check", (int64_t)count->to_check);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void notes(dz_json *json, const dz_ledger *ledger) {
  dz_json_array(json, "notes");
  for (size_t i = 0; i < ledger->note_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "zh", ledger->notes_zh[i]);
    dz_json_string(json, "en", ledger->notes_en[i]);
    dz_json_close(json);
  }
  dz_json_close(json);
}

dz_status dz_json_ledger(char **out, size_t *length, const dz_ledger *ledger, dz_error *error) {
  dz_told told = dz_told_ledger(ledger);
  dz_json *json = dz_json_new();

  if (!json) return dz_fail_memory(error);
  dz_json_string(json, "schema", "duizhao.track/1");
  dz_json_array(json, "reports");
  for (size_t i = 0; i < ledger->report_count; i++) dz_json_report_item(json, ledger->reports[i]);
  dz_json_close(json);
  dz_json_points(json, &told);
  dz_json_array(json, "commitments");
  for (size_t i = 0; i < ledger->entry_count; i++) entry(json, ledger, &ledger->entries[i]);
  dz_json_close(json);
  threads(json, ledger);
  counts(json, ledger);
  dz_json_array(json, "readings");
  for (size_t i = 0; i < ledger->report_count; i++)
    dz_json_string(json, NULL, dz_reading_name(ledger->readings[i]));
  dz_json_close(json);
  notes(json, ledger);
  return dz_json_finish(json, out, length, error);
}
