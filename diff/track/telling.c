/* telling.c - what a statement of an official's own report tells of a promise; see sighting.h */
#include <stdlib.h>
#include <string.h>

#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/promise_words.h"
#include "knowledge/telling_words.h"
#include "magnitude.h"
#include "sighting.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

/* What speaks for a figure as the one that answers, and against it. */
#define OWN_CLAUSE 3.0
#define CLAUSE_BEHIND 2.0
#define CLAUSE_BEFORE 1.0
#define ANSWERS 2.0   /* the rules for work reports find it */
#define ALIKE 1.0     /* of the same unit; of the same comparison; of one size; and so on */
#define NOT_ALIKE 3.0 /* growth and amount; a difference; what is left; the whole of a part */
#define NEVER 9.0     /* the promise repeated: 原定12个; how much more than the year before */
#define NAME_SHARE 2.0
#define LEAST 2.0
enum {
  BEHIND_MOST = 4, /* clauses of the sentence behind the statement that may go on with it */
  WORD_BEFORE = 5, /* characters in front of a figure that say what it is */
  WORD_BEHIND = 6  /* behind it */
};

static unsigned roles_in(const dz_pledge *p, dz_span fold) {
  return fold.end > fold.start ? dz_telling_roles(p->topics->knowledge,
                                                  &p->topics->reports[p->later].report->text, fold)
                               : 0;
}

static bool has_role(unsigned roles, dz_telling_role role) {
  return roles >> role & 1;
}

/* 22个村里, 94栋中的: the figure is the whole of which a part is told. */
static bool is_whole(const dz_text *text, dz_span figure, uint32_t end) {
  for (size_t i = figure.end; i < end && i < figure.end + WORD_BEHIND; i++) {
    if (dz_is_digit(text->fold[i]) || text->fold[i] == ',') return false;
    if (dz_cp_in(text->fold[i], U"中里")) return true;
  }
  return false;
}

typedef struct pick {
  dz_telling *out;
  double best;
} pick;

/* How well a figure of the later report answers one promised. */
static double fit_of(const dz_pledge *p, const dz_clause *clause, size_t told, size_t promised,
                     int32_t answer) {
  const dz_report *first = p->topics->reports[p->earlier].report,
                  *second = p->topics->reports[p->later].report;
  const dz_quantity *a = &first->quantities[promised], *b = &second->quantities[told];
  dz_span figure = dz_quantity_fold(second, told), before = {clause->fold.start, figure.start};
  double fit = (int32_t)told == answer ? ANSWERS : 0;
  dz_names names;
  unsigned roles;

  if (before.end < before.start) before.end = before.start;
  names = dz_names_compare(p->topics, p->later, before, p->earlier, p->name, p->query->indicator);
  if (names.shared) fit += NAME_SHARE * (double)names.shared / (double)(names.shared + names.apart);
  if (before.end > before.start + WORD_BEFORE) before.start = before.end - WORD_BEFORE;
  roles = roles_in(p, before);
  fit += dz_units_same(a->unit, b->unit) ? ALIKE : dz_units_agree(a->unit, b->unit) ? 0 : -ALIKE;
  if ((a->comparison == DZ_CMP_YOY_PCT) == (b->comparison == DZ_CMP_YOY_PCT))
    fit += ALIKE;
  else
    fit -= NOT_ALIKE;
  if (b->comparison == DZ_CMP_YOY_ABS && a->comparison != DZ_CMP_YOY_ABS) fit -= NEVER;
  if (has_role(roles, DZ_TELLING_SUM)) fit += ANSWERS;
  if (has_role(roles, DZ_TELLING_LACK) || has_role(roles, DZ_TELLING_REST)) fit -= NOT_ALIKE;
  if (is_whole(&second->text, figure, clause->fold.end)) fit -= NOT_ALIKE;
  if (dz_quantities_equal(b, a) &&
      (has_role(roles_in(p, clause->fold), DZ_TELLING_RECALL) || has_role(roles, DZ_TELLING_LACK)))
    fit -= NEVER;
  if (has_role(roles, DZ_TELLING_RECALL)) fit -= NOT_ALIKE;
  return fit;
}

