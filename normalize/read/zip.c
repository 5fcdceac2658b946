/* zip.c - see zip.h */
#include "zip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/error.h"

enum { CHUNK = 64 * 1024 };

struct dz_zip {
  zip_t *archive;
  const char *path;
  uint64_t unpacked; /* bytes so far, all parts */
};

dz_status dz_zip_open(dz_zip **out, const char *path, const void *bytes, size_t length,
                      dz_error *error) {
  zip_source_t *source = NULL;
  zip_error_t reason;
  dz_zip *zip = calloc(1, sizeof *zip);
  dz_status status = DZ_OK;

  *out = NULL;
  if (!zip) return dz_fail_memory(error);
  zip_error_init(&reason);
  zip->path = path;
  source = zip_source_buffer_create(bytes, length, 0, &reason);
  if (source) zip->archive = zip_open_from_source(source, ZIP_RDONLY, &reason);
  if (!zip->archive) {
    zip_source_free(source);
    status = dz_fail(error, DZ_FORMAT, "%s: the zip container is damaged or cut off (%s)", path,
                     zip_error_strerror(&reason));
  } else if (zip_get_num_entries(zip->archive, 0) > DZ_ZIP_MAX_ENTRIES) {
    status = dz_fail(error, DZ_LIMIT, "%s: more than %d parts in the container", path,
                     DZ_ZIP_MAX_ENTRIES);
  }
  zip_error_fini(&reason);
  if (status)
    dz_zip_close(zip);
  else
    *out = zip;
  return status;
}

bool dz_zip_has(const dz_zip *zip, const char *name) {
  return zip_name_locate(zip->archive, name, 0) >= 0;
}

bool dz_zip_has_prefix(const dz_zip *zip, const char *prefix) {
  zip_int64_t count = zip_get_num_entries(zip->archive, 0);

  for (zip_int64_t i = 0; i < count; i++) {
    const char *name = zip_get_name(zip->archive, (zip_uint64_t)i, 0);
    if (name && !strncmp(name, prefix, strlen(prefix))) return true;
  }
  return false;
}

/* A part that claims more than the limits is not touched. */
static dz_status check_claim(const dz_zip *zip, const zip_stat_t *stat, const char *name,
                             dz_error *error) {
  if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE)
    return dz_fail(error, DZ_UNSUPPORTED, "%s: is encrypted: save it without a password",
                   zip->path);
  if (!(stat->valid & ZIP_STAT_SIZE)) return DZ_OK;
  if (stat->size > DZ_ZIP_MAX_TOTAL - zip->unpacked)
    return dz_fail(error, DZ_LIMIT, "%s: %s unpacks to more than %d bytes", zip->path, name,
                   DZ_ZIP_MAX_TOTAL);
  if ((stat->valid & ZIP_STAT_COMP_SIZE) && stat->size > DZ_ZIP_RATIO_FROM &&
      stat->size / DZ_ZIP_MAX_RATIO > stat->comp_size)
    return dz_fail(error, DZ_LIMIT, "%s: %s is packed more than %d to 1: not a report", zip->path,
                   name, DZ_ZIP_MAX_RATIO);
  return DZ_OK;
}

/* Reads to the end of the part, whatever size it claimed. */
static dz_status read_all(dz_zip *zip, zip_file_t *file, const char *name, char **bytes,
                          size_t *length, dz_error *error) {
  size_t used = 0, capacity = CHUNK;
  char *data = malloc(capacity + 1), *bigger;
  zip_int64_t got;
  dz_status status = data ? DZ_OK : dz_fail_memory(error);

  while (!status) {
    if (used == capacity) {
      bigger = realloc(data, capacity * 2 + 1);
      if (!bigger) {
        status = dz_fail_memory(error);
        break;
      }
      data = bigger;
      capacity *= 2;
    }
    got = zip_fread(file, data + used, capacity - used);
    if (got < 0) status = dz_fail(error, DZ_FORMAT, "%s: %s is damaged", zip->path, name);
    if (got <= 0) break;
    used += (size_t)got;
    zip->unpacked += (uint64_t)got;
    if (zip->unpacked > DZ_ZIP_MAX_TOTAL)
      status = dz_fail(error, DZ_LIMIT, "%s: unpacks to more than %d bytes", zip->path,
                       DZ_ZIP_MAX_TOTAL);
  }
  if (status) {
    free(data);
    return status;
  }
  data[used] = '\0';
  *bytes = data;
  *length = used;
  return DZ_OK;
}

dz_status dz_zip_read(dz_zip *zip, const char *name, char **bytes, size_t *length,
                      dz_error *error) {
  zip_stat_t stat;
  zip_file_t *file;
  dz_status status;

  if (zip_stat(zip->archive, name, 0, &stat))
    return dz_fail(error, DZ_FORMAT, "%s: has no part %s", zip->path, name);
  status = check_claim(zip, &stat, name, error);
  if (status) return status;
  file = zip_fopen_index(zip->archive, stat.index, 0);
  if (!file) return dz_fail(error, DZ_FORMAT, "%s: %s cannot be unpacked", zip->path, name);
  status = read_all(zip, file, name, bytes, length, error);
  zip_fclose(file);
  return status;
}

void dz_zip_close(dz_zip *zip) {
  if (!zip) return;
  if (zip->archive) zip_discard(zip->archive);
  free(zip);
}
