/* web_page.c - see web_page.h
 *
 * The report is where the running text is: the innermost element that holds
 * nearly all of it (text density, links aside; after the idea of Kohlschütter,
 * Fankhauser, Nejdl 2010, with sentence marks in place of word counts, which
 * suits Chinese). Menus, footers and lists of other pages are links or have no
 * sentences. */
#include "web_page.h"

#include "base/error.h"
#include "sink.h"
#include "text/unicode.h"

/* Thresholds.
 * MAIN_SHARE: of all running text; what else a page has (a site's motto, a
 *   teaser) stays far below a seventh of a report.
 * LEAST_LINES: an element with fewer is a paragraph, though it may be the longest.
 * LINK_SHARE: of a line, from which on it leads elsewhere.
 * MARGIN: so many lines at the head and the end of the main text may be
 *   particulars of the page (date, source, size of type).
 * TITLE_MIN, HEAD_WITHIN: characters of a heading before the main text; how
 *   many lines before it are looked at. */
static const double MAIN_SHARE = 0.86, LINK_SHARE = 0.6;
enum { LEAST_LINES = 3, MARGIN = 8, TITLE_MIN = 4, HEAD_WITHIN = 40, PARTICULARS_MAX = 80 };

static bool leads_elsewhere(const dz_page_line *line) {
  return line->links > 0 && (double)line->links >= LINK_SHARE * (double)line->visible;
}

static bool speaks_of_page(const dz_page *page, const dz_page_line *line) {
  const uint32_t *cp = (const uint32_t *)page->text.items + line->start;

  return line->visible <= PARTICULARS_MAX &&
         dz_page_words_in_line(page->words, cp, line->end - line->start);
}

static void weigh(dz_page *page) {
  dz_page_node *nodes = page->nodes.items;
  const dz_page_line *lines = page->lines.items;

  for (size_t i = 0; i < page->lines.count; i++) {
    nodes[lines[i].node].lines++;
    if (lines[i].sentence && !leads_elsewhere(&lines[i]))
      nodes[lines[i].node].prose += lines[i].visible;
  }
  for (size_t i = page->nodes.count; i-- > 1;) {
    nodes[nodes[i].parent].prose += nodes[i].prose;
    nodes[nodes[i].parent].lines += nodes[i].lines;
  }
}

static uint32_t find_main(const dz_page *page) {
  const dz_page_node *nodes = page->nodes.items;
  uint32_t best = 0;

  for (uint32_t i = 1; i < page->nodes.count; i++)
    if (nodes[i].depth > nodes[best].depth && nodes[i].prose > 0 && nodes[i].lines >= LEAST_LINES &&
        (double)nodes[i].prose >= MAIN_SHARE * (double)nodes[0].prose)
      best = i;
  return best;
}

/* Whether `node` is `main` or inside it, and not inside furniture below it. */
static bool is_inside(const dz_page *page, uint32_t node, uint32_t main_node) {
  const dz_page_node *nodes = page->nodes.items;

  while (nodes[node].depth > nodes[main_node].depth) {
    if (nodes[node].furniture) return false;
    node = nodes[node].parent;
  }
  return node == main_node;
}

/* Whether the line stands in the title element, which often adds the name of the site. */
static bool is_in_title(const dz_page *page, const dz_page_line *line) {
  const uint32_t *cp = (const uint32_t *)page->text.items + line->start, *title = page->title.items;
  size_t length = line->end - line->start;

  if (length < TITLE_MIN) return false;
  for (size_t i = 0; i + length <= page->title.count; i++) {
    size_t k = 0;
    while (k < length && dz_fold_cp(cp[k]) == dz_fold_cp(title[i + k])) k++;
    if (k == length) return true;
  }
  return false;
}

/* The heading of the report before the main text, or `first` if there is none:
 * the longest line of the title element, else the nearest heading of the page. */
static size_t find_heading(const dz_page *page, size_t first) {
  const dz_page_line *lines = page->lines.items;
  size_t heading = first, titled = first;

  for (size_t i = first; i-- > 0 && first - i <= HEAD_WITHIN;) {
    if (leads_elsewhere(&lines[i])) continue;
    if (is_in_title(page, &lines[i]) &&
        (titled == first || lines[i].visible > lines[titled].visible))
      titled = i;
    if (heading == first && lines[i].hints.heading_level && lines[i].visible >= TITLE_MIN)
      heading = i;
  }
  return titled < first ? titled : heading;
}

/* Where the main text is cut at both ends: particulars of the page and links. */
static void trim(const dz_page *page, const bool *main_text, size_t *first, size_t *last) {
  const dz_page_line *lines = page->lines.items;
  size_t head = *first, tail = *last;

  for (size_t i = *first, seen = 0; i < *last && seen < MARGIN; i++) {
    if (lines[i].sentence && lines[i].visible > PARTICULARS_MAX) break;
    if (!main_text[i]) continue;
    seen++;
    if (speaks_of_page(page, &lines[i])) head = i + 1;
  }
  for (size_t i = *last, seen = 0; i-- > head && seen < MARGIN;) {
    if (!main_text[i]) continue;
    seen++;
    if (speaks_of_page(page, &lines[i]) || leads_elsewhere(&lines[i])) tail = i;
  }
  *first = head;
  *last = tail;
}

/* Sets main_text[i] for each line of the report. */
static void mark_main(dz_page *page, bool *main_text) {
  const dz_page_line *lines = page->lines.items;
  size_t count = page->lines.count, first = count, last = 0, head, tail, heading;
  uint32_t main_node;

  weigh(page);
  main_node = find_main(page);
  for (size_t i = 0; i < count; i++) {
    main_text[i] = is_inside(page, lines[i].node, main_node);
    if (main_text[i] && first == count) first = i;
    if (main_text[i]) last = i + 1;
  }
  head = first;
  tail = last;
  trim(page, main_text, &head, &tail);
  heading = find_heading(page, first);
  for (size_t i = 0; i < count; i++) {
    bool before_head = i < head && !is_in_title(page, &lines[i]) && !lines[i].hints.heading_level;
    if (before_head || i >= tail || lines[i].links == lines[i].visible) main_text[i] = false;
  }
  if (heading < first) main_text[heading] = true;
}

dz_status dz_page_emit(dz_page *page, dz_draft *draft, dz_error *error) {
  dz_page_line *lines = page->lines.items;
  bool *main_text = dz_arena_array(&draft->arena, page->lines.count, sizeof *main_text);
  dz_status status = DZ_OK;

  if (!main_text) return dz_fail_memory(error);
  if (page->lines.count) mark_main(page, main_text);
  for (size_t i = 0; i < page->lines.count && !status; i++) {
    uint32_t start = (uint32_t)draft->cps.count;
    size_t before = draft->lines.count;
    if (lines[i].dropped) continue;
    lines[i].hints.bold = lines[i].bold == lines[i].visible;
    status = dz_sink_line(draft, (const uint32_t *)page->text.items + lines[i].start,
                          lines[i].end - lines[i].start, &lines[i].hints, error);
    if (status || main_text[i] || draft->lines.count == before) continue;
    draft->lines.count = before;
    status = dz_sink_noise(draft, start, (uint32_t)draft->cps.count, DZ_NOISE_NAVIGATION, error);
  }
  return status;
}
