/* csv_named.c - the tables that --table names: one row one thing, each with the file,
 * place and year of its report, so that tables of several results can be joined. With
 * English labels heads and codes are those of the JSON documents. */
#include <stdio.h>

#include "base/error.h"
#include "csv.h"
#include "formats.h"
#include "naming.h"
#include "point_words.h"

typedef struct head {
  const char *en, *zh;
} head;

static void heads(dz_csv *csv, const head *list, size_t count) {
  for (size_t i = 0; i < count; i++) dz_csv_string(csv, csv->chinese ? list[i].zh : list[i].en);
  dz_csv_row(csv);
}
#define HEADS(csv, list) heads(csv, list, sizeof(list) / sizeof *(list))

#define OF_REPORT                                                                                  \
  {"report", "报告"}, {"place", "地方"}, {                                                         \
    "year", "年份"                                                                               \
  }
#define OF_PLACE                                                                                   \
  {"where", "位置"}, {"start", "起"}, {"end", "止"}, {                                             \
    "quote", "原文"                                                                              \
  }

static void code(dz_csv *csv, const char *en, const char *zh) {
  dz_csv_string(csv, csv->chinese ? zh : en);
}

static void empty(dz_csv *csv, size_t fields) {
  while (fields--) dz_csv_string(csv, NULL);
}

/* report, place, year */
static void whose(dz_csv *csv, const dz_report *report) {
  dz_csv_file(csv, report);
  dz_csv_string(csv, report->place);
  if (report->year)
    dz_csv_number(csv, report->year);
  else
    empty(csv, 1);
}

/* where, start, end, quote */
static void place(dz_csv *csv, const dz_report *report, dz_span span) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_place(&name, report, span.start);
  dz_csv_buffer(csv, &name);
  dz_csv_number(csv, span.start);
  dz_csv_number(csv, span.end);
  dz_csv_span(csv, report, span);
}

static void section_id(dz_csv *csv, int32_t section) {
  char text[16];

  snprintf(text, sizeof text, "s%d", (int)section + 1);
  dz_csv_string(csv, section == DZ_NO_SECTION ? NULL : text);
}

static void yes(dz_csv *csv, bool value) {
  dz_csv_number(csv, value);
}

static void canonical(dz_csv *csv, const dz_canonical *node) {
  if (node)
    code(csv, node->id, node->name_zh);
  else
    empty(csv, 1);
}

/* ---- of reports: sections, figures, commitments ---- */

static void sections(dz_csv *csv, const dz_report *const *reports, size_t count) {
  static const head list[] = {OF_REPORT,
                              {"id", "编号"},
                              {"parent", "上级"},
                              {"level", "层级"},
                              {"headed", "有标题"},
                              {"number", "序号"},
                              {"heading", "标题"},
                              {"canonical", "规范章节"},
                              {"confidence", "把握"},
                              {"vacuous", "空泛"},
                              {"start", "起"},
                              {"end", "止"}};

  HEADS(csv, list);
  for (size_t r = 0; r < count; r++)
    for (size_t i = 0; i < reports[r]->section_count; i++) {
      const dz_section *s = &reports[r]->sections[i];
      whose(csv, reports[r]);
      section_id(csv, (int32_t)i);
      section_id(csv, s->parent);
      dz_csv_number(csv, s->level);
      yes(csv, s->headed);
      dz_csv_span(csv, reports[r], s->number);
      dz_csv_span(csv, reports[r], s->heading);
      canonical(csv, s->canonical);
      dz_csv_share(csv, s->confidence);
      yes(csv, s->vacuous);
      dz_csv_number(csv, s->extent.start);
      dz_csv_number(csv, s->extent.end);
      dz_csv_row(csv);
    }
}

static void day(dz_csv *csv, uint32_t date) {
  char text[32];

  snprintf(text, sizeof text, "%04u-%02u-%02u", (unsigned)(date / 10000),
           (unsigned)(date / 100 % 100), (unsigned)(date % 100));
  dz_csv_string(csv, date ? text : NULL);
}

