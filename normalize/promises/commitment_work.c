/* commitment_work.c - commitments of government work reports: every clause of
 * the plan that can be checked, one commitment per figure */
#include <string.h>

#include "base/error.h"
#include "commitment.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "text/phrase.h"
#include "text/number.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MIN_OBJECT = 2,      /* characters that can name a thing */
  MIN_KIND = 4,        /* characters that can do so for a list: not 项目 */
  COPULA = 10,         /* characters: a 是 further on does not govern the clause */
  MAX_VERB = 4,        /* characters of a verb that no table knows */
  MAX_CLAUSE = 400,    /* longer ones are no clauses but text without punctuation */
  STRENGTH_TARGET = 3, /* a target of the year without a cue is announced */
  STRENGTH_BARE = 2    /* a measure without modal word gives a direction */
};

/* Sentences of homage, thanks and appeal hold no commitments. */
static bool is_rhetoric(const dz_knowledge *knowledge, const dz_text *text, dz_span sentence) {
  return dz_role_in(knowledge, text, sentence, DZ_ROLE_RHETORIC);
}

/* 主要预期目标是: what follows in the sentence and in the paragraph are targets;
 * 预期目标的设定 speaks of them. */
static bool opens_targets(const dz_text *text, dz_span fold) {
  static const uint32_t *const word[] = {U"预期目标"}, *const of[] = {U"预期目标的"};

  return dz_word_in(text->fold, fold, word, 1) && !dz_word_in(text->fold, fold, of, 1);
}

/* Length of a word of one of two roles at the start of the range, or 0. */
static size_t word_at(const dz_commitment_finder *finder, dz_span range, dz_word_role a,
                      dz_word_role b) {
  const dz_text *text = &finder->draft->report.text;
  int32_t value;
  size_t length = dz_trie_longest(&finder->knowledge->discourse->trie, text->fold + range.start,
                                  range.end - range.start, &value);

  return length && (value == (int32_t)a || value == (int32_t)b) ? length : 0;
}

/* Cuts words of level off the end: 产业规模突破, 总量保持在. */
static dz_span cut_level(const dz_commitment_finder *finder, dz_span range) {
  for (uint32_t i = range.start + MIN_OBJECT; i < range.end; i++) {
    size_t length = word_at(finder, (dz_span){i, range.end}, DZ_ROLE_LEVEL, DZ_ROLE_CONTINUE);
    if (length && i + length == range.end) return (dz_span){range.start, i};
  }
  return range;
}

/* Length of 2027年 at the start of the range, or 0. */
static size_t year_at(const dz_text *text, dz_span range) {
  size_t i = range.start;

  while (i < range.end && dz_is_digit(text->fold[i])) i++;
  return i == (size_t)range.start + 4 && i < range.end && text->fold[i] == U'年' ? 5 : 0;
}

/* The words of the range without the cues in front, the figure and the words
 * of level: what the commitment is about. */
static dz_span object_of(const dz_commitment_finder *finder, dz_span range, int32_t quantity) {
  const dz_report *report = &finder->draft->report;
  const dz_text *text = &report->text;
  dz_span whole = range;
  int32_t value;

  while (range.start < range.end && !dz_is_han(text->fold[range.start]) &&
         !dz_is_letter(text->fold[range.start]) && text->fold[range.start] != '"' &&
         !year_at(text, range))
    range.start++; /* ①, (1) */
  for (bool cut = true; cut && range.start < range.end;) {
    size_t length = dz_trie_longest(&finder->knowledge->commitment_cues->trie,
                                    text->fold + range.start, range.end - range.start, &value);
    uint32_t cp = text->fold[range.start];
    if (length && range.start + length < range.end && text->fold[range.start + length] == U'性')
      break; /* 保障性 */
    if (!length) length = word_at(finder, range, DZ_ROLE_TERM, DZ_ROLE_LIGHT);
    if (!length) length = year_at(text, range);
    if (length && range.start + length < range.end && text->fold[range.start + length] == U'级')
      break; /* 国家级 */
    if (!length) length = dz_manner_at(finder->knowledge, text, range.start, range.end);
    cut = length > 0;
    if (cut && range.start + length < range.end && text->fold[range.start + length] == U'前')
      length++; /* 年底前 */
    if (!cut &&
        (cp == U'和' || cp == U'及' || cp == U'将' || cp == U'对' || cp == U'给' || cp == U'并')) {
      cut = true; /* 和 及 将 对 给 并 */
      length = 1;
    }
    range.start += (uint32_t)length;
  }
  if (quantity >= 0) {
    dz_span figure = dz_quantity_fold(report, (size_t)quantity);
    dz_span behind = {figure.end, range.end};
    if (behind.start < behind.end)
      behind.start += (uint32_t)word_at(finder, behind, DZ_ROLE_LEVEL, DZ_ROLE_LEVEL);
    if (behind.start < behind.end && text->fold[behind.start] == U'的')
      behind.start++; /* 60%的厂 */
    uint32_t before = figure.start > range.start ? text->fold[figure.start - 1] : 0;
    bool counts = before == U'的' || before == U'等';
    if (behind.start + (counts ? MIN_KIND : MIN_OBJECT) <= behind.end &&
        (counts || figure.start <= range.start + MAX_VERB)) {
      /* 滚动实施300个…: what stands in front is the verb; 总投资3亿元的28个…, 甲、乙等5个… */
      range = behind;
    } else if (figure.start > range.start && figure.start < range.end) {
      range.end = figure.start;
    }
  }
  range = cut_level(finder, range);
  return range.end > range.start ? range : whole;
}

