/* noise.c - what is not the report's own text: pay-wall markers, adverts,
 * trailers; and the masks, which are text but blank out a value
 *
 * Markers and addresses are known by their grammar, the rest by the wording
 * of data/noise.tsv. One pass each, linear. */
#include "knowledge/knowledge.h"
#include "knowledge/noise_table.h"

#include <stdlib.h>

#include "base/error.h"
#include "lines.h"
#include "noise_page.h"
#include "noise_scan.h"
#include "normalize/draft.h"
#include "text/unicode.h"

static dz_status add(dz_draft *draft, uint32_t start, uint32_t end, dz_noise_kind kind,
                     dz_error *error) {
  dz_noise noise = {.span = {start, end}, .kind = kind};

  return dz_array_append(&draft->noise, &noise, 1) ? DZ_OK : dz_fail_memory(error);
}

/* Markers and addresses anywhere in the text. */
static dz_status find_grammar(dz_draft *draft, dz_error *error) {
  const dz_text *text = &draft->report.text;
  dz_status status = DZ_OK;

  for (uint32_t i = 0; i < text->length && !status;) {
    dz_span span;
    uint32_t cp = text->cp[i];
    if (cp >= 0x2E80 && cp < 0xFF00) { /* CJK opens neither */
      i++;
    } else if (dz_marker_at(text, i, &span)) {
      status = add(draft, span.start, span.end, DZ_NOISE_PAYWALL, error);
      i = span.end;
    } else if (dz_address_at(text, i, &span)) {
      status = add(draft, span.start, span.end, DZ_NOISE_ADVERT, error);
      i = span.end;
    } else {
      i++;
    }
  }
  return status;
}

/* Where an item starts behind a notice on the same line (试读已结束 二、主要工作); else `end`. */
static uint32_t item_behind(const uint32_t *cp, uint32_t at, uint32_t end) {
  for (; at < end; at++)
    if (!dz_is_word(cp[at - 1]) && !dz_is_digit(cp[at]) && dz_lines_starts_item(cp + at, end - at))
      return at;
  return end;
}

/* Short lines that hold a wording of the table. */
static dz_status find_lines(dz_draft *draft, dz_error *error) {
  enum { LINE_MAX_LENGTH = 60 };
  const dz_noise_table *table = draft->knowledge->noise;
  const dz_line *lines = draft->lines.items;
  uint32_t fold[LINE_MAX_LENGTH];
  dz_status status = DZ_OK;

  for (size_t l = 0; l < draft->lines.count && !status; l++) {
    dz_span span = lines[l].span;
    size_t length = span.end - span.start;
    if (!length || length > LINE_MAX_LENGTH ||
        dz_lines_starts_item(draft->report.text.cp + span.start, length))
      continue; /* （二）办好微信公众号 is a heading */
    for (size_t i = 0; i < length; i++) fold[i] = dz_fold_cp(draft->report.text.cp[span.start + i]);
    for (size_t i = 0; i < length && !status; i++) {
      int32_t row;
      size_t match = dz_trie_longest(&table->trie, fold + i, length - i, &row);
      if (!match || table->words[row].keep || table->words[row].sign) continue;
      dz_span found = {span.start + (uint32_t)i, span.start + (uint32_t)(i + match)};
      if (table->words[row].whole_line)
        found = (dz_span){span.start, item_behind(draft->report.text.cp, found.end, span.end)};
      status = add(draft, found.start, found.end, table->words[row].kind, error);
      if (table->words[row].whole_line) break;
    }
  }
  return status;
}

static int by_start(const void *left, const void *right) {
  const dz_noise *a = left, *b = right;

  if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
  return a->span.end < b->span.end ? 1 : a->span.end > b->span.end ? -1 : 0;
}

/* Sorts the noise and joins what overlaps; the first kind stays. */
static dz_status seal(dz_draft *draft, dz_error *error) {
  dz_noise *noise = draft->noise.items;
  size_t kept = 0;

  if (draft->noise.count) qsort(noise, draft->noise.count, sizeof *noise, by_start);
  for (size_t i = 0; i < draft->noise.count; i++) {
    if (noise[i].span.start >= noise[i].span.end) continue;
    if (kept && noise[i].span.start < noise[kept - 1].span.end) {
      if (noise[i].span.end > noise[kept - 1].span.end)
        noise[kept - 1].span.end = noise[i].span.end;
    } else {
      noise[kept++] = noise[i];
    }
  }
  draft->noise.count = kept;
  draft->report.noise_count = kept;
  draft->report.noise = dz_array_freeze(&draft->noise, &draft->arena);
  return draft->report.noise ? DZ_OK : dz_fail_memory(error);
}

static bool is_kept(const dz_draft *draft, uint32_t i) {
  enum { KEEP_MAX = 8 };
  const dz_noise_table *table = draft->knowledge->noise;
  const dz_text *text = &draft->report.text;
  uint32_t fold[KEEP_MAX];
  size_t length = 0;
  int32_t row;

  while (length < KEEP_MAX && i + length < text->length) {
    fold[length] = dz_fold_cp(text->cp[i + length]);
    length++;
  }
  return dz_trie_longest(&table->trie, fold, length, &row) && table->words[row].keep;
}

static dz_status find_masks(dz_draft *draft, dz_error *error) {
  const dz_text *text = &draft->report.text;
  dz_array masks = dz_array_of(sizeof(dz_span));
  dz_status status = DZ_OK;
  size_t noise = 0;

  for (uint32_t i = 0; i < text->length && !status;) {
    dz_span span;
    while (noise < draft->noise.count && draft->report.noise[noise].span.end <= i) noise++;
    if (noise < draft->noise.count && draft->report.noise[noise].span.start <= i) {
      i = draft->report.noise[noise].span.end;
    } else if (dz_mask_at(text, i, &span)) {
      if (!is_kept(draft, i) && !dz_array_append(&masks, &span, 1)) status = dz_fail_memory(error);
      i = span.end;
    } else {
      i++;
    }
  }
  draft->report.mask_count = masks.count;
  draft->report.masks = dz_array_freeze(&masks, &draft->arena);
  if (!draft->report.masks) status = dz_fail_memory(error);
  dz_array_free(&masks);
  return status;
}

dz_status dz_noise_find(dz_draft *draft, dz_error *error) {
  dz_status status = find_grammar(draft, error);

  if (!status) status = find_lines(draft, error);
  if (!status) status = dz_noise_signs(draft, error);
  if (!status) status = dz_noise_page_numbers(draft, error);
  if (!status) status = dz_noise_page(draft, error);
  if (!status) status = seal(draft, error);
  if (!status) status = find_masks(draft, error);
  return status;
}
