/* outcome.c - the place of a later report that tells what became of a
 * commitment; see outcome.h */
#include "outcome.h"

#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "candidate.h"
#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "magnitude.h"
#include "sighting.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

/* Thresholds of the verdict; those of the place stand in candidate.c and candidate.h. */
#define ACCEPT_WORDS 0.56 /* where no figure answers: words alone say less */
#define SAME_THING 0.60   /* mean of the shares found each way: below, no figure is called a miss */
#define SURE 0.68         /* below: a person has to look */
#define SURE_WORDS 0.80   /* where only words tell: below, a person has to look */
#define SURE_ASKED 0.50   /* and so much of what is told was asked for */
#define WEAK_ASKED 0.3    /* so much must be asked for where nothing says that it is done */
#define PART_ASKED 0.4    /* the same where one of several things is told of */
#define TESTED_ASKED 0.35 /* the same of a step that can be tested */
#define NAME_LEAST 2      /* characters that name a thing */
#define FAR_OVER 2        /* times the amount promised: more is rather a stock, or several years */

static dz_status set_evidence(dz_outcome *out, const dz_topics *topics, size_t later,
                              const dz_candidate *best, const dz_statement *second, dz_arena *arena,
                              dz_error *error) {
  return dz_outcome_place(out, topics, later,
                          dz_array_at(&topics->reports[later].statements, best->hit.statement),
                          second, best->figure, arena, error);
}

/* Why a place gives no verdict, where nothing else says so. */
static dz_reason reason_of(const dz_candidate *c) {
  if (c->open) return c->open;
  if (c->promised && c->figure < 0) return DZ_REASON_NO_FIGURE;
  return c->narrowed ? DZ_REASON_SCOPE : DZ_REASON_WORDS;
}

/* Shows the places that were looked at; the first one for the reason given, if there is one. */
static dz_status set_candidates(dz_outcome *out, const dz_topics *topics, size_t later,
                                const dz_shortlist *list, dz_reason first, dz_arena *arena,
                                dz_error *error) {
  const dz_topic_report *topic = &topics->reports[later];
  dz_refusal *items = dz_arena_array(arena, DZ_SHORTLIST, sizeof *items);

  if (!items) return dz_fail_memory(error);
  for (size_t i = 0; i < list->count; i++) {
    const dz_statement *statement = dz_array_at(&topic->statements, list->items[i].hit.statement);
    items[i].place = (dz_place){(uint32_t)later,
                                dz_fold_to_span(&topic->report->text, statement->fold)};
    items[i].why = !i && first ? first : reason_of(&list->items[i]);
  }
  out->candidates = items;
  out->candidate_count = list->count;
  return DZ_OK;
}

/* 下降3.3% where growth was promised: the value is -3.3. */
static dz_status set_fall(dz_outcome *out, dz_arena *arena, dz_error *error) {
  size_t length = strlen(out->value);
  char *value = dz_arena_alloc(arena, length + 2);

  if (!value) return dz_fail_memory(error);
  value[0] = '-';
  memcpy(value + 1, out->value, length + 1);
  out->value = value;
  return DZ_OK;
}

/* What several years were to bring is held against what one year brought. */
static bool is_shorter_term(const dz_commitment *commitment, const dz_report *earlier,
                            const dz_statement *statement, const dz_candidate *best) {
  return best->flow && best->figure >= 0 && statement->period == DZ_PERIOD_YEAR &&
         dz_due_after(commitment, dz_year_planned(earlier));
}

/* No verdict: what comes nearest is shown for a person to look at. */
static dz_status leave_open(dz_outcome *out, const dz_topics *topics, const dz_query *query,
                            const dz_commitment *c, size_t later, const dz_candidate *best,
                            dz_arena *arena, dz_error *error) {
  int32_t kin;
  const dz_statement *other = c->quantity < 0 ? NULL
                                              : dz_kin_statement(topics, later, DZ_FUNCTION_REPORT,
                                                                 query->indicator, &kin);
  dz_status status = DZ_OK;

  if (other && query->total < DZ_PLAIN_TARGET) {
    dz_place *place = dz_arena_array(arena, 1, sizeof *place);
    if (!place) return dz_fail_memory(error);
    *place = (dz_place){(uint32_t)later,
                        dz_fold_to_span(&topics->reports[later].report->text, other->fold)};
    out->evidence = place;
    out->evidence_count = 1;
    out->rule = "C1";
    out->caution = topics->knowledge->indicators->indicator[kin].name;
    out->to_check = true;
  } else if (best->rank >= DZ_CANDIDATE) {
    status = set_evidence(out, topics, later, best, NULL, arena, error);
    out->rule = best->rank < DZ_ACCEPT ? "Z3" : "Z2";
    out->confidence = best->rank > 1 ? 1 : best->rank;
    out->to_check = true;
    out->report = -1;
    out->quantity = -1;
    out->value = NULL;
    out->unit = "";
  }
  return status;
}

