/* sentence_exact.c - sentences of equal folded text.
 *
 * What stands once on each side is paired at once; pairs then grow over equal
 * neighbours (as patience diff does with lines); what is left of repeated
 * sentences is paired in order, the same section first: nothing tells one copy
 * from the other, so they are left where they are. */
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "sentence_align.h"

static int32_t parent_of(const dz_report *report, int32_t section) {
  return section == DZ_NO_SECTION ? DZ_NO_SECTION : report->sections[section].parent;
}

bool dz_sentence_sections_paired(const dz_sentence_task *task, uint32_t x, uint32_t y) {
  int32_t section_x = task->report[0]->sentences[x].section,
          section_y = task->report[1]->sentences[y].section;
  enum { STEPS = 4 }; /* levels looked up from each */

  for (int i = 0; i < STEPS && section_x != DZ_NO_SECTION;
       i++, section_x = parent_of(task->report[0], section_x)) {
    int32_t mate = task->section_mate[section_x], at = section_y;
    for (int k = 0; mate != DZ_NO_SECTION && k < STEPS && at != DZ_NO_SECTION;
         k++, at = parent_of(task->report[1], at))
      if (at == mate) return true;
    if (mate != DZ_NO_SECTION) return false;
  }
  return false;
}

enum { SCAN_MAX = 16 }; /* copies looked at for one in the right section */

typedef struct group {
  uint32_t count[2]; /* sentences of each side with this text */
  uint32_t sample;   /* one of them */
  uint32_t side;     /* its side */
  uint32_t next;     /* into `members`: first copy of side 1 not yet used up */
  uint32_t end;
} group;

typedef struct exact {
  const dz_sentence_task *task;
  uint32_t *const *mate;
  uint32_t *group_of[2]; /* per sentence */
  group *groups;
  size_t group_count;
  uint32_t *members; /* sentences of side 1 by group, ascending */
} exact;

static uint64_t text_hash(const uint32_t *fold, size_t length) {
  uint64_t hash = length;

  for (size_t i = 0; i < length; i++) hash = (hash ^ fold[i]) * 0x9E3779B97F4A7C15u + (hash >> 29);
  return hash;
}

static const uint32_t *text_of(const dz_report *report, uint32_t sentence, size_t *length) {
  dz_span span = report->sentences[sentence].fold;

  *length = span.end - span.start;
  return report->text.fold + span.start;
}

static bool same_text(const exact *work, const group *g, int side, uint32_t sentence) {
  size_t left_length, right_length;
  const uint32_t *left = text_of(work->task->report[g->side], g->sample, &left_length);
  const uint32_t *right = text_of(work->task->report[side], sentence, &right_length);

  return left_length == right_length && !memcmp(left, right, left_length * sizeof *left);
}

/* Puts every sentence into the group of its text. Should two texts share a
 * hash, the second gets a group of its own. */
static bool group_sentences(exact *work) {
  dz_map map;
  bool good = true;

  dz_map_init(&map);
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; i < work->task->report[side]->sentence_count && good; i++) {
      size_t length;
      const uint32_t *text = text_of(work->task->report[side], i, &length);
      uint32_t *slot = dz_map_put(&map, text_hash(text, length));
      good = slot != NULL;
      if (!good) break;
      if (!*slot || !same_text(work, &work->groups[*slot - 1], side, i)) {
        work->groups[work->group_count++] = (group){.sample = i, .side = (uint32_t)side};
        if (!*slot) *slot = (uint32_t)work->group_count;
        work->group_of[side][i] = (uint32_t)work->group_count - 1;
      } else {
        work->group_of[side][i] = *slot - 1;
      }
      work->groups[work->group_of[side][i]].count[side]++;
    }
  dz_map_free(&map);
  return good;
}

static void join(const exact *work, uint32_t x, uint32_t y) {
  work->mate[0][x] = y;
  work->mate[1][y] = x;
}

static bool can_join(const exact *work, uint32_t x, uint32_t y) {
  return work->mate[0][x] == DZ_NO_MATE && work->mate[1][y] == DZ_NO_MATE &&
         work->group_of[0][x] == work->group_of[1][y];
}

static void index_members(const exact *work) {
  uint32_t at = 0;

  for (size_t g = 0; g < work->group_count; g++) {
    work->groups[g].next = work->groups[g].end = at;
    at += work->groups[g].count[1];
  }
  for (uint32_t y = 0; y < work->task->report[1]->sentence_count; y++)
    work->members[work->groups[work->group_of[1][y]].end++] = y;
}

static void pair_unique(const exact *work) {
  for (uint32_t x = 0; x < work->task->report[0]->sentence_count; x++) {
    const group *g = &work->groups[work->group_of[0][x]];
    if (g->count[0] == 1 && g->count[1] == 1) join(work, x, work->members[g->next]);
  }
}

static void grow_pairs(const exact *work) {
  size_t count_x = work->task->report[0]->sentence_count,
         count_y = work->task->report[1]->sentence_count;

  for (uint32_t x = 0; x + 1 < count_x; x++) {
    uint32_t y = work->mate[0][x];
    if (y != DZ_NO_MATE && y + 1 < count_y && can_join(work, x + 1, y + 1))
      join(work, x + 1, y + 1);
  }
  for (uint32_t x = (uint32_t)count_x; x-- > 1;) {
    uint32_t y = work->mate[0][x];
    if (y != DZ_NO_MATE && y > 0 && can_join(work, x - 1, y - 1)) join(work, x - 1, y - 1);
  }
}

/* Pairs x with the first free copy of its text, in its own section if so asked. */
static void pair_copy(const exact *work, uint32_t x, bool same_section) {
  group *g = &work->groups[work->group_of[0][x]];

  while (g->next < g->end && work->mate[1][work->members[g->next]] != DZ_NO_MATE) g->next++;
  for (uint32_t i = g->next; i < g->end && i < g->next + SCAN_MAX; i++)
    if (can_join(work, x, work->members[i]) &&
        (!same_section || dz_sentence_sections_paired(work->task, x, work->members[i]))) {
      join(work, x, work->members[i]);
      return;
    }
}

dz_status dz_sentences_pair_equal(uint32_t *const mate[2], const dz_sentence_task *task,
                                  dz_arena *scratch, dz_error *error) {
  size_t count[2] = {task->report[0]->sentence_count, task->report[1]->sentence_count};
  exact work = {.task = task, .mate = mate};

  for (int side = 0; side < 2; side++)
    work.group_of[side] = dz_arena_array(scratch, count[side], sizeof *work.group_of[side]);
  work.groups = dz_arena_array(scratch, count[0] + count[1], sizeof *work.groups);
  work.members = dz_arena_array(scratch, count[1], sizeof *work.members);
  if (!work.group_of[0] || !work.group_of[1] || !work.groups || !work.members ||
      !group_sentences(&work))
    return dz_fail_memory(error);
  index_members(&work);
  pair_unique(&work);
  grow_pairs(&work);
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t x = 0; x < count[0]; x++)
      if (mate[0][x] == DZ_NO_MATE) pair_copy(&work, x, pass == 0);
  return DZ_OK;
}
