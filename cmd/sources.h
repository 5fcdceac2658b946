/* sources.h - the files that a command is given, those of folders among them */
#ifndef DZ_CMD_SOURCES_H
#define DZ_CMD_SOURCES_H

#include "folder.h"

typedef struct dz_sources {
  const char **paths; /* in the order given; those of a folder by name */
  size_t count;
  dz_folder *folders; /* own the paths that came from them */
  size_t folder_count;
} dz_sources;

/* Puts the files of a folder in its place. *out must be freed with dz_sources_free in any case. */
DZ_MUST_CHECK dz_status dz_sources_find(dz_sources *out, const char *const *given, size_t count,
                                        dz_error *error);
void dz_sources_free(dz_sources *sources);

#endif
