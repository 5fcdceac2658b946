/* describe.c - see describe.h */
#include "describe.h"

#include <string.h>

#include "diff/years.h"
#include "knowledge/commitment_cues.h"
#include "knowledge/discourse.h"
#include "knowledge/indicators.h"
#include "knowledge/knowledge.h"
#include "knowledge/ladder.h"
#include "knowledge/other_forms.h"
#include "knowledge/report_back.h"
#include "text/phrase.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  NAME_MOST = 80,     /* characters of a name that are looked at ... */
  CONTEXT_MOST = 400, /* ... and of what is said elsewhere */
  SHORT_NAME = 5,     /* fewer characters in front of a figure go on with the name before them */
  VERB_MOST = 8,      /* characters between a name and its figure */
  GOAL_LINES = 12,    /* a list of targets on lines of their own ... */
  LINE_MOST = 120,    /* ... of so many characters at most */
  MONTHS = 12
};

static bool is_mark(uint32_t cp) {
  return cp == ',' || cp == ';' || cp == U'、';
}

static bool is_rate(const char *unit) {
  return !strcmp(unit, "%") || !strcmp(unit, "个百分点") || !strcmp(unit, "‰");
}

/* 稳居全国前十、增长6%: the words at i go on about the thing before. */
static bool goes_on(const dz_knowledge *knowledge, const dz_text *text, size_t i, size_t end) {
  int32_t value;

  return i < end && dz_trie_longest(&knowledge->discourse->trie, text->fold + i, end - i, &value) &&
         value == DZ_ROLE_CONTINUE;
}

/* 甲达到5家、乙增长6%: a mark ends a piece only behind a figure, since 甲、乙等7个 is one. */
static dz_span piece_of(const dz_knowledge *knowledge, const dz_report *report,
                        const dz_clause *clause, size_t quantity) {
  const dz_text *text = &report->text;
  dz_span figure = dz_quantity_fold(report, quantity), piece = clause->fold;
  size_t before = quantity;

  while (before > clause->quantity && dz_quantity_fold(report, before - 1).end > figure.start)
    before--;
  if (before > clause->quantity)
    for (uint32_t i = dz_quantity_fold(report, before - 1).end; i < figure.start; i++)
      if (is_mark(text->fold[i])) {
        piece.start = i + 1;
        break;
      }
  for (uint32_t i = piece.start; i < figure.start; i++)
    if (text->fold[i] == ',' || text->fold[i] == ';' ||
        (is_mark(text->fold[i]) && goes_on(knowledge, text, i + 1, figure.start)))
      piece.start = i + 1;
  for (uint32_t i = figure.end; i < piece.end; i++)
    if (is_mark(text->fold[i])) piece.end = i;
  return piece;
}

/* 1-11月, 前10个月, 截至9月底: length of a part of the year at i that is told in months; 0: none. */
static size_t months_at(const dz_text *text, size_t i, size_t end) {
  size_t k = i, month = 0;

  while (k < end && k < i + 2 && dz_is_digit(text->fold[k]))
    month = month * 10 + text->fold[k++] - '0';
  if (k == i || month == 0 || month >= MONTHS || i == 0) return 0;
  if (k < end && text->fold[k] == U'个') k++;
  if (k >= end || text->fold[k] != U'月') return 0;
  if (dz_is_digit(text->fold[i - 1]) || !dz_cp_in(text->fold[i - 1], U"-~—–至到前止")) return 0;
  return k + 1 - i;
}

/* 2025年 at i: the year; 0: none stands there. */
static int32_t year_at(const dz_text *text, size_t i, size_t end) {
  enum { DIGITS = 4 };
  int32_t year = 0;

  if (i + DIGITS >= end || text->fold[i + DIGITS] != U'年') return 0;
  for (size_t k = i; k < i + DIGITS; k++) {
    if (!dz_is_digit(text->fold[k])) return 0;
    year = year * 10 + (int32_t)(text->fold[k] - '0');
  }
  return year;
}

static void read_saying(dz_description *d, const dz_attribute_saying *says, bool own, bool before) {
  switch (says->attribute) {
  case DZ_ATTRIBUTE_TIME:
    /* 五年来 in front of the sentence is the passage's, and told by it */
    if (own || says->value != DZ_TIME_SEVERAL) d->time = (dz_figure_time)says->value;
    if (own && says->value == DZ_TIME_SEVERAL) d->says_several = true;
    return;
  case DZ_ATTRIBUTE_ACCRUAL:
    if (!before) return;
    if (own && (d->accrual == DZ_ACCRUAL_OPEN || says->value == DZ_ACCRUAL_NEW))
      d->accrual = (dz_accrual)says->value;
    return;
  case DZ_ATTRIBUTE_MEASURE:
    if (own && before && d->rate) d->measure = (dz_measure)says->value;
    return;
  case DZ_ATTRIBUTE_PLAN: d->planned = d->planned || own; return;
  default:
    if (says->attribute < DZ_ATTRIBUTE_SCOPE) return;
    (own ? d->scope : d->before)[says->attribute - DZ_ATTRIBUTE_SCOPE] = says->value;
    if (!own && says->carries) d->carried[says->attribute - DZ_ATTRIBUTE_SCOPE] = says->value;
  }
}

