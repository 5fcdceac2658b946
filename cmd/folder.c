/* folder.c - see folder.h */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool dz_folder_is(const char *path) {
  struct stat status;

  return !stat(path, &status) && S_ISDIR(status.st_mode);
}

static dz_status fail(dz_error *error, dz_status status, const char *path, const char *what) {
  snprintf(error->message, sizeof error->message, "%s: %s", path, what);
  return error->status = status;
}

/* "folder/name" if that is a regular file, else NULL with *failed untouched. */
static char *join_file(const char *folder, const char *name, bool *failed) {
  size_t length = strlen(folder) + strlen(name) + 2;
  char *path = malloc(length);
  struct stat status;

  if (!path) {
    *failed = true;
    return NULL;
  }
  snprintf(path, length, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", name);
  if (!stat(path, &status) && S_ISREG(status.st_mode)) return path;
  free(path);
  return NULL;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

dz_status dz_folder_list(dz_folder *folder, const char *path, dz_error *error) {
  size_t capacity = 0;
  bool failed = false;
  struct dirent *entry;
  DIR *directory;

  *folder = (dz_folder){0};
  directory = opendir(path);
  if (!directory) return fail(error, DZ_IO, path, strerror(errno));
  while (!failed && (entry = readdir(directory))) {
    char *file = entry->d_name[0] == '.' ? NULL : join_file(path, entry->d_name, &failed);
    if (!file) continue;
    if (folder->count == capacity) {
      char **bigger = realloc(folder->paths, (capacity = capacity * 2 + 16) * sizeof *bigger);
      if (!bigger) {
        free(file);
        failed = true;
        break;
      }
      folder->paths = bigger;
    }
    folder->paths[folder->count++] = file;
  }
  closedir(directory);
  if (failed) return fail(error, DZ_NOMEM, path, "out of memory");
  if (folder->count) qsort(folder->paths, folder->count, sizeof *folder->paths, by_name);
  return DZ_OK;
}

void dz_folder_free(dz_folder *folder) {
  for (size_t i = 0; i < folder->count; i++) free(folder->paths[i]);
  free(folder->paths);
}
