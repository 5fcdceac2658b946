/* sized_options.h - structs of options that grow from version to version. */
#ifndef DZ_BASE_SIZED_OPTIONS_H
#define DZ_BASE_SIZED_OPTIONS_H

#include <stddef.h>

/* Copies the caller's options to `full` (`full_size` bytes, zeroed where the caller's
 * struct ends earlier; members that this version does not know are left out). The first
 * member of such a struct is a size_t, its size as the caller knows it; 0 stands for
 * `first_size`, the size in version 0.1. `given` may be NULL: all zero. */
void dz_options_take(void *full, size_t full_size, const void *given, size_t first_size);

#endif
