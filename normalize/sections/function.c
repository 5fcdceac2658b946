/* function.c - the stage that tells what each sentence does: report, admit, plan
 *
 * A work report is a row of blocks under top headings. A heading tells its
 * block by its words (data/parts.tsv). A block whose heading tells nothing (a
 * slogan) is a plan if it sets the targets of the year or stands behind such a
 * block, an outlook if it names a five-year plan and stands between, else a
 * review. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "knowledge/parts.h"
#include "normalize/draft.h"
#include "normalize/paragraph.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_HEADING = 60, /* folded characters of a heading paragraph; the longest seen: 41 */
  OPENING = 40,     /* a paragraph's function shows in its first clauses */
  UNKNOWN = 255     /* a block that its heading does not tell */
};

/* The first row of the table that occurs in the range; NULL if none does. */
static const dz_part_word *first_word(const dz_report *report, dz_span range, dz_part_place place,
                                      const dz_knowledge *knowledge) {
  int32_t best = -1, value;

  for (size_t i = range.start; i < range.end; i++) {
    uint32_t node = 0;
    size_t depth = 0;
    while (dz_trie_next(&knowledge->parts->trie[place], report->text.fold + i, range.end - i, &node,
                        &depth, &value))
      if (best < 0 || value < best) best = value;
  }
  return best < 0 ? NULL : &knowledge->parts->word[best];
}

/* Sets the targets of the year: 主要预期目标是：…5%… */
static bool sets_targets(const dz_report *report, dz_span range) {
  const dz_text *text = &report->text;
  bool digit = false, named = false;

  for (size_t i = range.start; i + 6 < range.end && !named; i++)
    named = dz_word_at(text->fold, (uint32_t)i, range.end, U"预期目标") &&
            (text->fold[i + 4] == ':' || text->fold[i + 4] == U'是' || text->fold[i + 4] == U'为');
  for (size_t i = range.start; i < range.end && named && !digit; i++) digit = text->fold[i] == '%';
  return digit;
}

/* A short paragraph of its own that is no item of a list: the top headings. */
static bool is_top_heading(const dz_report *report, size_t paragraph, dz_span range) {
  const dz_text *text = &report->text;
  uint32_t first, last, start = report->paragraphs[paragraph].span.start;

  if (range.end - range.start > MAX_HEADING || range.end - range.start < 2) return false;
  first = text->fold[range.start];
  last = text->fold[range.end - 1];
  if (last == U'。' || last == ':' || last == ';' || last == ',' || last == '!') return false;
  if (first == '(' || first == '-') return false;
  if (dz_is_digit(first) && text->fold[range.start + 1] != '0')
    return false; /* 1. but not 2025年 */
  for (size_t i =
           dz_spans_from(report->sections, report->section_count, sizeof *report->sections, start);
       i < report->section_count; i++) {
    if (report->sections[i].extent.start != start) break;
    if (report->sections[i].headed && report->sections[i].level > 1)
      return text->fold[range.start + 1] == U'、'; /* 一、 is a top heading wherever it was put */
  }
  return true;
}

typedef struct block {
  size_t first, end; /* paragraphs */
  uint8_t part;
  bool targets, five_years;
} block;

static uint8_t part_of_heading(const dz_report *report, dz_span range,
                               const dz_knowledge *knowledge) {
  const dz_part_word *word = first_word(report, range, DZ_WORDS_HEADING, knowledge);

  return word ? (uint8_t)word->part : UNKNOWN;
}

/* Blocks in text order; the last one is an empty one behind all. */
static dz_status find_blocks(dz_array *blocks, const dz_report *report,
                             const dz_knowledge *knowledge, dz_error *error) {
  static const uint32_t *const five[] = {U"五\"时期"};
  block *last = dz_array_push(blocks);

  if (!last) return dz_fail_memory(error);
  *last = (block){.part = DZ_PART_OTHER};
  for (size_t p = 0; p < report->paragraph_count; p++) {
    dz_span range = dz_paragraph_fold(report, p);
    bool top = p > 0 && is_top_heading(report, p, range);
    uint8_t part = top ? part_of_heading(report, range, knowledge) : UNKNOWN;
    uint32_t second = range.end > range.start + 1 ? report->text.fold[range.start + 1] : 0;
    if (top && (part != UNKNOWN || second == U'、')) {
      last->end = p;
      last = dz_array_push(blocks);
      if (!last) return dz_fail_memory(error);
      *last = (block){.first = p, .part = part};
    }
    last->targets = last->targets || sets_targets(report, range);
    last->five_years = last->five_years || dz_word_in(report->text.fold, range, five, 1);
    last->end = p + 1;
  }
  return DZ_OK;
}

