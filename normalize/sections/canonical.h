/* canonical.h - between the files of the stage that names the sections */
#ifndef DZ_NORMALIZE_SECTIONS_CANONICAL_H
#define DZ_NORMALIZE_SECTIONS_CANONICAL_H

#include "model.h"

/* heading_canon.c: names the headed sections, within the part that the reading gives them.
 * `sections` are those of the report, writable. */
DZ_MUST_CHECK dz_status dz_headings_name(const dz_draft *draft, dz_section *sections,
                                         const dz_reading *reading, dz_error *error);

/* passages.c: finds passages without heading that play the part of a section (dz_section, in text
 * order, parent = headed section). May end headed sections early, where the closing of the report
 * begins. */
DZ_MUST_CHECK dz_status dz_passages_find(dz_array *passages, const dz_draft *draft,
                                         dz_section *sections, const dz_reading *reading,
                                         dz_error *error);

/* function.c: what each sentence does, and whether the report has the form of a work report. */
DZ_MUST_CHECK dz_status dz_functions_find(dz_draft *draft, const dz_reading *reading,
                                          dz_error *error);

/* vacuous.c: marks shortcomings and plans that name nothing. */
DZ_MUST_CHECK dz_status dz_vacuous_mark(const dz_draft *draft, dz_section *sections, size_t count,
                                        dz_error *error);

#endif
