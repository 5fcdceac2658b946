/* genre.h - set phrases of the genre (data/genre.tsv) and where they stand. */
#ifndef DZ_NORMALIZE_GENRE_H
#define DZ_NORMALIZE_GENRE_H

#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/map.h"

enum { DZ_GENRE_START = 4, DZ_GENRE_FILTER = 1 << 17 };

/* A short phrase (深入推进) is common wording: it says little, but a text made
 * of such words is somebody's own. A long one is a formula. */
enum dz_genre_level { DZ_GENRE_NONE, DZ_GENRE_WORDING, DZ_GENRE_FORMULA };
enum { DZ_GENRE_LONG = 8 };

/* A phrase in symbols (symbol.h). */
typedef struct dz_genre_phrase {
  uint64_t start;          /* its first DZ_GENRE_START symbols */
  const uint16_t *symbols; /* all of them */
  uint16_t length;
} dz_genre_phrase;

typedef struct dz_genre {
  dz_genre_phrase *phrases; /* by start, the longest first */
  size_t phrase_count;
  dz_map starts;            /* start -> index of its first phrase */
  uint64_t *filter;         /* DZ_GENRE_FILTER bits by start: most places need no more */
} dz_genre;

DZ_MUST_CHECK dz_status dz_genre_load(dz_genre *out, const char *directory, dz_arena *arena, dz_error *error);
void dz_genre_free(dz_genre *genre);

/* Raises covered[i] for every symbol inside a phrase: to DZ_GENRE_WORDING in a
 * short one, to DZ_GENRE_FORMULA in one of DZ_GENRE_LONG symbols or more.
 * `symbols` must hold DZ_GENRE_START readable symbols past `count`. Cost:
 * linear, a bit test where no phrase starts. */
void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, uint8_t *covered);

#endif
