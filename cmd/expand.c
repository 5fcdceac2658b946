/* expand.c - see expand.h */
#include "expand.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "folder.h"
#include "option_table.h"

static bool is_pattern(const char *word) {
  return strpbrk(word, "*?[") && access(word, F_OK);
}

bool dz_expand_names_files(const char *word) {
  return !strcmp(word, "-") || !access(word, F_OK) || strpbrk(word, "*?[/.");
}

/* Does the name end as that of a report? A folder holds other things too. */
static bool is_report_name(const char *path) {
  static const char *const ends[] = {".txt", ".md",  ".html", ".htm", ".docx", ".odt",
                                     ".rtf", ".pdf", ".ofd",  ".doc", ".wps"};
  const char *dot = strrchr(path, '.');

  for (size_t i = 0; dot && i < sizeof ends / sizeof *ends; i++)
    if (!strcasecmp(dot, ends[i])) return true;
  return false;
}

static dz_status fail(dz_error *error, dz_status status, const char *what, const char *how) {
  snprintf(error->message, sizeof error->message, "%s: %s", what, how);
  return error->status = status;
}

/* The new list, owned by the options: the words of the command line are borrowed. */
typedef struct list {
  dz_options *options;
  const char **files;
  size_t count, capacity;
} list;

static dz_status push(list *l, const char *file, bool own, dz_error *error) {
  char *copy = own ? strdup(file) : NULL;

  if (l->count == l->capacity) {
    const char **bigger = realloc(l->files, (l->capacity * 2 + 16) * sizeof *bigger);
    char **owned = bigger ? realloc(l->options->owned, (l->capacity * 2 + 16) * sizeof *owned)
                          : NULL;
    if (bigger) l->files = bigger;
    if (owned) l->options->owned = owned;
    if (!bigger || !owned) {
      free(copy);
      return fail(error, DZ_NOMEM, file, "out of memory");
    }
    l->capacity = l->capacity * 2 + 16;
  }
  if (own && !copy) return fail(error, DZ_NOMEM, file, "out of memory");
  if (own) l->options->owned[l->options->owned_count++] = copy;
  l->files[l->count++] = own ? copy : file;
  return DZ_OK;
}

static dz_status push_folder(list *l, const char *path, dz_error *error) {
  dz_folder folder;
  size_t before = l->count;
  dz_status status = dz_folder_list(&folder, path, error);

  for (size_t i = 0; i < folder.count && !status; i++)
    if (is_report_name(folder.paths[i])) status = push(l, folder.paths[i], true, error);
  dz_folder_free(&folder);
  if (!status && l->count == before) return fail(error, DZ_USAGE, path, "holds no report");
  return status;
}

static dz_status push_pattern(list *l, const char *pattern, dz_error *error) {
  glob_t found;
  dz_status status = DZ_OK;

  if (glob(pattern, 0, NULL, &found)) return fail(error, DZ_USAGE, pattern, "no file matches");
  for (size_t i = 0; i < found.gl_pathc && !status; i++)
    if (!dz_folder_is(found.gl_pathv[i])) status = push(l, found.gl_pathv[i], true, error);
  globfree(&found);
  return status;
}

static dz_status ask_for_enough(const dz_options *options, dz_error *error) {
  const dz_command_row *row = dz_command_rows;

  while (row->name && row->command != options->command) row++;
  if (!row->name || options->file_count >= row->least) return DZ_OK;
  snprintf(error->message, sizeof error->message, "%s: needs %s (see duizhao %s --help)", row->name,
           row->least > 1 ? "two files or more" : "a file", row->name);
  return error->status = DZ_USAGE;
}

dz_status dz_expand_files(dz_options *options, dz_error *error) {
  list l = {.options = options};
  dz_status status = DZ_OK;

  for (size_t i = 0; i < options->file_count && !status; i++) {
    const char *word = options->files[i];
    if (dz_folder_is(word))
      status = push_folder(&l, word, error);
    else if (is_pattern(word))
      status = push_pattern(&l, word, error);
    else
      status = push(&l, word, false, error);
  }
  if (status) {
    free(l.files);
    return status;
  }
  free(options->files);
  options->files = l.files;
  options->file_count = l.count;
  return ask_for_enough(options, error);
}
