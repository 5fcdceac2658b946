/* html_ledger.c - the page of the ledger of commitments */
#include "base/error.h"
#include "formats.h"
#include "html_chart.h"
#include "html_page.h"
#include "thread.h"

enum { MATTER_LIMIT = 24, CLAUSE_LIMIT = 40, CHART_LEAST = 3 };

static void year(dz_html *h, const dz_ledger *ledger, size_t report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_year(&name, ledger->reports, report, ledger->report_count, h->chinese);
  dz_html_buffer(h, &name);
}

static void counts(dz_html *h, const dz_ledger *ledger) {
  static const dz_label heads[] = {DZ_L_REPORT, DZ_L_PROMISED,    DZ_L_TESTABLE,   DZ_L_MET,
                                   DZ_L_MISSED, DZ_L_IN_PROGRESS, DZ_L_UNREPORTED, DZ_L_TO_CHECK};

  dz_html_part(h, DZ_L_SUMMARY);
  dz_html_markup(h, "<div class=\"scroll\"><table>\n<thead><tr>");
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) dz_html_head_cell(h, heads[i]);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0, at = 0; i < ledger->report_count; at += ledger->counts[i++].promised) {
    const dz_ledger_count *c = &ledger->counts[i];
    dz_html_markup(h, "<tr><th scope=\"row\">");
    year(h, ledger, i);
    dz_html_markup(h, "</th><td class=\"figure\">%zu</td><td class=\"figure\">%zu</td>",
                   c->promised, c->testable);
    if (c->promised && dz_label_outcome_judged(&ledger->entries[at].outcome))
      dz_html_markup(
          h,
          "<td class=\"figure\">%zu</td><td class=\"figure\">%zu</td><td class=\"figure\">%zu</td>"
          "<td class=\"figure\">%zu</td><td class=\"figure\">%zu</td></tr>\n",
          c->met, c->missed, c->in_progress, c->silent, c->to_check);
    else
      dz_html_markup(h, "<td class=\"none\" colspan=\"5\">—</td></tr>\n");
  }
  dz_html_markup(h, "</tbody></table></div>\n<p class=\"legend\">");
  dz_html_say(h,
              "✓ 达到  ＋ 超过（高出0.5个百分点或5%以上）  － 未达  ◐ 部分  … 进行中  ∅ 未提及  ? "
              "待核对；“自报”照录后一份报告原文，不作核实",
              "✓ met  ＋ exceeded (by 0.5 points or 5 % and more)  － not reached  ◐ partly  … "
              "under way  ∅ unreported  ? to be "
              "checked; “reported” is "
              "what the later report says, not verified");
  dz_html_markup(h, "</p>\n");
  dz_html_part_end(h);
}

static void target(dz_html *h, const dz_report *report, const dz_commitment *c) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_target(&name, report, c);
  if (!name.length) dz_html_excerpt(h, report, c->span, CLAUSE_LIMIT);
  dz_html_buffer(h, &name);
}

static void outcome(dz_html *h, const dz_ledger *ledger, const dz_outcome *o) {
  if (o->value) {
    dz_html_text(h, o->value);
    dz_html_text(h, o->unit ? o->unit : "");
  } else if (o->evidence_count) {
    dz_html_excerpt(h, ledger->reports[o->evidence[0].report], o->evidence[0].span, CLAUSE_LIMIT);
  } else {
    dz_html_markup(h, "—");
  }
  if (o->caution) {
    dz_html_markup(h, " <em>");
    dz_html_text(h, o->caution);
    dz_html_markup(h, "</em>");
  }
}

/* Why a place gives no plain verdict, as the reader is told. */
static void reason(dz_html *h, dz_reason why) {
  static const char *const zh[] = {"",         "时期不同", "范围不同",     "总数与新增不同",
                                   "口径不同", "尚属计划", "名称不尽相同", "相同的词太少",
                                   "没有数值", "尚未到期", "只说了界限",   "说的是另一指标"};
  static const char *const en[] = {"",
                                   "another period",
                                   "another scope",
                                   "a total, not what is new, or the reverse",
                                   "another kind of figure",
                                   "still planned",
                                   "the names differ",
                                   "too few words in common",
                                   "no figure",
                                   "not due yet",
                                   "only a bound",
                                   "another indicator"};

  dz_html_say(h, zh[why], en[why]);
}

