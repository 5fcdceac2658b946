/* query.c - what a commitment is about, and the search for it; see topic.h */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "normalize/unicode.h"
#include "topic.h"

/* Weights. Measured on hand-made pairs of consecutive reports. */
#define CUE_FACTOR 0.3       /* pairs inside 建设 推进 and the like say little of the thing */
#define NAME_LENGTH 6        /* characters that tell a name from others: its first, and its last before a figure */
#define NAME_TAIL_FACTOR 0.5 /* the rest of it */
#define RARE 5.5             /* as in two reports of 20,000 characters, on which the thresholds were measured */
#define KIND_FACTOR 0.25     /* behind 等 stands only what kind of things they are */
#define NEIGHBOUR_FACTOR 0.6 /* found in the statement before or behind, of the same sentence */
#define MEMBER_WEIGHT 12.0   /* a member of an enumeration tells itself by two rare pairs and more */
#define MIN_WEIGHT 9.0       /* a pair and a half of rare ones: less names nothing ... */
#define WHOLE_SCORE 0.85     /* ... unless nearly all that was said is found: 新增学位600个 */
#define CONTEXT_FACTOR 0.25  /* the rest of the clause */
#define BEFORE_FACTOR 0.6   /* the clause before, where the segment names hardly anything */
#define COMMON 0.9           /* nats taken off every weight: what stands in 2 of 5 statements weighs nothing */
#define PLAIN_TARGET 30.0   /* weight of a query that says little beside its indicator */
#define INDICATOR_WEIGHT 12.0/* a named indicator is worth about three rare pairs */
enum {
  MAX_VERB = 4,         /* characters */
  SHORT_OBJECT = 4,     /* pairs: fewer do not name a thing */
  POSTINGS_MAX = 1200,  /* longer lists belong to tokens that tell nothing */
  TOKENS_MAX = 400      /* of one query: no clause that states one thing is longer */
};

#define INDICATOR_KEY ((uint64_t)1 << 60)

/* Rarity of a token in nats, scaled so that one that stands in a single
 * statement weighs RARE however many statements there are. */
static double weight_of(const dz_topics *topics, uint32_t id) {
  uint32_t frequency = *(uint32_t *)dz_array_at(&topics->frequency, id);
  double all = (double)topics->statement_count + 1, rarest = log(all / 2) - COMMON;
  double weight = log(all / (double)(frequency + 1)) - COMMON;

  return weight > 0 && rarest > 0 ? RARE * weight / rarest : 0;
}

static dz_status add_token(dz_query *query, const dz_topics *topics, uint64_t key, double factor, uint8_t member,
                           dz_error *error) {
  const uint32_t *id = dz_map_get(&topics->vocabulary, key);
  dz_query_token *token;
  double weight;

  if (!id || !*id) return DZ_OK;
  weight = factor * (key & INDICATOR_KEY ? INDICATOR_WEIGHT : weight_of(topics, *id - 1));
  if (weight <= 0) return DZ_OK;
  for (size_t i = 0; i < query->tokens.count; i++) {
    token = dz_array_at(&query->tokens, i);
    if (token->id != *id - 1) continue;
    if (weight > token->weight) {
      query->total += weight - token->weight;
      token->weight = (float)weight;
    }
    return DZ_OK;
  }
  if (query->tokens.count >= TOKENS_MAX) return DZ_OK;
  token = dz_array_push(&query->tokens);
  if (!token) return dz_fail_memory(error);
  *token = (dz_query_token){.id = *id - 1, .weight = (float)weight, .member = member};
  query->total += weight;
  return DZ_OK;
}

