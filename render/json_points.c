/* json_points.c - "key_points": the statements that every format shows first */
#include "json_parts.h"

static void words(dz_json *json, const char *key, const dz_told *told, const dz_point *point,
                  bool chinese) {
  dz_buffer text;

  dz_buffer_init(&text);
  dz_point_words(&text, told, point, chinese);
  dz_json_buffer(json, key, &text);
}

static void index_or_null(dz_json *json, const char *key, int32_t index) {
  if (index < 0)
    dz_json_null(json, key);
  else
    dz_json_integer(json, key, index);
}

void dz_json_points(dz_json *json, const dz_told *told) {
  dz_json_array(json, "key_points");
  for (size_t i = 0; i < told->point_count; i++) {
    const dz_point *point = &told->points[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "rule", dz_point_rule_name(point->rule));
    words(json, "text", told, point, true);
    words(json, "text_en", told, point, false);
    index_or_null(json, "report", point->report);
    index_or_null(json, "other", point->other);
    dz_json_array(json, "counts");
    for (size_t k = 0; k < DZ_POINT_COUNTS; k++)
      dz_json_integer(json, NULL, (int64_t)point->counts[k]);
    dz_json_close(json);
    if (point->rule == DZ_POINT_COPIED || point->rule == DZ_POINT_PAIR)
      dz_json_share(json, "share", point->share);
    dz_json_string(json, "list", dz_point_list_name(point->list));
    dz_json_array(json, "items");
    for (size_t k = 0; k < point->item_count; k++) dz_json_integer(json, NULL, point->items[k]);
    dz_json_close(json);
    dz_json_close(json);
  }
  dz_json_close(json);
}
