/* html_sections.c - which sections stand where, and how alike reports are */
#include <stdlib.h>

#include "due.h"
#include "html_compare.h"
#include "spread.h"

enum {
  HEADINGS_SHOWN = 4,
  NAME_LIMIT = 20,
  /* reports from which a cell holds a sign only: their headings would be columns of single
   * letters */
  SIGNS_FROM = 7
};

static const char *const absence_classes[] = {[DZ_ABSENT] = "absent",
                                              [DZ_EMPTY] = "empty",
                                              [DZ_MERGED] = "merged",
                                              [DZ_UNRECOGNISED] = "unrecognised"};

/* Does a section of the list contain this one? Parents come before children,
 * so the nearest ancestor in the list lies just before. */
static bool nested(const dz_report *report, const int32_t *sections, size_t at) {
  const dz_section *s = &report->sections[sections[at]];

  for (size_t i = at; i-- && at - i <= HEADINGS_SHOWN * 4;) {
    const dz_section *outer = &report->sections[sections[i]];
    if (outer->extent.start <= s->extent.start && outer->extent.end >= s->extent.end) return true;
  }
  return false;
}

/* "二（一）heading", linked to the place in the text. */
static void section_link(dz_html *h, const dz_report *report, size_t index, int32_t section) {
  const dz_section *s = &report->sections[section];
  bool numbered = s->number.end > s->number.start && s->style != DZ_STYLE_DASH;
  dz_buffer name;

  dz_html_markup(h, "<a href=\"#s%zu-%d\"%s>", index, (int)section,
                 s->vacuous ? " class=\"vacuous\"" : "");
  if (!s->headed) {
    dz_html_markup(h, "✓</a> <small>");
    dz_html_label(h, DZ_L_UNHEADED);
    dz_html_markup(h, "</small>");
  } else if (numbered) {
    dz_buffer_init(&name);
    dz_name_section(&name, report, section);
    dz_html_buffer(h, &name);
    dz_html_markup(h, "</a> <small>");
    dz_html_excerpt(h, report, s->heading, NAME_LIMIT);
    dz_html_markup(h, "</small>");
  } else {
    dz_html_markup(h, "<small>");
    dz_html_excerpt(h, report, s->heading, NAME_LIMIT);
    dz_html_markup(h, "</small></a>");
  }
  if (!s->vacuous) return;
  dz_html_markup(h, " <em>");
  dz_html_label(h, DZ_L_VACUOUS);
  dz_html_markup(h, "</em>");
}

static void presence_cell(dz_html *h, const dz_comparison *c, const dz_presence *row,
                          size_t report) {
  const dz_missing *missing = dz_due_missing(c, report, row->canonical);
  size_t shown = 0;

  if (missing) {
    dz_html_markup(h, "<td class=\"%s\">%s ", absence_classes[missing->why],
                   dz_due_sign(missing->why));
    dz_html_label(h, dz_label_absence(missing->why));
    dz_html_markup(h, " <small>");
    dz_html_label(h, missing->requirement == DZ_REQUIRED ? DZ_L_REQUIRED : DZ_L_CUSTOMARY);
    dz_html_markup(h, "</small></td>");
    return;
  }
  if (row->section_count[report])
    dz_html_markup(h, "<td class=\"present\">");
  else
    dz_html_markup(h, "<td class=\"none\">%s", dz_due_elsewhere(c, report, row) ? "◐" : "·");
  for (size_t i = 0; i < row->section_count[report]; i++) {
    if (nested(c->reports[report], row->sections[report], i)) continue;
    if (shown == HEADINGS_SHOWN) {
      dz_html_markup(h, " …");
      break;
    }
    if (shown++) dz_html_markup(h, "<br>");
    section_link(h, c->reports[report], report, row->sections[report][i]);
  }
  dz_html_markup(h, "</td>");
}

/* The same as one sign; where the part is there it leads to its first section. */
static void presence_sign(dz_html *h, const dz_comparison *c, const dz_presence *row,
                          size_t report) {
  const dz_missing *missing = dz_due_missing(c, report, row->canonical);

  if (missing)
    dz_html_markup(
        h, "<td class=\"sign %s\"><abbr title=\"%s\">%s</abbr></td>", absence_classes[missing->why],
        dz_label_text(dz_label_absence(missing->why), h->chinese), dz_due_sign(missing->why));
  else if (row->section_count[report])
    dz_html_markup(h, "<td class=\"sign present\"><a href=\"#s%zu-%d\">%s</a></td>", report,
                   (int)row->sections[report][0],
                   c->reports[report]->sections[row->sections[report][0]].headed ? "●" : "✓");
  else
    dz_html_markup(h, "<td class=\"sign none\">%s</td>",
                   dz_due_elsewhere(c, report, row) ? "◐" : "·");
}

