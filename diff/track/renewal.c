/* renewal.c - the later report's own promise on the same thing */
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "magnitude.h"
#include "matter.h"
#include "outcome.h"
#include "text/phrase.h"
#include "text/spans.h"

#define ACCEPT 0.56 /* as for outcomes; a renewal may be looser in its words */
#define FIGURE_BONUS 0.10
#define FIGURE_LACK 0.15
#define NAMED 0.70
#define UNNAMED_LACK 0.30
#define KIN_LACK 0.10
#define TIE 0.10 /* among the commitments of one clause the one with most of the words */
#define SAME_WORDS                                                                                 \
  0.80 /* share of the words from which on a promise is said again rather than reworded */
#define BOTH_WAYS                                                                                  \
  0.90 /* shares of the words found in either direction, added; below, they only share a word */
#define ALIKE 0.40      /* so much of either name is in the other one */
#define BOTH_SURE 1.20  /* from here on the first word of the thing may differ */
#define OTHER_SIZE 5.0  /* times as much, or as little */
#define SAME_ASKED 0.60 /* and that much of what the new one says was asked for */

enum { FIRST_WORD = 2 }; /* characters */

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Whether one of the words stands in the folded range. */
static bool holds_word(const dz_text *text, size_t start, size_t end, const uint32_t *const *words,
                       size_t count) {
  dz_span fold = {(uint32_t)start, (uint32_t)end};

  return end > start && dz_word_in(text->fold, fold, words, count);
}

/* How hard the words around a figure bind: 以上 and 以内 most, 左右 least, and 力争 takes something off
 * any of them. */
static int hardness(const dz_report *report, const dz_commitment *c) {
  static const uint32_t *const about[] = {U"左右"}, *const strive[] = {U"力争", U"争取", U"努力"};
  static const uint32_t *const bound[] = {U"以上",   U"以内",   U"以下", U"不低于",
                                          U"不少于", U"不超过", U"突破", U"超过"};
  const dz_text *text = &report->text;
  dz_span figure = dz_quantity_fold(report, (size_t)c->quantity);
  size_t start = dz_text_fold_position(text, c->span.start),
         end = dz_text_fold_position(text, c->span.end);
  bool tries = c->modifier == DZ_MOD_STRIVE || holds_word(text, start, figure.start, strive, 3);
  int hard = 4;

  if (c->modifier == DZ_MOD_ABOUT ||
      holds_word(text, figure.start, least(figure.end + 2, end), about, 1))
    hard = 2;
  else if (c->modifier == DZ_MOD_AT_LEAST || c->modifier == DZ_MOD_AT_MOST ||
           holds_word(text, figure.start > start + 3 ? figure.start - 3 : start,
                      least(figure.end + 2, end), bound, 8))
    hard = 6;
  return hard - (tries ? 1 : 0);
}

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
static bool softens(const dz_text *text, dz_span fold, const dz_text *other, dz_span plain) {
  for (size_t i = fold.start; i + 3 < fold.end; i++) {
    if (!is_softener(text, i, fold.end)) continue;
    for (size_t k = plain.start; k + 1 < plain.end; k++)
      if (!memcmp(text->fold + i + 2, other->fold + k, 2 * sizeof *text->fold) &&
          (k < plain.start + 2 || !is_softener(other, k - 2, plain.end)))
        return true;
  }
  return false;
}

/* Whether a word that asks for more stands behind the figure: 努力争取更好. */
static bool asks_more(const dz_topics *topics, size_t report, const dz_commitment *c) {
  const dz_report *r = topics->reports[report].report;
  const dz_text *text = &r->text;
  size_t i = dz_quantity_fold(r, (size_t)c->quantity).end,
         end = dz_text_fold_position(text, c->span.end);
  int32_t value;

  for (; i + 1 < end; i++) {
    if (dz_trie_longest(&topics->knowledge->commitment_cues->trie, text->fold + i, end - i,
                        &value) &&
        topics->knowledge->commitment_cues->cue[value].class == DZ_CUE_STRIVE)
      return true;
  }
  return false;
}

