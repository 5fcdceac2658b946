/* edit.c - see edit.h and docs/alignment.md
 *
 * Gotoh's alignment with affine gaps (Gotoh 1982), reduced to what an edit
 * script needs: the kept tokens earn their weight, every hunk costs the same
 * to open whatever it removes and puts in, and nothing to go on with. */
#include "edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "edit_token.h"

/* Weights in tenths of a Han character. HUNK_COST is the one number that trades
 * hunks against churn. Over eight pairs of years of the national report and ten
 * of provinces, pairs of similarity 0.4 or more: 25 (kept runs of 3 characters)
 * gives some 2.45 hunks a sentence and churn 4 points over the optimum, 35 (4
 * characters) 2.34 and 4.5, 43 (5 characters, or 4 and 的) 2.15 and 5.5. */
enum {
  HUNK_COST = 43,
  FIGURE_COST = 28, /* of a hunk that exchanges one figure for another of its unit */
  CELLS_PER_SCRIPT = 4 * 1024 * 1024, /* 2,000 tokens against 2,000: 10 ms */
  CELLS_IN_ALL = 256 * 1024 * 1024 /* of one comparison: under a second */
};

/* A cell's trace: where its two scores came from. */
enum { KEPT_AFTER_HUNK = 1, HUNK_FROM_KEPT = 2, HUNK_FROM_LEFT = 4 };

static const int32_t IMPOSSIBLE = INT32_MIN / 2;

typedef struct scores {
  int32_t kept; /* best of the scripts that end by keeping this pair */
  int32_t hunk; /* best of those that end inside a hunk */
} scores;

typedef struct block { /* tokens [a, a_end) against [b, b_end) */
  uint32_t a, a_end;
  uint32_t b, b_end;
} block;

void dz_editor_init(dz_editor *editor) {
  *editor = (dz_editor){.rows = dz_array_of(sizeof(scores)), .trace = dz_array_of(1), .cells_left = CELLS_IN_ALL};
  for (int side = 0; side < 2; side++) {
    editor->tokens[side] = dz_array_of(sizeof(dz_token));
    editor->mates[side] = dz_array_of(sizeof(uint32_t));
    editor->kept[side] = dz_array_of(sizeof(uint32_t));
  }
}

void dz_editor_free(dz_editor *editor) {
  for (int side = 0; side < 2; side++) {
    dz_array_free(&editor->tokens[side]);
    dz_array_free(&editor->mates[side]);
    dz_array_free(&editor->kept[side]);
  }
  dz_array_free(&editor->rows);
  dz_array_free(&editor->trace);
}

/* An array of `count` items of unset content. */
static void *resized(dz_array *array, size_t count) {
  array->count = 0;
  return dz_array_append(array, NULL, count ? count : 1);
}

static bool same_token(const dz_editor *editor, uint32_t i, uint32_t j) {
  const dz_token *a = editor->tokens[0].items, *b = editor->tokens[1].items;

  return a[i].id == b[j].id;
}

static void mate(dz_editor *editor, uint32_t i, uint32_t j) {
  *(uint32_t *)dz_array_at(&editor->mates[0], i) = j;
  *(uint32_t *)dz_array_at(&editor->mates[1], j) = i;
}

/* Keeps equal tokens at both ends. No better script exists than one that does:
 * each kept pair earns, and a hunk beside it is no dearer. */
static void trim_ends(dz_editor *editor, block *rest) {
  while (rest->a < rest->a_end && rest->b < rest->b_end && same_token(editor, rest->a, rest->b))
    mate(editor, rest->a++, rest->b++);
  while (rest->a < rest->a_end && rest->b < rest->b_end && same_token(editor, rest->a_end - 1, rest->b_end - 1))
    mate(editor, --rest->a_end, --rest->b_end);
}

