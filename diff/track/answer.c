/* answer.c - whether a statement speaks of the thing promised, and with which
 * figure; see outcome.h */
#include <string.h>

#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/knowledge.h"
#include "magnitude.h"
#include "outcome.h"
#include "text/spans.h"
#include "text/unicode.h"

#define SAME_UNIT 3.0     /* among figures of one statement: as much as half a rare pair */
#define SEGMENT_SHARE 0.3 /* the same, where the statement holds several figures */
#define OWN_SEGMENT 0.5   /* the figure that its segment is about, before others as good */
#define PARTS 2           /* 城镇 and 农村: both must be told where the whole is not */
#define APART 1           /* characters by which two names may differ and be one */
#define FAR_APART 2       /* from here on a rate is of another thing */
#define SHARED 2          /* characters that are a name */
#define SHARED_TOLD 4     /* that are one, where the promise has some more */
#define OWN_SHARE 0.5     /* of the query's weight in the words of the figure itself */

/* 占…比重 between the name and the figure: the figure tells a share, not the
 * indicator itself. */
static bool is_share_of_other(const dz_report *report, const dz_statement *statement,
                              size_t quantity) {
  const dz_text *text = &report->text;

  for (size_t i = dz_quantity_fold(report, quantity).start; i > statement->fold.start; i--) {
    uint32_t cp = text->fold[i - 1];
    if (cp == ',' || cp == U'、') return false;
    if (cp == U'占') return true;
  }
  return false;
}

static int32_t carried(const dz_topics *topics, const dz_topic_report *topic,
                       const dz_statement *statement, size_t quantity) {
  for (uint32_t c = 0; c < statement->clause_count; c++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + c);
    if (quantity > clause->quantity && quantity < clause->quantity + clause->quantity_count)
      return dz_carried_indicator(topics->knowledge, topic->report, clause, quantity);
  }
  return -1;
}

/* The indicator a figure belongs to: that of its segment, else the one it shares the beginning of
 * its name with, else the last one named before it in the statement; -1: none. */
static int32_t indicator_of_figure(const dz_topics *topics, const dz_topic_report *topic,
                                   const dz_statement *statement, const dz_segment *segment,
                                   size_t quantity) {
  const dz_report *report = topic->report;
  dz_span before = {statement->fold.start, dz_quantity_fold(report, quantity).start}, found;
  int32_t indicator = -1;

  if (is_share_of_other(report, statement, quantity)) return -1;
  if (segment->quantity == (int32_t)quantity)
    indicator = dz_indicator_of(topics->knowledge, report, segment, &found);
  if (indicator < 0) indicator = carried(topics, topic, statement, quantity);
  if (indicator >= 0 || before.start >= before.end) return indicator;
  return dz_indicator_find(topics->knowledge, &report->text, before, before.end, &found);
}

static const dz_segment *segment_of(const dz_segment *segments, size_t count,
                                    const dz_report *report, size_t quantity) {
  uint32_t at = dz_quantity_fold(report, quantity).start;

  for (size_t i = 0; i < count; i++)
    if (segments[i].quantity == (int32_t)quantity) return &segments[i];
  for (size_t i = 0; i < count; i++)
    if (at >= segments[i].fold.start && at < segments[i].fold.end) return &segments[i];
  return &segments[0];
}

/* The segments of clause c of a statement. 城镇和农村收入分别达到A、B，增长x、y: x
 * and y belong to the members of the first clause in their order. */
static size_t statement_segments(dz_segment *out, const dz_topic_report *topic,
                                 const dz_statement *statement, uint32_t c) {
  const dz_clause *first = dz_array_at(&topic->clauses, statement->clause), *clause = first + c;
  size_t count = c > 0 && clause->quantity_count > 1 ? dz_segments_split(out, topic->report, first)
                                                     : 0;

  if (count < 2 || count != clause->quantity_count || out[0].fold.end != out[1].fold.end)
    return dz_segments_split(out, topic->report, clause);
  for (size_t i = 0; i < count; i++) {
    out[i].quantity = (int32_t)(clause->quantity + i);
    out[i].fold = clause->fold;
  }
  return count;
}

