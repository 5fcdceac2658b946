/* ledger.c - follows commitments through a series of reports */
#include <stdlib.h>

#include <duizhao/ledger.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct boxed_ledger {
  dz_ledger ledger;
  dz_arena arena;
} boxed_ledger;

dz_status dz_ledger_build(dz_ledger **out, const dz_report *const *reports, size_t report_count,
                          const dz_knowledge *knowledge, dz_error *error) {
  boxed_ledger *box = calloc(1, sizeof *box);
  dz_status status = DZ_OK;

  (void)knowledge;
  if (!box) return dz_fail_memory(error);
  dz_arena_init(&box->arena);
  box->ledger.report_count = report_count;
  box->ledger.reports = dz_arena_copy(&box->arena, reports, report_count * sizeof *reports);
  box->ledger.counts = dz_arena_array(&box->arena, report_count, sizeof(dz_ledger_count));
  if (!box->ledger.reports || !box->ledger.counts) status = dz_fail_memory(error);
  if (status)
    dz_ledger_free(&box->ledger);
  else
    *out = &box->ledger;
  return status;
}

void dz_ledger_free(dz_ledger *ledger) {
  boxed_ledger *box = (boxed_ledger *)ledger;

  if (!box) return;
  dz_arena_free(&box->arena);
  free(box);
}
