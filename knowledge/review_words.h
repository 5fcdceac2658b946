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
  DZ_SET_BEYOND,
  DZ_SET_MULTIPLE,
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
  DZ_SET_COUNTY_LEVEL,
  DZ_SET_DISTRICT_LEVEL,
  DZ_SET_ANY_LEVEL,
  DZ_SET_TOWN_END,
  DZ_SET_LANDSCAPE_END,
  DZ_SET_EPITHET,
  DZ_SET_OWN_VERB,
  DZ_SET_OWN_OBJECT,
  DZ_SET_UPON,
  DZ_SET_OWN_OFFICE,
  DZ_SET_PUBLIC_HOUSE,
  DZ_SET_WORK_ELSEWHERE,
  DZ_SET_COMES_TO,
  DZ_SET_VISIT,
  DZ_SET_MERCHANTS,
  DZ_SET_COMES_HOME,
  DZ_SET_PREMISES,
  DZ_SET_CAUSE,
  DZ_SET_PURPOSE_OBJECT,
  DZ_SET_TERM_OF,
  DZ_SET_HELD_IN,
  DZ_SET_BUILD,
  DZ_SET_NO_NAME,
  DZ_SET_BODY_END,
  DZ_SET_SPOILT,
  DZ_SET_MISREAD,
  DZ_SET_NEIGHBOUR,
  DZ_SET_LOOKS_BACK,
  DZ_SET_AWAITED,
  DZ_SET_CURRENT_USE,
  DZ_SET_PLAN_PAST,
  DZ_SET_HELD_AGAINST,
  DZ_SET_AGO,
  DZ_SET_DATED_THING,
  DZ_SET_HOPE,
  DZ_SET_FIRST_YEAR,
  DZ_SET_LAST_YEAR,
  DZ_SET_THIS_YEAR,
  DZ_SET_FIELD_TAIL,
  DZ_SET_FIELD_HEAD,
  DZ_SET_NO_FIELD,
  DZ_SET_NOUN_OF_LEVEL,
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
