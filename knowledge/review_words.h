/* review_words.h - the words by which the checks on one report tell what stands there
 * (data/review_words.tsv): named sets of folded words. */
#ifndef DZ_KNOWLEDGE_REVIEW_WORDS_H
#define DZ_KNOWLEDGE_REVIEW_WORDS_H

#include <duizhao/report.h>

#include "base/arena.h"

typedef enum dz_word_set_id {
  DZ_SET_PLAN,
  DZ_SET_SEVERAL,
  DZ_SET_FROM,
  DZ_SET_TO,
  DZ_SET_CONSTANT_PRICE,
  DZ_SET_REAL_GROWTH,
  DZ_SET_OTHER_BASE,
  DZ_SET_YEAR_BEFORE,
  DZ_SET_AVERAGE,
  DZ_SET_NEWLY,
  DZ_SET_AMONG,
  DZ_SET_TOTAL,
  DZ_SET_SEVERAL_OF,
  DZ_SET_REST,
  DZ_SET_LEFT,
  DZ_SET_SHARE,
  DZ_SET_OTHER_THING,
  DZ_SET_SCALE,
  DZ_SET_LIST_OPEN,
  DZ_SET_CARRIED,
  DZ_SET_PEOPLE,
  DZ_SET_BEFORE_OFFICE,
  DZ_SET_BEFORE_NOUN,
  DZ_SET_OURS,
  DZ_SET_THIS,
  DZ_SET_NOT_OURS,
  DZ_SET_WHOLE_OF,
  DZ_SET_NOT_WHOLE,
  DZ_SET_AREA,
  DZ_SET_GOVERN,
  DZ_SET_RANK_WORD,
  DZ_SET_OFFICE,
  DZ_SET_REGION,
  DZ_SET_VILLAGE,
  DZ_SET_CONTRAST,
  DZ_SET_COUNT
} dz_word_set_id;

typedef struct dz_word_set {
  const uint32_t *const *words; /* folded, each ended by 0 */
  size_t count;
} dz_word_set;

typedef struct dz_review_words {
  dz_word_set sets[DZ_SET_COUNT];
} dz_review_words;

/* DZ_DATA also when a set is not in the table. */
DZ_MUST_CHECK dz_status dz_review_words_load(dz_review_words *out, const char *directory,
                                             dz_arena *arena, dz_error *error);

/* Does a word of the set stand anywhere in fold[span)? */
bool dz_set_in(const dz_word_set *set, const uint32_t *fold, dz_span span);

/* The length of the longest word of the set that starts at fold[at] and ends at or before `end`;
 * 0: none does. */
uint32_t dz_set_at(const dz_word_set *set, const uint32_t *fold, uint32_t at, uint32_t end);

/* The same for words that end right before fold[at]. */
uint32_t dz_set_before(const dz_word_set *set, const uint32_t *fold, uint32_t at);

#endif
