/* genre_file.h - the form of data/genre.idx, for the one who reads it and the
 * one who writes it.
 *
 * All numbers have the low byte first. A head of 32 bytes: the magic, then
 * window, sample, count, bigram bits, documents and bytes of their names; then
 * 2^16 + 1 starts of 32 bits; the entries, by hash; the sketch of bigrams; the
 * names of the documents, "YEAR NAME" and a NUL each. */
#ifndef DZ_KNOWLEDGE_GENRE_FILE_H
#define DZ_KNOWLEDGE_GENRE_FILE_H

#include "base/map.h"
#include "genre_index.h"

#define DZ_GENRE_MAGIC "DZGENRE1"
#define DZ_GENRE_FILE "genre.idx"

enum { DZ_GENRE_HEAD = 32, DZ_GENRE_BUCKETS = 1 << 16 };

/* The part of a window's hash that is kept; the bits below chose the sample. */
static inline uint32_t dz_genre_key(uint64_t hash) {
  return (uint32_t)(hash >> 24);
}

static inline size_t dz_genre_bigram_slot(uint32_t bits, uint16_t first, uint16_t second) {
  return (size_t)(dz_mix((uint64_t)first << 16 | second) & (((uint64_t)1 << bits) - 1));
}

#endif
