/* json_comparison.c - duizhao.comparison/1 */
#include "base/error.h"
#include "formats.h"
#include "json_parts.h"

static void sections(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "sections");
  for (size_t i = 0; i < c->presence_count; i++) {
    const dz_presence *row = &c->presence[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "canonical", row->canonical->id);
    dz_json_array(json, "present");
    for (size_t r = 0; r < c->report_count; r++) {
      dz_json_array(json, NULL);
      for (size_t k = 0; k < row->section_count[r]; k++) dz_json_section_id(json, NULL, row->sections[r][k]);
      dz_json_close(json);
    }
    dz_json_close(json);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void missing(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "missing");
  for (size_t i = 0; i < c->missing_count; i++) {
    dz_json_object(json, NULL);
    dz_json_integer(json, "report", c->missing[i].report);
    dz_json_string(json, "canonical", c->missing[i].canonical->id);
    dz_json_string(json, "requirement", dz_requirement_name(c->missing[i].requirement));
    dz_json_string(json, "why", dz_absence_name(c->missing[i].why));
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void alignment(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "alignment");
  for (size_t i = 0; i < c->alignment_count; i++) {
    dz_json_object(json, NULL);
    dz_json_section_id(json, "a", c->alignment[i].a);
    dz_json_section_id(json, "b", c->alignment[i].b);
    dz_json_share(json, "similarity", c->alignment[i].similarity);
    dz_json_bool(json, "moved", c->alignment[i].moved);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void similarity(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "similarity");
  for (size_t i = 0; c->similarity && i < c->report_count; i++) {
    dz_json_array(json, NULL);
    for (size_t k = 0; k < c->report_count; k++) dz_json_share(json, NULL, c->similarity[i * c->report_count + k]);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void places(dz_json *json, const char *key, const dz_place *list, size_t count) {
  dz_json_array(json, key);
  for (size_t i = 0; i < count; i++) dz_json_place(json, list[i]);
  dz_json_close(json);
}

static void reuse_item(dz_json *json, const dz_comparison *c, const dz_reuse *item) {
  dz_json_object(json, NULL);
  dz_json_string(json, "class", dz_reuse_class_name(item->class));
  dz_json_share(json, "similarity", item->similarity);
  if (item->place_count) dz_json_span_text(json, "text", c->reports[item->places[0].report], item->places[0].span);
  places(json, "spans", item->places, item->place_count);
  dz_json_array(json, "slots");
  for (size_t i = 0; i < item->slot_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "kind", dz_slot_kind_name(item->slots[i].kind));
    dz_json_array(json, "texts");
    for (size_t k = 0; k < item->place_count; k++)
      dz_json_span_text(json, NULL, c->reports[item->places[k].report], item->slots[i].spans[k]);
    dz_json_close(json);
    dz_json_close(json);
  }
  dz_json_close(json);
  places(json, "evidence", item->evidence, item->evidence_count);
  dz_json_close(json);
}

static void reuse(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "reuse");
  for (size_t i = 0; i < c->reuse_count; i++) reuse_item(json, c, &c->reuse[i]);
  dz_json_close(json);
}

static void rates(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "rates");
  for (size_t i = 0; c->rates && i < c->report_count; i++) {
    const dz_reuse_rates *rate = &c->rates[i];
    dz_json_object(json, NULL);
    dz_json_integer(json, "report", (int64_t)i);
    dz_json_integer(json, "total", (int64_t)rate->total);
    dz_json_integer(json, "repeated", (int64_t)rate->repeated);
    dz_json_share(json, "overall", rate->overall);
    dz_json_share(json, "without_formula", rate->without_formula);
    dz_json_share(json, "without_own", rate->without_own);
    dz_json_share(json, "single_max", rate->single_max);
    if (rate->single_max_report >= 0)
      dz_json_integer(json, "single_max_report", rate->single_max_report);
    else
      dz_json_null(json, "single_max_report");
    dz_json_close(json);
  }
  dz_json_close(json);
}

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
  } names[] = {{DZ_ATTR_NUMBER, "number"},           {DZ_ATTR_DEGREE, "degree"}, {DZ_ATTR_DATE, "date"},
               {DZ_ATTR_PUNCTUATION, "punctuation"}, {DZ_ATTR_SCRIPT, "script"}, {DZ_ATTR_REORDERED, "reordered"},
               {DZ_ATTR_HEADING, "heading"}};

  dz_json_array(json, "attributes");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (set & names[i].bit) dz_json_string(json, NULL, names[i].name);
  dz_json_close(json);
}

