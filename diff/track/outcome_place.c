/* outcome_place.c - the places of a later report that tell of a promise; see outcome.h */
#include "base/error.h"
#include "outcome.h"
#include "text/spans.h"

dz_status dz_outcome_place(dz_outcome *out, const dz_topics *topics, size_t later,
                           const dz_statement *statement, const dz_statement *second,
                           int32_t figure, dz_arena *arena, dz_error *error) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_place *places = dz_arena_array(arena, 2, sizeof *places);

  if (!places) return dz_fail_memory(error);
  places[0] = (dz_place){(uint32_t)later, dz_fold_to_span(&topic->report->text, statement->fold)};
  out->evidence = places;
  out->evidence_count = 1;
  if (second != statement && second) {
    places[1] = (dz_place){(uint32_t)later, dz_fold_to_span(&topic->report->text, second->fold)};
    out->evidence_count = 2;
  }
  out->report = (int32_t)later;
  out->quantity = figure;
  if (figure >= 0) {
    out->value = topic->report->quantities[figure].value;
    out->unit = topic->report->quantities[figure].unit;
  }
  return DZ_OK;
}
