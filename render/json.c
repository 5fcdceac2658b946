/* json.c - see json.h
 *
 * The root and its members are written as text at once; only what stands inside
 * an item of a member is built as a tree. So a document of any length costs its
 * own bytes and one item, not a tree many times their size. */
#include "json.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"

/* STREAMED: containers from the root on that are text: the root, its members. */
enum { MAX_DEPTH = 16, STREAMED = 2 };

struct dz_json {
  dz_buffer out;          /* the document so far */
  char closers[STREAMED]; /* of the containers open as text */
  bool begun[STREAMED];   /* they have an item already */
  const char *item_key;   /* of the tree being built */
  cJSON *open[MAX_DEPTH]; /* containers of that tree, by depth; from STREAMED on */
  int depth;              /* containers open */
  dz_buffer string;       /* the string being put together; empty between two values */
  bool failed;
};

/* What stands before an item of a container that is text. */
static void begin_item(dz_json *json, const char *key) {
  bool *begun = &json->begun[json->depth - 1];

  if (*begun) dz_buffer_char(&json->out, ',');
  *begun = true;
  if (key) dz_buffer_format(&json->out, "\"%s\":", key);
}

static void open_text(dz_json *json, char opener, char closer) {
  dz_buffer_char(&json->out, opener);
  json->closers[json->depth] = closer;
  json->begun[json->depth++] = false;
}

/* Writes a tree as an item and frees it. */
static void write_tree(dz_json *json, const char *key, cJSON *value) {
  char *text = cJSON_PrintUnformatted(value);

  begin_item(json, key);
  if (text)
    dz_buffer_string(&json->out, text);
  else
    json->failed = true;
  free(text); /* cJSON was given no other allocator than malloc */
  cJSON_Delete(value);
}

dz_json *dz_json_new(void) {
  dz_json *json = calloc(1, sizeof *json);

  if (!json) return NULL;
  dz_buffer_init(&json->out);
  dz_buffer_init(&json->string);
  open_text(json, '{', '}');
  return json;
}

dz_status dz_json_finish(dz_json *json, char **out, size_t *length, dz_error *error) {
  char *text = NULL;

  if (!json) return dz_fail_memory(error);
  if (!json->failed) dz_buffer_string(&json->out, "}\n");
  if (!json->failed) text = dz_buffer_detach(&json->out, length);
  if (json->depth > STREAMED) cJSON_Delete(json->open[STREAMED]);
  dz_buffer_free(&json->out);
  dz_buffer_free(&json->string);
  free(json);
  if (!text) return dz_fail_memory(error);
  *out = text;
  return DZ_OK;
}

size_t dz_json_written(const dz_json *json) {
  return json->out.length;
}

/* Puts `value` (NULL: memory ran out) into the open container. */
static void add(dz_json *json, const char *key, cJSON *value) {
  cJSON *into = json->failed || json->depth <= STREAMED ? NULL : json->open[json->depth - 1];

  if (value && !json->failed && !into) {
    write_tree(json, key, value);
  } else if (!value || !into ||
             !(key ? cJSON_AddItemToObjectCS(into, key, value)
                   : cJSON_AddItemToArray(into, value))) {
    cJSON_Delete(value);
    json->failed = true;
  }
}

/* A container inside an item, or the item itself. */
static void open_tree(dz_json *json, const char *key, cJSON *container) {
  if (!container || json->depth == MAX_DEPTH) {
    cJSON_Delete(container);
    json->failed = true;
    return;
  }
  if (json->depth == STREAMED)
    json->item_key = key;
  else
    add(json, key, container);
  if (!json->failed) json->open[json->depth++] = container;
}

void dz_json_object(dz_json *json, const char *key) {
  if (json->failed) return;
  if (json->depth >= STREAMED) {
    open_tree(json, key, cJSON_CreateObject());
    return;
  }
  begin_item(json, key);
  open_text(json, '{', '}');
}

void dz_json_array(dz_json *json, const char *key) {
  if (json->failed) return;
  if (json->depth >= STREAMED) {
    open_tree(json, key, cJSON_CreateArray());
    return;
  }
  begin_item(json, key);
  open_text(json, '[', ']');
}

void dz_json_close(dz_json *json) {
  if (json->failed) return;
  json->depth--;
  if (json->depth < STREAMED)
    dz_buffer_char(&json->out, json->closers[json->depth]);
  else if (json->depth == STREAMED)
    write_tree(json, json->item_key, json->open[STREAMED]);
}

void dz_json_string(dz_json *json, const char *key, const char *value) {
  add(json, key, value ? cJSON_CreateString(value) : cJSON_CreateNull());
}

void dz_json_buffer(dz_json *json, const char *key, dz_buffer *buffer) {
  if (buffer->failed) json->failed = true;
  dz_json_string(json, key, buffer->data);
  dz_buffer_free(buffer);
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
