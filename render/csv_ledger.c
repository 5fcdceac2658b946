/* csv_ledger.c - the ledger of commitments as a table, one commitment a row */
#include "csv.h"
#include "formats.h"
#include "naming.h"

static void empty(dz_csv *csv, size_t fields) {
  while (fields--) dz_csv_string(csv, NULL);
}

static void place(dz_csv *csv, const dz_report *report, uint32_t position) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_place(&name, report, position);
  dz_csv_buffer(csv, &name);
}

static void report_year(dz_csv *csv, const dz_report *report) {
  if (report->year)
    dz_csv_number(csv, report->year);
  else
    empty(csv, 1);
}

/* value, unit, modifier */
static void target(dz_csv *csv, const dz_report *report, const dz_commitment *c) {
  if (c->quantity < 0) {
    empty(csv, 3);
    return;
  }
  dz_csv_string(
      csv, report->quantities[c->quantity].masked ? NULL : report->quantities[c->quantity].value);
  dz_csv_string(csv, c->unit);
  dz_csv_string(csv, dz_modifier_name(c->modifier));
}

static void promised(dz_csv *csv, const dz_report *report, const dz_commitment *c) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_matter(&name, report, c, SIZE_MAX);
  dz_csv_buffer(csv, &name);
  dz_csv_label(csv, dz_label_sort(c->sort));
  dz_csv_label(csv, dz_label_kind(c->kind));
  dz_csv_number(csv, c->strength);
  target(csv, report, c);
  dz_buffer_init(&name);
  dz_name_deadline(&name, c);
  dz_csv_buffer(csv, &name);
  place(csv, report, c->span.start);
  dz_csv_span(csv, report, c->span);
}

static void outcome(dz_csv *csv, const dz_ledger *ledger, const dz_outcome *o) {
  if (dz_label_outcome_tells(o)) /* silence that is in doubt is not called silence */
    dz_csv_label(csv, dz_label_outcome(o->status));
  else
    empty(csv, 1);
  dz_csv_string(csv, o->value);
  dz_csv_string(csv, o->value ? o->unit : NULL);
  if (o->evidence_count) {
    const dz_report *report = ledger->reports[o->evidence[0].report];
    report_year(csv, report);
    place(csv, report, o->evidence[0].span.start);
    dz_csv_span(csv, report, o->evidence[0].span);
  } else {
    empty(csv, 3);
  }
  dz_csv_string(csv, o->to_check ? dz_label_text(DZ_L_TO_CHECK, csv->chinese) : NULL);
  dz_csv_share(csv, o->confidence);
  dz_csv_string(csv, o->rule);
  dz_csv_string(csv, o->caution);
}

static void renewal(dz_csv *csv, const dz_ledger *ledger, const dz_renewal *r) {
  const dz_report *report;
  const dz_commitment *c;

  if (r->report < 0) {
    empty(csv, 6);
    return;
  }
  report = ledger->reports[r->report];
  c = &report->commitments[r->commitment];
  dz_csv_label(csv, dz_label_renewal(r));
  target(csv, report, c);
  place(csv, report, c->span.start);
  dz_csv_span(csv, report, c->span);
}

dz_status dz_csv_ledger(char **out, size_t *length, const dz_ledger *ledger,
                        const dz_render_options *options, dz_error *error) {
  static const char *const names_zh[] = {
      "编号",     "年份",     "指标/事项", "类别",     "种类", "力度",   "目标值",   "目标单位",
      "目标限定", "期限",     "位置",      "原文",     "状态", "自报值", "自报单位", "自报年份",
      "自报位置", "自报原文", "待核对",    "把握",     "规则", "口径",   "后续变化", "后续目标值",
      "后续单位", "后续限定", "后续位置",  "后续原文", NULL};
  static const char *const names_en[] = {"id",
                                         "year",
                                         "matter",
                                         "sort",
                                         "kind",
                                         "strength",
                                         "target_value",
                                         "target_unit",
                                         "target_modifier",
                                         "deadline",
                                         "place",
                                         "quote",
                                         "status",
                                         "outcome_value",
                                         "outcome_unit",
                                         "outcome_year",
                                         "outcome_place",
                                         "outcome_quote",
                                         "to_check",
                                         "confidence",
                                         "rule",
                                         "caution",
                                         "renewal_change",
                                         "renewal_value",
                                         "renewal_unit",
                                         "renewal_modifier",
                                         "renewal_place",
                                         "renewal_quote",
                                         NULL};
  dz_csv csv;

  dz_csv_init(&csv, options);
  for (const char *const *name = options->chinese ? names_zh : names_en; *name; name++)
    dz_csv_string(&csv, *name);
  dz_csv_row(&csv);
  for (size_t i = 0; i < ledger->entry_count; i++) {
    const dz_entry *entry = &ledger->entries[i];
    const dz_report *report = ledger->reports[entry->report];
    dz_csv_string(&csv, entry->id);
    report_year(&csv, report);
    promised(&csv, report, &report->commitments[entry->commitment]);
    outcome(&csv, ledger, &entry->outcome);
    renewal(&csv, ledger, &entry->renewal);
    dz_csv_row(&csv);
  }
  return dz_csv_finish(&csv, out, length, error);
}