/* Whether position i of the folded text lies in one of the clause's figures. */
static bool in_figure(const dz_report *report, const dz_clause *clause, size_t i) {
  uint32_t at = report->text.origin[i];

  for (size_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (at >= report->quantities[q].span.start && at < report->quantities[q].span.end) return true;
  return false;
}

/* Whether 等 at i closes a list of examples, so that what follows names only
 * their kind; not the 等 of 高等 平等 等级. */
static bool closes_list(const dz_text *text, size_t i, dz_span range) {
  static const uint32_t before[] = {0x9AD8, 0x5E73, 0x4E2D, 0x521D, 0x540C, 0x4F18, 0x5747, 0x5BF9, 0x4E00};
  static const uint32_t behind[] = {0x7EA7, 0x5019, 0x4E8E, 0x5F85, 0x6548};

  if (text->fold[i] != 0x7B49 || i < range.start + 3) return false;
  for (size_t k = 0; k < sizeof before / sizeof *before; k++)
    if (text->fold[i - 1] == before[k]) return false;
  for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
    if (i + 1 < range.end && text->fold[i + 1] == behind[k]) return false;
  return true;
}

/* Length of a word that says by when, not what: 年底前. */
static size_t time_word(const dz_tracking *tracking, const dz_text *text, size_t i, size_t end) {
  int32_t value;
  size_t length = dz_trie_longest(&tracking->words, text->fold + i, end - i, &value);

  if (!length || value != DZ_ROLE_TERM) return 0;
  return i + length < end && text->fold[i + length] == 0x524D ? length + 1 : length; /* 前 */
}

/* 滚动实施300个…: end of the verb in front of an early figure that the thing
 * follows, even where no table knows the verb. */
static size_t unknown_verb(const dz_topics *topics, size_t report, const dz_clause *clause, dz_span range) {
  const dz_report *r = topics->reports[report].report;
  dz_span figure;

  if (!clause->quantity_count) return 0;
  figure = dz_quantity_fold(r, clause->quantity);
  if (figure.start < range.start || figure.start > range.start + MAX_VERB || figure.end + 4 > range.end) return 0;
  return figure.start;
}

/* Adds the pairs of a folded range; figures and the indicator's own name are
 * left out. */
static dz_status add_range(dz_query *query, const dz_topics *topics, size_t report, const dz_clause *clause,
                           dz_span range, dz_span indicator, double factor, size_t *member, dz_error *error) {
  const dz_report *r = topics->reports[report].report;
  const dz_text *text = &r->text;
  size_t cue_end = 0, name = range.start, verb_end = unknown_verb(topics, report, clause, range);
  int32_t quantity = verb_end ? -1 : query->segment.quantity;
  size_t figure = quantity < 0 ? 0 : dz_quantity_fold(r, (size_t)quantity).start;
  double kind = 1;
  int32_t value;
  dz_status status = DZ_OK;

  for (size_t i = range.start; i < range.end && !status; i++) {
    size_t next = i + 1, cue;
    bool near;
    double f;
    if (text->fold[i] == 0x3001) {
      name = i + 1;
      if (member && *member < 60) ++*member;
    }
    if (closes_list(text, i, range) || (next < range.end && closes_list(text, next, range))) kind = KIND_FACTOR;
    near = i < name + NAME_LENGTH || (figure > i && i + NAME_LENGTH >= figure);
    f = factor * kind * (near ? 1 : NAME_TAIL_FACTOR);
    cue = dz_trie_longest(&topics->tracking->cues, text->fold + i, range.end - i, &value);
    if (!cue) cue = time_word(topics->tracking, text, i, range.end);
    if (i + cue > cue_end) cue_end = i + cue;
    if (i < cue_end && i == name) name = cue_end; /* 加快建设: the name begins behind */
    while (next < range.end && text->fold[next] == '"') next++;
    if (!dz_is_word(text->fold[i]) || next >= range.end || !dz_is_word(text->fold[next])) continue;
    if (in_figure(r, clause, i) || in_figure(r, clause, next)) continue;
    if (i >= indicator.start && next < indicator.end) continue;
    if (next <= verb_end) f *= CUE_FACTOR;
    if (i < cue_end || dz_trie_longest(&topics->tracking->cues, text->fold + next, range.end - next, &value) > 1)
      f *= CUE_FACTOR;
    status = add_token(query, topics, (uint64_t)text->fold[i] << 21 | text->fold[next], f,
                       member ? (uint8_t)*member : 0, error);
  }
  return status;
}

static dz_status add_tail(dz_query *query, const dz_topics *topics, size_t report, const dz_clause *clause,
                          dz_error *error) {
  const dz_text *text = &topics->reports[report].report->text;
  const dz_segment *segment = &query->segment;
  dz_span none = {0, 0};

  if (segment->tail.start == segment->tail.end) return DZ_OK;
  if (segment->head.end > segment->head.start) {
    uint64_t key = (uint64_t)text->fold[segment->head.end - 1] << 21 | text->fold[segment->tail.start];
    dz_status status = add_token(query, topics, key, 1, 0, error);
    if (status) return status;
  }
  return add_range(query, topics, report, clause, segment->tail, none, 1, NULL, error);
}

/* The clause that holds a position, by binary search. */
static size_t clause_at(const dz_topic_report *topic, uint32_t position) {
  const dz_text *text = &topic->report->text;
  size_t fold = dz_text_fold_position(text, position), low = 0, high = topic->clauses.count;

  while (low + 1 < high) {
    size_t middle = low + (high - low) / 2;
    if (((dz_clause *)dz_array_at(&topic->clauses, middle))->fold.start <= fold)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static void choose_segment(dz_query *query, const dz_topic_report *topic, const dz_clause *clause,
                           const dz_commitment *commitment) {
  dz_segment segments[DZ_SEGMENTS_MAX];
  size_t count = dz_segments_split(segments, topic->report, clause);
  size_t start = dz_text_fold_position(&topic->report->text, commitment->span.start);

  query->segment = segments[0];
  for (size_t i = 0; i < count; i++)
    if (segments[i].quantity == commitment->quantity && segments[i].fold.start == start) query->segment = segments[i];
}

/* 与经济增长同步, 高于经济增速: the target is another indicator's growth. */
bool dz_keeps_pace(const dz_text *text, dz_span fold) {
  for (size_t i = fold.start + 2; i + 2 < fold.end; i++) {
    uint32_t next = text->fold[i + 1];
    if (text->fold[i] == 0x540C && next == 0x6B65) return true; /* 同步 */
    if ((text->fold[i] == 0x9AD8 || text->fold[i] == 0x5FEB) && next == 0x4E8E && text->fold[i + 2] == 0x7ECF)
      return true; /* 高于经, 快于经 */
  }
  return fold.end >= fold.start + 2 && text->fold[fold.end - 2] == 0x540C && text->fold[fold.end - 1] == 0x6B65;
}

dz_status dz_query_of(dz_query *out, const dz_topics *topics, size_t report, size_t commitment, dz_error *error) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  const dz_clause *clause;
  dz_span found;
  size_t member = 0;
  dz_status status = DZ_OK;

  if (!out->scratch) {
    out->scratch = calloc(1, sizeof *out->scratch);
    if (!out->scratch) return dz_fail_memory(error);
    out->scratch->touched = dz_array_of(sizeof(uint32_t));
  }
  out->tokens.count = 0;
  out->total = 0;
  out->clause = (uint32_t)clause_at(topic, c->span.start);
  clause = dz_array_at(&topic->clauses, out->clause);
  choose_segment(out, topic, clause, c);
  out->sync = dz_keeps_pace(&topic->report->text, clause->fold);
  out->indicator = dz_indicator_of(topics->tracking, topic->report, &out->segment, &found);
  if (out->indicator >= 0)
    status = add_token(out, topics, INDICATOR_KEY | (uint64_t)out->indicator, 1, 0, error);
  if (!status)
    status = add_range(out, topics, report, clause, out->segment.head, found, 1,
                       c->quantity < 0 ? &member : NULL, error);
  if (!status) status = add_tail(out, topics, report, clause, error);
  out->members = member + 1;
  if (!status && out->segment.fold.end - out->segment.fold.start < clause->fold.end - clause->fold.start)
    status = add_range(out, topics, report, clause, clause->fold, found, CONTEXT_FACTOR, NULL, error);
  if (!status && out->tokens.count < SHORT_OBJECT && out->clause > 0) {
    const dz_clause *before = clause - 1;
    if (before->sentence == clause->sentence)
      status = add_range(out, topics, report, before, before->fold, found, BEFORE_FACTOR, NULL, error);
  }
  return status;
}

void dz_query_free(dz_query *query) {
  dz_array_free(&query->tokens);
  if (!query->scratch) return;
  free(query->scratch->weights);
  dz_array_free(&query->scratch->touched);
  free(query->scratch);
  query->scratch = NULL;
}

bool dz_hit_names(const dz_hit *hit) {
  return hit->weight >= MIN_WEIGHT || (hit->weight >= MIN_WEIGHT / 2 && hit->score >= WHOLE_SCORE);
}

static int by_score(const void *a, const void *b) {
  const dz_hit *x = a, *y = b;

  if (x->score != y->score) return x->score < y->score ? 1 : -1;
  return x->statement < y->statement ? -1 : x->statement > y->statement;
}

static bool holds(const dz_topic_report *topic, const dz_statement *statement, uint32_t id) {
  const uint32_t *tokens = (const uint32_t *)topic->tokens.items + statement->token;

  for (uint32_t k = 0; k < statement->token_count; k++)
    if (tokens[k] == id) return true;
  return false;
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

/* Share of the query found; for an enumeration the best member counts too. */
static void score_hit(dz_hit *hit, const dz_query *query, const dz_topic_report *topic) {
  const dz_statement *statement = dz_array_at(&topic->statements, hit->statement);
  const dz_statement *before = neighbour(topic, hit->statement);
  double total[64] = {0}, found[64] = {0}, weight = 0, near = 0, best = 0;

  hit->members = 0;
  for (size_t i = 0; i < query->tokens.count; i++) {
    const dz_query_token *token = dz_array_at(&query->tokens, i);
    total[token->member] += token->weight;
    if (holds(topic, statement, token->id)) {
      found[token->member] += token->weight;
      weight += token->weight;
    } else if (before && holds(topic, before, token->id)) {
      near += NEIGHBOUR_FACTOR * token->weight;
    }
  }
  for (size_t m = 0; m < query->members && m < 64; m++) {
    double share = total[m] > 0 ? found[m] / total[m] : 0;
    if (share >= 0.5) hit->members++;
    if (found[m] > MEMBER_WEIGHT && share > best) best = share;
  }
  hit->weight = weight + near;
  hit->score = query->total > 0 ? (weight + near) / query->total : 0;
  if (query->members > 1 && 0.9 * best > hit->score) hit->score = 0.9 * best;
}

static void keep(dz_hit *hits, size_t *count, uint32_t statement, double weight) {
  size_t at = *count;

  if (at == DZ_HITS_MAX && hits[at - 1].weight >= weight) return;
  if (at == DZ_HITS_MAX)
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

dz_status dz_topics_search(dz_hit *hits, size_t *count, const dz_topics *topics, const dz_query *query,
                           size_t report, unsigned parts, dz_error *error) {
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
      if (!(parts >> statement->part & 1)) continue;
      if (scratch->weights[s] == 0 && !dz_array_append(&scratch->touched, &s, 1)) status = dz_fail_memory(error);
      scratch->weights[s] += token->weight;
    }
  }
  for (size_t i = 0; i < scratch->touched.count; i++) {
    uint32_t s = *(uint32_t *)dz_array_at(&scratch->touched, i);
    keep(hits, count, s, scratch->weights[s]);
    scratch->weights[s] = 0;
  }
  for (size_t i = 0; i < *count; i++) score_hit(&hits[i], query, topic);
  qsort(hits, *count, sizeof *hits, by_score);
  return status;
}

double dz_query_weight_in(const dz_topics *topics, const dz_query *query, size_t report, dz_span fold) {
  const dz_text *text = &topics->reports[report].report->text;
  double weight = 0;

  for (size_t i = fold.start; i + 1 < fold.end; i++) {
    uint64_t key = (uint64_t)text->fold[i] << 21 | text->fold[i + 1];
    const uint32_t *id = dz_map_get(&topics->vocabulary, key);
    for (size_t k = 0; id && *id && k < query->tokens.count; k++) {
      const dz_query_token *token = dz_array_at(&query->tokens, k);
      if (token->id == *id - 1) weight += token->weight;
    }
  }
  return weight;
}

int32_t dz_commitment_indicator(const dz_topics *topics, size_t report, size_t commitment) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  dz_query probe = {.indicator = -1};
  dz_span found;

  choose_segment(&probe, topic, dz_array_at(&topic->clauses, clause_at(topic, c->span.start)), c);
  return dz_indicator_of(topics->tracking, topic->report, &probe.segment, &found);
}

bool dz_is_plain_target(const dz_query *query, const dz_commitment *commitment) {
  if (query->indicator < 0) return false;
  return commitment->sort == DZ_SORT_INDICATOR || commitment->sort == DZ_SORT_RESTRAINT ||
         query->total < PLAIN_TARGET;
}

double dz_commitment_weight(const dz_topics *topics, const dz_query *query, size_t report, size_t commitment) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  const dz_clause *clause = dz_array_at(&topic->clauses, clause_at(topic, c->span.start));
  dz_query probe = {.tokens = query->tokens};

  choose_segment(&probe, topic, clause, c);
  return dz_query_weight_in(topics, query, report, probe.segment.head) +
         dz_query_weight_in(topics, query, report, probe.segment.tail);
}

