/* map.c - see map.h */
#include "map.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

uint64_t dz_mix(uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

void dz_map_init(dz_map *map) {
  *map = (dz_map){0};
}

void dz_map_free(dz_map *map) {
  free(map->slots);
  dz_map_init(map);
}

/* The slot that holds `key`, or the free one where it belongs. */
static dz_map_slot *find(const dz_map *map, uint64_t key) {
  size_t mask = map->capacity - 1;
  size_t i = dz_map_home(map, key);

  while (map->slots[i].used && map->slots[i].key != key) i = (i + 1) & mask;
  return &map->slots[i];
}

static bool resize(dz_map *map, size_t capacity) {
  dz_map bigger = {
      .slots = calloc(capacity, sizeof *bigger.slots), .count = map->count, .capacity = capacity};

  if (!bigger.slots) return false;
  for (size_t i = 0; i < map->capacity; i++)
    if (map->slots[i].used) *find(&bigger, map->slots[i].key) = map->slots[i];
  free(map->slots);
  *map = bigger;
  return true;
}

bool dz_map_reserve(dz_map *map, size_t count) {
  size_t capacity = map->capacity ? map->capacity : FIRST_CAPACITY;

  if (count > SIZE_MAX / 4 / sizeof *map->slots) return false;
  while (capacity / 4 * 3 < count) capacity *= 2;
  return capacity == map->capacity || resize(map, capacity);
}

uint32_t *dz_map_put(dz_map *map, uint64_t key) {
  dz_map_slot *slot;

  if (!dz_map_reserve(map, map->count + 1)) return NULL;
  slot = find(map, key);
  if (!slot->used) {
    *slot = (dz_map_slot){.key = key, .value = 0, .used = 1};
    map->count++;
  }
  return &slot->value;
}
