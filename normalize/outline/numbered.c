/* numbered.c - finds number tokens at the start of lines and behind the
 * sentences inside them, and heading lines that the source format marks */
#include "base/error.h"
#include "normalize/paragraph.h"
#include "outline.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

typedef struct scan {
  dz_array *list; /* dz_candidate */
  const dz_draft *draft;
  const uint32_t *fold;
  bool glossary; /* behind 名词解释: numbered lines are entries, not headings */
} scan;

static bool push(scan *s, const dz_candidate *candidate) {
  return dz_array_append(s->list, candidate, 1) != NULL;
}

/* White space in the source that parts a heading from a body glued to it
 * (一、加强学习　　我坚持…): cuts the heading there. Where the text reads as a
 * heading without a cut, one space is taken for layout. */
static void cut_at_space(const scan *s, dz_candidate *candidate, uint32_t limit) {
  enum { LEAST = 4, BODY_LEAST = 30 };
  const dz_text *text = &s->draft->report.text;
  uint32_t gap = candidate->end > candidate->text ? 3 : 2; /* of positions, so 2 or 1 of spaces */

  for (uint32_t i = candidate->text;
       i + BODY_LEAST < limit && i - candidate->text < DZ_PLAIN_HEADING_MAX; i++) {
    if (s->fold[i] == DZ_FULL_STOP || s->fold[i] == ';') return;
    if (text->origin[i + 1] - text->origin[i] < gap || !dz_is_space(text->cp[text->origin[i] + 1]))
      continue;
    if (i + 1 - candidate->text < LEAST || !dz_is_han(s->fold[i + 1])) continue;
    candidate->end = candidate->body = i + 1;
    candidate->own_line = false;
    return;
  }
}

/* 二、认真履职（一）抓项目: a heading line that holds the first item of the
 * next level. */
static void cut_at_token(const scan *s, dz_candidate *candidate) {
  dz_enumerator token;

  for (uint32_t i = candidate->text + 2; i < candidate->end; i++)
    if (s->fold[i] == '(' && dz_enumerator_read(&token, s->fold + i, candidate->end - i, false) &&
        token.number == 1) {
      candidate->end = candidate->body = i;
      candidate->own_line = false;
      return;
    }
}

static dz_candidate make(const scan *s, const dz_enumerator *token, uint32_t at, uint32_t paragraph,
                         uint32_t limit) {
  dz_candidate candidate = {.at = at,
                            .text = at + (uint32_t)token->length,
                            .paragraph = paragraph,
                            .number = token->number,
                            .key = (uint8_t)token->key,
                            .style = (uint8_t)token->style};

  dz_heading_measure(&candidate, s->fold, limit);
  if (candidate.key <= DZ_KEY_CN_PAREN) {
    cut_at_space(s, &candidate, limit);
    cut_at_token(s, &candidate);
  }
  return candidate;
}

static bool is_boundary(uint32_t cp) {
  return cp == DZ_FULL_STOP || cp == ';' || cp == ':' || cp == '!' || cp == '?';
}

/* Tokens inside the paragraph, each behind the end of a sentence or clause. */
static dz_status scan_inside(scan *s, uint32_t from, uint32_t limit, uint32_t paragraph,
                             dz_error *error) {
  for (uint32_t i = from; i < limit; i++) {
    dz_enumerator token;
    dz_candidate candidate;
    if (i > from && !is_boundary(s->fold[i - 1])) continue;
    if (!dz_enumerator_read(&token, s->fold + i, limit - i, false)) continue;
    candidate = make(s, &token, i, paragraph, limit);
    if (!push(s, &candidate)) return dz_fail_memory(error);
    i = candidate.body > i ? candidate.body - 1 : i;
  }
  return DZ_OK;
}

/* 名词解释: what follows explains terms and is no longer the report itself. */
static bool is_glossary(const uint32_t *fold, dz_span line) {
  enum { GLOSSARY_MAX = 24, BARE_MAX = 4 };
  static const uint32_t *const words[] = {U"名词解释", U"名词注释", U"术语解释", U"有关名词",
                                          U"名词说明", U"名词注解", U"名词释义", U"用语解释",
                                          U"用语说明", U"词汇解释"};
  static const uint32_t *const bare[] = {U"注释", U"注解", U"释义"};

  if (line.end - line.start <= BARE_MAX && dz_word_in(fold, line, bare, sizeof bare / sizeof *bare))
    return true;
  return line.end - line.start <= GLOSSARY_MAX && fold[line.end - 1] != DZ_FULL_STOP &&
         dz_word_in(fold, line, words, sizeof words / sizeof *words);
}

