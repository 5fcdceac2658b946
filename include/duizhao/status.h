/* status.h - how every fallible call of the library reports failure.
 *
 * A fallible function returns dz_status and takes, last, a dz_error that the
 * caller owns. On anything but DZ_OK the record holds one line that names the
 * file, the place and what is wrong; nothing the call was to produce exists
 * then. The record needs no allocation, so running out of memory can be
 * reported like any other error. */
#ifndef DUIZHAO_STATUS_H
#define DUIZHAO_STATUS_H

#include <duizhao/api.h>

DZ_API_BEGIN

typedef enum dz_status {
  DZ_OK = 0,
  DZ_NOMEM,       /* the system gave no more memory */
  DZ_IO,          /* a file could not be opened, read or written */
  DZ_FORMAT,      /* the bytes are not a report in a format we read */
  DZ_ENCODING,    /* the bytes are not text in an encoding we read */
  DZ_LIMIT,       /* the input is larger than a documented limit */
  DZ_UNSUPPORTED, /* right input, but this build or machine cannot do it */
  DZ_USAGE,       /* the caller asked for something that makes no sense */
  DZ_DATA         /* a table of knowledge is wrong (file and line are named) */
} dz_status;

enum { DZ_ERROR_SIZE = 512 };

typedef struct dz_error {
  dz_status status;
  char message[DZ_ERROR_SIZE]; /* one UTF-8 line without newline, NUL-ended */
} dz_error;

/* Makes a message that the caller filled himself what those of the library are:
 * one line that cannot steer a terminal, of whole characters, '?' for what is
 * neither. */
void dz_error_clean(dz_error *error);

#if defined(__GNUC__)
#define DZ_MUST_CHECK __attribute__((warn_unused_result))
#else
#define DZ_MUST_CHECK
#endif

DZ_API_END

#endif
