/* sized_options.c - see sized_options.h */
#include "sized_options.h"

#include <string.h>

void dz_options_take(void *full, size_t full_size, const void *given, size_t first_size) {
  size_t size = 0;

  memset(full, 0, full_size);
  if (!given) return;
  memcpy(&size, given, sizeof size);
  if (!size) size = first_size;
  memcpy(full, given, size < full_size ? size : full_size);
}