/* Where a thing came from is no result: 从50%、75%提高至100%. */
static bool starts_from(const dz_report *report, const dz_clause *clause, size_t quantity) {
  const dz_text *text = &report->text;
  dz_span fold = dz_quantity_fold(report, quantity);
  bool from = false;

  if (quantity + 1 >= clause->quantity + clause->quantity_count) return false;
  for (size_t i = clause->fold.start; i < fold.start && !from; i++)
    from = text->fold[i] == U'从' || text->fold[i] == U'由';
  for (size_t i = fold.end; i < clause->fold.end && from; i++)
    if (text->fold[i] == U'到' || text->fold[i] == U'至') return true;
  return false;
}

/* What a segment has of the words asked for. */
static double words_of(const dz_topics *topics, const dz_query *query, size_t later,
                       const dz_segment *segment) {
  return dz_query_weight_in(topics, query, later, segment->head) +
         dz_query_weight_in(topics, query, later, segment->tail);
}

/* Whether a segment says enough of what was asked for, so that its figure may answer. */
static bool says_enough(const dz_query *query, double words, bool alone, bool same_unit) {
  if (query->counted && !dz_names_kind(words))
    return false; /* 甲、乙等5个泵站: the figure counts what 泵站 says */
  if (query->indicator < 0 && !alone && words < SEGMENT_SHARE * query->total)
    return false; /* the words of another figure of the statement */
  return same_unit ||
         words >=
             OWN_SHARE * query->total; /* 个 may stand for 所, where the thing is surely the same */
}

static bool names_indicator(const dz_topics *topics, const dz_text *text, dz_span fold,
                            int32_t indicator, dz_span *found) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_indicator_at(topics->knowledge, text, i, fold, &value);
    if (length && value == indicator) {
      *found = (dz_span){(uint32_t)i, (uint32_t)(i + length)};
      return true;
    }
    i += length ? length : 1;
  }
  return false;
}

/* What is promised, as it is held against each figure. */
typedef struct promise {
  const dz_commitment *commitment;
  const dz_quantity *figure;
  dz_description description;
  size_t report;
  bool flow;
} promise;

static dz_figure_time time_of_passage(uint8_t period) {
  return period == DZ_PERIOD_SEVERAL ? DZ_TIME_SEVERAL
         : period == DZ_PERIOD_OTHER ? DZ_TIME_OTHER
                                     : DZ_TIME_YEAR;
}

static promise promise_of(const dz_topics *topics, const dz_query *query, size_t earlier,
                          const dz_commitment *commitment, bool flow) {
  const dz_topic_report *topic = &topics->reports[earlier];
  const dz_clause *clause = dz_array_at(&topic->clauses, query->clause);
  promise p = {.commitment = commitment,
               .figure = &topic->report->quantities[commitment->quantity],
               .report = earlier,
               .flow = flow};

  p.description = dz_describe(topics, earlier, clause, &query->segment,
                              (size_t)commitment->quantity, DZ_TIME_YEAR, query->indicator);
  if (dz_due_after(commitment, dz_year_planned(topic->report)) ||
      dz_is_outlook(topics, query, earlier, commitment))
    p.description.time = DZ_TIME_SEVERAL;
  return p;
}

/* The words that name a figure of a clause: those of its piece, or its own member of an enumeration
 * that shares the rest of the name (城镇|居民收入). */
static dz_span name_of(const dz_report *report, const dz_clause *clause, const dz_segment *segment,
                       const dz_description *described, size_t quantity) {
  return dz_is_member(report, clause, segment, quantity) ? segment->head : described->piece;
}

/* A figure of a promise of its own report tells no result. */
static bool is_promised(const dz_report *report, size_t quantity) {
  dz_span span = report->quantities[quantity].span;
  size_t i = dz_spans_behind(report->commitments, report->commitment_count,
                             sizeof *report->commitments, span.start);

  return i < report->commitment_count && report->commitments[i].span.start <= span.start;
}

