/* other_forms.h - short and long forms of one name (data/other_forms.tsv)
 *
 * Phrases are held folded, so that a search runs on dz_text.fold. */
#ifndef DZ_KNOWLEDGE_OTHER_FORMS_H
#define DZ_KNOWLEDGE_OTHER_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_other_form { /* 国企 of 国有企业, and the other way round */
  const uint32_t *words;       /* folded */
  uint32_t length;
  int32_t next; /* another one for the same phrase, or -1 */
} dz_other_form;

typedef struct dz_other_forms {
  dz_trie trie; /* value: index into form */
  const dz_other_form *form;
} dz_other_forms;

/* As described in knowledge.h. */
DZ_MUST_CHECK dz_status dz_other_forms_load(dz_other_forms *out, const char *directory,
                                            dz_arena *arena, dz_error *error);
void dz_other_forms_free(dz_other_forms *table);

#endif
