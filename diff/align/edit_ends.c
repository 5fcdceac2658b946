/* edit_ends.c - see edit_ends.h */
#include "edit_ends.h"

#include "edit_token.h"

enum { NESTED_MAX = 4 }; /* pairs of marks one in the other that are balanced at an end of a hunk */

void dz_hunk_take(dz_editor *editor, uint32_t i, uint32_t j) {
  *(uint32_t *)dz_array_at(&editor->mates[0], i) = *(uint32_t *)dz_array_at(&editor->mates[1],
                                                                            j) = DZ_UNKEPT;
}

static bool same_at(const dz_editor *editor, uint32_t i, uint32_t j) {
  return ((const dz_token *)editor->tokens[0].items)[i].id ==
         ((const dz_token *)editor->tokens[1].items)[j].id;
}

static bool inside_at(const dz_editor *editor, uint32_t i, uint32_t j) {
  return ((const dz_token *)editor->tokens[0].items)[i].inside ||
         ((const dz_token *)editor->tokens[1].items)[j].inside;
}

/* Keeps the runs of a hunk of `count` tokens on both sides that stand in their place in both, as
 * far as they are whole words. */
static void keep_runs(dz_editor *editor, uint32_t i, uint32_t j, uint32_t count) {
  enum { RUN_LEAST = 2 };
  uint32_t *left = editor->mates[0].items, *right = editor->mates[1].items;

  for (uint32_t at = 0, end; at < count; at = end + 1) {
    uint32_t first = at, last;
    for (end = at; end < count && same_at(editor, i + end, j + end); end++) continue;
    for (last = end; last > first && last < count && inside_at(editor, i + last, j + last);) last--;
    while (first < last && first && inside_at(editor, i + first, j + first)) first++;
    if (last < first + RUN_LEAST) continue;
    for (uint32_t k = first; k < last; k++) {
      left[i + k] = j + k;
      right[j + k] = i + k;
    }
  }
}

/* Single words corrected in their places are so many hunks, though what stands between them is
 * too short to pay for one: 堤防，搞好清瘀 to 堤岸，搞好清淤. Told by both sides having the same
 * number of tokens, most of them the same one by one. */
static void keep_in_place(dz_editor *editor) {
  enum { COUNT_LEAST = 4, SAME_OF_FIVE = 3 };
  const uint32_t *left = editor->mates[0].items, *right = editor->mates[1].items;
  uint32_t count_a = (uint32_t)editor->tokens[0].count, count_b = (uint32_t)editor->tokens[1].count;

  for (uint32_t i = 0, j = 0; i < count_a && j < count_b; i++, j++) {
    uint32_t end_i = i, end_j = j, same = 0;
    while (end_i < count_a && left[end_i] == DZ_UNKEPT) end_i++;
    while (end_j < count_b && right[end_j] == DZ_UNKEPT) end_j++;
    if (end_i - i == end_j - j && end_i - i >= COUNT_LEAST) {
      for (uint32_t k = 0; i + k < end_i; k++) same += same_at(editor, i + k, j + k);
      if (5 * same >= SAME_OF_FIVE * (end_i - i)) keep_runs(editor, i, j, end_i - i);
    }
    i = end_i;
    j = end_j;
  }
}

/* Gives up the kept pair (i, j) if it is one character that is no word, alone
 * between a hunk and a mark or the end of the text; `step` leads away from the
 * hunk. Two words that happen to end alike: 运动会 to 青奥会, not [运动 to 青奥]会. */
static void absorb(dz_editor *editor, uint32_t i, uint32_t j, int step) {
  const dz_token *tokens[2] = {editor->tokens[0].items, editor->tokens[1].items};
  uint32_t at[2] = {i, j};

  if (i >= editor->tokens[0].count || j >= editor->tokens[1].count) return;
  if (((uint32_t *)editor->mates[0].items)[i] != j || !tokens[0][i].stray || !tokens[1][j].stray)
    return;
  for (int side = 0; side < 2; side++) {
    uint32_t beyond = at[side] + (uint32_t)step; /* in front of the first token: beyond the last */
    if (beyond < editor->tokens[side].count && !tokens[side][beyond].punctuation) return;
  }
  dz_hunk_take(editor, i, j);
}

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

