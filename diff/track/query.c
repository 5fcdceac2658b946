/* query.c - what a commitment is about; see topic.h */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/sorted.h"
#include "describe.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/other_forms.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"
#include "topic.h"

/* Weights. Measured on hand-made pairs of consecutive reports. */
#define CUE_FACTOR 0.3 /* pairs inside 建设 推进 and the like say little of the thing */
#define NAME_LENGTH                                                                                \
  6 /* characters that tell a name from others: its first, and its last before a figure */
#define NAME_TAIL_FACTOR 0.5 /* the rest of it */
#define RARE 5.5 /* as in two reports of 20,000 characters, on which the thresholds were measured */
#define ALONE_FACTOR                                                                               \
  0.3 /* said nowhere else, and neither first nor last of a name: rather the seam of two words */
#define ASIDE_FACTOR 0.25   /* neither does what stands in brackets */
#define CONTEXT_FACTOR 0.25 /* the rest of the clause */
#define BEFORE_FACTOR 0.6   /* the clause before, where the segment names hardly anything */
#define COMMON                                                                                     \
  0.9 /* nats taken off every weight: what stands in 2 of 5 statements weighs nothing */
#define INDICATOR_WEIGHT 12.0 /* a named indicator is worth about three rare pairs */
enum {
  MAX_VERB = 4,     /* characters */
  NAME_LEAST = 3,   /* characters that name a thing */
  SHORT_OBJECT = 4, /* pairs: fewer do not name a thing */
  TOKENS_MAX = 400  /* of one query: no clause that states one thing is longer */
};

#define UNKNOWN DZ_NO_TOKEN

/* The token of a key; UNKNOWN where no statement holds it. */
static uint32_t token_of(const dz_topics *topics, uint64_t key) {
  const uint32_t *id = dz_map_get(&topics->vocabulary, key);

  return id && *id ? *id - 1 : UNKNOWN;
}

/* The pair of the characters at `cp`. */
static uint32_t pair_of(const dz_topics *topics, const uint32_t *cp) {
  return token_of(topics, dz_pair_key(cp[0], cp[1]));
}

/* Rarity of a token in nats, scaled so that one that stands in a single
 * statement weighs RARE however many statements there are. */
static double weight_of(const dz_topics *topics, uint32_t id) {
  uint32_t frequency = *(uint32_t *)dz_array_at(&topics->frequency, id);
  double all = (double)topics->statement_count + 1, rarest = log(all / 2) - COMMON;
  double weight = log(all / (double)(frequency + 1)) - COMMON;

  return weight > 0 && rarest > 0 ? RARE * weight / rarest : 0;
}

static dz_query_token *find_token(const dz_query *query, uint32_t id) {
  for (size_t i = 0; i < query->tokens.count; i++) {
    dz_query_token *token = dz_array_at(&query->tokens, i);
    if (token->id == id) return token;
  }
  return NULL;
}

/* Weight of the query's tokens that occur in a folded range. */
static double weight_of_range(const dz_query *query, const dz_topic_report *topic, dz_span fold) {
  double weight = 0;

  for (size_t i = fold.start; i + 1 < fold.end; i++) {
    const dz_query_token *token = topic->pairs[i] == UNKNOWN ? NULL
                                                             : find_token(query, topic->pairs[i]);
    if (token) weight += token->weight;
  }
  return weight;
}

static dz_status add_token(dz_query *query, const dz_topics *topics, uint64_t key, double factor,
                           uint8_t member, dz_error *error) {
  uint32_t id = token_of(topics, key);
  dz_query_token *token;
  double weight;

  if (id == UNKNOWN) return DZ_OK;
  weight = factor * (key & DZ_INDICATOR_KEY ? INDICATOR_WEIGHT : weight_of(topics, id));
  if (weight <= 0) return DZ_OK;
  token = find_token(query, id);
  if (token) {
    if (weight > token->weight) {
      query->total += weight - token->weight;
      token->weight = (float)weight;
    }
    return DZ_OK;
  }
  if (query->tokens.count >= TOKENS_MAX) return DZ_OK;
  token = dz_array_push(&query->tokens);
  if (!token) return dz_fail_memory(error);
  *token = (dz_query_token){.id = id, .weight = (float)weight, .member = member};
  query->total += weight;
  return DZ_OK;
}

