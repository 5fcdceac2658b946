/* commitment_duty.c - commitments of officials' own reports, which promise
 * little: purpose clauses after reported work, work in progress, ritual and
 * achievements are none. What counts, each rule with the reason:
 *
 *   will      the author says what he will do (我将, 我一定), in a plan or where
 *             the time to come is named; 我将…作为… in a review means 把
 *   plan      a sentence of a headed plan that tells to do something
 *   target    力争, 力促 with a time by which or a figure, anywhere
 *   forecast  预计 with a figure: the year was not yet closed
 *   policy    每年 with public money: a rule the author says is fixed
 */
#include "base/error.h"
#include "commitment.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "text/spans.h"

enum {
  MIN_PLAN = 8,  /* folded characters: shorter sentences of a plan are headings or calls */
  MAX_PLAN = 400 /* longer ones are text without punctuation */
};

static bool contains_cp(const dz_text *text, dz_span fold, uint32_t cp) {
  for (size_t i = fold.start; i < fold.end; i++)
    if (text->fold[i] == cp) return true;
  return false;
}

static bool has_figure(const dz_report *report, const dz_clause *clause, bool masked) {
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (masked || !report->quantities[q].masked) return true;
  return false;
}

/* The first unmasked figure of the clause, or -1. */
static int32_t figure_of(const dz_report *report, const dz_clause *clause) {
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (!report->quantities[q].masked) return (int32_t)q;
  return -1;
}

static dz_status add(dz_commitment_finder *finder, const dz_clause *first, const dz_clause *last,
                     dz_commitment_kind kind, int8_t strength, dz_error *error) {
  const dz_report *report = &finder->draft->report;
  dz_span fold = {first->fold.start, last->fold.end};
  dz_cue_reading reading = dz_cues_read(finder->knowledge, &report->text, fold);
  dz_commitment *commitment = dz_array_push(&finder->list);

  if (!commitment) return dz_fail_memory(error);
  *commitment = (dz_commitment){
      .span = dz_fold_to_span(&report->text, fold),
      .quantity = kind == DZ_KIND_COMMITMENT ? -1 : figure_of(report, last),
      .section = report->sentences[first->sentence].section,
      .kind = kind,
      .strength = strength > reading.strength ? strength : reading.strength,
      .polarity = reading.polarity,
      .step = reading.step};
  if (reading.cue.end > reading.cue.start)
    commitment->cue = dz_fold_to_span(&report->text, reading.cue);
  commitment->object = commitment->span;
  commitment->sort = reading.polarity < 0        ? DZ_SORT_RESTRAINT
                     : commitment->quantity >= 0 ? DZ_SORT_INDICATOR
                                                 : DZ_SORT_ACTION;
  commitment->testable = kind != DZ_KIND_COMMITMENT || commitment->quantity >= 0;
  return dz_commitment_complete(finder, commitment, fold, NULL, error);
}

static const dz_clause *clause_at(const dz_commitment_finder *finder, size_t i) {
  return dz_array_at(finder->clauses, i);
}

/* A clause of ritual that ends a promise: 为…作出应有的贡献. */
static bool is_ritual(const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_text *text = &finder->draft->report.text;
  uint32_t first = text->fold[clause->fold.start];
  dz_cue_reading reading = dz_cues_read(finder->knowledge, text, clause->fold);

  if (!reading.vacuous) return false;
  return first == U'为' || first == U'用' || first == U'以' || first == U'不' || !reading.acts;
}

/* A clause that opens a further promise in the same sentence: 要…, 力求…. */
static bool opens_another(const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_text *text = &finder->draft->report.text;
  int32_t value;

  if (text->fold[clause->fold.start] == U'要') return true;
  if (!dz_trie_longest(&finder->knowledge->commitment_cues->trie, text->fold + clause->fold.start,
                       clause->fold.end - clause->fold.start, &value))
    return false;
  return finder->knowledge->commitment_cues->cue[value].class == DZ_CUE_STRIVE ||
         finder->knowledge->commitment_cues->cue[value].class == DZ_CUE_GUARANTEE;
}

/* Reads the promise that starts at clause i to the end of its sentence; *next
 * is the first clause behind. */
static dz_status read_will(dz_commitment_finder *finder, size_t i, size_t *next, dz_error *error) {
  const dz_clause *first = clause_at(finder, i), *last = first;
  dz_status status = DZ_OK;

  for (*next = i + 1; *next < finder->clauses->count && !status; ++*next) {
    const dz_clause *clause = clause_at(finder, *next);
    if (clause->sentence != first->sentence) break;
    if (is_ritual(finder, clause)) continue;
    if (opens_another(finder, clause)) {
      status = add(finder, first, last, DZ_KIND_COMMITMENT, 3, error);
      first = clause;
    }
    last = clause;
  }
  return status ? status : add(finder, first, last, DZ_KIND_COMMITMENT, 3, error);
}

/* Whether the sentence or the one before it in the paragraph names the time to
 * come. */
static bool looks_ahead(const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_report *report = &finder->draft->report;
  const dz_sentence *sentence = &report->sentences[clause->sentence];

  if (dz_commitment_has(finder, sentence->fold, DZ_ROLE_FUTURE)) return true;
  return clause->sentence > 0 && sentence[-1].paragraph == sentence->paragraph &&
         dz_commitment_has(finder, sentence[-1].fold, DZ_ROLE_FUTURE);
}

