/* ofd.c - the text objects of an OFD file (GB/T 33190-2016, 7 pages, 11 text) */
#include "ofd.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "layout.h"
#include "xml.h"

enum { PATH_ROOM = 256, VALUE_ROOM = 4096, PAGES_MOST = 5000 };
static const float A4_HEIGHT = 297, ASCENT = 0.88f, BOX = 1.3f; /* mm; of the size of type */

typedef struct part_path {
  char text[PATH_ROOM];
} part_path;

typedef struct reader {
  dz_zip *zip;
  const char *path;
  dz_layout layout;
  part_path root; /* Doc_0/Document.xml */
  dz_array pages; /* part_path, in order */
  dz_buffer text; /* of the open element */
  bool in_root, in_code, in_box;
  float page_height;
  float x, y, right;     /* of the open TextObject */
  float size;            /* of its type */
  dz_layout_piece place; /* of the open TextCode */
} reader;

/* Up to `count` numbers of a list; returns how many there are. */
static int numbers_of(const char *list, float *numbers, int count) {
  char *end;
  int found = 0;

  for (; found < count; found++, list = end) {
    double number = strtod(list, &end);
    if (end == list || number < -1e6 || number > 1e6) break;
    numbers[found] = (float)number;
  }
  return found;
}

static float number_of(const dz_xml_attributes *attributes, const char *name, float otherwise) {
  char value[64];
  float number;

  return dz_xml_get(attributes, name, value, sizeof value) && numbers_of(value, &number, 1) == 1
             ? number
             : otherwise;
}

/* "3.2 3.2 g 5 3.2": distances between characters, `g n d` for n times d. */
static float advance(const char *list) {
  float sum = 0;
  char *end;

  while (*list) {
    double count = 1, step;
    while (*list == ' ') list++;
    if (*list == 'g') {
      count = strtod(list + 1, &end);
      list = end;
    }
    step = strtod(list, &end);
    if (end == list) break;
    if (count > 0 && count < 1e5 && step > -1e4 && step < 1e4) sum += (float)(count * step);
    list = end;
  }
  return sum;
}

/* `name` as seen from the part `base`: beside it, or from the top with a '/'. */
static void resolve(part_path *out, const char *base, const char *name) {
  const char *slash = strrchr(base, '/');
  size_t folder = *name == '/' || !slash ? 0 : (size_t)(slash - base) + 1, length;

  if (*name == '/') name++;
  length = strlen(name);
  if (folder + length >= sizeof out->text) {
    out->text[0] = '\0';
    return;
  }
  memmove(out->text, base, folder);
  memcpy(out->text + folder, name, length + 1);
}

/* ---- OFD.xml and Document.xml ------------------------------------------- */

static dz_status on_open_index(void *context, const char *name, const dz_xml_attributes *attributes,
                               dz_error *error) {
  reader *r = context;
  char location[PATH_ROOM];
  part_path *page;

  r->in_root = !strcmp(name, "ofd:DocRoot");
  r->in_box = !strcmp(name, "ofd:PhysicalBox");
  r->text.length = 0;
  if (strcmp(name, "ofd:Page") || !dz_xml_get(attributes, "BaseLoc", location, sizeof location))
    return DZ_OK;
  if (r->pages.count == PAGES_MOST)
    return dz_fail(error, DZ_LIMIT, "%s: more than %d pages", r->path, PAGES_MOST);
  page = dz_array_push(&r->pages);
  if (!page) return dz_fail_memory(error);
  resolve(page, r->root.text, location);
  return DZ_OK;
}

static void take_box(reader *r) {
  float box[4];

  if (r->in_box && r->text.length && numbers_of(r->text.data, box, 4) == 4 && box[3] > 0)
    r->page_height = box[3];
  r->in_box = false;
}

static dz_status on_close_index(void *context, const char *name, dz_error *error) {
  reader *r = context;
  const char *start = r->text.data;

  (void)name;
  if (r->text.failed) return dz_fail_memory(error);
  if (r->in_root && r->text.length && !r->root.text[0]) {
    while (*start == ' ' || *start == '\n') start++;
    resolve(&r->root, "", start);
  }
  take_box(r);
  r->in_root = false;
  return DZ_OK;
}

