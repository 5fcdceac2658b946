/* edit_token.c - see edit_token.h */
#include "edit_token.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "increasing.h"
#include "text/number.h"
#include "text/unicode.h"

enum {
  HAN_FIRST = 0x4E00,
  HAN_LAST = 0x9FFF
}; /* the block nearly all of a text is in: no mark is */

/* Tenths of a Han character. Aligning on punctuation or on 的 ties texts
 * together that have nothing in common (collatex issue 58). */
enum { HAN_WEIGHT = 10, FUNCTION_WEIGHT = 4, PUNCTUATION_WEIGHT = 3 };

static bool is_among(const uint32_t *sorted, size_t count, uint32_t fold) {
  size_t low = 0, high = count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (sorted[middle] < fold)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && sorted[low] == fold;
}

/* 与中为了以到和在地对并得所把是有的等着而被让 */
static bool is_function_character(uint32_t fold) {
  static const uint32_t characters[] = {
      0x4E0E, 0x4E2D, 0x4E3A, 0x4E86, 0x4EE5, 0x5230, 0x548C, 0x5728, 0x5730, 0x5BF9, 0x5E76,
      0x5F97, 0x6240, 0x628A, 0x662F, 0x6709, 0x7684, 0x7B49, 0x7740, 0x800C, 0x88AB, 0x8BA9};

  return is_among(characters, sizeof characters / sizeof *characters, fold);
}

int32_t dz_glyph_weight(const dz_edit_glyph *glyph) {
  if (!glyph->fold) return 0;
  if (glyph->fold >= HAN_FIRST && glyph->fold <= HAN_LAST)
    return is_function_character(glyph->fold) ? FUNCTION_WEIGHT : HAN_WEIGHT;
  return dz_is_punctuation(glyph->fold) ? PUNCTUATION_WEIGHT : HAN_WEIGHT;
}

static bool is_numeral_character(uint32_t fold) {
  return dz_chinese_digit(fold) >= 0 || dz_chinese_power(fold) > 0;
}

static bool is_word(uint32_t fold) {
  return (fold >= '0' && fold <= '9') || dz_is_letter(fold);
}

/* Whether glyph i goes on with the atom that glyph i - 1 is in: as the caller
 * says, inside a Latin word or a number in digits or characters (二十一, 3万, 第三), and
 * over the mark inside a figure (3.5, 1,200, 10-15) and the sign behind it (5%). */
static bool goes_on(const dz_edit_text *text, size_t i) {
  uint32_t before = text->glyphs[i - 1].fold, now = text->glyphs[i].fold;
  uint32_t next = i + 1 < text->count ? text->glyphs[i + 1].fold : 0;
  bool digit_before = before >= '0' && before <= '9', digit_next = next >= '0' && next <= '9';

  if (text->glyphs[i].glued) return true;
  if (is_word(before) && is_word(now)) return true;
  if ((is_numeral_character(before) || before == U'第') && is_numeral_character(now)) return true;
  if (digit_before && dz_chinese_power(now) > 0) return true;
  if (before == U'第' && now >= '0' && now <= '9') return true;
  if (digit_before && digit_next && (now == '.' || now == ',' || now == '-' || now == '~'))
    return true;
  if (digit_before && (now == '%' || now == 0x2030 || now == 0x2103)) return true;
  return (before == '.' || before == ',' || before == '-' || before == '~') && i >= 2 &&
         now >= '0' && now <= '9' && text->glyphs[i - 2].fold >= '0' &&
         text->glyphs[i - 2].fold <= '9';
}

static bool is_numeral(uint32_t fold) {
  return (fold >= '0' && fold <= '9') || fold == '.' || fold == ',' ||
         dz_chinese_digit(fold) >= 0 || (dz_chinese_power(fold) > 0 && dz_chinese_power(fold) < 4);
}

