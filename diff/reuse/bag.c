/* bag.c - see bag.h */
#include "bag.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "text/unicode.h"

enum {
  SHORT = 8,        /* symbols: a shorter sentence goes with the next one of its paragraph */
  LONG = 60,        /* a longer one ends at the end of a clause, */
  LONG_WORDS = 20,  /* of words of letters, */
  LONGEST = 100,    /* and in any case here */
  SLOTS = 512,      /* room for the features of one sentence, half of it empty: a power of two */
  HEAVIEST = 12,    /* weight of a feature nobody is known to have written */
  STEM = 6,         /* letters of a word that count: endings are exchanged */
  SENTENCES = 64,   /* a report of fewer tells no more of how common a word is than one of these */
  WORDS_LEAST = 8,  /* one symbol in so many is a word in a text that is not Chinese */
  FIRST_WORD = 'a', /* folded letters and words of them come before and after the ideographs */
  HAN_FIRST = 0x3400,
  HAN_LAST = 0x9FFF
};

static bool is_han(uint16_t symbol) {
  return symbol >= HAN_FIRST && symbol <= HAN_LAST;
}

static bool is_word(uint16_t symbol) {
  return symbol >= FIRST_WORD && !is_han(symbol);
}

static void cut_sentences(dz_bags *bags) {
  const dz_view *view = bags->view;
  uint32_t start = 0;

  for (uint32_t i = 0; i <= view->count; i++) {
    uint32_t length = i - start;
    uint8_t edge = view->edges[i];
    bool ends = i == view->count || view->symbols[i] == DZ_SYM_EDGE || edge == DZ_EDGE_PARAGRAPH ||
                (edge == DZ_EDGE_SENTENCE && length >= SHORT) ||
                (edge == DZ_EDGE_CLAUSE && length >= (bags->stems ? LONG_WORDS : LONG)) ||
                length >= LONGEST;
    if (ends && length) {
      bags->sentences[bags->count++] = (dz_span){start, i};
      start = i;
    }
    bags->of[i] = bags->count;
    if (i < view->count && view->symbols[i] == DZ_SYM_EDGE) start = i + 1;
  }
}

/* Headings and what stands before the body are alike by nature in a Chinese report: they weigh
 * nothing. */
static void clear_headings(dz_bags *bags) {
  const dz_report *report = bags->view->report;
  size_t n = 0;

  for (uint32_t i = 0; i < bags->count; i++) {
    dz_span s = bags->sentences[i];
    while (n < report->sentence_count && report->sentences[n].fold.end <= bags->view->at[s.start])
      n++;
    if (n == report->sentence_count) return;
    if (report->sentences[n].heading || s.end <= bags->body) bags->weighed[i] = 1;
  }
}

static uint32_t stem_of(const dz_view *view, uint32_t i) {
  uint32_t from = view->at[i], end = dz_view_end(view, i);
  uint64_t hash = 0;

  for (uint32_t k = from; k < end && k < from + STEM; k++)
    hash = (hash + view->fold[k]) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(hash >> 32) | 1;
}

static dz_status find_stems(dz_bags *bags, dz_error *error) {
  const dz_view *view = bags->view;
  uint32_t words = 0;

  for (uint32_t i = 0; i < view->count; i++) words += is_word(view->symbols[i]);
  if (words * WORDS_LEAST < view->count) return DZ_OK;
  bags->stems = calloc(view->count + 1, sizeof *bags->stems);
  if (!bags->stems) return dz_fail_memory(error);
  for (uint32_t i = 0; i < view->count; i++)
    if (is_word(view->symbols[i])) bags->stems[i] = stem_of(view, i);
  return DZ_OK;
}

/* A word weighs by the sentences it stands in: few have it, or all. */
static dz_status weigh_words(dz_bags *bags, dz_error *error) {
  uint32_t sentences_in_all = bags->count > SENTENCES ? bags->count : SENTENCES;
  dz_map sentences;
  dz_status status = DZ_OK;

  dz_map_init(&sentences);
  for (uint32_t i = 0; i < bags->view->count && !status; i++) {
    uint32_t *number = bags->stems[i] ? dz_map_put(&sentences, bags->stems[i]) : NULL;
    if (number)
      ++*number;
    else if (bags->stems[i])
      status = dz_fail_memory(error);
  }
  for (uint32_t i = 0; i < bags->view->count && !status; i++) {
    const uint32_t *number = bags->stems[i] ? dz_map_get(&sentences, bags->stems[i]) : NULL;
    float weight = number ? 2 * log2f((float)sentences_in_all / (float)*number) : 0;
    if (number) bags->weights[i] = weight < 1 ? 1 : weight > HEAVIEST ? HEAVIEST : (uint8_t)weight;
  }
  dz_map_free(&sentences);
  return status;
}