/* How a figure of the statement is like the promise. Names are compared both ways, each with what
 * the other one's sentence says up to its figure. */
static dz_likeness likeness_of(const dz_topics *topics, const dz_query *query, const promise *p,
                               size_t later, const dz_statement *statement, const dz_clause *clause,
                               const dz_segment *segment, size_t quantity, dz_answer *seen) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_names asks, tells;
  dz_description told = dz_describe(topics, later, clause, segment, quantity,
                                    time_of_passage(statement->passage), query->indicator);
  dz_likeness likeness = dz_likeness_of(&p->description, &told, p->flow);
  dz_span said = told.context, name = name_of(topic->report, clause, segment, &told, quantity);
  dz_span asked = name_of(topics->reports[p->report].report,
                          dz_array_at(&topics->reports[p->report].clauses, query->clause),
                          &query->segment, &p->description, (size_t)p->commitment->quantity);
  dz_span found;

  if (said.start > statement->fold.start) said.start = statement->fold.start;
  if (said.end < statement->fold.end) said.end = statement->fold.end;
  seen->several = told.time == DZ_TIME_SEVERAL;
  seen->fresh = told.accrual == DZ_ACCRUAL_NEW;
  if (!likeness.conflict && dz_sets_targets(topics->knowledge, topic->report, clause,
                                            dz_quantity_fold(topic->report, quantity).start))
    likeness.conflict = DZ_REASON_PLANNED;
  if (!likeness.conflict && !topic->report->work_report && is_promised(topic->report, quantity))
    likeness.conflict = DZ_REASON_PLANNED;
  asks = dz_names_compare(topics, p->report, asked, later, said, query->indicator);
  if (query->indicator < 0 && !asks.apart &&
      !asks.shared) /* 支出85亿元、同口径增长4%: the name stands before */
    asks = dz_names_compare(topics, p->report, p->description.context, later, said,
                            query->indicator);
  tells = dz_names_compare(topics, later, name, p->report, p->description.context,
                           query->indicator);
  if (query->indicator < 0 && !tells.apart && !tells.shared)
    tells = dz_names_compare(topics, later, said, p->report, p->description.context,
                             query->indicator);
  if (!likeness.open && (asks.apart > APART || tells.apart > APART)) likeness.open = DZ_REASON_NAME;
  if (!likeness.conflict && told.rate &&
      ((asks.apart > FAR_APART && tells.apart > APART) ||
       (asks.apart > APART && told.measure == DZ_MEASURE_SHARE)))
    likeness.conflict = DZ_REASON_NAME;
  /* an indicator that was named before another thing is not this figure's */
  if (!likeness.conflict && query->indicator >= 0 && tells.apart > FAR_APART &&
      !names_indicator(topics, &topic->report->text, told.piece, query->indicator, &found))
    likeness.conflict = DZ_REASON_NAME;
  /* 规上工业总产值增长 is not 规上工业增加值增长 */
  if (!likeness.conflict && query->indicator >= 0 &&
      names_indicator(topics, &topic->report->text, statement->fold, query->indicator, &found) &&
      dz_name_goes_on(topics->knowledge, &topic->report->text, found.end, statement->fold.end) >
          FAR_APART)
    likeness.conflict = DZ_REASON_NAME;
  seen->exact = !likeness.conflict &&
                ((!asks.apart && asks.shared >= SHARED) ||
                 (asks.apart <= FAR_APART && !tells.apart && tells.shared >= SHARED_TOLD));
  return likeness;
}

