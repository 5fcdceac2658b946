/* steps.h - what the steps of reuse detection hand to each other; the
 * order of the steps stands in reuse.c. All positions are symbols of a view. */
#ifndef DZ_DIFF_REUSE_STEPS_H
#define DZ_DIFF_REUSE_STEPS_H

#include "bag.h"
#include "base/array.h"
#include "base/map.h"
#include "diff/job.h"
#include "knowledge/genre.h"
#include "knowledge/genre_index.h"
#include "knowledge/places.h"
#include "seed.h"
#include "view.h"

/* What the index of the genre says of a report; elsewhere.c. */
typedef struct dz_known {
  dz_genre_mark *marks;              /* count + 1: of the window that each symbol ends */
  const dz_genre_document *document; /* of the central authorities that the report is, or NULL */
  uint32_t office;                   /* of those counted, 0: none */
  bool recognised;                   /* office and document are known */
} dz_known;

/* One report in the search for reuse. */
typedef struct dz_reuse_side {
  dz_view view;
  uint32_t
      *novel; /* count + 1: symbols before each that are in no set phrase, slots and edges aside */
  uint32_t *own; /* count + 1: the same, short set phrases (common words) counted as own wording */
  struct dz_known *known; /* what the index says of it, looked up when it is needed */
  dz_bags bags;           /* its sentences; reword.c */
} dz_reuse_side;

/* background.c: how common wording is in the reader's own reports. */
typedef struct dz_background {
  dz_map halves;  /* seed -> its number */
  dz_map counts;  /* two numbers -> reports in which the two seeds follow each other */
  dz_map windows; /* hash of a sampled window of the index -> reports that have it */
  uint32_t least; /* reports that make a window formula; 0: too few reports to tell */
} dz_background;

/* Freed with dz_background_free, also after failure. Fewer than four reports
 * give a background that covers nothing. Cost: linear. */
DZ_MUST_CHECK dz_status dz_background_build(dz_background *out, const dz_report *const *reports,
                                            size_t count, const dz_genre_index *index,
                                            dz_error *error);
void dz_background_free(dz_background *background);
/* Raises covered[i] to DZ_GENRE_FORMULA where the wording is common. */
void dz_background_cover(const dz_background *background, const uint16_t *symbols, size_t count,
                         uint8_t *covered);

/* side.c: the view of a report with what is looked up in it again and
 * again. Freed with dz_reuse_side_free, also after failure. Cost: linear. */
DZ_MUST_CHECK dz_status dz_reuse_side_build(dz_reuse_side *out, const dz_report *report,
                                            const dz_knowledge *knowledge,
                                            const dz_background *background, dz_error *error);
void dz_reuse_side_free(dz_reuse_side *side);

/* Two ranges of symbols that belong together: one passage of a pair. */
typedef struct dz_passage {
  uint32_t a, a_end;
  uint32_t b, b_end;
  uint32_t first, count; /* its matches: a range of the pair's list, disjoint, by b */
  float score;           /* novel symbols in equal runs */
  bool run;              /* a single run of equal text, kept for its length alone */
  bool shuffled;         /* set phrases in another order: a copy although each is formula */
  bool reworded;         /* sentences alike as bags are in it */
  uint32_t rare;         /* reworded: features in common that few have */
} dz_passage;

/* Where else the equal text of a passage stands. */
typedef struct dz_elsewhere {
  uint32_t rest;    /* symbols that stand nowhere else and are in no set phrase */
  uint32_t longest; /* the longest stretch of them */
  uint32_t figures; /* of three digits or more, the same in both */
  uint32_t odd;     /* pairs of letters that no two offices are known to have written */
  uint32_t windows; /* that are known from elsewhere, */
  uint32_t offices; /* from so many further offices on average, */
  int since;        /* in what year first; 0: not known */
  const dz_genre_document *document; /* of the central authorities, or NULL */
} dz_elsewhere;

/* One point at which the two texts of a passage differ. */
typedef struct dz_exchange {
  uint32_t a, a_end;
  uint32_t b, b_end;
  dz_slot_kind kind; /* DZ_SLOT_KIND_COUNT: other wording, no slot */
} dz_exchange;

/* A passage that was judged, as it is kept until all pairs are done. */
typedef struct dz_judged {
  uint32_t report_a, report_b; /* report_a < report_b */
  uint32_t a, a_end;
  uint32_t b, b_end;
  uint32_t first_match, match_count;       /* in dz_reuse_work.matches; none for a run */
  uint32_t first_exchange, exchange_count; /* in dz_reuse_work.exchanges: the slots */
  float score, similarity;
  uint8_t class; /* dz_reuse_class */
  bool run;
  bool reworded;
} dz_judged;

