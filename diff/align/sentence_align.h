/* sentence_align.h - which sentences of two reports belong together. */
#ifndef DZ_DIFF_ALIGN_SENTENCE_ALIGN_H
#define DZ_DIFF_ALIGN_SENTENCE_ALIGN_H

#include "base/array.h"
#include "gram.h"

/* Sentences [x, x_end) of the first report against [y, y_end) of the second;
 * one side may be empty, and at most one side holds more than one sentence. */
typedef struct dz_bead {
  uint32_t x, x_end;
  uint32_t y, y_end;
  bool equal; /* the folded texts are the same */
  bool moved; /* out of the order that the rest keeps */
} dz_bead;

typedef struct dz_sentence_task {
  const dz_report *report[2];
  const dz_grams *grams;
  const int32_t *section_mate; /* per section of report 0: section of report 1, or DZ_NO_SECTION */
  const int32_t *heading_mate; /* the same, for those whose headings take each other's place */
} dz_sentence_task;

/* Appends beads that hold every sentence of both reports exactly once, by
 * place in the second report, those without one at the end. *approximate is
 * set when a cap was hit, and left alone otherwise. Cost: linear but for
 * candidate pairs, which are capped per sentence. */
DZ_MUST_CHECK dz_status dz_sentences_align(dz_array *beads, const dz_sentence_task *task,
                                           bool *approximate, dz_error *error);

#define DZ_NO_MATE UINT32_MAX

/* sentence_exact.c: pairs sentences of equal folded text. mate[0] and mate[1]
 * hold one item per sentence, DZ_NO_MATE where there is none yet. */
DZ_MUST_CHECK dz_status dz_sentences_pair_equal(uint32_t *const mate[2],
                                                const dz_sentence_task *task, dz_arena *scratch,
                                                dz_error *error);

/* The first sentence that starts at or behind `position`; the number of
 * sentences if there is none. O(log n). */
uint32_t dz_sentence_at(const dz_report *report, uint32_t position);

/* Whether the sections of x and y, or sections around them, are paired. */
bool dz_sentence_sections_paired(const dz_sentence_task *task, uint32_t x, uint32_t y);

#endif
