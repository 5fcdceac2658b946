/* comparison.h - two or more reports held side by side. */
#ifndef DUIZHAO_COMPARISON_H
#define DUIZHAO_COMPARISON_H

#include <duizhao/api.h>
#include <duizhao/report.h>
#include <duizhao/review.h>

DZ_API_BEGIN

/* A place in one of the compared reports. */
typedef struct dz_place {
  uint32_t report; /* index into dz_comparison.reports */
  dz_span span;
} dz_place;

/* Which sections of each report play the part of one canonical section. */
typedef struct dz_presence {
  const dz_canonical *canonical;  /* level 1 */
  const int32_t *const *sections; /* per report: indices into its sections */
  const size_t *section_count;    /* per report; 0 = absent */
} dz_presence;

typedef enum dz_absence {
  DZ_ABSENT,      /* "absent" */
  DZ_EMPTY,       /* "empty": there in name only */
  DZ_MERGED,      /* "merged": its matter stands in another section */
  DZ_UNRECOGNISED /* "unrecognised": no section plays it, but some wording may */
} dz_absence;

typedef struct dz_missing {
  uint32_t report;
  const dz_canonical *canonical;
  dz_requirement requirement;
  dz_absence why;
  dz_span likely; /* unrecognised: the wording in that report that may play it */
} dz_missing;

/* Two sections paired by content (two reports only). */
typedef struct dz_section_pair {
  int32_t a, b; /* indices into the sections of report 0 and report 1 */
  double similarity;
  bool moved; /* outside the heaviest increasing subsequence of pairs */
} dz_section_pair;

typedef enum dz_reuse_class {
  DZ_REUSE_FORMULA,    /* "formula": wording of the genre that anyone uses */
  DZ_REUSE_TEMPLATE,   /* "template": only figures, dates, places, units or names exchanged */
  DZ_REUSE_DISTINCTIVE /* "distinctive": other wording taken over */
} dz_reuse_class;

typedef enum dz_slot_kind {
  DZ_SLOT_NUMBER, /* "number" */
  DZ_SLOT_DATE,   /* "date" */
  DZ_SLOT_PLACE,  /* "place" */
  DZ_SLOT_UNIT,   /* "unit": an organisation */
  DZ_SLOT_NAME    /* "name" */
} dz_slot_kind;

#define DZ_SLOT_KIND_COUNT (DZ_SLOT_NAME + 1) /* kinds of slots */

/* What was exchanged at one point of a passage: one span per span of the
 * passage, in the same order. */
typedef struct dz_slot {
  dz_slot_kind kind;
  const dz_span *spans;
} dz_slot;

/* What gives a copy away, at one place of a passage. */
typedef struct dz_evidence {
  uint32_t report;
  dz_span span;
  /* what the review says of these words in both places; PLACE_LEAK: the source's place left in,
   * MASKED_NUMBER: the same mask, COUNT: a slip of typing (a character doubled) */
  dz_finding_kind kind;
} dz_evidence;

/* One passage that stands in two or more reports. */
typedef struct dz_reuse {
  dz_reuse_class reuse_class;
  double similarity;      /* share of characters that are the same, 0..1 */
  const dz_place *places; /* one per report and occurrence, by report, then place */
  size_t place_count;
  const dz_slot *slots;
  size_t slot_count;
  const dz_evidence *evidence;
  size_t evidence_count;
  double weight; /* characters of its own wording (no formula) in equal runs */
  bool own;      /* all places are reports of one office of different years */
  /* index of the place in the earliest report by year, or -1: the years do not tell */
  int32_t source;
  uint32_t reports; /* in how many different reports it stands */
  /* What the index of the genre and the background know of it: how many further offices have the
   * wording (0: none is known), the first year it was seen, 0 not known, ... */
  uint32_t offices;
  int since;
  const char *document; /* ... the document of the central authorities it comes from, or NULL, */
  int document_year;    /* and the year of that */
  bool reworded; /* found sentence by sentence: little of it stands letter by letter in both */
} dz_reuse;

typedef enum dz_change_type {
  DZ_CHANGE_EQUAL,
  DZ_CHANGE_REWRITTEN,
  DZ_CHANGE_MOVED,
  DZ_CHANGE_MOVED_REWRITTEN,
  DZ_CHANGE_INSERTED,
  DZ_CHANGE_DELETED,
  DZ_CHANGE_SPLIT,
  DZ_CHANGE_MERGED
} dz_change_type;

