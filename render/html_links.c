/* html_links.c - commitments of a comparison, both quotations one click away */
#include "html_compare.h"

enum { MATTER_LIMIT = 24, CLAUSE_LIMIT = 36 };

static void side(dz_html *h, const dz_comparison *c, const dz_commitment_link *link, bool later) {
  uint32_t report = later ? link->later_report : link->earlier_report;
  int32_t index = later ? link->later : link->earlier;
  const dz_commitment *commitment;
  dz_buffer target;

  if (index < 0 && later &&
      link->told.end > link->told.start) { /* what is told of it, no commitment */
    dz_html_markup(h, "<td>“");
    dz_html_excerpt(h, c->reports[report], link->told, CLAUSE_LIMIT);
    dz_html_markup(h, "”</td>");
    return;
  }
  if (index < 0) {
    dz_html_markup(h, "<td class=\"none\">—</td>");
    return;
  }
  commitment = &c->reports[report]->commitments[index];
  dz_html_markup(h, "<td>");
  dz_buffer_init(&target);
  dz_name_linked_target(&target, c, link, later);
  if (!target.length) dz_html_excerpt(h, c->reports[report], commitment->span, CLAUSE_LIMIT);
  dz_html_buffer(h, &target);
  dz_html_markup(h, "</td>");
}

static void quote(dz_html *h, const dz_comparison *c, uint32_t report, int32_t index) {
  if (index < 0) return;
  dz_html_quote(h, c->reports, c->report_count,
                (dz_place){report, c->reports[report]->commitments[index].span});
}

static void row(dz_html *h, const dz_comparison *c, const dz_commitment_link *link) {
  bool first = link->earlier >= 0;
  const dz_report *report = c->reports[first ? link->earlier_report : link->later_report];
  dz_buffer matter;

  dz_html_markup(h, "<tr id=\"l%zu\" class=\"st o-%s\"><td>%s</td><td><details><summary>",
                 (size_t)(link - c->commitments), dz_commitment_change_name(link->change),
                 dz_sign_commitment_change(link->change));
  dz_buffer_init(&matter);
  dz_name_matter(&matter, report, &report->commitments[first ? link->earlier : link->later],
                 MATTER_LIMIT);
  dz_html_buffer(h, &matter);
  dz_html_markup(h, "</summary>\n");
  quote(h, c, link->earlier_report, link->earlier);
  quote(h, c, link->later_report, link->later);
  if (link->told.end > link->told.start)
    dz_html_quote(h, c->reports, c->report_count, (dz_place){link->later_report, link->told});
  dz_html_markup(h, "</details></td>");
  side(h, c, link, false);
  side(h, c, link, true);
  dz_html_markup(h, "<td>");
  dz_html_label(h, dz_label_commitment_change(link->change));
  dz_html_markup(h, "</td></tr>\n");
}

/* What changed stands first, then what is no longer said, then the rest. */
static int rank(dz_commitment_change change) {
  if (change >= DZ_CC_RAISED && change <= DZ_CC_REWORDED) return 0;
  if (change == DZ_CC_DROPPED) return 1;
  return change == DZ_CC_NEW ? 3 : 2;
}

static void pair_table(dz_html *h, const dz_comparison *c, size_t first, size_t end) {
  dz_html_markup(h, "<div class=\"scroll\"><table class=\"ledger\">\n<thead><tr><th></th>");
  dz_html_head_cell(h, DZ_L_INDICATOR);
  for (int later = 0; later < 2; later++) {
    const dz_commitment_link *link = &c->commitments[first];
    dz_buffer name;
    dz_html_markup(h, "<th scope=\"col\">");
    dz_buffer_init(&name);
    dz_name_dated(&name, c->reports, later ? link->later_report : link->earlier_report,
                  c->report_count, h->chinese);
    dz_html_buffer(h, &name);
    dz_html_markup(h, "</th>");
  }
  dz_html_head_cell(h, DZ_L_CHANGE);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (int group = 0; group < 4; group++)
    for (size_t i = first; i < end; i++)
      if (rank(c->commitments[i].change) == group) row(h, c, &c->commitments[i]);
  dz_html_markup(h, "</tbody></table></div>\n");
}

void dz_html_links(dz_html *h, const dz_comparison *c) {
  static const dz_html_state states[] = {{"raised", DZ_L_RAISED},       {"lowered", DZ_L_LOWERED},
                                         {"softened", DZ_L_SOFTENED},   {"hardened", DZ_L_HARDENED},
                                         {"postponed", DZ_L_POSTPONED}, {"reworded", DZ_L_REWORDED},
                                         {"dropped", DZ_L_DROPPED},     {"kept", DZ_L_KEPT},
                                         {"fulfilled", DZ_L_FULFILLED}, {"new", DZ_L_NEW}};

  if (!c->commitment_count) {
    dz_html_markup(h, "<p>");
    dz_html_label(h, DZ_L_NO_COMMITMENTS);
    dz_html_markup(h, "</p>\n");
    return;
  }
  dz_html_states(h, states, sizeof states / sizeof *states);
  for (size_t first = 0, end; first < c->commitment_count; first = end) {
    end = dz_links_of_pair(c, first);
    pair_table(h, c, first, end);
  }
}
