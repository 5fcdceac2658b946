/* describe.h - what a figure is of: its period, kind and scope, so that like is held against like
 *
 * Method: a figure is described by the words of its own piece of a clause (from the mark behind the
 * figure before it to the mark behind itself), by what its clause says in front of all its figures,
 * and by the passage it stands in. Two descriptions are compared attribute by attribute. */
#ifndef DZ_DIFF_TRACK_DESCRIBE_H
#define DZ_DIFF_TRACK_DESCRIBE_H

#include <duizhao/ledger.h>

#include "knowledge/attributes.h"
#include "topic.h"

typedef struct dz_description {
  dz_span piece;   /* folded: the words of the figure */
  dz_span context; /* folded: the same with what its sentence says before it */
  dz_figure_time time;
  dz_accrual accrual;
  dz_measure measure;
  bool planned;
  bool rate;                    /* a figure in per cent, or the like */
  uint8_t scope[DZ_SCOPES_MAX]; /* value; 0: not said */
} dz_description;

/* Describes a figure of `clause`, which `segment` is about. `passage` is the time that holds where
 * the clause says none, `indicator` the one whose name says no scope of its own (-1: none). */
dz_description dz_describe(const dz_topics *topics, size_t report, const dz_clause *clause,
                           const dz_segment *segment, size_t quantity, dz_figure_time passage,
                           int32_t indicator);

/* Why two figures are not like with like. */
typedef struct dz_likeness {
  dz_reason conflict; /* they are of two things; DZ_REASON_NONE: nothing says so */
  dz_reason open;     /* they may be */
} dz_likeness;

/* `flow`: the promise is of what comes about within its period. */
dz_likeness dz_likeness_of(const dz_description *promised, const dz_description *told, bool flow);

/* Characters of a folded range of one report that name a thing and do not stand in a range of
 * another one: how much the names differ. Bounded by the length of a clause, squared. */
size_t dz_names_apart(const dz_topics *topics, size_t report, dz_span name, size_t other,
                      dz_span said, int32_t indicator);

#endif
