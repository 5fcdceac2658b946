/* html_similarity.c - who shares how much with whom: the closest pairs by name, then
 * the whole matrix */
#include <math.h>
#include <stdlib.h>

#include "diff/ranked_pairs.h"
#include "html_compare.h"
#include "spread.h"

enum { PAIRS_SHOWN = 10, LETTERS = 10 };

static void short_name(dz_html *h, const dz_comparison *c, size_t report) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_short(&name, c->reports, report, c->report_count, h->chinese);
  dz_html_buffer(h, &name);
}

/* Reports that share much, one group a line. */
static void groups(dz_html *h, const dz_comparison *c) {
  size_t n = c->report_count, *group = malloc(n * sizeof *group);

  if (!group) {
    h->out.failed = true;
    return;
  }
  dz_spread_groups(c, group);
  for (size_t first = 0; first < n; first++) {
    size_t members = 0;
    for (size_t i = first; i < n; i++) members += group[i] == first;
    if (members < 2) continue;
    dz_html_markup(h, "<p>");
    dz_html_say(h, "相同文字较多的一组：", "share much of their text: ");
    for (size_t i = first; i < n; i++) {
      if (group[i] != first) continue;
      dz_html_markup(h, "<b>");
      short_name(h, c, i);
      dz_html_markup(h, "</b> ");
    }
    dz_html_markup(h, "<small>≥ %.0f%%</small></p>\n", 100 * DZ_SPREAD_GROUP);
  }
  free(group);
}

/* The most telling passage that each two reports share, as its number from 1; 0: none. NULL:
 * memory ran out. */
static uint32_t *shared_passages(const dz_comparison *c) {
  size_t n = c->report_count;
  uint32_t *first = calloc(n * n, sizeof *first);

  for (size_t i = c->reuse_count; first && i--;)
    for (size_t k = 0; k < c->reuse[i].place_count; k++)
      for (size_t m = 0; m < c->reuse[i].place_count; m++) {
        size_t a = c->reuse[i].places[k].report, b = c->reuse[i].places[m].report;
        if (a != b) first[a * n + b] = (uint32_t)i + 1;
      }
  return first;
}

static void ranked(dz_html *h, const dz_comparison *c, const uint32_t *passages) {
  dz_ranked_pair pairs[PAIRS_SHOWN];
  size_t count = dz_ranked_pairs(pairs, PAIRS_SHOWN, c);

  if (!count) return;
  dz_html_markup(h, "<ol class=\"ranked\">\n");
  for (size_t i = 0; i < count; i++) {
    uint32_t a = pairs[i].report, b = pairs[i].other;
    uint32_t passage = passages[a * c->report_count + b];
    dz_html_markup(h, "<li><span class=\"share\" style=\"--w:%.1f%%\"><b>%.0f%%</b></span> ",
                   100 * pairs[i].share, 100 * pairs[i].share);
    if (passage) dz_html_markup(h, "<a href=\"#r%u\">", (unsigned)passage);
    short_name(h, c, a);
    dz_html_say(h, " 的文字见于 ", " of it is found in ");
    short_name(h, c, b);
    if (passage) dz_html_markup(h, "</a>");
    dz_html_markup(h, " <small>");
    dz_html_say(h, "反过来 ", "the other way ");
    dz_html_markup(h, "%.0f%%</small></li>\n", 100 * pairs[i].back);
  }
  dz_html_markup(h, "</ol>\n");
}

/* The square root tells 2 % from 7 %, where most of the reports of different offices are. */
static double shade(double share) {
  return 100 * sqrt(share);
}

static void matrix(dz_html *h, const dz_comparison *c, const uint32_t *passages) {
  size_t n = c->report_count;

  dz_html_markup(h, "<div class=\"scroll\"><table class=\"heat%s\">\n<thead><tr><th></th>",
                 n > LETTERS ? " many" : "");
  for (size_t i = 0; i < n; i++) {
    dz_html_markup(h, "<th scope=\"col\">");
    short_name(h, c, i);
    dz_html_markup(h, "</th>");
  }
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < n; i++) {
    dz_html_markup(h, "<tr><th scope=\"row\">");
    short_name(h, c, i);
    dz_html_markup(h, "</th>");
    for (size_t k = 0; k < n; k++) {
      double share = c->similarity[i * n + k];
      uint32_t passage = passages[i * n + k];
      if (i == k)
        dz_html_markup(h, "<td class=\"none\">—</td>");
      else if (passage)
        dz_html_markup(h, "<td style=\"--v:%.0f%%\"><a href=\"#r%u\">%.0f</a></td>", shade(share),
                       (unsigned)passage, 100 * share);
      else
        dz_html_markup(h, "<td style=\"--v:%.0f%%\">%.0f</td>", shade(share), 100 * share);
    }
    dz_html_markup(h, "</tr>\n");
  }
  dz_html_markup(h, "</tbody></table></div>\n");
}

void dz_html_similarity(dz_html *h, const dz_comparison *c) {
  uint32_t *passages;

  if (!c->similarity) return;
  passages = shared_passages(c);
  if (!passages) {
    h->out.failed = true;
    return;
  }
  ranked(h, c, passages);
  groups(h, c);
  dz_html_markup(h, "<p class=\"legend\">");
  dz_html_say(h, "每行一份：其文字有多少见于他份（%）；点数字看最有辨识度的相同段落",
              "each row: how much of its text stands in the others (%); a figure leads to the most "
              "telling passage both have");
  dz_html_markup(h, "</p>\n");
  matrix(h, c, passages);
  free(passages);
}
