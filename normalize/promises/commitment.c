/* commitment.c - the stage that finds what a report promises; see commitment.h */
#include "commitment.h"

#include "base/error.h"
#include "text/spans.h"

enum {
  MAX_NUMBER = 4 /* characters of an item's number before the year that opens it */
};

/* Whether a sentence of the plan names the year after the report's (+1) or opens
 * with the report's own (-1); 0: neither. */
static int year_named(const dz_report *report, const dz_sentence *sentence) {
  size_t i = dz_spans_from(report->dates, report->date_count, sizeof *report->dates,
                           sentence->span.start);
  int own = 0;

  for (; i < report->date_count && report->dates[i].span.start < sentence->span.end; i++) {
    const dz_date *date = &report->dates[i];
    int32_t year = (int32_t)(date->last / 10000);
    if (date->recurring || !date->last) continue;
    if (year == report->year + 1) return 1;
    if (year == report->year && report->text.cp[date->span.start] == '2' &&
        date->span.start <= sentence->span.start + MAX_NUMBER)
      own = -1;
  }
  return own;
}

/* The year the plan is for: an official reports on a year that is over and plans the next; a
 * report to a congress is given in the year it plans. What the plan names decides. */
static uint32_t plan_year(const dz_report *report) {
  int next = 0, own = 0;

  if (report->year <= 0) return 0;
  if (report->work_report) return (uint32_t)report->year;
  for (size_t i = 0; i < report->sentence_count; i++) {
    int named = report->sentences[i].function == DZ_FUNCTION_PLAN
                    ? year_named(report, &report->sentences[i])
                    : 0;
    next += named > 0;
    own += named < 0;
  }
  return (uint32_t)report->year + (own > next ? 0 : 1);
}

dz_status dz_commitments_find(dz_draft *draft, dz_error *error) {
  dz_array clauses = dz_array_of(sizeof(dz_clause));
  dz_commitment_finder finder = {.draft = draft,
                                 .knowledge = draft->knowledge,
                                 .clauses = &clauses,
                                 .list = dz_array_of(sizeof(dz_commitment)),
                                 .plan_year = plan_year(&draft->report)};
  dz_status status = dz_clauses_split(&clauses, &draft->report, error);

  if (!status) status = dz_commitments_walk(&finder, error);
  if (!status) {
    draft->report.commitment_count = finder.list.count;
    draft->report.commitments = dz_array_freeze(&finder.list, &draft->arena);
    if (!draft->report.commitments) status = dz_fail_memory(error);
  }
  dz_array_free(&finder.list);
  dz_array_free(&clauses);
  return status;
}
