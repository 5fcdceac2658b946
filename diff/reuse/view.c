/* view.c - the typed-slot view; see view.h */
#include "view.h"

#include <stdlib.h>

#include "base/error.h"
#include "text/unicode.h"

/* Where headings and masks stand, walked along with the text. */
typedef struct marks {
  const dz_report *report;
  size_t sentence, mask;
  uint32_t title_end;          /* in the folded text */
  size_t next_edge, next_mask; /* in the folded text: none stands before */
} marks;

/* Is there an edge in front of folded place i: does a heading begin or end here? */
static bool edge_before(marks *m, size_t i) {
  const dz_report *report = m->report;
  bool edge = i && i == m->title_end;

  while (m->sentence < report->sentence_count && report->sentences[m->sentence].fold.end <= i) {
    const dz_sentence *sentence = &report->sentences[m->sentence++];
    edge = edge || sentence->heading;
  }
  if (m->sentence < report->sentence_count && report->sentences[m->sentence].fold.start == i)
    edge = edge || report->sentences[m->sentence].heading;
  m->next_edge = SIZE_MAX;
  if (m->sentence < report->sentence_count) {
    const dz_sentence *sentence = &report->sentences[m->sentence];
    m->next_edge = sentence->fold.start > i ? sentence->fold.start : sentence->fold.end;
  }
  if (m->title_end > i && m->title_end < m->next_edge) m->next_edge = m->title_end;
  return edge;
}

/* The end, in the folded text, of the mask that stands at folded place i, or i. */
static size_t mask_end(marks *m, size_t i) {
  const dz_report *report = m->report;
  const dz_text *text = &report->text;
  size_t end = i;

  while (m->mask < report->mask_count && report->masks[m->mask].end <= text->origin[i]) m->mask++;
  m->next_mask = SIZE_MAX;
  if (m->mask == report->mask_count) return i;
  if (report->masks[m->mask].start <= text->origin[i])
    while (end < text->fold_length && text->origin[end] < report->masks[m->mask].end) end++;
  m->next_mask = end > i ? end : dz_text_fold_position(text, report->masks[m->mask].start);
  return end;
}

/* Is the character its own symbol, as nearly all are? Then no more has to be asked. */
static inline bool is_plain(uint32_t fold) {
  /* the low six bits of 省 市 县 区 州 旗 盟: one letter in nine shares them */
  static const uint64_t levels = (uint64_t)1 << 0x01 | (uint64_t)1 << 0x02 | (uint64_t)1 << 0x3F |
                                 (uint64_t)1 << 0x3A | (uint64_t)1 << 0x1E | (uint64_t)1 << 0x17 |
                                 (uint64_t)1 << 0x1F;

  return fold - 0x4E00 <= 0x9FFF - 0x4E00 &&
         (!(levels >> (fold & 63) & 1) || dz_symbol_of(fold) == (int32_t)fold);
}

/* Does the line break part two words of letters in mid-sentence? */
static bool is_wrapped(const dz_text *text, size_t i) {
  const uint32_t *fold = text->fold;

  return i && i + 1 < text->fold_length && dz_is_letter(fold[i + 1]) &&
         (dz_is_letter(fold[i - 1]) || fold[i - 1] == ',');
}

/* What ends with the mark at folded place i, between two symbols. */
static enum dz_edge edge_of(const dz_text *text, size_t i) {
  switch (text->fold[i]) {
  case '\n': return is_wrapped(text, i) ? DZ_EDGE_NONE : DZ_EDGE_PARAGRAPH;
  case '.':
    return i + 1 == text->fold_length || dz_is_space(text->fold[i + 1]) ? DZ_EDGE_SENTENCE
                                                                        : DZ_EDGE_NONE;
  case 0x3002:
  case '!':
  case '?': return DZ_EDGE_SENTENCE;
  case ',':
  case ';':
  case ':': return DZ_EDGE_CLAUSE;
  default: return DZ_EDGE_NONE;
  }
}

/* A view being filled. */
typedef struct filling {
  dz_view *view;
  uint32_t units;
  bool heading;  /* a heading began or ended since the last symbol */
  uint8_t ended; /* what else ended since: enum dz_edge */
} filling;

static inline void put(filling *f, uint16_t symbol, size_t at, uint32_t units) {
  dz_view *view = f->view;
  uint32_t i = view->count++;

  view->symbols[i] = symbol;
  view->at[i] = (uint32_t)at;
  view->units[i] = f->units;
  view->edges[i] = f->ended;
  f->units += units;
  f->ended = DZ_EDGE_NONE;
}

/* Puts the letters that are their own symbol, from i on; returns the place of
 * the first other character, `end` if there is none. */
static size_t put_plain(filling *f, const uint32_t *fold, size_t i, size_t end) {
  for (; i < end && is_plain(fold[i]); i++) put(f, (uint16_t)fold[i], i, 1);
  return i;
}

/* Puts the symbol of [i, end), with an edge before it where a heading begins or ends. */
static void put_after_heading(filling *f, uint16_t symbol, size_t i, size_t end) {
  if (f->heading) f->ended = DZ_EDGE_PARAGRAPH;
  if (f->heading && f->view->count) put(f, DZ_SYM_EDGE, i, 0);
  if (f->heading) f->ended = DZ_EDGE_PARAGRAPH;
  f->heading = false;
  put(f, symbol, i, (uint32_t)(end - i));
}

