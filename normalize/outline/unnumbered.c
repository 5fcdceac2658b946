/* unnumbered.c - headings without number, known by their neighbours: a short line between whole
 * paragraphs, short sentences that open paragraphs or part one evenly; see docs/outline.md */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/outline_words.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/paragraph.h"
#include "outline.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  OPENING_BODY = 20, /* code points a paragraph must go on for behind its opening heading */
  INNER_BODY = 25,   /* the same behind a heading inside a paragraph */
  INNER_MAX = 24,    /* headings inside one paragraph */
  SPREAD_PAIR = 2,   /* difference of length of two of them */
  SPREAD_MANY = 5,   /* of three and more */
  /* code points of a clause of one; a longer one in mid paragraph tells a fact */
  INNER_CLAUSE = 13,
  SPREAD_CLAUSES = 4,      /* of the two clauses of one that may be longer */
  LEAD_IN = 60,            /* code points of the one sentence that may stand before the first */
  NEXT_LEAST = 20,         /* code points of the paragraph below a heading line */
  NEXT_BARE = 10,          /* the same of a whole sentence below a line that names a section */
  LINE_SENTENCE_LEAST = 5, /* of a whole sentence that is a heading line */
  LINE_BODY_LEAST = 40,    /* of the paragraph below it */
  LINE_SHARE = 4,          /* one paragraph in so many is such a line */
  SECOND_MOST = 32,        /* a second one on the same line */
  CUE_POINTS = 6           /* one strong cue */
};

typedef struct plain {
  const dz_draft *draft;
  const dz_front *front;
  const uint32_t *fold;
  const dz_candidate *candidates;
  size_t candidate_count;
  dz_array found;           /* dz_candidate, in text order */
  dz_section_score *scores; /* one per node */
  bool below;               /* a heading line stood right over another: lines stand below it */
  size_t lines, unproved;   /* heading lines, and those of them that no cue bears out */
} plain;

static bool push(plain *p, const dz_candidate *candidate) {
  return dz_array_append(&p->found, candidate, 1) != NULL;
}

/* One past the first sentence of fold[start..end), its mark included. */
static uint32_t first_sentence(const uint32_t *fold, uint32_t start, uint32_t end) {
  uint32_t i = start;

  while (i < end && fold[i] != DZ_FULL_STOP && fold[i] != '!' && fold[i] != '?') i++;
  return i < end ? i + 1 : end;
}

static bool ends_whole(const uint32_t *fold, dz_span line) {
  return dz_cp_in(fold[line.end - 1], U"。!?;:\")");
}

/* Does a cue of the canonical sections bear the line out? *exact: it is a known
 * heading to the letter; *whole: one that names a part of the report. */
static bool has_cue(plain *p, dz_span line, bool *exact, bool *whole) {
  const dz_knowledge *knowledge = p->draft->knowledge;
  bool cue = false;

  *exact = *whole = false;
  dz_section_cues_score(knowledge->section_cues, p->fold, line, p->scores);
  for (size_t i = 0; i < knowledge->taxonomy->node_count; i++) {
    const dz_section_score *score = &p->scores[i];
    cue |= score->exact || score->strong >= CUE_POINTS + score->veto;
    *exact |= score->exact;
    *whole |= score->exact && knowledge->taxonomy->nodes[i].level == 1;
  }
  return cue;
}

/* A short line without the marks of a sentence. */
static bool is_heading_line(const uint32_t *fold, dz_span line) {
  uint32_t length = line.end - line.start;

  if (length < 2 || length > DZ_PLAIN_HEADING_MAX || !dz_is_han(fold[line.end - 1])) return false;
  if (dz_cp_in(fold[line.start], U"我要这那但而并将的他,。;:、*")) return false;
  for (uint32_t i = line.start; i < line.end; i++)
    if (dz_cp_in(fold[i], U"。;:!?")) return false;
  return true;
}

