/* formats.h - the renderers that render.c chooses from */
#ifndef DZ_RENDER_FORMATS_H
#define DZ_RENDER_FORMATS_H

#include <duizhao/render.h>

/* What stands before a review among others, and where its document can be cut: dz_part. */
typedef struct dz_cuts {
  size_t reports_before, findings_before;
  size_t item, middle, later, close; /* where these pieces begin */
} dz_cuts;

/* json_*.c: the documents of the contract */
DZ_MUST_CHECK dz_status dz_json_report(char **out, size_t *length, const dz_report *report,
                                       dz_error *error);
DZ_MUST_CHECK dz_status dz_json_review(char **out, size_t *length, const dz_review *review,
                                       dz_cuts *cuts, dz_error *error);
DZ_MUST_CHECK dz_status dz_json_comparison(char **out, size_t *length,
                                           const dz_comparison *comparison, dz_error *error);
DZ_MUST_CHECK dz_status dz_json_ledger(char **out, size_t *length, const dz_ledger *ledger,
                                       dz_error *error);

/* text_*.c: terminal text and Markdown, as options->format says */
DZ_MUST_CHECK dz_status dz_text_of_report(char **out, size_t *length, const dz_report *report,
                                          const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_text_of_review(char **out, size_t *length, const dz_review *review,
                                          dz_cuts *cuts, const dz_render_options *options,
                                          dz_error *error);
DZ_MUST_CHECK dz_status dz_text_of_comparison(char **out, size_t *length,
                                              const dz_comparison *comparison,
                                              const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_text_of_ledger(char **out, size_t *length, const dz_ledger *ledger,
                                          const dz_render_options *options, dz_error *error);

/* text_list.c: the edits between two reports as 修改说明 */
DZ_MUST_CHECK dz_status dz_text_list(char **out, size_t *length, const dz_comparison *comparison,
                                     const dz_render_options *options, dz_error *error);

/* csv_*.c: one table for each result */
DZ_MUST_CHECK dz_status dz_csv_report(char **out, size_t *length, const dz_report *const *reports,
                                      size_t count, size_t *head, const dz_render_options *options,
                                      dz_error *error); /* *head: bytes of its first row */
DZ_MUST_CHECK dz_status dz_csv_review(char **out, size_t *length, const dz_review *review,
                                      dz_cuts *cuts, const dz_render_options *options,
                                      dz_error *error);
DZ_MUST_CHECK dz_status dz_csv_comparison(char **out, size_t *length,
                                          const dz_comparison *comparison,
                                          const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_csv_ledger(char **out, size_t *length, const dz_ledger *ledger,
                                      const dz_render_options *options, dz_error *error);

/* html_*.c: one self-contained page for each result */
DZ_MUST_CHECK dz_status dz_html_report(char **out, size_t *length, const dz_report *const *reports,
                                       size_t count, const dz_render_options *options,
                                       dz_error *error);
DZ_MUST_CHECK dz_status dz_html_review(char **out, size_t *length, const dz_review *review,
                                       const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_html_comparison(char **out, size_t *length,
                                           const dz_comparison *comparison,
                                           const dz_render_options *options, dz_error *error);
DZ_MUST_CHECK dz_status dz_html_ledger(char **out, size_t *length, const dz_ledger *ledger,
                                       const dz_render_options *options, dz_error *error);

/* raw.c: the decoded text and nothing else */
DZ_MUST_CHECK dz_status dz_raw_report(char **out, size_t *length, const dz_report *report,
                                      dz_error *error);

#endif