static void pick_in_clause(pick *best, const dz_pledge *p, uint32_t clause_index, double place,
                           int32_t answer) {
  const dz_topic_report *topic = &p->topics->reports[p->later],
                        *own = &p->topics->reports[p->earlier];
  const dz_clause *clause = dz_array_at(&topic->clauses, clause_index),
                  *promise = dz_array_at(&own->clauses, p->query->clause);
  int32_t first = p->commitment->quantity;
  uint32_t from = first < 0 ? promise->quantity : (uint32_t)first,
           to = first < 0 ? promise->quantity + promise->quantity_count : (uint32_t)first + 1;

  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++) {
    const dz_quantity *told = &topic->report->quantities[q];
    if (told->masked || told->left) continue;
    for (uint32_t k = from; k < to; k++) {
      const dz_quantity *promised = &own->report->quantities[k];
      double fit;
      if (promised->masked ||
          !dz_units_count_alike(p->topics->knowledge, told->unit, promised->unit))
        continue;
      fit = place + fit_of(p, clause, q, k, answer);
      if (fit <= best->best) continue;
      best->best = fit;
      best->out->figure = (int32_t)q;
      best->out->against = (int32_t)k;
    }
  }
}

/* The clauses of the sentence around a statement: from before.. to ..behind, both may be empty. */
static void pick_figure(dz_telling *out, const dz_pledge *p, const dz_statement *statement) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_clause *clauses = topic->clauses.items, *own = &clauses[statement->clause];
  uint32_t end = statement->clause + statement->clause_count;
  dz_answer answer = dz_answer_of(p->topics, p->query, p->earlier, p->commitment, p->later,
                                  statement);
  pick best = {out, LEAST};

  for (uint32_t c = statement->clause; c < end; c++)
    pick_in_clause(&best, p, c, OWN_CLAUSE, answer.figure);
  for (uint32_t c = end; c < end + BEHIND_MOST && c < topic->clauses.count; c++)
    if (clauses[c].sentence == own->sentence)
      pick_in_clause(&best, p, c, CLAUSE_BEHIND, answer.figure);
  if (statement->clause > 0 && clauses[statement->clause - 1].sentence == own->sentence)
    pick_in_clause(&best, p, statement->clause - 1, CLAUSE_BEFORE, answer.figure);
}

/* 四个村部改了三个，剩下一个没有动: the figure promised is said again, and what follows tells how much of
 * it was done. */
static void settle_part(dz_telling *out, const dz_pledge *p, const dz_statement *statement,
                        unsigned around) {
  const unsigned less = 1u << DZ_TELLING_NOT | 1u << DZ_TELLING_ONLY | 1u << DZ_TELLING_REST |
                        1u << DZ_TELLING_LACK;
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_report *report = topic->report;
  const dz_clause *clauses = topic->clauses.items, *own = &clauses[statement->clause];
  const dz_quantity *promised, *told = &report->quantities[out->figure];
  uint32_t end = statement->clause + statement->clause_count + BEHIND_MOST;

  promised = &p->topics->reports[p->earlier].report->quantities[out->against];
  if (!(around & less) || !dz_quantities_equal(told, promised)) return;
  for (uint32_t c = statement->clause; c < end && c < topic->clauses.count; c++) {
    if (clauses[c].sentence != own->sentence) return;
    for (uint32_t q = clauses[c].quantity; q < clauses[c].quantity + clauses[c].quantity_count;
         q++) {
      const dz_quantity *next = &report->quantities[q];
      dz_span before = {clauses[c].fold.start, dz_quantity_fold(report, q).start};
      dz_decimal lack, size;
      if ((int32_t)q <= out->figure || next->masked) continue;
      if (!dz_units_count_alike(p->topics->knowledge, next->unit, told->unit)) continue;
      if (before.end > before.start + WORD_BEFORE) before.start = before.end - WORD_BEFORE;
      if (roles_in(p, before) & (1u << DZ_TELLING_LACK | 1u << DZ_TELLING_REST)) continue;
      if (!dz_magnitude_difference(&lack, &size, told, next) || lack.coefficient <= 0) continue;
      out->figure = (int32_t)q;
      return;
    }
  }
}

static void sign_figure(dz_telling *out, const dz_pledge *p, const dz_statement *statement,
                        unsigned around) {
  const dz_report *first = p->topics->reports[p->earlier].report,
                  *second = p->topics->reports[p->later].report;
  const dz_quantity *promised, *told;
  dz_verdict verdict;

  pick_figure(out, p, statement);
  if (out->figure < 0) {
    out->sign[DZ_TOLD_NO_FIGURE] = p->commitment->quantity >= 0;
    return;
  }
  settle_part(out, p, statement, around);
  promised = &first->quantities[out->against];
  told = &second->quantities[out->figure];
  verdict = dz_judge_figure(p->topics, p->query, p->earlier, p->commitment, promised, told);
  out->by_figure = verdict.status;
  out->rule = verdict.rule;
  if (out->by_figure != DZ_OUTCOME_MISSED) {
    out->sign[DZ_TOLD_FIGURE_MET] = 1;
    return;
  }
  out->sign[DZ_TOLD_FIGURE_SHORT] = 1;
}