/* Whether one can say that it came about: a step of a project, a thing set up
 * or issued; not 加快, 推进, 实施, which name a direction. */
static bool is_end_state(const dz_cue_reading *reading, const dz_text *text, dz_span fold) {
  if (reading->step != DZ_LADDER_UNDER_WAY) return reading->step >= DZ_LADDER_STARTED;
  for (size_t i = fold.start; i < fold.end && !reading->promotes; i++)
    if (text->fold[i] == U'建') return true;
  return false;
}

static dz_commitment_sort sort_of(const dz_cue_reading *reading, bool target, bool figure,
                                  bool indicator) {
  if (reading->polarity < 0) return DZ_SORT_RESTRAINT;
  if (figure && (target || (indicator && reading->step < DZ_LADDER_STARTED)))
    return DZ_SORT_INDICATOR;
  if (reading->step >= DZ_LADDER_STARTED || reading->class == DZ_CUE_ACT)
    return reading->step ? DZ_SORT_PROJECT : DZ_SORT_ACTION;
  return target ? DZ_SORT_INDICATOR : DZ_SORT_ACTION;
}

/* 加快建设: the direction governs, unless a modal word binds more. */
static int8_t strength_of(const dz_cue_reading *reading) {
  if (reading->strength < 0) return STRENGTH_BARE;
  return reading->promotes && reading->strength == 3 && reading->class == DZ_CUE_ACT
             ? STRENGTH_BARE
             : reading->strength;
}

static dz_status add(dz_commitment_finder *finder, const dz_clause *clause,
                     const dz_segment *segment, bool target, uint32_t horizon, dz_error *error) {
  dz_report *report = &finder->draft->report;
  dz_cue_reading reading = dz_cues_read(finder->knowledge, &report->text, clause->fold);
  dz_span object = object_of(finder, segment->head, segment->quantity), found;
  dz_commitment *commitment = dz_array_push(&finder->list);
  dz_status status;
  bool indicator;

  if (!commitment) return dz_fail_memory(error);
  indicator = dz_indicator_of(finder->knowledge, report, segment, &found) >= 0;
  *commitment = (dz_commitment){.span = dz_fold_to_span(&report->text, segment->fold),
                                .quantity = segment->quantity,
                                .section = report->sentences[clause->sentence].section,
                                .kind = segment->quantity >= 0 || target ? DZ_KIND_TARGET
                                                                         : DZ_KIND_COMMITMENT,
                                .strength = strength_of(&reading),
                                .polarity = reading.polarity,
                                .step = reading.step};
  if (reading.cue.end > reading.cue.start)
    commitment->cue = dz_fold_to_span(&report->text, reading.cue);
  if (target && commitment->strength < STRENGTH_TARGET) commitment->strength = STRENGTH_TARGET;
  if (object.end - object.start >= MIN_OBJECT && object.end <= clause->fold.end)
    commitment->object = dz_fold_to_span(&report->text, object);
  commitment->sort = sort_of(&reading, target, segment->quantity >= 0, indicator);
  commitment->testable = segment->quantity >= 0 || target || reading.polarity < 0 ||
                         is_end_state(&reading, &report->text, clause->fold);
  finder->several_years = (int32_t)horizon > report->year;
  status = dz_commitment_complete(finder, commitment, clause->fold, segment, error);
  if (!commitment->deadline && commitment->testable && horizon) { /* none is stated */
    commitment->deadline = horizon * 10000 + 1231;
    commitment->deadline_digits = 4;
  }
  return status;
}

