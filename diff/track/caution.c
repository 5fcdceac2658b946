/* caution.c - like with like: a result that rests on another basis than the
 * promise is flagged with the word that tells so (年末, 实际, 同口径, 年均) */
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "outcome.h"

static dz_status set_word(const char **out, const uint32_t *cps, size_t count, dz_arena *arena,
                          dz_error *error) {
  dz_buffer buffer;

  dz_buffer_init(&buffer);
  dz_buffer_cps(&buffer, cps, count);
  *out = buffer.failed ? NULL : dz_arena_string(arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return *out ? DZ_OK : dz_fail_memory(error);
}

static bool occurs(const dz_text *text, dz_span fold, const uint32_t *word, size_t length) {
  for (size_t i = fold.start; i + length <= fold.end; i++)
    if (!memcmp(text->fold + i, word, length * sizeof *word)) return true;
  return false;
}

/* The clause of a statement that holds the figure. */
static dz_span clause_of(const dz_topic_report *topic, const dz_statement *statement,
                         int32_t figure) {
  uint32_t at = dz_quantity_fold(topic->report, (size_t)figure).start;

  for (uint32_t c = 0; c < statement->clause_count; c++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + c);
    if (at >= clause->fold.start && at < clause->fold.end) return clause->fold;
  }
  return statement->fold;
}

dz_status dz_caution_find(const char **out, const dz_topics *topics, const dz_query *query,
                          size_t earlier, size_t later, const dz_statement *statement,
                          int32_t figure, dz_arena *arena, dz_error *error) {
  const dz_topic_report *first = &topics->reports[earlier], *second = &topics->reports[later];
  const dz_text *text = &second->report->text;
  dz_span promised = ((const dz_clause *)dz_array_at(&first->clauses, query->clause))->fold, told;
  uint32_t number;
  int32_t value;

  *out = NULL;
  if (figure < 0) return DZ_OK;
  told = clause_of(second, statement, figure);
  number = dz_quantity_fold(second->report, (size_t)figure).start;
  for (size_t i = told.start; i < told.end; i++) {
    size_t length = dz_trie_longest(&topics->knowledge->discourse->trie, text->fold + i,
                                    told.end - i, &value);
    if (!length) continue;
    if (value == DZ_ROLE_BASIS ||
        value == DZ_ROLE_SEVERAL) { /* behind the figure only （同口径…）counts */
      bool before = i < number || text->fold[i + length - 1] == U'径';
      if (before && !occurs(&first->report->text, promised, text->fold + i, length))
        return set_word(out, text->fold + i, length, arena, error);
    }
    i += length - 1;
  }
  return DZ_OK;
}

const dz_statement *dz_kin_statement(const dz_topics *topics, size_t report, dz_function function,
                                     int32_t indicator, int32_t *kin) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_statement *best = NULL;

  if (indicator < 0 || !*topics->knowledge->indicators->indicator[indicator].group) return NULL;
  for (int32_t other = 0; other < (int32_t)topics->knowledge->indicators->count; other++) {
    size_t count = 0;
    const uint32_t *named = other != indicator &&
                                    dz_indicators_kin(topics->knowledge, other, indicator)
                                ? dz_statements_naming(topics, report, other, &count)
                                : NULL;
    for (size_t i = 0; i < count; i++) {
      const dz_statement *statement = dz_array_at(&topic->statements, named[i]);
      if (statement->function != function ||
          (function == DZ_FUNCTION_REPORT && statement->period != DZ_PERIOD_YEAR))
        continue;
      if (best && best->fold.start <= statement->fold.start) break;
      best = statement;
      *kin = other;
      break;
    }
  }
  return best;
}
