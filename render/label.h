/* label.h - every word of the program's own that a reader sees, in both
 * languages. Neutral by rule: 重复用语, never another word for it; 未提及, never
 * "broken". */
#ifndef DZ_RENDER_LABEL_H
#define DZ_RENDER_LABEL_H

#include <duizhao/ledger.h>
#include <duizhao/review.h>

typedef enum dz_label {
  DZ_L_COMPARISON,
  DZ_L_SERIES,
  DZ_L_STEPS,
  DZ_L_TIMELINES,
  DZ_L_LEDGER,
  DZ_L_REVIEW,
  DZ_L_REPORT,
  DZ_L_SUMMARY,
  DZ_L_SECTIONS,
  DZ_L_ALIGNED_SECTIONS,
  DZ_L_COMMITMENTS,
  DZ_L_CHANGES,
  DZ_L_REUSE,
  DZ_L_SIMILARITY,
  DZ_L_OUTLINE,
  DZ_L_FIGURES,
  DZ_L_NOISE,
  DZ_L_NOTES,
  DZ_L_TEXTS,
  DZ_L_SIDE_BY_SIDE,
  DZ_L_CHARACTERS,
  DZ_L_SECTION,
  DZ_L_SIMILAR,
  DZ_L_LENGTH,
  DZ_L_INDICATOR,
  DZ_L_TARGET,
  DZ_L_REPORTED,
  DZ_L_STATUS,
  DZ_L_DEADLINE,
  DZ_L_STRENGTH,
  DZ_L_CHANGE,
  DZ_L_CANONICAL,
  DZ_L_WHERE,
  DZ_L_VALUE,
  DZ_L_EXPECTED,
  DZ_L_EVIDENCE,
  DZ_L_CONFIDENCE,
  DZ_L_RULE,
  DZ_L_TO_CHECK,
  DZ_L_PROMISED,
  DZ_L_TESTABLE,
  DZ_L_MET,
  DZ_L_EXCEEDED,
  DZ_L_MISSED,
  DZ_L_PARTIAL,
  DZ_L_IN_PROGRESS,
  DZ_L_UNREPORTED,
  DZ_L_RENEWAL,
  DZ_L_RENEWED_RAISED,
  DZ_L_RENEWED_LOWERED,
  DZ_L_RENEWED_SAME,
  DZ_L_RENEWED_SOFTENED,
  DZ_L_RENEWED_HARDENED,
  DZ_L_RENEWED_POSTPONED,
  DZ_L_RENEWED_REWORDED,
  DZ_L_RENEWED_TIGHTER,
  DZ_L_RENEWED_LOOSER,
  DZ_L_STALLED,
  DZ_L_KEPT,
  DZ_L_RAISED,
  DZ_L_LOWERED,
  DZ_L_SOFTENED,
  DZ_L_HARDENED,
  DZ_L_POSTPONED,
  DZ_L_REWORDED,
  DZ_L_DROPPED,
  DZ_L_NEW,
  DZ_L_FULFILLED,
  DZ_L_EQUAL,
  DZ_L_REWRITTEN,
  DZ_L_MOVED,
  DZ_L_MOVED_REWRITTEN,
  DZ_L_INSERTED,
  DZ_L_DELETED,
  DZ_L_SPLIT,
  DZ_L_MERGED,
  DZ_L_NUMBER,
  DZ_L_DEGREE,
  DZ_L_DATE,
  DZ_L_PUNCTUATION,
  DZ_L_SCRIPT,
  DZ_L_REORDERED,
  DZ_L_REPLACED,
  DZ_L_NEGATION,
  DZ_L_HEADING,
  DZ_L_FORMULA,
  DZ_L_TEMPLATE,
  DZ_L_DISTINCTIVE,
  DZ_L_SLOT_NUMBER,
  DZ_L_SLOT_DATE,
  DZ_L_SLOT_PLACE,
  DZ_L_SLOT_UNIT,
  DZ_L_SLOT_NAME,
  DZ_L_ABSENT,
  DZ_L_EMPTY,
  DZ_L_MERGED_ELSEWHERE,
  DZ_L_UNRECOGNISED,
  DZ_L_REQUIRED,
  DZ_L_CUSTOMARY,
  DZ_L_SEVERITY_NOTE,
  DZ_L_SEVERITY_WARNING,
  DZ_L_SEVERITY_ERROR,
  DZ_L_RATE_OVERALL,
  DZ_L_RATE_WITHOUT_FORMULA,
  DZ_L_RATE_WITHOUT_OWN,
  DZ_L_RATE_SINGLE_MAX,
  DZ_L_RATE_COUNT,
  DZ_L_WHOLE_REPORT,
  DZ_L_KIND_COMMITMENT,
  DZ_L_KIND_TARGET,
  DZ_L_KIND_FORECAST,
  DZ_L_KIND_POLICY,
  DZ_L_SORT_INDICATOR,
  DZ_L_SORT_PROJECT,
  DZ_L_SORT_ACTION,
  DZ_L_SORT_RESTRAINT,
  DZ_L_UNHEADED,
  DZ_L_VACUOUS,
  DZ_L_ONLY_IN,
  DZ_L_EVERYWHERE,
  DZ_L_APPROXIMATE,
  DZ_L_NO_SECTIONS,
  DZ_L_NO_FINDINGS,
  DZ_L_NO_COMMITMENTS,
  DZ_L_NO_STEPS,
  DZ_L_NO_CHANGES,
  DZ_L_TWO_OFFICES,
  DZ_LABEL_COUNT
} dz_label;

const char *dz_label_text(dz_label label, bool chinese);

/* Labels of what the results hold. */
const char *dz_label_type(dz_report_type type, bool chinese);
dz_label dz_label_change_type(dz_change_type type);
dz_label dz_label_commitment_change(dz_commitment_change change);
dz_label dz_label_reuse_class(dz_reuse_class class);
dz_label dz_label_slot(dz_slot_kind kind);
const char *dz_label_evidence(dz_finding_kind kind, bool chinese);
dz_label dz_label_absence(dz_absence why);
dz_label dz_label_outcome(dz_outcome_status status);
/* Is the status worth naming beside "to be checked"? A passage that may answer
 * the promise stands beside it, so "unreported" would contradict what is shown. */
bool dz_label_outcome_tells(const dz_outcome *outcome);
/* false: there is no later report, or one of the two could not be read. */
bool dz_label_outcome_judged(const dz_outcome *outcome);
/* What of a report could not be read, "" if nothing is wrong. */
const char *dz_label_reading(const dz_report *report, bool chinese);
/* Of a ceiling it says which way it went. */
dz_label dz_label_renewal(const dz_renewal *renewal);
dz_label dz_label_severity(dz_severity severity);
dz_label dz_label_kind(dz_commitment_kind kind);
dz_label dz_label_sort(dz_commitment_sort sort);

/* "≠ 数值", "~ 程度词", …: the attributes of a change worth a word, joined by
 * ", " into `text`, room for DZ_LABEL_ATTRIBUTES bytes. */
enum { DZ_LABEL_ATTRIBUTES = 160 };
void dz_label_attributes(unsigned attributes, bool chinese, char *text);

/* A sign that stands for a state without colour: "✓", "＋", ... */
const char *dz_sign_outcome(const dz_outcome *outcome);
const char *dz_sign_change(dz_change_type type);
const char *dz_sign_commitment_change(dz_commitment_change change);

#endif
