/* fold.c - the folded text and its map; see duizhao/report.h, dz_text */
#include "base/error.h"
#include "normalize/draft.h"
#include "text/unicode.h"

/* What lay between the last visible code point and the next one. */
typedef struct gap {
  bool space;      /* white space */
  bool layout;     /* white space that is noise: where a line was wrapped */
  bool line_break; /* a line break that is not noise */
  uint32_t at;     /* where the folded break or space is mapped to */
} gap;

static bool is_figure(uint32_t fold) {
  return fold >= '0' && fold <= '9';
}

static bool is_word(uint32_t fold) {
  return is_figure(fold) || (fold >= 'a' && fold <= 'z');
}

/* The folded text keeps one '\n' between paragraphs, and one ' ' where white
 * space parts two Latin words or figures ("GDP 5", the cells of a table), for
 * "20 23" must not become another figure. Elsewhere white space is layout, and
 * so is a wrapped line that parts a digit from what it belongs to. */
static uint32_t gap_mark(const gap *between, uint32_t before, uint32_t after) {
  if (between->line_break) return '\n';
  if (!is_word(before) || !is_word(after)) return 0;
  return between->space || (between->layout && !is_figure(before) && !is_figure(after)) ? ' ' : 0;
}

static size_t fold_text(const dz_report *report, uint32_t *fold, uint32_t *origin) {
  const dz_text *text = &report->text;
  gap between = {0};
  size_t count = 0, noise = 0;

  for (uint32_t i = 0; i < text->length; i++) {
    uint32_t cp = text->cp[i];
    while (noise < report->noise_count && report->noise[noise].span.end <= i) noise++;
    bool is_noise = noise < report->noise_count && report->noise[noise].span.start <= i;
    if (dz_is_space(cp)) {
      *(is_noise ? &between.layout : &between.space) = true;
      if (!is_noise && dz_is_line_break(cp)) between.line_break = true;
      between.at = i;
      continue;
    }
    if (is_noise) continue;
    uint32_t folded = dz_fold_cp(cp);
    uint32_t mark = count ? gap_mark(&between, fold[count - 1], folded) : 0;
    if (mark) {
      origin[count] = between.at;
      fold[count++] = mark;
    }
    between = (gap){0};
    fold[count] = folded;
    origin[count++] = i;
  }
  origin[count] = (uint32_t)text->length;
  return count;
}

dz_status dz_text_fold(dz_draft *draft, dz_error *error) {
  dz_text *text = &draft->report.text;
  uint32_t *fold = dz_arena_array(&draft->arena, text->length + 1, sizeof *fold);
  uint32_t *origin = dz_arena_array(&draft->arena, text->length + 2, sizeof *origin);

  if (!fold || !origin) return dz_fail_memory(error);
  text->fold_length = fold_text(&draft->report, fold, origin);
  text->fold = fold;
  text->origin = origin;
  return DZ_OK;
}
