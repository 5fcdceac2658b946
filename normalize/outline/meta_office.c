/* meta_office.c - an office with the body it belongs to, and the area of that body
 *
 * 澄阳市卫生健康委员会主任 is the office 市卫生健康委员会主任 of the area 澄阳市. A body is
 * known by how its name ends (data/roles.tsv); it starts behind the area, or where the words
 * of the title or sentence around it end. */
#include "meta_office.h"

#include "base/buffer.h"
#include "knowledge/knowledge.h"
#include "knowledge/meta_words.h"
#include "text/phrase.h"
#include "text/unicode.h"

enum {
  BODY_MOST = 30,  /* code points of a body with its area */
  JOINED_MOST = 14 /* of the body of a second office: 党支部书记、村委会|主任 */
};

static bool has_part(const dz_meta_words *words, const uint32_t *fold, uint32_t at, uint32_t end,
                     int32_t part, uint32_t *length) {
  int32_t found;
  size_t used = dz_trie_longest(&words->body_words, fold + at, end - at, &found);

  *length = (uint32_t)used;
  return used && found == part;
}

bool dz_post_find(const dz_meta_words *words, const uint32_t *fold, dz_span span, dz_span *post) {
  uint32_t start = UINT32_MAX;

  for (uint32_t at = span.start; at < span.end;) {
    int32_t part;
    size_t length = dz_trie_longest(&words->role_words, fold + at, span.end - at, &part);
    if (!length) {
      start = UINT32_MAX;
      at++;
      continue;
    }
    if (start == UINT32_MAX) start = at;
    at += (uint32_t)length;
    if (part == DZ_OFFICE_MODIFIER) continue;
    *post = (dz_span){start, at};
    return true;
  }
  return false;
}

/* `seats`: also a body that is not named with its office (供水公司). */
static bool ends_as_body(const dz_meta_words *words, const uint32_t *fold, uint32_t low,
                         uint32_t end, bool seats) {
  uint32_t back[8], count = 0;
  int32_t seat;

  while (count < 8 && end - count > low) {
    back[count] = fold[end - 1 - count];
    count++;
  }
  return dz_trie_longest(&words->body_ends, back, count, &seat) && (seats || !seat);
}

uint32_t dz_body_start(const dz_meta_words *words, const uint32_t *fold, uint32_t low,
                       uint32_t end) {
  uint32_t start = end, length;

  while (start > low && end - start < BODY_MOST &&
         (dz_is_han(fold[start - 1]) || dz_cp_in(fold[start - 1], U"()")))
    start--;
  for (uint32_t at = start; at < end; at++)
    if (has_part(words, fold, at, end, DZ_BODY_BOUND, &length) && at + length <= end)
      start = at + length;
  return start < end && fold[start] == '(' ? start + 1 : start;
}

/* Cuts 澄阳市 off fold[start, end); *area is what was cut, with 市. Returns where the body starts:
 * at 市, for that is part of it. */
static uint32_t cut_area(const dz_meta_words *words, const uint32_t *fold, uint32_t start,
                         uint32_t end, dz_span *area) {
  enum { NAME_LEAST = 2, NAME_MOST = 8 };
  uint32_t name = start, body = start, length;

  *area = (dz_span){start, start};
  for (uint32_t at = start; at < end && at - name <= NAME_MOST;) {
    bool common = has_part(words, fold, at, end, DZ_BODY_COMMON, &length);
    if (common) {
      at += length;
      continue;
    }
    if (at >= name + NAME_LEAST && has_part(words, fold, at, end, DZ_BODY_AREA, &length)) {
      *area = (dz_span){start, at + length};
      body = at + length - 1;
      if (length > 1) body = at;
      name = at + length;
      at += length;
      continue;
    }
    at++;
  }
  return body;
}

/* Takes in what is joined to the office: 党委书记、董事长; 党支部书记、村委会主任. */
static void join_offices(const dz_meta_words *words, const uint32_t *fold, uint32_t end,
                         dz_span *office, dz_span *last) {
  dz_span post;

  while (office->end + 1 < end && dz_cp_in(fold[office->end], U"、兼")) {
    uint32_t from = office->end + 1, most = from + JOINED_MOST < end ? from + JOINED_MOST : end;
    uint32_t stop = from;
    while (stop < most && dz_is_han(fold[stop])) stop++;
    if (!dz_post_find(words, fold, (dz_span){from, stop}, &post)) return;
    if (post.start > from && !ends_as_body(words, fold, from, post.start, false)) return;
    office->end = post.end;
    *last = post;
  }
}

bool dz_office_read(dz_office_name *out, const dz_draft *draft, dz_span span) {
  const dz_meta_words *words = draft->knowledge->meta_words;
  const uint32_t *fold = draft->report.text.fold;
  uint32_t start;

  *out = (dz_office_name){0};
  if (!dz_post_find(words, fold, span, &out->post)) return false;
  out->office = out->post;
  start = dz_body_start(words, fold, span.start, out->post.start);
  if (start < out->post.start) {
    uint32_t body = cut_area(words, fold, start, out->post.start, &out->area);
    if (ends_as_body(words, fold, start, out->post.start, false)) out->office.start = body;
  }
  join_offices(words, fold, span.end, &out->office, &out->post);
  return true;
}

bool dz_body_area(dz_span *area, const dz_draft *draft, dz_span line) {
  const dz_meta_words *words = draft->knowledge->meta_words;
  const uint32_t *fold = draft->report.text.fold;
  enum { SHORTEST = 4 }; /* 江州市局 */

  for (uint32_t end = line.start + SHORTEST; end <= line.end && end <= line.start + BODY_MOST;
       end++) {
    if (!ends_as_body(words, fold, line.start, end, true)) continue;
    cut_area(words, fold, dz_body_start(words, fold, line.start, end), end, area);
    if (area->start < area->end) return true;
  }
  return false;
}

const char *dz_office_text(dz_draft *draft, const dz_office_name *office) {
  const dz_meta_words *words = draft->knowledge->meta_words;
  const dz_text *text = &draft->report.text;
  dz_buffer buffer;
  const char *result;

  dz_buffer_init(&buffer);
  for (uint32_t at = office->office.start; at < office->office.end;) {
    uint32_t length;
    if (has_part(words, text->fold, at, office->office.end, DZ_BODY_MEMBER, &length)) {
      at += length;
      continue;
    }
    dz_buffer_cp(&buffer, text->cp[text->origin[at++]]);
  }
  result = buffer.failed ? NULL : dz_arena_string(&draft->arena, buffer.data, buffer.length);
  dz_buffer_free(&buffer);
  return result;
}
