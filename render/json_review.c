/* json_review.c - duizhao.check/1 */
#include "base/error.h"
#include "formats.h"
#include "json_parts.h"

/* What was looked at: what is not remarked there was found in order. */
static void checked(dz_json *json, const dz_checked *counts) {
  dz_json_object(json, "checked");
  dz_json_integer(json, "sums", (int64_t)counts->sums);
  dz_json_integer(json, "years", (int64_t)counts->years);
  dz_json_integer(json, "places", (int64_t)counts->places);
  dz_json_integer(json, "levels", (int64_t)counts->levels);
  dz_json_integer(json, "figures", (int64_t)counts->figures);
  dz_json_integer(json, "sections", (int64_t)counts->sections);
  dz_json_close(json);
}

static void finding(dz_json *json, const dz_finding *f, size_t reports_before) {
  dz_json_object(json, NULL);
  dz_json_integer(json, "report", (int64_t)(reports_before + f->report));
  dz_json_string(json, "kind", dz_finding_kind_name(f->kind));
  dz_json_string(json, "severity", dz_severity_name(f->severity));
  dz_json_string(json, "canonical", f->canonical ? f->canonical->id : NULL);
  dz_json_string(json, "message", f->message_zh);
  dz_json_string(json, "message_en", f->message_en);
  dz_json_array(json, "spans");
  for (size_t i = 0; i < f->span_count; i++) {
    dz_json_object(json, NULL);
    dz_json_span(json, f->spans[i]);
    dz_json_close(json);
  }
  dz_json_close(json);
  dz_json_string(json, "expected", f->expected);
  dz_json_close(json);
}

dz_status dz_json_review(char **out, size_t *length, const dz_review *review, dz_cuts *cuts,
                         dz_error *error) {
  dz_json *json = dz_json_new();

  if (!json) return dz_fail_memory(error);
  dz_json_string(json, "schema", "duizhao.check/1");
  dz_json_array(json, "reports");
  cuts->item = dz_json_written(json);
  for (size_t i = 0; i < review->report_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "path", review->reports[i]->path);
    dz_json_report_header(json, review->reports[i]);
    checked(json, &review->checked[i]);
    dz_json_close(json);
  }
  cuts->middle = dz_json_written(json);
  dz_json_close(json);
  dz_json_array(json, "findings");
  cuts->later = dz_json_written(json);
  for (size_t i = 0; i < review->finding_count; i++)
    finding(json, &review->findings[i], cuts->reports_before);
  cuts->close = dz_json_written(json);
  dz_json_close(json);
  return dz_json_finish(json, out, length, error);
}
