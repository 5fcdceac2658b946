/* figure.c - lost, masked and malformed figures */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  REACH = 30
}; /* code points before a lost figure that its clause and its operands are looked for in */

static uint32_t fold_at(const dz_text *text, size_t i) {
  return i < text->fold_length ? text->fold[i] : '\n';
}

/* Is the code point of the decoded text inside a mask? */
static bool masked_at(const dz_report *report, uint32_t position) {
  size_t mask = dz_spans_behind(report->masks, report->mask_count, sizeof *report->masks, position);

  return mask < report->mask_count && report->masks[mask].start <= position;
}

/* Does a cell of a table begin here? 增长率 | % | 8.1 */
static bool begins_cell(const dz_text *text, size_t i) {
  for (uint32_t k = text->origin[i - 1] + 1; k < text->origin[i]; k++)
    if (text->cp[k] == '|' || text->cp[k] == '\t' || text->cp[k] == '\n') return true;
  return false;
}

/* Gaps between the cells of the line that starts at fold[start]: white space in the source. 0 also
 * where the line has marks of a sentence. *digit: a digit stands in it. */
static size_t count_gaps(const dz_text *text, size_t start, bool *digit) {
  size_t gaps = 0;

  *digit = false;
  for (size_t i = start; i < text->fold_length && text->fold[i] != '\n'; i++) {
    if (dz_cp_in(text->fold[i], U",;。!?")) return 0;
    *digit = *digit || dz_is_digit(text->fold[i]);
    gaps += i > start && text->origin[i] > text->origin[i - 1] + 1;
  }
  return gaps;
}

/* 指标 单位 增长%: the head of a table set with blanks, the rows of which hold the figures. */
static bool in_table_head(const dz_text *text, size_t i) {
  enum { ROW = 80 }; /* code points of a row, a guard against long lines */
  size_t start = i, end = i, gaps, below;
  bool digit;

  while (start > 0 && text->fold[start - 1] != '\n' && i - start < ROW) start--;
  gaps = count_gaps(text, start, &digit);
  if (!gaps || digit) return false;
  while (end < text->fold_length && text->fold[end] != '\n') end++;
  below = count_gaps(text, end + 1, &digit);
  return below && digit;
}

/* How long the sign at `i` is that stands without the number it needs: 增长%, 提高个百分点, 收入达到亿元。 0:
 * none. */
static size_t lost_at(const dz_report *report, size_t i) {
  const dz_text *text = &report->text;
  uint32_t cp = text->fold[i], next = fold_at(text, i + 1), before = text->fold[i - 1];

  if (cp == '%' || cp == U'‰')
    return dz_cp_in(before, U"的长降高到达为成升少率比约超") &&
                   !masked_at(report, text->origin[i - 1]) && !begins_cell(text, i)
               ? 1
               : 0;
  if (cp == U'个' && next == U'百' && fold_at(text, i + 2) == U'分')
    return dz_cp_in(before, U"长降高达升少约超") && i + 4 <= text->fold_length ? 4 : 0;
  if ((cp == U'亿' || cp == U'万') &&
      next == U'元') /* 实现亿元以上项目, 亿元村, 万元GDP能耗 are none */
    return dz_cp_in(before, U"成到达现为") && !dz_is_letter(fold_at(text, i + 2)) &&
                   (!dz_is_han(fold_at(text, i + 2)) || fold_at(text, i + 2) == U'和')
               ? 2
               : 0;
  return 0;
}

static size_t clause_start(const dz_text *text, size_t i) {
  size_t low = i > REACH ? i - REACH : 0;

  while (i > low && !dz_cp_in(text->fold[i - 1], U",;。:!?\n")) i--;
  return i;
}

/* "达到15.6亿元，完成任务14.2亿元的%": what the lost share must have been, or NULL if it cannot be told. `at`
 * is
 * the place of the sign in the folded text. */
static const char *lost_share(const dz_report *report, dz_finding_list *list, size_t at) {
  const dz_text *text = &report->text;
  size_t low = dz_spans_behind(report->quantities, report->quantity_count,
                               sizeof *report->quantities, text->origin[at]);
  const dz_quantity *whole, *part;
  dz_decimal top, share;
  char shown[DZ_DECIMAL_TEXT];

  if (low < 2 || text->fold[at - 1] != U'的') return NULL;
  whole = &report->quantities[low - 1];
  part = &report->quantities[low - 2];
  if (dz_text_fold_position(text, whole->span.end) != at - 1 ||
      strcmp(whole->unit, part->unit) != 0)
    return NULL;
  if (whole->masked || part->masked || dz_text_fold_position(text, part->span.start) + REACH < at)
    return NULL;
  if (!dz_decimal_multiply(&top, part->number, (dz_decimal){100, 0})) return NULL;
  if (!dz_decimal_divide(&share, top, whole->number, 1)) return NULL;
  dz_decimal_print(share, shown);
  return dz_finding_text(list, "%s%%", shown);
}

