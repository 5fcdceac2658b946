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
  bool says_several; /* its own piece says that it is of several years: 累计 */
  bool rate;         /* a figure in per cent, or the like */
  bool name_short;   /* its piece names little: what stands before it is of the name too */
  uint8_t scope[DZ_SCOPES_MAX];   /* value; 0: not said */
  uint8_t before[DZ_SCOPES_MAX];  /* the same of what its sentence says before its piece */
  uint8_t carried[DZ_SCOPES_MAX]; /* of that, what holds for it too */
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

/* How much of a name is said elsewhere, in characters that name a thing. */
typedef struct dz_names {
  size_t apart;  /* that do not stand there */
  size_t shared; /* that do; a named indicator counts as so many as its name has */
} dz_names;

/* The name in a folded range of one report against a range of another one. Bounded by the length
 * of a clause, squared. */
dz_names dz_names_compare(const dz_topics *topics, size_t report, dz_span name, size_t other,
                          dz_span said, int32_t indicator);

/* How many characters of a folded range name a thing. */
size_t dz_name_length(const dz_knowledge *knowledge, const dz_text *text, dz_span fold);

/* Characters that go on a name behind `end` and make it another one: 规上工业|总产值. */
size_t dz_name_goes_on(const dz_knowledge *knowledge, const dz_text *text, uint32_t end,
                       uint32_t limit);

/* The indicator of a figure that shares the first word of its name with the one before it in its
 * clause (粮食面积稳定在甲、产量达到乙: 粮食产量); -1: none. */
int32_t dz_carried_indicator(const dz_knowledge *knowledge, const dz_report *report,
                             const dz_clause *clause, size_t quantity);

/* Whether a figure's own name is `segment->head` rather than the words before it: a member of an
 * enumeration that shares its figures' place (城镇|和农村居民收入分别增长甲、乙). */
bool dz_is_member(const dz_report *report, const dz_clause *clause, const dz_segment *segment,
                  size_t quantity);

/* Whether a word of the attribute stands in a folded range. */
bool dz_attribute_in(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                     dz_attribute attribute);

enum { DZ_OUTLOOK_YEARS = 5 };

/* Whether a commitment stands in a plan of several years, by its sentence or by a heading over it:
 * whatever its deadline, it is not due the year after. */
bool dz_is_outlook(const dz_topics *topics, const dz_query *query, size_t report,
                   const dz_commitment *commitment);

/* Whether a commitment is one of the main targets of the year, which a passage on 预期目标 sets. */
bool dz_is_main_target(const dz_knowledge *knowledge, const dz_report *report,
                       const dz_commitment *commitment);

/* Whether the words before a folded position, in its sentence or on the line that leads in to it,
 * set targets (预期目标是：): what follows is no result. */
bool dz_sets_targets(const dz_knowledge *knowledge, const dz_report *report,
                     const dz_clause *clause, uint32_t position);

/* Whether a figure counts cases of what went wrong: 2起. */
bool dz_is_incident(const dz_knowledge *knowledge, const dz_report *report, size_t quantity);

#endif
