/* pledge.c - what is promised, as it is held against a later report; see sighting.h */
#include <string.h>

#include "diff/years.h"
#include "knowledge/knowledge.h"
#include "knowledge/telling_words.h"
#include "knowledge/unit.h"
#include "magnitude.h"
#include "sighting.h"
#include "text/spans.h"

enum {
  MONTH = 31, /* a date told is a month at most; as yyyymmdd counts */
  YEAR = 10000,
  NAME_MOST = 60, /* characters looked at */
};

unsigned dz_telling_roles(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  unsigned roles = 0;
  int32_t role;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&knowledge->telling_words->trie, text->fold + i, fold.end - i,
                                    &role);
    if (length) roles |= 1u << role;
    i += length ? length : 1;
  }
  return roles;
}

bool dz_unit_counts(const dz_knowledge *knowledge, const char *unit) {
  const dz_units *units = knowledge->units;

  unit = dz_scaled_unit_of(unit).base;
  if (!*unit) return false;
  for (size_t i = 0; i < units->count; i++)
    if (!strcmp(units->rows[i].text, unit)) return units->rows[i].class == DZ_UNIT_COUNT;
  return false;
}

bool dz_units_count_alike(const dz_knowledge *knowledge, const char *a, const char *b) {
  return dz_units_agree(a, b) || (dz_unit_counts(knowledge, a) && dz_unit_counts(knowledge, b));
}

dz_pledge dz_pledge_of(const dz_topics *topics, const dz_query *query, const dz_query *wide,
                       size_t earlier, const dz_commitment *commitment, size_t later) {
  const dz_topic_report *topic = &topics->reports[earlier];
  const dz_clause *clause = dz_array_at(&topic->clauses, query->clause);
  dz_pledge pledge = {.topics = topics,
                      .query = query,
                      .wide = wide,
                      .commitment = commitment,
                      .earlier = earlier,
                      .later = later,
                      .clause = clause->fold,
                      .name = query->segment.fold};

  if (dz_is_nameless(topics, earlier, pledge.name)) {
    const dz_clause *topic_clause = dz_array_at(&topic->clauses,
                                                dz_topic_clause(topics, earlier, query->clause));
    pledge.query = wide;
    if (topic_clause != clause) pledge.name = topic_clause->fold;
  }
  if (pledge.name.end > pledge.name.start + NAME_MOST)
    pledge.name.end = pledge.name.start + NAME_MOST;
  return pledge;
}

int dz_pledge_date(const dz_pledge *p, dz_span fold, bool *dated) {
  const dz_report *later = p->topics->reports[p->later].report;
  dz_span span = dz_fold_to_span(&later->text, fold);
  size_t i = dz_spans_from(later->dates, later->date_count, sizeof *later->dates, span.start);
  uint32_t shift = YEAR * (uint32_t)(later->year - dz_year_reviewed(later)); /* 5月 in a review */
  int seen = 0;

  *dated = false;
  if (p->commitment->deadline_digits < 6) return 0;
  for (; i < later->date_count && later->dates[i].span.start < span.end; i++) {
    const dz_date *date = &later->dates[i];
    uint32_t first = date->first ? date->first : date->last;
    if (!first || date->last > first + MONTH) continue;
    if ((int32_t)(first / YEAR) == later->year) first -= shift;
    *dated = true;
    seen = first > p->commitment->deadline ? 1 : -1;
  }
  return seen;
}