/* Said again with the same value or without: what the words beside it do. */
static dz_renewal_change change_of_degree(const dz_topics *topics, size_t first,
                                          const dz_commitment *a, size_t second,
                                          const dz_commitment *b, dz_renewal_change otherwise) {
  const dz_text *x = &topics->reports[first].report->text,
                *y = &topics->reports[second].report->text;
  dz_span fold_a = dz_span_to_fold(x, a->span), fold_b = dz_span_to_fold(y, b->span);
  bool before, after;

  if (a->quantity >= 0) {
    before = asks_more(topics, first, a);
    after = b->quantity >= 0 && asks_more(topics, second, b);
    return before == after ? otherwise : after ? DZ_RENEWAL_HARDENED : DZ_RENEWAL_SOFTENED;
  }
  if (softens(y, fold_b, x, fold_a)) return DZ_RENEWAL_SOFTENED;
  return softens(x, fold_a, y, fold_b) ? DZ_RENEWAL_HARDENED : otherwise;
}

static dz_renewal_change change_of_number(const dz_topics *topics, size_t first,
                                          const dz_commitment *a, size_t second,
                                          const dz_commitment *b) {
  const dz_quantity *earlier = &topics->reports[first].report->quantities[a->quantity];
  const dz_quantity *later = &topics->reports[second].report->quantities[b->quantity];
  dz_decimal difference, size, zero = {0, 0};
  int order = 0, before, after;

  if ((earlier->comparison == DZ_CMP_YOY_ABS) != (later->comparison == DZ_CMP_YOY_ABS))
    return DZ_RENEWAL_REWORDED;
  if (dz_magnitude_difference(&difference, &size, later, earlier))
    order = dz_decimal_compare(difference, zero);
  if (order) return order > 0 ? DZ_RENEWAL_RAISED : DZ_RENEWAL_LOWERED;
  before = hardness(topics->reports[first].report, a);
  after = hardness(topics->reports[second].report, b);
  if (before != after) return after > before ? DZ_RENEWAL_HARDENED : DZ_RENEWAL_SOFTENED;
  return change_of_degree(topics, first, a, second, b, DZ_RENEWAL_SAME);
}

/* How much of a promise of the later report was asked for. */
static double asked_share(const dz_topics *topics, const dz_query *query, size_t later,
                          const dz_commitment *b) {
  const dz_text *text = &topics->reports[later].report->text;
  dz_span fold = {(uint32_t)dz_text_fold_position(text, b->span.start),
                  (uint32_t)dz_text_fold_position(text, b->span.end)};

  return dz_query_member_precision(topics, query, later, fold);
}

static bool reads_the_same(const dz_text *x, dz_span a, const dz_text *y, dz_span b) {
  size_t i = dz_text_fold_position(x, a.start), i_end = dz_text_fold_position(x, a.end);
  size_t k = dz_text_fold_position(y, b.start), k_end = dz_text_fold_position(y, b.end);

  return i_end - i == k_end - k && !memcmp(x->fold + i, y->fold + k, (i_end - i) * sizeof *x->fold);
}

/* The word for the highest step of the ladder that a promise names. */
static dz_span step_word(const dz_topics *topics, const dz_text *text, const dz_commitment *c) {
  dz_span fold = dz_span_to_fold(text, c->span);
  int32_t value;

  for (uint32_t i = fold.start; i < fold.end; i++) {
    uint32_t length = (uint32_t)dz_trie_longest(&topics->knowledge->ladder->trie, text->fold + i,
                                                fold.end - i, &value);
    if (length && value == c->step) return (dz_span){i, i + length};
    if (length) i += length - 1;
  }
  return (dz_span){fold.start, fold.start};
}

/* What was to be finished (or begun) and is to be finished again is postponed; two words for the
 * same step (贯通, 打通)
 * may be of two things, and what is a target every year (完成国家下达任务) is no step. */
