/* quantity.c - the figures of a report with unit, indicator and comparison
 *
 * One pass over the folded text: what is a figure (quantity_numeral.c,
 * quantity_worded.c), what it is of, what it is measured against. Everything
 * looked at around it is bounded, so the pass is linear. */
#include <string.h>

#include "base/buffer.h"
#include "base/decimal.h"
#include "base/error.h"
#include "knowledge/figure_words.h"
#include "knowledge/knowledge.h"
#include "knowledge/quantity_words.h"
#include "knowledge/unit.h"
#include "normalize/outline/enumerator.h"
#include "quantity_finder.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  /* of one report; half of that stand in 60 MB of real ones. Bounds memory on made-up input */
  MAX_FIGURES = 400000,
  MAX_TITLE = 60 /* 《 that does not close within so many code points is ignored */
};

static uint32_t at(const dz_quantity_finder *f, size_t i) {
  return dz_fold_at(f->text, i);
}

/* The numeral in ASCII. */
static const char *value_text(dz_quantity_finder *f, size_t start, const dz_number *number) {
  char text[2 * DZ_NUMBER_DIGITS + 4];
  size_t length = 0;

  if (number->kind != DZ_NUMERAL_ARABIC) {
    dz_decimal_print(number->value, text);
    return dz_arena_string(&f->draft->arena, text, strlen(text));
  }
  for (size_t i = start; i < start + number->length && length < sizeof text - 1; i++)
    if (f->fold[i] != ',') text[length++] = (char)f->fold[i];
  return dz_arena_string(&f->draft->arena, text, length);
}

static const char *value_of(dz_quantity_finder *f, const dz_figure *g) {
  char text[DZ_DECIMAL_TEXT];

  if (!g->composed) return value_text(f, g->digits, &g->number);
  dz_decimal_print(g->number.value, text);
  return dz_arena_string(&f->draft->arena, text, strlen(text));
}

