/* evidence.c - see evidence.h */
#include "evidence.h"

#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/promise_words.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NEAR_SEASON = 3, /* characters between a season and the 前, 后 that makes a date of it */
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
  case DZ_PROMISE_AHEAD: e->ahead = true; break;
  case DZ_PROMISE_SEASON:
    e->dated = e->dated || is_dated_season(text, i + length, clause->fold.end);
    break;
  case DZ_PROMISE_EXTENT: e->whole = true; break;
  case DZ_PROMISE_RHYTHM: e->rhythm = true; break;
  case DZ_PROMISE_OUTCOME: e->outcome = true; break;
  case DZ_PROMISE_BAR: e->bars = true; break;
  case DZ_PROMISE_INTEND: e->intends = true; break;
  case DZ_PROMISE_REST: e->rest = true; break;
  case DZ_PROMISE_ASK: e->asks = true; break;
  case DZ_PROMISE_PURPOSE: e->purpose = e->purpose || i == clause->fold.start; break;
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

/* A verb that opens the clause and governs what the time belongs to: 下达2024年资金. */
static bool acts_on(const dz_knowledge *knowledge, const dz_text *text, const dz_clause *clause,
                    size_t date) {
  int32_t value;
  size_t length = dz_trie_longest(&knowledge->commitment_cues->trie,
                                  text->fold + clause->fold.start,
                                  clause->fold.end - clause->fold.start, &value);

  return length && date > clause->fold.start && date <= clause->fold.start + NEAR_VERB &&
         knowledge->commitment_cues->cue[value].class == DZ_CUE_ACT;
}

static void read_dates(dz_evidence *e, const dz_knowledge *knowledge, const dz_report *report,
                       const dz_clause *clause, uint32_t told) {
  dz_span span = dz_fold_to_span(&report->text, clause->fold);
  size_t i = dz_spans_from(report->dates, report->date_count, sizeof *report->dates, span.start);

  for (; i < report->date_count && report->dates[i].span.start < span.end; i++) {
    const dz_date *date = &report->dates[i];
    if (date->recurring) {
      e->rhythm = true;
    } else if (date->last) {
      bool later = told && date->last / 10000 > told &&
                   (date->deadline || date->first / 10000 > told || !date->first);
      if (later) e->ahead = true;
      if (later || date->first / 10000 == date->last / 10000 || date->deadline) e->dated = true;
      if (later && acts_on(knowledge, &report->text, clause,
                           dz_text_fold_position(&report->text, date->span.start)))
        e->acts_on = true;
    }
  }
}

dz_evidence dz_evidence_read(const dz_knowledge *knowledge, const dz_report *report,
                             const dz_clause *clause, uint32_t told) {
  dz_evidence e = {.cues = dz_cues_read(knowledge, &report->text, clause->fold)};

  read_words(&e, knowledge, &report->text, clause);
  read_dates(&e, knowledge, report, clause, told);
  e.past = e.past || dz_is_perfect(&report->text, clause->fold);
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    if (!report->quantities[q].masked) e.figure = true;
  return e;
}

bool dz_evidence_checkable(const dz_evidence *e) {
  return e->figure || e->dated || e->ahead || e->whole || e->rhythm || e->outcome || e->bars ||
         e->cues.step >= DZ_LADDER_STARTED;
}
