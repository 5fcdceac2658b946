/* classify.c - class, similarity and slots of a passage */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/places.h"
#include "steps.h"

enum {
  FORMULA_OWN = 3, /* less wording of its own than a word: what is left is nobody's */
  SHORT_RUN = 20,  /* symbols */
  LONG_TEXT = 40,  /* symbols: longer than one set phrase */
  /* what stands nowhere else, in symbols: in a passage that agrees throughout, in one that does
   * not, in one shorter than SHORT_RUN. Passages of reports that have nothing to do with each
   * other leave 21 at most in 83 cases of 85, planted copies 24 and more in 59 of 65 */
  REST = 12,
  REST_LOOSE = 20,
  REST_SHORT = 12,
  ON_END = 75, /* known pieces in a row that long are in somebody's order, unless nothing is left */
  ODD = 2,     /* pairs of letters that no two offices have ever written, in a short passage */
  FIGURE_TELLS = 5,  /* an exact figure both have is worth so many symbols */
  EXCHANGE_MAX = 16, /* symbols of the longest name that is exchanged for another */
  /* symbols; equal text that long on end is a copy, unless nothing in it is anybody's own */
  FORMULA_LONGEST = 90
};

/* Share of the equal text that may be no formula in a passage that is one; in
 * a short one every word tells. */
static const float FORMULA_SHARE = 0.3F, FORMULA_SHARE_SHORT = 0.28F;
/* In a long equal text the order of the formulas is somebody's own, unless it
 * is a formula itself, and then next to nothing is left. */
static const float FORMULA_SHARE_LONG = 0.15F;
/* In a text longer than any phrase: the general requirement that all take from one place. */
static const float FORMULA_SHARE_WHOLE = 0.02F;
/* And the same when what is left consists of common words only. */
static const float FORMULA_SHARE_WORDS = 0.35F;
/* Where the two texts have less than this in common, formulas are what they
 * have in common: both say thanks to the same list of people. */
static const float FAITHFUL = 0.85F;
/* More than that of the text known from nowhere: nobody else's wording, however few words. */
static const float UNKNOWN_SHARE = 0.45F;
static const float LOOSE = 0.6F, FORMULA_SHARE_LOOSE = 0.45F;
/* Share of the characters that may differ otherwise in a template: a typing error. */
static const float TEMPLATE_OTHER = 0.02F;

static uint32_t units(const dz_reuse_side *side, uint32_t start, uint32_t end) {
  return side->view.units[end] - side->view.units[start];
}

static bool add(dz_reuse_pair *pair, dz_exchange exchange) {
  return dz_array_append(&pair->exchanges, &exchange, 1);
}

/* Is the figure at symbol i part of a date: do 年 月 日 follow? */
static bool is_date(const dz_view *view, uint32_t i) {
  uint16_t next = view->symbols[i + 1];

  return next == U'年' || next == U'月' || next == U'日';
}

/* The figures and levels inside an equal run that stand for different text;
 * adds the characters that are the same to *same. */
static bool exchanges_inside(dz_reuse_pair *pair, const dz_match *m, uint32_t *same) {
  const dz_view *a = &pair->a->view, *b = &pair->b->view;

  for (uint32_t k = 0; k < m->length; k++) {
    dz_exchange e = {m->a + k, m->a + k + 1, m->b + k, m->b + k + 1, DZ_SLOT_PLACE};
    if (!dz_symbol_is_slot(b->symbols[e.b]) || dz_view_same(a, e.a, b, e.b)) {
      *same += b->units[e.b_end] - b->units[e.b];
      continue;
    }
    if (b->symbols[e.b] == DZ_SYM_NUMBER)
      e.kind = is_date(a, e.a) && is_date(b, e.b) ? DZ_SLOT_DATE : DZ_SLOT_NUMBER;
    if (!add(pair, e)) return false;
  }
  return true;
}

/* What stands between two runs that follow each other in both texts. */
static bool exchange_between(dz_reuse_pair *pair, const dz_match *m, const dz_match *next) {
  dz_exchange e = {m->a + m->length, next->a, m->b + m->length, next->b, DZ_SLOT_KIND_COUNT};

  if (next->a < e.a || (e.a == e.a_end && e.b == e.b_end)) return true;
  if (e.a_end - e.a > EXCHANGE_MAX || e.b_end - e.b > EXCHANGE_MAX) return true;
  return add(pair, e);
}

/* Symbols of a run that belong to no formula in one of the two reports: a
 * formula must stand there whole, not reach in from outside. */
static uint32_t own_wording(const dz_reuse_pair *pair, const dz_match *m) {
  uint32_t a = pair->a->own[m->a + m->length] - pair->a->own[m->a];
  uint32_t b = pair->b->own[m->b + m->length] - pair->b->own[m->b];

  return a > b ? a : b;
}

