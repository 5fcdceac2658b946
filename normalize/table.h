/* table.h - the plain tables of data/: one row a line, fields separated by
 * tabs, lines that start with '#' are comment. Lists inside a field are
 * separated by ';'. */
#ifndef DZ_NORMALIZE_TABLE_H
#define DZ_NORMALIZE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"

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
DZ_MUST_CHECK dz_status dz_table_load(dz_table *out, const char *name, size_t columns, const char *directory,
                                      dz_arena *arena, dz_error *error);

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

#endif
