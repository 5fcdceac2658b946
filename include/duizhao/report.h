/* report.h - one report as it was read.
 *
 * A dz_report is built once by dz_report_read and read-only from then on:
 * every pointer in it is borrowed from the report and lives as long as it.
 *
 * Positions. Every dz_span counts Unicode code points of the decoded text from
 * 0, end exclusive. Nothing shifts: noise keeps its place in that text. */
#ifndef DUIZHAO_REPORT_H
#define DUIZHAO_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <duizhao/api.h>
#include <duizhao/decimal.h>
#include <duizhao/knowledge.h>
#include <duizhao/point.h>
#include <duizhao/status.h>
#include <duizhao/text.h>

DZ_API_BEGIN

typedef enum dz_number_style {
  DZ_STYLE_NONE,         /* a heading without number */
  DZ_STYLE_PART,         /* 第一部分 */
  DZ_STYLE_CN_DUN,       /* 一、 */
  DZ_STYLE_CN_PAREN,     /* （一） */
  DZ_STYLE_ARABIC_DOT,   /* 1. 1、 */
  DZ_STYLE_ARABIC_PAREN, /* （1） 1) */
  DZ_STYLE_CIRCLED,      /* ① */
  DZ_STYLE_ENUM,         /* 一是 其一 第一，*/
  DZ_STYLE_ORDINAL_WORD, /* 首先 其次 再次 最后 */
  DZ_STYLE_DASH,         /* —— at the start of a line */
  DZ_STYLE_MARKUP        /* heading by style or mark of the source format */
} dz_number_style;

enum { DZ_NO_SECTION = -1 };

typedef struct dz_section {
  dz_span extent;  /* number, heading, body and subsections */
  dz_span number;  /* （一）; empty if there is none */
  dz_span heading; /* heading without number and end mark; empty if !headed */
  dz_span body;    /* own text up to the first subsection; may be empty */
  int32_t parent;  /* index into sections, or DZ_NO_SECTION */
  int32_t level;   /* from 1 */
  bool headed;     /* false: a passage without heading that plays the part */
  bool vacuous;    /* plays its part in words only, e.g. admits "不足" and names none */
  dz_number_style style;
  const dz_canonical *canonical; /* NULL: none fits */
  float confidence;              /* of canonical, 0..1 */
} dz_section;

/* A stretch of text between two line breaks. */
typedef struct dz_paragraph {
  dz_span span;
  int32_t section; /* innermost headed section, or DZ_NO_SECTION */
} dz_paragraph;

/* What a sentence does in the report. What it speaks of is the canonical section
 * it stands in. */
typedef enum dz_function {
  DZ_FUNCTION_OTHER,   /* "other": salutation, thanks */
  DZ_FUNCTION_OPENING, /* "opening": who reports, on what, in which term */
  DZ_FUNCTION_REPORT,  /* "report": what was done and how things stand */
  DZ_FUNCTION_PROBLEM, /* "problem": what is lacking */
  DZ_FUNCTION_CAUSE,   /* "cause": why it is lacking */
  DZ_FUNCTION_OUTLOOK, /* "outlook": plans of several years */
  DZ_FUNCTION_PLAN,    /* "plan": what will be done in the coming year */
  DZ_FUNCTION_APPEAL,  /* "appeal": what others are asked to do */
  DZ_FUNCTION_CLOSING, /* "closing" */
  DZ_FUNCTION_ANNEX    /* "annex": glossary, notes, tables behind the report */
} dz_function;

#define DZ_FUNCTION_COUNT (DZ_FUNCTION_ANNEX + 1) /* functions of sentences */

/* Ends at 。！？ or at the end of the paragraph; closing quotes belong to it.
 * Sentences cover every code point but white space and noise exactly once. */
typedef struct dz_sentence {
  dz_span span;
  dz_span fold;         /* the same in the folded text: indices into text.fold */
  int32_t section;      /* innermost headed section, or DZ_NO_SECTION */
  int32_t paragraph;    /* index into paragraphs */
  bool heading;         /* the sentence is a heading line or a run-in heading */
  dz_function function; /* of a heading: that of the text below it */
} dz_sentence;

