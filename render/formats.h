/* formats.h - the renderers that render.c chooses from */
#ifndef DZ_RENDER_FORMATS_H
#define DZ_RENDER_FORMATS_H

#include <duizhao/render.h>

/* json_*.c: the documents of the contract */
DZ_MUST_CHECK dz_status dz_json_report(char **out, size_t *length, const dz_report *report, dz_error *error);
DZ_MUST_CHECK dz_status dz_json_review(char **out, size_t *length, const dz_review *review, dz_error *error);
DZ_MUST_CHECK dz_status dz_json_comparison(char **out, size_t *length, const dz_comparison *comparison,
                                           dz_error *error);
DZ_MUST_CHECK dz_status dz_json_ledger(char **out, size_t *length, const dz_ledger *ledger, dz_error *error);

#endif
