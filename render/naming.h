/* naming.h - how reports, places, sections, targets and outcomes are called in
 * every format. All functions append UTF-8 to a buffer; words of a report come
 * out as they are, so the caller's sink has to make them safe. */
#ifndef DZ_RENDER_NAMING_H
#define DZ_RENDER_NAMING_H

#include <duizhao/ledger.h>
#include <duizhao/review.h>

#include "base/buffer.h"

/* 甲 乙 丙 … or A B C …; numbers where there are more than ten reports. */
void dz_name_report(dz_buffer *out, size_t index, size_t count, bool chinese);
/* Where letters do not reach (more than ten reports): the shortest name of the place and the year,
 * 上海25; the number where that tells no two apart. */
void dz_name_short(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                   bool chinese);
/* "2024年" or, where a year is unknown or stated by two reports, the letter. */
void dz_name_year(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                  bool chinese);
/* A report of a series: "甲（2024年）"; of two reports as dz_name_year. */
void dz_name_dated(dz_buffer *out, const dz_report *const *reports, size_t index, size_t count,
                   bool chinese);
/* The commitments of two reports follow each other: one past the last of those
 * with the reports of number `first`. */
size_t dz_links_of_pair(const dz_comparison *comparison, size_t first);
/* Does the report say how it is called? */
bool dz_is_titled(const dz_report *report);
/* The title, or the last part of the path. */
void dz_name_title(dz_buffer *out, const dz_report *report);
/* The last part of the path. */
void dz_name_file(dz_buffer *out, const dz_report *report);

/* "二（一）¶31": numbers of the sections around a position and its paragraph,
 * counted from 1 through the whole report. */
void dz_name_place(dz_buffer *out, const dz_report *report, uint32_t position);
/* "甲·二（一）¶31": the report and the place in it. */
void dz_name_report_place(dz_buffer *out, const dz_report *const *reports, size_t count,
                          dz_place place, bool chinese);
/* "¶31" alone, for tables. */
void dz_name_paragraph(dz_buffer *out, const dz_report *report, uint32_t position);
/* "二（一）": the numbers of a section and those around it; a heading without
 * number in short. DZ_NO_SECTION appends nothing. */
void dz_name_section(dz_buffer *out, const dz_report *report, int32_t section);
/* "（一）": the number of one section alone; "" if it has none. */
void dz_name_number(dz_buffer *out, const dz_report *report, int32_t section);

/* "到位资金", of its growth "到位资金增幅", of its fall "…降幅"; "" if nothing names the figure. */
void dz_name_quantity(dz_buffer *out, const dz_quantity *quantity);

/* "5%左右", "力争5%", "3.5%—4%"; "" if the commitment has no figure. */
void dz_name_target(dz_buffer *out, const dz_report *report, const dz_commitment *commitment);
/* The target of one commitment of a link, or "" where its own words have to stand: it has no
 * figure, or the
 * figures of both sides are told alike and the change is in the words around them (努力争取更好结果). */
void dz_name_linked_target(dz_buffer *out, const dz_comparison *comparison,
                           const dz_commitment_link *link, bool later);
/* The indicator, else the object, else the clause, in at most `limit` code points. */
void dz_name_matter(dz_buffer *out, const dz_report *report, const dz_commitment *commitment,
                    size_t limit);
/* "2025", "2025-06", "2025-06-30"; "" if there is none. */
void dz_name_deadline(dz_buffer *out, const dz_commitment *commitment);

/* What a finding expects, or NULL where its message has told it, or where it
 * tells a time and not what should have been written. */
const char *dz_name_expected(const dz_finding *finding);

/* "第二十四" of 24, as in 第二十四段. */
void dz_name_chinese_number(dz_buffer *out, size_t number);

#endif