/* Weighs the letters of a sentence when it is compared for the first time: a look-up misses the
 * cache, and most sentences are never compared. */
static void weigh_letters(const dz_bags *bags, uint32_t sentence) {
  const uint16_t *s = bags->view->symbols;
  dz_span in = bags->sentences[sentence];

  if (bags->weighed[sentence]) return;
  bags->weighed[sentence] = 1;
  for (uint32_t i = in.start; i < in.end; i++) {
    uint32_t common;
    if (!is_han(s[i]) || !is_han(s[i + 1])) continue;
    common = bags->index->window ? dz_genre_bigram(bags->index, s[i], s[i + 1]) : HEAVIEST / 2;
    bags->weights[i] = common < HEAVIEST ? (uint8_t)(HEAVIEST - common) : 1;
  }
}

dz_status dz_bags_build(dz_bags *out, const dz_view *view, uint32_t body,
                        const dz_genre_index *index, dz_error *error) {
  dz_status status;

  *out = (dz_bags){.view = view, .index = index, .body = body};
  out->sentences = malloc((view->count + 1) * sizeof *out->sentences);
  out->of = malloc((view->count + 1) * sizeof *out->of);
  out->weights = calloc(view->count + 1, 1);
  out->weighed = calloc(view->count + 1, 1);
  if (!out->sentences || !out->of || !out->weights || !out->weighed) return dz_fail_memory(error);
  status = find_stems(out, error);
  cut_sentences(out);
  if (!status && out->stems) status = weigh_words(out, error);
  if (!out->stems) clear_headings(out);
  return status;
}

void dz_bags_free(dz_bags *bags) {
  free(bags->sentences);
  free(bags->of);
  free(bags->weights);
  free(bags->weighed);
  free(bags->stems);
  *bags = (dz_bags){0};
}

static uint32_t key_at(const dz_bags *bags, uint32_t i) {
  const uint16_t *s = bags->view->symbols;

  if (bags->stems && bags->stems[i]) return bags->stems[i];
  return (uint32_t)s[i] << 16 | s[i + 1];
}

/* The slot of a key: where it stands, or the empty one where it would. */
static uint32_t slot_of(const uint32_t *keys, uint32_t key) {
  uint32_t slot = (uint32_t)(key * 0x9E3779B97F4A7C15u >> 40) & (SLOTS - 1);

  while (keys[slot] && keys[slot] != key) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

dz_likeness dz_bag_compare(const dz_bags *a, uint32_t sentence_a, const dz_bags *b,
                           uint32_t sentence_b) {
  uint32_t keys[SLOTS] = {0}, number_a = 0, number_b = 0, common = 0;
  uint8_t weights[SLOTS], taken[SLOTS]; /* of a; counted in b already: 2 only b has it */
  dz_span in_a = a->sentences[sentence_a], in_b = b->sentences[sentence_b];
  float dot = 0, norm_a = 0, norm_b = 0;
  dz_likeness out = {0};

  weigh_letters(a, sentence_a);
  weigh_letters(b, sentence_b);
  for (uint32_t i = in_a.start; i < in_a.end; i++) {
    uint32_t slot;
    if (!a->weights[i]) continue;
    slot = slot_of(keys, key_at(a, i));
    if (keys[slot]) continue;
    keys[slot] = key_at(a, i);
    weights[slot] = a->weights[i];
    taken[slot] = 0;
    number_a++;
    norm_a += (float)a->weights[i] * a->weights[i];
  }
  for (uint32_t i = in_b.start; i < in_b.end; i++) {
    uint32_t slot;
    if (!b->weights[i]) continue;
    slot = slot_of(keys, key_at(b, i));
    if (keys[slot] && taken[slot]) continue;
    number_b++;
    norm_b += (float)b->weights[i] * b->weights[i];
    if (!keys[slot]) {
      keys[slot] = key_at(b, i);
      taken[slot] = 2;
      continue;
    }
    taken[slot] = 1;
    common++;
    dot += (float)b->weights[i] * weights[slot];
    out.rare += b->weights[i] >= DZ_BAG_RARE && weights[slot] >= DZ_BAG_RARE;
  }
  if (!common) return out;
  out.cosine = dot / sqrtf(norm_a * norm_b);
  out.dice = 2 * (float)common / (float)(number_a + number_b);
  return out;
}
