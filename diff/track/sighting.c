/* sighting.c - the signs of the places that may tell of a promise, and their chances; see
 * sighting.h */
#include "sighting.h"

#include <math.h>
#include <string.h>

#include "knowledge/knowledge.h"
#include "knowledge/telling_words.h"
#include "magnitude.h"
#include "text/spans.h"
#include "text/unicode.h"

/* Scales that bring a sign to about 0..1. */
#define WEIGHT_FULL 24.0
#define LENGTH_FULL 60.0
#define SOME 0.3
#define MOST 0.6
enum {
  RUN_FULL = 6,
  OTHERS_MOST = 100, /* promises of the report that are asked whether a place is theirs ... */
  ASKED_MOST = 8,    /* ... so many of the places that share most */
  FIGURES_MOST = 6,  /* statements with such a figure: more of them say nothing of which is meant */
  SEARCHED = 20,     /* statements that share most with the promise */
  BEHIND_MOST = 3    /* statements that go on with one of them */
};

/* Functions of sentences that may tell. */
#define TELLING_FUNCTIONS (~(1u << DZ_FUNCTION_ANNEX))

static const dz_text *promised_text(const dz_pledge *p) {
  return &p->topics->reports[p->earlier].report->text;
}

static const dz_text *told_text(const dz_pledge *p) {
  return &p->topics->reports[p->later].report->text;
}

static bool has(const dz_text *text, dz_span fold, uint32_t cp) {
  for (size_t i = fold.start; i < fold.end; i++)
    if (text->fold[i] == cp) return true;
  return false;
}

/* Shares of the characters of the name that stand in a statement, and only in the sentence around
 * it. */
static void sign_chars(double *sign, const dz_pledge *p, dz_span told, dz_span around) {
  const dz_text *text = promised_text(p), *theirs = told_text(p);
  size_t all = 0, in = 0, near = 0;

  for (size_t i = p->name.start; i < p->name.end; i++) {
    if (!dz_is_han(text->fold[i])) continue;
    all++;
    if (has(theirs, told, text->fold[i]))
      in++;
    else
      near += has(theirs, around, text->fold[i]);
  }
  if (!all) return;
  sign[DZ_SEEN_CHARS] = (double)in / (double)all;
  sign[DZ_SEEN_CHARS_NEAR] = (double)near / (double)all;
}

/* The longest run of characters that both have. */
static size_t longest_run(const dz_text *a, dz_span x, const dz_text *b, dz_span y) {
  size_t longest = 0;

  for (size_t i = x.start; i < x.end; i++)
    for (size_t k = y.start; k < y.end; k++) {
      size_t n = 0;
      while (i + n < x.end && k + n < y.end && n < RUN_FULL && a->fold[i + n] == b->fold[k + n] &&
             dz_is_word(a->fold[i + n]))
        n++;
      if (n > longest) longest = n;
    }
  return longest;
}

static bool pair_in(const dz_text *a, size_t at, const dz_text *b, dz_span fold) {
  for (size_t i = fold.start; i + 1 < fold.end; i++)
    if (b->fold[i] == a->fold[at] && b->fold[i + 1] == a->fold[at + 1]) return true;
  return false;
}

static double share(dz_names names) {
  size_t all = names.apart + names.shared;

  return all ? (double)names.shared / (double)all : 0;
}

static void sign_names(double *sign, const dz_pledge *p, dz_span told, dz_span around) {
  const dz_text *text = promised_text(p), *theirs = told_text(p);
  dz_span object = dz_span_to_fold(text, p->commitment->object);

  sign[DZ_SEEN_NAMED] = share(
      dz_names_compare(p->topics, p->earlier, p->name, p->later, told, p->query->indicator));
  sign[DZ_SEEN_NAMES] = share(
      dz_names_compare(p->topics, p->later, told, p->earlier, p->name, p->query->indicator));
  sign_chars(sign, p, told, around);
  sign[DZ_SEEN_RUN] = (double)longest_run(text, p->name, theirs, told) / RUN_FULL;
  if (object.end < object.start + 2) object = p->name;
  if (object.end < object.start + 2) return;
  sign[DZ_SEEN_HEAD] = pair_in(text, object.end - 2, theirs, told);
  sign[DZ_SEEN_FRONT] = pair_in(text, object.start, theirs, told);
}

