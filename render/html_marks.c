/* html_marks.c - see html_marks.h */
#include "html_marks.h"

#include <stdlib.h>

#include "base/sorted.h"
#include "text/spans.h"

bool dz_marks_init(dz_marks *marks, const dz_report *report, size_t index, size_t mark_count) {
  *marks = (dz_marks){.report = report, .index = index};
  marks->number = malloc((report->text.length + 1) * sizeof *marks->number);
  marks->seen = calloc(mark_count + 1, sizeof *marks->seen);
  marks->anchors = malloc((mark_count + 1) * sizeof *marks->anchors);
  if (!marks->number || !marks->seen || !marks->anchors) return false;
  for (size_t i = 0; i < report->text.length; i++) marks->number[i] = DZ_MARK_NONE;
  for (size_t i = 0; i < report->noise_count; i++)
    dz_marks_set(marks, report->noise[i].span, DZ_MARK_NOISE);
  return true;
}

void dz_marks_free(dz_marks *marks) {
  free(marks->number);
  free(marks->seen);
  free(marks->anchors);
}

void dz_marks_set(dz_marks *marks, dz_span span, int32_t number) {
  for (uint32_t i = span.start; i < span.end; i++) marks->number[i] = number;
  if (number < 0 || marks->seen[number]) return;
  marks->seen[number] = true;
  marks->anchors[marks->anchor_count++] = (dz_mark_anchor){span.start, number};
}

static int by_position(const void *a, const void *b) {
  const dz_mark_anchor *x = a, *y = b;

  if (x->position != y->position) return x->position < y->position ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

/* First anchor at or behind a position. */
static size_t anchor_from(dz_marks *marks, uint32_t position) {
  if (!marks->sorted)
    qsort(marks->anchors, marks->anchor_count, sizeof *marks->anchors, by_position);
  marks->sorted = true;
  return dz_sorted_from(&marks->anchors->position, marks->anchor_count, sizeof *marks->anchors,
                        position);
}

static void run(dz_html *html, dz_marks *marks, dz_span span) {
  int32_t number = marks->number[span.start];

  if (number == DZ_MARK_NOISE)
    dz_html_markup(html, "<span class=\"noise\">");
  else if (number != DZ_MARK_NONE)
    marks->open(html, marks->context, number);
  dz_html_span(html, marks->report, span);
  if (number != DZ_MARK_NONE) dz_html_markup(html, "</span>");
}

void dz_marks_write(dz_html *html, dz_marks *marks, dz_span span) {
  const dz_report *report = marks->report;
  size_t section = dz_spans_from(report->sections, report->section_count, sizeof *report->sections,
                                 span.start);
  size_t anchor = anchor_from(marks, span.start);

  for (uint32_t i = span.start; i < span.end;) {
    uint32_t end = i + 1, limit = span.end;
    for (; section < report->section_count && report->sections[section].extent.start <= i;
         section++)
      dz_html_markup(html, "<a id=\"s%zu-%zu\"></a>", marks->index, section);
    for (; anchor < marks->anchor_count && marks->anchors[anchor].position <= i; anchor++)
      marks->anchor(html, marks->context, marks->index, marks->anchors[anchor].number);
    if (section < report->section_count && report->sections[section].extent.start < limit)
      limit = report->sections[section].extent.start;
    if (anchor < marks->anchor_count && marks->anchors[anchor].position < limit)
      limit = marks->anchors[anchor].position;
    while (end < limit && marks->number[end] == marks->number[i]) end++;
    run(html, marks, (dz_span){i, end});
    i = end;
  }
}

static bool is_heading(const dz_report *report, const dz_paragraph *paragraph) {
  const dz_section *section = paragraph->section < 0 ? NULL : &report->sections[paragraph->section];

  return section && section->headed && section->heading.start >= paragraph->span.start &&
         section->heading.end <= paragraph->span.end &&
         paragraph->span.end - section->heading.end <= 2;
}

void dz_marks_write_all(dz_html *html, dz_marks *marks) {
  const dz_report *report = marks->report;

  dz_html_markup(html, "<div class=\"text\" lang=\"zh\">\n");
  for (size_t i = 0; i < report->paragraph_count; i++) {
    dz_html_markup(html, "<p%s id=\"t%zu-%zu\"><span class=\"pn\">%zu</span>",
                   is_heading(report, &report->paragraphs[i]) ? " class=\"h\"" : "", marks->index,
                   i + 1, i + 1);
    dz_marks_write(html, marks, report->paragraphs[i].span);
    dz_html_markup(html, "</p>\n");
  }
  dz_html_markup(html, "</div>\n");
}
