/* reuse_view.c - the typed-slot view; see reuse_view.h */
#include "reuse_view.h"

#include <stdlib.h>

#include "base/error.h"
#include "normalize/unicode.h"

enum { PADDING = 4 }; /* edges behind the last symbol */

/* Where edges go and where masks stand, walked along with the text. */
typedef struct marks {
  const dz_report *report;
  size_t sentence, mask;
  uint32_t title_end; /* in the folded text */
  size_t next;        /* no edge stands before this place of the folded text */
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
  m->next = SIZE_MAX;
  if (m->sentence < report->sentence_count) {
    const dz_sentence *sentence = &report->sentences[m->sentence];
    m->next = sentence->fold.start > i ? sentence->fold.start : sentence->fold.end;
  }
  if (m->title_end > i && m->title_end < m->next) m->next = m->title_end;
  return edge;
}

/* The end, in the folded text, of the mask that stands at folded place i, or i. */
static size_t mask_end(marks *m, size_t i) {
  const dz_report *report = m->report;
  const dz_text *text = &report->text;
  size_t end = i;

  while (m->mask < report->mask_count && report->masks[m->mask].end <= text->origin[i]) m->mask++;
  if (m->mask < report->mask_count && report->masks[m->mask].start <= text->origin[i])
    while (end < text->fold_length && text->origin[end] < report->masks[m->mask].end) end++;
  return end;
}

/* As dz_symbol_of, the common case first. */
static inline int32_t symbol_of(uint32_t fold) {
  switch (fold) {
    case 0x7701: case 0x5E02: case 0x53BF: case 0x533A: case 0x5DDE: case 0x65D7: case 0x76DF:
      return DZ_SYM_LEVEL;
    default:
      return fold >= 0x4E00 && fold <= 0x9FFF ? (int32_t)fold : dz_symbol_of(fold);
  }
}

static void fill(dz_view *view, const dz_report *report) {
  const dz_text *text = &report->text;
  marks m = {.report = report, .title_end = (uint32_t)dz_text_fold_position(text, report->title.end)};
  uint32_t count = 0, units = 0;
  bool edge = false;

  for (size_t i = 0, next; i < text->fold_length; i = next) {
    int32_t symbol;
    if (i >= m.next) edge = edge_before(&m, i) || edge;
    next = report->mask_count ? mask_end(&m, i) : i;
    symbol = next > i ? DZ_SYM_NUMBER : symbol_of(text->fold[i]);
    if (next == i) next = symbol == DZ_SYM_NUMBER ? dz_symbol_figure_end(text->fold, text->fold_length, i) : i + 1;
    if (symbol < 0) continue;
    if (edge && count) {
      view->symbols[count] = DZ_SYM_EDGE;
      view->at[count] = (uint32_t)i;
      view->units[count++] = units;
    }
    edge = false;
    view->symbols[count] = (uint16_t)symbol;
    view->at[count] = (uint32_t)i;
    view->units[count++] = units;
    units += (uint32_t)(next - i);
  }
  view->count = count;
  view->at[count] = (uint32_t)text->fold_length;
  view->units[count] = units;
  for (size_t i = 0; i < PADDING; i++) view->symbols[count + i] = DZ_SYM_EDGE;
}

dz_status dz_view_build(dz_view *out, const dz_report *report, dz_error *error) {
  /* an edge stands before and after a heading at most: two more per sentence */
  size_t room = report->text.fold_length + 2 * report->sentence_count + 2;

  *out = (dz_view){.report = report, .fold = report->text.fold};
  out->symbols = malloc((room + PADDING) * sizeof *out->symbols);
  out->at = malloc((room + 1) * sizeof *out->at);
  out->units = malloc((room + 1) * sizeof *out->units);
  if (!out->symbols || !out->at || !out->units) return dz_fail_memory(error);
  fill(out, report);
  return DZ_OK;
}

void dz_view_free(dz_view *view) {
  free(view->symbols);
  free(view->at);
  free(view->units);
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
    case 0x3002: case 0xFF1B: case 0xFF01: case 0xFF1F: case 0xFF0C: case 0xFF09: case 0xFF05: case 0x300B:
    case 0x201D: case 0x2019: case 0x300D: case ';': case '!': case '?': case ',': case ')': case '%':
      return true;
    default:
      return false;
  }
}

static bool opens(uint32_t cp) {
  switch (cp) {
    case 0x201C: case 0x2018: case 0x300A: case 0x300C: case 0xFF08: case '(':
      return true;
    default:
      return false;
  }
}

dz_span dz_view_span(const dz_view *view, uint32_t start, uint32_t end) {
  const dz_text *text = &view->report->text;
  uint32_t first = view->at[start], last = dz_view_end(view, end - 1);

  while (last < view->at[end] && closes(text->cp[text->origin[last]])) last++;
  while (first && opens(text->cp[text->origin[first - 1]])) first--;
  return (dz_span){text->origin[first], text->origin[last - 1] + 1};
}
