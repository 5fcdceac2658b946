/* layout.c - see layout.h
 *
 * Pieces at one height are a row. A row is full when the first word of the next
 * would not have fitted before the right margin; a full row goes on in the next
 * one unless that is indented, set off or in another size. */
#include "layout.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/utf8.h"
#include "lines.h"
#include "sink.h"
#include "text/unicode.h"

/* Thresholds, in parts of the size of type (em) where not said otherwise.
 * SAME_ROW: pieces whose middles are nearer than this stand in one row.
 * WORD_GAP: a gap that shows as a space; fonts leave 0.25 between Han and Latin.
 * CELL_GAP: a gap that parts the cells of a table.
 * INDENT: the least indentation of a paragraph; by standard it is 2.
 * SET_OFF: line distances, in parts of the usual one, that begin a paragraph.
 * MARGIN_SLACK: rows that end (or begin) as near as this confirm a margin.
 * ZONE: part of the page at top and bottom where heads and page numbers stand
 *   (GB/T 9704: margins of 37 and 35 mm of 297).
 * REPEATED: a head stands on at least so many pages, and on a third of them. */
static const float SAME_ROW = 0.5f, WORD_GAP = 0.6f, CELL_GAP = 1.6f, INDENT = 0.8f, SET_OFF = 1.5f;
static const float MARGIN_SLACK = 0.6f, ZONE = 0.13f;
enum { REPEATED = 2, EDGE_ROWS = 2, NUMBER_MAX = 12 };

typedef enum role { ROLE_BODY, ROLE_PAGE_NUMBER, ROLE_HEAD } role;

typedef struct row {
  float x0, x1, y0, y1;
  float em;         /* size of type */
  float edge;       /* x1 without a closing mark, which may hang over the margin */
  float first_word; /* width of what could not have been split off its start */
  uint32_t page;
  size_t start, end; /* in rows_text */
  bool table;        /* has cells */
  role role;
} row;

typedef struct page_frame {
  float left, right; /* of the text on the page */
  size_t rows;
} page_frame;

typedef struct arrangement {
  dz_array rows;   /* row, in reading order */
  dz_array text;   /* uint32_t */
  dz_array frames; /* page_frame */
  float pitch;     /* usual distance of lines */
} arrangement;

void dz_layout_init(dz_layout *layout) {
  *layout = (dz_layout){.pieces = dz_array_of(sizeof(dz_layout_piece)),
                        .text = dz_array_of(sizeof(uint32_t)),
                        .heights = dz_array_of(sizeof(float))};
}

void dz_layout_free(dz_layout *layout) {
  dz_array_free(&layout->pieces);
  dz_array_free(&layout->text);
  dz_array_free(&layout->heights);
}

dz_status dz_layout_add(dz_layout *layout, const dz_layout_piece *place, const char *utf8,
                        size_t length, dz_error *error) {
  dz_layout_piece piece = *place;
  bool blank = true;
  size_t used;

  piece.start = layout->text.count;
  for (size_t i = 0; i < length; i += used) {
    uint32_t cp;
    used = dz_utf8_decode(utf8 + i, length - i, &cp);
    if (!used) {
      used = 1;
      continue;
    }
    blank = blank && dz_is_space(cp);
    if (!dz_array_append(&layout->text, &cp, 1)) return dz_fail_memory(error);
  }
  piece.end = layout->text.count;
  if (blank) return DZ_OK;
  return dz_array_append(&layout->pieces, &piece, 1) ? DZ_OK : dz_fail_memory(error);
}

/* ---- rows --------------------------------------------------------------- */

static float middle(const dz_layout_piece *p) {
  return (p->y0 + p->y1) / 2;
}

static int by_height(const void *a, const void *b) {
  const dz_layout_piece *p = a, *q = b;

  if (p->page != q->page) return p->page < q->page ? -1 : 1;
  if (middle(p) != middle(q)) return middle(p) < middle(q) ? -1 : 1;
  return (p->x0 > q->x0) - (p->x0 < q->x0);
}

