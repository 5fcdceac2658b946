/* csv_tables.c - one table for each result. Column heads are the keys of the
 * JSON documents, so that a script can read either. */
#include "csv.h"
#include "formats.h"
#include "naming.h"

static void heads(dz_csv *csv, const char *const *names) {
  for (; *names; names++) dz_csv_string(csv, *names);
  dz_csv_row(csv);
}

static void place(dz_csv *csv, const dz_report *report, uint32_t position) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_place(&name, report, position);
  dz_csv_buffer(csv, &name);
}

static void empty(dz_csv *csv, size_t fields) {
  while (fields--) dz_csv_string(csv, NULL);
}

/* ---- reports: their sections, figures and commitments in one table ---- */

static void span(dz_csv *csv, const char *record, const dz_report *report, dz_span where) {
  dz_csv_string(csv, report->path);
  dz_csv_string(csv, record);
  dz_csv_number(csv, where.start);
  dz_csv_number(csv, where.end);
  place(csv, report, where.start);
}

static void section(dz_csv *csv, const dz_report *report, const dz_section *s) {
  span(csv, "section", report, s->extent);
  dz_csv_number(csv, s->level);
  dz_csv_span(csv, report, s->number);
  dz_csv_span(csv, report, s->heading);
  dz_csv_string(csv, s->canonical ? s->canonical->id : NULL);
  empty(csv, 4);
  dz_csv_row(csv);
}

static void quantity(dz_csv *csv, const dz_report *report, const dz_quantity *q) {
  span(csv, "quantity", report, q->span);
  empty(csv, 2);
  dz_csv_span(csv, report, q->span);
  empty(csv, 1);
  dz_csv_string(csv, q->indicator);
  dz_csv_string(csv, q->masked ? NULL : q->value);
  dz_csv_string(csv, q->unit);
  dz_csv_string(csv, dz_modifier_name(q->modifier));
  dz_csv_row(csv);
}

static void commitment(dz_csv *csv, const dz_report *report, const dz_commitment *c) {
  const dz_quantity *q = c->quantity < 0 ? NULL : &report->quantities[c->quantity];

  span(csv, "commitment", report, c->span);
  empty(csv, 2);
  dz_csv_span(csv, report, c->span);
  empty(csv, 1);
  dz_csv_string(csv, c->indicator);
  dz_csv_string(csv, q ? q->value : NULL);
  dz_csv_string(csv, q ? c->unit : NULL);
  dz_csv_string(csv, dz_modifier_name(c->modifier));
  dz_csv_row(csv);
}

dz_status dz_csv_report(char **out, size_t *length, const dz_report *const *reports, size_t count,
                        const dz_render_options *options, dz_error *error) {
  static const char *const names[] = {"report", "record",    "start",     "end",   "place", "level",    "number",
                                      "text",   "canonical", "indicator", "value", "unit",  "modifier", NULL};
  dz_csv csv;

  dz_csv_init(&csv, options);
  heads(&csv, names);
  for (size_t r = 0; r < count; r++) {
    const dz_report *report = reports[r];
    for (size_t i = 0; i < report->section_count; i++) section(&csv, report, &report->sections[i]);
    for (size_t i = 0; i < report->quantity_count; i++) quantity(&csv, report, &report->quantities[i]);
    for (size_t i = 0; i < report->commitment_count; i++) commitment(&csv, report, &report->commitments[i]);
  }
  return dz_csv_finish(&csv, out, length, error);
}

/* ---- findings ---- */

