/* section_profile.h - the sections of a report by their bigrams. */
#ifndef DZ_DIFF_ALIGN_SECTION_PROFILE_H
#define DZ_DIFF_ALIGN_SECTION_PROFILE_H

#include "gram.h"

/* Sections that take part in alignment: headed ones. The others have no
 * bigrams and no sentences here. */
typedef struct dz_profile {
  const dz_report *report;
  size_t count;    /* sections */
  size_t *start;   /* count + 1 indices into the next two */
  uint32_t *gram;  /* bigrams of each section, subsections included, each once */
  float *value;    /* weight of the bigram in the section: rarity and how often it occurs */
  double *norm;    /* per section: Euclidean length of its values */
  uint32_t *first; /* sentences [first, end) of each section */
  uint32_t *end;
  int32_t *mate;      /* section of the other report, or DZ_NO_SECTION; the aligner's to set */
  double *similarity; /* of that pair */
} dz_profile;

/* Fills *out; everything in it is the arena's. `times` is 0 for every bigram on
 * entry and exit. Cost: linear in the text and the depth of its outline. false
 * when memory ran out. */
bool dz_profile_build(dz_profile *out, const dz_report *report, const dz_grams *grams, int side,
                      uint32_t *times, dz_arena *arena);

bool dz_profile_takes_part(const dz_profile *profile, size_t section);

/* Cosine of section x of the left and y of the right. `value` is 0 for every
 * bigram on entry and exit. */
double dz_profile_cosine(const dz_profile *left, int32_t x, const dz_profile *right, int32_t y,
                         float *value);

/* Share of the weight of section `part` that section `whole` holds too. `has` is
 * 0 for every bigram on entry and exit. */
double dz_profile_share(const dz_profile *small, int32_t part, const dz_profile *large,
                        int32_t whole, const uint32_t *weight, uint32_t *has);

/* A hash of the folded text of a section, heading and subsections included, and
 * whether two such texts are the same. */
uint64_t dz_profile_text_hash(const dz_profile *profile, size_t section);
bool dz_profile_same_text(const dz_profile *left, size_t x, const dz_profile *right, size_t y);

#endif
