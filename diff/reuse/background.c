/* background.c - what is common in the reader's own reports is formula
 *
 * Every window of two seeds (eight symbols) of every background report is
 * counted once per report, under an exact key: the numbers of its two halves.
 * What stands in a quarter of the reports, and in three at least, is formula.
 * With fewer than DZ_BACKGROUND_LEAST reports there is no frequency to speak
 * of, and the shipped table alone decides. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "steps.h"

enum {
  IN_REPORTS = 3, /* in so many of them at least */
  QUARTER = 4,    /* and in every fourth */
  WINDOW = 2 * DZ_SEED
};

static uint64_t half(const uint16_t *symbols) {
  uint64_t key;

  memcpy(&key, symbols, sizeof key);
  return key;
}

/* The number of a half, from 1; 0 when memory ran out. */
static uint32_t number_of(dz_map *halves, const uint16_t *symbols) {
  uint32_t *number = dz_map_put(halves, half(symbols));

  if (!number) return 0;
  if (!*number) *number = (uint32_t)halves->count;
  return *number;
}

/* Counts the windows of one report; `last` is the number of the report that
 * counted a window last, so that each counts once. */
static dz_status count_report(dz_background *out, dz_map *last, const dz_report *report,
                              uint32_t number, dz_error *error) {
  dz_view view;
  dz_status status = dz_view_build(&view, report, error);

  for (uint32_t i = 0; !status && i + WINDOW <= view.count; i++) {
    uint32_t first = number_of(&out->halves, view.symbols + i);
    uint32_t second = number_of(&out->halves, view.symbols + i + DZ_SEED);
    uint64_t key = (uint64_t)first << 32 | second;
    uint32_t *count = dz_map_put(&out->counts, key), *seen = dz_map_put(last, key);
    if (!first || !second || !count || !seen) {
      status = dz_fail_memory(error);
      break;
    }
    if (*seen != number) ++*count;
    *seen = number;
  }
  dz_view_free(&view);
  return status;
}

/* Counts the windows that the index samples, each once per report. */
static dz_status count_windows(dz_background *out, dz_map *last, const dz_report *report,
                               const dz_genre_index *index, uint32_t number, dz_error *error) {
  dz_view view;
  dz_status status = dz_view_build(&view, report, error);
  uint64_t *hashes = status ? NULL : malloc((view.count + 1) * sizeof *hashes);

  if (!status && !hashes) status = dz_fail_memory(error);
  if (!status) dz_genre_hash(view.symbols, view.count, index->window, hashes);
  for (uint32_t i = 0; !status && i < view.count; i++) {
    uint32_t *reports, *seen;
    if (!dz_genre_sampled(index, hashes[i])) continue;
    seen = dz_map_put(last, hashes[i]);
    if (!seen) {
      status = dz_fail_memory(error);
    } else if (*seen != number) {
      *seen = number;
      reports = dz_map_put(&out->windows, hashes[i]);
      if (reports)
        ++*reports;
      else
        status = dz_fail_memory(error);
    }
  }
  free(hashes);
  dz_view_free(&view);
  return status;
}

dz_status dz_background_build(dz_background *out, const dz_report *const *reports, size_t count,
                              const dz_genre_index *index, dz_error *error) {
  dz_map last;
  dz_status status = DZ_OK;

  *out = (dz_background){0};
  dz_map_init(&out->halves);
  dz_map_init(&out->counts);
  dz_map_init(&out->windows);
  dz_map_init(&last);
  for (size_t i = 0; i < count && index->window && !status; i++)
    status = count_windows(out, &last, reports[i], index, (uint32_t)i + 1, error);
  dz_map_free(&last);
  if (status) return status;
  if (count < DZ_BACKGROUND_LEAST) return DZ_OK;
  dz_map_init(&last);
  for (size_t i = 0; i < count && !status; i++)
    status = count_report(out, &last, reports[i], (uint32_t)i + 1, error);
  dz_map_free(&last);
  out->least = (uint32_t)((count + QUARTER - 1) / QUARTER);
  if (out->least < IN_REPORTS) out->least = IN_REPORTS;
  return status;
}

void dz_background_free(dz_background *background) {
  dz_map_free(&background->halves);
  dz_map_free(&background->counts);
  dz_map_free(&background->windows);
}

void dz_background_cover(const dz_background *background, const uint16_t *symbols, size_t count,
                         uint8_t *covered) {
  for (size_t i = 0; background->least && i + WINDOW <= count; i++) {
    const uint32_t *first = dz_map_get(&background->halves, half(symbols + i)), *second, *found;
    if (!first) continue;
    second = dz_map_get(&background->halves, half(symbols + i + DZ_SEED));
    if (!second) continue;
    found = dz_map_get(&background->counts, (uint64_t)*first << 32 | *second);
    if (found && *found >= background->least) memset(covered + i, DZ_GENRE_FORMULA, WINDOW);
  }
}
