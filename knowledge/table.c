/* table.c - see table.h */
#include "table.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "builtin.h"
#include "text/phrase.h"

enum { MAX_TABLE_BYTES = 16 * 1024 * 1024 };

static const char BYTE_ORDER_MARK[] =
    "\xEF\xBB\xBF"; /* as editors and spreadsheets put it before a table */

dz_status dz_table_fail(const dz_table *table, size_t row, const char *message, dz_error *error) {
  return dz_fail(error, DZ_DATA, "%s:%zu: %s", table->name, table->rows[row].line, message);
}

static bool is_known(const char *name) {
  for (size_t i = 0; i < dz_builtin_table_count; i++)
    if (!strcmp(dz_builtin_tables[i].name, name)) return true;
  return false;
}

/* variants.tsv is compiled into dz_fold_cp: another one in a folder of the user would be passed
 * over in silence. */
static dz_status check_fixed(const char *directory, const char *name, dz_error *error) {
  dz_buffer path;
  char *bytes = NULL;
  size_t length = 0;
  dz_status status;

  dz_buffer_init(&path);
  dz_buffer_format(&path, "%s/%s", directory, name);
  status = path.failed ? dz_fail_memory(error)
                       : dz_file_read(&bytes, &length, path.data, MAX_TABLE_BYTES, error);
  for (size_t i = 0; i < dz_builtin_table_count && !status; i++) {
    const dz_builtin *table = &dz_builtin_tables[i];
    if (!strcmp(table->name, name) &&
        (table->length != length || memcmp(table->bytes, bytes, length)))
      status = dz_fail(error, DZ_DATA, "%s: is part of the program: only a new build can change it",
                       path.data);
  }
  free(bytes);
  dz_buffer_free(&path);
  return status;
}

dz_status dz_table_check_folder(const char *directory, dz_error *error) {
  dz_status status = DZ_OK;
  struct dirent *entry;
  DIR *folder;

  if (!directory) return DZ_OK;
  folder = opendir(directory);
  if (!folder) return dz_fail(error, DZ_IO, "%s: cannot open: %s", directory, strerror(errno));
  while (!status && (entry = readdir(folder)) != NULL) {
    const char *suffix = strrchr(entry->d_name, '.');
    if (suffix && !strcmp(suffix, ".tsv") && !is_known(entry->d_name))
      status = dz_fail(error, DZ_DATA, "%s/%s: no such table", directory, entry->d_name);
    else if (!strcmp(entry->d_name, "variants.tsv"))
      status = check_fixed(directory, entry->d_name, error);
  }
  closedir(folder);
  return status;
}

/* The user's file if there is one, else the built-in table, as a string of the arena. */
static dz_status load_bytes(char **text, const char **shown, const char *name,
                            const char *directory, dz_arena *arena, dz_error *error) {
  dz_buffer path;
  char *bytes = NULL;
  size_t length = 0, mark;
  dz_status status = DZ_OK;

  dz_buffer_init(&path);
  *text = NULL;
  *shown = name;
  if (directory) {
    dz_buffer_format(&path, "%s/%s", directory, name);
    if (path.failed) return dz_fail_memory(error);
    if (access(path.data, F_OK) == 0) {
      status = dz_file_read(&bytes, &length, path.data, MAX_TABLE_BYTES, error);
      if (!status && memchr(bytes, '\0', length))
        status = dz_fail(error, DZ_DATA, "%s: holds a NUL byte: not a table", path.data);
      if (status) goto done;
      mark = length >= sizeof BYTE_ORDER_MARK - 1 &&
                     !memcmp(bytes, BYTE_ORDER_MARK, sizeof BYTE_ORDER_MARK - 1)
                 ? sizeof BYTE_ORDER_MARK - 1
                 : 0;
      *text = dz_arena_string(arena, bytes + mark, length - mark);
      *shown = dz_arena_string(arena, path.data, path.length);
      if (!*text || !*shown) status = dz_fail_memory(error);
      goto done;
    }
  }
  for (size_t i = 0; i < dz_builtin_table_count; i++)
    if (!strcmp(dz_builtin_tables[i].name, name)) {
      *text = dz_arena_string(arena, (const char *)dz_builtin_tables[i].bytes,
                              dz_builtin_tables[i].length);
      if (!*text) status = dz_fail_memory(error);
      goto done;
    }
  status = dz_fail(error, DZ_DATA, "%s: no such table", name);

done:
  free(bytes);
  dz_buffer_free(&path);
  return status;
}

static bool well_formed(const char *line) {
  size_t length = strlen(line), used;
  uint32_t cp;

  for (size_t i = 0; i < length; i += used)
    if (!(used = dz_utf8_decode(line + i, length - i, &cp))) return false;
  return true;
}

