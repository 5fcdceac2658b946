/* commitment.c - the stage that finds what a report promises; see commitment.h */
#include "commitment.h"

#include "base/error.h"

dz_status dz_commitments_find(dz_draft *draft, dz_error *error) {
  dz_array clauses = dz_array_of(sizeof(dz_clause));
  dz_commitment_finder finder = {.draft = draft,
                                 .knowledge = draft->knowledge,
                                 .clauses = &clauses,
                                 .list = dz_array_of(sizeof(dz_commitment))};
  dz_status status = dz_clauses_split(&clauses, &draft->report, error);

  if (!status)
    status = draft->report.work_report ? dz_commitments_of_work(&finder, error)
                                       : dz_commitments_of_duty(&finder, error);
  if (!status) {
    draft->report.commitment_count = finder.list.count;
    draft->report.commitments = dz_array_freeze(&finder.list, &draft->arena);
    if (!draft->report.commitments) status = dz_fail_memory(error);
  }
  dz_array_free(&finder.list);
  dz_array_free(&clauses);
  return status;
}
