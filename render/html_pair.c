/* html_pair.c - two texts side by side, row by row as their sentences were
 * aligned.
 *
 * A row holds the neighbouring sentences of one paragraph of each side. The
 * rows follow report 1; where a sentence of report 0 was moved away, a short
 * line marks its old place and links to the new one. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "diff/align/announce.h"
#include "html_compare.h"
#include "normalize/paragraph.h"

enum { GHOST_LIMIT = 24, NO_PARAGRAPH = -1 };

typedef struct pair {
  dz_html *html;
  const dz_comparison *c;
  dz_marks *marks;
  const size_t *moves; /* changes that were moved, in the order of report 0 */
  size_t move_count;
  size_t next_move; /* the first whose old place has not been passed */
} pair;

typedef struct row {
  size_t first, end; /* of the changes */
  int32_t a, b;      /* paragraphs, NO_PARAGRAPH: none yet */
} row;

static bool is_moved(const dz_change *change) {
  return change->type == DZ_CHANGE_MOVED || change->type == DZ_CHANGE_MOVED_REWRITTEN;
}

static int by_old_place(const void *a, const void *b) {
  const dz_change *x = *(const dz_change *const *)a, *y = *(const dz_change *const *)b;

  return (x->a[0].start > y->a[0].start) - (x->a[0].start < y->a[0].start);
}

/* "rewritten ch number heading": what a filter and the style look for. `types`
 * has bit 1 << type for each type present. */
static void classes(dz_html *h, unsigned types, unsigned attributes) {
  for (int i = 0; i <= DZ_CHANGE_MERGED; i++)
    if (types >> i & 1) dz_html_markup(h, " %s", dz_change_type_name((dz_change_type)i));
  if (types & (1U << DZ_CHANGE_MOVED | 1U << DZ_CHANGE_MOVED_REWRITTEN)) dz_html_markup(h, " mv");
  if (types & ~(1U << DZ_CHANGE_EQUAL)) dz_html_markup(h, " ch");
  if (attributes & DZ_ATTR_NUMBER) dz_html_markup(h, " number");
  if (attributes & DZ_ATTR_DEGREE) dz_html_markup(h, " degree");
}

/* Steps through the code points of one side of a change. */
typedef struct cursor {
  const dz_span *spans;
  size_t count, at;
  uint32_t position;
} cursor;

/* Writes the next `length` code points of the side. */
static void take(pair *p, size_t side, cursor *c, uint32_t length) {
  while (length && c->at < c->count) {
    uint32_t left = c->spans[c->at].end - c->position, step = left < length ? left : length;
    if (step) dz_marks_write(p->html, &p->marks[side], (dz_span){c->position, c->position + step});
    c->position += step;
    length -= step;
    if (c->position == c->spans[c->at].end && ++c->at < c->count)
      c->position = c->spans[c->at].start;
  }
}

/* The words of one side: what is only here stands in <del> or <ins>. */
static void words(pair *p, const dz_change *change, size_t side) {
  const dz_span *spans = side ? change->b : change->a;
  size_t count = side ? change->b_count : change->a_count;
  cursor c = {.spans = spans, .count = count, .position = count ? spans[0].start : 0};
  char own = side ? '+' : '-';
  bool plain = p->c->two_offices; /* nothing was changed into anything */
  bool whole = !plain && (change->type == DZ_CHANGE_INSERTED || change->type == DZ_CHANGE_DELETED);

  if (!change->op_count || plain) {
    if (whole) dz_html_markup(p->html, side ? "<ins>" : "<del>");
    for (size_t i = 0; i < count; i++) dz_marks_write(p->html, &p->marks[side], spans[i]);
    if (whole) dz_html_markup(p->html, side ? "</ins>" : "</del>");
    return;
  }
  for (size_t i = 0; i < change->op_count;) {
    char kind = change->ops[i].kind;
    bool restyled = !(change->attributes & DZ_ATTR_SCRIPT) && dz_announce_is_restyled(change, i);
    uint32_t length = 0;
    for (; i < change->op_count && change->ops[i].kind == kind; i++)
      length += change->ops[i].span.end - change->ops[i].span.start;
    if (kind == '=' || (restyled && kind == own)) {
      take(p, side, &c, length);
    } else if (kind == own) { /* the signs are there for those who copy or hear the text */
      dz_html_markup(p->html, side ? "<ins><i>{+</i>" : "<del><i>[-</i>");
      take(p, side, &c, length);
      dz_html_markup(p->html, side ? "<i>+}</i></ins>" : "<i>-]</i></del>");
    }
  }
}