/* Whether two figures are of one size: within a factor of two and a half. */
static bool of_one_size(const dz_quantity *a, const dz_quantity *b) {
  double x = (double)a->number.coefficient, y = (double)b->number.coefficient;

  for (int i = 0; i < a->number.scale; i++) x /= 10;
  for (int i = 0; i < b->number.scale; i++) y /= 10;
  for (int i = dz_scaled_unit_of(a->unit).exponent; i > 0; i--) x *= 10;
  for (int i = dz_scaled_unit_of(b->unit).exponent; i > 0; i--) y *= 10;
  x = fabs(x);
  y = fabs(y);
  return x <= 2.5 * y && y <= 2.5 * x;
}

static const dz_quantity *figure_promised(const dz_pledge *p) {
  const dz_report *first = p->topics->reports[p->earlier].report;

  return p->commitment->quantity < 0 ? NULL : &first->quantities[p->commitment->quantity];
}

/* Whether a statement holds a figure of the unit and size that was promised. */
static bool holds_figure(const dz_pledge *p, const dz_statement *statement) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause),
                  *last = clause + statement->clause_count - 1;
  const dz_quantity *promised = figure_promised(p);

  for (uint32_t q = clause->quantity; q < last->quantity + last->quantity_count; q++) {
    const dz_quantity *told = &topic->report->quantities[q];
    if (!told->masked && dz_units_count_alike(p->topics->knowledge, told->unit, promised->unit) &&
        of_one_size(told, promised))
      return true;
  }
  return false;
}

static void sign_figures(double *sign, const dz_pledge *p, const dz_statement *statement) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause),
                  *last = clause + statement->clause_count - 1;
  const dz_quantity *promised = figure_promised(p);

  if (!promised) return;
  for (uint32_t q = clause->quantity; q < last->quantity + last->quantity_count; q++) {
    const dz_quantity *told = &topic->report->quantities[q];
    if (told->masked || !dz_units_count_alike(p->topics->knowledge, told->unit, promised->unit))
      continue;
    sign[DZ_SEEN_UNIT] = 1;
    if (of_one_size(told, promised)) sign[DZ_SEEN_NEAR_VALUE] = 1;
    if (dz_quantities_equal(told, promised)) sign[DZ_SEEN_VALUE] = 1;
  }
  if (sign[DZ_SEEN_UNIT] > 0) return;
  sign[last->quantity + last->quantity_count > clause->quantity ? DZ_SEEN_NO_UNIT
                                                                : DZ_SEEN_NO_FIGURE] = 1;
}

static void sign_dates(double *sign, const dz_pledge *p, dz_span told) {
  bool dated;
  int late = dz_pledge_date(p, told, &dated);

  sign[DZ_SEEN_DATED] = dated;
  sign[DZ_SEEN_MONTH] = late < 0;
}

static void sign_words(double *sign, const dz_pledge *p, const dz_statement *statement) {
  const dz_knowledge *knowledge = p->topics->knowledge;
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_text *text = &topic->report->text;
  unsigned roles = dz_telling_roles(knowledge, text, statement->fold);
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
  int step = dz_cues_read(knowledge, text, statement->fold).step;

  sign[DZ_SEEN_RECALLS] = roles >> DZ_TELLING_RECALL & 1;
  sign[DZ_SEEN_DONE] = roles >> DZ_TELLING_DONE & 1;
  sign[DZ_SEEN_FAILED] = (roles & (1u << DZ_TELLING_NOT | 1u << DZ_TELLING_LATE |
                                   1u << DZ_TELLING_ONLY | 1u << DZ_TELLING_LACK)) != 0;
  sign[DZ_SEEN_UNDER_WAY] = roles >> DZ_TELLING_UNDER_WAY & 1;
  sign[DZ_SEEN_STEP] = step > 0 && p->commitment->step > 0;
  if (p->commitment->polarity > 0) return;
  sign[DZ_SEEN_KEPT] = roles >> DZ_TELLING_DENY & 1;
  sign[DZ_SEEN_BROKEN] = clause->quantity_count &&
                         dz_is_incident(knowledge, topic->report, clause->quantity);
}

/* Whether a statement lies in a promise of its own report. */
static bool promises(const dz_report *report, dz_span fold) {
  dz_span span = dz_fold_to_span(&report->text, fold);
  size_t i = dz_spans_behind(report->commitments, report->commitment_count,
                             sizeof *report->commitments, span.start);

  return i < report->commitment_count && report->commitments[i].span.start < span.end;
}

