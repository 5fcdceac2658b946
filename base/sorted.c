/* sorted.c - see sorted.h */
#include "sorted.h"

size_t dz_sorted_from(const uint32_t *keys, size_t count, size_t size, uint32_t key) {
  size_t low = 0, high = count;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (*(const uint32_t *)(const void *)((const char *)keys + middle * size) < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