/* 新增甲5公里、乙6万户: what an enumeration says in front of its first figure holds for the others. */
static bool opens_with_new(const dz_topics *topics, const dz_text *text, dz_span range) {
  const dz_attributes *attributes = topics->knowledge->attributes;
  int32_t value;

  for (size_t i = range.start; i < range.end;) {
    size_t length = dz_trie_longest(&attributes->trie, text->fold + i, range.end - i, &value);
    const dz_attribute_saying *says =
        length ? dz_attribute_said(&attributes->word[value], DZ_ATTRIBUTE_ACCRUAL) : NULL;
    if (says) return says->value == DZ_ACCRUAL_NEW;
    i += length ? length : 1;
  }
  return false;
}

/* Reads the words of a range. `own`: of the figure's piece; `before`: in front of the figure. */
static void read_words(dz_description *d, const dz_topics *topics, const dz_report *report,
                       dz_span range, bool own, bool before, int32_t indicator) {
  const dz_text *text = &report->text;
  const dz_attributes *attributes = topics->knowledge->attributes;
  int32_t value;

  for (size_t i = range.start; i < range.end;) {
    size_t length = dz_indicator_at(topics->knowledge, text, i, range, &value);
    if (length && indicator >= 0 && value == indicator) { /* 城镇新增就业 is new all the same */
      if (own && opens_with_new(topics, text, (dz_span){(uint32_t)i, (uint32_t)(i + length)}))
        d->accrual = DZ_ACCRUAL_NEW;
      i += length;
      continue;
    }
    value = before ? year_at(text, i, range.end) : 0;
    if (value && report->year && value < dz_year_reviewed(report) - 1 && i > 0 &&
        dz_cp_in(text->fold[i - 1], U"比较")) {
      d->time = DZ_TIME_SEVERAL; /* 比2012年（下同）增长: of all the years since */
      d->says_several = true;
    } else if (value && own && report->year)
      d->time = value == dz_year_reviewed(report) || value == report->year ? DZ_TIME_YEAR
                                                                           : DZ_TIME_OTHER;
    length = months_at(text, i, range.end);
    if (length) {
      d->time = DZ_TIME_PART;
      i += length;
      continue;
    }
    length = dz_trie_longest(&attributes->trie, text->fold + i, range.end - i, &value);
    for (size_t k = 0; length && k < attributes->word[value].count; k++)
      read_saying(d, &attributes->word[value].sayings[k], own, before);
    i += length ? length : 1;
  }
}

bool dz_is_member(const dz_report *report, const dz_clause *clause, const dz_segment *segment,
                  size_t quantity) {
  uint32_t figure = dz_quantity_fold(report, quantity).start;

  if (segment->quantity != (int32_t)quantity || segment->head.end <= segment->head.start)
    return false;
  if (segment->tail.end > segment->tail.start || segment->head.end + VERB_MOST < figure)
    return true;
  return quantity > clause->quantity &&
         dz_quantity_fold(report, quantity - 1).start >= segment->head.end;
}

/* 城镇和农村收入分别增长甲、乙: the scopes are those of the figure's own name. */
static void read_own_scopes(dz_description *d, const dz_topics *topics, size_t report,
                            const dz_segment *segment, int32_t indicator) {
  const dz_report *r = topics->reports[report].report;
  dz_description own = {.rate = d->rate};

  read_words(&own, topics, r, segment->head, true, true, indicator);
  read_words(&own, topics, r, segment->tail, true, true, indicator);
  memcpy(d->scope, own.scope, sizeof d->scope);
}

