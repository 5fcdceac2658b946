/* html_comparison.c - the page of a comparison */
#include <stdlib.h>

#include "base/error.h"
#include "formats.h"
#include "html_compare.h"

enum { NAMES_FIRST = 6 };

static void begin_item(dz_html *h, dz_label label, size_t part) {
  dz_html_markup(h, "<li><a href=\"#p%zu\"><b>", part);
  dz_html_label(h, label);
  dz_html_markup(h, "</b></a> ");
}

static void summary(dz_html *h, const dz_comparison *c) {
  size_t links[DZ_CC_FULFILLED + 1] = {0}, classes[DZ_REUSE_DISTINCTIVE + 1] = {0}, moved = 0,
                                 part = 1;
  size_t absent[DZ_UNRECOGNISED + 1] = {0};

  for (size_t i = 0; i < c->missing_count; i++) absent[c->missing[i].why]++;
  for (size_t i = 0; i < c->commitment_count; i++) links[c->commitments[i].change]++;
  for (size_t i = 0; i < c->reuse_count; i++) classes[c->reuse[i].reuse_class]++;
  for (size_t i = 0; i < c->alignment_count; i++) moved += c->alignment[i].moved;
  dz_html_markup(h, "<nav><ul class=\"summary\">\n");
  begin_item(h, DZ_L_SECTIONS, part++);
  for (int why = DZ_ABSENT; why <= DZ_UNRECOGNISED; why++)
    dz_html_count(h, dz_label_absence((dz_absence)why), absent[why]);
  dz_html_count(h, DZ_L_ALIGNED_SECTIONS, c->alignment_count);
  dz_html_count(h, DZ_L_MOVED, moved);
  dz_html_markup(h, "</li>\n");
  if (c->report_count > 2) {
    begin_item(h, DZ_L_SIMILARITY, part++);
    dz_html_markup(h, "</li>\n");
  }
  begin_item(h, DZ_L_COMMITMENTS, part++);
  for (int i = 0; i <= DZ_CC_FULFILLED; i++)
    dz_html_count(h, dz_label_commitment_change((dz_commitment_change)i), links[i]);
  dz_html_markup(h, "</li>\n");
  if (c->report_count == 2) {
    dz_pairing pairing = dz_pairing_whole(c);
    begin_item(h, DZ_L_SIDE_BY_SIDE, part++);
    dz_html_change_counts(h, &pairing);
    dz_html_markup(h, "</li>\n");
  } else {
    begin_item(h, DZ_L_STEPS, part++);
    dz_html_markup(h, "</li>\n");
  }
  if (c->timeline_count) {
    begin_item(h, DZ_L_TIMELINES, part++);
    dz_html_markup(h, "<span class=\"count\"><b>%zu</b></span> ", c->timeline_count);
    dz_html_markup(h, "</li>\n");
  }
  begin_item(h, DZ_L_REUSE, part++);
  for (int i = DZ_REUSE_DISTINCTIVE; i >= DZ_REUSE_FORMULA; i--)
    dz_html_count(h, dz_label_reuse_class((dz_reuse_class)i), classes[i]);
  dz_html_markup(h, "</li>\n</ul></nav>\n");
  if (!c->approximate) return;
  dz_html_markup(h, "<p class=\"notable\">");
  dz_html_label(h, DZ_L_APPROXIMATE);
  dz_html_markup(h, "</p>\n");
}

/* Three reports or more: each text by itself, with its passages marked. */
static void texts(dz_html *h, const dz_comparison *c, dz_marks *marks) {
  dz_html_part(h, DZ_L_TEXTS);
  for (size_t i = 0; i < c->report_count; i++) {
    dz_buffer name;
    dz_html_markup(h, "<details class=\"report\"><summary><b>");
    dz_html_report_name(h, i, c->report_count);
    dz_html_markup(h, "</b> ");
    dz_buffer_init(&name);
    dz_name_title(&name, c->reports[i]);
    dz_html_buffer(h, &name);
    dz_html_markup(h, "</summary>\n");
    dz_marks_write_all(h, &marks[i]);
    dz_html_markup(h, "</details>\n");
  }
  dz_html_part_end(h);
}

static dz_status page(dz_html *h, const dz_comparison *c, dz_marks *marks, dz_error *error) {
  dz_told told = dz_told_comparison(c);
  dz_status status = DZ_OK;

  dz_html_begin(h, DZ_L_COMPARISON);
  /* of many reports the points come first: the names of all of them fill a screen */
  if (c->report_count <= NAMES_FIRST) dz_html_reports(h, c->reports, c->report_count);
  dz_html_points(h, &told);
  if (c->report_count > NAMES_FIRST) dz_html_reports(h, c->reports, c->report_count);
  summary(h, c);
  dz_html_part(h, DZ_L_SECTIONS);
  dz_html_sections(h, c);
  dz_html_part_end(h);
  if (c->report_count > 2) {
    dz_html_part(h, DZ_L_SIMILARITY);
    dz_html_similarity(h, c);
    dz_html_part_end(h);
  }
  dz_html_part(h, DZ_L_COMMITMENTS);
  dz_html_links(h, c);
  dz_html_part_end(h);
  if (c->report_count == 2) {
    status = dz_html_pair(h, c, marks, error);
  } else {
    dz_html_part(h, DZ_L_STEPS);
    dz_html_series(h, c);
    dz_html_part_end(h);
  }
  if (c->timeline_count) {
    dz_html_part(h, DZ_L_TIMELINES);
    dz_html_timelines(h, c);
    dz_html_part_end(h);
  }
  dz_html_part(h, DZ_L_REUSE);
  dz_html_reuse(h, c);
  dz_html_part_end(h);
  if (c->report_count > 2) texts(h, c, marks);
  dz_html_end(h);
  return status;
}

dz_status dz_html_comparison(char **out, size_t *length, const dz_comparison *c,
                             const dz_render_options *options, dz_error *error) {
  dz_marks *marks = calloc(c->report_count, sizeof *marks);
  dz_status status = DZ_OK;
  dz_html html;

  if (!marks) return dz_fail_memory(error);
  dz_html_init(&html, options);
  for (size_t i = 0; i < c->report_count && !status; i++)
    if (!dz_html_reuse_marks(&marks[i], c, i)) status = dz_fail_memory(error);
  if (!status) status = page(&html, c, marks, error);
  for (size_t i = 0; i < c->report_count; i++) dz_marks_free(&marks[i]);
  free(marks);
  if (!status) return dz_html_finish(&html, out, length, error);
  dz_buffer_free(&html.out);
  return status;
}
