/* topic.h - what the statements of several reports are about, as weighted
 * character pairs and indicators, and a search by them.
 *
 * Method: every statement is a set of tokens (pairs of neighbouring characters
 * and named indicators); a token weighs the more the fewer statements of all
 * reports hold it (inverse document frequency, Sparck Jones 1972). A search
 * runs over an inverted index, so that its cost is the length of the posting
 * lists of the query; lists of very common tokens are left out. */
#ifndef DZ_DIFF_TRACK_TOPIC_H
#define DZ_DIFF_TRACK_TOPIC_H

#include <duizhao/report.h>

#include "base/array.h"
#include "base/map.h"
#include "knowledge/knowledge.h"
#include "normalize/promises/clause.h"
#include "normalize/promises/cue.h"

typedef enum dz_period {                   /* the time a statement of a review speaks of */
                         DZ_PERIOD_YEAR,   /* the year reviewed, said or understood */
                         DZ_PERIOD_OTHER,  /* another year only */
                         DZ_PERIOD_SEVERAL /* a span of years */
} dz_period;

/* A clause with those that go on about the same thing. */
typedef struct dz_statement {
  dz_span fold;
  uint32_t clause, clause_count; /* indices into clauses */
  uint32_t token, token_count;   /* indices into tokens */
  dz_function function;          /* of its sentence; a heading has none */
  uint8_t period;                /* dz_period */
  uint8_t passage; /* the same as the passage sets it, whatever the statement says itself */
} dz_statement;

typedef struct dz_topic_report {
  const dz_report *report;
  dz_array clauses;        /* dz_clause */
  dz_array statements;     /* dz_statement */
  dz_array tokens;         /* uint32_t token ids, per statement without repetition */
  uint32_t *posting_start; /* per token id, + 1: into postings */
  uint32_t *postings;      /* statement indices */
  uint32_t *pairs; /* per folded position: the token of it and the next character; DZ_NO_TOKEN */
  dz_span *
      /* per paragraph: folded words in front of a numbered list of deeds; empty: it holds none */
      deeds;
  dz_array
      /* uint32_t: statements of the review that tell a list of deeds as done, in text order */
      wholes;
} dz_topic_report;

enum { DZ_QUERY_TOKENS_MAX = 512 }; /* of one query */

#define DZ_NO_TOKEN UINT32_MAX /* no statement holds it */

/* Keys of tokens: DZ_INDICATOR_KEY | index of an indicator, or a pair of neighbouring folded
 * characters. */
#define DZ_INDICATOR_KEY ((uint64_t)1 << 60)
static inline uint64_t dz_pair_key(uint32_t first, uint32_t second) {
  return (uint64_t)first << 21 | second; /* a code point has 21 bits */
}

typedef struct dz_topics {
  const dz_knowledge *knowledge;
  dz_map vocabulary;  /* token key -> id + 1 */
  dz_array frequency; /* uint32_t per id: statements that hold it */
  dz_topic_report *reports;
  size_t report_count;
  size_t statement_count; /* of all reports */
} dz_topics;

#define DZ_PLAIN_TARGET 30.0 /* weight of a query that says little beside its indicator */
#define DZ_KIND_FACTOR 0.25  /* behind 等 stands only what kind of things they are */

typedef struct dz_query_token {
  uint32_t id;
  float weight;
  /* of an enumeration, from 0; what a figure behind it counts is 1: 甲、乙等5个|泵站 */
  uint8_t member;
  bool
      /* of another form of words that are asked for: it may stand for them and is not asked for
       * itself */
      other;
  bool formed; /* of the words that it may stand for */
} dz_query_token;

/* What a search needs besides; kept from one search to the next, so that none
 * has to clear what it does not touch. */
typedef struct dz_scratch {
  float *weights;   /* per statement; all 0 between searches */
  size_t size;      /* of weights */
  dz_array touched; /* uint32_t: statements whose weight is not 0 */
  uint32_t *slots;  /* per token: 1 + its place in the query that is scored; all 0 between */
  size_t slot_count;
} dz_scratch;

/* What a commitment is about. */
typedef struct dz_query {
  dz_scratch *scratch; /* owned; made by the first dz_query_of */
  dz_array tokens;     /* dz_query_token, one per id */
  double total;        /* sum of the weights */
  size_t members;      /* of the enumeration: 1 for a single thing */
  int32_t indicator;   /* index into knowledge->indicator, or -1 */
  bool counted;        /* a figure counts what the things enumerated are */
  bool sync; /* one indicator is to keep pace with another: 居民收入与经济增长同步 */
  dz_segment segment; /* of the commitment */
  uint32_t clause;    /* its clause */
} dz_query;

