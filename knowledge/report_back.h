/* report_back.h - words by which a later report tells what became of it (data/report_back.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_REPORT_BACK_H
#define DZ_KNOWLEDGE_REPORT_BACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_back_class { /* as data/report_back.tsv names them */
                             DZ_BACK_OVERDONE,
                             DZ_BACK_DONE,
                             DZ_BACK_MOSTLY_DONE,
                             DZ_BACK_PARTIAL,
                             DZ_BACK_ONGOING,
                             DZ_BACK_STARTED,
                             DZ_BACK_PLANNED,
                             DZ_BACK_NOT_YET,
                             DZ_BACK_NOT_DONE,
                             DZ_BACK_DEFERRED,
                             DZ_BACK_DROPPED,
                             DZ_BACK_VAGUE,
                             DZ_BACK_AWARD,
                             DZ_BACK_ISSUED, /* a paper: plan, rules */
                             DZ_BACK_NONE,   /* part of a name: 对外开放 */
                             DZ_BACK_CLASS_COUNT
} dz_back_class;

typedef struct dz_report_back {
  dz_trie trie; /* value: dz_back_class */
} dz_report_back;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_report_back_load(dz_report_back *out, const char *directory,
                                            dz_arena *arena, dz_error *error);
void dz_report_back_free(dz_report_back *table);

#endif
