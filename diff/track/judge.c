/* judge.c - the rules by which a reported result meets a promise
 *
 * Numbers first, then the words of the report, then the ladder of projects; see
 * docs/track.md. Officials count 7.4% as "about 7.5%", so "about" has a
 * tolerance; everything else is taken at its word. */
#include <string.h>

#include "base/decimal.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/report_back.h"
#include "magnitude.h"
#include "outcome.h"
#include "text/spans.h"

/* Tolerances. domain: 左右 is met within 0.2 of a point; amounts within 5%. */
static const dz_decimal ABOUT_POINTS = {2, 1};
static const dz_decimal CLEAR_POINTS = {5, 1}; /* exceeded from half a point on */
enum {
  ABOUT_SHARE = 20, /* amounts: within 1/20 */
  CLEAR_SHARE = 20  /* amounts: exceeded from 1/20 on */
};

static bool is_rate(const char *unit) {
  return !strcmp(unit, "%") || !strcmp(unit, "个百分点") || !strcmp(unit, "‰");
}

/* 进入前20名: the lower the better. */
static bool is_rank(const dz_report *report, const dz_commitment *commitment) {
  uint32_t start;

  if (commitment->quantity < 0) return false;
  if (report->quantities[commitment->quantity].comparison == DZ_CMP_RANK) return true;
  start = dz_quantity_fold(report, (size_t)commitment->quantity).start;
  return start > 0 && report->text.fold[start - 1] == U'前';
}

/* PM2.5平均浓度下降3%以上: a fall was promised, and the further it fell the better. */
static bool is_fall(const dz_report *report, const dz_commitment *commitment) {
  return commitment->quantity >= 0 && report->quantities[commitment->quantity].direction < 0 &&
         report->quantities[commitment->quantity].comparison == DZ_CMP_YOY_PCT;
}

/* Rates whose target is a ceiling whatever words it has. */
static bool is_ceiling(const dz_topics *topics, const dz_query *query, size_t earlier,
                       const dz_commitment *commitment) {
  const dz_text *text = &topics->reports[earlier].report->text;

  if (commitment->modifier == DZ_MOD_AT_MOST) return true;
  if (is_rank(topics->reports[earlier].report, commitment)) return true;
  if (is_fall(topics->reports[earlier].report, commitment)) return false;
  if (dz_attribute_in(topics->knowledge, text, query->segment.fold, DZ_ATTRIBUTE_CEILING))
    return true;
  return query->indicator >= 0 &&
         topics->knowledge->indicators->indicator[query->indicator].ceiling;
}

static dz_decimal share_of(dz_decimal size, int divisor) {
  dz_decimal share = {0, 0};

  if (!dz_decimal_divide(&share, size, (dz_decimal){divisor, 0}, 6)) share = (dz_decimal){0, 0};
  return share;
}

/* Growth was promised and a fall is told, or the other way round. */
static bool fell_instead(const dz_quantity *promised, const dz_quantity *told) {
  bool fell = told->number.coefficient < 0;

  if (!is_rate(promised->unit)) return false;
  if (fell != (promised->number.coefficient < 0)) return fell && promised->direction >= 0;
  return promised->direction * told->direction < 0 && told->comparison != DZ_CMP_FROM_TO;
}

static dz_verdict judge_number(const dz_commitment *commitment, const dz_quantity *promised,
                               const dz_quantity *told, bool ceiling) {
  static const dz_decimal zero = {0, 0};
  dz_decimal difference, size, about, clear, short_of;
  bool rate = is_rate(promised->unit);
  dz_verdict verdict = {DZ_OUTCOME_MET, "N4", NULL, NULL};

  if (fell_instead(promised, told))
    return (dz_verdict){ceiling ? DZ_OUTCOME_MET : DZ_OUTCOME_MISSED, "N5", NULL, NULL};
  if (!dz_magnitude_difference(&difference, &size, told, promised))
    return (dz_verdict){DZ_OUTCOME_PARTIAL, "N0", NULL, NULL};
  about = rate ? ABOUT_POINTS : share_of(size, ABOUT_SHARE);
  clear = rate ? CLEAR_POINTS : share_of(size, CLEAR_SHARE);
  if (!dz_decimal_subtract(&short_of, zero, difference)) short_of = zero;
  if (ceiling) {
    verdict.rule = "N2";
    if (commitment->modifier != DZ_MOD_ABOUT) about = zero;
    if (dz_decimal_compare(difference, about) > 0) verdict.status = DZ_OUTCOME_MISSED;
    return verdict;
  }
  verdict.rule = commitment->modifier == DZ_MOD_ABOUT      ? "N3"
                 : commitment->modifier == DZ_MOD_AT_LEAST ? "N1"
                                                           : "N4";
  if (commitment->modifier != DZ_MOD_ABOUT && commitment->modifier != DZ_MOD_NEAR) about = zero;
  if (dz_decimal_compare(short_of, about) > 0)
    verdict.status = DZ_OUTCOME_MISSED;
  else if (dz_decimal_compare(difference, clear) >= 0 && dz_decimal_compare(difference, zero) > 0)
    verdict.status = DZ_OUTCOME_EXCEEDED;
  return verdict;
}

