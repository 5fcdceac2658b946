/* commitment_clause.c - the commitments of one clause that promises: one per figure */
#include <string.h>

#include "base/error.h"
#include "commitment.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MIN_OBJECT = 2,      /* characters that can name a thing */
  COPULA = 10,         /* characters: a 是 further on does not govern the clause */
  MAX_CLAUSE = 400,    /* longer ones are no clauses but text without punctuation */
  STRENGTH_TARGET = 3, /* a target of the year without a cue is announced */
  STRENGTH_BARE = 2    /* a measure without modal word gives a direction */
};

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

/* Where the clause names no thing of its own, the one before it does:
 * 北湖大桥可研获批，明年上半年开工. */
static dz_span borrowed_object(const dz_commitment_finder *finder) {
  const dz_text *text = &finder->draft->report.text;
  dz_span name = dz_commitment_object(finder, finder->before, -1);
  int32_t value;

  for (uint32_t i = name.start + MIN_OBJECT; i < name.end; i++)
    if (text->fold[i] == U'已' || dz_is_digit(text->fold[i]) ||
        dz_commitment_word_at(finder, (dz_span){i, name.end}, DZ_ROLE_CONTINUE, DZ_ROLE_LEVEL) ||
        dz_trie_longest(&finder->knowledge->ladder->trie, text->fold + i, name.end - i, &value))
      return (dz_span){name.start, i};
  return name;
}

/* Whether the clause before names the thing; what a figure counts in its own clause is nearer. */
static bool has_topic(const dz_commitment_finder *finder, const dz_segment *segment) {
  dz_span own;

  if (finder->topic.end <= finder->topic.start) return false;
  if (segment->quantity < 0) return true;
  own = dz_commitment_object(finder, segment->head, segment->quantity);
  return own.end - own.start < MIN_OBJECT;
}

static dz_span name_object(const dz_commitment_finder *finder, const dz_segment *segment) {
  dz_span object = dz_commitment_object(finder, segment->head, segment->quantity), none = {0, 0};

  if (has_topic(finder, segment)) return dz_commitment_object(finder, finder->topic, -1);
  if (object.end - object.start >= MIN_OBJECT) return object;
  if (finder->before.end > finder->before.start) object = borrowed_object(finder);
  return object.end - object.start >= MIN_OBJECT ? object : none;
}

/* Checkable figure, project, measure, or only a stance. */
static dz_commitment_grade grade_of(const dz_commitment *commitment, const dz_evidence *evidence) {
  if (commitment->quantity >= 0) return DZ_GRADE_INDICATOR;
  if (commitment->sort == DZ_SORT_PROJECT && evidence->cues.step >= DZ_LADDER_STARTED &&
      !evidence->cues.promotes)
    return DZ_GRADE_PROJECT;
  return !dz_evidence_checkable(evidence) && (evidence->stance || evidence->cues.vacuous)
             ? DZ_GRADE_STANCE
             : DZ_GRADE_MEASURE;
}

static dz_status add(dz_commitment_finder *finder, const dz_clause *clause,
                     const dz_segment *segment, const dz_evidence *evidence, dz_error *error) {
  dz_report *report = &finder->draft->report;
  const dz_cue_reading *reading = &evidence->cues;
  dz_span object = name_object(finder, segment), whole = segment->fold, found;
  dz_commitment *commitment = dz_array_push(&finder->list);
  bool figure = segment->quantity >= 0, indicator;

  if (!commitment) return dz_fail_memory(error);
  indicator = dz_indicator_of(finder->knowledge, report, segment, &found) >= 0;
  if (has_topic(finder, segment) && finder->topic.start < whole.start)
    whole.start = finder->topic.start;
  *commitment = (dz_commitment){.span = dz_fold_to_span(&report->text, whole),
                                .quantity = segment->quantity,
                                .section = report->sentences[clause->sentence].section,
                                .kind = figure || finder->targets ? DZ_KIND_TARGET
                                                                  : DZ_KIND_COMMITMENT,
                                .strength = strength_of(reading),
                                .polarity = reading->polarity,
                                .step = reading->step};
  if (reading->cue.end > reading->cue.start)
    commitment->cue = dz_fold_to_span(&report->text, reading->cue);
  if (finder->targets && commitment->strength < STRENGTH_TARGET)
    commitment->strength = STRENGTH_TARGET;
  if (object.end > object.start) commitment->object = dz_fold_to_span(&report->text, object);
  commitment->sort = sort_of(reading, finder->targets, figure, indicator);
  commitment->testable = figure || finder->targets || reading->polarity < 0 || evidence->dated ||
                         evidence->whole || evidence->rhythm ||
                         is_end_state(reading, &report->text, clause->fold);
  commitment->grade = grade_of(commitment, evidence);
  return dz_commitment_complete(finder, commitment, clause->fold, segment, error);
}

