/* arena.c - see arena.h */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = alignof(max_align_t) };

struct dz_arena_block {
  dz_arena_block *next;
  size_t size; /* bytes behind the header */
  alignas(max_align_t) unsigned char bytes[];
};

void dz_arena_init(dz_arena *arena) {
  arena->blocks = NULL;
  arena->used = 0;
}

void dz_arena_free(dz_arena *arena) {
  dz_arena_block *block = arena->blocks;

  while (block) {
    dz_arena_block *next = block->next;
    free(block);
    block = next;
  }
  dz_arena_init(arena);
}

static dz_arena_block *block_new(dz_arena *arena, size_t size) {
  dz_arena_block *block;

  if (size > SIZE_MAX - sizeof *block) return NULL;
  block = malloc(sizeof *block + size);
  if (!block) return NULL;
  block->size = size;
  block->next = arena->blocks;
  arena->blocks = block;
  arena->used = 0;
  return block;
}

void *dz_arena_alloc(dz_arena *arena, size_t size) {
  void *result;

  if (size > SIZE_MAX - ALIGNMENT) return NULL;
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
#ifdef DZ_ARENA_MALLOC
  if (!block_new(arena, size)) return NULL;
#else
  if (!arena->blocks || arena->blocks->size - arena->used < size)
    if (!block_new(arena, size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE)) return NULL;
#endif
  result = arena->blocks->bytes + arena->used;
  arena->used += size;
  memset(result, 0, size);
  return result;
}

void *dz_arena_array(dz_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) return NULL;
  return dz_arena_alloc(arena, count * size);
}

void *dz_arena_copy(dz_arena *arena, const void *bytes, size_t size) {
  void *copy = dz_arena_alloc(arena, size);

  if (copy && size) memcpy(copy, bytes, size);
  return copy;
}

char *dz_arena_string(dz_arena *arena, const char *bytes, size_t length) {
  char *copy;

  if (length == SIZE_MAX) return NULL;
  copy = dz_arena_alloc(arena, length + 1);
  if (copy && length) memcpy(copy, bytes, length);
  return copy;
}
