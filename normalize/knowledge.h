/* knowledge.h - the loaded tables, one member per module that owns one.
 *
 * A module that needs a table defines its type and its dz_X_load in its own
 * header, and adds a member here and a line in knowledge.c.
 *
 * What holds for every dz_X_load(out, directory, arena, error): it fills *out
 * from the user's file in `directory` or, without one (or with NULL), from the
 * built-in table. Rows and strings are the arena's, tries are *out's own, so
 * that dz_X_free must follow, also after failure. DZ_DATA names file and line
 * of a wrong row. */
#ifndef DZ_NORMALIZE_KNOWLEDGE_H
#define DZ_NORMALIZE_KNOWLEDGE_H

#include <duizhao/knowledge.h>

#include "base/arena.h"
#include "date_words.h"
#include "figure_words.h"
#include "formulas.h"
#include "places.h"
#include "quantity_words.h"
#include "section_cues.h"
#include "meta_words.h"
#include "noise.h"
#include "page_words.h"
#include "degree.h"
#include "genre.h"
#include "lexicon.h"
#include "taxonomy.h"
#include "title_parts.h"
#include "unit.h"
#include "tracking.h"

struct dz_knowledge {
  dz_arena arena; /* strings and rows of all tables */
  dz_taxonomy taxonomy;
  dz_units units;
  dz_date_words date_words;
  dz_figure_words figure_words;
  dz_formulas formulas;
  dz_places places;
  dz_quantity_words quantity_words;
  dz_tracking tracking;
  dz_noise_table noise;
  dz_page_words page_words;
  dz_degree degree;
  dz_genre genre;
  dz_lexicon lexicon;
  dz_meta_words meta_words;
  dz_section_cues section_cues;
  dz_title_parts title_parts;
};

#endif
