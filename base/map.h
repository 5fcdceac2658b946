/* map.h - a hash map from 64-bit keys to 32-bit values.
 *
 * Keys are exact: packed code points or ids, never hashes of something longer
 * that would have to be verified. Open addressing, linear probing; O(1)
 * expected. */
#ifndef DZ_BASE_MAP_H
#define DZ_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct dz_map_slot {
  uint64_t key;
  uint32_t value;
  uint32_t used; /* 1: the slot holds a key */
} dz_map_slot;

typedef struct dz_map {
  dz_map_slot *slots; /* NULL while capacity is 0 */
  size_t count;       /* keys in the map */
  size_t capacity;    /* slots, a power of two or 0 */
} dz_map;

/* An empty map; equal to one filled with zero bytes. Allocates nothing. */
void dz_map_init(dz_map *map);
void dz_map_free(dz_map *map);

/* Makes room for `count` keys in all, so that dz_map_put cannot fail before.
 * false when memory ran out. */
bool dz_map_reserve(dz_map *map, size_t count);

/* The value of `key`, put in as 0 if it was absent; NULL when memory ran out.
 * The pointer holds until the next dz_map_put. */
uint32_t *dz_map_put(dz_map *map, uint64_t key);

/* Where the search for `key` begins. Fibonacci hashing (Knuth, The Art of Computer Programming 3,
 * 6.4), the upper half of the key folded into the lower one first: three packed code points fill
 * the key, and the bits taken of the product depend on no higher bit of it. */
static inline size_t dz_map_home(const dz_map *map, uint64_t key) {
  return (size_t)((key ^ key >> 32) * 0x9E3779B97F4A7C15u >> 32) & (map->capacity - 1);
}

/* The value of `key`, or NULL if it is absent. Inline: most of what a report is looked up in. */
static inline uint32_t *dz_map_get(const dz_map *map, uint64_t key) {
  if (!map->capacity) return NULL;
  for (size_t i = dz_map_home(map, key); map->slots[i].used; i = (i + 1) & (map->capacity - 1))
    if (map->slots[i].key == key) return &map->slots[i].value;
  return NULL;
}

/* A well-mixed 64-bit value from `x` (the finaliser of SplitMix64). */
uint64_t dz_mix(uint64_t x);

#endif