/* 比上年增加…: says how much more it is, which the clause before has promised. */
static bool compares(const dz_commitment_finder *finder, dz_span fold) {
  return finder->draft->report.text.fold[fold.start] == U'比' &&
         word_at(finder, fold, DZ_ROLE_CONTINUE, DZ_ROLE_CONTINUE);
}

/* 重点抓好以下工作: leads in to what follows; not the 以下 behind a figure. */
static bool leads_in(const dz_commitment_finder *finder, dz_span fold) {
  const dz_text *text = &finder->draft->report.text;

  if (word_at(finder, fold, DZ_ROLE_LEAD, DZ_ROLE_LEAD)) return true;
  if (compares(finder, fold)) return true;
  for (size_t i = fold.start + 1; i + 2 < fold.end; i++)
    if (text->fold[i] == U'以' && text->fold[i + 1] == U'下' && dz_is_han(text->fold[i - 1]) &&
        text->fold[i - 1] != U'及') /* 三级及以下 is a bound */
      return true;
  return false;
}

/* 突出了…主线: what came about already; not 为了, 除了, 了解, 一放了之, 看准了就干. */
static bool is_perfect(const dz_text *text, dz_span fold) {
  static const uint32_t *const words[] = {U"为了", U"除了", U"了解", U"了结", U"了之", U"了就"};

  for (uint32_t i = fold.start + 1; i < fold.end; i++)
    if (text->fold[i] == U'了' &&
        !dz_word_in(text->fold, (dz_span){i - 1, i + 2 < fold.end ? i + 2 : fold.end}, words, 6))
      return true;
  return false;
}

/* 今年是…之年, 也是…: what is so, not what shall be done. */
static bool explains(const dz_commitment_finder *finder, dz_span fold) {
  const dz_text *text = &finder->draft->report.text;

  if (leads_in(finder, fold) || dz_commitment_has(finder, fold, DZ_ROLE_COMMENT)) return true;
  if (dz_commitment_has(finder, fold, DZ_ROLE_SLOGAN) || is_perfect(text, fold)) return true;
  for (size_t i = fold.start; i < fold.end && i < fold.start + COPULA; i++)
    if (text->fold[i] == U'是' && (i + 1 >= fold.end || text->fold[i + 1] != U'否') &&
        (i == fold.start || (text->fold[i - 1] != U'别' && text->fold[i - 1] != U'其')))
      return true; /* not 是否 特别是 尤其是 */
  return false;
}

/* 国家已设立400亿元基金: what is there already. */
static bool tells_past(const dz_text *text, dz_span fold) {
  for (size_t i = fold.start; i < fold.end; i++)
    if (text->fold[i] == U'已') return true;
  return false;
}

/* A figure that is not blanked out and that belongs to something: 为6%以上 alone names nothing. */
static bool is_usable(const dz_report *report, const dz_clause *clause, const dz_segment *segment) {
  size_t words = segment->tail.end - segment->tail.start;

  if (segment->quantity < 0) return true;
  if (report->quantities[segment->quantity].masked) return false;
  for (size_t i = segment->head.start; i < segment->head.end && words < MIN_OBJECT; i++) {
    uint32_t at = report->text.origin[i];
    bool figure = false;
    for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count && !figure;
         q++)
      figure = at >= report->quantities[q].span.start && at < report->quantities[q].span.end;
    figure = figure || dz_cp_in(report->text.fold[i], U"为以上下内左右");
    words += !figure && dz_is_han(report->text.fold[i]);
  }
  return words >= MIN_OBJECT;
}

