/* text_series.c - three reports or more: each with the one before and with the
 * base, and the phrases that came and went */
#include "text_compare.h"

enum { SECTIONS_SHOWN = 8, PHRASES_SHOWN = 30, REPORTS_MOST = 40 };

static void step_head(dz_writer *w, const dz_pairing *pairing, bool to_base) {
  for (int side = 0; side < 2; side++) {
    dz_buffer name;
    if (side) dz_write(w, DZ_PLAIN, " → ");
    dz_buffer_init(&name);
    dz_name_dated(&name, pairing->all, pairing->index[side], pairing->count, w->chinese);
    dz_text_buffer(w, DZ_STRONG, &name);
  }
  if (to_base) dz_write(w, DZ_PLAIN, w->chinese ? "  对基准" : "  against the base");
  dz_write_end(w, DZ_BLOCK_SUBHEAD);
}

/* Sections that changed their place. */
static void moved_sections(dz_writer *w, const dz_pairing *pairing) {
  size_t shown = 0;

  for (size_t i = 0; i < pairing->alignment_count; i++) {
    const dz_section_pair *pair = &pairing->alignment[i];
    dz_buffer name;
    if (!pair->moved) continue;
    if (!w->options->all && shown == SECTIONS_SHOWN) {
      dz_write(w, DZ_FAINT, " …");
      break;
    }
    dz_write(w, DZ_MOVED, shown++ ? (w->chinese ? "；" : "; ") : "⇅ ");
    dz_buffer_init(&name);
    dz_name_section(&name, pairing->reports[0], pair->a);
    dz_buffer_string(&name, " → ");
    dz_name_section(&name, pairing->reports[1], pair->b);
    dz_buffer_char(&name, ' ');
    dz_text_buffer(w, DZ_PLAIN, &name);
    dz_write_excerpt(w, DZ_PLAIN, pairing->reports[1],
                     pairing->reports[1]->sections[pair->b].heading, DZ_TEXT_MATTER);
  }
  if (shown) dz_write_end(w, DZ_BLOCK_DETAIL);
}

void dz_text_series(dz_writer *w, const dz_comparison *c) {
  if (!c->step_count) {
    dz_text_label(w, DZ_PLAIN, DZ_L_NO_STEPS);
    dz_write_end(w, DZ_BLOCK_LINE);
  }
  for (size_t i = 0; i < c->step_count; i++) {
    dz_pairing pairing = dz_pairing_step(c, &c->steps[i]);
    step_head(w, &pairing, c->steps[i].to_base);
    dz_text_change_counts(w, &pairing);
    dz_write_end(w, DZ_BLOCK_LINE);
    if (pairing.reports[0]->year != pairing.reports[1]->year) moved_sections(w, &pairing);
    if (w->options->all) {
      dz_text_alignment(w, &pairing);
      dz_text_changes(w, &pairing);
    }
  }
}

/* "··●●·  提法": one sign per report in the order of the series. */
static void timeline(dz_writer *w, const dz_comparison *c, const dz_timeline *line) {
  size_t place = 0, n = c->report_count < REPORTS_MOST ? c->report_count : REPORTS_MOST;

  for (size_t i = 0; i < n; i++) {
    uint32_t report = c->series[i];
    bool here = false;
    for (; place < line->place_count && line->places[place].report == report; place++) here = true;
    dz_write(w, DZ_PLAIN, here ? "●" : "·");
  }
  dz_write_format(w, line->asked ? DZ_STRONG : DZ_PLAIN, "  %s", line->phrase);
  for (size_t i = 0; i < line->place_count && i < 2; i++) {
    dz_write(w, DZ_PLAIN, "  ");
    dz_text_place(w, c->reports, c->report_count, line->places[i]);
  }
  if (line->place_count > 2) dz_write(w, DZ_FAINT, " …");
  dz_write_end(w, DZ_BLOCK_ITEM);
}

void dz_text_timelines(dz_writer *w, const dz_comparison *c) {
  size_t shown = dz_text_shown(w, c->timeline_count, PHRASES_SHOWN);

  dz_write(w, DZ_FAINT, w->chinese ? "各份依次：" : "in order: ");
  for (size_t i = 0; i < c->report_count && i < REPORTS_MOST; i++) {
    if (i) dz_write(w, DZ_PLAIN, " ");
    dz_text_report(w, DZ_FAINT, c->series[i], c->report_count);
    if (c->reports[c->series[i]]->year)
      dz_write_format(w, DZ_FAINT, w->chinese ? "（%d）" : " (%d)",
                      (int)c->reports[c->series[i]]->year);
  }
  dz_write_end(w, DZ_BLOCK_LINE);
  for (size_t i = 0; i < shown; i++) timeline(w, c, &c->timelines[i]);
  dz_text_folded(w, c->timeline_count - shown);
}
