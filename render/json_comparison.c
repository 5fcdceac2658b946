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
      for (size_t k = 0; k < row->section_count[r]; k++)
        dz_json_section_id(json, NULL, row->sections[r][k]);
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
    if (c->missing[i].why == DZ_UNRECOGNISED)
      dz_json_span_text(json, "likely", c->reports[c->missing[i].report], c->missing[i].likely);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void alignment(dz_json *json, const dz_section_pair *pairs, size_t count) {
  dz_json_array(json, "alignment");
  for (size_t i = 0; i < count; i++) {
    dz_json_object(json, NULL);
    dz_json_section_id(json, "a", pairs[i].a);
    dz_json_section_id(json, "b", pairs[i].b);
    dz_json_share(json, "similarity", pairs[i].similarity);
    dz_json_bool(json, "moved", pairs[i].moved);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void unpaired(dz_json *json, const dz_unpaired *list, size_t count) {
  dz_json_array(json, "unpaired");
  for (size_t i = 0; i < count; i++) {
    dz_json_object(json, NULL);
    dz_json_integer(json, "report", list[i].report);
    dz_json_section_id(json, "section", list[i].section);
    dz_json_string(json, "fate", dz_fate_name(list[i].fate));
    dz_json_section_id(json, "into", list[i].into);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void series(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "series");
  for (size_t i = 0; c->series && i < c->report_count; i++)
    dz_json_integer(json, NULL, c->series[i]);
  dz_json_close(json);
}

static void steps(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "steps");
  for (size_t i = 0; i < c->step_count; i++) {
    const dz_step *step = &c->steps[i];
    const dz_report *reports[2] = {c->reports[step->a], c->reports[step->b]};
    dz_json_object(json, NULL);
    dz_json_integer(json, "a", step->a);
    dz_json_integer(json, "b", step->b);
    dz_json_bool(json, "to_base", step->to_base);
    alignment(json, step->alignment, step->alignment_count);
    unpaired(json, step->unpaired, step->unpaired_count);
    dz_json_changes(json, reports, step->changes, step->change_count);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void similarity(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "similarity");
  for (size_t i = 0; c->similarity && i < c->report_count; i++) {
    dz_json_array(json, NULL);
    for (size_t k = 0; k < c->report_count; k++)
      dz_json_share(json, NULL, c->similarity[i * c->report_count + k]);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void places(dz_json *json, const char *key, const dz_place *list, size_t count) {
  dz_json_array(json, key);
  for (size_t i = 0; i < count; i++) dz_json_place(json, list[i]);
  dz_json_close(json);
}

static void timelines(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "timelines");
  for (size_t i = 0; i < c->timeline_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "phrase", c->timelines[i].phrase);
    dz_json_bool(json, "asked", c->timelines[i].asked);
    places(json, "spans", c->timelines[i].places, c->timelines[i].place_count);
    dz_json_close(json);
  }
  dz_json_close(json);
}

/* The text of the central authorities that the wording comes from. */
static void document(dz_json *json, const dz_reuse *item) {
  if (!item->document) {
    dz_json_null(json, "document");
    return;
  }
  dz_json_object(json, "document");
  dz_json_string(json, "name", item->document);
  dz_json_integer(json, "year", item->document_year);
  dz_json_close(json);
}

static void reuse_item(dz_json *json, const dz_comparison *c, const dz_reuse *item) {
  dz_json_object(json, NULL);
  dz_json_string(json, "class", dz_reuse_class_name(item->reuse_class));
  dz_json_string(json, "kind", item->reworded ? "reworded" : "copied");
  dz_json_share(json, "similarity", item->similarity);
  if (item->place_count)
    dz_json_span_text(json, "text", c->reports[item->places[0].report], item->places[0].span);
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
  dz_json_array(json, "evidence");
  for (size_t i = 0; i < item->evidence_count; i++) {
    dz_json_object(json, NULL);
    dz_json_string(json, "kind", dz_evidence_kind_name(item->evidence[i].kind));
    dz_json_integer(json, "report", item->evidence[i].report);
    dz_json_span(json, item->evidence[i].span);
    dz_json_close(json);
  }
  dz_json_close(json);
  dz_json_integer(json, "offices", item->offices);
  if (item->since)
    dz_json_integer(json, "since", item->since);
  else
    dz_json_null(json, "since");
  document(json, item);
  dz_json_close(json);
}

static void reuse(dz_json *json, const dz_comparison *c) {
  dz_json_array(json, "reuse");
  for (size_t i = 0; i < c->reuse_count; i++) reuse_item(json, c, &c->reuse[i]);
  dz_json_close(json);
}

static void section_rates(dz_json *json, const dz_report *report,
                          const dz_section_reuse *sections) {
  dz_json_array(json, "sections");
  for (size_t i = 0; sections && i < report->section_count; i++) {
    dz_json_object(json, NULL);
    dz_json_section_id(json, "section", (int32_t)i);
    dz_json_integer(json, "total", (int64_t)sections[i].total);
    dz_json_integer(json, "repeated", (int64_t)sections[i].repeated);
    dz_json_integer(json, "own_wording", (int64_t)sections[i].own_wording);
    dz_json_close(json);
  }
  dz_json_close(json);
}

/* One digit per hundredth of the report: 0 none, else the class + 1. */
static void position_bar(dz_json *json, const dz_reuse_rates *rate) {
  enum { HUNDREDTHS = sizeof rate->bar };
  char digits[HUNDREDTHS + 1] = {0};

  for (int i = 0; i < HUNDREDTHS; i++) digits[i] = (char)('0' + rate->bar[i]);
  dz_json_string(json, "bar", digits);
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
    section_rates(json, c->reports[i], rate->sections);
    position_bar(json, rate);
    dz_json_close(json);
  }
  dz_json_close(json);
}

static void commitment(dz_json *json, const char *key, const dz_comparison *c, uint32_t report,
                       int32_t index) {
  if (index < 0) {
    dz_json_null(json, key);
    return;
  }
  dz_json_object(json, key);
  dz_json_integer(json, "report", report);
  dz_json_commitment(json, c->reports[report], &c->reports[report]->commitments[index]);
  dz_json_close(json);
}

static void told(dz_json *json, const dz_commitment_link *link) {
  if (link->told.end == link->told.start) {
    dz_json_null(json, "told");
    return;
  }
  dz_json_object(json, "told");
  dz_json_integer(json, "report", link->later_report);
  dz_json_span(json, link->told);
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
    told(json, link);
    dz_json_close(json);
  }
  dz_json_close(json);
}

dz_status dz_json_comparison(char **out, size_t *length, const dz_comparison *comparison,
                             dz_error *error) {
  dz_told told = dz_told_comparison(comparison);
  dz_json *json = dz_json_new();

  if (!json) return dz_fail_memory(error);
  dz_json_string(json, "schema", "duizhao.comparison/1");
  dz_json_array(json, "reports");
  for (size_t i = 0; i < comparison->report_count; i++)
    dz_json_report_item(json, comparison->reports[i]);
  dz_json_close(json);
  dz_json_points(json, &told);
  sections(json, comparison);
  missing(json, comparison);
  alignment(json, comparison->alignment, comparison->alignment_count);
  unpaired(json, comparison->unpaired, comparison->unpaired_count);
  similarity(json, comparison);
  reuse(json, comparison);
  rates(json, comparison);
  dz_json_changes(json, comparison->reports, comparison->changes, comparison->change_count);
  commitments(json, comparison);
  series(json, comparison);
  steps(json, comparison);
  timelines(json, comparison);
  dz_json_bool(json, "two_offices", comparison->two_offices);
  dz_json_bool(json, "approximate", comparison->approximate);
  return dz_json_finish(json, out, length, error);
}