static dz_renewal_change change_of_step(const dz_topics *topics, size_t first,
                                        const dz_commitment *a, size_t second,
                                        const dz_commitment *b, dz_renewal_change otherwise) {
  const dz_text *x = &topics->reports[first].report->text,
                *y = &topics->reports[second].report->text;
  dz_span one = step_word(topics, x, a), other = step_word(topics, y, b);
  size_t length = one.end - one.start;
  bool same_word = length == other.end - other.start &&
                   !memcmp(x->fold + one.start, y->fold + other.start, length * sizeof *x->fold);

  /* only time that has passed postpones: two reports of one year, or of none, tell of none */
  bool passed = topics->reports[first].report->year &&
                topics->reports[first].report->year < topics->reports[second].report->year &&
                !dz_due_after(a, dz_year_reviewed(topics->reports[second].report));
  dz_renewal_change again = passed ? DZ_RENEWAL_POSTPONED : otherwise;

  if (a->kind == DZ_KIND_TARGET || a->step < DZ_LADDER_STARTED) return otherwise;
  if (a->step >= DZ_LADDER_FINISHED && b->step >= DZ_LADDER_FINISHED)
    return same_word || a->step != b->step ? again : otherwise;
  if (a->step >= DZ_LADDER_FINISHED && b->step == DZ_LADDER_UNDER_WAY) return DZ_RENEWAL_SOFTENED;
  if (b->step > a->step && b->step > DZ_LADDER_UNDER_WAY) return DZ_RENEWAL_HARDENED;
  return a->step != DZ_LADDER_UNDER_WAY && b->step == a->step ? again : otherwise;
}

/* 全部脱贫 where 1000 were promised asks for no less. */
static bool is_total(const dz_text *text, dz_span fold) {
  static const uint32_t *const words[] = {U"全部", U"全面完成", U"所有", U"全覆盖", U"清零"};

  return dz_word_in(text->fold, fold, words, 5);
}

static dz_renewal_change change_of(const dz_topics *topics, const dz_query *query, size_t first,
                                   const dz_commitment *a, size_t second, const dz_commitment *b,
                                   const dz_hit *hit) {
  const dz_text *x = &topics->reports[first].report->text,
                *y = &topics->reports[second].report->text;
  bool whole = query->members < 2 ||
               hit->members == query->members; /* else some of the things are not said again */
  bool same = (whole && hit->score >= SAME_WORDS &&
               asked_share(topics, query, second, b) >= SAME_ASKED) ||
              reads_the_same(x, a->span, y, b->span);
  dz_renewal_change words = same ? DZ_RENEWAL_SAME : DZ_RENEWAL_REWORDED, step;
  dz_span fold = dz_span_to_fold(y, b->span);

  if (a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit))
    return change_of_number(topics, first, a, second, b);
  if (a->quantity >= 0 && b->quantity < 0)
    return is_total(y, fold) ? DZ_RENEWAL_REWORDED : DZ_RENEWAL_SOFTENED;
  if (query->sync && !dz_keeps_pace(y, fold))
    return b->quantity < 0 ? DZ_RENEWAL_SOFTENED : DZ_RENEWAL_REWORDED;
  if (a->quantity < 0 && a->kind == DZ_KIND_TARGET && query->indicator >= 0 &&
      dz_is_plain_target(query, a) &&
      (b->quantity >= 0 || (!query->sync && dz_keeps_pace(y, fold))))
    return DZ_RENEWAL_HARDENED;
  if (query->sync) words = DZ_RENEWAL_SAME;
  step = change_of_step(topics, first, a, second, b, words);
  if (step != words) return step;
  return change_of_degree(topics, first, a, second, b, words);
}

/* First commitment of the report that starts at or behind a position. */
static size_t commitment_at(const dz_report *report, uint32_t position) {
  return dz_spans_from(report->commitments, report->commitment_count, sizeof *report->commitments,
                       position);
}

typedef struct candidate {
  int32_t commitment;
  double rank;
  bool kin; /* another indicator of the same group */
} candidate;