/* 存在问题： and 德： on a line of their own keep their colon out of the heading. */
static dz_span without_colon(const uint32_t *fold, dz_span line) {
  enum { COLON_LINE_MAX = 14 };

  if (line.end - line.start > 1 && line.end - line.start <= COLON_LINE_MAX &&
      fold[line.end - 1] == ':')
    line.end--;
  return line;
}

static bool is_bold(const plain *p, size_t paragraph) {
  return ((const dz_line *)p->draft->lines.items)[paragraph].bold;
}

/* The next paragraph that is not all noise, in the direction of `step`; empty: none near. */
static dz_span neighbour(const plain *p, size_t paragraph, int step) {
  enum { NOISE_MOST = 4 }; /* page numbers and the like between two paragraphs */
  dz_span line = {0, 0};

  for (int i = 0; i < NOISE_MOST && line.start == line.end; i++) {
    if (step < 0 ? paragraph == 0 : paragraph + 1 >= p->draft->report.paragraph_count) break;
    paragraph = step < 0 ? paragraph - 1 : paragraph + 1;
    line = dz_paragraph_fold(&p->draft->report, paragraph);
  }
  return line;
}

/* 2022年工作安排 / 守牢防控底线 / text: the line at `paragraph` names the part, the one below it an
 * item of the part. */
static bool is_over_line(const plain *p, size_t paragraph) {
  dz_span next = neighbour(p, paragraph, 1), text;

  if (next.start == next.end || !is_heading_line(p->fold, next) ||
      paragraph + 2 >= p->draft->report.paragraph_count)
    return false;
  text = neighbour(p, paragraph + 1, 1);
  return text.end >= text.start + NEXT_LEAST && ends_whole(p->fold, text);
}

/* A heading line: whole paragraphs stand before and behind it. */
static bool try_line(plain *p, size_t paragraph, bool after_heading, bool before_heading) {
  const dz_report *report = &p->draft->report;
  dz_span line = dz_paragraph_fold(report, paragraph), text = without_colon(p->fold, line), next;
  dz_candidate candidate = {.at = text.start,
                            .text = text.start,
                            .end = text.end,
                            .body = line.end,
                            .paragraph = (uint32_t)paragraph,
                            .key = DZ_KEY_LINE,
                            .line_start = true,
                            .own_line = true};
  bool cue, exact, whole, over;

  if (!is_heading_line(p->fold, text) || paragraph + 1 >= report->paragraph_count) return true;
  next = neighbour(p, paragraph, 1);
  if (next.start == next.end) return true;
  if (!after_heading && !is_bold(p, paragraph) && paragraph > p->front->count && paragraph > 0) {
    dz_span before = neighbour(p, paragraph, -1);
    if (before.start == before.end || !ends_whole(p->fold, before)) return true;
  }
  cue = has_cue(p, text, &exact, &whole);
  if (text.end < line.end && !exact) return true;
  over = cue && text.end == line.end && is_over_line(p, paragraph);
  if (!before_heading && !is_bold(p, paragraph) && !over &&
      next.end - next.start < (ends_whole(p->fold, next) ? NEXT_BARE : NEXT_LEAST))
    return true;
  candidate.outermost = whole;
  if (over || whole)
    p->below = over;
  else if (p->below)
    candidate.key = DZ_KEY_OPENING;
  if (!cue && !is_bold(p, paragraph)) {
    if (line.end - line.start < 4) return true;
    candidate.dropped = true; /* until a second one like it is found */
    p->unproved++;
  }
  p->lines++;
  return push(p, &candidate);
}

/* Is the paragraph the rest of a sentence that a stray line break cut? The one
 * before is too long for a heading and ends without a mark. */
static bool goes_on(const plain *p, size_t paragraph) {
  dz_span before;

  if (paragraph == p->front->count) return false;
  before = dz_paragraph_fold(&p->draft->report, paragraph - 1);
  return before.end > before.start + DZ_RUNIN_MAX && !dz_is_punctuation(p->fold[before.end - 1]);
}

