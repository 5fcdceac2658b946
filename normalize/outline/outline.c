/* outline.c - paragraphs and headed sections
 *
 * The level of a heading is not read off its number but follows from where its
 * list first appears: 1. below 一、 is level 2 if no （一） stands between. See
 * docs/outline.md. Linear in the text. */
#include "outline.h"

#include <stdlib.h>

#include "base/error.h"
#include "normalize/paragraph.h"
#include "text/spans.h"

enum { MAX_DEPTH = 64 /* every list key once, and nine levels of markup */ };

/* A list with an open item, from the outermost. */
typedef struct open_item {
  const dz_candidate *candidate;
  uint32_t item;   /* index of the candidate */
  int32_t section; /* its section, DZ_NO_SECTION for an item without heading */
  uint32_t items;  /* of its list so far */
  bool long_items; /* an earlier item of its list went on over several paragraphs */
  bool has_lines;  /* a heading line stands below it */
} open_item;

typedef struct tree {
  dz_draft *draft;
  dz_array sections; /* dz_section */
  dz_array starts;   /* uint32_t: where each section starts in the folded text */
  const dz_candidate *candidates;
  uint32_t *next_same; /* per candidate: index of the next one of its key, or the count */
  size_t count;
  bool nests[DZ_KEY_COUNT]
            [DZ_KEY_COUNT]; /* inner list seen below outer, against the customary rank */
  open_item stack[MAX_DEPTH];
  size_t depth;
} tree;

/* fold[start..end) in the decoded text, without a line break at its end. */
static dz_span original(const dz_text *text, uint32_t start, uint32_t end) {
  while (end > start && text->fold[end - 1] == '\n') end--;
  return dz_fold_to_span(text, (dz_span){start, end});
}

/* Ends the innermost open item in front of fold[end]. An item that stands in
 * one paragraph, as all of its list do, does not take in the paragraphs behind
 * it when it is the last. */
static void pop(tree *t, uint32_t end, bool last) {
  open_item *top = &t->stack[--t->depth];
  const dz_candidate *c = top->candidate;
  bool one_paragraph = !c->own_line && !top->has_lines && !top->long_items && top->items > 1;

  if (top->section == DZ_NO_SECTION) return;
  if (last && one_paragraph) {
    dz_span line = dz_paragraph_fold(&t->draft->report, c->paragraph);
    if (line.end < end) end = line.end;
  }
  dz_section *section = dz_array_at(&t->sections, (size_t)top->section);
  section->extent = original(&t->draft->report.text,
                             *(uint32_t *)dz_array_at(&t->starts, (size_t)top->section), end);
}

static bool goes_on(const tree *t, const open_item *top) {
  uint32_t next = t->next_same[top->item];
  const dz_candidate *c = &t->candidates[next], *item = top->candidate;

  if (next >= t->count) return false;
  return item->key == DZ_KEY_ORDINAL ? c->number > item->number : c->number == item->number + 1;
}

/* Has the last item of a list that holds no lists of its own been left behind? Two paragraphs
 * without number stand between: what they introduce belongs to the part above. */
static bool left_behind(const tree *t, const open_item *top, const dz_candidate *c) {
  enum { APART = 2 };
  const dz_candidate *outer = top->candidate;

  return c->line_start && dz_list_key_weak((dz_list_key)c->key) && outer->line_start &&
         !outer->own_line && outer->key >= DZ_KEY_CN_PAREN && top->items > 1 &&
         !t->nests[outer->key][c->key] && !goes_on(t, top) &&
         c->paragraph > outer->paragraph + APART;
}

