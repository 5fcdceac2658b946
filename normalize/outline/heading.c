/* heading.c - see heading.h */
#include "heading.h"

#include "text/phrase.h"
#include "text/unicode.h"

static bool is_ascii_digit(uint32_t cp) {
  return cp >= '0' && cp <= '9';
}

/* Digits in front of one of these make a statement of a heading. 年, 个, 项 and
 * 大 do not: 2024年工作回顾, 抓好10个方面. */
static bool is_unit(uint32_t cp) {
  return dz_cp_in(cp, U"%‰亿万元吨户人名次家亩篇份套公平千");
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
    if (fold[i + 1] == U'下' && (fold[i] == U'以' || fold[i] == U'如')) return true;
  return false;
}

/* 思想上：坚定信念，立德树人: a short line goes on behind its colon as a heading. */
static bool colon_inside(const uint32_t *fold, uint32_t start, uint32_t colon, uint32_t limit) {
  if (limit - start > DZ_PLAIN_HEADING_MAX || colon + 1 == limit) return false;
  for (uint32_t i = colon; i < limit; i++)
    if (fold[i] == DZ_FULL_STOP || fold[i] == ';') return false;
  return true;
}

static bool ends_heading(const uint32_t *fold, uint32_t start, uint32_t i, uint32_t limit) {
  if (fold[i] == DZ_FULL_STOP || fold[i] == '!' || fold[i] == '?') return true;
  return fold[i] == ':' && i - start <= DZ_COLON_MAX && !announces(fold, start, i) &&
         !colon_inside(fold, start, i, limit);
}

void dz_heading_measure(dz_candidate *candidate, const uint32_t *fold, uint32_t limit) {
  uint32_t start = candidate->text, i = start, longest;
  bool quoted = false, colon = false;

  candidate->end = candidate->body = start;
  candidate->own_line = false;
  for (; i < limit && i - start <= DZ_OWN_LINE_MAX; i++) {
    if (fold[i] == '"') quoted = !quoted;
    if (fold[i] == ';') return;
    if (quoted && fold[i] == ':') continue;
    if (ends_heading(fold, start, i, limit)) break;
  }
  if (i == start || i - start > DZ_OWN_LINE_MAX) return;
  if (i < limit) colon = fold[i] == ':';
  candidate->own_line = i >= limit || i + 1 == limit;
  if (!candidate->own_line && i - start > DZ_RUNIN_MAX) return;
  if (!candidate->own_line && dz_has_figure(fold, start, i)) return;
  /* deeper items are apt to be sentences */
  longest = candidate->key <= DZ_KEY_CN_PAREN ? DZ_OWN_LINE_MAX : DZ_RUNIN_MAX;
  if (candidate->own_line && i < limit && !colon &&
      (i - start > longest || dz_has_figure(fold, start, i)))
    return;
  candidate->end = i;
  candidate->body = i < limit ? i + 1 : i;
}

/* First words of sentences that tell or address, not name. */
static bool opens_statement(const uint32_t *fold, uint32_t start, uint32_t end) {
  static const uint32_t *const words[] = {
      U"自己", U"同时", U"其中", U"目前", U"今年", U"一年", U"各位", U"全年",
      U"以上", U"谢谢", U"同志", U"来源", U"时间", U"现将", U"此外", U"与此",
  };

  if (dz_cp_in(fold[start], U"我要这那但而并将的他本(-*")) return true;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (dz_word_at(fold, start, end, words[i])) return true;
  return false;
}

bool dz_heading_plain(const uint32_t *fold, uint32_t start, uint32_t end, dz_plain_width width) {
  enum { LEAST = 4, CLAUSE_LEAST = 3 };
  static const struct {
    uint32_t clause, whole;
  } most[] = {
      [DZ_PLAIN_INNER] = {20, 32},
      [DZ_PLAIN_OPENING] = {24, 36},
      [DZ_PLAIN_LONG] = {36, 36},
  };
  uint32_t clauses = 1, clause = start;

  if (end - start < LEAST || end - start > most[width].whole || opens_statement(fold, start, end))
    return false;
  for (uint32_t i = start; i < end; i++) {
    if (is_ascii_digit(fold[i]) || dz_cp_in(fold[i], U"*;:×是")) return false;
    if (fold[i] != ',') continue;
    if (width == DZ_PLAIN_LONG)
      return dz_heading_plain(fold, start, end, DZ_PLAIN_OPENING); /* one clause only */
    if (i - clause < CLAUSE_LEAST || i - clause > most[width].clause) return false;
    clauses++;
    clause = i + 1;
  }
  if (end - clause < CLAUSE_LEAST || end - clause > most[width].clause) return false;
  return clauses <= 2 && dz_is_han(fold[start] == '"' ? fold[start + 1] : fold[start]);
}

bool dz_is_vocative(const uint32_t *fold, uint32_t start, uint32_t limit, uint32_t *end) {
  enum { VOCATIVE_LEAST = 3, VOCATIVE_MAX = 40 };
  static const uint32_t *const openers[] = {U"各位", U"尊敬", U"同志", U"主任", U"主席"};
  bool opens = false;

  for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
    opens |= dz_word_at(fold, start, limit, openers[i]);
  for (uint32_t i = start; opens && i < limit && i - start <= VOCATIVE_MAX; i++) {
    if (fold[i] == DZ_FULL_STOP || fold[i] == ';') return false;
    if (fold[i] != '!' && fold[i] != ':') continue;
    *end = i + 1;
    return i - start >= VOCATIVE_LEAST;
  }
  return false;
}
