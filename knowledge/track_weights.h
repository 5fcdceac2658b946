/* track_weights.h - what the signs of a place weigh when a promise is looked for in a later report
 * (data/track_weights.tsv)
 *
 * The table is written by `make train` and holds linear models: which statement of the later report
 * is the likeliest to tell what became of the promise, whether it does, and what it tells. Weights
 * are in hundredths. */
#ifndef DZ_KNOWLEDGE_TRACK_WEIGHTS_H
#define DZ_KNOWLEDGE_TRACK_WEIGHTS_H

#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"

/* Signs that a statement tells of the promise; shares are 0..1, the rest 0 or 1. */
typedef enum dz_seen_sign {
  DZ_SEEN_FOUND,      /* share of what the promise is about, by rarity, that stands there */
  DZ_SEEN_FOUND_SOME, /* what of it lies above 3/10 */
  DZ_SEEN_FOUND_MOST, /* above 6/10 */
  DZ_SEEN_WIDE,       /* the same with what was said before the promise */
  DZ_SEEN_WEIGHT,     /* rarity found */
  DZ_SEEN_ASKED,      /* share of what stands there that the promise is about */
  DZ_SEEN_NAMED,      /* share of the name promised that stands there */
  DZ_SEEN_NAMES,      /* share of the name there that was promised */
  DZ_SEEN_CHARS,      /* share of the name's characters, each by itself */
  DZ_SEEN_CHARS_NEAR, /* found in the sentence around only */
  DZ_SEEN_RUN,        /* longest run of characters of the name */
  DZ_SEEN_HEAD,       /* its last two characters */
  DZ_SEEN_FRONT,      /* its first two */
  DZ_SEEN_TOPIC,      /* share of the promise found in the heading above */
  DZ_SEEN_UNIT,       /* a figure of the unit promised */
  DZ_SEEN_VALUE,      /* the very figure promised */
  DZ_SEEN_NEAR_VALUE, /* one of its size */
  DZ_SEEN_LONE,       /* how few figures of its unit and size there are: 1 for the only one */
  DZ_SEEN_NO_UNIT,    /* a figure was promised, and there is none of its unit */
  DZ_SEEN_NO_FIGURE,  /* none at all */
  DZ_SEEN_DATED,      /* a month was promised, and one is named there */
  DZ_SEEN_MONTH,      /* the month promised or one next to it */
  DZ_SEEN_PROBLEM,    /* in what is lacking */
  DZ_SEEN_OTHER,      /* in no part of the review */
  DZ_SEEN_PLANS,      /* in what is planned */
  DZ_SEEN_CARRIED,    /* share of the promise that its sentence names before it */
  DZ_SEEN_RECALLS,    /* words that recall a promise */
  DZ_SEEN_DONE,
  DZ_SEEN_FAILED,
  DZ_SEEN_UNDER_WAY,
  DZ_SEEN_STEP,     /* a step of a project, and one was promised */
  DZ_SEEN_SEVERAL,  /* of several years */
  DZ_SEEN_PROMISES, /* a promise of the later report itself */
  DZ_SEEN_FIRST,    /* nothing else has more of the promise */
  DZ_SEEN_BEHIND,   /* how much more another place has */
  DZ_SEEN_NAMESAKE, /* another one of the same name: 一期 for 二期 */
  DZ_SEEN_LENGTH,
  DZ_SEEN_ANSWERS, /* a figure there is of the very thing, period and kind */
  DZ_SEEN_REFUSED, /* a figure there is of another period or kind */
  DZ_SEEN_TAKEN,   /* how much more of it another promise names */
  DZ_SEEN_KEPT,    /* not to happen was promised, and that it did not is told */
  DZ_SEEN_BROKEN,  /* ... and cases are counted */
  /* of the likeliest place only, when it is asked whether it tells of the promise at all */
  DZ_SEEN_ALWAYS,
  DZ_SEEN_CHANCE,  /* of its sentence among all places */
  DZ_SEEN_FIGURE,  /* a figure was promised */
  DZ_SEEN_BAR,     /* something was not to happen */
  DZ_SEEN_PROJECT, /* a step of a project was promised */
  DZ_SEEN_RARE,    /* rarity of what was promised */
  DZ_SEEN_SIGNS
} dz_seen_sign;

