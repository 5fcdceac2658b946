/* heading.c - see heading.h */
#include "heading.h"

#include "unicode.h"

static bool is_ascii_digit(uint32_t cp) {
  return cp >= '0' && cp <= '9';
}

static bool is_one_of(uint32_t cp, const uint32_t *set, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (set[i] == cp) return true;
  return false;
}

/* Digits in front of one of these make a statement of a heading. 年, 个, 项 and
 * 大 do not: 2024年工作回顾, 抓好10个方面. */
static bool is_unit(uint32_t cp) {
  static const uint32_t units[] = {
      '%',    0x2030 /* ‰ */,  0x4EBF /* 亿 */, 0x4E07 /* 万 */, 0x5143 /* 元 */, 0x5428 /* 吨 */, 0x6237 /* 户 */,
      0x4EBA /* 人 */, 0x540D /* 名 */, 0x6B21 /* 次 */, 0x5BB6 /* 家 */, 0x4EA9 /* 亩 */, 0x7BC7 /* 篇 */,
      0x4EFD /* 份 */, 0x5957 /* 套 */, 0x516C /* 公 */, 0x5E73 /* 平 */, 0x5343 /* 千 */,
  };
  return is_one_of(cp, units, sizeof units / sizeof *units);
}

bool dz_has_figure(const uint32_t *fold, uint32_t start, uint32_t end) {
  bool quoted = false;

  for (uint32_t i = start; i < end; i++) {
    if (fold[i] == '"') quoted = !quoted;
    if (quoted || !is_ascii_digit(fold[i])) continue;
    if (i + 1 < end && is_unit(fold[i + 1])) return true;
  }
  return false;
}

/* 以下 and 如下 in front of ： announce a list; they do not name one. */
static bool announces(const uint32_t *fold, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i + 1 < end; i++)
    if (fold[i + 1] == 0x4E0B && (fold[i] == 0x4EE5 || fold[i] == 0x5982)) return true;
  return false;
}

static bool ends_heading(const uint32_t *fold, uint32_t start, uint32_t i) {
  if (fold[i] == DZ_FULL_STOP || fold[i] == '!' || fold[i] == '?') return true;
  return fold[i] == ':' && i - start <= DZ_COLON_MAX && !announces(fold, start, i);
}

void dz_heading_measure(dz_candidate *candidate, const uint32_t *fold, uint32_t limit) {
  uint32_t start = candidate->text, i = start;
  bool quoted = false, colon = false;

  candidate->end = candidate->body = start;
  candidate->own_line = false;
  for (; i < limit && i - start <= DZ_OWN_LINE_MAX; i++) {
    if (fold[i] == '"') quoted = !quoted;
    if (fold[i] == ';') return;
    if (quoted && fold[i] == ':') continue;
    if (ends_heading(fold, start, i)) break;
  }
  if (i == start || i - start > DZ_OWN_LINE_MAX) return;
  if (i < limit) colon = fold[i] == ':';
  candidate->own_line = i >= limit || i + 1 == limit;
  if (!candidate->own_line && i - start > DZ_RUNIN_MAX) return;
  if (!candidate->own_line && dz_has_figure(fold, start, i)) return;
  if (candidate->own_line && i < limit && !colon && (i - start > DZ_RUNIN_MAX || dz_has_figure(fold, start, i))) return;
  candidate->end = i;
  candidate->body = i < limit ? i + 1 : i;
}

/* First words of sentences that tell or address, not name. */
static bool opens_statement(uint32_t first, uint32_t second) {
  static const uint32_t single[] = {
      0x6211 /* 我 */, 0x8981 /* 要 */, 0x8FD9 /* 这 */, 0x90A3 /* 那 */, 0x4F46 /* 但 */, 0x800C /* 而 */,
      0x5E76 /* 并 */, 0x5C06 /* 将 */, 0x7684 /* 的 */, 0x4ED6 /* 他 */, 0x672C /* 本 */, '(', '-', '*',
  };
  static const uint32_t pairs[][2] = {
      {0x81EA, 0x5DF1}, {0x540C, 0x65F6}, {0x5176, 0x4E2D}, {0x76EE, 0x524D}, {0x4ECA, 0x5E74}, /* 自己 同时 其中 目前 今年 */
      {0x4E00, 0x5E74}, {0x5404, 0x4F4D}, {0x5168, 0x5E74}, {0x4EE5, 0x4E0A}, {0x8C22, 0x8C22}, /* 一年 各位 全年 以上 谢谢 */
      {0x540C, 0x5FD7}, {0x6765, 0x6E90}, {0x65F6, 0x95F4}, {0x73B0, 0x5C06}, {0x6B64, 0x5916}, /* 同志 来源 时间 现将 此外 */
  };

  if (is_one_of(first, single, sizeof single / sizeof *single)) return true;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (first == pairs[i][0] && second == pairs[i][1]) return true;
  return false;
}

bool dz_heading_plain(const uint32_t *fold, uint32_t start, uint32_t end) {
  enum { LEAST = 4, CLAUSE_MAX = 20, TWO_CLAUSES_MAX = 32, CLAUSE_LEAST = 3 };
  uint32_t clauses = 1, clause = start;

  if (end - start < LEAST || end - start > TWO_CLAUSES_MAX || opens_statement(fold[start], fold[start + 1])) return false;
  for (uint32_t i = start; i < end; i++) {
    if (is_ascii_digit(fold[i]) || fold[i] == '*' || fold[i] == ';' || fold[i] == ':' || fold[i] == 0xD7) return false;
    if (fold[i] != ',') continue;
    if (i - clause < CLAUSE_LEAST || i - clause > CLAUSE_MAX) return false;
    clauses++;
    clause = i + 1;
  }
  if (end - clause < CLAUSE_LEAST || end - clause > CLAUSE_MAX) return false;
  return clauses <= 2 && dz_is_han(fold[start] == '"' ? fold[start + 1] : fold[start]);
}

bool dz_is_vocative(const uint32_t *fold, uint32_t start, uint32_t limit, uint32_t *end) {
  enum { VOCATIVE_MAX = 40 };
  /* 各位 尊敬 同志 主任 主席 and 代表 委员 领导 组长 are what an address is made of */
  static const uint32_t openers[][2] = {{0x5404, 0x4F4D}, {0x5C0A, 0x656C}, {0x540C, 0x5FD7}, {0x4E3B, 0x4EFB},
                                        {0x4E3B, 0x5E2D}};
  bool opens = false;

  for (size_t i = 0; i < sizeof openers / sizeof *openers && start + 1 < limit; i++)
    opens |= fold[start] == openers[i][0] && fold[start + 1] == openers[i][1];
  for (uint32_t i = start; opens && i < limit && i - start <= VOCATIVE_MAX; i++) {
    if (fold[i] == DZ_FULL_STOP || fold[i] == ';') return false;
    if (fold[i] != '!' && fold[i] != ':') continue;
    *end = i + 1;
    return i - start >= 3;
  }
  return false;
}
