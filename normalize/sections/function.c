/* function.c - the stage that tells what each sentence does: report, admit, plan
 *
 * A work report is a row of blocks under top headings. A heading tells its
 * block by its words (data/parts.tsv). A block whose heading tells nothing (a
 * slogan) is a plan if it sets the targets of the year or stands behind such a
 * block, an outlook if it names a five-year plan and stands between, else a
 * review. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "canonical.h"
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
  MAX_HEADING = 60,  /* folded characters of a heading paragraph; the longest seen: 41 */
  OPENING = 40,      /* a paragraph's function shows in its first clauses */
  REVIEW_SHARE = 20, /* a review is at least one in so many characters of a work report */
  TOLD_SHARE = 5,    /* unless its sentences tell less than one in so many */
  TOLD_LEAST = 3,    /* sentences of a block that are asked */
  TOLD_TIMES = 4,    /* how many more must say so than the contrary */
  NO_REPORT = DZ_TRAIT_OPENS | DZ_TRAIT_CLOSES | DZ_TRAIT_ADMITS | DZ_TRAIT_CAUSES,
  UNKNOWN = 255 /* a block that its heading does not tell */
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

/* A short paragraph of its own that is no item of a list: the top headings. *inner: it is a
 * heading below another one. */
static bool is_top_heading(const dz_report *report, size_t paragraph, dz_span range, bool *inner) {
  const dz_text *text = &report->text;
  uint32_t first, last, start = report->paragraphs[paragraph].span.start;

  *inner = false;
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
    *inner = report->sections[i].headed && report->sections[i].level > 1;
    if (*inner) return text->fold[range.start + 1] == U'、';
  }
  return true;
}

typedef struct block {
  size_t first, end; /* paragraphs */
  uint8_t part;
  bool targets, five_years;
  int8_t year; /* that the heading names: -1 behind the report, +1 its own or later, 0 none */
} block;

static uint8_t part_of_heading(const dz_report *report, dz_span range,
                               const dz_knowledge *knowledge) {
  const dz_part_word *word = first_word(report, range, DZ_WORDS_HEADING, knowledge);

  return word ? (uint8_t)word->part : UNKNOWN;
}

/* 2023年|1月5日在…会议上: the day of the meeting, not the year spoken of. */
static bool is_day(const uint32_t *fold, uint32_t at, uint32_t end) {
  uint32_t i = at;

  while (i < end && dz_is_digit(fold[i])) i++;
  return i > at && i + 1 < end && fold[i] == U'月' && dz_is_digit(fold[i + 1]);
}

/* The year a heading names: the report speaks of what was done in the year before its own and of
 * what will be done in its own. */
