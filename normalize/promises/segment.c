/* segment.c - one segment per figure of a clause; see clause.h */
#include <string.h>

#include "base/decimal.h"
#include "clause.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_LEAD =
      6 /* characters in front of the first member that are not its own: 今年力争, 其中, 全年 */
};
enum { DUN = 0x3001, HE = 0x548C, JI = 0x53CA, YU = 0x4E0E };

static bool at(const dz_text *text, size_t i, size_t end, const uint32_t *word, size_t length) {
  return i + length <= end && !memcmp(text->fold + i, word, length * sizeof *word);
}

/* Position of 分别 in the range, or its end. */
static size_t find_respectively(const dz_text *text, dz_span range) {
  static const uint32_t word[] = {0x5206, 0x522B};

  for (size_t i = range.start; i < range.end; i++)
    if (at(text, i, range.end, word, 2)) return i;
  return range.end;
}

/* Cuts the words before 分别 into members; the last `most` of them. */
static size_t cut_members(const dz_text *text, dz_span range, dz_span *members, size_t most) {
  size_t count = 0, start = range.start;

  for (size_t i = range.start; i <= range.end; i++) {
    uint32_t cp = i < range.end ? text->fold[i] : DUN;
    if (cp != DUN && cp != HE && cp != JI && cp != YU) continue;
    if (i > start) {
      if (count == most) {
        memmove(members, members + 1, (most - 1) * sizeof *members);
        count--;
      }
      members[count++] = (dz_span){(uint32_t)start, (uint32_t)i};
    }
    start = i + 1;
  }
  return count;
}

static bool is_numeral(uint32_t cp) {
  return cp == U'一' || cp == U'二' || cp == U'三' || cp == U'四';
}

/* 一二三产: members written without anything between them; 0 if there are not
 * `wanted` of them in a row. The last one goes on to the end of the range. */
static size_t cut_numerals(const dz_text *text, dz_span range, dz_span *members, size_t wanted) {
  size_t run = 0;

  for (size_t i = range.start; i < range.end; i++) {
    run = is_numeral(text->fold[i]) ? run + 1 : 0;
    if (run != wanted) continue;
    for (size_t k = 0; k < wanted; k++) {
      size_t at_k = i + 1 + k - wanted;
      members[k] = (dz_span){(uint32_t)at_k, (uint32_t)(k + 1 < wanted ? at_k + 1 : range.end)};
    }
    return wanted;
  }
  return 0;
}

/* 改造供热、燃气、排水管网800公里、600公里、300公里: where figures that stand in a
 * row begin, with nothing but 、 and 以上 between them; the end of the clause if
 * they do not. */
static uint32_t start_of_row(const dz_report *report, const dz_clause *clause) {
  const dz_text *text = &report->text;
  size_t last = clause->quantity + clause->quantity_count - 1;

  for (size_t q = clause->quantity; q < last; q++) {
    size_t end = dz_quantity_fold(report, q).end, next = dz_quantity_fold(report, q + 1).start;
    if (next > end + 3 || next <= end ||
        strcmp(report->quantities[q].unit, report->quantities[q + 1].unit))
      return clause->fold.end;
    if (text->fold[next - 1] != DUN && text->fold[next - 1] != HE) return clause->fold.end;
  }
  return dz_quantity_fold(report, clause->quantity).start;
}

/* A、B、C名 分别 x、y、z: figure i belongs to member i and to the name that the
 * last member carries behind a head of the same length. 0: no such clause. */