static void answer_by_figure(dz_answer *answer, const dz_topics *topics, const dz_query *query,
                             size_t later, const dz_statement *statement, const promise *p) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_segment segments[DZ_SEGMENTS_MAX];
  double best = -1, refused = -1;

  for (uint32_t c = 0; c < statement->clause_count; c++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + c);
    size_t count = statement_segments(segments, topic, statement, c);
    for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++) {
      const dz_quantity *quantity = &topic->report->quantities[q];
      const dz_segment *segment = segment_of(segments, count, topic->report, q);
      double words, fit;
      bool same_unit;
      dz_likeness likeness;
      dz_answer seen = {.figure = -1};
      bool enough;
      if (quantity->masked || !dz_units_agree(quantity->unit, p->figure->unit)) continue;
      if (starts_from(topic->report, clause, q)) continue;
      if (quantity->comparison == DZ_CMP_YOY_ABS && p->figure->comparison != DZ_CMP_YOY_ABS &&
          !p->flow)
        continue; /* how much more than the year before, not how much */
      if (query->indicator >= 0 &&
          indicator_of_figure(topics, topic, statement, segment, q) != query->indicator)
        continue;
      words = words_of(topics, query, later, segment);
      same_unit = dz_units_same(p->figure->unit, quantity->unit);
      enough = says_enough(query, words, count < 2, same_unit);
      fit = words + (same_unit ? SAME_UNIT : 0) +
            (segment->quantity == (int32_t)q ? OWN_SEGMENT : 0);
      if (fit <= best && fit <= refused) continue;
      likeness = likeness_of(topics, query, p, later, statement, clause, segment, q, &seen);
      if (!enough && !seen.exact) continue;
      if (likeness.conflict && fit > refused) {
        refused = fit;
        answer->refused = likeness.conflict;
      }
      if (likeness.conflict || fit <= best) continue;
      best = fit;
      answer->figure = (int32_t)q;
      answer->open = likeness.open;
      answer->several = seen.several;
      answer->fresh = seen.fresh;
      answer->exact = seen.exact && same_unit;
    }
  }
}

/* 增至900家 where 60家 more were promised: the level reached is not what came
 * about, unless the statement counts that too (新增就业达到8万人). */
static bool tells_level(const dz_topics *topics, const dz_report *report,
                        const dz_statement *statement, size_t quantity) {
  const dz_text *text = &report->text;
  uint32_t end = dz_quantity_fold(report, quantity).start;
  bool level = false;
  int32_t value;

  for (size_t i = statement->fold.start; i < end; i++) {
    size_t length = dz_trie_longest(&topics->knowledge->discourse->trie, text->fold + i, end - i,
                                    &value);
    if (length && value == DZ_ROLE_FLOW) return false;
    if (length && value == DZ_ROLE_LEVEL && i + length == end && length > 1) level = true;
  }
  return level;
}

/* 原煤产量达1.8亿吨 in a review of several years: a word of level in front of the figure of an indicator,
 * and none of
 * a sum or a span of years, tell what the last year brought. */
static bool tells_last_year(const dz_topics *topics, const dz_query *query, const dz_report *report,
                            const dz_statement *statement, size_t quantity) {
  const dz_text *text = &report->text;
  uint32_t end = dz_quantity_fold(report, quantity).start;
  bool level = false;
  int32_t value;

  if (query->indicator < 0 || query->sync ||
      report->quantities[quantity].comparison == DZ_CMP_YOY_PCT)
    return false;
  for (size_t i = statement->fold.start; i < statement->fold.end; i++) {
    size_t length = dz_trie_longest(&topics->knowledge->discourse->trie, text->fold + i,
                                    statement->fold.end - i, &value);
    if (!length) continue;
    if (value == DZ_ROLE_FLOW || value == DZ_ROLE_SEVERAL || value == DZ_ROLE_SINCE) return false;
    if (i + length == end && (value == DZ_ROLE_LEVEL || value == DZ_ROLE_CONTINUE)) level = true;
  }
  return level;
}

static bool has_digit(const dz_text *text, size_t start, size_t end) {
  for (size_t i = start; i < end; i++)
    if (text->fold[i] >= '0' && text->fold[i] <= '9') return true;
  return false;
}

/* 2018年生产总值: the year told of narrows nothing. */
static bool in_date(uint32_t cp) {
  return dz_is_digit(cp) || cp == U'年' || cp == U'月';
}