dz_description dz_describe(const dz_topics *topics, size_t report, const dz_clause *clause,
                           const dz_segment *segment, size_t quantity, dz_figure_time passage,
                           int32_t indicator) {
  const dz_report *r = topics->reports[report].report;
  const dz_quantity *q = &r->quantities[quantity];
  const dz_text *text = &r->text;
  dz_span figure = dz_quantity_fold(r, quantity), sentence = r->sentences[clause->sentence].fold;
  dz_description d = {.piece = piece_of(topics->knowledge, r, clause, quantity),
                      .rate = is_rate(q->unit)};

  if (sentence.start > d.piece.start) sentence.start = d.piece.start;
  d.context = (dz_span){sentence.start, d.piece.end};
  if (d.rate && q->comparison == DZ_CMP_YOY_PCT) d.measure = DZ_MEASURE_GROWTH;
  read_words(&d, topics, r, (dz_span){sentence.start, d.piece.start}, false, true, indicator);
  read_words(&d, topics, r, (dz_span){d.piece.start, figure.start}, true, true, indicator);
  read_words(&d, topics, r, (dz_span){figure.end, d.piece.end}, true, false, indicator);
  if (d.accrual == DZ_ACCRUAL_OPEN && d.piece.start > clause->fold.start &&
      opens_with_new(topics, text, (dz_span){clause->fold.start, d.piece.start}))
    d.accrual = DZ_ACCRUAL_NEW;
  if (dz_is_member(r, clause, segment, quantity))
    read_own_scopes(&d, topics, report, segment, indicator);
  for (size_t i = 0; i < DZ_SCOPES_MAX; i++)
    if (d.scope[i] == DZ_SCOPE_BOTH && clause->quantity_count < 2) d.scope[i] = DZ_SCOPE_ALL;
  d.name_short = figure.start < d.piece.start + SHORT_NAME;
  if (d.rate) d.accrual = DZ_ACCRUAL_OPEN;
  if (d.time == DZ_TIME_OPEN) d.time = passage;
  return d;
}

static dz_likeness scopes_alike(const dz_description *promised, const dz_description *told) {
  dz_likeness likeness = {DZ_REASON_NONE, DZ_REASON_NONE};

  for (size_t i = 0; i < DZ_SCOPES_MAX; i++) {
    uint8_t a = promised->scope[i], b = told->scope[i];
    if (a == b || (a <= DZ_SCOPE_ALL && b <= DZ_SCOPE_ALL)) continue;
    if ((!a && b == promised->before[i]) || (!b && a == told->before[i])) continue;
    /* a part for the whole says nothing of a rate; an amount may be the one */
    if ((a && b) || told->rate)
      likeness.conflict = DZ_REASON_SCOPE;
    else
      likeness.open = DZ_REASON_SCOPE;
  }
  for (size_t i = 0; i < DZ_SCOPES_MAX && told->name_short; i++)
    if (told->carried[i] > DZ_SCOPE_ALL && !promised->scope[i] && !promised->before[i] &&
        !told->scope[i])
      likeness.open = DZ_REASON_SCOPE;
  return likeness;
}

dz_likeness dz_likeness_of(const dz_description *promised, const dz_description *told, bool flow) {
  dz_likeness likeness = scopes_alike(promised, told);
  bool several = promised->time == DZ_TIME_SEVERAL;

  if (told->time == DZ_TIME_PART && promised->time != DZ_TIME_PART)
    likeness.open = DZ_REASON_PERIOD;
  if (told->time == DZ_TIME_SEVERAL && !several) {
    bool level = told->accrual == DZ_ACCRUAL_TOTAL ||
                 (told->accrual == DZ_ACCRUAL_OPEN && promised->accrual == DZ_ACCRUAL_TOTAL);
    if (told->measure == DZ_MEASURE_GROWTH || told->accrual == DZ_ACCRUAL_NEW ||
        (!level && (flow || told->says_several)))
      likeness.conflict = DZ_REASON_PERIOD;
    else if (!level)
      likeness.open = DZ_REASON_PERIOD;
  }
  if (told->time == DZ_TIME_OTHER && promised->time != DZ_TIME_OTHER)
    likeness.conflict = DZ_REASON_PERIOD;
  if (promised->accrual != told->accrual && promised->accrual != DZ_ACCRUAL_OPEN &&
      told->accrual != DZ_ACCRUAL_OPEN)
    likeness.conflict = DZ_REASON_ACCRUAL;
  if (promised->measure != told->measure && promised->measure != DZ_MEASURE_OPEN &&
      told->measure != DZ_MEASURE_OPEN)
    likeness.conflict = DZ_REASON_MEASURE;
  if (told->planned) likeness.open = DZ_REASON_PLANNED;
  return likeness;
}

/* Whether a word of the table of attributes names no thing: a scope narrows a name, and other words
 * are no more than they are. */
static bool names_nothing(const dz_attribute_word *word) {
  bool nothing = false;

  for (size_t i = 0; i < word->count; i++) {
    if (word->sayings[i].attribute >= DZ_ATTRIBUTE_SCOPE) return false;
    nothing = nothing || word->sayings[i].attribute <= DZ_ATTRIBUTE_GOALS;
  }
  return nothing;
}

