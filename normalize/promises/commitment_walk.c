/* commitment_walk.c - goes through a report clause by clause and decides which
 * ones promise something. What counts, each rule with the reason:
 *
 *   plan      in a sentence that plans, a clause that tells to do something or
 *             that could be checked; what only leads in, explains, says what
 *             for or what is lacking promises nothing
 *   ahead     anywhere else, a clause that names a time behind the year
 *             reported on and what will then be done, or 力争, 计划 with a date
 *   will      我将, 我一定 in a plan or where the time to come is named;
 *             我将…作为… in a review means 把. What follows and could not be
 *             checked belongs to the same promise
 *   forecast  预计 with a figure in a report whose year is not yet closed; a report given
 *             when it is over estimates a result
 *   policy    每年 with public money: a rule the author says is fixed */
#include "base/error.h"
#include "commitment.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/promise_words.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MIN_CLAUSE = 4,    /* folded characters: shorter ones are calls and labels */
  MIN_DEED = 2,      /* characters beside the time and the cue that say what is done */
  MAX_TOPIC = 24,    /* characters of a clause that only names the thing of the next */
  STRENGTH_WILL = 3, /* what the author says he will do is announced */
  STRENGTH_STRIVE = 4
};

/* What a walk over the clauses of a sentence remembers. */
typedef struct walk {
  dz_commitment_finder *finder;
  uint32_t targets;              /* paragraph that sets the targets of the year */
  uint32_t outlook;              /* year by which the plans of several years are due */
  uint32_t told;                 /* the year reported on, 0 unknown */
  bool ahead;                    /* an earlier clause of the sentence named the time to come */
  bool vowed;                    /* an earlier clause said that the author binds himself */
  bool will;                     /* an earlier clause said what the author will do */
  const dz_clause *strive;       /* last clause of efforts already read */
  const dz_clause *first, *last; /* promise of several clauses that is being read */
} walk;

static bool has(const walk *w, dz_span fold, dz_word_role role) {
  return dz_commitment_has(w->finder, fold, role);
}

static const dz_text *text_of(const walk *w) {
  return &w->finder->draft->report.text;
}

/* The first figure of the clause that is not blanked out, or -1. */
static int32_t figure_of(const dz_report *report, const dz_clause *clause) {
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (!report->quantities[q].masked) return (int32_t)q;
  return -1;
}

/* One commitment that takes in several clauses. */
static dz_status add(walk *w, const dz_clause *first, const dz_clause *last,
                     dz_commitment_kind kind, int8_t strength, dz_error *error) {
  dz_commitment_finder *finder = w->finder;
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
  commitment->grade = commitment->quantity >= 0    ? DZ_GRADE_INDICATOR
                      : kind == DZ_KIND_COMMITMENT ? DZ_GRADE_STANCE
                                                   : DZ_GRADE_MEASURE;
  return dz_commitment_complete(finder, commitment, fold, NULL, error);
}

static dz_status flush(walk *w, dz_error *error) {
  dz_status status = w->first ? add(w, w->first, w->last, DZ_KIND_COMMITMENT, STRENGTH_WILL, error)
                              : DZ_OK;

  w->first = w->last = NULL;
  return status;
}

/* A clause of ritual that ends a promise: 为…作出应有的贡献. */
static bool is_ritual(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  uint32_t first = text_of(w)->fold[clause->fold.start];

  return e->cues.vacuous && (dz_cp_in(first, U"为用以不") || !e->cues.acts);
}

/* A clause that opens a further promise of its own: 要…, 力求…. */
static bool opens_another(const walk *w, const dz_clause *clause) {
  const dz_commitment_cues *cues = w->finder->knowledge->commitment_cues;
  const uint32_t *at = text_of(w)->fold + clause->fold.start;
  int32_t value;

  if (*at == U'要') return true;
  if (!dz_trie_longest(&cues->trie, at, clause->fold.end - clause->fold.start, &value))
    return false;
  return cues->cue[value].class == DZ_CUE_STRIVE || cues->cue[value].class == DZ_CUE_GUARANTEE;
}

