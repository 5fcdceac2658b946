/* rates.c - similarity matrix, figures per report and section, position
 * bar; docs/reuse.md defines each */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "diff/office.h"
#include "steps.h"

enum { ANY = 1, OWN_WORDING = 2, OTHERS = 4, TEMPLATE = 8, DISTINCTIVE = 16, THIS_PAIR = 32 };
enum { BAR_CELLS = sizeof(((dz_reuse_rates *)0)->bar) };

typedef struct marking {
  const dz_reuse_work *work;
  uint8_t **marks; /* per report, per symbol */
} marking;

static size_t marked(const dz_view *view, const uint8_t *marks, uint32_t start, uint32_t end,
                     uint8_t bits) {
  size_t sum = 0;

  for (uint32_t i = start; i < end; i++)
    if (marks[i] & bits) sum += view->units[i + 1] - view->units[i];
  return sum;
}

static uint8_t bits_of(const dz_reuse_work *work, const dz_judged *f) {
  const dz_comparison *c = work->job->comparison;
  uint8_t bits = ANY;

  if (f->class != DZ_REUSE_FORMULA) bits |= OWN_WORDING;
  if (f->class == DZ_REUSE_TEMPLATE) bits |= TEMPLATE;
  if (f->class == DZ_REUSE_DISTINCTIVE) bits |= DISTINCTIVE;
  if (!dz_office_years(c->reports[f->report_a], c->reports[f->report_b])) bits |= OTHERS;
  return bits;
}

/* Sets (or clears, with ~bits) marks where one side of a passage stands in
 * equal runs; returns the characters that were not marked with them before. */
static size_t mark_runs(const marking *m, const dz_judged *f, bool side_a, uint8_t bits,
                        bool clear) {
  const dz_match *list = dz_array_at(&m->work->matches, f->first_match);
  uint32_t report = side_a ? f->report_a : f->report_b;
  const dz_view *view = &m->work->sides[report].view;
  uint8_t *marks = m->marks[report];
  size_t sum = 0;

  for (uint32_t i = 0; i < (f->match_count ? f->match_count : 1); i++) {
    uint32_t from = side_a ? f->a : f->b,
             to = side_a ? f->a_end : f->b_end; /* a run is all equal */
    if (f->match_count) {
      from = side_a ? list[i].a : list[i].b;
      to = from + list[i].length;
    }
    for (uint32_t k = from; k < to; k++) {
      if ((marks[k] & bits) != bits) sum += view->units[k + 1] - view->units[k];
      marks[k] = clear ? marks[k] & (uint8_t)~bits : marks[k] | bits;
    }
  }
  return sum;
}

/* Characters of one side that stand in equal runs of the passages
 * found[first..end) of one pair. */
static size_t pair_share(const marking *m, size_t first, size_t end, bool side_a) {
  const dz_judged *found = m->work->found.items;
  size_t sum = 0;

  for (size_t i = first; i < end; i++) sum += mark_runs(m, &found[i], side_a, THIS_PAIR, false);
  for (size_t i = first; i < end; i++) {
    mark_runs(m, &found[i], side_a, THIS_PAIR, true);
    mark_runs(m, &found[i], side_a, bits_of(m->work, &found[i]), false);
  }
  return sum;
}

static double share(size_t part, size_t whole) {
  return whole ? (double)part / (double)whole : 0;
}

static void fill_similarity(const marking *m, double *similarity) {
  const dz_judged *found = m->work->found.items;
  size_t n = m->work->job->comparison->report_count, count = m->work->found.count;

  for (size_t i = 0; i < n; i++) similarity[i * n + i] = 1;
  for (size_t i = 0, end; i < count; i = end) { /* passages of a pair follow each other */
    uint32_t a = found[i].report_a, b = found[i].report_b;
    const dz_view *va = &m->work->sides[a].view, *vb = &m->work->sides[b].view;
    for (end = i + 1; end < count && found[end].report_a == a && found[end].report_b == b;) end++;
    similarity[a * n + b] = share(pair_share(m, i, end, true), va->units[va->count]);
    similarity[b * n + a] = share(pair_share(m, i, end, false), vb->units[vb->count]);
  }
}

