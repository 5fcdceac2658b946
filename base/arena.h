/* arena.h - memory that is freed all at once.
 *
 * A report, a comparison and a ledger each own one arena. With
 * -DDZ_ARENA_MALLOC every block is its own malloc, so that sanitizers see an
 * overrun; `make MODE=asan` builds that way. */
#ifndef DZ_BASE_ARENA_H
#define DZ_BASE_ARENA_H

#include <stddef.h>

typedef struct dz_arena_block dz_arena_block;

typedef struct dz_arena {
  dz_arena_block *blocks; /* newest first; NULL: nothing allocated yet */
  size_t used;            /* bytes used of the newest block */
} dz_arena;

/* An empty arena; equal to one filled with zero bytes. Allocates nothing. */
void dz_arena_init(dz_arena *arena);

/* Frees every block; the arena is empty again and can be used on. */
void dz_arena_free(dz_arena *arena);

/* `size` zeroed bytes, aligned for any type; NULL when memory ran out. A size
 * of 0 gives a valid pointer that must not be read. */
void *dz_arena_alloc(dz_arena *arena, size_t size);

/* `count` zeroed items of `size` bytes; NULL on overflow too. */
void *dz_arena_array(dz_arena *arena, size_t count, size_t size);

/* A copy of `size` bytes. NULL when memory ran out. */
void *dz_arena_copy(dz_arena *arena, const void *bytes, size_t size);

/* A copy of `length` bytes with a NUL behind them. */
char *dz_arena_string(dz_arena *arena, const char *bytes, size_t length);

#endif
