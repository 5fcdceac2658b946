/* taxonomy.c - see taxonomy.h */
#include "taxonomy.h"

#include <string.h>

#include "base/error.h"
#include "table.h"

enum { ID, NAME_ZH, NAME_EN, REQUIREMENT, TRAITS, ROLE, COLUMNS };

static const char *const trait_names[] = {"frame",  "opens",       "closes",          "admits",
                                          "causes", "plans",       "duties",          "conduct",
                                          "closed", "work-report", "self-examination"};
static const char *const role_names[DZ_SECTION_ROLE_COUNT] = {
    "review", "targets",    "tasks",      "self-building", "projects",
    "work",   "other-work", "party-work", "style",         "mending"};

static bool read_requirements(dz_canonical *node, const char *letters) {
  static const char order[] = "-OCR"; /* as enum dz_requirement */

  if (strlen(letters) != DZ_TYPE_OTHER) return false;
  for (int type = 0; type < DZ_TYPE_OTHER; type++) {
    const char *at = strchr(order, letters[type]);
    if (!at) return false;
    node->required_in[type] = (dz_requirement)(at - order);
  }
  return true;
}

/* Links a level-2 node to its level-1 node among the `count` before it. */
static bool link_parent(dz_taxonomy *taxonomy, dz_canonical *node, size_t count) {
  const char *dot = strchr(node->id, '.');
  size_t length = dot ? (size_t)(dot - node->id) : 0;

  node->level = dot ? 2 : 1;
  for (size_t i = 0; dot && i < count && !node->parent; i++)
    if (strlen(taxonomy->nodes[i].id) == length &&
        !strncmp(taxonomy->nodes[i].id, node->id, length))
      node->parent = &taxonomy->nodes[i];
  return !dot || node->parent;
}

static dz_status read_traits(dz_canonical *node, const dz_table *table, size_t row, dz_arena *arena,
                             dz_error *error) {
  size_t count;
  const char **names = dz_table_list(table->rows[row].fields[TRAITS], &count, arena);

  if (!names) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    int trait = dz_table_index(trait_names, sizeof trait_names / sizeof *trait_names, names[i]);
    if (trait < 0) return dz_table_fail(table, row, "no such trait", error);
    node->traits |= UINT32_C(1) << trait;
  }
  if (node->parent) node->traits |= node->parent->traits;
  return DZ_OK;
}

static dz_status read_role(dz_taxonomy *taxonomy, const dz_table *table, size_t row,
                           dz_error *error) {
  const char *name = table->rows[row].fields[ROLE];
  int role = dz_table_index(role_names, DZ_SECTION_ROLE_COUNT, name);

  if (!*name) return DZ_OK;
  if (role < 0) return dz_table_fail(table, row, "no such role", error);
  if (taxonomy->role[role]) return dz_table_fail(table, row, "another row has this role", error);
  taxonomy->role[role] = &taxonomy->nodes[row];
  return DZ_OK;
}

/* What the program cannot do without: every role, and a part for every trait. */
static dz_status check_complete(const dz_taxonomy *taxonomy, const dz_table *table,
                                dz_error *error) {
  uint32_t traits = 0;
  size_t line = table->row_count ? table->rows[table->row_count - 1].line : 0;

  for (size_t i = 0; i < taxonomy->node_count; i++) traits |= taxonomy->nodes[i].traits;
  for (int role = 0; role < DZ_SECTION_ROLE_COUNT; role++)
    if (!taxonomy->role[role])
      return dz_fail(error, DZ_DATA, "%s:%zu: the table ends and no row has the role %s",
                     table->name, line, role_names[role]);
  for (size_t t = 0; t < sizeof trait_names / sizeof *trait_names; t++)
    if (!(traits >> t & 1))
      return dz_fail(error, DZ_DATA, "%s:%zu: the table ends and no row has the trait %s",
                     table->name, line, trait_names[t]);
  return DZ_OK;
}

dz_status dz_taxonomy_load(dz_taxonomy *out, const char *directory, dz_arena *arena,
                           dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, "sections.tsv", COLUMNS, directory, arena, error);

  *out = (dz_taxonomy){0};
  if (status) return status;
  out->nodes = dz_arena_array(arena, table.row_count, sizeof *out->nodes);
  if (!out->nodes) return dz_fail_memory(error);
  for (size_t i = 0; i < table.row_count; i++) {
    dz_canonical *node = &out->nodes[i];
    *node = (dz_canonical){.id = table.rows[i].fields[ID],
                           .name_zh = table.rows[i].fields[NAME_ZH],
                           .name_en = table.rows[i].fields[NAME_EN],
                           .order = (int)i};
    if (!read_requirements(node, table.rows[i].fields[REQUIREMENT]))
      return dz_table_fail(&table, i, "the requirement must be 8 letters of R C O -", error);
    if (!link_parent(out, node, i))
      return dz_table_fail(&table, i, "the level-1 row must stand before", error);
    status = read_traits(node, &table, i, arena, error);
    if (!status) status = read_role(out, &table, i, error);
    if (status) return status;
  }
  out->node_count = table.row_count;
  return check_complete(out, &table, error);
}

void dz_taxonomy_free(dz_taxonomy *taxonomy) {
  *taxonomy = (dz_taxonomy){0};
}

const dz_canonical *dz_taxonomy_find(const dz_taxonomy *taxonomy, const char *id) {
  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (!strcmp(taxonomy->nodes[i].id, id)) return &taxonomy->nodes[i];
  return NULL;
}

const dz_canonical *dz_taxonomy_role(const dz_taxonomy *taxonomy, dz_section_role role) {
  return taxonomy->role[role];
}

bool dz_canonical_has(const dz_canonical *canonical, uint32_t traits) {
  return canonical && canonical->traits & traits;
}

const dz_canonical *dz_canonical_family(const dz_canonical *canonical) {
  return canonical && canonical->parent ? canonical->parent : canonical;
}

bool dz_canonical_in(const dz_canonical *canonical, const char *level1) {
  return canonical &&
         (!strcmp(canonical->id, level1) || !strcmp(dz_canonical_family(canonical)->id, level1));
}