/* The sums over the whole report and its position bar, in one pass. */
static void fill_sums(const dz_view *view, const uint8_t *marks, dz_reuse_rates *rates) {
  size_t own_wording = 0, others = 0;

  rates->total = view->units[view->count];
  for (uint32_t i = 0; i < view->count; i++) {
    size_t units = view->units[i + 1] - view->units[i], cell;
    unsigned char class = DZ_REUSE_FORMULA + 1;
    if (!marks[i] || !units) continue;
    rates->repeated += units;
    if (marks[i] & OWN_WORDING) own_wording += units;
    if (marks[i] & OTHERS) others += units;
    if (marks[i] & TEMPLATE) class = DZ_REUSE_TEMPLATE + 1;
    if (marks[i] & DISTINCTIVE) class = DZ_REUSE_DISTINCTIVE + 1;
    cell = (size_t)view->units[i] * BAR_CELLS / rates->total;
    do /* a character of a short report fills more than one cell */
      if (class > rates->bar[cell]) rates->bar[cell] = class;
    while (++cell < BAR_CELLS && cell * rates->total < (size_t)view->units[i + 1] * BAR_CELLS);
  }
  rates->overall = share(rates->repeated, rates->total);
  rates->without_formula = share(own_wording, rates->total);
  rates->without_own = share(others, rates->total);
}

static dz_status fill_sections(const dz_job *job, const dz_view *view, const uint8_t *marks,
                               dz_reuse_rates *rates, dz_error *error) {
  const dz_report *report = view->report;
  dz_section_reuse *list = dz_arena_array(job->arena, report->section_count, sizeof *list);

  if (!list) return dz_fail_memory(error);
  for (size_t i = 0; i < report->section_count; i++) {
    dz_span extent = report->sections[i].extent;
    uint32_t start = dz_view_index(view,
                                   (uint32_t)dz_text_fold_position(&report->text, extent.start));
    uint32_t end = dz_view_index(view, (uint32_t)dz_text_fold_position(&report->text, extent.end));
    list[i].total = view->units[end] - view->units[start];
    list[i].repeated = marked(view, marks, start, end, ANY);
    list[i].own_wording = marked(view, marks, start, end, OWN_WORDING);
  }
  rates->sections = list;
  return DZ_OK;
}

static dz_status fill_rates(const marking *m, size_t i, const double *similarity,
                            dz_reuse_rates *rates, dz_error *error) {
  const dz_job *job = m->work->job;
  const dz_view *view = &m->work->sides[i].view;
  size_t n = job->comparison->report_count;

  fill_sums(view, m->marks[i], rates);
  rates->single_max_report = -1;
  for (size_t k = 0; k < n; k++) {
    if (k == i || similarity[i * n + k] <= rates->single_max) continue;
    rates->single_max = similarity[i * n + k];
    rates->single_max_report = (int32_t)k;
  }
  return fill_sections(job, view, m->marks[i], rates, error);
}

dz_status dz_reuse_rate(const dz_reuse_work *work, dz_error *error) {
  dz_comparison *c = work->job->comparison;
  size_t n = c->report_count;
  double *similarity = dz_arena_array(work->job->arena, n * n, sizeof *similarity);
  dz_reuse_rates *rates = dz_arena_array(work->job->arena, n, sizeof *rates);
  marking m = {.work = work, .marks = calloc(n, sizeof *m.marks)};
  dz_status status = similarity && rates && m.marks ? DZ_OK : dz_fail_memory(error);

  for (size_t i = 0; i < n && !status; i++) {
    m.marks[i] = calloc(work->sides[i].view.count + 1, 1);
    if (!m.marks[i]) status = dz_fail_memory(error);
  }
  if (!status) fill_similarity(&m, similarity);
  for (size_t i = 0; i < n && !status; i++)
    status = fill_rates(&m, i, similarity, &rates[i], error);
  for (size_t i = 0; m.marks && i < n; i++) free(m.marks[i]);
  free(m.marks);
  c->similarity = similarity;
  c->rates = rates;
  return status;
}