/* Signs of what a statement tells. */
typedef enum dz_told_sign {
  DZ_TOLD_ALWAYS,
  DZ_TOLD_FIGURE_MET, /* a figure is told, and it meets the promise */
  DZ_TOLD_FIGURE_SHORT,
  DZ_TOLD_FIGURE_HALF, /* it is less than half of it */
  DZ_TOLD_NO_FIGURE,   /* one was promised, none of its unit is told */
  DZ_TOLD_ONLY,        /* 只, 仅, 才 */
  DZ_TOLD_NOT,
  DZ_TOLD_LATE,
  DZ_TOLD_UNDER_WAY,
  DZ_TOLD_REST,
  DZ_TOLD_DONE,
  DZ_TOLD_RECALLS,
  DZ_TOLD_CAUSE,
  DZ_TOLD_NOT_NEAR, /* the same in the clauses around, of the same sentence */
  DZ_TOLD_ONLY_NEAR,
  DZ_TOLD_LATE_NEAR,
  DZ_TOLD_UNDER_WAY_NEAR,
  DZ_TOLD_REST_NEAR,
  DZ_TOLD_CAUSE_NEAR,
  DZ_TOLD_DATE_KEPT, /* the month told is not behind the one promised */
  DZ_TOLD_DATE_LATE,
  DZ_TOLD_STEP_REACHED, /* the step told is not below the one promised */
  DZ_TOLD_STEP_BELOW,
  DZ_TOLD_BAR_KEPT, /* not to happen was promised: it is denied */
  DZ_TOLD_BAR_BROKEN,
  DZ_TOLD_BAR,
  DZ_TOLD_PARTS, /* several things were promised */
  DZ_TOLD_PARTS_LACK,
  DZ_TOLD_PROJECT,
  DZ_TOLD_STRIVES, /* 力争: the author did not promise more than to try */
  DZ_TOLD_DATED,   /* a month or a day was promised */
  DZ_TOLD_PROBLEM, /* told in what is lacking */
  DZ_TOLD_LACK,    /* 还差 */
  DZ_TOLD_LACK_NEAR,
  DZ_TOLD_EXTENT,      /* all of it was promised: 全部, 剩下的 */
  DZ_TOLD_EXTENT_LACK, /* ... and some is left, or not done */
  DZ_TOLD_START_NOT,   /* a start was promised, and something is told not to be */
  DZ_TOLD_DONE_NEAR,
  DZ_TOLD_RULE_MET, /* what the rules for work reports say */
  DZ_TOLD_RULE_MISSED,
  DZ_TOLD_RULE_OPEN,
  DZ_TOLD_SIGNS
} dz_told_sign;

typedef enum dz_told_what { DZ_TOLD_MET, DZ_TOLD_MISSED, DZ_TOLD_OPEN, DZ_TOLD_WHATS } dz_told_what;

typedef struct dz_track_weights {
  double place[DZ_SEEN_SIGNS];  /* which place is the likeliest */
  double accept[DZ_SEEN_SIGNS]; /* whether it tells of the promise */
  double told[DZ_TOLD_WHATS][DZ_TOLD_SIGNS];
} dz_track_weights;

/* As described in knowledge.h. Signs that the table does not name weigh nothing. */
DZ_MUST_CHECK dz_status dz_track_weights_load(dz_track_weights *out, const char *directory,
                                              dz_arena *arena, dz_error *error);

/* The words by which the table names signs and what is told. */
const char *dz_seen_sign_name(dz_seen_sign sign);
const char *dz_told_sign_name(dz_told_sign sign);
const char *dz_told_what_name(dz_told_what what);

#endif
