/* date.c - dates and deadlines as closed intervals of days
 *
 * Absolute dates (2023年11月底, 2021—2025年) stand for themselves; months and
 * words (年底前, 去年) are counted from the year of the report, and have no days
 * where that is not known. */
#include "base/error.h"
#include "knowledge/date_words.h"
#include "knowledge/knowledge.h"
#include "normalize/draft.h"
#include "text/number.h"
#include "text/spans.h"
#include "text/unicode.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 }; /* other numbers before 年 are durations or names */

typedef struct reader {
  const uint32_t *fold;
  size_t length;
  uint32_t year; /* of the report; 0 unknown */
} reader;

/* A date while it is read. */
typedef struct moment {
  size_t start, end;
  uint32_t first, last;
  bool deadline, recurring;
} moment;

static uint32_t at(const reader *r, size_t i) {
  return i < r->length ? r->fold[i] : '\n';
}

static uint32_t days_in(uint32_t year, uint32_t month) {
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

static uint32_t day_of(uint32_t year, uint32_t month, uint32_t day) {
  return year ? year * 10000 + month * 100 + day : 0;
}

/* A whole number of at most four digits, Arabic or spelled 二〇二三; 0 digits: none. */
static uint32_t read_count(const reader *r, size_t i, size_t *end) {
  uint32_t value = 0;
  size_t start = i;

  if (dz_is_digit(at(r, i)))
    for (; dz_is_digit(at(r, i)) && i < start + 5; i++) value = value * 10 + (r->fold[i] - '0');
  else
    for (int digit; i < start + 4 && (digit = dz_chinese_digit(at(r, i))) >= 0; i++)
      value = value * 10 + (uint32_t)digit;
  *end = i;
  return value;
}

static size_t skip_mark(const reader *r, size_t i) { /* - ~ 至 到 */
  if (at(r, i) == '-') return at(r, i + 1) == '-' ? i + 2 : i + 1;
  return at(r, i) == '~' || at(r, i) == U'至' || at(r, i) == U'到' ? i + 1 : i;
}

/* 底 初 上旬 ... behind a month narrow it down. */
static void read_part_of_month(const reader *r, moment *m, uint32_t year, uint32_t month) {
  uint32_t cp = at(r, m->end);
  bool xun = at(r, m->end + 1) == U'旬';

  if (cp == U'底' || cp == U'末' || (cp == U'下' && xun)) {
    m->first = day_of(year, month, 21);
  } else if (cp == U'初' || (cp == U'上' && xun)) {
    m->last = day_of(year, month, 10);
  } else if (cp == U'中' && xun) {
    m->first = day_of(year, month, 11);
    m->last = day_of(year, month, 20);
  } else {
    return;
  }
  m->end += xun ? 2 : 1;
}

/* 11月, 1-10月, 11月20日 at `i`; true if there is a month. */
static bool read_months(const reader *r, moment *m, size_t i, uint32_t year) {
  size_t end, next;
  uint32_t month = read_count(r, i, &end), last = month, day;

  if (end == i || end > i + 2 || month < 1 || month > 12) return false;
  next = skip_mark(r, end + (at(r, end) == U'月'));
  if (next > end + (at(r, end) == U'月')) {
    size_t behind;
    uint32_t other = read_count(r, next, &behind);
    if (behind > next && at(r, behind) == U'月' && other > month && other <= 12) {
      last = other;
      end = behind;
    }
  }
  if (at(r, end) != U'月') return false;
  m->end = end + 1;
  m->first = day_of(year, month, 1);
  m->last = day_of(year, last, days_in(year ? year : 2000, last));
  if (last > month) return true;
  if (at(r, m->end) == U'份') m->end++;
  day = read_count(r, m->end, &end);
  if (end > m->end && at(r, end) == U'日' && day >= 1 &&
      day <= days_in(year ? year : 2000, month)) {
    m->end = end + 1;
    m->first = m->last = day_of(year, month, day);
    return true;
  }
  read_part_of_month(r, m, year, month);
  return true;
}

/* Words that may follow a year: 上半年, 第三季度, 年底. Rows counted from the
 * report's year with offset 0 serve for any year. */
static bool read_part_of_year(const reader *r, const dz_date_words *words, moment *m,
                              uint32_t year) {
  int32_t row;
  size_t used;
  const dz_date_word *word;

  if (at(r, m->end) == U'底' || at(r, m->end) == U'末') { /* 2025年底 */
    m->end++;
    m->first = day_of(year, 12, 1);
    m->deadline = true;
    return true;
  }
  if (at(r, m->end) == U'初') {
    m->end++;
    m->last = day_of(year, 3, 31);
    return true;
  }
  used = dz_trie_longest(&words->trie, r->fold + m->end, r->length - m->end, &row);
  word = used ? &words->rows[row] : NULL;
  if (!word || word->open || word->first_year || word->last_year) return false;
  m->end += used;
  m->first = year ? year * 10000 + word->from : 0;
  m->last = year ? year * 10000 + word->to : 0;
  m->deadline = word->deadline;
  return true;
}

static void whole_years(moment *m, uint32_t first, uint32_t last) {
  m->first = day_of(first, 1, 1);
  m->last = day_of(last, 12, 31);
}

/* 2023年…, 2021-2025年. `end` is behind the digits. */
static bool read_year(const reader *r, const dz_date_words *words, moment *m, uint32_t year,
                      size_t end) {
  size_t next = skip_mark(r, end + (at(r, end) == U'年')), behind;
  uint32_t last;

  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  if (next > end + (at(r, end) == U'年')) {
    last = read_count(r, next, &behind);
    if (behind == next + 4 && at(r, behind) == U'年' && last > year && last <= LAST_YEAR) {
      m->end = behind + 1;
      whole_years(m, year, last);
      return true;
    }
  }
  if (at(r, end) != U'年') return false;
  m->end = end + 1;
  whole_years(m, year, year);
  if (at(r, m->end) == U'度') m->end++;
  if (!read_months(r, m, m->end, year)) read_part_of_year(r, words, m, year);
  return true;
}

/* 2023.12.20, 2023-12-20 */
static bool read_dotted(moment *m, const reader *r, uint32_t year, size_t end) {
  size_t month_end, day_end;
  uint32_t mark = at(r, end), month, day;

  if ((mark != '.' && mark != '-' && mark != '/') || year < FIRST_YEAR || year > LAST_YEAR)
    return false;
  month = read_count(r, end + 1, &month_end);
  if (month_end == end + 1 || month < 1 || month > 12 || at(r, month_end) != mark) return false;
  day = read_count(r, month_end + 1, &day_end);
  if (day_end == month_end + 1 || day < 1 || day > days_in(year, month)) return false;
  m->first = m->last = day_of(year, month, day);
  m->end = day_end;
  return true;
}

/* 三年内, 3年时间: from the report's year on. `end` is behind the number. */
static bool read_years_within(const reader *r, moment *m, uint32_t years, size_t end) {
  if (at(r, end) != U'年' || years < 1 || years > 30) return false;
  end++;
  if (at(r, end) == U'之' && at(r, end + 1) == U'内') end++;
  if (at(r, end) == U'内')
    m->end = end + 1;
  else if (at(r, end) == U'时' && at(r, end + 1) == U'间')
    m->end = end + 2;
  else
    return false;
  m->first = r->year ? day_of(r->year, 1, 1) : 0;
  m->last = r->year ? day_of(r->year + years, 12, 31) : 0;
  m->deadline = true;
  return true;
}

/* 十四五: five years each; 十二五 is 2011-2015. */
static bool read_plan(const reader *r, moment *m) {
  int n = dz_chinese_digit(at(r, m->start + 1));

  if (at(r, m->start) != U'十' || n < 1 || n > 7 || at(r, m->start + 2) != U'五') return false;
  m->end = m->start + 3;
  if (at(r, m->end) == '"') m->end++;
  whole_years(m, 2001 + 5 * (uint32_t)n, 2005 + 5 * (uint32_t)n);
  if (at(r, m->end) == U'时' && at(r, m->end + 1) == U'期') m->end += 2;
  if (at(r, m->end) == U'期' && at(r, m->end + 1) == U'间') m->end += 2;
  if (at(r, m->end) == U'期' && at(r, m->end + 1) == U'末') m->end++;
  if (at(r, m->end) == U'末') {
    m->end++;
    m->first = m->last / 10000 * 10000 + 1201;
    m->deadline = true;
  }
  return true;
}

static bool read_word(const reader *r, const dz_date_words *words, moment *m) {
  int32_t row;
  size_t used = dz_trie_longest(&words->trie, r->fold + m->start, r->length - m->start, &row);
  const dz_date_word *word;
  uint32_t year;

  if (!used) return false;
  word = &words->rows[row];
  m->end = m->start + used;
  m->deadline = word->deadline;
  m->recurring = word->recurring;
  if (word->open) return true;
  year = r->year ? (uint32_t)((int)r->year + word->first_year) : 0;
  m->first = year ? year * 10000 + word->from : 0;
  m->last = year ? (uint32_t)((int)r->year + word->last_year) * 10000 + word->to : 0;
  if (word->months && !read_months(r, m, m->end, year)) read_part_of_year(r, words, m, year);
  return true;
}

/* What stands around a date decides whether it is an end. */
static void read_bounds(const reader *r, moment *m) {
  uint32_t ahead = m->start ? r->fold[m->start - 1] : '\n',
           two = m->start > 1 ? r->fold[m->start - 2] : '\n';
  size_t i = m->end;

  if (at(r, i) == U'之' || at(r, i) == U'以') i++;
  if (at(r, i) == U'前' || at(r, i) == U'内') {
    m->end = i + 1;
    m->deadline = true;
    if (at(r, i) == U'前') m->first = 0;
  } else if (i > m->end && at(r, i) == U'来') { /* 2021年以来 */
    m->end = i + 1;
    m->last = r->year ? day_of(r->year, 12, 31) : 0;
    m->deadline = false;
  }
  if (ahead == U'至' ||
      (ahead == U'止' && two == U'截')) { /* 截至 至 截止: up to then, looking back */
    m->first = 0;
    m->deadline = false;
  } else if (ahead == U'到' && at(r, m->end) != U'的') { /* 到2025年: by then */
    m->deadline = true;
  }
}

/* Reads a date at m->start. false: none; m->end is then where to go on. */
static bool read_date(const reader *r, const dz_date_words *words, moment *m) {
  uint32_t cp = r->fold[m->start], count;
  size_t end;

  m->end = m->start + 1;
  if (cp == U'十' && read_plan(r, m)) return true;
  if (!dz_is_digit(cp) && dz_chinese_digit(cp) < 0) return read_word(r, words, m);
  count = read_count(r, m->start, &end);
  if (end == m->start + 4 && (read_year(r, words, m, count, end) || read_dotted(m, r, count, end)))
    return true;
  if (dz_is_digit(cp) && read_months(r, m, m->start, r->year))
    return true; /* 一月 alone is no January: 一月一督导 */
  if (read_years_within(r, m, count, end)) return true;
  if (!dz_is_digit(cp) && read_word(r, words, m)) return true;
  while (dz_is_digit(cp) && dz_is_digit(at(r, end))) end++;
  m->end = end > m->start ? end : m->start + 1;
  return false;
}

static dz_status scan(dz_draft *draft, const reader *r, dz_array *list, dz_error *error) {
  const dz_date_words *words = draft->knowledge->date_words;

  for (size_t i = 0; i < r->length;) {
    moment m = {.start = i};
    uint32_t cp = r->fold[i];
    dz_date *date;
    if (!dz_is_digit(cp) && cp != U'十' && dz_chinese_digit(cp) < 0 &&
        !dz_starts(&words->starters, cp)) {
      i++;
      continue;
    }
    if (!read_date(r, words, &m)) {
      i = m.end;
      continue;
    }
    read_bounds(r, &m);
    date = dz_array_push(list);
    if (!date) return dz_fail_memory(error);
    *date = (dz_date){
        .span = dz_fold_to_span(&draft->report.text, (dz_span){(uint32_t)m.start, (uint32_t)m.end}),
        .first = m.first,
        .last = m.last,
        .deadline = m.deadline,
        .recurring = m.recurring};
    i = m.end;
  }
  return DZ_OK;
}

dz_status dz_dates_find(dz_draft *draft, dz_error *error) {
  dz_report *report = &draft->report;
  reader r = {.fold = report->text.fold, .length = report->text.fold_length};
  dz_array list = dz_array_of(sizeof(dz_date));
  dz_status status;

  if (report->year >= FIRST_YEAR && report->year <= LAST_YEAR) r.year = (uint32_t)report->year;
  status = scan(draft, &r, &list, error);
  if (!status) {
    report->date_count = list.count;
    report->dates = dz_array_freeze(&list, &draft->arena);
    if (!report->dates) status = dz_fail_memory(error);
  }
  dz_array_free(&list);
  return status;
}
