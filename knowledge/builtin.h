/* builtin.h - the tables of data/ as built into the library by tools/embed.c */
#ifndef DZ_KNOWLEDGE_BUILTIN_H
#define DZ_KNOWLEDGE_BUILTIN_H

#include <stddef.h>

#include <duizhao/knowledge.h>

typedef struct dz_builtin {
  const char *name; /* file name in data/ */
  const unsigned char *bytes;
  size_t length;
} dz_builtin;

extern const dz_builtin dz_builtin_tables[];
extern const size_t dz_builtin_table_count;

/* All of them as loaded, written by tools/knowledge_image.c while the program is built and read in
 * place; NULL only in that tool. */
extern const dz_knowledge *const dz_builtin_knowledge;

/* data/genre.idx, up to the mark behind it; see genre_index.h */
extern const unsigned char dz_builtin_genre[], dz_builtin_genre_end[];

#endif
