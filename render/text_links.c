/* text_links.c - commitments of a comparison: what the earlier report set and
 * what the later one sets */
#include "text_compare.h"

enum { COLUMNS_SHOWN = 5 };

static bool told_in_words(const dz_commitment_link *link) {
  return link->told.end > link->told.start;
}

/* What the later report tells of it, no commitment of its own. */
static void quoted(dz_writer *w, const dz_report *report, dz_span span) {
  dz_buffer place;

  dz_write(w, DZ_PLAIN, "“");
  dz_write_excerpt(w, DZ_PLAIN, report, span, DZ_TEXT_QUOTE / 2);
  dz_write(w, DZ_PLAIN, "” ");
  dz_buffer_init(&place);
  dz_name_paragraph(&place, report, span.start);
  dz_text_buffer(w, DZ_FAINT, &place);
  dz_write_cell(w);
}

static void side(dz_writer *w, const dz_comparison *c, const dz_commitment_link *link, bool later) {
  uint32_t report = later ? link->later_report : link->earlier_report;
  int32_t index = later ? link->later : link->earlier;
  const dz_commitment *commitment;
  dz_buffer target;

  if (index < 0 && !(later && told_in_words(link))) {
    dz_text_cell(w, DZ_FAINT, "—");
    return;
  }
  if (index < 0) {
    quoted(w, c->reports[report], link->told);
    return;
  }
  commitment = &c->reports[report]->commitments[index];
  dz_buffer_init(&target);
  dz_name_linked_target(&target, c, link, later);
  if (!target.length)
    dz_write_excerpt(w, DZ_PLAIN, c->reports[report], commitment->span, DZ_TEXT_QUOTE / 2);
  dz_text_buffer(w, DZ_PLAIN, &target);
  dz_write(w, DZ_PLAIN, " ");
  dz_buffer_init(&target);
  dz_name_paragraph(&target, c->reports[report], commitment->span.start);
  dz_text_buffer(w, DZ_FAINT, &target);
  dz_write_cell(w);
}

static void row(dz_writer *w, const dz_comparison *c, const dz_commitment_link *link) {
  bool first = link->earlier >= 0;
  const dz_report *report = c->reports[first ? link->earlier_report : link->later_report];
  const dz_commitment *commitment = &report->commitments[first ? link->earlier : link->later];
  dz_buffer matter;

  dz_text_cell(w, DZ_STRONG, dz_sign_commitment_change(link->change));
  dz_buffer_init(&matter);
  dz_name_matter(&matter, report, commitment, DZ_TEXT_MATTER);
  dz_text_buffer(w, DZ_PLAIN, &matter);
  dz_write_cell(w);
  side(w, c, link, false);
  side(w, c, link, true);
  dz_text_label(w, DZ_PLAIN, dz_label_commitment_change(link->change));
  dz_write_cell(w);
}

/* A change of something promised before tells more than what is new. */
static bool in_group(dz_commitment_change change, int group) {
  bool changed = change >= DZ_CC_RAISED && change <= DZ_CC_REWORDED;

  if (group == 0) return changed;
  if (group == 1) return change == DZ_CC_DROPPED;
  if (group == 2) return change == DZ_CC_KEPT || change == DZ_CC_FULFILLED;
  return change == DZ_CC_NEW;
}

static void pair_heads(dz_writer *w, const dz_comparison *c, const dz_commitment_link *link) {
  dz_text_cell(w, DZ_PLAIN, "");
  dz_text_label_cell(w, DZ_L_INDICATOR);
  for (int later = 0; later < 2; later++) {
    dz_buffer name;
    dz_buffer_init(&name);
    dz_name_dated(&name, c->reports, later ? link->later_report : link->earlier_report,
                  c->report_count, w->chinese);
    dz_text_buffer(w, DZ_STRONG, &name);
    dz_write_cell(w);
  }
  dz_text_label_cell(w, DZ_L_CHANGE);
}

/* The commitments [first, end) of two reports; fewer of each kind where there are many pairs. */
static void pair_table(dz_writer *w, const dz_comparison *c, size_t first, size_t end) {
  size_t most = end - first == c->commitment_count ? 2 * DZ_TEXT_ITEMS : DZ_TEXT_ITEMS, folded = 0;

  dz_write_table(w, COLUMNS_SHOWN);
  pair_heads(w, c, &c->commitments[first]);
  for (int group = 0; group < 4; group++) {
    size_t shown = 0;
    for (size_t i = first; i < end; i++) {
      if (!in_group(c->commitments[i].change, group)) continue;
      if (!w->options->all && ++shown > (group ? most / 4 : most))
        folded++;
      else
        row(w, c, &c->commitments[i]);
    }
  }
  dz_write_table_end(w);
  dz_text_folded(w, folded);
}

void dz_text_links(dz_writer *w, const dz_comparison *c) {
  if (!c->commitment_count) {
    dz_text_label(w, DZ_PLAIN, DZ_L_NO_COMMITMENTS);
    dz_write_end(w, DZ_BLOCK_LINE);
    return;
  }
  for (size_t first = 0, end; first < c->commitment_count; first = end) {
    end = dz_links_of_pair(c, first);
    pair_table(w, c, first, end);
  }
}
