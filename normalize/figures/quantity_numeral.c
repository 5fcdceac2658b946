/* quantity_numeral.c - is a numeral a figure, and how far does it go: with its unit, over a range,
 * behind a mask
 *
 * A numeral is a figure when a unit of data/units.tsv follows and nothing says that it is a
 * year, a number of a
 * document, an ordinal or part of a name. */
#include "base/decimal.h"
#include "quantity_finder.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_QUOTED_NAME = 14
}; /* a numeral right behind an opening quote names something if it closes this soon */

static uint32_t at(const dz_quantity_finder *f, size_t i) {
  return dz_fold_at(f->text, i);
}

static uint32_t before(const dz_quantity_finder *f, size_t i) {
  return i ? f->fold[i - 1] : '\n';
}

static bool is_date_unit(uint32_t cp) {
  return cp == U'年' || cp == U'月' || cp == U'日' || cp == U'号' || cp == U'时';
}

/* “5+2”, “一张图”: the numeral opens a quoted name. */
static bool opens_quoted_name(const dz_quantity_finder *f, size_t start) {
  if (before(f, start) != '"') return false;
  for (size_t i = start; i < f->length && i < start + MAX_QUOTED_NAME; i++)
    if (f->fold[i] == '"') return true;
  return false;
}

/* What stands before a numeral that makes it part of a name or an ordinal. */
static bool named_before(const dz_quantity_finder *f, size_t start) {
  uint32_t cp = before(f, start);

  if (cp == U'第' || cp == '+' || cp == 0xB7 || cp == '.' || dz_is_digit(cp)) return true;
  if (dz_is_letter(cp)) return true;
  if (cp == '-' && start > 1 &&
      (dz_is_letter(f->fold[start - 2]) || dz_is_digit(f->fold[start - 2])))
    return true;
  return opens_quoted_name(f, start);
}

static bool named_after(const dz_quantity_finder *f, size_t end, bool has_unit) {
  uint32_t cp = at(f, end);

  return cp == '+' || cp == 0xB7 || (!has_unit && (dz_is_letter(cp) || dz_is_digit(cp)));
}

/* A Chinese numeral with a measure word is a figure only sometimes. */
static bool chinese_is_figure(const dz_quantity_finder *f, const dz_figure *g) {
  int64_t value = g->number.value.coefficient;
  uint32_t behind = at(f, g->end), ahead = before(f, g->start);
  const dz_unit *unit = g->unit.unit;
  int32_t row;

  if (g->number.kind == DZ_NUMERAL_RATIO) return true;
  if (g->number.kind != DZ_NUMERAL_CHINESE || !unit || unit->class == DZ_UNIT_TIME) return false;
  if (unit->class == DZ_UNIT_RATIO) return true;
  if (g->number.value.scale) return true;
  if (g->number.bare_power && !g->unit.more && ahead != U'上' && ahead != U'近' && ahead != U'逾' &&
      ahead != U'超' && ahead != U'过')
    return false;
  if (g->unit.scale_length) return true;
  if (f->fold[g->start] == U'二' && g->number.length == 1)
    return false;                  /* 二次, 二轮: the second; two is 两 */
  if (behind == '"') return false; /* 三个“十条” */
  if (value == 1 || (value <= 10 && !unit->small))
    return false; /* 十条措施 is a name, 十二条 is a count */
  if (dz_chinese_digit(behind) >= 0 || dz_chinese_digit(ahead) >= 0) return false; /* 三位一体 */
  if (ahead == U'届' || (behind == U'全' && before(f, g->end) == U'次')) return false;
  if (value <= 10 && dz_trie_longest(&f->words->vague, f->fold + g->end, f->length - g->end, &row))
    return false;
  return true;
}

/* -, ~, —— and, between two Chinese numerals or bare numbers, 至 到. */
static size_t range_mark(const dz_quantity_finder *f, size_t i, bool with_unit) {
  if (at(f, i) == '-') return at(f, i + 1) == '-' ? 2 : 1;
  if (at(f, i) == '~') return 1;
  return !with_unit && (at(f, i) == U'至' || at(f, i) == U'到') ? 1 : 0;
}

static bool same_unit(const dz_unit_match *a, const dz_unit_match *b) {
  return a->unit == b->unit && a->per == b->per && a->scale_length == b->scale_length;
}

