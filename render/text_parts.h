/* text_parts.h - pieces that the terminal texts and Markdown pages share */
#ifndef DZ_RENDER_TEXT_PARTS_H
#define DZ_RENDER_TEXT_PARTS_H

#include "label.h"
#include "naming.h"
#include "point_words.h"
#include "writer.h"

/* Limits of what is shown unless all is wanted. */
enum {
  DZ_TEXT_QUOTE = 60,  /* code points of one quotation */
  DZ_TEXT_MATTER = 16, /* code points of what a commitment is about */
  DZ_TEXT_ITEMS = 10   /* items of one list */
};

/* The label in the writer's language. */
void dz_text_label(dz_writer *writer, dz_style style, dz_label label);
/* A cell that holds one label. */
void dz_text_label_cell(dz_writer *writer, dz_label label);
/* A cell that holds formatted text. */
void dz_text_cell(dz_writer *writer, dz_style style, const char *text);
/* "一、要点" or "1. in short": heads the next part; *part counts them. */
void dz_text_part(dz_writer *writer, size_t *part, dz_label label);
/* "甲·二（一）¶31" */
void dz_text_place(dz_writer *writer, const dz_report *const *reports, size_t count,
                   dz_place place);
/* "甲" */
void dz_text_report(dz_writer *writer, dz_style style, size_t index, size_t count);
/* "…另有 12 项（--all 展开）" as a line of its own; nothing for 0. */
void dz_text_folded(dz_writer *writer, size_t count);
/* The lines that introduce the reports: letter, file, title, year, length. */
void dz_text_reports(dz_writer *writer, const dz_report *const *reports, size_t count);

/* Runs `name` into the writer: most names are put together in a buffer. */
void dz_text_buffer(dz_writer *writer, dz_style style, dz_buffer *buffer);

/* How many of `count` items to show. */
size_t dz_text_shown(const dz_writer *writer, size_t count, size_t limit);

/* The key points, an item each. */
void dz_text_points(dz_writer *writer, const dz_told *told);

#endif