/* Length of words at i that name nothing: verbs, degrees, times, the place itself; 0: none. */
static size_t word_of_no_name(const dz_knowledge *knowledge, const dz_text *text, size_t i,
                              size_t end) {
  const dz_trie *const tries[] = {&knowledge->attributes->trie, &knowledge->discourse->trie,
                                  &knowledge->commitment_cues->trie, &knowledge->report_back->trie,
                                  &knowledge->ladder->trie};
  size_t longest = 0;
  int32_t value;

  for (size_t k = 0; k < sizeof tries / sizeof *tries; k++) {
    size_t length = dz_trie_longest(tries[k], text->fold + i, end - i, &value);
    if (!k && length && !names_nothing(&knowledge->attributes->word[value])) length = 0;
    if (length > longest) longest = length;
  }
  return longest;
}

static bool pair_stands(const dz_text *text, dz_span said, uint32_t first, uint32_t second) {
  for (size_t i = said.start; i + 1 < said.end; i++)
    if (text->fold[i] == first && text->fold[i + 1] == second) return true;
  return false;
}

dz_names dz_names_compare(const dz_topics *topics, size_t report, dz_span name, size_t other,
                          dz_span said, int32_t indicator) {
  const dz_knowledge *knowledge = topics->knowledge;
  const dz_text *text = &topics->reports[report].report->text,
                *theirs = &topics->reports[other].report->text;
  dz_names names = {0, 0};
  bool held = false; /* the pair before this character stands there too */
  int32_t value;

  if (name.end > name.start + NAME_MOST) name.start = name.end - NAME_MOST;
  if (said.end > said.start + CONTEXT_MOST) said.start = said.end - CONTEXT_MOST;
  for (size_t i = name.start; i < name.end;) {
    size_t length = dz_indicator_at(knowledge, text, i, name, &value);
    bool next;
    if (length && indicator >= 0 && value == indicator)
      names.shared += length;
    else
      length = word_of_no_name(knowledge, text, i, name.end);
    if (!length)
      length = dz_trie_longest(&knowledge->other_forms->trie, text->fold + i, name.end - i, &value);
    if (length) {
      i += length;
      held = false;
      continue;
    }
    next = i + 1 < name.end && pair_stands(theirs, said, text->fold[i], text->fold[i + 1]);
    if (dz_is_han(text->fold[i])) *(held || next ? &names.shared : &names.apart) += 1;
    held = next;
    i++;
  }
  return names;
}

size_t dz_name_length(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  size_t count = 0;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = word_of_no_name(knowledge, text, i, fold.end);
    bool date = i + 1 < fold.end && dz_is_digit(text->fold[i]) &&
                dz_cp_in(text->fold[i + 1], U"年月日");
    if (!length) count += dz_is_han(text->fold[i]);
    i += length ? length : date ? 2 : 1;
  }
  return count;
}

size_t dz_name_goes_on(const dz_knowledge *knowledge, const dz_text *text, uint32_t end,
                       uint32_t limit) {
  size_t count = 0;

  while (end < limit && dz_is_han(text->fold[end]) &&
         !word_of_no_name(knowledge, text, end, limit)) {
    count++;
    end++;
  }
  return count;
}

int32_t dz_carried_indicator(const dz_knowledge *knowledge, const dz_report *report,
                             const dz_clause *clause, size_t quantity) {
  enum { CARRIED_MOST = 8, JOINED_MOST = 24 };
  const dz_text *text = &report->text;
  dz_span piece = piece_of(knowledge, report, clause, quantity);
  uint32_t joined[CARRIED_MOST + JOINED_MOST], figure = dz_quantity_fold(report, quantity).start;
  size_t own = figure - piece.start;
  int32_t value;

  if (piece.start <= clause->fold.start || own > JOINED_MOST || !own) return -1;
  for (size_t carried = 2; carried <= CARRIED_MOST; carried++) {
    if (clause->fold.start + carried >= piece.start) break;
    memcpy(joined, text->fold + clause->fold.start, carried * sizeof *joined);
    memcpy(joined + carried, text->fold + piece.start, own * sizeof *joined);
    if (dz_trie_longest(&knowledge->indicators->trie, joined, carried + own, &value) > carried)
      return value;
  }
  return -1;
}

bool dz_attribute_in(const dz_knowledge *knowledge, const dz_text *text, dz_span fold,
                     dz_attribute attribute) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&knowledge->attributes->trie, text->fold + i, fold.end - i,
                                    &value);
    if (length && dz_attribute_said(&knowledge->attributes->word[value], attribute)) return true;
    i += length ? length : 1;
  }
  return false;
}

