/* text.c - the folded text and its map; see duizhao/report.h, dz_text */
#include "base/error.h"
#include "draft.h"
#include "unicode.h"

dz_status dz_text_fold(dz_draft *draft, dz_error *error) {
  dz_text *text = &draft->report.text;
  uint32_t *fold = dz_arena_array(&draft->arena, text->length + 1, sizeof *fold);
  uint32_t *origin = dz_arena_array(&draft->arena, text->length + 2, sizeof *origin);
  size_t count = 0, noise = 0;
  bool broken = false;

  if (!fold || !origin) return dz_fail_memory(error);
  for (size_t i = 0; i < text->length; i++) {
    uint32_t cp = text->cp[i];
    while (noise < draft->report.noise_count && draft->report.noise[noise].span.end <= i) noise++;
    if (noise < draft->report.noise_count && draft->report.noise[noise].span.start <= i) continue;
    if (cp == '\n' || cp == '\r') broken = true;
    if (dz_is_space(cp)) continue;
    if (broken && count) { /* the break is mapped to the line break's own place */
      origin[count] = (uint32_t)(i - 1);
      if (origin[count - 1] < i - 1) fold[count++] = '\n';
    }
    broken = false;
    fold[count] = dz_fold_cp(cp);
    origin[count++] = (uint32_t)i;
  }
  origin[count] = (uint32_t)text->length;
  text->fold = fold;
  text->origin = origin;
  text->fold_length = count;
  return DZ_OK;
}

size_t dz_text_fold_position(const dz_text *text, uint32_t position) {
  size_t low = 0, high = text->fold_length;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->origin[middle] < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
