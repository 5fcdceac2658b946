/* taxonomy.h - the canonical sections (data/sections.tsv); the wording by which
 * they are known is in section_cues.h. */
#ifndef DZ_KNOWLEDGE_TAXONOMY_H
#define DZ_KNOWLEDGE_TAXONOMY_H

#include <stdbool.h>
#include <stddef.h>

#include <duizhao/knowledge.h>

#include "base/arena.h"

/* Traits of a part; its level-2 sections share them. */
enum {
  DZ_TRAIT_FRAME = 1, /* title, form of address, noise: no heading of the body stands for it */
  DZ_TRAIT_OPENS = 2,
  DZ_TRAIT_CLOSES = 4,
  DZ_TRAIT_ADMITS = 8,
  DZ_TRAIT_CAUSES = 16,
  DZ_TRAIT_PLANS = 32,
  DZ_TRAIT_DUTIES = 64,
  DZ_TRAIT_CONDUCT = 128,
  DZ_TRAIT_CLOSED = 256,      /* what stands below it belongs to it */
  DZ_TRAIT_WORK_REPORT = 512, /* only in government work reports */
  DZ_TRAIT_SELF_EXAMINATION = 1024
};

/* Sections that the program asks for: the table names one row for each. */
typedef enum dz_section_role {
  DZ_ROLE_REVIEW,
  DZ_ROLE_TARGETS,
  DZ_ROLE_TASKS,
  DZ_ROLE_SELF_BUILDING,
  DZ_ROLE_PROJECTS,
  DZ_ROLE_WORK,
  DZ_ROLE_OTHER_WORK,
  DZ_ROLE_PARTY_WORK,
  DZ_ROLE_STYLE,
  DZ_ROLE_MENDING,
  DZ_SECTION_ROLE_COUNT
} dz_section_role;

typedef struct dz_taxonomy {
  dz_canonical *nodes; /* in customary order, level 1 before its level 2 */
  size_t node_count;
  const dz_canonical *role[DZ_SECTION_ROLE_COUNT];
} dz_taxonomy;

DZ_MUST_CHECK dz_status dz_taxonomy_load(dz_taxonomy *out, const char *directory, dz_arena *arena,
                                         dz_error *error);
void dz_taxonomy_free(dz_taxonomy *taxonomy);

/* The node with this id, or NULL. */
const dz_canonical *dz_taxonomy_find(const dz_taxonomy *taxonomy, const char *id);

/* The section that has the role; never NULL once the table is loaded. */
const dz_canonical *dz_taxonomy_role(const dz_taxonomy *taxonomy, dz_section_role role);

/* true if the part of the canonical has one of the traits. NULL has none. */
bool dz_canonical_has(const dz_canonical *canonical, uint32_t traits);

/* The level-1 section a canonical belongs to; NULL for NULL. */
const dz_canonical *dz_canonical_family(const dz_canonical *canonical);

/* true if the canonical, or its level 1, has this id. NULL is none. */
bool dz_canonical_in(const dz_canonical *canonical, const char *level1);

#endif