/* One past what the symbol at folded place i stands for; a word ends where a heading or a mask
 * does. */
static size_t symbol_end(const dz_text *text, size_t i, int32_t *symbol, size_t limit) {
  size_t end;

  if (*symbol == DZ_SYM_NUMBER) return dz_symbol_figure_end(text->fold, text->fold_length, i);
  if (*symbol < DZ_SYM_FIRST_TEXT || limit <= i) return i + 1;
  end = dz_symbol_word_end(text->fold, limit < text->fold_length ? limit : text->fold_length, i);
  if (end <= i + 1) return i + 1;
  *symbol = dz_symbol_of_word(text->fold + i, end - i);
  return end;
}

static void fill(dz_view *view, const dz_report *report) {
  const dz_text *text = &report->text;
  marks m = {.report = report,
             .title_end = (uint32_t)dz_text_fold_position(text, report->title.end)};
  filling f = {.view = view, .ended = DZ_EDGE_PARAGRAPH};

  for (size_t i = 0, next; i < text->fold_length; i = next) {
    int32_t symbol;
    if (i >= m.next_edge) f.heading = edge_before(&m, i) || f.heading;
    next = i >= m.next_mask ? mask_end(&m, i) : i;
    symbol = next > i ? DZ_SYM_NUMBER : dz_symbol_of(text->fold[i]);
    if (next == i)
      next = symbol_end(text, i, &symbol, m.next_edge < m.next_mask ? m.next_edge : m.next_mask);
    if (symbol >= 0) {
      size_t end = m.next_edge < m.next_mask ? m.next_edge : m.next_mask;
      put_after_heading(&f, (uint16_t)symbol, i, next);
      next = put_plain(&f, text->fold, next, end < text->fold_length ? end : text->fold_length);
    } else if (edge_of(text, i) > f.ended) {
      f.ended = (uint8_t)edge_of(text, i);
    }
  }
  view->at[view->count] = (uint32_t)text->fold_length;
  view->units[view->count] = f.units;
  view->edges[view->count] = DZ_EDGE_PARAGRAPH;
  for (size_t i = 0; i < DZ_VIEW_PADDING; i++) view->symbols[view->count + i] = DZ_SYM_EDGE;
}

dz_status dz_view_build(dz_view *out, const dz_report *report, dz_error *error) {
  /* an edge stands before and after a heading at most: two more per sentence */
  size_t room = report->text.fold_length + 2 * report->sentence_count + 2;

  *out = (dz_view){.report = report, .fold = report->text.fold};
  out->symbols = malloc((room + DZ_VIEW_PADDING) * sizeof *out->symbols);
  out->at = malloc((room + 1) * sizeof *out->at);
  out->units = malloc((room + 1) * sizeof *out->units);
  out->edges = malloc(room + 1);
  if (!out->symbols || !out->at || !out->units || !out->edges) return dz_fail_memory(error);
  fill(out, report);
  return DZ_OK;
}

void dz_view_free(dz_view *view) {
  free(view->symbols);
  free(view->at);
  free(view->units);
  free(view->edges);
  *view = (dz_view){0};
}

uint32_t dz_view_end(const dz_view *view, uint32_t i) {
  return view->at[i] + (view->units[i + 1] - view->units[i]);
}

uint32_t dz_view_index(const dz_view *view, uint32_t fold) {
  uint32_t low = 0, high = view->count;

  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (view->at[middle] < fold)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_masked(const dz_view *view, uint32_t i) {
  return view->symbols[i] == DZ_SYM_NUMBER && !dz_is_digit(view->fold[view->at[i]]);
}

bool dz_view_same(const dz_view *a, uint32_t i, const dz_view *b, uint32_t k) {
  uint32_t length = a->units[i + 1] - a->units[i];

  if (a->symbols[i] != b->symbols[k] || length != b->units[k + 1] - b->units[k]) return false;
  if (a->symbols[i] == DZ_SYM_EDGE || is_masked(a, i) || is_masked(b, k)) return false;
  for (uint32_t n = 0; n < length; n++)
    if (a->fold[a->at[i] + n] != b->fold[b->at[k] + n]) return false;
  return true;
}

/* Marks that close what stands before them; the decoded form tells an opening
 * quotation mark from a closing one. */
static bool closes(uint32_t cp) {
  switch (cp) {
  case 0x3002:
  case 0xFF1B:
  case 0xFF01:
  case 0xFF1F:
  case 0xFF0C:
  case 0xFF09:
  case 0xFF05:
  case 0x300B:
  case 0x201D:
  case 0x2019:
  case 0x300D:
  case ';':
  case '!':
  case '?':
  case ',':
  case ')':
  case '%': return true;
  default: return false;
  }
}

static bool opens(uint32_t cp) {
  switch (cp) {
  case 0x201C:
  case 0x2018:
  case 0x300A:
  case 0x300C:
  case 0xFF08:
  case '(': return true;
  default: return false;
  }
}

dz_span dz_view_span(const dz_view *view, uint32_t start, uint32_t end) {
  const dz_text *text = &view->report->text;
  uint32_t first = view->at[start], last = dz_view_end(view, end - 1);

  while (last < view->at[end] && closes(text->cp[text->origin[last]])) last++;
  while (first && opens(text->cp[text->origin[first - 1]])) first--;
  return (dz_span){text->origin[first], text->origin[last - 1] + 1};
}