/* The row of one place of a finding; what is absent has a row without a place. */
static void finding(dz_csv *csv, const dz_review *review, size_t number, size_t at) {
  const dz_finding *f = &review->findings[number];
  const dz_report *report = review->reports[f->report];

  dz_csv_number(csv, (long long)number + 1);
  dz_csv_string(csv, report->path);
  dz_csv_string(csv, dz_finding_kind_name(f->kind));
  dz_csv_string(csv, dz_severity_name(f->severity));
  dz_csv_string(csv, f->canonical ? f->canonical->id : NULL);
  dz_csv_string(csv, csv->chinese ? f->message_zh : f->message_en);
  dz_csv_string(csv, f->expected);
  if (f->span_count) {
    place(csv, report, f->spans[at].start);
    dz_csv_number(csv, f->spans[at].start);
    dz_csv_number(csv, f->spans[at].end);
    dz_csv_span(csv, report, f->spans[at]);
  } else {
    empty(csv, 4);
  }
  dz_csv_row(csv);
}

dz_status dz_csv_review(char **out, size_t *length, const dz_review *review, const dz_render_options *options,
                        dz_error *error) {
  static const char *const names[] = {"finding",  "report", "kind",  "severity", "canonical", "message",
                                      "expected", "place",  "start", "end",      "quote",     NULL};
  dz_csv csv;

  dz_csv_init(&csv, options);
  heads(&csv, names);
  for (size_t i = 0; i < review->finding_count; i++)
    for (size_t k = 0; k == 0 || k < review->findings[i].span_count; k++) finding(&csv, review, i, k);
  return dz_csv_finish(&csv, out, length, error);
}

/* ---- comparison: the changes of two reports, the passages of more ---- */

static void side(dz_csv *csv, const dz_report *report, const dz_span *spans, size_t count) {
  if (!count) {
    empty(csv, 4);
    return;
  }
  place(csv, report, spans[0].start);
  dz_csv_number(csv, spans[0].start);
  dz_csv_number(csv, spans[count - 1].end);
  dz_csv_spans(csv, report, spans, count);
}

static void change(dz_csv *csv, const dz_comparison *c, const dz_change *item) {
  char attributes[DZ_LABEL_ATTRIBUTES];

  dz_csv_string(csv, item->id);
  dz_csv_string(csv, dz_change_type_name(item->type));
  dz_label_attributes(item->attributes, csv->chinese, attributes);
  dz_csv_string(csv, attributes);
  dz_csv_share(csv, item->similarity);
  side(csv, c->reports[0], item->a, item->a_count);
  side(csv, c->reports[1], item->b, item->b_count);
  dz_csv_row(csv);
}

static void passage(dz_csv *csv, const dz_comparison *c, size_t number) {
  const dz_reuse *item = &c->reuse[number];

  for (size_t i = 0; i < item->place_count; i++) {
    const dz_report *report = c->reports[item->places[i].report];
    dz_csv_number(csv, (long long)number + 1);
    dz_csv_string(csv, dz_reuse_class_name(item->class));
    dz_csv_share(csv, item->similarity);
    dz_csv_string(csv, report->path);
    place(csv, report, item->places[i].span.start);
    dz_csv_number(csv, item->places[i].span.start);
    dz_csv_number(csv, item->places[i].span.end);
    dz_csv_span(csv, report, item->places[i].span);
    dz_csv_row(csv);
  }
}

dz_status dz_csv_comparison(char **out, size_t *length, const dz_comparison *c, const dz_render_options *options,
                            dz_error *error) {
  static const char *const changes[] = {"id",      "type",   "attributes", "similarity", "a_place",
                                        "a_start", "a_end",  "a_text",     "b_place",    "b_start",
                                        "b_end",   "b_text", NULL};
  static const char *const passages[] = {"passage", "class", "similarity", "report", "place",
                                         "start",   "end",   "text",       NULL};
  dz_csv csv;

  dz_csv_init(&csv, options);
  heads(&csv, c->report_count == 2 ? changes : passages);
  if (c->report_count == 2)
    for (size_t i = 0; i < c->change_count; i++) change(&csv, c, &c->changes[i]);
  else
    for (size_t i = 0; i < c->reuse_count; i++) passage(&csv, c, i);
  return dz_csv_finish(&csv, out, length, error);
}
