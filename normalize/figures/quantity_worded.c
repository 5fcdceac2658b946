/* quantity_worded.c - figures told in words: 全覆盖, 排名第三, 每周召开, 连续两年, 无…事故 */
#include "base/buffer.h"
#include "quantity_finder.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  MAX_PERIOD_CLAUSE = 20, /* code points behind 每周 in which the action has to stand */
  MAX_NONE_CLAUSE = 16,   /* code points between 无 and 事故 */
  MAX_RANK_LOOK = 8       /* code points before 第三 that make it a rank */
};

static uint32_t at(const dz_quantity_finder *f, size_t i) {
  return dz_fold_at(f->text, i);
}

static bool ends_clause(uint32_t cp) {
  return cp == ',' || cp == ';' || cp == U'。' || cp == '\n' || cp == '!' || cp == '?' || cp == ':';
}

/* Does one of the two-character words stand in [i, i + most) of the clause? */
static bool clause_has(const dz_quantity_finder *f, size_t i, size_t most,
                       const uint32_t (*words)[2], size_t count) {
  for (size_t j = i; j + 1 < f->length && j < i + most && !ends_clause(f->fold[j]); j++)
    for (size_t w = 0; w < count; w++)
      if (f->fold[j] == words[w][0] && f->fold[j + 1] == words[w][1]) return true;
  return false;
}

static const char *period_unit(uint32_t cp) {
  switch (cp) {
  case U'周': return "次/周";
  case U'月': return "次/月";
  case U'季': return "次/季度";
  case U'天':
  case U'日': return "次/天";
  case U'年': return "次/年";
  default: return NULL;
  }
}

