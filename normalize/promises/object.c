/* object.c - what a commitment is about: its words without cues, times, figures, words of level */
#include "commitment.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/knowledge.h"
#include "knowledge/promise_words.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MIN_OBJECT = 2, /* characters that can name a thing */
  MIN_KIND = 4,   /* characters that can do so for a list: not 项目 */
  MAX_VERB = 4    /* characters of a verb that no table knows */
};

size_t dz_commitment_word_at(const dz_commitment_finder *finder, dz_span range, dz_word_role a,
                             dz_word_role b) {
  const dz_text *text = &finder->draft->report.text;
  int32_t value;
  size_t length = dz_trie_longest(&finder->knowledge->discourse->trie, text->fold + range.start,
                                  range.end - range.start, &value);

  return length && (value == (int32_t)a || value == (int32_t)b) ? length : 0;
}

/* Cuts words of level off the end: 产业规模突破, 总量保持在. */
static dz_span cut_level(const dz_commitment_finder *finder, dz_span range) {
  for (uint32_t i = range.start + MIN_OBJECT; i < range.end; i++) {
    size_t length = dz_commitment_word_at(finder, (dz_span){i, range.end}, DZ_ROLE_LEVEL,
                                          DZ_ROLE_CONTINUE);
    if (length && i + length == range.end) return (dz_span){range.start, i};
  }
  return range;
}

/* Length of 2027年 at the start of the range, or 0. */
static size_t year_at(const dz_text *text, dz_span range) {
  size_t i = range.start;

  while (i < range.end && dz_is_digit(text->fold[i])) i++;
  return i == (size_t)range.start + 4 && i < range.end && text->fold[i] == U'年' ? 5 : 0;
}

/* Length of a date at the start of the range with the 前 or 内 behind it, or 0. */
static size_t date_at(const dz_report *report, dz_span range) {
  uint32_t at = report->text.origin[range.start];
  size_t i = dz_spans_behind(report->dates, report->date_count, sizeof *report->dates, at);
  dz_span fold;

  if (i >= report->date_count || report->dates[i].span.start != at) return 0;
  fold = dz_span_to_fold(&report->text, report->dates[i].span);
  return fold.end < range.end ? fold.end - range.start : 0;
}

/* Length of what stands in front of the name and is none of it: a cue, a time, how it is done, a
 * particle. */
static size_t front_at(const dz_commitment_finder *finder, dz_span range) {
  const dz_report *report = &finder->draft->report;
  const dz_text *text = &report->text;
  int32_t value;
  size_t length = dz_trie_longest(&finder->knowledge->commitment_cues->trie,
                                  text->fold + range.start, range.end - range.start, &value),
         next = range.start + length;

  if (length && next < range.end && dz_cp_in(text->fold[next], U"性的"))
    return 0; /* 保障性住房, 规划的前瞻性 */
  if (!length) length = date_at(report, range);
  if (!length) length = dz_commitment_word_at(finder, range, DZ_ROLE_TERM, DZ_ROLE_LIGHT);
  if (!length) length = year_at(text, range);
  next = range.start + length;
  if (length && next < range.end && text->fold[next] == U'级') return 0; /* 国家级 */
  if (!length) length = dz_manner_at(finder->knowledge, text, range.start, range.end);
  if (length && range.start + length < range.end && text->fold[range.start + length] == U'前')
    length++; /* 年底前 */
  if (!length && dz_cp_in(text->fold[range.start], U"和及将对给并于在再把的、")) length = 1;
  return length;
}

/* Cuts the figure: what stands behind it where the words in front are only a verb, else those. */
static dz_span cut_figure(const dz_commitment_finder *finder, dz_span range, dz_span figure) {
  const dz_text *text = &finder->draft->report.text;
  dz_span behind = {figure.end, range.end};
  uint32_t before = figure.start > range.start ? text->fold[figure.start - 1] : 0;
  bool counts = before == U'的' || before == U'等';

  if (behind.start < behind.end)
    behind.start += (uint32_t)dz_commitment_word_at(finder, behind, DZ_ROLE_LEVEL, DZ_ROLE_LEVEL);
  if (behind.start < behind.end && text->fold[behind.start] == U'的') behind.start++; /* 60%的厂 */
  if (behind.start + (counts ? MIN_KIND : MIN_OBJECT) <= behind.end &&
      (counts || figure.start <= range.start + MAX_VERB))
    return behind; /* 滚动实施300个…; 总投资3亿元的28个…, 甲、乙等5个… */
  if (figure.start <= range.start && figure.end >= range.start && figure.end <= range.end)
    return (dz_span){range.start, range.start}; /* 增长10%: of what, is said before */
  if (figure.start > range.start && figure.start < range.end) range.end = figure.start;
  return range;
}

/* 投资计划从6.5亿元: the thing is what stands in front of 从. */
static dz_span cut_from(const dz_report *report, dz_span range) {
  for (uint32_t i = range.start + MIN_OBJECT; i < range.end; i++)
    if (dz_cp_in(report->text.fold[i], U"从由")) return (dz_span){range.start, i};
  return range;
}

/* 比上年增加, 较"十三五"期间: says how much more, not of what; but 比重, 比例. */
static bool compares(const dz_text *text, dz_span range) {
  return range.start + 1 < range.end && dz_cp_in(text->fold[range.start], U"比较") &&
         !dz_cp_in(text->fold[range.start + 1], U"重例率值赛");
}

dz_span dz_commitment_object(const dz_commitment_finder *finder, dz_span range, int32_t quantity) {
  const dz_report *report = &finder->draft->report;
  const dz_text *text = &report->text;
  dz_span whole = range;

  while (range.start < range.end && !dz_is_han(text->fold[range.start]) &&
         !dz_is_letter(text->fold[range.start]) && text->fold[range.start] != '"' &&
         !year_at(text, range) && !date_at(report, range))
    range.start++; /* ①, (1) */
  for (size_t length = 1; length && range.start < range.end; range.start += (uint32_t)length)
    length = front_at(finder, range);
  if (quantity >= 0) range = cut_figure(finder, range, dz_quantity_fold(report, (size_t)quantity));
  if (quantity >= 0 && report->quantities[quantity].comparison == DZ_CMP_FROM_TO)
    range = cut_from(report, range);
  range = cut_level(finder, range);
  if (compares(text, range)) range.end = range.start;
  return range.end > range.start ? range : (dz_span){whole.start, whole.start};
}
