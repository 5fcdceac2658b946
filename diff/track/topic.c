/* topic.c - statements, tokens and the inverted index; see topic.h */
#include "topic.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "describe.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "normalize/paragraph.h"
#include "text/unicode.h"

enum {
  MAX_JOINED = 3,       /* clauses of one statement: 总额…，增长…，占… */
  OPENING = 4,          /* characters: a time said later in a clause holds for the clause only */
  PASSAGE_OPENING = 80, /* characters of a paragraph that tell the time of those behind it too */
  /* of one statement: keeps the cost of a comparison bounded for input without punctuation */
  MAX_TOKENS = 600
};

/* The token that starts at i of the range: a pair of neighbours, quotes
 * between them skipped. 0: none starts here. */
static uint64_t pair_at(const dz_text *text, size_t i, size_t end) {
  size_t next = i + 1;

  if (!dz_is_word(text->fold[i])) return 0;
  while (next < end && text->fold[next] == '"') next++;
  return next < end && dz_is_word(text->fold[next]) ? dz_pair_key(text->fold[i], text->fold[next])
                                                    : 0;
}

static bool starts_with_role(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                             dz_word_role role) {
  int32_t value;

  return dz_trie_longest(&knowledge->discourse->trie, text->fold + fold.start,
                         fold.end - fold.start, &value) &&
         value == (int32_t)role;
}

/* The year named at i of the folded text, 0 if none is. */
static int32_t year_at(const dz_text *text, size_t i, size_t end) {
  if (i + 4 >= end || text->fold[i] != '2' || text->fold[i + 1] != '0' ||
      text->fold[i + 4] != U'年')
    return 0;
  if (!dz_is_digit(text->fold[i + 2]) || !dz_is_digit(text->fold[i + 3])) return 0;
  return 2000 + (int32_t)(text->fold[i + 2] - '0') * 10 + (int32_t)(text->fold[i + 3] - '0');
}

/* What a clause says of the time: words of a span of years or of the year, and
 * years by number. *lasting: it opens a passage, so that what follows speaks of
 * the same time. `before` is what held so far. */
static dz_period period_of(const dz_knowledge *knowledge, const dz_report *report, dz_span fold,
                           dz_period before, bool *lasting) {
  const dz_text *text = &report->text;
  dz_period period = before;
  bool year = false, other = false, several = false;
  int32_t value;

  *lasting = false;
  for (size_t i = fold.start; i < fold.end; i++) {
    int32_t named = year_at(text, i, fold.end);
    size_t length = dz_trie_longest(&knowledge->discourse->trie, text->fold + i, fold.end - i,
                                    &value);
    if (named && (named == report->year - 1 || named == report->year)) {
      year = true;
      if (i < fold.start + OPENING && !*lasting) {
        *lasting = true;
        period = DZ_PERIOD_YEAR;
      }
    } else if (named)
      other = true;
    if (!length) continue;
    if (value == DZ_ROLE_SEVERAL) several = true;
    if ((value != DZ_ROLE_SINCE && value != DZ_ROLE_YEAR) || *lasting)
      continue; /* the first one named counts */
    period = value == DZ_ROLE_SINCE ? DZ_PERIOD_SEVERAL : DZ_PERIOD_YEAR;
    if (i < fold.start + OPENING) *lasting = true;
    i += length - 1;
  }
  if (year && !*lasting) period = DZ_PERIOD_YEAR;
  if (several) return DZ_PERIOD_SEVERAL;
  return other && !year && !*lasting ? DZ_PERIOD_OTHER : period;
}

/* Sets the period of every statement. A time named at the opening of a clause
 * holds to the end of the paragraph, one in the first sentences of a paragraph
 * for the paragraphs behind it too, up to the next. */
static void find_periods(dz_topic_report *topic, const dz_knowledge *knowledge) {
  dz_period passage = DZ_PERIOD_YEAR, local = DZ_PERIOD_YEAR;
  uint32_t paragraph = UINT32_MAX;

  for (size_t i = 0; i < topic->statements.count; i++) {
    dz_statement *statement = dz_array_at(&topic->statements, i);
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
    size_t start = dz_text_fold_position(&topic->report->text,
                                         topic->report->paragraphs[clause->paragraph].span.start);
    bool lasting;
    dz_period period;
    if (clause->paragraph != paragraph) local = passage;
    paragraph = clause->paragraph;
    period = period_of(knowledge, topic->report, statement->fold, local, &lasting);
    statement->period = (uint8_t)period;
    statement->passage = (uint8_t)(lasting ? period : local);
    if (!lasting) continue;
    local = period;
    if (statement->fold.start < start + PASSAGE_OPENING) passage = period;
  }
}

