/* zip.h - the parts of a zip container, under our own limits. The only module
 * that sees libzip. */
#ifndef DZ_NORMALIZE_READ_ZIP_H
#define DZ_NORMALIZE_READ_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include <duizhao/status.h>

/* Limits. A report with pictures has tens of parts and under 1 MB of text; XML
 * packs 5:1 to 30:1. What is over a limit is DZ_LIMIT. */
enum {
  DZ_ZIP_MAX_ENTRIES = 20000,
  DZ_ZIP_MAX_TOTAL = 64 * 1024 * 1024, /* bytes unpacked from one container, all parts together */
  DZ_ZIP_MAX_RATIO = 200,              /* unpacked to packed, of parts over DZ_ZIP_RATIO_FROM */
  DZ_ZIP_RATIO_FROM = 1024 * 1024
};

typedef struct dz_zip dz_zip;

/* Opens the container; `bytes` are borrowed until dz_zip_close, `path` too (it
 * names the file in messages). DZ_FORMAT: not a whole zip file. */
DZ_MUST_CHECK dz_status dz_zip_open(dz_zip **out, const char *path, const void *bytes,
                                    size_t length, dz_error *error);

/* Whether there is a part of this name. */
bool dz_zip_has(const dz_zip *zip, const char *name);

/* Whether there is a part whose name starts so. */
bool dz_zip_has_prefix(const dz_zip *zip, const char *prefix);

/* Unpacks a part into *bytes (free()), with a NUL behind it. DZ_FORMAT: there
 * is none, or it is damaged. */
DZ_MUST_CHECK dz_status dz_zip_read(dz_zip *zip, const char *name, char **bytes, size_t *length,
                                    dz_error *error);

/* NULL is allowed. */
void dz_zip_close(dz_zip *zip);

#endif