/* Whether position i of the folded text lies in one of the clause's figures. */
static bool in_figure(const dz_report *report, const dz_clause *clause, size_t i) {
  uint32_t at = report->text.origin[i];

  size_t q = clause->quantity + dz_spans_behind(report->quantities + clause->quantity,
                                                clause->quantity_count, sizeof *report->quantities,
                                                at);

  return q < clause->quantity + clause->quantity_count && report->quantities[q].span.start <= at;
}

/* Whether 等 at i closes a list of examples, so that what follows names only
 * their kind; not the 等 of 高等 平等 等级. */
static bool closes_list(const dz_text *text, size_t i, dz_span range) {
  if (text->fold[i] != U'等' || i < range.start + 3 ||
      dz_cp_in(text->fold[i - 1], U"高平中初同优均对一"))
    return false;
  return i + 1 >= range.end || !dz_cp_in(text->fold[i + 1], U"级候于待效");
}

/* Length of a word that says by when, not what: 年底前. */
static size_t time_word(const dz_knowledge *knowledge, const dz_text *text, size_t i, size_t end) {
  int32_t value;
  size_t length = dz_trie_longest(&knowledge->discourse->trie, text->fold + i, end - i, &value);

  if (!length || value != DZ_ROLE_TERM) return 0;
  return i + length < end && text->fold[i + length] == U'前' ? length + 1 : length;
}

/* The pairs of words that have another form are marked as asked for in either. */
static void mark_formed(const dz_query *query, const dz_topic_report *topic, dz_span said) {
  for (size_t i = said.start; i + 1 < said.end; i++) {
    dz_query_token *token = find_token(query, topic->pairs[i]);
    if (token && !token->other) token->formed = true;
  }
}

/* 国企 where 国有企业 was said: adds the pairs of the other form, with what stands before and behind it,
 * so that together
 * they weigh what the pairs weigh that they stand for. */
static dz_status add_other_form(dz_query *query, const dz_topics *topics,
                                const dz_topic_report *topic, dz_span range, dz_span said,
                                const dz_other_form *form, dz_error *error) {
  const dz_text *text = &topic->report->text;
  uint32_t word[DZ_PHRASE_MAX + 2];
  size_t count = 0;
  double own, theirs = 0;

  if (said.start > range.start && dz_is_word(text->fold[said.start - 1]))
    word[count++] = text->fold[--said.start];
  for (size_t i = 0; i < form->length; i++) word[count++] = form->words[i];
  if (said.end < range.end && dz_is_word(text->fold[said.end]))
    word[count++] = text->fold[said.end++];
  own = weight_of_range(query, topic, said);
  mark_formed(query, topic, said);
  for (size_t i = 0; i + 1 < count; i++) {
    uint32_t id = pair_of(topics, word + i);
    if (id != UNKNOWN) theirs += weight_of(topics, id);
  }
  for (size_t i = 0; i + 1 < count && theirs > 0; i++) {
    uint32_t id = pair_of(topics, word + i);
    dz_query_token *token;
    if (id == UNKNOWN || find_token(query, id) || query->tokens.count >= TOKENS_MAX) continue;
    token = dz_array_push(&query->tokens);
    if (!token) return dz_fail_memory(error);
    *token = (dz_query_token){
        .id = id, .other = true, .weight = (float)(weight_of(topics, id) * own / theirs)};
  }
  return DZ_OK;
}

static dz_status add_other_forms(dz_query *query, const dz_topics *topics,
                                 const dz_topic_report *topic, dz_span range, dz_error *error) {
  const dz_knowledge *knowledge = topics->knowledge;
  const dz_text *text = &topic->report->text;
  dz_status status = DZ_OK;
  int32_t form;

  for (uint32_t i = range.start; i < range.end && !status;) {
    uint32_t length = (uint32_t)dz_trie_longest(&knowledge->other_forms->trie, text->fold + i,
                                                range.end - i, &form);
    for (; length && form >= 0 && !status; form = knowledge->other_forms->form[form].next)
      status = add_other_form(query, topics, topic, range, (dz_span){i, i + length},
                              &knowledge->other_forms->form[form], error);
    i += length ? length : 1;
  }
  return status;
}

/* Length of 第二十五届 at i, which counts the times a thing was held and is left out as often as not;
 * 0: none. */
