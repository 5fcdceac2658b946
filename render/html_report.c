/* html_report.c - the page of what was read: of each report outline, figures, commitments, text */
#include "base/error.h"
#include "formats.h"
#include "html_marks.h"

enum { LEVELS_SHOWN = 8 };

/* The report whose parts are being written. */
typedef struct shown {
  dz_html *h;
  const dz_report *report;
  size_t index, count;
} shown;

/* As dz_html_part; with the letter of the report where there are several. */
static void part(const shown *s, dz_label label) {
  s->h->part++;
  dz_html_markup(s->h, "<section id=\"p%zu\" class=\"part\">\n<h2>", s->h->part);
  if (s->count > 1) {
    dz_html_report_name(s->h, s->index, s->count);
    dz_html_markup(s->h, " ");
  }
  dz_html_label(s->h, label);
  dz_html_markup(s->h, "</h2>\n");
}

/* Mark numbers: quantities first, then commitments. */
static void open_mark(dz_html *h, const void *context, int32_t number) {
  const dz_report *r = context;
  bool quantity = (size_t)number < r->quantity_count;

  dz_html_markup(h, "<span class=\"%s\"", quantity ? "q" : "k");
  if (quantity && r->quantities[number].indicator) {
    dz_html_markup(h, " title=\"");
    dz_html_text(h, r->quantities[number].indicator);
    dz_html_markup(h, "\"");
  }
  dz_html_markup(h, ">");
}

static void mark_anchor(dz_html *h, const void *context, size_t report, int32_t number) {
  (void)context;
  dz_html_markup(h, "<a id=\"m%zu-%d\"></a>", report, (int)number);
}

static void outline_row(dz_html *h, const dz_report *report, size_t number, size_t index) {
  const dz_section *s = &report->sections[index];

  dz_html_markup(h, "<tr><td>");
  for (int i = 1; i < s->level && i < LEVELS_SHOWN; i++)
    dz_html_markup(h, "<span class=\"indent\">│ </span>");
  dz_html_markup(h, "<a href=\"#s%zu-%zu\">", number, index);
  if (s->headed) {
    dz_html_span(h, report, s->number);
    dz_html_excerpt(h, report, s->heading, 60);
  } else {
    dz_html_label(h, DZ_L_UNHEADED);
  }
  dz_html_markup(h, "</a></td><td>");
  if (s->canonical) dz_html_text(h, h->chinese ? s->canonical->name_zh : s->canonical->name_en);
  if (s->vacuous) {
    dz_html_markup(h, " <em>");
    dz_html_label(h, DZ_L_VACUOUS);
    dz_html_markup(h, "</em>");
  }
  dz_html_markup(h, "</td><td class=\"figure\">%u</td></tr>\n",
                 (unsigned)(s->extent.end - s->extent.start));
}

static void outline(const shown *s) {
  dz_html *h = s->h;

  part(s, DZ_L_OUTLINE);
  dz_html_markup(h, "<div class=\"scroll\"><table>\n<thead><tr>");
  dz_html_head_cell(h, DZ_L_SECTION);
  dz_html_head_cell(h, DZ_L_CANONICAL);
  dz_html_head_cell(h, DZ_L_LENGTH);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < s->report->section_count; i++) outline_row(h, s->report, s->index, i);
  dz_html_markup(h, "</tbody></table></div>\n");
  dz_html_part_end(h);
}

static void place(dz_html *h, const dz_report *report, uint32_t position) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_place(&name, report, position);
  dz_html_buffer(h, &name);
}