/* Does a figure stand before it, or is one lost? */
static bool follows_figure(uint32_t cp) {
  switch (cp) {
  case '%':
  case U'‰':
  case U'个':
  case U'亿':
  case U'万': return true;
  default: return false;
  }
}

static dz_status check_lost(const dz_report *report, dz_finding_list *list, dz_error *error) {
  const dz_text *text = &report->text;

  for (size_t i = 1; i < text->fold_length; i++) {
    size_t length = follows_figure(text->fold[i]) ? lost_at(report, i) : 0;
    dz_span span;
    const char *quote;
    dz_finding *finding;
    if (!length || in_table_head(text, i)) continue;
    span = dz_fold_to_span(text,
                           (dz_span){(uint32_t)clause_start(text, i), (uint32_t)(i + length)});
    quote = dz_finding_quote(list, report, span);
    if (!quote) return dz_fail_memory(error);
    finding = dz_finding_add(
        list, DZ_FIND_MISSING_NUMBER, dz_finding_text(list, "“%s”缺数字", quote),
        dz_finding_text(list, "the number is missing in \"%s\"", quote), &span, 1);
    if (!finding) return dz_fail_memory(error);
    finding->expected = length == 1 ? lost_share(report, list, i) : NULL;
  }
  return DZ_OK;
}

/* One note for all of them: what is blanked out cannot be checked. */
static dz_status check_masked(const dz_report *report, dz_finding_list *list, dz_error *error) {
  dz_array spans = dz_array_of(sizeof(dz_span));
  dz_status status = DZ_OK;

  for (size_t i = 0; i < report->quantity_count && !status; i++)
    if (report->quantities[i].masked && !dz_array_append(&spans, &report->quantities[i].span, 1))
      status = dz_fail_memory(error);
  if (!status && spans.count &&
      !dz_finding_add(
          list, DZ_FIND_MASKED_NUMBER,
          dz_finding_text(list, "%zu处数字被隐去，无从核对", spans.count),
          dz_finding_text(list, "figures blanked out that cannot be checked: %zu", spans.count),
          spans.items, spans.count))
    status = dz_fail_memory(error);
  dz_array_free(&spans);
  return status;
}

/* 45余次: 余 says "a little more than a round number". */
static bool is_malformed(const dz_report *report, const dz_quantity *q) {
  const dz_text *text = &report->text;
  size_t length = strlen(q->value);
  size_t behind = dz_text_fold_position(text, q->span.start) + length;

  if (q->masked || length < 2 || strchr(q->value, '.') || q->value[length - 1] == '0' ||
      q->value_high)
    return false;
  if (!dz_is_digit(fold_at(text, behind - 1)) || dz_is_digit(fold_at(text, behind))) return false;
  return fold_at(text, behind) == U'余' || fold_at(text, behind) == U'多';
}

static dz_status check_malformed(const dz_report *report, dz_finding_list *list, dz_error *error) {
  for (size_t i = 0; i < report->quantity_count; i++) {
    const dz_quantity *q = &report->quantities[i];
    const char *quote;
    if (!is_malformed(report, q)) continue;
    quote = dz_finding_quote(list, report, q->span);
    if (!quote ||
        !dz_finding_add(
            list, DZ_FIND_MALFORMED_NUMBER,
            dz_finding_text(list, "“%s”：“余”“多”用在整十、整百等整数之后，此数可能被改动", quote),
            dz_finding_text(list,
                            "\"%s\": 余 and 多 stand behind round numbers; the number may "
                            "have been altered",
                            quote),
            &q->span, 1))
      return dz_fail_memory(error);
  }
  return DZ_OK;
}

dz_status dz_review_figures(const dz_report *report, const dz_knowledge *knowledge,
                            dz_finding_list *list, dz_error *error) {
  dz_status status = check_lost(report, list, error);

  (void)knowledge;
  if (!status) status = check_masked(report, list, error);
  if (!status) status = check_malformed(report, list, error);
  return status;
}
