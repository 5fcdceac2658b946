/* renewal_change.c - see renewal_change.h
 *
 * A direction is told only where like stands against like: figures of one kind, steps of one thing.
 * What is open in this is reworded. */
#include "renewal_change.h"

#include <string.h>

#include "base/decimal.h"
#include "diff/figure_setting.h"
#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/indicators.h"
#include "knowledge/ladder.h"
#include "magnitude.h"
#include "matter.h"
#include "text/phrase.h"
#include "text/spans.h"

#define SAME_WORDS 0.80 /* share of the words from which on a promise is said again ... */
#define SAME_ASKED 0.60 /* ... if that much of what the new one says was asked for */
#define SAME_THING 0.50 /* so much alike are two names of one project */

enum {
  AROUND = 3, /* characters in front of a figure that bind it: 不低于 */
  BEHIND = 2, /* and behind it: 以上 */
  GOES_ON = 3 /* characters that make another name of one */
};

/* One of the two promises. */
typedef struct side {
  const dz_topics *topics;
  const dz_report *report;
  const dz_text *text;
  const dz_commitment *promise;
  dz_span fold;
} side;

static side side_of(const dz_topics *topics, size_t report, const dz_commitment *promise) {
  const dz_report *r = topics->reports[report].report;

  return (side){topics, r, &r->text, promise, dz_span_to_fold(&r->text, promise->span)};
}

static bool says(const side *s, dz_span fold, dz_attribute attribute) {
  return fold.end > fold.start && dz_attribute_in(s->topics->knowledge, s->text, fold, attribute);
}

double dz_promised_asked(const dz_promised_again *pair) {
  side b = side_of(pair->topics, pair->later, pair->b);

  return dz_query_member_precision(pair->topics, pair->query, pair->later, b.fold);
}

/* ---- figures -------------------------------------------------------------------- */

/* How hard the words around a figure bind: 以上 and 以内 most, 左右 least, and 力争 takes something off
 * any of them. */
static int hardness(const side *s) {
  const dz_commitment *c = s->promise;
  dz_span figure = dz_quantity_fold(s->report, (size_t)c->quantity), behind = figure, around;
  bool tries = c->modifier == DZ_MOD_STRIVE ||
               says(s, (dz_span){s->fold.start, figure.start}, DZ_ATTRIBUTE_STRIVE);
  int hard = 4;

  behind.end = figure.end + BEHIND < s->fold.end ? figure.end + BEHIND : s->fold.end;
  around = (dz_span){figure.start > s->fold.start + AROUND ? figure.start - AROUND : s->fold.start,
                     behind.end};
  behind.start = figure.end;
  if (c->modifier == DZ_MOD_ABOUT || says(s, behind, DZ_ATTRIBUTE_ABOUT))
    hard = 2;
  else if (c->modifier == DZ_MOD_AT_LEAST || c->modifier == DZ_MOD_AT_MOST ||
           says(s, around, DZ_ATTRIBUTE_BOUND))
    hard = 6;
  return hard - (tries ? 1 : 0);
}

/* Whether a word that asks for more stands behind the figure: 努力争取更好. */
static bool asks_more(const side *s) {
  const dz_commitment_cues *cues = s->topics->knowledge->commitment_cues;
  size_t i = dz_quantity_fold(s->report, (size_t)s->promise->quantity).end;
  int32_t value;

  for (; i + 1 < s->fold.end; i++)
    if (dz_trie_longest(&cues->trie, s->text->fold + i, s->fold.end - i, &value) &&
        cues->cue[value].class == DZ_CUE_STRIVE)
      return true;
  return false;
}

/* The figure is a cap: less is more. */
static bool is_cap(const side *s) {
  return s->promise->modifier == DZ_MOD_AT_MOST || says(s, s->fold, DZ_ATTRIBUTE_CEILING);
}

/* Whether the figures are of one kind: like stands against like (diff/figure_setting.h). */
static bool is_like(const side *a, const side *b) {
  const dz_knowledge *knowledge = a->topics->knowledge;
  size_t p = (size_t)a->promise->quantity, q = (size_t)b->promise->quantity;
  dz_figure_setting left = dz_figure_setting_of(a->report, p, knowledge),
                    right = dz_figure_setting_of(b->report, q, knowledge);

  return !dz_figures_clash(a->report, p, &left, b->report, q, &right);
}

