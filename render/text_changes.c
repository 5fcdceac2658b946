/* text_changes.c - the edits between two reports, by what kind of edit matters
 * most */
#include "diff/align/announce.h"
#include "text_compare.h"

enum { QUOTE_LIMIT = 160, EQUAL_KEPT = 24, SIDES_FROM = 100 /* cells for two columns */ };

/* A long stretch that did not change, cut in the middle. */
static void kept(dz_writer *w, const dz_report *report, dz_span span) {
  dz_write_excerpt(w, DZ_PLAIN, report, span, EQUAL_KEPT);
}

static void ops(dz_writer *w, const dz_pairing *c, const dz_change *change) {
  bool script = change->attributes & DZ_ATTR_SCRIPT; /* nothing else to see: then it is marked */

  for (size_t i = 0; i < change->op_count; i++) {
    const dz_op *op = &change->ops[i];
    bool restyled = !script && dz_announce_is_restyled(change, i);
    if (op->kind == '=' || (restyled && op->kind == '+'))
      kept(w, c->reports[op->kind == '+'], op->span);
    else if (!restyled)
      dz_write_marked(w, op->kind == '-' ? DZ_DELETED : DZ_INSERTED, c->reports[op->kind == '+'],
                      op->span);
  }
}

/* "甲·二¶34 → 乙·二¶24  改写 0.48  ≠ 数值" */
static void head(dz_writer *w, const dz_pairing *c, const dz_change *change, size_t number) {
  char attributes[DZ_LABEL_ATTRIBUTES];
  bool moved = change->type == DZ_CHANGE_MOVED || change->type == DZ_CHANGE_MOVED_REWRITTEN;

  dz_write_format(w, DZ_STRONG, "#%zu ", number);
  if (change->a_count) dz_text_place(w, c->all, c->count, (dz_place){c->index[0], change->a[0]});
  if (change->a_count && change->b_count) dz_write(w, DZ_FAINT, moved ? " ⇅ " : " → ");
  if (change->b_count) dz_text_place(w, c->all, c->count, (dz_place){c->index[1], change->b[0]});
  dz_write(w, DZ_PLAIN, "  ");
  dz_text_label(w, moved ? DZ_MOVED : DZ_PLAIN, dz_label_change_type(change->type));
  if (change->a_count && change->b_count) dz_write_format(w, DZ_FAINT, " %.2f", change->similarity);
  dz_label_attributes(change->attributes, w->chinese, attributes);
  if (*attributes) dz_write_format(w, DZ_PLAIN, "  %s", attributes);
  dz_write_end(w, DZ_BLOCK_ITEM);
}

/* A figure in its own words; with a minus where it fell, if the other did not: there the words
 * that say so are not shown. */
static void figure_side(dz_writer *w, const dz_report *report, const dz_quantity *q,
                        const dz_quantity *other) {
  bool minus = q->sign < 0 && other->sign > 0 && !*dz_quantity_minus(q);

  if (minus) dz_write(w, DZ_PLAIN, "-");
  dz_write_span(w, DZ_PLAIN, report, q->span);
}

/* 1: planned, -1: done, 0: neither needs to be said. */
static void outcome_word(dz_writer *w, int what) {
  if (what > 0) dz_write(w, DZ_PLAIN, w->chinese ? "计划 " : "planned ");
  if (what < 0) dz_write(w, DZ_PLAIN, w->chinese ? "完成 " : "done ");
}

