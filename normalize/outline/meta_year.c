/* meta_year.c - see meta_year.h */
#include "meta_year.h"

#include <string.h>

#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
#include "normalize/paragraph.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { FIRST_YEAR = 1980, LAST_YEAR = 2099 };

/* 0 … 9 for a digit, also 〇 零 一 … 九; -1 for anything else. */
static int32_t digit(uint32_t cp) {
  if (cp >= '0' && cp <= '9') return (int32_t)(cp - '0');
  switch (cp) {
  case U'〇':
  case U'零': return 0;
  case U'一': return 1;
  case U'二': return 2;
  case U'三': return 3;
  case U'四': return 4;
  case U'五': return 5;
  case U'六': return 6;
  case U'七': return 7;
  case U'八': return 8;
  case U'九': return 9;
  default: return -1;
  }
}

/* 12. or 12.20 behind 2023. : a month, not the fraction of a figure */
static bool is_dotted_date(const uint32_t *fold, uint32_t at, uint32_t end) {
  uint32_t i = at;

  while (i < end && i < at + 2 && dz_is_digit(fold[i])) i++;
  return i > at && i < end && fold[i] == '.';
}

/* A year of four digits at fold[at], followed by 年 or a mark; 0 if there is none. */
static int32_t year_at(const uint32_t *fold, uint32_t at, uint32_t end) {
  int32_t year = 0;

  if (at + 5 > end || (at > 0 && digit(fold[at]) >= 0 && digit(fold[at - 1]) >= 0)) return 0;
  for (uint32_t i = 0; i < 4; i++) {
    if (digit(fold[at + i]) < 0) return 0;
    year = year * 10 + digit(fold[at + i]);
  }
  if (!dz_cp_in(fold[at + 4], U"年-~/.、学至")) return 0;
  if (fold[at + 4] == '.' && !is_dotted_date(fold, at + 5, end)) return 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* 2021年4月至2023年4月: the second year, where a term ends */
static bool ends_span(const uint32_t *fold, uint32_t at) {
  enum { REACH = 12 };

  if (at < 6 || !dz_cp_in(fold[at - 1], U"至到-~")) return false;
  for (uint32_t i = at - 1; i >= 4 && at - i < REACH && !dz_cp_in(fold[i], U",。;\n"); i--)
    if (year_at(fold, i - 4, at)) return true;
  return false;
}

/* 2019年任县公安局局长: when the office was taken, not what the report is about */
static bool tells_career(const uint32_t *fold, uint32_t at, uint32_t end) {
  enum { REACH = 14 };
  static const uint32_t *const taken[] = {U"出生", U"生于", U"调任", U"调入",     U"调到",
                                          U"调至", U"入党", U"入职", U"参加工作", U"任职",
                                          U"转任", U"当选", U"担任"};

  if (ends_span(fold, at)) return false;
  for (uint32_t i = at + 4; i < end && i < at + REACH && !dz_cp_in(fold[i], U",。;"); i++) {
    for (size_t w = 0; w < sizeof taken / sizeof *taken; w++)
      if (dz_word_at(fold, i, end, taken[w])) return true;
    if (fold[i] == U'任' && !dz_word_at(fold, i, end, U"任务") && !dz_cp_in(fold[i - 1], U"主责"))
      return true; /* 任县长, but not 主任 and 责任 */
  }
  return false;
}

/* 2022年工作总结暨2023年工作打算: the second year is looked ahead to */
static bool tells_plan(const uint32_t *fold, uint32_t at, uint32_t end) {
  enum { REACH = 10 };
  static const uint32_t *const words[] = {U"打算", U"计划", U"安排", U"思路", U"要点"};

  for (uint32_t i = at + 4; i < end && i < at + REACH && !dz_cp_in(fold[i], U",。;"); i++)
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
      if (dz_word_at(fold, i, end, words[w])) return true;
  return false;
}

/* The last year named; `given`: also one that is only looked ahead to. */
static int32_t last_year(const uint32_t *fold, dz_span span, bool given) {
  int32_t best = 0;

  for (uint32_t at = span.start; at < span.end; at++) {
    int32_t year = year_at(fold, at, span.end);
    if (year > best && !tells_career(fold, at, span.end) &&
        (given || !tells_plan(fold, at, span.end)))
      best = year;
  }
  return best;
}

enum {
  EARLY = 2, /* a report given up to February closes the year before */
  LATE = 11  /* a congress from November on is told of the work of the next year */
};

/* The month behind the year at fold[at], 0 if there is none. */
static int32_t month_at(const uint32_t *fold, uint32_t at, uint32_t end) {
  int32_t month = at + 6 <= end ? digit(fold[at + 5]) : 0;

  if (at + 6 < end && fold[at + 5] == U'十')
    return digit(fold[at + 6]) > 0 ? 10 + digit(fold[at + 6]) : 10;
  if (at + 6 < end && digit(fold[at + 6]) >= 0) month = month * 10 + digit(fold[at + 6]);
  return month > 0 ? month : 0;
}

/* The first year that is named where the report was given: one on a person
 * given early in a year is on the year before, one to a congress late in a year
 * on the next. */
static int32_t year_of_occasion(const uint32_t *fold, dz_span span, bool personal) {
  for (uint32_t at = span.start; at < span.end; at++) {
    int32_t year = year_at(fold, at, span.end), month = year ? month_at(fold, at, span.end) : 0;
    if (year && !personal) return year + (month >= LATE);
    if (year) return year - (month >= 1 && month <= EARLY);
  }
  return 0;
}

/* (2021年12月29日 某某) in the title of a report to a congress: when it was given */
static bool is_dated_late(const uint32_t *fold, dz_span title, int32_t year) {
  for (uint32_t at = title.start; at < title.end; at++)
    if (year_at(fold, at, title.end) == year && month_at(fold, at, title.end) >= LATE) return true;
  return false;
}

/* The headings of a government work report: 2024年工作回顾 looks back from
 * 2025, 2025年重点工作 looks ahead in 2025. */
static int32_t year_of_headings(const dz_report *report) {
  static const uint32_t *const back[] = {U"回顾", U"成就"}, *const far[] = {U"远景", U"规划"};
  const dz_text *text = &report->text;
  int32_t best = 0;

  for (size_t i = 0; i < report->section_count; i++) {
    dz_span heading = report->sections[i].heading;
    if (report->sections[i].level != 1 || heading.start == heading.end) continue;
    heading = (dz_span){(uint32_t)dz_text_fold_position(text, heading.start),
                        (uint32_t)dz_text_fold_position(text, heading.end)};
    int32_t year = last_year(text->fold, heading, true);
    if (dz_word_in(text->fold, heading, far, 2)) continue;
    if (year) year += dz_word_in(text->fold, heading, back, 2);
    if (year > best) best = year;
  }
  return best;
}

/* The date in the last lines; one in January or February closes the year before. */
static int32_t year_of_signature(const dz_report *report) {
  enum { LINES = 4, LINE_MAX_LENGTH = 24 };
  const uint32_t *fold = report->text.fold;
  size_t count = report->paragraph_count;

  for (size_t p = count > LINES ? count - LINES : 0; p < count; p++) {
    dz_span line = dz_paragraph_fold(report, p);
    if (line.end - line.start > LINE_MAX_LENGTH || line.end - line.start < 5) continue;
    for (uint32_t at = line.start; at < line.end; at++) {
      int32_t year = year_at(fold, at, line.end), month;
      if (!year || at + 6 > line.end) continue;
      month = month_at(fold, at, line.end);
      return year - (month >= 1 && month <= EARLY);
    }
  }
  return 0;
}

/* The year named most often, of equals the later; 到2025年 is a plan's end. */
static int32_t commonest_year(const dz_report *report) {
  uint32_t counts[LAST_YEAR - FIRST_YEAR + 1] = {0};
  int32_t best = 0;

  for (uint32_t at = 0; at < report->text.fold_length; at++) {
    int32_t year = year_at(report->text.fold, at, (uint32_t)report->text.fold_length);
    if (!year || (at > 0 && dz_cp_in(report->text.fold[at - 1], U"到至"))) continue;
    if (tells_career(report->text.fold, at, (uint32_t)report->text.fold_length)) continue;
    counts[year - FIRST_YEAR]++;
  }
  for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++)
    if (counts[year - FIRST_YEAR] &&
        (!best || counts[year - FIRST_YEAR] >= counts[best - FIRST_YEAR]))
      best = year;
  return best;
}

