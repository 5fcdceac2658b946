/* array.h - a growable array of items of one size.
 *
 *     dz_array list = dz_array_of(sizeof(dz_span));
 *     dz_span *span = dz_array_push(&list);
 *     if (!span) ... out of memory ...
 *
 * Items may move when the array grows: keep indices, not pointers. */
#ifndef DZ_BASE_ARRAY_H
#define DZ_BASE_ARRAY_H

#include <stddef.h>

#include "arena.h"

typedef struct dz_array {
  void *items;     /* NULL while capacity is 0 */
  size_t count;    /* items in use */
  size_t capacity; /* items allocated */
  size_t size;     /* bytes of one item */
} dz_array;

/* An empty array of items of `size` bytes. Allocates nothing. */
dz_array dz_array_of(size_t size);

/* Frees the items; the array is empty again. */
void dz_array_free(dz_array *array);

/* Appends one zeroed item and returns it; NULL when memory ran out. */
void *dz_array_push(dz_array *array);

/* Appends `count` items copied from `items` (NULL: zeroed); returns the first
 * of them or NULL when memory ran out. count > 0. */
void *dz_array_append(dz_array *array, const void *items, size_t count);

/* The item at `index` < count. */
static inline void *dz_array_at(const dz_array *array, size_t index) {
  return (char *)array->items + index * array->size;
}

/* Empties an array that serves as scratch room and gives it `count` zeroed items
 * of `size` bytes and one more; NULL when memory ran out. The array may have
 * held items of another size: pass it on by pointer and keep it for the next use. */
void *dz_array_room(dz_array *scratch, size_t size, size_t count);

/* A copy of all items in the arena; NULL when memory ran out. An empty array
 * gives a valid pointer. */
void *dz_array_freeze(const dz_array *array, dz_arena *arena);

#endif
