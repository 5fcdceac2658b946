/* page_number.c - lines of a text that are nothing but the number of a page: - 1 -, 第1页/共2页,
 * Page 1 of 2, and bare numbers that count up through the text
 *
 * A number alone may be a cell or an item; it takes two signs to be a page: a mark of the usual
 * forms around it, or its neighbours before and behind in the count. */
#include "noise_page.h"

#include "base/error.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum {
  LINE_MOST = 24,  /* code points of such a line, white space left out */
  COUNT_UP = 3,    /* bare numbers that follow each other by one */
  PAGE_LEAST = 250 /* code points between two of them; closer they number the rows of a table */
};

typedef struct number_line {
  uint32_t fold[LINE_MOST];
  size_t length, at;
} number_line;

static bool read_line(number_line *out, const uint32_t *cp, dz_span span) {
  *out = (number_line){.length = 0};
  for (uint32_t i = span.start; i < span.end; i++) {
    if (dz_is_space(cp[i])) continue;
    if (out->length == LINE_MOST) return false;
    out->fold[out->length++] = dz_fold_cp(cp[i]);
  }
  return out->length > 0;
}

static bool take(number_line *l, uint32_t cp) {
  if (l->at >= l->length || l->fold[l->at] != cp) return false;
  l->at++;
  return true;
}

/* The number at the place reached, 0: none. */
static uint32_t take_number(number_line *l) {
  dz_number number = dz_number_read(l->fold + l->at, l->length - l->at);

  if ((number.kind != DZ_NUMERAL_ARABIC && number.kind != DZ_NUMERAL_CHINESE) ||
      number.value.scale || number.value.coefficient < 1 || number.value.coefficient > 9999)
    return 0;
  l->at += number.length;
  return (uint32_t)number.value.coefficient;
}

static size_t take_dashes(number_line *l) {
  size_t count = 0;

  while (l->at < l->length && dz_cp_in(l->fold[l->at], U"-~·•*[]()")) {
    l->at++;
    count++;
  }
  return count;
}

/* - 1 -, —1—, ·1· */
static bool is_between_dashes(number_line l) {
  return take_dashes(&l) && take_number(&l) && take_dashes(&l) && l.at == l.length;
}

/* 第1页, 第1页/共2页, 共2页第1页, 第1页(共2页) */
static bool is_worded(number_line l) {
  bool page = false, first = true;

  take_dashes(&l);
  while (l.at < l.length) {
    bool which = take(&l, U'第');
    if (!which && !take(&l, U'共')) return false;
    if (!take_number(&l) || !take(&l, U'页')) return false;
    page |= which;
    if (!first && l.at < l.length && take_dashes(&l) == 0) return false;
    first = false;
    while (take(&l, '/') || take(&l, ',') || take(&l, '|')) {
    }
    take_dashes(&l);
  }
  return page;
}

/* 1/2, page 1 of 2, page 1 */
static bool is_latin(number_line l) {
  static const uint32_t page[] = U"page", of[] = U"of";
  bool named = dz_word_at(l.fold, 0, (uint32_t)l.length, page);
  uint32_t number, all = 0;

  l.at = named ? 4 : 0;
  number = take_number(&l);
  if (!number) return false;
  if (take(&l, '/')) {
    all = take_number(&l);
  } else if (named && dz_word_at(l.fold, (uint32_t)l.at, (uint32_t)l.length, of)) {
    l.at += 2;
    all = take_number(&l);
  }
  return l.at == l.length && (named || (all > 1 && number <= all));
}

/* A tab before the next line: the number is the first cell of a row. */
static bool opens_row(const dz_draft *draft, size_t line) {
  const dz_line *lines = draft->lines.items;
  uint32_t end = line + 1 < draft->lines.count ? lines[line + 1].span.start : 0;

  for (uint32_t i = lines[line].span.end; i < end; i++)
    if (draft->report.text.cp[i] == '\t') return true;
  return false;
}

static uint32_t bare_number(number_line l) {
  uint32_t number = dz_is_digit(l.fold[0]) ? take_number(&l) : 0;

  return l.at == l.length ? number : 0;
}

static dz_status mark(dz_draft *draft, dz_span span, dz_error *error) {
  dz_noise noise = {.span = span, .kind = DZ_NOISE_PAGE_NUMBER};

  return dz_array_append(&draft->noise, &noise, 1) ? DZ_OK : dz_fail_memory(error);
}

/* Bare numbers at lines[*], counting up by one through the text. */
static dz_status mark_count(dz_draft *draft, const size_t *lines, size_t count, dz_error *error) {
  const dz_line *line = draft->lines.items;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < count && count >= COUNT_UP && !status; i++)
    status = mark(draft, line[lines[i]].span, error);
  return status;
}

dz_status dz_noise_page_numbers(dz_draft *draft, dz_error *error) {
  const dz_line *lines = draft->lines.items;
  dz_array run = dz_array_of(sizeof(size_t)); /* lines of the count that is open */
  uint32_t last = 0, end = 0;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < draft->lines.count && !status; i++) {
    number_line l;
    uint32_t bare;
    if (lines[i].table_row || lines[i].heading_level ||
        !read_line(&l, draft->report.text.cp, lines[i].span))
      continue;
    if (is_between_dashes(l) || is_worded(l) || is_latin(l)) {
      status = mark(draft, lines[i].span, error);
      continue;
    }
    bare = bare_number(l);
    if (!bare || opens_row(draft, i)) continue;
    if (bare != last + 1 || (run.count && lines[i].span.start < end + PAGE_LEAST)) {
      status = mark_count(draft, run.items, run.count, error);
      run.count = 0;
    }
    last = bare;
    end = lines[i].span.end;
    if (!dz_array_append(&run, &i, 1)) status = dz_fail_memory(error);
  }
  if (!status) status = mark_count(draft, run.items, run.count, error);
  dz_array_free(&run);
  return status;
}