/* The places that were looked at without a plain verdict; of silence the nearest one. */
static void looked_at(dz_html *h, const dz_ledger *ledger, const dz_outcome *o) {
  size_t count = o->to_check || !o->candidate_count ? o->candidate_count : 1;

  for (size_t i = 0; i < count; i++) {
    dz_html_quote(h, ledger->reports, ledger->report_count, o->candidates[i].place);
    dz_html_markup(h, "<small>");
    reason(h, o->candidates[i].why);
    dz_html_markup(h, "</small>\n");
  }
}

/* The words on both sides, and how the verdict came about. */
static void quotes(dz_html *h, const dz_ledger *ledger, const dz_entry *entry) {
  const dz_outcome *o = &entry->outcome;
  const dz_commitment *c = &ledger->reports[entry->report]->commitments[entry->commitment];

  dz_html_quote(h, ledger->reports, ledger->report_count, (dz_place){entry->report, c->span});
  for (size_t i = 0; i < o->evidence_count; i++)
    dz_html_quote(h, ledger->reports, ledger->report_count, o->evidence[i]);
  looked_at(h, ledger, o);
  if (entry->renewal.report >= 0) {
    uint32_t report = (uint32_t)entry->renewal.report;
    dz_html_quote(
        h, ledger->reports, ledger->report_count,
        (dz_place){report, ledger->reports[report]->commitments[entry->renewal.commitment].span});
  }
  dz_html_markup(h, "<small>");
  dz_html_label(h, dz_label_kind(c->kind));
  dz_html_markup(h, " · ");
  dz_html_label(h, DZ_L_STRENGTH);
  dz_html_markup(h, " %d · ", c->strength);
  dz_html_label(h, DZ_L_CONFIDENCE);
  dz_html_markup(h, " %.2f", o->confidence);
  if (o->rule) {
    dz_html_markup(h, " · ");
    dz_html_label(h, DZ_L_RULE);
    dz_html_markup(h, " ");
    dz_html_text(h, o->rule);
  }
  dz_html_markup(h, "</small>");
}

static void entry_row(dz_html *h, const dz_ledger *ledger, const dz_entry *entry) {
  const dz_report *report = ledger->reports[entry->report];
  const dz_commitment *c = &report->commitments[entry->commitment];
  const dz_renewal *r = &entry->renewal;
  dz_buffer name;

  dz_html_markup(h, "<tr id=\"e%zu\" class=\"st o-%s\"><td>%s</td><td><details><summary>",
                 (size_t)(entry - ledger->entries),
                 entry->outcome.to_check ? "to_check"
                                         : dz_outcome_status_name(entry->outcome.status),
                 dz_sign_outcome(&entry->outcome));
  dz_buffer_init(&name);
  dz_name_matter(&name, report, c, MATTER_LIMIT);
  dz_html_buffer(h, &name);
  dz_html_markup(h, "</summary>\n");
  quotes(h, ledger, entry);
  dz_html_markup(h, "</details></td><td>");
  target(h, report, c);
  dz_html_markup(h, "</td><td>");
  dz_buffer_init(&name);
  dz_name_deadline(&name, c);
  dz_html_buffer(h, &name);
  dz_html_markup(h, "</td><td>");
  outcome(h, ledger, &entry->outcome);
  dz_html_markup(h, "</td><td>");
  if (r->report >= 0)
    target(h, ledger->reports[r->report], &ledger->reports[r->report]->commitments[r->commitment]);
  else
    dz_html_markup(h, "—");
  dz_html_markup(h, "</td><td>");
  if (dz_label_outcome_tells(&entry->outcome))
    dz_html_label(h, dz_label_outcome(entry->outcome.status));
  if (entry->outcome.to_check) {
    dz_html_markup(h, " <em>");
    dz_html_label(h, DZ_L_TO_CHECK);
    dz_html_markup(h, "</em>");
  }
  if (r->report >= 0 && r->change != DZ_RENEWAL_SAME) {
    dz_html_markup(h, " <em>");
    dz_html_label(h, dz_label_renewal(r));
    dz_html_markup(h, "</em>");
  }
  dz_html_markup(h, "</td></tr>\n");
}