/* Does the list of `c`, not open yet, open below the item `top`? */
static bool opens_below(tree *t, const open_item *top, const dz_candidate *c) {
  const dz_candidate *outer = top->candidate;
  bool weak = dz_list_key_weak((dz_list_key)outer->key);

  if (outer->outermost && top->section > 0 && t->draft->report.text.fold[outer->text] == U'附' &&
      c->line_start)
    return true; /* what an attachment lists is no part of the report */
  if (c->markup && c->key == DZ_KEY_LINE) return outer->markup ? outer->markup < c->markup : !weak;
  if (!c->line_start && outer->paragraph == c->paragraph && outer->key != c->key) return true;
  if (outer->key == DZ_KEY_LINE && !outer->markup && c->key == DZ_KEY_CN_DUN)
    return t->next_same[top->item] < t->count || t->nests[outer->key][c->key] || top->items > 1;
  if (weak && c->key == DZ_KEY_OPENING && outer->key < c->key && c->line_start &&
      outer->line_start && !outer->own_line)
    return t->nests[outer->key][c->key] ||
           goes_on(t, top); /* 一是…。 over paragraphs that open with headings */
  if (weak && outer->line_start && c->line_start && c->number == 1 && c->key >= DZ_KEY_ARABIC &&
      c->key < DZ_KEY_SHI && outer->end > outer->text)
    return t->nests[outer->key][c->key] || goes_on(t, top); /* 首先，… over ① */
  if (weak && !(outer->own_line && c->key > outer->key)) return false;
  if (left_behind(t, top, c)) return false;
  if (outer->key < c->key || c->key == DZ_KEY_LINE) return true;
  if (c->number > 1 || weak) return false;
  return t->nests[outer->key][c->key] || goes_on(t, top);
}

/* Where on the stack the list of `c` is open, or the depth if it is not. */
static size_t find_open(const tree *t, const dz_candidate *c) {
  for (size_t i = 0; i < t->depth; i++) {
    const dz_candidate *open = t->stack[i].candidate;
    if (open->key == c->key && (c->key != DZ_KEY_LINE || open->markup == c->markup)) return i;
  }
  return t->depth;
}

static bool add_section(tree *t, const dz_candidate *c, int32_t *index) {
  const dz_text *text = &t->draft->report.text;
  int32_t parent = DZ_NO_SECTION;
  dz_section section = {.headed = true, .style = (dz_number_style)c->style};

  *index = DZ_NO_SECTION;
  if (c->end == c->text) return true;
  for (size_t i = 0; i < t->depth; i++)
    if (t->stack[i].section != DZ_NO_SECTION) parent = t->stack[i].section;
  section.parent = parent;
  section.level = c->detached ? 2 : 1; /* its parent is a passage that is found later */
  if (parent != DZ_NO_SECTION)
    section.level += ((dz_section *)dz_array_at(&t->sections, (size_t)parent))->level;
  section.number = original(text, c->at, c->text);
  section.heading = original(text, c->text, c->end);
  *index = (int32_t)t->sections.count;
  return dz_array_append(&t->sections, &section, 1) && dz_array_append(&t->starts, &c->at, 1);
}

/* Everything open that a paragraph, an address or a part of the report ends. */
static void pop_ended(tree *t, const dz_candidate *c) {
  while (t->depth) {
    const dz_candidate *top = t->stack[t->depth - 1].candidate;
    bool inside = !top->line_start && top->paragraph != c->paragraph;
    if (!inside && !c->outermost && !c->detached && !(c->closes && t->depth > 1)) return;
    pop(t, c->at, true);
  }
}

static bool place(tree *t, uint32_t item) {
  const dz_candidate *c = &t->candidates[item];
  open_item opened = {.candidate = c, .item = item, .items = 1};
  size_t at;

  pop_ended(t, c);
  if (c->closes) return true;
  at = find_open(t, c);
  if (at < t->depth) {
    const open_item *sibling = &t->stack[at];
    opened.items = sibling->items + 1;
    opened.long_items = sibling->long_items || c->paragraph > sibling->candidate->paragraph + 1;
    while (t->depth > at + 1) pop(t, c->at, true);
    pop(t, c->at, false);
  } else {
    while (t->depth && !opens_below(t, &t->stack[t->depth - 1], c)) pop(t, c->at, true);
    if (t->depth) t->nests[t->stack[t->depth - 1].candidate->key][c->key] = true;
  }
  if (t->depth == MAX_DEPTH) return true;
  for (size_t i = 0; i < t->depth; i++) t->stack[i].has_lines |= c->line_start;
  if (!add_section(t, c, &opened.section)) return false;
  t->stack[t->depth++] = opened;
  return true;
}

