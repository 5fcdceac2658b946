/* output.h - writing a result, whole or not at all. */
#ifndef DUIZHAO_OUTPUT_H
#define DUIZHAO_OUTPUT_H

#include <stddef.h>

#include <duizhao/api.h>
#include <duizhao/status.h>

DZ_API_BEGIN

/* Writes the bytes to `path` through a temporary file beside it, so that an
 * old file stays until the new one is complete. The new one has its permissions;
 * where `path` is a link, what it points to is replaced or made and the link
 * stays. Signals that end a program (SIGHUP, SIGINT, SIGQUIT, SIGTERM) wait in
 * the calling thread while the temporary file is there. */
DZ_MUST_CHECK dz_status dz_output_write(const char *path, const void *bytes, size_t length,
                                        dz_error *error);

DZ_API_END

#endif
