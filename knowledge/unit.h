/* unit.h - units of measure and measure words (data/units.tsv). */
#ifndef DZ_KNOWLEDGE_UNIT_H
#define DZ_KNOWLEDGE_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_unit_class {
  DZ_UNIT_RATIO,
  DZ_UNIT_MONEY,
  DZ_UNIT_COUNT,
  DZ_UNIT_AREA,
  DZ_UNIT_LENGTH,
  DZ_UNIT_MASS,
  DZ_UNIT_ENERGY,
  DZ_UNIT_DATA,
  DZ_UNIT_TIME,
  DZ_UNIT_OTHER,
  DZ_UNIT_CLASS_COUNT
} dz_unit_class;

typedef struct dz_unit {
  const char *text;
  dz_unit_class class;
  bool small; /* a Chinese numeral below ten before it is a figure */
  bool never; /* looks like a unit and is none */
  bool per;   /* only behind a stroke: 元/月 */
} dz_unit;

typedef struct dz_units {
  dz_unit *rows;
  size_t count;
  dz_trie trie; /* folded text -> row */
} dz_units;

DZ_MUST_CHECK dz_status dz_units_load(dz_units *out, const char *directory, dz_arena *arena,
                                      dz_error *error);
void dz_units_free(dz_units *units);

/* A unit as it stands behind a numeral. */
typedef struct dz_unit_match {
  const dz_unit *unit; /* NULL: none; a bare scale word (1000万) has none either */
  const dz_unit *per;  /* 元/户: 户; NULL: none */
  size_t length;       /* code points from the end of the numeral; 0: no unit, no scale word */
  size_t scale_start, scale_length; /* 万亿, relative to the end of the numeral */
  bool more;                        /* 余 多 stands between: 35万余元 */
} dz_unit_match;

/* Reads 余, scale word and unit at the start of `fold`. */
dz_unit_match dz_unit_read(const dz_units *units, const uint32_t *fold, size_t length);

#endif
