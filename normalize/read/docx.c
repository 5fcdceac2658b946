/* docx.c - word/document.xml to paragraphs (ECMA-376 part 1, 17.3) */
#include "docx.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "block.h"
#include "docx_styles.h"
#include "sink.h"
#include "xml.h"

enum { VALUE_ROOM = 64 };

typedef enum element {
  E_OTHER,
  E_P,
  E_PPR,
  E_PSTYLE,
  E_OUTLINE,
  E_NUMID,
  E_ILVL,
  E_R,
  E_RPR,
  E_B,
  E_VANISH,
  E_T,
  E_TAB,
  E_BR,
  E_HYPHEN,
  E_TBL,
  E_TR,
  E_TC,
  E_DROP,
  E_DELETED,
  E_CHANGE,
  E_INSERTED,
  E_EMBEDDED
} element;

/* E_DROP: parts that would repeat or annotate the text. E_CHANGE: the formatting before a
 * tracked change. */
static const struct {
  const char *name;
  element element;
} names[] = {
    {"w:p", E_P},
    {"w:altChunk", E_EMBEDDED},
    {"w:pPr", E_PPR},
    {"w:pStyle", E_PSTYLE},
    {"w:outlineLvl", E_OUTLINE},
    {"w:numId", E_NUMID},
    {"w:ilvl", E_ILVL},
    {"w:r", E_R},
    {"w:rPr", E_RPR},
    {"w:b", E_B},
    {"w:vanish", E_VANISH},
    {"w:t", E_T},
    {"m:t", E_T},
    {"w:tab", E_TAB},
    {"w:br", E_BR},
    {"w:cr", E_BR},
    {"w:noBreakHyphen", E_HYPHEN},
    {"w:tbl", E_TBL},
    {"w:tr", E_TR},
    {"w:tc", E_TC},
    {"mc:Fallback", E_DROP},
    {"w:rt", E_DROP},
    {"w:del", E_DELETED},
    {"w:moveFrom", E_DELETED},
    {"w:pPrChange", E_CHANGE},
    {"w:rPrChange", E_CHANGE},
    {"w:ins", E_INSERTED},
    {"w:moveTo", E_INSERTED},
    {"w:tblPrChange", E_CHANGE},
    {"w:trPrChange", E_CHANGE},
    {"w:tcPrChange", E_CHANGE},
    {"w:sectPrChange", E_CHANGE},
};

static element element_of(const char *name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i].name, name)) return names[i].element;
  return E_OTHER;
}

typedef struct paragraph { /* one for each open block */
  const dz_docx_style *style;
  int heading_level, number, number_level; /* of the paragraph itself, or DZ_DOCX_UNSET */
  bool numbered;                           /* its number has been counted */
  bool mark_deleted; /* its end is a tracked deletion: the next paragraph goes on */
} paragraph;

typedef struct reader {
  dz_draft *draft;
  dz_docx_tables tables;
  dz_blocks blocks;
  paragraph paragraphs[DZ_BLOCK_DEPTH];
  int dropping;                        /* open elements whose content is not read */
  bool in_text, in_run, in_properties; /* inside w:t, w:r, w:pPr */
  bool bold, hidden;                   /* of the run */
  bool merging;                        /* the innermost block waits for the next paragraph */
} reader;

static paragraph *current(reader *r) {
  return r->blocks.depth ? &r->paragraphs[r->blocks.depth - 1] : NULL;
}

static int value_of(const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM], *end;
  long number;

  dz_xml_get(attributes, "w:val", value, sizeof value);
  number = strtol(value, &end, 10);
  return end == value || number < 0 || number > 1000000 ? DZ_DOCX_UNSET : (int)number;
}

static bool switched_on(const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];

  if (!dz_xml_get(attributes, "w:val", value, sizeof value)) return true;
  return strcmp(value, "0") && strcmp(value, "false") && strcmp(value, "off");
}

/* ---- paragraphs --------------------------------------------------------- */

static dz_status open_paragraph(reader *r, dz_error *error) {
  dz_status status;

  if (r->merging && r->blocks.depth) {
    r->merging = false;
    return DZ_OK;
  }
  status = dz_block_open(&r->blocks, error);
  if (!status)
    *current(r) = (paragraph){
        .heading_level = DZ_DOCX_UNSET, .number = DZ_DOCX_UNSET, .number_level = DZ_DOCX_UNSET};
  r->bold = r->hidden = false;
  return status;
}

static int heading_level(const paragraph *p) {
  int level = p->heading_level;

  if (level == DZ_DOCX_UNSET && p->style) level = p->style->heading_level;
  return level == DZ_DOCX_UNSET ? 0 : level;
}

/* Puts the automatic number before the first text of the paragraph; one without
 * text is counted too, as Word does. */