dz_verdict dz_judge_figure(const dz_topics *topics, const dz_query *query, size_t earlier,
                           const dz_commitment *commitment, const dz_quantity *promised,
                           const dz_quantity *told) {
  return judge_number(commitment, promised, told, is_ceiling(topics, query, earlier, commitment));
}

typedef struct word_reading {
  unsigned classes; /* bit per dz_back_class */
  unsigned beside;  /* the same without the word that makes the promise: 发放|补贴 */
  int step;
  bool failed_behind; /* the clause behind opens with a word of failure: 因汛期停工，推迟到… */
  bool denied;        /* it says that something did not happen */
} word_reading;

static word_reading read_words(const dz_topics *topics, size_t report, dz_span fold, dz_span cue) {
  const dz_text *text = &topics->reports[report].report->text;
  word_reading reading = {
      .denied = dz_attribute_in(topics->knowledge, text, fold, DZ_ATTRIBUTE_DENIAL)};
  int32_t value;

  for (size_t i = fold.start, back = i, step = i; i < fold.end; i++) {
    size_t length;
    length = i < back ? 0
                      : dz_trie_longest(&topics->knowledge->report_back->trie, text->fold + i,
                                        fold.end - i, &value);
    if (length) {
      reading.classes |= 1u << value;
      if (i < cue.start || i >= cue.end) reading.beside |= 1u << value;
      back = i + length;
    }
    length = i < step ? 0
                      : dz_trie_longest(&topics->knowledge->ladder->trie, text->fold + i,
                                        fold.end - i, &value);
    if (length) {
      if (value > reading.step) reading.step = value;
      step = i + length;
    }
  }
  return reading;
}

/* Whether the clause behind the statement, in its sentence, opens with a word of failure. */
static bool fails_behind(const dz_topics *topics, size_t report, const dz_statement *statement) {
  enum { OPENING = 2 };
  const dz_topic_report *topic = &topics->reports[report];
  const dz_text *text = &topic->report->text;
  const dz_clause *own = dz_array_at(&topic->clauses, statement->clause), *next;
  int32_t value;

  if (statement->clause + statement->clause_count >= topic->clauses.count) return false;
  next = own + statement->clause_count;
  if (next->sentence != own->sentence) return false;
  for (size_t i = next->fold.start; i < next->fold.end && i < next->fold.start + OPENING; i++)
    if (dz_trie_longest(&topics->knowledge->report_back->trie, text->fold + i, next->fold.end - i,
                        &value) &&
        (value == DZ_BACK_NOT_DONE || value == DZ_BACK_DEFERRED))
      return true;
  return false;
}

static bool told(const word_reading *reading, dz_back_class class) {
  return reading->classes >> class & 1;
}

/* Something is told to be done; a paper issued is that where a paper was promised, and only there:
 * 出台方案 for
 * 划转资本 is not, neither is 审查实现全覆盖 for 制定条例. */
static bool told_done(const word_reading *promised, const word_reading *reading) {
  if (told(promised, DZ_BACK_ISSUED)) return told(reading, DZ_BACK_ISSUED);
  return told(reading, DZ_BACK_DONE);
}