/* Number and link of a change, in front of its words. */
static void number(pair *p, const dz_change *change, size_t index, size_t side) {
  dz_html *h = p->html;
  bool other = side ? change->a_count > 0 : change->b_count > 0;

  if (change->type == DZ_CHANGE_EQUAL) return;
  dz_html_markup(h, "<a class=\"n\" href=\"#%s-%s\">%s%zu</a>",
                 other ? (side ? "a" : "b") : (side ? "b" : "a"), change->id,
                 dz_sign_change(change->type), index + 1);
  if (!is_moved(change)) return;
  dz_html_markup(h, "<cite>");
  dz_html_place(h, p->c->reports, 2,
                (dz_place){(uint32_t)side, side ? change->b[0] : change->a[0]});
  dz_html_markup(h, "</cite> ");
}

static void cell(pair *p, const row *r, size_t side) {
  dz_html *h = p->html;
  int32_t paragraph = side ? r->b : r->a;

  dz_html_markup(h, "<div class=\"%s\">", side ? "b" : "a");
  if (paragraph >= 0) dz_html_markup(h, "<span class=\"pn\">%d</span>", (int)paragraph + 1);
  for (size_t i = r->first; i < r->end; i++) {
    const dz_change *change = &p->c->changes[i];
    if (!(side ? change->b_count : change->a_count)) continue;
    dz_html_markup(h, "<span id=\"%s-%s\" class=\"c", side ? "b" : "a", change->id);
    classes(h, 1U << change->type, change->attributes);
    dz_html_markup(h, "\">");
    number(p, change, i, side);
    words(p, change, side);
    dz_html_markup(h, "</span>");
  }
  dz_html_markup(h, "</div>");
}

/* The old places of what was moved away, up to a position of report 0. */
static void ghosts(pair *p, uint32_t position) {
  dz_html *h = p->html;

  for (; p->next_move < p->move_count; p->next_move++) {
    const dz_change *change = &p->c->changes[p->moves[p->next_move]];
    if (change->a[0].start > position) break;
    dz_html_markup(
        h, "<div class=\"row ghost mv\"><div class=\"a\"><a class=\"n\" href=\"#b-%s\">⇅%zu</a> ",
        change->id, p->moves[p->next_move] + 1);
    dz_html_excerpt(h, p->c->reports[0], change->a[0], GHOST_LIMIT);
    dz_html_markup(h, " <cite>⇢ ");
    dz_html_place(h, p->c->reports, 2, (dz_place){1, change->b[0]});
    dz_html_markup(h, "</cite></div><div class=\"b\"></div></div>\n");
  }
}

static void write_row(pair *p, const row *r) {
  unsigned types = 0, attributes = 0, common = ~0U;

  for (size_t i = r->first; i < r->end; i++) {
    const dz_change *change = &p->c->changes[i];
    types |= 1U << change->type;
    attributes |= change->attributes;
    common &= change->attributes;
  }
  for (size_t i = r->first; i < r->end; i++) {
    const dz_change *change = &p->c->changes[i];
    if (!change->a_count || is_moved(change)) continue;
    ghosts(p, change->a[0].start);
    break;
  }
  dz_html_markup(p->html, "<div class=\"row%s", common & DZ_ATTR_HEADING ? " h" : "");
  classes(p->html, types, attributes);
  dz_html_markup(p->html, "\">");
  cell(p, r, 0);
  cell(p, r, 1);
  dz_html_markup(p->html, "</div>\n");
}

/* Does the change go on in the paragraphs of the row? Takes over those that the
 * row does not know yet. */
static bool joins(row *r, const dz_comparison *c, const dz_change *change) {
  int32_t a = change->a_count && !is_moved(change)
                  ? dz_paragraph_at(c->reports[0], change->a[0].start)
                  : NO_PARAGRAPH;
  int32_t b = change->b_count ? dz_paragraph_at(c->reports[1], change->b[0].start) : NO_PARAGRAPH;

  if (a >= 0 && r->a >= 0 && a != r->a) return false;
  if (b >= 0 && r->b >= 0 && b != r->b) return false;
  if (r->first < r->end && (a < 0 || a != r->a) && (b < 0 || b != r->b))
    return false; /* nothing in common */
  if (a >= 0) r->a = a;
  if (b >= 0) r->b = b;
  return true;
}

static void rows(pair *p) {
  const dz_comparison *c = p->c;
  row r = {0, 0, NO_PARAGRAPH, NO_PARAGRAPH};

  for (size_t i = 0; i < c->change_count; i++) {
    if (!joins(&r, c, &c->changes[i])) {
      write_row(p, &r);
      r = (row){i, i, NO_PARAGRAPH, NO_PARAGRAPH};
      joins(&r, c, &c->changes[i]);
    }
    r.end = i + 1;
  }
  if (r.first < r.end) write_row(p, &r);
  ghosts(p, UINT32_MAX);
}

