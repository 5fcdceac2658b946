/* html_marks.c - see html_marks.h */
#include "html_marks.h"

#include <stdlib.h>

bool dz_marks_init(dz_marks *marks, const dz_report *report, size_t index, size_t mark_count) {
  *marks = (dz_marks){.report = report, .index = index, .mark_count = mark_count};
  marks->number = malloc((report->text.length + 1) * sizeof *marks->number);
  marks->seen = calloc(mark_count + 1, sizeof *marks->seen);
  if (!marks->number || !marks->seen) return false;
  for (size_t i = 0; i < report->text.length; i++) marks->number[i] = DZ_MARK_NONE;
  for (size_t i = 0; i < report->noise_count; i++) dz_marks_set(marks, report->noise[i].span, DZ_MARK_NOISE);
  return true;
}

void dz_marks_free(dz_marks *marks) {
  free(marks->number);
  free(marks->seen);
}

void dz_marks_set(dz_marks *marks, dz_span span, int32_t number) {
  for (uint32_t i = span.start; i < span.end; i++) marks->number[i] = number;
}

/* First section that begins at or behind a position. */
static size_t section_from(const dz_report *report, uint32_t position) {
  size_t low = 0, high = report->section_count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (report->sections[middle].extent.start < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void run(dz_html *html, dz_marks *marks, dz_span span) {
  int32_t number = marks->number[span.start];

  if (number == DZ_MARK_NONE) {
    dz_html_span(html, marks->report, span);
    return;
  }
  if (number == DZ_MARK_NOISE) {
    dz_html_markup(html, "<span class=\"noise\">");
  } else {
    marks->open(html, marks->context, marks->index, number, !marks->seen[number]);
    marks->seen[number] = true;
  }
  dz_html_span(html, marks->report, span);
  dz_html_markup(html, "</span>");
}

void dz_marks_write(dz_html *html, dz_marks *marks, dz_span span) {
  size_t section = section_from(marks->report, span.start);

  for (uint32_t i = span.start; i < span.end;) {
    uint32_t end = i + 1, limit = span.end;
    for (; section < marks->report->section_count && marks->report->sections[section].extent.start <= i; section++)
      dz_html_markup(html, "<a id=\"s%zu-%zu\"></a>", marks->index, section);
    if (section < marks->report->section_count && marks->report->sections[section].extent.start < limit)
      limit = marks->report->sections[section].extent.start;
    while (end < limit && marks->number[end] == marks->number[i]) end++;
    run(html, marks, (dz_span){i, end});
    i = end;
  }
}

static bool is_heading(const dz_report *report, const dz_paragraph *paragraph) {
  const dz_section *section = paragraph->section < 0 ? NULL : &report->sections[paragraph->section];

  return section && section->headed && section->heading.start >= paragraph->span.start &&
         section->heading.end <= paragraph->span.end && paragraph->span.end - section->heading.end <= 2;
}

void dz_marks_write_all(dz_html *html, dz_marks *marks) {
  const dz_report *report = marks->report;

  dz_html_markup(html, "<div class=\"text\" lang=\"zh\">\n");
  for (size_t i = 0; i < report->paragraph_count; i++) {
    dz_html_markup(html, "<p%s id=\"t%zu-%zu\"><span class=\"pn\">%zu</span>",
                   is_heading(report, &report->paragraphs[i]) ? " class=\"h\"" : "", marks->index, i + 1, i + 1);
    dz_marks_write(html, marks, report->paragraphs[i].span);
    dz_html_markup(html, "</p>\n");
  }
  dz_html_markup(html, "</div>\n");
}
