/* comparison_access.c - items of a comparison by index; see duizhao/comparison.h */
#include <duizhao/comparison.h>

const dz_presence *dz_comparison_presence_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->presence_count ? &comparison->presence[index] : NULL;
}

const dz_missing *dz_comparison_missing_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->missing_count ? &comparison->missing[index] : NULL;
}

const dz_section_pair *dz_comparison_alignment_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->alignment_count ? &comparison->alignment[index] : NULL;
}

const dz_reuse *dz_comparison_reuse_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->reuse_count ? &comparison->reuse[index] : NULL;
}

const dz_change *dz_comparison_change_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->change_count ? &comparison->changes[index] : NULL;
}

const dz_commitment_link *dz_comparison_commitment_at(const dz_comparison *comparison,
                                                      size_t index) {
  return index < comparison->commitment_count ? &comparison->commitments[index] : NULL;
}

const dz_unpaired *dz_comparison_unpaired_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->unpaired_count ? &comparison->unpaired[index] : NULL;
}

const dz_step *dz_comparison_step_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->step_count ? &comparison->steps[index] : NULL;
}

const dz_timeline *dz_comparison_timeline_at(const dz_comparison *comparison, size_t index) {
  return index < comparison->timeline_count ? &comparison->timelines[index] : NULL;
}