static void figures(dz_csv *csv, const dz_report *const *reports, size_t count) {
  static const head list[] = {OF_REPORT,
                              {"indicator", "指标"},
                              {"value", "数值"},
                              {"value_high", "上限"},
                              {"unit", "单位"},
                              {"comparison", "口径"},
                              {"modifier", "限定"},
                              {"direction", "升降"},
                              {"masked", "遮盖"},
                              {"period_first", "时期起"},
                              {"period_last", "时期止"},
                              OF_PLACE};

  HEADS(csv, list);
  for (size_t r = 0; r < count; r++)
    for (size_t i = 0; i < reports[r]->quantity_count; i++) {
      const dz_quantity *q = &reports[r]->quantities[i];
      whose(csv, reports[r]);
      dz_csv_string(csv, q->indicator);
      dz_csv_string(csv, q->masked ? NULL : q->value);
      dz_csv_string(csv, q->value_high);
      dz_csv_string(csv, q->unit);
      dz_csv_string(csv, dz_comparison_kind_name(q->comparison));
      dz_csv_string(csv, dz_modifier_name(q->modifier));
      dz_csv_number(csv, q->direction);
      yes(csv, q->masked);
      day(csv, q->period_first);
      day(csv, q->period_last);
      place(csv, reports[r], q->span);
      dz_csv_row(csv);
    }
}

/* matter, sort, kind, strength, value, unit, modifier, deadline, testable */
static void promised(dz_csv *csv, const dz_report *report, const dz_commitment *c) {
  const dz_quantity *q = c->quantity < 0 ? NULL : &report->quantities[c->quantity];
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_matter(&name, report, c, SIZE_MAX);
  dz_csv_buffer(csv, &name);
  code(csv, dz_commitment_sort_name(c->sort), dz_label_text(dz_label_sort(c->sort), true));
  code(csv, dz_commitment_kind_name(c->kind), dz_label_text(dz_label_kind(c->kind), true));
  dz_csv_number(csv, c->strength);
  dz_csv_string(csv, q && !q->masked ? q->value : NULL);
  dz_csv_string(csv, q ? c->unit : NULL);
  dz_csv_string(csv, dz_modifier_name(c->modifier));
  dz_buffer_init(&name);
  dz_name_deadline(&name, c);
  dz_csv_buffer(csv, &name);
  yes(csv, c->testable);
}

#define OF_COMMITMENT                                                                              \
  {"matter", "指标/事项"}, {"sort", "类别"}, {"kind", "种类"}, {"strength", "力度"},               \
      {"value", "目标值"}, {"unit", "单位"}, {"modifier", "限定"}, {"deadline", "期限"}, {         \
    "testable", "可检验"                                                                        \
  }

static void commitments(dz_csv *csv, const dz_report *const *reports, size_t count) {
  static const head list[] = {OF_REPORT, OF_COMMITMENT, OF_PLACE};

  HEADS(csv, list);
  for (size_t r = 0; r < count; r++)
    for (size_t i = 0; i < reports[r]->commitment_count; i++) {
      whose(csv, reports[r]);
      promised(csv, reports[r], &reports[r]->commitments[i]);
      place(csv, reports[r], reports[r]->commitments[i].span);
      dz_csv_row(csv);
    }
}

static void points(dz_csv *csv, const dz_told *told) {
  for (size_t i = 0; i < told->point_count; i++) {
    const dz_point *point = &told->points[i];
    dz_buffer words;
    if (point->report >= 0)
      whose(csv, told->reports[point->report]);
    else
      empty(csv, 3);
    dz_csv_number(csv, (long long)i + 1);
    dz_csv_string(csv, dz_point_rule_name(point->rule));
    dz_buffer_init(&words);
    dz_point_words(&words, told, point, csv->chinese);
    dz_csv_buffer(csv, &words);
    dz_csv_number(csv, (long long)point->item_count);
    dz_csv_row(csv);
  }
}

static void point_heads(dz_csv *csv) {
  static const head list[] = {
      OF_REPORT, {"point", "序号"}, {"rule", "规则"}, {"text", "要点"}, {"items", "依据项数"}};

  HEADS(csv, list);
}

/* The tables that are of the reports alone; false: it is none of them. */
static bool of_reports(dz_csv *csv, const dz_report *const *reports, size_t count,
                       dz_table_name table) {
  if (table == DZ_TABLE_SECTIONS) sections(csv, reports, count);
  if (table == DZ_TABLE_FIGURES) figures(csv, reports, count);
  return table == DZ_TABLE_SECTIONS || table == DZ_TABLE_FIGURES;
}