/* Which pair of marks a token is one half of: positive where it opens, negative
 * where it closes, 0 if it is none. The two halves of a quote are one letter
 * when folded. */
static int half_of(const dz_edit_text *text, const dz_token *token) {
  static const uint32_t pairs[][2] = {
      {'(', ')'},       {0xFF08, 0xFF09}, {0x201C, 0x201D}, {0x2018, 0x2019}, {0x300A, 0x300B},
      {0x3008, 0x3009}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x3010, 0x3011}, {0x3014, 0x3015}};
  uint32_t cp = text->glyphs[token->first].cp;

  if (!token->punctuation) return 0;
  for (int i = 0; i < (int)(sizeof pairs / sizeof *pairs); i++)
    for (int closing = 0; closing < 2; closing++)
      if (pairs[i][closing] == cp) return closing ? -i - 1 : i + 1;
  return 0;
}

/* Whether the other half of token `at` stands in [first, end), where it is
 * looked for from `at` in the direction of `step`. */
static bool half_inside(const dz_edit_text *text, const dz_array *tokens, int64_t at, int64_t first,
                        int64_t end, int step) {
  int half = half_of(text, dz_array_at(tokens, (size_t)at)), open = 1;

  if (half * step <= 0) return false;
  for (int64_t i = at + step; i >= first && i < end; i += step) {
    int other = half_of(text, dz_array_at(tokens, (size_t)i));
    if (other == half) open++;
    if (other == -half && !--open) return true;
  }
  return false;
}

/* Gives up the kept pair (i, j) if it is one half of a pair of marks on both
 * sides and the other half is lost in the hunk that it touches. */
static bool give_up_half(dz_editor *editor, const dz_edit_text *const text[2],
                         const int64_t first[2], const int64_t end[2], int step) {
  int64_t at[2];

  for (int side = 0; side < 2; side++) {
    at[side] = step > 0 ? first[side] - 1 : end[side];
    if (at[side] < 0 || at[side] >= (int64_t)editor->tokens[side].count) return false;
    if (!half_inside(text[side], &editor->tokens[side], at[side], first[side], end[side], step))
      return false;
  }
  if (((uint32_t *)editor->mates[0].items)[at[0]] != at[1]) return false;
  dz_hunk_take(editor, (uint32_t)at[0], (uint32_t)at[1]);
  return true;
}

/* A pair of marks that lost one half to a hunk beside it loses the other too:
 * （五）推进 to （六）扩大, not （[五）推进 to 六）扩大]. */
static void balance_marks(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b) {
  const dz_edit_text *const text[2] = {a, b};
  int64_t count[2] = {(int64_t)editor->tokens[0].count, (int64_t)editor->tokens[1].count};
  int64_t first[2] = {0, 0}, end[2];

  while (first[0] < count[0] && first[1] < count[1]) {
    for (int side = 0; side < 2; side++) {
      const uint32_t *mates = editor->mates[side].items;
      for (end[side] = first[side]; end[side] < count[side] && mates[end[side]] == DZ_UNKEPT;
           end[side]++)
        continue;
    }
    if (end[0] > first[0] && end[1] > first[1]) {
      for (int n = 0; n < NESTED_MAX && give_up_half(editor, text, first, end, 1); n++)
        for (int side = 0; side < 2; side++) first[side]--;
      for (int n = 0; n < NESTED_MAX && give_up_half(editor, text, first, end, -1); n++)
        for (int side = 0; side < 2; side++) end[side]++;
    }
    for (int side = 0; side < 2; side++) first[side] = end[side] + 1;
  }
}

/* How natural a cut in front of token i is: best behind a mark, the more the
 * stronger it divides; bad where it parts a pair of marks from what they
 * enclose, worst inside a word. */
static int cut_quality(const dz_edit_text *text, const dz_array *tokens, size_t i) {
  enum { SENTENCE = 4, CLAUSE = 3, ITEM = 2, BESIDE = 1, PARTED = -2, WORD = -4 };
  const dz_token *now = dz_array_at(tokens, i), *before = now - 1;
  int half = half_of(text, now);

  if (now->inside) return WORD;
  if (half < 0 || half_of(text, before) > 0) return PARTED;
  switch (before->id) {
  case 0x3002:
  case '!':
  case '?':
  case ';': return SENTENCE;
  case ',':
  case ':': return CLAUSE;
  case 0x3001: return ITEM;
  default: return half || now->punctuation || before->punctuation ? BESIDE : 0;
  }
}