/* 1.2个亿: the measure word in front of the scale word; not 10个|亿级项目. */
static void read_scale_behind(const dz_quantity_finder *f, dz_figure *g) {
  dz_unit_match scale;

  if (!g->unit.unit || g->unit.unit->class != DZ_UNIT_COUNT || g->unit.length != 1 ||
      !dz_chinese_power(at(f, g->end)))
    return;
  scale = dz_unit_read(f->units, f->fold + g->end, f->length - g->end);
  if (!scale.scale_length || scale.more || (scale.unit && scale.unit->class != DZ_UNIT_MONEY) ||
      dz_is_han(at(f, g->end + scale.length)))
    return;
  scale.scale_start += g->unit.length;
  scale.length += g->unit.length;
  g->unit = scale;
  g->end = g->unit_start + scale.length;
}

/* Where 2亿|2千万元 or 三亿|五千万元 goes on behind the scale word of the figure: the parts make one
 * amount in the scale of the first (2.2亿元). Only a lower scale may follow, with a unit behind. */
static void read_lower_part(const dz_quantity_finder *f, dz_figure *g) {
  size_t start = g->unit_start + 1, behind;
  dz_number low;
  dz_unit_match unit;
  dz_decimal part;
  int high = dz_chinese_power(at(f, g->unit_start)), scale;

  if (high != 8 || g->unit.unit || g->unit.scale_length != 1) return;
  low = dz_number_read(f->fold + start, f->length - start);
  if (low.kind != g->number.kind || low.value.coefficient <= 0) return;
  behind = start + low.length;
  unit = dz_unit_read(f->units, f->fold + behind, f->length - behind);
  if (!unit.unit || unit.scale_length < 1 || unit.scale_length > 2) return;
  scale = -high;
  for (size_t i = 0; i < unit.scale_length; i++)
    scale += dz_chinese_power(f->fold[behind + unit.scale_start + i]);
  if (scale >= 0 || low.value.scale - scale > DZ_DECIMAL_SCALE_MAX) return;
  part = (dz_decimal){low.value.coefficient, low.value.scale - scale};
  if (!dz_decimal_add(&part, g->number.value, part)) return;
  g->number.value = part;
  g->composed = true;
  g->unit.unit = unit.unit;
  g->unit.per = unit.per;
  g->unit.length = behind + unit.length - g->unit_start;
  g->end = behind + unit.length;
}

/* Extends the figure over the second half of a range: 10—15个, 4.5%-5%. */
static void read_range(const dz_quantity_finder *f, dz_figure *g) {
  bool ratio = g->unit.unit && g->unit.unit->class == DZ_UNIT_RATIO &&
               !dz_cp_in(before(f, g->start), U"由从"); /* 由5%到6% is a change */
  size_t mark = range_mark(f, g->end, g->unit.length > 0 && !ratio),
         /* 5%至6% */ start = g->end + mark, behind;
  dz_number high;
  dz_unit_match unit;

  if (!mark || start >= f->length || g->number.kind == DZ_NUMERAL_RATIO) return;
  high = dz_number_read(f->fold + start, f->length - start);
  if (high.kind != g->number.kind) return;
  behind = start + high.length;
  unit = dz_unit_read(f->units, f->fold + behind, f->length - behind);
  if (!unit.unit || (g->unit.length && !same_unit(&g->unit, &unit))) return;
  if (is_date_unit(at(f, behind)) || dz_decimal_compare(g->number.value, high.value) >= 0) return;
  g->high = high;
  g->unit = unit;
  g->unit_start = behind;
  g->end = behind + unit.length;
  g->range = true;
}

/* 居民消费价格指数控制在101.2: an index has no unit but its own name. */
static bool is_index(const dz_quantity_finder *f, dz_figure *g) {
  dz_span s;

  if (g->number.kind != DZ_NUMERAL_ARABIC || dz_is_han(at(f, g->end)) ||
      named_after(f, g->end, false))
    return false;
  s = dz_figure_context_read(f->words, f->fold, dz_figure_context_start(f, g->start), g->start)
          .subject;
  g->index = s.end - s.start >= 2 && f->fold[s.end - 2] == U'指' && f->fold[s.end - 1] == U'数';
  return g->index;
}

/* 5个方面: an aspect is no thing that is counted, whatever the numeral. */
static bool counts_aspects(const dz_quantity_finder *f, const dz_figure *g) {
  int32_t row;

  return g->unit.unit && g->unit.unit->class == DZ_UNIT_COUNT &&
         dz_trie_longest(&f->words->vague, f->fold + g->end, f->length - g->end, &row) &&
         *f->words->rows[row].argument;
}