typedef enum shelf { MAIN_TARGETS, FIGURES, REPORTED, SILENT, SHELVES } shelf;

static shelf shelf_of(const dz_ledger *ledger, const dz_entry *entry) {
  if (entry->main) return MAIN_TARGETS;
  if (ledger->reports[entry->report]->commitments[entry->commitment].quantity >= 0) return FIGURES;
  return entry->outcome.status == DZ_OUTCOME_UNREPORTED ? SILENT : REPORTED;
}

static void shelf_table(dz_html *h, const dz_ledger *ledger, size_t first, size_t end,
                        shelf which) {
  static const char *const zh[] = {"主要预期目标", "其他有数值的目标", "其他承诺：后一份报告提及的",
                                   "其他承诺：后一份报告未提及的"};
  static const char *const en[] = {"main targets of the year", "other targets with a figure",
                                   "other commitments: the later report speaks of them",
                                   "other commitments: the later report is silent"};
  size_t count = 0;

  for (size_t i = first; i < end; i++) count += shelf_of(ledger, &ledger->entries[i]) == which;
  if (!count) return;
  dz_html_markup(h, "<details%s><summary>", which == SILENT ? "" : " open");
  dz_html_say(h, zh[which], en[which]);
  dz_html_markup(
      h, " %zu</summary>\n<div class=\"scroll\"><table class=\"ledger\">\n<thead><tr><th></th>",
      count);
  dz_html_head_cell(h, DZ_L_INDICATOR);
  dz_html_head_cell(h, DZ_L_TARGET);
  dz_html_head_cell(h, DZ_L_DEADLINE);
  dz_html_head_cell(h, DZ_L_REPORTED);
  dz_html_head_cell(h, DZ_L_RENEWAL);
  dz_html_head_cell(h, DZ_L_STATUS);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = first; i < end; i++)
    if (shelf_of(ledger, &ledger->entries[i]) == which) entry_row(h, ledger, &ledger->entries[i]);
  dz_html_markup(h, "</tbody></table></div></details>\n");
}

/* The entries [first, end) of one report. */
static void report_entries(dz_html *h, const dz_ledger *ledger, size_t first, size_t end,
                           size_t report) {
  h->part++;
  dz_html_markup(h, "<section id=\"p%zu\" class=\"part\">\n<h2>", h->part);
  year(h, ledger, report);
  dz_html_markup(h, " ");
  dz_html_label(h, DZ_L_LEDGER);
  dz_html_markup(h, "</h2>\n");
  for (int which = MAIN_TARGETS; which < SHELVES; which++)
    shelf_table(h, ledger, first, end, (shelf)which);
  dz_html_part_end(h);
}

static void thread_row(dz_html *h, const dz_ledger *ledger, const dz_thread *thread) {
  size_t at = 0;

  dz_html_markup(h, "<tr><th scope=\"row\">");
  dz_html_text(h, thread->indicator ? thread->indicator : "—");
  if (thread->stalled) {
    dz_html_markup(h, " <em>");
    dz_html_label(h, DZ_L_STALLED);
    dz_html_markup(h, "</em>");
  }
  dz_html_markup(h, "</th>");
  for (size_t report = 0; report < ledger->report_count; report++) {
    bool any = false;
    dz_html_markup(h, "<td>");
    for (; at < thread->entry_count && ledger->entries[thread->entries[at]].report == report;
         at++) {
      const dz_entry *entry = &ledger->entries[thread->entries[at]];
      bool last = !dz_label_outcome_judged(&entry->outcome); /* has no table of its own */
      if (any) dz_html_markup(h, "<br>");
      if (!last) dz_html_markup(h, "<a href=\"#e%u\">", (unsigned)thread->entries[at]);
      target(h, ledger->reports[report], &ledger->reports[report]->commitments[entry->commitment]);
      if (!last) {
        dz_html_markup(h, "</a>");
        dz_html_markup(h, " <small>→</small> <span class=\"keep\">");
        if (entry->outcome.value) outcome(h, ledger, &entry->outcome);
        dz_html_markup(h, " %s</span>", dz_sign_outcome(&entry->outcome));
      }
      any = true;
    }
    dz_html_markup(h, "</td>");
  }
  dz_html_markup(h, "</tr>\n");
}

