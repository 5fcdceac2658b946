/* announce.c - see announce.h */
#include "announce.h"

#include <string.h>

#include "text/unicode.h"

enum {
  WIDEN_MOST = 40,   /* unchanged code points taken in to complete a pair of marks */
  STEPS_MOST = 8,    /* marks completed for one edit */
  CONTEXT_LEAST = 4, /* words that tell a place better than fewer */
  CONTEXT_MOST = 28, /* no clause so far: the place is told by CONTEXT_USUAL code points */
  CONTEXT_USUAL = 8,
  /* code points of a change that are searched for an edit: in a longer one its place is told */
  SEARCHED_MOST = 4000
};

/* Marks that come in pairs, at the same index. */
static const uint32_t openers[] = U"“‘（《〈【「『([", closers[] = U"”’）》〉】」』)]";
enum { MARKS = sizeof openers / sizeof *openers - 1, NO_MARK = -1 };

static int mark_in(const uint32_t *marks, uint32_t cp) {
  for (int i = 0; i < MARKS; i++)
    if (marks[i] == cp) return i;
  return NO_MARK;
}

/* A mark whose other half is not there. */
typedef struct lone {
  int opener, closer; /* NO_MARK: none */
} lone;

/* Marks met so far and not closed. */
typedef struct open_marks {
  int depth[MARKS];
  int closer; /* the last one that closed nothing */
} open_marks;

static void meet(open_marks *open, uint32_t cp) {
  int opener = mark_in(openers, cp), closer = mark_in(closers, cp);

  if (opener != NO_MARK) open->depth[opener]++;
  if (closer == NO_MARK) return;
  if (open->depth[closer])
    open->depth[closer]--;
  else
    open->closer = closer;
}

static lone lone_of(const open_marks *open) {
  lone found = {NO_MARK, open->closer};

  for (int mark = 0; mark < MARKS; mark++)
    if (open->depth[mark]) found.opener = mark;
  return found;
}

static bool is_none(lone found) {
  return found.opener == NO_MARK && found.closer == NO_MARK;
}

bool dz_announce_is_edit(const dz_op *op) {
  return op->kind != '=' && !op->restyled;
}

bool dz_announce_is_restyled(const dz_change *change, size_t at) {
  size_t first = at;

  if (change->ops[at].kind == '=') return false;
  while (first > 0 && change->ops[first - 1].kind != '=') first--;
  for (; first < change->op_count && change->ops[first].kind != '='; first++)
    if (!change->ops[first].restyled) return false;
  return true;
}

static size_t length_of(dz_span span) {
  return span.end - span.start;
}

/* The words of an edit in one report are pieces: of what stands before it, of its ops, of what
 * stands behind. */
static size_t piece_count(const dz_announced *edit) {
  return edit->end - edit->first + 2;
}

/* Piece `index` as it reads in report `side`; *report is the one it is quoted from. Empty:
 * nothing stands there. */
static dz_span piece_of(const dz_report **report, const dz_report *const *reports,
                        const dz_change *change, const dz_announced *edit, size_t side,
                        size_t index) {
  dz_span none = {0, 0}, same;
  const dz_op *op;

  *report = reports[0];
  if (!index) {
    same = edit->head ? change->ops[edit->first - 1].span : none;
    return (dz_span){same.end - (uint32_t)edit->head, same.end};
  }
  if (index + 1 == piece_count(edit)) {
    same = edit->tail ? change->ops[edit->end].span : none;
    return (dz_span){same.start, same.start + (uint32_t)edit->tail};
  }
  op = &change->ops[edit->first + index - 1];
  *report = reports[op->kind == '+'];
  return op->kind == '=' || op->kind == (side ? '+' : '-') ? op->span : none;
}

static size_t count_words(const dz_report *const *reports, const dz_change *change,
                          const dz_announced *edit, size_t side) {
  const dz_report *report;
  size_t count = 0;

  for (size_t i = 0; i < piece_count(edit); i++)
    count += length_of(piece_of(&report, reports, change, edit, side, i));
  return count;
}

bool dz_announce_words(dz_array *words, const dz_report *const *reports, const dz_change *change,
                       const dz_announced *edit, size_t side) {
  size_t at = 0, end = count_words(reports, change, edit, side) - edit->back;

  for (size_t i = 0; i < piece_count(edit); i++) {
    const dz_report *report;
    dz_span piece = piece_of(&report, reports, change, edit, side, i);
    for (uint32_t k = piece.start; k < piece.end; k++, at++)
      if (at >= edit->front && at < end && !dz_array_append(words, &report->text.cp[k], 1))
        return false;
  }
  return true;
}

