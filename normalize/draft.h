/* draft.h - a report while it is being read.
 *
 * The stages run in the order of normalize/report.c. Each reads what the
 * earlier ones left in draft->report and adds its own arrays there, frozen in
 * the arena. All positions are code points of the decoded text. */
#ifndef DZ_NORMALIZE_DRAFT_H
#define DZ_NORMALIZE_DRAFT_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/array.h"

/* A paragraph as the source format gives it. */
typedef struct dz_line {
  dz_span span;         /* without the line break */
  int8_t heading_level; /* a heading by the format's own styles or marks: its level; 0 none */
  bool bold;            /* the whole line is emphasised */
  bool table_row;       /* the line is a row of a table */
} dz_line;

typedef struct dz_draft {
  dz_report report; /* what is known so far */
  dz_arena arena;   /* owns everything report points to */
  const dz_knowledge *knowledge;

  dz_array cps;   /* uint32_t: decoded text while the reader fills it */
  dz_array lines; /* dz_line: paragraphs in text order, blank ones left out */
  dz_array noise; /* dz_noise: unordered until dz_noise_find has sealed it */
  dz_array notes; /* const char *: becomes report.notes */
} dz_draft;

/* report.c: an empty draft; the arrays in which the stages work, freed; the stages up to
 * dz_meta_find (`make train` learns from what they find). */
void dz_draft_init(dz_draft *draft, const dz_knowledge *knowledge);
void dz_draft_free_scratch(dz_draft *draft);
DZ_MUST_CHECK dz_status dz_draft_outline(dz_draft *draft, const char *bytes, size_t length,
                                         const dz_read_options *options, dz_error *error);

/* The stages, in their order. On failure the draft is thrown away. */

/* source.c: bytes to cps and lines; format, encoding; noise that only the
 * format reader can see (page numbers, navigation). */
DZ_MUST_CHECK dz_status dz_source_read(dz_draft *draft, const char *bytes, size_t length,
                                       const dz_read_options *options, dz_error *error);
/* noise.c: markers, adverts, trailers, masks; seals the noise. */
DZ_MUST_CHECK dz_status dz_noise_find(dz_draft *draft, dz_error *error);
/* text.c: the folded text and its map. */
DZ_MUST_CHECK dz_status dz_text_fold(dz_draft *draft, dz_error *error);
/* outline.c: paragraphs and headed sections. */
DZ_MUST_CHECK dz_status dz_outline_find(dz_draft *draft, dz_error *error);
/* sentence.c: sentences. */
DZ_MUST_CHECK dz_status dz_sentences_split(dz_draft *draft, dz_error *error);
/* meta.c: title, year, role, place, type. */
DZ_MUST_CHECK dz_status dz_meta_find(dz_draft *draft, const dz_read_options *options,
                                     dz_error *error);
/* canonical.c: canonical sections, passages without heading, vacuous ones; what each sentence does;
 * whether the report is a work report. */
DZ_MUST_CHECK dz_status dz_canonical_assign(dz_draft *draft, dz_error *error);
/* date.c */
DZ_MUST_CHECK dz_status dz_dates_find(dz_draft *draft, dz_error *error);
/* quantity.c */
DZ_MUST_CHECK dz_status dz_quantities_find(dz_draft *draft, dz_error *error);
/* commitment.c */
DZ_MUST_CHECK dz_status dz_commitments_find(dz_draft *draft, dz_error *error);

#endif