static dz_status put_number(reader *r, bool show, dz_error *error) {
  paragraph *p = current(r);
  int number, level;
  dz_buffer label;
  dz_status status = DZ_OK;

  if (!p || p->numbered) return DZ_OK;
  p->numbered = true;
  number = p->number != DZ_DOCX_UNSET || !p->style ? p->number : p->style->number;
  level = p->number_level != DZ_DOCX_UNSET || !p->style ? p->number_level : p->style->number_level;
  if (number == DZ_DOCX_UNSET || number == 0) return DZ_OK; /* 0: taken off the list of the style */
  if (level == DZ_DOCX_UNSET)
    level = p->number == DZ_DOCX_UNSET && heading_level(p) ? heading_level(p) - 1 : 0;
  dz_buffer_init(&label);
  dz_docx_number_next(&r->tables, number, level, &label);
  if (label.failed)
    status = dz_fail_memory(error);
  else if (show)
    status = dz_block_text(&r->blocks, label.data, label.length, r->bold, error);
  dz_buffer_free(&label);
  return status;
}

static dz_status put_text(reader *r, const char *text, size_t length, dz_error *error) {
  dz_status status;

  if (!r->blocks.depth || r->hidden || !length) return DZ_OK;
  status = put_number(r, true, error);
  return status ? status : dz_block_text(&r->blocks, text, length, r->bold, error);
}

static dz_status end_paragraph(reader *r, dz_error *error) {
  const paragraph *p = current(r);
  uint32_t start = (uint32_t)r->draft->cps.count;
  size_t lines = r->draft->lines.count;
  dz_line hints = {0};
  dz_status status;

  if (!p) return DZ_OK;
  r->merging = false;
  hints.heading_level = (int8_t)heading_level(p);
  bool contents = p->style && p->style->contents;
  status = put_number(r, false, error);
  if (!status) status = dz_block_close(&r->blocks, &hints, error);
  if (!status && contents && r->draft->lines.count > lines) { /* repeats the headings */
    r->draft->lines.count = lines;
    status = dz_sink_noise(r->draft, start, (uint32_t)r->draft->cps.count, DZ_NOISE_NAVIGATION,
                           error);
  }
  return status;
}

static dz_status close_paragraph(reader *r, dz_error *error) {
  const paragraph *p = current(r);

  if (p && p->mark_deleted) {
    r->merging = true;
    r->paragraphs[r->blocks.depth - 1].mark_deleted = false;
    return DZ_OK;
  }
  return end_paragraph(r, error);
}

/* ---- events ------------------------------------------------------------- */

static void set_style(reader *r, const dz_xml_attributes *attributes) {
  char value[VALUE_ROOM];

  dz_xml_get(attributes, "w:val", value, sizeof value);
  current(r)->style = dz_docx_style_find(&r->tables, value);
}

static void read_property(reader *r, element e, const dz_xml_attributes *attributes) {
  paragraph *p = current(r);
  int value;

  if (!p) return;
  switch (e) {
  case E_PSTYLE: set_style(r, attributes); break;
  case E_NUMID: p->number = value_of(attributes); break;
  case E_ILVL: p->number_level = value_of(attributes); break;
  case E_OUTLINE:
    value = value_of(attributes);
    p->heading_level = value >= 0 && value < DZ_DOCX_LEVELS ? value + 1 : 0;
    break;
  default: break;
  }
}

static void open_run(reader *r) {
  const paragraph *p = current(r);

  r->in_run = true;
  r->hidden = false;
  r->bold = p && p->style && p->style->bold == 1;
}

static dz_status open_tracked(reader *r, element e, dz_error *error) {
  paragraph *p = current(r);

  if (e == E_DELETED && r->in_properties && p) p->mark_deleted = true;
  if (e != E_INSERTED) r->dropping++;
  return dz_sink_note(r->draft, "tracked changes read as accepted", error);
}

static dz_status note_embedded(reader *r, dz_error *error) {
  const char **note = dz_array_push(&r->draft->notes);

  if (!note) return dz_fail_memory(error);
  *note =
      "text embedded in another format (altChunk) was not read: open the file and save it again";
  return DZ_OK;
}