typedef enum dz_noise_kind {
  DZ_NOISE_PAYWALL,      /* "paywall": ##paidbegin## */
  DZ_NOISE_ADVERT,       /* "advert": site names and addresses */
  DZ_NOISE_TRAILER,      /* "trailer": 编辑密码, 下载说明 */
  DZ_NOISE_PAGE_NUMBER,  /* "page_number" */
  DZ_NOISE_RUNNING_HEAD, /* "running_head" */
  DZ_NOISE_LAYOUT,       /* "layout": line breaks and hyphens made by the layout */
  DZ_NOISE_NAVIGATION    /* "navigation": menus and footers of a saved page */
} dz_noise_kind;

typedef struct dz_noise {
  dz_span span;
  dz_noise_kind kind;
} dz_noise;

typedef enum dz_comparison_kind {                    /* what the figure is measured against */
                                  DZ_CMP_ABSOLUTE,   /* "absolute" */
                                  DZ_CMP_YOY_PCT,    /* "yoy_pct": 同比增长 5% */
                                  DZ_CMP_YOY_ABS,    /* "yoy_abs": 同比增加 3亿元 */
                                  DZ_CMP_PCT_TARGET, /* "pct_of_target": 完成预算的 112% */
                                  DZ_CMP_SHARE,      /* "share": 率, 占, 覆盖 */
                                  DZ_CMP_COVERAGE,   /* "coverage": 全覆盖 = 100% */
                                  DZ_CMP_RANK,       /* "rank": 全省第三 */
                                  DZ_CMP_CUMULATIVE, /* "cumulative": 累计 */
                                  DZ_CMP_FREQUENCY,  /* "frequency": 每月一次 */
                                  DZ_CMP_FROM_TO /* "from_to": 由 3 提高到 5 (the figure reached) */
} dz_comparison_kind;

typedef enum dz_modifier {
  DZ_MOD_NONE,     /* "" */
  DZ_MOD_ABOUT,    /* "左右": 左右 约 大约 */
  DZ_MOD_AT_LEAST, /* "以上": 以上 不低于 不少于 超过 突破 余 多 */
  DZ_MOD_AT_MOST,  /* "以内": 以内 以下 不超过 控制在 */
  DZ_MOD_STRIVE,   /* "力争": 力争 努力 争取 */
  DZ_MOD_NEAR      /* "近": just below */
} dz_modifier;

/* The time a figure was counted over. */
typedef enum dz_period_kind {
  DZ_OVER_UNSAID,    /* "": neither its sentence nor its passage nor a heading says */
  DZ_OVER_YEAR,      /* "year": 全年, 去年, 2023年 */
  DZ_OVER_PART,      /* "part": 一季度, 1—10月, 截至10月底 */
  DZ_OVER_YEARS,     /* "years": 五年来, 五年累计, 2021—2025年, “十四五”期间 */
  DZ_OVER_EACH_YEAR, /* "each_year": 年均, 每年 */
} dz_period_kind;

/* A figure. `value` and `number` are its size; `sign` makes it the value:
 * 下降3.2%, 减收2亿元, 增长-3.2% and 负增长3.2% are all -1 times the size. */
typedef struct dz_quantity {
  dz_span span;           /* number and unit: 1.2万亿元, 三成, 15余次, -3.2% */
  dz_span indicator_span; /* the words that name it; empty: none found */
  const char *value;      /* "1.2" as written in ASCII; "" if masked */
  dz_decimal number;      /* the same, exact; 0 if masked */
  const char *value_high; /* upper end of a range 10—15, else NULL (value is the lower) */
  dz_decimal number_high; /* the same, exact */
  const char *unit;       /* "万亿元", "%", "个百分点", "户"; "" if there is none */
  const char *indicator;  /* short name, or NULL */
  dz_comparison_kind comparison;
  dz_modifier modifier;
  int8_t direction; /* +1 增长 提高, -1 下降 减少, 0 not said */
  int8_t sign;      /* -1 an amount of decrease or a figure with a minus, else +1 */
  bool masked;      /* the value is blanked out in the source */
  bool left;        /* the level a thing came from: the 3 of 由3提高到5 */
  int32_t from;     /* of the 5: index into quantities of the 3; -1 none */

  dz_period_kind period;
  bool period_said;      /* in its own sentence; false: passage or heading say it */
  uint8_t period_years;  /* how many years: 5 of 五年来; 0 not known */
  uint32_t period_first; /* first and last day, yyyymmdd; 0 not known */
  uint32_t period_last;
} dz_quantity;

