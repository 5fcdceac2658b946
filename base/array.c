/* array.c - see array.h */
#include "array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 16 };

dz_array dz_array_of(size_t size) {
  return (dz_array){.items = NULL, .count = 0, .capacity = 0, .size = size};
}

void dz_array_free(dz_array *array) {
  free(array->items);
  *array = dz_array_of(array->size);
}

static int reserve(dz_array *array, size_t count) {
  size_t capacity = array->capacity ? array->capacity : FIRST_CAPACITY;
  void *items;

  if (count > SIZE_MAX / 2 / array->size - array->count) return 0;
  while (capacity < array->count + count) capacity *= 2;
  if (capacity == array->capacity) return 1;
  items = realloc(array->items, capacity * array->size);
  if (!items) return 0;
  array->items = items;
  array->capacity = capacity;
  return 1;
}

void *dz_array_append(dz_array *array, const void *items, size_t count) {
  void *first;

  if (!reserve(array, count)) return NULL;
  first = (char *)array->items + array->count * array->size;
  if (items)
    memcpy(first, items, count * array->size);
  else
    memset(first, 0, count * array->size);
  array->count += count;
  return first;
}

void *dz_array_push(dz_array *array) {
  return dz_array_append(array, NULL, 1);
}

void *dz_array_freeze(const dz_array *array, dz_arena *arena) {
  return dz_arena_copy(arena, array->items, array->count * array->size);
}

void *dz_array_room(dz_array *scratch, size_t size, size_t count) {
  if (scratch->size != size) {
    dz_array_free(scratch);
    *scratch = dz_array_of(size);
  }
  scratch->count = 0;
  return dz_array_append(scratch, NULL, count + 1);
}