static dz_renewal_change change_of_number(dz_renewal *out, const side *a, const side *b) {
  const dz_quantity *earlier = &a->report->quantities[a->promise->quantity],
                    *later = &b->report->quantities[b->promise->quantity];
  dz_decimal difference, size, zero = {0, 0};
  int order = 0, before, after;
  bool more;

  if (!is_like(a, b)) return DZ_RENEWAL_REWORDED;
  if (dz_magnitude_difference(&difference, &size, later, earlier))
    order = dz_decimal_compare(difference, zero);
  if (order) {
    out->ceiling = is_cap(a) && is_cap(b);
    more = out->ceiling ? order < 0 : order > 0;
    return more ? DZ_RENEWAL_RAISED : DZ_RENEWAL_LOWERED;
  }
  before = hardness(a);
  after = hardness(b);
  if (before == after) {
    before = asks_more(a);
    after = asks_more(b);
  }
  if (before == after) return DZ_RENEWAL_SAME;
  return after > before ? DZ_RENEWAL_HARDENED : DZ_RENEWAL_SOFTENED;
}

/* Whether the digits of a figure stand in the other promise: “十五条”, 280万人. */
static bool holds_figure(const side *s) {
  size_t at = dz_spans_behind(s->report->quantities, s->report->quantity_count,
                              sizeof *s->report->quantities, s->promise->span.start);

  if (at < s->report->quantity_count && s->report->quantities[at].span.start < s->promise->span.end)
    return true;
  for (size_t i = s->fold.start; i + 1 < s->fold.end; i++)
    if (dz_is_running_number(s->text->fold[i]) && dz_is_running_number(s->text->fold[i + 1]))
      return true;
  return false;
}

/* Whether growth or a share is promised, by the last word that tells. */
static dz_measure measure_of(const side *s) {
  const dz_attributes *words = s->topics->knowledge->attributes;
  dz_measure measure = DZ_MEASURE_OPEN;
  int32_t value;

  for (size_t i = s->fold.start; i < s->fold.end;) {
    size_t length = dz_trie_longest(&words->trie, s->text->fold + i, s->fold.end - i, &value);
    const dz_attribute_saying *saying =
        length ? dz_attribute_said(&words->word[value], DZ_ATTRIBUTE_MEASURE) : NULL;
    if (saying) measure = (dz_measure)saying->value;
    i += length ? length : 1;
  }
  return measure;
}

bool dz_renews_indicator(const dz_promised_again *pair) {
  const dz_knowledge *knowledge = pair->topics->knowledge;
  const side b = side_of(pair->topics, pair->later, pair->b);
  int32_t value;

  for (uint32_t i = b.fold.start; i < b.fold.end && pair->query->indicator >= 0;) {
    uint32_t length = (uint32_t)dz_indicator_at(knowledge, b.text, i, b.fold, &value);
    if (length && value == pair->query->indicator)
      return dz_name_goes_on(knowledge, b.text, i + length, b.fold.end) < GOES_ON;
    i += length ? length : 1;
  }
  return true;
}

/* Surely one thing, so that it may be told as less than was promised. */
static bool is_one_thing(const dz_promised_again *pair) {
  return dz_matter_alike(pair->topics, pair->earlier, pair->a, pair->later, pair->b,
                         pair->query->indicator) >= SAME_THING;
}

/* A figure was promised and none is promised now. */
static dz_renewal_change change_to_words(const dz_promised_again *pair, const side *a,
                                         const side *b) {
  bool finished = b->promise->step >= DZ_LADDER_STANDS && b->promise->step > a->promise->step;

  if (finished || holds_figure(b) || says(b, b->fold, DZ_ATTRIBUTE_ENTIRE))
    return DZ_RENEWAL_REWORDED; /* 全部脱贫 where 1000 were promised asks for no less */
  if (measure_of(b) != DZ_MEASURE_OPEN && measure_of(a) != measure_of(b))
    return DZ_RENEWAL_REWORDED; /* 增加值增长20%, 增加值占…的比重 */
  if (!dz_renews_indicator(pair) || !is_one_thing(pair) ||
      dz_matter_is_bare(pair->topics, pair->earlier, a->promise))
    return DZ_RENEWAL_REWORDED;
  return DZ_RENEWAL_SOFTENED;
}

