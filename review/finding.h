/* finding.h - collecting findings; the catalogue of their kinds is in finding.c */
#ifndef DZ_REVIEW_FINDING_H
#define DZ_REVIEW_FINDING_H

#include <duizhao/review.h>

#include "base/arena.h"
#include "base/array.h"

typedef struct dz_finding_list {
  dz_array findings;  /* dz_finding */
  dz_arena *arena;    /* owns messages and spans */
  size_t report;      /* index put into new findings */
  dz_checked checked; /* what was looked at in that report */
} dz_finding_list;

/* Adds a finding with the severity of its kind. Messages are taken as they are
 * and must live in the arena or be static; spans are copied. The result may be
 * changed until the next call; NULL when memory ran out, also when a message
 * is NULL. */
dz_finding *dz_finding_add(dz_finding_list *list, dz_finding_kind kind, const char *message_zh,
                           const char *message_en, const dz_span *spans, size_t span_count);

/* A message as by printf, in the arena. NULL when memory ran out. */
const char *dz_finding_text(dz_finding_list *list, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/* What stands at `span`, cut after 40 code points, line breaks as blanks; in
 * the arena. NULL when memory ran out. */
const char *dz_finding_quote(dz_finding_list *list, const dz_report *report, dz_span span);

/* Whether a place of the folded text lies in an annex: explanations of terms and lists behind the
 * report name what was before it and elsewhere, so that no check of words applies there. */
bool dz_review_in_annex(const dz_report *report, size_t place);

#endif