/* Cuts `line` at its tabs; NULL, with the reason in *problem, if it is no row, or NULL there
 * when memory ran out. */
static const char **split_row(char *line, size_t columns, dz_arena *arena, const char **problem) {
  const char **fields = dz_arena_array(arena, columns, sizeof *fields);
  size_t count = 0;

  *problem = NULL;
  if (!fields) return NULL;
  for (size_t i = 0; i < columns; i++) fields[i] = line + strlen(line);
  *problem = "is not UTF-8";
  if (!well_formed(line)) return NULL;
  for (char *field = line; field;) {
    char *tab = strchr(field, '\t');
    *problem = "has more fields than the table has columns";
    if (count == columns) return NULL;
    if (tab) *tab = '\0';
    fields[count++] = field;
    field = tab ? tab + 1 : NULL;
  }
  *problem = "has an empty first field";
  return fields[0][0] ? fields : NULL;
}

dz_status dz_table_load(dz_table *out, const char *name, size_t columns, const char *directory,
                        dz_arena *arena, dz_error *error) {
  dz_array rows = dz_array_of(sizeof(dz_table_row));
  char *line, *next;
  const char *problem = NULL;
  dz_status status;
  size_t number = 0;

  *out = (dz_table){.columns = columns};
  status = load_bytes(&line, &out->name, name, directory, arena, error);
  for (; !status && line && *line; line = next) {
    dz_table_row row = {.line = ++number};
    next = strchr(line, '\n');
    if (next) *next++ = '\0';
    line[strcspn(line, "\r")] = '\0';
    if (*line == '#' || !*line) continue;
    row.fields = split_row(line, columns, arena, &problem);
    if (!row.fields && !problem)
      status = dz_fail_memory(error);
    else if (!row.fields)
      status = dz_fail(error, DZ_DATA, "%s:%zu: the row %s", out->name, number, problem);
    else if (!dz_array_append(&rows, &row, 1))
      status = dz_fail_memory(error);
  }
  if (!status) {
    out->row_count = rows.count;
    out->rows = dz_array_freeze(&rows, arena);
    if (!out->rows) status = dz_fail_memory(error);
  }
  dz_array_free(&rows);
  return status;
}

bool dz_table_month(uint32_t *month, const char *field) {
  char *end;
  unsigned long year, number;

  *month = 0;
  if (!*field) return true;
  year = strtoul(field, &end, 10);
  if (*end != '-') return false;
  number = strtoul(end + 1, &end, 10);
  *month = (uint32_t)(year * 100 + number);
  return !*end && year >= 1900 && year <= 2100 && number >= 1 && number <= 12;
}

const char **dz_table_list(const char *field, size_t *count, dz_arena *arena) {
  char *copy = dz_arena_string(arena, field, strlen(field)), *item;
  const char **items;
  size_t most = 1;

  *count = 0;
  for (const char *c = field; *c; c++) most += *c == ';';
  items = dz_arena_array(arena, most, sizeof *items);
  if (!copy || !items) return NULL;
  for (item = copy; item && *item;) {
    char *end = strchr(item, ';');
    if (end) *end = '\0';
    if (*item) items[(*count)++] = item;
    item = end ? end + 1 : NULL;
  }
  return items;
}

int dz_table_number(const char *field, int wrong) {
  char *end;
  long value = strtol(field, &end, 10);

  return end == field || *end || value < -99 || value > 99 ? wrong : (int)value;
}

int dz_table_index(const char *const *names, int count, const char *name) {
  for (int i = 0; i < count; i++)
    if (!strcmp(names[i], name)) return i;
  return -1;
}

dz_status dz_table_add_phrase(dz_trie *trie, const char *phrase, int32_t value,
                              const dz_table *table, size_t row, dz_error *error) {
  uint32_t folded[DZ_PHRASE_MAX];
  size_t length = dz_phrase_fold(phrase, folded);

  if (length == DZ_PHRASE_MAX) return dz_table_fail(table, row, "the phrase is too long", error);
  if (!length) return dz_table_fail(table, row, "the phrase is empty", error);
  return dz_trie_add(trie, folded, length, value, NULL) ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_table_load_classes(dz_trie *trie, const char *name, const char *const *classes,
                                int count, const char *directory, dz_arena *arena,
                                dz_error *error) {
  dz_table table;
  dz_status status = dz_table_load(&table, name, 2, directory, arena, error);

  for (size_t i = 0; !status && i < table.row_count; i++) {
    int class = dz_table_index(classes, count, table.rows[i].fields[1]);
    if (class < 0) return dz_table_fail(&table, i, "no such class", error);
    status = dz_table_add_phrase(trie, table.rows[i].fields[0], class, &table, i, error);
  }
  return status;
}
