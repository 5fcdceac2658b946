/* elsewhere.c - does the wording that two reports share stand anywhere else?
 *
 * What is to be called a copy must be found nowhere else. The shipped index
 * (knowledge/genre_index.h) knows windows of a few symbols that other offices and
 * the central authorities have written; the reader's own background counts in
 * the same way, where two of its reports have a window. A symbol stands
 * elsewhere when a window over it does; so text put together of known pieces is
 * known. What the two offices compared have said themselves, as far as they
 * were counted, is no third place. Cost: linear; one look-up per sampled window
 * of a report. */
#include <stdlib.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "steps.h"
#include "text/unicode.h"

enum {
  BACKGROUND_LEAST = 2, /* reports: one could be the office's own */
  NAMED_LEAST = 4,      /* windows of a document that is named as the source */
  FIGURE_DIGITS = 3     /* digits of a figure that nobody hits upon by chance: 5 % is everybody's */
};

/* Share of the windows that the named source must have. */
static const float NAMED_SHARE = 0.6F;

dz_status dz_elsewhere_build(dz_reuse_side *side, const dz_genre_index *index,
                             const dz_background *background, dz_error *error) {
  const dz_view *view = &side->view;
  uint64_t *hashes = malloc((view->count + 1) * sizeof *hashes);

  side->marks = calloc(view->count + 1, sizeof *side->marks);
  side->sampled = calloc(view->count + 1, sizeof *side->sampled);
  if (!hashes || !side->marks || !side->sampled) {
    free(hashes);
    return dz_fail_memory(error);
  }
  if (index->window) dz_genre_hash(view->symbols, view->count, index->window, hashes);
  for (uint32_t i = 0; index->window && i < view->count; i++) {
    const uint32_t *reports;
    if (!dz_genre_sampled(index, hashes[i])) continue;
    side->sampled[i] = true;
    side->marks[i] = dz_genre_find(index, hashes[i]);
    reports = dz_map_get(&background->windows, hashes[i]);
    if (reports && *reports >= BACKGROUND_LEAST &&
        dz_genre_kind_of(side->marks[i]) < DZ_GENRE_COMMON)
      side->marks[i] = dz_genre_mark_of(DZ_GENRE_COMMON, 0, *reports, *reports);
  }
  side->office = dz_genre_office(side->marks, view->count);
  free(hashes);
  return DZ_OK;
}

/* Is the window that begins at symbol i of b known from a third place? */
static bool stands_elsewhere(const dz_reuse_pair *pair, uint32_t i) {
  dz_genre_mark mark = pair->b->marks[i];

  return dz_genre_kind_of(mark) > DZ_GENRE_SINGLE &&
         !dz_genre_is_pair(mark, pair->a->office, pair->b->office);
}

/* Takes one window into the account of who else has the wording. */
static void count_places(dz_elsewhere *e, const dz_genre_index *index, const dz_reuse_pair *pair,
                         dz_genre_mark mark, uint32_t *votes) {
  const dz_genre_document *document = dz_genre_document_of(index, mark);
  uint32_t own = (pair->a->office != 0) + (pair->b->office != 0), offices = dz_genre_offices(mark);
  int since = dz_genre_since(mark);

  e->windows++;
  e->offices += offices > own ? offices - own : offices ? 1 : 0;
  if (since && (!e->since || since < e->since)) e->since = since;
  if (document) votes[document - index->documents]++;
}

/* The document that nearly all of the text comes from, of so many windows that were looked up. */
static const dz_genre_document *chosen(const dz_genre_index *index, const uint32_t *votes,
                                       uint32_t sampled) {
  uint32_t best = 0;

  for (uint32_t i = 1; i <= index->document_count; i++)
    if (votes[i] > votes[best]) best = i;
  return votes[best] >= NAMED_LEAST && (float)votes[best] >= NAMED_SHARE * (float)sampled
             ? &index->documents[best]
             : NULL;
}

/* Is symbol k of the run a figure of some digits that is the same in both? */
static bool is_exact_figure(const dz_reuse_pair *pair, const dz_match *m, uint32_t k) {
  const dz_view *a = &pair->a->view, *b = &pair->b->view;
  uint32_t at = m->b + k, digits = 0;

  if (b->symbols[at] != DZ_SYM_NUMBER || b->units[at + 1] - b->units[at] < FIGURE_DIGITS ||
      !dz_view_same(a, m->a + k, b, at) || b->symbols[at + 1] == U'年')
    return false;
  for (uint32_t i = b->at[at]; i < dz_view_end(b, at); i++) digits += dz_is_digit(b->fold[i]);
  return digits >= FIGURE_DIGITS;
}

dz_elsewhere dz_elsewhere_of(const dz_reuse_pair *pair, const dz_match *list, size_t count) {
  const dz_genre_index *index = pair->knowledge->genre_index;
  uint32_t votes[DZ_GENRE_DOCUMENTS + 1] = {0};
  dz_elsewhere e = {0};
  uint32_t sampled = 0;

  for (size_t i = 0; i < count; i++) {
    const dz_match *m = &list[i];
    uint32_t reach = m->b, stretch = 0;
    for (uint32_t k = m->b; k < m->b + m->length; k++) {
      bool text = pair->b->view.symbols[k] >= DZ_SYM_FIRST_TEXT;
      bool inside = k + index->window <= m->b + m->length;
      sampled += inside && pair->b->sampled[k];
      if (inside && stands_elsewhere(pair, k)) {
        reach = k + index->window;
        count_places(&e, index, pair, pair->b->marks[k], votes);
      }
      e.figures += is_exact_figure(pair, m, k - m->b);
      e.odd += text && k > m->b && pair->b->view.symbols[k - 1] >= DZ_SYM_FIRST_TEXT &&
               !dz_genre_bigram(index, pair->b->view.symbols[k - 1], pair->b->view.symbols[k]);
      if (k < reach || (text && pair->b->own[k + 1] == pair->b->own[k])) {
        stretch = 0;
        continue;
      }
      e.rest += text;
      stretch += text;
      if (stretch > e.longest) e.longest = stretch;
    }
  }
  if (e.windows) e.offices = (e.offices + e.windows / 2) / e.windows;
  e.document = chosen(index, votes, sampled);
  return e;
}