/* What the class of a passage goes by, in symbols of its equal runs. */
typedef struct measure {
  uint32_t text, own, novel, longest;
  float similarity;
  float contained; /* share of the shorter side */
} measure;

static bool is_formula(const measure *m) {
  float most = FORMULA_SHARE;

  if (m->longest > FORMULA_LONGEST) return (float)m->own <= FORMULA_SHARE_WHOLE * (float)m->text;
  if (m->similarity < LOOSE)
    most = FORMULA_SHARE_LOOSE;
  else if (m->text >= LONG_TEXT)
    most = FORMULA_SHARE_LONG;
  if (m->text < SHORT_RUN) most = m->novel ? FORMULA_SHARE_SHORT : FORMULA_SHARE_WORDS;
  return m->own < FORMULA_OWN || (float)m->own <= most * (float)m->text;
}

/* Is too little left that stands nowhere else? A text that agrees throughout needs less of it
 * than one of which half was changed, for which more places can be found. */
static bool is_common(const dz_reuse_pair *pair, const dz_passage *passage, const measure *m) {
  dz_elsewhere where = dz_elsewhere_of(pair, dz_array_at(&pair->matches, passage->first),
                                       passage->count);
  uint32_t telling = where.rest + FIGURE_TELLS * where.figures;

  if (m->text < SHORT_RUN) return where.rest < REST_SHORT || !(where.figures || where.odd >= ODD);
  if (where.rest >= REST && (float)where.rest > UNKNOWN_SHARE * (float)m->text) return false;
  if (m->longest > ON_END && (float)where.rest > FORMULA_SHARE_WHOLE * (float)m->text) return false;
  return telling < (m->contained < FAITHFUL ? REST_LOOSE : REST);
}

/* Names the exchanges; *count of them are slots, which replace *slot_units
 * characters. */
static void name_exchanges(dz_reuse_pair *pair, uint32_t *count, uint32_t *slot_units) {
  for (size_t i = 0; i < pair->exchanges.count; i++) {
    dz_exchange *e = dz_array_at(&pair->exchanges, i);
    uint32_t ua = units(pair->a, e->a, e->a_end), ub = units(pair->b, e->b, e->b_end);
    if (e->kind == DZ_SLOT_KIND_COUNT) dz_exchange_name(pair->knowledge->places, pair, e);
    if (e->kind == DZ_SLOT_KIND_COUNT) continue;
    ++*count;
    *slot_units += ua > ub ? ua : ub;
  }
}

dz_status dz_reuse_judge(dz_reuse_pair *pair, const dz_passage *passage, dz_judged *out,
                         dz_error *error) {
  const dz_match *list = dz_array_at(&pair->matches, passage->first);
  uint32_t la = units(pair->a, passage->a, passage->a_end),
           lb = units(pair->b, passage->b, passage->b_end);
  uint32_t longer = la > lb ? la : lb, shorter = la + lb - longer, same = 0, slots = 0,
           slot_units = 0;
  measure m = {0};

  pair->exchanges.count = 0;
  for (uint32_t i = 0; i < passage->count; i++) {
    m.text += list[i].length;
    if (list[i].length > m.longest) m.longest = list[i].length;
    m.own += own_wording(pair, &list[i]);
    m.novel += dz_side_novel(pair->b, list[i].b, list[i].b + list[i].length);
    if (!exchanges_inside(pair, &list[i], &same)) return dz_fail_memory(error);
    if (i + 1 < passage->count && !exchange_between(pair, &list[i], &list[i + 1]))
      return dz_fail_memory(error);
  }
  if (same > shorter)
    same = shorter; /* what one side says once and the other twice stands in two runs */
  name_exchanges(pair, &slots, &slot_units);
  m.similarity = la + lb ? 2.0F * (float)same / (float)(la + lb) : 0;
  m.contained = shorter ? (float)same / (float)shorter : 0;
  *out = (dz_judged){.a = passage->a,
                     .a_end = passage->a_end,
                     .b = passage->b,
                     .b_end = passage->b_end,
                     .score = passage->score,
                     .run = passage->run,
                     .reworded = passage->reworded,
                     .similarity = m.similarity};
  if (!passage->shuffled && (is_formula(&m) || is_common(pair, passage, &m)))
    out->class = DZ_REUSE_FORMULA;
  else if (slots && (float)(longer - same) <= (float)slot_units + TEMPLATE_OTHER * (float)longer)
    out->class = DZ_REUSE_TEMPLATE;
  else
    out->class = DZ_REUSE_DISTINCTIVE;
  return DZ_OK;
}