/* 成绩来之不易。在看到成绩的同时，我们也清醒地认识到…: the turn from what was done to what is wrong is no row. */
static bool turns_to_faults(const plain *p, dz_span line, uint32_t sentence_end) {
  enum { REACH = 30 };
  dz_span head = {line.start, sentence_end + REACH < line.end ? sentence_end + REACH : line.end};

  return dz_outline_word_in(p->draft->knowledge->outline_words, DZ_OW_FAULTS, p->fold, head);
}

static bool opens_with_heading(const plain *p, size_t paragraph, dz_span line, dz_plain_width width,
                               uint32_t *end) {
  *end = first_sentence(p->fold, line.start, line.end);
  return *end + OPENING_BODY <= line.end && !goes_on(p, paragraph) &&
         p->fold[*end - 1] == DZ_FULL_STOP && !dz_word_at(p->fold, *end, line.end, U"我们") &&
         !turns_to_faults(p, line, *end) && dz_heading_plain(p->fold, line.start, *end - 1, width);
}

/* 各位代表！过去一年…, 在此，我代表…: a word to the hearers stands apart from the rows above it. */
static bool addresses(const plain *p, dz_span line) {
  return dz_outline_word_at(p->draft->knowledge->outline_words, DZ_OW_ADDRESS, p->fold, line.start,
                            line.end);
}

/* Paragraphs [from, to) without number between two headings: headings if at
 * least two of them, and half of all, open with a short sentence. */
static size_t count_openings(const plain *p, size_t from, size_t to) {
  size_t hits = 0, all = 0;
  uint32_t end;

  for (size_t i = from; i < to; i++) {
    dz_span line = dz_paragraph_fold(&p->draft->report, i);
    if (line.start == line.end) continue;
    if (turns_to_faults(p, line, first_sentence(p->fold, line.start, line.end))) continue;
    if (addresses(p, line)) continue;
    all++;
    hits += opens_with_heading(p, i, line, DZ_PLAIN_OPENING, &end);
  }
  return hits < 2 || hits * 2 < all ? 0 : hits;
}

/* Beside them a longer one is a heading too. */
static bool push_openings(plain *p, size_t from, size_t to, dz_list_key key) {
  for (size_t i = from; i < to; i++) {
    dz_span line = dz_paragraph_fold(&p->draft->report, i);
    uint32_t end;
    if (line.start == line.end || !opens_with_heading(p, i, line, DZ_PLAIN_LONG, &end)) continue;
    dz_candidate candidate = {.at = line.start,
                              .text = line.start,
                              .end = end - 1,
                              .body = end,
                              .paragraph = (uint32_t)i,
                              .key = (uint8_t)key,
                              .line_start = true};
    if (!push(p, &candidate)) return false;
  }
  return true;
}

/* 这一年，我们聚力有效投资，全力攻坚重大项目。 这是城乡面貌持续改善的五年。 我们坚持…: a statement that is a row only among
 * others with the same first words. 0: it is none; else its first words. */
static uint64_t parallel_words(const plain *p, size_t paragraph, uint32_t *end) {
  enum { LEAST = 9, MOST = 46, WORDS = 3 };
  dz_span line = dz_paragraph_fold(&p->draft->report, paragraph);
  uint32_t length;

  if (line.end - line.start < LEAST || !dz_cp_in(p->fold[line.start], U"这五过一我")) return 0;
  if (p->fold[line.start] == U'我' && p->fold[line.start + 1] != U'们') return 0;
  *end = first_sentence(p->fold, line.start, line.end);
  length = *end - line.start;
  if (length < LEAST || length > MOST || *end + OPENING_BODY > line.end ||
      p->fold[*end - 1] != DZ_FULL_STOP || goes_on(p, paragraph) || turns_to_faults(p, line, *end))
    return 0;
  for (uint32_t i = line.start; i < *end; i++)
    if (dz_is_digit(p->fold[i]) || dz_cp_in(p->fold[i], U"*;:×")) return 0;
  if (p->fold[line.start] == U'这' && p->fold[line.start + 1] == U'是') return U'是';
  return (uint64_t)p->fold[line.start] << 42 | (uint64_t)p->fold[line.start + 1] << 21 |
         p->fold[line.start + WORDS - 1];
}

