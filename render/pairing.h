/* pairing.h - two reports held against each other: a whole comparison of two,
 * or one step of a series. What shows the one shows the other. */
#ifndef DZ_RENDER_PAIRING_H
#define DZ_RENDER_PAIRING_H

#include <duizhao/comparison.h>

typedef struct dz_pairing {
  const dz_report *const *all; /* reports of the comparison */
  size_t count;                /* their number */
  uint32_t index[2];           /* of the two among them */
  const dz_report *reports[2];
  const dz_section_pair *alignment;
  size_t alignment_count;
  const dz_unpaired *unpaired;
  size_t unpaired_count;
  const dz_change *changes;
  size_t change_count;
  bool two_offices; /* of different offices: no change of one into the other */
} dz_pairing;

/* Of a comparison of two reports. */
dz_pairing dz_pairing_whole(const dz_comparison *comparison);
dz_pairing dz_pairing_step(const dz_comparison *comparison, const dz_step *step);

/* What a change is to a reader who looks for what matters. */
typedef enum dz_change_group {
  DZ_GROUP_NUMBER,
  DZ_GROUP_NEGATION, /* 没有 不 未 came or went */
  DZ_GROUP_DEGREE,
  DZ_GROUP_MOVED,
  DZ_GROUP_REWRITTEN,
  DZ_GROUP_REPLACED, /* less than a fifth is kept */
  DZ_GROUP_INSERTED,
  DZ_GROUP_DELETED,
  DZ_GROUP_SLIGHT, /* dates rolled on, punctuation, script */
  DZ_GROUP_EQUAL,
  DZ_GROUP_COUNT
} dz_change_group;

dz_change_group dz_change_group_of(const dz_change *change);
const char *dz_change_group_label(dz_change_group group, bool chinese);

/* How many changes there are of each type, and in how many a figure or a word
 * of degree changed; characters are counted on the side of report 1. */
typedef struct dz_change_counts {
  size_t of_type[DZ_CHANGE_MERGED + 1];
  size_t characters[DZ_CHANGE_MERGED + 1];
  size_t total; /* characters */
  size_t numbers, degrees, replaced;
} dz_change_counts;

dz_change_counts dz_change_count(const dz_pairing *pairing);

#endif
