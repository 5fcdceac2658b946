/* sources.c - see sources.h */
#include "sources.h"

#include <stdio.h>
#include <stdlib.h>

static dz_status fail(dz_error *error, dz_status status, const char *path, const char *what) {
  snprintf(error->message, sizeof error->message, "%s: %s", path, what);
  return error->status = status;
}

/* Room for so many paths. */
static dz_status grow(dz_sources *out, size_t count, const char *path, dz_error *error) {
  const char **bigger = realloc(out->paths, (count + 1) * sizeof *bigger);

  if (!bigger) return fail(error, DZ_NOMEM, path, "out of memory");
  out->paths = bigger;
  return DZ_OK;
}

static dz_status add_folder(dz_sources *out, const char *path, size_t to_come, dz_error *error) {
  dz_folder *folder = &out->folders[out->folder_count++];
  dz_status status = dz_folder_list(folder, path, error);

  if (!status && !folder->count) status = fail(error, DZ_IO, path, "holds no files");
  if (!status) status = grow(out, out->count + folder->count + to_come, path, error);
  for (size_t i = 0; i < folder->count && !status; i++) out->paths[out->count++] = folder->paths[i];
  return status;
}

dz_status dz_sources_find(dz_sources *out, const char *const *given, size_t count,
                          dz_error *error) {
  dz_status status;

  *out = (dz_sources){.folders = calloc(count + 1, sizeof *out->folders)};
  if (!out->folders) return fail(error, DZ_NOMEM, given[0], "out of memory");
  status = grow(out, count, given[0], error);
  for (size_t i = 0; i < count && !status; i++) {
    if (dz_folder_is(given[i]))
      status = add_folder(out, given[i], count - i, error);
    else
      out->paths[out->count++] = given[i];
  }
  return status;
}

void dz_sources_free(dz_sources *sources) {
  for (size_t i = 0; i < sources->folder_count; i++) dz_folder_free(&sources->folders[i]);
  free(sources->folders);
  free(sources->paths);
}