static dz_status finish(dz_csv *csv, bool has, char **out, size_t *length, dz_error *error) {
  if (has) return dz_csv_finish(csv, out, length, error);
  dz_buffer_free(&csv->out);
  return dz_fail(error, DZ_UNSUPPORTED, "this result has no such table (see --help)");
}

dz_status dz_csv_table_reports(char **out, size_t *length, const dz_report *const *reports,
                               size_t count, const dz_render_options *options, dz_error *error) {
  dz_csv csv;
  bool has;

  dz_csv_init(&csv, options);
  has = of_reports(&csv, reports, count, options->table);
  if (options->table == DZ_TABLE_COMMITMENTS) commitments(&csv, reports, count);
  if (options->table == DZ_TABLE_POINTS) {
    point_heads(&csv);
    for (size_t i = 0; i < count; i++) {
      dz_told told = dz_told_report(&reports[i]);
      points(&csv, &told);
    }
  }
  has = has || options->table == DZ_TABLE_COMMITMENTS || options->table == DZ_TABLE_POINTS;
  return finish(&csv, has, out, length, error);
}

/* ---- of a review ---- */

static void findings(dz_csv *csv, const dz_review *review) {
  static const head list[] = {OF_REPORT,
                              {"finding", "序号"},
                              {"kind", "类别"},
                              {"severity", "程度"},
                              {"canonical", "规范章节"},
                              {"message", "说明"},
                              {"expected", "应为或所指"},
                              OF_PLACE};

  HEADS(csv, list);
  for (size_t i = 0; i < review->finding_count; i++) {
    const dz_finding *f = &review->findings[i];
    for (size_t k = 0; k == 0 || k < f->span_count; k++) {
      whose(csv, review->reports[f->report]);
      dz_csv_number(csv, (long long)i + 1);
      code(csv, dz_finding_kind_name(f->kind), dz_finding_kind_label(f->kind, true));
      code(csv, dz_severity_name(f->severity), dz_label_text(dz_label_severity(f->severity), true));
      canonical(csv, f->canonical);
      code(csv, f->message_en, f->message_zh);
      dz_csv_string(csv, f->expected);
      if (f->span_count)
        place(csv, review->reports[f->report], f->spans[k]);
      else
        empty(csv, 4);
      dz_csv_row(csv);
    }
  }
}

dz_status dz_csv_table_review(char **out, size_t *length, const dz_review *review,
                              const dz_render_options *options, dz_error *error) {
  dz_told told = dz_told_review(review);
  dz_csv csv;
  bool has;

  dz_csv_init(&csv, options);
  has = of_reports(&csv, review->reports, review->report_count, options->table);
  if (options->table == DZ_TABLE_FINDINGS) findings(&csv, review);
  if (options->table == DZ_TABLE_POINTS) {
    point_heads(&csv);
    points(&csv, &told);
  }
  has = has || options->table == DZ_TABLE_FINDINGS || options->table == DZ_TABLE_POINTS;
  return finish(&csv, has, out, length, error);
}

/* ---- of a ledger ---- */

static void followed(dz_csv *csv, const dz_ledger *ledger) {
  static const head list[] = {OF_REPORT,
                              {"id", "编号"},
                              {"main", "主要目标"},
                              OF_COMMITMENT,
                              OF_PLACE,
                              {"status", "状态"},
                              {"to_check", "待核对"},
                              {"confidence", "把握"},
                              {"rule", "规则"},
                              {"reported_in", "自报年份"},
                              {"reported_value", "自报值"},
                              {"reported_unit", "自报单位"},
                              {"reported_quote", "自报原文"},
                              {"renewal", "后续变化"},
                              {"renewal_quote", "后续原文"}};

  HEADS(csv, list);
  for (size_t i = 0; i < ledger->entry_count; i++) {
    const dz_entry *e = &ledger->entries[i];
    const dz_outcome *o = &e->outcome;
    const dz_report *report = ledger->reports[e->report];
    whose(csv, report);
    dz_csv_string(csv, e->id);
    yes(csv, e->main);
    promised(csv, report, &report->commitments[e->commitment]);
    place(csv, report, report->commitments[e->commitment].span);
    code(csv, dz_outcome_status_name(o->status), dz_label_text(dz_label_outcome(o->status), true));
    yes(csv, o->to_check);
    dz_csv_share(csv, o->confidence);
    dz_csv_string(csv, o->rule);
    if (o->report >= 0 && ledger->reports[o->report]->year)
      dz_csv_number(csv, ledger->reports[o->report]->year);
    else
      empty(csv, 1);
    dz_csv_string(csv, o->value);
    dz_csv_string(csv, o->value ? o->unit : NULL);
    if (o->evidence_count)
      dz_csv_span(csv, ledger->reports[o->evidence[0].report], o->evidence[0].span);
    else
      empty(csv, 1);
    if (e->renewal.report >= 0) {
      const dz_report *later = ledger->reports[e->renewal.report];
      code(csv, dz_renewal_change_name(e->renewal.change),
           dz_label_text(dz_label_renewal(&e->renewal), true));
      dz_csv_span(csv, later, later->commitments[e->renewal.commitment].span);
    } else {
      empty(csv, 2);
    }
    dz_csv_row(csv);
  }
}

