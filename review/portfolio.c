/* portfolio.c - the fields of work a writer names as his own against
 * those he reports on */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/sections/canonical.h"
#include "review.h"
#include "text/phrase.h"
#include "text/spans.h"

enum {
  MAX_FIELDS = 24,
  FIELD_MAX = 14,    /* code points of the name of one field */
  LIST_REACH = 120,  /* of the whole list behind 分管 */
  FIELDS_LEAST = 2,  /* a list has two; one word behind 分管 may be anything */
  STRONG_LEAST = 6,  /* one strong cue tells which field it is */
  MENTIONS_LEAST = 2 /* sentences on a field that no heading names */
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
static dz_span trim(const uint32_t *fold, dz_span span) {
  static const uint32_t *const tails[] = {U"等工作", U"工作", U"领域", U"事务",
                                          U"方面",   U"等",   U"的"};
  static const uint32_t *const heads[] = {U"的",   U"工作", U"事关", U"涉及",
                                          U"包括", U"和",   U"着",   U"了"};
  bool changed = true;

  while (changed && span.start < span.end) {
    changed = false;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
      uint32_t length = tails[i][1] ? tails[i][2] ? 3 : 2 : 1;
      if (span.end - span.start <= length ||
          !dz_word_at(fold, span.end - length, span.end, tails[i]))
        continue;
      span.end -= length;
      changed = true;
    }
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
      uint32_t length = heads[i][1] ? 2 : 1;
      if (span.end - span.start <= length || !dz_word_at(fold, span.start, span.end, heads[i]))
        continue;
      span.start += length;
      changed = true;
    }
  }
  return span;
}

static bool add_field(portfolio *p, dz_span span) {
  static const uint32_t *const no_field[] = {U"部门", U"单位", U"领域", U"同志",
                                             U"负责", U"乡镇", U"联系"};

  span = trim(p->report->text.fold, span);
  if (span.end == span.start) return true;
  if (p->count == MAX_FIELDS || span.end < span.start + 2 || span.end - span.start > FIELD_MAX)
    return false;
  if (dz_word_in(p->report->text.fold, span, no_field, sizeof no_field / sizeof *no_field))
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

/* In how many sentences below a heading of the duties the field is named. */
static size_t count_mentions(const portfolio *p, dz_span word, uint32_t behind) {
  const dz_report *report = p->report;
  size_t count = 0;

  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *sentence = &report->sentences[i];
    const dz_canonical *around = sentence->section >= 0
                                     ? report->sections[sentence->section].canonical
                                     : NULL;
    if (sentence->fold.start < behind || !dz_canonical_in(around, "duties")) continue;
    if (around->level == 1 && !sentence->heading) continue;
    for (uint32_t at = sentence->fold.start; at < sentence->fold.end; at++)
      if (same_words(report->text.fold, word, at, sentence->fold.end)) {
        count += sentence->heading ? MENTIONS_LEAST : 1;
        break;
      }
  }
  return count;
}

static bool is_reported(const portfolio *p, const field *f, uint32_t behind) {
  for (size_t i = 0; f->canonical && i < p->report->section_count; i++)
    if (p->report->sections[i].canonical == f->canonical) return true;
  return count_mentions(p, f->fold, behind) >= MENTIONS_LEAST;
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

/* A section of its own on a field that the list does not have: its heading says so, its text
 * alone is not enough. */
static bool remark_unlisted(portfolio *p, dz_finding_list *list) {
  static const char *const general[] = {"duties.misc", "duties.economy_macro",
                                        "duties.performance_eval", "duties.office_coordination"};
  const dz_report *report = p->report;

  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *section = &report->sections[i];
    bool listed = !section->headed || section->level != 2 || section->confidence < 0.75f ||
                  !dz_canonical_in(section->canonical, "duties") || section->canonical->level != 2;
    for (size_t k = 0; k < sizeof general / sizeof *general && !listed; k++)
      listed = !strcmp(section->canonical->id, general[k]);
    for (size_t k = 0; k < p->count && !listed; k++)
      listed = p->fields[k].canonical == section->canonical;
    if (!listed)
      listed = classify(p, dz_span_to_fold(&report->text, section->heading)) != section->canonical;
    if (listed) continue;
    dz_finding *finding = dz_finding_add(
        list, DZ_FIND_PORTFOLIO_MISMATCH,
        dz_finding_text(list, "专节报告了%s，但开头的分工中没有列出", section->canonical->name_zh),
        dz_finding_text(
            list, "has a section on %s, which the portfolio stated at the beginning does not name",
            section->canonical->name_en),
        &section->heading, 1);
    if (!finding) return false;
    finding->severity = DZ_NOTE;
    finding->canonical = section->canonical;
  }
  return true;
}

dz_status dz_review_portfolio(const dz_report *report, const dz_knowledge *knowledge,
                              dz_finding_list *list, dz_error *error) {
  portfolio p = {.report = report, .knowledge = knowledge};
  uint32_t end;
  size_t reported = 0, known = 0;
  bool ok;

  if (report->type == DZ_TYPE_GWR || report->type == DZ_TYPE_OTHER) return DZ_OK;
  p.scores = malloc((knowledge->taxonomy->node_count + 1) * sizeof *p.scores);
  ok = p.scores != NULL;
  if (ok && find_list(&p, &end)) {
    for (size_t i = 0; i < p.count; i++) {
      p.fields[i].reported = is_reported(&p, &p.fields[i], end);
      reported += p.fields[i].reported;
      known += p.fields[i].canonical != NULL;
    }
    ok = remark_unreported(&p, list);
    if (ok && known == p.count && reported == p.count) ok = remark_unlisted(&p, list);
  }
  free(p.scores);
  return ok ? DZ_OK : dz_fail_memory(error);
}
