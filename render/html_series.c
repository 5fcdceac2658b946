/* html_series.c - three reports or more: each with the one before and with the
 * base, and the phrases that came and went */
#include "html_compare.h"
#include "normalize/paragraph.h"

enum { CHANGES_SHOWN = 30, QUOTE_LIMIT = 200 };

static void year(dz_html *h, const dz_comparison *c, size_t report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_year(&name, c->reports, report, c->report_count, h->chinese);
  dz_html_buffer(h, &name);
}

static void ops(dz_html *h, const dz_pairing *pairing, const dz_change *change) {
  for (size_t i = 0; i < change->op_count; i++) {
    const dz_op *op = &change->ops[i];
    if (op->kind != '=') dz_html_markup(h, op->kind == '+' ? "<ins><i>{+</i>" : "<del><i>[-</i>");
    dz_html_excerpt(h, pairing->reports[op->kind == '+'], op->span,
                    op->kind == '=' ? 24 : QUOTE_LIMIT);
    if (op->kind != '=') dz_html_markup(h, op->kind == '+' ? "<i>+}</i></ins>" : "<i>-]</i></del>");
  }
}

/* What changed in figures and words of degree: the rest is in the pair's own page. */
static void telling_changes(dz_html *h, const dz_pairing *pairing) {
  size_t shown = 0;

  dz_html_markup(h, "<ul class=\"edits\">\n");
  for (size_t i = 0; i < pairing->change_count && shown < CHANGES_SHOWN; i++) {
    const dz_change *change = &pairing->changes[i];
    if (dz_change_group_of(change) > DZ_GROUP_DEGREE) continue;
    shown++;
    dz_html_markup(h, "<li><cite>");
    dz_html_place(h, pairing->all, pairing->count, (dz_place){pairing->index[0], change->a[0]});
    dz_html_markup(h, " → ");
    dz_html_place(h, pairing->all, pairing->count, (dz_place){pairing->index[1], change->b[0]});
    dz_html_markup(h, "</cite> ");
    ops(h, pairing, change);
    dz_html_markup(h, "</li>\n");
  }
  dz_html_markup(h, "</ul>\n");
}

void dz_html_series(dz_html *h, const dz_comparison *c) {
  if (!c->step_count) {
    dz_html_markup(h, "<p>");
    dz_html_label(h, DZ_L_NO_STEPS);
    dz_html_markup(h, "</p>\n");
  }
  for (size_t i = 0; i < c->step_count; i++) {
    dz_pairing pairing = dz_pairing_step(c, &c->steps[i]);
    dz_html_markup(h, "<details class=\"step\"><summary><b>");
    for (int side = 0; side < 2; side++) {
      dz_html_markup(h, side ? " → " : "");
      dz_html_report_name(h, pairing.index[side], c->report_count);
      if (pairing.reports[side]->year) dz_html_markup(h, " %d", (int)pairing.reports[side]->year);
    }
    dz_html_markup(h, "</b> ");
    if (c->steps[i].to_base) dz_html_say(h, "（对基准）", "(against the base) ");
    dz_html_change_counts(h, &pairing);
    dz_html_markup(h, "</summary>\n");
    dz_html_alignment(h, &pairing);
    telling_changes(h, &pairing);
    dz_html_markup(h, "</details>\n");
  }
}

static void timeline(dz_html *h, const dz_comparison *c, const dz_timeline *line) {
  size_t place = 0;

  dz_html_markup(h, "<tr%s><th scope=\"row\">", line->asked ? " class=\"asked\"" : "");
  dz_html_text(h, line->phrase);
  dz_html_markup(h, "</th>");
  for (size_t i = 0; i < c->report_count; i++) {
    uint32_t report = c->series[i];
    size_t first = place;
    while (place < line->place_count && line->places[place].report == report) place++;
    if (first == place) {
      dz_html_markup(h, "<td class=\"none\">·</td>");
      continue;
    }
    dz_html_markup(h, "<td class=\"present\"><a href=\"#t%u-%d\">●</a>", (unsigned)report,
                   (int)dz_paragraph_at(c->reports[report], line->places[first].span.start) + 1);
    if (place - first > 1) dz_html_markup(h, "<small>%zu</small>", place - first);
    dz_html_markup(h, "</td>");
  }
  dz_html_markup(h, "</tr>\n");
}

/* Does each report have a year of its own? The series goes by years. */
static bool years_differ(const dz_comparison *c) {
  for (size_t i = 0; i < c->report_count; i++)
    if (!c->reports[c->series[i]]->year ||
        (i && c->reports[c->series[i]]->year == c->reports[c->series[i - 1]]->year))
      return false;
  return true;
}

void dz_html_timelines(dz_html *h, const dz_comparison *c) {
  bool by_year = years_differ(c);

  dz_html_markup(h, "<div class=\"scroll\"><table class=\"timelines\">\n<thead><tr><th></th>");
  for (size_t i = 0; i < c->report_count; i++) {
    dz_html_markup(h, "<th scope=\"col\">");
    if (by_year)
      year(h, c, c->series[i]);
    else
      dz_html_report_name(h, c->series[i], c->report_count);
    dz_html_markup(h, "</th>");
  }
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < c->timeline_count; i++) timeline(h, c, &c->timelines[i]);
  dz_html_markup(h, "</tbody></table></div>\n");
}