dz_status dz_csv_table_ledger(char **out, size_t *length, const dz_ledger *ledger,
                              const dz_render_options *options, dz_error *error) {
  dz_told told = dz_told_ledger(ledger);
  dz_csv csv;
  bool has;

  dz_csv_init(&csv, options);
  has = of_reports(&csv, ledger->reports, ledger->report_count, options->table);
  if (options->table == DZ_TABLE_COMMITMENTS) followed(&csv, ledger);
  if (options->table == DZ_TABLE_POINTS) {
    point_heads(&csv);
    points(&csv, &told);
  }
  has = has || options->table == DZ_TABLE_COMMITMENTS || options->table == DZ_TABLE_POINTS;
  return finish(&csv, has, out, length, error);
}

/* ---- of a comparison ---- */

/* report, place, year, where, start, end, text of one side */
static void side(dz_csv *csv, const dz_report *report, const dz_span *spans, size_t count) {
  dz_buffer name;

  whose(csv, report);
  if (!count) {
    empty(csv, 4);
    return;
  }
  dz_buffer_init(&name);
  dz_name_place(&name, report, spans[0].start);
  dz_csv_buffer(csv, &name);
  dz_csv_number(csv, spans[0].start);
  dz_csv_number(csv, spans[count - 1].end);
  dz_csv_spans(csv, report, spans, count);
}

static void change_rows(dz_csv *csv, const dz_report *a, const dz_report *b,
                        const dz_change *changes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char attributes[DZ_LABEL_ATTRIBUTES];
    dz_csv_string(csv, changes[i].id);
    code(csv, dz_change_type_name(changes[i].type),
         dz_label_text(dz_label_change_type(changes[i].type), true));
    dz_label_attributes(changes[i].attributes, csv->chinese, attributes);
    dz_csv_string(csv, attributes);
    dz_csv_share(csv, changes[i].similarity);
    side(csv, a, changes[i].a, changes[i].a_count);
    side(csv, b, changes[i].b, changes[i].b_count);
    dz_csv_row(csv);
  }
}

/* Of two reports their changes, of more those of each step. */
static void changes(dz_csv *csv, const dz_comparison *c) {
  static const head list[] = {
      {"id", "编号"},         {"type", "类型"},      {"attributes", "性质"}, {"similarity", "相似"},
      {"a_report", "甲报告"}, {"a_place", "甲地方"}, {"a_year", "甲年份"},   {"a_where", "甲位置"},
      {"a_start", "甲起"},    {"a_end", "甲止"},     {"a_quote", "甲原文"},  {"b_report", "乙报告"},
      {"b_place", "乙地方"},  {"b_year", "乙年份"},  {"b_where", "乙位置"},  {"b_start", "乙起"},
      {"b_end", "乙止"},      {"b_quote", "乙原文"}};

  HEADS(csv, list);
  if (c->report_count == 2)
    change_rows(csv, c->reports[0], c->reports[1], c->changes, c->change_count);
  for (size_t i = 0; i < c->step_count; i++)
    change_rows(csv, c->reports[c->steps[i].a], c->reports[c->steps[i].b], c->steps[i].changes,
                c->steps[i].change_count);
}

static void link_side(dz_csv *csv, const dz_report *report, int32_t index) {
  dz_span none = {0, 0};

  if (index >= 0) {
    side(csv, report, &report->commitments[index].span, 1);
  } else {
    side(csv, report, &none, 0);
  }
}

