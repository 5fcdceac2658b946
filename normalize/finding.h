/* finding.h - collecting findings; the catalogue of their kinds is in finding.c */
#ifndef DZ_NORMALIZE_FINDING_H
#define DZ_NORMALIZE_FINDING_H

#include <duizhao/review.h>

#include "base/arena.h"
#include "base/array.h"

typedef struct dz_finding_list {
  dz_array findings; /* dz_finding */
  dz_arena *arena;   /* owns messages and spans */
  size_t report;     /* index put into new findings */
} dz_finding_list;

/* Adds a finding with the severity of its kind. Messages are taken as they are
 * and must live in the arena or be static; spans are copied. The result may be
 * changed until the next call; NULL when memory ran out. */
dz_finding *dz_finding_add(dz_finding_list *list, dz_finding_kind kind, const char *message_zh,
                           const char *message_en, const dz_span *spans, size_t span_count);

#endif
