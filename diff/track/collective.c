/* collective.c - what a report promised one by one and the next tells of as a whole:
 * "十大民生实事"全面完成; see outcome.h */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "knowledge/report_back.h"
#include "normalize/paragraph.h"
#include "outcome.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  ITEMS = 3, /* numbered things make a list */
  /* code points in front of it, and of a statement that tells it done: the name is a line at
   * most */
  NAME_MAX = 200
};

/* Whether ① or (1) stands at i. */
static bool is_number_mark(const dz_text *text, size_t i, size_t end) {
  size_t k = i + 1;

  if (text->fold[i] >= 0x2460 && text->fold[i] <= 0x2473) return true;
  if (text->fold[i] != '(') return false;
  while (k < end && dz_is_digit(text->fold[k])) k++;
  return k > i + 1 && k < end && text->fold[k] == ')';
}

/* The words in front of the numbered list in a paragraph, if they say that it is a list of deeds:
 * 办好十件民生实事: ①…②…③….
 * Empty: it holds none. */
static dz_span list_in(const dz_report *report, size_t paragraph, const dz_knowledge *knowledge) {
  dz_span fold = dz_paragraph_fold(report, paragraph), name = {0, 0};
  size_t count = 0;

  for (size_t i = fold.start; i < fold.end && count < ITEMS; i++)
    if (is_number_mark(&report->text, i, fold.end) && !count++)
      name = (dz_span){fold.start, (uint32_t)i};
  if (name.end > name.start + NAME_MAX) name.start = name.end - NAME_MAX;
  if (count < ITEMS || !dz_role_in(knowledge, &report->text, name, DZ_ROLE_DEEDS))
    return (dz_span){0, 0};
  return name;
}

/* Whether a paragraph begins with a number of a list: 3. or 3、 or (3) or ③. */
static bool is_numbered(const dz_text *text, dz_span fold) {
  size_t i = fold.start;

  if (fold.start < fold.end && is_number_mark(text, i, fold.end)) return true;
  while (i < fold.end && dz_is_digit(text->fold[i])) i++;
  return i > fold.start && i < fold.end && dz_cp_in(text->fold[i], U".、，,．");
}

/* 办好九件民生实事: in front of numbered paragraphs names the list that they are. */
static dz_span lead_of(const dz_report *report, size_t paragraph, const dz_knowledge *knowledge) {
  dz_span fold = dz_paragraph_fold(report, paragraph), none = {0, 0};

  if (fold.end > fold.start + NAME_MAX) fold.start = fold.end - NAME_MAX;
  return dz_role_in(knowledge, &report->text, fold, DZ_ROLE_DEEDS) ? fold : none;
}

/* The name of the list in which the commitment stands; empty: it stands in none. */
static dz_span list_of(const dz_topic_report *topic, const dz_commitment *commitment) {
  const dz_report *r = topic->report;
  size_t paragraph = dz_spans_behind(r->paragraphs, r->paragraph_count, sizeof *r->paragraphs,
                                     commitment->span.start);
  dz_span none = {0, 0};

  if (paragraph == r->paragraph_count) return none;
  if (dz_text_fold_position(&r->text, commitment->span.start) < topic->deeds[paragraph].end)
    return none;
  return topic->deeds[paragraph];
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
static bool tells_done(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end; i++)
    if (dz_trie_longest(&knowledge->report_back->trie, text->fold + i, fold.end - i, &value) &&
        (value == DZ_BACK_DONE || value == DZ_BACK_OVERDONE))
      return true;
  return false;
}

dz_status dz_collectives_find(dz_topic_report *topic, const dz_knowledge *knowledge,
                              dz_error *error) {
  const dz_report *report = topic->report;
  dz_span lead = {0, 0};

  topic->deeds = malloc((report->paragraph_count + 1) * sizeof *topic->deeds);
  if (!topic->deeds) return dz_fail_memory(error);
  for (size_t i = 0; i < report->paragraph_count; i++) {
    topic->deeds[i] = list_in(report, i, knowledge);
    if (!is_numbered(&report->text, dz_paragraph_fold(report, i)))
      lead = lead_of(report, i, knowledge);
    else if (topic->deeds[i].end == topic->deeds[i].start)
      topic->deeds[i] = lead;
  }
  for (uint32_t i = 0; i < topic->statements.count && topic->wholes.count < DZ_NAMED_MAX; i++) {
    const dz_statement *statement = dz_array_at(&topic->statements, i);
    if (statement->function != DZ_FUNCTION_REPORT || statement->period != DZ_PERIOD_YEAR) continue;
    if (statement->fold.end - statement->fold.start > NAME_MAX) continue;
    if (!dz_role_in(knowledge, &report->text, statement->fold, DZ_ROLE_DEEDS)) continue;
    if (!tells_done(knowledge, &report->text, statement->fold)) continue;
    if (!dz_array_append(&topic->wholes, &i, 1)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

const dz_statement *dz_whole_told(const dz_topics *topics, size_t earlier,
                                  const dz_commitment *commitment, size_t later) {
  const dz_topic_report *first = &topics->reports[earlier], *second = &topics->reports[later];
  const dz_statement *whole = NULL;
  dz_span name = list_of(first, commitment);
  size_t most = 0;

  for (size_t i = 0; i < second->wholes.count && name.end > name.start; i++) {
    const dz_statement *statement = dz_array_at(&second->statements,
                                                *(uint32_t *)dz_array_at(&second->wholes, i));
    size_t shared = shared_pairs(&first->report->text, name, &second->report->text,
                                 statement->fold);
    if (shared <= most) continue;
    most = shared;
    whole = statement;
  }
  return whole;
}
