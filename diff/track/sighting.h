/* sighting.h - where an official's own report tells what became of a promise, and what it tells
 *
 * Such reports tell in other words than they promised: short names, plain style, numbers spelt
 * out. So no single sign decides. Every statement that shares a rare pair of characters with the
 * promise is described by the signs of knowledge/track_weights.h; a conditional logit over all of
 * them picks the place, a second model says whether it tells of the promise, a third one what. */
#ifndef DZ_DIFF_TRACK_SIGHTING_H
#define DZ_DIFF_TRACK_SIGHTING_H

#include "knowledge/track_weights.h"
#include "outcome.h"

#define DZ_TOLD_AT_ALL 0.35 /* from this chance on a place tells of the promise */
/* A verdict is plain from these chances on that the place tells, and that it tells this. */
#define DZ_SURE_PLACE 0.80
#define DZ_SURE_TOLD 0.85
/* ... and so much of the promise stands there, by rarity or by its name, and no more of it is of
 * another promise */
#define DZ_SURE_FOUND 0.60
#define DZ_SURE_TAKEN 0.25
enum { DZ_SIGHTINGS_MAX = 48 };

typedef struct dz_sighting {
  dz_hit hit;
  uint32_t sentence;
  double sign[DZ_SEEN_SIGNS];
  double chance; /* 0..1, of all sightings */
} dz_sighting;

typedef struct dz_sightings {
  dz_sighting items[DZ_SIGHTINGS_MAX];
  size_t count;
  double promise[DZ_SEEN_SIGNS]; /* the signs of the promise itself */
  int32_t best;                  /* the likeliest place, or -1 */
  double accept[DZ_SEEN_SIGNS];  /* its signs with those of the promise */
  double chance;                 /* that it tells of the promise */
} dz_sightings;

/* What is promised, as it is held against every statement. */
typedef struct dz_pledge {
  const dz_topics *topics;
  const dz_query *query; /* of the clause that promises */
  const dz_query *wide;  /* of what was said before it too */
  const dz_commitment *commitment;
  size_t earlier, later;
  dz_span clause; /* folded: the clause that promises */
  dz_span name;   /* folded: the words that name the thing, in it or before it */
} dz_pledge;

dz_pledge dz_pledge_of(const dz_topics *topics, const dz_query *query, const dz_query *wide,
                       size_t earlier, const dz_commitment *commitment, size_t later);

/* Fills the signs of every sighting and of the promise. Linear in the posting lists of the query;
 * no more than DZ_SIGHTINGS_MAX statements are looked at closely. */
DZ_MUST_CHECK dz_status dz_sightings_find(dz_sightings *out, const dz_pledge *pledge,
                                          dz_error *error);

/* Fills the signs that tell how each stands to the others. */
void dz_sightings_compare(dz_sightings *sightings);

/* Fills the chances of the sightings, which add up to 1, and the likeliest one with its chance. */
void dz_sightings_weigh(dz_sightings *sightings, const dz_track_weights *weights);

/* Whether a unit is a measure word of things one by one. */
bool dz_unit_counts(const dz_knowledge *knowledge, const char *unit);

/* Whether two figures may count the same thing: 12名医师 and 9个, as one speaks. */
bool dz_units_count_alike(const dz_knowledge *knowledge, const char *a, const char *b);

/* Which words of data/telling_words.tsv stand in a folded range: 1 << dz_telling_role. */
unsigned dz_telling_roles(const dz_knowledge *knowledge, const dz_text *text, dz_span fold);

/* What a statement tells of a promise. */
typedef struct dz_telling {
  double sign[DZ_TOLD_SIGNS];
  int32_t figure;  /* index into the later report's quantities: it answers the promise, or -1 */
  int32_t against; /* the figure of the promise it answers */
  dz_outcome_status by_figure; /* what the figure says; unreported: there is none */
  const char *rule;            /* by which rule it says so, or NULL */
  int32_t second;              /* the statement of the sentence that holds what decides, or -1 */
} dz_telling;

dz_telling dz_telling_of(const dz_pledge *pledge, const dz_hit *hit);

/* Whether the likeliest place is surely about the promise. */
bool dz_sightings_sure(const dz_sightings *sightings);

/* Whether what is told and what its figure says are at odds, or a figure was promised and none is
 * told. */
bool dz_telling_at_odds(dz_told_what what, const dz_telling *telling);

/* What is told, and its chance in *chance. */
dz_told_what dz_telling_weigh(const dz_telling *telling, const dz_track_weights *weights,
                              double *chance);

/* The deadline of a pledge against the dates told in a folded range: -1 kept, +1 late, 0 not said.
 * *dated: a date is told. */
int dz_pledge_date(const dz_pledge *pledge, dz_span fold, bool *dated);

/* plain.c: whether both reports are officials' own, so that what is promised is looked for in this
 * way. */
bool dz_is_plain_pair(const dz_topics *topics, size_t earlier, size_t later);

/* What became of a promise of such a pair; *out is filled as unreported. */
DZ_MUST_CHECK dz_status dz_plain_outcome(dz_outcome *out, const dz_topics *topics,
                                         const dz_query *query, size_t earlier, size_t commitment,
                                         size_t later, dz_arena *arena, dz_error *error);

#endif
