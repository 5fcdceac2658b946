/* evidence.c - what gives a copy away
 *
 * Looked for in passages that are no formula, place by place:
 *   - the place of another report of the item, left in this one;
 *   - a remark that the review of one report makes (a sum that does not add
 *     up, a malformed or lost figure, a formula out of date, a place that does
 *     not belong) on words that stand the same in another place of the item;
 *   - a mask behind the same words in two places;
 *   - a character doubled or a mark doubled by mistake in two places. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "review/review.h"
#include "steps.h"
#include "text/spans.h"
#include "text/unicode.h"

enum {
  CONTEXT = 4,      /* folded characters in front of a mask or an error that must agree */
  PLACE_MAX = 32,   /* code points of a place name */
  LONG_ENOUGH = 40, /* code points of a passage: a shorter one proves nothing */
  EACH_MAX = 16,    /* pieces of evidence of one place: a reader looks at no more */
  LOOK_MAX =
      1 << 24 /* characters looked through for one place: some 500 words in a report of 30,000 */
};

typedef struct evidence {
  const dz_reuse_work *work;
  dz_finding_list *findings; /* per report: remarks that need the whole of it */
  dz_finding_list local;     /* remarks on the place at hand */
  bool *reviewed;            /* per report */
  dz_array places;           /* dz_evidence: of the item at hand */
  size_t most;               /* places enough of the place at hand */
  uint64_t looked;           /* characters looked through for it */
} evidence;

/* Nothing more has to be looked for at this place. */
static bool enough(const evidence *e) {
  return e->places.count >= e->most || e->looked > LOOK_MAX;
}

static bool add(evidence *e, uint32_t report, dz_span span, dz_finding_kind kind) {
  dz_evidence *place;

  for (size_t i = 0; i < e->places.count; i++) {
    const dz_evidence *old = dz_array_at(&e->places, i);
    if (old->report == report && old->span.start == span.start) return true;
  }
  place = dz_array_push(&e->places);
  if (place) *place = (dz_evidence){report, span, kind};
  return place;
}

/* Does `word` stand in a stretch of the report's folded text? Where, in *at. */
static bool find_word(evidence *e, const dz_report *report, dz_span in, const uint32_t *word,
                      uint32_t length, uint32_t *at) {
  const uint32_t *fold = report->text.fold;

  e->looked += in.end - in.start;
  for (uint32_t i = in.start; length && i + length <= in.end; i++)
    if (fold[i] == word[0] && !memcmp(fold + i, word, length * sizeof *word)) {
      *at = i;
      return true;
    }
  return false;
}

/* The folded name of a place without its 省 市 县 区, 0 if nothing is left to look for. */
static uint32_t bare_name(const char *place, uint32_t *out) {
  uint32_t cps[PLACE_MAX];
  uint32_t length;

  if (!place || strlen(place) >= PLACE_MAX) return 0;
  length = (uint32_t)dz_utf8_to_cps(place, cps);
  for (uint32_t i = 0; i < length; i++) out[i] = dz_fold_cp(cps[i]);
  if (length > 2 && dz_symbol_of(out[length - 1]) == DZ_SYM_LEVEL) length--;
  return length >= 2 ? length : 0;
}

/* Is the place of `source` left in the passage of another report? */
static bool place_left(evidence *e, const dz_place *copy, const dz_report *source) {
  const dz_report *report = e->work->job->comparison->reports[copy->report];
  uint32_t theirs[PLACE_MAX], own[PLACE_MAX], at;
  uint32_t their_length = bare_name(source->place, theirs),
           own_length = bare_name(report->place, own);

  if (!their_length || !own_length || strstr(report->place, source->place) ||
      strstr(source->place, report->place))
    return true;
  if (!find_word(e, report, dz_span_to_fold(&report->text, copy->span), theirs, their_length, &at))
    return true;
  return add(e, copy->report, dz_fold_to_span(&report->text, (dz_span){at, at + their_length}),
             DZ_FIND_PLACE_LEAK);
}

static dz_status review(evidence *e, uint32_t r, dz_error *error) {
  const dz_report *report = e->work->job->comparison->reports[r];
  const dz_knowledge *knowledge = e->work->job->knowledge;
  dz_finding_list *list = &e->findings[r];
  dz_status status;

  if (e->reviewed[r]) return DZ_OK;
  e->reviewed[r] = true;
  *list = (dz_finding_list){.findings = dz_array_of(sizeof(dz_finding)),
                            .arena = e->work->job->arena};
  status = dz_review_arithmetic(report, knowledge, list, error);
  if (!status) status = dz_review_figures(report, knowledge, list, error);
  if (!status) status = dz_review_formulas(report, knowledge, list, error);
  return status;
}

static dz_status review_place(evidence *e, const dz_place *here, dz_error *error) {
  const dz_report *report = e->work->job->comparison->reports[here->report];

  e->local.findings.count = 0;
  return dz_review_places_in(report, e->work->job->knowledge,
                             dz_span_to_fold(&report->text, here->span), &e->local, error);
}

/* Remarks of the list inside one place on words that the other place has too. */
static bool shared_remarks(evidence *e, const dz_finding_list *remarks, const dz_place *here,
                           const dz_place *there) {
  const dz_report *report = e->work->job->comparison->reports[here->report];
  const dz_report *other = e->work->job->comparison->reports[there->report];
  const dz_finding *list = remarks->findings.items;

  for (size_t i = 0; i < remarks->findings.count && !enough(e); i++) {
    if (list[i].kind == DZ_FIND_MASKED_NUMBER) continue; /* see same_masks */
    for (size_t k = 0; k < list[i].span_count; k++) {
      dz_span span = list[i].spans[k];
      dz_span words;
      uint32_t at;
      if (span.start < here->span.start || span.end > here->span.end || span.start >= span.end)
        continue;
      words = dz_span_to_fold(&report->text, span);
      if (!find_word(e, other, dz_span_to_fold(&other->text, there->span),
                     report->text.fold + words.start, words.end - words.start, &at))
        continue;
      if (!add(e, here->report, span, list[i].kind)) return false;
    }
  }
  return true;
}