/* The marks that want their other half on either side. */
static lone lone_marks(const dz_report *const *reports, const dz_change *change,
                       const dz_announced *edit) {
  lone found = {NO_MARK, NO_MARK};

  for (size_t side = 0; side < 2; side++) {
    open_marks open = {.closer = NO_MARK};
    size_t at = 0, end = count_words(reports, change, edit, side) - edit->back;
    for (size_t i = 0; i < piece_count(edit); i++) {
      const dz_report *report;
      dz_span piece = piece_of(&report, reports, change, edit, side, i);
      for (uint32_t k = piece.start; k < piece.end; k++, at++)
        if (at >= edit->front && at < end) meet(&open, report->text.cp[k]);
    }
    lone here = lone_of(&open);
    if (here.opener != NO_MARK) found.opener = here.opener;
    if (here.closer != NO_MARK) found.closer = here.closer;
  }
  return found;
}

static bool is_whole(const dz_report *const *reports, const dz_change *change,
                     const dz_announced *edit) {
  return is_none(lone_marks(reports, change, edit));
}

/* Something added or removed can as well be said to stand a little further on:
 * “甲”、[+“乙”、+] is “甲”、“[+乙”、“+]. */
static bool slide(const dz_report *const *reports, const dz_change *change, dz_announced *edit) {
  const dz_op *op = &change->ops[edit->first];
  const uint32_t *own = reports[op->kind == '+']->text.cp, *base = reports[0]->text.cp;
  size_t length = length_of(op->span), most;

  if (edit->end - edit->first != 1) return false;
  most = edit->first && op[-1].kind == '=' ? length_of(op[-1].span) : 0;
  for (size_t k = 1; k <= length && k <= most && own[op->span.end - k] == base[op[-1].span.end - k];
       k++) {
    dz_announced slid = {.first = edit->first, .end = edit->end, .head = k, .back = k};
    if (!is_whole(reports, change, &slid)) continue;
    *edit = slid;
    return true;
  }
  most = edit->end < change->op_count && op[1].kind == '=' ? length_of(op[1].span) : 0;
  for (size_t k = 1;
       k <= length && k <= most && own[op->span.start + k - 1] == base[op[1].span.start + k - 1];
       k++) {
    dz_announced slid = {.first = edit->first, .end = edit->end, .tail = k, .front = k};
    if (!is_whole(reports, change, &slid)) continue;
    *edit = slid;
    return true;
  }
  return false;
}

/* Takes in the unchanged words before the edit from the opener of `mark` on. */
static bool take_before(const dz_report *const *reports, const dz_change *change,
                        dz_announced *edit, int mark) {
  const dz_op *same = edit->first ? &change->ops[edit->first - 1] : NULL;
  int wanted = 1;

  if (!same || same->kind != '=') return false;
  while (edit->head < length_of(same->span) && edit->head < WIDEN_MOST) {
    uint32_t cp = reports[0]->text.cp[same->span.end - ++edit->head];
    wanted += (cp == closers[mark]) - (cp == openers[mark]);
    if (!wanted) return true;
  }
  return false;
}

/* Takes in the unchanged words behind the edit up to the closer of `mark`, or
 * all of them with the next edit. */
static bool take_behind(const dz_report *const *reports, const dz_change *change,
                        dz_announced *edit, int mark) {
  const dz_op *next = edit->end < change->op_count ? &change->ops[edit->end] : NULL;
  int wanted = 1;

  if (!next) return false;
  while (next->kind == '=' && edit->tail < length_of(next->span)) {
    uint32_t cp = reports[0]->text.cp[next->span.start + edit->tail++];
    wanted += (cp == openers[mark]) - (cp == closers[mark]);
    if (!wanted) return true;
    if (edit->tail >= WIDEN_MOST) return false;
  }
  edit->tail = 0;
  if (next->kind == '=') edit->end++;
  while (edit->end < change->op_count && change->ops[edit->end].kind != '=') edit->end++;
  return true;
}

/* Widens the edit until all marks have their other half; where that takes too
 * much, or where the report itself has half a pair, it stays as it is. */
static void complete_marks(const dz_report *const *reports, const dz_change *change,
                           dz_announced *edit) {
  dz_announced wide = *edit;
  bool ok = true;

  for (int step = 0; step < STEPS_MOST && ok; step++) {
    lone found = lone_marks(reports, change, &wide);
    if (is_none(found)) {
      *edit = wide;
      return;
    }
    if (!step && slide(reports, change, edit)) return;
    if (found.closer != NO_MARK) ok = take_before(reports, change, &wide, found.closer);
    if (found.opener != NO_MARK) ok = ok && take_behind(reports, change, &wide, found.opener);
  }
}

