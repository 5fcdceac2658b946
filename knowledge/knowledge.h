/* knowledge.h - the loaded tables, one member per module that owns one.
 *
 * A file that asks a table includes that table's own header; this one only
 * names them. A new table is a header and a source file of its own here, a
 * member below and a line in knowledge.c.
 *
 * What holds for every dz_X_load(out, directory, arena, error): it fills *out
 * from the user's file in `directory` or, without one (or with NULL), from the
 * built-in table. Rows and strings are the arena's, tries are *out's own, so
 * that dz_X_free must follow, also after failure; a zeroed table may be freed.
 * DZ_DATA names file and line of a wrong row. */
#ifndef DZ_KNOWLEDGE_KNOWLEDGE_H
#define DZ_KNOWLEDGE_KNOWLEDGE_H

#include <duizhao/knowledge.h>

/* Every member is set and read-only once dz_knowledge_load has succeeded. */
struct dz_knowledge {
  const struct dz_taxonomy *taxonomy;
  const struct dz_units *units;
  const struct dz_date_words *date_words;
  const struct dz_figure_words *figure_words;
  const struct dz_formulas *formulas;
  const struct dz_places *places;
  const struct dz_quantity_words *quantity_words;
  const struct dz_commitment_cues *commitment_cues;
  const struct dz_ladder_words *ladder;
  const struct dz_report_back *report_back;
  const struct dz_indicators *indicators;
  const struct dz_parts *parts;
  const struct dz_discourse *discourse;
  const struct dz_promise_words *promise_words;
  const struct dz_telling_words *telling_words;
  const struct dz_track_weights *track_weights;
  const struct dz_other_forms *other_forms;
  const struct dz_attributes *attributes;
  const struct dz_review_words *review_words;
  const struct dz_section_cues *section_cues;
  const struct dz_field_words *field_words;
  const struct dz_section_hints *section_hints;
  const struct dz_section_weights *section_weights;
  const struct dz_title_parts *title_parts;
  const struct dz_meta_words *meta_words;
  const struct dz_outline_words *outline_words;
  const struct dz_noise_table *noise;
  const struct dz_page_words *page_words;
  const struct dz_degree *degree;
  const struct dz_genre *genre;
  const struct dz_genre_index *genre_index;
  const struct dz_lexicon *lexicon;
};

#endif
