/* review.h - what a careful reader would remark on single reports. */
#ifndef DUIZHAO_REVIEW_H
#define DUIZHAO_REVIEW_H

#include <duizhao/api.h>
#include <duizhao/report.h>

DZ_API_BEGIN

typedef enum dz_severity {
  DZ_NOTE,    /* "note" */
  DZ_WARNING, /* "warning" */
  DZ_ERROR    /* "error": an ordinary clean report has none */
} dz_severity;

/* Every kind is a row of the catalogue in review/finding.c: id, labels in
 * both languages, default severity. */
typedef enum dz_finding_kind {
  DZ_FIND_MISSING_SECTION,    /* "missing_section" */
  DZ_FIND_VACUOUS_SECTION,    /* "vacuous_section" */
  DZ_FIND_ANACHRONISM,        /* "anachronism" */
  DZ_FIND_STALE_FORMULA,      /* "stale_formula" */
  DZ_FIND_PLACE_LEAK,         /* "place_leak" */
  DZ_FIND_LEVEL_MIX,          /* "level_mix" */
  DZ_FIND_ARITHMETIC,         /* "arithmetic" */
  DZ_FIND_MISSING_NUMBER,     /* "missing_number" */
  DZ_FIND_MASKED_NUMBER,      /* "masked_number" */
  DZ_FIND_UNIT_SHIFT,         /* "unit_shift" */
  DZ_FIND_PERIOD_MISMATCH,    /* "period_mismatch" */
  DZ_FIND_TITLE_CONTENT,      /* "title_content": a part the title promises is absent */
  DZ_FIND_PORTFOLIO_MISMATCH, /* "portfolio_mismatch" */
  DZ_FIND_NUMBERING,          /* "numbering": a gap or restart in heading numbers */
  DZ_FIND_MALFORMED_NUMBER,   /* "malformed_number": 45余次 */
  DZ_FIND_MISSING_FORMULA,    /* "missing_expected_formula" */
  DZ_FIND_SPOILT_TEXT,        /* "spoilt_text": decoded with a wrong encoding */
  DZ_FIND_UNRECOGNISED        /* "unrecognised_section": text stays that could be the part */
} dz_finding_kind;

#define DZ_FIND_COUNT (DZ_FIND_UNRECOGNISED + 1) /* kinds of findings */

typedef struct dz_finding {
  size_t report; /* index into the reports reviewed */
  dz_finding_kind kind;
  dz_severity severity;
  const dz_canonical *canonical; /* section it is about, or NULL */
  const char *message_zh;        /* what is wrong and what was expected */
  const char *message_en;
  const char *expected; /* the value or form expected, or NULL */
  /* where it stands: a sum and its parts, or all places of which the same is said; none for an
   * absent section */
  const dz_span *spans;
  size_t span_count;
} dz_finding;

/* How much of one report the checks could look at, so that their silence means something. */
typedef struct dz_checked {
  size_t sums;     /* relations between figures that were done again */
  size_t years;    /* dates and dated wordings held against the year of the report */
  size_t places;   /* names of places held against its own */
  size_t levels;   /* words of an administrative level held against its own */
  size_t figures;  /* figures read */
  size_t sections; /* parts that such a report has, looked for */
} dz_checked;

typedef struct dz_review {
  const dz_report *const *reports; /* borrowed */
  size_t report_count;
  const dz_finding *findings; /* by report, then by place */
  size_t finding_count;
  const dz_checked *checked; /* one for each report */
  const dz_point *points;    /* what matters most */
  size_t point_count;
} dz_review;

/* Reviews each report by itself. *out is the caller's (dz_review_free) and
 * borrows the reports. Cost: linear. */
DZ_MUST_CHECK dz_status dz_review_build(dz_review **out, const dz_report *const *reports,
                                        size_t report_count, const dz_knowledge *knowledge,
                                        dz_error *error);
void dz_review_free(dz_review *review);

const char *dz_finding_kind_name(dz_finding_kind kind);
const char *dz_finding_kind_label(dz_finding_kind kind, bool chinese); /* for readers */
const char *dz_severity_name(dz_severity severity);

/* The items by index, NULL beyond the last. A caller that reaches them this way and
 * not through the arrays keeps working when a later version adds a member to the end
 * of their types: the stride is the library's. */
const dz_finding *dz_review_finding_at(const dz_review *review, size_t index);

DZ_API_END

#endif
