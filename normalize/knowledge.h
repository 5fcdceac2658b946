/* knowledge.h - the loaded tables, one member per module that owns one.
 *
 * A module that needs a table defines its type and its dz_X_load in its own
 * header, and adds a member here and a line in knowledge.c. */
#ifndef DZ_NORMALIZE_KNOWLEDGE_H
#define DZ_NORMALIZE_KNOWLEDGE_H

#include <duizhao/knowledge.h>

#include "base/arena.h"
#include "taxonomy.h"

struct dz_knowledge {
  dz_arena arena; /* strings and rows of all tables */
  dz_taxonomy taxonomy;
};

#endif
