/* review.c - runs every check on every report */
#include "review.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "review_points.h"

typedef struct boxed_review {
  dz_review review;
  dz_arena arena;
} boxed_review;

typedef dz_status check(const dz_report *report, const dz_knowledge *knowledge,
                        dz_finding_list *list, dz_error *error);

static check *const checks[] = {
    dz_review_sections, dz_review_title,      dz_review_numbering, dz_review_portfolio,
    dz_review_formulas, dz_review_periods,    dz_review_places,    dz_review_terms,
    dz_review_levels,   dz_review_arithmetic, dz_review_figures,   dz_review_spoilt,
};

static size_t place_of(const dz_finding *finding) {
  return finding->span_count ? finding->spans[0].start : SIZE_MAX; /* what is absent comes last */
}

static int by_place(const void *a, const void *b) {
  const dz_finding *left = a, *right = b;
  size_t x = place_of(left), y = place_of(right);

  if (left->report != right->report) return left->report < right->report ? -1 : 1;
  if (x != y) return x < y ? -1 : 1;
  if (left->kind != right->kind) return left->kind < right->kind ? -1 : 1;
  if (left->severity != right->severity) return left->severity > right->severity ? -1 : 1;
  return strcmp(left->message_zh, right->message_zh);
}

/* Orders findings that say the same next to each other. */
static int by_words(const void *a, const void *b) {
  const dz_finding *left = a, *right = b;
  int order = left->report == right->report ? strcmp(left->message_zh, right->message_zh) : 0;

  return order ? order : by_place(a, b);
}

/* Of what holds several places already (a sum and its parts), each stays by itself. */
static bool says_same(const dz_finding *a, const dz_finding *b) {
  return a->span_count == 1 && b->span_count == 1 && a->report == b->report && a->kind == b->kind &&
         a->severity == b->severity && a->canonical == b->canonical &&
         !strcmp(a->message_zh, b->message_zh) &&
         !strcmp(a->expected ? a->expected : "", b->expected ? b->expected : "");
}

/* Two checks have found the same of the same place: A，占计划B的C% is a share and a plan. */
static bool is_twin(const dz_finding *a, const dz_finding *b) {
  return a->report == b->report && a->kind == b->kind && a->span_count == b->span_count &&
         !strcmp(a->message_zh, b->message_zh) &&
         !memcmp(a->spans, b->spans, a->span_count * sizeof *a->spans);
}

/* Puts the places of findings[0, count) on the first of them. */
static dz_status join(dz_finding *findings, size_t count, dz_arena *arena, dz_error *error) {
  dz_span *spans = dz_arena_alloc(arena, count * sizeof *spans);

  if (!spans) return dz_fail_memory(error);
  for (size_t i = 0; i < count; i++) spans[i] = findings[i].spans[0];
  findings[0].spans = spans;
  findings[0].span_count = count;
  return DZ_OK;
}

/* Findings that say the same of several places become one. */
static dz_status join_same(dz_finding_list *list, dz_error *error) {
  dz_finding *findings = list->findings.items;
  size_t count = list->findings.count, kept = 0, end;
  dz_status status = DZ_OK;

  if (count) qsort(findings, count, sizeof *findings, by_words);
  for (size_t i = 0; i < count && !status; i = end) {
    for (end = i + 1; end < count && says_same(&findings[i], &findings[end]);) end++;
    if (end > i + 1) status = join(&findings[i], end - i, list->arena, error);
    if (!kept || !is_twin(&findings[kept - 1], &findings[i])) findings[kept++] = findings[i];
  }
  list->findings.count = kept;
  if (kept) qsort(findings, kept, sizeof *findings, by_place);
  return status;
}

static dz_status run_checks(dz_finding_list *list, dz_checked *checked,
                            const dz_report *const *reports, size_t report_count,
                            const dz_knowledge *knowledge, dz_error *error) {
  dz_status status = DZ_OK;

  for (list->report = 0; list->report < report_count && !status; list->report++) {
    list->checked = (dz_checked){.figures = reports[list->report]->quantity_count};
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !status; i++)
      status = checks[i](reports[list->report], knowledge, list, error);
    checked[list->report] = list->checked;
  }
  return status ? status : join_same(list, error);
}

dz_status dz_review_build(dz_review **out, const dz_report *const *reports, size_t report_count,
                          const dz_knowledge *knowledge, dz_error *error) {
  boxed_review *box = calloc(1, sizeof *box);
  dz_finding_list list = {.findings = dz_array_of(sizeof(dz_finding))};
  dz_checked *checked;
  dz_status status;

  if (!box) return dz_fail_memory(error);
  dz_arena_init(&box->arena);
  list.arena = &box->arena;
  checked = dz_arena_array(&box->arena, report_count, sizeof *checked);
  status = checked ? run_checks(&list, checked, reports, report_count, knowledge, error)
                   : dz_fail_memory(error);
  box->review.reports = dz_arena_copy(&box->arena, reports, report_count * sizeof *reports);
  box->review.report_count = report_count;
  box->review.checked = checked;
  box->review.finding_count = list.findings.count;
  box->review.findings = dz_array_freeze(&list.findings, &box->arena);
  if (!status && (!box->review.reports || !box->review.findings)) status = dz_fail_memory(error);
  if (!status) status = dz_review_points(&box->review, &box->arena, error);
  dz_array_free(&list.findings);
  if (status)
    dz_review_free(&box->review);
  else
    *out = &box->review;
  return status;
}

void dz_review_free(dz_review *review) {
  boxed_review *box = (boxed_review *)review;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
