/* thread.h - which threads of a ledger a reader looks at first */
#ifndef DZ_RENDER_THREAD_H
#define DZ_RENDER_THREAD_H

#include <duizhao/ledger.h>

/* Entries of the thread whose target is a figure. */
size_t dz_thread_figures(const dz_ledger *ledger, const dz_thread *thread);

/* A walk over the threads of two entries or more: those with two figures or
 * more, or the others; longest first, then in the order of the ledger. The
 * whole walk costs the number of threads times DZ_THREAD_LONG at most. */
enum { DZ_THREAD_LONG = 32 }; /* entries from which threads are equally long */

typedef struct dz_thread_walk {
  const dz_ledger *ledger;
  bool figures;
  size_t length; /* entries of the threads now walked */
  size_t at;     /* the next thread to look at */
} dz_thread_walk;

dz_thread_walk dz_thread_walk_begin(const dz_ledger *ledger, bool figures);
const dz_thread *dz_thread_walk_next(dz_thread_walk *walk); /* NULL: no more */

#endif