static dz_status on_text(void *context, const char *text, size_t length, dz_error *error) {
  reader *r = context;

  (void)error;
  if (r->in_root || r->in_code || r->in_box) dz_buffer_bytes(&r->text, text, length);
  return DZ_OK;
}

/* ---- Content.xml -------------------------------------------------------- */

static void open_object(reader *r, const dz_xml_attributes *attributes) {
  char value[64];
  float box[4] = {0};

  dz_xml_get(attributes, "Boundary", value, sizeof value);
  numbers_of(value, box, 4);
  r->x = box[0];
  r->y = box[1];
  r->right = box[0] + box[2];
  r->size = number_of(attributes, "Size", 5);
}

static void open_code(reader *r, const dz_xml_attributes *attributes) {
  char deltas[VALUE_ROOM];
  float x = r->x + number_of(attributes, "X", 0),
        base = r->y + number_of(attributes, "Y", r->size * ASCENT);

  r->place = (dz_layout_piece){
      .x0 = x, .y0 = base - ASCENT * r->size, .page = (uint32_t)r->layout.heights.count - 1};
  r->place.y1 = r->place.y0 + BOX * r->size;
  r->place.x1 = r->right;
  if (dz_xml_get(attributes, "DeltaX", deltas, sizeof deltas))
    r->place.x1 = x + advance(deltas) + r->size;
  r->in_code = true;
  r->text.length = 0;
}

static dz_status on_open_page(void *context, const char *name, const dz_xml_attributes *attributes,
                              dz_error *error) {
  reader *r = context;

  (void)error;
  if (!strcmp(name, "ofd:TextObject")) open_object(r, attributes);
  if (!strcmp(name, "ofd:TextCode")) open_code(r, attributes);
  return DZ_OK;
}

static dz_status on_close_page(void *context, const char *name, dz_error *error) {
  reader *r = context;

  if (!r->in_code || strcmp(name, "ofd:TextCode")) return DZ_OK;
  r->in_code = false;
  if (r->text.failed) return dz_fail_memory(error);
  return dz_layout_add(&r->layout, &r->place, r->text.data, r->text.length, error);
}

/* ---- the file ----------------------------------------------------------- */

static dz_status read_part(reader *r, const char *part, bool page, dz_error *error) {
  dz_xml_handler handler = {
      .context = r, .open = on_open_index, .close = on_close_index, .text = on_text};
  char *bytes = NULL;
  size_t length = 0;
  dz_status status = dz_zip_read(r->zip, part, &bytes, &length, error);

  if (page) {
    handler.open = on_open_page;
    handler.close = on_close_page;
  }
  if (!status) status = dz_xml_parse(r->path, bytes, length, &handler, error);
  free(bytes);
  return status;
}

static dz_status read_pages(reader *r, dz_error *error) {
  dz_status status = DZ_OK;

  for (size_t i = 0; i < r->pages.count && !status; i++) {
    const part_path *page = dz_array_at(&r->pages, i);
    if (!dz_array_append(&r->layout.heights, &r->page_height, 1)) return dz_fail_memory(error);
    status = read_part(r, page->text, true, error);
  }
  if (!status && !r->layout.pieces.count)
    status = dz_fail(error, DZ_FORMAT,
                     "%s: the OFD file has only pictures: use text recognition first", r->path);
  return status;
}

dz_status dz_ofd_read(dz_draft *draft, dz_zip *zip, dz_error *error) {
  reader r = {.zip = zip,
              .path = draft->report.path,
              .pages = dz_array_of(sizeof(part_path)),
              .page_height = A4_HEIGHT};
  dz_status status;

  dz_layout_init(&r.layout);
  dz_buffer_init(&r.text);
  status = read_part(&r, "OFD.xml", false, error);
  if (!status) status = read_part(&r, r.root.text, false, error);
  if (!status) status = read_pages(&r, error);
  if (!status) status = dz_layout_emit(&r.layout, draft, error);
  dz_layout_free(&r.layout);
  dz_buffer_free(&r.text);
  dz_array_free(&r.pages);
  return status;
}
