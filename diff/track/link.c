/* link.c - the commitments of one report held against those of the next
 *
 * The same search as the ledger's (outcome.c, renewal.c), over the reports in
 * the order of their years. Between reports of the same year, or of offices
 * that are known to differ, nothing is linked: there is no earlier and later. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "diff/job.h"
#include "diff/office.h"
#include "diff/reading.h"
#include "diff/years.h"
#include "outcome.h"
#include "text/spans.h"

typedef struct linker {
  const dz_job *job;
  dz_topics topics;
  size_t *order;    /* report indices by year */
  bool no_review;   /* of the later report, hardly anything was read that it reports as done */
  uint8_t *renewed; /* per commitment of the later report: some earlier one went into it */
  dz_query query;
  dz_array links; /* dz_commitment_link */
} linker;

static bool are_comparable(const dz_report *a, const dz_report *b) {
  if (a->type != b->type) return false;
  if (dz_offices_differ(&(dz_offices){false, false}, a, b)) return false;
  if (a->type != DZ_TYPE_GWR && a->post && b->post && strcmp(a->post, b->post)) return false;
  return !a->year || !b->year || a->year < b->year;
}

/* Whether so much of both was read that their plans can be compared. An official's own report need
 * not plan. */
static bool are_read(const dz_report *a, const dz_report *b) {
  dz_ledger_reading earlier = dz_reading_of(a), later = dz_reading_of(b);

  if (!a->work_report || !b->work_report)
    return earlier != DZ_READ_NOTHING && later != DZ_READ_NOTHING;
  return dz_reading_plans(earlier) && dz_reading_plans(later);
}

static dz_commitment_change change_of(const dz_renewal *renewal, const dz_outcome *outcome) {
  static const dz_commitment_change changes[] = {
      [DZ_RENEWAL_RAISED] = DZ_CC_RAISED,     [DZ_RENEWAL_LOWERED] = DZ_CC_LOWERED,
      [DZ_RENEWAL_SAME] = DZ_CC_KEPT,         [DZ_RENEWAL_SOFTENED] = DZ_CC_SOFTENED,
      [DZ_RENEWAL_HARDENED] = DZ_CC_HARDENED, [DZ_RENEWAL_POSTPONED] = DZ_CC_POSTPONED,
      [DZ_RENEWAL_REWORDED] = DZ_CC_REWORDED,
  };

  if (renewal->report >= 0) return changes[renewal->change];
  return outcome->status == DZ_OUTCOME_MET || outcome->status == DZ_OUTCOME_EXCEEDED
             ? DZ_CC_FULFILLED
             : DZ_CC_DROPPED;
}

/* The words by which the later report tells that it is done. */
static dz_span told_by(const dz_renewal *renewal, const dz_outcome *outcome, size_t later) {
  bool there = change_of(renewal, outcome) == DZ_CC_FULFILLED && outcome->evidence_count &&
               outcome->evidence[0].report == later;

  return there ? outcome->evidence[0].span : (dz_span){0, 0};
}

/* Work reports hold hundreds of measures: only what can be tested is listed. */
static bool is_listed(const dz_report *report, const dz_commitment *commitment) {
  return commitment->testable || report->type != DZ_TYPE_GWR;
}

static dz_status link_earlier(linker *l, size_t a, size_t b, size_t commitment, dz_error *error) {
  dz_commitment_link *link;
  dz_outcome outcome;
  dz_renewal renewal;
  dz_status status = dz_query_of(&l->query, &l->topics, a, commitment, error);

  if (!status)
    status = dz_outcome_find(&outcome, &l->topics, &l->query, a, commitment, b, l->job->arena,
                             error);
  if (!status) status = dz_renewal_find(&renewal, &l->topics, &l->query, a, commitment, b, error);
  if (status) return status;
  if (renewal.report >= 0) l->renewed[renewal.commitment] = 1;
  if (renewal.report < 0 && l->no_review) return DZ_OK; /* its silence means nothing */
  if (!is_listed(l->topics.reports[a].report,
                 &l->topics.reports[a].report->commitments[commitment]))
    return DZ_OK;
  link = dz_array_push(&l->links);
  if (!link) return dz_fail_memory(error);
  *link = (dz_commitment_link){.change = change_of(&renewal, &outcome),
                               .told = told_by(&renewal, &outcome, b),
                               .earlier_report = (uint32_t)a,
                               .later_report = (uint32_t)b,
                               .earlier = (int32_t)commitment,
                               .later = renewal.report >= 0 ? renewal.commitment : -1};
  return DZ_OK;
}

/* The words of a commitment: one that was not found again, or one of the later report that is
 * not taken yet. */
typedef struct wording {
  const uint32_t *text; /* folded */
  size_t length;
  bool later;
  size_t at; /* index of the link, or of the later commitment */
} wording;

static int same_words(const wording *a, const wording *b) {
  if (a->length != b->length) return a->length < b->length ? -1 : 1;
  return memcmp(a->text, b->text, a->length * sizeof *a->text);
}