enum dz_change_attribute {                     /* bit set */
                           DZ_ATTR_NUMBER = 1, /* "number": same indicator, other value */
                           DZ_ATTR_DEGREE = 2, /* "degree": 左右 以上 力争 确保 更加 */
                           DZ_ATTR_DATE = 4,   /* "date": only rolled on */
                           DZ_ATTR_PUNCTUATION = 8, /* "punctuation": punctuation only */
                           DZ_ATTR_SCRIPT = 16, /* "script": simplified/traditional or width only */
                           DZ_ATTR_REORDERED = 32, /* "reordered": clauses changed places inside */
                           DZ_ATTR_HEADING = 64,   /* "heading": the sentence is a heading */
                           /* "replaced": less than a fifth is kept; both sides stand whole */
                           DZ_ATTR_REPLACED = 128,
                           DZ_ATTR_NEGATION = 256 /* "negation": 没有 不 未 came or went */
};

typedef struct dz_op {
  char kind;     /* '=' both, '-' only in report 0, '+' only in report 1 */
  dz_span span;  /* of report 0 for '=' and '-', of report 1 for '+' */
  bool restyled; /* the other side has the same in another script, width or spacing */
} dz_op;

/* A figure that changed inside a rewritten sentence. */
typedef struct dz_figure_change {
  int32_t a, b; /* indices into the quantities of report 0 and report 1 */
  /* 1: a is what was planned for the time of which b tells what was done; -1: the other way
   * round; 0: both tell of one kind of time */
  int8_t outcome;
} dz_figure_change;

/* One bead of the sentence alignment (two reports only). The changes cover
 * every code point of both reports exactly once, white space and noise aside. */
typedef struct dz_change {
  char id[12]; /* "c-7f3a0b12": from the text of both sides, stable across runs */
  dz_change_type type;
  unsigned attributes; /* of enum dz_change_attribute */
  double similarity;   /* 0..1; 0 for inserted and deleted, 1 for equal */
  const dz_span *a;    /* in report 0, in text order; none for inserted */
  size_t a_count;
  const dz_span *b; /* in report 1; none for deleted */
  size_t b_count;
  const dz_op *ops; /* '=' and '-' rebuild side a, '=' and '+' side b, letter by letter */
  size_t op_count;
  const dz_figure_change *figures;
  size_t figure_count;
} dz_change;

typedef enum dz_fate { /* of a headed section without a partner in the other report */
                       DZ_FATE_ABSENT, /* "absent": its matter is not there either */
                       /* "merged": most of its matter stands in a section of the other */
                       DZ_FATE_MERGED,
                       /* "unreadable": the other report shows no sections at all */
                       DZ_FATE_UNREADABLE
} dz_fate;

/* A headed section that no section of the other report is paired with. */
typedef struct dz_unpaired {
  uint32_t report; /* index into reports: whose section it is */
  int32_t section; /* index into its sections */
  dz_fate fate;
  int32_t into; /* merged: section of the other report, or DZ_NO_SECTION */
} dz_unpaired;

/* One step of a series: report a held against report b. */
typedef struct dz_step {
  uint32_t a, b;                    /* indices into reports; a is the earlier one, or the base */
  bool to_base;                     /* against dz_compare_options.base, not the report before */
  const dz_section_pair *alignment; /* by place in report b */
  size_t alignment_count;
  const dz_unpaired *unpaired; /* of a, then of b, by place */
  size_t unpaired_count;
  const dz_change *changes; /* report 0 and 1 of a dz_change are a and b */
  size_t change_count;
} dz_step;

/* In which of the reports a wording stands. */
typedef struct dz_timeline {
  const char *phrase; /* UTF-8 */
  bool asked; /* of dz_compare_options.phrases; else found among the changes of the series */
  const dz_place *places; /* every occurrence, in the order of the series, then by place */
  size_t place_count;
} dz_timeline;

typedef enum dz_commitment_change {
  DZ_CC_KEPT,      /* "kept": said again, the same */
  DZ_CC_RAISED,    /* "raised" */
  DZ_CC_LOWERED,   /* "lowered" */
  DZ_CC_SOFTENED,  /* "softened" */
  DZ_CC_HARDENED,  /* "hardened" */
  DZ_CC_POSTPONED, /* "postponed" */
  DZ_CC_REWORDED,  /* "reworded" */
  DZ_CC_DROPPED,   /* "dropped": neither reported nor said again */
  DZ_CC_NEW,       /* "new" */
  DZ_CC_FULFILLED  /* "fulfilled": reported as done, not said again */
} dz_commitment_change;

typedef struct dz_commitment_link {
  dz_commitment_change change;
  uint32_t earlier_report, later_report; /* meaningful where the index is not -1 */
  int32_t earlier, later;                /* indices into their commitments, or -1 */
  dz_span told; /* FULFILLED: the words of the later report that tell so; else empty */
} dz_commitment_link;

