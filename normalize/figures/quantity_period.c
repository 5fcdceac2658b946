/* quantity_period.c - the time each figure was counted over
 *
 * A time named before a figure in its sentence holds for it (五年来新增5万人; 1—10月完成
 * 投资3亿元); one that opens a sentence holds to the end of the paragraph; the heading
 * speaks for the rest. A time that a figure is only measured against (比2020年) is none. */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "quantity_finder.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  OPENING = 8,    /* code points at the start of a sentence in which a time opens a passage */
  MAX_YEARS = 20, /* 五年来; more years than that are the age of something */
  YEAR_DAYS = 10000,
  YEAR_END = 1231
};

typedef struct period {
  dz_period_kind kind;
  uint8_t years;
  uint32_t first, last;
} period;

typedef struct reader {
  const dz_report *report;
  const uint32_t *fold;
  const dz_quantity_words *words;
  period *headings; /* per section */
  size_t next_date; /* index into the dates of the report */
  period passage;
  int32_t paragraph, section; /* those the passage belongs to */
} reader;

static period of_date(const dz_date *date) {
  period out = {.first = date->first, .last = date->last};
  uint32_t from = date->first / YEAR_DAYS, to = date->last / YEAR_DAYS;

  if (date->recurring || !date->last) return out;
  if (date->first && to > from && !date->deadline) {
    out.kind = DZ_OVER_YEARS;
    out.years = (uint8_t)(to - from < MAX_YEARS ? to - from + 1 : 0);
  } else {
    bool whole = date->last % YEAR_DAYS == YEAR_END &&
                 (!date->first || date->deadline || date->first % YEAR_DAYS == 101);
    out.kind = whole ? DZ_OVER_YEAR : DZ_OVER_PART;
  }
  return out;
}

/* 比2020年增长: the date is what the figure is measured against. */
static bool is_base(const reader *r, size_t start) {
  int32_t row;
  return start && dz_trie_longest(&r->words->versus, r->fold + start - 1, 1, &row) == 1;
}

/* The argument of the period word at `i`, "" if there is none; its length in *used. */
static const char *word_at(const reader *r, size_t i, size_t end, size_t *used) {
  int32_t row;

  *used = i < end ? dz_trie_longest(&r->words->period, r->fold + i, end - i, &row) : 0;
  return *used ? r->words->rows[row].argument : "";
}

/* 五年来, 5年累计, 过去的五年, 这五年 at `i`, where the numeral is. 0: none; else its end. */
static size_t read_years(const reader *r, size_t low, size_t i, size_t end, period *out) {
  dz_number count = dz_number_read(r->fold + i, end - i);
  size_t behind = i + count.length, used;
  bool said;

  if ((count.kind != DZ_NUMERAL_ARABIC && count.kind != DZ_NUMERAL_CHINESE) || count.value.scale ||
      count.value.coefficient < 2 || count.value.coefficient > MAX_YEARS || behind >= end ||
      r->fold[behind] != U'年')
    return 0;
  behind++;
  said = *word_at(r, behind, end, &used) == '>';
  for (size_t from = i > low + 4 ? i - 4 : low; from < i && !said; from++)
    said = *word_at(r, from, i, &used) == '<' && from + used == i;
  if (!said) return 0;
  *out = (period){.kind = DZ_OVER_YEARS, .years = (uint8_t)count.value.coefficient};
  return behind;
}

/* The next date that starts before `end` and at or behind `i`, if it starts at `i`. */
static const dz_date *date_at(reader *r, size_t i) {
  const dz_report *report = r->report;
  uint32_t position = report->text.origin[i];

  while (r->next_date < report->date_count && report->dates[r->next_date].span.start < position)
    r->next_date++;
  if (r->next_date == report->date_count || report->dates[r->next_date].span.start != position)
    return NULL;
  return &report->dates[r->next_date];
}

/* Reads the time named at `i` of the sentence that starts at `low`. 0: none; else its end.
 * *each: it says 年均, which holds for its clause only. */