/* 力争, 力促 at the start of a clause, not 力求. */
static bool is_strive(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  const dz_commitment_cues *cues = w->finder->knowledge->commitment_cues;
  const uint32_t *at = text_of(w)->fold + clause->fold.start;
  int32_t value;

  return dz_trie_longest(&cues->trie, at, clause->fold.end - clause->fold.start, &value) &&
         cues->cue[value].class == DZ_CUE_STRIVE && at[0] == U'力' && at[1] != U'求' && !e->past;
}

/* Whether the sentence or the one before it in the paragraph names the time to come. */
static bool looks_ahead(const walk *w, const dz_clause *clause) {
  const dz_report *report = &w->finder->draft->report;
  const dz_sentence *sentence = &report->sentences[clause->sentence];

  if (has(w, sentence->fold, DZ_ROLE_FUTURE)) return true;
  return clause->sentence > 0 && sentence[-1].paragraph == sentence->paragraph &&
         has(w, sentence[-1].fold, DZ_ROLE_FUTURE);
}

static bool is_will(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  if (!has(w, clause->fold, DZ_ROLE_WILL)) return false;
  if (dz_is_perfect(text_of(w), clause->fold)) return false;
  return w->finder->planned || w->ahead || looks_ahead(w, clause) ||
         e->cues.class == DZ_CUE_GUARANTEE;
}

static bool ends_piece(const walk *w, const dz_clause *clause) {
  const dz_text *text = text_of(w);

  return clause->fold.end >= text->fold_length || text->fold[clause->fold.end] != ',';
}

/* 力争到2020年: only says when. */
static bool names_time(const dz_evidence *e) {
  uint32_t cue = e->cues.cue.end - e->cues.cue.start;

  return (e->dated || e->ahead) && !e->figure && !e->cues.step &&
         (int32_t)(e->words - cue) < MIN_DEED;
}

/* What promises nothing wherever it stands. */
static bool is_refused(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  if (e->asks || (e->need && !e->intends)) return true;
  if (e->stance && !dz_evidence_checkable(e)) return true;
  if (e->purpose && !e->figure) return true;
  if (names_time(e)) return true;
  if (e->means && !e->figure && !ends_piece(w, clause)) return true;
  if (e->frame && !e->figure && dz_cp_in(text_of(w)->fold[clause->fold.end - 1], U"上中下时后"))
    return true; /* 在…的基础上 */
  return is_ritual(w, clause, e) || dz_is_perfect(text_of(w), clause->fold);
}

/* Whether the year reported on was over when the report was given, as with a work report, which
 * plans its own year: 预计全年增长5% then estimates what came about. */
static bool is_year_over(const walk *w) {
  int32_t year = w->finder->draft->report.year;

  return year && (int32_t)w->finder->plan_year <= year;
}

/* Targets, forecasts and rules among reported work. *used: it was one. */
static dz_status read_reported(walk *w, const dz_clause *clause, const dz_evidence *e, bool *used,
                               dz_error *error) {
  *used = true;
  if (e->figure && !is_year_over(w) && has(w, clause->fold, DZ_ROLE_FORECAST))
    return add(w, clause, clause, DZ_KIND_FORECAST, STRENGTH_WILL, error);
  if (clause->quantity_count && has(w, clause->fold, DZ_ROLE_YEARLY) &&
      has(w, clause->fold, DZ_ROLE_SPEND))
    return add(w, clause, clause, DZ_KIND_POLICY_COMMITMENT, STRENGTH_WILL, error);
  *used = false;
  return DZ_OK;
}