/* Figures that readers of reuse reports know; docs/reuse.md defines them. */
typedef struct dz_reuse_rates {
  size_t total;           /* 总字数: characters counted (no white space, noise, punctuation) */
  size_t repeated;        /* 重复字数: of them in equal runs of any passage */
  double overall;         /* 总重复比: repeated / total */
  double without_formula; /* 去除套话重复比 */
  double without_own;     /* 去除本人往年重复比 */
  double single_max;      /* 单篇最大重复比 */
  int32_t single_max_report;               /* with which report, or -1 */
  const struct dz_section_reuse *sections; /* one per section of the report, in its order */
  /* position bar: class + 1 of the most telling passage in each hundredth, 0 none */
  unsigned char bar[100];
} dz_reuse_rates;

/* The same figures for one section with its subsections. */
typedef struct dz_section_reuse {
  size_t total;       /* characters counted */
  size_t repeated;    /* of them in any passage */
  size_t own_wording; /* of them in a passage that is no formula */
} dz_section_reuse;

typedef struct dz_comparison {
  const dz_report *const *reports; /* borrowed, in the order of the result */
  size_t report_count;
  const dz_presence *presence; /* in customary order; only sections that occur or are due */
  size_t presence_count;
  const dz_missing *missing;
  size_t missing_count;
  const dz_section_pair *alignment; /* two reports only */
  size_t alignment_count;
  const double *similarity; /* report_count^2: [i*n+j] share of i's text found in j */
  const dz_reuse *reuse;    /* most telling first; formulas last */
  size_t reuse_count;
  const dz_reuse_rates *rates; /* per report */
  const dz_change
      *changes; /* two reports only, in the order of report 1, deletions at their place */
  size_t change_count;
  const dz_commitment_link *commitments;
  size_t commitment_count;
  const dz_unpaired *unpaired; /* two reports only: of 0, then of 1, by place */
  size_t unpaired_count;
  const uint32_t
      *series; /* report_count indices into reports, in order of time: by year, then by text */
  const dz_step *steps; /* three or more: each report with the one before, then with the base */
  size_t step_count;
  const dz_timeline
      *timelines; /* the phrases asked for, then those found (three or more reports) */
  size_t timeline_count;
  /* two reports only: of different offices, so that nothing in one was changed into the other */
  bool two_offices;
  bool approximate;       /* a search hit its cap: the result may lack something */
  const dz_point *points; /* what matters most */
  size_t point_count;
} dz_comparison;

enum {
  DZ_BACKGROUND_LEAST = 4
}; /* with fewer reports in the background the shipped table alone decides */

typedef struct dz_compare_options {
  size_t size; /* sizeof(dz_compare_options) as the caller knows it; 0: as in version 0.1 */
  const dz_report *const
      *background; /* reports of the reader's own: what is common there is formula */
  size_t background_count;
  int32_t base;               /* report every other is also compared with, or -1 */
  const char *pins;           /* text of a pin file, or NULL */
  const char *pins_path;      /* for messages */
  const char *const *phrases; /* UTF-8, whose timeline is wanted */
  size_t phrase_count;
} dz_compare_options;

/* Compares two or more reports. options may be NULL. *out is the caller's
 * (dz_comparison_free) and borrows the reports and the knowledge. Cost: linear
 * in the text but for candidate pairs, which are capped. */
DZ_MUST_CHECK dz_status dz_comparison_build(dz_comparison **out, const dz_report *const *reports,
                                            size_t report_count, const dz_knowledge *knowledge,
                                            const dz_compare_options *options, dz_error *error);
void dz_comparison_free(dz_comparison *comparison);

const char *dz_absence_name(dz_absence why);
const char *dz_reuse_class_name(dz_reuse_class reuse_class);
const char *dz_slot_kind_name(dz_slot_kind kind);
const char *dz_evidence_kind_name(dz_finding_kind kind);
const char *dz_change_type_name(dz_change_type type);
const char *dz_fate_name(dz_fate fate);
const char *dz_commitment_change_name(dz_commitment_change change);

/* The items by index, NULL beyond the last. A caller that reaches them this way and
 * not through the arrays keeps working when a later version adds a member to the end
 * of their types: the stride is the library's. */
const dz_presence *dz_comparison_presence_at(const dz_comparison *comparison, size_t index);
const dz_missing *dz_comparison_missing_at(const dz_comparison *comparison, size_t index);
const dz_section_pair *dz_comparison_alignment_at(const dz_comparison *comparison, size_t index);
const dz_reuse *dz_comparison_reuse_at(const dz_comparison *comparison, size_t index);
const dz_change *dz_comparison_change_at(const dz_comparison *comparison, size_t index);
const dz_commitment_link *dz_comparison_commitment_at(const dz_comparison *comparison,
                                                      size_t index);
const dz_unpaired *dz_comparison_unpaired_at(const dz_comparison *comparison, size_t index);
const dz_step *dz_comparison_step_at(const dz_comparison *comparison, size_t index);
const dz_timeline *dz_comparison_timeline_at(const dz_comparison *comparison, size_t index);

DZ_API_END

#endif