/* How well one commitment of the later report says the same again. */
static candidate weigh(const dz_topics *topics, const dz_query *query, const dz_commitment *a,
                       size_t later, size_t commitment, const dz_hit *hit) {
  const dz_commitment *b = &topics->reports[later].report->commitments[commitment];
  bool agrees = a->quantity >= 0 && b->quantity >= 0 && dz_units_agree(a->unit, b->unit);
  double share = query->total > 0
                     ? dz_commitment_weight(topics, query, later, commitment) / query->total
                     : 0;
  candidate c = {(int32_t)commitment, hit->score + TIE * share + (agrees ? FIGURE_BONUS : 0),
                 false};
  int32_t indicator;

  if (a->quantity >= 0 && !agrees) c.rank -= FIGURE_LACK;
  if (query->indicator < 0) return c;
  indicator = dz_commitment_indicator(topics, later, commitment);
  c.kin = indicator != query->indicator &&
          dz_indicators_kin(topics->knowledge, indicator, query->indicator);
  if (a->quantity < 0 && a->kind != DZ_KIND_TARGET && a->sort != DZ_SORT_RESTRAINT) return c;
  if (dz_is_plain_target(query, a) && (a->quantity < 0 || b->kind == DZ_KIND_TARGET)) {
    if ((indicator == query->indicator || c.kin) && c.rank < NAMED) c.rank = NAMED + TIE * share;
    if (indicator != query->indicator) c.rank -= c.kin ? KIN_LACK : UNNAMED_LACK;
  }
  return c;
}

/* Whether the first word of what was promised stands in the new promise:
 * 水质监测预警 is not 雪情监测预警; 省 of 省重点项目 is no word. */
static bool has_first_word(const dz_report *first, const dz_commitment *a, const dz_report *second,
                           const dz_commitment *b) {
  size_t start = dz_text_fold_position(&first->text, a->object.start);
  size_t end = dz_text_fold_position(&second->text, b->span.end);

  if (a->object.end < a->object.start + FIRST_WORD + 1) return true;
  if (dz_cp_in(first->text.fold[start], U"省市县区全")) start++;
  for (size_t i = dz_text_fold_position(&second->text, b->span.start); i + 1 < end; i++)
    if (!memcmp(first->text.fold + start, second->text.fold + i, 2 * sizeof *first->text.fold))
      return true;
  return false;
}

/* Figures of quite another size belong to other things. */
static bool is_other_size(const dz_report *first, const dz_commitment *a, const dz_report *second,
                          const dz_commitment *b) {
  dz_decimal difference, size;
  double ratio;

  if (a->quantity < 0 || b->quantity < 0 || !dz_units_agree(a->unit, b->unit)) return false;
  if (!dz_magnitude_difference(&difference, &size, &second->quantities[b->quantity],
                               &first->quantities[a->quantity]))
    return false;
  if (dz_decimal_double(size) <= 0) return false;
  ratio = 1 + dz_decimal_double(difference) / dz_decimal_double(size);
  return ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE;
}

/* 不再发行特别国债 promises the contrary of 发行特别国债. */
static bool ends_it(const dz_text *text, dz_span fold) {
  static const uint32_t *const words[] = {U"不再", U"停止", U"取消"};

  return dz_word_in(text->fold, fold, words, 3);
}

/* Whether two promises that no indicator joins are about the same thing, not
 * only about things that share a word. */
