/* plain.c - what became of a promise in an official's own report; see sighting.h */
#include <string.h>

#include "base/error.h"
#include "diff/years.h"
#include "knowledge/knowledge.h"
#include "sighting.h"
#include "text/spans.h"

enum { SHOWN = 3 }; /* places shown where there is no plain verdict */

bool dz_is_plain_pair(const dz_topics *topics, size_t earlier, size_t later) {
  return !topics->reports[earlier].report->work_report &&
         !topics->reports[later].report->work_report;
}

static dz_place place_of(const dz_topics *topics, size_t later, const dz_sighting *s) {
  const dz_topic_report *topic = &topics->reports[later];
  const dz_statement *statement = dz_array_at(&topic->statements, s->hit.statement);

  return (dz_place){(uint32_t)later, dz_fold_to_span(&topic->report->text, statement->fold)};
}

/* The likeliest of those behind `after` in likelihood (NULL: of all); NULL: none. */
static const dz_sighting *likeliest(const dz_sightings *all, const dz_sighting *after) {
  const dz_sighting *best = NULL;

  for (size_t i = 0; i < all->count; i++) {
    const dz_sighting *s = &all->items[i];
    if (after && (s->chance > after->chance || (s->chance == after->chance && s <= after)))
      continue;
    if (!best || s->chance > best->chance) best = s;
  }
  return best;
}

/* Shows the places that were looked at, likeliest first. */
static dz_status set_candidates(dz_outcome *out, const dz_topics *topics, size_t later,
                                const dz_sightings *all, dz_arena *arena, dz_error *error) {
  dz_refusal *items = dz_arena_array(arena, SHOWN, sizeof *items);
  const dz_sighting *s = NULL;

  if (!items) return dz_fail_memory(error);
  for (size_t i = 0; i < SHOWN && (s = likeliest(all, s)) != NULL; i++) {
    items[i] = (dz_refusal){place_of(topics, later, s),
                            !i && !strcmp(out->rule, "H1") ? DZ_REASON_NOT_DUE
                            : s->sign[DZ_SEEN_NO_FIGURE] > 0 || s->sign[DZ_SEEN_NO_UNIT] > 0
                                ? DZ_REASON_NO_FIGURE
                                : DZ_REASON_WORDS};
    out->candidate_count = i + 1;
  }
  out->candidates = items;
  return DZ_OK;
}

static dz_outcome_status status_of(dz_told_what what, const dz_telling *telling,
                                   const dz_query *q) {
  if (what == DZ_TOLD_MISSED) return DZ_OUTCOME_MISSED;
  if (what == DZ_TOLD_OPEN) return q->members > 1 ? DZ_OUTCOME_PARTIAL : DZ_OUTCOME_IN_PROGRESS;
  return telling->by_figure == DZ_OUTCOME_EXCEEDED ? DZ_OUTCOME_EXCEEDED : DZ_OUTCOME_MET;
}

/* What several years are to bring is held against the figure of one. */
static bool is_shorter_term(const dz_pledge *p, const dz_telling *telling) {
  return telling->figure >= 0 && p->commitment->modifier != DZ_MOD_AT_MOST &&
         dz_due_after(p->commitment, dz_year_reviewed(p->topics->reports[p->later].report));
}

/* No verdict: the time for it has not come; the place is shown for a person to look at. */
static dz_status leave_open(dz_outcome *out, const dz_pledge *p, const dz_statement *statement,
                            double chance, dz_arena *arena, dz_error *error) {
  dz_status status = dz_outcome_place(out, p->topics, p->later, statement, NULL, -1, arena, error);

  out->rule = "H1";
  out->confidence = chance;
  out->report = -1;
  out->to_check = true;
  return status;
}

/* Fills the verdict on the likeliest place. */
static dz_status decide(dz_outcome *out, const dz_pledge *p, const dz_sightings *all,
                        dz_arena *arena, dz_error *error) {
  static const char *const rules[DZ_TOLD_WHATS] = {"L1", "L2", "L3"};
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_sighting *best = &all->items[all->best];
  const dz_statement *statement = dz_array_at(&topic->statements, best->hit.statement),
                     *second = NULL;
  dz_telling telling = dz_telling_of(p, &best->hit);
  double chance;
  dz_told_what what = dz_telling_weigh(&telling, p->topics->knowledge->track_weights, &chance);
  dz_status status;

  if (is_shorter_term(p, &telling)) return leave_open(out, p, statement, all->chance, arena, error);
  if (telling.second >= 0) second = dz_array_at(&topic->statements, (uint32_t)telling.second);
  out->status = status_of(what, &telling, p->query);
  out->rule = telling.rule && !dz_telling_at_odds(what, &telling) ? telling.rule : rules[what];
  if (out->status == DZ_OUTCOME_MISSED &&
      dz_due_after(p->commitment, dz_year_reviewed(topic->report))) {
    out->status = DZ_OUTCOME_IN_PROGRESS;
    out->rule = "D1";
  }
  out->confidence = all->chance * chance;
  out->to_check = !dz_sightings_sure(all) || chance < DZ_SURE_TOLD ||
                  dz_telling_at_odds(what, &telling);
  status = dz_outcome_place(out, p->topics, p->later, statement, second, telling.figure, arena,
                            error);
  if (!status)
    status = dz_caution_find(&out->caution, p->topics, p->query, p->earlier, p->later, statement,
                             telling.figure, arena, error);
  return status;
}

static dz_status tell_whole(dz_outcome *out, const dz_pledge *p, const dz_statement *whole,
                            dz_arena *arena, dz_error *error) {
  out->status = DZ_OUTCOME_MET;
  out->rule = "W7";
  out->confidence = 0.5;
  out->to_check = true;
  return dz_outcome_place(out, p->topics, p->later, whole, NULL, -1, arena, error);
}

static dz_status settle(dz_outcome *out, const dz_pledge *p, dz_arena *arena, dz_error *error) {
  dz_sightings all;
  const dz_statement *whole = NULL;
  dz_status status = dz_sightings_find(&all, p, error);

  if (status) return status;
  dz_sightings_weigh(&all, p->topics->knowledge->track_weights);
  if (all.chance > DZ_TOLD_AT_ALL)
    status = decide(out, p, &all, arena, error);
  else
    whole = dz_whole_told(p->topics, p->earlier, p->commitment, p->later);
  if (!status && whole) status = tell_whole(out, p, whole, arena, error);
  if (!status && all.count && (out->to_check || out->status == DZ_OUTCOME_UNREPORTED))
    status = set_candidates(out, p->topics, p->later, &all, arena, error);
  return status;
}

dz_status dz_plain_outcome(dz_outcome *out, const dz_topics *topics, const dz_query *query,
                           size_t earlier, size_t commitment, size_t later, dz_arena *arena,
                           dz_error *error) {
  dz_query wide = {.tokens = dz_array_of(sizeof(dz_query_token))};
  dz_status status = dz_query_of_plain(&wide, topics, earlier, commitment, error);

  if (!status) {
    dz_pledge pledge = dz_pledge_of(topics, query, &wide, earlier,
                                    &topics->reports[earlier].report->commitments[commitment],
                                    later);
    status = settle(out, &pledge, arena, error);
  }
  dz_query_free(&wide);
  return status;
}