static bool is_plan(const dz_statement *statement) {
  return statement->function == DZ_FUNCTION_PLAN || statement->function == DZ_FUNCTION_OUTLOOK ||
         statement->function == DZ_FUNCTION_APPEAL;
}

static void sign_place(double *sign, const dz_pledge *p, const dz_statement *statement) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_report *report = topic->report;
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
  int32_t section = report->sentences[clause->sentence].section;

  sign[DZ_SEEN_PROBLEM] = statement->function == DZ_FUNCTION_PROBLEM ||
                          statement->function == DZ_FUNCTION_CAUSE;
  sign[DZ_SEEN_OTHER] = statement->function == DZ_FUNCTION_OTHER ||
                        statement->function == DZ_FUNCTION_OPENING;
  sign[DZ_SEEN_PLANS] = is_plan(statement);
  sign[DZ_SEEN_SEVERAL] = statement->period != DZ_PERIOD_YEAR;
  sign[DZ_SEEN_PROMISES] = promises(report, statement->fold);
  sign[DZ_SEEN_NAMESAKE] = dz_designators_differ(promised_text(p), p->clause, &report->text,
                                                 statement->fold);
  sign[DZ_SEEN_LENGTH] = (double)(statement->fold.end - statement->fold.start) / LENGTH_FULL;
  if (sign[DZ_SEEN_LENGTH] > 1) sign[DZ_SEEN_LENGTH] = 1;
  if (section >= 0 && p->query->total > 0)
    sign[DZ_SEEN_TOPIC] = dz_query_weight_in(
                              p->topics, p->query, p->later,
                              dz_span_to_fold(&report->text, report->sections[section].heading)) /
                          p->query->total;
  if (sign[DZ_SEEN_TOPIC] > 1) sign[DZ_SEEN_TOPIC] = 1;
}

/* The share of the promise that stands in the sentence before a statement. */
static double carried(const dz_pledge *p, const dz_statement *statement) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
  dz_span before = {topic->report->sentences[clause->sentence].fold.start, statement->fold.start};
  double weight = before.end > before.start
                      ? dz_query_weight_in(p->topics, p->wide, p->later, before)
                      : 0;

  if (p->wide->total <= 0) return 0;
  return weight < p->wide->total ? weight / p->wide->total : 1;
}

static void read_signs(dz_sighting *s, const dz_pledge *p) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statement = dz_array_at(&topic->statements, s->hit.statement);
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);
  dz_span around = topic->report->sentences[clause->sentence].fold;
  double *sign = s->sign, weight = s->hit.weight / WEIGHT_FULL;
  dz_hit wide = {.statement = s->hit.statement};

  dz_hit_score(&wide, p->wide, topic);
  sign[DZ_SEEN_WIDE] = wide.score;

  sign[DZ_SEEN_FOUND] = s->hit.score;
  sign[DZ_SEEN_FOUND_SOME] = s->hit.score > SOME ? s->hit.score - SOME : 0;
  sign[DZ_SEEN_FOUND_MOST] = s->hit.score > MOST ? s->hit.score - MOST : 0;
  sign[DZ_SEEN_WEIGHT] = weight < 1 ? weight : 1;
  sign[DZ_SEEN_CARRIED] = carried(p, statement);
  sign[DZ_SEEN_ASKED] = dz_query_precision(p->topics, p->query, p->later, statement->fold);
  sign_names(sign, p, statement->fold, around);
  sign_figures(sign, p, statement);
  sign_dates(sign, p, statement->fold);
  sign_words(sign, p, statement);
  sign_place(sign, p, statement);
}

static void sign_promise(double *sign, const dz_pledge *p) {
  double weight = p->query->total / WEIGHT_FULL;

  sign[DZ_SEEN_ALWAYS] = 1;
  sign[DZ_SEEN_FIGURE] = p->commitment->quantity >= 0;
  sign[DZ_SEEN_BAR] = p->commitment->polarity < 0;
  sign[DZ_SEEN_PROJECT] = p->commitment->step > 0;
  sign[DZ_SEEN_RARE] = weight < 1 ? weight : 1;
}

/* Pairs of characters of a statement that stand in a clause of the earlier report, and all of
 * them. */