/* Whether the last two characters of a name, its head noun, stand in the range:
 * 载体 are not 项目. */
static bool has_head(const dz_text *text, dz_span object, const dz_text *other, dz_span fold) {
  size_t end = dz_text_fold_position(text, object.end);

  if (object.end < object.start + 2 || end < 2) return true;
  for (size_t i = fold.start; i + 1 < fold.end; i++)
    if (other->fold[i] == text->fold[end - 2] && other->fold[i + 1] == text->fold[end - 1])
      return true;
  return false;
}

/* Where a name ends but for quotes, a verb and a word of kind behind it: 作业区|一期工程, 航道|建设. */
static uint32_t end_of_name(const dz_knowledge *knowledge, const dz_text *text, dz_span name) {
  int32_t value;

  for (uint32_t i = name.start + 2; i < name.end;) {
    size_t length = dz_trie_longest(&knowledge->commitment_cues->trie, text->fold + i, name.end - i,
                                    &value);
    if (i + length != name.end) {
      length = dz_trie_longest(&knowledge->discourse->trie, text->fold + i, name.end - i, &value);
      if (length && value != DZ_ROLE_KIND) length = 0;
    }
    if (!dz_is_word(text->fold[name.end - 1])) {
      length = 1;
      i = name.end - 1;
    }
    if (length && i + length == name.end) {
      name.end = i;
      i = name.start + 1;
    }
    i++;
  }
  return name.end;
}

/* Whether what was promised, known by its words only, is called the same where it is told of: the
 * head of its name
 * stands there. A list, or one thing for many (甲等项目), is told of by others. */
static bool tells_head(const dz_topics *topics, const dz_query *query, const dz_report *earlier,
                       const dz_commitment *c, const dz_report *later, dz_span told) {
  const dz_text *text = &earlier->text;
  dz_span name = dz_span_to_fold(text, c->object);

  if (query->indicator >= 0 || query->members > 1 || c->object.end <= c->object.start) return true;
  for (uint32_t i = name.start; i < name.end; i++)
    if (text->fold[i] == U'等') return true;
  name.end = end_of_name(topics->knowledge, text, name);
  return has_head(text, dz_fold_to_span(text, name), &later->text, told);
}

/* 补齐小康社会的短板 tells of what 小康社会 lacks, not of 小康社会: the end of the
 * promised name stands only where it qualifies another. */
static bool only_qualifies(const dz_knowledge *knowledge, const dz_report *earlier,
                           const dz_commitment *c, const dz_report *later, dz_span told) {
  enum { HEAD = 2 };
  const uint32_t *fold = later->text.fold, *name = earlier->text.fold;
  dz_span object = dz_span_to_fold(&earlier->text, c->object);
  bool found = false;

  object.end = end_of_name(knowledge, &earlier->text, object);
  if (object.end < object.start + HEAD) return false;
  for (uint32_t i = told.start; i + HEAD < told.end; i++) {
    if (fold[i] != name[object.end - 2] || fold[i + 1] != name[object.end - 1]) continue;
    if (fold[i + HEAD] != U'的') return false;
    found = true;
  }
  return found;
}

/* A thing that no table names is known by its words only. Before its figure is
 * held against the promise, both must speak of little else. */
static bool is_same_thing(const dz_topics *topics, const dz_query *query, size_t earlier,
                          const dz_commitment *c, size_t later, const dz_candidate *best) {
  const dz_topic_report *topic = &topics->reports[later];
  const dz_statement *statement = dz_array_at(&topic->statements, best->hit.statement);
  dz_span fold = statement->fold;

  if (query->indicator >= 0 || best->figure < 0) return true;
  if (!has_head(&topics->reports[earlier].report->text, c->object, &topic->report->text, fold))
    return false;
  for (uint32_t k = 0; k < statement->clause_count; k++) {
    const dz_clause *clause = dz_array_at(&topic->clauses, statement->clause + k);
    dz_segment segments[DZ_SEGMENTS_MAX];
    size_t count = dz_segments_split(segments, topic->report, clause);
    for (size_t s = 0; s < count; s++)
      if (segments[s].quantity == best->figure) fold = segments[s].head;
  }
  return best->hit.score + dz_query_precision(topics, query, later, fold) >= 2 * SAME_THING;
}

