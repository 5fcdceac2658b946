/* json_changes.c - "changes" of duizhao.comparison/1 */
#include "json_parts.h"

static void side(dz_json *json, const char *key, const dz_span *spans, size_t count) {
  dz_json_array(json, key);
  for (size_t i = 0; i < count; i++) {
    dz_json_array(json, NULL);
    dz_json_integer(json, NULL, spans[i].start);
    dz_json_integer(json, NULL, spans[i].end);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void attributes(dz_json *json, unsigned set) {
  static const struct {
    unsigned bit;
    const char *name;
  } names[] = {{DZ_ATTR_NUMBER, "number"},    {DZ_ATTR_DEGREE, "degree"},
               {DZ_ATTR_DATE, "date"},        {DZ_ATTR_PUNCTUATION, "punctuation"},
               {DZ_ATTR_SCRIPT, "script"},    {DZ_ATTR_REORDERED, "reordered"},
               {DZ_ATTR_HEADING, "heading"},  {DZ_ATTR_REPLACED, "replaced"},
               {DZ_ATTR_NEGATION, "negation"}};

  dz_json_array(json, "attributes");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (set & names[i].bit) dz_json_string(json, NULL, names[i].name);
  dz_json_close(json);
}

/* Neighbours of one kind become one op, whatever spans they came from. */
static void ops(dz_json *json, const dz_report *const reports[2], const dz_change *change) {
  dz_json_array(json, "ops");
  for (size_t i = 0; i < change->op_count;) {
    const char kind[2] = {change->ops[i].kind, '\0'};
    const dz_text *text = &reports[kind[0] == '+']->text;
    dz_json_array(json, NULL);
    dz_json_string(json, NULL, kind);
    for (; i < change->op_count && change->ops[i].kind == kind[0]; i++)
      dz_json_text(json, text->cp + change->ops[i].span.start,
                   change->ops[i].span.end - change->ops[i].span.start);
    dz_json_text_end(json, NULL);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void figure(dz_json *json, const char *key, const dz_quantity *quantity) {
  dz_json_object(json, key);
  dz_json_figure(json, quantity);
  dz_json_integer(json, "sign", quantity->sign);
  dz_json_string(json, "unit", quantity->unit);
  dz_json_string(json, "modifier", dz_modifier_name(quantity->modifier));
  dz_json_span(json, quantity->span);
  dz_json_close(json);
}

static void figures(dz_json *json, const dz_report *const reports[2], const dz_change *change) {
  dz_json_array(json, "figures");
  for (size_t i = 0; i < change->figure_count; i++) {
    const dz_quantity *a = &reports[0]->quantities[change->figures[i].a];
    const dz_quantity *b = &reports[1]->quantities[change->figures[i].b];
    dz_json_object(json, NULL);
    dz_json_string(json, "indicator", b->indicator ? b->indicator : a->indicator);
    dz_json_bool(json, "outcome", change->figures[i].outcome != 0);
    figure(json, "a", a);
    figure(json, "b", b);
    dz_json_close(json);
  }
  dz_json_close(json);
}

void dz_json_changes(dz_json *json, const dz_report *const reports[2], const dz_change *changes,
                     size_t count) {
  dz_json_array(json, "changes");
  for (size_t i = 0; i < count; i++) {
    const dz_change *change = &changes[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "id", change->id);
    dz_json_string(json, "type", dz_change_type_name(change->type));
    attributes(json, change->attributes);
    side(json, "a", change->a, change->a_count);
    side(json, "b", change->b, change->b_count);
    dz_json_share(json, "similarity", change->similarity);
    ops(json, reports, change);
    figures(json, reports, change);
    dz_json_close(json);
  }
  dz_json_close(json);
}
