/* quantity_words.h - the words around a figure (data/quantity_words.tsv). */
#ifndef DZ_KNOWLEDGE_QUANTITY_WORDS_H
#define DZ_KNOWLEDGE_QUANTITY_WORDS_H

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_quantity_role { /* as in the head of the table */
                                DZ_QW_LINK,
                                DZ_QW_UP,
                                DZ_QW_DOWN,
                                DZ_QW_TO,
                                DZ_QW_FROM,
                                DZ_QW_YOY,
                                DZ_QW_CUMULATIVE,
                                DZ_QW_SHARE,
                                DZ_QW_EACH,
                                DZ_QW_FORECAST,
                                DZ_QW_ADVERB,
                                DZ_QW_ABOUT,
                                DZ_QW_LEAST,
                                DZ_QW_MOST,
                                DZ_QW_STRIVE,
                                DZ_QW_NEAR,
                                DZ_QW_PER,
                                DZ_QW_LEAD,
                                DZ_QW_AFTER,
                                DZ_QW_STOP,
                                DZ_QW_VAGUE,
                                DZ_QW_TARGET,
                                DZ_QW_DEPENDENT,
                                DZ_QW_HEAD,
                                DZ_QW_TAIL,
                                DZ_QW_VERSUS,
                                DZ_QW_KEEP,
                                DZ_QW_PAIR,
                                DZ_QW_FALL_AFTER,
                                DZ_QW_PERIOD,
                                DZ_QW_ROLE_COUNT
} dz_quantity_role;

typedef struct dz_quantity_word {
  dz_quantity_role role;
  const char *argument;
} dz_quantity_word;

typedef struct dz_quantity_words {
  dz_quantity_word *rows;
  dz_trie before;     /* reversed: what stands between an indicator and its figure */
  dz_trie lead;       /* cut from the front of an indicator */
  dz_trie per, falls; /* 每个乡镇 and 压减 inside or in front of an indicator */
  dz_trie after, stop, vague, target, dependent, pair;
  dz_trie head, tail; /* reversed */
  dz_trie versus;
  dz_trie falls_after;
  dz_trie period; /* 年均; around a number of years: 五年|来 */
} dz_quantity_words;

DZ_MUST_CHECK dz_status dz_quantity_words_load(dz_quantity_words *out, const char *directory,
                                               dz_arena *arena, dz_error *error);
void dz_quantity_words_free(dz_quantity_words *words);

#endif