/* Whether a clause outside a plan promises: it names the time to come, and what is there then. */
static bool promises_elsewhere(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  bool seen = e->figure || e->whole || e->outcome || e->cues.step >= DZ_LADDER_STARTED;
  bool binds = e->intends || e->cues.class == DZ_CUE_ACT ||
               (e->cues.strength >= 0 && e->cues.class <= DZ_CUE_STRIVE);

  if (e->past || e->acts_on || is_refused(w, clause, e) ||
      dz_commitment_explains(w->finder, clause->fold))
    return false;
  if (e->ahead) return !e->frame && (seen || binds || e->bars);
  if (w->ahead && (seen || e->dated)) return true;
  return e->dated && seen && (e->intends || e->vow || w->vowed);
}

static bool names_topic(const walk *w, const dz_clause *clause, const dz_evidence *e) {
  if (clause->fold.end - clause->fold.start > MAX_TOPIC) return false;
  if (e->asks || e->need || e->past || e->purpose || e->stance || e->frame || e->means ||
      e->ahead || e->cues.vacuous || dz_commitment_explains(w->finder, clause->fold))
    return false;
  if (e->rest) return !e->cues.acts && !e->outcome;
  return !e->cues.acts && !dz_evidence_checkable(e) && !e->intends;
}

/* 各方面都要…, 力争…: a clause of a promise that takes in several. *used: it was one. */
static dz_status read_will(walk *w, const dz_clause *clause, const dz_evidence *e, bool *used,
                           dz_error *error) {
  dz_status status = DZ_OK;
  bool checkable = dz_evidence_checkable(e) && (e->figure || e->dated || e->cues.step);

  *used = true;
  if (is_will(w, clause, e)) {
    w->will = !e->asks;
    status = flush(w, error);
    if (checkable || e->asks) {
      *used = e->asks;
      return status;
    }
    w->first = w->last = clause;
    return status;
  }
  *used = w->will && !checkable;
  if (!*used) return flush(w, error);
  if (is_ritual(w, clause, e) || e->purpose || e->asks) return DZ_OK;
  if (opens_another(w, clause)) {
    status = flush(w, error);
    w->first = clause;
  }
  if (!w->first) w->first = clause;
  w->last = clause;
  return status;
}

/* 力争…, 力促…: clauses of effort in a row are one target. *used: they were. */
static dz_status read_strive(walk *w, const dz_clause *clause, const dz_evidence *e, bool *used,
                             dz_error *error) {
  const dz_commitment_finder *finder = w->finder;
  const dz_clause *all = finder->clauses->items, *end = all + finder->clauses->count,
                  *last = clause;
  bool checkable = e->dated || has(w, clause->fold, DZ_ROLE_TERM) || clause->quantity_count;

  *used = false;
  if (!is_strive(w, clause, e)) return DZ_OK;
  while (last + 1 < end && last[1].sentence == clause->sentence && is_strive(w, last + 1, e))
    last++;
  checkable = checkable || has(w, last->fold, DZ_ROLE_TERM) || last->quantity_count;
  *used = checkable;
  if (!checkable) return DZ_OK;
  w->strive = last;
  return add(w, clause, last, DZ_KIND_TARGET, STRENGTH_STRIVE, error);
}

static dz_status read_clause(walk *w, const dz_clause *clause, const dz_evidence *e, bool last,
                             dz_error *error) {
  dz_commitment_finder *finder = w->finder;
  bool used = false, named = false;
  dz_status status = DZ_OK;

  if (!finder->targets) status = read_will(w, clause, e, &used, error);
  if (!status && !used && !finder->planned) status = read_reported(w, clause, e, &used, error);
  if (!status && !used && !finder->planned) status = read_strive(w, clause, e, &used, error);
  if (status || used) return status;
  if (!last && !ends_piece(w, clause) && (finder->planned || w->ahead) &&
      names_topic(w, clause, e)) {
    finder->topic = clause->fold;
    named = true;
  } else if (e->directs || !dz_evidence_checkable(e)) {
    finder->topic = (dz_span){0, 0}; /* it has its own thing: 依法治县，加快… */
  }
  if (named) return status;
  if (finder->planned ? !is_refused(w, clause, e) : promises_elsewhere(w, clause, e)) {
    status = dz_commitments_of_clause(finder, clause, e, error);
  }
  finder->topic = (dz_span){0, 0};
  return status;
}

