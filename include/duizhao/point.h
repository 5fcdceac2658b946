/* point.h - the key points of a result (要点): at most seven statements, the one
 * that matters most to its reader first, each with the items that bear it out.
 *
 * A point says only what the lists of the result hold: every count of it can be
 * counted again there. docs/output.md tells the rule behind each. */
#ifndef DUIZHAO_POINT_H
#define DUIZHAO_POINT_H

#include <stddef.h>
#include <stdint.h>

#include <duizhao/api.h>

DZ_API_BEGIN

enum { DZ_POINTS_MOST = 7, DZ_POINT_COUNTS = 8 };

/* What a point states. The comment names what `counts` hold, in their order. */
typedef enum dz_point_rule {
  DZ_POINT_UNREADABLE, /* "unreadable": no heading was found in a long text; characters */
  DZ_POINT_READ,       /* "read": what was found; sections, figures, commitments, masks */
  DZ_POINT_SAME,       /* "same_text": the two texts are the same */
  /* "targets": the main targets of the earlier report (or all with a figure); total, raised,
   * lowered, kept, changed otherwise, fulfilled, not found again, 1 if they are the main ones */
  DZ_POINT_TARGETS,
  /* "promises": all commitments of the earlier report; total, kept, changed, fulfilled, not found
   * again, 1 if only those that can be tested are meant */
  DZ_POINT_PROMISES,
  /* "copied", "closest_pair": share of the text of `report` found in `other`; passages of own
   * wording that both have, characters of the longest */
  DZ_POINT_COPIED,
  DZ_POINT_PAIR,
  DZ_POINT_NO_PAIR, /* "no_close_pair": no two reports share wording of their own */
  DZ_POINT_LEAK,    /* "foreign_place": a place name of another report in shared wording; places */
  DZ_POINT_MISSING, /* "missing_sections": parts that are due; absent, in name only */
  DZ_POINT_MOVED,   /* "moved_sections": sections; paired, moved */
  DZ_POINT_FIGURES, /* "changed_figures": sentences; figure, negation, word of degree changed */
  /* "target_outcomes": main targets (or all with a figure) and what the later report says; total,
   * met, missed, partly, under way, unreported, to be checked, 1 if they are the main ones */
  DZ_POINT_OUTCOMES,
  /* "promise_outcomes": all commitments of a report; promised, met, missed, under way, silent, to
   * be checked */
  DZ_POINT_KEPT,
  DZ_POINT_RENEWED, /* "renewed_targets": main targets set again; total, raised, lowered */
  DZ_POINT_STALLED, /* "stalled": promised again and again without a result; threads */
  DZ_POINT_SUMS,    /* "sums": relations between figures done again; done, not adding up */
  DZ_POINT_REMARKS, /* "remarks": findings of one kind; findings, reports that have one */
  DZ_POINT_CLEAN    /* "nothing_found": no finding; figures looked at */
} dz_point_rule;

#define DZ_POINT_RULE_COUNT (DZ_POINT_CLEAN + 1) /* rules of points */

/* The list of the result that `items` are indices into, by its name in JSON. */
typedef enum dz_point_list {
  DZ_POINT_OF_NOTHING,     /* the point is about `report` as a whole */
  DZ_POINT_OF_MISSING,     /* "missing" */
  DZ_POINT_OF_ALIGNMENT,   /* "alignment" */
  DZ_POINT_OF_REUSE,       /* "reuse" */
  DZ_POINT_OF_CHANGES,     /* "changes" */
  DZ_POINT_OF_COMMITMENTS, /* "commitments" */
  DZ_POINT_OF_THREADS,     /* "threads" */
  DZ_POINT_OF_FINDINGS     /* "findings" */
} dz_point_list;

typedef struct dz_point {
  dz_point_rule rule;
  dz_point_list list;
  const uint32_t *items; /* most telling first */
  size_t item_count;
  int32_t report, other; /* indices into the reports, -1 where none is meant */
  size_t counts[DZ_POINT_COUNTS];
  double share; /* 0..1, copied and closest_pair */
} dz_point;

/* Names used in JSON. Static storage. */
const char *dz_point_rule_name(dz_point_rule rule);
const char *dz_point_list_name(dz_point_list list); /* NULL of DZ_POINT_OF_NOTHING */

DZ_API_END

#endif