/* A date or deadline, as a closed interval of days in the proleptic Gregorian
 * calendar written yyyymmdd; 0 = open at that end. */
typedef struct dz_date {
  dz_span span;
  uint32_t first;
  uint32_t last;
  bool deadline;  /* "by then": 年底前, 到2025年, 三年内 */
  bool recurring; /* 每年 */
} dz_date;

typedef enum dz_commitment_kind {
  DZ_KIND_COMMITMENT,        /* "commitment": forward-looking, own agent */
  DZ_KIND_TARGET,            /* "target": a figure or dated end state */
  DZ_KIND_FORECAST,          /* "forecast": 预计 for a year not yet closed */
  DZ_KIND_POLICY_COMMITMENT, /* "policy_commitment": recurring rule or budget line */
} dz_commitment_kind;

/* What a commitment is about; decides how it is followed up. */
typedef enum dz_commitment_sort {
  DZ_SORT_INDICATOR, /* "indicator": a figure for the year */
  DZ_SORT_PROJECT,   /* "project": a named thing to build, start or finish */
  DZ_SORT_ACTION,    /* "action": a measure to take */
  DZ_SORT_RESTRAINT  /* "restraint": something that shall not happen, or a cap */
} dz_commitment_sort;

/* How far a later report could show whether it was kept. */
typedef enum dz_commitment_grade {
  DZ_GRADE_INDICATOR, /* "indicator": a figure can be held against it */
  DZ_GRADE_PROJECT,   /* "project": a named thing to start, build or put to use */
  DZ_GRADE_MEASURE,   /* "measure": something to do */
  DZ_GRADE_STANCE     /* "stance": how one will be, nothing that could be checked */
} dz_commitment_grade;

typedef struct dz_commitment {
  dz_span span;          /* the shortest clause that states it */
  dz_span cue;           /* the words that make it one; empty: its place does (预期目标) */
  dz_span object;        /* what it is about, for matching; empty: none found */
  const char *indicator; /* short name, or NULL */
  const char *unit;      /* unit of the target; "" if none */
  int32_t quantity;      /* index into quantities of the target, or -1 */
  int32_t section;       /* innermost headed section, or DZ_NO_SECTION */
  dz_commitment_kind kind;
  dz_commitment_sort sort;
  dz_commitment_grade grade;
  dz_modifier modifier; /* of the target */
  int8_t strength;      /* 0..6, data/commitment_cues.tsv */
  int8_t polarity;      /* +1 to do, -1 not to do */
  int8_t step;          /* projects: step of the ladder promised (data/ladder.tsv), 0 none */
  bool testable;
  uint32_t deadline;       /* last day, yyyymmdd; 0 none. "2025" = 20251231 */
  uint8_t deadline_digits; /* how exact it is stated: 4 year, 6 month, 8 day; 0 none */
} dz_commitment;

/* The wording of a report that looks most like a part: where no section plays it, the part may
 * stand there all the same. */
typedef struct dz_likely {
  const dz_canonical *canonical; /* of level 1 */
  dz_span span;                  /* a sentence, or a heading */
  float chance;                  /* 0..1 */
} dz_likely;

typedef struct dz_report {
  const char *path;     /* as given; "-" for standard input */
  const char *format;   /* "txt", "docx", "html", ... */
  const char *encoding; /* "UTF-8", "GB18030", ... of the source */
  dz_text text;

  dz_span title;     /* empty: none */
  int32_t year;      /* 0: not stated */
  const char *role;  /* office as written, with its body (区财政局局长), or NULL */
  const char *post;  /* the post alone (局长), for comparing: one body has many names */
  const char *place; /* or NULL */
  dz_report_type type;
  bool work_report; /* has the form of a government work report: blocks under top headings */

  const dz_section *sections; /* in text order, parents before children */
  size_t section_count;
  const dz_likely *likely; /* one for each part that the program can recognise */
  size_t likely_count;
  const dz_paragraph *paragraphs;
  size_t paragraph_count;
  const dz_sentence *sentences;
  size_t sentence_count;
  const dz_noise *noise; /* in text order, disjoint */
  size_t noise_count;
  const dz_span *masks; /* in text order, disjoint */
  size_t mask_count;
  const dz_quantity *quantities; /* in text order */
  size_t quantity_count;
  const dz_date *dates; /* in text order */
  size_t date_count;
  const dz_commitment *commitments; /* in text order */
  size_t commitment_count;
  const char *const *notes; /* what the reader had to decide ("tracked changes accepted") */
  size_t note_count;
  const dz_point *points; /* what was read, and what was not */
  size_t point_count;
} dz_report;

