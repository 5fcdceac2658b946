/* elsewhere.c - does the wording that two reports share stand anywhere else?
 *
 * What is to be called a copy must be found nowhere else. The shipped index
 * (knowledge/genre_index.h) knows windows of a few symbols that other offices and
 * the central authorities have written; the reader's own background counts in
 * the same way, where two of its reports have a window. A symbol stands
 * elsewhere when a window over it does; so text put together of known pieces is
 * known. What the two offices compared have said themselves, as far as they
 * were counted, is no third place.
 *
 * A look-up misses the cache, so windows are looked up when a passage asks for
 * them, and once. Cost: linear in the passages. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "steps.h"
#include "text/unicode.h"

enum {
  BACKGROUND_LEAST = 2, /* reports: one could be the office's own */
  NAMED_LEAST = 4,      /* windows of a document that is named as the source */
  VOTES_LEAST = 3,      /* sampled windows of a document in a report that is this document */
  FIGURE_DIGITS = 3,    /* digits of a figure that nobody hits upon by chance: 5 % is everybody's */
  ODD_LOOK = 20,        /* symbols of a run in which odd words are looked for */
  NOT_FOUND = 1         /* looked up; 0 in the list of marks: not looked up */
};

/* Share of the windows that the named source must have; and of the windows of a whole report,
 * when it is that document itself. */
static const float NAMED_SHARE = 0.6F, ITSELF_SHARE = 0.3F;

dz_status dz_elsewhere_init(dz_reuse_side *side, dz_error *error) {
  side->known = calloc(1, sizeof *side->known);
  if (!side->known) return dz_fail_memory(error);
  side->known->marks = calloc(side->view.count + 1, sizeof *side->known->marks);
  return side->known->marks ? DZ_OK : dz_fail_memory(error);
}

void dz_elsewhere_free(dz_reuse_side *side) {
  if (side->known) free(side->known->marks);
  free(side->known);
}

/* Which counted office or central document the report is, by a small sample of its windows. */
static void recognise(const dz_reuse_side *side, const dz_genre_index *index) {
  dz_genre_roll roll = dz_genre_roll_of(index->window);
  uint32_t documents[DZ_GENRE_DOCUMENTS + 1] = {0}, offices[DZ_GENRE_OFFICES + 1] = {0};
  uint32_t best = 0, sampled = 0;

  side->known->recognised = true;
  for (uint32_t i = 0; i < side->view.count; i++) {
    uint64_t hash = dz_genre_roll_on(&roll, side->view.symbols + i);
    const dz_genre_document *document;
    dz_genre_mark mark;
    if (!hash || hash & (DZ_GENRE_SINGLE_SAMPLE - 1)) continue;
    sampled++;
    mark = dz_genre_find(index, hash);
    document = dz_genre_document_of(index, mark);
    if (document) documents[document - index->documents]++;
    if (dz_genre_kind_of(mark) == DZ_GENRE_SINGLE) offices[dz_genre_single(mark)]++;
  }
  for (uint32_t i = 1; i <= index->document_count; i++)
    if (documents[i] > documents[best]) best = i;
  if (documents[best] >= VOTES_LEAST && (float)documents[best] > ITSELF_SHARE * (float)sampled)
    side->known->document = &index->documents[best];
  side->known->office = dz_genre_office(offices);
}

static dz_genre_mark look_up(const dz_reuse_pair *pair, uint64_t hash) {
  dz_genre_mark mark = dz_genre_find(pair->knowledge->genre_index, hash);
  const uint32_t *reports = dz_map_get(&pair->background->windows, hash);

  if (reports && *reports >= BACKGROUND_LEAST && dz_genre_kind_of(mark) < DZ_GENRE_COMMON)
    mark = dz_genre_mark_of(DZ_GENRE_COMMON, 0, *reports, *reports);
  return dz_genre_kind_of(mark) > DZ_GENRE_SINGLE ? mark : NOT_FOUND;
}

static bool is_own_document(const dz_reuse_side *side, const dz_genre_document *document) {
  return side->known->document && !strcmp(document->name, side->known->document->name);
}

