/* render.h - a result becomes the bytes of one format. */
#ifndef DUIZHAO_RENDER_H
#define DUIZHAO_RENDER_H

#include <duizhao/api.h>
#include <duizhao/ledger.h>
#include <duizhao/review.h>

DZ_API_BEGIN

typedef enum dz_format { DZ_TEXT, DZ_JSON, DZ_HTML, DZ_MARKDOWN, DZ_CSV } dz_format;

typedef struct dz_render_options {
  size_t size; /* sizeof(dz_render_options) as the caller knows it; 0: as in version 0.1 */
  dz_format format;
  bool chinese; /* language of labels */
  bool color;   /* terminal text: colour and weight by escape sequences */
  int columns;  /* terminal text: width in cells, 0 = 80 */
  int ambiguous; /* terminal text: cells of “ ” — …: 1 or 2, 0 = 1, what nearly all terminals do */
  bool all;  /* show what is folded away by default */
  bool list; /* comparison as text: as 修改说明, one edit a line */
  bool raw;  /* report as text: the decoded text itself and nothing else */
  bool bom;  /* CSV: start with a byte order mark */
} dz_render_options;

/* Each returns in *out (the caller's, free()) `*length` bytes followed by a
 * NUL. The same result and options give the same bytes. DZ_UNSUPPORTED where
 * a result has no such format. */
DZ_MUST_CHECK dz_status dz_render_report(char **out, size_t *length, const dz_report *report,
                                         const dz_render_options *options, dz_error *error);
/* Several reports: JSON documents a line each, texts behind each other, one page, one table. */
DZ_MUST_CHECK dz_status dz_render_reports(char **out, size_t *length,
                                          const dz_report *const *reports, size_t count,
                                          const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_render_review(char **out, size_t *length, const dz_review *review,
                                         const dz_render_options *options, dz_error *error);

/* Many reports, one after the other, so that they need not all be in memory: the document of one
 * report alone, cut into five pieces. That of many is `open` of the first, `item` of each,
 * `middle`, `later` of each that has one, and `close`, with `between` between two items and between
 * two that come later: the very bytes of dz_render_reports and dz_render_review. DZ_UNSUPPORTED for
 * HTML. */
typedef struct dz_part {
  char *bytes;                             /* the pieces behind each other; the caller's, free() */
  size_t open, item, middle, later, close; /* their lengths */
  const char *between;                     /* static storage */
} dz_part;
DZ_MUST_CHECK dz_status dz_render_report_part(dz_part *out, const dz_report *report,
                                              const dz_render_options *options, dz_error *error);
/* Of the review of one report, behind so many reports and findings. */
DZ_MUST_CHECK dz_status dz_render_review_part(dz_part *out, const dz_review *review,
                                              size_t reports_before, size_t findings_before,
                                              const dz_render_options *options, dz_error *error);

DZ_MUST_CHECK dz_status dz_render_comparison(char **out, size_t *length,
                                             const dz_comparison *comparison,
                                             const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_render_ledger(char **out, size_t *length, const dz_ledger *ledger,
                                         const dz_render_options *options, dz_error *error);

DZ_API_END

#endif