static int by_left(const void *a, const void *b) {
  const dz_layout_piece *p = a, *q = b;

  if (p->x0 != q->x0) return p->x0 < q->x0 ? -1 : 1;
  return (p->start > q->start) - (p->start < q->start);
}

static bool is_closing(uint32_t cp) {
  uint32_t c = dz_fold_cp(cp);

  return c == ',' || c == U'。' || c == U'、' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == ')' || c == 0x300B || cp == 0x201D || c == '%';
}

/* Width of the start of a piece that a line break cannot split: a Latin word,
 * or a character with the closing mark behind it. */
static float unbreakable(const dz_layout_piece *p, const uint32_t *cp, float em) {
  if (dz_is_latin(cp[0])) return p->x1 - p->x0;
  return p->end - p->start > 1 && is_closing(cp[1]) ? 2 * em : em;
}

static float type_size(const dz_layout_piece *p) {
  return (p->y1 - p->y0) / 1.3f; /* boxes of type are about 1.3 em high */
}

/* What stands between two pieces of a row: 0, ' ' or '\t'. */
static uint32_t separator(const dz_layout_piece *p, const dz_layout_piece *next,
                          const uint32_t *text, float em) {
  float gap = next->x0 - p->x1;

  if (gap > CELL_GAP * em) return '\t';
  if (dz_is_latin(text[p->end - 1]) && dz_is_latin(text[next->start])) return ' ';
  return gap > WORD_GAP * em ? ' ' : 0;
}

static dz_status add_row(arrangement *a, const dz_layout *layout, dz_layout_piece *p, size_t count,
                         dz_error *error) {
  const uint32_t *text = layout->text.items;
  row *r = dz_array_push(&a->rows);

  if (!r) return dz_fail_memory(error);
  qsort(p, count, sizeof *p, by_left);
  *r = (row){.x0 = p[0].x0,
             .x1 = p[0].x1,
             .y0 = p[0].y0,
             .y1 = p[0].y1,
             .page = p[0].page,
             .start = a->text.count};
  for (size_t i = 0; i < count; i++) {
    uint32_t between = i ? separator(&p[i - 1], &p[i], text, type_size(&p[i])) : 0;
    if (between && !dz_array_append(&a->text, &between, 1)) return dz_fail_memory(error);
    if (!dz_array_append(&a->text, text + p[i].start, p[i].end - p[i].start))
      return dz_fail_memory(error);
    r->table = r->table || between == '\t';
    if (p[i].x1 > r->x1) r->x1 = p[i].x1;
    if (p[i].y0 < r->y0) r->y0 = p[i].y0;
    if (p[i].y1 > r->y1) r->y1 = p[i].y1;
    if (type_size(&p[i]) > r->em) r->em = type_size(&p[i]);
  }
  r->edge = is_closing(text[p[count - 1].end - 1]) ? r->x1 - r->em : r->x1;
  r->first_word = unbreakable(&p[0], text + p[0].start, r->em);
  r->end = a->text.count;
  return DZ_OK;
}

static dz_status find_rows(arrangement *a, const dz_layout *layout, dz_error *error) {
  dz_layout_piece *p = layout->pieces.items;
  size_t count = layout->pieces.count, first = 0;
  dz_status status = DZ_OK;

  if (count) qsort(p, count, sizeof *p, by_height);
  for (size_t i = 1; i <= count && !status; i++) {
    if (i < count && p[i].page == p[first].page &&
        middle(&p[i]) - middle(&p[first]) < SAME_ROW * type_size(&p[first]))
      continue;
    status = add_row(a, layout, p + first, i - first, error);
    first = i;
  }
  return status;
}

/* ---- page numbers and running heads ------------------------------------- */

