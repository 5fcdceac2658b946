/* quantity_context.c - see quantity_context.h
 *
 * Chinese puts the words that relate a figure to its indicator between the two
 * ("财政收入|预计|完成|3.6亿元"), so the context is read backwards from the
 * figure as long as a table word ends where the last one began; what is left
 * is the indicator, once the time and place words before it are cut off. */
#include "quantity_context.h"

#include "text/phrase.h"
#include "text/unicode.h"

enum {
  /* code points read before a figure: longer subjects do not occur in one clause */
  MAX_CONTEXT = 48,
  MAX_SUBJECT = 30, /* a longer rest is a clause, not a name: its tail is kept */
  MAX_NOUN = 14,    /* code points of a noun behind a figure */
  MIN_NOUN = 2
};

static dz_modifier modifier_of(dz_quantity_role role) {
  switch (role) {
  case DZ_QW_ABOUT: return DZ_MOD_ABOUT;
  case DZ_QW_LEAST: return DZ_MOD_AT_LEAST;
  case DZ_QW_MOST: return DZ_MOD_AT_MOST;
  case DZ_QW_STRIVE: return DZ_MOD_STRIVE;
  case DZ_QW_NEAR: return DZ_MOD_NEAR;
  default: return DZ_MOD_NONE;
  }
}

/* 力争 outweighs the bound it is followed by: 力争新增5家以上 is an effort. */
static void set_modifier(dz_figure_context *context, dz_modifier modifier) {
  if (modifier == DZ_MOD_STRIVE || context->modifier == DZ_MOD_NONE) context->modifier = modifier;
}

static void take_word(dz_figure_context *context, const dz_quantity_word *word) {
  context->moved = true;
  switch (word->role) {
  case DZ_QW_UP: context->up = context->up || !context->down; break;
  case DZ_QW_DOWN: context->down = context->down || !context->up; break;
  case DZ_QW_TO:
    context->to = true;
    context->up = word->argument[0] == '+';
    context->down = !context->up;
    break;
  case DZ_QW_FROM: context->from = true; break;
  case DZ_QW_YOY: context->yoy = true; break;
  case DZ_QW_CUMULATIVE: context->cumulative = true; break;
  case DZ_QW_SHARE: context->share = true; break;
  case DZ_QW_EACH: context->each = true; break;
  case DZ_QW_PER: context->per = word->argument; break;
  default: set_modifier(context, modifier_of(word->role)); break;
  }
}

static bool is_joiner(uint32_t cp) {
  return cp == U'、' || cp == ',' || cp == U'和' || cp == U'与' || cp == U'及' || cp == ')' ||
         cp == ':';
}

/* What measures the figure against something else: "较五年前", "高于全国平均". Behind the indicator it is cut
 * off;
 * in its place it leaves the figure without an indicator of its own. */
static void cut_versus(dz_figure_context *context, const dz_quantity_words *words,
                       const uint32_t *fold) {
  dz_span *s = &context->subject;
  int32_t row;

  for (uint32_t i = s->start; i < s->end; i++) {
    size_t used = dz_trie_longest(&words->versus, fold + i, s->end - i, &row);
    const char *way = used ? words->rows[row].argument : "";
    bool time = used == 1 && i + 1 < s->end && dz_cp_in(fold[i + 1], U"上去年前同五十三“\"制目");
    if (!used || (used == 1 && !time) || (used > 1 && i > s->start)) continue;
    context->up = context->up || *way == '+';
    context->down = context->down || *way == '-';
    s->end = i;
    if (i >= s->start + 2 && dz_word_at(fold, i - 2, i, U"分别")) { /* A、B分别较上年增长 */
      context->each = true;
      s->end -= 2;
    }
  }
}

/* Words inside the subject that say more than its name. */
static void read_subject(dz_figure_context *context, const dz_quantity_words *words,
                         const uint32_t *fold) {
  dz_span *s = &context->subject;
  int32_t row;
  size_t used = dz_trie_longest(&words->falls, fold + s->start, s->end - s->start, &row);

  if (used && used < s->end - s->start && !context->up) context->down = true; /* 压减机构|50% */
  for (uint32_t i = s->start; i < s->end && !context->per; i++)
    if (fold[i] == U'每' &&
        dz_trie_longest(&words->per, fold + i, s->end - i, &row)) /* 每个乡镇拨付经费|4万元 */
      context->per = words->rows[row].argument;
}

/* Where the figure comes from is no part of its name: 进出口总额从第13位, 收入由2021年的4万元. */
static void cut_origin(dz_span *s, const uint32_t *fold) {
  uint32_t i = s->end;

  while (i > s->start && dz_cp_in(fold[i - 1], U"0123456789年末底初的去上前期\"十一二三四五")) i--;
  if (i > s->start + 1 && dz_cp_in(fold[i - 1], U"从由")) s->end = i - 1;
}

/* A quote that opens or closes outside of the subject is no part of it. */
static void cut_quote(dz_span *s, const uint32_t *fold) {
  size_t quotes = 0;

  for (uint32_t i = s->start; i < s->end; i++) quotes += fold[i] == '"';
  if (quotes % 2 == 0) return;
  for (uint32_t i = s->start; i < s->end; i++)
    if (fold[i] == '"') s->start = i + 1 < s->end ? i + 1 : s->start;
}

