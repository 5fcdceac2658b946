/* html_reuse.c - reused wording: rates, where it stands, the passages */
#include "html_compare.h"
#include "spread.h"

enum { SLOTS_SHOWN = 24, PLACES_SHOWN = 12, FORMULAS_QUOTED = 1 };

static void open_passage(dz_html *h, const void *context, int32_t number) {
  const dz_comparison *c = context;

  dz_html_markup(h, "<span class=\"r-%s\">", dz_html_reuse_class(c->reuse[number].reuse_class));
}

static void passage_anchor(dz_html *h, const void *context, size_t report, int32_t number) {
  const dz_comparison *c = context;

  dz_html_markup(h, "<a id=\"r%d-%zu\"", (int)number + 1, report);
  if (c->reuse[number].reuse_class == DZ_REUSE_FORMULA)
    dz_html_markup(h, "></a>");
  else
    dz_html_markup(h, " class=\"rn\" href=\"#r%d\">%d</a>", (int)number + 1, (int)number + 1);
}

bool dz_html_reuse_marks(dz_marks *marks, const dz_comparison *c, size_t report) {
  if (!dz_marks_init(marks, c->reports[report], report, c->reuse_count)) return false;
  marks->open = open_passage;
  marks->anchor = passage_anchor;
  marks->context = c;
  for (size_t i = c->reuse_count; i--;) /* the most telling last, over the others */
    for (size_t k = 0; k < c->reuse[i].place_count; k++)
      if (c->reuse[i].places[k].report == report)
        dz_marks_set(marks, c->reuse[i].places[k].span, (int32_t)i);
  return true;
}

static void rate(dz_html *h, double share) {
  dz_html_markup(h, "<td class=\"figure\">%.1f%%</td>", 100 * share);
}

static void rates(dz_html *h, const dz_comparison *c) {
  static const dz_label heads[] = {
      DZ_L_REPORT,           DZ_L_RATE_OVERALL,    DZ_L_RATE_WITHOUT_FORMULA,
      DZ_L_RATE_WITHOUT_OWN, DZ_L_RATE_SINGLE_MAX, DZ_L_RATE_COUNT};

  dz_html_markup(h, "<div id=\"rates\" class=\"scroll\"><table class=\"rates\">\n<thead><tr>");
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) dz_html_head_cell(h, heads[i]);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < c->report_count; i++) {
    const dz_reuse_rates *r = &c->rates[i];
    dz_html_markup(h, "<tr><th scope=\"row\">");
    dz_html_report_name(h, i, c->report_count);
    dz_html_markup(h, "</th>");
    rate(h, r->overall);
    rate(h, r->without_formula);
    rate(h, r->without_own);
    dz_html_markup(h, "<td class=\"figure\">%.1f%%", 100 * r->single_max);
    if (r->single_max_report >= 0) {
      dz_html_markup(h, " <small>");
      dz_html_report_name(h, (size_t)r->single_max_report, c->report_count);
      dz_html_markup(h, "</small>");
    }
    dz_html_markup(h, "</td><td class=\"figure\">%zu/%zu</td></tr>\n", r->repeated, r->total);
  }
  dz_html_markup(h, "</tbody></table></div>\n");
}

/* How much of each section stands in passages, one table per report. */
static void section_rates(dz_html *h, const dz_comparison *c) {
  dz_html_markup(h, "<details><summary>");
  dz_html_say(h, "各部分的重复比", "rates by section");
  dz_html_markup(h, "</summary>\n<div class=\"scroll\"><table class=\"rates\">\n<thead><tr>");
  dz_html_head_cell(h, DZ_L_SECTION);
  dz_html_head_cell(h, DZ_L_RATE_OVERALL);
  dz_html_head_cell(h, DZ_L_RATE_WITHOUT_FORMULA);
  dz_html_head_cell(h, DZ_L_RATE_COUNT);
  dz_html_markup(h, "</tr></thead>\n<tbody>\n");
  for (size_t report = 0; report < c->report_count; report++)
    for (size_t i = 0; c->rates[report].sections && i < c->reports[report]->section_count; i++) {
      const dz_section_reuse *rate = &c->rates[report].sections[i];
      const dz_section *s = &c->reports[report]->sections[i];
      dz_buffer name;
      if (!s->headed || s->level > 2 || !rate->total || !rate->repeated) continue;
      dz_html_markup(h, "<tr><td>");
      dz_html_report_name(h, report, c->report_count);
      dz_html_markup(h, "·");
      dz_buffer_init(&name);
      dz_name_section(&name, c->reports[report], (int32_t)i);
      dz_html_buffer(h, &name);
      dz_html_markup(h, " <small>");
      dz_html_excerpt(h, c->reports[report], s->heading, 24);
      dz_html_markup(
          h, "</small></td><td class=\"figure\">%.1f%%</td><td class=\"figure\">%.1f%%</td>",
          100.0 * (double)rate->repeated / (double)rate->total,
          100.0 * (double)rate->own_wording / (double)rate->total);
      dz_html_markup(h, "<td class=\"figure\">%zu/%zu</td></tr>\n", rate->repeated, rate->total);
    }
  dz_html_markup(h, "</tbody></table></div></details>\n");
}