/* An amount more than twice the one promised. */
static bool is_far_over(const dz_commitment *c, const dz_report *earlier, const dz_report *later,
                        int32_t figure) {
  static const dz_decimal zero = {0, 0}, less = {FAR_OVER - 1, 0};
  const dz_quantity *promised = c->quantity < 0 ? NULL : &earlier->quantities[c->quantity];
  dz_decimal over, size, limit;

  if (!promised || !strcmp(promised->unit, "%")) return false;
  if (!dz_magnitude_difference(&over, &size, &later->quantities[figure], promised)) return false;
  if (!dz_decimal_multiply(&limit, size, less) || !dz_decimal_subtract(&over, over, limit))
    return false;
  return dz_decimal_compare(over, zero) > 0;
}

/* 超7100万亩 where 7140 were promised: what is told is a bound, and a close one. */
static bool is_just_short(const dz_commitment *c, const dz_report *earlier, const dz_report *later,
                          int32_t figure) {
  static const dz_decimal points = {5, 1}, twenty = {20, 0};
  const dz_quantity *promised = &earlier->quantities[c->quantity],
                    *told = &later->quantities[figure];
  dz_decimal lack, size, limit = points;

  if (told->modifier != DZ_MOD_AT_LEAST || !dz_magnitude_difference(&lack, &size, promised, told))
    return false;
  if (strcmp(promised->unit, "%") && !dz_decimal_divide(&limit, size, twenty, 6)) return false;
  return dz_decimal_compare(lack, limit) < 0;
}

static bool tells_plan(const dz_topics *topics, size_t report, dz_span told) {
  return dz_attribute_in(topics->knowledge, &topics->reports[report].report->text, told,
                         DZ_ATTRIBUTE_PLAN);
}

/* 全面完成年度任务: the promise names too little to be known again. */
static bool names_little(const dz_topics *topics, const dz_query *query, size_t earlier,
                         size_t later, dz_span told) {
  dz_names names = dz_names_compare(topics, earlier, query->segment.fold, later, told,
                                    query->indicator);

  return names.shared < NAME_LEAST;
}

/* Whether a person has to look: the words found are few, the statement says of
 * nothing that it is done, only part of an enumeration is told of, or a thing
 * that cannot be tested is known by half its words. */
static bool is_uncertain(const dz_topics *topics, const dz_query *query, size_t from,
                         const dz_commitment *c, size_t report, const dz_candidate *best,
                         const dz_verdict *verdict) {
  const dz_report *earlier = topics->reports[from].report, *later = topics->reports[report].report;
  const dz_statement *statement = dz_array_at(&topics->reports[report].statements,
                                              best->hit.statement);
  dz_span told = statement->fold;
  bool weak = !strcmp(verdict->rule, "W5"),
       parts = query->members > 1 && best->hit.members < query->members;
  bool carried_on = c->step == DZ_LADDER_UNDER_WAY && !strcmp(verdict->rule, "W1");

  if (best->rank < SURE || best->open) return true;
  if (best->figure < 0 &&
      (tells_plan(topics, report, told) || names_little(topics, query, from, report, told)))
    return true;
  if (best->figure < 0 && best->promised) return true; /* a figure was promised, words are told */
  if (best->figure >= 0)
    return (statement->period == DZ_PERIOD_SEVERAL &&
            (best->flow || verdict->status == DZ_OUTCOME_MISSED)) ||
           (!best->fresh && is_far_over(c, earlier, later, best->figure));
  if ((weak && (!c->testable || c->step >= DZ_LADDER_STANDS)) || !strcmp(verdict->rule, "W6") ||
      parts)
    return true;
  if (carried_on || !tells_head(topics, query, earlier, c, later, told)) return true;
  if (only_qualifies(topics->knowledge, earlier, c, later, told)) return true;
  if ((!c->testable || weak || !strcmp(verdict->rule, "R2")) && best->hit.score < SURE_WORDS)
    return true;
  if (weak) return dz_query_precision(topics, query, report, told) < SURE_ASKED;
  return dz_query_member_precision(topics, query, report, told) <
         (c->testable ? TESTED_ASKED : SURE_ASKED);
}