static size_t edition_word(const dz_text *text, size_t i, size_t end) {
  size_t k = i + 1;

  if (text->fold[i] != U'第') return 0;
  while (k < end && dz_is_running_number(text->fold[k])) k++;
  return k > i + 1 && k < end && text->fold[k] == U'届' ? k + 1 - i : 0;
}

/* Length of the words at i that say that something is done, how, when or for which time, not
 * what; 0: none. */
static size_t cue_word(const dz_knowledge *knowledge, const dz_text *text, size_t i, size_t end) {
  int32_t value;
  size_t length = dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + i, end - i,
                                  &value);

  if (!length) length = time_word(knowledge, text, i, end);
  if (!length) length = dz_manner_at(knowledge, text, i, end);
  return length ? length : edition_word(text, i, end);
}

/* 滚动实施300个…: end of the verb in front of an early figure that the thing
 * follows, even where no table knows the verb. */
static size_t unknown_verb(const dz_topics *topics, size_t report, const dz_clause *clause,
                           dz_span range) {
  const dz_report *r = topics->reports[report].report;
  dz_span figure;

  if (!clause->quantity_count) return 0;
  figure = dz_quantity_fold(r, clause->quantity);
  if (figure.start < range.start || figure.start > range.start + MAX_VERB ||
      figure.end + 4 > range.end)
    return 0;
  return figure.start;
}

/* Whether a pair stands in one statement only. */
static bool is_alone(const dz_topics *topics, uint32_t first, uint32_t second) {
  uint32_t id = token_of(topics, dz_pair_key(first, second));

  return id != UNKNOWN && *(uint32_t *)dz_array_at(&topics->frequency, id) == 1;
}

/* Adds the pairs of a folded range; figures and the indicator's own name are
 * left out. */
static dz_status add_range(dz_query *query, const dz_topics *topics, size_t report,
                           const dz_clause *clause, dz_span range, dz_span indicator, double factor,
                           size_t *member, dz_error *error) {
  const dz_report *r = topics->reports[report].report;
  const dz_text *text = &r->text;
  size_t cue_end = 0, name = range.start, verb_end = unknown_verb(topics, report, clause, range);
  int32_t quantity = verb_end ? -1 : query->segment.quantity;
  size_t figure = verb_end       ? range.end
                  : quantity < 0 ? 0
                                 : dz_quantity_fold(r, (size_t)quantity).start;
  uint8_t counted = 0;
  double kind = 1, aside = 1;
  int32_t value;
  dz_status status = DZ_OK;

  for (size_t i = range.start; i < range.end && !status; i++) {
    size_t next = i + 1, cue;
    bool near, ends;
    double f;
    if (text->fold[i] == U'、') {
      name = i + 1;
      if (member && *member + 1 < DZ_MEMBERS_MAX) ++*member;
    }
    if (closes_list(text, i, range) || (next < range.end && closes_list(text, next, range)))
      kind = DZ_KIND_FACTOR;
    if (!member && figure == i + 1 && closes_list(text, i, range)) {
      counted = query->counted = true;
      name = dz_quantity_fold(r, (size_t)quantity).end;
    }
    if (text->fold[i] == '(') aside = ASIDE_FACTOR;
    if (text->fold[i] == ')') aside = 1;
    near = i < name + NAME_LENGTH || (figure > i && i + NAME_LENGTH >= figure);
    f = factor * kind * aside * (near ? 1 : NAME_TAIL_FACTOR);
    cue = cue_word(topics->knowledge, text, i, range.end);
    if (i + cue > cue_end) cue_end = i + cue;
    if (i < cue_end && i == name) name = cue_end; /* 加快建设: the name begins behind */
    while (next < range.end && text->fold[next] == '"') next++;
    if (!dz_is_word(text->fold[i]) || next >= range.end || !dz_is_word(text->fold[next])) continue;
    if (in_figure(r, clause, i) || in_figure(r, clause, next)) continue;
    if (i >= indicator.start && next < indicator.end) continue;
    if (next <= verb_end) f *= CUE_FACTOR;
    if (i < cue_end || dz_trie_longest(&topics->knowledge->commitment_cues->trie, text->fold + next,
                                       range.end - next, &value) > 1)
      f *= CUE_FACTOR;
    ends = next + 1 == range.end || next + 1 == figure || text->fold[next + 1] == U'、';
    if (i != name && !ends && is_alone(topics, text->fold[i], text->fold[next])) f *= ALONE_FACTOR;
    status = add_token(query, topics, dz_pair_key(text->fold[i], text->fold[next]), f,
                       member ? (uint8_t)*member : counted, error);
  }
  return status;
}

