/* lists.c - which candidates are borne out by their list
 *
 * 一是 is an item only if 二是 follows; （一） inside a paragraph only if the
 * numbers run on from 1; and an item is a heading only if something stands
 * below it. Numbers at the start of a line need no such proof: a gap there is
 * the writer's, and is remarked by the review. */
#include "outline.h"

enum {
  BODY_LEAST = 4, /* code points behind a run-in heading that make it one */
  LIST_LEAST = 2
};

typedef struct list {
  uint32_t last; /* 1 + index of the last item; 0: no list is open */
  uint32_t count, headed;
  bool anchored; /* holds a number at the start of a line, so it needs no proof */
} list;

static bool is_headed(const dz_candidate *c) {
  return c->end > c->text;
}

/* The heading of an item that turns out to be a whole sentence is taken back;
 * the item still ends the one before it. */
static void unhead(dz_candidate *c) {
  c->end = c->body = c->text;
}

/* 一是…；二是…。 is prose to its end, though its last item ends like a heading. */
static void unhead_last(list *open, dz_candidate *candidates) {
  dz_candidate *last = &candidates[open->last - 1];

  if (open->headed != 1 || open->count < 2 || !is_headed(last) || last->line_start) return;
  unhead(last);
  open->headed--;
}

static void close_list(list *open, dz_candidate *candidates) {
  bool holds;

  if (open->last) unhead_last(open, candidates);
  holds = open->anchored || (open->count >= LIST_LEAST && open->headed * 2 >= open->count);
  for (uint32_t i = open->last; i && !holds; i = candidates[i - 1].previous)
    candidates[i - 1].dropped = true;
  *open = (list){0};
}

/* The item before `next` has no body if `next` follows at once. */
static void check_body(list *open, dz_candidate *item, const dz_candidate *next) {
  bool empty = item->paragraph == next->paragraph
                   ? next->at < item->body + BODY_LEAST
                   : item->own_line && next->paragraph == item->paragraph + 1;

  if (!is_headed(item) || !empty) return;
  unhead(item);
  open->headed--;
}

static bool continues(const list *open, const dz_candidate *candidates, const dz_candidate *c) {
  const dz_candidate *last;

  if (!open->last) return false;
  last = &candidates[open->last - 1];
  if (c->paragraph != last->paragraph && !c->line_start) return false;
  if (c->key == DZ_KEY_DASH) return true;
  return c->key == DZ_KEY_ORDINAL ? c->number > last->number : c->number == last->number + 1;
}

static void add_item(list *open, dz_candidate *candidates, uint32_t index) {
  dz_candidate *c = &candidates[index];

  if (continues(open, candidates, c)) {
    check_body(open, &candidates[open->last - 1], c);
    c->previous = open->last;
  } else {
    close_list(open, candidates);
    if (c->number > 1) {
      c->dropped = true;
      return;
    }
  }
  if (c->own_line && !c->line_start) unhead(c);
  open->last = index + 1;
  open->count++;
  open->headed += is_headed(c);
}

static void close_all(list *open, dz_candidate *candidates) {
  for (int key = 0; key < DZ_KEY_COUNT; key++)
    if (open[key].last) close_list(&open[key], candidates);
}

/* Is `next` the item behind `c` in the paragraph behind it? */
static bool follows_at_once(const dz_candidate *c, const dz_candidate *next) {
  return c->line_start && next->line_start && !next->closes && next->key == c->key &&
         next->paragraph == c->paragraph + 1;
}

/* Items at the start of a line whose next item follows at once: sentences of
 * a list if they are deep or end like a sentence, else headings left empty.
 * The last of such a list is like the one before it. */
static void check_bare_lines(dz_candidate *candidates, size_t count) {
  bool bare = false;

  for (size_t i = 0; i < count; i++) {
    dz_candidate *c = &candidates[i];
    bool next = i + 1 < count && follows_at_once(c, &candidates[i + 1]);
    bool last = bare && follows_at_once(&candidates[i - 1], c);
    bare = false;
    if (!c->line_start || c->markup || c->key == DZ_KEY_LINE || c->closes) continue;
    if (!is_headed(c)) {
      bare = true;
    } else if (c->own_line && (next || last) && (c->key >= DZ_KEY_ARABIC || c->body > c->end)) {
      unhead(c);
      bare = true;
    }
  }
}

/* 首先， … over ① ② … at the starts of lines: numbers of a lower kind stand inside the items of
 * such a list and do not end it. */
static bool holds(const list *weak, const dz_candidate *candidates, const dz_candidate *c) {
  return weak->last && candidates[weak->last - 1].line_start && c->key >= DZ_KEY_ARABIC;
}

/* A number at the start of a line ends the lists it does not stand in. */
static void close_for(list *open, dz_candidate *candidates, const dz_candidate *c) {
  for (int key = 0; key < DZ_KEY_COUNT; key++)
    if (open[key].last &&
        (c->closes || !dz_list_key_weak((dz_list_key)key) || !holds(&open[key], candidates, c)))
      close_list(&open[key], candidates);
}

void dz_outline_check_lists(dz_candidate *candidates, size_t count) {
  list open[DZ_KEY_COUNT] = {{0}};

  for (size_t i = 0; i < count; i++) {
    dz_candidate *c = &candidates[i];
    bool strong = !dz_list_key_weak((dz_list_key)c->key);
    if (c->closes || (strong && c->line_start)) {
      close_for(open, candidates, c);
      if (!c->closes) open[c->key] = (list){.last = (uint32_t)i + 1, .count = 1, .anchored = true};
    } else {
      add_item(&open[c->key], candidates, (uint32_t)i);
    }
  }
  close_all(open, candidates);
  check_bare_lines(candidates, count);
}
