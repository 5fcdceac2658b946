/* genre_index.h - what else has been written: fingerprints of the wording of
 * many reports and central documents.
 *
 * data/genre.idx is made by tools/genre_fingerprints.c. It holds no text: of windows of
 * a few symbols (text/symbol.h) that stand in the reports of two offices or in
 * a document of the central authorities, it has 32 bits of a hash with how many
 * offices, since when, and which document. A sample of the windows that only
 * one office has tells whether a report is of an office that was counted: what
 * two offices share is no third place for the two themselves. A sketch of
 * bigrams tells how common a pair of letters is. */
#ifndef DZ_KNOWLEDGE_GENRE_INDEX_H
#define DZ_KNOWLEDGE_GENRE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"

enum {
  DZ_GENRE_WINDOW_LONGEST = 16,
  DZ_GENRE_SINGLE_SAMPLE = 512, /* one in so many windows of a single office is kept */
  DZ_GENRE_RARITIES = 16,       /* steps of the sketch of bigrams */
  DZ_GENRE_DOCUMENTS = 255,
  DZ_GENRE_OFFICES = 255
};

/* A document of the central authorities. */
typedef struct dz_genre_document {
  const char *name; /* UTF-8 */
  int year;
} dz_genre_document;

/* The bytes of the file and what its head says. */
typedef struct dz_genre_index {
  uint32_t window; /* symbols of a window; 0: an index that knows nothing */
  uint32_t sample; /* every so many windows, by hash, are kept: a power of two */
  uint32_t count;  /* windows */
  uint32_t bigram_bits;
  const unsigned char *starts;  /* 2^16 + 1 numbers of 32 bits: by the first 16 bits of the hash */
  const unsigned char *entries; /* 16 bits of the hash, 16 of what is known */
  const unsigned char *bigrams; /* 2^bigram_bits numbers of 4 bits */
  dz_genre_document documents[DZ_GENRE_DOCUMENTS + 1]; /* from 1 */
  uint32_t document_count;
} dz_genre_index;

/* What is known of a window: 0 that it was looked up and not found. */
typedef uint16_t dz_genre_mark;

enum dz_genre_kind {
  DZ_GENRE_UNKNOWN, /* not a window that is kept, or one that nobody is known to have */
  DZ_GENRE_SINGLE,  /* one office has it */
  DZ_GENRE_PAIR,    /* two offices have it */
  DZ_GENRE_COMMON,  /* three or more */
  DZ_GENRE_CENTRAL  /* a central document had it first */
};

/* The user's genre.idx in `directory` or the built-in one. A file that is no
 * index, or is cut short, is DZ_DATA. */
DZ_MUST_CHECK dz_status dz_genre_index_load(dz_genre_index *out, const char *directory,
                                            dz_arena *arena, dz_error *error);

/* The hash of a window that moves over symbols. */
typedef struct dz_genre_roll {
  uint64_t rolled, leaving;
  uint32_t window, length, slots;
} dz_genre_roll;

dz_genre_roll dz_genre_roll_of(uint32_t window);
/* Takes in the next symbol, which stands behind those before it; the hash of the window that it
 * ends, 0 when that would reach over an edge or the first symbol, or is made of figures. */
uint64_t dz_genre_roll_on(dz_genre_roll *roll, const uint16_t *last);

/* hashes[i] is that of the window that begins at symbol i, 0 where none does: it
 * would reach over an edge or the end, or is made of figures. Cost: linear. */
void dz_genre_hash(const uint16_t *symbols, size_t count, uint32_t window, uint64_t *hashes);

/* Is the window one of those that are kept? */
static inline bool dz_genre_sampled(const dz_genre_index *index, uint64_t hash) {
  return hash && !(hash & (index->sample - 1));
}

/* What is known of a sampled window. Expected cost: two cache lines. */
dz_genre_mark dz_genre_find(const dz_genre_index *index, uint64_t hash);

enum dz_genre_kind dz_genre_kind_of(dz_genre_mark mark);
/* Offices that have the window, as far as counted; the first year it was seen in an office, 0 not
 * known; the central document, NULL none. */
uint32_t dz_genre_offices(dz_genre_mark mark);
int dz_genre_since(dz_genre_mark mark);
const dz_genre_document *dz_genre_document_of(const dz_genre_index *index, dz_genre_mark mark);

/* What a mark is made of; `value` is the office of a single window, dz_genre_pair of
 * a pair, the number of offices of a common one, the document of a central one. */
dz_genre_mark dz_genre_mark_of(enum dz_genre_kind kind, int year, uint32_t offices, uint32_t value);
/* Stands for two offices, whichever comes first. Two pairs in 256 look alike. */
uint32_t dz_genre_pair(uint32_t office_a, uint32_t office_b);
/* Does the mark say that two offices have the window, and may they be these? */
bool dz_genre_is_pair(dz_genre_mark mark, uint32_t office_a, uint32_t office_b);

/* The office that alone has the window of a mark of kind DZ_GENRE_SINGLE. */
uint32_t dz_genre_single(dz_genre_mark mark);

/* The counted office whose report it is that holds so many sampled windows of each office alone,
 * windows[0 .. DZ_GENRE_OFFICES]; 0: none of them. */
uint32_t dz_genre_office(const uint32_t *windows);

/* How common the two symbols side by side are: 0 never seen in two offices, else the
 * binary logarithm of the number of reports, plus 1. */
uint32_t dz_genre_bigram(const dz_genre_index *index, uint16_t first, uint16_t second);

#endif
