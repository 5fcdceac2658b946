/* collective.c - what a report promised one by one and the next tells of as a whole: "十大民生实事"全面完成; see outcome.h */
#include "normalize/spans.h"
#include "normalize/unicode.h"
#include "outcome.h"

enum {
  ITEMS = 3 /* numbered things make a list */
};

/* Whether ① or (1) stands at i. */
static bool is_number_mark(const dz_text *text, size_t i, size_t end) {
  size_t k = i + 1;

  if (text->fold[i] >= 0x2460 && text->fold[i] <= 0x2473) return true;
  if (text->fold[i] != '(') return false;
  while (k < end && dz_is_digit(text->fold[k])) k++;
  return k > i + 1 && k < end && text->fold[k] == ')';
}

/* The words in front of the numbered list in which the commitment stands, if they say that it is a list of deeds:
 * 办好十件民生实事: ①…②…③…. Empty: it stands in none. */
static dz_span list_of(const dz_topics *topics, size_t report, const dz_commitment *commitment) {
  const dz_report *r = topics->reports[report].report;
  const dz_text *text = &r->text;
  size_t paragraph = dz_spans_behind(r->paragraphs, r->paragraph_count, sizeof *r->paragraphs, commitment->span.start);
  size_t count = 0;
  dz_span fold, name = {0, 0};

  if (paragraph == r->paragraph_count) return name;
  fold = dz_paragraph_fold(r, paragraph);
  for (size_t i = fold.start; i < fold.end; i++)
    if (is_number_mark(text, i, fold.end) && !count++) name = (dz_span){fold.start, (uint32_t)i};
  if (count < ITEMS || dz_text_fold_position(text, commitment->span.start) < name.end ||
      !dz_role_in(topics->tracking, text, name, DZ_ROLE_DEEDS))
    name.end = name.start;
  return name;
}

/* How many pairs of characters of one range stand in another too. */
static size_t shared_pairs(const dz_text *a, dz_span x, const dz_text *b, dz_span y) {
  size_t count = 0;

  for (size_t i = x.start; i + 1 < x.end; i++)
    for (size_t k = y.start; k + 1 < y.end; k++)
      if (a->fold[i] == b->fold[k] && a->fold[i + 1] == b->fold[k + 1]) {
        count++;
        break;
      }
  return count;
}

/* 全面完成, 全部办结: some word of completion. */
static bool tells_done(const dz_tracking *tracking, const dz_text *text, dz_span fold) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end; i++)
    if (dz_trie_longest(&tracking->backs, text->fold + i, fold.end - i, &value) &&
        (value == DZ_BACK_DONE || value == DZ_BACK_OVERDONE))
      return true;
  return false;
}

const dz_statement *dz_whole_told(const dz_topics *topics, size_t earlier, const dz_commitment *commitment,
                                  size_t later) {
  const dz_topic_report *topic = &topics->reports[later];
  const dz_text *first = &topics->reports[earlier].report->text, *text = &topic->report->text;
  const dz_statement *whole = NULL;
  dz_span name = list_of(topics, earlier, commitment);
  size_t most = 0;

  for (size_t i = 0; i < topic->statements.count && name.end > name.start; i++) {
    const dz_statement *statement = dz_array_at(&topic->statements, i);
    size_t shared;
    if (statement->part != DZ_PART_REVIEW || statement->period != DZ_PERIOD_YEAR) continue;
    if (!dz_role_in(topics->tracking, text, statement->fold, DZ_ROLE_DEEDS)) continue;
    shared = shared_pairs(first, name, text, statement->fold);
    if (shared <= most || !tells_done(topics->tracking, text, statement->fold)) continue;
    most = shared;
    whole = statement;
  }
  return whole;
}