static bool is_mask(const dz_report *report, uint32_t fold) {
  uint32_t at = report->text.origin[fold];

  for (size_t i = 0; i < report->mask_count && report->masks[i].start <= at; i++)
    if (at < report->masks[i].end) return true;
  return false;
}

/* Masks of one place that stand behind the same words in the other. */
static bool same_masks(evidence *e, const dz_place *here, const dz_place *there) {
  const dz_report *report = e->work->job->comparison->reports[here->report];
  const dz_report *other = e->work->job->comparison->reports[there->report];

  for (size_t i = 0; i < report->mask_count && !enough(e); i++) {
    dz_span mask = dz_span_to_fold(&report->text, report->masks[i]),
            in = dz_span_to_fold(&other->text, there->span);
    uint32_t at;
    if (report->masks[i].start < here->span.start || report->masks[i].end > here->span.end)
      continue;
    if (mask.start < CONTEXT) continue;
    if (!find_word(e, other, in, report->text.fold + mask.start - CONTEXT, CONTEXT, &at)) continue;
    if (at + CONTEXT < in.end && is_mask(other, at + CONTEXT) &&
        !add(e, here->report, report->masks[i], DZ_FIND_MASKED_NUMBER))
      return false;
  }
  return true;
}

/* Characters that nobody doubles on purpose. */
static bool never_doubled(uint32_t fold) {
  switch (fold) {
  case 0x7684:
  case 0x4E86:
  case 0x5728:
  case 0x548C:
  case 0x662F:
  case 0x4E3A:
  case 0x5BF9:
  case 0x4E0E:
  case ',':
  case 0x3002:
  case 0x3001:
  case ';': /* 的了在和是为对与 ， 。 、 ； */ return true;
  default: return false;
  }
}

static bool same_slips(evidence *e, const dz_place *here, const dz_place *there) {
  const dz_report *report = e->work->job->comparison->reports[here->report];
  const dz_report *other = e->work->job->comparison->reports[there->report];
  const dz_text *text = &report->text;
  dz_span in = dz_span_to_fold(&report->text, here->span),
          where = dz_span_to_fold(&other->text, there->span);
  uint32_t at;

  for (uint32_t i = in.start + CONTEXT; i + 1 < in.end && !enough(e); i++) {
    if (text->fold[i] != text->fold[i + 1] || !never_doubled(text->fold[i])) continue;
    if (!find_word(e, other, where, text->fold + i - CONTEXT, CONTEXT + 2, &at)) continue;
    if (!add(e, here->report, (dz_span){text->origin[i], text->origin[i + 1] + 1}, DZ_FIND_COUNT))
      return false;
  }
  return true;
}

static dz_status gather(evidence *e, const dz_reuse *item, dz_error *error) {
  dz_status status = DZ_OK;

  e->places.count = 0;
  for (size_t i = 0; i < item->place_count && !status; i++)
    status = review(e, item->places[i].report, error);
  for (size_t i = 0; i < item->place_count && !status; i++) {
    const dz_place *here = &item->places[i];
    e->most = e->places.count + EACH_MAX;
    e->looked = 0;
    status = review_place(e, here, error);
    for (size_t k = 0; k < item->place_count && !status && !enough(e); k++) {
      const dz_place *there = &item->places[k];
      const dz_report *other = e->work->job->comparison->reports[there->report];
      if (here->report == there->report) continue;
      if (!place_left(e, here, other) ||
          !shared_remarks(e, &e->findings[here->report], here, there) ||
          !shared_remarks(e, &e->local, here, there) || !same_masks(e, here, there) ||
          !same_slips(e, here, there))
        status = dz_fail_memory(error);
    }
  }
  return status;
}

dz_status dz_reuse_gather_evidence(const dz_reuse_work *work, dz_reuse *items, size_t count,
                                   dz_error *error) {
  size_t n = work->job->comparison->report_count;
  evidence e = {.work = work,
                .findings = calloc(n, sizeof *e.findings),
                .reviewed = calloc(n, sizeof *e.reviewed),
                .local = {.findings = dz_array_of(sizeof(dz_finding)), .arena = work->job->arena},
                .places = dz_array_of(sizeof(dz_evidence))};
  dz_status status = e.findings && e.reviewed ? DZ_OK : dz_fail_memory(error);

  for (size_t i = 0; i < count && !status; i++) {
    if (items[i].reuse_class == DZ_REUSE_FORMULA || items[i].own) continue;
    if (items[i].places[0].span.end - items[i].places[0].span.start < LONG_ENOUGH) continue;
    status = gather(&e, &items[i], error);
    if (status || !e.places.count) continue;
    items[i].evidence = dz_array_freeze(&e.places, work->job->arena);
    items[i].evidence_count = e.places.count;
    if (!items[i].evidence) status = dz_fail_memory(error);
  }
  for (size_t i = 0; e.findings && e.reviewed && i < n; i++)
    if (e.reviewed[i]) dz_array_free(&e.findings[i].findings);
  free(e.findings);
  free(e.reviewed);
  dz_array_free(&e.local.findings);
  dz_array_free(&e.places);
  return status;
}

const char *dz_evidence_kind_name(dz_finding_kind kind) {
  return kind == DZ_FIND_COUNT ? "doubled_character" : dz_finding_kind_name(kind);
}