double dz_query_precision(const dz_topics *topics, const dz_query *query, size_t report, dz_span fold) {
  const dz_text *text = &topics->reports[report].report->text;
  double all = 0, asked = 0;
  size_t name_end = 0; /* of the indicator, whose name the query does not hold in pairs */
  int32_t indicator;

  for (size_t i = fold.start; i + 1 < fold.end; i++) {
    const uint32_t *id;
    bool held = false;
    size_t name = query->indicator < 0 ? 0 : dz_indicator_at(topics->tracking, text, i, fold, &indicator);
    if (name && indicator == query->indicator) name_end = i + name;
    if (i + 1 < name_end) continue;
    if (!dz_is_han(text->fold[i]) || !dz_is_han(text->fold[i + 1])) continue;
    id = dz_map_get(&topics->vocabulary, (uint64_t)text->fold[i] << 21 | text->fold[i + 1]);
    if (!id || !*id) continue;
    all += weight_of(topics, *id - 1);
    for (size_t k = 0; k < query->tokens.count && !held; k++)
      held = ((dz_query_token *)dz_array_at(&query->tokens, k))->id == *id - 1;
    if (held) asked += weight_of(topics, *id - 1);
  }
  return all > 0 ? asked / all : 1;
}

double dz_query_member_precision(const dz_topics *topics, const dz_query *query, size_t report, dz_span fold) {
  const dz_text *text = &topics->reports[report].report->text;
  double best = dz_query_precision(topics, query, report, fold);

  for (uint32_t i = fold.start, start = i; i <= fold.end; i++) {
    double share;
    if (i < fold.end && text->fold[i] != 0x3001) continue;
    share = i > start + 2 ? dz_query_precision(topics, query, report, (dz_span){start, i}) : 0;
    if (share > best) best = share;
    start = i + 1;
  }
  return best;
}

const uint32_t *dz_statements_naming(const dz_topics *topics, size_t report, int32_t indicator, size_t *count) {
  const dz_topic_report *topic = &topics->reports[report];
  const uint32_t *id = indicator < 0 ? NULL : dz_map_get(&topics->vocabulary, INDICATOR_KEY | (uint64_t)indicator);

  *count = 0;
  if (!id || !*id) return NULL;
  *count = topic->posting_start[*id] - topic->posting_start[*id - 1];
  if (*count > DZ_NAMED_MAX) *count = DZ_NAMED_MAX;
  return topic->postings + topic->posting_start[*id - 1];
}
