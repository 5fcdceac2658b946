/* section.c - parts that are absent, empty, or promised and not there */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "knowledge/title_parts.h"
#include "normalize/sections/coverage.h"
#include "review.h"
#include "text/spans.h"

static dz_finding *add(dz_finding_list *list, dz_finding_kind kind, const dz_canonical *canonical,
                       const char *zh, const char *en, const dz_span *spans, size_t span_count) {
  dz_finding *finding = dz_finding_add(list, kind, dz_finding_text(list, zh, canonical->name_zh),
                                       dz_finding_text(list, en, canonical->name_en), spans,
                                       span_count);

  if (finding) finding->canonical = canonical;
  return finding;
}

/* A part that a rule asks of such a report, or without which it is none, is worth a warning, a
 * customary one a note. */
static bool add_missing(dz_finding_list *list, const dz_canonical *canonical,
                        dz_requirement requirement) {
  bool required = requirement == DZ_REQUIRED;
  dz_finding *finding = add(list, DZ_FIND_MISSING_SECTION, canonical,
                            required ? "缺少这类报告应有的部分：%s"
                                     : "没有这类报告通常会有的部分：%s",
                            required ? "a part that such a report is to have is absent: %s"
                                     : "a part that is customary is absent: %s",
                            NULL, 0);

  if (!finding) return false;
  finding->severity = required ? DZ_WARNING : DZ_NOTE;
  return true;
}

/* Nothing was recognised, but some wording may be it: never called absent. */
static bool add_unrecognised(dz_finding_list *list, const dz_report *report,
                             const dz_canonical *canonical) {
  const dz_likely *likely = dz_report_likely(report, canonical);
  const char *quote = likely ? dz_finding_quote(list, report, likely->span) : "";
  dz_finding *finding;

  if (!quote) return false;
  finding = dz_finding_add(
      list, DZ_FIND_UNRECOGNISED,
      *quote ? dz_finding_text(list, "未认出%s部分，可能是“%s”", canonical->name_zh, quote)
             : dz_finding_text(list, "未认出%s部分", canonical->name_zh),
      *quote ? dz_finding_text(list, "%s: not recognised, perhaps “%s”", canonical->name_en, quote)
             : dz_finding_text(list, "%s: not recognised", canonical->name_en),
      likely ? &likely->span : NULL, likely != NULL);
  if (finding) finding->canonical = canonical;
  return finding != NULL;
}

/* The first passage that should play the part and says nothing. */
static bool add_vacuous(dz_finding_list *list, const dz_report *report,
                        const dz_canonical *canonical) {
  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section *section = &report->sections[i];
    if (!section->vacuous || dz_canonical_family(section->canonical) != canonical) continue;
    bool admits = dz_canonical_in(canonical, "shortcomings"),
         plans = dz_canonical_in(canonical, "plans");
    dz_finding *finding = add(list, DZ_FIND_VACUOUS_SECTION, canonical,
                              admits  ? "%s只有表态，没有说出具体问题"
                              : plans ? "%s只有表态，没有说出具体事项"
                                      : "%s只有标题，没有内容",
                              admits  ? "%s: words only, no problem is named"
                              : plans ? "%s: words only, nothing to be done is named"
                                      : "%s: a heading with nothing below it",
                              &section->extent, 1);
    if (!finding) return false;
    if (plans)
      finding->severity =
          DZ_NOTE; /* a closing pledge is the custom; only its emptiness is remarked */
    return true;
  }
  return true;
}

/* A heading that names two parts (存在问题及努力方向, 不足与打算) stands for the first; the second is no less
 * there. */
static bool is_named(const dz_report *report, const dz_knowledge *knowledge,
                     const dz_canonical *canonical, dz_section_score *scores) {
  enum { CUE_POINTS = 6 }; /* one strong cue */

  for (size_t i = 0; i < report->section_count; i++) {
    const dz_section_score *score = &scores[canonical->order];
    if (!report->sections[i].headed) continue;
    dz_section_cues_score_heading(knowledge->section_cues, report->text.fold,
                                  dz_span_to_fold(&report->text, report->sections[i].heading),
                                  scores);
    if (score->exact || score->strong >= CUE_POINTS + score->veto) return true;
  }
  return false;
}

static bool has_headings(const dz_report *report) {
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].headed) return true;
  return false;
}

dz_status dz_review_sections(const dz_report *report, const dz_knowledge *knowledge,
                             dz_finding_list *list, dz_error *error) {
  const dz_taxonomy *taxonomy = knowledge->taxonomy;
  dz_section_score *scores = malloc((taxonomy->node_count + 1) * sizeof *scores);
  bool ok = scores != NULL;

  for (size_t i = 0; i < taxonomy->node_count && ok; i++) {
    const dz_canonical *canonical = &taxonomy->nodes[i];
    dz_requirement requirement = dz_report_requires(report, canonical);
    dz_coverage coverage;
    if (canonical->level != 1 || requirement < DZ_CUSTOMARY) continue;
    if (requirement == DZ_CUSTOMARY && !has_headings(report))
      continue; /* one sentence may be all there is of it */
    list->checked.sections++;
    coverage = dz_report_coverage(report, canonical);
    if (coverage == DZ_NOT_COVERED && !is_named(report, knowledge, canonical, scores))
      ok = add_missing(list, canonical, requirement);
    /* of a customary part that may be there nothing certain can be said */
    if (coverage == DZ_COVERED_DOUBTFUL && requirement == DZ_REQUIRED)
      ok = add_unrecognised(list, report, canonical);
    if (coverage == DZ_COVERED_EMPTY) ok = add_vacuous(list, report, canonical);
  }
  free(scores);
  return ok ? DZ_OK : dz_fail_memory(error);
}

/* A part of level 2 must be there itself: 述德 is not fulfilled by 述学. */
static bool is_there(const dz_report *report, const dz_canonical *canonical) {
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].canonical == canonical ||
        (canonical->level == 1 && dz_canonical_family(report->sections[i].canonical) == canonical))
      return true;
  return false;
}

dz_status dz_review_title(const dz_report *report, const dz_knowledge *knowledge,
                          dz_finding_list *list, dz_error *error) {
  const dz_title_parts *parts = knowledge->title_parts;
  const dz_text *text = &report->text;
  dz_span title = dz_span_to_fold(text, report->title);

  for (uint32_t at = title.start; at < title.end; at++) {
    int32_t row;
    size_t length = dz_trie_longest(&parts->words, text->fold + at, title.end - at, &row);
    const dz_canonical *promised;
    dz_finding *finding;
    if (!length) continue;
    promised = parts->parts[row].canonical;
    if (is_there(report, promised) || dz_report_coverage(report, promised) == DZ_COVERED) continue;
    if (promised->level == 1 && dz_report_requires(report, promised) == DZ_REQUIRED)
      continue; /* said already */
    dz_span span = dz_fold_to_span(text, (dz_span){at, at + (uint32_t)length});
    finding = dz_finding_add(list, DZ_FIND_TITLE_CONTENT,
                             dz_finding_text(list, "标题写有“%s”，正文没有%s部分",
                                             parts->parts[row].word, promised->name_zh),
                             dz_finding_text(list,
                                             "the title promises “%s”; there is no part on %s",
                                             parts->parts[row].word, promised->name_en),
                             &span, 1);
    if (!finding) return dz_fail_memory(error);
    finding->canonical = promised;
    finding->expected = promised->name_zh;
  }
  return DZ_OK;
}