/* Characters between the last break before the indicator and the indicator,
 * words that narrow nothing left out. */
static size_t qualifier_length(const dz_topics *topics, const dz_text *text, dz_span fold,
                               dz_span indicator) {
  size_t start = indicator.start, length = 0;
  int32_t value;

  while (start > fold.start && text->fold[start - 1] != ',' &&
         (text->fold[start - 1] != U'、' || !has_digit(text, fold.start, start)))
    start--; /* behind 甲5%、 begins another fact; 非洲、拉美市场 go on */
  while (start < indicator.start) {
    size_t word = dz_trie_longest(&topics->knowledge->discourse->trie, text->fold + start,
                                  indicator.start - start, &value);
    if (!word && !in_date(text->fold[start])) length++;
    start += word ? word : 1;
  }
  return length;
}

bool dz_is_growth_of(const dz_topics *topics, size_t report, const dz_statement *statement,
                     size_t quantity, int32_t indicator) {
  const dz_report *r = topics->reports[report].report;
  dz_span before = {statement->fold.start, dz_quantity_fold(r, quantity).start}, found;

  if (r->quantities[quantity].masked || strcmp(r->quantities[quantity].unit, "%")) return false;
  if (before.start >= before.end) return false;
  return dz_indicators_kin(
      topics->knowledge, dz_indicator_find(topics->knowledge, &r->text, before, before.end, &found),
      indicator);
}

/* The first figure of the statement that tells the indicator's growth, or -1
 * if there are not `least` of them. */
static int32_t growth_figure(const dz_topics *topics, size_t report, const dz_statement *statement,
                             int32_t indicator, int least) {
  const dz_clause *first = dz_array_at(&topics->reports[report].clauses, statement->clause);
  const dz_clause *last = first + statement->clause_count - 1;
  int32_t found = -1;

  for (uint32_t q = first->quantity; q < last->quantity + last->quantity_count && least > 0; q++) {
    if (!dz_is_growth_of(topics, report, statement, q, indicator)) continue;
    if (found < 0) found = (int32_t)q;
    least--;
  }
  return least > 0 ? -1 : found;
}

bool dz_tells_parts(const dz_topics *topics, size_t report, const dz_statement *statement,
                    int32_t indicator) {
  return growth_figure(topics, report, statement, indicator, PARTS) >= 0;
}

const dz_statement *dz_growth_of(const dz_topics *topics, size_t report, int32_t indicator,
                                 int32_t *figure) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_statement *best = NULL;
  size_t least = SIZE_MAX, count;
  const uint32_t *named = dz_statements_naming(topics, report, indicator, &count);

  for (size_t i = 0; i < count; i++) {
    const dz_statement *statement = dz_array_at(&topic->statements, named[i]);
    dz_span found;
    size_t qualified;
    int32_t growth;
    if (statement->function != DZ_FUNCTION_REPORT || statement->period != DZ_PERIOD_YEAR) continue;
    if (!names_indicator(topics, &topic->report->text, statement->fold, indicator, &found))
      continue;
    growth = growth_figure(topics, report, statement, indicator, 1);
    qualified = qualifier_length(topics, &topic->report->text, statement->fold, found);
    if (growth < 0 || qualified >= least) continue;
    least = qualified;
    best = statement;
    *figure = growth;
  }
  return best;
}

/* What comes about within the year, so that figures of several years are no
 * answer: growth, and amounts of things done (新增, 新建, 培训), unless a level
 * is to be reached (达到, 保持在). */