/* One row of the table; row[0..width] holds the row above and becomes this one. */
static void fill_row(const dz_token *a, const dz_token *b, size_t width, scores *row, uint8_t *trace) {
  scores diagonal = row[0], left;

  if (row[0].kept - HUNK_COST > row[0].hunk) row[0].hunk = row[0].kept - HUNK_COST;
  row[0].kept = IMPOSSIBLE;
  left = row[0];
  for (size_t j = 1; j <= width; j++) {
    scores above = row[j], now = {IMPOSSIBLE, above.hunk};
    uint8_t from = 0;
    if (a->id == b[j - 1].id || (a->shape && a->shape == b[j - 1].shape)) {
      bool after_hunk = diagonal.hunk > diagonal.kept;
      now.kept = (a->id == b[j - 1].id ? a->weight : -FIGURE_COST) + (after_hunk ? diagonal.hunk : diagonal.kept);
      if (after_hunk) from |= KEPT_AFTER_HUNK;
    }
    if (above.kept - HUNK_COST > now.hunk) {
      now.hunk = above.kept - HUNK_COST;
      from |= HUNK_FROM_KEPT;
    }
    if (left.hunk > now.hunk) {
      now.hunk = left.hunk;
      from = (uint8_t)((from & KEPT_AFTER_HUNK) | HUNK_FROM_LEFT);
    }
    if (left.kept - HUNK_COST > now.hunk) {
      now.hunk = left.kept - HUNK_COST;
      from = (uint8_t)((from & KEPT_AFTER_HUNK) | HUNK_FROM_LEFT | HUNK_FROM_KEPT);
    }
    trace[j] = from;
    diagonal = above;
    left = row[j] = now;
  }
}

/* Follows the trace back from the last cell and keeps the pairs it names. */
static void walk_back(dz_editor *editor, const block *rest, bool in_hunk) {
  size_t i = rest->a_end - rest->a, j = rest->b_end - rest->b, stride = j + 1;
  const uint8_t *trace = editor->trace.items;

  while (i > 0 && j > 0) {
    uint8_t from = trace[i * stride + j];
    if (!in_hunk) {
      i--;
      j--;
      if (same_token(editor, rest->a + (uint32_t)i, rest->b + (uint32_t)j))
        mate(editor, rest->a + (uint32_t)i, rest->b + (uint32_t)j);
      in_hunk = from & KEPT_AFTER_HUNK;
      continue;
    }
    in_hunk = !(from & HUNK_FROM_KEPT);
    if (from & HUNK_FROM_LEFT)
      j--;
    else
      i--;
  }
}

static dz_status align_block(dz_editor *editor, const block *rest, dz_error *error) {
  const dz_token *a = (dz_token *)editor->tokens[0].items + rest->a,
                 *b = (dz_token *)editor->tokens[1].items + rest->b;
  size_t height = rest->a_end - rest->a, width = rest->b_end - rest->b;
  scores *row = resized(&editor->rows, width + 1);
  uint8_t *trace;

  editor->trace.count = 0;
  trace = dz_array_append(&editor->trace, NULL, (height + 1) * (width + 1));
  if (!row || !trace) return dz_fail_memory(error);
  row[0] = (scores){0, IMPOSSIBLE};
  for (size_t j = 1; j <= width; j++) row[j] = (scores){IMPOSSIBLE, -HUNK_COST};
  for (size_t i = 1; i <= height; i++) fill_row(&a[i - 1], b, width, row, trace + i * (width + 1));
  walk_back(editor, rest, row[width].hunk > row[width].kept);
  return DZ_OK;
}

/* Aligns a block, or leaves it as replaced where that would cost too much. */
static dz_status align_within_caps(dz_editor *editor, block rest, dz_error *error) {
  uint64_t cells;

  trim_ends(editor, &rest);
  if (rest.a == rest.a_end || rest.b == rest.b_end) return DZ_OK;
  cells = (uint64_t)(rest.a_end - rest.a + 1) * (rest.b_end - rest.b + 1);
  if (cells > CELLS_PER_SCRIPT || cells > editor->cells_left) {
    editor->approximate = true;
    return DZ_OK;
  }
  editor->cells_left -= cells;
  return align_block(editor, &rest, error);
}