/* One bar for each report, its passages at their places. */
static void bars(dz_html *h, const dz_comparison *c) {
  dz_html_markup(h, "<p class=\"legend\">");
  dz_html_label(h, DZ_L_WHOLE_REPORT);
  for (int i = DZ_REUSE_DISTINCTIVE; i >= DZ_REUSE_FORMULA; i--) {
    dz_html_markup(h, " <span class=\"key r-%s\">", dz_html_reuse_class((dz_reuse_class)i));
    dz_html_label(h, dz_label_reuse_class((dz_reuse_class)i));
    dz_html_markup(h, "</span>");
  }
  dz_html_markup(h, "</p>\n");
  for (size_t report = 0; report < c->report_count; report++) {
    double length = c->reports[report]->text.length ? (double)c->reports[report]->text.length : 1;
    dz_html_markup(h, "<div class=\"bar\"><b>");
    dz_html_report_name(h, report, c->report_count);
    dz_html_markup(h, "</b><div>");
    for (size_t i = c->reuse_count; i--;)
      for (size_t k = 0; k < c->reuse[i].place_count; k++) {
        const dz_place *place = &c->reuse[i].places[k];
        if (place->report != report) continue;
        dz_html_markup(h,
                       "<a class=\"r-%s\" href=\"#r%zu\" title=\"%zu\" "
                       "style=\"left:%.2f%%;width:%.2f%%\"></a>",
                       dz_html_reuse_class(c->reuse[i].reuse_class), i + 1, i + 1,
                       100 * place->span.start / length,
                       100 * (place->span.end - place->span.start) / length);
      }
    dz_html_markup(h, "</div></div>\n");
  }
}

static void slots(dz_html *h, const dz_comparison *c, const dz_reuse *item) {
  if (!item->slot_count) return;
  dz_html_markup(h, "<p class=\"slots\">");
  for (size_t i = 0; i < item->slot_count && i < SLOTS_SHOWN; i++) {
    dz_html_markup(h, "<span><small>");
    dz_html_label(h, dz_label_slot(item->slots[i].kind));
    dz_html_markup(h, "</small> ");
    for (size_t k = 0; k < item->place_count && k < PLACES_SHOWN; k++) {
      if (k) dz_html_markup(h, " → ");
      dz_html_span(h, c->reports[item->places[k].report], item->slots[i].spans[k]);
    }
    dz_html_markup(h, "</span> ");
  }
  if (item->slot_count > SLOTS_SHOWN) dz_html_markup(h, "… %zu", item->slot_count);
  dz_html_markup(h, "</p>\n");
}

static void evidence(dz_html *h, const dz_comparison *c, const dz_reuse *item) {
  if (!item->evidence_count) return;
  dz_html_markup(h, "<p class=\"notable\">");
  dz_html_label(h, DZ_L_EVIDENCE);
  for (size_t i = 0; i < item->evidence_count && i < PLACES_SHOWN; i++) {
    dz_html_markup(h, " ");
    dz_html_text(h, dz_label_evidence(item->evidence[i].kind, h->chinese));
    dz_html_markup(h, " “");
    dz_html_span(h, c->reports[item->evidence[i].report], item->evidence[i].span);
    dz_html_markup(h, "” <cite>");
    dz_html_place(h, c->reports, c->report_count,
                  (dz_place){item->evidence[i].report, item->evidence[i].span});
    dz_html_markup(h, "</cite>");
  }
  dz_html_markup(h, "</p>\n");
}

/* Where else the wording stands; as in text_reuse.c. */
static void elsewhere(dz_html *h, const dz_comparison *c, const dz_reuse *item) {
  bool formula = item->reuse_class == DZ_REUSE_FORMULA, kept = item->own && item->source >= 0;

  if (!item->document && !kept && !(formula && item->offices)) return;
  dz_html_markup(h, "<p class=\"slots\"><small>");
  if (item->document) {
    dz_html_markup(h, h->chinese ? "引自 " : "from ");
    dz_html_text(h, item->document);
    dz_html_markup(h, h->chinese ? "（%d 年）" : " (%d)", item->document_year);
  } else if (kept) {
    dz_html_markup(h, h->chinese ? "沿用 %d 年" : "kept from %d",
                   c->reports[item->places[item->source].report]->year);
  } else {
    dz_html_markup(h, h->chinese ? "另见于 %u 个机关" : "in %u more offices",
                   (unsigned)item->offices);
    if (item->since) dz_html_markup(h, h->chinese ? "，最早 %d 年" : ", since %d", item->since);
  }
  dz_html_markup(h, "</small></p>\n");
}