/* Scale word, unit and denominator: 万亿元, 元/户. */
static const char *unit_text(dz_quantity_finder *f, const dz_figure *g) {
  const char *plain = g->unit.unit ? g->unit.unit->text : "", *result = plain;
  const char *per = g->context.per ? g->context.per : g->unit.per ? g->unit.per->text : NULL;
  dz_buffer buffer;

  if (g->number.kind == DZ_NUMERAL_RATIO) return g->number.unit;
  if (g->index) return "指数";
  if (!g->unit.scale_length && !per) return plain;
  dz_buffer_init(&buffer);
  for (size_t i = 0; i < g->unit.scale_length; i++)
    dz_buffer_cp(&buffer, f->fold[g->unit_start + g->unit.scale_start + i]);
  dz_buffer_string(&buffer, plain);
  if (per) dz_buffer_format(&buffer, "/%s", per);
  result = buffer.failed ? NULL : dz_arena_string(&f->draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return result;
}

static bool is_ratio(const dz_figure *g) {
  return g->number.kind == DZ_NUMERAL_RATIO ||
         (g->unit.unit && g->unit.unit->class == DZ_UNIT_RATIO);
}

static dz_comparison_kind comparison(const dz_quantity_finder *f, const dz_figure *g,
                                     dz_span subject) {
  const dz_figure_context *c = &g->context;
  const char *unit = g->unit.unit ? g->unit.unit->text : "%";
  bool percent = is_ratio(g) && (!strcmp(unit, "%") || !strcmp(unit, "\xE2\x80\xB0"));

  if (percent && f->plan_base) return DZ_CMP_PCT_TARGET;
  if (percent && dz_figure_ends_with(&f->words->target, f->fold, subject.start, subject.end))
    return DZ_CMP_PCT_TARGET;
  if (c->to) return DZ_CMP_FROM_TO;
  if (c->up || c->down) return percent || !strcmp(unit, "倍") ? DZ_CMP_YOY_PCT : DZ_CMP_YOY_ABS;
  if (c->cumulative) return DZ_CMP_CUMULATIVE;
  if (c->share || percent) return DZ_CMP_SHARE;
  return DZ_CMP_ABSOLUTE;
}

static dz_modifier modifier(const dz_figure *g) {
  if (g->context.modifier == DZ_MOD_STRIVE) return DZ_MOD_STRIVE;
  if (g->modifier_after == DZ_MOD_ABOUT) return DZ_MOD_ABOUT; /* 控制在3%左右 */
  if (g->context.modifier != DZ_MOD_NONE) return g->context.modifier;
  if (g->modifier_after != DZ_MOD_NONE) return g->modifier_after;
  return g->unit.more ? DZ_MOD_AT_LEAST : DZ_MOD_NONE;
}

/* The next subject of an open 分别, if this figure only follows the last by 、 or 和. */
static bool take_each(dz_quantity_finder *f, dz_figure *g, dz_quantity *q) {
  uint32_t joint = at(f, f->figure_end);
  dz_each *each = &f->each;

  if (!each->count || g->context.subject.start < g->context.subject.end || g->context.from)
    return false;
  if (joint == ',' || joint == ';') each->next = 0; /* a new row of figures for the same subjects */
  if (each->next >= each->count) return false;
  if (!each->next || g->context.up || g->context.down) {
    each->up = g->context.up;
    each->down = g->context.down;
    each->to = g->context.to;
  }
  g->context.up = each->up;
  g->context.down = each->down;
  g->context.to = each->to;
  q->indicator = each->names[each->next];
  q->indicator_span = each->items[each->next++];
  return true;
}

static bool name_topic(dz_quantity_finder *f, dz_quantity *q, dz_span span, const char *name) {
  if (!name) return false;
  f->topic = q->indicator_span = span;
  f->topic_name = q->indicator = name;
  return true;
}

/* A counted figure is named by the noun behind it: 打通|20条|断头路. */
static bool name_by_noun(dz_quantity_finder *f, dz_quantity *q, dz_span subject, dz_span noun) {
  enum { SHORT = 6 }; /* a longer text before it is a clause of its own */
  const char *tail = dz_quantity_finder_name(f, noun, NULL);

  if (subject.end - subject.start > SHORT) subject.start = subject.end;
  return tail && name_topic(f, q, noun, dz_quantity_finder_name(f, subject, tail));
}

static bool exactly(const dz_trie *trie, const dz_quantity_finder *f, dz_span s) {
  int32_t row;
  return dz_trie_longest(trie, f->fold + s.start, s.end - s.start, &row) == s.end - s.start;
}

/* Finds the indicator of a figure. false when memory ran out. */
static bool find_indicator(dz_quantity_finder *f, dz_figure *g, dz_quantity *q) {
  dz_span s = g->context.subject, noun = {0, 0};

  if (g->context.each && s.start < s.end && !dz_each_open(f, s)) return false;
  if (g->context.each && f->each.count) {
    q->indicator = f->each.names[0];
    q->indicator_span = f->each.items[0];
    f->each.next = 1;
    f->each.up = g->context.up;
    f->each.down = g->context.down;
    f->each.to = g->context.to;
    f->topic_name = NULL;
    return true;
  }
  if (take_each(f, g, q)) return true;
  if (s.start < s.end) f->each.count = 0;
  if (g->unit.unit && g->unit.unit->class == DZ_UNIT_COUNT && g->after == g->end)
    noun = dz_figure_noun_after(f->words, f->fold, g->after, f->length);
  if (s.start == s.end &&
      (is_ratio(g) ? at(f, g->after) == U'的' : !f->topic_name)) /* 90%以上的政务服务 */
    noun = dz_figure_noun_after(f->words, f->fold, g->after, f->length);
  if (noun.start < noun.end) return name_by_noun(f, q, s, noun);
  if (s.start == s.end || (f->topic_name && f->plan_base && is_ratio(g))) {
    q->indicator_span = f->topic;
    q->indicator = f->topic_name;
    return true;
  }
  if (f->topic_name && dz_figure_ends_with(&f->words->target, f->fold, s.start, s.end)) {
    q->indicator_span = s;
    return (q->indicator = dz_quantity_finder_name(f, s, NULL)) != NULL;
  }
  if (f->topic_name && exactly(&f->words->dependent, f, s)) {
    const char *tail = dz_quantity_finder_name(f, s, NULL);
    q->indicator_span = f->topic;
    return tail && (q->indicator = dz_quantity_finder_name(f, f->topic, tail)) != NULL;
  }
  return name_topic(f, q, s, dz_quantity_finder_name(f, s, NULL));
}

static dz_span original(const dz_text *text, size_t start, size_t end) {
  return dz_fold_to_span(text, (dz_span){(uint32_t)start, (uint32_t)end});
}

/* 分别 without subjects in its clause: "A、B，同比分别下降3%和5%" has them in the clause before,
 * "A5万元、B3万元，分别 增长8%和9%" in the figures before. */
static void read_each_before(dz_quantity_finder *f, dz_figure *g) {
  if (f->figure_end > f->last_clause && f->list.count) {
    dz_each_open_figures(f);
    g->context.each = false;
    f->each.up = g->context.up;
    f->each.down = g->context.down;
    f->each.to = g->context.to;
    return;
  }
  g->context.subject = dz_figure_context_read(f->words, f->fold, f->last_clause, f->clause).subject;
}

/* 增长8%、7.2%: what moved the last figure moves the one that follows it by 、 or 和. */
static void follow_last(const dz_quantity_finder *f, dz_figure *g) {
  const dz_quantity *last;

  if (f->list.count <= f->sentence_first || g->context.moved ||
      g->context.subject.start < g->context.subject.end)
    return;
  if (g->start != f->figure_end + 1 || !dz_cp_in(at(f, f->figure_end), U"、和")) return;
  last = dz_array_at(&f->list, f->list.count - 1);
  if (is_ratio(g) != (!strcmp(last->unit, "%") || !strcmp(last->unit, "个百分点"))) return;
  g->context.up = last->direction > 0;
  g->context.down = last->direction < 0;
  g->context.to = last->comparison == DZ_CMP_FROM_TO;
}

/* Where the words about a figure begin: behind the number of the item it stands in (九是, 10.). */
static size_t behind_enumerator(const dz_quantity_finder *f, size_t low, size_t high) {
  dz_enumerator token;
  bool opens = low == 0 || low == f->clause || f->fold[low - 1] == '\n';

  if (!opens || low >= high || !dz_enumerator_read(&token, f->fold + low, high - low, true))
    return low;
  if (token.key < DZ_KEY_CN_PAREN || token.key > DZ_KEY_SHI)
    return low; /* 第一、第三产业 number no item */
  return low + token.length < high ? low + token.length : low;
}

/* What a minus or words behind the figure change in how it is measured: 增长-3.2%, 同比-4.1% and
 * 出现6.5%的负增长 are falls; 降到-3% is a level. */
static void read_sign(const dz_quantity_finder *f, dz_figure *g) {
  dz_figure_context *c = &g->context;
  bool change = c->up || c->down || c->yoy;

  if (c->to) return;
  if ((g->minus && change) || dz_figure_falls_after(f->words, f->fold, g->after, f->length)) {
    c->up = false;
    c->down = true;
  }
}

static int8_t sign_of(const dz_figure *g, const dz_quantity *q) {
  return g->minus || (q->direction < 0 && q->comparison != DZ_CMP_FROM_TO) ? -1 : 1;
}

/* 由3提高到5: ties the level reached to the level left. */
static void tie_ends(dz_quantity_finder *f, const dz_figure_context *context, dz_quantity *q) {
  const dz_quantity *left = f->left ? dz_array_at(&f->list, f->left - 1) : NULL;

  q->left = context->from && !context->to;
  q->from = -1;
  if (q->left) {
    f->left = f->list.count + 1;
  } else if (left && q->comparison == DZ_CMP_FROM_TO && !strcmp(left->unit, q->unit)) {
    q->from = (int32_t)f->left - 1;
    f->left = 0;
  }
}

/* Puts a figure into the list. false when memory ran out. */
static bool add_figure(dz_quantity_finder *f, dz_figure *g) {
  dz_quantity q = {.span = original(f->text, g->start, g->end), .masked = g->masked, .value = ""};
  dz_span subject;
  size_t low;

  g->modifier_after = dz_figure_modifier_after(f->words, f->fold, g->end, f->length, &g->after);
  low = behind_enumerator(f, dz_figure_context_start(f, g->start), g->start);
  g->context = dz_figure_context_read(f->words, f->fold, low, g->start);
  follow_last(f, g);
  read_sign(f, g);
  if (g->context.each && g->context.subject.start == g->context.subject.end) read_each_before(f, g);
  subject = g->context.subject;
  if (!find_indicator(f, g, &q)) return false;
  q.comparison = comparison(f, g, subject);
  q.indicator_span = q.indicator ? original(f->text, q.indicator_span.start, q.indicator_span.end)
                                 : (dz_span){0, 0};
  q.modifier = modifier(g);
  q.direction = (int8_t)(g->context.up - g->context.down);
  q.sign = sign_of(g, &q);
  q.unit = unit_text(f, g);
  if (!g->masked) {
    q.number = g->number.value;
    q.value = value_of(f, g);
  }
  if (g->range) {
    q.number_high = g->high.value;
    q.value_high = value_text(f, g->unit_start - g->high.length, &g->high);
    if (!q.value_high) return false;
  }
  if (!q.unit || !q.value) return false;
  tie_ends(f, &g->context, &q);
  if (!dz_array_append(&f->list, &q, 1)) return false;
  f->plan_base = !is_ratio(g) &&
                 dz_figure_ends_with(&f->words->target, f->fold, subject.start, subject.end);
  f->figure_end = g->after;
  return true;
}

static void end_sentence(dz_quantity_finder *f, size_t next) {
  f->last_clause = f->clause = f->outer_clause = next;
  f->sentence_first = f->list.count;
  f->topic_name = NULL;
  f->each.count = 0;
  f->left = 0;
  f->plan_base = false;
}

/* Where the 《 at `i` closes, or `i` + 1. */
static size_t skip_title(const dz_quantity_finder *f, size_t i) {
  for (size_t j = i + 1; j < f->length && j < i + MAX_TITLE && f->fold[j] != '\n'; j++)
    if (f->fold[j] == U'》') return j + 1;
  return i + 1;
}

/* Keeps clause and sentence up to date; returns where to go on. */
static size_t pass_mark(dz_quantity_finder *f, size_t i) {
  switch (f->fold[i]) {
  case U'。':
  case '!':
  case '?':
  case '\n': end_sentence(f, i + 1); break;
  case ',':
  case ';':
  case ':':
    f->last_clause = f->clause;
    f->clause = i + 1;
    f->plan_base = false;
    break;
  case '(':
    f->outer_clause = f->clause;
    f->clause = i + 1;
    break;
  case ')': f->clause = f->outer_clause; break;
  case U'《': return skip_title(f, i);
  default: break;
  }
  return i + 1;
}

/* 产量|居全国第一: what is ranked stands before the words of the rank. */
static void cut_rank(const dz_quantity_finder *f, dz_span *s) {
  for (uint32_t i = s->start; i < s->end; i++)
    if (dz_cp_in(f->fold[i], U"居列排在由") ||
        (f->fold[i] == U'位' && dz_cp_in(at(f, i + 1), U"居列次")) ||
        (f->fold[i] == U'全' && dz_cp_in(at(f, i + 1), U"国省市县区州")))
      s->end = i;
  while (s->end > s->start && dz_cp_in(f->fold[s->end - 1], U"均稳跃位都")) s->end--;
}

/* Puts a figure told in words into the list. false when memory ran out. */
static bool add_worded(dz_quantity_finder *f, const dz_worded_figure *told) {
  dz_quantity q = {.span = original(f->text, told->start, told->end),
                   .number = told->number,
                   .unit = told->unit,
                   .sign = 1,
                   .from = -1};
  dz_span s = told->subject;
  char value[DZ_DECIMAL_TEXT];

  if (s.start == s.end)
    s = dz_figure_context_read(f->words, f->fold, dz_figure_context_start(f, told->start),
                               told->start)
            .subject;
  if (told->comparison == DZ_CMP_RANK) cut_rank(f, &s);
  q.comparison = told->comparison;
  q.value = told->value;
  if (!q.value) {
    dz_decimal_print(told->number, value);
    q.value = dz_arena_string(&f->draft->arena, value, strlen(value));
  }
  if (s.start < s.end && !name_topic(f, &q, s, dz_quantity_finder_name(f, s, NULL))) return false;
  if (s.start == s.end) {
    q.indicator_span = f->topic;
    q.indicator = f->topic_name;
  }
  q.indicator_span = q.indicator ? original(f->text, q.indicator_span.start, q.indicator_span.end)
                                 : (dz_span){0, 0};
  f->figure_end = told->end;
  return q.unit && q.value && dz_array_append(&f->list, &q, 1);
}

static dz_status scan(dz_quantity_finder *f, dz_error *error) {
  dz_figure g;
  dz_worded_figure told;

  for (size_t i = 0; i < f->length && f->list.count < MAX_FIGURES;) {
    uint32_t cp = f->fold[i];
    bool found;
    if (i < f->mask_at && dz_starts(&f->figure_words->starters, cp) &&
        dz_worded_figure_read(f, i, &told)) {
      if (!add_worded(f, &told)) return dz_fail_memory(error);
      i = told.end;
      continue;
    }
    if (i >= f->mask_at) {
      found = dz_figure_read_masked(f, &g, i);
    } else if (dz_is_digit(cp) ||
               (cp >= U'一' && (dz_chinese_digit(cp) > 0 || dz_chinese_power(cp)))) {
      found = dz_figure_read(f, &g, i);
    } else {
      i = pass_mark(f, i);
      continue;
    }
    if (found && !add_figure(f, &g)) return dz_fail_memory(error);
    i = g.end;
  }
  return DZ_OK;
}

dz_status dz_quantities_find(dz_draft *draft, dz_error *error) {
  dz_report *report = &draft->report;
  dz_quantity_finder f = {.draft = draft,
                          .text = &report->text,
                          .fold = report->text.fold,
                          .length = report->text.fold_length,
                          .units = draft->knowledge->units,
                          .words = draft->knowledge->quantity_words,
                          .figure_words = draft->knowledge->figure_words,
                          .list = dz_array_of(sizeof(dz_quantity))};
  dz_status status;

  f.mask_at = report->mask_count ? dz_text_fold_position(f.text, report->masks[0].start) : SIZE_MAX;
  status = scan(&f, error);
  if (!status && f.list.count == MAX_FIGURES) {
    const char **note = dz_array_push(&draft->notes);
    if (note)
      *note = "more figures than are read of one report: the rest is left out";
    else
      status = dz_fail_memory(error);
  }
  if (!status) {
    report->quantity_count = f.list.count;
    status = dz_periods_set(draft, f.list.items, f.list.count, error);
  }
  if (!status) {
    report->quantities = dz_array_freeze(&f.list, &draft->arena);
    if (!report->quantities) status = dz_fail_memory(error);
  }
  dz_array_free(&f.list);
  return status;
}