static dz_verdict judge_step(int promised, const word_reading *words, const word_reading *reading) {
  if (promised == DZ_LADDER_UNDER_WAY) {
    bool under_way = reading->step ? reading->step < DZ_LADDER_FINISHED
                                   : told(reading, DZ_BACK_ONGOING);
    if (under_way) return (dz_verdict){DZ_OUTCOME_IN_PROGRESS, "S2", NULL, NULL};
    if (!reading->step)
      return (dz_verdict){DZ_OUTCOME_MET, told_done(words, reading) ? "W1" : "W5", NULL, NULL};
    return (dz_verdict){DZ_OUTCOME_MET, "S1", NULL, NULL};
  }
  if (!reading->step)
    return (dz_verdict){DZ_OUTCOME_MET, told_done(words, reading) ? "W1" : "W5", NULL, NULL};
  if (promised >= DZ_LADDER_FINISHED && reading->step >= promised &&
      ((told(reading, DZ_BACK_MOSTLY_DONE) && !told(words, DZ_BACK_MOSTLY_DONE)) ||
       (told(reading, DZ_BACK_PARTIAL) &&
        !told(words, DZ_BACK_PARTIAL)))) /* 基本完成, 主体工程完工 are less than 完成 */
    return (dz_verdict){DZ_OUTCOME_PARTIAL, "W2", NULL, NULL};
  if (reading->step >= promised) return (dz_verdict){DZ_OUTCOME_MET, "S1", NULL, NULL};
  if (reading->step == DZ_LADDER_STANDS) return (dz_verdict){DZ_OUTCOME_PARTIAL, "S2", NULL, NULL};
  return (dz_verdict){DZ_OUTCOME_IN_PROGRESS, "S2", NULL, NULL};
}

/* Words of failure that the promise has itself are what was promised: 取消审批事项. */
static bool failed(const word_reading *promised, const word_reading *reading) {
  unsigned failure = 1u << DZ_BACK_NOT_DONE | 1u << DZ_BACK_DEFERRED | 1u << DZ_BACK_DROPPED;

  return (reading->classes & failure & ~promised->classes) != 0;
}

static dz_verdict judge_words(const word_reading *promised, const dz_query *query,
                              const dz_commitment *commitment, const dz_hit *hit,
                              const word_reading *reading) {
  dz_verdict verdict = {DZ_OUTCOME_MET, "W5", NULL, NULL};

  if (commitment->testable && (failed(promised, reading) || reading->failed_behind))
    return (dz_verdict){DZ_OUTCOME_MISSED, "W4", NULL, NULL};
  if (commitment->polarity < 0)
    return (dz_verdict){DZ_OUTCOME_MET, reading->denied ? "R1" : "R2", NULL, NULL};
  if (commitment->step >= DZ_LADDER_STARTED)
    verdict = judge_step(commitment->step, promised, reading);
  else if (told(reading, DZ_BACK_OVERDONE))
    verdict = (dz_verdict){DZ_OUTCOME_EXCEEDED, "W1", NULL, NULL};
  else if (told_done(promised, reading) &&
           (commitment->testable || !(promised->beside >> DZ_BACK_DONE & 1)))
    verdict = (dz_verdict){DZ_OUTCOME_MET, "W1", NULL, NULL}; /* 目标实现机制 names a thing */
  else if (commitment->step == DZ_LADDER_APPROVED && told(reading, DZ_BACK_AWARD))
    verdict = (dz_verdict){DZ_OUTCOME_MET, "W1", NULL, NULL}; /* 入选 is what was applied for */
  else if (told(promised, DZ_BACK_MOSTLY_DONE) && told(reading, DZ_BACK_MOSTLY_DONE))
    verdict = (dz_verdict){DZ_OUTCOME_MET, "W1", NULL,
                           NULL}; /* 基本稳定 is all that was promised */
  else if (told(reading, DZ_BACK_MOSTLY_DONE) || told(reading, DZ_BACK_PARTIAL))
    verdict = (dz_verdict){DZ_OUTCOME_PARTIAL, "W2", NULL, NULL};
  else if (told(reading, DZ_BACK_ONGOING) || told(reading, DZ_BACK_STARTED) ||
           told(reading, DZ_BACK_PLANNED) || told(reading, DZ_BACK_ISSUED))
    verdict = (dz_verdict){DZ_OUTCOME_IN_PROGRESS, "W3", NULL, NULL};
  if (verdict.status == DZ_OUTCOME_MET && query->members > 1 && hit->members &&
      hit->members < query->members)
    verdict = (dz_verdict){DZ_OUTCOME_PARTIAL, "W6", NULL, NULL};
  return verdict;
}

/* The indicator that another is to keep pace with: the last one named. */
static int32_t pacemaker(const dz_topics *topics, size_t report, const dz_query *query) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_clause *clause = dz_array_at(&topic->clauses, query->clause);
  dz_span found;

  return dz_indicator_find(topics->knowledge, &topic->report->text, clause->fold, clause->fold.end,
                           &found);
}

