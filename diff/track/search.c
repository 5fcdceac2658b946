/* search.c - the statements that hold most of what a commitment is about; see topic.h */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "topic.h"

/* Measured on hand-made pairs of consecutive reports. */
#define NEIGHBOUR_FACTOR 0.6 /* found in the statement before or behind, of the same sentence */
#define FORM_SHARE                                                                                 \
  0.4 /* so much of the other form of a name must be found: 高新技术企业 is no 高新区 */
#define MEMBER_SHARE 0.9   /* what one of several things counts */
#define MEMBER_WEIGHT 12.0 /* a member of an enumeration tells itself by two rare pairs and more */
#define MIN_WEIGHT 9.0     /* a pair and a half of rare ones: less names nothing ... */
#define WHOLE_SCORE 0.85   /* ... unless nearly all that was said is found: 新增学位600个 */
enum {
  POSTINGS_MAX = 1200 /* longer lists belong to tokens that tell nothing */
};

bool dz_hit_names(const dz_hit *hit) {
  return hit->weight >= MIN_WEIGHT || (hit->weight >= MIN_WEIGHT / 2 && hit->score >= WHOLE_SCORE);
}

static int by_score(const void *a, const void *b) {
  const dz_hit *x = a, *y = b;

  if (x->score != y->score) return x->score < y->score ? 1 : -1;
  return x->statement < y->statement ? -1 : x->statement > y->statement;
}

/* The statement before the one given, of the same sentence; NULL if it begins it. */
static const dz_statement *neighbour(const dz_topic_report *topic, uint32_t statement) {
  const dz_statement *own = dz_array_at(&topic->statements, statement), *other;
  const dz_clause *a = dz_array_at(&topic->clauses, own->clause), *b;

  if (!statement) return NULL;
  other = dz_array_at(&topic->statements, statement - 1);
  b = dz_array_at(&topic->clauses, other->clause);
  return a->sentence == b->sentence ? other : NULL;
}

static double least(double a, double b) {
  return a < b ? a : b;
}

/* What a statement and the one before it hold of a query. */
typedef struct holding {
  double total[DZ_MEMBERS_MAX], found[DZ_MEMBERS_MAX]; /* per member of an enumeration */
  double weight, near; /* found in the statement, in the one before */
  double asked, formed,
      /* of words that have another form: asked for, found as asked, found in the other form */
      other;
} holding;

/* The other form of a name counts where a good part of it is found. */
static double formed_weight(const holding *h) {
  return h->other >= FORM_SHARE * h->asked ? least(h->formed + h->other, h->asked) : h->formed;
}

/* Which tokens of a query a statement holds, by their places in the query. */
typedef struct held_tokens {
  bool here[DZ_QUERY_TOKENS_MAX];
} held_tokens;

/* Room for the marks of all tokens of a query. false: out of memory. */
static bool make_slots(const dz_query *query) {
  dz_scratch *scratch = query->scratch;
  const dz_query_token *tokens = query->tokens.items;
  size_t count = scratch->slot_count;
  uint32_t *slots;

  for (size_t i = 0; i < query->tokens.count; i++)
    if (tokens[i].id >= count) count = (size_t)tokens[i].id * 2 + 1;
  if (count == scratch->slot_count) return true;
  slots = realloc(scratch->slots, count * sizeof *slots);
  if (!slots) return false;
  memset(slots + scratch->slot_count, 0, (count - scratch->slot_count) * sizeof *slots);
  scratch->slots = slots;
  scratch->slot_count = count;
  return true;
}

/* Marks the tokens of the query, or clears the marks. */
static void mark(const dz_query *query, bool set) {
  const dz_query_token *tokens = query->tokens.items;

  for (size_t i = 0; i < query->tokens.count; i++)
    query->scratch->slots[tokens[i].id] = set ? (uint32_t)i + 1 : 0;
}

/* The tokens are marked; each of the statement is looked at once. */
static void find_marked(held_tokens *out, const dz_query *query, const dz_topic_report *topic,
                        const dz_statement *statement) {
  const dz_scratch *scratch = query->scratch;
  const uint32_t *tokens = (const uint32_t *)topic->tokens.items + statement->token;

  memset(out->here, 0, query->tokens.count * sizeof *out->here);
  for (uint32_t k = 0; k < statement->token_count; k++)
    if (tokens[k] < scratch->slot_count && scratch->slots[tokens[k]])
      out->here[scratch->slots[tokens[k]] - 1] = true;
}

/* The same without marks. */
static void find_each(held_tokens *out, const dz_query *query, const dz_topic_report *topic,
                      const dz_statement *statement) {
  const uint32_t *tokens = (const uint32_t *)topic->tokens.items + statement->token;
  const dz_query_token *asked = query->tokens.items;

  memset(out->here, 0, query->tokens.count * sizeof *out->here);
  for (size_t i = 0; i < query->tokens.count; i++)
    for (uint32_t k = 0; k < statement->token_count && !out->here[i]; k++)
      out->here[i] = tokens[k] == asked[i].id;
}