/* Digits with dashes, strokes or 第 页 共 around them. */
static bool is_page_number(const uint32_t *cp, size_t count) {
  size_t digits = 0, shown = 0;

  for (size_t i = 0; i < count; i++) {
    uint32_t c = dz_fold_cp(cp[i]);
    if (dz_is_space(c)) continue;
    shown++;
    if (dz_is_digit(c))
      digits++;
    else if (c != '-' && c != '/' && c != U'第' && c != U'页' && c != U'共' && c != 0xB7 &&
             c != '~')
      return false;
  }
  return digits && digits <= 6 && shown <= NUMBER_MAX;
}

/* A row without its digits and spaces, as a hash (FNV-1a): heads are the same
 * on every page but for the number. Two equal hashes of different rows would
 * only hide a line at the edge of a page. */
static uint64_t head_hash(const uint32_t *cp, size_t count) {
  uint64_t hash = 14695981039346656037u;

  for (size_t i = 0; i < count; i++)
    if (!dz_is_space(cp[i]) && !dz_is_digit(dz_fold_cp(cp[i])))
      hash = (hash ^ cp[i]) * 1099511628211u;
  return hash;
}

typedef struct edge { /* a row in the zone of heads or of feet */
  uint64_t hash;
  size_t row;
} edge;

static int by_hash(const void *a, const void *b) {
  const edge *e = a, *f = b;

  if (e->hash != f->hash) return e->hash < f->hash ? -1 : 1;
  return (e->row > f->row) - (e->row < f->row);
}

static bool in_zone(const row *r, const float *heights) {
  float height = heights[r->page];

  return r->y1 < ZONE * height || r->y0 > (1 - ZONE) * height;
}

/* Collects the rows at the edges of the pages and marks the page numbers. */
static dz_status find_edges(dz_array *edges, arrangement *a, const float *heights,
                            dz_error *error) {
  row *rows = a->rows.items;
  const uint32_t *text = a->text.items;
  size_t first = 0, count = a->rows.count;

  for (size_t i = 0; i < count; i++) {
    size_t last = i; /* of the page */
    if (i && rows[i].page != rows[i - 1].page) first = i;
    while (last + 1 < count && last < i + EDGE_ROWS && rows[last + 1].page == rows[i].page) last++;
    if ((i - first >= EDGE_ROWS && last == i + EDGE_ROWS) || !in_zone(&rows[i], heights)) continue;
    if (is_page_number(text + rows[i].start, rows[i].end - rows[i].start)) {
      rows[i].role = ROLE_PAGE_NUMBER;
      continue;
    }
    edge e = {head_hash(text + rows[i].start, rows[i].end - rows[i].start), i};
    if (!dz_array_append(edges, &e, 1)) return dz_fail_memory(error);
  }
  return DZ_OK;
}

static dz_status mark_heads(arrangement *a, const dz_layout *layout, dz_error *error) {
  dz_array edges = dz_array_of(sizeof(edge));
  dz_status status = find_edges(&edges, a, layout->heights.items, error);
  edge *e = edges.items;
  row *rows = a->rows.items;
  size_t pages = layout->heights.count, first = 0;

  if (edges.count > 1) qsort(e, edges.count, sizeof *e, by_hash);
  for (size_t i = 1; i <= edges.count && !status; i++) {
    if (i < edges.count && e[i].hash == e[first].hash) continue;
    if (i - first >= REPEATED && (i - first) * 3 >= pages)
      for (size_t k = first; k < i; k++) rows[e[k].row].role = ROLE_HEAD;
    first = i;
  }
  dz_array_free(&edges);
  return status;
}

/* ---- paragraphs --------------------------------------------------------- */

static int by_value(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;

  return (x > y) - (x < y);
}

/* The outermost of sorted positions that another one confirms within `slack`;
 * a single row may stick out. From the left, or from the right if `step` < 0. */