/* 比上年增加…: says how much more it is, which the clause before has promised. */
static bool compares(const dz_commitment_finder *finder, dz_span fold) {
  return finder->draft->report.text.fold[fold.start] == U'比' &&
         dz_commitment_word_at(finder, fold, DZ_ROLE_CONTINUE, DZ_ROLE_CONTINUE);
}

/* 重点抓好以下工作: leads in to what follows; not the 以下 behind a figure. */
static bool leads_in(const dz_commitment_finder *finder, dz_span fold) {
  const dz_text *text = &finder->draft->report.text;

  if (dz_commitment_word_at(finder, fold, DZ_ROLE_LEAD, DZ_ROLE_LEAD)) return true;
  if (compares(finder, fold)) return true;
  for (size_t i = fold.start + 1; i + 2 < fold.end; i++)
    if (text->fold[i] == U'以' && text->fold[i + 1] == U'下' && dz_is_han(text->fold[i - 1]) &&
        text->fold[i - 1] != U'及') /* 三级及以下 is a bound */
      return true;
  return false;
}

/* 今年是…之年, 也是…: what is so, not what shall be done. */
bool dz_commitment_explains(const dz_commitment_finder *finder, dz_span fold) {
  const dz_text *text = &finder->draft->report.text;

  if (leads_in(finder, fold) || dz_commitment_has(finder, fold, DZ_ROLE_COMMENT)) return true;
  if (dz_commitment_has(finder, fold, DZ_ROLE_SLOGAN) || dz_is_perfect(text, fold)) return true;
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

/* 按照"全覆盖"要求: leads in, and what looks like a figure is none. */
static bool opens_lead(const dz_commitment_finder *finder, dz_span fold) {
  return dz_commitment_word_at(finder, fold, DZ_ROLE_LEAD, DZ_ROLE_LEAD) > 0;
}

static bool has_amount(const dz_report *report, const dz_clause *clause) {
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (report->quantities[q].comparison != DZ_CMP_COVERAGE && !report->quantities[q].masked)
      return true;
  return false;
}

/* Whether a clause of a plan promises something. */
static bool promises(const dz_commitment_finder *finder, const dz_clause *clause,
                     const dz_evidence *evidence) {
  const dz_report *report = &finder->draft->report;

  if (!clause->quantity_count && !finder->targets)
    return (evidence->cues.acts || dz_evidence_checkable(evidence)) &&
           !dz_commitment_explains(finder, clause->fold);
  if (opens_lead(finder, clause->fold) && !has_amount(report, clause)) return false;
  if (clause->quantity_count && (!evidence->cues.acts || compares(finder, clause->fold)) &&
      leads_in(finder, clause->fold))
    return false;
  return !clause->quantity_count || evidence->cues.acts || !tells_past(&report->text, clause->fold);
}

dz_status dz_commitments_of_clause(dz_commitment_finder *finder, const dz_clause *clause,
                                   const dz_evidence *evidence, dz_error *error) {
  const dz_report *report = &finder->draft->report;
  dz_segment segments[DZ_SEGMENTS_MAX];
  dz_status status = DZ_OK;
  size_t count;

  if (clause->fold.end - clause->fold.start < 4 ||
      clause->fold.end - clause->fold.start > MAX_CLAUSE || !promises(finder, clause, evidence))
    return DZ_OK;
  count = dz_segments_split(segments, report, clause);
  for (size_t i = 0; i < count && !status; i++)
    if (is_usable(report, clause, &segments[i]))
      status = add(finder, clause, &segments[i], evidence, error);
  return status;
}
