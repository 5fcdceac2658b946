/* json.h - writing JSON through cJSON. The only module of render/ that sees it.
 *
 * A dz_json is a sink: values are appended to the container opened last. Errors
 * (out of memory) are sticky and seen once, by dz_json_finish. Strings may hold
 * any code point; decimals are written as strings by the caller's choice. Keys
 * must be string literals: they are not copied. */
#ifndef DZ_RENDER_JSON_H
#define DZ_RENDER_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/report.h>

#include "base/buffer.h"

typedef struct dz_json dz_json;

/* A new sink whose root is an object; NULL when memory ran out. */
dz_json *dz_json_new(void);

/* The document as one line in *out (free()), and frees the sink in any case. */
DZ_MUST_CHECK dz_status dz_json_finish(dz_json *json, char **out, size_t *length, dz_error *error);

/* Bytes of the document so far, where no item is open. */
size_t dz_json_written(const dz_json *json);

/* Open and close containers; `key` is NULL inside an array. */
void dz_json_object(dz_json *json, const char *key);
void dz_json_array(dz_json *json, const char *key);
void dz_json_close(dz_json *json);

/* Values; `key` is NULL inside an array. A NULL string becomes null. */
void dz_json_string(dz_json *json, const char *key, const char *value);
/* What was put together in a buffer, which is freed. One that failed fails the document. */
void dz_json_buffer(dz_json *json, const char *key, dz_buffer *buffer);
void dz_json_cps(dz_json *json, const char *key, const uint32_t *cps, size_t count);
/* One string put together from pieces: any number of dz_json_text, then
 * dz_json_text_end. */
void dz_json_text(dz_json *json, const uint32_t *cps, size_t count);
void dz_json_text_end(dz_json *json, const char *key);
void dz_json_integer(dz_json *json, const char *key, int64_t value);
void dz_json_share(dz_json *json, const char *key, double value); /* 0..1, four digits */
void dz_json_bool(dz_json *json, const char *key, bool value);
void dz_json_null(dz_json *json, const char *key);

#endif