/* The first words most rows of [from, to) share, if they make up half of the paragraphs and are
 * three at least. */
static uint64_t shared_words(const plain *p, size_t from, size_t to) {
  enum { ROWS_LEAST = 3 };
  uint64_t best = 0, words;
  size_t votes = 0, rows = 0, all = 0;
  uint32_t end;

  for (size_t i = from; i < to; i++) {
    words = parallel_words(p, i, &end);
    if (!words) continue;
    if (!votes) best = words;
    votes = words == best ? votes + 1 : votes - 1;
  }
  for (size_t i = from; i < to && best; i++) {
    dz_span line = dz_paragraph_fold(&p->draft->report, i);
    if (line.start == line.end) continue;
    if (addresses(p, line) && !rows) return 0; /* they may be of another part than the one above */
    if (addresses(p, line) || turns_to_faults(p, line, line.start)) continue;
    all++;
    rows += parallel_words(p, i, &end) == best;
  }
  return rows >= ROWS_LEAST && rows * 2 >= all ? best : 0;
}

static bool push_parallels(plain *p, size_t from, size_t to, uint64_t words) {
  for (size_t i = from; i < to; i++) {
    dz_span line = dz_paragraph_fold(&p->draft->report, i);
    uint32_t end;
    if (parallel_words(p, i, &end) != words) continue;
    dz_candidate candidate = {.at = line.start,
                              .text = line.start,
                              .end = end - 1,
                              .body = end,
                              .paragraph = (uint32_t)i,
                              .key = DZ_KEY_OPENING,
                              .line_start = true};
    if (!push(p, &candidate)) return false;
  }
  return true;
}

/* A whole sentence on a line of its own over the text it names. */
typedef enum line_sentence { LINE_NONE, LINE_SHORT, LINE_WIDE } line_sentence;

/* 这五年，我们…: these hold the bare ones (产业结构持续优化。) below them. */
static bool is_wide(const uint32_t *fold, dz_span line) {
  enum { YEARS_WITHIN = 5 };
  static const uint32_t *const us[] = {U"我们"};

  for (uint32_t i = line.start; i < line.end && i < line.start + YEARS_WITHIN; i++)
    if (fold[i] == U'年') return true;
  return dz_word_in(fold, line, us, 1);
}

/* *end: behind its first sentence. A bare one may follow a wide one on its line:
 * 这五年，我们…。经济实力显著提升。 */
static line_sentence read_line_sentence(const plain *p, size_t paragraph, size_t to,
                                        uint32_t *end) {
  const dz_report *report = &p->draft->report;
  dz_span line = dz_paragraph_fold(report, paragraph), next;
  uint32_t length = line.end - line.start;

  if (paragraph + 1 >= to || length < LINE_SENTENCE_LEAST || length > DZ_OWN_LINE_MAX)
    return LINE_NONE;
  if (p->fold[line.end - 1] != DZ_FULL_STOP) return LINE_NONE;
  *end = first_sentence(p->fold, line.start, line.end);
  if (*end != line.end &&
      (!is_wide(p->fold, (dz_span){line.start, *end}) ||
       first_sentence(p->fold, *end, line.end) != line.end || line.end - *end > SECOND_MOST))
    return LINE_NONE;
  for (uint32_t i = line.start; i < line.end; i++)
    if (dz_cp_in(p->fold[i], U":;*!?")) return LINE_NONE;
  if (dz_has_figure(p->fold, line.start, line.end) || goes_on(p, paragraph) ||
      dz_outline_word_in(p->draft->knowledge->outline_words, DZ_OW_ANNOUNCE, p->fold, line))
    return LINE_NONE;
  next = dz_paragraph_fold(report, paragraph + 1);
  if (next.end < next.start + LINE_BODY_LEAST || next.end - next.start < length + length / 3)
    return LINE_NONE;
  if (is_wide(p->fold, line)) return LINE_WIDE;
  return length <= DZ_RUNIN_MAX ? LINE_SHORT : LINE_NONE;
}