static double share_told(const dz_pledge *p, dz_span told, dz_span clause) {
  const dz_text *theirs = told_text(p), *text = promised_text(p);
  size_t all = 0, in = 0;

  for (size_t i = told.start; i + 1 < told.end; i++) {
    if (!dz_is_han(theirs->fold[i]) || !dz_is_han(theirs->fold[i + 1])) continue;
    all++;
    in += pair_in(theirs, i, text, clause);
  }
  return all ? (double)in / (double)all : 0;
}

/* 改造农村公路62公里 tells of the road that was promised, not of what else was to be 改造: how much more
 * of a statement another promise of the earlier report has. */
static double taken(const dz_pledge *p, dz_span told) {
  const dz_report *report = p->topics->reports[p->earlier].report;
  double own = share_told(p, told, p->clause), most = own;

  for (size_t i = 0; i < report->commitment_count && i < OTHERS_MOST; i++) {
    dz_span other = dz_span_to_fold(&report->text, report->commitments[i].span);
    double share;
    if (other.start < p->clause.end && other.end > p->clause.start) continue;
    share = share_told(p, told, other);
    if (share > most) most = share;
  }
  return most - own;
}

void dz_sightings_compare(dz_sightings *all) {
  double most = 0;

  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].hit.score > most) most = all->items[i].hit.score;
  for (size_t i = 0; i < all->count; i++) {
    double *sign = all->items[i].sign;
    sign[DZ_SEEN_FIRST] = all->items[i].hit.score >= most;
    sign[DZ_SEEN_BEHIND] = most - all->items[i].hit.score;
  }
}

/* The signs that take longer, of the places that share most. */
static void look_closely(dz_sighting *s, const dz_pledge *p) {
  const dz_statement *statement = dz_array_at(&p->topics->reports[p->later].statements,
                                              s->hit.statement);
  dz_answer answer;

  s->sign[DZ_SEEN_TAKEN] = taken(p, statement->fold);
  if (p->commitment->quantity < 0) return;
  answer = dz_answer_of(p->topics, p->query, p->earlier, p->commitment, p->later, statement);
  s->sign[DZ_SEEN_ANSWERS] = answer.figure >= 0;
  s->sign[DZ_SEEN_REFUSED] = answer.figure < 0 && (answer.refused == DZ_REASON_PERIOD ||
                                                   answer.refused == DZ_REASON_ACCRUAL ||
                                                   answer.refused == DZ_REASON_MEASURE ||
                                                   answer.refused == DZ_REASON_SCOPE);
}

static bool in_title(const dz_report *report, const dz_statement *statement) {
  uint32_t start = dz_fold_to_span(&report->text, statement->fold).start;

  return start >= report->title.start && start < report->title.end;
}

static void add(dz_sightings *out, const dz_pledge *p, dz_hit hit) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statement = dz_array_at(&topic->statements, hit.statement);
  const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause);

  dz_hit_score(&hit, p->query, topic);
  if (is_plan(statement)) return;
  if (out->count == DZ_SIGHTINGS_MAX || clause->heading || in_title(topic->report, statement))
    return;
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].hit.statement == hit.statement) return;
  out->items[out->count].hit = hit;
  out->items[out->count].sentence = clause->sentence;
  read_signs(&out->items[out->count++], p);
}

/* What a sentence goes on to tell behind a statement that names the thing: 核桃说栽2000亩，只栽了1600亩. */
static void add_behind(dz_sightings *out, const dz_pledge *p, const dz_hit *hit) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statements = topic->statements.items;
  const dz_clause *clauses = topic->clauses.items;
  uint32_t sentence = clauses[statements[hit->statement].clause].sentence;

  for (uint32_t s = hit->statement + 1;
       s <= hit->statement + BEHIND_MOST && s < topic->statements.count; s++) {
    dz_hit next = {.statement = s};
    if (clauses[statements[s].clause].sentence != sentence) return;
    add(out, p, next);
  }
}

/* 救助残疾儿童60名 told as 享受补贴的孩子有71个: where few figures are of the unit and size promised, the
 * place is looked at though it shares no word. */
