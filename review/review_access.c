/* review_access.c - items of a review by index; see duizhao/review.h */
#include <duizhao/review.h>

const dz_finding *dz_review_finding_at(const dz_review *review, size_t index) {
  return index < review->finding_count ? &review->findings[index] : NULL;
}
