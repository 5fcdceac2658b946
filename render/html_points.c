/* html_points.c - the key points at the top of a page, each a link to its evidence */
#include "html_page.h"
#include "point_words.h"

/* Where the first item of the point stands on the page. */
static void target(dz_html *h, const dz_told *told, const dz_point *point) {
  size_t item = point->item_count ? point->items[0] : 0;

  switch (point->list) {
  case DZ_POINT_OF_COMMITMENTS: dz_html_markup(h, told->ledger ? "#e%zu" : "#l%zu", item); break;
  case DZ_POINT_OF_REUSE:
    if (point->item_count)
      dz_html_markup(h, "#r%zu", item + 1);
    else
      dz_html_markup(h, "#rates");
    break;
  case DZ_POINT_OF_CHANGES: dz_html_markup(h, "#b-%s", told->comparison->changes[item].id); break;
  case DZ_POINT_OF_FINDINGS: dz_html_markup(h, "#f%zu", item); break;
  case DZ_POINT_OF_THREADS:
    dz_html_markup(h, "#e%u", (unsigned)told->ledger->threads[item].entries[0]);
    break;
  default: dz_html_markup(h, point->rule == DZ_POINT_NO_PAIR ? "#rates" : "#p1"); break;
  }
}

void dz_html_points(dz_html *h, const dz_told *told) {
  if (!told->point_count) return;
  dz_html_markup(h, "<section class=\"points\" aria-label=\"");
  dz_html_label(h, DZ_L_SUMMARY);
  dz_html_markup(h, "\"><ol>\n");
  for (size_t i = 0; i < told->point_count; i++) {
    dz_buffer words;
    dz_html_markup(h, "<li data-rule=\"%s\"><a href=\"", dz_point_rule_name(told->points[i].rule));
    target(h, told, &told->points[i]);
    dz_html_markup(h, "\">");
    dz_buffer_init(&words);
    dz_point_words(&words, told, &told->points[i], h->chinese);
    dz_html_buffer(h, &words);
    dz_html_markup(h, "</a></li>\n");
  }
  dz_html_markup(h, "</ol></section>\n");
}
