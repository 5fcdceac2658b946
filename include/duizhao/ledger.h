/* ledger.h - the commitments of a series of reports held against the later
 * ones (承诺台账). */
#ifndef DUIZHAO_LEDGER_H
#define DUIZHAO_LEDGER_H

#include <duizhao/api.h>
#include <duizhao/comparison.h>

DZ_API_BEGIN

typedef enum dz_outcome_status {
  DZ_OUTCOME_MET,         /* "met" */
  DZ_OUTCOME_EXCEEDED,    /* "exceeded" */
  DZ_OUTCOME_MISSED,      /* "missed" */
  DZ_OUTCOME_PARTIAL,     /* "partial" */
  DZ_OUTCOME_IN_PROGRESS, /* "in_progress" */
  DZ_OUTCOME_UNREPORTED   /* "unreported": the later report is silent; never "broken" */
} dz_outcome_status;

/* Why a place gives no plain verdict. */
typedef enum dz_reason {
  DZ_REASON_NONE,
  DZ_REASON_PERIOD,    /* "period": of another period: several years, part of one, another one */
  DZ_REASON_SCOPE,     /* "scope": of a part of it, or of more */
  DZ_REASON_ACCRUAL,   /* "stock_flow": the level reached and what came about */
  DZ_REASON_MEASURE,   /* "kind": a share and a growth, or the like */
  DZ_REASON_PLANNED,   /* "planned": not done yet */
  DZ_REASON_NAME,      /* "name": the names differ */
  DZ_REASON_WORDS,     /* "words": too few words are the same */
  DZ_REASON_NO_FIGURE, /* "no_figure": no figure of the kind is reported there */
  DZ_REASON_NOT_DUE,   /* "not_due": the time for it has not come */
  DZ_REASON_BOUND,     /* "bound": a bound is reported that lies just below the target */
  DZ_REASON_OTHER      /* "other_indicator": only another one of its group is reported */
} dz_reason;

/* A place that was looked at. */
typedef struct dz_refusal {
  dz_place place;
  dz_reason why;
} dz_refusal;

typedef struct dz_outcome {
  dz_outcome_status status;
  int32_t report;           /* the report that tells, or -1 */
  int32_t quantity;         /* index into its quantities, or -1 */
  const char *value;        /* reported figure, or NULL */
  const char *unit;         /* "" if none */
  const dz_place *evidence; /* 0..2 places; for a verdict to be checked: candidates */
  size_t evidence_count;
  const char *rule;             /* id of the rule that decided, docs/track.md */
  double confidence;            /* 0..1 */
  bool to_check;                /* below the threshold: a person has to look */
  const char *caution;          /* other scope than promised (年末 for 平均), or NULL */
  const dz_refusal *candidates; /* places looked at that give no plain verdict, nearest first */
  size_t candidate_count;
} dz_outcome;

typedef enum dz_renewal_change {
  DZ_RENEWAL_RAISED,
  DZ_RENEWAL_LOWERED,
  DZ_RENEWAL_SAME,
  DZ_RENEWAL_SOFTENED,
  DZ_RENEWAL_HARDENED,
  DZ_RENEWAL_POSTPONED,
  DZ_RENEWAL_REWORDED
} dz_renewal_change;

typedef struct dz_renewal {
  int32_t report;     /* -1: not promised again */
  int32_t commitment; /* index into its commitments */
  dz_renewal_change change;
  bool ceiling; /* the figure is a cap: a lower one asks for more and is "raised" */
} dz_renewal;

/* One commitment of one report and what became of it. */
typedef struct dz_entry {
  char id[12];         /* "p-7f3a0b12": from its text and year, stable across runs */
  uint32_t report;     /* index into dz_ledger.reports */
  uint32_t commitment; /* index into its commitments */
  int32_t thread;      /* index into threads */
  bool main;           /* a main target of the year: of the passage of 预期目标 */
  dz_outcome outcome;
  dz_renewal renewal;
} dz_entry;

/* One commitment followed through all years. */
typedef struct dz_thread {
  const char *indicator;   /* what it is about */
  const uint32_t *entries; /* indices into entries, by year */
  size_t entry_count;
  bool stalled; /* promised again without a result, or a project stage moved back */
} dz_thread;

typedef struct dz_ledger_count { /* per report */
  size_t promised, testable;
  size_t met, missed, in_progress, silent; /* without those that a person has to look at */
  size_t to_check;
} dz_ledger_count;

/* What of a report could be read, so that verdicts can rest on it. */
typedef enum dz_ledger_reading {
  DZ_READ_WELL,      /* "well" */
  DZ_READ_NO_PLAN,   /* "no_plan": nothing was found that it promises */
  DZ_READ_NO_REVIEW, /* "no_review": hardly anything was found that it reports as done */
  DZ_READ_NOTHING    /* "nothing": neither */
} dz_ledger_reading;

typedef struct dz_ledger {
  const dz_report *const *reports; /* borrowed, ordered by year */
  size_t report_count;
  const dz_entry *entries; /* by report, then by place */
  size_t entry_count;
  const dz_thread *threads;
  size_t thread_count;
  const dz_ledger_count *counts; /* per report */
  const dz_ledger_reading
      *readings;               /* per report; where a report was not read, no verdict is given */
  const char *const *notes_zh; /* what was odd about the series (a gap of years, other offices) */
  const char *const *notes_en;
  size_t note_count;
  const dz_point *points; /* what matters most */
  size_t point_count;
} dz_ledger;

/* Follows every commitment of the reports (two or more, in any order) through
 * the later ones. *out is the caller's (dz_ledger_free) and borrows the
 * reports. */
DZ_MUST_CHECK dz_status dz_ledger_build(dz_ledger **out, const dz_report *const *reports,
                                        size_t report_count, const dz_knowledge *knowledge,
                                        dz_error *error);
void dz_ledger_free(dz_ledger *ledger);

const char *dz_outcome_status_name(dz_outcome_status status);
const char *dz_reading_name(dz_ledger_reading reading);
const char *dz_reason_name(dz_reason reason);
const char *dz_renewal_change_name(dz_renewal_change change);

/* The items by index, NULL beyond the last. A caller that reaches them this way and
 * not through the arrays keeps working when a later version adds a member to the end
 * of their types: the stride is the library's. */
const dz_entry *dz_ledger_entry_at(const dz_ledger *ledger, size_t index);
const dz_thread *dz_ledger_thread_at(const dz_ledger *ledger, size_t index);

DZ_API_END

#endif
