/* text_reuse.c - wording that stands in several reports: rates, where it
 * stands, the passages */
#include "spread.h"
#include "text/unicode.h"
#include "text_compare.h"

enum { PASSAGES_SHOWN = 12, SLOTS_SHOWN = 6, PLACES_SHOWN = 8, BAR_MOST = 60, SECTIONS_SHOWN = 12 };

static void rate(dz_writer *w, double share) {
  dz_write_format(w, DZ_PLAIN, "%.1f%%", 100 * share);
  dz_write_cell(w);
}

static void rates(dz_writer *w, const dz_comparison *c) {
  static const dz_label heads[] = {DZ_L_RATE_OVERALL, DZ_L_RATE_WITHOUT_FORMULA,
                                   DZ_L_RATE_WITHOUT_OWN, DZ_L_RATE_SINGLE_MAX, DZ_L_RATE_COUNT};

  dz_write_table(w, 6);
  dz_text_label_cell(w, DZ_L_REPORT);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) dz_text_label_cell(w, heads[i]);
  for (size_t i = 0; i < c->report_count; i++) {
    const dz_reuse_rates *r = &c->rates[i];
    dz_text_report(w, DZ_STRONG, i, c->report_count);
    dz_write_cell(w);
    rate(w, r->overall);
    rate(w, r->without_formula);
    rate(w, r->without_own);
    dz_write_format(w, DZ_PLAIN, "%.1f%%", 100 * r->single_max);
    if (r->single_max_report >= 0) {
      dz_write(w, DZ_FAINT, " ");
      dz_text_report(w, DZ_FAINT, (size_t)r->single_max_report, c->report_count);
    }
    dz_write_cell(w);
    dz_write_format(w, DZ_FAINT, "%zu/%zu", r->repeated, r->total);
    dz_write_cell(w);
  }
  dz_write_table_end(w);
}

/* Code points of each stretch of a report that stand in passages of each class. */
typedef struct stretches {
  double covered[BAR_MOST][DZ_REUSE_DISTINCTIVE + 1];
  double length; /* of one stretch */
} stretches;

static void cover(stretches *bar, dz_reuse_class class, dz_span span, int cells) {
  int first = (int)(span.start / bar->length);

  for (int i = first; i < cells && i * bar->length < span.end; i++) {
    double from = span.start > i * bar->length ? span.start : i * bar->length;
    double to = span.end < (i + 1) * bar->length ? span.end : (i + 1) * bar->length;
    bar->covered[i][class] += to - from;
  }
}

/* One sign per stretch: the class that covers a third of it, the more telling
 * first; a low one where less of it is no formula. */