/* Figures of one unit have one shape: what is left without the numeral. */
static uint64_t shape_of(const dz_edit_text *text, const dz_token *token) {
  uint64_t shape = 1;
  size_t digits = 0;

  for (uint32_t i = token->first; i < token->first + token->count; i++) {
    uint32_t fold = text->glyphs[i].fold;
    if (is_numeral(fold))
      digits++;
    else if (fold)
      shape = dz_mix(shape ^ fold);
  }
  return digits ? shape : 0;
}

static bool is_ordinal(const dz_token *token, const dz_edit_text *text) {
  return token->count > 1 && text->glyphs[token->first].fold == U'第';
}

static void give_shapes(const dz_array *tokens, const dz_edit_text *text) {
  for (size_t i = 0; i < tokens->count; i++) {
    dz_token *token = dz_array_at(tokens, i);
    if (is_numeral(text->glyphs[token->first].fold) || is_ordinal(token, text))
      token->shape = shape_of(text, token);
  }
}

bool dz_tokens_split(dz_array *tokens, const dz_edit_text *text) {
  dz_token *last = NULL;

  tokens->count = 0;
  for (size_t i = 0; i < text->count; i++) {
    const dz_edit_glyph *glyph = &text->glyphs[i];
    if (!glyph->fold && !glyph->glued) {
      last = NULL;
      continue;
    }
    if (last && goes_on(text, i)) {
      last->count++;
      if (!glyph->fold) continue;
      last->id = dz_mix(last->id ^ ((uint64_t)glyph->fold << 32)) | (uint64_t)1 << 63;
      last->letters++;
      last->weight += HAN_WEIGHT;
      last->punctuation = false;
      continue;
    }
    last = dz_array_push(tokens);
    if (!last) return false;
    *last = (dz_token){.id = glyph->fold,
                       .first = (uint32_t)i,
                       .count = 1,
                       .letters = glyph->fold != 0,
                       .weight = dz_glyph_weight(glyph),
                       .punctuation = (glyph->fold < HAN_FIRST || glyph->fold > HAN_LAST) &&
                                      dz_is_punctuation(glyph->fold)};
  }
  give_shapes(tokens, text);
  return true;
}

/* ---- words -------------------------------------------------------------------- */

static bool is_character(const dz_token *token) {
  return token->count == 1 && token->id >= HAN_FIRST && token->id <= HAN_LAST;
}

static void read_on(dz_word_end *ends, size_t at, size_t length, int32_t cost, bool known) {
  dz_word_end *end = &ends[at + length];

  if (ends[at].cost + cost >= end->cost) return;
  end->cost = ends[at].cost + cost;
  end->length = (uint32_t)length;
  end->known = known;
}

/* Reads `count` characters; ends[i] is the end behind the first i of them. */
static bool read_words(const dz_token *tokens, size_t count, const dz_lexicon *lexicon,
                       dz_array *scratch) {
  dz_word_end *ends;

  scratch->count = 0;
  ends = dz_array_append(scratch, NULL, count + 1);
  if (!ends) return false;
  for (size_t i = 0; i <= count; i++)
    ends[i] = (dz_word_end){.letter = i ? (uint32_t)tokens[i - 1].id : 0, .cost = INT32_MAX};
  ends[0].cost = 0;
  for (size_t i = 0; i < count; i++) {
    size_t room = count - i < DZ_LEXICON_LETTERS ? count - i : DZ_LEXICON_LETTERS, depth = 0;
    uint32_t letters[DZ_LEXICON_LETTERS], node = 0;
    int32_t value;
    for (size_t k = 0; k < room; k++) letters[k] = ends[i + k + 1].letter;
    read_on(ends, i, 1, DZ_LEXICON_SINGLE, false);
    while (dz_trie_next(&lexicon->words, letters, room, &node, &depth, &value))
      read_on(ends, i, depth, value, true);
  }
  return true;
}

