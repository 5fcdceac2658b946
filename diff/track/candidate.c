/* candidate.c - see candidate.h */
#include "candidate.h"

#include <string.h>

#include "knowledge/commitment_cues.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "text/spans.h"

/* Tuned on hand-made pairs (gold of seven governments). */
#define REFUSED 0.41         /* its figure is of another thing: shown beside silence */
#define FIGURE_BONUS 0.12    /* the statement answers the target with a figure of its unit */
#define FIGURE_LACK 0.12     /* the target is a figure and the statement has none */
#define SEVERAL_LACK 0.10    /* it speaks of several years */
#define OTHER_LACK 0.25      /* it speaks of another year */
#define FLOW_LACK 0.75       /* it speaks of several years and the target is what one year brings */
#define NAMED 0.70           /* the statement names the indicator of a plain target */
#define UNNAMED_LACK 0.30    /* it does not */
#define PARTS_LACK 0.05      /* it names its parts */
#define NAMESAKE_LACK 0.60   /* 二期 was promised, 一期 is told of */
#define OTHER_KIND_LACK 0.20 /* growth was promised, an amount is told */
#define QUALIFIED_LACK 0.03  /* per character that narrows the indicator down */
#define QUALIFIED_MAX 10
#define NARROWED 4 /* so many characters are about a part of it: no verdict */
#define WHOLE 0.85 /* so much of the words found that nothing is narrowed down */

enum {
  LONG_NAME = 7,  /* characters of a name that may be shortened ... */
  NAME_FRONT = 3, /* ... to its first ones ... */
  FEW_PLACES = 2  /* ... if they stand in so few places */
};

static void shortlist_add(dz_shortlist *list, const dz_candidate *next) {
  size_t at = list->count;

  if (at == DZ_SHORTLIST && list->items[at - 1].rank >= next->rank) return;
  if (at == DZ_SHORTLIST)
    at--;
  else
    list->count++;
  for (; at > 0 && list->items[at - 1].rank < next->rank; at--)
    list->items[at] = list->items[at - 1];
  list->items[at] = *next;
}

bool dz_tells_standing(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  int32_t step;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&knowledge->ladder->trie, text->fold + i, fold.end - i, &step);
    if (length && step >= DZ_LADDER_STANDS) return true;
    i += length ? length : 1;
  }
  return false;
}

static dz_candidate weigh(const dz_topics *topics, const dz_query *query, size_t earlier,
                          const dz_commitment *commitment, size_t later, const dz_hit *hit) {
  const dz_statement *statement = dz_array_at(&topics->reports[later].statements, hit->statement);
  dz_answer answer = dz_answer_of(topics, query, earlier, commitment, later, statement);
  dz_candidate c = {.hit = *hit,
                    .figure = answer.figure,
                    .promised = answer.promised,
                    .flow = answer.flow,
                    .rank = hit->score,
                    .open = answer.open,
                    .fresh = answer.fresh};

  if (query->sync && answer.indicator && !answer.pace && answer.figure < 0) c.rank -= UNNAMED_LACK;
  if (query->sync && answer.figure >= 0 && c.rank < NAMED)
    c.rank = answer.indicator ? NAMED : NAMED - PARTS_LACK;
  if (answer.other_kind) c.rank -= OTHER_KIND_LACK;
  if (dz_designators_differ(&topics->reports[earlier].report->text, query->segment.fold,
                            &topics->reports[later].report->text, statement->fold))
    c.rank -= NAMESAKE_LACK;
  if (!query->sync && dz_is_plain_target(query, commitment)) {
    if (answer.indicator && c.rank < NAMED && (answer.figure >= 0 || !answer.promised))
      c.rank = NAMED;
    if (!answer.indicator) c.rank -= UNNAMED_LACK;
    c.narrowed = hit->score < WHOLE && answer.qualified >= NARROWED && c.figure >= 0 &&
                 !strcmp(topics->reports[later].report->quantities[c.figure].unit, "%");
    if (hit->score < WHOLE && commitment->sort != DZ_SORT_RESTRAINT)
      c.rank -= QUALIFIED_LACK *
                (double)(answer.qualified < QUALIFIED_MAX ? answer.qualified : QUALIFIED_MAX);
  }
  c.exact = answer.exact && !answer.other_kind;
  if (c.exact && c.rank < NAMED) c.rank = NAMED;
  if (c.figure >= 0)
    c.rank += FIGURE_BONUS;
  else if (c.promised)
    c.rank -= FIGURE_LACK;
  if (c.figure >= 0 && answer.several) c.rank -= SEVERAL_LACK;
  if ((c.figure < 0 || query->sync) && statement->period == DZ_PERIOD_SEVERAL)
    c.rank -= answer.flow && !answer.pace && !answer.last_year ? FLOW_LACK : SEVERAL_LACK;
  if (statement->period == DZ_PERIOD_OTHER) c.rank -= OTHER_LACK;
  if (c.figure < 0 && answer.refused && commitment->sort != DZ_SORT_RESTRAINT) {
    c.open = answer.refused;
    if (c.rank >= DZ_ACCEPT) c.rank = REFUSED;
  }
  return c;
}

