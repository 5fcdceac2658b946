/* sorted.h - where a key stands among ascending ones. */
#ifndef DZ_BASE_SORTED_H
#define DZ_BASE_SORTED_H

#include <stddef.h>
#include <stdint.h>

/* The first of `count` items of `size` bytes whose key is `key` or more; `count`
 * if there is none. `keys` is the key of the first item, a member of it or the
 * whole. O(log n).
 *
 *     dz_sorted_from(&sentences->fold.end, count, sizeof *sentences, place + 1) */
size_t dz_sorted_from(const uint32_t *keys, size_t count, size_t size, uint32_t key);

#endif