static size_t split_respectively(dz_segment *out, const dz_report *report,
                                 const dz_clause *clause) {
  const dz_text *text = &report->text;
  dz_span range = {clause->fold.start, (uint32_t)find_respectively(text, clause->fold)};
  dz_span members[DZ_SEGMENTS_MAX], last;
  size_t behind = 0, first = clause->quantity, count;
  size_t unit = 0;

  if (range.end == clause->fold.end) range.end = start_of_row(report, clause);
  if (range.end == clause->fold.end) return 0;
  for (size_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++) {
    if (dz_quantity_fold(report, q).start < range.end)
      first = q + 1;
    else
      behind++;
  }
  if (behind < 2 || behind > DZ_SEGMENTS_MAX) return 0;
  count = cut_members(text, range, members, behind);
  if (count < behind) count = cut_numerals(text, range, members, behind);
  if (count != behind) return 0;
  last = members[count - 1];
  if (count > 1) unit = members[count > 2 ? 1 : 0].end - members[count > 2 ? 1 : 0].start;
  for (size_t i = 0; i < count; i++) {
    size_t length = members[i].end - members[i].start;
    dz_span tail = {last.end, last.end};
    bool shared = members[0].end - members[0].start <=
                  unit + MAX_LEAD; /* else the names are of their own */
    if (i + 1 < count && shared && last.end - last.start > unit)
      tail.start = last.start + (uint32_t)unit;
    if (i == 0 && count > 2 && shared && length > unit)
      members[i].start = members[i].end - (uint32_t)unit;
    out[i] = (dz_segment){
        .fold = clause->fold, .head = members[i], .tail = tail, .quantity = (int32_t)(first + i)};
  }
  return count;
}

/* 以上 or 以下 at i. */
static bool is_bound(const dz_text *text, size_t i) {
  return i + 1 < text->fold_length && text->fold[i] == U'以' &&
         (text->fold[i + 1] == U'上' || text->fold[i + 1] == U'下');
}

/* Whether a figure only describes the thing that a later figure counts:
 * 总投资1.78万亿元的289个项目, 10亿元以上项目50个, 12类45件. */
static bool describes(const dz_report *report, dz_span figure, dz_span other) {
  static const uint32_t *const things[] = {U"项目", U"企业", U"园区", U"集群", U"产业"};
  const dz_text *text = &report->text;
  size_t i = figure.end, next = other.start;

  if (text->fold[i] == U'的') return true;
  if (i == next) return !is_bound(text, other.end); /* 12类45件, but 95个50户以上的村 */
  if (i + 2 == next && dz_word_in(text->fold, (dz_span){(uint32_t)i, (uint32_t)next}, things, 5))
    return true; /* 超10亿元项目50个 */
  if (i + 4 > next || !is_bound(text, i)) return false;
  for (i += 2; i < next; i++)
    if (!dz_is_han(text->fold[i])) return false;
  return true;
}

/* Of several figures of one piece the one it is about: the last of "from 3 to
 * 5", else one that is no qualification of a thing (50户以上的村寨). */
static int32_t principal(const dz_report *report, size_t first, size_t end) {
  const dz_text *text = &report->text;

  for (size_t q = first; q < end; q++)
    if (report->quantities[q].comparison == DZ_CMP_FROM_TO && !report->quantities[q].masked)
      return (int32_t)q;
  for (size_t q = first; q + 1 < end; q++) {
    dz_span fold = dz_quantity_fold(report, q);
    if (fold.start > 0 && text->fold[fold.start - 1] == U'从') return (int32_t)(end - 1);
  }
  for (size_t q = first; q + 1 < end;
       q++) { /* 总投资1.78万亿元的289个: the first one only describes */
    dz_span fold = dz_quantity_fold(report, q);
    if (describes(report, fold, dz_quantity_fold(report, q + 1))) first = q + 1;
  }
  for (size_t q = first; q < end; q++)
    if (report->quantities[q].unit[0] && strcmp(report->quantities[q].unit, "岁"))
      return (int32_t)q;
  return (int32_t)first;
}

