/* json_parts.c - see json_parts.h */
#include "json_parts.h"

#include <stdio.h>

#include "base/decimal.h"

void dz_json_span(dz_json *json, dz_span span) {
  dz_json_integer(json, "start", span.start);
  dz_json_integer(json, "end", span.end);
}

void dz_json_span_text(dz_json *json, const char *key, const dz_report *report, dz_span span) {
  dz_json_cps(json, key, report->text.cp + span.start, span.end - span.start);
}

void dz_json_place(dz_json *json, dz_place place) {
  dz_json_object(json, NULL);
  dz_json_integer(json, "report", place.report);
  dz_json_span(json, place.span);
  dz_json_close(json);
}

void dz_json_report_header(dz_json *json, const dz_report *report) {
  if (report->title.end > report->title.start) {
    dz_json_object(json, "title");
    dz_json_span_text(json, "text", report, report->title);
    dz_json_span(json, report->title);
    dz_json_close(json);
  } else {
    dz_json_null(json, "title");
  }
  if (report->year)
    dz_json_integer(json, "year", report->year);
  else
    dz_json_null(json, "year");
  dz_json_string(json, "role", report->role);
  dz_json_string(json, "place", report->place);
  dz_json_string(json, "type", dz_report_type_name(report->type));
}

void dz_json_report_item(dz_json *json, const dz_report *report) {
  dz_json_object(json, NULL);
  dz_json_string(json, "path", report->path);
  dz_json_report_header(json, report);
  dz_json_integer(json, "length", (int64_t)report->text.length);
  dz_json_sections(json, report);
  dz_json_noise(json, report);
  dz_json_close(json);
}

void dz_json_deadline(dz_json *json, const char *key, uint32_t date, int digits) {
  char text[16];

  if (!date) {
    dz_json_null(json, key);
    return;
  }
  if (digits >= 8)
    snprintf(text, sizeof text, "%04u-%02u-%02u", date / 10000 % 10000, date / 100 % 100,
             date % 100);
  else if (digits == 6)
    snprintf(text, sizeof text, "%04u-%02u", date / 10000 % 10000, date / 100 % 100);
  else
    snprintf(text, sizeof text, "%04u", date / 10000 % 10000);
  dz_json_string(json, key, text);
}

void dz_json_section_id(dz_json *json, const char *key, int32_t index) {
  char text[16];

  snprintf(text, sizeof text, "s%d", index + 1);
  dz_json_string(json, key, index == DZ_NO_SECTION ? NULL : text);
}

static void section(dz_json *json, const dz_report *report, int32_t index) {
  const dz_section *s = &report->sections[index];

  dz_json_object(json, NULL);
  dz_json_section_id(json, "id", index);
  dz_json_section_id(json, "parent", s->parent);
  dz_json_integer(json, "level", s->level);
  dz_json_bool(json, "headed", s->headed);
  dz_json_span_text(json, "number", report, s->number);
  if (s->headed) {
    dz_json_span_text(json, "heading", report, s->heading);
    dz_json_integer(json, "heading_start", s->heading.start);
    dz_json_integer(json, "heading_end", s->heading.end);
  }
  dz_json_span(json, s->extent);
  dz_json_string(json, "canonical", s->canonical ? s->canonical->id : NULL);
  dz_json_share(json, "confidence", s->confidence);
  dz_json_bool(json, "vacuous", s->vacuous);
  dz_json_close(json);
}

void dz_json_sections(dz_json *json, const dz_report *report) {
  dz_json_array(json, "sections");
  for (size_t i = 0; i < report->section_count; i++) section(json, report, (int32_t)i);
  dz_json_close(json);
}

void dz_json_noise(dz_json *json, const dz_report *report) {
  dz_json_array(json, "noise");
  for (size_t i = 0; i < report->noise_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "kind", dz_noise_kind_name(report->noise[i].kind));
    dz_json_span(json, report->noise[i].span);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void shown_value(dz_json *json, const char *key, const char *minus, const char *value) {
  uint32_t cps[DZ_DECIMAL_TEXT * 2];
  size_t count = 0;

  for (; *minus && count < sizeof cps / sizeof *cps; minus++) cps[count++] = (uint8_t)*minus;
  for (; *value && count < sizeof cps / sizeof *cps; value++) cps[count++] = (uint8_t)*value;
  dz_json_cps(json, key, cps, count);
}

void dz_json_figure(dz_json *json, const dz_quantity *quantity) {
  const char *minus = dz_quantity_minus(quantity);

  if (quantity->masked)
    dz_json_null(json, "value");
  else
    shown_value(json, "value", minus, quantity->value);
  if (quantity->value_high) shown_value(json, "value_high", minus, quantity->value_high);
}

void dz_json_target(dz_json *json, const dz_report *report, const dz_commitment *commitment) {
  const dz_quantity *quantity;

  if (commitment->quantity < 0) {
    dz_json_null(json, "target");
    return;
  }
  quantity = &report->quantities[commitment->quantity];
  dz_json_object(json, "target");
  dz_json_figure(json, quantity);
  dz_json_string(json, "unit", commitment->unit);
  dz_json_string(json, "modifier", dz_modifier_name(commitment->modifier));
  dz_json_close(json);
}

void dz_json_commitment(dz_json *json, const dz_report *report, const dz_commitment *commitment) {
  dz_json_span(json, commitment->span);
  dz_json_span_text(json, "quote", report, commitment->span);
  dz_json_string(json, "kind", dz_commitment_kind_name(commitment->kind));
  dz_json_string(json, "sort", dz_commitment_sort_name(commitment->sort));
  dz_json_string(json, "grade", dz_commitment_grade_name(commitment->grade));
  dz_json_integer(json, "strength", commitment->strength);
  dz_json_span_text(json, "cue", report, commitment->cue);
  dz_json_integer(json, "polarity", commitment->polarity);
  dz_json_target(json, report, commitment);
  dz_json_deadline(json, "deadline", commitment->deadline, commitment->deadline_digits);
  dz_json_bool(json, "testable", commitment->testable);
  dz_json_string(json, "indicator", commitment->indicator);
  dz_json_section_id(json, "section", commitment->section);
}
