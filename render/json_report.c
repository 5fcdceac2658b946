/* json_report.c - duizhao.report/1 */
#include "base/decimal.h"
#include "base/error.h"
#include "formats.h"
#include "json_parts.h"

static void header(dz_json *json, const dz_report *report) {
  dz_json_string(json, "schema", "duizhao.report/1");
  dz_json_object(json, "source");
  dz_json_string(json, "path", report->path);
  dz_json_string(json, "format", report->format);
  dz_json_string(json, "encoding", report->encoding);
  dz_json_integer(json, "length", (int64_t)report->text.length);
  dz_json_close(json);
  dz_json_report_header(json, report);
}

static void quantity(dz_json *json, const dz_quantity *q) {
  char value[DZ_DECIMAL_TEXT];
  const char *unit;

  dz_decimal_print(dz_quantity_plain(q, &unit), value);
  dz_json_object(json, NULL);
  dz_json_span(json, q->span);
  dz_json_string(json, "value", q->masked ? NULL : value);
  if (q->value_high) {
    dz_decimal high = q->number_high;
    if (q->sign < 0) high.coefficient = -high.coefficient;
    dz_decimal_print(high, value);
    dz_json_string(json, "value_high", value);
  }
  dz_json_string(json, "unit", unit);
  dz_json_string(json, "indicator", q->indicator);
  dz_json_string(json, "comparison", dz_comparison_kind_name(q->comparison));
  dz_json_string(json, "modifier", dz_modifier_name(q->modifier));
  dz_json_integer(json, "direction", q->direction);
  dz_json_bool(json, "masked", q->masked);
  if (q->from >= 0) dz_json_integer(json, "from", q->from);
  if (q->left) dz_json_bool(json, "left", true);
  if (q->period) {
    dz_json_object(json, "period");
    dz_json_string(json, "kind", dz_period_kind_name(q->period));
    dz_json_bool(json, "said", q->period_said);
    if (q->period_years) dz_json_integer(json, "years", q->period_years);
    if (q->period_first) dz_json_integer(json, "first", q->period_first);
    if (q->period_last) dz_json_integer(json, "last", q->period_last);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void body(dz_json *json, const dz_report *report) {
  dz_json_sections(json, report);
  dz_json_noise(json, report);
  dz_json_array(json, "masks");
  for (size_t i = 0; i < report->mask_count; i++) {
    dz_json_object(json, NULL);
    dz_json_span(json, report->masks[i]);
    dz_json_close(json);
  }
  dz_json_close(json);
  dz_json_array(json, "quantities");
  for (size_t i = 0; i < report->quantity_count; i++) quantity(json, &report->quantities[i]);
  dz_json_close(json);
  dz_json_array(json, "commitments");
  for (size_t i = 0; i < report->commitment_count; i++) {
    dz_json_object(json, NULL);
    dz_json_commitment(json, report, &report->commitments[i]);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void notes(dz_json *json, const dz_report *report) {
  dz_json_array(json, "notes");
  for (size_t i = 0; i < report->note_count; i++) dz_json_string(json, NULL, report->notes[i]);
  dz_json_close(json);
}

dz_status dz_json_report(char **out, size_t *length, const dz_report *report, dz_error *error) {
  dz_told told = dz_told_report(&report);
  dz_json *json = dz_json_new();

  if (!json) return dz_fail_memory(error);
  header(json, report);
  dz_json_points(json, &told);
  body(json, report);
  notes(json, report);
  return dz_json_finish(json, out, length, error);
}
