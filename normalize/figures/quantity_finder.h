/* quantity_finder.h - the state of one search for figures, shared by the
 * quantity_*.c files. Positions are indices into the folded text. */
#ifndef DZ_NORMALIZE_FIGURES_QUANTITY_FINDER_H
#define DZ_NORMALIZE_FIGURES_QUANTITY_FINDER_H

#include "knowledge/figure_words.h"
#include "knowledge/unit.h"
#include "normalize/draft.h"
#include "quantity_context.h"
#include "text/number.h"

enum { DZ_EACH_MAX = 12 }; /* subjects of one 分别; more are not told apart */

/* The subjects of 分别: 一、二、三产增加值分别增长3.5%、7%、5%. */
typedef struct dz_each {
  dz_span items[DZ_EACH_MAX];
  const char *names[DZ_EACH_MAX]; /* composed: 二产增加值 */
  size_t count;                   /* 0: no 分别 is open */
  size_t next;                    /* subject of the next figure */
  bool up, down, to;              /* the verb behind 分别 holds for every figure */
} dz_each;

typedef struct dz_quantity_finder {
  dz_draft *draft;
  const dz_text *text;
  const uint32_t *fold;
  size_t length;
  const dz_units *units;
  const dz_quantity_words *words;
  const dz_figure_words *figure_words;
  dz_array list;          /* dz_quantity */
  size_t clause;          /* where the clause began */
  size_t outer_clause;    /* the same outside of the open bracket */
  size_t sentence_first;  /* first figure of the sentence: index into list */
  size_t last_clause;     /* where the clause before began */
  size_t figure_end;      /* behind the last figure and its modifier */
  size_t next_mask;       /* index into the masks of the report */
  size_t mask_at;         /* its place in the folded text, or SIZE_MAX */
  dz_span topic;          /* what the sentence's figures are about so far */
  const char *topic_name; /* NULL: none */
  size_t left;            /* 1 + index of the last level left (由3), 0 none in this sentence */
  bool plan_base;         /* the clause named a plan with a figure: 完成预算18亿元的 */
  dz_each each;
} dz_quantity_finder;

/* One figure while it is read. */
typedef struct dz_figure {
  size_t start, end; /* number and unit, with its minus */
  size_t digits;     /* where the numeral starts */
  size_t after;      /* behind a modifier */
  dz_number number, high;
  dz_unit_match unit;
  size_t unit_start; /* where unit.length counts from */
  dz_modifier modifier_after;
  dz_figure_context context;
  bool range, masked;
  bool composed; /* of two parts: 2亿2千万元 */
  bool minus;    /* written with one: -3.2% */
  bool index;    /* a bare value of an index */
} dz_figure;

/* Reads numeral and unit at `start`. false: no figure; figure->end is then where to go on. */
bool dz_figure_read(const dz_quantity_finder *finder, dz_figure *figure, size_t start);

/* The same for the mask at `start`: with a unit behind it, it is a figure that was blanked out. */
bool dz_figure_read_masked(dz_quantity_finder *finder, dz_figure *figure, size_t start);

/* Sets the periods of the figures of the finished list. */
DZ_MUST_CHECK dz_status dz_periods_set(dz_draft *draft, dz_quantity *list, size_t count,
                                       dz_error *error);

/* Where the words about the figure at `end` begin: with its clause, behind the last figure, and
 * behind dates
 * that open it (年底前完成两座). */
size_t dz_figure_context_start(const dz_quantity_finder *finder, size_t end);

/* [start, end) of the folded text, as it is written in the report, as a string
 * of the arena; `tail` (may be NULL) is put behind it. NULL: out of memory. */
const char *dz_quantity_finder_name(dz_quantity_finder *finder, dz_span fold, const char *tail);

/* Opens a 分别 over the subjects in `span`. false when memory ran out. */
bool dz_each_open(dz_quantity_finder *finder, dz_span span);

/* Opens a 分别 over the last figures of the sentence that share a unit: A5万元、B3万元，分别增长8%和9%. */
void dz_each_open_figures(dz_quantity_finder *finder);

/* A figure told in words. */
typedef struct dz_worded_figure {
  size_t start, end;
  const char *value; /* NULL: as `number` says */
  dz_decimal number;
  const char *unit;
  dz_comparison_kind comparison;
  dz_span subject; /* empty: the words before it */
} dz_worded_figure;

/* Reads one at `i`. false: there is none. told->unit is NULL when memory ran out. */
bool dz_worded_figure_read(dz_quantity_finder *finder, size_t i, dz_worded_figure *told);

#endif
