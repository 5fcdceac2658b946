/* figure_pair.c - see figure_pair.h
 *
 * Two figures are paired when their settings are alike (diff/figure_setting.h), their names are the
 * same, and each is the other's best by what stands around them; a tie is told as nothing. */
#include "figure_pair.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "diff/figure_setting.h"
#include "text/spans.h"

enum {
  FIGURES_MAX = 64, /* figures of one change and side that are paired */
  NAME_ENOUGH = 4,  /* letters of a name that stands for itself: 总投资 is anybody's */
  SHORT_NAME = 10,  /* letters that a shorter name and the words beside it have alike */
  NO_NAME = 10      /* the same where neither has a name: 占地30亩 */
};

typedef struct figure {
  int32_t index; /* into the report's quantities */
  size_t hunk;   /* in which it is changed */
  dz_figure_setting setting;
  int32_t best; /* of the other side; -1 none */
  size_t score; /* of the best */
  bool tied;
} figure;

typedef struct side {
  const dz_report *report;
  figure figures[FIGURES_MAX];
  size_t count;
} side;

/* The hunk, counted from 1, in which a glyph of the span is not kept; 0 if
 * all of them are. `at` is the first glyph at or behind its start. */
static size_t hunk_at(const dz_edit_text *text, dz_span span, size_t at, const size_t *hunk_of) {
  for (; at < text->count && text->glyphs[at].position < span.end; at++)
    if (hunk_of[at]) return hunk_of[at];
  return 0;
}

static void collect(side *out, const dz_edit_text *text, const size_t *hunk_of,
                    const dz_knowledge *knowledge) {
  const dz_report *report = out->report;
  size_t at, glyph = 0;

  if (!text->count) return;
  at = dz_spans_from(report->quantities, report->quantity_count, sizeof *report->quantities,
                     text->glyphs[0].position);
  for (; at < report->quantity_count && out->count < FIGURES_MAX; at++) {
    dz_span span = report->quantities[at].span;
    size_t hunk;
    while (glyph < text->count && text->glyphs[glyph].position < span.start) glyph++;
    if (glyph == text->count) return;
    hunk = hunk_at(text, span, glyph, hunk_of);
    if (hunk)
      out->figures[out->count++] = (figure){.index = (int32_t)at,
                                            .hunk = hunk,
                                            .setting = dz_figure_setting_of(report, at, knowledge),
                                            .best = -1};
  }
}

static bool same_core(const dz_figure_setting *a, const dz_figure_setting *b) {
  return a->core_length == b->core_length &&
         !memcmp(a->core, b->core, a->core_length * sizeof *a->core);
}

/* How much speaks for the two being one thing; 0: not enough. */
static size_t score_of(const side sides[2], size_t i, size_t j) {
  const figure *a = &sides[0].figures[i], *b = &sides[1].figures[j];
  const dz_figure_setting *left = &a->setting, *right = &b->setting;
  size_t score;

  if (!same_core(left, right)) return 0;
  if (dz_figures_relate(sides[0].report, (size_t)a->index, left, sides[1].report, (size_t)b->index,
                        right) == DZ_FIGURES_UNLIKE)
    return 0;
  score = left->core_length +
          dz_figures_surroundings(sides[0].report, left, sides[1].report, right);
  if (!left->core_length) return score >= NO_NAME && a->hunk == b->hunk ? score : 0;
  return left->known || left->core_length >= NAME_ENOUGH || score >= SHORT_NAME ? score : 0;
}

static void consider(figure *item, size_t other, size_t score) {
  if (score < item->score) return;
  item->tied = score == item->score;
  item->score = score;
  item->best = (int32_t)other;
}

/* 10.0% is 10%. */
static bool same_value(const dz_quantity *a, const dz_quantity *b) {
  if (strcmp(a->unit, b->unit) || a->sign != b->sign || !a->value_high != !b->value_high)
    return false;
  return !dz_decimal_compare(a->number, b->number) &&
         (!a->value_high || !dz_decimal_compare(a->number_high, b->number_high));
}

static bool add_pair(const side sides[2], const figure *a, const figure *b, dz_array *figures,
                     unsigned *attributes) {
  const dz_quantity *p = &sides[0].report->quantities[a->index];
  const dz_quantity *q = &sides[1].report->quantities[b->index];
  dz_figure_change change = {.a = a->index, .b = b->index};

  if (same_value(p, q)) {
    if (p->modifier != q->modifier) *attributes |= DZ_ATTR_DEGREE;
    return true;
  }
  change.outcome = dz_figures_outcome(dz_figures_relate(sides[0].report, (size_t)a->index,
                                                        &a->setting, sides[1].report,
                                                        (size_t)b->index, &b->setting));
  *attributes |= DZ_ATTR_NUMBER;
  return dz_array_append(figures, &change, 1) != NULL;
}

bool dz_figures_pair(const dz_edited *edited, const dz_knowledge *knowledge,
                     const size_t *const hunk_of[2], dz_array *figures, unsigned *attributes) {
  side *sides = calloc(2, sizeof *sides);
  bool good = sides != NULL;

  for (int s = 0; s < 2 && good; s++) {
    sides[s].report = edited->report[s];
    collect(&sides[s], edited->text[s], hunk_of[s], knowledge);
  }
  for (size_t i = 0; good && i < sides[0].count; i++)
    for (size_t j = 0; j < sides[1].count; j++) {
      size_t score = score_of(sides, i, j);
      if (!score) continue;
      consider(&sides[0].figures[i], j, score);
      consider(&sides[1].figures[j], i, score);
    }
  for (size_t i = 0; good && i < sides[0].count; i++) {
    const figure *a = &sides[0].figures[i], *b;
    if (a->best < 0 || a->tied) continue;
    b = &sides[1].figures[a->best];
    if (b->tied || b->best != (int32_t)i) continue;
    good = add_pair(sides, a, b, figures, attributes);
  }
  free(sides);
  return good;
}
