/* error.h - filling the caller's error record. */
#ifndef DZ_BASE_ERROR_H
#define DZ_BASE_ERROR_H

#include <duizhao/status.h>

/* Fills `error` (may be NULL) with the status and a line as by printf, made
 * fit for a terminal: control characters become '?', a message that is too
 * long ends at a whole character. Returns `status`, so that a caller can
 * write: return dz_fail(error, DZ_FORMAT, "%s: ...", path); */
dz_status dz_fail(dz_error *error, dz_status status, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

/* The same for DZ_NOMEM, with the standard message. */
dz_status dz_fail_memory(dz_error *error);

#endif
