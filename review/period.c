/* period.c - dates that contradict the stated year, stretches that do not fit it */
#include "base/error.h"
#include "review.h"
#include "text/phrase.h"

enum { HALF_YEAR = 630 };

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

/* 确保2000年前建成的小区…, 力争在2010年基础上…, 争取2023年增发国债, 2016年、2017年…: the year tells of things or of a
 * base. */
static bool is_of_things(const dz_report *report, const dz_date *date) {
  static const uint32_t *const behind[] = {U"前的",   U"前建", U"以前", U"之前", U"及以前",
                                           U"前竣工", U"基础", U"增发", U"、",   U"和"};
  const dz_text *text = &report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, date->span.end),
           length = (uint32_t)text->fold_length;

  if (at > 0 && text->fold[at - 1] == U'前') at--;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (dz_word_at(text->fold, at, length, behind[i])) return true;
  return false;
}

/* "确保2020年如期实现" in a report on 2024: what is still to come was over before the year began. */
static dz_status check_past_goal(const dz_report *report, dz_finding_list *list, dz_error *error) {
  static const uint32_t *const hopes[] = {U"确保",   U"力争",   U"争取",   U"确保到",
                                          U"力争到", U"争取到", U"力争在", U"确保在"};
  const dz_text *text = &report->text;
  uint32_t year = (uint32_t)report->year - (report->type == DZ_TYPE_GWR);

  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *date = &report->dates[i];
    uint32_t fold = (uint32_t)dz_text_fold_position(text, date->span.start);
    dz_span span = {date->span.start, date->span.end};
    bool hoped = false;
    if (is_of_things(report, date)) continue;
    if (!date->last || year_of(date->last) >= year || date->recurring) continue;
    for (size_t h = 0; h < sizeof hopes / sizeof *hopes; h++) {
      uint32_t back = 0;
      while (hopes[h][back]) back++;
      if (back > fold || !dz_word_at(text->fold, fold - back, fold, hopes[h])) continue;
      hoped = true;
      span.start = text->origin[fold - back];
    }
    if (!hoped) continue;
    const char *quote = dz_finding_quote(list, report, span);
    dz_finding *finding = dz_finding_add(
        list, DZ_FIND_ANACHRONISM,
        quote ? dz_finding_text(list, "“%s”：所称期限早于报告的%d年", quote, report->year) : NULL,
        quote ? dz_finding_text(list, "\"%s\": the deadline lies before %d, the year stated", quote,
                                report->year)
              : NULL,
        &span, 1);
    if (!finding) return dz_fail_memory(error);
    finding->severity = DZ_WARNING; /* "曾提出确保…" tells of a goal of then */
  }
  return DZ_OK;
}

/* The title promises a year; everything that is dated ends with its first half. */
static dz_status check_stretch(const dz_report *report, dz_finding_list *list, dz_error *error) {
  static const uint32_t *const whole_year[] = {U"全年",   U"一年来", U"年底",   U"年末",
                                               U"下半年", U"三季度", U"四季度", U"今年以来",
                                               U"年终",   U"本年度"};
  const dz_text *text = &report->text;
  dz_span spans[4];
  size_t count = 0;
  uint32_t last = 0;

  if (report->type == DZ_TYPE_GWR || report->title.start == report->title.end) return DZ_OK;
  if (dz_word_in(text->fold, (dz_span){0, (uint32_t)text->fold_length}, whole_year,
                 sizeof whole_year / sizeof *whole_year))
    return DZ_OK;
  for (size_t i = 0; i < report->date_count; i++) {
    const dz_date *date = &report->dates[i];
    uint32_t day = date->last % 10000;
    if (date->deadline || date->recurring || year_of(date->last) != (uint32_t)report->year)
      continue;
    if (date->span.start >= report->title.start && date->span.end <= report->title.end) continue;
    if (!date->first || (date->first % 10000 == 101 && day == 1231)) continue; /* the bare year */
    if (day > last) last = day;
    if (count < sizeof spans / sizeof *spans) spans[count++] = date->span;
  }
  if (count < 2 || last > HALF_YEAR) return DZ_OK;
  if (!dz_finding_add(
          list, DZ_FIND_PERIOD_MISMATCH,
          dz_finding_text(list, "标题称%d年，正文所记时间止于%u月", report->year, last / 100),
          dz_finding_text(list, "the title says %d, the text tells of no time after month %u",
                          report->year, last / 100),
          spans, count))
    return dz_fail_memory(error);
  return DZ_OK;
}

/* 2022年…；2023年1—10月…: a whole year beside ten months. */
static dz_status check_comparable(const dz_report *report, dz_finding_list *list, dz_error *error) {
  size_t sentence = 0;

  if (report->type == DZ_TYPE_GWR) return DZ_OK; /* a year is told of quarter by quarter */
  for (size_t i = 1; i < report->date_count; i++) {
    const dz_date *a = &report->dates[i - 1], *b = &report->dates[i];
    dz_span spans[2] = {b->span, a->span};
    while (sentence < report->sentence_count &&
           report->sentences[sentence].span.end <= b->span.start)
      sentence++;
    if (sentence == report->sentence_count ||
        report->sentences[sentence].span.start > a->span.start)
      continue;
    if (!a->first || !b->first || a->deadline || b->deadline ||
        year_of(a->last) + 1 != year_of(b->last))
      continue;
    if (a->first % 10000 != 101 || a->last % 10000 != 1231 || b->first % 10000 != 101) continue;
    if (b->last % 10000 == 1231 || b->last % 10000 < 200) continue;
    if (report->text.cp[b->span.end - 1] == U'初')
      continue; /* 年初预期: no stretch that is counted */
    if (year_of(b->first) != year_of(b->last) || year_of(a->first) != year_of(a->last)) continue;
    if (!dz_finding_add(
            list, DZ_FIND_PERIOD_MISMATCH,
            dz_finding_text(list, "%u年为全年数，%u年只到%u月，两者不可直接相比", year_of(a->last),
                            year_of(b->last), b->last / 100 % 100),
            dz_finding_text(
                list, "%u is a whole year, %u only up to month %u: not comparable as they stand",
                year_of(a->last), year_of(b->last), b->last / 100 % 100),
            spans, 2))
      return dz_fail_memory(error);
    ((dz_finding *)dz_array_at(&list->findings, list->findings.count - 1))->severity = DZ_NOTE;
  }
  return DZ_OK;
}

dz_status dz_review_periods(const dz_report *report, const dz_knowledge *knowledge,
                            dz_finding_list *list, dz_error *error) {
  dz_status status;

  (void)knowledge;
  if (report->year < 1990) return DZ_OK;
  status = check_cutoff(report, list, error);
  if (!status) status = check_past_goal(report, list, error);
  if (!status) status = check_stretch(report, list, error);
  if (!status) status = check_comparable(report, list, error);
  return status;
}