static void matrix(dz_html *h, const dz_comparison *c) {
  dz_html_markup(h, "<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr>");
  dz_html_head_cell(h, DZ_L_CANONICAL);
  for (size_t i = 0; i < c->report_count; i++) {
    dz_buffer name;
    dz_html_markup(h, "<th scope=\"col\">");
    dz_buffer_init(&name);
    dz_name_short(&name, c->reports, i, c->report_count, h->chinese);
    dz_html_buffer(h, &name);
    if (c->reports[i]->year && c->report_count < SIGNS_FROM)
      dz_html_markup(h, " <small>%d</small>", (int)c->reports[i]->year);
    dz_html_markup(h, "</th>");
  }
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < c->presence_count; i++) {
    const dz_canonical *canonical = c->presence[i].canonical;
    if (!dz_due_tells(c, &c->presence[i])) continue;
    dz_html_markup(h, "<tr><th scope=\"row\">");
    dz_html_text(h, h->chinese ? canonical->name_zh : canonical->name_en);
    dz_html_markup(h, "</th>");
    for (size_t r = 0; r < c->report_count; r++) {
      if (c->report_count < SIGNS_FROM)
        presence_cell(h, c, &c->presence[i], r);
      else
        presence_sign(h, c, &c->presence[i], r);
    }
    dz_html_markup(h, "</tr>\n");
  }
  dz_html_markup(h, "</tbody></table></div>\n<p class=\"legend\">");
  dz_html_say(h, "✗ 缺  ○ 空泛  ◐ 并入他处  ✓ 有此内容而无标题  · 未列也非必备",
              "✗ absent  ○ in name only  ◐ in another section  ✓ there without a heading  · not "
              "there, not due");
  dz_html_markup(h, "</p>\n");
}

static void pair_cell(dz_html *h, const dz_pairing *c, int side, int32_t section) {
  dz_html_markup(h, "<td>");
  section_link(h, c->reports[side], c->index[side], section);
  dz_html_markup(h, "</td>");
}

static void pair_row(dz_html *h, const dz_pairing *c, const dz_section_pair *pair) {
  dz_span a = c->reports[0]->sections[pair->a].extent, b = c->reports[1]->sections[pair->b].extent;

  dz_html_markup(h, "<tr%s><td>%s</td>", pair->moved ? " class=\"moved\"" : "",
                 pair->moved ? "⇅" : "");
  pair_cell(h, c, 0, pair->a);
  pair_cell(h, c, 1, pair->b);
  dz_html_markup(h, "<td class=\"figure\">%u → %u</td>", (unsigned)(a.end - a.start),
                 (unsigned)(b.end - b.start));
  dz_html_markup(
      h, "<td class=\"figure\"><meter min=\"0\" max=\"1\" value=\"%.2f\"></meter> %.2f</td></tr>\n",
      pair->similarity, pair->similarity);
}

/* A section without a partner, with the section that took its matter in. */
static void unpaired_row(dz_html *h, const dz_pairing *c, const dz_unpaired *u) {
  int side = u->report != c->index[0];

  dz_html_markup(h, "<tr class=\"alone\"><td></td>%s", side ? "<td class=\"none\">—</td>" : "");
  pair_cell(h, c, side, u->section);
  if (!side) dz_html_markup(h, "<td class=\"none\">—</td>");
  dz_html_markup(h, "<td colspan=\"2\">");
  if (u->fate == DZ_FATE_MERGED && u->into >= 0) {
    dz_html_label(h, DZ_L_MERGED_ELSEWHERE);
    dz_html_markup(h, " ");
    section_link(h, c->reports[!side], c->index[!side], u->into);
  } else if (u->fate == DZ_FATE_UNREADABLE) {
    dz_html_label(h, DZ_L_NO_SECTIONS);
  } else {
    dz_html_label(h, DZ_L_ONLY_IN);
    dz_html_markup(h, " ");
    dz_html_report_name(h, c->index[side], c->count);
  }
  dz_html_markup(h, "</td></tr>\n");
}

void dz_html_alignment(dz_html *h, const dz_pairing *c) {
  if (!c->alignment_count && !c->unpaired_count) return;
  dz_html_markup(h, "<div class=\"scroll\"><table class=\"alignment\">\n<thead><tr><th></th>");
  for (int side = 0; side < 2; side++) {
    dz_html_markup(h, "<th scope=\"col\">");
    dz_html_report_name(h, c->index[side], c->count);
    dz_html_markup(h, "</th>");
  }
  dz_html_head_cell(h, DZ_L_LENGTH);
  dz_html_head_cell(h, DZ_L_SIMILAR);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < c->alignment_count; i++) pair_row(h, c, &c->alignment[i]);
  for (size_t i = 0; i < c->unpaired_count; i++) unpaired_row(h, c, &c->unpaired[i]);
  dz_html_markup(h, "</tbody></table></div>\n");
}

void dz_html_sections(dz_html *h, const dz_comparison *c) {
  if (c->presence_count) {
    matrix(h, c);
  } else {
    dz_html_markup(h, "<p>");
    dz_html_label(h, DZ_L_NO_SECTIONS);
    dz_html_markup(h, "</p>\n");
  }
  if (c->report_count == 2) {
    dz_pairing pairing = dz_pairing_whole(c);
    dz_html_markup(h, "<h3>");
    dz_html_label(h, DZ_L_ALIGNED_SECTIONS);
    dz_html_markup(h, "</h3>\n");
    dz_html_alignment(h, &pairing);
  }
}
