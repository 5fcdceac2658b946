/* knowledge.c - loads all tables; see knowledge.h */
#include "knowledge.h"

#include <stdlib.h>

#include "base/error.h"
#include "table.h"

dz_status dz_knowledge_load(dz_knowledge **out, const char *directory, dz_error *error) {
  dz_knowledge *knowledge = calloc(1, sizeof *knowledge);
  dz_status status;

  if (!knowledge) return dz_fail_memory(error);
  dz_arena_init(&knowledge->arena);
  status = dz_table_check_folder(directory, error);
  if (!status) status = dz_taxonomy_load(&knowledge->taxonomy, directory, &knowledge->arena, error);
  if (!status) status = dz_units_load(&knowledge->units, directory, &knowledge->arena, error);
  if (!status) status = dz_date_words_load(&knowledge->date_words, directory, &knowledge->arena, error);
  if (!status) status = dz_figure_words_load(&knowledge->figure_words, directory, &knowledge->arena, error);
  if (!status) status = dz_formulas_load(&knowledge->formulas, directory, &knowledge->arena, error);
  if (!status) status = dz_places_load(&knowledge->places, directory, &knowledge->arena, error);
  if (!status) status = dz_quantity_words_load(&knowledge->quantity_words, directory, &knowledge->arena, error);
  if (!status) status = dz_tracking_load(&knowledge->tracking, directory, &knowledge->arena, error);
  if (!status)
    status = dz_section_cues_load(&knowledge->section_cues, &knowledge->taxonomy, directory, &knowledge->arena, error);
  if (!status)
    status = dz_title_parts_load(&knowledge->title_parts, &knowledge->taxonomy, directory, &knowledge->arena, error);
  if (!status) status = dz_meta_words_load(&knowledge->meta_words, directory, &knowledge->arena, error);
  if (!status) status = dz_noise_table_load(&knowledge->noise, directory, &knowledge->arena, error);
  if (!status) status = dz_page_words_load(&knowledge->page_words, directory, &knowledge->arena, error);
  if (!status) status = dz_degree_load(&knowledge->degree, directory, &knowledge->arena, error);
  if (!status) status = dz_genre_load(&knowledge->genre, directory, &knowledge->arena, error);
  if (!status) status = dz_lexicon_load(&knowledge->lexicon, directory, &knowledge->arena, error);
  if (status) {
    dz_knowledge_free(knowledge);
    return status;
  }
  *out = knowledge;
  return DZ_OK;
}

void dz_knowledge_free(dz_knowledge *knowledge) {
  if (!knowledge) return;
  dz_taxonomy_free(&knowledge->taxonomy);
  dz_units_free(&knowledge->units);
  dz_date_words_free(&knowledge->date_words);
  dz_figure_words_free(&knowledge->figure_words);
  dz_formulas_free(&knowledge->formulas);
  dz_places_free(&knowledge->places);
  dz_quantity_words_free(&knowledge->quantity_words);
  dz_tracking_free(&knowledge->tracking);
  dz_noise_table_free(&knowledge->noise);
  dz_page_words_free(&knowledge->page_words);
  dz_degree_free(&knowledge->degree);
  dz_lexicon_free(&knowledge->lexicon);
  dz_meta_words_free(&knowledge->meta_words);
  dz_section_cues_free(&knowledge->section_cues);
  dz_title_parts_free(&knowledge->title_parts);
  dz_arena_free(&knowledge->arena);
  free(knowledge);
}

const char *dz_report_type_name(dz_report_type type) {
  static const char *const names[DZ_TYPE_COUNT] = {
      "shuzhi", "shuzhi_lian", "lvzhi_npc", "work_summary", "minzhu_shenghuo", "gwr", "shufa", "dangjian", "other",
  };
  return names[type];
}

const char *dz_requirement_name(dz_requirement requirement) {
  static const char *const names[] = {"not_expected", "optional", "customary", "required"};
  return names[requirement];
}
