/* folder.h - the files of a folder that is given as input or for --background */
#ifndef DZ_CMD_FOLDER_H
#define DZ_CMD_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include <duizhao/status.h>

typedef struct dz_folder {
  char **paths; /* of its files, sorted by name; hidden ones and folders left out */
  size_t count;
} dz_folder;

bool dz_folder_is(const char *path);

/* *folder must be freed with dz_folder_free in any case. */
DZ_MUST_CHECK dz_status dz_folder_list(dz_folder *folder, const char *path, dz_error *error);
void dz_folder_free(dz_folder *folder);

#endif
