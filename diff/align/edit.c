/* edit.c - see edit.h and docs/alignment.md
 *
 * Gotoh's alignment with affine gaps (Gotoh 1982), reduced to what an edit
 * script needs: the kept tokens earn their weight, every hunk costs the same
 * to open whatever it removes and puts in, and nothing to go on with; an end of
 * a hunk that would cut a word costs extra. */
#include "edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "edit_ends.h"
#include "edit_token.h"

/* Weights in tenths of a Han character. HUNK_COST is the one number that trades
 * hunks against churn; docs/alignment.md has the measurements. 43: a kept run
 * between two hunks has five characters, or four and 的. */
enum {
  HUNK_COST = 43,
  /* instead, where nothing was kept at that price: four characters tell why the two belong
   * together */
  LAST_COST = 35,
  /* of each end of a hunk inside a word, on each side: dearer than the character it would keep */
  SEAM_COST = 12,
  FIGURE_COST = 28, /* of a hunk that exchanges one figure for another of its unit */
  KEPT_PART = 5,    /* at least one in so many letters is kept, else both sides show whole */
  LONG_TEXT = 16,   /* letters of a text of which triples are counted */
  CELLS_PER_SCRIPT = 4 * 1024 * 1024, /* 2,000 tokens against 2,000: 10 ms */
  CELLS_IN_ALL = 256 * 1024 * 1024    /* of one comparison: under a second */
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

void dz_editor_init(dz_editor *editor, const dz_lexicon *lexicon) {
  *editor = (dz_editor){.lexicon = lexicon,
                        .rows = dz_array_of(sizeof(scores)),
                        .trace = dz_array_of(1),
                        .words = dz_array_of(sizeof(dz_word_end)),
                        .cells_left = CELLS_IN_ALL};
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
  dz_array_free(&editor->words);
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

static bool inside(const dz_token *tokens, uint32_t i, uint32_t end) {
  return i < end && tokens[i].inside;
}

static void mate(dz_editor *editor, uint32_t i, uint32_t j) {
  *(uint32_t *)dz_array_at(&editor->mates[0], i) = j;
  *(uint32_t *)dz_array_at(&editor->mates[1], j) = i;
}

/* Keeps equal tokens at both ends, as far as they are whole words on both
 * sides. No better script exists than one that does: each kept pair earns, and
 * a hunk beside it is no dearer. */
static void trim_ends(dz_editor *editor, block *rest) {
  const dz_token *a = editor->tokens[0].items, *b = editor->tokens[1].items;
  block whole = *rest;

  while (rest->a < rest->a_end && rest->b < rest->b_end && same_token(editor, rest->a, rest->b))
    mate(editor, rest->a++, rest->b++);
  while (rest->a < rest->a_end && rest->b < rest->b_end &&
         same_token(editor, rest->a_end - 1, rest->b_end - 1))
    mate(editor, --rest->a_end, --rest->b_end);
  if (rest->a == whole.a_end && rest->b == whole.b_end) return;
  while (rest->a > whole.a && (inside(a, rest->a, whole.a_end) || inside(b, rest->b, whole.b_end)))
    dz_hunk_take(editor, --rest->a, --rest->b);
  while (rest->a_end < whole.a_end && (a[rest->a_end].inside || b[rest->b_end].inside))
    dz_hunk_take(editor, rest->a_end++, rest->b_end++);
}

/* What it costs to begin or to end a hunk in front of these tokens. */
static int32_t seam(bool inside_a, bool inside_b) {
  return (inside_a + inside_b) * SEAM_COST;
}

/* One row of the table, of token a of a text, where a hunk costs `cost`;
 * row[0..width] holds the row above and becomes this one. b[width] is not read. */
static void fill_row(int32_t cost, const dz_token *a, bool a_next, const dz_token *b, size_t width,
                     scores *row, uint8_t *trace) {
  scores diagonal = row[0], left;

  if (row[0].kept - cost > row[0].hunk) row[0].hunk = row[0].kept - cost;
  row[0].kept = IMPOSSIBLE;
  left = row[0];
  for (size_t j = 1; j <= width; j++) {
    scores above = row[j], now = {IMPOSSIBLE, above.hunk};
    int32_t opened = above.kept - cost - seam(a->inside, j < width && b[j].inside);
    uint8_t from = 0;
    if (a->id == b[j - 1].id || (a->shape && a->shape == b[j - 1].shape)) {
      int32_t closed = diagonal.hunk - seam(a->inside, b[j - 1].inside);
      bool after_hunk = closed > diagonal.kept;
      now.kept = (a->id == b[j - 1].id ? a->weight : -FIGURE_COST) +
                 (after_hunk ? closed : diagonal.kept);
      if (after_hunk) from |= KEPT_AFTER_HUNK;
    }
    if (opened > now.hunk) {
      now.hunk = opened;
      from |= HUNK_FROM_KEPT;
    }
    if (left.hunk > now.hunk) {
      now.hunk = left.hunk;
      from = (uint8_t)((from & KEPT_AFTER_HUNK) | HUNK_FROM_LEFT);
    }
    opened = left.kept - cost - seam(a_next, b[j - 1].inside);
    if (opened > now.hunk) {
      now.hunk = opened;
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
  for (size_t j = 1; j <= width; j++) row[j] = (scores){IMPOSSIBLE, -editor->hunk_cost};
  for (size_t i = 1; i <= height; i++)
    fill_row(editor->hunk_cost, &a[i - 1], i < height && a[i].inside, b, width, row,
             trace + i * (width + 1));
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
    if (at->a < whole.a || at->b < whole.b || at->a >= whole.a_end || at->b >= whole.b_end)
      continue;
    status = align_within_caps(editor, before, error);
    mate(editor, at->a, at->b);
    whole.a = at->a + 1;
    whole.b = at->b + 1;
  }
  if (!status) status = align_within_caps(editor, whole, error);
  dz_array_free(&anchors);
  return status;
}

static size_t kept_triples(size_t letters) {
  return letters > 2 ? letters - 2 : 0;
}

/* From tokens to glyphs: a glyph is kept if its token is, letter by letter; if
 * only the folded letters are the same it is told as written otherwise. */
static dz_status keep_glyphs(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b,
                             size_t *kept, dz_error *error) {
  const uint32_t *mates = editor->mates[0].items;
  uint32_t *left = resized(&editor->kept[0], a->count),
           *right = resized(&editor->kept[1], b->count);
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
    *kept += kept_triples(run) - kept_triples(run - from->letters);
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

/* Tells the glyphs where words go on. */
static void mark_inside(const dz_array *tokens, const dz_edit_text *text) {
  for (size_t t = 0; t < tokens->count; t++) {
    const dz_token *token = dz_array_at(tokens, t);
    text->glyphs[token->first].inside = token->inside;
    for (uint32_t i = 1; i < token->count; i++) text->glyphs[token->first + i].inside = true;
  }
}

/* What of the tokens of both sides is kept, and all of it: letters by weight, and triples. */
typedef struct balance {
  int64_t kept, all;
  size_t letters[2];
} balance;

static balance balance_of(const dz_editor *editor) {
  balance out = {0};

  for (int side = 0; side < 2; side++) {
    const dz_token *tokens = editor->tokens[side].items;
    const uint32_t *mates = editor->mates[side].items;
    for (size_t i = 0; i < editor->tokens[side].count; i++) {
      out.all += tokens[i].weight;
      out.letters[side] += tokens[i].letters;
      if (mates[i] != DZ_UNKEPT) out.kept += tokens[i].weight;
    }
  }
  return out;
}

/* The mark that ends both sides, if it is kept, is no matter of either: it stays. */
static size_t kept_end(const dz_editor *editor, int side) {
  const dz_array *tokens = &editor->tokens[side];
  const dz_token *last = tokens->count ? dz_array_at(tokens, tokens->count - 1) : NULL;
  const uint32_t *kept = editor->kept[side].items;

  if (!last || !last->punctuation || last->first + last->count != editor->kept[side].count)
    return editor->kept[side].count;
  return kept[last->first] + 1 == editor->kept[!side].count ? last->first
                                                            : editor->kept[side].count;
}

/* Gives up what is kept where that is less than 1 / KEPT_PART of both sides: of the letters, or
 * in longer texts of the triples that stand in a row, which strewn letters have none of. */
static void replace_if_little(dz_editor *editor, size_t triples) {
  balance b = balance_of(editor);
  size_t end[2];

  editor->replaced = b.kept * KEPT_PART < b.all;
  if (b.letters[0] >= LONG_TEXT && b.letters[1] >= LONG_TEXT &&
      2 * triples * KEPT_PART < kept_triples(b.letters[0]) + kept_triples(b.letters[1]))
    editor->replaced = true;
  if (!editor->replaced) return;
  for (int side = 0; side < 2; side++) end[side] = kept_end(editor, side);
  for (int side = 0; side < 2; side++)
    memset(editor->kept[side].items, 0xFF, end[side] * sizeof(uint32_t));
}

/* White space goes with the glyph before it where both sides have the same. */
static void keep_space(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b) {
  uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;

  for (size_t i = 0; i < a->count; i++) {
    size_t j = i ? (size_t)left[i - 1] + 1 : 0;
    if (a->glyphs[i].fold || left[i] != DZ_UNKEPT || (i && left[i - 1] == DZ_UNKEPT)) continue;
    if (j >= b->count || right[j] != DZ_UNKEPT || b->glyphs[j].fold ||
        a->glyphs[i].cp != b->glyphs[j].cp)
      continue;
    left[i] = (uint32_t)j;
    right[j] = (uint32_t)i;
  }
}

static bool is_restyled(const dz_edit_glyph *glyph) {
  return glyph->restyled || !glyph->fold;
}

/* Runs over the hunk at *i and *j; whether all of it is only written otherwise. */
static bool skip_hunk(const dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b,
                      size_t *i, size_t *j) {
  const uint32_t *left = editor->kept[0].items, *right = editor->kept[1].items;
  bool restyled = true;

  for (; *i < a->count && left[*i] == DZ_UNKEPT; ++*i)
    restyled = restyled && is_restyled(&a->glyphs[*i]);
  for (; *j < b->count && right[*j] == DZ_UNKEPT; ++*j)
    restyled = restyled && is_restyled(&b->glyphs[*j]);
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

static bool add_ops(const dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b,
                    dz_array *ops) {
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

static bool same_tokens(const dz_editor *editor) {
  if (editor->tokens[0].count != editor->tokens[1].count) return false;
  for (uint32_t i = 0; i < editor->tokens[0].count; i++)
    if (!same_token(editor, i, i)) return false;
  return true;
}

/* Where nothing is edited no word can be cut. */
static bool mark_words(dz_editor *editor) {
  if (same_tokens(editor)) return true;
  for (int side = 0; side < 2 && editor->lexicon; side++)
    if (!dz_tokens_mark_words(&editor->tokens[side], editor->lexicon, &editor->words)) return false;
  return true;
}

/* Whether nothing but marks and words like 的 is kept. */
static bool is_all_new(const dz_editor *editor) {
  const dz_token *tokens = editor->tokens[0].items;
  const uint32_t *mates = editor->mates[0].items;
  int32_t weight = 0;

  for (size_t i = 0; i < editor->tokens[0].count && weight < HUNK_COST; i++)
    if (mates[i] != DZ_UNKEPT) weight += tokens[i].weight;
  return weight < HUNK_COST;
}

dz_status dz_edit_script(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b,
                         dz_array *ops, size_t *kept, dz_error *error) {
  bool swapped = !in_order(a, b);
  const dz_edit_text *left = swapped ? b : a, *right = swapped ? a : b;
  dz_status status = DZ_OK;
  size_t own = 0;

  if (!kept) kept = &own;
  *kept = 0;
  editor->replaced = false;
  if (!a->count || !b->count)
    return add_op(ops, '-', a, 0, a->count) && add_op(ops, '+', b, 0, b->count)
               ? DZ_OK
               : dz_fail_memory(error);
  if (!dz_tokens_split(&editor->tokens[0], left) || !dz_tokens_split(&editor->tokens[1], right))
    return dz_fail_memory(error);
  if (!mark_words(editor)) return dz_fail_memory(error);
  editor->hunk_cost = HUNK_COST;
  status = align_tokens(editor, error);
  if (!status && is_all_new(editor)) {
    editor->hunk_cost = LAST_COST;
    status = align_tokens(editor, error);
  }
  if (status) return status;
  dz_hunks_settle(editor, left, right);
  status = keep_glyphs(editor, left, right, kept, error);
  if (status) return status;
  mark_inside(&editor->tokens[0], left);
  mark_inside(&editor->tokens[1], right);
  replace_if_little(editor, *kept);
  if (!editor->replaced) keep_space(editor, left, right);
  if (!editor->replaced) drop_islands(editor, left, right);
  if (swapped) swap_arrays(editor->kept);
  return add_ops(editor, a, b, ops) ? DZ_OK : dz_fail_memory(error);
}
