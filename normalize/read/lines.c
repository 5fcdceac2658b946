/* lines.c - see lines.h
 *
 * A text is wrapped if its lines fill a width: the next word would not have
 * fitted. That is what a wrapping program does, so it is what is looked for;
 * a text whose lines are merely short has no such width. */
#include "lines.h"

#include "base/error.h"
#include "sink.h"
#include "text/phrase.h"
#include "text/unicode.h"

/* Thresholds of the wrapping.
 * MIN_WIDTH, MAX_WIDTH: cells or characters; mail wraps at 72, Word's export at 76 to 84, and
 *   a paragraph of one unwrapped report is hundreds of cells long.
 * SLACK: “ and — are one cell for one program and two for another, and
 *   characters that may not start a line pull others down with them.
 * OUTLIERS: one line in so many (a long address) may be wider.
 * MIN_FULL, FULL_SHARE, CUT_SHARE: how many lines must fill the width, as part
 *   of all, and how many of these must break off inside a sentence. Reports
 *   that are not wrapped stay under a tenth of these shares. */
enum { MIN_WIDTH = 30, MAX_WIDTH = 200, SLACK = 3, OUTLIERS = 100, MIN_FULL = 4 };
static const double FULL_SHARE = 0.3, CUT_SHARE = 0.5;

/* What a wrapping program counted. */
typedef enum wrap_metric { CELLS, CODE_POINTS, METRIC_COUNT } wrap_metric;

typedef struct wrap_rule {
  uint32_t width; /* 0: the text is not wrapped */
  wrap_metric metric;
} wrap_rule;

typedef struct piece { /* one line of the file that is not blank */
  dz_span span;        /* without the break and the white space around */
  uint32_t width[2];   /* in cells and in code points, the indentation included */
  uint32_t word[2];    /* the same of its first word, which a break cannot split */
  uint16_t indent;     /* code points of white space before it */
  bool after_blank;    /* a blank line stands before it */
} piece;

static piece measure(const uint32_t *cp, uint32_t start, uint32_t end) {
  piece p = {.span = {start, end}};
  uint32_t i;

  while (p.span.start < end && dz_is_space(cp[p.span.start])) p.span.start++;
  while (p.span.end > p.span.start && dz_is_space(cp[p.span.end - 1])) p.span.end--;
  p.indent = (uint16_t)(p.span.start - start < UINT16_MAX ? p.span.start - start : UINT16_MAX);
  p.width[CODE_POINTS] = p.span.end - start;
  for (i = start; i < p.span.end && p.width[CELLS] <= MAX_WIDTH; i++)
    p.width[CELLS] += (uint32_t)dz_cell_width(cp[i], 2);
  for (i = p.span.start; i < p.span.end; i++)
    if (cp[i] == '\t')
      p.width[CELLS] = p.width[CODE_POINTS] = 0; /* a row of a table is never full */
  p.word[CELLS] = 2;
  p.word[CODE_POINTS] = 1;
  for (i = p.span.start; i < p.span.end && dz_is_latin(cp[i]) && i < p.span.start + MAX_WIDTH; i++)
    p.word[CELLS] = p.word[CODE_POINTS] = i - p.span.start + 1;
  return p;
}

static dz_status find_pieces(dz_array *pieces, const dz_draft *draft, dz_error *error) {
  const uint32_t *cp = draft->cps.items;
  uint32_t start = 0, count = (uint32_t)draft->cps.count;
  bool blank = false;

  for (uint32_t i = 0; i <= count; i++) {
    if (i < count && !dz_is_line_break(cp[i])) continue;
    piece p = measure(cp, start, i);
    if (p.span.end - p.span.start > DZ_MAX_PARAGRAPH)
      return dz_fail(error, DZ_LIMIT, "%s: line %zu has more than %d characters",
                     draft->report.path, pieces->count + 1, DZ_MAX_PARAGRAPH);
    if (p.span.start < p.span.end) {
      p.after_blank = blank;
      if (!dz_array_append(pieces, &p, 1)) return dz_fail_memory(error);
      blank = false;
    } else if (!(i && i < count && cp[i] == '\n' && cp[i - 1] == '\r')) {
      blank = true;
    }
    start = i + 1;
  }
  return DZ_OK;
}

/* The width that all lines but the outliers keep to; 0 if there is none. */
static uint32_t common_width(const piece *p, size_t count, wrap_metric metric) {
  size_t histogram[MAX_WIDTH + 1] = {0}, wider = 0, allowed = count / OUTLIERS;

  for (size_t i = 0; i < count; i++) {
    if (p[i].width[metric] <= MAX_WIDTH)
      histogram[p[i].width[metric]]++;
    else if (++wider > allowed)
      return 0;
  }
  for (uint32_t width = MAX_WIDTH; width >= MIN_WIDTH; width--) {
    wider += histogram[width];
    if (wider > allowed) return width;
  }
  return 0;
}

static bool is_full(const piece *p, const piece *next, wrap_rule wrap) {
  return p->width[wrap.metric] + next->word[wrap.metric] + SLACK > wrap.width;
}

