/* text_comparison.c - a comparison for a terminal or as Markdown: what matters
 * first, then part after part */
#include "formats.h"
#include "text_compare.h"

static void summary_head(dz_writer *w, dz_label label) {
  dz_text_label(w, DZ_STRONG, label);
  dz_write(w, DZ_PLAIN, "  ");
}

static void summary_commitments(dz_writer *w, const dz_comparison *c) {
  size_t counts[DZ_CC_FULFILLED + 1] = {0};

  if (!c->commitment_count) return;
  for (size_t i = 0; i < c->commitment_count; i++) counts[c->commitments[i].change]++;
  summary_head(w, DZ_L_COMMITMENTS);
  dz_write_format(w, DZ_PLAIN, "%zu", c->commitment_count);
  for (int i = 0; i <= DZ_CC_FULFILLED; i++)
    if (counts[i]) {
      dz_write(w, DZ_PLAIN, "  ");
      dz_write_count(w, DZ_PLAIN,
                     dz_label_text(dz_label_commitment_change((dz_commitment_change)i), w->chinese),
                     counts[i]);
    }
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void summary_sections(dz_writer *w, const dz_comparison *c) {
  size_t moved = 0, absent[DZ_UNRECOGNISED + 1] = {0}, due[DZ_UNRECOGNISED + 1] = {0};

  for (size_t i = 0; i < c->missing_count; i++) {
    absent[c->missing[i].why]++;
    due[c->missing[i].why] += c->missing[i].requirement == DZ_REQUIRED;
  }
  for (size_t i = 0; i < c->alignment_count; i++) moved += c->alignment[i].moved;
  summary_head(w, DZ_L_SECTIONS);
  if (c->report_count == 2)
    dz_write_format(w, DZ_PLAIN,
                    w->chinese ? "对上\u00A0%zu  调序\u00A0%zu  "
                               : "%zu\u00A0aligned  %zu\u00A0moved  ",
                    c->alignment_count, moved);
  for (int why = DZ_ABSENT; why <= DZ_UNRECOGNISED; why++) {
    if (!absent[why] && why != DZ_ABSENT) continue;
    if (why) dz_write(w, DZ_PLAIN, "  ");
    dz_write_count(w, DZ_PLAIN, dz_label_text(dz_label_absence((dz_absence)why), w->chinese),
                   absent[why]);
    if (absent[why] && why < DZ_MERGED)
      dz_write_format(w, DZ_FAINT, w->chinese ? "（%s\u00A0%zu）" : "\u00A0(%s\u00A0%zu)",
                      dz_label_text(DZ_L_REQUIRED, w->chinese), due[why]);
  }
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void summary_changes(dz_writer *w, const dz_comparison *c) {
  dz_pairing pairing;

  if (c->report_count != 2) return;
  pairing = dz_pairing_whole(c);
  summary_head(w, DZ_L_CHANGES);
  if (c->two_offices)
    dz_text_label(w, DZ_PLAIN, DZ_L_TWO_OFFICES);
  else
    dz_text_change_counts(w, &pairing);
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void summary_reuse(dz_writer *w, const dz_comparison *c) {
  size_t counts[DZ_REUSE_DISTINCTIVE + 1] = {0};

  for (size_t i = 0; i < c->reuse_count; i++) counts[c->reuse[i].reuse_class]++;
  summary_head(w, DZ_L_REUSE);
  for (int i = DZ_REUSE_DISTINCTIVE; i >= DZ_REUSE_FORMULA; i--) {
    if (i != DZ_REUSE_DISTINCTIVE) dz_write(w, DZ_PLAIN, "  ");
    dz_write_count(w, DZ_PLAIN, dz_label_text(dz_label_reuse_class((dz_reuse_class)i), w->chinese),
                   counts[i]);
  }
  dz_write_end(w, DZ_BLOCK_ITEM);
}

static void summary(dz_writer *w, const dz_comparison *c) {
  summary_commitments(w, c);
  summary_sections(w, c);
  summary_changes(w, c);
  summary_reuse(w, c);
  if (c->approximate) {
    dz_text_label(w, DZ_NOTABLE, DZ_L_APPROXIMATE);
    dz_write_end(w, DZ_BLOCK_ITEM);
  }
}

dz_status dz_text_of_comparison(char **out, size_t *length, const dz_comparison *c,
                                const dz_render_options *options, dz_error *error) {
  bool two = c->report_count == 2;
  dz_pairing pairing = dz_pairing_whole(c);
  dz_told told = dz_told_comparison(c);
  dz_writer w;
  size_t part = 0;

  dz_writer_init(&w, options);
  dz_text_label(&w, DZ_PLAIN, DZ_L_COMPARISON);
  dz_write_end(&w, DZ_BLOCK_TITLE);
  dz_text_reports(&w, c->reports, c->report_count);
  dz_text_part(&w, &part, DZ_L_SUMMARY);
  dz_text_points(&w, &told);
  summary(&w, c);
  dz_text_part(&w, &part, DZ_L_SECTIONS);
  dz_text_sections(&w, c);
  dz_text_missing(&w, c);
  if (two) dz_text_alignment(&w, &pairing);
  if (!two) {
    dz_text_part(&w, &part, DZ_L_SIMILARITY);
    dz_text_similarity(&w, c);
  }
  dz_text_part(&w, &part, DZ_L_COMMITMENTS);
  dz_text_links(&w, c);
  if (two) {
    dz_text_part(&w, &part, DZ_L_CHANGES);
    dz_text_changes(&w, &pairing);
  } else {
    dz_text_part(&w, &part, DZ_L_STEPS);
    dz_text_series(&w, c);
  }
  if (c->timeline_count) {
    dz_text_part(&w, &part, DZ_L_TIMELINES);
    dz_text_timelines(&w, c);
  }
  dz_text_part(&w, &part, DZ_L_REUSE);
  dz_text_reuse(&w, c);
  return dz_writer_finish(&w, out, length, error);
}