/* Paragraphs [from, to) between two headings in which such lines and text take
 * turns: two of a kind at least, and one paragraph in four of the stretch. */
static size_t count_line_sentences(const plain *p, size_t from, size_t to, size_t *counts) {
  size_t first = to, last = from, sum;
  uint32_t end;

  for (size_t i = from; i < to; i++) {
    line_sentence kind = read_line_sentence(p, i, to, &end);
    if (kind == LINE_NONE) continue;
    counts[kind]++;
    if (first == to) first = i;
    last = i;
  }
  for (int kind = LINE_SHORT; kind <= LINE_WIDE; kind++)
    if (counts[kind] < 2) counts[kind] = 0;
  sum = counts[LINE_SHORT] + counts[LINE_WIDE];
  return first < to && sum * LINE_SHARE > last + 1 - first ? sum : 0;
}

static bool push_line_sentences(plain *p, size_t from, size_t to, const size_t *counts) {
  for (size_t i = from; i < to; i++) {
    dz_span line = dz_paragraph_fold(&p->draft->report, i);
    uint32_t end = line.end;
    line_sentence kind = read_line_sentence(p, i, to, &end);
    dz_candidate candidate = {.at = line.start,
                              .text = line.start,
                              .end = end - 1,
                              .body = end,
                              .paragraph = (uint32_t)i,
                              .key = DZ_KEY_OPENING,
                              .line_start = true,
                              .own_line = true};
    if (kind == LINE_NONE || !counts[kind]) continue;
    if (kind == LINE_SHORT && counts[LINE_WIDE]) candidate.key = DZ_KEY_INNER;
    if (!push(p, &candidate)) return false;
    if (end == line.end) continue;
    candidate.at = candidate.text = end;
    candidate.body = line.end;
    candidate.end = line.end - 1;
    candidate.key = DZ_KEY_INNER;
    if (!push(p, &candidate)) return false;
  }
  return true;
}

static uint32_t count_clauses(const uint32_t *fold, uint32_t start, uint32_t end) {
  uint32_t clauses = 1;

  for (uint32_t i = start; i < end; i++) clauses += fold[i] == ',';
  return clauses;
}

/* Short clauses; at the head of the paragraph also longer ones of about the same length. */
static bool is_terse(const uint32_t *fold, dz_span hit, bool at_head) {
  uint32_t comma = hit.start, left, right;

  while (comma < hit.end && fold[comma] != ',') comma++;
  left = comma == hit.end ? hit.end - 1 - hit.start : comma - hit.start;
  right = comma == hit.end ? left : hit.end - comma - 2; /* the comma and the mark at the end */
  if (left <= INNER_CLAUSE && right <= INNER_CLAUSE) return true;
  return at_head && left <= right + SPREAD_CLAUSES && right <= left + SPREAD_CLAUSES;
}

/* As many clauses, about the same length; two alone must also begin alike. */
static bool is_parallel(const uint32_t *fold, const dz_span *hits, size_t count, bool at_head) {
  uint32_t shortest = UINT32_MAX, longest = 0,
           clauses = count_clauses(fold, hits[0].start, hits[0].end);

  for (size_t i = 0; i < count; i++) {
    uint32_t length = hits[i].end - hits[i].start;
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
    if (count_clauses(fold, hits[i].start, hits[i].end) != clauses ||
        !is_terse(fold, hits[i], at_head))
      return false;
  }
  if (count > 2) return longest - shortest <= SPREAD_MANY;
  return longest - shortest <= SPREAD_PAIR && fold[hits[0].start] == fold[hits[1].start] &&
         fold[hits[0].start + 1] == fold[hits[1].start + 1];
}