dz_status dz_commitments_of_clause(dz_commitment_finder *finder, const dz_clause *clause,
                                   bool target, uint32_t horizon, dz_error *error) {
  const dz_report *report = &finder->draft->report;
  dz_cue_reading reading = dz_cues_read(finder->knowledge, &report->text, clause->fold);
  dz_segment segments[DZ_SEGMENTS_MAX];
  dz_status status = DZ_OK;
  size_t count;

  if (clause->fold.end - clause->fold.start < 4 ||
      clause->fold.end - clause->fold.start > MAX_CLAUSE)
    return DZ_OK;
  if (!clause->quantity_count && !target && (!reading.acts || explains(finder, clause->fold)))
    return DZ_OK;
  if (clause->quantity_count && (!reading.acts || compares(finder, clause->fold)) &&
      leads_in(finder, clause->fold))
    return DZ_OK;
  if (clause->quantity_count && !reading.acts && tells_past(&report->text, clause->fold))
    return DZ_OK;
  count = dz_segments_split(segments, report, clause);
  for (size_t i = 0; i < count && !status; i++)
    if (is_usable(report, clause, &segments[i]))
      status = add(finder, clause, &segments[i], target, horizon, error);
  return status;
}

/* The year by which a plan of several years is to be done: the end of the last
 * five-year plan named so far that is not over, else of the one that runs. */
static uint32_t horizon_of(const dz_report *report, dz_span fold, uint32_t known) {
  for (size_t i = fold.start; i < fold.end; i++) {
    int32_t year = dz_plan_end_year(&report->text, i, fold.end);
    if (year >= report->year && report->year) known = (uint32_t)year;
  }
  return known || report->year <= 0 ? known : ((uint32_t)report->year + 4) / 5 * 5;
}

/* What a walk over the clauses remembers. */
typedef struct walk {
  uint32_t sentence, targets; /* current sentence; paragraph that sets the targets */
  uint32_t outlook;           /* horizon of the plans of several years */
  bool skip;                  /* the sentence promises nothing */
} walk;

/* 过去一年，…: a sentence of the plan that tells first what was done. */
static bool looks_back(const dz_commitment_finder *finder, dz_span sentence) {
  size_t end = sentence.start + word_at(finder, sentence, DZ_ROLE_YEAR, DZ_ROLE_YEAR);

  return end > sentence.start && end < sentence.end && finder->draft->report.text.fold[end] == ',';
}

static void enter_sentence(walk *w, const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_report *report = &finder->draft->report;
  dz_span fold = report->sentences[clause->sentence].fold;

  w->sentence = clause->sentence;
  w->skip = is_rhetoric(finder->knowledge, &report->text, fold) || looks_back(finder, fold) ||
            (w->targets == clause->paragraph && dz_commitment_has(finder, fold, DZ_ROLE_COMMENT));
  if (finder->draft->report.sentences[clause->sentence].function == DZ_FUNCTION_OUTLOOK)
    w->outlook = horizon_of(report, fold, w->outlook);
}

/* 实现上述目标，必须…: the clause that opens the sentence says what for. */
static bool serves_next(const dz_commitment_finder *finder, size_t index) {
  const dz_clause *clause = dz_array_at(finder->clauses, index), *next = clause + 1;

  if (clause->quantity_count || index + 1 >= finder->clauses->count ||
      next->sentence != clause->sentence)
    return false;
  if (index > 0 && (clause - 1)->sentence == clause->sentence) return false;
  return word_at(finder, next->fold, DZ_ROLE_DEMAND, DZ_ROLE_DEMAND) > 0;
}

dz_status dz_commitments_of_work(dz_commitment_finder *finder, dz_error *error) {
  const dz_report *report = &finder->draft->report;
  walk w = {.sentence = UINT32_MAX, .targets = UINT32_MAX};
  dz_status status = DZ_OK;

  for (size_t i = 0; i < finder->clauses->count && !status; i++) {
    const dz_clause *clause = dz_array_at(finder->clauses, i);
    dz_function function = finder->draft->report.sentences[clause->sentence].function;
    if (function != DZ_FUNCTION_PLAN && function != DZ_FUNCTION_OUTLOOK) continue;
    if (clause->sentence != w.sentence) enter_sentence(&w, finder, clause);
    if (clause->heading || w.skip || serves_next(finder, i)) continue;
    if (opens_targets(&report->text, clause->fold)) {
      w.targets = clause->paragraph;
      continue;
    }
    if (function == DZ_FUNCTION_PLAN)
      status = dz_commitments_of_clause(finder, clause, w.targets == clause->paragraph,
                                        report->year > 0 ? (uint32_t)report->year : 0, error);
    else
      status = dz_commitments_of_clause(finder, clause, false, w.outlook, error);
  }
  return status;
}