/* What is known of one pair of reports while it is worked on. */
typedef struct dz_reuse_pair {
  const dz_knowledge *knowledge;
  const dz_background *background;
  const dz_reuse_side *a, *b; /* a: the report with the lower index */
  const dz_match *seeds;      /* maximal runs, by b */
  size_t seed_count;
  dz_array matches;    /* dz_match: those of the passages */
  dz_array passages;   /* dz_passage */
  dz_array exchanges;  /* dz_exchange: those of the passage being judged */
  dz_array scratch[4]; /* room that the steps use one after the other */
  bool capped;         /* a cap was hit: the pair may share more */
} dz_reuse_pair;

/* The whole search. */
typedef struct dz_reuse_work {
  const dz_job *job;
  dz_reuse_side *sides; /* one per report */
  dz_background background;
  dz_array found;     /* dz_judged */
  dz_array matches;   /* dz_match */
  dz_array exchanges; /* dz_exchange */
} dz_reuse_work;

/* cluster.c: runs that lie close together in both reports, whatever
 * their order, become passages. */
DZ_MUST_CHECK dz_status dz_reuse_cluster(dz_reuse_pair *pair, dz_error *error);

/* passage.c: sets the ends of the passages at ends of sentences and
 * clauses, settles overlaps, and adds runs that are long enough by themselves. */
DZ_MUST_CHECK dz_status dz_reuse_refine(dz_reuse_pair *pair, dz_error *error);

/* tile.c: adds passages that consist of the same pieces in another order.
 * false when memory ran out. */
bool dz_reuse_tile(dz_reuse_pair *pair);

/* split.c: cuts long, loose passages at the headings inside them; the
 * ends of the pieces are those of their runs. false when memory ran out. */
bool dz_reuse_split(dz_reuse_pair *pair);

/* reword.c: adds passages whose sentences are alike as bags, and such sentences
 * beside the passages there are. false when memory ran out. */
bool dz_reuse_reword(dz_reuse_pair *pair);

/* elsewhere.c: makes room for what will be known of a side. */
DZ_MUST_CHECK dz_status dz_elsewhere_init(dz_reuse_side *side, dz_error *error);
void dz_elsewhere_free(dz_reuse_side *side);

/* What the index and the background know of these runs. */
dz_elsewhere dz_elsewhere_of(const dz_reuse_pair *pair, const dz_match *list, size_t count);

/* classify.c: class, similarity and slots of one passage. pair->exchanges
 * is left holding its slots. */
DZ_MUST_CHECK dz_status dz_reuse_judge(dz_reuse_pair *pair, const dz_passage *passage,
                                       dz_judged *out, dz_error *error);

/* exchange.c: gives the exchange its kind and its whole extent if names were
 * exchanged; else leaves it as it is. */
void dz_exchange_name(const dz_places *places, const dz_reuse_pair *pair, dz_exchange *exchange);

/* common.c: where many reports are compared at once, passages that stand
 * in many of them become formulas, and what is common in the others is taken
 * out of their score. */
DZ_MUST_CHECK dz_status dz_reuse_common(dz_reuse_work *work, dz_error *error);

/* group.c: passages of pairs become items over all reports. */
DZ_MUST_CHECK dz_status dz_reuse_group(const dz_reuse_work *work, dz_error *error);

/* A place of an item, in symbols. */
typedef struct dz_reuse_member {
  uint32_t item; /* the passage that stands for the item */
  uint32_t report, start, end;
} dz_reuse_member;

/* slots.c: slots of one item with these places, joined by these passages
 * (indices into work->found). */
DZ_MUST_CHECK dz_status dz_reuse_slots(const dz_reuse_work *work, const dz_reuse_member *members,
                                       size_t member_count, const uint32_t *passages,
                                       size_t passage_count, dz_reuse *item, dz_error *error);

/* evidence.c: fills evidence and evidence_count of the items that are no
 * formula and not one office's own. */
DZ_MUST_CHECK dz_status dz_reuse_gather_evidence(const dz_reuse_work *work, dz_reuse *items,
                                                 size_t count, dz_error *error);

/* rates.c: figures per report and section, from comparison->reuse and
 * the passages of the pairs. */
DZ_MUST_CHECK dz_status dz_reuse_rate(const dz_reuse_work *work, dz_error *error);

/* renumber.c: takes over into `c` items, similarities and rates that were
 * found in `searched`, a copy of c with its reports in another order: its i-th
 * is number order[i] of c. New lists are put into the arena; what holds no
 * number of a report is shared with `searched`, which must be in that arena too. */
DZ_MUST_CHECK dz_status dz_reuse_renumber(dz_comparison *c, const dz_comparison *searched,
                                          const uint32_t *order, dz_arena *arena, dz_error *error);

/* Symbols of [start, end) that are neither formula nor slot nor edge. */
static inline uint32_t dz_side_novel(const dz_reuse_side *side, uint32_t start, uint32_t end) {
  return side->novel[end] - side->novel[start];
}

#endif