static void position_bar(dz_writer *w, const dz_comparison *c, size_t report, int cells) {
  static const char *const signs[] = {"░", "▓", "█"}; /* by class */
  stretches bar = {.length = (double)(c->reports[report]->text.length + 1) / cells};

  for (size_t i = 0; i < c->reuse_count; i++)
    for (size_t k = 0; k < c->reuse[i].place_count; k++)
      if (c->reuse[i].places[k].report == report)
        cover(&bar, c->reuse[i].reuse_class, c->reuse[i].places[k].span, cells);
  dz_text_report(w, DZ_STRONG, report, c->report_count);
  dz_write(w, DZ_PLAIN, " ");
  for (int i = 0; i < cells; i++) {
    int class = DZ_REUSE_DISTINCTIVE;
    while (class >= 0 && 3 * bar.covered[i][class] < bar.length) class --;
    dz_write(w, DZ_PLAIN, class < 0 ? "·" : signs[class]);
  }
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void bars(dz_writer *w, const dz_comparison *c) {
  int cells = (w->columns - 8) / dz_cell_width(0x2588, w->ambiguous);

  if (cells > BAR_MOST) cells = BAR_MOST;
  dz_write_format(
      w, DZ_FAINT, w->chinese ? "%s  █ %s  ▓ %s  ░ %s  · 其余" : "%s  █ %s  ▓ %s  ░ %s  · the rest",
      dz_label_text(DZ_L_WHOLE_REPORT, w->chinese), dz_label_text(DZ_L_DISTINCTIVE, w->chinese),
      dz_label_text(DZ_L_TEMPLATE, w->chinese), dz_label_text(DZ_L_FORMULA, w->chinese));
  dz_write_end(w, DZ_BLOCK_LINE);
  for (size_t i = 0; i < c->report_count; i++) position_bar(w, c, i, cells);
}

static void slot(dz_writer *w, const dz_comparison *c, const dz_reuse *item, const dz_slot *s) {
  size_t first = w->glyphs.count;

  dz_write_format(w, DZ_FAINT, "%s ", dz_label_text(dz_label_slot(s->kind), w->chinese));
  for (size_t i = 0; i < item->place_count && i < PLACES_SHOWN; i++) {
    if (i) dz_write(w, DZ_FAINT, " → ");
    dz_write_excerpt(w, DZ_PLAIN, c->reports[item->places[i].report], s->spans[i], DZ_TEXT_MATTER);
  }
  if (item->place_count == 2) dz_write_glue(w, first); /* 数字 5 → 4 */
}

static void places(dz_writer *w, const dz_comparison *c, const dz_place *list, size_t count) {
  for (size_t i = 0; i < count && i < PLACES_SHOWN; i++) {
    if (i) dz_write(w, DZ_FAINT, "  ");
    dz_text_place(w, c->reports, c->report_count, list[i]);
  }
  if (count > PLACES_SHOWN)
    dz_write_format(w, DZ_FAINT, w->chinese ? " …共 %zu 处" : " ... %zu in all", count);
}

/* "●●·●": in which of many reports the passage stands. */
static void timeline(dz_writer *w, const dz_comparison *c, const dz_reuse *item) {
  size_t place = 0;

  for (size_t i = 0; i < c->report_count; i++) {
    bool here = false;
    for (; place < item->place_count && item->places[place].report <= i; place++)
      here = here || item->places[place].report == i;
    dz_write(w, DZ_PLAIN, here ? "●" : "·");
  }
}

/* "引自 … 2024 年", "沿用 2023 年", "另见于 7 个机关，最早 2021 年": where else the wording stands. */
static void elsewhere(dz_writer *w, const dz_comparison *c, const dz_reuse *item) {
  if (item->document) {
    dz_write_format(w, DZ_FAINT, w->chinese ? "引自 %s（%d 年）" : "from %s (%d)", item->document,
                    item->document_year);
  } else if (item->own && item->source >= 0) {
    dz_write_format(w, DZ_FAINT, w->chinese ? "沿用 %d 年" : "kept from %d",
                    c->reports[item->places[item->source].report]->year);
  } else if (item->reuse_class == DZ_REUSE_FORMULA && item->offices) {
    dz_write_format(w, DZ_FAINT, w->chinese ? "另见于 %u 个机关" : "in %u more offices",
                    (unsigned)item->offices);
    if (item->since)
      dz_write_format(w, DZ_FAINT, w->chinese ? "，最早 %d 年" : ", since %d", item->since);
  } else {
    return;
  }
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

static void passage(dz_writer *w, const dz_comparison *c, const dz_reuse *item) {
  const dz_place *first = &item->places[0];
  size_t slots = dz_text_shown(w, item->slot_count, SLOTS_SHOWN);

  dz_text_label(w, DZ_STRONG, dz_label_reuse_class(item->reuse_class));
  if (item->reworded) dz_write(w, DZ_STRONG, w->chinese ? " 改写" : " reworded");
  dz_write_format(w, DZ_FAINT, " %.2f  ", item->similarity);
  if (c->report_count > 2) {
    timeline(w, c, item);
    dz_write(w, DZ_PLAIN, "  ");
  }
  places(w, c, item->places, item->place_count);
  dz_write_end(w, DZ_BLOCK_ITEM);
  dz_write(w, DZ_PLAIN, "“");
  dz_write_excerpt(w, DZ_PLAIN, c->reports[first->report], first->span, 2 * DZ_TEXT_QUOTE);
  dz_write(w, DZ_PLAIN, "”");
  dz_write_end(w, DZ_BLOCK_DETAIL);
  for (size_t i = 0; i < slots; i++) {
    if (i) dz_write(w, DZ_FAINT, w->chinese ? "；" : "; ");
    slot(w, c, item, &item->slots[i]);
  }
  if (slots < item->slot_count)
    dz_write_format(w, DZ_FAINT, w->chinese ? " …共 %zu 处" : " ... %zu in all", item->slot_count);
  if (item->slot_count) dz_write_end(w, DZ_BLOCK_DETAIL);
  elsewhere(w, c, item);
  if (!item->evidence_count) return;
  dz_text_label(w, DZ_NOTABLE, DZ_L_EVIDENCE);
  dz_write(w, DZ_PLAIN, ": ");
  for (size_t i = 0; i < item->evidence_count && i < PLACES_SHOWN; i++) {
    dz_write_format(w, DZ_PLAIN, "%s%s “", i ? "  " : "",
                    dz_label_evidence(item->evidence[i].kind, w->chinese));
    dz_write_excerpt(w, DZ_PLAIN, c->reports[item->evidence[i].report], item->evidence[i].span,
                     DZ_TEXT_MATTER);
    dz_write(w, DZ_PLAIN, "” ");
    dz_text_place(w, c->reports, c->report_count,
                  (dz_place){item->evidence[i].report, item->evidence[i].span});
  }
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

/* "甲  各部分（去除套话）  一 35%  二 12%": of each outermost section, how much stands in a passage
 * that is no formula. */
static void section_rates(dz_writer *w, const dz_comparison *c, size_t report) {
  const dz_section_reuse *sections = c->rates[report].sections;
  size_t shown = 0;

  for (size_t i = 0; sections && i < c->reports[report]->section_count; i++) {
    const dz_section *s = &c->reports[report]->sections[i];
    dz_buffer name;
    if (!s->headed || s->level > 1 || !sections[i].own_wording || !sections[i].total) continue;
    if (!w->options->all && shown == SECTIONS_SHOWN) {
      dz_write(w, DZ_FAINT, " …");
      break;
    }
    if (!shown++) {
      dz_text_report(w, DZ_STRONG, report, c->report_count);
      dz_write(w, DZ_FAINT, w->chinese ? "  各部分（去除套话）" : "  by section, without formulas");
    }
    dz_buffer_init(&name);
    dz_buffer_string(&name, "  ");
    dz_name_section(&name, c->reports[report], (int32_t)i);
    dz_text_buffer(w, DZ_PLAIN, &name);
    dz_write_format(w, DZ_PLAIN, " %.0f%%",
                    100.0 * (double)sections[i].own_wording / (double)sections[i].total);
  }
  if (shown) dz_write_end(w, DZ_BLOCK_ITEM);
}

/* What stands in the most reports, formulas included: they are named as such. */
static void widespread(dz_writer *w, const dz_comparison *c) {
  size_t list[DZ_SPREAD_PASSAGES], count = dz_spread_passages(c, list);

  if (!count) return;
  dz_write(w, DZ_PLAIN, w->chinese ? "流传最广" : "most widespread");
  dz_write_end(w, DZ_BLOCK_SUBHEAD);
  for (size_t i = 0; i < count; i++) {
    const dz_reuse *item = &c->reuse[list[i]];
    dz_write_format(w, DZ_STRONG, w->chinese ? "%zu 份 " : "%zu reports ", dz_spread_reports(item));
    dz_text_label(w, DZ_FAINT, dz_label_reuse_class(item->reuse_class));
    dz_write(w, DZ_PLAIN, " “");
    dz_write_excerpt(w, DZ_PLAIN, c->reports[item->places[0].report], item->places[0].span,
                     DZ_TEXT_QUOTE);
    dz_write(w, DZ_PLAIN, "” ");
    dz_text_place(w, c->reports, c->report_count, item->places[0]);
    dz_write_end(w, DZ_BLOCK_ITEM);
  }
}

void dz_text_reuse(dz_writer *w, const dz_comparison *c) {
  size_t telling = 0, shown;

  while (telling < c->reuse_count && c->reuse[telling].reuse_class != DZ_REUSE_FORMULA) telling++;
  if (c->rates) rates(w, c);
  if (c->reuse_count) bars(w, c);
  for (size_t i = 0; c->rates && i < c->report_count; i++) section_rates(w, c, i);
  if (c->report_count > 2) widespread(w, c);
  if (telling && c->report_count > 2) {
    dz_write(w, DZ_PLAIN, w->chinese ? "最值得看" : "most telling");
    dz_write_end(w, DZ_BLOCK_SUBHEAD);
  }
  shown = dz_text_shown(w, telling, PASSAGES_SHOWN);
  for (size_t i = 0; i < shown; i++) passage(w, c, &c->reuse[i]);
  dz_text_folded(w, telling - shown);
  if (!telling) {
    dz_write(w, DZ_PLAIN,
             w->chinese ? "没有独特或模板式的重复用语" : "no distinctive or template reuse");
    dz_write_end(w, DZ_BLOCK_LINE);
  }
  if (c->reuse_count == telling) return;
  if (w->options->all) {
    for (size_t i = telling; i < c->reuse_count; i++) passage(w, c, &c->reuse[i]);
    return;
  }
  dz_write_format(w, DZ_FAINT,
                  w->chinese ? "套话 %zu 处已收起（--all 展开）"
                             : "formulas folded: %zu (--all shows them)",
                  c->reuse_count - telling);
  dz_write_end(w, DZ_BLOCK_LINE);
}
