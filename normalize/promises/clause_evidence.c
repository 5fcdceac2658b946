/* clause_evidence.c - see clause_evidence.h */
#include "clause_evidence.h"

#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/promise_words.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NEAR_SEASON = 3, /* characters between a season and the 前, 后 that makes a date of it */
  MIN_WORDS = 3,   /* characters beside the time that can say what is done by then */
  NEAR_VERB = 8    /* characters between a verb and the time that belongs to its object */
};

/* 春节前, 汛期之前, 暑假里: the season is a date. */
static bool is_dated_season(const dz_text *text, size_t i, size_t end) {
  for (size_t k = i; k < end && k < i + NEAR_SEASON; k++)
    if (dz_cp_in(text->fold[k], U"前后里内间过")) return true;
  return i > 0 && dz_cp_in(text->fold[i - 1], U"前后");
}

bool dz_is_perfect(const dz_text *text, dz_span fold) {
  static const uint32_t *const words[] = {U"为了", U"除了", U"了解", U"了结", U"了之", U"了就"};

  for (uint32_t i = fold.start + 1; i < fold.end; i++)
    if (text->fold[i] == U'了' &&
        !dz_word_in(text->fold, (dz_span){i - 1, i + 2 < fold.end ? i + 2 : fold.end}, words, 6))
      return true;
  return false;
}

static void note_word(dz_evidence *e, const dz_text *text, const dz_clause *clause, size_t i,
                      size_t length, dz_promise_role role) {
  switch (role) {
  case DZ_PROMISE_AHEAD: /* not 改完以后 */
    e->ahead = e->ahead || i == clause->fold.start || text->fold[i + length - 1] != U'后' ||
               dz_cp_in(text->fold[i - 1], U"在从自到");
    e->words -= (uint32_t)length;
    break;
  case DZ_PROMISE_SEASON:
    e->dated = e->dated || is_dated_season(text, i + length, clause->fold.end);
    break;
  case DZ_PROMISE_EXTENT: e->whole = true; break;
  case DZ_PROMISE_RHYTHM: e->rhythm = true; break;
  case DZ_PROMISE_OUTCOME: e->outcome = true; break;
  case DZ_PROMISE_BAR: e->bars = true; break;
  case DZ_PROMISE_INTEND: /* not 列入2023年计划 */
    e->intends = e->intends || i + length < clause->fold.end;
    break;
  case DZ_PROMISE_REST: e->rest = true; break;
  case DZ_PROMISE_ASK: e->asks = true; break;
  case DZ_PROMISE_PURPOSE: e->purpose = e->purpose || i == clause->fold.start; break;
  case DZ_PROMISE_FRAME: e->frame = e->frame || i == clause->fold.start; break;
  case DZ_PROMISE_MEANS: e->means = e->means || i == clause->fold.start; break;
  case DZ_PROMISE_VOW: e->vow = true; break;
  case DZ_PROMISE_NOTE: e->asks = true; break;
  case DZ_PROMISE_STANCE: e->stance = true; break;
  case DZ_PROMISE_ACHIEVED: e->past = true; break;
  case DZ_PROMISE_NEED: e->need = true; break;
  default: break;
  }
}

static void read_words(dz_evidence *e, const dz_knowledge *knowledge, const dz_text *text,
                       const dz_clause *clause) {
  int32_t value;

  for (size_t i = clause->fold.start; i < clause->fold.end;) {
    size_t length = dz_trie_longest(&knowledge->promise_words->trie, text->fold + i,
                                    clause->fold.end - i, &value);
    if (length) note_word(e, text, clause, i, length, (dz_promise_role)value);
    i += length ? length : 1;
  }
}

