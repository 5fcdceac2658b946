/* tracking.h - the words by which commitments and what became of them are
 * known: data/commitment_cues.tsv, stages.tsv, report_back.tsv,
 * indicators.tsv, parts.tsv, tracking_words.tsv and other_forms.tsv.
 *
 * All phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_NORMALIZE_TRACKING_H
#define DZ_NORMALIZE_TRACKING_H

#include <stdbool.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_cue_class { /* as data/commitment_cues.tsv names them */
  DZ_CUE_GUARANTEE,
  DZ_CUE_NEG_GUARANTEE,
  DZ_CUE_RESTRAIN,
  DZ_CUE_OBLIGATION,
  DZ_CUE_STRIVE,
  DZ_CUE_PLAN,
  DZ_CUE_PROMOTE,
  DZ_CUE_EXPLORE,
  DZ_CUE_VACUOUS,
  DZ_CUE_ACT,
  DZ_CUE_CLASS_COUNT
} dz_cue_class;

typedef struct dz_cue {
  dz_cue_class class;
  int8_t strength; /* 0..6 */
  int8_t polarity; /* +1, -1 */
} dz_cue;

/* Steps of the stage ladder, as data/stages.tsv counts them. */
enum dz_ladder {
  DZ_LADDER_NONE,
  DZ_LADDER_PLANNED,
  DZ_LADDER_SIGNED,
  DZ_LADDER_APPROVED, /* or applied for */
  DZ_LADDER_STARTED,
  DZ_LADDER_UNDER_WAY,
  DZ_LADDER_STANDS, /* the main part of it */
  DZ_LADDER_FINISHED,
  DZ_LADDER_IN_USE,
  DZ_LADDER_FULL /* capacity */
};

typedef enum dz_back_class { /* as data/report_back.tsv names them */
  DZ_BACK_OVERDONE,
  DZ_BACK_DONE,
  DZ_BACK_MOSTLY_DONE,
  DZ_BACK_PARTIAL,
  DZ_BACK_ONGOING,
  DZ_BACK_STARTED,
  DZ_BACK_PLANNED,
  DZ_BACK_NOT_YET,
  DZ_BACK_NOT_DONE,
  DZ_BACK_DEFERRED,
  DZ_BACK_DROPPED,
  DZ_BACK_VAGUE,
  DZ_BACK_AWARD,
  DZ_BACK_ISSUED, /* a paper: plan, rules */
  DZ_BACK_NONE,   /* part of a name: 对外开放 */
  DZ_BACK_CLASS_COUNT
} dz_back_class;

typedef struct dz_indicator {
  const char *name;  /* as shown */
  const char *group; /* "" or rows that are not like with like among themselves */
  bool ceiling;      /* the lower the better: unemployment, prices, deficit */
} dz_indicator;

typedef enum dz_part {
  DZ_PART_OTHER,   /* salutation, thanks, closing */
  DZ_PART_REVIEW,  /* what was done */
  DZ_PART_PROBLEMS,/* what is lacking */
  DZ_PART_OUTLOOK, /* plans of several years */
  DZ_PART_PLAN     /* plans of the year */
} dz_part;

typedef enum dz_part_place { /* where a word of data/parts.tsv is looked for */
  DZ_WORDS_HEADING, /* top headings of work reports */
  DZ_WORDS_OPENING, /* the first characters of a paragraph of a work report */
  DZ_WORDS_DUTY,    /* headings of officials' own reports */
  DZ_WORDS_COUNT
} dz_part_place;

typedef struct dz_part_word {
  dz_part part;
  dz_part_place place;
} dz_part_word;

typedef enum dz_word_role { /* as data/tracking_words.tsv names them */
  DZ_ROLE_CONTINUE,
  DZ_ROLE_SEVERAL,
  DZ_ROLE_SINCE,
  DZ_ROLE_YEAR,
  DZ_ROLE_FLOW,
  DZ_ROLE_LIGHT,
  DZ_ROLE_FUTURE,
  DZ_ROLE_WILL,
  DZ_ROLE_TERM,
  DZ_ROLE_FORECAST,
  DZ_ROLE_YEARLY,
  DZ_ROLE_SPEND,
  DZ_ROLE_RHETORIC,
  DZ_ROLE_LEVEL,
  DZ_ROLE_BASIS,
  DZ_ROLE_COMMENT,
  DZ_ROLE_LEAD,
  DZ_ROLE_DEMAND,
  DZ_ROLE_SLOGAN,
  DZ_ROLE_MANNER,
  DZ_ROLE_DEEDS,
  DZ_ROLE_KIND,
  DZ_ROLE_COUNT
} dz_word_role;

typedef struct dz_other_form { /* 国企 of 国有企业, and the other way round */
  const uint32_t *words; /* folded */
  uint32_t length;
  int32_t next; /* another one for the same phrase, or -1 */
} dz_other_form;

typedef struct dz_tracking {
  dz_trie cues;       /* value: index into cue */
  dz_trie stages;     /* value: enum dz_ladder; DZ_LADDER_NONE: part of a name */
  dz_trie backs;      /* value: dz_back_class */
  dz_trie indicators; /* value: index into indicator */
  dz_trie parts[DZ_WORDS_COUNT]; /* value: index into part, earlier rows win */
  dz_trie words;      /* value: dz_word_role */
  dz_trie forms;      /* value: index into form */
  const dz_cue *cue;
  const dz_indicator *indicator;
  size_t indicator_count;
  const dz_part_word *part;
  const dz_other_form *form;
} dz_tracking;

/* Loads the tables. On failure dz_tracking_free may still be called. */
DZ_MUST_CHECK dz_status dz_tracking_load(dz_tracking *out, const char *directory, dz_arena *arena, dz_error *error);
void dz_tracking_free(dz_tracking *tracking);

#endif