/* Whether the first characters of a name stand in a folded range. */
static bool stands(const dz_text *text, dz_span fold, const uint32_t *front) {
  for (size_t i = fold.start; i + NAME_FRONT <= fold.end; i++)
    if (!memcmp(text->fold + i, front, NAME_FRONT * sizeof *front)) return true;
  return false;
}

/* 松雪谷 for 松雪谷国际旅游度假区: the first characters of a long name, which little else in both reports
 * has, stand there with a word of a result. */
static bool is_short_name(const dz_topics *topics, const dz_report *earlier, const dz_commitment *c,
                          size_t later, const dz_hit *hit) {
  const dz_topic_report *topic = &topics->reports[later];
  const dz_statement *statement = dz_array_at(&topic->statements, hit->statement);
  const dz_text *text = &earlier->text, *told = &topic->report->text;
  dz_span name = dz_span_to_fold(text, c->object);
  const uint32_t *front = text->fold + name.start;
  size_t places = 0;

  if (c->quantity >= 0 || name.end < name.start + LONG_NAME) return false;
  if (!stands(told, statement->fold, front)) return false;
  if (!dz_tells_standing(topics->knowledge, told, statement->fold)) return false;
  if (dz_designators_differ(text, dz_span_to_fold(text, c->span), told, statement->fold))
    return false;
  for (size_t k = 0; k < topic->statements.count && places <= FEW_PLACES; k++)
    places += stands(told, ((const dz_statement *)dz_array_at(&topic->statements, k))->fold, front);
  return places <= FEW_PLACES;
}

static bool in_title(const dz_report *report, const dz_statement *statement) {
  uint32_t start = dz_fold_to_span(&report->text, statement->fold).start;

  return start >= report->title.start && start < report->title.end;
}

/* What was not to happen is told of with a number: it happened. A denial comes before it. */
static void break_restraint(const dz_topics *topics, const dz_report *earlier,
                            const dz_commitment *c, size_t later, dz_shortlist *list) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_span promised = dz_span_to_fold(&earlier->text, c->span);

  if (c->polarity > 0 || c->quantity >= 0 ||
      !dz_attribute_in(topics->knowledge, &earlier->text, promised, DZ_ATTRIBUTE_DENIAL))
    return; /* 压减支出 tells of an amount */

  for (size_t i = 0; i < list->count; i++) {
    dz_candidate *item = &list->items[i];
    const dz_statement *statement = dz_array_at(&topic->statements, item->hit.statement);
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
    if (dz_attribute_in(topics->knowledge, &topic->report->text, statement->fold,
                        DZ_ATTRIBUTE_DENIAL)) {
      item->rank += FIGURE_BONUS;
    } else if (item->figure < 0 && clause->quantity_count &&
               dz_is_incident(topics->knowledge, topic->report, clause->quantity)) {
      item->figure = (int32_t)clause->quantity;
    }
  }
}

dz_status dz_shortlist_find(dz_shortlist *out, const dz_topics *topics, const dz_query *query,
                            size_t earlier, const dz_commitment *c, size_t later, dz_error *error) {
  const dz_report *first = topics->reports[earlier].report;
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  dz_status status = dz_topics_search(hits, &count, topics, query, later, 1u << DZ_FUNCTION_REPORT,
                                      error);

  out->count = 0;
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topics->reports[later].statements,
                                                hits[i].statement);
    dz_candidate next = weigh(topics, query, earlier, c, later, &hits[i]);
    if (next.rank < DZ_ACCEPT && is_short_name(topics, first, c, later, &hits[i])) {
      next.rank = DZ_ACCEPT_TOLD;
      next.open = DZ_REASON_NAME;
      next.exact = true;
    }
    if (in_title(topics->reports[later].report, statement)) continue;
    if (next.exact || dz_hit_names(&next.hit)) shortlist_add(out, &next);
  }
  if (!status) break_restraint(topics, first, c, later, out);
  return status;
}
