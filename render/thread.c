/* thread.c - see thread.h */
#include "thread.h"

enum { ENTRIES_LEAST = 2, FIGURES_LEAST = 2 };

size_t dz_thread_figures(const dz_ledger *ledger, const dz_thread *thread) {
  size_t figures = 0;

  for (size_t i = 0; i < thread->entry_count; i++) {
    const dz_entry *entry = &ledger->entries[thread->entries[i]];
    figures += ledger->reports[entry->report]->commitments[entry->commitment].quantity >= 0;
  }
  return figures;
}

dz_thread_walk dz_thread_walk_begin(const dz_ledger *ledger, bool figures) {
  return (dz_thread_walk){.ledger = ledger, .figures = figures, .length = DZ_THREAD_LONG};
}

const dz_thread *dz_thread_walk_next(dz_thread_walk *walk) {
  for (; walk->length >= ENTRIES_LEAST; walk->length--, walk->at = 0)
    while (walk->at < walk->ledger->thread_count) {
      const dz_thread *thread = &walk->ledger->threads[walk->at++];
      size_t length = thread->entry_count < DZ_THREAD_LONG ? thread->entry_count : DZ_THREAD_LONG;
      if (length != walk->length) continue;
      if ((dz_thread_figures(walk->ledger, thread) >= FIGURES_LEAST) == walk->figures)
        return thread;
    }
  return NULL;
}
