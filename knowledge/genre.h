/* genre.h - set phrases of the genre and where they stand.
 *
 * data/genre.tsv and data/genre_words.tsv list what was counted over reports
 * (tools/genre_table.c), data/genre_phrases.tsv what is known of the genre
 * without counting. */
#ifndef DZ_KNOWLEDGE_GENRE_H
#define DZ_KNOWLEDGE_GENRE_H

#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"

enum {
  DZ_GENRE_START = 4, /* symbols of a common word; every phrase is found by its first four */
  DZ_GENRE_RUN = 8,   /* symbols of a counted set phrase: what is longer consists of several */
  DZ_GENRE_FILTER = 1 << 17
};

/* A common word (深入推进) says little, but a text made of such words is
 * somebody's own. A run that stands in the reports of many offices is a formula
 * while it is current, and a few common words before and after; a phrase of
 * genre_phrases.tsv is a formula whenever. */
enum dz_genre_level { DZ_GENRE_NONE, DZ_GENRE_WORDING, DZ_GENRE_FORMULA };

/* A phrase in symbols (symbol.h). */
typedef struct dz_genre_phrase {
  uint64_t start;          /* its first DZ_GENRE_START symbols, */
  uint64_t next;           /* and as many that follow, as far as it goes: */
  uint64_t next_mask;      /* ones where it does */
  const uint16_t *symbols; /* all of them */
  uint16_t length;
  int16_t first, last; /* years in which it has its level */
  uint8_t level;       /* enum dz_genre_level */
} dz_genre_phrase;

/* Where the phrases with one start are, in an open table. */
typedef struct dz_genre_slot {
  uint32_t tag;   /* part of the start's hash: most of what is not sought is told by it */
  uint32_t first; /* 1 + index of the first phrase, 0: free */
} dz_genre_slot;

typedef struct dz_genre {
  dz_genre_phrase *phrases; /* by start, the longest first */
  size_t phrase_count;
  dz_genre_slot *slots; /* by hash of the start; at most half of them used */
  size_t slot_mask;     /* slots - 1 */
  uint64_t *filter;     /* DZ_GENRE_FILTER bits by start: most places need no more */
} dz_genre;

/* Everything is allocated in `arena`. */
DZ_MUST_CHECK dz_status dz_genre_load(dz_genre *out, const char *directory, dz_arena *arena,
                                      dz_error *error);

/* Raises covered[i] for every symbol inside a phrase to the level that the
 * phrase has in a report of that year (0: whenever). `symbols` must hold
 * DZ_GENRE_START readable symbols past `count`. Cost: linear, a bit test where
 * no phrase starts. */
void dz_genre_cover(const dz_genre *genre, const uint16_t *symbols, size_t count, int year,
                    uint8_t *covered);

#endif
