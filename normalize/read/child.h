/* child.h - another program as a filter, under limits: it gets bytes on its
 * standard input and gives bytes on its standard output. Parsers of formats
 * that are dangerous to parse stay outside the process this way. */
#ifndef DZ_NORMALIZE_READ_CHILD_H
#define DZ_NORMALIZE_READ_CHILD_H

#include <stddef.h>

#include <duizhao/status.h>

#include "base/buffer.h"

/* Limits: processor time and memory of the child, and how long it may be
 * silent before it is taken for hung and ended. A program that works on a
 * report writes its first page after 0.1 s. */
enum { DZ_CHILD_CPU_SECONDS = 10, DZ_CHILD_MEMORY_KB = 400 * 1024, DZ_CHILD_SILENCE_MS = 1600 };
enum { DZ_CHILD_MAX_OUTPUT = 64 * 1024 * 1024, DZ_CHILD_NOT_FOUND = 127 };

/* Runs argv[0] (looked for in PATH; the list ends with NULL, at most
 * DZ_CHILD_ARGUMENTS items) and appends what it writes to `out`. *exit_code:
 * as it ended, DZ_CHILD_NOT_FOUND if there is no such program, 128 + signal if
 * it was killed. DZ_LIMIT: silent too long or too much output; `path` is named
 * in messages. */
enum { DZ_CHILD_ARGUMENTS = 12 };
DZ_MUST_CHECK dz_status dz_child_run(dz_buffer *out, int *exit_code, const char *const *argv,
                                     const void *input, size_t length, const char *path,
                                     dz_error *error);

#endif