typedef struct dz_hit {
  uint32_t statement;
  double score;   /* 0..1: share of the query's weight found in the statement */
  double weight;  /* weight found */
  size_t members; /* members of the enumeration found */
} dz_hit;

/* Whether so much weight tells what the things enumerated are: 泵站 of 甲、乙等5个泵站. */
bool dz_names_kind(double weight);

/* Whether what was found is enough to name a thing. */
bool dz_hit_names(const dz_hit *hit);

enum {
  DZ_HITS_MAX = 12,   /* statements that a search looks at closely */
  DZ_MEMBERS_MAX = 64 /* of an enumeration: those behind count as the last */
};

/* Fills *out; on failure too it must be freed. `reports` are borrowed. */
DZ_MUST_CHECK dz_status dz_topics_build(dz_topics *out, const dz_report *const *reports,
                                        size_t count, const dz_knowledge *knowledge,
                                        dz_error *error);
void dz_topics_free(dz_topics *topics);

/* The query of one commitment; *out is reused and freed by dz_query_free. */
DZ_MUST_CHECK dz_status dz_query_of(dz_query *out, const dz_topics *topics, size_t report,
                                    size_t commitment, dz_error *error);
void dz_query_free(dz_query *query);

/* Whether a folded range hardly names anything: 明年6月开工. */
bool dz_is_nameless(const dz_topics *topics, size_t report, dz_span fold);

/* The clause that says what a clause is about: the first of its sentence that names something, else
 * of the sentence before; the clause itself where there is none. */
uint32_t dz_topic_clause(const dz_topics *topics, size_t report, uint32_t clause);

/* The same as a plain speaker means it: what the sentence says before the promise, and where that
 * names nothing the sentence before it, belongs to what it is about. */
DZ_MUST_CHECK dz_status dz_query_of_plain(dz_query *out, const dz_topics *topics, size_t report,
                                          size_t commitment, dz_error *error);

/* The best statements of `report` of any function whose bit (1 << dz_function)
 * is set in `functions`, best first, into `hits` (room for DZ_HITS_MAX). */
DZ_MUST_CHECK dz_status dz_topics_search(dz_hit *hits, size_t *count, const dz_topics *topics,
                                         const dz_query *query, size_t report, unsigned functions,
                                         dz_error *error);

/* The same with room for `room` statements. */
DZ_MUST_CHECK dz_status dz_topics_search_wide(dz_hit *hits, size_t room, size_t *count,
                                              const dz_topics *topics, const dz_query *query,
                                              size_t report, unsigned functions, dz_error *error);

/* Fills score, weight and members of a hit, whose statement is set. */
void dz_hit_score(dz_hit *hit, const dz_query *query, const dz_topic_report *topic);

/* Weight of the query's tokens that occur in the folded range of `report`. */
double dz_query_weight_in(const dz_topics *topics, const dz_query *query, size_t report,
                          dz_span fold);

/* The same in the words of one commitment of `report`. */
double dz_commitment_weight(const dz_topics *topics, const dz_query *query, size_t report,
                            size_t commitment);

/* The statements of `report` that name an indicator, in text order, at most
 * DZ_NAMED_MAX of them; borrowed. */
enum { DZ_NAMED_MAX = 200 };
const uint32_t *dz_statements_naming(const dz_topics *topics, size_t report, int32_t indicator,
                                     size_t *count);

/* Share of the words of a folded range of `report`, by weight, that the query
 * holds: how much of what is told was asked for. */
double dz_query_precision(const dz_topics *topics, const dz_query *query, size_t report,
                          dz_span fold);

/* The same for the member of an enumeration of which most was asked for: 加快甲水库、乙水库等工程 tells of
 * 甲水库. */
double dz_query_member_precision(const dz_topics *topics, const dz_query *query, size_t report,
                                 dz_span fold);

/* The indicator that a commitment of `report` names, or -1. */
int32_t dz_commitment_indicator(const dz_topics *topics, size_t report, size_t commitment);

/* Whether the commitment is a target of an indicator and of little else, so
 * that the indicator's name is enough to know it again. */
bool dz_is_plain_target(const dz_query *query, const dz_commitment *commitment);

/* designator.c: a digit, or 一 to 十. */
bool dz_is_running_number(uint32_t cp);

/* collective.c: fills deeds and wholes, at most DZ_NAMED_MAX of these. Linear. */
DZ_MUST_CHECK dz_status dz_collectives_find(dz_topic_report *topic, const dz_knowledge *knowledge,
                                            dz_error *error);

/* Whether a folded range says that one thing keeps pace with another. */
bool dz_keeps_pace(const dz_text *text, dz_span fold);

#endif