/* Short sentences of one shape, each with a body: 理清思路，稳步推进。… */
static bool try_inner(plain *p, size_t paragraph, uint32_t from, uint32_t end) {
  dz_span hits[INNER_MAX];
  size_t count = 0;
  uint32_t lead_in = first_sentence(p->fold, from, end);

  if (lead_in > from + LEAD_IN || dz_has_figure(p->fold, from, lead_in))
    lead_in = from; /* it tells a fact itself */
  for (uint32_t at = from, next; at < end; at = next) {
    next = first_sentence(p->fold, at, end);
    if (p->fold[next - 1] != DZ_FULL_STOP ||
        !dz_heading_plain(p->fold, at, next - 1, DZ_PLAIN_INNER))
      continue;
    if (count == 1 && at < hits[0].end + INNER_BODY) count = 0; /* that one led in to this */
    if (count == INNER_MAX || (count && at < hits[count - 1].end + INNER_BODY)) return true;
    hits[count++] = (dz_span){at, next};
  }
  if (count < 2 || hits[count - 1].end + INNER_BODY > end) return true;
  if (!is_parallel(p->fold, hits, count, hits[0].start <= lead_in)) return true;
  for (size_t i = 0; i < count; i++) {
    dz_candidate candidate = {.at = hits[i].start,
                              .text = hits[i].start,
                              .end = hits[i].end - 1,
                              .body = hits[i].end,
                              .paragraph = (uint32_t)paragraph,
                              .key = DZ_KEY_INNER};
    if (!push(p, &candidate)) return false;
  }
  return true;
}

/* What the candidates found before say about a paragraph. */
typedef struct occupied {
  bool start;    /* a number or mark opens it */
  bool inside;   /* a number stands inside it */
  bool own_line; /* it is a heading and nothing else */
  uint32_t body; /* behind its heading */
} occupied;

static occupied look_up(const plain *p, size_t *next, size_t paragraph) {
  occupied o = {0};

  while (*next < p->candidate_count && p->candidates[*next].paragraph < paragraph) ++*next;
  for (size_t i = *next; i < p->candidate_count && p->candidates[i].paragraph == paragraph; i++) {
    const dz_candidate *c = &p->candidates[i];
    if (c->dropped) continue;
    if (c->line_start) {
      o.start = true;
      o.own_line = c->own_line && c->end > c->text;
      o.body = c->body > c->text ? c->body : c->text;
    } else {
      o.inside = true;
    }
  }
  return o;
}

static bool starts_heading(const plain *p, size_t next, size_t paragraph) {
  while (next < p->candidate_count && p->candidates[next].paragraph < paragraph) next++;
  return next < p->candidate_count && p->candidates[next].paragraph == paragraph &&
         p->candidates[next].line_start;
}

/* Heading lines, and headings inside paragraphs. */
static bool find_lines_and_inner(plain *p) {
  const dz_report *report = &p->draft->report;
  size_t next = 0;
  bool after_heading = true, glossary = false;

  for (size_t i = p->front->count; i < report->paragraph_count; i++) {
    occupied o = look_up(p, &next, i);
    dz_span line = dz_paragraph_fold(report, i);
    size_t before = p->found.count;
    if (line.start == line.end || ((const dz_line *)p->draft->lines.items)[i].table_row) continue;
    glossary |= o.start && next < p->candidate_count && p->candidates[next].outermost;
    if (!o.start && !glossary && !try_line(p, i, after_heading, starts_heading(p, next, i + 1)))
      return false;
    after_heading = o.own_line || p->found.count > before;
    if (p->found.count == before && !o.inside && !glossary && !o.own_line &&
        !try_inner(p, i, o.start ? o.body : line.start, line.end))
      return false;
  }
  return true;
}