static dz_status add_tail(dz_query *query, const dz_topics *topics, size_t report,
                          const dz_clause *clause, dz_error *error) {
  const dz_text *text = &topics->reports[report].report->text;
  const dz_segment *segment = &query->segment;
  dz_span none = {0, 0};

  if (segment->tail.start == segment->tail.end) return DZ_OK;
  if (segment->head.end > segment->head.start) {
    uint64_t key = dz_pair_key(text->fold[segment->head.end - 1], text->fold[segment->tail.start]);
    dz_status status = add_token(query, topics, key, 1, 0, error);
    if (status) return status;
  }
  return add_range(query, topics, report, clause, segment->tail, none, 1, NULL, error);
}

/* The clause that holds a position, or the last one before it. */
static size_t clause_at(const dz_topic_report *topic, uint32_t position) {
  const dz_clause *clauses = topic->clauses.items;
  uint32_t fold = (uint32_t)dz_text_fold_position(&topic->report->text, position);
  size_t behind = 0;

  if (topic->clauses.count)
    behind = dz_sorted_from(&clauses->fold.start, topic->clauses.count, sizeof *clauses, fold + 1);
  return behind ? behind - 1 : 0;
}

static void choose_segment(dz_query *query, const dz_topic_report *topic, const dz_clause *clause,
                           const dz_commitment *commitment) {
  dz_segment segments[DZ_SEGMENTS_MAX];
  size_t count = dz_segments_split(segments, topic->report, clause);
  size_t start = dz_text_fold_position(&topic->report->text, commitment->span.start);

  query->segment = segments[0];
  for (size_t i = 0; i < count; i++)
    if (segments[i].quantity == commitment->quantity && segments[i].fold.start == start)
      query->segment = segments[i];
}

/* 与经济增长同步, 高于经济增速: the target is another indicator's growth. */
bool dz_keeps_pace(const dz_text *text, dz_span fold) {
  for (size_t i = fold.start + 2; i + 2 < fold.end; i++) {
    uint32_t next = text->fold[i + 1];
    if (text->fold[i] == U'同' && next == U'步') return true;
    if ((text->fold[i] == U'高' || text->fold[i] == U'快') && next == U'于' &&
        text->fold[i + 2] == U'经')
      return true; /* 高于经, 快于经 */
  }
  return fold.end >= fold.start + 2 && text->fold[fold.end - 2] == U'同' &&
         text->fold[fold.end - 1] == U'步';
}

/* What is to keep pace may be told of in parts: 城镇、农村居民收入 for 居民收入. */
static dz_status add_kin(dz_query *query, const dz_topics *topics, dz_error *error) {
  dz_query_token *own = dz_array_at(&query->tokens, 0);

  if (query->indicator < 0 || !query->tokens.count) return DZ_OK;
  own->formed = true;
  for (size_t k = 0; k < topics->knowledge->indicators->count; k++) {
    uint32_t id = token_of(topics, DZ_INDICATOR_KEY | k);
    dz_query_token *token;
    if ((int32_t)k == query->indicator || id == UNKNOWN) continue;
    if (query->tokens.count >= DZ_QUERY_TOKENS_MAX) break;
    if (!dz_indicators_kin(topics->knowledge, (int32_t)k, query->indicator)) continue;
    token = dz_array_push(&query->tokens);
    if (!token) return dz_fail_memory(error);
    *token = (dz_query_token){.id = id, .weight = INDICATOR_WEIGHT, .other = true};
  }
  return DZ_OK;
}

/* 2025年，确保…: the clause of a commitment that says more than a time. */
static uint32_t clause_of_matter(const dz_topic_report *topic, const dz_commitment *c,
                                 uint32_t first) {
  enum { SHORT_TIME = 3 };
  const dz_text *text = &topic->report->text;
  uint32_t end = dz_span_to_fold(text, c->span).end;

  for (uint32_t k = first; k < topic->clauses.count; k++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, k);
    size_t matter = 0;
    if (clause->fold.start >= end) break;
    for (size_t i = clause->fold.start; i < clause->fold.end; i++)
      matter += dz_is_han(text->fold[i]);
    if (matter > SHORT_TIME || clause->quantity_count) return k;
  }
  return first;
}