/* Of a hunk [first, end): the sum of both ends. The ends of the text cut nothing. */
static int hunk_quality(const dz_edit_text *text, const dz_array *tokens, size_t first,
                        size_t end) {
  enum { EDGE = 4 };

  return (first ? cut_quality(text, tokens, first) : EDGE) +
         (end < tokens->count ? cut_quality(text, tokens, end) : EDGE);
}

/* Whether the hunk [first, end) may be shifted by one token to the left (step
 * -1) or to the right (1): the token that leaves it and the one that takes its
 * place are the same, and nothing is edited between it and the hunk. */
static bool may_shift(const dz_editor *editor, int side, uint32_t first, uint32_t end, int step) {
  const dz_token *tokens = editor->tokens[side].items;
  const uint32_t *own = editor->mates[side].items;
  uint32_t count = (uint32_t)editor->tokens[side].count;

  if (step < 0)
    return first && own[first - 1] != DZ_UNKEPT && tokens[first - 1].id == tokens[end - 1].id &&
           (end == count || own[end] == own[first - 1] + 1);
  return end < count && own[end] != DZ_UNKEPT && tokens[first].id == tokens[end].id &&
         (!first || own[first - 1] + 1 == own[end]);
}

static void shift_hunk(dz_editor *editor, int side, uint32_t *first, uint32_t *end, int step) {
  uint32_t *own = editor->mates[side].items, *other = editor->mates[!side].items;
  uint32_t from = step < 0 ? *first - 1 : *end, to = step < 0 ? *end - 1 : *first;

  own[to] = own[from];
  other[own[to]] = to;
  own[from] = DZ_UNKEPT;
  *first += (uint32_t)step;
  *end += (uint32_t)step;
}

/* A hunk that only removes (side 0) or only puts in (side 1) may often be
 * shifted without changing anything: "A，[C，]B" is "A[，C]，B". Shifts it to
 * the most natural place; of equal ones the leftmost. [first, end) are its
 * tokens on `side`. Returns its new end. */
static uint32_t slide_hunk(dz_editor *editor, const dz_edit_text *text, int side, uint32_t first,
                           uint32_t end) {
  enum { FURTHEST = 64 }; /* tokens; or the length of the hunk */
  const dz_array *tokens = &editor->tokens[side];
  uint32_t furthest = end - first > FURTHEST ? end - first : FURTHEST, best;
  int quality;

  for (uint32_t n = 0; n < furthest && may_shift(editor, side, first, end, -1); n++)
    shift_hunk(editor, side, &first, &end, -1);
  best = first;
  quality = hunk_quality(text, tokens, first, end);
  for (uint32_t n = 0; n < 2 * furthest && may_shift(editor, side, first, end, 1); n++) {
    int now;
    shift_hunk(editor, side, &first, &end, 1);
    now = hunk_quality(text, tokens, first, end);
    if (now > quality) {
      quality = now;
      best = first;
    }
  }
  while (first > best) shift_hunk(editor, side, &first, &end, -1);
  return end;
}

static void slide_hunks(dz_editor *editor, const dz_edit_text *const text[2]) {
  for (int side = 0; side < 2; side++) {
    const uint32_t *own = editor->mates[side].items;
    uint32_t count = (uint32_t)editor->tokens[side].count,
             other_count = (uint32_t)editor->tokens[!side].count;
    for (uint32_t i = 0, end; i < count; i = end + 1) {
      uint32_t before, behind;
      for (end = i; end < count && own[end] == DZ_UNKEPT; end++) continue;
      if (end == i) continue;
      before = i ? own[i - 1] + 1 : 0;
      behind = end < count ? own[end] : other_count;
      if (before == behind) end = slide_hunk(editor, text[side], side, i, end);
    }
  }
}

void dz_hunks_settle(dz_editor *editor, const dz_edit_text *a, const dz_edit_text *b) {
  keep_in_place(editor);
  absorb_strays(editor);
  balance_marks(editor, a, b);
  slide_hunks(editor, (const dz_edit_text *const[2]){a, b});
}
