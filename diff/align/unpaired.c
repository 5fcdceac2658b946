/* unpaired.c - sections without a partner: gone, told in another section, or
 * not to be seen because the other report shows no sections */
#include "base/error.h"
#include "pair.h"

static const double MERGED_SHARE =
    0.40; /* of a section's letters that one section of the other report took up */

typedef struct finder {
  const dz_report *report[2];
  bool *paired[2];      /* per section */
  uint32_t *partner[2]; /* per sentence: first sentence of the bead's other side + 1, 0 none */
  uint32_t *letters;    /* per section of the other side: letters taken up; 0 between calls */
  dz_array found;
} finder;

static bool shows_sections(const dz_report *report) {
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].headed) return true;
  return false;
}

static bool inside(dz_span outer, dz_span inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/* The section of the other side that took up most of this one, and whether
 * that is enough to call it merged. */
static int32_t find_host(finder *work, int side, const dz_section *section, uint32_t first) {
  const dz_report *own = work->report[side], *other = work->report[!side];
  uint32_t all = 0, i;
  int32_t best = DZ_NO_SECTION;

  for (i = first; i < own->sentence_count && inside(section->extent, own->sentences[i].span); i++) {
    uint32_t length = own->sentences[i].fold.end - own->sentences[i].fold.start,
             mate = work->partner[side][i];
    int32_t host = mate ? other->sentences[mate - 1].section : DZ_NO_SECTION;
    all += length;
    if (host == DZ_NO_SECTION) continue;
    work->letters[host] += length;
    if (best == DZ_NO_SECTION || work->letters[host] > work->letters[best]) best = host;
  }
  if (best != DZ_NO_SECTION && work->letters[best] < MERGED_SHARE * all) best = DZ_NO_SECTION;
  for (i = first; i < own->sentence_count && inside(section->extent, own->sentences[i].span); i++) {
    uint32_t mate = work->partner[side][i];
    if (mate && other->sentences[mate - 1].section != DZ_NO_SECTION)
      work->letters[other->sentences[mate - 1].section] = 0;
  }
  return best;
}

static bool add_unpaired(finder *work, int side) {
  const dz_report *report = work->report[side];
  bool readable = shows_sections(work->report[!side]);

  for (size_t i = 0; i < report->section_count; i++) {
    dz_unpaired item = {.report = (uint32_t)side, .section = (int32_t)i, .into = DZ_NO_SECTION};
    if (!report->sections[i].headed || work->paired[side][i]) continue;
    if (readable)
      item.into = find_host(work, side, &report->sections[i],
                            dz_sentence_at(report, report->sections[i].extent.start));
    item.fate = !readable                    ? DZ_FATE_UNREADABLE
                : item.into != DZ_NO_SECTION ? DZ_FATE_MERGED
                                             : DZ_FATE_ABSENT;
    if (!dz_array_append(&work->found, &item, 1)) return false;
  }
  return true;
}

static bool prepare(finder *work, const dz_pair *pair, const dz_array *beads, dz_arena *scratch) {
  size_t sections = work->report[0]->section_count > work->report[1]->section_count
                        ? work->report[0]->section_count
                        : work->report[1]->section_count;

  work->letters = dz_arena_array(scratch, sections, sizeof *work->letters);
  for (int side = 0; side < 2; side++) {
    work->paired[side] = dz_arena_array(scratch, work->report[side]->section_count,
                                        sizeof *work->paired[side]);
    work->partner[side] = dz_arena_array(scratch, work->report[side]->sentence_count,
                                         sizeof *work->partner[side]);
    if (!work->paired[side] || !work->partner[side]) return false;
  }
  for (size_t i = 0; i < pair->alignment_count; i++) {
    work->paired[0][pair->alignment[i].a] = true;
    work->paired[1][pair->alignment[i].b] = true;
  }
  for (size_t i = 0; i < beads->count; i++) {
    const dz_bead *bead = dz_array_at(beads, i);
    if (bead->x == bead->x_end || bead->y == bead->y_end) continue;
    for (uint32_t x = bead->x; x < bead->x_end; x++) work->partner[0][x] = bead->y + 1;
    for (uint32_t y = bead->y; y < bead->y_end; y++) work->partner[1][y] = bead->x + 1;
  }
  return work->letters != NULL;
}

dz_status dz_unpaired_find(dz_pair *out, const dz_report *const reports[2], const dz_array *beads,
                           dz_arena *arena, dz_error *error) {
  finder work = {.report = {reports[0], reports[1]}, .found = dz_array_of(sizeof(dz_unpaired))};
  dz_arena scratch;
  bool good;

  dz_arena_init(&scratch);
  good = prepare(&work, out, beads, &scratch) && add_unpaired(&work, 0) && add_unpaired(&work, 1);
  if (good) {
    out->unpaired = dz_array_freeze(&work.found, arena);
    out->unpaired_count = work.found.count;
    good = out->unpaired != NULL;
  }
  dz_array_free(&work.found);
  dz_arena_free(&scratch);
  return good ? DZ_OK : dz_fail_memory(error);
}