dz_status dz_query_of(dz_query *out, const dz_topics *topics, size_t report, size_t commitment,
                      dz_error *error) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  const dz_clause *clause;
  dz_span found;
  size_t member = 0;
  bool nameless; /* 明年6月开工: the thing stands in the clause before */
  dz_status status = DZ_OK;

  if (!out->scratch) {
    out->scratch = calloc(1, sizeof *out->scratch);
    if (!out->scratch) return dz_fail_memory(error);
    out->scratch->touched = dz_array_of(sizeof(uint32_t));
  }
  out->tokens.count = 0;
  out->total = 0;
  out->counted = false;
  out->clause = (uint32_t)clause_at(topic, c->span.start);
  out->clause = clause_of_matter(topic, c, out->clause);
  clause = dz_array_at(&topic->clauses, out->clause);
  choose_segment(out, topic, clause, c);
  out->sync = dz_keeps_pace(&topic->report->text, clause->fold);
  out->indicator = dz_indicator_of(topics->knowledge, topic->report, &out->segment, &found);
  if (out->indicator >= 0)
    status = add_token(out, topics, DZ_INDICATOR_KEY | (uint64_t)out->indicator, 1, 0, error);
  if (!status)
    status = add_range(out, topics, report, clause, out->segment.head, found, 1,
                       c->quantity < 0 ? &member : NULL, error);
  if (!status) status = add_tail(out, topics, report, clause, error);
  out->members = member + 1;
  if (!status &&
      out->segment.fold.end - out->segment.fold.start < clause->fold.end - clause->fold.start)
    status = add_range(out, topics, report, clause, clause->fold, found, CONTEXT_FACTOR, NULL,
                       error);
  nameless = dz_name_length(topics->knowledge, &topic->report->text, out->segment.fold) <
             NAME_LEAST;
  if (!status && (nameless || out->tokens.count < SHORT_OBJECT) && out->clause > 0) {
    const dz_clause *before = clause - 1;
    if (before->sentence == clause->sentence)
      status = add_range(out, topics, report, before, before->fold, found,
                         nameless ? 1 : BEFORE_FACTOR, NULL, error);
  }
  if (!status && out->sync) status = add_kin(out, topics, error);
  if (!status) status = add_other_forms(out, topics, topic, out->segment.head, error);
  return status;
}

/* The first clause of the sentence that clause `at` is of. */
static uint32_t sentence_start(const dz_topic_report *topic, uint32_t at) {
  const dz_clause *clauses = topic->clauses.items;
  uint32_t first = at;

  while (first > 0 && clauses[first - 1].sentence == clauses[at].sentence) first--;
  return first;
}

bool dz_is_nameless(const dz_topics *topics, size_t report, dz_span fold) {
  return dz_name_length(topics->knowledge, &topics->reports[report].report->text, fold) <
         NAME_LEAST;
}

uint32_t dz_topic_clause(const dz_topics *topics, size_t report, uint32_t clause) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_clause *clauses = topic->clauses.items;
  uint32_t first = sentence_start(topic, clause);

  while (first < clause && dz_is_nameless(topics, report, clauses[first].fold)) first++;
  if (first < clause || !dz_is_nameless(topics, report, clauses[clause].fold)) return first;
  first = sentence_start(topic, clause);
  if (!first || clauses[first - 1].heading ||
      clauses[first - 1].paragraph != clauses[clause].paragraph)
    return first;
  first = sentence_start(topic, first - 1);
  while (first < clause && dz_is_nameless(topics, report, clauses[first].fold)) first++;
  return first;
}

dz_status dz_query_of_plain(dz_query *out, const dz_topics *topics, size_t report,
                            size_t commitment, dz_error *error) {
  const dz_clause *clauses = topics->reports[report].clauses.items;
  const dz_span none = {0, 0};
  dz_status status = dz_query_of(out, topics, report, commitment, error);
  bool nameless;
  uint32_t first;

  if (status) return status;
  nameless = dz_is_nameless(topics, report, out->segment.fold);
  first = dz_topic_clause(topics, report, out->clause);
  for (uint32_t c = first; c < out->clause && !status; c++)
    status = add_range(out, topics, report, &clauses[c], clauses[c].fold, none,
                       !nameless    ? CONTEXT_FACTOR
                       : c == first ? 1
                                    : CONTEXT_FACTOR,
                       NULL, error);
  return status;
}

