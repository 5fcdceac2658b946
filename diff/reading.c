/* reading.c - see reading.h
 *
 * The shares were measured on 1,300 real reports. Prose: letters of sentences that have a mark in
 * them; 0.93 and more of every report, none of a page of links. Figures: 1.2 and more to 1,000
 * letters of work reports, 0.2 of reports of a party congress. Review and plan of work reports,
 * in letters: where less than 0.12 was read as review or less than 0.14 as plan, the report was
 * read wrongly (a review of five years taken for a plan, or the reverse) but for one. */
#include "reading.h"

#include "text/phrase.h"

enum {
  PROSE_SHARE = 2,        /* a half ... */
  SHORT_TEXT = 200,       /* ... of so many letters at least */
  FUNCTION_SHARE = 10,    /* a tenth each is review and plan */
  FIGURE_LETTERS = 10000, /* in so many letters stands a figure ... */
  LONG_REPORT = 5000      /* ... of a report of so many */
};

/* What of a report is what, in letters. */
typedef struct extent {
  uint64_t all, prose, told, planned;
} extent;

static bool has_mark(const dz_text *text, dz_span fold) {
  for (size_t i = fold.start; i < fold.end; i++) {
    uint32_t cp = text->fold[i];
    if (dz_cp_in(cp, U",;。!?") || (cp == '.' && i + 1 == fold.end)) return true;
  }
  return false;
}

static extent extent_of(const dz_report *report) {
  extent e = {0};

  for (size_t i = 0; i < report->sentence_count; i++) {
    const dz_sentence *sentence = &report->sentences[i];
    uint64_t letters = sentence->fold.end - sentence->fold.start;
    if (sentence->heading) continue;
    e.all += letters;
    if (has_mark(&report->text, sentence->fold)) e.prose += letters;
    switch (sentence->function) {
    case DZ_FUNCTION_REPORT:
    case DZ_FUNCTION_PROBLEM:
    case DZ_FUNCTION_CAUSE: e.told += letters; break;
    case DZ_FUNCTION_OUTLOOK:
    case DZ_FUNCTION_PLAN:
    case DZ_FUNCTION_APPEAL: e.planned += letters; break;
    default: break;
    }
  }
  return e;
}

dz_ledger_reading dz_reading_of(const dz_report *report) {
  extent e = extent_of(report);
  bool few = report->work_report && e.all >= LONG_REPORT &&
             report->quantity_count * FIGURE_LETTERS < e.all;
  bool told = e.told && e.told * FUNCTION_SHARE >= e.all;
  bool planned = report->commitment_count > 0;

  if (!e.all || few || (e.all >= SHORT_TEXT && e.prose * PROSE_SHARE < e.all))
    return DZ_READ_NOTHING;
  if (report->work_report) planned = planned && e.planned * FUNCTION_SHARE >= e.all;
  if (told) return planned ? DZ_READ_WELL : DZ_READ_NO_PLAN;
  return planned ? DZ_READ_NO_REVIEW : DZ_READ_NOTHING;
}
