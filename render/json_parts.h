/* json_parts.h - pieces that several JSON documents share */
#ifndef DZ_RENDER_JSON_PARTS_H
#define DZ_RENDER_JSON_PARTS_H

#include <duizhao/comparison.h>

#include "json.h"
#include "point_words.h"

/* Value and upper end of a figure as they are to be shown (dz_quantity_minus); null if masked. */
void dz_json_figure(dz_json *json, const dz_quantity *quantity);

/* "start" and "end" into the open object. */
void dz_json_span(dz_json *json, dz_span span);
/* The text of a span of a report. */
void dz_json_span_text(dz_json *json, const char *key, const dz_report *report, dz_span span);
/* {"report","start","end"} into the open array. */
void dz_json_place(dz_json *json, dz_place place);
/* "title" to "type" into the open object. */
void dz_json_report_header(dz_json *json, const dz_report *report);
/* One report of a comparison or ledger, into the open array. */
void dz_json_report_item(dz_json *json, const dz_report *report);
/* "s4" for index 3; null for DZ_NO_SECTION. */
void dz_json_section_id(dz_json *json, const char *key, int32_t index);
/* "2025", "2025-06", "2025-06-30" from yyyymmdd by its stated digits; null for 0. */
void dz_json_deadline(dz_json *json, const char *key, uint32_t date, int digits);
/* "sections": the whole list of a report. */
void dz_json_sections(dz_json *json, const dz_report *report);
/* "noise": the whole list of a report. */
void dz_json_noise(dz_json *json, const dz_report *report);
/* "target": {"value","unit","modifier"} or null. */
void dz_json_target(dz_json *json, const dz_report *report, const dz_commitment *commitment);
/* Everything that a commitment has, into the open object. */
void dz_json_commitment(dz_json *json, const dz_report *report, const dz_commitment *commitment);
/* "key_points": the statements to show first; json_points.c. */
void dz_json_points(dz_json *json, const dz_told *told);
/* "changes": the edits between two reports; json_changes.c. */
void dz_json_changes(dz_json *json, const dz_report *const reports[2], const dz_change *changes,
                     size_t count);

#endif
