/* report_access.c - items of a report by index; see duizhao/report.h */
#include <duizhao/report.h>

const dz_section *dz_report_section_at(const dz_report *report, size_t index) {
  return index < report->section_count ? &report->sections[index] : NULL;
}

const dz_paragraph *dz_report_paragraph_at(const dz_report *report, size_t index) {
  return index < report->paragraph_count ? &report->paragraphs[index] : NULL;
}

const dz_sentence *dz_report_sentence_at(const dz_report *report, size_t index) {
  return index < report->sentence_count ? &report->sentences[index] : NULL;
}

const dz_noise *dz_report_noise_at(const dz_report *report, size_t index) {
  return index < report->noise_count ? &report->noise[index] : NULL;
}

const dz_span *dz_report_mask_at(const dz_report *report, size_t index) {
  return index < report->mask_count ? &report->masks[index] : NULL;
}

const dz_quantity *dz_report_quantity_at(const dz_report *report, size_t index) {
  return index < report->quantity_count ? &report->quantities[index] : NULL;
}

const dz_date *dz_report_date_at(const dz_report *report, size_t index) {
  return index < report->date_count ? &report->dates[index] : NULL;
}

const dz_commitment *dz_report_commitment_at(const dz_report *report, size_t index) {
  return index < report->commitment_count ? &report->commitments[index] : NULL;
}