/* X keeps pace with Y: every figure of X against the growth of Y. */
static dz_verdict judge_pace(const dz_topics *topics, const dz_query *query, size_t earlier,
                             size_t later, const dz_statement *statement) {
  const dz_report *report = topics->reports[later].report;
  const dz_clause *first = dz_array_at(&topics->reports[later].clauses, statement->clause);
  const dz_clause *last = first + statement->clause_count - 1;
  dz_verdict verdict = {DZ_OUTCOME_MET, "Y1", NULL, NULL};
  size_t held = 0, behind = 0;
  int32_t pace = -1;

  verdict.second = dz_growth_of(topics, later, pacemaker(topics, earlier, query), &pace);
  if (!verdict.second) return (dz_verdict){DZ_OUTCOME_PARTIAL, "Y0", NULL, NULL};
  for (uint32_t q = first->quantity; q < last->quantity + last->quantity_count; q++) {
    dz_decimal lack;
    if (!dz_is_growth_of(topics, later, statement, q, query->indicator)) continue;
    if (!dz_decimal_subtract(&lack, report->quantities[pace].number, report->quantities[q].number))
      continue;
    if (dz_decimal_compare(lack, ABOUT_POINTS) > 0)
      behind++;
    else
      held++;
  }
  if (behind) verdict.status = held ? DZ_OUTCOME_PARTIAL : DZ_OUTCOME_MISSED;
  return verdict;
}

/* A thing to be carried on that has only been started, or of which nothing says that it is done, is
 * not there yet,
 * whatever its number. */
static bool is_under_way(const dz_commitment *commitment, const word_reading *promised,
                         const word_reading *reading) {
  if (commitment->step != DZ_LADDER_UNDER_WAY || commitment->strength > 2) return false;
  if (reading->step >= DZ_LADDER_STARTED) return reading->step < DZ_LADDER_FINISHED;
  return !told_done(promised, reading) && !told(reading, DZ_BACK_OVERDONE);
}

/* A measure (not 加快, 推进) that is told of in the very words of the promise. */
static bool says_again(const dz_topics *topics, const dz_query *query, size_t earlier, size_t later,
                       const dz_statement *statement) {
  const dz_text *a = &topics->reports[earlier].report->text,
                *b = &topics->reports[later].report->text;
  dz_span fold = query->segment.fold;
  size_t length = fold.end - fold.start;

  if (dz_cues_read(topics->knowledge, a, fold).promotes) return false;
  return length <= statement->fold.end - statement->fold.start &&
         !memcmp(a->fold + fold.start, b->fold + statement->fold.start, length * sizeof *a->fold);
}

/* Money spent is spent, however far what it was spent on has come. */
static bool is_money(const char *unit) {
  size_t length = strlen(unit), yuan = strlen("元");

  return length >= yuan && !strcmp(unit + length - yuan, "元");
}

dz_verdict dz_judge(const dz_topics *topics, const dz_query *query, size_t earlier,
                    const dz_commitment *commitment, size_t later, const dz_hit *hit,
                    int32_t figure) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_statement *statement = dz_array_at(&topics->reports[later].statements, hit->statement);
  const dz_clause *clause = dz_array_at(&topics->reports[earlier].clauses, query->clause);
  dz_verdict verdict;
  word_reading reading = read_words(topics, later, statement->fold, (dz_span){0, 0});
  word_reading promised = read_words(topics, earlier, clause->fold,
                                     dz_span_to_fold(&first->text, commitment->cue));

  reading.failed_behind = fails_behind(topics, later, statement);
  if (query->sync && figure >= 0) return judge_pace(topics, query, earlier, later, statement);
  if ((figure >= 0 || reading.step >= DZ_LADDER_STARTED) &&
      !(figure >= 0 && is_money(second->quantities[figure].unit)) &&
      is_under_way(commitment, &promised, &reading))
    return figure < 0 && says_again(topics, query, earlier, later, statement)
               ? (dz_verdict){DZ_OUTCOME_MET, "W5", NULL, NULL}
               : (dz_verdict){DZ_OUTCOME_IN_PROGRESS, "S2", NULL, NULL};
  if (figure >= 0 && commitment->polarity < 0 && commitment->quantity < 0)
    return (dz_verdict){DZ_OUTCOME_MISSED, "R3", NULL, NULL};
  if (figure >= 0 && commitment->quantity >= 0)
    return judge_number(commitment, &first->quantities[commitment->quantity],
                        &second->quantities[figure],
                        is_ceiling(topics, query, earlier, commitment));
  verdict = judge_words(&promised, query, commitment, hit, &reading);
  if (verdict.status == DZ_OUTCOME_IN_PROGRESS && figure < 0 &&
      says_again(topics, query, earlier, later, statement))
    return (dz_verdict){DZ_OUTCOME_MET, "W5", NULL, NULL};
  return verdict;
}
