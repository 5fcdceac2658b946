/* meta_place.h - the place a report is from */
#ifndef DZ_NORMALIZE_OUTLINE_META_PLACE_H
#define DZ_NORMALIZE_OUTLINE_META_PLACE_H

#include "meta_office.h"
#include "outline.h"

/* Sets report.place, NULL where nothing tells it. `title` is a range of the folded text. */
DZ_MUST_CHECK dz_status dz_place_find(dz_draft *draft, const dz_front *front, dz_span title,
                                      const dz_office_name *office, dz_error *error);

/* A range of the folded text, as written, as a string of the arena. */
DZ_MUST_CHECK dz_status dz_meta_copy(const char **out, dz_draft *draft, dz_span fold,
                                     dz_error *error);

#endif