/* Filters without scripts: radio buttons that hide rows by the style. */
static void filters(dz_html *h) {
  static const struct {
    const char *id;
    dz_label label;
    const char *sign;
  } names[] = {{"all", DZ_L_EVERYWHERE, ""},     {"number", DZ_L_NUMBER, "≠ "},
               {"degree", DZ_L_DEGREE, "~ "},    {"rewritten", DZ_L_REWRITTEN, "± "},
               {"mv", DZ_L_MOVED, "⇅ "},         {"inserted", DZ_L_INSERTED, "＋ "},
               {"deleted", DZ_L_DELETED, "－ "}, {"ch", DZ_L_CHANGES, ""}};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    dz_html_markup(h,
                   "<input type=\"radio\" name=\"show\" id=\"show-%s\"%s><label for=\"show-%s\">%s",
                   names[i].id, i ? "" : " checked", names[i].id, names[i].sign);
    if (i)
      dz_html_label(h, names[i].label);
    else
      dz_html_say(h, "全部", "all");
    dz_html_markup(h, "</label>\n");
  }
}

/* Every mark of the two columns, in view while they are read. */
static void legend(dz_html *h) {
  static const struct {
    const char *markup;
    const char *zh, *en;
  } marks[] = {
      {"<ins>＋</ins>", "只在后一栏", "only in the second"},
      {"<del>－</del>", "只在前一栏", "only in the first"},
      {"<span class=\"c mv\">⇅</span>", "移动", "moved"},
      {"<span class=\"c number\"><span class=\"n\">±</span></span>", "数值有变", "another figure"},
      {"<span class=\"r-d\">独特</span>", "相同用语：独特", "shared wording: its own"},
      {"<span class=\"r-t\">模板</span>", "模板", "template"},
      {"<span class=\"r-f\">套话</span>", "套话", "set phrase"},
      {"<span class=\"noise\">…</span>", "非正文", "no part of the text"}};

  dz_html_markup(h, "<p class=\"legend marks\">");
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    dz_html_markup(h, "<span>%s ", marks[i].markup);
    dz_html_say(h, marks[i].zh, marks[i].en);
    dz_html_markup(h, "</span> ");
  }
  dz_html_markup(h, "<span>#12 ");
  dz_html_say(h, "改动序号，点它到另一栏", "number of the change, leads to the other column");
  dz_html_markup(h, "</span></p>\n");
}

dz_status dz_html_pair(dz_html *h, const dz_comparison *c, dz_marks *marks, dz_error *error) {
  const dz_change **moved = malloc((c->change_count + 1) * sizeof *moved);
  size_t *moves = malloc((c->change_count + 1) * sizeof *moves);
  pair p = {.html = h, .c = c, .marks = marks, .moves = moves};

  if (!moved || !moves) {
    free(moved);
    free(moves);
    return dz_fail_memory(error);
  }
  for (size_t i = 0; i < c->change_count; i++)
    if (is_moved(&c->changes[i])) moved[p.move_count++] = &c->changes[i];
  qsort(moved, p.move_count, sizeof *moved, by_old_place);
  for (size_t i = 0; i < p.move_count; i++) moves[i] = (size_t)(moved[i] - c->changes);
  dz_html_part(h, DZ_L_SIDE_BY_SIDE);
  if (c->two_offices) {
    dz_html_markup(h, "<p>");
    dz_html_label(h, DZ_L_TWO_OFFICES);
    dz_html_markup(h, "</p>\n");
  } else {
    filters(h);
  }
  if (!c->two_offices) legend(h);
  dz_html_markup(h, "<div class=\"rows\" lang=\"zh\">\n<div class=\"row names\"><div class=\"a\">");
  dz_html_report_name(h, 0, 2);
  dz_html_markup(h, "</div><div class=\"b\">");
  dz_html_report_name(h, 1, 2);
  dz_html_markup(h, "</div></div>\n");
  rows(&p);
  dz_html_markup(h, "</div>\n");
  dz_html_part_end(h);
  free(moved);
  free(moves);
  return DZ_OK;
}

void dz_html_change_counts(dz_html *h, const dz_pairing *pairing) {
  dz_change_counts counts = dz_change_count(pairing);

  for (int i = 0; i <= DZ_CHANGE_MERGED; i++)
    dz_html_count(h, dz_label_change_type((dz_change_type)i), counts.of_type[i]);
  dz_html_count(h, DZ_L_NUMBER, counts.numbers);
  dz_html_count(h, DZ_L_DEGREE, counts.degrees);
}
