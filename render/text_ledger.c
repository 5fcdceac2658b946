/* text_ledger.c - commitments held against the later reports: 台账 */
#include "formats.h"
#include "text_parts.h"
#include "thread.h"

enum { THREADS_SHOWN = 30, ENTRIES_SHOWN = 12 };

static void year(dz_writer *w, dz_style style, const dz_ledger *ledger, size_t report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_year(&name, ledger->reports, report, ledger->report_count, w->chinese);
  dz_text_buffer(w, style, &name);
}

static void counts(dz_writer *w, const dz_ledger *ledger) {
  static const dz_label heads[] = {DZ_L_REPORT, DZ_L_PROMISED,    DZ_L_TESTABLE,   DZ_L_MET,
                                   DZ_L_MISSED, DZ_L_IN_PROGRESS, DZ_L_UNREPORTED, DZ_L_TO_CHECK};

  dz_write_table(w, sizeof heads / sizeof *heads);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) dz_text_label_cell(w, heads[i]);
  for (size_t i = 0, at = 0; i < ledger->report_count; at += ledger->counts[i++].promised) {
    const dz_ledger_count *count = &ledger->counts[i];
    const size_t figures[] = {count->promised,    count->testable, count->met,     count->missed,
                              count->in_progress, count->silent,   count->to_check};
    bool silent = !count->promised || !dz_label_outcome_judged(&ledger->entries[at].outcome);
    year(w, DZ_STRONG, ledger, i);
    dz_write_cell(w);
    for (size_t k = 0; k < sizeof figures / sizeof *figures; k++) {
      if (silent && k >= 2)
        dz_write(w, DZ_FAINT, "—");
      else
        dz_write_format(w, DZ_PLAIN, "%zu", figures[k]);
      dz_write_cell(w);
    }
  }
  dz_write_table_end(w);
}

/* What the later report says: its figure, else its words, else "—". */
static void outcome(dz_writer *w, const dz_ledger *ledger, const dz_outcome *o) {
  if (o->value)
    dz_write_format(w, DZ_PLAIN, "%s%s", o->value, o->unit ? o->unit : "");
  else if (o->evidence_count)
    dz_write_excerpt(w, DZ_PLAIN, ledger->reports[o->evidence[0].report], o->evidence[0].span,
                     DZ_TEXT_QUOTE / 2);
  else
    dz_write(w, DZ_FAINT, "—");
  if (o->evidence_count && !o->value) return;
  if (o->caution) dz_write_format(w, DZ_NOTABLE, "（%s）", o->caution);
}

/* "达到，待核对，调低": the verdict on the past year and what became of the promise. */
static void status(dz_writer *w, const dz_entry *entry) {
  const char *comma = w->chinese ? "，" : ", ";
  bool told = dz_label_outcome_tells(&entry->outcome);

  if (told) dz_text_label(w, DZ_PLAIN, dz_label_outcome(entry->outcome.status));
  if (entry->outcome.to_check)
    dz_write_format(w, DZ_NOTABLE, "%s%s", told ? comma : "",
                    dz_label_text(DZ_L_TO_CHECK, w->chinese));
  if (entry->renewal.report >= 0 && entry->renewal.change != DZ_RENEWAL_SAME)
    dz_write_format(w, DZ_NOTABLE, "%s%s", comma,
                    dz_label_text(dz_label_renewal(&entry->renewal), w->chinese));
}

static void renewal(dz_writer *w, const dz_ledger *ledger, const dz_renewal *r) {
  const dz_report *report;
  const dz_commitment *commitment;
  dz_buffer target;

  if (r->report < 0) {
    dz_write(w, DZ_FAINT, "—");
    return;
  }
  report = ledger->reports[r->report];
  commitment = &report->commitments[r->commitment];
  dz_buffer_init(&target);
  dz_name_target(&target, report, commitment);
  if (!target.length) dz_write_excerpt(w, DZ_PLAIN, report, commitment->span, DZ_TEXT_QUOTE / 2);
  dz_text_buffer(w, DZ_PLAIN, &target);
}

static void paragraph(dz_writer *w, const dz_report *report, uint32_t position) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_buffer_char(&name, ' ');
  dz_name_paragraph(&name, report, position);
  dz_text_buffer(w, DZ_FAINT, &name);
}

