/* text_parts.c - see text_parts.h */
#include "text_parts.h"

#include <string.h>

void dz_text_label(dz_writer *writer, dz_style style, dz_label label) {
  dz_write(writer, style, dz_label_text(label, writer->chinese));
}

void dz_text_label_cell(dz_writer *writer, dz_label label) {
  dz_text_label(writer, DZ_STRONG, label);
  dz_write_cell(writer);
}

void dz_text_cell(dz_writer *writer, dz_style style, const char *text) {
  dz_write(writer, style, text);
  dz_write_cell(writer);
}

void dz_text_part(dz_writer *writer, size_t *part, dz_label label) {
  dz_buffer number;

  dz_buffer_init(&number);
  if (writer->chinese)
    dz_name_chinese_number(&number, ++*part);
  else
    dz_buffer_format(&number, "%zu", ++*part);
  dz_buffer_string(&number, writer->chinese ? "、" : ". ");
  dz_text_buffer(writer, DZ_PLAIN, &number);
  dz_text_label(writer, DZ_PLAIN, label);
  dz_write_end(writer, DZ_BLOCK_HEADING);
}

void dz_text_buffer(dz_writer *writer, dz_style style, dz_buffer *buffer) {
  if (buffer->failed) writer->failed = true;
  dz_write(writer, style, buffer->data);
  dz_buffer_free(buffer);
}

void dz_text_report(dz_writer *writer, dz_style style, size_t index, size_t count) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_report(&name, index, count, writer->chinese);
  dz_text_buffer(writer, style, &name);
}

void dz_text_place(dz_writer *writer, const dz_report *const *reports, size_t count,
                   dz_place place) {
  dz_buffer name;

  dz_buffer_init(&name);
  dz_name_report_place(&name, reports, count, place, writer->chinese);
  if (name.failed) writer->failed = true;
  if (strstr(name.data, "〈")) /* a heading in it is long: it may be parted */
    dz_write(writer, DZ_FAINT, name.data);
  else
    dz_write_whole(writer, DZ_FAINT, name.data);
  dz_buffer_free(&name);
}

void dz_text_folded(dz_writer *writer, size_t count) {
  if (!count) return;
  dz_write_format(
      writer, DZ_FAINT,
      writer->chinese ? "…另有 %zu 项（--all 展开）" : "... %zu more (--all shows them)", count);
  dz_write_end(writer, DZ_BLOCK_LINE);
}

size_t dz_text_shown(const dz_writer *writer, size_t count, size_t limit) {
  return writer->options->all || count <= limit + 1
             ? count
             : limit; /* one more is no longer than its notice */
}

void dz_text_reports(dz_writer *writer, const dz_report *const *reports, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *unread = dz_label_reading(reports[i], writer->chinese);
    dz_buffer name;
    dz_buffer_init(&name);
    dz_name_report(&name, i, count, writer->chinese);
    dz_buffer_string(&name, " = ");
    dz_name_file(&name, reports[i]);
    dz_text_buffer(writer, DZ_PLAIN, &name);
    if (dz_is_titled(reports[i])) {
      dz_write(writer, DZ_PLAIN, "  ");
      dz_write_excerpt(writer, DZ_PLAIN, reports[i], reports[i]->title, DZ_TEXT_QUOTE);
    }
    if (reports[i]->year)
      dz_write_format(writer, DZ_PLAIN, writer->chinese ? "  %d年" : "  %d", (int)reports[i]->year);
    dz_write_format(writer, DZ_FAINT, "  %s  %zu %s",
                    dz_label_type(reports[i]->type, writer->chinese), reports[i]->text.length,
                    dz_label_text(DZ_L_CHARACTERS, writer->chinese));
    dz_write_format(writer, DZ_NOTABLE, "%s%s", *unread ? "  " : "", unread);
    dz_write_end(writer, DZ_BLOCK_ITEM);
  }
}

void dz_text_points(dz_writer *writer, const dz_told *told) {
  for (size_t i = 0; i < told->point_count; i++) {
    dz_buffer words;
    dz_buffer_init(&words);
    dz_point_words(&words, told, &told->points[i], writer->chinese);
    dz_write(writer, DZ_STRONG, "● ");
    dz_text_buffer(writer, DZ_PLAIN, &words);
    dz_write_end(writer, DZ_BLOCK_ITEM);
  }
  if (told->point_count) dz_write_gap(writer);
}
