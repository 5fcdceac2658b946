/* section_cues.h - the wording by which canonical sections are known
 * (data/section_cues.tsv), and how much of it stands in a stretch of text */
#ifndef DZ_KNOWLEDGE_SECTION_CUES_H
#define DZ_KNOWLEDGE_SECTION_CUES_H

#include <duizhao/report.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/trie.h"
#include "taxonomy.h"

typedef enum dz_section_cue_kind {
  DZ_SECTION_VARIANT,
  DZ_SECTION_STRONG,
  DZ_SECTION_WEAK,
  DZ_SECTION_VETO,
  DZ_SECTION_BODY,
  DZ_SECTION_OPENER,
  DZ_SECTION_CONCRETE,
  DZ_SECTION_OFFICE,
  DZ_SECTION_KIND_COUNT
} dz_section_cue_kind;

typedef struct dz_section_cue {
  int32_t node; /* index into the taxonomy */
  dz_section_cue_kind kind;
  uint32_t length;      /* code points of the wording, both parts */
  const uint32_t *tail; /* folded second part of "A…B", or NULL */
  uint32_t tail_length;
  /* in a heading, shorter wording inside it does not count for other parts: the bit of its own
   * part; 0: it neither covers nor is covered */
  uint32_t covers;
  int32_t next; /* further cue with the same first part, -1 none */
} dz_section_cue;

typedef struct dz_section_cues {
  dz_trie trie;  /* folded first part -> index into cues */
  dz_array cues; /* dz_section_cue */
  size_t node_count;
} dz_section_cues;

/* The kind a word of the table names, or -1; and back. */
int dz_section_cue_kind_of(const char *name);
const char *dz_section_cue_kind_name(dz_section_cue_kind kind);

/* What one canonical section scores in a stretch of text. */
typedef struct dz_section_score {
  uint16_t strong, weak; /* points as by docs/outline.md */
  uint16_t body;         /* points of body wording and of strong wording in a body */
  uint16_t opener;       /* code points of openers found */
  uint16_t concrete;     /* number of concrete wordings */
  bool exact;            /* the whole stretch is a variant */
  uint16_t veto;         /* points of wording that speaks against it */
} dz_section_score;

DZ_MUST_CHECK dz_status dz_section_cues_load(dz_section_cues *out, const dz_taxonomy *taxonomy,
                                             const char *directory, dz_arena *arena,
                                             dz_error *error);
void dz_section_cues_free(dz_section_cues *cues);

/* Scores fold[span) for every section: `scores` has node_count items and is
 * set anew. O(length * depth of the trie + sections). */
void dz_section_cues_score(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                           dz_section_score *scores);

/* The same for a heading, where wording inside longer wording of another part
 * does not count: 武装 inside 理论武装 speaks for nothing. */
void dz_section_cues_score_heading(const dz_section_cues *cues, const uint32_t *fold, dz_span span,
                                   dz_section_score *scores);

/* The field of work of an office by its name (县财政局局长), or NULL: the first one named. */
const dz_canonical *dz_section_cues_office(const dz_section_cues *cues, const dz_taxonomy *taxonomy,
                                           const uint32_t *text, size_t length);

#endif