static void settle_unknown(block *blocks, size_t count) {
  size_t target = count;
  bool planned = false;

  for (size_t i = count; i-- > 0;)
    if (blocks[i].targets && (blocks[i].part == UNKNOWN || blocks[i].part == DZ_PART_PLAN))
      target = i;
  for (size_t i = 0; i < count; i++) {
    block *b = &blocks[i];
    if (b->part == UNKNOWN && i == target) b->part = DZ_PART_PLAN;
    if (b->part == UNKNOWN && planned) b->part = DZ_PART_PLAN;
    if (b->part == UNKNOWN && i > 1 && b->five_years && blocks[i - 1].part == DZ_PART_REVIEW)
      b->part = DZ_PART_OUTLOOK;
    if (b->part == UNKNOWN) b->part = DZ_PART_REVIEW;
    planned = planned || b->part == DZ_PART_PLAN;
  }
}

/* Within a block of plans of several years: a paragraph whose opening names a
 * plan that has run out, or says 五年来, looks back (-1); one that names a later
 * plan looks ahead (+1); 0: it does not say. */
static int direction_of(const dz_report *report, dz_span opening, const dz_knowledge *knowledge) {
  const dz_text *text = &report->text;
  int32_t value;

  for (size_t i = opening.start; i < opening.end; i++) {
    int32_t end = dz_plan_end_year(text, text->fold[i] == '"' ? i + 1 : i, opening.end);
    if (end) return end < report->year ? -1 : 1;
    if (!dz_trie_longest(&knowledge->discourse->trie, text->fold + i, opening.end - i, &value))
      continue;
    if (value == DZ_ROLE_SINCE) return -1;
    if (value == DZ_ROLE_FUTURE) return 1;
  }
  return 0;
}

static void mark_paragraphs(uint8_t *parts, const dz_report *report, const block *blocks,
                            size_t count, const dz_knowledge *knowledge) {
  for (size_t b = 0; b < count; b++) {
    int direction = 1;
    for (size_t p = blocks[b].first; p < blocks[b].end; p++) {
      dz_span range = dz_paragraph_fold(report, p);
      const dz_part_word *word;
      int turn;
      parts[p] = blocks[b].part;
      if (range.end - range.start > OPENING) range.end = range.start + OPENING;
      turn = p > blocks[b].first && parts[p] == DZ_PART_OUTLOOK
                 ? direction_of(report, range, knowledge)
                 : 0;
      if (turn) direction = turn;
      if (direction < 0) parts[p] = DZ_PART_REVIEW;
      word = parts[p] == DZ_PART_REVIEW ? first_word(report, range, DZ_WORDS_OPENING, knowledge)
                                        : NULL;
      if (word) parts[p] = (uint8_t)word->part;
      if (!word && p > blocks[b].first && parts[p - 1] == DZ_PART_PROBLEMS &&
          dz_paragraph_goes_on(report, p))
        parts[p] = DZ_PART_PROBLEMS;
    }
  }
}

static dz_status find_parts(uint8_t *parts, bool *work_report, const dz_draft *draft,
                            dz_error *error) {
  const dz_report *report = &draft->report;
  dz_array blocks = dz_array_of(sizeof(block));
  dz_status status = find_blocks(&blocks, report, draft->knowledge, error);
  bool targets = false;

  if (status) goto done;
  for (size_t i = 0; i < blocks.count; i++) targets = targets || ((block *)blocks.items)[i].targets;
  *work_report = report->type == DZ_TYPE_GWR || targets;
  if (*work_report) {
    settle_unknown(blocks.items, blocks.count);
    mark_paragraphs(parts, report, blocks.items, blocks.count, draft->knowledge);
  }

done:
  dz_array_free(&blocks);
  return status;
}

dz_status dz_functions_find(dz_draft *draft, dz_error *error) {
  static const dz_function functions[] = {
      [DZ_PART_OTHER] = DZ_FUNCTION_OTHER,      [DZ_PART_REVIEW] = DZ_FUNCTION_REPORT,
      [DZ_PART_PROBLEMS] = DZ_FUNCTION_PROBLEM, [DZ_PART_OUTLOOK] = DZ_FUNCTION_OUTLOOK,
      [DZ_PART_PLAN] = DZ_FUNCTION_PLAN,
  };
  dz_report *report = &draft->report;
  dz_sentence *sentences = (dz_sentence *)report->sentences; /* still the draft's own */
  uint8_t *parts = calloc(report->paragraph_count + 1, 1);
  dz_status status = parts ? find_parts(parts, &report->work_report, draft, error)
                           : dz_fail_memory(error);

  for (size_t i = 0; !status && report->work_report && i < report->sentence_count; i++)
    sentences[i].function = functions[parts[sentences[i].paragraph]];
  free(parts);
  return status;
}