static float margin(const float *sorted, size_t count, float slack, int step) {
  size_t i = step > 0 ? 0 : count - 1;

  for (size_t k = 0; k + 1 < count; k++, i = step > 0 ? i + 1 : i - 1) {
    float next = sorted[step > 0 ? i + 1 : i - 1];
    if ((next > sorted[i] ? next - sorted[i] : sorted[i] - next) <= slack) return sorted[i];
  }
  return sorted[step > 0 ? 0 : count - 1];
}

/* The margins of `count` rows, tables and edges of the page left aside. */
static dz_status measure_rows(page_frame *frame, const row *rows, size_t count, dz_error *error) {
  dz_array lefts = dz_array_of(sizeof(float)), rights = dz_array_of(sizeof(float));
  dz_status status = DZ_OK;
  float em = 0;

  for (size_t i = 0; i < count && !status; i++) {
    if (rows[i].role || rows[i].table) continue;
    if (!dz_array_append(&lefts, &rows[i].x0, 1) || !dz_array_append(&rights, &rows[i].edge, 1))
      status = dz_fail_memory(error);
    em += rows[i].em;
  }
  frame->rows = lefts.count;
  if (!status && lefts.count) {
    em /= (float)lefts.count;
    qsort(lefts.items, lefts.count, sizeof(float), by_value);
    qsort(rights.items, rights.count, sizeof(float), by_value);
    frame->left = margin(lefts.items, lefts.count, MARGIN_SLACK * em, 1);
    frame->right = margin(rights.items, rights.count, MARGIN_SLACK * em, -1);
  }
  dz_array_free(&lefts);
  dz_array_free(&rights);
  return status;
}

/* The usual distance of lines: the median. */
static dz_status measure_pitch(arrangement *a, dz_error *error) {
  const row *rows = a->rows.items;
  dz_array pitches = dz_array_of(sizeof(float));
  dz_status status = DZ_OK;

  for (size_t i = 1; i < a->rows.count && !status; i++) {
    float pitch = rows[i].page == rows[i - 1].page ? rows[i].y0 - rows[i - 1].y0 : 0;
    if (pitch > 0 && !dz_array_append(&pitches, &pitch, 1)) status = dz_fail_memory(error);
  }
  if (!status && pitches.count) {
    qsort(pitches.items, pitches.count, sizeof(float), by_value);
    a->pitch = ((float *)pitches.items)[pitches.count / 2];
  }
  dz_array_free(&pitches);
  return status;
}

/* The margins of each page; a page of few rows has those of all. */
static dz_status measure(arrangement *a, size_t pages, dz_error *error) {
  enum { FEW = 6 };
  page_frame *frames = dz_array_append(&a->frames, NULL, pages ? pages : 1), all = {0};
  const row *rows = a->rows.items;
  size_t first = 0, count = a->rows.count;
  dz_status status = frames ? measure_rows(&all, rows, count, error) : dz_fail_memory(error);

  for (size_t i = 0; i < pages && !status; i++) frames[i] = all;
  for (size_t i = 1; i <= count && !status; i++) {
    page_frame page = {0};
    if (i < count && rows[i].page == rows[first].page) continue;
    status = measure_rows(&page, rows + first, i - first, error);
    if (page.rows >= FEW) frames[rows[first].page] = page;
    first = i;
  }
  return status ? status : measure_pitch(a, error);
}

/* Whether `next` begins with a number or dash that begins a paragraph; （一） and
 * —— also stand inside a sentence, 一、 and 1. hardly ever at the start of a row. */
static bool begins_item(const uint32_t *text, const row *r, const row *next) {
  const uint32_t *cp = text + next->start;
  size_t count = next->end - next->start;
  uint32_t last = text[r->end - 1], first = dz_fold_cp(cp[0]);

  if (dz_is_stop(last))
    return dz_lines_starts_item(cp, count) ||
           (count > 1 && first == '-' && dz_fold_cp(cp[1]) == '-');
  return first != '(' && last != U'第' && last != U'、' && !dz_is_digit(dz_fold_cp(last)) &&
         dz_lines_starts_item(cp, count);
}

