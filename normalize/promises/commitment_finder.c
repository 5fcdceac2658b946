/* commitment_finder.c - what the finders of commitments share; see commitment.h */
#include "commitment.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/sorted.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/promise_words.h"
#include "text/number.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_NAME = 24 /* characters of the object shown as the name of a commitment */
};

static uint32_t plan_end_year(const dz_report *report, dz_span fold) {
  for (size_t i = fold.start; i < fold.end; i++) {
    int32_t year = dz_plan_end_year(&report->text, i, fold.end);
    if (year && year >= report->year) return (uint32_t)year; /* 高于"十三五"时期 is a comparison */
  }
  return 0;
}

static bool names_year(const dz_text *text, dz_span span) {
  return span.end - span.start >= 4 && text->cp[span.start] == '2' &&
         text->cp[span.start + 1] == '0';
}

/* Whether a date was counted from the year of the report though the promise is for the year
 * behind it: 年底前 in the plan of an official, not 2023年底前; outside the plan 今年 is the
 * report's own year. */
static bool is_of_plan_year(const dz_commitment_finder *finder, const dz_date *date) {
  const dz_report *report = &finder->draft->report;
  const dz_text *text = &report->text;
  size_t fold = dz_text_fold_position(text, date->span.start);
  int32_t value;

  if ((int32_t)finder->plan_year <= report->year || names_year(text, date->span)) return false;
  if ((int32_t)(date->last / 10000) != report->year) return false;
  return finder->planned ||
         !dz_trie_longest(&finder->knowledge->promise_words->trie, text->fold + fold,
                          text->fold_length - fold, &value) ||
         value != DZ_PROMISE_THIS_YEAR;
}

/* Whether a date opens a clause: 今明两年培训…, 到2027年, …. */
static bool opens_clause(const dz_text *text, uint32_t start, uint32_t sentence) {
  while (start > sentence && (dz_is_space(text->cp[start - 1]) || text->cp[start - 1] == U'到'))
    start--;
  return start == sentence || text->cp[start - 1] == 0xFF0C || text->cp[start - 1] == 0xFF1B ||
         text->cp[start - 1] == ',' || text->cp[start - 1] == ';';
}

/* A time of several years that opens an earlier clause of the sentence holds for those behind it
 * that name none:
 * 今明两年培训3000人, 新建学校5所. NULL: none. */
static const dz_date *term_before(const dz_report *report, dz_span span) {
  enum { DATES_BACK = 16 }; /* looked at: what opens a sentence of prose stands no farther back */
  size_t sentence = dz_spans_behind(report->sentences, report->sentence_count,
                                    sizeof *report->sentences, span.start);
  size_t date = dz_spans_from(report->dates, report->date_count, sizeof *report->dates, span.start);
  uint32_t start = sentence < report->sentence_count ? report->sentences[sentence].span.start
                                                     : span.start;

  for (size_t back = 0; date-- > 0 && back < DATES_BACK && report->dates[date].span.start >= start;
       back++) {
    const dz_date *found = &report->dates[date];
    if (found->recurring || !found->last || !opens_clause(&report->text, found->span.start, start))
      continue;
    return report->year && (int32_t)(found->last / 10000) > report->year ? found : NULL;
  }
  return NULL;
}

/* The stated deadline in the clause, else one that opens the sentence, else
 * the year of the plan where the commitment can be tested. */
static void set_deadline(const dz_commitment_finder *finder, dz_commitment *commitment,
                         dz_span fold) {
  const dz_report *report = &finder->draft->report;
  dz_span span = dz_fold_to_span(&report->text, fold);
  size_t low = dz_spans_from(report->dates, report->date_count, sizeof *report->dates, span.start);
  const dz_date *before;
  uint32_t year;

  for (; low < report->date_count && report->dates[low].span.start < span.end; low++) {
    const dz_date *date = &report->dates[low];
    if (date->recurring || !date->last) continue;
    if ((int32_t)(date->last / 10000) < report->year) continue; /* 2005年前登记的车 */
    commitment->deadline = date->last;
    if (is_of_plan_year(finder, date)) commitment->deadline += 10000;
    commitment->deadline_digits = date->last % 10000 == 1231 ? 4 : date->last % 100 >= 28 ? 6 : 8;
    return;
  }
  year = plan_end_year(report, fold);
  before = year || ((int32_t)finder->horizon > (int32_t)finder->plan_year && commitment->testable)
               ? NULL
               : term_before(report, span);
  if (before) {
    commitment->deadline = before->last;
    commitment->deadline_digits = before->last % 10000 == 1231 ? 4 : 6;
  }
  if (year) {
    commitment->deadline = year * 10000 + 1231;
    commitment->deadline_digits = 4;
  }
  if (!commitment->deadline && commitment->testable && finder->horizon) { /* none is stated */
    commitment->deadline = finder->horizon * 10000 + 1231;
    commitment->deadline_digits = 4;
  }
}

static const char *name_of(dz_draft *draft, dz_span span) {
  const dz_text *text = &draft->report.text;
  dz_buffer buffer;
  const char *name;
  size_t count = 0;

  dz_buffer_init(&buffer);
  for (uint32_t i = span.start; i < span.end && count < MAX_NAME; i++)
    if (!dz_is_space(text->cp[i])) {
      dz_buffer_cp(&buffer, text->cp[i]);
      count++;
    }
  name = buffer.failed ? NULL : dz_arena_string(&draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return name;
}

bool dz_commitment_has(const dz_commitment_finder *finder, dz_span fold, dz_word_role role) {
  return dz_role_in(finder->knowledge, &finder->draft->report.text, fold, role);
}

dz_status dz_commitment_complete(dz_commitment_finder *finder, dz_commitment *commitment,
                                 dz_span fold, const dz_segment *segment, dz_error *error) {
  dz_report *report = &finder->draft->report;
  const dz_quantity *quantity = commitment->quantity < 0
                                    ? NULL
                                    : &report->quantities[commitment->quantity];
  dz_span found;
  int32_t indicator;

  commitment->unit = quantity ? quantity->unit : "";
  commitment->modifier = quantity ? quantity->modifier : DZ_MOD_NONE;
  if (!commitment->deadline) set_deadline(finder, commitment, fold);
  if (commitment->indicator) return DZ_OK;
  indicator = segment
                  ? dz_indicator_of(finder->knowledge, report, segment, &found)
                  : dz_indicator_find(finder->knowledge, &report->text, fold, fold.start, &found);
  if (indicator >= 0)
    commitment->indicator = finder->knowledge->indicators->indicator[indicator].name;
  else if (commitment->object.end > commitment->object.start)
    commitment->indicator = name_of(finder->draft, commitment->object);
  else
    return DZ_OK;
  return commitment->indicator ? DZ_OK : dz_fail_memory(error);
}
