/* table.h - the plain tables of data/: one row a line, fields separated by
 * tabs, lines that start with '#' are comment. Lists inside a field are
 * separated by ';'. */
#ifndef DZ_KNOWLEDGE_TABLE_H
#define DZ_KNOWLEDGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef struct dz_table_row {
  const char **fields; /* `columns` NUL-ended UTF-8 strings; an absent one is "" */
  size_t line;         /* in the file, from 1 */
} dz_table_row;

typedef struct dz_table {
  const char *name; /* "sections.tsv", or the path of the user's file */
  dz_table_row *rows;
  size_t row_count;
  size_t columns;
} dz_table;

/* Reads the table `name` from `directory` if it has a file of that name, else
 * the built-in one, into the arena. A row with more than `columns` fields, an
 * empty first field or malformed UTF-8 is DZ_DATA naming file and line. */
DZ_MUST_CHECK dz_status dz_table_load(dz_table *out, const char *name, size_t columns,
                                      const char *directory, dz_arena *arena, dz_error *error);

/* Looks at a folder of the user's tables (NULL: none): DZ_IO if it cannot be
 * read, DZ_DATA if it holds a .tsv file that is no table of ours, since such
 * a file would be passed over in silence. */
DZ_MUST_CHECK dz_status dz_table_check_folder(const char *directory, dz_error *error);

/* Fails with DZ_DATA, "FILE:LINE: <message>". */
dz_status dz_table_fail(const dz_table *table, size_t row, const char *message, dz_error *error);

/* "2018-07" as 201807, "" as 0. false: the field is no month. */
bool dz_table_month(uint32_t *month, const char *field);

/* Splits a ';' list in the arena. *count items; NULL when memory ran out. */
const char **dz_table_list(const char *field, size_t *count, dz_arena *arena);

/* A small whole number, -99 to 99, or `wrong` if the field is none. */
int dz_table_number(const char *field, int wrong);

/* The index of `name` among `count` names, or -1. */
int dz_table_index(const char *const *names, int count, const char *name);

/* Adds the folded phrase of a row; one that is empty or too long is an error of the table. */
DZ_MUST_CHECK dz_status dz_table_add_phrase(dz_trie *trie, const char *phrase, int32_t value,
                                            const dz_table *table, size_t row, dz_error *error);

/* Loads a table of two columns, a phrase and the name of its class: the value of a phrase is the
 * index of its class. */
DZ_MUST_CHECK dz_status dz_table_load_classes(dz_trie *trie, const char *name,
                                              const char *const *classes, int count,
                                              const char *directory, dz_arena *arena,
                                              dz_error *error);

#endif