static bool is_same_matter(const dz_topics *topics, const dz_query *query, size_t earlier,
                           const dz_commitment *a, size_t later, size_t commitment,
                           const dz_hit *hit) {
  const dz_report *first = topics->reports[earlier].report;
  const dz_report *second = topics->reports[later].report;
  const dz_commitment *b = &second->commitments[commitment];
  double shares;

  if (a->quantity < 0 && b->quantity < 0 && a->polarity != b->polarity) return false;
  if (ends_it(&second->text, dz_span_to_fold(&second->text, b->span)) &&
      !ends_it(&first->text, dz_span_to_fold(&first->text, a->span)))
    return false;
  if (dz_designators_differ(&first->text, dz_span_to_fold(&first->text, a->span), &second->text,
                            dz_span_to_fold(&second->text, b->span)))
    return false;
  if (query->indicator >= 0 && dz_is_plain_target(query, a)) return true;
  if (is_other_size(first, a, second, b)) return false;
  shares = hit->score + asked_share(topics, query, later, b);
  if (shares < BOTH_SURE && query->members < 2 && !has_first_word(first, a, second, b))
    return false;
  if (shares < BOTH_WAYS) return false;
  return dz_matter_alike(topics, earlier, a, later, b, query->indicator) >= ALIKE;
}

/* A figure to be reached in several years is not said again by one of a year. */
static bool has_other_horizon(const dz_report *first, const dz_commitment *a,
                              const dz_report *second, const dz_commitment *b) {
  if (a->quantity < 0 || b->quantity < 0 || !a->deadline || !b->deadline || !first->year ||
      !second->year)
    return false;
  return dz_due_after(a, dz_year_planned(first)) != dz_due_after(b, dz_year_planned(second)) &&
         a->deadline != b->deadline;
}

/* The indicator is gone from the plan and another of its group has come. */
static void renew_by_kin(dz_renewal *out, const dz_topics *topics, const dz_query *query,
                         size_t later) {
  const dz_report *second = topics->reports[later].report;
  int32_t kin;
  const dz_statement *statement = dz_kin_statement(topics, later, DZ_FUNCTION_PLAN,
                                                   query->indicator, &kin);
  dz_span span;

  if (!statement) return;
  span = dz_fold_to_span(&second->text, statement->fold);
  for (size_t k = commitment_at(second, span.start); k < second->commitment_count; k++) {
    if (second->commitments[k].span.start >= span.end) return;
    if (dz_commitment_indicator(topics, later, k) != kin ||
        second->commitments[k].kind != DZ_KIND_TARGET)
      continue;
    *out = (dz_renewal){
        .report = (int32_t)later, .commitment = (int32_t)k, .change = DZ_RENEWAL_REWORDED};
    return;
  }
}

dz_status dz_renewal_find(dz_renewal *out, const dz_topics *topics, const dz_query *query,
                          size_t earlier, size_t commitment, size_t later, dz_error *error) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_commitment *a = &first->commitments[commitment];
  dz_hit hits[DZ_HITS_MAX];
  size_t count;
  double best = ACCEPT;
  unsigned functions = topics->reports[later].report->work_report
                           ? 1u << DZ_FUNCTION_PLAN
                           : ~0u; /* officials promise anywhere */
  dz_status status = dz_topics_search(hits, &count, topics, query, later, functions, error);

  *out = (dz_renewal){.report = -1, .commitment = -1};
  if (status) return status;
  for (size_t i = 0; i < count && !status; i++) {
    const dz_statement *statement = dz_array_at(&topics->reports[later].statements,
                                                hits[i].statement);
    dz_span span = dz_fold_to_span(&second->text, statement->fold);
    if (!dz_hit_names(&hits[i])) continue;
    for (size_t k = commitment_at(second, span.start); k < second->commitment_count; k++) {
      candidate c;
      if (second->commitments[k].span.start >= span.end) break;
      if (has_other_horizon(first, a, second, &second->commitments[k])) continue;
      c = weigh(topics, query, a, later, k, &hits[i]);
      if (c.rank < best || !is_same_matter(topics, query, earlier, a, later, k, &hits[i])) continue;
      best = c.rank;
      out->report = (int32_t)later;
      out->commitment = c.commitment;
      out->change = DZ_RENEWAL_REWORDED;
      if (!c.kin)
        out->change = change_of(topics, query, earlier, a, later, &second->commitments[k],
                                &hits[i]);
    }
  }
  if (out->report < 0 && a->quantity >= 0 && dz_is_plain_target(query, a))
    renew_by_kin(out, topics, query, later);
  return status;
}