static int by_place(const void *left, const void *right) {
  const dz_candidate *a = left, *b = right;

  return a->at < b->at ? -1 : a->at > b->at;
}

/* Whichever kind of heading without number a block of paragraphs has more of. */
static bool try_block(plain *p, size_t from, size_t to) {
  size_t counts[3] = {0}, openings = count_openings(p, from, to);
  size_t lines = count_line_sentences(p, from, to, counts);
  uint64_t words;

  if (lines && lines >= openings) return push_line_sentences(p, from, to, counts);
  if (lines && openings &&
      counts[LINE_WIDE]) { /* 这五年，我们…。 over paragraphs that open with headings */
    counts[LINE_SHORT] = 0;
    return push_line_sentences(p, from, to, counts) && push_openings(p, from, to, DZ_KEY_INNER);
  }
  words = openings || lines ? 0 : shared_words(p, from, to);
  if (words) return push_parallels(p, from, to, words);
  return !openings || push_openings(p, from, to, DZ_KEY_OPENING);
}

/* Blocks of paragraphs between headings. */
static bool find_openings(plain *p) {
  const dz_report *report = &p->draft->report;
  size_t next = 0, line = 0, lines = p->found.count, from = p->front->count;

  for (size_t i = p->front->count; i <= report->paragraph_count; i++) {
    bool heads = i == report->paragraph_count || look_up(p, &next, i).start;
    for (; line < lines; line++) {
      const dz_candidate *found = dz_array_at(&p->found, line);
      if (found->paragraph > i) break;
      heads |= found->line_start && found->paragraph == i && !found->dropped;
    }
    if (!heads) continue;
    if (!try_block(p, from, i)) return false;
    from = i + 1;
  }
  return true;
}

/* Below an opening, but not a wide one, short sentences are as a rule the measures it announces:
 * a row inside that paragraph is dropped. */
static void drop_doubles(const uint32_t *fold, dz_candidate *found, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (found[i].key != DZ_KEY_OPENING || is_wide(fold, (dz_span){found[i].at, found[i].end}))
      continue;
    for (size_t k = i; k-- > 0 && found[k].paragraph == found[i].paragraph;)
      found[k].dropped |= found[k].key == DZ_KEY_INNER && !found[k].line_start;
    for (size_t k = i + 1; k < count && found[k].paragraph == found[i].paragraph; k++)
      found[k].dropped |= found[k].key == DZ_KEY_INNER && !found[k].line_start;
  }
}

/* Puts what was found among the candidates, in text order. */
static bool merge(plain *p, dz_array *candidates) {
  if (!p->found.count) return true;
  qsort(p->found.items, p->found.count, sizeof(dz_candidate), by_place);
  drop_doubles(p->fold, p->found.items, p->found.count);
  if (!dz_array_append(candidates, p->found.items, p->found.count)) return false;
  qsort(candidates->items, candidates->count, sizeof(dz_candidate), by_place);
  return true;
}

dz_status dz_outline_plain(dz_array *candidates, const dz_draft *draft, const dz_front *front,
                           dz_error *error) {
  plain p = {.draft = draft,
             .front = front,
             .fold = draft->report.text.fold,
             .candidates = candidates->items,
             .candidate_count = candidates->count,
             .found = dz_array_of(sizeof(dz_candidate))};
  bool ok;

  p.scores = malloc((draft->knowledge->taxonomy->node_count + 1) * sizeof *p.scores);
  ok = p.scores && find_lines_and_inner(&p);
  for (size_t i = 0; ok && i < p.found.count && p.unproved && p.lines > 1; i++)
    ((dz_candidate *)p.found.items)[i].dropped = false;
  ok = ok && find_openings(&p) && merge(&p, candidates);
  free(p.scores);
  dz_array_free(&p.found);
  return ok ? DZ_OK : dz_fail_memory(error);
}