/* 次/10天. NULL when memory ran out. */
static const char *times_per(dz_quantity_finder *f, size_t start, size_t end) {
  const char *period = dz_quantity_finder_name(f, (dz_span){(uint32_t)start, (uint32_t)end}, NULL);
  dz_buffer buffer;
  const char *unit;

  if (!period) return NULL;
  dz_buffer_init(&buffer);
  dz_buffer_format(&buffer, "次/%s", period);
  unit = buffer.failed ? NULL : dz_arena_string(&f->draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return unit;
}

/* 每周召开, 每10天…一次: something done once in so long. */
static bool read_period(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  static const uint32_t actions[][2] = {
      {U'召', U'开'}, {U'开', U'展'}, {U'组', U'织'}, {U'调', U'度'},
      {U'督', U'导'}, {U'通', U'报'}, {U'测', U'试'}, {U'检', U'查'},
      {U'研', U'究'}, {U'听', U'取'}, {U'例', U'会'}, {U'一', U'次'},
  };
  dz_number count = dz_number_read(f->fold + i + 1, f->length - i - 1);
  size_t end = i + 1 + count.length;
  const char *unit = period_unit(at(f, end));

  if (!unit || (count.length && at(f, end) != U'天')) return false;
  end++;
  if (at(f, end - 1) == U'季' && at(f, end) == U'度') end++;
  if (!clause_has(f, end, MAX_PERIOD_CLAUSE, actions, sizeof actions / sizeof *actions))
    return false;
  *told = (dz_worded_figure){
      .end = end, .value = "1", .number = {1, 0}, .unit = unit, .comparison = DZ_CMP_FREQUENCY};
  if (count.length) told->unit = times_per(f, i + 1, end);
  return true;
}

/* 一周一调度 */
static bool read_one_one(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  const char *unit = period_unit(at(f, i + 1));

  if (!unit || at(f, i + 2) != U'一' || !dz_is_han(at(f, i + 3))) return false;
  *told = (dz_worded_figure){
      .end = i + 3, .value = "1", .number = {1, 0}, .unit = unit, .comparison = DZ_CMP_FREQUENCY};
  return true;
}

/* 连续两年 */
static bool read_running(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  dz_number count = {0};
  size_t end = i + 2;

  if (at(f, i + 1) != U'续') return false;
  count = dz_number_read(f->fold + end, f->length - end);
  end += count.length;
  if ((count.kind != DZ_NUMERAL_ARABIC && count.kind != DZ_NUMERAL_CHINESE) || count.value.scale)
    return false;
  if (at(f, end) != U'年' && at(f, end) != U'天' &&
      !(at(f, end) == U'个' && at(f, end + 1) == U'月'))
    return false;
  told->unit = at(f, end) == U'年' ? "年" : at(f, end) == U'天' ? "天" : "个月";
  told->end = end + (at(f, end) == U'个' ? 2 : 1);
  told->number = count.value;
  told->comparison = DZ_CMP_CUMULATIVE;
  return true;
}

static bool is_rank_word(uint32_t cp, uint32_t next) {
  switch (cp) {
  case U'居':
  case U'列':
  case U'位': return true;
  case U'排': return next == U'名' || next == U'位';
  case U'全': return dz_cp_in(next, U"国省市县区州");
  default: return false;
  }
}

/* 升到第4名, 由第9名: a place that is reached, or left. */
static bool is_reached(const dz_quantity_finder *f, size_t i, uint32_t behind) {
  return i > f->clause && (behind == U'名' || behind == U'位') &&
         dz_cp_in(f->fold[i - 1], U"到至由从为前进升降");
}

/* 排名全市第一, 居全省第3位 */
static bool read_rank(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  dz_number count = dz_number_read(f->fold + i + 1, f->length - i - 1);
  size_t end = i + 1 + count.length, low = i > MAX_RANK_LOOK ? i - MAX_RANK_LOOK : 0;
  uint32_t behind = at(f, end);
  bool ranked = false;

  if ((count.kind != DZ_NUMERAL_ARABIC && count.kind != DZ_NUMERAL_CHINESE) || count.value.scale)
    return false;
  if (low < f->clause) low = f->clause;
  while (low < i && !ranked) {
    ranked = is_rank_word(f->fold[low], at(f, low + 1));
    low++;
  }
  if (!ranked && !is_reached(f, i, behind)) return false;
  if (behind == U'位' || behind == U'名')
    end++;
  else if (dz_is_han(behind) && behind != U'、' && behind != U'和') /* 第三批, 第一产业 */
    return false;
  *told = (dz_worded_figure){
      .end = end, .number = count.value, .unit = "位", .comparison = DZ_CMP_RANK};
  return true;
}

/* 无…事故, 未发生…事件: none at all. */
static bool read_none(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  static const uint32_t mishaps[][2] = {
      {U'事', U'故'},
      {U'事', U'件'},
      {U'案', U'件'},
      {U'火', U'灾'},
  };
  size_t end = i + 1;

  if (at(f, i) == U'未' || at(f, i) == U'没') {
    end = i + (at(f, i) == U'未' ? 1 : 2);
    if (at(f, end) != U'发' || at(f, end + 1) != U'生') return false;
    end += 2;
  }
  for (size_t j = end; j + 1 < f->length && j < end + MAX_NONE_CLAUSE && !ends_clause(f->fold[j]);
       j++)
    for (size_t w = 0; w < sizeof mishaps / sizeof *mishaps; w++)
      if (f->fold[j] == mishaps[w][0] && f->fold[j + 1] == mishaps[w][1]) {
        *told = (dz_worded_figure){.end = j + 2, .value = "0", .unit = "起"};
        told->subject = (dz_span){(uint32_t)end, (uint32_t)(j + 2)};
        return true;
      }
  return false;
}

/* 首创精神, 摆在首位, 保持平稳: the words in another sense. */
static bool in_other_sense(const dz_quantity_finder *f, size_t i, size_t end) {
  uint32_t ahead = i ? f->fold[i - 1] : '\n';

  if (f->fold[i] == U'持') return dz_is_han(at(f, end)) || dz_cp_in(ahead, U"保支维坚");
  if (f->fold[i] == U'首' && at(f, i + 1) == U'创') return !dz_cp_in(ahead, U"国省市县区州");
  if (f->fold[i] == U'首' && at(f, i + 1) == U'位')
    return !dz_cp_in(ahead, U"居列国省市县区州界部");
  return f->fold[i] == U'全' && dz_cp_in(ahead, U"健安");
}

static bool read_table(dz_quantity_finder *f, size_t i, dz_worded_figure *told) {
  int32_t row;
  size_t used = dz_trie_longest(&f->figure_words->trie, f->fold + i, f->length - i, &row);
  const dz_figure_word *word;

  if (!used || in_other_sense(f, i, i + used)) return false;
  word = &f->figure_words->rows[row];
  *told = (dz_worded_figure){.end = i + used,
                             .value = word->value,
                             .number = word->number,
                             .unit = word->unit,
                             .comparison = word->comparison};
  return true;
}

bool dz_worded_figure_read(dz_quantity_finder *finder, size_t i, dz_worded_figure *told) {
  bool found = false;

  *told = (dz_worded_figure){0};
  switch (finder->fold[i]) {
  case U'每': found = read_period(finder, i, told); break;
  case U'一': found = read_one_one(finder, i, told); break;
  case U'连': found = read_running(finder, i, told); break;
  case U'第': found = read_rank(finder, i, told); break;
  case U'无':
  case U'未':
  case U'没':
  case U'零': found = read_none(finder, i, told); break;
  default: break;
  }
  if (!found) found = read_table(finder, i, told);
  told->start = i;
  return found;
}