/* 达到74.4 / 万亿元: the clause goes on one that a stray line break cut off behind its figure. */
static bool is_cut(const dz_report *report, const dz_clause *clause) {
  const dz_clause *before = clause - 1;

  return before->paragraph + 1 == clause->paragraph && !before->heading && !clause->heading &&
         dz_is_digit(report->text.fold[before->fold.end - 1]) &&
         dz_paragraph_goes_on(report, clause->paragraph);
}

static dz_status find_statements(dz_topic_report *topic, const dz_knowledge *knowledge,
                                 dz_error *error) {
  const dz_report *report = topic->report;
  dz_statement *last = NULL;
  uint32_t sentence = UINT32_MAX;

  for (size_t i = 0; i < topic->clauses.count; i++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, i);
    bool joins = last && last->clause_count < MAX_JOINED &&
                 (clause->sentence == sentence
                      ? starts_with_role(knowledge, &report->text, clause->fold, DZ_ROLE_CONTINUE)
                      : is_cut(report, clause));
    sentence = clause->sentence;
    if (joins) {
      last->fold.end = clause->fold.end;
      last->clause_count++;
      continue;
    }
    last = dz_array_push(&topic->statements);
    if (!last) return dz_fail_memory(error);
    *last = (dz_statement){.fold = clause->fold,
                           .clause = (uint32_t)i,
                           .clause_count = 1,
                           .function = clause->heading
                                           ? DZ_FUNCTION_OTHER
                                           : report->sentences[clause->sentence].function};
  }
  find_periods(topic, knowledge);
  return DZ_OK;
}

/* Adds the token to the statement unless the statement holds it already. */
static dz_status add_token(dz_topics *topics, dz_topic_report *topic, dz_statement *statement,
                           uint64_t key, dz_map *seen, uint32_t stamp, dz_error *error) {
  uint32_t *id = dz_map_put(&topics->vocabulary, key), *mark;

  if (!id) return dz_fail_memory(error);
  if (!*id) {
    if (!dz_array_push(&topics->frequency)) return dz_fail_memory(error);
    *id = (uint32_t)topics->frequency.count;
  }
  mark = dz_map_put(seen, *id);
  if (!mark) return dz_fail_memory(error);
  if (*mark == stamp || statement->token_count == MAX_TOKENS) return DZ_OK;
  *mark = stamp;
  ++*(uint32_t *)dz_array_at(&topics->frequency, *id - 1);
  if (!dz_array_append(&topic->tokens, &(uint32_t){*id - 1}, 1)) return dz_fail_memory(error);
  statement->token_count++;
  return DZ_OK;
}

/* The indicators of segments whose names are shared: 一二三产增加值分别增长…
 * names three. */
static dz_status add_shared_names(dz_topics *topics, dz_topic_report *topic,
                                  dz_statement *statement, dz_map *seen, uint32_t stamp,
                                  dz_error *error) {
  dz_segment segments[DZ_SEGMENTS_MAX];
  dz_status status = DZ_OK;

  for (uint32_t c = 0; c < statement->clause_count && !status; c++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + c);
    size_t count = clause->quantity_count > 1 ? dz_segments_split(segments, topic->report, clause)
                                              : 0;
    for (uint32_t q = 1; q < clause->quantity_count && !status; q++) {
      int32_t carried = dz_carried_indicator(topics->knowledge, topic->report, clause,
                                             clause->quantity + q);
      if (carried >= 0)
        status = add_token(topics, topic, statement, DZ_INDICATOR_KEY | (uint64_t)carried, seen,
                           stamp, error);
    }
    for (size_t i = 0; i < count && !status; i++) {
      dz_span found;
      int32_t indicator = segments[i].tail.end > segments[i].tail.start
                              ? dz_indicator_of(topics->knowledge, topic->report, &segments[i],
                                                &found)
                              : -1;
      if (indicator >= 0)
        status = add_token(topics, topic, statement, DZ_INDICATOR_KEY | (uint64_t)indicator, seen,
                           stamp, error);
    }
  }
  return status;
}

static dz_status tokenise(dz_topics *topics, dz_topic_report *topic, dz_error *error) {
  const dz_text *text = &topic->report->text;
  dz_map seen;
  dz_status status = DZ_OK;

  dz_map_init(&seen);
  for (size_t s = 0; s < topic->statements.count && !status; s++) {
    dz_statement *statement = dz_array_at(&topic->statements, s);
    int32_t value;
    statement->token = (uint32_t)topic->tokens.count;
    for (size_t i = statement->fold.start; i < statement->fold.end && !status; i++) {
      uint64_t key = pair_at(text, i, statement->fold.end);
      if (key) status = add_token(topics, topic, statement, key, &seen, (uint32_t)s + 1, error);
    }
    for (size_t i = statement->fold.start; i < statement->fold.end && !status;) {
      size_t length = dz_indicator_at(topics->knowledge, text, i, statement->fold, &value);
      if (length && value >= 0)
        status = add_token(topics, topic, statement, DZ_INDICATOR_KEY | (uint64_t)value, &seen,
                           (uint32_t)s + 1, error);
      i += length ? length : 1;
    }
    if (!status) status = add_shared_names(topics, topic, statement, &seen, (uint32_t)s + 1, error);
  }
  dz_map_free(&seen);
  return status;
}