static dz_status align_tokens(dz_editor *editor, dz_error *error) {
  block whole = {0, (uint32_t)editor->tokens[0].count, 0, (uint32_t)editor->tokens[1].count};
  dz_array anchors = dz_array_of(sizeof(dz_anchor));
  dz_status status = DZ_OK;

  for (int side = 0; side < 2; side++) {
    uint32_t *mates = resized(&editor->mates[side], editor->tokens[side].count);
    if (!mates) return dz_fail_memory(error);
    memset(mates, 0xFF, editor->tokens[side].count * sizeof *mates);
  }
  trim_ends(editor, &whole);
  if ((uint64_t)(whole.a_end - whole.a) * (whole.b_end - whole.b) > CELLS_PER_SCRIPT)
    status = dz_anchors_find(&anchors, editor->tokens, error);
  for (size_t i = 0; i < anchors.count && !status; i++) {
    const dz_anchor *at = dz_array_at(&anchors, i);
    block before = {whole.a, at->a, whole.b, at->b};
    if (at->a < whole.a || at->b < whole.b || at->a >= whole.a_end || at->b >= whole.b_end) continue;
    status = align_within_caps(editor, before, error);
    mate(editor, at->a, at->b);
    whole.a = at->a + 1;
    whole.b = at->b + 1;
  }
  if (!status) status = align_within_caps(editor, whole, error);
  dz_array_free(&anchors);
  return status;
}

/* Gives up the pair of tokens i and j if it is one character between a hunk and
 * a mark, a word of one character or the end of the text: `step` leads away from
 * the hunk. */
static void absorb(dz_editor *editor, uint32_t i, uint32_t j, int step) {
  const dz_token *tokens = editor->tokens[0].items;
  uint32_t *left = editor->mates[0].items, *right = editor->mates[1].items;
  int64_t beyond = (int64_t)i + step;

  if (i >= editor->tokens[0].count || j >= editor->tokens[1].count || left[i] != j ||
      !dz_token_is_stray(&tokens[i]))
    return;
  if (beyond >= 0 && beyond < (int64_t)editor->tokens[0].count) {
    if (dz_token_is_stray(&tokens[beyond])) return;
    if (step < 0 ? dz_tokens_are_word(&tokens[beyond], &tokens[i]) : dz_tokens_are_word(&tokens[i], &tokens[beyond]))
      return;
  }
  left[i] = right[j] = DZ_UNKEPT;
}

/* Where one word took the place of another, a character that both happen to
 * begin or end with is no word by itself: 加强 to 加大, not 加[强 to 大]. */
static void absorb_strays(dz_editor *editor) {
  const uint32_t *left = editor->mates[0].items, *right = editor->mates[1].items;
  uint32_t count_a = (uint32_t)editor->tokens[0].count, count_b = (uint32_t)editor->tokens[1].count;

  for (uint32_t i = 0, j = 0; i < count_a && j < count_b; i++, j++) {
    uint32_t end_i = i, end_j = j;
    while (end_i < count_a && left[end_i] == DZ_UNKEPT) end_i++;
    while (end_j < count_b && right[end_j] == DZ_UNKEPT) end_j++;
    if (end_i > i && end_j > j) {
      absorb(editor, i - 1, j - 1, -1);
      absorb(editor, end_i, end_j, 1);
    }
    i = end_i;
    j = end_j;
  }
}

/* How natural a cut in front of token i is: behind a punctuation mark best. */
static int cut_quality(const dz_token *tokens, size_t count, size_t i) {
  if (i == 0 || i == count) return 2;
  if (tokens[i - 1].punctuation) return 2;
  return tokens[i].punctuation ? 1 : 0;
}

/* A hunk that only removes (side 0) or only puts in (side 1) may often be
 * shifted without changing anything: "A，[C，]B" is "A[，C]，B". Shifts it to
 * the most natural place. [first, end) are its tokens on `side`. */
static void slide_hunk(dz_editor *editor, int side, uint32_t first, uint32_t end) {
  const dz_token *tokens = editor->tokens[side].items;
  uint32_t *own = editor->mates[side].items, *other = editor->mates[!side].items;
  size_t count = editor->tokens[side].count;
  uint32_t best = 0, shift = 0;
  int quality = cut_quality(tokens, count, first) + cut_quality(tokens, count, end);

  while (first > shift && own[first - shift - 1] != DZ_UNKEPT &&
         tokens[first - shift - 1].id == tokens[end - shift - 1].id) {
    int now;
    shift++;
    now = cut_quality(tokens, count, first - shift) + cut_quality(tokens, count, end - shift);
    if (now > quality) {
      quality = now;
      best = shift;
    }
    if (shift >= end - first && shift >= 64) break;
  }
  for (uint32_t i = 0; i < best; i++) {
    uint32_t from = first - i - 1, to = end - i - 1;
    own[to] = own[from];
    other[own[to]] = to;
    own[from] = DZ_UNKEPT;
  }
}