bool dz_tokens_mark_words(dz_array *tokens, const dz_lexicon *lexicon, dz_array *scratch) {
  enum { RUN_MAX = 4096 }; /* characters read at a time: no text has as many without a mark */
  dz_token *all = tokens->items;

  for (size_t first = 0, end; first < tokens->count; first = end) {
    const dz_word_end *ends;
    for (end = first; end < tokens->count && end < first + RUN_MAX && is_character(&all[end]);
         end++)
      continue;
    if (end == first) {
      end++;
      continue;
    }
    if (!read_words(all + first, end - first, lexicon, scratch)) return false;
    ends = scratch->items;
    for (size_t at = end - first; at > 0; at -= ends[at].length) {
      for (size_t k = 1; k < ends[at].length; k++) all[first + at - k].inside = true;
      all[first + at - 1].stray = !ends[at].known;
    }
  }
  return true;
}

/* ---- anchors of long texts -------------------------------------------------- */

enum { ANCHOR_RUN = 8 }; /* tokens of a run; shorter ones of prose are not unique */

typedef struct run_count { /* where a run stands, by side */
  uint32_t count[2];
  uint32_t at[2];
} run_count;

static uint64_t run_hash(const dz_token *tokens, size_t at) {
  uint64_t hash = 0;

  for (size_t i = 0; i < ANCHOR_RUN; i++) hash = dz_mix(hash ^ tokens[at + i].id);
  return hash;
}

static bool same_run(const dz_array tokens[2], uint32_t a, uint32_t b) {
  const dz_token *left = tokens[0].items, *right = tokens[1].items;

  for (size_t i = 0; i < ANCHOR_RUN; i++)
    if (left[a + i].id != right[b + i].id) return false;
  return true;
}

static bool count_runs(dz_array *runs, dz_map *map, const dz_array tokens[2]) {
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; (size_t)i + ANCHOR_RUN <= tokens[side].count; i++) {
      uint32_t *slot = dz_map_put(map, run_hash(tokens[side].items, i));
      run_count *run;
      if (!slot) return false;
      if (!*slot) {
        if (!dz_array_push(runs)) return false;
        *slot = (uint32_t)runs->count;
      }
      run = dz_array_at(runs, *slot - 1);
      run->count[side]++;
      run->at[side] = i;
    }
  return true;
}

dz_status dz_anchors_find(dz_array *anchors, const dz_array tokens[2], dz_error *error) {
  dz_array runs = dz_array_of(sizeof(run_count));
  dz_array ranked = dz_array_of(sizeof(dz_ranked));
  dz_array places = dz_array_of(sizeof(uint32_t));
  dz_arena scratch;
  dz_map map;
  bool good;

  dz_arena_init(&scratch);
  dz_map_init(&map);
  good = count_runs(&runs, &map, tokens);
  for (uint32_t i = 0; (size_t)i + ANCHOR_RUN <= tokens[0].count && good; i++) {
    const run_count *run = dz_array_at(&runs, *dz_map_get(&map, run_hash(tokens[0].items, i)) - 1);
    if (run->count[0] != 1 || run->count[1] != 1 || !same_run(tokens, run->at[0], run->at[1]))
      continue;
    good = dz_array_append(&ranked, &(dz_ranked){.place = run->at[1], .weight = 1}, 1) &&
           dz_array_append(&places, &i, 1);
  }
  if (good) good = dz_increasing_mark(ranked.items, ranked.count, &scratch);
  for (size_t i = 0; i < ranked.count && good; i++) {
    const dz_ranked *item = dz_array_at(&ranked, i);
    dz_anchor anchor = {*(uint32_t *)dz_array_at(&places, i) + ANCHOR_RUN / 2,
                        item->place + ANCHOR_RUN / 2};
    if (item->inside) good = dz_array_append(anchors, &anchor, 1) != NULL;
  }
  dz_array_free(&runs);
  dz_array_free(&ranked);
  dz_array_free(&places);
  dz_map_free(&map);
  dz_arena_free(&scratch);
  return good ? DZ_OK : dz_fail_memory(error);
}