/* ---- words ---------------------------------------------------------------------- */

/* 基本建成, 基本稳定 at i, which ask for less; not 基本养老金. */
static bool is_softener(const dz_text *text, size_t i, size_t end) {
  uint32_t first, second;

  if (i + 3 >= end || text->fold[i] != U'基' || text->fold[i + 1] != U'本') return false;
  first = text->fold[i + 2];
  second = text->fold[i + 3];
  if (first == U'建') return second != U'设'; /* 建, not 建设 */
  if (first == U'保') return second == U'持';
  return dz_cp_in(first, U"完实稳平同消具持形满达解淘清");
}

/* Whether a range softens a word that another range has as it is: 基本同步 and 同步. */
static bool softens(const side *s, const side *other) {
  const dz_text *text = s->text, *theirs = other->text;

  for (size_t i = s->fold.start; i + 3 < s->fold.end; i++) {
    if (!is_softener(text, i, s->fold.end)) continue;
    for (size_t k = other->fold.start; k + 1 < other->fold.end; k++)
      if (!memcmp(text->fold + i + 2, theirs->fold + k, 2 * sizeof *text->fold) &&
          (k < other->fold.start + 2 || !is_softener(theirs, k - 2, other->fold.end)))
        return true;
  }
  return false;
}

static dz_renewal_change change_of_degree(const side *a, const side *b,
                                          dz_renewal_change otherwise) {
  if (softens(b, a)) return DZ_RENEWAL_SOFTENED;
  return softens(a, b) ? DZ_RENEWAL_HARDENED : otherwise;
}

/* 高于经济增长 asks for more than 同步. */
static bool outruns(const side *s) {
  return says(s, s->fold, DZ_ATTRIBUTE_BASE) && !says(s, s->fold, DZ_ATTRIBUTE_BOUND);
}

static dz_renewal_change change_of_pace(const side *a, const side *b, dz_renewal_change otherwise) {
  bool before = outruns(a), after = outruns(b);

  if (!dz_keeps_pace(b->text, b->fold))
    return b->promise->quantity < 0 ? DZ_RENEWAL_SOFTENED : DZ_RENEWAL_REWORDED;
  if (before != after) return after ? DZ_RENEWAL_HARDENED : DZ_RENEWAL_SOFTENED;
  return change_of_degree(a, b, otherwise);
}

static bool reads_the_same(const side *a, const side *b) {
  size_t length = a->fold.end - a->fold.start;

  return length == b->fold.end - b->fold.start &&
         !memcmp(a->text->fold + a->fold.start, b->text->fold + b->fold.start,
                 length * sizeof *a->text->fold);
}

/* ---- steps of projects ------------------------------------------------------------ */

/* How far a promise goes on the ladder of projects. */
typedef struct reach {
  int step;
  dz_span word; /* that tells it */
  bool several; /* each of several things goes a step of its own: 甲加快进度、乙建成 */
} reach;

static bool holds_mark(const dz_text *text, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++)
    if (dz_cp_in(text->fold[i], U"、和及")) return true;
  return false;
}

static reach reach_of(const side *s) {
  reach r = {s->promise->step, {s->fold.start, s->fold.start}, false};
  int32_t value, last = 0, lower = 0;
  uint32_t end = s->fold.start; /* of the last word */

  for (uint32_t i = s->fold.start; i < s->fold.end; i++) {
    uint32_t length = (uint32_t)dz_trie_longest(&s->topics->knowledge->ladder->trie,
                                                s->text->fold + i, s->fold.end - i, &value);
    if (!length) continue;
    if (value > DZ_LADDER_NONE) {
      r.several = r.several || (last && value != last && holds_mark(s->text, end, i));
      /* 完成…前期工作, 完成…主体工程: what is finished is a lower step */
      if (r.step == DZ_LADDER_FINISHED && last == r.step && i + length == s->fold.end &&
          (value == DZ_LADDER_STANDS || value == DZ_LADDER_PLANNED))
        lower = value;
      last = value;
      end = i + length;
    }
    if (value == r.step) r.word = (dz_span){i, i + length};
    i += length - 1;
  }
  if (lower) r.step = lower;
  return r;
}

/* What is set anew every year, and what hardly is a name, goes no steps; and neither do two things
 * of which only a part is the same, or of which one is the next stage. */