static void slide_hunks(dz_editor *editor) {
  for (int side = 0; side < 2; side++) {
    const uint32_t *own = editor->mates[side].items;
    uint32_t count = (uint32_t)editor->tokens[side].count, other_count = (uint32_t)editor->tokens[!side].count;
    for (uint32_t i = 0, end; i < count; i = end + 1) {
      uint32_t before, behind;
      for (end = i; end < count && own[end] == DZ_UNKEPT; end++) continue;
      if (end == i) continue;
      before = i ? own[i - 1] + 1 : 0;
      behind = end < count ? own[end] : other_count;
      if (before == behind) slide_hunk(editor, side, i, end);
    }
  }
}

static size_t kept_triples(size_t letters) {
  return letters > 2 ? letters - 2 : 0;
}

/* From tokens to glyphs: a glyph is kept if its token is, letter by letter; if
 * only the folded letters are the same it is told as written otherwise. */
static dz_status keep_glyphs(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b, size_t *kept,
                             dz_error *error) {
  const uint32_t *mates = editor->mates[0].items;
  uint32_t *left = resized(&editor->kept[0], a->count), *right = resized(&editor->kept[1], b->count);
  size_t run = 0; /* letters kept in a row so far */

  if (!left || !right) return dz_fail_memory(error);
  memset(left, 0xFF, a->count * sizeof *left);
  memset(right, 0xFF, b->count * sizeof *right);
  for (size_t t = 0; t < editor->tokens[0].count; t++) {
    const dz_token *from = dz_array_at(&editor->tokens[0], t), *to;
    bool same;
    if (mates[t] == DZ_UNKEPT) continue;
    to = dz_array_at(&editor->tokens[1], mates[t]);
    run = t && mates[t] && mates[t - 1] == mates[t] - 1 ? run + from->letters : from->letters;
    if (kept) *kept += kept_triples(run) - kept_triples(run - from->letters);
    same = from->count == to->count;
    for (uint32_t i = 0; i < from->count && same; i++)
      same = a->glyphs[from->first + i].cp == b->glyphs[to->first + i].cp;
    for (uint32_t i = 0; i < from->count && same; i++) {
      left[from->first + i] = to->first + i;
      right[to->first + i] = from->first + i;
    }
    for (uint32_t i = 0; i < from->count && !same; i++) a->glyphs[from->first + i].restyled = true;
    for (uint32_t i = 0; i < to->count && !same; i++) b->glyphs[to->first + i].restyled = true;
  }
  return DZ_OK;
}

/* White space goes with the glyph before it where both sides have the same. */
static void keep_space(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b) {
  uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;

  for (size_t i = 0; i < a->count; i++) {
    size_t j = i ? (size_t)left[i - 1] + 1 : 0;
    if (a->glyphs[i].fold || left[i] != DZ_UNKEPT || (i && left[i - 1] == DZ_UNKEPT)) continue;
    if (j >= b->count || right[j] != DZ_UNKEPT || b->glyphs[j].fold || a->glyphs[i].cp != b->glyphs[j].cp)
      continue;
    left[i] = (uint32_t)j;
    right[j] = (uint32_t)i;
  }
}

static bool is_restyled(const dz_glyph *glyph) {
  return glyph->restyled || !glyph->fold;
}

/* Runs over the hunk at *i and *j; whether all of it is only written otherwise. */
static bool skip_hunk(const dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b, size_t *i,
                      size_t *j) {
  const uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;
  bool restyled = true;

  for (; *i < a->count && left[*i] == DZ_UNKEPT; ++*i) restyled = restyled && is_restyled(&a->glyphs[*i]);
  for (; *j < b->count && right[*j] == DZ_UNKEPT; ++*j) restyled = restyled && is_restyled(&b->glyphs[*j]);
  return restyled;
}

