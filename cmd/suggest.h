/* suggest.h - which known word a mistyped one may stand for */
#ifndef DZ_CMD_SUGGEST_H
#define DZ_CMD_SUGGEST_H

#include <stddef.h>

/* Letters to insert, drop, replace or swap to make one word of the other, counted up to a limit. */
size_t dz_suggest_distance(const char *a, size_t a_length, const char *b, size_t b_length);

/* Is a word at that distance so near that it was probably meant? Short words need to be nearer. */
int dz_suggest_near(size_t distance, size_t length);

#endif