/* Where the sentence goes on to say what the statement left open: 本来说5月底完工，|直到10月底才搬进去. */
static int32_t find_second(const dz_telling *out, const dz_pledge *p, const dz_hit *hit,
                           unsigned own) {
  const unsigned tells = 1u << DZ_TELLING_NOT | 1u << DZ_TELLING_LATE | 1u << DZ_TELLING_ONLY |
                         1u << DZ_TELLING_UNDER_WAY | 1u << DZ_TELLING_DONE;
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statements = topic->statements.items;
  const dz_clause *clauses = topic->clauses.items;
  uint32_t at = hit->statement, sentence = clauses[statements[at].clause].sentence;
  bool open = !(own & tells) || has_role(own, DZ_TELLING_RECALL);

  for (uint32_t s = at ? at - 1 : at; s <= at + BEHIND_MOST && s < topic->statements.count; s++) {
    const dz_clause *first = &clauses[statements[s].clause],
                    *last = first + statements[s].clause_count - 1;
    if (s == at || first->sentence != sentence) continue;
    if (out->figure >= 0 && (uint32_t)out->figure >= first->quantity &&
        (uint32_t)out->figure < last->quantity + last->quantity_count)
      return (int32_t)s;
    if (out->figure < 0 && s > at && open && roles_in(p, statements[s].fold) & tells)
      return (int32_t)s;
  }
  return -1;
}

static void sign_roles(double *sign, unsigned own, unsigned around) {
  static const struct {
    dz_telling_role role;
    int sign, near; /* -1: none */
  } of[] = {{DZ_TELLING_ONLY, DZ_TOLD_ONLY, DZ_TOLD_ONLY_NEAR},
            {DZ_TELLING_LACK, DZ_TOLD_LACK, DZ_TOLD_LACK_NEAR},
            {DZ_TELLING_NOT, DZ_TOLD_NOT, DZ_TOLD_NOT_NEAR},
            {DZ_TELLING_LATE, DZ_TOLD_LATE, DZ_TOLD_LATE_NEAR},
            {DZ_TELLING_UNDER_WAY, DZ_TOLD_UNDER_WAY, DZ_TOLD_UNDER_WAY_NEAR},
            {DZ_TELLING_REST, DZ_TOLD_REST, DZ_TOLD_REST_NEAR},
            {DZ_TELLING_CAUSE, DZ_TOLD_CAUSE, DZ_TOLD_CAUSE_NEAR},
            {DZ_TELLING_DONE, DZ_TOLD_DONE, DZ_TOLD_DONE_NEAR},
            {DZ_TELLING_RECALL, DZ_TOLD_RECALLS, -1}};

  for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
    if (has_role(own, of[i].role)) sign[of[i].sign] = 1;
    if (of[i].near >= 0 && has_role(around, of[i].role)) sign[of[i].near] = 1;
  }
}

/* The clauses of the sentence around a statement that may go on with it. */
static dz_span behind_of(const dz_topic_report *topic, const dz_statement *statement) {
  const dz_clause *clauses = topic->clauses.items, *own = &clauses[statement->clause];
  dz_span span = {statement->fold.end, statement->fold.end};

  for (uint32_t c = statement->clause + statement->clause_count, n = 0;
       c < topic->clauses.count && n < BEHIND_MOST && clauses[c].sentence == own->sentence;
       c++, n++)
    span.end = clauses[c].fold.end;
  return span;
}

static void sign_steps(dz_telling *out, const dz_pledge *p, dz_span own, dz_span behind) {
  const dz_knowledge *knowledge = p->topics->knowledge;
  const dz_text *text = &p->topics->reports[p->later].report->text;
  int step = dz_cues_read(knowledge, text, own).step;
  bool dated, behind_dated;
  int late = dz_pledge_date(p, own, &dated), later = dz_pledge_date(p, behind, &behind_dated);

  if (!late) late = later;
  out->sign[DZ_TOLD_DATE_KEPT] = late < 0;
  out->sign[DZ_TOLD_DATE_LATE] = late > 0;
  if (!step || !p->commitment->step) return;
  out->sign[step >= p->commitment->step ? DZ_TOLD_STEP_REACHED : DZ_TOLD_STEP_BELOW] = 1;
}

