/* second_look.c - see second_look.h */
#include "second_look.h"

#include "base/error.h"
#include "matter.h"
#include "text/spans.h"

/* Measured on statements drawn from pairs of provinces and districts. */
#define NAMED 0.75 /* share of the characters of the name ... */
#define WEIGHT 7.0 /* ... and a rare pair and some more */

/* Whether the nearest place was refused for what its figure is of: then it is no other wording. */
static bool is_refused(const dz_outcome *out) {
  return out->candidate_count && out->candidates[0].why != DZ_REASON_WORDS &&
         out->candidates[0].why != DZ_REASON_NO_FIGURE;
}

dz_status dz_second_look(dz_outcome *out, const dz_topics *topics, const dz_query *query,
                         size_t earlier, const dz_commitment *commitment, size_t later,
                         dz_arena *arena, dz_error *error) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_span promised = dz_span_to_fold(&topics->reports[earlier].report->text, commitment->span);
  const dz_statement *best = NULL;
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  double most = NAMED;
  dz_refusal *place;
  dz_status status;

  if (out->status != DZ_OUTCOME_UNREPORTED || out->to_check || is_refused(out)) return DZ_OK;
  status = dz_topics_search(hits, &count, topics, query, later, 1u << DZ_FUNCTION_REPORT, error);
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topic->statements, hits[i].statement);
    double named;
    if (hits[i].weight < WEIGHT ||
        dz_designators_differ(&topics->reports[earlier].report->text, promised,
                              &topic->report->text, statement->fold))
      continue;
    named = dz_matter_named(topics, earlier, commitment, later, statement->fold, -1);
    if (named < most || (best && named == most)) continue;
    most = named;
    best = statement;
  }
  if (status || !best) return status;
  place = dz_arena_array(arena, 1, sizeof *place);
  if (!place) return dz_fail_memory(error);
  *place = (dz_refusal){{(uint32_t)later, dz_fold_to_span(&topic->report->text, best->fold)},
                        DZ_REASON_WORDS};
  out->candidates = place;
  out->candidate_count = 1;
  out->to_check = true;
  out->rule = "Z4";
  return DZ_OK;
}
