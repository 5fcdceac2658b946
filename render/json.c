/* json.c - see json.h */
#include "json.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"

enum { MAX_DEPTH = 16 };

struct dz_json {
  cJSON *open[MAX_DEPTH]; /* containers from the root to the one being filled */
  int depth;              /* containers open */
  dz_buffer string;       /* the string being put together; empty between two values */
  bool failed;
};

dz_json *dz_json_new(void) {
  dz_json *json = calloc(1, sizeof *json);

  if (!json) return NULL;
  dz_buffer_init(&json->string);
  json->open[json->depth++] = cJSON_CreateObject();
  json->failed = !json->open[0];
  return json;
}

dz_status dz_json_finish(dz_json *json, char **out, size_t *length, dz_error *error) {
  char *text = NULL, *line = NULL;

  if (json && !json->failed) text = cJSON_PrintUnformatted(json->open[0]);
  if (json) {
    cJSON_Delete(json->open[0]);
    dz_buffer_free(&json->string);
  }
  free(json);
  if (text) {
    *length = strlen(text) + 1;
    line = realloc(text, *length + 1); /* cJSON was given no other allocator than malloc */
    if (!line) free(text);
  }
  if (!line) return dz_fail_memory(error);
  line[*length - 1] = '\n';
  line[*length] = '\0';
  *out = line;
  return DZ_OK;
}

/* Puts `value` (NULL: memory ran out) into the open container. */
static bool add(dz_json *json, const char *key, cJSON *value) {
  cJSON *into = json->failed ? NULL : json->open[json->depth - 1];
  bool added =
      value && into && (key ? cJSON_AddItemToObjectCS(into, key, value) : cJSON_AddItemToArray(into, value));

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

/* One code point inside a JSON string. cJSON's own strings end at a NUL, and a
 * text may hold one. U+2028 and U+2029 are escaped so that a document stays
 * one line for every reader. */
static void write_escaped(dz_buffer *buffer, uint32_t cp) {
  if (cp == '"' || cp == '\\') {
    dz_buffer_char(buffer, '\\');
    dz_buffer_char(buffer, (char)cp);
  } else if (cp == '\n') {
    dz_buffer_string(buffer, "\\n");
  } else if (cp == '\r') {
    dz_buffer_string(buffer, "\\r");
  } else if (cp == '\t') {
    dz_buffer_string(buffer, "\\t");
  } else if (cp < 0x20 || cp == 0x7F || cp == 0x2028 || cp == 0x2029) {
    dz_buffer_format(buffer, "\\u%04x", (unsigned)cp);
  } else {
    dz_buffer_cp(buffer, cp);
  }
}

void dz_json_text(dz_json *json, const uint32_t *cps, size_t count) {
  if (!json->string.length) dz_buffer_char(&json->string, '"');
  for (size_t i = 0; i < count; i++) write_escaped(&json->string, cps[i]);
}

void dz_json_text_end(dz_json *json, const char *key) {
  dz_json_text(json, NULL, 0);
  dz_buffer_char(&json->string, '"');
  add(json, key, json->string.failed ? NULL : cJSON_CreateRaw(json->string.data));
  json->string.length = 0;
}

void dz_json_cps(dz_json *json, const char *key, const uint32_t *cps, size_t count) {
  dz_json_text(json, cps, count);
  dz_json_text_end(json, key);
}

void dz_json_integer(dz_json *json, const char *key, int64_t value) {
  char text[24];

  snprintf(text, sizeof text, "%" PRId64, value); /* cJSON would go by way of double */
  add(json, key, cJSON_CreateRaw(text));
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