static bool is_full(const arrangement *a, const row *r, const row *next) {
  const page_frame *frames = a->frames.items;

  return r->x1 + next->first_word + 0.5f * r->em > frames[r->page].right;
}

/* Whether `next` goes on with the paragraph of `r`; `after` is the row behind it, or NULL. */
static bool goes_on(const arrangement *a, const row *r, const row *next, const row *after) {
  const page_frame *frames = a->frames.items;
  const uint32_t *text = a->text.items;

  if (r->table || next->table) return false;
  if (next->em > 1.15f * r->em || r->em > 1.15f * next->em) return false;
  if (!is_full(a, r, next)) return false;
  if (next->x0 > frames[next->page].left + INDENT * next->em) return false;
  if (begins_item(text, r, next)) return false;
  if (dz_is_stop(text[r->end - 1]) && !dz_is_stop(text[next->end - 1]) &&
      !(after && is_full(a, next, after)))
    return false; /* a paragraph ends with a sentence: this is a heading */
  return r->page != next->page || next->y0 - r->y0 <= SET_OFF * a->pitch;
}

/* A space between two Latin words that a line break parted. */
static dz_status append_row(dz_array *line, const arrangement *a, const row *r, dz_error *error) {
  const uint32_t *text = a->text.items, space = ' ';
  const uint32_t *before = line->items;

  if (line->count && dz_is_letter(before[line->count - 1]) && dz_is_letter(text[r->start]) &&
      !dz_array_append(line, &space, 1))
    return dz_fail_memory(error);
  return dz_array_append(line, text + r->start, r->end - r->start) ? DZ_OK : dz_fail_memory(error);
}

static dz_status put_noise(const arrangement *a, const row *r, dz_draft *draft, dz_error *error) {
  uint32_t start = (uint32_t)draft->cps.count;
  size_t lines = draft->lines.count;
  dz_status status = dz_sink_line(draft, (const uint32_t *)a->text.items + r->start,
                                  r->end - r->start, NULL, error);

  draft->lines.count = lines;
  if (status) return status;
  return dz_sink_noise(draft, start, (uint32_t)draft->cps.count,
                       r->role == ROLE_HEAD ? DZ_NOISE_RUNNING_HEAD : DZ_NOISE_PAGE_NUMBER, error);
}

/* Heads and page numbers inside a paragraph come before it. */
static dz_status put_rows(const arrangement *a, dz_draft *draft, dz_error *error) {
  const row *rows = a->rows.items, *last = NULL;
  dz_array line = dz_array_of(sizeof(uint32_t));
  dz_line hints = {0};
  dz_status status = DZ_OK;

  for (size_t i = 0; i < a->rows.count && !status; i++) {
    if (rows[i].role) {
      status = put_noise(a, &rows[i], draft, error);
      continue;
    }
    if (last && !goes_on(a, last, &rows[i], i + 1 < a->rows.count ? &rows[i + 1] : NULL)) {
      status = dz_sink_line(draft, line.items, line.count, &hints, error);
      line.count = 0;
    }
    hints.table_row = rows[i].table;
    if (!status) status = append_row(&line, a, &rows[i], error);
    last = &rows[i];
  }
  if (!status && line.count) status = dz_sink_line(draft, line.items, line.count, &hints, error);
  dz_array_free(&line);
  return status;
}

dz_status dz_layout_emit(dz_layout *layout, dz_draft *draft, dz_error *error) {
  arrangement a = {.rows = dz_array_of(sizeof(row)),
                   .text = dz_array_of(sizeof(uint32_t)),
                   .frames = dz_array_of(sizeof(page_frame))};
  dz_status status = find_rows(&a, layout, error);

  if (!status) status = mark_heads(&a, layout, error);
  if (!status) status = measure(&a, layout->heights.count, error);
  if (!status) status = put_rows(&a, draft, error);
  dz_array_free(&a.rows);
  dz_array_free(&a.text);
  dz_array_free(&a.frames);
  return status;
}