static bool is_will(const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_text *text = &finder->draft->report.text;

  if (!dz_commitment_has(finder, clause->fold, DZ_ROLE_WILL)) return false;
  if (contains_cp(text, clause->fold, 0x4E86)) return false; /* 了 */
  return finder->draft->report.sentences[clause->sentence].function == DZ_FUNCTION_PLAN ||
         looks_ahead(finder, clause);
}

/* 力争, 力促 with a time by which, or a figure. */
static bool is_strive(const dz_commitment_finder *finder, const dz_clause *clause) {
  const dz_text *text = &finder->draft->report.text;
  int32_t value;
  size_t length = dz_trie_longest(&finder->knowledge->commitment_cues->trie,
                                  text->fold + clause->fold.start,
                                  clause->fold.end - clause->fold.start, &value);

  if (!length || finder->knowledge->commitment_cues->cue[value].class != DZ_CUE_STRIVE)
    return false;
  if (text->fold[clause->fold.start] != U'力' || text->fold[clause->fold.start + 1] == U'求')
    return false;
  return !contains_cp(text, clause->fold, 0x4E86);
}

static bool is_dated(const dz_commitment_finder *finder, const dz_clause *clause) {
  return dz_commitment_has(finder, clause->fold, DZ_ROLE_TERM) ||
         has_figure(&finder->draft->report, clause, true);
}

/* Targets, forecasts and rules that stand among reported work. *next as above. */
static dz_status read_reported(dz_commitment_finder *finder, size_t i, size_t *next,
                               dz_error *error) {
  const dz_report *report = &finder->draft->report;
  const dz_clause *clause = clause_at(finder, i), *last = clause;

  *next = i + 1;
  if (dz_commitment_has(finder, clause->fold, DZ_ROLE_FORECAST) &&
      has_figure(report, clause, false))
    return add(finder, clause, clause, DZ_KIND_FORECAST, 3, error);
  if (dz_commitment_has(finder, clause->fold, DZ_ROLE_YEARLY) &&
      dz_commitment_has(finder, clause->fold, DZ_ROLE_SPEND) && has_figure(report, clause, true))
    return add(finder, clause, clause, DZ_KIND_POLICY_COMMITMENT, 3, error);
  if (!is_strive(finder, clause)) return DZ_OK;
  while (*next < finder->clauses->count && clause_at(finder, *next)->sentence == clause->sentence &&
         is_strive(finder, clause_at(finder, *next)))
    last = clause_at(finder, (*next)++);
  return is_dated(finder, clause) || is_dated(finder, last)
             ? add(finder, clause, last, DZ_KIND_TARGET, 4, error)
             : DZ_OK;
}

/* The clauses of one sentence of a headed plan, one by one, where it has figures. */
static dz_status read_figures(dz_commitment_finder *finder, size_t first, size_t end,
                              dz_error *error) {
  dz_status status = DZ_OK;

  for (size_t i = first; i < end && !status; i++)
    if (!is_ritual(finder, clause_at(finder, i)))
      status = dz_commitments_of_clause(finder, clause_at(finder, i), false, 0, error);
  return status;
}

/* A sentence of a headed plan that tells to do something: one commitment, or
 * one per clause and figure where it sets any. */
static dz_status read_plan(dz_commitment_finder *finder, size_t i, size_t *next, dz_error *error) {
  const dz_report *report = &finder->draft->report;
  const dz_clause *first = clause_at(finder, i), *last = first;
  dz_span fold = report->sentences[first->sentence].fold;
  dz_cue_reading reading = dz_cues_read(finder->knowledge, &report->text, fold);
  bool figures = has_figure(report, first, false);

  for (*next = i + 1; *next < finder->clauses->count; ++*next) {
    const dz_clause *clause = clause_at(finder, *next);
    if (clause->sentence != first->sentence) break;
    if (is_will(finder, clause) && !figures) return read_will(finder, *next, next, error);
    figures = figures || has_figure(report, clause, false);
    if (!is_ritual(finder, clause)) last = clause;
  }
  if (dz_commitment_has(finder, fold, DZ_ROLE_RHETORIC)) return DZ_OK;
  if (fold.end - fold.start < MIN_PLAN || fold.end - fold.start > MAX_PLAN || !reading.acts)
    return DZ_OK;
  return figures ? read_figures(finder, i, *next, error)
                 : add(finder, first, last, DZ_KIND_COMMITMENT, 2, error);
}

dz_status dz_commitments_of_duty(dz_commitment_finder *finder, dz_error *error) {
  dz_status status = DZ_OK;
  size_t next;

  for (size_t i = 0; i < finder->clauses->count && !status; i = next) {
    const dz_clause *clause = clause_at(finder, i);
    next = i + 1;
    if (clause->heading || clause->fold.end - clause->fold.start < 4) continue;
    if (is_will(finder, clause))
      status = read_will(finder, i, &next, error);
    else if (finder->draft->report.sentences[clause->sentence].function == DZ_FUNCTION_PLAN)
      status = read_plan(finder, i, &next, error);
    else
      status = read_reported(finder, i, &next, error);
  }
  return status;
}