static void thread_table(dz_html *h, const dz_ledger *ledger, bool figures) {
  dz_thread_walk walk = dz_thread_walk_begin(ledger, figures);
  const dz_thread *thread;

  dz_html_markup(h, "<details%s><summary>", figures ? " open" : "");
  if (figures)
    dz_html_say(h, "有数值的目标", "targets with a figure");
  else
    dz_html_say(h, "其他承诺", "other commitments");
  dz_html_markup(h, "</summary>\n<div class=\"scroll\"><table class=\"series\">\n<thead><tr>");
  dz_html_head_cell(h, DZ_L_INDICATOR);
  for (size_t i = 0; i < ledger->report_count; i++) {
    dz_html_markup(h, "<th scope=\"col\">");
    year(h, ledger, i);
    dz_html_markup(h, "</th>");
  }
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  while ((thread = dz_thread_walk_next(&walk))) thread_row(h, ledger, thread);
  dz_html_markup(h, "</tbody></table></div></details>\n");
}

static void threads(dz_html *h, const dz_ledger *ledger) {
  dz_thread_walk walk = dz_thread_walk_begin(ledger, true);
  const dz_thread *thread;

  dz_html_part(h, DZ_L_SERIES);
  dz_html_markup(h, "<div class=\"charts\">\n");
  while ((thread = dz_thread_walk_next(&walk)))
    if (thread->entry_count >= CHART_LEAST) dz_html_chart(h, ledger, thread);
  dz_html_markup(h, "</div>\n");
  thread_table(h, ledger, true);
  thread_table(h, ledger, false);
  dz_html_part_end(h);
}

dz_status dz_html_ledger(char **out, size_t *length, const dz_ledger *ledger,
                         const dz_render_options *options, dz_error *error) {
  dz_told told = dz_told_ledger(ledger);
  static const dz_html_state states[] = {{"met", DZ_L_MET},
                                         {"exceeded", DZ_L_EXCEEDED},
                                         {"missed", DZ_L_MISSED},
                                         {"partial", DZ_L_PARTIAL},
                                         {"in_progress", DZ_L_IN_PROGRESS},
                                         {"unreported", DZ_L_UNREPORTED},
                                         {"to_check", DZ_L_TO_CHECK}};
  size_t at = 0;
  dz_html html;

  dz_html_init(&html, options);
  dz_html_begin(&html, DZ_L_LEDGER);
  dz_html_reports(&html, ledger->reports, ledger->report_count);
  dz_html_points(&html, &told);
  for (size_t i = 0; i < ledger->note_count; i++) {
    dz_html_markup(&html, "<p class=\"notable\">");
    dz_html_text(&html, html.chinese ? ledger->notes_zh[i] : ledger->notes_en[i]);
    dz_html_markup(&html, "</p>\n");
  }
  counts(&html, ledger);
  if (ledger->report_count > 2) threads(&html, ledger);
  dz_html_states(&html, states, sizeof states / sizeof *states);
  for (size_t report = 0; report + 1 < ledger->report_count; report++) {
    size_t first = at;
    while (at < ledger->entry_count && ledger->entries[at].report == report) at++;
    if (at > first && dz_label_outcome_judged(&ledger->entries[first].outcome))
      report_entries(&html, ledger, first, at, report);
  }
  dz_html_end(&html);
  return dz_html_finish(&html, out, length, error);
}