/* Own text of each section: from its heading to its first subsection. */
static void set_bodies(tree *t, const uint32_t *body_starts) {
  const dz_text *text = &t->draft->report.text;
  dz_section *sections = t->sections.items;

  for (size_t i = 0; i < t->sections.count; i++) {
    uint32_t start = body_starts[i],
             end = (uint32_t)dz_text_fold_position(text, sections[i].extent.end);
    if (i + 1 < t->sections.count && sections[i + 1].extent.start < sections[i].extent.end)
      end = *(uint32_t *)dz_array_at(&t->starts, i + 1);
    while (start < end && text->fold[start] == '\n') start++;
    sections[i].body = original(text, start, end);
  }
}

static void set_paragraph_sections(dz_report *report, dz_paragraph *paragraphs) {
  int32_t current = DZ_NO_SECTION, next = 0;

  for (size_t p = 0; p < report->paragraph_count; p++) {
    uint32_t at = report->text.origin[dz_paragraph_fold(report, p).start];
    while (next < (int32_t)report->section_count && report->sections[next].extent.start <= at)
      current = next++;
    while (current != DZ_NO_SECTION && report->sections[current].extent.end <= at)
      current = report->sections[current].parent;
    paragraphs[p].section = current;
  }
}

static dz_status build(tree *t, dz_error *error) {
  dz_report *report = &t->draft->report;
  dz_array bodies = dz_array_of(sizeof(uint32_t));
  uint32_t seen[DZ_KEY_COUNT];
  bool ok = true;

  for (int key = 0; key < DZ_KEY_COUNT; key++) seen[key] = (uint32_t)t->count;
  for (size_t i = t->count; i-- > 0;) {
    t->next_same[i] = seen[t->candidates[i].key];
    if (!t->candidates[i].closes && !t->candidates[i].dropped)
      seen[t->candidates[i].key] = (uint32_t)i;
  }
  for (size_t i = 0; i < t->count && ok; i++) {
    size_t before = t->sections.count;
    if (t->candidates[i].dropped) continue;
    ok = place(t, (uint32_t)i);
    if (ok && t->sections.count > before) ok = dz_array_append(&bodies, &t->candidates[i].body, 1);
  }
  while (t->depth) pop(t, (uint32_t)report->text.fold_length, true);
  if (ok) {
    set_bodies(t, bodies.items);
    report->section_count = t->sections.count;
    report->sections = dz_array_freeze(&t->sections, &t->draft->arena);
    ok = report->sections;
  }
  dz_array_free(&bodies);
  return ok ? DZ_OK : dz_fail_memory(error);
}

static dz_status build_tree(dz_draft *draft, dz_array *candidates, dz_error *error) {
  tree *t = dz_arena_alloc(&draft->arena, sizeof *t);
  dz_status status;

  if (!t) return dz_fail_memory(error);
  t->draft = draft;
  t->sections = dz_array_of(sizeof(dz_section));
  t->starts = dz_array_of(sizeof(uint32_t));
  t->candidates = candidates->items;
  t->count = candidates->count;
  t->next_same = malloc((t->count + 1) * sizeof *t->next_same);
  status = t->next_same ? build(t, error) : dz_fail_memory(error);
  free(t->next_same);
  dz_array_free(&t->sections);
  dz_array_free(&t->starts);
  return status;
}

dz_status dz_outline_find(dz_draft *draft, dz_error *error) {
  const dz_line *lines = draft->lines.items;
  dz_paragraph *paragraphs = dz_arena_array(&draft->arena, draft->lines.count, sizeof *paragraphs);
  dz_array candidates = dz_array_of(sizeof(dz_candidate));
  dz_front front;
  dz_status status;

  if (!paragraphs) return dz_fail_memory(error);
  for (size_t i = 0; i < draft->lines.count; i++)
    paragraphs[i] = (dz_paragraph){.span = lines[i].span, .section = DZ_NO_SECTION};
  draft->report.paragraphs = paragraphs;
  draft->report.paragraph_count = draft->lines.count;
  dz_front_read(&front, draft);
  status = dz_outline_scan(&candidates, draft, &front, error);
  if (!status) {
    dz_outline_check_lists(candidates.items, candidates.count);
    status = dz_outline_plain(&candidates, draft, &front, error);
  }
  if (!status) status = dz_outline_detach_closing(candidates.items, candidates.count, draft, error);
  if (!status) status = build_tree(draft, &candidates, error);
  if (!status) set_paragraph_sections(&draft->report, paragraphs);
  dz_array_free(&candidates);
  return status;
}
