/* quantity_each.c - 分别: several figures for several subjects in one clause.
 *
 * The subjects stand before 分别, joined by 、 and 和; what they have in common
 * is said once, behind the last: "一、二、三产增加值". The rest that the others
 * share is what the last has more than the one before it, unless that one ends
 * as a complete name does (data/quantity_words.tsv, head). */
#include <string.h>

#include "base/buffer.h"
#include "quantity_finder.h"
#include "text/phrase.h"

enum { MAX_NAME = 40 };

const char *dz_quantity_finder_name(dz_quantity_finder *finder, dz_span fold, const char *tail) {
  dz_buffer buffer;
  char *name;

  dz_buffer_init(&buffer);
  for (size_t i = fold.start; i < fold.end && i < fold.start + MAX_NAME; i++)
    dz_buffer_cp(&buffer, finder->text->cp[finder->text->origin[i]]);
  if (tail) dz_buffer_string(&buffer, tail);
  name = buffer.failed ? NULL : dz_arena_string(&finder->draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return name;
}

/* 、 和 与 及, but not the 及 of 普及 and 涉及. */
static bool joins(const uint32_t *fold, dz_span span, uint32_t i) {
  if (fold[i] == U'及') return i > span.start && !dz_cp_in(fold[i - 1], U"普涉波危触顾");
  return dz_cp_in(fold[i], U"、和与");
}

static void split(dz_each *each, const uint32_t *fold, dz_span span) {
  uint32_t start = span.start;

  each->count = 0;
  for (uint32_t i = span.start; i <= span.end && each->count < DZ_EACH_MAX; i++) {
    if (i < span.end && !joins(fold, span, i)) continue;
    if (i > start) each->items[each->count++] = (dz_span){start, i};
    start = i + 1;
  }
}

/* 一二三产增加值: digits in a row are subjects of their own. */
static void split_digits(dz_each *each, const uint32_t *fold, dz_span span) {
  uint32_t i = span.start;

  while (i < span.end && dz_chinese_digit(fold[i]) > 0) i++;
  if (i - span.start < 2 || i == span.end || i - span.start > DZ_EACH_MAX) return;
  each->count = 0;
  for (uint32_t j = span.start; j < i; j++) each->items[each->count++] = (dz_span){j, j + 1};
  each->items[each->count - 1].end = span.end;
}

/* 城乡居民收入: one word for two subjects. */
static bool split_pair(dz_quantity_finder *finder, dz_span span) {
  dz_each *each = &finder->each;
  int32_t row;
  size_t used = dz_trie_longest(&finder->words->pair, finder->fold + span.start,
                                span.end - span.start, &row);
  const char *argument = used ? finder->words->rows[row].argument : "",
             *cut = strchr(argument, ';');
  dz_span rest = {span.start + (uint32_t)used, span.end};
  const char *tail, *first;

  if (!cut) return true;
  tail = dz_quantity_finder_name(finder, rest, NULL);
  first = dz_arena_string(&finder->draft->arena, argument, (size_t)(cut - argument));
  if (!tail || !first) return false;
  for (int i = 0; i < 2; i++) {
    dz_buffer name;
    dz_buffer_init(&name);
    dz_buffer_string(&name, i ? cut + 1 : first);
    dz_buffer_string(&name, tail);
    each->items[i] = span;
    each->names[i] = name.failed ? NULL
                                 : dz_arena_string(&finder->draft->arena, name.data, name.length);
    dz_buffer_free(&name);
    if (!each->names[i]) return false;
  }
  each->count = 2;
  return true;
}

/* Where the name that `before` has in common with the head of `last` ends in it: 高技术|制造业,
 * 装备|制造业|增加值. */
static uint32_t common_end(const uint32_t *fold, dz_span before, dz_span last) {
  for (uint32_t i = last.start; i + 1 < last.end && before.end >= before.start + 2; i++)
    if (fold[i] == fold[before.end - 2] && fold[i + 1] == fold[before.end - 1]) return i + 2;
  return 0;
}

/* The rest that all subjects share, "" if none. NULL: out of memory. */
static const char *shared_rest(dz_quantity_finder *finder) {
  const dz_each *each = &finder->each;
  const dz_quantity_words *words = finder->words;
  dz_span last = each->items[each->count - 1], before = each->items[each->count - 2];
  uint32_t length = before.end - before.start, cut = common_end(finder->fold, before, last);
  size_t tail;

  if (cut) return dz_quantity_finder_name(finder, (dz_span){cut, last.end}, NULL);
  if (dz_figure_ends_with(&words->tail, finder->fold, before.start, before.end)) return "";
  tail = dz_figure_ends_with(&words->tail, finder->fold, last.start, last.end);
  if (length > 2 && dz_figure_ends_with(&words->head, finder->fold, before.start, before.end))
    return "";
  if (last.end - last.start >= length + 2) /* 一|产增加值, 城镇|常住居民收入 */
    return dz_quantity_finder_name(finder, (dz_span){last.start + length, last.end}, NULL);
  return dz_quantity_finder_name(finder, (dz_span){last.end - (uint32_t)tail, last.end},
                                 NULL); /* 基础设施、制造业|投资 */
}

bool dz_each_open(dz_quantity_finder *finder, dz_span span) {
  dz_each *each = &finder->each;
  const char *rest;

  each->next = 0;
  split(each, finder->fold, span);
  if (each->count == 1) split_digits(each, finder->fold, span);
  if (each->count < 2) {
    each->count = 0;
    return split_pair(finder, span);
  }
  rest = shared_rest(finder);
  if (!rest) return false;
  for (size_t i = 0; i < each->count; i++) {
    each->names[i] = dz_quantity_finder_name(finder, each->items[i],
                                             i + 1 < each->count ? rest : NULL);
    if (!each->names[i]) return false;
  }
  return true;
}

void dz_each_open_figures(dz_quantity_finder *finder) {
  dz_each *each = &finder->each;
  const dz_quantity *figures = finder->list.items;
  size_t last = finder->list.count, first = last;

  each->count = each->next = 0;
  while (first > finder->sentence_first && last - first < DZ_EACH_MAX &&
         figures[first - 1].indicator && !strcmp(figures[first - 1].unit, figures[last - 1].unit))
    first--;
  if (last - first < 2 && last >= finder->sentence_first + 2 && figures[last - 2].indicator &&
      figures[last - 1].indicator && figures[last - 2].comparison != DZ_CMP_YOY_PCT)
    first = last - 2; /* 游客10亿人次，收入1.3万亿元，分别增长 */
  if (last - first < 2) return;
  for (size_t i = first; i < last; i++) {
    dz_span span = figures[i].indicator_span;
    each->names[each->count] = figures[i].indicator;
    each->items[each->count++] = (dz_span){
        (uint32_t)dz_text_fold_position(finder->text, span.start),
        (uint32_t)dz_text_fold_position(finder->text, span.end)};
  }
}