static void add_figures(dz_sightings *out, const dz_pledge *p) {
  const dz_topic_report *topic = &p->topics->reports[p->later];
  const dz_statement *statements = topic->statements.items;
  size_t count = 0;

  if (!figure_promised(p)) return;
  for (size_t s = 0; s < topic->statements.count; s++)
    count += !is_plan(&statements[s]) && holds_figure(p, &statements[s]);
  for (size_t s = 0; count <= FIGURES_MOST && s < topic->statements.count; s++) {
    dz_hit hit = {.statement = (uint32_t)s};
    if (holds_figure(p, &statements[s])) add(out, p, hit);
  }
  for (size_t i = 0; count && i < out->count; i++)
    if (out->items[i].sign[DZ_SEEN_NEAR_VALUE] > 0)
      out->items[i].sign[DZ_SEEN_LONE] = 1 / (double)count;
}

dz_status dz_sightings_find(dz_sightings *out, const dz_pledge *p, dz_error *error) {
  dz_hit hits[DZ_SIGHTINGS_MAX];
  size_t count;
  dz_status status = dz_topics_search_wide(hits, SEARCHED, &count, p->topics, p->wide, p->later,
                                           TELLING_FUNCTIONS, error);

  *out = (dz_sightings){.best = -1};
  for (size_t i = 0; i < count && !status; i++) add(out, p, hits[i]);
  for (size_t i = 0; i < count && !status; i++) add_behind(out, p, &hits[i]);
  if (!status) add_figures(out, p);
  dz_sightings_compare(out);
  for (size_t i = 0; i < out->count && i < ASKED_MOST; i++) look_closely(&out->items[i], p);
  sign_promise(out->promise, p);
  return status;
}

static double value_of(const double *weights, const double *sign, size_t count) {
  double sum = 0;

  for (size_t i = 0; i < count; i++) sum += weights[i] * sign[i];
  return sum;
}

/* The chance of the sentence that a sighting stands in. */
static double chance_of_sentence(const dz_sightings *all, uint32_t sentence) {
  double chance = 0;

  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].sentence == sentence) chance += all->items[i].chance;
  return chance;
}

void dz_sightings_weigh(dz_sightings *all, const dz_track_weights *weights) {
  double most = -INFINITY, sum = 0;

  all->best = -1;
  all->chance = 0;
  for (size_t i = 0; i < all->count; i++) {
    all->items[i].chance = value_of(weights->place, all->items[i].sign, DZ_SEEN_SIGNS);
    if (all->items[i].chance <= most) continue;
    most = all->items[i].chance;
    all->best = (int32_t)i;
  }
  if (all->best < 0) return;
  for (size_t i = 0; i < all->count; i++)
    sum += all->items[i].chance = exp(all->items[i].chance - most);
  for (size_t i = 0; i < all->count; i++) all->items[i].chance /= sum;
  for (int k = 0; k < DZ_SEEN_SIGNS; k++)
    all->accept[k] = all->items[all->best].sign[k] + all->promise[k];
  all->accept[DZ_SEEN_CHANCE] = chance_of_sentence(all, all->items[all->best].sentence);
  all->chance = 1 / (1 + exp(-value_of(weights->accept, all->accept, DZ_SEEN_SIGNS)));
}

bool dz_sightings_sure(const dz_sightings *all) {
  const double *sign = all->best < 0 ? NULL : all->items[all->best].sign;

  return sign && all->chance >= DZ_SURE_PLACE && sign[DZ_SEEN_TAKEN] <= DZ_SURE_TAKEN &&
         (sign[DZ_SEEN_FOUND] >= DZ_SURE_FOUND || sign[DZ_SEEN_NAMED] >= DZ_SURE_FOUND) &&
         !(sign[DZ_SEEN_REFUSED] > 0 || sign[DZ_SEEN_SEVERAL] > 0 || sign[DZ_SEEN_PROMISES] > 0);
}

dz_told_what dz_telling_weigh(const dz_telling *telling, const dz_track_weights *weights,
                              double *chance) {
  double value[DZ_TOLD_WHATS], sum = 0;
  dz_told_what best = DZ_TOLD_MET;

  for (int w = 0; w < DZ_TOLD_WHATS; w++) {
    value[w] = value_of(weights->told[w], telling->sign, DZ_TOLD_SIGNS);
    if (value[w] > value[best]) best = (dz_told_what)w;
  }
  for (int w = 0; w < DZ_TOLD_WHATS; w++) sum += exp(value[w] - value[best]);
  *chance = 1 / sum;
  return best;
}