/* A verb right before the time, which belongs to what the verb governs: 下达2024年资金. */
static bool acts_on(const dz_knowledge *knowledge, const dz_text *text, const dz_clause *clause,
                    size_t date) {
  size_t i = date > clause->fold.start + NEAR_VERB ? date - NEAR_VERB : clause->fold.start;
  int32_t value;

  for (; i < date; i++)
    if (i + dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + i, date - i, &value) ==
            date &&
        knowledge->commitment_cues->cue[value].class == DZ_CUE_ACT)
      return true;
  return false;
}

/* 6月, 年底: counted from the year of the report, which a report given in the year it plans
 * does not mean when it looks back. */
static bool has_year(const dz_knowledge *knowledge, const dz_report *report, const dz_date *date) {
  const dz_text *text = &report->text;
  uint32_t first = text->cp[date->span.start];
  size_t fold = dz_text_fold_position(text, date->span.start);
  int32_t value;

  if ((int32_t)(date->last / 10000) != report->year || first == '2' || first == U'二') return true;
  return dz_trie_longest(&knowledge->promise_words->trie, text->fold + fold,
                         text->fold_length - fold, &value) &&
         value == DZ_PROMISE_THIS_YEAR;
}

static void read_date(dz_evidence *e, const dz_knowledge *knowledge, const dz_report *report,
                      const dz_clause *clause, const dz_date *date, uint32_t told, bool planned) {
  bool year = date->first % 10000 == 101 && date->last % 10000 == 1231;
  bool later = told && date->last / 10000 > told &&
               (date->deadline || date->first / 10000 > told || !date->first) &&
               (planned || has_year(knowledge, report, date));
  dz_span fold = dz_span_to_fold(&report->text, date->span);

  e->words -= fold.end - fold.start;
  if (later) e->ahead = true;
  if (date->deadline || !year) e->dated = true;
  if (later && acts_on(knowledge, &report->text, clause, fold.start)) e->acts_on = true;
}

static void read_dates(dz_evidence *e, const dz_knowledge *knowledge, const dz_report *report,
                       const dz_clause *clause, uint32_t told, bool planned) {
  dz_span span = dz_fold_to_span(&report->text, clause->fold);
  size_t i = dz_spans_from(report->dates, report->date_count, sizeof *report->dates, span.start);

  for (; i < report->date_count && report->dates[i].span.start < span.end; i++) {
    const dz_date *date = &report->dates[i];
    if (date->recurring)
      e->rhythm = true;
    else if (date->last)
      read_date(e, knowledge, report, clause, date, told, planned);
  }
}

/* Whether the clause opens with a verb that takes its own object. */
static bool directs(const dz_knowledge *knowledge, const dz_text *text, const dz_clause *clause) {
  int32_t value;
  dz_cue_class class;
  size_t start = clause->fold.start +
                 dz_manner_at(knowledge, text, clause->fold.start, clause->fold.end);

  if (!dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + start,
                       clause->fold.end - start, &value))
    return false;
  class = knowledge->commitment_cues->cue[value].class;
  return class == DZ_CUE_ACT || class == DZ_CUE_PROMOTE || class == DZ_CUE_EXPLORE;
}

dz_evidence dz_evidence_read(const dz_knowledge *knowledge, const dz_report *report,
                             const dz_clause *clause, uint32_t told, bool planned) {
  dz_evidence e = {.cues = dz_cues_read(knowledge, &report->text, clause->fold),
                   .words = clause->fold.end - clause->fold.start};

  e.directs = directs(knowledge, &report->text, clause);
  read_words(&e, knowledge, &report->text, clause);
  read_dates(&e, knowledge, report, clause, told, planned);
  e.past = e.past || dz_is_perfect(&report->text, clause->fold);
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (!report->quantities[q].masked) e.figure = true;
  return e;
}

bool dz_evidence_checkable(const dz_evidence *e) {
  if (e->figure || e->whole || e->rhythm || e->outcome || e->bars ||
      e->cues.step >= DZ_LADDER_STARTED)
    return true;
  return (e->dated || e->ahead) && !e->frame && (int32_t)e->words >= MIN_WORDS;
}