static void links(dz_csv *csv, const dz_comparison *c) {
  static const head list[] = {
      {"change", "变化"},          {"matter", "指标/事项"},     {"earlier_report", "前报告"},
      {"earlier_place", "前地方"}, {"earlier_year", "前年份"},  {"earlier_where", "前位置"},
      {"earlier_start", "前起"},   {"earlier_end", "前止"},     {"earlier_quote", "前原文"},
      {"later_report", "后报告"},  {"later_place", "后地方"},   {"later_year", "后年份"},
      {"later_where", "后位置"},   {"later_start", "后起"},     {"later_end", "后止"},
      {"later_quote", "后原文"},   {"told_quote", "报完成原文"}};

  HEADS(csv, list);
  for (size_t i = 0; i < c->commitment_count; i++) {
    const dz_commitment_link *link = &c->commitments[i];
    bool first = link->earlier >= 0;
    const dz_report *report = c->reports[first ? link->earlier_report : link->later_report];
    dz_buffer name;
    code(csv, dz_commitment_change_name(link->change),
         dz_label_text(dz_label_commitment_change(link->change), true));
    dz_buffer_init(&name);
    dz_name_matter(&name, report, &report->commitments[first ? link->earlier : link->later],
                   SIZE_MAX);
    dz_csv_buffer(csv, &name);
    link_side(csv, c->reports[link->earlier_report], link->earlier);
    link_side(csv, c->reports[link->later_report], link->later);
    dz_csv_span(csv, c->reports[link->later_report], link->told);
    dz_csv_row(csv);
  }
}

/* One row for each place of a passage. */
static void passages(dz_csv *csv, const dz_comparison *c) {
  static const head list[] = {
      OF_REPORT,           {"passage", "序号"},     {"class", "类别"},     {"similarity", "相似"},
      {"reports", "份数"}, {"offices", "他处家数"}, {"since", "始见年份"}, OF_PLACE};

  HEADS(csv, list);
  for (size_t i = 0; i < c->reuse_count; i++) {
    const dz_reuse *item = &c->reuse[i];
    for (size_t k = 0; k < item->place_count; k++) {
      whose(csv, c->reports[item->places[k].report]);
      dz_csv_number(csv, (long long)i + 1);
      code(csv, dz_reuse_class_name(item->reuse_class),
           dz_label_text(dz_label_reuse_class(item->reuse_class), true));
      dz_csv_share(csv, item->similarity);
      dz_csv_number(csv, (long long)item->reports);
      dz_csv_number(csv, (long long)item->offices);
      if (item->since)
        dz_csv_number(csv, item->since);
      else
        empty(csv, 1);
      place(csv, c->reports[item->places[k].report], item->places[k].span);
      dz_csv_row(csv);
    }
  }
}

/* One row for each two reports and direction. */
static void matrix(dz_csv *csv, const dz_comparison *c) {
  static const head list[] = {OF_REPORT,
                              {"other_report", "另一报告"},
                              {"other_place", "另一地方"},
                              {"other_year", "另一年份"},
                              {"share", "见于另一份的比例"}};
  size_t n = c->report_count;

  HEADS(csv, list);
  for (size_t i = 0; c->similarity && i < n; i++)
    for (size_t k = 0; k < n; k++) {
      if (i == k) continue;
      whose(csv, c->reports[i]);
      whose(csv, c->reports[k]);
      dz_csv_share(csv, c->similarity[i * n + k]);
      dz_csv_row(csv);
    }
}

dz_status dz_csv_table_comparison(char **out, size_t *length, const dz_comparison *c,
                                  const dz_render_options *options, dz_error *error) {
  dz_told told = dz_told_comparison(c);
  dz_csv csv;
  bool has = true;

  dz_csv_init(&csv, options);
  switch (options->table) {
  case DZ_TABLE_CHANGES: changes(&csv, c); break;
  case DZ_TABLE_COMMITMENTS: links(&csv, c); break;
  case DZ_TABLE_PASSAGES: passages(&csv, c); break;
  case DZ_TABLE_MATRIX: matrix(&csv, c); break;
  case DZ_TABLE_POINTS:
    point_heads(&csv);
    points(&csv, &told);
    break;
  default: has = of_reports(&csv, c->reports, c->report_count, options->table);
  }
  return finish(&csv, has, out, length, error);
}