/* Cuts time and place words off the front of the subject. */
static void cut_front(dz_figure_context *context, const dz_quantity_words *words,
                      const uint32_t *fold, bool after_figure) {
  enum { SHORT = 2 }; /* a rest so short is no name without its verb: 完成|投资 */
  dz_span *s = &context->subject;
  int32_t row;
  size_t used;

  while (s->start < s->end) {
    if (after_figure && is_joiner(fold[s->start])) {
      s->start++;
      continue;
    }
    after_figure = false;
    used = dz_trie_longest(&words->lead, fold + s->start, s->end - s->start, &row);
    if (!used) break;
    if (used > 1 && words->rows[row].role == DZ_QW_LEAD && words->rows[row].argument[0] != '+' &&
        s->end - s->start == used + SHORT)
      break;
    if (words->rows[row].role == DZ_QW_KEEP) break;
    if (words->rows[row].role != DZ_QW_LEAD) take_word(context, &words->rows[row]);
    s->start += (uint32_t)used;
  }
  cut_quote(s, fold);
  cut_versus(context, words, fold);
  if (s->end - s->start > MAX_SUBJECT) s->start = s->end - MAX_SUBJECT;
  read_subject(context, words, fold);
  if (s->end - s->start < SHORT) s->start = s->end;
}

/* 从2020年的|41.6%: the year of one end of a change, read backwards; 0: none. */
static size_t year_before(const uint32_t *back, size_t count) {
  enum { YEAR = 5 };

  if (count <= YEAR || back[0] != U'年' || !dz_cp_in(back[YEAR], U"从由至到为")) return 0;
  for (size_t i = 1; i < YEAR; i++)
    if (!dz_is_digit(back[i])) return 0;
  return YEAR;
}

dz_figure_context dz_figure_context_read(const dz_quantity_words *words, const uint32_t *fold,
                                         size_t low, size_t high) {
  dz_figure_context context = {0};
  uint32_t back[MAX_CONTEXT];
  size_t count = high - low < MAX_CONTEXT ? high - low : MAX_CONTEXT, used = 0, step;
  int32_t row;

  for (size_t i = 0; i < count; i++) back[i] = fold[high - 1 - i];
  for (; used < count; used += step) {
    step = year_before(back + used, count - used);
    if (step) continue;
    step = dz_trie_longest(&words->before, back + used, count - used, &row);
    if (!step || words->rows[row].role == DZ_QW_KEEP) break;
    take_word(&context, &words->rows[row]);
  }
  if (used && used < count && back[used] == U'、')
    used = count; /* 总值5万亿元、稳居前十、|增长4%: the verb has no subject */
  while (used < count && dz_cp_in(back[used], U"、,:和与")) used++;
  context.subject = (dz_span){(uint32_t)(high - count), (uint32_t)(high - used)};
  cut_origin(&context.subject, fold);
  cut_front(&context, words, fold, high - count == low);
  return context;
}

dz_modifier dz_figure_modifier_after(const dz_quantity_words *words, const uint32_t *fold,
                                     size_t at, size_t limit, size_t *end) {
  int32_t row;
  size_t used = dz_trie_longest(&words->after, fold + at, limit - at, &row);

  *end = at + used;
  if (!used) return DZ_MOD_NONE;
  switch (words->rows[row].argument[0]) {
  case 'a': return DZ_MOD_ABOUT;
  case 'l': return DZ_MOD_AT_LEAST;
  default: return DZ_MOD_AT_MOST;
  }
}

bool dz_figure_falls_after(const dz_quantity_words *words, const uint32_t *fold, size_t at,
                           size_t limit) {
  int32_t row;
  return dz_trie_longest(&words->falls_after, fold + at, limit - at, &row) > 0;
}

static bool ends_noun(uint32_t cp) {
  return !dz_is_han(cp) && !dz_is_letter(cp) && cp != '"' && cp != 0xB7;
}

dz_span dz_figure_noun_after(const dz_quantity_words *words, const uint32_t *fold, size_t at,
                             size_t limit) {
  size_t start = at < limit && fold[at] == U'的' ? at + 1 : at, i = start; /* 的 */
  int32_t row;

  while (i < limit && i - start < MAX_NOUN && !ends_noun(fold[i]) &&
         !dz_trie_longest(&words->stop, fold + i, limit - i, &row))
    i++;
  while (i > start && dz_cp_in(fold[i - 1], U"和与及并、")) i--;
  if (i - start < MIN_NOUN && !(i > start && dz_cp_in(fold[start], U"省市县区乡镇村州旗国")))
    return (dz_span){(uint32_t)at, (uint32_t)at};
  return (dz_span){(uint32_t)start, (uint32_t)i};
}

size_t dz_figure_ends_with(const dz_trie *reversed, const uint32_t *fold, size_t low, size_t high) {
  uint32_t back[8];
  size_t count = high - low < 8 ? high - low : 8;
  int32_t row;

  for (size_t i = 0; i < count; i++) back[i] = fold[high - 1 - i];
  return dz_trie_longest(reversed, back, count, &row);
}
