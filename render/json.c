/* json.c - see json.h */
#include "json.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"

enum { MAX_DEPTH = 16 };

struct dz_json {
  cJSON *open[MAX_DEPTH]; /* containers from the root to the one being filled */
  int depth;              /* containers open */
  bool failed;
};

dz_json *dz_json_new(void) {
  dz_json *json = calloc(1, sizeof *json);

  if (!json) return NULL;
  json->open[json->depth++] = cJSON_CreateObject();
  json->failed = !json->open[0];
  return json;
}

dz_status dz_json_finish(dz_json *json, char **out, size_t *length, dz_error *error) {
  char *text = NULL;

  if (json && !json->failed) text = cJSON_PrintUnformatted(json->open[0]);
  if (json) cJSON_Delete(json->open[0]);
  free(json);
  if (!text) return dz_fail_memory(error);
  *out = text; /* cJSON was given no other allocator than malloc */
  *length = strlen(text);
  return DZ_OK;
}

/* Puts `value` (NULL: memory ran out) into the open container. */
static bool add(dz_json *json, const char *key, cJSON *value) {
  cJSON *into = json->failed ? NULL : json->open[json->depth - 1];
  bool added = value && into && (key ? cJSON_AddItemToObject(into, key, value) : cJSON_AddItemToArray(into, value));

  if (!added) {
    cJSON_Delete(value);
    json->failed = true;
  }
  return added;
}

static void open_container(dz_json *json, const char *key, cJSON *container) {
  if (json->depth == MAX_DEPTH) json->failed = true;
  if (add(json, key, container)) json->open[json->depth++] = container;
}

void dz_json_object(dz_json *json, const char *key) {
  open_container(json, key, cJSON_CreateObject());
}

void dz_json_array(dz_json *json, const char *key) {
  open_container(json, key, cJSON_CreateArray());
}

void dz_json_close(dz_json *json) {
  if (!json->failed) json->depth--;
}

void dz_json_string(dz_json *json, const char *key, const char *value) {
  add(json, key, value ? cJSON_CreateString(value) : cJSON_CreateNull());
}

void dz_json_cps(dz_json *json, const char *key, const uint32_t *cps, size_t count) {
  dz_buffer buffer;

  dz_buffer_init(&buffer);
  dz_buffer_cps(&buffer, cps, count);
  if (buffer.failed) json->failed = true;
  dz_json_string(json, key, buffer.data);
  dz_buffer_free(&buffer);
}

void dz_json_integer(dz_json *json, const char *key, int64_t value) {
  add(json, key, cJSON_CreateNumber((double)value));
}

void dz_json_share(dz_json *json, const char *key, double value) {
  char text[32];

  snprintf(text, sizeof text, "%.4f", value);
  add(json, key, cJSON_CreateRaw(text));
}

void dz_json_bool(dz_json *json, const char *key, bool value) {
  add(json, key, cJSON_CreateBool(value));
}

void dz_json_null(dz_json *json, const char *key) {
  add(json, key, cJSON_CreateNull());
}