/* Gives up kept runs that weigh less than opening a hunk where both sides of
 * them are only written otherwise: a sentence in another script is one hunk.
 * Between real edits the alignment has left none, and a real edit is not mixed
 * with what stands beside it. */
static void drop_islands(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b) {
  uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;
  size_t i = 0, j = 0;
  bool before = skip_hunk(editor, a, b, &i, &j) && (i || j);

  while (i < a->count) {
    size_t first = i, next_i, next_j;
    int32_t weight = 0;
    bool behind;
    for (; i < a->count && left[i] == j; i++, j++)
      if (weight < HUNK_COST) weight += dz_glyph_weight(&a->glyphs[i]);
    next_i = i;
    next_j = j;
    behind = skip_hunk(editor, a, b, &next_i, &next_j);
    if (before && behind && weight < HUNK_COST && (next_i > i || next_j > j))
      for (size_t k = first; k < i; k++) {
        a->glyphs[k].restyled = b->glyphs[left[k]].restyled = true;
        right[left[k]] = DZ_UNKEPT;
        left[k] = DZ_UNKEPT;
      }
    before = behind;
    i = next_i;
    j = next_j;
  }
}

static bool add_op(dz_array *ops, char kind, const dz_edit_text *text, size_t first, size_t end) {
  for (size_t i = first; i < end;) {
    size_t stop = i + 1;
    while (stop < end && text->glyphs[stop].position == text->glyphs[stop - 1].position + 1) stop++;
    dz_op op = {kind, {text->glyphs[i].position, text->glyphs[stop - 1].position + 1}, kind != '='};
    for (size_t k = i; k < stop && op.restyled; k++) op.restyled = is_restyled(&text->glyphs[k]);
    if (!dz_array_append(ops, &op, 1)) return false;
    i = stop;
  }
  return true;
}

static bool add_ops(const dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b, dz_array *ops) {
  const uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;

  for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
    size_t end = i, until = j;
    while (end < a->count && left[end] == DZ_UNKEPT) end++;
    while (until < b->count && right[until] == DZ_UNKEPT) until++;
    if (!add_op(ops, '-', a, i, end) || !add_op(ops, '+', b, j, until)) return false;
    for (i = end, j = until; end < a->count && left[end] == j + (end - i); end++) continue;
    if (!add_op(ops, '=', a, i, end)) return false;
    j += end - i;
    i = end;
  }
  return true;
}

/* The order in which the two sides are aligned, whichever was given first. */
static bool in_order(const dz_edit_text *a, const dz_edit_text *b) {
  if (a->count != b->count) return a->count < b->count;
  for (size_t i = 0; i < a->count; i++)
    if (a->glyphs[i].cp != b->glyphs[i].cp) return a->glyphs[i].cp < b->glyphs[i].cp;
  return true;
}

static void swap_arrays(dz_array pair[2]) {
  dz_array first = pair[0];

  pair[0] = pair[1];
  pair[1] = first;
}

dz_status dz_edit_script(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b, dz_array *ops,
                         size_t *kept, dz_error *error) {
  bool swapped = !in_order(a, b);
  const dz_edit_text *left = swapped ? b : a, *right = swapped ? a : b;
  dz_status status = DZ_OK;

  if (kept) *kept = 0;
  if (!a->count || !b->count)
    return add_op(ops, '-', a, 0, a->count) && add_op(ops, '+', b, 0, b->count) ? DZ_OK : dz_fail_memory(error);
  if (!dz_tokens_split(&editor->tokens[0], left) || !dz_tokens_split(&editor->tokens[1], right))
    return dz_fail_memory(error);
  status = align_tokens(editor, error);
  if (status) return status;
  absorb_strays(editor);
  slide_hunks(editor);
  status = keep_glyphs(editor, left, right, kept, error);
  if (status) return status;
  keep_space(editor, left, right);
  drop_islands(editor, left, right);
  if (swapped) swap_arrays(editor->kept);
  return add_ops(editor, a, b, ops) ? DZ_OK : dz_fail_memory(error);
}
