/* review_points.h - the key points of a review */
#ifndef DZ_REVIEW_REVIEW_POINTS_H
#define DZ_REVIEW_REVIEW_POINTS_H

#include <duizhao/review.h>

#include "base/arena.h"

/* Fills points and point_count of a review that has everything else. */
DZ_MUST_CHECK dz_status dz_review_points(dz_review *review, dz_arena *arena, dz_error *error);

#endif
