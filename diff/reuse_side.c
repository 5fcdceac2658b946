/* reuse_side.c - what reuse detection needs of one report; see reuse_parts.h */
#include <stdlib.h>

#include "base/error.h"
#include "reuse_parts.h"

/* What stands between two symbols, as folded text. */
static enum dz_edge edge_of(uint32_t fold) {
  switch (fold) {
    case '\n':
      return DZ_EDGE_PARAGRAPH;
    case 0x3002: case '!': case '?':
      return DZ_EDGE_SENTENCE;
    case ',': case ';': case ':':
      return DZ_EDGE_CLAUSE;
    default:
      return DZ_EDGE_NONE;
  }
}

static void find_edges(dz_reuse_side *side) {
  const dz_view *view = &side->view;
  uint32_t from = 0;

  for (uint32_t i = 0; i < view->count; i++) {
    uint8_t edge = i ? DZ_EDGE_NONE : DZ_EDGE_PARAGRAPH;
    if (view->symbols[i] == DZ_SYM_EDGE || (i && view->symbols[i - 1] == DZ_SYM_EDGE)) edge = DZ_EDGE_PARAGRAPH;
    for (uint32_t k = from; k < view->at[i]; k++) {
      uint8_t here = (uint8_t)edge_of(view->fold[k]);
      if (here > edge) edge = here;
    }
    side->edges[i] = edge;
    from = dz_view_end(view, i);
  }
  side->edges[view->count] = DZ_EDGE_PARAGRAPH;
}

dz_status dz_reuse_side_build(dz_reuse_side *out, const dz_report *report, const dz_genre *genre,
                              const dz_background *background, dz_error *error) {
  uint8_t *covered;
  uint32_t novel = 0, own = 0;
  dz_status status;

  *out = (dz_reuse_side){0};
  status = dz_view_build(&out->view, report, error);
  if (status) return status;
  covered = calloc(out->view.count + 1, 1);
  out->novel = malloc((out->view.count + 1) * sizeof *out->novel);
  out->own = malloc((out->view.count + 1) * sizeof *out->own);
  out->edges = malloc(out->view.count + 1);
  if (!covered || !out->novel || !out->own || !out->edges) {
    free(covered);
    return dz_fail_memory(error);
  }
  dz_genre_cover(genre, out->view.symbols, out->view.count, covered);
  dz_background_cover(background, out->view.symbols, out->view.count, covered);
  for (uint32_t i = 0; i < out->view.count; i++) {
    bool text = out->view.symbols[i] >= DZ_SYM_FIRST_TEXT;
    out->novel[i] = novel;
    out->own[i] = own;
    novel += text && covered[i] == DZ_GENRE_NONE;
    own += text && covered[i] != DZ_GENRE_FORMULA;
  }
  out->novel[out->view.count] = novel;
  out->own[out->view.count] = own;
  free(covered);
  find_edges(out);
  return DZ_OK;
}

void dz_reuse_side_free(dz_reuse_side *side) {
  dz_view_free(&side->view);
  free(side->novel);
  free(side->own);
  free(side->edges);
  *side = (dz_reuse_side){0};
}
