/* file.h - whole files in and out. */
#ifndef DZ_BASE_FILE_H
#define DZ_BASE_FILE_H

#include <stddef.h>

#include <duizhao/status.h>

/* Reads the file at `path` ("-": standard input) into *bytes (free()), with a
 * NUL behind the last byte. More than `max_bytes` is DZ_LIMIT, found without
 * reading the rest; a directory, a missing or unreadable file is DZ_IO. */
DZ_MUST_CHECK dz_status dz_file_read(char **bytes, size_t *length, const char *path,
                                     size_t max_bytes, dz_error *error);

#endif