static dz_status index_report(dz_topic_report *topic, size_t ids, dz_error *error) {
  size_t total = topic->tokens.count;

  topic->posting_start = calloc(ids + 2, sizeof *topic->posting_start);
  topic->postings = malloc((total + 1) * sizeof *topic->postings);
  if (!topic->posting_start || !topic->postings) return dz_fail_memory(error);
  for (size_t i = 0; i < total; i++)
    topic->posting_start[((uint32_t *)topic->tokens.items)[i] + 2]++;
  for (size_t i = 1; i < ids + 2; i++) topic->posting_start[i] += topic->posting_start[i - 1];
  for (size_t s = 0; s < topic->statements.count; s++) {
    const dz_statement *statement = dz_array_at(&topic->statements, s);
    for (uint32_t k = 0; k < statement->token_count; k++) {
      uint32_t id = ((uint32_t *)topic->tokens.items)[statement->token + k];
      topic->postings[topic->posting_start[id + 1]++] = (uint32_t)s;
    }
  }
  return DZ_OK;
}

/* The tokens of the pairs at every position, so that they are looked up once. */
static dz_status index_pairs(dz_topic_report *topic, const dz_map *vocabulary, dz_error *error) {
  const dz_text *text = &topic->report->text;

  topic->pairs = malloc((text->fold_length + 1) * sizeof *topic->pairs);
  if (!topic->pairs) return dz_fail_memory(error);
  for (size_t i = 0; i < text->fold_length; i++) {
    uint32_t next = i + 1 < text->fold_length ? text->fold[i + 1] : 0;
    const uint32_t *id = dz_is_word(text->fold[i]) && dz_is_word(next)
                             ? dz_map_get(vocabulary, dz_pair_key(text->fold[i], next))
                             : NULL;
    topic->pairs[i] = id && *id ? *id - 1 : DZ_NO_TOKEN;
  }
  return DZ_OK;
}

dz_status dz_topics_build(dz_topics *out, const dz_report *const *reports, size_t count,
                          const dz_knowledge *knowledge, dz_error *error) {
  dz_status status = DZ_OK;

  *out = (dz_topics){.knowledge = knowledge, .frequency = dz_array_of(sizeof(uint32_t))};
  dz_map_init(&out->vocabulary);
  out->reports = calloc(count + 1, sizeof *out->reports);
  if (!out->reports) return dz_fail_memory(error);
  out->report_count = count;
  for (size_t i = 0; i < count; i++)
    out->reports[i] = (dz_topic_report){.report = reports[i],
                                        .clauses = dz_array_of(sizeof(dz_clause)),
                                        .statements = dz_array_of(sizeof(dz_statement)),
                                        .tokens = dz_array_of(sizeof(uint32_t)),
                                        .wholes = dz_array_of(sizeof(uint32_t))};
  for (size_t i = 0; i < count && !status; i++) {
    dz_topic_report *topic = &out->reports[i];
    if (!status) status = dz_clauses_split(&topic->clauses, reports[i], error);
    if (!status) status = find_statements(topic, knowledge, error);
    if (!status) status = dz_collectives_find(topic, knowledge, error);
    if (!status) status = tokenise(out, topic, error);
    out->statement_count += topic->statements.count;
  }
  for (size_t i = 0; i < count && !status; i++) {
    status = index_report(&out->reports[i], out->frequency.count, error);
    if (!status) status = index_pairs(&out->reports[i], &out->vocabulary, error);
  }
  return status;
}

void dz_topics_free(dz_topics *topics) {
  for (size_t i = 0; i < topics->report_count; i++) {
    dz_topic_report *topic = &topics->reports[i];
    free(topic->posting_start);
    free(topic->postings);
    free(topic->pairs);
    free(topic->deeds);
    dz_array_free(&topic->wholes);
    dz_array_free(&topic->clauses);
    dz_array_free(&topic->statements);
    dz_array_free(&topic->tokens);
  }
  free(topics->reports);
  dz_array_free(&topics->frequency);
  dz_map_free(&topics->vocabulary);
  *topics = (dz_topics){0};
}
