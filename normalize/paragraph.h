/* paragraph.h - paragraphs as the folded text has them. */
#ifndef DZ_NORMALIZE_PARAGRAPH_H
#define DZ_NORMALIZE_PARAGRAPH_H

#include <duizhao/report.h>

/* The paragraph in the folded text, without the line breaks around it. O(log n). */
dz_span dz_paragraph_fold(const dz_report *report, size_t paragraph);

/* true if the line break before the paragraph stands inside a sentence: the
 * paragraph before ends in a word or a comma. So does one that is a heading. */
bool dz_paragraph_goes_on(const dz_report *report, size_t paragraph);

/* Paragraph around a position: index into paragraphs, or -1. O(log n). */
int32_t dz_paragraph_at(const dz_report *report, uint32_t position);

#endif