/* The latest event named gives the year; one that came back (主题教育) is taken
 * at its first time that is not before the others. */
static int32_t year_of_events(const dz_draft *draft) {
  const dz_meta_words *words = draft->knowledge->meta_words;
  const dz_text *text = &draft->report.text;
  uint32_t floor = 0, latest = 0;

  for (int pass = 0; pass < 2; pass++)
    for (uint32_t at = 0; at < text->fold_length; at++) {
      int32_t row;
      if (!dz_trie_longest(&words->year_words, text->fold + at, text->fold_length - at, &row))
        continue;
      const dz_year_cue *cue = &words->years[row];
      if (pass == 0 && cue->next < 0 && cue->first > floor) floor = cue->first;
      while (cue->next >= 0 && cue->last && cue->last < floor) cue = &words->years[cue->next];
      if (pass == 1 && cue->first > latest) latest = cue->first;
    }
  return (int32_t)(latest / 100);
}

/* The year in which the page was put up that the text was copied from: it stands in the noise at
 * its head. */
static int32_t year_of_page(const dz_report *report) {
  enum { PARTICULARS_MAX = 40 };
  const dz_text *text = &report->text;
  uint32_t fold[PARTICULARS_MAX];

  for (size_t n = 0; n < report->noise_count; n++) {
    dz_span span = report->noise[n].span;
    uint32_t length = span.end - span.start;
    if (report->noise[n].kind != DZ_NOISE_NAVIGATION || length > PARTICULARS_MAX) continue;
    for (uint32_t i = 0; i < length; i++) fold[i] = dz_fold_cp(text->cp[span.start + i]);
    for (uint32_t at = 0; at < length; at++) {
      int32_t year = year_at(fold, at, length), month = year ? month_at(fold, at, length) : 0;
      if (year) return year - (month >= 1 && month <= EARLY);
    }
  }
  return 0;
}