static int8_t year_of_heading(const dz_report *report, dz_span range) {
  const uint32_t *fold = report->text.fold;
  int8_t named = 0;

  for (uint32_t i = range.start; i + 5 <= range.end && report->year; i++) {
    int32_t year = 0;
    uint32_t k = i;
    while (k < i + 4 && dz_is_digit(fold[k])) year = year * 10 + (int32_t)(fold[k++] - '0');
    if (k < i + 4 || fold[k] != U'年' || is_day(fold, k + 1, range.end) ||
        (i > range.start && dz_is_digit(fold[i - 1])))
      continue;
    if (year >= report->year && year <= report->year + 1)
      named = 1;
    else if (!named && year < report->year)
      named = -1;
  }
  return named;
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
    bool inner = false, top = p > 0 && is_top_heading(report, p, range, &inner);
    uint8_t part = top ? part_of_heading(report, range, knowledge) : UNKNOWN;
    uint32_t second = range.end > range.start + 1 ? report->text.fold[range.start + 1] : 0;
    int8_t year = top ? year_of_heading(report, range) : 0;
    /* 一、 below a heading that tells its part is of that part, unless it tells its own */
    if (inner && part == UNKNOWN && !year && last->part != UNKNOWN) top = false;
    if (top && (part != UNKNOWN || year || second == U'、')) {
      last->end = p;
      last = dz_array_push(blocks);
      if (!last) return dz_fail_memory(error);
      if (part == UNKNOWN && year) part = year > 0 ? DZ_PART_PLAN : DZ_PART_REVIEW;
      if (part == DZ_PART_PLAN && year < 0) part = DZ_PART_REVIEW;
      *last = (block){.first = p, .part = part, .year = year};
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

/* What the sentences of a block say outweighs a word in its heading: 自身建设 heads what was done
 * in one report and what will be done in another. */
static void ask_sentences(block *blocks, size_t count, const dz_draft *draft,
                          const dz_reading *reading) {
  const dz_section_weights *w = draft->knowledge->section_weights;
  const dz_unit *unit = reading->units.items, *end = unit + reading->units.count;

  size_t plan = count; /* the block whose heading names the coming year */

  for (size_t b = count; b-- > 0;)
    if (blocks[b].part == DZ_PART_PLAN && blocks[b].year > 0) plan = b;
  for (size_t b = 0; b < count; b++) {
    double planned = 0, told = 0, times = plan < count && b < plan ? 1 : TOLD_TIMES;
    for (; unit < end; unit++) {
      const dz_sentence *sentence = &draft->report.sentences[unit->sentence];
      const float *p = reading->unit[unit - (const dz_unit *)reading->units.items].part;
      if ((size_t)sentence->paragraph >= blocks[b].end) break;
      for (size_t k = 0; k < w->part_count; k++)
        if (dz_canonical_has(w->part[k], DZ_TRAIT_PLANS))
          planned += exp(p[k]);
        else if (!dz_canonical_has(w->part[k], NO_REPORT))
          told += exp(p[k]);
    }
    if (blocks[b].year || planned + told < (times > 1 ? TOLD_LEAST : 1)) continue;
    if (blocks[b].part == DZ_PART_PLAN && told > planned * times && !blocks[b].targets)
      blocks[b].part = DZ_PART_REVIEW;
    else if (blocks[b].part == DZ_PART_REVIEW && planned > told * TOLD_TIMES)
      blocks[b].part = DZ_PART_PLAN;
  }
}

static dz_status find_parts(uint8_t *parts, bool *work_report, bool *dated, const dz_draft *draft,
                            const dz_reading *reading, dz_error *error) {
  const dz_report *report = &draft->report;
  dz_array blocks = dz_array_of(sizeof(block));
  dz_status status = find_blocks(&blocks, report, draft->knowledge, error);
  bool targets = false;

  if (status) goto done;
  for (size_t i = 0; i < blocks.count; i++) {
    const block *b = dz_array_at(&blocks, i);
    targets = targets || b->targets;
    *dated = *dated || (b->part == DZ_PART_PLAN && b->year > 0);
  }
  *work_report = report->type == DZ_TYPE_GWR || targets;
  if (*work_report) {
    settle_unknown(blocks.items, blocks.count);
    ask_sentences(blocks.items, blocks.count, draft, reading);
    mark_paragraphs(parts, report, blocks.items, blocks.count, draft->knowledge);
  }

done:
  dz_array_free(&blocks);
  return status;
}

static dz_function function_of(const dz_canonical *part) {
  return dz_canonical_has(part, DZ_TRAIT_OPENS)    ? DZ_FUNCTION_OPENING
         : dz_canonical_has(part, DZ_TRAIT_ADMITS) ? DZ_FUNCTION_PROBLEM
         : dz_canonical_has(part, DZ_TRAIT_CAUSES) ? DZ_FUNCTION_CAUSE
         : dz_canonical_has(part, DZ_TRAIT_PLANS)  ? DZ_FUNCTION_PLAN
         : dz_canonical_has(part, DZ_TRAIT_CLOSES) ? DZ_FUNCTION_CLOSING
                                                   : DZ_FUNCTION_REPORT;
}

/* What a sentence does, by the part most of it plays; a heading does what the text below it does,
 * and so does a line too short to be read. */
static void set_functions(dz_draft *draft, const dz_reading *reading) {
  const dz_section_weights *weights = draft->knowledge->section_weights;
  dz_sentence *sentences = (dz_sentence *)draft->report.sentences; /* still the draft's own */
  dz_function next = DZ_FUNCTION_OTHER;
  size_t unit = reading->units.count;

  for (size_t i = draft->report.sentence_count; i-- > 0;) {
    uint32_t longest = 0;
    for (; unit > 0; unit--) {
      const dz_unit *u = dz_array_at(&reading->units, unit - 1);
      if ((size_t)u->sentence != i) break;
      if (u->fold.end - u->fold.start < longest) continue;
      longest = u->fold.end - u->fold.start;
      next = function_of(weights->part[reading->state[unit - 1]]);
    }
    sentences[i].function = next;
  }
}

/* Paragraphs of a work report do what their block does. */
static void set_parts(dz_draft *draft, const uint8_t *parts) {
  static const dz_function functions[] = {
      [DZ_PART_OTHER] = DZ_FUNCTION_OTHER,      [DZ_PART_REVIEW] = DZ_FUNCTION_REPORT,
      [DZ_PART_PROBLEMS] = DZ_FUNCTION_PROBLEM, [DZ_PART_OUTLOOK] = DZ_FUNCTION_OUTLOOK,
      [DZ_PART_PLAN] = DZ_FUNCTION_PLAN,
  };
  dz_sentence *sentences = (dz_sentence *)draft->report.sentences;

  for (size_t i = 0; i < draft->report.sentence_count; i++)
    sentences[i].function = functions[parts[sentences[i].paragraph]];
}

/* Whether the blocks leave the report its review: headings that run on with their text, or slogans
 * that say nothing, show no block. Asked once its sentences have been read one by one. */
static bool blocks_read(const dz_report *report, const uint8_t *parts) {
  uint32_t review = 0, told = 0, all = 0;

  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *s = &report->sentences[i];
    uint32_t length = s->fold.end - s->fold.start;
    all += length;
    if (parts[s->paragraph] == DZ_PART_REVIEW) review += length;
    if (s->function == DZ_FUNCTION_REPORT) told += length;
  }
  return review * REVIEW_SHARE >= all || told * TOLD_SHARE < all;
}

dz_status dz_functions_find(dz_draft *draft, const dz_reading *reading, dz_error *error) {
  dz_report *report = &draft->report;
  uint8_t *parts = calloc(report->paragraph_count + 1, 1);
  bool dated = false; /* a heading names the year planned: what lacks a review was cut */
  dz_status status = parts ? find_parts(parts, &report->work_report, &dated, draft, reading, error)
                           : dz_fail_memory(error);

  if (!status) set_functions(draft, reading);
  if (!status && report->work_report && !dated) report->work_report = blocks_read(report, parts);
  if (!status && report->work_report) set_parts(draft, parts);
  free(parts);
  return status;
}