/* 能耗保持下降 was promised, without a figure, and of no fall is told. */
static bool lacks_trend(const dz_text *text, const dz_commitment *c, const dz_text *later,
                        dz_span told) {
  static const uint32_t *const down[] = {U"下降", U"降低", U"减少", U"降至"}, *const up[] = {
                                                                                  U"增长", U"增加",
                                                                                  U"上升", U"提高"};
  dz_span fold = dz_span_to_fold(text, c->span);

  if (c->quantity >= 0 || c->kind != DZ_KIND_TARGET) return false;
  return (dz_word_in(text->fold, fold, down, 4) && !dz_word_in(later->fold, told, down, 4)) ||
         (dz_word_in(text->fold, fold, up, 4) && !dz_word_in(later->fold, told, up, 4));
}

/* Nothing says that it is done, and most of what is told is of another matter: 退役军人服务走在前列 for
 * 促进退役军人就业. */
static bool is_of_other_matter(const dz_topics *topics, const dz_query *query,
                               const dz_commitment *c, size_t later, dz_span told,
                               const char *rule) {
  if (!strcmp(rule, "W6"))
    return dz_query_member_precision(topics, query, later, told) < PART_ASKED;
  if (strcmp(rule, "W5") || c->kind == DZ_KIND_TARGET) return false;
  return dz_query_precision(topics, query, later, told) < WEAK_ASKED;
}

/* Why the best place gives no verdict: a rule, "" for too little said, NULL if it does. */
static const char *why_open(const dz_topics *topics, const dz_query *query, size_t earlier,
                            const dz_commitment *c, size_t later, const dz_candidate *best,
                            const dz_verdict *verdict) {
  const dz_report *first = topics->reports[earlier].report, *second = topics->reports[later].report;
  const dz_statement *statement = dz_array_at(&topics->reports[later].statements,
                                              best->hit.statement);
  bool weak = !strcmp(verdict->rule,
                      "W5"); /* told of in a review, but with no word that it is done */
  bool missed = verdict->status == DZ_OUTCOME_MISSED, figure = best->figure >= 0;
  bool is_open = dz_due_after(c, dz_year_reviewed(second));
  bool outlook = second->year < first->year + DZ_OUTLOOK_YEARS &&
                 dz_is_outlook(topics, query, earlier, c);

  if (!strcmp(verdict->rule, "Y0")) return ""; /* the other side of the comparison is not told */
  if (missed && figure && best->open && best->open != DZ_REASON_NAME && !query->sync) return "H4";
  if (query->sync && !figure && !dz_keeps_pace(&second->text, statement->fold)) return "";
  if (best->narrowed || lacks_trend(&first->text, c, &second->text, statement->fold)) return "";
  if (is_shorter_term(c, first, statement, best))
    return "H1"; /* several years and the figure of one */
  if (outlook && (figure || missed)) return "H1";
  if (figure && is_open && c->modifier != DZ_MOD_AT_MOST) return "H1";
  if (!figure &&
      best->rank < (weak || !strcmp(verdict->rule, "W6") ? DZ_ACCEPT_TOLD : ACCEPT_WORDS))
    return "";
  if (!figure && !best->exact &&
      is_of_other_matter(topics, query, c, later, statement->fold, verdict->rule))
    return "";
  if (!figure && best->promised && c->sort != DZ_SORT_RESTRAINT &&
      (weak || (!strcmp(verdict->rule, "S1") &&
                !dz_tells_standing(topics->knowledge, &second->text, statement->fold))))
    return ""; /* begun, but is it so many? */
  if (missed && is_open) return NULL;
  if (missed && query->indicator < 0 && !strcmp(verdict->rule, "N5")) return "";
  if (missed && !is_same_thing(topics, query, earlier, c, later, best)) return "H2";
  if (missed && figure && !query->sync && is_just_short(c, first, second, best->figure))
    return "H3";
  return NULL;
}