/* Neighbours of one kind become one op, whatever spans they came from. */
static void ops(dz_json *json, const dz_comparison *c, const dz_change *change) {
  dz_json_array(json, "ops");
  for (size_t i = 0; i < change->op_count;) {
    const char kind[2] = {change->ops[i].kind, '\0'};
    const dz_text *text = &c->reports[kind[0] == '+']->text;
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
  dz_json_string(json, "value", quantity->masked ? NULL : quantity->value);
  if (quantity->value_high) dz_json_string(json, "value_high", quantity->value_high);
  dz_json_string(json, "unit", quantity->unit);
  dz_json_string(json, "modifier", dz_modifier_name(quantity->modifier));
  dz_json_span(json, quantity->span);
  dz_json_close(json);
}

static void figures(dz_json *json, const dz_comparison *c, const dz_change *change) {
  dz_json_array(json, "figures");
  for (size_t i = 0; i < change->figure_count; i++) {
    const dz_quantity *a = &c->reports[0]->quantities[change->figures[i].a];
    const dz_quantity *b = &c->reports[1]->quantities[change->figures[i].b];
    dz_json_object(json, NULL);
    dz_json_string(json, "indicator", b->indicator ? b->indicator : a->indicator);
    figure(json, "a", a);
    figure(json, "b", b);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void changes(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "changes");
  for (size_t i = 0; i < c->change_count; i++) {
    const dz_change *change = &c->changes[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "id", change->id);
    dz_json_string(json, "type", dz_change_type_name(change->type));
    attributes(json, change->attributes);
    side(json, "a", change->a, change->a_count);
    side(json, "b", change->b, change->b_count);
    dz_json_share(json, "similarity", change->similarity);
    ops(json, c, change);
    figures(json, c, change);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void commitment(dz_json *json, const char *key, const dz_comparison *c, uint32_t report, int32_t index) {
  if (index < 0) {
    dz_json_null(json, key);
    return;
  }
  dz_json_object(json, key);
  dz_json_integer(json, "report", report);
  dz_json_commitment(json, c->reports[report], &c->reports[report]->commitments[index]);
  dz_json_close(json);
}

static void commitments(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "commitments");
  for (size_t i = 0; i < c->commitment_count; i++) {
    const dz_commitment_link *link = &c->commitments[i];
    dz_json_object(json, NULL);
    dz_json_string(json, "change", dz_commitment_change_name(link->change));
    commitment(json, "earlier", c, link->earlier_report, link->earlier);
    commitment(json, "later", c, link->later_report, link->later);
    dz_json_close(json);
  }
  dz_json_close(json);
}

dz_status dz_json_comparison(char **out, size_t *length, const dz_comparison *comparison, dz_error *error) {
  dz_json *json = dz_json_new();

  if (!json) return dz_fail_memory(error);
  dz_json_string(json, "schema", "duizhao.comparison/1");
  dz_json_array(json, "reports");
  for (size_t i = 0; i < comparison->report_count; i++) dz_json_report_item(json, comparison->reports[i]);
  dz_json_close(json);
  sections(json, comparison);
  missing(json, comparison);
  alignment(json, comparison);
  similarity(json, comparison);
  reuse(json, comparison);
  rates(json, comparison);
  changes(json, comparison);
  commitments(json, comparison);
  dz_json_bool(json, "approximate", comparison->approximate);
  return dz_json_finish(json, out, length, error);
}