static int by_words(const void *left, const void *right) {
  const wording *a = left, *b = right;
  int order = same_words(a, b);

  if (order) return order;
  if (a->later != b->later) return a->later ? 1 : -1;
  return (a->at > b->at) - (a->at < b->at);
}

static wording wording_of(const dz_report *report, size_t commitment, bool later, size_t at) {
  dz_span fold = dz_span_to_fold(&report->text, report->commitments[commitment].span);

  return (wording){report->text.fold + fold.start, fold.end - fold.start, later, at};
}

/* What is said again to the letter is kept, however little it tells: the search
 * goes by rare words, and a text that says the same all the time has none. */
static dz_status link_same_words(linker *l, size_t from, const dz_report *earlier,
                                 const dz_report *later, dz_error *error) {
  wording *list = calloc(l->links.count - from + later->commitment_count + 1, sizeof *list);
  size_t count = 0;

  if (!list) return dz_fail_memory(error);
  for (size_t i = from; i < l->links.count; i++) {
    const dz_commitment_link *link = dz_array_at(&l->links, i);
    if (link->change == DZ_CC_DROPPED || link->change == DZ_CC_FULFILLED)
      list[count++] = wording_of(earlier, (size_t)link->earlier, false, i);
  }
  for (size_t i = 0; count && i < later->commitment_count; i++)
    if (!l->renewed[i]) list[count++] = wording_of(later, i, true, i);
  if (count) qsort(list, count, sizeof *list, by_words);
  for (size_t i = 0, end; i < count; i = end) {
    size_t middle = i; /* those of the later report stand behind */
    for (end = i; end < count && !same_words(&list[i], &list[end]); end++)
      middle += !list[end].later;
    for (size_t k = 0; list[i].length && i + k < middle && middle + k < end; k++) {
      dz_commitment_link *link = dz_array_at(&l->links, list[i + k].at);
      link->change = DZ_CC_KEPT;
      link->told = (dz_span){0, 0};
      link->later = (int32_t)list[middle + k].at;
      l->renewed[list[middle + k].at] = 1;
    }
  }
  free(list);
  return DZ_OK;
}

static dz_status link_pair(linker *l, size_t a, size_t b, dz_error *error) {
  const dz_report *earlier = l->topics.reports[a].report, *later = l->topics.reports[b].report;
  size_t from = l->links.count;
  dz_status status = DZ_OK;

  l->no_review = later->work_report && !dz_reading_tells(dz_reading_of(later));
  free(l->renewed);
  l->renewed = calloc(later->commitment_count + 1, 1);
  if (!l->renewed) return dz_fail_memory(error);
  for (size_t i = 0; i < earlier->commitment_count && !status; i++)
    status = link_earlier(l, a, b, i, error);
  if (!status) status = link_same_words(l, from, earlier, later, error);
  for (size_t i = 0; i < later->commitment_count && !status; i++) {
    dz_commitment_link *link;
    if (l->renewed[i] || !is_listed(later, &later->commitments[i])) continue;
    link = dz_array_push(&l->links);
    if (!link) return dz_fail_memory(error);
    *link = (dz_commitment_link){.change = DZ_CC_NEW,
                                 .earlier_report = (uint32_t)a,
                                 .later_report = (uint32_t)b,
                                 .earlier = -1,
                                 .later = (int32_t)i};
  }
  return status;
}

/* The report of the same office before the i-th by year, as an index into the
 * order; i if there is none. Past its neighbour only where both name their place. */
static size_t predecessor(const linker *l, size_t i) {
  const dz_report *const *reports = l->job->comparison->reports;
  const dz_report *later = reports[l->order[i]];

  for (size_t k = i; k-- > 0;) {
    const dz_report *earlier = reports[l->order[k]];
    if (k + 1 < i && (!earlier->place || !later->place)) continue;
    if (are_comparable(earlier, later)) return are_read(earlier, later) ? k : i;
  }
  return i;
}

static dz_status link_all(linker *l, dz_error *error) {
  dz_comparison *comparison = l->job->comparison;
  dz_status status = dz_topics_build(&l->topics, comparison->reports, comparison->report_count,
                                     l->job->knowledge, error);

  dz_order_by_year(l->order, comparison->reports, comparison->report_count);
  for (size_t i = 1; i < comparison->report_count && !status; i++) {
    size_t k = predecessor(l, i);
    if (k < i) status = link_pair(l, l->order[k], l->order[i], error);
  }
  if (status) return status;
  comparison->commitment_count = l->links.count;
  comparison->commitments = dz_array_freeze(&l->links, l->job->arena);
  return comparison->commitments ? DZ_OK : dz_fail_memory(error);
}

dz_status dz_links_build(const dz_job *job, dz_error *error) {
  linker l = {.job = job,
              .order = calloc(job->comparison->report_count + 1, sizeof *l.order),
              .query = {.tokens = dz_array_of(sizeof(dz_query_token))},
              .links = dz_array_of(sizeof(dz_commitment_link))};
  dz_status status = l.order ? link_all(&l, error) : dz_fail_memory(error);

  dz_topics_free(&l.topics);
  dz_query_free(&l.query);
  dz_array_free(&l.links);
  free(l.renewed);
  free(l.order);
  return status;
}
