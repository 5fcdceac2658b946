/* search.h - where a key stands among ascending ones. */
#ifndef DZ_BASE_SEARCH_H
#define DZ_BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/* The first of `count` items of `size` bytes whose key is `key` or more; `count`
 * if there is none. `keys` is the key of the first item, a member of it or the
 * whole. O(log n).
 *
 *     dz_search(&sentences->fold.end, count, sizeof *sentences, place + 1) */
size_t dz_search(const uint32_t *keys, size_t count, size_t size, uint32_t key);

#endif