/* 附件 附录 附表 附：, alone, with a number or with a mark behind it */
static bool is_attachment(const uint32_t *fold, dz_span line) {
  uint32_t third;

  if (line.end - line.start < 2 || line.end - line.start > DZ_PLAIN_HEADING_MAX) return false;
  if (fold[line.start] != U'附') return false;
  if (fold[line.start + 1] == ':') return true;
  if (!dz_cp_in(fold[line.start + 1], U"件录表")) return false;
  third = line.end - line.start > 2 ? fold[line.start + 2] : ':';
  return dz_is_digit(third) || dz_is_punctuation(third) || third == U'一';
}

/* 述职人：张三, 2023年1月5日: one of the last lines, which belong to no part. */
static bool is_signature(const scan *s, dz_span line, uint32_t paragraph) {
  enum { SIGNATURE_MAX = 24, LAST_LINES = 4 };
  static const uint32_t *const words[] = {U"述职人", U"报告人", U"汇报人", U"述廉人",
                                          U"签名",   U"单位:",  U"日期:",  U"时间:"};
  uint32_t i = line.start;

  if (line.end - line.start > SIGNATURE_MAX ||
      paragraph + LAST_LINES < s->draft->report.paragraph_count)
    return false;
  for (size_t w = 0; w < sizeof words / sizeof *words; w++)
    if (dz_word_at(s->fold, line.start, line.end, words[w])) return true;
  while (i < line.end &&
         (dz_is_digit(s->fold[i]) || dz_cp_in(s->fold[i], U"〇零一二三四五六七八九十年月日-./() ")))
    i++;
  return i == line.end && line.end - line.start >= 6;
}

/* The paragraph opens with no number: a marked heading, an appendix, an
 * address, or text. */
static dz_status scan_plain_start(scan *s, dz_span line, const dz_line *source, uint32_t paragraph,
                                  dz_error *error) {
  dz_candidate candidate = {.at = line.start,
                            .text = line.start,
                            .end = line.end,
                            .body = line.end,
                            .paragraph = paragraph,
                            .key = DZ_KEY_LINE,
                            .line_start = true,
                            .own_line = true};
  uint32_t address_end;

  if (is_glossary(s->fold, line) || is_attachment(s->fold, line)) {
    s->glossary = is_glossary(s->fold, line);
    candidate.outermost = true;
  } else if (source->heading_level > 0 && line.end - line.start <= DZ_OWN_LINE_MAX) {
    candidate.markup = source->heading_level;
    candidate.style = DZ_STYLE_MARKUP;
  } else if (is_signature(s, line, paragraph)) {
    candidate.closes = candidate.outermost = true;
    candidate.end = candidate.body = line.start;
  } else if (dz_is_vocative(s->fold, line.start, line.end, &address_end)) {
    candidate.closes = true;
    candidate.end = candidate.body = line.start;
  } else {
    return DZ_OK;
  }
  while (candidate.end > candidate.text && is_boundary(s->fold[candidate.end - 1])) candidate.end--;
  return push(s, &candidate) ? DZ_OK : dz_fail_memory(error);
}

/* 一 加强学习 and 1 加强学习: a number with white space for its mark. */
static bool read_spaced(const scan *s, dz_span line, dz_enumerator *token) {
  enum { HEADING_LEAST = 4 };
  const dz_text *text = &s->draft->report.text;
  uint32_t marked[4] = {0}, digits = 0;

  while (digits < 3 && line.start + digits < line.end &&
         (dz_is_digit(s->fold[line.start + digits]) ||
          dz_cp_in(s->fold[line.start + digits], U"一二三四五六七八九十")))
    digits++;
  if (!digits || digits > 2 || line.end - line.start < digits + HEADING_LEAST ||
      line.end - line.start > DZ_PLAIN_HEADING_MAX)
    return false;
  if (text->origin[line.start + digits] == text->origin[line.start + digits - 1] + 1) return false;
  if (!dz_is_han(s->fold[line.start + digits]) || s->fold[line.end - 1] == DZ_FULL_STOP)
    return false;
  for (uint32_t i = 0; i < digits; i++) marked[i] = s->fold[line.start + i];
  marked[digits] = DZ_LIST_COMMA;
  if (!dz_enumerator_read(token, marked, digits + 1, true)) return false;
  token->length = digits;
  return true;
}

