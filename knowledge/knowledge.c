/* knowledge.c - loads all tables; see knowledge.h */
#include "knowledge.h"

#include <stdlib.h>

#include "attributes.h"
#include "base/arena.h"
#include "base/error.h"
#include "builtin.h"
#include "commitment_cues.h"
#include "date_words.h"
#include "degree.h"
#include "discourse.h"
#include "field_words.h"
#include "figure_words.h"
#include "formulas.h"
#include "genre.h"
#include "genre_index.h"
#include "indicators.h"
#include "ladder.h"
#include "lexicon.h"
#include "meta_words.h"
#include "noise_table.h"
#include "other_forms.h"
#include "outline_words.h"
#include "page_words.h"
#include "parts.h"
#include "places.h"
#include "promise_words.h"
#include "quantity_words.h"
#include "report_back.h"
#include "review_words.h"
#include "section_cues.h"
#include "section_hints.h"
#include "section_weights.h"
#include "table.h"
#include "taxonomy.h"
#include "telling_words.h"
#include "title_parts.h"
#include "track_weights.h"
#include "unit.h"

/* The tables themselves; `known` comes first, so that a pointer to it is one to all. */
typedef struct tables {
  dz_knowledge known;
  dz_arena arena; /* strings and rows of all tables */
  dz_taxonomy taxonomy;
  dz_units units;
  dz_date_words date_words;
  dz_figure_words figure_words;
  dz_formulas formulas;
  dz_places places;
  dz_quantity_words quantity_words;
  dz_commitment_cues commitment_cues;
  dz_ladder_words ladder;
  dz_report_back report_back;
  dz_indicators indicators;
  dz_parts parts;
  dz_discourse discourse;
  dz_promise_words promise_words;
  dz_telling_words telling_words;
  dz_track_weights track_weights;
  dz_other_forms other_forms;
  dz_attributes attributes;
  dz_review_words review_words;
  dz_section_cues section_cues;
  dz_field_words field_words;
  dz_section_hints section_hints;
  dz_section_weights section_weights;
  dz_title_parts title_parts;
  dz_meta_words meta_words;
  dz_outline_words outline_words;
  dz_noise_table noise;
  dz_page_words page_words;
  dz_degree degree;
  dz_genre genre;
  dz_genre_index genre_index;
  dz_lexicon lexicon;
} tables;

static dz_status load(tables *t, const char *directory, dz_error *error) {
  dz_arena *arena = &t->arena;
  dz_status status = dz_table_check_folder(directory, error);

  if (!status) status = dz_taxonomy_load(&t->taxonomy, directory, arena, error);
  if (!status) status = dz_units_load(&t->units, directory, arena, error);
  if (!status) status = dz_date_words_load(&t->date_words, directory, arena, error);
  if (!status) status = dz_figure_words_load(&t->figure_words, directory, arena, error);
  if (!status) status = dz_formulas_load(&t->formulas, directory, arena, error);
  if (!status) status = dz_places_load(&t->places, directory, arena, error);
  if (!status) status = dz_quantity_words_load(&t->quantity_words, directory, arena, error);
  if (!status) status = dz_commitment_cues_load(&t->commitment_cues, directory, arena, error);
  if (!status) status = dz_ladder_words_load(&t->ladder, directory, arena, error);
  if (!status) status = dz_report_back_load(&t->report_back, directory, arena, error);
  if (!status) status = dz_indicators_load(&t->indicators, directory, arena, error);
  if (!status) status = dz_parts_load(&t->parts, directory, arena, error);
  if (!status) status = dz_discourse_load(&t->discourse, directory, arena, error);
  if (!status) status = dz_promise_words_load(&t->promise_words, directory, arena, error);
  if (!status) status = dz_telling_words_load(&t->telling_words, directory, arena, error);
  if (!status) status = dz_track_weights_load(&t->track_weights, directory, arena, error);
  if (!status) status = dz_other_forms_load(&t->other_forms, directory, arena, error);
  if (!status) status = dz_attributes_load(&t->attributes, directory, arena, error);
  if (!status) status = dz_review_words_load(&t->review_words, directory, arena, error);
  if (!status)
    status = dz_section_cues_load(&t->section_cues, &t->taxonomy, directory, arena, error);
  if (!status) status = dz_field_words_load(&t->field_words, &t->taxonomy, directory, arena, error);
  if (!status) status = dz_section_hints_load(&t->section_hints, directory, arena, error);
  if (!status)
    status = dz_section_weights_load(&t->section_weights, &t->taxonomy, &t->section_hints,
                                     directory, arena, error);
  if (!status) status = dz_title_parts_load(&t->title_parts, &t->taxonomy, directory, arena, error);
  if (!status) status = dz_meta_words_load(&t->meta_words, directory, arena, error);
  if (!status) status = dz_outline_words_load(&t->outline_words, directory, arena, error);
  if (!status) status = dz_noise_table_load(&t->noise, directory, arena, error);
  if (!status) status = dz_page_words_load(&t->page_words, directory, arena, error);
  if (!status) status = dz_degree_load(&t->degree, directory, arena, error);
  if (!status) status = dz_genre_load(&t->genre, directory, arena, error);
  if (!status) status = dz_genre_index_load(&t->genre_index, directory, arena, error);
  if (!status) status = dz_lexicon_load(&t->lexicon, directory, arena, error);
  return status;
}

