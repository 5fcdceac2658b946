/* portfolio.c - fields of work a writer names as his own and never speaks of again */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/review_words.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/sections/canonical.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"

enum {
  MAX_FIELDS = 24,
  FIELD_MAX = 14,   /* code points of the name of one field */
  LIST_REACH = 120, /* of the whole list behind 分管 */
  FIELDS_LEAST = 2, /* a list has two; one word behind 分管 may be anything */
  STRONG_LEAST = 6  /* one strong cue tells which field it is */
};

typedef struct field {
  dz_span fold;
  const dz_canonical *canonical; /* NULL: no field of the table */
  bool reported;
} field;

typedef struct portfolio {
  const dz_report *report;
  const dz_knowledge *knowledge;
  dz_section_score *scores;
  field fields[MAX_FIELDS];
  size_t count;
} portfolio;

static const dz_canonical *classify(portfolio *p, dz_span fold) {
  const dz_taxonomy *taxonomy = p->knowledge->taxonomy;
  const dz_canonical *best = NULL;
  uint32_t most = STRONG_LEAST - 1;

  dz_section_cues_score(p->knowledge->section_cues, p->report->text.fold, fold, p->scores);
  for (size_t i = 0; i < taxonomy->node_count; i++) {
    const dz_section_score *score = &p->scores[i];
    if (!taxonomy->nodes[i].parent || !dz_canonical_in(&taxonomy->nodes[i], "duties")) continue;
    if (score->strong <= most + score->veto) continue;
    most = (uint32_t)(score->strong - score->veto);
    best = &taxonomy->nodes[i];
  }
  return best;
}

/* 工作, 等, 领域 at the end of a name, 的 and 工作 in front of it */
static dz_span trim(const portfolio *p, dz_span span) {
  const uint32_t *fold = p->report->text.fold;
  const dz_word_set *sets = p->knowledge->review_words->sets;
  uint32_t tail, head;

  do {
    tail = dz_set_before(&sets[DZ_SET_FIELD_TAIL], fold, span.end);
    tail = tail < span.end - span.start ? tail : 0;
    span.end -= tail;
    head = dz_set_at(&sets[DZ_SET_FIELD_HEAD], fold, span.start, span.end);
    head = head < span.end - span.start ? head : 0;
    span.start += head;
  } while (tail || head);
  return span;
}

static bool add_field(portfolio *p, dz_span span) {
  if (span.end <= span.start) return true;
  span = trim(p, span);
  if (p->count == MAX_FIELDS || span.end < span.start + 2 || span.end - span.start > FIELD_MAX)
    return false;
  if (dz_set_in(&p->knowledge->review_words->sets[DZ_SET_NO_FIELD], p->report->text.fold, span))
    return false;
  p->fields[p->count++] = (field){.fold = span, .canonical = classify(p, span)};
  return true;
}

/* The list behind 分管 at fold[at): 民政、文旅、环保等工作. false if it is none:
 * an item names no field, or less than half are fields that the tables know. */
static bool read_list(portfolio *p, uint32_t at) {
  const uint32_t *fold = p->report->text.fold;
  uint32_t limit = (uint32_t)p->report->text.fold_length, start = at;
  size_t known = 0;

  if (limit > at + LIST_REACH) limit = at + LIST_REACH;
  p->count = 0;
  for (uint32_t i = at; i < limit; i++) {
    bool ends = dz_cp_in(fold[i], U",。;:!\n") || (fold[i] == U'等' && i > start);
    if (!ends && fold[i] != U'、' && fold[i] != U'和' && fold[i] != U'及') continue;
    if (!add_field(p, (dz_span){start, i})) return false;
    start = i + 1;
    if (ends) break;
  }
  for (size_t i = 0; i < p->count; i++) known += p->fields[i].canonical != NULL;
  return p->count >= FIELDS_LEAST && known * 2 >= p->count;
}

/* The first list of at least two fields behind 分管, in the opening or where
 * the writer speaks of his own part. */
static bool find_list(portfolio *p, uint32_t *end) {
  const dz_text *text = &p->report->text;

  for (uint32_t at = 0; at + 2 < text->fold_length; at++) {
    if (text->fold[at] != U'分' || text->fold[at + 1] != U'管') continue;
    if (!read_list(p, at + 2)) continue;
    *end = p->fields[p->count - 1].fold.end;
    return true;
  }
  return false;
}

static bool same_words(const uint32_t *fold, dz_span word, uint32_t at, uint32_t end) {
  uint32_t length = word.end - word.start;

  return at + length <= end && !memcmp(fold + at, fold + word.start, length * sizeof *fold);
}

/* Are two characters of the name that stand side by side in it named behind the list? 学科建设 is
 * reported where 学科 is; what stands in no other word is not looked for. */
static bool is_mentioned(const portfolio *p, dz_span word, uint32_t behind) {
  const uint32_t *fold = p->report->text.fold;
  uint32_t end = (uint32_t)p->report->text.fold_length;

  for (uint32_t k = word.start; k + 2 <= word.end; k++) {
    dz_span pair = {k, k + 2};
    if (dz_set_at(&p->knowledge->review_words->sets[DZ_SET_FIELD_TAIL], fold, k, k + 2)) continue;
    for (uint32_t at = behind; at < end; at++)
      if (same_words(fold, pair, at, end)) return true;
  }
  return false;
}

static bool is_reported(const portfolio *p, const field *f, uint32_t behind) {
  for (size_t i = 0; f->canonical && i < p->report->section_count; i++)
    if (p->report->sections[i].canonical == f->canonical) return true;
  return is_mentioned(p, f->fold, behind);
}

static bool remark_unreported(portfolio *p, dz_finding_list *list) {
  const dz_text *text = &p->report->text;
  dz_span spans[MAX_FIELDS];
  const char *names = "";
  size_t count = 0;

  for (size_t i = 0; i < p->count; i++) {
    if (p->fields[i].reported) continue;
    dz_span span = dz_fold_to_span(text, p->fields[i].fold);
    const char *quote = dz_finding_quote(list, p->report, span);
    names = quote ? dz_finding_text(list, "%s%s%s", names, count ? "、" : "", quote) : NULL;
    if (!names) return false;
    spans[count++] = span;
  }
  return !count ||
         dz_finding_add(
             list, DZ_FIND_PORTFOLIO_MISMATCH,
             dz_finding_text(list, "分工中有“%s”，正文没有相应的报告", names),
             dz_finding_text(list, "named as the writer's own work, not reported on: %s", names),
             spans, count);
}

dz_status dz_review_portfolio(const dz_report *report, const dz_knowledge *knowledge,
                              dz_finding_list *list, dz_error *error) {
  portfolio p = {.report = report, .knowledge = knowledge};
  uint32_t end;
  bool ok;

  if (report->type == DZ_TYPE_GWR || report->type == DZ_TYPE_OTHER) return DZ_OK;
  p.scores = malloc((knowledge->taxonomy->node_count + 1) * sizeof *p.scores);
  ok = p.scores != NULL;
  if (ok && find_list(&p, &end)) {
    for (size_t i = 0; i < p.count; i++) p.fields[i].reported = is_reported(&p, &p.fields[i], end);
    ok = remark_unreported(&p, list);
  }
  free(p.scores);
  return ok ? DZ_OK : dz_fail_memory(error);
}