/* The brackets, or the mark in front, that set a heading line off: 【政治学习】
 * 〔政治学习〕 ◆主要工作. Cuts them off the line; 0 if there are none. */
static uint32_t strip_mark(const uint32_t *fold, dz_span *line) {
  uint32_t mark = fold[line->start];

  if (line->end - line->start > 1 && fold[line->end - 1] == ':') line->end--;
  if (mark == '[' && fold[line->end - 1] == ']')
    line->end--;
  else if (!dz_cp_in(mark, U"●★☆◆◇■□▲△※"))
    return 0;
  line->start++;
  return mark;
}

/* Is there noise inside the line, which the folded text leaves out? */
static bool holds_noise(const dz_text *text, dz_span line) {
  uint32_t shown = 0;

  for (uint32_t i = text->origin[line.start]; i <= text->origin[line.end - 1]; i++)
    shown += !dz_is_space(text->cp[i]);
  return shown > line.end - line.start;
}

/* A heading line set off by brackets or a mark: text stands below it, not the
 * next of a list of such lines. */
static bool read_marked(const scan *s, dz_span line, uint32_t paragraph, dz_candidate *candidate) {
  dz_span text = line, next;
  uint32_t mark = strip_mark(s->fold, &text);

  if (!mark || paragraph + 1 >= s->draft->report.paragraph_count) return false;
  if (text.end < text.start + 2 || text.end - text.start > DZ_PLAIN_HEADING_MAX) return false;
  for (uint32_t i = text.start; i < text.end; i++)
    if (!dz_is_han(s->fold[i]) && !dz_is_digit(s->fold[i]) && !dz_cp_in(s->fold[i], U",、\"()"))
      return false;
  if (holds_noise(&s->draft->report.text, line)) return false;
  next = dz_paragraph_fold(&s->draft->report, paragraph + 1);
  if (next.start == next.end || s->fold[next.start] == mark) return false;
  *candidate = (dz_candidate){.at = mark == '[' ? text.start : line.start,
                              .text = text.start,
                              .end = text.end,
                              .body = line.end,
                              .paragraph = paragraph,
                              .key = DZ_KEY_MARKED,
                              .line_start = true,
                              .own_line = true};
  return true;
}

static dz_status scan_paragraph(scan *s, uint32_t paragraph, dz_error *error) {
  dz_span line = dz_paragraph_fold(&s->draft->report, paragraph);
  const dz_line *source = (const dz_line *)s->draft->lines.items + paragraph;
  dz_enumerator token;
  dz_candidate candidate;
  uint32_t from = line.start;

  if (line.start == line.end || source->table_row) return DZ_OK;
  if (!s->glossary && !source->heading_level && read_marked(s, line, paragraph, &candidate))
    return push(s, &candidate) ? DZ_OK : dz_fail_memory(error);
  if (!dz_enumerator_read(&token, s->fold + line.start, line.end - line.start, true) &&
      !read_spaced(s, line, &token)) {
    size_t before = s->list->count;
    dz_status status = scan_plain_start(s, line, source, paragraph, error);
    if (status || s->list->count > before || s->glossary) return status;
    return scan_inside(s, from, line.end, paragraph, error);
  }
  if (s->glossary && token.key > DZ_KEY_CN_DUN) return DZ_OK;
  s->glossary = false;
  candidate = make(s, &token, line.start, paragraph, line.end);
  candidate.line_start = true;
  candidate.markup = source->heading_level;
  if (token.key == DZ_KEY_DECIMAL || token.key == DZ_KEY_SUBDECIMAL)
    if (!candidate.own_line || (candidate.text < line.end && is_boundary(s->fold[line.end - 1])))
      return DZ_OK;
  if (!push(s, &candidate)) return dz_fail_memory(error);
  from = candidate.body > candidate.text ? candidate.body : candidate.text;
  return scan_inside(s, from, line.end, paragraph, error);
}

dz_status dz_outline_scan(dz_array *candidates, const dz_draft *draft, const dz_front *front,
                          dz_error *error) {
  scan s = {.list = candidates, .draft = draft, .fold = draft->report.text.fold};
  dz_status status = DZ_OK;

  for (size_t p = front->count; p < draft->report.paragraph_count && !status; p++)
    status = scan_paragraph(&s, (uint32_t)p, error);
  return status;
}