dz_status dz_knowledge_load(dz_knowledge **out, const char *directory, dz_error *error) {
  tables *t;
  dz_status status;

  if (!directory && dz_builtin_knowledge) {
    *out = (dz_knowledge *)dz_builtin_knowledge; /* nobody writes to loaded tables */
    return DZ_OK;
  }
  t = calloc(1, sizeof *t);
  if (!t) return dz_fail_memory(error);
  dz_arena_init(&t->arena);
  t->known = (dz_knowledge){
      .taxonomy = &t->taxonomy,
      .units = &t->units,
      .date_words = &t->date_words,
      .figure_words = &t->figure_words,
      .formulas = &t->formulas,
      .places = &t->places,
      .quantity_words = &t->quantity_words,
      .commitment_cues = &t->commitment_cues,
      .ladder = &t->ladder,
      .report_back = &t->report_back,
      .indicators = &t->indicators,
      .parts = &t->parts,
      .discourse = &t->discourse,
      .promise_words = &t->promise_words,
      .telling_words = &t->telling_words,
      .track_weights = &t->track_weights,
      .other_forms = &t->other_forms,
      .attributes = &t->attributes,
      .review_words = &t->review_words,
      .section_cues = &t->section_cues,
      .field_words = &t->field_words,
      .section_hints = &t->section_hints,
      .section_weights = &t->section_weights,
      .title_parts = &t->title_parts,
      .meta_words = &t->meta_words,
      .outline_words = &t->outline_words,
      .noise = &t->noise,
      .page_words = &t->page_words,
      .degree = &t->degree,
      .genre = &t->genre,
      .genre_index = &t->genre_index,
      .lexicon = &t->lexicon,
  };
  status = load(t, directory, error);
  if (status)
    dz_knowledge_free(&t->known);
  else
    *out = &t->known;
  return status;
}

void dz_knowledge_free(dz_knowledge *knowledge) {
  tables *t = (tables *)knowledge;

  if (!t || knowledge == dz_builtin_knowledge) return;
  dz_taxonomy_free(&t->taxonomy);
  dz_units_free(&t->units);
  dz_date_words_free(&t->date_words);
  dz_figure_words_free(&t->figure_words);
  dz_formulas_free(&t->formulas);
  dz_places_free(&t->places);
  dz_quantity_words_free(&t->quantity_words);
  dz_commitment_cues_free(&t->commitment_cues);
  dz_ladder_words_free(&t->ladder);
  dz_report_back_free(&t->report_back);
  dz_indicators_free(&t->indicators);
  dz_parts_free(&t->parts);
  dz_discourse_free(&t->discourse);
  dz_promise_words_free(&t->promise_words);
  dz_telling_words_free(&t->telling_words);
  dz_other_forms_free(&t->other_forms);
  dz_attributes_free(&t->attributes);
  dz_section_cues_free(&t->section_cues);
  dz_field_words_free(&t->field_words);
  dz_section_hints_free(&t->section_hints);
  dz_section_weights_free(&t->section_weights);
  dz_title_parts_free(&t->title_parts);
  dz_outline_words_free(&t->outline_words);
  dz_meta_words_free(&t->meta_words);
  dz_noise_table_free(&t->noise);
  dz_page_words_free(&t->page_words);
  dz_degree_free(&t->degree);
  dz_lexicon_free(&t->lexicon);
  dz_arena_free(&t->arena);
  free(t);
}