/* Fills the verdict on the best place. */
static dz_status decide(dz_outcome *out, const dz_topics *topics, const dz_query *query,
                        size_t earlier, const dz_commitment *c, size_t later,
                        const dz_candidate *best, dz_arena *arena, dz_error *error) {
  const dz_statement *statement = dz_array_at(&topics->reports[later].statements,
                                              best->hit.statement);
  dz_verdict verdict = dz_judge(topics, query, earlier, c, later, &best->hit, best->figure);
  const char *open = why_open(topics, query, earlier, c, later, best, &verdict);
  dz_candidate place; /* as shown */
  dz_status status;

  if (open) {
    status = leave_open(out, topics, query, c, later, best, arena, error);
    if (*open) out->rule = open;
    return status;
  }
  if (verdict.status == DZ_OUTCOME_MISSED &&
      dz_due_after(c, dz_year_reviewed(topics->reports[later].report))) {
    verdict.status = DZ_OUTCOME_IN_PROGRESS;
    verdict.rule = "D1";
  }
  place = *best;
  if (query->sync && dz_tells_parts(topics, later, statement, query->indicator)) place.figure = -1;
  out->status = verdict.status;
  out->rule = verdict.rule;
  out->confidence = best->rank > 1 ? 1 : best->rank;
  out->to_check = is_uncertain(topics, query, earlier, c, later, best, &verdict);
  status = set_evidence(out, topics, later, &place, verdict.second, arena, error);
  if (!status && !strcmp(verdict.rule, "N5") && *out->value != '-')
    status = set_fall(out, arena, error);
  if (!status)
    status = dz_caution_find(&out->caution, topics, query, earlier, later, statement, best->figure,
                             arena, error);
  return status;
}

/* Nothing tells of the thing itself, but the list in which it stands is told of as done. */
static dz_status tell_whole(dz_outcome *out, const dz_topics *topics, size_t later,
                            const dz_statement *whole, dz_arena *arena, dz_error *error) {
  dz_candidate place = {.figure = -1};
  const dz_statement *first = topics->reports[later].statements.items;

  place.hit.statement = (uint32_t)(whole - first);
  out->status = DZ_OUTCOME_MET;
  out->rule = "W7";
  out->confidence = DZ_ACCEPT;
  out->to_check = true;
  return set_evidence(out, topics, later, &place, NULL, arena, error);
}

/* The reason that a rule is by itself. */
static dz_reason reason_of_rule(const char *rule) {
  if (!strcmp(rule, "H1")) return DZ_REASON_NOT_DUE;
  if (!strcmp(rule, "H2")) return DZ_REASON_NAME;
  if (!strcmp(rule, "H3")) return DZ_REASON_BOUND;
  return !strcmp(rule, "C1") ? DZ_REASON_OTHER : DZ_REASON_NONE;
}

/* What a work report expects of the year it looks back on (预计全年增长…) promises nothing. */
static bool is_of_past(const dz_topic_report *topic, const dz_query *query) {
  const dz_clause *clause = dz_array_at(&topic->clauses, query->clause);

  return topic->report->work_report &&
         topic->report->sentences[clause->sentence].function == DZ_FUNCTION_REPORT;
}

dz_status dz_outcome_find(dz_outcome *out, const dz_topics *topics, const dz_query *query,
                          size_t earlier, size_t commitment, size_t later, dz_arena *arena,
                          dz_error *error) {
  const dz_commitment *c = &topics->reports[earlier].report->commitments[commitment];
  dz_shortlist list;
  dz_candidate best = {.rank = -1};
  const dz_statement *whole = NULL;
  dz_status status = dz_shortlist_find(&list, topics, query, earlier, c, later, error);

  *out = (dz_outcome){.status = DZ_OUTCOME_UNREPORTED,
                      .report = -1,
                      .quantity = -1,
                      .unit = "",
                      .rule = "Z0",
                      .confidence = 1};
  if (status) return status;
  if (dz_is_plain_pair(topics, earlier, later))
    return dz_plain_outcome(out, topics, query, earlier, commitment, later, arena, error);
  if (is_of_past(&topics->reports[earlier], query)) return status;
  if (list.count) best = list.items[0];
  if (best.rank < DZ_CANDIDATE) whole = dz_whole_told(topics, earlier, c, later);
  if (best.rank >= DZ_ACCEPT)
    status = decide(out, topics, query, earlier, c, later, &best, arena, error);
  else
    status = whole ? tell_whole(out, topics, later, whole, arena, error)
                   : leave_open(out, topics, query, c, later, &best, arena, error);
  if (!status && list.count && (out->to_check || out->status == DZ_OUTCOME_UNREPORTED))
    status = set_candidates(out, topics, later, &list, reason_of_rule(out->rule), arena, error);
  return status;
}