/* 今年一季度…增长9.6%: growth of a part of the year, told among the plans of a report that was given
 * when it was over. A goal for that part has a modifier or a word for what is to come. */
static bool tells_part_of_year(const walk *w, const dz_sentence *sentence) {
  const dz_report *report = &w->finder->draft->report;
  size_t i = dz_spans_from(report->quantities, report->quantity_count, sizeof *report->quantities,
                           sentence->span.start);
  size_t told = 0;

  for (; i < report->quantity_count && report->quantities[i].span.start < sentence->span.end; i++) {
    const dz_quantity *q = &report->quantities[i];
    if (q->period != DZ_OVER_PART || q->modifier != DZ_MOD_NONE) return false;
    told += q->comparison == DZ_CMP_YOY_PCT || q->comparison == DZ_CMP_YOY_ABS;
  }
  return told && !has(w, sentence->fold, DZ_ROLE_FUTURE) && !has(w, sentence->fold, DZ_ROLE_WILL);
}

/* 主要预期目标是: what follows in the sentence and in the paragraph are targets;
 * 预期目标的设定 speaks of them. */
static bool opens_targets(const dz_text *text, dz_span fold) {
  static const uint32_t *const word[] = {U"预期目标"}, *const of[] = {U"预期目标的"};

  return dz_word_in(text->fold, fold, word, 1) && !dz_word_in(text->fold, fold, of, 1);
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

/* 过去一年，…: a sentence of the plan that tells first what was done. */
static bool looks_back(const walk *w, dz_span sentence) {
  size_t end = sentence.start +
               dz_commitment_word_at(w->finder, sentence, DZ_ROLE_YEAR, DZ_ROLE_YEAR);

  return end > sentence.start && end < sentence.end && text_of(w)->fold[end] == ',';
}

/* （此件公开发布）: a note about the report. */
static bool is_note(const dz_text *text, dz_span fold) {
  return text->fold[fold.start] == '(' && text->fold[fold.end - 1] == ')';
}

/* 实现上述目标，必须…: the clause that opens the sentence says what for. */
static bool serves_next(const walk *w, const dz_clause *clause, const dz_clause *next) {
  return !clause->quantity_count &&
         dz_commitment_word_at(w->finder, next->fold, DZ_ROLE_DEMAND, DZ_ROLE_DEMAND) > 0;
}

static bool names_who(const walk *w, dz_span fold) {
  const dz_trie *trie = &w->finder->knowledge->promise_words->trie;
  int32_t value;

  for (size_t i = fold.start; i < fold.end; i++)
    if (dz_trie_longest(trie, text_of(w)->fold + i, fold.end - i, &value) &&
        value == DZ_PROMISE_ANSWERS)
      return true;
  return false;
}

/* A numbered item of a plan whose heading is what will be done: it has the figure (新增停车位2000个),
 * or below it stands only who sees to it (由县教育局负责). */
static bool states_deed(const walk *w, const dz_clause *clause) {
  enum { WHO_MAX = 60 };
  const dz_report *report = &w->finder->draft->report;
  const dz_sentence *sentence = &report->sentences[clause->sentence];
  const dz_section *section;
  dz_span body;

  if (!w->finder->planned || sentence->section == DZ_NO_SECTION) return false;
  section = &report->sections[sentence->section];
  if (section->number.start == section->number.end || section->level < 2 ||
      section->body.end != section->extent.end)
    return false;
  body = dz_span_to_fold(&report->text, section->body);
  if (body.start < sentence->fold.end || clause->quantity_count) return clause->quantity_count > 0;
  return body.end - body.start <= WHO_MAX && names_who(w, body);
}

/* 附件：over 2024年民生实事: the title of an attachment, on a line of its own. */
static bool is_attachment_title(const walk *w, const dz_sentence *sentence) {
  const dz_report *report = &w->finder->draft->report;
  const dz_section *section;

  if (sentence->section == DZ_NO_SECTION) return false;
  section = &report->sections[sentence->section];
  return section->body.start == sentence->span.start &&
         report->text.cp[section->heading.start] == U'附' &&
         !dz_is_punctuation(text_of(w)->fold[sentence->fold.end - 1]);
}

/* Makes ready for the clauses of a sentence; false: it promises nothing. */
static bool enter_sentence(walk *w, const dz_clause *clause) {
  dz_commitment_finder *finder = w->finder;
  const dz_report *report = &finder->draft->report;
  const dz_sentence *sentence = &report->sentences[clause->sentence];
  dz_function function = sentence->function;

  w->ahead = w->vowed = w->will = false;
  finder->topic = finder->before = (dz_span){0, 0};
  finder->planned = function == DZ_FUNCTION_PLAN || function == DZ_FUNCTION_OUTLOOK;
  finder->targets = finder->planned && w->targets == clause->paragraph;
  finder->horizon = function == DZ_FUNCTION_PLAN ? finder->plan_year : 0;
  if (function == DZ_FUNCTION_OUTLOOK)
    finder->horizon = w->outlook = horizon_of(report, sentence->fold, w->outlook);
  if (sentence->span.start < report->title.end && sentence->span.end > report->title.start)
    return false;
  if (sentence->heading ? !states_deed(w, clause) : is_attachment_title(w, sentence)) return false;
  if (function == DZ_FUNCTION_APPEAL || function == DZ_FUNCTION_ANNEX) return false;
  if (is_note(&report->text, sentence->fold) || looks_back(w, sentence->fold)) return false;
  if (finder->targets && has(w, sentence->fold, DZ_ROLE_COMMENT)) return false;
  if (finder->planned && tells_part_of_year(w, sentence)) return false;
  return !has(w, sentence->fold, DZ_ROLE_RHETORIC) || has(w, sentence->fold, DZ_ROLE_WILL);
}

static dz_status read_sentence(walk *w, size_t first, size_t end, dz_error *error) {
  dz_commitment_finder *finder = w->finder;
  const dz_clause *clauses = finder->clauses->items;
  const dz_report *report = &finder->draft->report;
  dz_status status = DZ_OK;

  for (size_t i = first; i < end && !status; i++) {
    const dz_clause *clause = &clauses[i];
    dz_evidence e;
    if (clause->fold.end - clause->fold.start < MIN_CLAUSE || (w->strive && clause <= w->strive))
      continue;
    if (finder->planned && opens_targets(&report->text, clause->fold)) {
      w->targets = clause->paragraph;
      finder->targets = true;
      continue;
    }
    if (finder->planned && i == first && i + 1 < end && serves_next(w, clause, clause + 1))
      continue;
    e = dz_evidence_read(finder->knowledge, report, clause, w->told, finder->planned);
    if (e.past && !e.ahead) w->ahead = false;
    status = read_clause(w, clause, &e, i + 1 == end, error);
    if (!status && ends_piece(w, clause)) {
      status = flush(w, error);
      w->will = false;
    }
    w->ahead = w->ahead || (e.ahead && !e.past);
    w->vowed = w->vowed || e.vow;
    finder->before = clause->fold;
  }
  return status ? status : flush(w, error);
}

dz_status dz_commitments_walk(dz_commitment_finder *finder, dz_error *error) {
  const dz_clause *clauses = finder->clauses->items;
  size_t count = finder->clauses->count, end;
  walk w = {.finder = finder, .targets = UINT32_MAX};
  dz_status status = DZ_OK;

  if (finder->plan_year) w.told = finder->plan_year - 1;
  for (size_t i = 0; i < count && !status; i = end) {
    for (end = i + 1; end < count && clauses[end].sentence == clauses[i].sentence;) end++;
    if (enter_sentence(&w, &clauses[i])) status = read_sentence(&w, i, end, error);
  }
  return status;
}
