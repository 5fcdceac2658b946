/* csv_tables.c - one table for each result. With English labels heads and codes
 * are those of the JSON documents, so that a script can read either; with
 * Chinese ones they are words for a reader. */
#include "csv.h"
#include "formats.h"
#include "naming.h"

typedef struct column {
  const char *en, *zh;
} column;

static void heads(dz_csv *csv, const column *columns, size_t count) {
  for (size_t i = 0; i < count; i++)
    dz_csv_string(csv, csv->chinese ? columns[i].zh : columns[i].en);
  dz_csv_row(csv);
}

static void word(dz_csv *csv, const char *code, const char *zh) {
  dz_csv_string(csv, csv->chinese ? zh : code);
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

static void span(dz_csv *csv, const char *record, const char *record_zh, const dz_report *report,
                 dz_span where) {
  dz_csv_string(csv, report->path);
  word(csv, record, record_zh);
  dz_csv_number(csv, where.start);
  dz_csv_number(csv, where.end);
  place(csv, report, where.start);
}

static void section(dz_csv *csv, const dz_report *report, const dz_section *s) {
  span(csv, "section", "章节", report, s->extent);
  dz_csv_number(csv, s->level);
  dz_csv_span(csv, report, s->number);
  dz_csv_span(csv, report, s->heading);
  if (s->canonical)
    word(csv, s->canonical->id, s->canonical->name_zh);
  else
    empty(csv, 1);
  empty(csv, 4);
  dz_csv_row(csv);
}

static void quantity(dz_csv *csv, const dz_report *report, const dz_quantity *q) {
  span(csv, "quantity", "数字", report, q->span);
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

  span(csv, "commitment", "承诺", report, c->span);
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
                        size_t *head, const dz_render_options *options, dz_error *error) {
  static const column columns[] = {
      {"report", "报告"},        {"record", "类别"},         {"start", "起"},    {"end", "止"},
      {"place", "位置"},         {"level", "层级"},          {"number", "序号"}, {"text", "原文"},
      {"canonical", "规范章节"}, {"indicator", "指标/事项"}, {"value", "数值"},  {"unit", "单位"},
      {"modifier", "限定"}};
  dz_csv csv;

  dz_csv_init(&csv, options);
  heads(&csv, columns, sizeof columns / sizeof *columns);
  *head = csv.out.length;
  for (size_t r = 0; r < count; r++) {
    const dz_report *report = reports[r];
    for (size_t i = 0; i < report->section_count; i++) section(&csv, report, &report->sections[i]);
    for (size_t i = 0; i < report->quantity_count; i++)
      quantity(&csv, report, &report->quantities[i]);
    for (size_t i = 0; i < report->commitment_count; i++)
      commitment(&csv, report, &report->commitments[i]);
  }
  return dz_csv_finish(&csv, out, length, error);
}

/* ---- findings ---- */

/* The row of one place of a finding; what is absent has a row without a place. */
static void finding(dz_csv *csv, const dz_review *review, size_t number, size_t at,
                    size_t findings_before) {
  const dz_finding *f = &review->findings[number];
  const dz_report *report = review->reports[f->report];

  dz_csv_number(csv, (long long)(findings_before + number) + 1);
  dz_csv_string(csv, report->path);
  word(csv, dz_finding_kind_name(f->kind), dz_finding_kind_label(f->kind, true));
  word(csv, dz_severity_name(f->severity), dz_label_text(dz_label_severity(f->severity), true));
  if (f->canonical)
    word(csv, f->canonical->id, f->canonical->name_zh);
  else
    empty(csv, 1);
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

dz_status dz_csv_review(char **out, size_t *length, const dz_review *review, dz_cuts *cuts,
                        const dz_render_options *options, dz_error *error) {
  static const column columns[] = {{"finding", "序号"},
                                   {"report", "报告"},
                                   {"kind", "类别"},
                                   {"severity", "程度"},
                                   {"canonical", "规范章节"},
                                   {"message", "说明"},
                                   {"expected", "应为或所指"},
                                   {"place", "位置"},
                                   {"start", "起"},
                                   {"end", "止"},
                                   {"quote", "原文"}};
  dz_csv csv;

  dz_csv_init(&csv, options);
  heads(&csv, columns, sizeof columns / sizeof *columns);
  cuts->item = csv.out.length;
  for (size_t i = 0; i < review->finding_count; i++)
    for (size_t k = 0; k == 0 || k < review->findings[i].span_count; k++)
      finding(&csv, review, i, k, cuts->findings_before);
  cuts->middle = cuts->later = cuts->close = csv.out.length;
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
  word(csv, dz_change_type_name(item->type), dz_label_text(dz_label_change_type(item->type), true));
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
    word(csv, dz_reuse_class_name(item->reuse_class),
         dz_label_text(dz_label_reuse_class(item->reuse_class), true));
    dz_csv_share(csv, item->similarity);
    dz_csv_string(csv, report->path);
    place(csv, report, item->places[i].span.start);
    dz_csv_number(csv, item->places[i].span.start);
    dz_csv_number(csv, item->places[i].span.end);
    dz_csv_span(csv, report, item->places[i].span);
    dz_csv_row(csv);
  }
}

dz_status dz_csv_comparison(char **out, size_t *length, const dz_comparison *c,
                            const dz_render_options *options, dz_error *error) {
  static const column changes[] = {
      {"id", "编号"},        {"type", "类型"},    {"attributes", "性质"}, {"similarity", "相似"},
      {"a_place", "甲位置"}, {"a_start", "甲起"}, {"a_end", "甲止"},      {"a_text", "甲文"},
      {"b_place", "乙位置"}, {"b_start", "乙起"}, {"b_end", "乙止"},      {"b_text", "乙文"}};
  static const column passages[] = {{"passage", "序号"}, {"class", "类别"}, {"similarity", "相似"},
                                    {"report", "报告"},  {"place", "位置"}, {"start", "起"},
                                    {"end", "止"},       {"text", "原文"}};
  dz_csv csv;

  dz_csv_init(&csv, options);
  if (c->report_count == 2)
    heads(&csv, changes, sizeof changes / sizeof *changes);
  else
    heads(&csv, passages, sizeof passages / sizeof *passages);
  if (c->report_count == 2)
    for (size_t i = 0; i < c->change_count; i++) change(&csv, c, &c->changes[i]);
  else
    for (size_t i = 0; i < c->reuse_count; i++) passage(&csv, c, i);
  return dz_csv_finish(&csv, out, length, error);
}
