/* period.c - dates that contradict the stated year */
#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/review_words.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"

static uint32_t year_of(uint32_t day) {
  return day / 10000;
}

/* 截至2018年11月底 in a report on 2023: figures are brought up to a day before the year told of
 * began. */
static dz_status check_cutoff(const dz_report *report, dz_finding_list *list, dz_error *error) {
  uint32_t year = (uint32_t)report->year;

  if (report->type == DZ_TYPE_GWR) return DZ_OK; /* these count up over five years */
  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *date = &report->dates[i];
    dz_span span = date->span;
    size_t fold = dz_text_fold_position(&report->text, span.start);
    const char *quote;
    dz_finding *finding;
    if (date->first || !date->last || date->deadline || year_of(date->last) >= year) continue;
    if (fold < 2 || !dz_word_at(report->text.fold, (uint32_t)fold - 2, (uint32_t)fold, U"截至"))
      continue;
    span.start = report->text.origin[fold - 2];
    quote = dz_finding_quote(list, report, span);
    finding = quote ? dz_finding_add(
                          list, DZ_FIND_ANACHRONISM,
                          dz_finding_text(list, "“%s”早于报告所称的%d年", quote, report->year),
                          dz_finding_text(list, "\"%s\" lies before %d, the year stated", quote,
                                          report->year),
                          &span, 1)
                    : NULL;
    if (!finding) return dz_fail_memory(error);
    finding->expected = dz_finding_text(list, "%d", report->year);
    if (year_of(date->last) + 1 == year)
      finding->severity = DZ_WARNING; /* the last count may be a year old */
  }
  return DZ_OK;
}

/* 确保2000年前建成的小区…, 力争在2010年基础上…, 2016年、2017年…: the year tells of things or of a base. */
static bool is_of_things(const dz_report *report, const dz_word_set *sets, const dz_date *date) {
  const dz_text *text = &report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, date->span.end);

  if (at > 0 && dz_set_at(&sets[DZ_SET_AGO], text->fold, at - 1, at)) at--;
  return dz_set_at(&sets[DZ_SET_DATED_THING], text->fold, at, (uint32_t)text->fold_length) > 0;
}

/* "确保2020年如期实现" in a report on 2024: what is still to come was over before the year began. */
static dz_status check_past_goal(const dz_report *report, const dz_word_set *sets,
                                 dz_finding_list *list, dz_error *error) {
  const dz_text *text = &report->text;
  uint32_t year = (uint32_t)report->year;

  if (report->type == DZ_TYPE_GWR) return DZ_OK; /* these look back over several years */
  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *date = &report->dates[i];
    uint32_t fold = (uint32_t)dz_text_fold_position(text, date->span.start);
    uint32_t back = dz_set_before(&sets[DZ_SET_HOPE], text->fold, fold);
    dz_span span = date->span;
    if (!back || !date->last || year_of(date->last) >= year || date->recurring ||
        is_of_things(report, sets, date))
      continue;
    span.start = text->origin[fold - back];
    const char *quote = dz_finding_quote(list, report, span);
    dz_finding *finding = dz_finding_add(
        list, DZ_FIND_ANACHRONISM,
        quote ? dz_finding_text(list, "“%s”：所称期限早于报告的%d年", quote, report->year) : NULL,
        quote ? dz_finding_text(list, "\"%s\": the deadline lies before %d, the year stated", quote,
                                report->year)
              : NULL,
        &span, 1);
    if (!finding) return dz_fail_memory(error);
    finding->severity = DZ_NOTE; /* "曾提出确保…" tells of a goal of then */
  }
  return DZ_OK;
}

/* The plan whose time is a whole number of years from the first of January: 十三五. */
static bool is_plan(const dz_date *date) {
  enum { YEARS = 5 };

  return date->first % 10000 == 101 && date->last % 10000 == 1231 &&
         year_of(date->last) + 1 == year_of(date->first) + YEARS;
}

/* 今年是“十三五”开局之年 in a report on 2019: a plan has one first year and one last. */
static dz_status check_plan_year(const dz_report *report, const dz_word_set *sets,
                                 dz_finding_list *list, dz_error *error) {
  enum { REACH = 6, BEHIND = 2 };
  const dz_text *text = &report->text;
  uint32_t length = (uint32_t)text->fold_length;

  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *date = &report->dates[i];
    uint32_t start = (uint32_t)dz_text_fold_position(text, date->span.start), used = 0;
    uint32_t end = (uint32_t)dz_text_fold_position(text, date->span.end), at = end, due;
    bool first = false;
    if (!is_plan(date)) continue;
    for (; at < end + BEHIND && at < length && !used; at++) {
      used = dz_set_at(&sets[DZ_SET_FIRST_YEAR], text->fold, at, length);
      first = used > 0;
      if (!used) used = dz_set_at(&sets[DZ_SET_LAST_YEAR], text->fold, at, length);
    }
    if (!used || !dz_set_in(&sets[DZ_SET_THIS_YEAR], text->fold,
                            (dz_span){start > REACH ? start - REACH : 0, start}))
      continue;
    list->checked.years++;
    due = year_of(first ? date->first : date->last);
    if (due + 1 >= (uint32_t)report->year && due <= (uint32_t)report->year + 1) continue;
    dz_span span = {date->span.start, dz_fold_to_span(text, (dz_span){at - 1, at - 1 + used}).end};
    const char *quote = dz_finding_quote(list, report, span);
    dz_finding *finding = quote ? dz_finding_add(
                                      list, DZ_FIND_ANACHRONISM,
                                      dz_finding_text(list, "“%s”是%u年，与报告所称的%d年不合",
                                                      quote, due, report->year),
                                      dz_finding_text(list, "\"%s\" was %u, the report says %d",
                                                      quote, due, report->year),
                                      &span, 1)
                                : NULL;
    if (!finding) return dz_fail_memory(error);
    finding->expected = dz_finding_text(list, "%u", due);
  }
  return DZ_OK;
}

dz_status dz_review_periods(const dz_report *report, const dz_knowledge *knowledge,
                            dz_finding_list *list, dz_error *error) {
  dz_status status;

  if (report->year < 1990) return DZ_OK;
  list->checked.years += report->date_count;
  status = check_cutoff(report, list, error);
  if (!status) status = check_past_goal(report, knowledge->review_words->sets, list, error);
  if (!status) status = check_plan_year(report, knowledge->review_words->sets, list, error);
  return status;
}