/* Does the mark tell of a third place? */
static bool is_third(const dz_reuse_pair *pair, dz_genre_mark mark) {
  const dz_reuse_side *a = pair->a, *b = pair->b;
  const dz_genre_index *index = pair->knowledge->genre_index;
  const dz_genre_document *document;

  if (mark == NOT_FOUND) return false;
  if (dz_genre_kind_of(mark) == DZ_GENRE_COMMON) return true;
  if (!a->known->recognised) recognise(a, index);
  if (!b->known->recognised) recognise(b, index);
  document = dz_genre_document_of(index, mark);
  if (document && (is_own_document(a, document) || is_own_document(b, document)))
    return dz_genre_offices(mark) > (a->known->office || b->known->office);
  return !dz_genre_is_pair(mark, a->known->office, b->known->office);
}

/* What is summed up over the runs of a passage. */
typedef struct account {
  const dz_reuse_pair *pair;
  dz_elsewhere *e;
  uint32_t sampled, stretch;
  uint32_t votes[DZ_GENRE_DOCUMENTS + 1];
} account;

/* Takes one window into the account of who else has the wording. */
static void count_places(account *c, dz_genre_mark mark) {
  const dz_genre_index *index = c->pair->knowledge->genre_index;
  const dz_genre_document *document = dz_genre_document_of(index, mark);
  uint32_t own = (c->pair->a->known->office != 0) + (c->pair->b->known->office != 0);
  uint32_t offices = dz_genre_offices(mark);
  int since = dz_genre_since(mark);

  c->e->windows++;
  c->e->offices += offices > own ? offices - own : offices ? 1 : 0;
  if (since && (!c->e->since || since < c->e->since)) c->e->since = since;
  if (document) c->votes[document - index->documents]++;
}

/* The document that nearly all of the text comes from. */
static const dz_genre_document *chosen(const account *c) {
  const dz_genre_index *index = c->pair->knowledge->genre_index;
  uint32_t best = 0;

  for (uint32_t i = 1; i <= index->document_count; i++)
    if (c->votes[i] > c->votes[best]) best = i;
  return c->votes[best] >= NAMED_LEAST && (float)c->votes[best] >= NAMED_SHARE * (float)c->sampled
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

/* Is the symbol in no set phrase, a letter? */
static bool is_own(const dz_reuse_side *side, uint32_t k) {
  return side->own[k + 1] > side->own[k];
}

/* Symbols [from, to) of b stand nowhere else as far as windows tell. */
static void leave_over(account *c, uint32_t from, uint32_t to) {
  for (uint32_t k = from; k < to; k++) {
    bool own = is_own(c->pair->b, k);
    c->e->rest += own;
    c->stretch = own ? c->stretch + 1 : 0;
    if (c->stretch > c->e->longest) c->e->longest = c->stretch;
  }
}

static void look_at_run(account *c, const dz_match *m) {
  const dz_genre_index *index = c->pair->knowledge->genre_index;
  const uint16_t *symbols = c->pair->b->view.symbols;
  dz_genre_mark *marks = c->pair->b->known->marks;
  dz_genre_roll roll = dz_genre_roll_of(index->window);
  uint32_t known = m->b, end = m->b + m->length; /* up to `known` all is accounted for */

  c->stretch = 0;
  for (uint32_t k = m->b; k < end; k++) {
    uint64_t hash = dz_genre_roll_on(&roll, symbols + k);
    c->e->figures += is_exact_figure(c->pair, m, k - m->b);
    c->e->odd += k > m->b && symbols[k] >= DZ_SYM_FIRST_TEXT &&
                 symbols[k - 1] >= DZ_SYM_FIRST_TEXT && m->length < ODD_LOOK &&
                 !dz_genre_bigram(index, symbols[k - 1], symbols[k]);
    if (!dz_genre_sampled(index, hash)) continue;
    c->sampled++;
    if (!marks[k]) marks[k] = look_up(c->pair, hash);
    if (!is_third(c->pair, marks[k])) continue;
    count_places(c, marks[k]);
    if (k + 1 > known + index->window) leave_over(c, known, k + 1 - index->window);
    known = k + 1;
    c->stretch = 0;
  }
  leave_over(c, known, end);
}

dz_elsewhere dz_elsewhere_of(const dz_reuse_pair *pair, const dz_match *list, size_t count) {
  dz_elsewhere e = {0};
  account c = {.pair = pair, .e = &e};

  if (!pair->knowledge->genre_index->window) {
    e.rest = UINT32_MAX; /* nothing is known */
    return e;
  }
  for (size_t i = 0; i < count; i++) look_at_run(&c, &list[i]);
  if (e.windows) e.offices = (e.offices + e.windows / 2) / e.windows;
  e.document = chosen(&c);
  return e;
}
