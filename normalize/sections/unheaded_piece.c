/* unheaded_piece.c - the report cut into the pieces in which passages are looked for */
#include "base/error.h"
#include "normalize/outline/outline.h"
#include "unheaded.h"

typedef struct cutter {
  const dz_draft *draft;
  const dz_section *named; /* the sections with their canonical */
  dz_array *list;
  size_t front;        /* paragraphs of the front */
  size_t next_section; /* first section behind the place reached */
  int32_t part;        /* level-1 section reached, or DZ_NO_SECTION */
  uint32_t last_inner; /* where its last subsection starts */
  int32_t last_part;   /* index of the last level-1 section */
} cutter;

static void find_last_part(cutter *c) {
  const dz_report *report = &c->draft->report;

  c->last_part = DZ_NO_SECTION;
  for (size_t i = 0; i < report->section_count; i++)
    if (report->sections[i].level == 1 && c->named[i].canonical)
      c->last_part = (int32_t)i; /* no glossary */
}

/* Brings `part` and `last_inner` up to a place in the decoded text. */
static void move_to(cutter *c, uint32_t at) {
  const dz_report *report = &c->draft->report;

  for (; c->next_section < report->section_count &&
         report->sections[c->next_section].extent.start <= at;
       c->next_section++) {
    if (report->sections[c->next_section].level != 1) continue;
    c->part = (int32_t)c->next_section;
    c->last_inner = report->sections[c->part].extent.start;
    for (size_t i = c->next_section + 1;
         i < report->section_count && report->sections[i].parent >= 0; i++)
      c->last_inner = report->sections[i].extent.start;
  }
}

static dz_piece_place place_of(const cutter *c, const dz_sentence *sentence) {
  const dz_report *report = &c->draft->report;
  uint32_t start = report->paragraphs[sentence->paragraph].span.start;
  int32_t section = sentence->section;

  if (c->part == DZ_NO_SECTION) return report->section_count ? DZ_PIECE_OPENING : DZ_PIECE_TRAILING;
  if (section != DZ_NO_SECTION && start <= report->sections[section].body.start)
    return DZ_PIECE_INSIDE;
  return start > c->last_inner ? DZ_PIECE_TRAILING : DZ_PIECE_LOOSE;
}

static dz_status cut_sentence(cutter *c, const dz_sentence *sentence, dz_error *error) {
  enum { PIECE_LEAST = 8 };
  const uint32_t *fold = c->draft->report.text.fold;
  uint32_t start = sentence->fold.start;
  dz_piece piece = {.paragraph = sentence->paragraph,
                    .section = sentence->section,
                    .place = place_of(c, sentence),
                    .last_part = c->part == c->last_part};

  for (uint32_t i = start; i < sentence->fold.end; i++) {
    bool ends = i + 1 == sentence->fold.end;
    if (!ends && fold[i] != ';' && fold[i] != ':') continue;
    if (!ends && (i - start < PIECE_LEAST || sentence->fold.end - i < PIECE_LEAST)) continue;
    piece.fold = (dz_span){start, i + 1};
    if (!dz_array_append(c->list, &piece, 1)) return dz_fail_memory(error);
    start = i + 1;
  }
  return DZ_OK;
}

dz_status dz_pieces_cut(dz_array *pieces, const dz_draft *draft, const dz_section *named,
                        dz_error *error) {
  cutter c = {.draft = draft, .named = named, .list = pieces, .part = DZ_NO_SECTION};
  dz_front front;
  dz_status status = DZ_OK;

  dz_front_read(&front, draft);
  find_last_part(&c);
  for (size_t i = 0; i < draft->report.sentence_count && !status; i++) {
    const dz_sentence *sentence = &draft->report.sentences[i];
    if (sentence->heading || (size_t)sentence->paragraph < front.count) continue;
    move_to(&c, sentence->span.start);
    status = cut_sentence(&c, sentence, error);
  }
  return status;
}