bool dz_announce_next(const dz_report *const *reports, const dz_change *change,
                      dz_announced *edit) {
  size_t first = edit->end;
  const dz_op *op;

  while (first < change->op_count && !dz_announce_is_edit(&change->ops[first])) first++;
  if (first >= change->op_count) return false;
  op = &change->ops[first];
  *edit = (dz_announced){.first = first, .end = first + 1};
  if (first + 1 < change->op_count && dz_announce_is_edit(op + 1) && op[1].kind != op->kind)
    edit->end++;
  complete_marks(reports, change, edit);
  return true;
}

/* How often the words stand in a span, up to two. */
static size_t count_in(const uint32_t *cps, dz_span span, const dz_array *words) {
  size_t found = 0;

  for (uint32_t at = span.start; at + words->count <= span.end && found < 2; at++)
    if (!memcmp(cps + at, words->items, words->count * sizeof *cps)) found++;
  return found;
}

bool dz_announce_wants_place(const dz_report *const *reports, const dz_change *change,
                             const dz_array *words) {
  const uint32_t *cps = words->items;
  size_t letters = 0, length = 0, found = 0;

  for (size_t i = 0; i < words->count && letters < CONTEXT_LEAST; i++)
    letters += dz_is_word(cps[i]);
  for (size_t i = 0; i < change->a_count; i++) length += length_of(change->a[i]);
  if (letters < CONTEXT_LEAST || length > SEARCHED_MOST) return true;
  for (size_t i = 0; i < change->a_count; i++)
    found += count_in(reports[0]->text.cp, change->a[i], words);
  return found > 1;
}

/* Does the stretch hold `least` words or more, and no half of a pair of marks? */
static bool tells_place(const uint32_t *cps, dz_span span, size_t least) {
  open_marks open = {.closer = NO_MARK};
  size_t words = 0;

  for (uint32_t i = span.start; i < span.end; i++) {
    words += dz_is_word(cps[i]);
    meet(&open, cps[i]);
  }
  return words >= least && is_none(lone_of(&open));
}

/* The end of `same` from where its last clause begins. */
static dz_span last_words(const uint32_t *cps, dz_span same) {
  dz_span span = {same.end, same.end};

  while (span.start > same.start && length_of(span) < CONTEXT_MOST) {
    span.start--;
    if (span.start > same.start && !dz_is_punctuation(cps[span.start - 1])) continue;
    if (tells_place(cps, span, CONTEXT_LEAST)) return span;
  }
  span.start = length_of(same) > CONTEXT_USUAL ? same.end - CONTEXT_USUAL : same.start;
  return span;
}

/* The beginning of `same` to where its first clause ends. */
static dz_span first_words(const uint32_t *cps, dz_span same) {
  dz_span span = {same.start, same.start};

  while (span.end < same.end && length_of(span) < CONTEXT_MOST) {
    span.end++;
    if (span.end < same.end && !dz_is_punctuation(cps[span.end])) continue;
    if (tells_place(cps, span, CONTEXT_LEAST)) return span;
  }
  span.end = length_of(same) > CONTEXT_USUAL ? same.start + CONTEXT_USUAL : same.end;
  return span;
}

dz_span dz_announce_context(const dz_report *const *reports, const dz_change *change,
                            const dz_announced *edit, bool *behind, bool *enough) {
  const uint32_t *cps = reports[0]->text.cp;
  const dz_op *before = edit->first ? &change->ops[edit->first - 1] : NULL;
  const dz_op *after = edit->end < change->op_count ? &change->ops[edit->end] : NULL;
  dz_span last = {0, 0}, next = {0, 0};

  if (before && before->kind == '=')
    last = (dz_span){before->span.start, before->span.end - (uint32_t)edit->head};
  if (after && after->kind == '=')
    next = (dz_span){after->span.start + (uint32_t)edit->tail, after->span.end};
  if (edit->front) last.end = next.start; /* slid on: what it passed stands before it */
  if (edit->back) next.start = last.end;
  last = last_words(cps, last);
  next = first_words(cps, next);
  *behind = length_of(last) && (tells_place(cps, last, 1) || !tells_place(cps, next, 1));
  *enough = tells_place(cps, *behind ? last : next, CONTEXT_LEAST);
  return *behind ? last : next;
}