typedef struct dz_read_options {
  size_t size;          /* sizeof(dz_read_options) as the caller knows it; 0: as in version 0.1 */
  const char *format;   /* force a format, or NULL: by content and name */
  const char *encoding; /* force an encoding of text formats, or NULL: guess */
  size_t max_bytes;     /* 0: DZ_MAX_BYTES */
  int32_t year;         /* force the year, 0: as the text says */
  /* Whether the library may start another program: pdftotext for .pdf, antiword or catdoc for
   * old .doc. Without it such files are DZ_UNSUPPORTED. No other call starts one. */
  bool programs;
} dz_read_options;

enum { DZ_MAX_BYTES = 64 * 1024 * 1024 }; /* default limit of one input file */

/* Reads the file at `path` ("-": standard input). options may be NULL.
 * *out is the caller's (dz_report_free) and borrows `knowledge`.
 * Cost: linear in the size of the file. */
DZ_MUST_CHECK dz_status dz_report_read(dz_report **out, const char *path,
                                       const dz_knowledge *knowledge,
                                       const dz_read_options *options, dz_error *error);

/* The same from memory; `path` only names the source in messages. */
DZ_MUST_CHECK dz_status dz_report_parse(dz_report **out, const char *path, const void *bytes,
                                        size_t length, const dz_knowledge *knowledge,
                                        const dz_read_options *options, dz_error *error);

/* Frees a report; NULL is allowed. */
void dz_report_free(dz_report *report);

/* The figure in the form in which figures are compared: counts one by one
 * (30万人 is 300000 人), money with its scale word as it is always quoted
 * (5000万元 stays), an amount of decrease negative (下降3% is -3 %). *unit (may
 * be NULL) points into the quantity. Falls back to the figure as written when
 * the plain one does not fit; 0 if masked. */
dz_decimal dz_quantity_plain(const dz_quantity *quantity, const char **unit);

/* "-" where the figure is to be shown with a minus of its own, else "". A fall
 * told by a word (下降3%) needs none beside that word. Static storage. */
const char *dz_quantity_minus(const dz_quantity *quantity);

/* Names used in JSON. Static storage. */
const char *dz_noise_kind_name(dz_noise_kind kind);
const char *dz_function_name(dz_function function);
const char *dz_comparison_kind_name(dz_comparison_kind kind);
const char *dz_modifier_name(dz_modifier modifier);
const char *dz_period_kind_name(dz_period_kind kind);
const char *dz_commitment_kind_name(dz_commitment_kind kind);
const char *dz_commitment_sort_name(dz_commitment_sort sort);
const char *dz_commitment_grade_name(dz_commitment_grade grade);

/* The items by index, NULL beyond the last. A caller that reaches them this way and
 * not through the arrays keeps working when a later version adds a member to the end
 * of their types: the stride is the library's. */
const dz_section *dz_report_section_at(const dz_report *report, size_t index);
const dz_paragraph *dz_report_paragraph_at(const dz_report *report, size_t index);
const dz_sentence *dz_report_sentence_at(const dz_report *report, size_t index);
const dz_noise *dz_report_noise_at(const dz_report *report, size_t index);
const dz_span *dz_report_mask_at(const dz_report *report, size_t index);
const dz_quantity *dz_report_quantity_at(const dz_report *report, size_t index);
const dz_date *dz_report_date_at(const dz_report *report, size_t index);
const dz_commitment *dz_report_commitment_at(const dz_report *report, size_t index);

DZ_API_END

#endif