/* A rank, a rhythm or 全覆盖 is no amount to be reached, neither is 两个 of 两个市场 or 两轮 of 车之两轮. */
static bool is_no_amount(const dz_report *report, const dz_quantity *quantity) {
  static const char *const units[] = {"个", "大", "轮", "种", "重"};
  static const dz_decimal ten = {10, 0};
  bool counts = false;

  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    counts = counts || !strcmp(quantity->unit, units[i]);
  if (counts && !dz_is_digit(dz_fold_cp(report->text.cp[quantity->span.start])) &&
      dz_decimal_compare(quantity->number, ten) <= 0)
    return true;
  return quantity->comparison == DZ_CMP_RANK || quantity->comparison == DZ_CMP_FREQUENCY ||
         quantity->comparison == DZ_CMP_COVERAGE;
}

/* The amounts of the clause that begin in the range: how many, and the first of them. Linear in
 * the figures there. */
static size_t count_in(const dz_report *report, const dz_clause *clause, size_t from, size_t to,
                       size_t *first) {
  const dz_quantity *figures = report->quantities + clause->quantity;
  size_t count = 0, q = clause->quantity;

  if (from >= to) return 0;
  q += dz_spans_from(figures, clause->quantity_count, sizeof *figures, report->text.origin[from]);
  for (; q < clause->quantity + clause->quantity_count && dz_quantity_fold(report, q).start < to;
       q++) {
    if (is_no_amount(report, &report->quantities[q])) continue;
    if (!count++) *first = q;
  }
  return count;
}

static bool cuts_here(const dz_report *report, size_t i) {
  uint32_t cp = report->text.fold[i];

  return cp == DUN || cp == HE || cp == JI || cp == YU;
}

/* A piece that is a figure and hardly more: 740元/月、485元/月, 1200亿元、增长20%; 家电800台 names something. */
static bool names_nothing(const dz_report *report, const dz_clause *clause, dz_span piece) {
  static const uint32_t *const moves[] = {U"增长", U"下降", U"增加", U"减少", U"上升",
                                          U"提高", U"降低", U"同比", U"以上", U"以内",
                                          U"以下", U"左右", U"达到", U"其中"};
  const dz_text *text = &report->text;
  size_t first = clause->quantity, words = 0;

  for (size_t i = piece.start; i < piece.end; i++) {
    uint32_t at = text->origin[i];
    while (first < report->quantity_count && report->quantities[first].span.end <= at) first++;
    if (first < report->quantity_count && report->quantities[first].span.start <= at) continue;
    words += dz_is_han(text->fold[i]);
  }
  return words < 2 ||
         (words == 2 && dz_word_in(text->fold, piece, moves, sizeof moves / sizeof *moves));
}

/* Cuts at 、和及 that stand behind one figure and before another. */
static size_t split_list(dz_segment *out, const dz_report *report, const dz_clause *clause) {
  size_t start = clause->fold.start, from = start, count = 0, first = 0, other;

  for (size_t i = clause->fold.start; i < clause->fold.end && count + 1 < DZ_SEGMENTS_MAX; i++) {
    size_t amounts;
    if (!cuts_here(report, i)) continue;
    amounts = count_in(report, clause, from, i, &first);
    from = i; /* there are none between start and here, or a piece ends here */
    if (!amounts) continue;
    if (!count_in(report, clause, i, clause->fold.end, &other)) break;
    out[count] = (dz_segment){.fold = {(uint32_t)start, (uint32_t)i}};
    out[count++].quantity = principal(report, first, first + amounts);
    start = i + 1;
  }
  out[count] = (dz_segment){.fold = {(uint32_t)start, clause->fold.end}, .quantity = -1};
  other = count_in(report, clause, start, clause->fold.end, &first);
  if (other) out[count].quantity = principal(report, first, first + other);
  for (size_t i = 0; i <= count; i++) {
    out[i].head = i > 0 && names_nothing(report, clause, out[i].fold) ? out[i - 1].head
                                                                      : out[i].fold;
    out[i].tail = (dz_span){out[i].fold.end, out[i].fold.end};
  }
  return count + 1;
}

size_t dz_segments_split(dz_segment *out, const dz_report *report, const dz_clause *clause) {
  size_t count = clause->quantity_count > 1 ? split_respectively(out, report, clause) : 0;

  return count ? count : split_list(out, report, clause);
}
