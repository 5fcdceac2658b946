/* formulas.h - formulas, campaigns and institutions with the months in which
 * they were current (data/formulas.tsv), and yearly series of events
 * (data/series.tsv). Months are yyyymm; 0 = open. */
#ifndef DZ_KNOWLEDGE_FORMULAS_H
#define DZ_KNOWLEDGE_FORMULAS_H

#include <duizhao/status.h>

#include "base/arena.h"
#include "text/phrase.h"

typedef struct dz_formula {
  const char *phrase, *category, *successor; /* successor "": none named */
  uint32_t first;                            /* earliest month of a truthful text */
  uint32_t stale;                            /* month from which it marks an older text */
  bool hard;                                 /* from then on the thing no longer exists */
  bool dated;                                /* by a document: younger use is impossible */
  bool chain;                                /* member of the chain that is always said whole */
} dz_formula;

/* A yearly event: the n-th was held in the year base + n. */
typedef struct dz_yearly_event {
  const char *name;
  uint32_t base;
} dz_yearly_event;

typedef struct dz_formulas {
  dz_formula *rows;
  size_t count;
  dz_trie trie;
  dz_starters starters;
  dz_yearly_event *series;
  dz_trie series_trie;
} dz_formulas;

DZ_MUST_CHECK dz_status dz_formulas_load(dz_formulas *out, const char *directory, dz_arena *arena,
                                         dz_error *error);
void dz_formulas_free(dz_formulas *formulas);

/* The row of this phrase, or NULL. */
const dz_formula *dz_formulas_find(const dz_formulas *formulas, const char *phrase);

#endif
