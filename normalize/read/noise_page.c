/* noise_page.c - see noise_page.h
 *
 * A text copied from a web page brings the buttons, the path and the particulars
 * of the page along, each on a line of its own, before the report and behind it.
 * Only there do these words mean the page (data/page_words.tsv). */
#include "noise_page.h"

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/page_words.h"
#include "text/phrase.h"
#include "text/unicode.h"

/* Thresholds, in lines and code points.
 * HEAD_LINES, TAIL_LINES: a page with a path, buttons and particulars has thirty such lines.
 * PARTICULAR_MAX, COLUMNS_MAX: a line that tells particulars, one or several.
 * CRUMB_MAX: one step of a path. VALUE_MAX: what stands on the line below its label.
 * OTHER_MAX: the title of another page. BODY_LINE: a line that is the report's own text. */
enum {
  HEAD_LINES = 48,
  TAIL_LINES = 60,
  PARTICULAR_MAX = 40,
  COLUMNS_MAX = 80,
  CRUMB_MAX = 14,
  VALUE_MAX = 20,
  OTHER_MAX = 60,
  BODY_LINE = 90
};

typedef struct page_line {
  uint32_t fold[BODY_LINE];
  size_t length; /* of the whole line; the first BODY_LINE are at hand */
  dz_span span;
} page_line;

typedef struct margin {
  dz_draft *draft;
  const dz_page_words *words;
} margin;

static page_line line_at(const margin *m, size_t index) {
  const dz_line *line = (const dz_line *)m->draft->lines.items + index;
  page_line out = {.length = line->span.end - line->span.start, .span = line->span};

  for (size_t i = 0; i < out.length && i < BODY_LINE; i++)
    out.fold[i] = dz_fold_cp(m->draft->report.text.cp[line->span.start + i]);
  return out;
}

static bool is_whole(const dz_trie *trie, const page_line *line) {
  int32_t row;

  if (!line->length || line->length >= BODY_LINE) return false;
  return dz_trie_longest(trie, line->fold, line->length, &row) == line->length;
}

/* 2026-01-31 07:00:44: nobody dates a report to the minute */
static bool is_clock(const page_line *line) {
  bool clock = false;

  if (line->length < 10 || line->length > VALUE_MAX || !dz_is_digit(line->fold[0])) return false;
  for (size_t i = 0; i < line->length; i++) {
    if (!dz_is_digit(line->fold[i]) && !dz_is_space(line->fold[i]) &&
        !dz_cp_in(line->fold[i], U"-:/.年月日"))
      return false;
    clock |= line->fold[i] == ':';
  }
  return clock;
}

/* [索引号] | … | [发文字号] | …, or several labels: 来源：… 时间：… */
static bool has_columns(const page_line *line) {
  size_t bars = 0, labels = 0;

  for (size_t i = 0; i < line->length && i < BODY_LINE; i++) {
    bars += line->fold[i] == '|';
    labels += line->fold[i] == ':' && i > 0 && !dz_is_digit(line->fold[i - 1]);
  }
  return bars > 1 || labels > 1;
}

static bool tells_page(const margin *m, const page_line *line) {
  if (is_whole(&m->words->alone, line) || is_whole(&m->words->rest, line) || is_clock(line))
    return true;
  if (line->length > (has_columns(line) ? COLUMNS_MAX : PARTICULAR_MAX)) return false;
  return line->fold[line->length - 1] != U'。' &&
         dz_page_words_in_line(m->words, line->fold, line->length);
}

static bool is_step(const page_line *line) {
  return line->length == 1 && dz_cp_in(line->fold[0], U">»›");
}

/* Words that only a title has: such a line is never taken for the value of a label. */
static bool may_be_title(const page_line *line) {
  static const uint32_t *const words[] = {U"报告", U"总结", U"述职", U"述廉",
                                          U"履职", U"汇报", U"材料"};

  return dz_word_in(line->fold, (dz_span){0, (uint32_t)line->length}, words,
                    sizeof words / sizeof *words);
}

/* The report itself begins: a form of address, a numbered heading, a long line. */
static bool begins_body(const page_line *line) {
  if (line->length >= BODY_LINE) return true;
  if (line->length > 1 && line->fold[1] == U'、') return true; /* 一、 */
  return line->length > 2 && dz_cp_in(line->fold[line->length - 1], U":!") &&
         (dz_word_at(line->fold, 0, (uint32_t)line->length, U"各位") ||
          dz_word_at(line->fold, 0, (uint32_t)line->length, U"尊敬"));
}

static dz_status mark(margin *m, dz_span span, dz_error *error) {
  dz_noise noise = {.span = span, .kind = DZ_NOISE_NAVIGATION};

  return dz_array_append(&m->draft->noise, &noise, 1) ? DZ_OK : dz_fail_memory(error);
}

static dz_status read_head(margin *m, dz_error *error) {
  size_t count = m->draft->lines.count;
  bool step = false, label = false;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < count && i < HEAD_LINES && !status; i++) {
    page_line line = line_at(m, i), next = {0};
    bool crumb, value, page;
    if (begins_body(&line)) break;
    if (i + 1 < count) next = line_at(m, i + 1);
    crumb = line.length <= CRUMB_MAX && (step || is_step(&next));
    value = label && line.length <= VALUE_MAX && !may_be_title(&line);
    page = tells_page(m, &line) || is_step(&line);
    step = is_step(&line);
    label = page && line.fold[line.length - 1] == ':';
    if (page || crumb || value) status = mark(m, line.span, error);
  }
  return status;
}

/* The first line of the tail behind which only titles of other pages stand; `count` if there is
 * none. */
static size_t find_rest(const margin *m, size_t count) {
  size_t rest = count;

  for (size_t i = count; i-- > 0 && count - i <= TAIL_LINES;) {
    page_line line = line_at(m, i);
    if (is_whole(&m->words->rest, &line)) rest = i;
    if (line.length > OTHER_MAX || line.fold[line.length - 1] == U'。') break;
  }
  return rest;
}

static dz_status read_tail(margin *m, dz_error *error) {
  size_t end = find_rest(m, m->draft->lines.count);
  dz_status status = DZ_OK;

  for (size_t i = end; i < m->draft->lines.count && !status; i++)
    status = mark(m, line_at(m, i).span, error);
  for (size_t i = end; i-- > 1 && !status;) {
    page_line line = line_at(m, i);
    if (!tells_page(m, &line)) break;
    status = mark(m, line.span, error);
  }
  return status;
}

dz_status dz_noise_page(dz_draft *draft, dz_error *error) {
  margin m = {.draft = draft, .words = draft->knowledge->page_words};
  dz_status status = read_head(&m, error);

  return status ? status : read_tail(&m, error);
}
