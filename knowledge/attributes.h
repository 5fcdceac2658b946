/* attributes.h - what the words around a figure or a promise say of it (data/attributes.tsv): the
 * one table by which like is held against like, for `track` as for `compare`
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_ATTRIBUTES_H
#define DZ_KNOWLEDGE_ATTRIBUTES_H

#include <stdbool.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_attribute { /* as the head of data/attributes.tsv explains them */
                            DZ_ATTRIBUTE_TIME,
                            DZ_ATTRIBUTE_ACCRUAL,
                            DZ_ATTRIBUTE_MEASURE,
                            DZ_ATTRIBUTE_PLAN,
                            DZ_ATTRIBUTE_PART,
                            DZ_ATTRIBUTE_WHOLE,
                            DZ_ATTRIBUTE_DENIAL,
                            DZ_ATTRIBUTE_CEILING,
                            DZ_ATTRIBUTE_INCIDENT,
                            DZ_ATTRIBUTE_GOALS, /* words that say any of those name no thing */
                            DZ_ATTRIBUTE_DEED,
                            DZ_ATTRIBUTE_LEVEL,
                            DZ_ATTRIBUTE_INTENT,
                            DZ_ATTRIBUTE_BASE,
                            DZ_ATTRIBUTE_CARRY,
                            DZ_ATTRIBUTE_ABOUT,
                            DZ_ATTRIBUTE_STRIVE,
                            DZ_ATTRIBUTE_BOUND,
                            DZ_ATTRIBUTE_ENTIRE,
                            DZ_ATTRIBUTE_ENDING,
                            DZ_ATTRIBUTE_YEARLY,
                            DZ_ATTRIBUTE_SCOPE /* the first of the scopes */
} dz_attribute;

enum {
  DZ_SCOPES_MAX = 8, /* kinds of scope */
  DZ_SCOPE_ALL = 1,  /* the value "all" of any scope; 0 is not said */
  DZ_SCOPE_BOTH = 2  /* "both": two parts, told of one by one (城乡居民…分别增长…) */
};

typedef enum dz_figure_time {
  DZ_TIME_OPEN,
  DZ_TIME_YEAR,
  DZ_TIME_SEVERAL,
  DZ_TIME_PART,
  DZ_TIME_OTHER /* a year that is neither; never said by a word */
} dz_figure_time;

typedef enum dz_accrual { DZ_ACCRUAL_OPEN, DZ_ACCRUAL_NEW, DZ_ACCRUAL_TOTAL } dz_accrual;

typedef enum dz_measure { DZ_MEASURE_OPEN, DZ_MEASURE_GROWTH, DZ_MEASURE_SHARE } dz_measure;

/* What was done to the things counted. */
typedef enum dz_deed {
  DZ_DEED_NONE,    /* no word says */
  DZ_DEED_NEUTRAL, /* 完成 实施 推进 */
  DZ_DEED_BEGIN,
  DZ_DEED_BUILD,
  DZ_DEED_FINISH,
  DZ_DEED_GAIN,  /* 新增: a flow */
  DZ_DEED_TOTAL, /* 总数: a stock */
  DZ_DEED_SUM    /* 累计 */
} dz_deed;

/* One of the things that a word says. */
typedef struct dz_attribute_saying {
  uint8_t attribute; /* dz_attribute; DZ_ATTRIBUTE_SCOPE + n is the nth scope */
  bool carries;      /* holds for the figures behind it in its clause too */
  uint8_t value;     /* dz_figure_time, dz_accrual, dz_measure, dz_deed; of a scope: 1 and up */
  const char *name;  /* of LEVEL */
} dz_attribute_saying;

typedef struct dz_attribute_word {
  const dz_attribute_saying *sayings;
  size_t count; /* 0: it is there so that the words in it are not found */
} dz_attribute_word;

typedef struct dz_attributes {
  dz_trie trie; /* value: index into word */
  const dz_attribute_word *word;
} dz_attributes;

/* What a word says of an attribute; NULL: nothing. */
const dz_attribute_saying *dz_attribute_said(const dz_attribute_word *word, dz_attribute attribute);

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_attributes_load(dz_attributes *out, const char *directory,
                                           dz_arena *arena, dz_error *error);
void dz_attributes_free(dz_attributes *table);

#endif