static bool is_flow(const dz_topics *topics, const dz_report *report, const dz_query *query,
                    const dz_commitment *commitment) {
  const dz_knowledge *knowledge = topics->knowledge;
  const dz_quantity *quantity;
  dz_span fold = query->segment.fold;
  bool flow = false;
  int32_t value;

  if (commitment->quantity < 0) return query->sync;
  quantity = &report->quantities[commitment->quantity];
  if (quantity->comparison == DZ_CMP_YOY_PCT) return true;
  if (!strcmp(quantity->unit, "%"))
    return quantity->direction < 0 && quantity->comparison != DZ_CMP_FROM_TO;
  fold.end = dz_quantity_fold(report, (size_t)commitment->quantity).start;
  for (size_t i = fold.start; i < fold.end; i++) {
    const uint32_t *at = report->text.fold + i;
    size_t length = dz_trie_longest(&knowledge->discourse->trie, at, fold.end - i, &value);
    if (length && i + length + 1 >= fold.end && /* 千万元以上项目 is no level */
        (value == DZ_ROLE_LEVEL ||
         (value == DZ_ROLE_CONTINUE && (*at == U'达' || *at == U'超')))) /* 达到 超过 */
      return false;
    if (dz_trie_longest(&knowledge->discourse->trie, at, fold.end - i, &value) &&
        value == DZ_ROLE_FLOW)
      flow = true;
    if (dz_trie_longest(&knowledge->commitment_cues->trie, at, fold.end - i, &value) &&
        (knowledge->commitment_cues->cue[value].class == DZ_CUE_ACT ||
         knowledge->commitment_cues->cue[value].class == DZ_CUE_RESTRAIN))
      flow = true;
  }
  return flow;
}

/* Whether some figure of the statement belongs to the indicator. */
static bool tells_other_kind(const dz_topics *topics, size_t later, const dz_statement *statement,
                             int32_t indicator) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_segment segments[DZ_SEGMENTS_MAX];

  for (uint32_t c = 0; c < statement->clause_count; c++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + c);
    size_t count = statement_segments(segments, topic, statement, c);
    for (uint32_t q = clause->quantity; q < clause->quantity + clause->quantity_count; q++)
      if (indicator_of_figure(topics, topic, statement,
                              segment_of(segments, count, topic->report, q), q) == indicator)
        return true;
  }
  return false;
}

static bool sets_figure(const dz_report *report, const dz_commitment *commitment) {
  dz_span fold;

  if (commitment->quantity < 0) return false;
  fold = dz_quantity_fold(report, (size_t)commitment->quantity);
  return !fold.start || report->text.fold[fold.start - 1] != U'等';
}

dz_answer dz_answer_of(const dz_topics *topics, const dz_query *query, size_t earlier,
                       const dz_commitment *commitment, size_t later,
                       const dz_statement *statement) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  dz_answer answer = {.figure = -1, .flow = is_flow(topics, first, query, commitment)};
  dz_span found;

  if (query->indicator >= 0)
    answer.indicator = names_indicator(topics, &second->text, statement->fold, query->indicator,
                                       &found);
  if (answer.indicator)
    answer.qualified = qualifier_length(topics, &second->text, statement->fold, found);
  if (query->sync) {
    answer.pace = dz_keeps_pace(&second->text, statement->fold);
    if (!answer.pace)
      answer.figure = growth_figure(topics, later, statement, query->indicator,
                                    answer.indicator ? 1 : PARTS);
  }
  answer.promised = sets_figure(first, commitment);
  if (answer.promised || (query->counted && commitment->quantity >= 0)) {
    promise p = promise_of(topics, query, earlier, commitment, answer.flow);
    answer_by_figure(&answer, topics, query, later, statement, &p);
  }
  if (answer.figure >= 0 && answer.flow && strcmp(second->quantities[answer.figure].unit, "%") &&
      tells_level(topics, second, statement, (size_t)answer.figure)) {
    answer.figure = -1;
    answer.refused = DZ_REASON_ACCRUAL;
  }
  answer.last_year = answer.figure >= 0 && statement->period == DZ_PERIOD_SEVERAL &&
                     tells_last_year(topics, query, second, statement, (size_t)answer.figure);
  answer.other_kind = answer.indicator && answer.promised && answer.figure < 0 &&
                      tells_other_kind(topics, later, statement, query->indicator);
  return answer;
}