static void figure(dz_writer *w, const dz_pairing *c, const dz_figure_change *f) {
  const dz_quantity *a = &c->reports[0]->quantities[f->a], *b = &c->reports[1]->quantities[f->b];
  dz_buffer name;

  dz_buffer_init(&name);
  dz_buffer_string(&name, "≠ ");
  dz_name_quantity(&name, b->indicator ? b : a);
  dz_buffer_string(&name, b->indicator || a->indicator ? "  " : "");
  dz_text_buffer(w, DZ_STRONG, &name);
  outcome_word(w, f->outcome);
  figure_side(w, c->reports[0], a, b);
  dz_write(w, DZ_PLAIN, " → ");
  outcome_word(w, -f->outcome);
  figure_side(w, c->reports[1], b, a);
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

static void one_side(dz_writer *w, const dz_pairing *c, const dz_change *change, size_t report) {
  const dz_span *spans = report ? change->b : change->a;
  size_t count = report ? change->b_count : change->a_count;
  dz_style style = report ? DZ_INSERTED : DZ_DELETED;

  if (!w->markdown) dz_write(w, style, report ? "＋ " : "－ ");
  for (size_t i = 0; i < count; i++)
    dz_write_excerpt(w, style, c->reports[report], spans[i], QUOTE_LIMIT);
}

/* One side of a change with what is only there marked. */
static void side_cell(dz_writer *w, const dz_pairing *c, const dz_change *change, char own) {
  for (size_t i = 0; i < change->op_count; i++) {
    const dz_op *op = &change->ops[i];
    if (op->kind == '=') /* spans of '=' are of report 0 */
      kept(w, c->reports[0], op->span);
    else if (op->kind == own)
      dz_write_marked(w, own == '-' ? DZ_DELETED : DZ_INSERTED, c->reports[own == '+'], op->span);
  }
  dz_write_cell(w);
}

static void side_by_side(dz_writer *w, const dz_pairing *c, const dz_change *change) {
  dz_write_table(w, 2);
  for (int side = 0; side < 2; side++) {
    dz_text_report(w, DZ_FAINT, c->index[side], c->count);
    dz_write_cell(w);
  }
  side_cell(w, c, change, '-');
  side_cell(w, c, change, '+');
  dz_write_table_end(w);
}

static void item(dz_writer *w, const dz_pairing *c, const dz_change *change, size_t number) {
  head(w, c, change, number);
  for (size_t i = 0; i < change->figure_count; i++) figure(w, c, &change->figures[i]);
  if (change->type == DZ_CHANGE_INSERTED) {
    one_side(w, c, change, 1);
  } else if (change->type == DZ_CHANGE_DELETED) {
    one_side(w, c, change, 0);
  } else if (change->attributes & DZ_ATTR_REPLACED) {
    one_side(w, c, change, 0);
    dz_write_end(w, DZ_BLOCK_DETAIL);
    one_side(w, c, change, 1);
  } else if (change->op_count && w->columns >= SIDES_FROM && !w->markdown) {
    side_by_side(w, c, change);
    return;
  } else if (change->op_count) {
    ops(w, c, change);
  } else {
    for (size_t i = 0; i < change->b_count; i++)
      dz_write_excerpt(w, DZ_PLAIN, c->reports[1], change->b[i], QUOTE_LIMIT);
  }
  dz_write_end(w, DZ_BLOCK_DETAIL);
}

void dz_text_changes(dz_writer *w, const dz_pairing *c) {
  static const size_t limits[DZ_GROUP_COUNT] = {
      [DZ_GROUP_NUMBER] = 12,  [DZ_GROUP_NEGATION] = 12, [DZ_GROUP_DEGREE] = 8,
      [DZ_GROUP_MOVED] = 8,    [DZ_GROUP_REWRITTEN] = 8, [DZ_GROUP_REPLACED] = 8,
      [DZ_GROUP_INSERTED] = 8, [DZ_GROUP_DELETED] = 8};
  size_t counts[DZ_GROUP_COUNT] = {0};

  if (c->two_offices) {
    dz_text_label(w, DZ_PLAIN, DZ_L_TWO_OFFICES);
    dz_write_end(w, DZ_BLOCK_LINE);
    return;
  }
  for (size_t i = 0; i < c->change_count; i++) counts[dz_change_group_of(&c->changes[i])]++;
  for (int g = 0; g < DZ_GROUP_EQUAL; g++) {
    size_t shown = 0, most = dz_text_shown(w, counts[g], limits[g]);
    if (!counts[g]) continue;
    dz_write_format(w, DZ_PLAIN, "%s %zu", dz_change_group_label((dz_change_group)g, w->chinese),
                    counts[g]);
    dz_write_end(w, DZ_BLOCK_SUBHEAD);
    for (size_t i = 0; i < c->change_count && shown < most; i++) {
      if ((int)dz_change_group_of(&c->changes[i]) != g) continue;
      item(w, c, &c->changes[i], i + 1);
      shown++;
    }
    dz_text_folded(w, counts[g] - shown);
  }
  if (counts[DZ_GROUP_EQUAL] < c->change_count) return;
  dz_text_label(w, DZ_PLAIN, DZ_L_NO_CHANGES);
  dz_write_end(w, DZ_BLOCK_LINE);
}

void dz_text_change_counts(dz_writer *w, const dz_pairing *pairing) {
  dz_change_counts counts = dz_change_count(pairing);
  bool any = false;

  for (int i = 0; i <= DZ_CHANGE_MERGED; i++) {
    if (!counts.of_type[i]) continue;
    if (any) dz_write(w, DZ_PLAIN, "  ");
    dz_write_count(w, DZ_PLAIN, dz_label_text(dz_label_change_type((dz_change_type)i), w->chinese),
                   counts.of_type[i]);
    if (counts.total && i != DZ_CHANGE_DELETED)
      dz_write_format(w, DZ_FAINT, w->chinese ? "（%.1f%%）" : "\u00A0(%.1f%%)",
                      100.0 * (double)counts.characters[i] / (double)counts.total);
    any = true;
  }
  if (counts.replaced)
    dz_write_format(w, DZ_PLAIN,
                    w->chinese ? "；改写中另写\u00A0%zu\u00A0句"
                               : "; of those rewritten, written anew\u00A0%zu",
                    counts.replaced);
  if (counts.numbers || counts.degrees)
    dz_write_format(w, DZ_PLAIN,
                    w->chinese ? "；数值改动\u00A0%zu\u00A0处，程度词改动\u00A0%zu\u00A0处"
                               : "; figures in\u00A0%zu, words of degree in\u00A0%zu",
                    counts.numbers, counts.degrees);
}