/* A target: sign, indicator, figure. Anything else: sign and clause. */
static void entry_row(dz_writer *w, const dz_ledger *ledger, const dz_entry *entry, bool figures) {
  const dz_report *report = ledger->reports[entry->report];
  const dz_commitment *commitment = &report->commitments[entry->commitment];
  dz_buffer name;

  dz_text_cell(w, DZ_STRONG, dz_sign_outcome(&entry->outcome));
  if (figures) {
    dz_buffer_init(&name);
    dz_name_matter(&name, report, commitment, DZ_TEXT_MATTER);
    dz_text_buffer(w, DZ_PLAIN, &name);
    dz_write_cell(w);
    dz_buffer_init(&name);
    dz_name_target(&name, report, commitment);
    dz_text_buffer(w, DZ_PLAIN, &name);
  } else {
    dz_write_excerpt(w, DZ_PLAIN, report, commitment->span, DZ_TEXT_QUOTE / 2);
  }
  paragraph(w, report, commitment->span.start);
  dz_write_cell(w);
  outcome(w, ledger, &entry->outcome);
  if (entry->outcome.evidence_count)
    paragraph(w, ledger->reports[entry->outcome.evidence[0].report],
              entry->outcome.evidence[0].span.start);
  dz_write_cell(w);
  renewal(w, ledger, &entry->renewal);
  dz_write_cell(w);
  status(w, entry);
  dz_write_cell(w);
}

static void head_of_year(dz_writer *w, const dz_ledger *ledger, size_t report) {
  year(w, DZ_STRONG, ledger, report);
  if (!w->chinese) dz_write(w, DZ_STRONG, " ");
}

static void entry_heads(dz_writer *w, const dz_ledger *ledger, size_t report, bool figures) {
  bool later = report + 1 < ledger->report_count, one = later && report + 2 == ledger->report_count;

  dz_text_cell(w, DZ_PLAIN, "");
  if (figures) dz_text_label_cell(w, DZ_L_INDICATOR);
  head_of_year(w, ledger, report);
  dz_text_label_cell(w, figures ? DZ_L_TARGET : DZ_L_COMMITMENTS);
  if (one) head_of_year(w, ledger, report + 1);
  dz_text_label_cell(w, DZ_L_REPORTED);
  if (one) head_of_year(w, ledger, report + 1);
  dz_text_label_cell(w, one ? (figures ? DZ_L_TARGET : DZ_L_COMMITMENTS) : DZ_L_RENEWAL);
  dz_text_label_cell(w, DZ_L_STATUS);
}

static bool has_figure(const dz_ledger *ledger, const dz_entry *entry) {
  return ledger->reports[entry->report]->commitments[entry->commitment].quantity >= 0;
}

/* The tables of a report, in their order. */
typedef enum sheet { MAIN_TARGETS, FIGURES, OTHERS, SHEETS } sheet;

static sheet sheet_of(const dz_ledger *ledger, const dz_entry *entry) {
  if (entry->main) return MAIN_TARGETS;
  return has_figure(ledger, entry) ? FIGURES : OTHERS;
}

/* What the later report speaks of comes first, then what could be tested and
 * is not spoken of. */
static int rank(const dz_ledger *ledger, const dz_entry *entry) {
  if (entry->outcome.status != DZ_OUTCOME_UNREPORTED) return 0;
  return ledger->reports[entry->report]->commitments[entry->commitment].testable ? 1 : 2;
}

/* The entries [first, end) of one report that belong into one table. The main targets are shown
 * all, in their order. */
static void entry_table(dz_writer *w, const dz_ledger *ledger, size_t first, size_t end,
                        sheet which) {
  static const size_t limits[] = {ENTRIES_SHOWN, ENTRIES_SHOWN / 2, 0};
  bool figures = which != OTHERS;
  size_t folded = 0, count = 0;

  for (size_t i = first; i < end; i++) count += sheet_of(ledger, &ledger->entries[i]) == which;
  if (!count) return;

  dz_write_table(w, figures ? 6 : 5);
  entry_heads(w, ledger, ledger->entries[first].report, figures);
  for (int r = 0; r < 3; r++) {
    size_t shown = 0;
    for (size_t i = first; i < end; i++) {
      const dz_entry *entry = &ledger->entries[i];
      if (sheet_of(ledger, entry) != which) continue;
      if (which == MAIN_TARGETS ? r > 0 : rank(ledger, entry) != r) continue;
      if (!w->options->all && which != MAIN_TARGETS && ++shown > (figures ? 2 : 1) * limits[r])
        folded++;
      else
        entry_row(w, ledger, entry, figures);
    }
  }
  dz_write_table_end(w);
  dz_text_folded(w, folded);
  dz_write_gap(w);
}