/* What a statement and the one before it, if there is one, hold of a query. */
static void find_tokens(held_tokens held[2], const dz_query *query, const dz_topic_report *topic,
                        const dz_statement *statement, const dz_statement *before) {
  if (!make_slots(query)) { /* slower, and needs no room */
    find_each(&held[0], query, topic, statement);
    if (before) find_each(&held[1], query, topic, before);
    return;
  }
  mark(query, true);
  find_marked(&held[0], query, topic, statement);
  if (before) find_marked(&held[1], query, topic, before);
  mark(query, false);
}

static void add_up(holding *h, const dz_query *query, const dz_topic_report *topic,
                   uint32_t index) {
  const dz_statement *statement = dz_array_at(&topic->statements, index),
                     *before = neighbour(topic, index);
  held_tokens held[2];

  find_tokens(held, query, topic, statement, before);
  for (size_t i = 0; i < query->tokens.count; i++) {
    const dz_query_token *token = dz_array_at(&query->tokens, i);
    double *weight = token->other ? &h->other : token->formed ? &h->formed : &h->weight;
    if (!token->other) h->total[token->member] += token->weight;
    if (token->formed) h->asked += token->weight;
    if (held[0].here[i]) {
      if (!token->other) h->found[token->member] += token->weight;
      *weight += token->weight;
    } else if (before && !token->other && held[1].here[i]) {
      *(token->formed ? &h->formed : &h->near) += NEIGHBOUR_FACTOR * token->weight;
    }
  }
  h->found[0] += formed_weight(h) - h->formed;
  h->weight += formed_weight(h);
}

bool dz_names_kind(double weight) {
  return weight > DZ_KIND_FACTOR * MEMBER_WEIGHT;
}

/* Share of the query found; for an enumeration the best member counts too. */
void dz_hit_score(dz_hit *hit, const dz_query *query, const dz_topic_report *topic) {
  holding h = {.weight = 0};
  double best = 0;

  add_up(&h, query, topic, hit->statement);
  hit->members = 0;
  for (size_t m = 0; m < query->members; m++) {
    double share = h.total[m] > 0 ? least(h.found[m] / h.total[m], 1) : 0;
    if (share >= 0.5) hit->members++;
    if (h.found[m] > MEMBER_WEIGHT && share > best) best = share;
  }
  hit->weight = h.weight + h.near;
  hit->score = query->total > 0 ? least(hit->weight / query->total, 1) : 0;
  if (query->counted && dz_names_kind(h.found[1])) {
    best = least(h.found[1] / h.total[1], 1);
    hit->weight += h.found[1] / DZ_KIND_FACTOR;
  }
  if ((query->members > 1 || query->counted) && MEMBER_SHARE * best > hit->score)
    hit->score = MEMBER_SHARE * best;
}

static void keep(dz_hit *hits, size_t room, size_t *count, uint32_t statement, double weight) {
  size_t at = *count;

  if (at == room && hits[at - 1].weight >= weight) return;
  if (at == room)
    at--;
  else
    ++*count;
  while (at > 0 && hits[at - 1].weight < weight) {
    hits[at] = hits[at - 1];
    at--;
  }
  hits[at] = (dz_hit){.statement = statement, .weight = weight};
}

static dz_status make_room(dz_scratch *scratch, size_t statements, dz_error *error) {
  float *weights;

  if (statements <= scratch->size) return DZ_OK;
  weights = calloc(statements, sizeof *weights);
  if (!weights) return dz_fail_memory(error);
  free(scratch->weights);
  scratch->weights = weights;
  scratch->size = statements;
  return DZ_OK;
}

dz_status dz_topics_search(dz_hit *hits, size_t *count, const dz_topics *topics,
                           const dz_query *query, size_t report, unsigned functions,
                           dz_error *error) {
  return dz_topics_search_wide(hits, DZ_HITS_MAX, count, topics, query, report, functions, error);
}

dz_status dz_topics_search_wide(dz_hit *hits, size_t room, size_t *count, const dz_topics *topics,
                                const dz_query *query, size_t report, unsigned functions,
                                dz_error *error) {
  const dz_topic_report *topic = &topics->reports[report];
  dz_scratch *scratch = query->scratch;
  dz_status status = make_room(scratch, topic->statements.count, error);

  *count = 0;
  scratch->touched.count = 0;
  for (size_t i = 0; i < query->tokens.count && !status; i++) {
    const dz_query_token *token = dz_array_at(&query->tokens, i);
    uint32_t from = topic->posting_start[token->id], to = topic->posting_start[token->id + 1];
    if (to - from > POSTINGS_MAX) continue;
    for (uint32_t k = from; k < to && !status; k++) {
      uint32_t s = topic->postings[k];
      const dz_statement *statement = dz_array_at(&topic->statements, s);
      if (!(functions >> statement->function & 1)) continue;
      if (scratch->weights[s] == 0 && !dz_array_append(&scratch->touched, &s, 1))
        status = dz_fail_memory(error);
      scratch->weights[s] += token->weight;
    }
  }
  for (size_t i = 0; i < scratch->touched.count; i++) {
    uint32_t s = *(uint32_t *)dz_array_at(&scratch->touched, i);
    keep(hits, room, count, s, scratch->weights[s]);
    scratch->weights[s] = 0;
  }
  for (size_t i = 0; i < *count; i++) dz_hit_score(&hits[i], query, topic);
  qsort(hits, *count, sizeof *hits, by_score);
  return status;
}
