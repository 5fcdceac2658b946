/* gram.c - see gram.h */
#include "gram.h"

#include <math.h>

#include "base/error.h"
#include "base/map.h"
#include "text/unicode.h"

/* Weight of a bigram: BASE + STEP * log2(sentences / sentences that hold it).
 * BASE keeps frequent bigrams from counting nothing: two sentences that share
 * only 发展 and 推进 are alike a little. */
enum { WEIGHT_BASE = 16, WEIGHT_STEP = 16 };

/* Symbols that are no single character: a number, and above WORD the hash of a word of
 * Latin or other letters. */
enum { DIGITS = '0', BREAK = 0 };
static const uint32_t WORD = 0x80000000U;

typedef struct builder {
  dz_map ids;      /* packed bigram -> id + 1 */
  uint32_t *grams; /* of the side being read; at most three for two code points */
  size_t count;
  uint32_t *stamp; /* per id: last sentence that had it, + 1, of the side being read */
  uint32_t *df;    /* per id: sentences of both sides that have it */
} builder;

static bool is_han(uint32_t cp) {
  return cp >= 0x4E00 && cp <= 0x9FFF; /* nearly all of a text: no mark is in this block */
}

/* The symbol at [at, end) and its length in *used: a Han character, a number, a whole word of
 * letters (digits inside it included: 5G), or BREAK. */
static uint32_t symbol_at(const uint32_t *fold, uint32_t at, uint32_t end, uint32_t *used) {
  uint64_t hash = 0;
  uint32_t i = at;
  bool digits = true;

  *used = 1;
  if (is_han(fold[at])) return fold[at];
  for (; i < end && (dz_is_digit(fold[i]) || (!is_han(fold[i]) && dz_is_letter(fold[i]))); i++) {
    digits = digits && dz_is_digit(fold[i]);
    hash = dz_mix(hash ^ fold[i]);
  }
  if (i > at) {
    *used = i - at;
    return digits ? DIGITS : (uint32_t)hash | WORD;
  }
  return fold[at] < 0x80 || dz_is_punctuation(fold[at]) ? BREAK : fold[at];
}

static bool add_gram(builder *work, uint32_t left, uint32_t right, uint32_t mark) {
  uint32_t *slot = dz_map_put(&work->ids, (uint64_t)left << 32 | right), id;

  if (!slot) return false;
  if (!*slot) *slot = (uint32_t)work->ids.count;
  id = *slot - 1;
  if (work->stamp[id] == mark) return true;
  work->stamp[id] = mark;
  work->df[id]++;
  work->grams[work->count++] = id;
  return true;
}

/* A word of letters says as much as two Han characters: it counts by itself as well as with its
 * neighbour, and the space between two words parts nothing. */
static bool add_sentence(builder *work, const uint32_t *fold, dz_span span, uint32_t mark) {
  uint32_t last = BREAK, used;

  for (uint32_t i = span.start; i < span.end; i += used) {
    uint32_t now = symbol_at(fold, i, span.end, &used);
    if (now == BREAK && fold[i] == ' ' && last & WORD) continue;
    if (now == DIGITS && last == DIGITS) continue;
    if (now & WORD && !add_gram(work, BREAK, now, mark)) return false;
    if (now != BREAK && last != BREAK && !add_gram(work, last, now, mark)) return false;
    last = now;
  }
  return true;
}

static dz_status read_side(dz_gram_side *side, builder *work, const dz_report *report, size_t room,
                           dz_arena *arena, dz_error *error) {
  uint32_t *start = dz_arena_array(arena, report->sentence_count + 1, sizeof *start);

  if (!start) return dz_fail_memory(error);
  work->count = 0;
  for (size_t i = 0; i < room; i++) work->stamp[i] = 0;
  for (size_t i = 0; i < report->sentence_count; i++) {
    if (!add_sentence(work, report->text.fold, report->sentences[i].fold, (uint32_t)i + 1))
      return dz_fail_memory(error);
    start[i + 1] = (uint32_t)work->count;
  }
  side->unit_count = report->sentence_count;
  side->start = start;
  side->grams = dz_arena_copy(arena, work->grams, work->count * sizeof *work->grams);
  return side->grams ? DZ_OK : dz_fail_memory(error);
}

/* Postings by counting sort, and the sums of weights. */
static dz_status index_side(dz_gram_side *side, const dz_grams *grams, dz_arena *arena,
                            dz_error *error) {
  size_t total = side->start[side->unit_count];
  uint32_t *first = dz_arena_array(arena, grams->gram_count + 2, sizeof *first);
  uint32_t *units = dz_arena_array(arena, total, sizeof *units);
  uint64_t *weight = dz_arena_array(arena, side->unit_count, sizeof *weight);

  if (!first || !units || !weight) return dz_fail_memory(error);
  for (size_t i = 0; i < total; i++) first[side->grams[i] + 2]++;
  for (size_t g = 0; g < grams->gram_count; g++) first[g + 2] += first[g + 1];
  for (size_t unit = 0; unit < side->unit_count; unit++)
    for (uint32_t i = side->start[unit]; i < side->start[unit + 1]; i++) {
      units[first[side->grams[i] + 1]++] = (uint32_t)unit;
      weight[unit] += grams->weight[side->grams[i]];
    }
  side->first = first;
  side->units = units;
  side->weight = weight;
  return DZ_OK;
}

static uint32_t *weights(const builder *work, size_t sentences, dz_arena *arena) {
  uint32_t *weight = dz_arena_array(arena, work->ids.count, sizeof *weight);

  for (size_t g = 0; weight && g < work->ids.count; g++)
    weight[g] = WEIGHT_BASE + (uint32_t)(WEIGHT_STEP * log2((double)sentences / work->df[g]) + 0.5);
  return weight;
}

dz_status dz_grams_build(dz_grams *out, const dz_report *const reports[2], dz_arena *arena,
                         dz_error *error) {
  size_t letters = reports[0]->text.fold_length + reports[1]->text.fold_length;
  size_t room = letters + letters / 2 + 2; /* no two words stand side by side */
  builder work = {0};
  dz_status status = DZ_OK;

  *out = (dz_grams){0};
  dz_map_init(&work.ids);
  work.stamp = dz_arena_array(arena, room, sizeof *work.stamp);
  work.df = dz_arena_array(arena, room, sizeof *work.df);
  work.grams = dz_arena_array(arena, room, sizeof *work.grams);
  if (!work.stamp || !work.df || !work.grams || !dz_map_reserve(&work.ids, letters / 2))
    status = dz_fail_memory(error);
  for (int s = 0; s < 2 && !status; s++)
    status = read_side(&out->sides[s], &work, reports[s], room, arena, error);
  if (!status) {
    out->gram_count = work.ids.count;
    out->weight = weights(&work, reports[0]->sentence_count + reports[1]->sentence_count, arena);
    if (!out->weight) status = dz_fail_memory(error);
  }
  for (int s = 0; s < 2 && !status; s++) status = index_side(&out->sides[s], out, arena, error);
  dz_map_free(&work.ids);
  return status;
}