/* 县人民法院工作报告: given to a congress as that of a government is, by a body and not a person. */
static bool is_of_body(const dz_report *report, dz_span title) {
  static const uint32_t *const words[] = {U"工作报告"};

  return report->type == DZ_TYPE_GWR ||
         (report->type == DZ_TYPE_LVZHI_NPC && dz_word_in(report->text.fold, title, words, 1));
}

/* The years of four digits in the name of the file: the first, and whether `year` is one. */
static int32_t year_of_path(const char *path, int32_t year, bool *named) {
  const char *name = strrchr(path, '/');
  int32_t first = 0;

  *named = false;
  for (name = name ? name + 1 : path; *name;) {
    int32_t value = 0;
    size_t digits = 0;
    for (; name[digits] >= '0' && name[digits] <= '9'; digits++)
      if (digits < 4) value = value * 10 + (name[digits] - '0');
    if (digits == 4 && value >= FIRST_YEAR && value <= LAST_YEAR) {
      if (!first) first = value;
      *named |= value == year;
    }
    name += digits ? digits : 1;
  }
  return first;
}

int32_t dz_year_check_path(const dz_report *report, int32_t year, bool sure, bool *differs) {
  bool named;
  int32_t other = year_of_path(report->path, year, &named);

  *differs = year && other && !named;
  return !year || (*differs && !sure) ? other : year;
}

/* The year that the text says of itself; 0 if it nowhere does. */
static int32_t year_stated(const dz_draft *draft, const dz_front *front) {
  const dz_report *report = &draft->report;
  const dz_text *text = &report->text;
  dz_span title = {(uint32_t)dz_text_fold_position(text, front->title.start),
                   (uint32_t)dz_text_fold_position(text, front->title.end)};
  dz_span occasion = {(uint32_t)dz_text_fold_position(text, front->occasion.start),
                      (uint32_t)dz_text_fold_position(text, front->occasion.end)};
  int32_t year = last_year(text->fold, title, report->type == DZ_TYPE_GWR);
  size_t last = front->address < front->count ? front->address : front->count;

  if (year && report->type == DZ_TYPE_GWR && is_dated_late(text->fold, title, year)) year++;
  if (!year) year = year_of_occasion(text->fold, occasion, !is_of_body(report, title));
  if (!year && report->type == DZ_TYPE_GWR) return year_of_headings(report);
  if (!year && last)
    year = last_year(text->fold, (dz_span){0, dz_paragraph_fold(report, last - 1).end}, false);
  return year;
}

int32_t dz_year_find(const dz_draft *draft, const dz_front *front, dz_span opening, bool *sure) {
  const dz_report *report = &draft->report;
  int32_t year = year_stated(draft, front);

  *sure = year || report->type == DZ_TYPE_GWR;
  if (*sure) return year;
  year = last_year(report->text.fold, opening, false);
  if (!year) {
    year = year_of_signature(report);
    *sure = year;
  }
  if (!year) year = commonest_year(report);
  if (!year) year = year_of_page(report);
  if (!year) year = year_of_events(draft);
  return year;
}
