/* own_place.h - whose report it is, as its head says: the name and the level of the place */
#ifndef DZ_REVIEW_OWN_PLACE_H
#define DZ_REVIEW_OWN_PLACE_H

#include <duizhao/report.h>

typedef enum dz_level {
  DZ_LEVEL_NONE,
  DZ_LEVEL_CITY,
  DZ_LEVEL_COUNTY,
  DZ_LEVEL_DISTRICT,
  DZ_LEVEL_TOWN,
  DZ_LEVEL_TOWNSHIP,
  DZ_LEVEL_STREET,
  DZ_LEVEL_COUNT
} dz_level;

enum { DZ_PLACE_NAME_MAX = 6 };

typedef struct dz_own_place {
  dz_level level;
  uint32_t name[DZ_PLACE_NAME_MAX + 1]; /* folded, without its level, ended by 0; "": not named */
  size_t length;
} dz_own_place;

/* From the place of the report, else its title (梧溪县水利局局长…), else its office (副县长). */
dz_own_place dz_own_place_read(const dz_report *report);

/* The level whose word stands at fold[at): 县, 街道; *length is that of the word. */
dz_level dz_level_at(const uint32_t *fold, uint32_t at, uint32_t end, uint32_t *length);

const uint32_t *dz_level_word(dz_level level); /* folded */
const char *dz_level_name(dz_level level, bool chinese);

#endif
