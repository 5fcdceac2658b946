/* figure_frame.h - words that decide which figures are alike: data/figure_frame.tsv. */
#ifndef DZ_KNOWLEDGE_FIGURE_FRAME_H
#define DZ_KNOWLEDGE_FIGURE_FRAME_H

#include <duizhao/status.h>

#include "base/arena.h"
#include "base/trie.h"

typedef enum dz_frame_role { /* as in the head of the table */
                             DZ_FRAME_DEED,
                             DZ_FRAME_SCOPE,
                             DZ_FRAME_PART,
                             DZ_FRAME_PLAN,
                             DZ_FRAME_BASE,
                             DZ_FRAME_CARRY,
                             DZ_FRAME_PLAIN,
                             DZ_FRAME_ROLE_COUNT
} dz_frame_role;

/* What was done to the things counted. */
typedef enum dz_deed {
  DZ_DEED_NONE,    /* no word says */
  DZ_DEED_NEUTRAL, /* 完成 实施 推进 */
  DZ_DEED_BEGIN,
  DZ_DEED_BUILD,
  DZ_DEED_FINISH,
  DZ_DEED_GAIN,  /* 新增: a flow */
  DZ_DEED_TOTAL, /* 总数: a stock */
  DZ_DEED_SUM,   /* 累计 */
  DZ_DEED_COUNT
} dz_deed;

typedef struct dz_frame_word {
  dz_frame_role role;
  dz_deed deed;      /* of DEED */
  const char *scope; /* of SCOPE */
} dz_frame_word;

typedef struct dz_figure_frames {
  const dz_frame_word *rows;
  dz_trie words; /* folded; the value is the row */
} dz_figure_frames;

/* Loads the table; *out is to be freed with dz_figure_frames_free, also on failure. */
DZ_MUST_CHECK dz_status dz_figure_frames_load(dz_figure_frames *out, const char *directory,
                                              dz_arena *arena, dz_error *error);
void dz_figure_frames_free(dz_figure_frames *frames);

#endif