static void sign_promise(dz_telling *out, const dz_pledge *p, const dz_hit *hit,
                         const dz_statement *statement, unsigned own) {
  const dz_commitment *c = p->commitment;
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
  double *sign = out->sign;
  bool counted = false;

  sign[DZ_TOLD_ALWAYS] = 1;
  sign[DZ_TOLD_PROJECT] = c->step > 0;
  sign[DZ_TOLD_STRIVES] = c->strength <= 2;
  sign[DZ_TOLD_DATED] = c->deadline_digits >= 6;
  sign[DZ_TOLD_PROBLEM] = statement->function == DZ_FUNCTION_PROBLEM ||
                          statement->function == DZ_FUNCTION_CAUSE;
  sign[DZ_TOLD_PARTS] = p->query->members > 1;
  sign[DZ_TOLD_PARTS_LACK] = p->query->members > 1 && hit->members < p->query->members;
  if (c->polarity > 0) return;
  sign[DZ_TOLD_BAR] = 1;
  for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
    counted = counted || (dz_unit_counts(p->topics->knowledge, topic->report->quantities[q].unit) &&
                          topic->report->quantities[q].number.coefficient > 0);
  sign[DZ_TOLD_BAR_KEPT] = has_role(own, DZ_TELLING_DENY);
  sign[DZ_TOLD_BAR_BROKEN] = (counted || has_role(own, DZ_TELLING_BREACH)) &&
                             !has_role(own, DZ_TELLING_DENY);
}

/* All of it was promised, or that it starts: something left or not done is told against that. */
static void sign_extent(dz_telling *out, const dz_pledge *p) {
  const dz_knowledge *knowledge = p->topics->knowledge;
  const dz_text *text = &p->topics->reports[p->earlier].report->text;
  double *sign = out->sign;
  bool not = sign[DZ_TOLD_NOT] > 0 || sign[DZ_TOLD_NOT_NEAR] > 0, extent = false;
  int32_t role;

  for (size_t i = p->clause.start; i < p->clause.end;) {
    size_t length = dz_trie_longest(&knowledge->promise_words->trie, text->fold + i,
                                    p->clause.end - i, &role);
    if (length && (role == DZ_PROMISE_EXTENT || role == DZ_PROMISE_REST)) extent = true;
    i += length ? length : 1;
  }
  sign[DZ_TOLD_EXTENT] = extent;
  sign[DZ_TOLD_EXTENT_LACK] = extent && (not || sign[DZ_TOLD_REST] > 0 ||
                                         sign[DZ_TOLD_REST_NEAR] > 0 || sign[DZ_TOLD_LACK] > 0);
  sign[DZ_TOLD_START_NOT] = p->commitment->step == DZ_LADDER_STARTED && not ;
}

dz_telling dz_telling_of(const dz_pledge *p, const dz_hit *hit) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statement = dz_array_at(&topic->statements, hit->statement);
  dz_span behind = behind_of(topic, statement);
  dz_telling out = {.figure = -1, .against = -1, .by_figure = DZ_OUTCOME_UNREPORTED};
  unsigned own = roles_in(p, statement->fold);
  dz_verdict verdict;

  sign_promise(&out, p, hit, statement, own);
  sign_roles(out.sign, own, roles_in(p, behind));
  sign_steps(&out, p, statement->fold, behind);
  sign_figure(&out, p, statement, own | roles_in(p, behind));
  out.second = find_second(&out, p, hit, own);
  sign_extent(&out, p);
  verdict = dz_judge(p->topics, p->query, p->earlier, p->commitment, p->later, hit,
                     p->commitment->quantity >= 0 ? out.figure : -1);
  out.sign[DZ_TOLD_RULE_MET] = verdict.status == DZ_OUTCOME_MET ||
                               verdict.status == DZ_OUTCOME_EXCEEDED;
  out.sign[DZ_TOLD_RULE_MISSED] = verdict.status == DZ_OUTCOME_MISSED;
  out.sign[DZ_TOLD_RULE_OPEN] = verdict.status == DZ_OUTCOME_PARTIAL ||
                                verdict.status == DZ_OUTCOME_IN_PROGRESS;
  return out;
}

bool dz_telling_at_odds(dz_told_what what, const dz_telling *telling) {
  if (telling->by_figure == DZ_OUTCOME_UNREPORTED) return telling->sign[DZ_TOLD_NO_FIGURE] > 0;
  return (telling->by_figure == DZ_OUTCOME_MISSED) != (what == DZ_TOLD_MISSED);
}