static size_t read_at(reader *r, size_t low, size_t i, size_t end, period *out, bool *each) {
  uint32_t cp = r->fold[i];
  const dz_date *date;
  size_t used;

  *each = false;
  if ((dz_is_digit(cp) || dz_chinese_digit(cp) > 0 || cp == U'十') &&
      (i == low || !dz_is_digit(r->fold[i - 1])) && (used = read_years(r, low, i, end, out)))
    return used;
  if (*word_at(r, i, end, &used) == '=') {
    *out = (period){.kind = DZ_OVER_EACH_YEAR};
    *each = true;
    return i + used;
  }
  date = date_at(r, i);
  if (!date || is_base(r, i)) return 0;
  *out = of_date(date);
  return out->kind ? dz_text_fold_position(&r->report->text, date->span.end) : 0;
}

static void set(dz_quantity *q, const period *p, bool said) {
  q->period = p->kind;
  q->period_said = said && p->kind;
  q->period_years = p->years;
  q->period_first = p->first;
  q->period_last = p->last;
}

static bool ends_clause(uint32_t cp) {
  return cp == ',' || cp == ';' || cp == ':' || cp == U'、';
}

/* The periods of the figures in one sentence. *q is the next figure of the list. */
static void read_sentence(reader *r, const dz_sentence *sentence, dz_quantity *list, size_t count,
                          size_t *q) {
  size_t low = sentence->fold.start, end = sentence->fold.end;
  period local = {0}, each = {0}, found;
  bool is_each;

  for (size_t i = low; i < end;) {
    uint32_t position = r->report->text.origin[i];
    size_t next = read_at(r, low, i, end, &found, &is_each);
    for (; *q < count && list[*q].span.start <= position; ++*q) {
      const period *p = each.kind ? &each : local.kind ? &local : &r->passage;
      set(&list[*q], p, p != &r->passage);
    }
    if (ends_clause(r->fold[i])) each = (period){0};
    if (!next) {
      i++;
      continue;
    }
    if (is_each)
      each = found;
    else
      local = found;
    if (!is_each && i < low + OPENING) r->passage = found;
    i = next > i ? next : i + 1;
  }
}

static period of_span(reader *r, dz_span span) {
  dz_span fold = dz_span_to_fold(&r->report->text, span);
  period out = {0}, found;
  bool each;

  for (size_t i = fold.start; i < fold.end && !out.kind;) {
    size_t next = read_at(r, fold.start, i, fold.end, &found, &each);
    if (next && !each) out = found;
    i = next > i ? next : i + 1;
  }
  return out;
}

/* What the headings say, inherited by the sections below. */
static void read_headings(reader *r) {
  const dz_report *report = r->report;

  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *section = &report->sections[i];
    if (section->headed) r->headings[i] = of_span(r, section->heading);
    if (!r->headings[i].kind && section->parent >= 0 && (size_t)section->parent < i)
      r->headings[i] = r->headings[section->parent];
  }
  r->next_date = 0;
}

dz_status dz_periods_set(dz_draft *draft, dz_quantity *list, size_t count, dz_error *error) {
  const dz_report *report = &draft->report;
  reader r = {.report = report,
              .fold = report->text.fold,
              .words = draft->knowledge->quantity_words,
              .paragraph = -1,
              .section = DZ_NO_SECTION};
  size_t q = 0;

  r.headings = calloc(report->section_count + 1, sizeof *r.headings);
  if (!r.headings) return dz_fail_memory(error);
  read_headings(&r);
  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *sentence = &report->sentences[i];
    if (sentence->paragraph != r.paragraph)
      r.passage = sentence->section >= 0 ? r.headings[sentence->section] : (period){0};
    r.paragraph = sentence->paragraph;
    while (q < count && list[q].span.start < sentence->span.start) q++;
    if (!sentence->heading) read_sentence(&r, sentence, list, count, &q);
  }
  free(r.headings);
  return DZ_OK;
}