static void timeline(dz_html *h, const dz_comparison *c, const dz_reuse *item) {
  size_t place = 0;

  dz_html_markup(h, "<span class=\"timeline\">");
  for (size_t i = 0; i < c->report_count; i++) {
    bool here = false;
    for (; place < item->place_count && item->places[place].report <= i; place++)
      here = here || item->places[place].report == i;
    dz_html_markup(h, here ? "●" : "·");
  }
  dz_html_markup(h, "</span> ");
}

static void passage(dz_html *h, const dz_comparison *c, size_t number) {
  const dz_reuse *item = &c->reuse[number];
  bool formula = item->reuse_class == DZ_REUSE_FORMULA;
  /* a set phrase reads the same everywhere; its places link to the texts */
  size_t quotes = formula ? FORMULAS_QUOTED : PLACES_SHOWN;

  dz_html_markup(h, "<li id=\"r%zu\" value=\"%zu\"><b class=\"key r-%s\">", number + 1, number + 1,
                 dz_html_reuse_class(item->reuse_class));
  dz_html_label(h, dz_label_reuse_class(item->reuse_class));
  dz_html_markup(h, "</b> ");
  if (item->reworded) dz_html_text(h, h->chinese ? "改写 " : "reworded ");
  dz_html_markup(h, "%.2f ", item->similarity);
  if (c->report_count > 2) timeline(h, c, item);
  for (size_t i = 0; i < item->place_count && i < PLACES_SHOWN; i++) {
    dz_html_markup(h, "<a href=\"#r%zu-%u\">", number + 1, (unsigned)item->places[i].report);
    dz_html_place(h, c->reports, c->report_count, item->places[i]);
    dz_html_markup(h, "</a> ");
  }
  if (item->place_count > PLACES_SHOWN) dz_html_markup(h, "… %zu", item->place_count);
  slots(h, c, item);
  evidence(h, c, item);
  elsewhere(h, c, item);
  dz_html_markup(h, "<details><summary>");
  dz_html_excerpt(h, c->reports[item->places[0].report], item->places[0].span, 60);
  dz_html_markup(h, "</summary>\n");
  for (size_t i = 0; i < item->place_count && i < quotes; i++)
    dz_html_quote(h, c->reports, c->report_count, item->places[i]);
  dz_html_markup(h, "</details></li>\n");
}

static void widespread(dz_html *h, const dz_comparison *c) {
  size_t list[DZ_SPREAD_PASSAGES], count = dz_spread_passages(c, list);

  if (!count) return;
  dz_html_markup(h, "<h3>");
  dz_html_say(h, "流传最广", "most widespread");
  dz_html_markup(h, "</h3>\n<ul>\n");
  for (size_t i = 0; i < count; i++) {
    const dz_reuse *item = &c->reuse[list[i]];
    dz_html_markup(h, "<li><b>%zu</b> ", dz_spread_reports(item));
    dz_html_say(h, "份 ", "reports ");
    dz_html_markup(h, "<span class=\"key r-%s\">", dz_html_reuse_class(item->reuse_class));
    dz_html_label(h, dz_label_reuse_class(item->reuse_class));
    dz_html_markup(h, "</span> <a href=\"#r%zu\">", list[i] + 1);
    dz_html_excerpt(h, c->reports[item->places[0].report], item->places[0].span, 60);
    dz_html_markup(h, "</a></li>\n");
  }
  dz_html_markup(h, "</ul>\n");
}

void dz_html_reuse(dz_html *h, const dz_comparison *c) {
  size_t telling = 0;

  while (telling < c->reuse_count && c->reuse[telling].reuse_class != DZ_REUSE_FORMULA) telling++;
  if (c->rates) rates(h, c);
  if (c->rates) section_rates(h, c);
  if (c->reuse_count) bars(h, c);
  if (c->report_count > 2) widespread(h, c);
  if (!telling) {
    dz_html_markup(h, "<p>");
    dz_html_say(h, "没有独特或模板式的重复用语", "no distinctive or template reuse");
    dz_html_markup(h, "</p>\n");
  }
  dz_html_markup(h, "<ol class=\"passages\">\n");
  for (size_t i = 0; i < telling; i++) passage(h, c, i);
  dz_html_markup(h, "</ol>\n");
  if (telling == c->reuse_count) return;
  dz_html_markup(h, "<details class=\"formulas\"><summary>");
  dz_html_label(h, DZ_L_FORMULA);
  dz_html_markup(h, " %zu</summary>\n<ol class=\"passages\">\n", c->reuse_count - telling);
  for (size_t i = telling; i < c->reuse_count; i++) passage(h, c, i);
  dz_html_markup(h, "</ol></details>\n");
}
