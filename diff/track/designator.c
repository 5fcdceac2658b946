/* designator.c - which of several of one name is meant: 一期 or 二期, 南段 or 北段; see outcome.h */
#include <string.h>

#include "outcome.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum kind { PHASE, LINE, SECTION, BATCH, NUMBER, KINDS }; /* 期, 线, 段, 批, 号 */
enum {
  NAMES_MAX = 16, /* in one range */
  MAX_NUMBER = 4  /* characters: 二十一, 2024 */
};

/* The parts of one name: 7号线一期南段 is of line 7, part 一, section 南. Empty: not said. */
typedef struct designator {
  dz_span part[KINDS];
} designator;

bool dz_is_running_number(uint32_t cp) {
  switch (cp) {
  case U'一':
  case U'二':
  case U'三':
  case U'四':
  case U'五':
  case U'六':
  case U'七':
  case U'八':
  case U'九':
  case U'十': return true;
  default: return dz_is_digit(cp);
  }
}

static bool is_direction(uint32_t cp) {
  return cp == U'东' || cp == U'南' || cp == U'西' || cp == U'北' || cp == U'中';
}

/* Whether 号 in front of i counts one of several works: 9号|泊位, 2号|机组; not 1号|文件. */
static bool is_numbered(const dz_text *text, size_t i, size_t end) {
  return i < end && dz_is_han(text->fold[i]) && !dz_cp_in(text->fold[i], U"文令公通召");
}

/* A part at i: its kind in *kind, its number in *number, and its length; 0 if there is none. */
static size_t part_at(const dz_text *text, size_t i, size_t end, enum kind *kind, dz_span *number) {
  size_t start = i, k;

  if (is_direction(text->fold[i]) && i + 1 < end && text->fold[i + 1] == U'段') {
    *kind = SECTION;
    *number = (dz_span){(uint32_t)i, (uint32_t)i + 1};
    return 2;
  }
  if (text->fold[i] == U'第') start++;
  k = start + (start + 1 < end && dz_is_letter(text->fold[start]) &&
               dz_is_digit(text->fold[start + 1])); /* Z4线 */
  while (k < end && k < start + MAX_NUMBER && dz_is_running_number(text->fold[k])) k++;
  if (k == start || k == end) return 0;
  *number = (dz_span){(uint32_t)start, (uint32_t)k};
  if (text->fold[k] == U'号' && k + 1 < end && text->fold[k + 1] == U'线') {
    *kind = LINE;
    return k + 2 - i;
  }
  if (text->fold[k] == U'号' && dz_is_digit(text->fold[k - 1]) && is_numbered(text, k + 1, end))
    *kind = NUMBER;
  else if (text->fold[k] == U'期')
    *kind = PHASE;
  else if (text->fold[k] == U'线' && dz_is_digit(text->fold[k - 1]))
    *kind = LINE;
  else if (text->fold[k] == U'批' && start > i) /* 第二批; 一批 is some */
    *kind = BATCH;
  else
    return 0;
  return k + 1 - i;
}

/* The names in a range; parts that stand side by side are of one name. */
static size_t names_in(designator *out, const dz_text *text, dz_span fold) {
  size_t count = 0, last = SIZE_MAX;

  for (size_t i = fold.start; i < fold.end;) {
    enum kind kind = PHASE;
    dz_span number;
    size_t length = part_at(text, i, fold.end, &kind, &number);
    if (length) {
      if (last != i && count == NAMES_MAX) return count;
      if (last != i) out[count++] = (designator){0};
      out[count - 1].part[kind] = number;
      last = i + length;
    }
    i += length ? length : 1;
  }
  return count;
}

static bool differ(const dz_text *a, const designator *x, const dz_text *b, const designator *y) {
  for (int kind = 0; kind < KINDS; kind++) {
    size_t length = x->part[kind].end - x->part[kind].start;
    if (!length || y->part[kind].end == y->part[kind].start) continue;
    if (length != y->part[kind].end - y->part[kind].start ||
        memcmp(a->fold + x->part[kind].start, b->fold + y->part[kind].start,
               length * sizeof *a->fold))
      return true;
  }
  return false;
}

bool dz_designators_differ(const dz_text *a, dz_span fold_a, const dz_text *b, dz_span fold_b) {
  designator first[NAMES_MAX], second[NAMES_MAX];
  size_t m = names_in(first, a, fold_a), n = m ? names_in(second, b, fold_b) : 0;

  for (size_t i = 0; i < m; i++)
    for (size_t k = 0; k < n; k++)
      if (!differ(a, &first[i], b, &second[k])) return false;
  return m > 0 && n > 0;
}

bool dz_names_later_phase(const dz_text *text, dz_span fold) {
  designator names[NAMES_MAX];
  size_t count = names_in(names, text, fold);

  for (size_t i = 0; i < count; i++) {
    dz_span phase = names[i].part[PHASE];
    if (phase.end > phase.start && !dz_cp_in(text->fold[phase.start], U"一1")) return true;
  }
  return false;
}