static dz_status on_open(void *context, const char *name, const dz_xml_attributes *attributes,
                         dz_error *error) {
  reader *r = context;
  element e = element_of(name);

  if (r->dropping) {
    r->dropping++;
    return DZ_OK;
  }
  switch (e) {
  case E_P: r->in_run = r->in_properties = false; return open_paragraph(r, error);
  case E_PPR: r->in_properties = true; break;
  case E_R: open_run(r); break;
  case E_T: r->in_text = true; break;
  case E_TAB: return r->in_run ? put_text(r, "\t", 1, error) : DZ_OK;
  case E_BR: return dz_block_break(&r->blocks, error);
  case E_HYPHEN: return put_text(r, "-", 1, error);
  case E_B:
    if (r->in_run && !r->in_properties) r->bold = switched_on(attributes);
    break;
  case E_VANISH:
    if (r->in_run && !r->in_properties) r->hidden = switched_on(attributes);
    break;
  case E_TBL: dz_block_table_open(&r->blocks); break;
  case E_TR: dz_block_row_open(&r->blocks); break;
  case E_TC: dz_block_cell_open(&r->blocks); break;
  case E_DROP: r->dropping++; break;
  case E_EMBEDDED: return note_embedded(r, error);
  case E_DELETED:
  case E_CHANGE:
  case E_INSERTED: return open_tracked(r, e, error);
  default:
    if (r->in_properties) read_property(r, e, attributes);
    break;
  }
  return DZ_OK;
}

static dz_status on_close(void *context, const char *name, dz_error *error) {
  reader *r = context;
  dz_status status;

  if (r->dropping) {
    r->dropping--;
    return DZ_OK;
  }
  switch (element_of(name)) {
  case E_P: return close_paragraph(r, error);
  case E_PPR: r->in_properties = false; break;
  case E_R: r->in_run = false; break;
  case E_T: r->in_text = false; break;
  case E_TC: return r->merging ? end_paragraph(r, error) : DZ_OK;
  case E_TR: return dz_block_row_close(&r->blocks, error);
  case E_TBL:
    status = dz_block_row_close(&r->blocks, error);
    dz_block_table_close(&r->blocks);
    return status;
  default: break;
  }
  return DZ_OK;
}

static dz_status on_text(void *context, const char *text, size_t length, dz_error *error) {
  reader *r = context;

  return r->in_text && !r->dropping ? put_text(r, text, length, error) : DZ_OK;
}

/* The part that _rels/.rels names as the main one: word/document.xml, or word/document2.xml. */
typedef struct main_part {
  char name[VALUE_ROOM];
} main_part;

static dz_status on_relationship(void *context, const char *name,
                                 const dz_xml_attributes *attributes, dz_error *error) {
  main_part *part = context;
  char type[2 * VALUE_ROOM], target[VALUE_ROOM];
  const char *last;

  (void)error;
  if (strcmp(name, "Relationship")) return DZ_OK;
  if (!dz_xml_get(attributes, "Type", type, sizeof type)) return DZ_OK;
  last = strrchr(type, '/');
  if (!last || strcmp(last, "/officeDocument")) return DZ_OK;
  if (dz_xml_get(attributes, "Target", target, sizeof target) && *target)
    memcpy(part->name, *target == '/' ? target + 1 : target, strlen(target) + (*target != '/'));
  return DZ_OK;
}

static dz_status pass_end(void *context, const char *name, dz_error *error) {
  (void)context;
  (void)name;
  (void)error;
  return DZ_OK;
}

static dz_status pass_text(void *context, const char *text, size_t length, dz_error *error) {
  (void)context;
  (void)text;
  (void)length;
  (void)error;
  return DZ_OK;
}

static dz_status find_main(main_part *part, dz_zip *zip, const char *path, dz_error *error) {
  dz_xml_handler handler = {
      .context = part, .open = on_relationship, .close = pass_end, .text = pass_text};
  char *bytes = NULL;
  size_t length = 0;
  dz_status status;

  *part = (main_part){"word/document.xml"};
  if (dz_zip_has(zip, part->name) || !dz_zip_has(zip, "_rels/.rels")) return DZ_OK;
  status = dz_zip_read(zip, "_rels/.rels", &bytes, &length, error);
  if (!status) status = dz_xml_parse(path, bytes, length, &handler, error);
  free(bytes);
  return status;
}

dz_status dz_docx_read(dz_draft *draft, dz_zip *zip, dz_error *error) {
  reader *r = calloc(1, sizeof *r);
  main_part part;
  dz_xml_handler handler = {.context = r, .open = on_open, .close = on_close, .text = on_text};
  dz_status status;
  char *bytes = NULL;
  size_t length = 0;

  if (!r) return dz_fail_memory(error);
  r->draft = draft;
  dz_docx_tables_init(&r->tables);
  dz_blocks_init(&r->blocks, draft);
  status = dz_docx_tables_read(&r->tables, zip, draft->report.path, "word/", error);
  if (!status) status = find_main(&part, zip, draft->report.path, error);
  if (!status) status = dz_zip_read(zip, part.name, &bytes, &length, error);
  if (!status) status = dz_xml_parse(draft->report.path, bytes, length, &handler, error);
  while (!status && r->blocks.depth) status = end_paragraph(r, error);
  free(bytes);
  dz_blocks_free(&r->blocks);
  dz_docx_tables_free(&r->tables);
  free(r);
  return status;
}