static void figures(const shown *s) {
  const dz_report *report = s->report;
  dz_html *h = s->h;

  part(s, DZ_L_FIGURES);
  dz_html_markup(h,
                 "<details open><summary>%zu</summary><div class=\"scroll\"><table>\n<thead><tr>",
                 report->quantity_count);
  dz_html_head_cell(h, DZ_L_INDICATOR);
  dz_html_head_cell(h, DZ_L_VALUE);
  dz_html_head_cell(h, DZ_L_WHERE);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < report->quantity_count; i++) {
    const dz_quantity *q = &report->quantities[i];
    dz_buffer name;
    dz_html_markup(h, "<tr><td>");
    dz_buffer_init(&name);
    dz_name_quantity(&name, q);
    if (!name.length) dz_buffer_string(&name, "—");
    dz_html_buffer(h, &name);
    dz_html_markup(h, "</td><td>");
    dz_html_span(h, report, q->span);
    dz_html_markup(h, "</td><td><a href=\"#m%zu-%zu\">", s->index, i);
    place(h, report, q->span.start);
    dz_html_markup(h, "</a></td></tr>\n");
  }
  dz_html_markup(h, "</tbody></table></div></details>\n");
  dz_html_part_end(h);
}

static void commitments(const shown *s) {
  const dz_report *report = s->report;
  dz_html *h = s->h;

  part(s, DZ_L_COMMITMENTS);
  dz_html_markup(h, "<ol>\n");
  for (size_t i = 0; i < report->commitment_count; i++) {
    const dz_commitment *c = &report->commitments[i];
    dz_buffer deadline;
    dz_html_markup(h, "<li>");
    dz_html_span(h, report, c->span);
    dz_html_markup(h, " <small><a href=\"#m%zu-%zu\">", s->index, report->quantity_count + i);
    place(h, report, c->span.start);
    dz_html_markup(h, "</a> ");
    dz_html_label(h, dz_label_kind(c->kind));
    dz_html_markup(h, " ");
    dz_html_label(h, DZ_L_STRENGTH);
    dz_html_markup(h, " %d ", c->strength);
    dz_buffer_init(&deadline);
    dz_name_deadline(&deadline, c);
    dz_html_buffer(h, &deadline);
    dz_html_markup(h, "</small></li>\n");
  }
  dz_html_markup(h, "</ol>\n");
  dz_html_part_end(h);
}

static void set_marks(dz_marks *marks, const dz_report *report) {
  for (size_t i = 0; i < report->commitment_count; i++)
    dz_marks_set(marks, report->commitments[i].span, (int32_t)(report->quantity_count + i));
  for (size_t i = 0; i < report->quantity_count; i++)
    dz_marks_set(marks, report->quantities[i].span, (int32_t)i);
}

static dz_status write_report(const shown *s, dz_error *error) {
  const dz_report *report = s->report;
  dz_told told = dz_told_report(&report);
  dz_marks marks;

  if (!dz_marks_init(&marks, report, s->index, report->quantity_count + report->commitment_count)) {
    dz_marks_free(&marks);
    return dz_fail_memory(error);
  }
  marks.open = open_mark;
  marks.anchor = mark_anchor;
  marks.context = report;
  set_marks(&marks, report);
  dz_html_points(s->h, &told);
  outline(s);
  if (report->quantity_count) figures(s);
  if (report->commitment_count) commitments(s);
  part(s, DZ_L_TEXTS);
  dz_marks_write_all(s->h, &marks);
  dz_html_part_end(s->h);
  dz_marks_free(&marks);
  return DZ_OK;
}

dz_status dz_html_report(char **out, size_t *length, const dz_report *const *reports, size_t count,
                         const dz_render_options *options, dz_error *error) {
  dz_status status = DZ_OK;
  dz_html html;

  dz_html_init(&html, options);
  dz_html_begin(&html, DZ_L_REPORT);
  dz_html_reports(&html, reports, count);
  for (size_t i = 0; i < count && !status; i++)
    status = write_report(&(shown){.h = &html, .report = reports[i], .index = i, .count = count},
                          error);
  dz_html_end(&html);
  if (!status) return dz_html_finish(&html, out, length, error);
  dz_buffer_free(&html.out);
  return status;
}