void dz_query_free(dz_query *query) {
  dz_array_free(&query->tokens);
  if (!query->scratch) return;
  free(query->scratch->weights);
  free(query->scratch->slots);
  dz_array_free(&query->scratch->touched);
  free(query->scratch);
  query->scratch = NULL;
}

double dz_query_weight_in(const dz_topics *topics, const dz_query *query, size_t report,
                          dz_span fold) {
  return weight_of_range(query, &topics->reports[report], fold);
}

int32_t dz_commitment_indicator(const dz_topics *topics, size_t report, size_t commitment) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  dz_query probe = {.indicator = -1};
  dz_span found;

  choose_segment(&probe, topic, dz_array_at(&topic->clauses, clause_at(topic, c->span.start)), c);
  return dz_indicator_of(topics->knowledge, topic->report, &probe.segment, &found);
}

bool dz_is_plain_target(const dz_query *query, const dz_commitment *commitment) {
  if (query->indicator < 0) return false;
  return commitment->sort == DZ_SORT_INDICATOR || commitment->sort == DZ_SORT_RESTRAINT ||
         query->total < DZ_PLAIN_TARGET;
}

double dz_commitment_weight(const dz_topics *topics, const dz_query *query, size_t report,
                            size_t commitment) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_commitment *c = &topic->report->commitments[commitment];
  const dz_clause *clause = dz_array_at(&topic->clauses, clause_at(topic, c->span.start));
  dz_query probe = {.tokens = query->tokens};

  choose_segment(&probe, topic, clause, c);
  return dz_query_weight_in(topics, query, report, probe.segment.head) +
         dz_query_weight_in(topics, query, report, probe.segment.tail);
}

double dz_query_precision(const dz_topics *topics, const dz_query *query, size_t report,
                          dz_span fold) {
  const dz_text *text = &topics->reports[report].report->text;
  double all = 0, asked = 0;
  size_t name_end = 0; /* of the indicator, whose name the query does not hold in pairs */
  int32_t indicator;

  for (size_t i = fold.start; i + 1 < fold.end; i++) {
    uint32_t id;
    size_t name = query->indicator < 0
                      ? 0
                      : dz_indicator_at(topics->knowledge, text, i, fold, &indicator);
    if (name && indicator == query->indicator) name_end = i + name;
    if (i + 1 < name_end) continue;
    if (!dz_is_han(text->fold[i]) || !dz_is_han(text->fold[i + 1])) continue;
    id = topics->reports[report].pairs[i];
    if (id == UNKNOWN) continue;
    all += weight_of(topics, id);
    if (find_token(query, id)) asked += weight_of(topics, id);
  }
  return all > 0 ? asked / all : 1;
}

double dz_query_member_precision(const dz_topics *topics, const dz_query *query, size_t report,
                                 dz_span fold) {
  const dz_text *text = &topics->reports[report].report->text;
  double best = dz_query_precision(topics, query, report, fold);

  for (uint32_t i = fold.start, start = i; i <= fold.end; i++) {
    double share;
    if (i < fold.end && text->fold[i] != U'、') continue;
    share = i > start + 2 ? dz_query_precision(topics, query, report, (dz_span){start, i}) : 0;
    if (share > best) best = share;
    start = i + 1;
  }
  return best;
}

const uint32_t *dz_statements_naming(const dz_topics *topics, size_t report, int32_t indicator,
                                     size_t *count) {
  const dz_topic_report *topic = &topics->reports[report];
  uint32_t id = indicator < 0 ? UNKNOWN : token_of(topics, DZ_INDICATOR_KEY | (uint64_t)indicator);

  *count = 0;
  if (id == UNKNOWN) return NULL;
  *count = topic->posting_start[id + 1] - topic->posting_start[id];
  if (*count > DZ_NAMED_MAX) *count = DZ_NAMED_MAX;
  return topic->postings + topic->posting_start[id];
}
