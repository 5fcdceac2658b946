/* pin.h - pairings of sections that the reader forces or forbids; the grammar
 * stands in docs/alignment.md. */
#ifndef DZ_DIFF_ALIGN_PIN_H
#define DZ_DIFF_ALIGN_PIN_H

#include "diff/job.h"

typedef struct dz_pin {
  uint32_t report[2]; /* indices into the comparison's reports */
  int32_t section[2];
  bool forced; /* else forbidden */
  size_t line; /* in the pin file, from 1 */
} dz_pin;

typedef struct dz_pins {
  const dz_pin *items;
  size_t count;
} dz_pins;

/* Reads options->pins (NULL: none) against the comparison's reports; *out is
 * the arena's. DZ_USAGE names file and line of what is wrong: a line of
 * another form, a report or section that is not there or not only one, a
 * section forced twice in one other report. */
DZ_MUST_CHECK dz_status dz_pins_read(dz_pins *out, const dz_job *job, dz_arena *arena,
                                     dz_error *error);

/* The pins between two reports (by pointer), turned so that section[0] is of
 * the first; the arena's. false when memory ran out. */
bool dz_pins_select(dz_pins *out, const dz_pins *pins, const dz_job *job,
                    const dz_report *const reports[2], dz_arena *arena);

/* Whether a pin forbids the pair, in O(log n); pins as selected. */
bool dz_pins_forbid(const dz_pins *pins, int32_t a, int32_t b);

#endif