/* Looks for a width in one metric; returns how many lines fill it, 0 if the text
 * is not wrapped by it. */
static size_t try_metric(wrap_rule *rule, const uint32_t *cp, const piece *p, size_t count,
                         wrap_metric metric) {
  size_t full = 0, cut = 0;

  *rule = (wrap_rule){common_width(p, count, metric), metric};
  for (size_t i = 0; rule->width && i + 1 < count; i++) {
    if (p[i + 1].after_blank || !is_full(&p[i], &p[i + 1], *rule)) continue;
    full++;
    cut += !dz_is_stop(cp[p[i].span.end - 1]);
  }
  if (full < MIN_FULL || (double)full < FULL_SHARE * (double)count) return 0;
  return (double)cut < CUT_SHARE * (double)full ? 0 : full;
}

/* The width at which the text was wrapped, in the metric that more lines fill. */
static wrap_rule find_wrap(const uint32_t *cp, const piece *p, size_t count) {
  wrap_rule found = {0}, tried;
  size_t most = 0;

  for (wrap_metric metric = CELLS; metric < METRIC_COUNT; metric++) {
    size_t full = try_metric(&tried, cp, p, count, metric);
    if (full <= most) continue;
    most = full;
    found = tried;
  }
  return found;
}

static bool is_numeral(uint32_t fold) {
  return dz_cp_in(fold, U"一二三四五六七八九十") || dz_is_digit(fold) ||
         (fold >= 0x2460 && fold <= 0x2473);
}

bool dz_lines_starts_item(const uint32_t *cp, size_t count) {
  bool opened = dz_fold_cp(cp[0]) == '(';
  size_t i = opened, digits = 0;
  uint32_t end;

  for (; i < count && digits < 4; i++, digits++)
    if (!is_numeral(dz_fold_cp(cp[i]))) break;
  if (!digits || i >= count) return false;
  end = dz_fold_cp(cp[i]);
  if (end == '.') return i + 1 >= count || !dz_is_digit(dz_fold_cp(cp[i + 1]));
  return end == ')' || end == U'、';
}

/* A line that ends a paragraph ends a sentence; one that does not fill the width
 * and ends none is a heading. */
static bool is_heading(const uint32_t *cp, const piece *p, const piece *next, wrap_rule wrap) {
  return !dz_is_stop(cp[p->span.end - 1]) &&
         (!next || next->after_blank || !is_full(p, next, wrap));
}

static bool starts_paragraph(const uint32_t *cp, dz_span span) {
  if (dz_lines_starts_item(cp + span.start, span.end - span.start)) return true;
  return span.end - span.start > 1 && dz_fold_cp(cp[span.start]) == '-' &&
         dz_fold_cp(cp[span.start + 1]) == '-';
}

/* Whether p[i] goes on with the paragraph of p[i - 1]. Where paragraphs are
 * indented, only an indentation starts one after a full line. */
static bool goes_on(const uint32_t *cp, const piece *p, size_t i, size_t count, wrap_rule wrap,
                    bool indented) {
  const piece *last = &p[i - 1], *next = &p[i];

  if (next->after_blank || !is_full(last, next, wrap)) return false;
  if (indented && next->indent >= 2 && next->indent > last->indent) return false;
  if (!dz_is_stop(cp[last->span.end - 1])) return true;
  if (next->indent >= 2 || starts_paragraph(cp, next->span)) return false;
  return !is_heading(cp, next, i + 1 < count ? &p[i + 1] : NULL, wrap);
}

static bool is_indented(const piece *p, size_t count) {
  size_t indented = 0, flush = 0;

  for (size_t i = 0; i < count; i++) *(p[i].indent >= 2 ? &indented : &flush) += 1;
  return indented >= 2 && flush >= indented / 4;
}

static dz_status add_lines(dz_draft *draft, const piece *p, size_t count, wrap_rule wrap,
                           dz_error *error) {
  const uint32_t *cp = draft->cps.items;
  bool indented = wrap.width && is_indented(p, count);
  dz_line *line = NULL;
  dz_status status = DZ_OK;

  for (size_t i = 0; i < count && !status; i++) {
    if (wrap.width && i && line && goes_on(cp, p, i, count, wrap, indented) &&
        p[i].span.end - line->span.start <= DZ_MAX_PARAGRAPH) {
      status = dz_sink_noise(draft, p[i - 1].span.end, p[i].span.start, DZ_NOISE_LAYOUT, error);
      line->span.end = p[i].span.end;
      continue;
    }
    line = dz_array_push(&draft->lines);
    if (!line) return dz_fail_memory(error);
    line->span = p[i].span;
  }
  return status;
}

dz_status dz_lines_split(dz_draft *draft, dz_error *error) {
  dz_array pieces = dz_array_of(sizeof(piece));
  dz_status status = find_pieces(&pieces, draft, error);

  if (!status)
    status = add_lines(draft, pieces.items, pieces.count,
                       find_wrap(draft->cps.items, pieces.items, pieces.count), error);
  if (!status) status = dz_sink_check(draft, error);
  dz_array_free(&pieces);
  return status;
}