static bool goes_steps(const dz_promised_again *pair, const side *a, const side *b) {
  if (a->promise->kind == DZ_KIND_TARGET || says(a, a->fold, DZ_ATTRIBUTE_YEARLY) ||
      says(b, b->fold, DZ_ATTRIBUTE_YEARLY))
    return false;
  if (dz_matter_is_bare(pair->topics, pair->earlier, a->promise) ||
      dz_names_later_phase(a->text, a->fold) != dz_names_later_phase(b->text, b->fold))
    return false;
  return true;
}

/* What was to be finished (or begun) and is to be finished again is postponed; two words for the
 * same step (贯通, 打通) may be of two things. */
static dz_renewal_change change_of_step(const dz_promised_again *pair, const side *a, const side *b,
                                        dz_renewal_change otherwise) {
  reach one = reach_of(a), other = reach_of(b);
  size_t length = one.word.end - one.word.start;
  bool same_word = length == other.word.end - other.word.start &&
                   !memcmp(a->text->fold + one.word.start, b->text->fold + other.word.start,
                           length * sizeof *a->text->fold);
  /* only time that has passed postpones: two reports of one year, or of none, tell of none */
  bool passed = a->report->year && a->report->year < b->report->year &&
                !dz_due_after(a->promise, dz_year_reviewed(b->report));
  bool sure = is_one_thing(pair);
  dz_renewal_change again = passed && sure ? DZ_RENEWAL_POSTPONED : otherwise;

  if (one.step < DZ_LADDER_STARTED || one.several || !goes_steps(pair, a, b)) return otherwise;
  if (one.step >= DZ_LADDER_FINISHED && other.step >= DZ_LADDER_FINISHED) {
    if (other.step == DZ_LADDER_FULL && one.step < DZ_LADDER_FULL) return DZ_RENEWAL_HARDENED;
    return same_word || one.step != other.step ? again : otherwise;
  }
  if (one.step >= DZ_LADDER_FINISHED && other.step == DZ_LADDER_UNDER_WAY && !other.several)
    return sure ? DZ_RENEWAL_SOFTENED : otherwise;
  if (other.step > one.step && other.step > DZ_LADDER_UNDER_WAY) return DZ_RENEWAL_HARDENED;
  if (one.step == DZ_LADDER_STANDS && !same_word) return otherwise; /* 主体完工, 基本建成 */
  return one.step != DZ_LADDER_UNDER_WAY && other.step == one.step ? again : otherwise;
}

/* ---- altogether ----------------------------------------------------------------- */

static dz_renewal_change change_of(dz_renewal *out, const dz_promised_again *pair) {
  const dz_query *query = pair->query;
  const dz_hit *hit = pair->hit;
  side a = side_of(pair->topics, pair->earlier, pair->a),
       b = side_of(pair->topics, pair->later, pair->b);
  bool whole = query->members < 2 || hit->members == query->members; /* else only some of them */
  bool same = (whole && hit->score >= SAME_WORDS && dz_promised_asked(pair) >= SAME_ASKED) ||
              reads_the_same(&a, &b);
  dz_renewal_change words = same ? DZ_RENEWAL_SAME : DZ_RENEWAL_REWORDED, step;

  if (pair->a->quantity >= 0 && pair->b->quantity >= 0 &&
      dz_units_agree(pair->a->unit, pair->b->unit))
    return change_of_number(out, &a, &b);
  if (pair->a->quantity >= 0 && pair->b->quantity < 0) return change_to_words(pair, &a, &b);
  if (query->sync && query->indicator >= 0) return change_of_pace(&a, &b, DZ_RENEWAL_SAME);
  if (pair->a->quantity < 0 && pair->a->kind == DZ_KIND_TARGET && query->indicator >= 0 &&
      dz_is_plain_target(query, pair->a) && !says(&a, a.fold, DZ_ATTRIBUTE_BASE) &&
      (pair->b->quantity >= 0 || dz_keeps_pace(b.text, b.fold)))
    return DZ_RENEWAL_HARDENED;
  step = change_of_step(pair, &a, &b, words);
  if (step != words) return step;
  return change_of_degree(&a, &b, words);
}

void dz_renewal_compare(dz_renewal *out, const dz_promised_again *pair) {
  out->ceiling = false;
  out->change = change_of(out, pair);
}
