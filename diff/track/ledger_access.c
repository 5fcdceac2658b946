/* ledger_access.c - items of a ledger by index; see duizhao/ledger.h */
#include <duizhao/ledger.h>

const dz_entry *dz_ledger_entry_at(const dz_ledger *ledger, size_t index) {
  return index < ledger->entry_count ? &ledger->entries[index] : NULL;
}

const dz_thread *dz_ledger_thread_at(const dz_ledger *ledger, size_t index) {
  return index < ledger->thread_count ? &ledger->threads[index] : NULL;
}