bool dz_is_incident(const dz_knowledge *knowledge, const dz_report *report, size_t quantity) {
  const dz_quantity *count = &report->quantities[quantity];
  dz_span fold = dz_quantity_fold(report, quantity);
  int32_t value;

  if (count->masked || count->number.coefficient <= 0 || fold.end <= fold.start) return false;
  return dz_trie_longest(&knowledge->attributes->trie, report->text.fold + fold.end - 1, 1,
                         &value) &&
         dz_attribute_said(&knowledge->attributes->word[value], DZ_ATTRIBUTE_INCIDENT);
}

/* 未来五年奋斗目标 is of several years; 未来五年目标和2024年工作 is of both. */
static bool names_years(const dz_knowledge *knowledge, const dz_report *report, dz_span heading) {
  dz_span fold = dz_span_to_fold(&report->text, heading);
  bool several = false;
  int32_t value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&knowledge->attributes->trie, report->text.fold + i,
                                    fold.end - i, &value);
    const dz_attribute_saying *time =
        length ? dz_attribute_said(&knowledge->attributes->word[value], DZ_ATTRIBUTE_TIME) : NULL;
    if (year_at(&report->text, i, fold.end)) return false;
    if (time && time->value != DZ_TIME_SEVERAL) return false;
    several = several || time;
    i += length ? length : 1;
  }
  return several;
}

bool dz_is_outlook(const dz_topics *topics, const dz_query *query, size_t report,
                   const dz_commitment *commitment) {
  const dz_topic_report *topic = &topics->reports[report];
  const dz_clause *clause = dz_array_at(&topic->clauses, query->clause);
  const dz_report *r = topic->report;

  if (r->sentences[clause->sentence].function == DZ_FUNCTION_OUTLOOK) return true;
  for (int32_t s = commitment->section; s >= 0; s = r->sections[s].parent)
    if (names_years(topics->knowledge, r, r->sections[s].heading)) return true;
  return false;
}

bool dz_is_main_target(const dz_knowledge *knowledge, const dz_report *report,
                       const dz_commitment *commitment) {
  size_t paragraph = dz_spans_behind(report->paragraphs, report->paragraph_count,
                                     sizeof *report->paragraphs, commitment->span.start);
  dz_span before;

  if (commitment->kind != DZ_KIND_TARGET || paragraph == report->paragraph_count) return false;
  before = dz_span_to_fold(
      &report->text, (dz_span){report->paragraphs[paragraph].span.start, commitment->span.start});
  if (before.end > before.start + CONTEXT_MOST) before.start = before.end - CONTEXT_MOST;
  if (dz_attribute_in(knowledge, &report->text, before, DZ_ATTRIBUTE_GOALS)) return true;
  for (size_t k = 1; k <= GOAL_LINES && k <= paragraph; k++) { /* targets on lines of their own */
    before = dz_span_to_fold(&report->text, report->paragraphs[paragraph - k].span);
    if (before.end > before.start + LINE_MOST) return false;
    if (dz_attribute_in(knowledge, &report->text, before, DZ_ATTRIBUTE_GOALS)) return true;
  }
  return false;
}

/* 预期目标是 or 预期目标: sets targets; 完成预期目标 does not. */
static bool leads_in(const dz_knowledge *knowledge, const dz_text *text, dz_span fold) {
  int32_t value;

  for (size_t i = fold.start; i < fold.end;) {
    size_t length = dz_trie_longest(&knowledge->attributes->trie, text->fold + i, fold.end - i,
                                    &value);
    if (length && dz_attribute_said(&knowledge->attributes->word[value], DZ_ATTRIBUTE_GOALS) &&
        dz_cp_in(dz_fold_at(text, i + length), U"是为:"))
      return true;
    i += length ? length : 1;
  }
  return false;
}

bool dz_sets_targets(const dz_knowledge *knowledge, const dz_report *report,
                     const dz_clause *clause, uint32_t position) {
  dz_span fold = report->sentences[clause->sentence].fold;

  fold.end = position;
  if (fold.end > fold.start + CONTEXT_MOST) fold.start = fold.end - CONTEXT_MOST;
  if (fold.end > fold.start && leads_in(knowledge, &report->text, fold)) return true;
  if (!clause->paragraph) return false;
  fold = dz_span_to_fold(&report->text, report->paragraphs[clause->paragraph - 1].span);
  return fold.end > fold.start && fold.end <= fold.start + LINE_MOST &&
         leads_in(knowledge, &report->text, fold);
}