/* The minus before the figure at `start`: 增长-3.2%, 自然增长率为-0.57‰. A dash between two figures
 * makes a range, one behind a letter or at the start of a line is a mark, and amounts of things
 * have no minus but for money. */
static bool has_minus(const dz_quantity_finder *f, const dz_figure *g, size_t start) {
  uint32_t ahead = start > 1 ? f->fold[start - 2] : '\n', cp = before(f, start);
  bool ratio = g->unit.unit && g->unit.unit->class == DZ_UNIT_RATIO;

  if (cp == U'负') return ratio && g->number.kind == DZ_NUMERAL_ARABIC;
  if (cp != '-' || start - 1 == f->figure_end || ahead == '\n' || ahead == '-') return false;
  if (!dz_is_han(ahead) && ahead != '(' && ahead != ':' && ahead != ',') return false;
  return ratio || (g->unit.unit && g->unit.unit->class == DZ_UNIT_MONEY);
}

bool dz_figure_read(const dz_quantity_finder *f, dz_figure *g, size_t start) {
  *g = (dz_figure){.start = start,
                   .digits = start,
                   .number = dz_number_read(f->fold + start, f->length - start)};
  g->end = start + (g->number.length ? g->number.length : 1);
  if (g->number.kind == DZ_NUMERAL_NONE || g->number.kind == DZ_NUMERAL_SPELLED) return false;
  if (named_before(f, start)) return false;
  g->unit_start = g->end;
  if (g->number.kind != DZ_NUMERAL_RATIO) {
    if (is_date_unit(at(f, g->end))) return false;
    g->unit = dz_unit_read(f->units, f->fold + g->end, f->length - g->end);
    g->end += g->unit.length;
    read_scale_behind(f, g);
    read_lower_part(f, g);
    read_range(f, g);
    if (g->unit.unit && g->unit.unit->class == DZ_UNIT_TIME && is_date_unit(before(f, g->end)))
      return false;
    if (!g->unit.length && is_index(f, g)) return true;
    if (!g->unit.length || (!g->unit.unit && !g->unit.scale_length)) return false;
    if (!g->unit.unit && dz_is_han(at(f, g->end)) && at(f, g->end) != U'以')
      return false; /* 1000万以上 */
  }
  if (named_after(f, g->end, g->unit.unit != NULL) || (g->unit.unit && g->unit.unit->never))
    return false;
  if (counts_aspects(f, g)) return false;
  g->minus = has_minus(f, g, start);
  if (g->minus) g->start--;
  return g->number.kind == DZ_NUMERAL_ARABIC || chinese_is_figure(f, g);
}

size_t dz_figure_context_start(const dz_quantity_finder *f, size_t end) {
  enum { NEAR = 2 }; /* code points that may stand before such a date: 、 至 到 */
  const dz_report *report = &f->draft->report;
  const uint32_t *origin = f->text->origin;
  size_t low = f->figure_end > f->clause ? f->figure_end : f->clause;
  size_t first = dz_spans_from(report->dates, report->date_count, sizeof *report->dates,
                               origin[low]);

  for (; first < report->date_count && report->dates[first].span.end <= origin[end]; first++) {
    dz_span date = report->dates[first].span;
    if (date.start > origin[low] + NEAR || report->dates[first].recurring) break;
    low = dz_text_fold_position(f->text, date.end);
  }
  return low;
}

bool dz_figure_read_masked(dz_quantity_finder *f, dz_figure *g, size_t start) {
  dz_span mask = f->draft->report.masks[f->next_mask];
  size_t end = dz_text_fold_position(f->text, mask.end);

  *g = (dz_figure){
      .start = start, .digits = start, .end = end > start ? end : start + 1, .masked = true};
  f->next_mask++;
  f->mask_at = f->next_mask < f->draft->report.mask_count
                   ? dz_text_fold_position(f->text, f->draft->report.masks[f->next_mask].start)
                   : SIZE_MAX;
  g->unit_start = g->end;
  g->unit = dz_unit_read(f->units, f->fold + g->end, f->length - g->end);
  g->end += g->unit.length;
  return g->unit.unit && !g->unit.unit->never &&
         !is_date_unit(at(f, g->unit_start)) && /* xx年 is a date */
         !named_after(f, g->end, true) && before(f, start) != U'第';
}