/* "2014年 7.5%左右 → 7.4% －": one year of a thread. */
static void thread_year(dz_writer *w, const dz_ledger *ledger, const dz_entry *entry) {
  const dz_report *report = ledger->reports[entry->report];
  dz_buffer target;
  size_t first;

  dz_write(w, DZ_PLAIN, "  ");
  first = w->glyphs.count;
  year(w, DZ_FAINT, ledger, entry->report);
  dz_write(w, DZ_PLAIN, " ");
  dz_buffer_init(&target);
  dz_name_target(&target, report, &report->commitments[entry->commitment]);
  if (!target.length) dz_buffer_string(&target, "…");
  dz_text_buffer(w, DZ_PLAIN, &target);
  if (entry->report + 1 < ledger->report_count) {
    dz_write(w, DZ_FAINT, "→");
    if (entry->outcome.value)
      dz_write_format(w, DZ_PLAIN, "%s%s ", entry->outcome.value,
                      entry->outcome.unit ? entry->outcome.unit : "");
    dz_write(w, DZ_STRONG, dz_sign_outcome(&entry->outcome));
  }
  dz_write_glue(w, first);
}

static void thread_line(dz_writer *w, const dz_ledger *ledger, const dz_thread *thread) {
  dz_write(w, DZ_STRONG, thread->indicator ? thread->indicator : "—");
  if (thread->stalled)
    dz_write_format(w, DZ_NOTABLE, "  %s", dz_label_text(DZ_L_STALLED, w->chinese));
  for (size_t k = 0; k < thread->entry_count; k++)
    thread_year(w, ledger, &ledger->entries[thread->entries[k]]);
  dz_write_end(w, DZ_BLOCK_ITEM);
}

/* Indicators with figures, the longest first; what is said without figures is
 * folded. */
static void threads(dz_writer *w, const dz_ledger *ledger) {
  size_t shown = 0, folded = 0;

  for (int figures = 1; figures >= 0; figures--) {
    dz_thread_walk walk = dz_thread_walk_begin(ledger, figures);
    const dz_thread *thread;
    while ((thread = dz_thread_walk_next(&walk))) {
      if (!w->options->all && (!figures || shown == THREADS_SHOWN)) {
        folded++;
        continue;
      }
      thread_line(w, ledger, thread);
      shown++;
    }
  }
  dz_text_folded(w, folded);
}

static void legend(dz_writer *w) {
  dz_write(
      w, DZ_FAINT,
      w->chinese
          ? "✓ 达到  ＋ 超过（高出0.5个百分点或5%以上）  － 未达  ◐ 部分  … 进行中  ∅ 未提及  ? "
            "待核对；“自报”照录后一份报告原文，不作核实"
          : "✓ met  ＋ exceeded (by 0.5 points or 5 % and more)  － not reached  ◐ partly  … under "
            "way  ∅ unreported  "
            "? to be checked; "
            "“reported” is what the later report says, not verified");
  dz_write_end(w, DZ_BLOCK_LINE);
}

dz_status dz_text_of_ledger(char **out, size_t *length, const dz_ledger *ledger,
                            const dz_render_options *options, dz_error *error) {
  dz_writer w;
  dz_told told = dz_told_ledger(ledger);
  size_t part = 0, at = 0;

  dz_writer_init(&w, options);
  dz_text_label(&w, DZ_PLAIN, DZ_L_LEDGER);
  dz_write_end(&w, DZ_BLOCK_TITLE);
  dz_text_reports(&w, ledger->reports, ledger->report_count);
  for (size_t i = 0; i < ledger->note_count; i++) {
    dz_text_label(&w, DZ_NOTABLE, DZ_L_NOTES);
    dz_write_format(&w, DZ_PLAIN, ": %s", w.chinese ? ledger->notes_zh[i] : ledger->notes_en[i]);
    dz_write_end(&w, DZ_BLOCK_ITEM);
  }
  dz_text_part(&w, &part, DZ_L_SUMMARY);
  dz_text_points(&w, &told);
  counts(&w, ledger);
  legend(&w);
  if (ledger->report_count > 2) {
    dz_text_part(&w, &part, DZ_L_SERIES);
    threads(&w, ledger);
  }
  for (size_t report = 0; report + 1 < ledger->report_count; report++) {
    size_t first = at;
    while (at < ledger->entry_count && ledger->entries[at].report == report) at++;
    if (first == at || !dz_label_outcome_judged(&ledger->entries[first].outcome)) continue;
    dz_text_part(&w, &part, DZ_L_LEDGER);
    for (int which = MAIN_TARGETS; which < SHEETS; which++)
      entry_table(&w, ledger, first, at, (sheet)which);
  }
  return dz_writer_finish(&w, out, length, error);
}
