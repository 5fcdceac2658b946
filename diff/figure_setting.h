/* figure_setting.h - in what setting a figure stands, and whether two figures of two reports are
 * alike: only then may one be told as what became of the other.
 *
 * Name, unit, kind of figure, period, scope, whole or part, stock or flow, done or planned have to
 * agree. What is open agrees with nothing but what is open in the same way. */
#ifndef DZ_DIFF_FIGURE_SETTING_H
#define DZ_DIFF_FIGURE_SETTING_H

#include <duizhao/report.h>

#include "knowledge/attributes.h"
#include "knowledge/knowledge.h"

enum { DZ_CORE_MAX = 24 }; /* letters of a name that are compared */

typedef enum dz_figure_state { /* what the sentence of a figure tells */
                               DZ_STATE_OPEN,
                               DZ_STATE_DONE,
                               DZ_STATE_PLANNED,
                               DZ_STATE_OUTLOOK, /* planned for several years */
                               DZ_STATE_ASIDE    /* in a glossary or another annex: no state */
} dz_figure_state;

typedef struct dz_figure_setting {
  uint32_t core[DZ_CORE_MAX]; /* its name, folded, without the deed in front of or behind it */
  size_t core_length;         /* 0: it has no name */
  dz_span place;              /* folded: from the first to the last letter of figure and name */
  dz_span figure;             /* folded */
  dz_figure_state state;
  dz_deed deed;
  const char *scope;             /* NULL: the report's own */
  uint8_t scopes[DZ_SCOPES_MAX]; /* values of those that its name says: 农村 */
  dz_accrual accrual;            /* what came about, or the level reached */
  bool part, based;              /* 其中; measured against anything but the year before */
  bool known;                    /* the name is that of an indicator */
} dz_figure_setting;

/* Reads the setting of quantities[quantity]. Looks at its sentence only, at most 160 letters. */
dz_figure_setting dz_figure_setting_of(const dz_report *report, size_t quantity,
                                       const dz_knowledge *knowledge);

/* How two figures stand to each other. */
typedef enum dz_figure_relation {
  DZ_FIGURES_UNLIKE,
  DZ_FIGURES_ALIKE,
  DZ_FIGURES_OUTCOME, /* a was planned for the time of which b tells what was done */
  DZ_FIGURES_PLAN     /* the other way round */
} dz_figure_relation;

/* Compares quantity a of report x with quantity b of report y. The names are not looked at. */
dz_figure_relation dz_figures_relate(const dz_report *x, size_t a, const dz_figure_setting *left,
                                     const dz_report *y, size_t b, const dz_figure_setting *right);

/* Whether two figures that are both promised, or both told, say that they are of two kinds: growth
 * and level, one year and several, whole and part, stock and flow. What is open clashes with
 * nothing. Units are not looked at. */
bool dz_figures_clash(const dz_report *x, size_t a, const dz_figure_setting *left,
                      const dz_report *y, size_t b, const dz_figure_setting *right);

/* Letters of the clause that stand alike next to the places of both, up to 24 on either side; the
 * digits of a number count as one letter, all numbers are alike, and where all is alike from the
 * start of the sentence on that counts as six. */
size_t dz_figures_surroundings(const dz_report *x, const dz_figure_setting *left,
                               const dz_report *y, const dz_figure_setting *right);

/* The relation as dz_figure_change.outcome has it. */
static inline int8_t dz_figures_outcome(dz_figure_relation relation) {
  return (int8_t)((relation == DZ_FIGURES_OUTCOME) - (relation == DZ_FIGURES_PLAN));
}

#endif
