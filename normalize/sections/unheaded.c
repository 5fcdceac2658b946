/* unheaded.c - passages without heading that play the part of a section
 *
 * The last paragraph of a report often carries appraisal, shortcomings and
 * plans in one; a word on supervision may stand in the middle of office work.
 * Openers decide in paragraphs that no heading announces, dense wording inside
 * the others. docs/outline.md has the rules. */
#include "unheaded.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "text/spans.h"
#include "text/unicode.h"

/* Points are code points of wording found. */
enum {
  OPENER_LEAST = 4, /* one opener of four characters; 我将 alone opens nothing */
  BURIED_LEAST = 8, /* in a part that reports on duties, where every word has its place */
  ASIDE_LEAST = 6,  /* in other parts */
  CHILD_LEAST = 4,  /* to tell apart the aspects of one part */
  ASPECT_LEAST = 2, /* of a shortcoming that is named */
  TOPIC_LEAST = 6,  /* what a paragraph of a report without headings is about */
  /* of each of three parts: what a government asks of itself, in one paragraph */
  CONDUCT_LEAST = 6,
  HEAD_REACH = 60 /* a closing paragraph shows its kind in its first code points */
};

typedef struct finder {
  const dz_draft *draft;
  const dz_taxonomy *taxonomy;
  dz_section_score *scores;
  dz_array *out;
  dz_section *sections;
  const dz_canonical *state; /* label that goes on to the end of the paragraph */
  int32_t paragraph;         /* of the last piece */
  const dz_canonical *topic; /* of the paragraph, in a report without headings */
  const dz_canonical *opening, *appraisal, *shortcomings, *self_building;
  bool reached_end; /* the closing of the report has begun */
} finder;

static uint32_t opener_points(const finder *f, const dz_canonical *node) {
  return f->scores[node->order].opener;
}

/* The family whose openers make up most of the piece, and in it the node
 * with most of them. */
static const dz_canonical *by_opener(const finder *f, uint32_t *points) {
  const dz_canonical *best = NULL;

  *points = 0;
  for (size_t i = 0; i < f->taxonomy->node_count; i++) {
    const dz_canonical *family = &f->taxonomy->nodes[i], *inner = family;
    uint32_t sum = opener_points(f, family), most = sum;
    if (family->parent) continue;
    for (size_t k = i + 1; k < f->taxonomy->node_count && f->taxonomy->nodes[k].parent == family;
         k++) {
      uint32_t own = opener_points(f, &f->taxonomy->nodes[k]);
      sum += own;
      if (own > most) {
        most = own;
        inner = &f->taxonomy->nodes[k];
      }
    }
    if (sum <= *points) continue;
    *points = sum;
    best = inner;
  }
  return best;
}

static uint32_t family_body(const finder *f, const dz_canonical *family) {
  uint32_t sum = family ? f->scores[family->order].body : 0;

  for (size_t k = family ? (size_t)family->order + 1 : 0;
       family && k < f->taxonomy->node_count && f->taxonomy->nodes[k].parent == family; k++)
    sum += f->scores[k].body;
  return sum;
}

/* Which parts may stand inside another without a heading of their own. */
static bool may_be_buried(const dz_canonical *node, const dz_canonical *around,
                          dz_piece_place place) {
  static const char *const anywhere[] = {"supervision", "law_governance", "party_building"};

  if (!node->parent) return false;
  if (around && !strcmp(around->id, "duties.misc") && dz_canonical_in(node, "duties"))
    return node != around;
  if (node->parent == dz_canonical_family(around))
    return around && !around->parent && !dz_canonical_in(around, "duties");
  if (!strcmp(node->id, "political_study.ideology_responsibility")) return true;
  for (size_t i = 0; i < sizeof anywhere / sizeof *anywhere; i++)
    if (dz_canonical_in(node, anywhere[i])) return true;
  return dz_canonical_in(node, "work_style") &&
         (dz_canonical_in(around, "integrity") || place == DZ_PIECE_TRAILING);
}

/* The node whose wording fills a piece inside a headed section. */
static const dz_canonical *by_body(const finder *f, const dz_canonical *around,
                                   dz_piece_place place) {
  const dz_canonical *best = NULL, *family = dz_canonical_family(around);
  bool duties = dz_canonical_in(around, "duties");
  uint32_t most = 0, own = family_body(f, family);

  for (size_t i = 0; i < f->taxonomy->node_count; i++) {
    const dz_canonical *node = &f->taxonomy->nodes[i];
    uint32_t points = f->scores[i].body;
    uint32_t least = node->parent == family ? CHILD_LEAST : duties ? BURIED_LEAST : ASIDE_LEAST;
    if (!points && node->parent == f->shortcomings && f->scores[f->shortcomings->order].concrete) {
      points =
          f->scores[i]
              .weak; /* 学习抓得不紧: what is wrong is said, so one word on what it is with will do */
      least = ASPECT_LEAST;
    }
    if (points <= most || points < least || !may_be_buried(node, around, place)) continue;
    if (node->parent != family && points <= own) continue;
    most = points;
    best = node;
  }
  return best;
}

/* May this opener open a passage here? Promises and thanks stand at the end
 * of a part; "针对存在的问题" only behind an admission. */
static bool opener_fits(const finder *f, const dz_piece *piece, const dz_canonical *label,
                        uint32_t points) {
  const dz_canonical *around = piece->section >= 0 ? f->sections[piece->section].canonical : NULL;
  bool work_report = f->draft->report.type == DZ_TYPE_GWR;

  if (dz_canonical_in(label, "gwr_parts")) return work_report && points >= OPENER_LEAST;
  if (label == f->appraisal) return piece->place == DZ_PIECE_TRAILING;
  if (dz_canonical_in(label,
                      "preamble")) /* only where no heading tells the opening from the rest */
    return !f->draft->report.section_count && points >= OPENER_LEAST && !f->out->count;
  if (dz_canonical_in(label, "plans")) {
    bool admitted = dz_canonical_in(f->state, "shortcomings") ||
                    dz_canonical_in(around, "shortcomings");
    if (work_report || (piece->place != DZ_PIECE_TRAILING && !admitted)) return false;
    if (points < OPENER_LEAST) return piece->last_part || dz_canonical_in(f->state, "shortcomings");
    return strcmp(label->id, "plans.plan_rectification") || piece->last_part || admitted;
  }
  if (dz_canonical_in(label, "closing"))
    return piece->last_part && piece->place == DZ_PIECE_TRAILING;
  if (f->topic && dz_canonical_in(label, "supervision"))
    return dz_canonical_family(f->topic) == label->parent;
  return points >= OPENER_LEAST && piece->place != DZ_PIECE_OPENING;
}

/* What a whole paragraph is about, in a report that has no heading: the family
 * with the most wording, and in it the field with the most. */
static const dz_canonical *topic_of(finder *f, int32_t paragraph) {
  static const char *const parts[] = {"political_study", "duties",     "law_governance",
                                      "supervision",     "work_style", "integrity",
                                      "party_building"};
  const dz_report *report = &f->draft->report;
  const dz_canonical *best = NULL;
  uint32_t most = TOPIC_LEAST - 1;

  dz_section_cues_score(f->draft->knowledge->section_cues, report->text.fold,
                        dz_span_to_fold(&report->text, report->paragraphs[paragraph].span),
                        f->scores);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    const dz_canonical *family = dz_taxonomy_find(f->taxonomy, parts[i]), *field = family;
    uint32_t points = family_body(f, family), inner = 0;
    if (points <= most) continue;
    for (size_t k = (size_t)family->order + 1; k < f->taxonomy->node_count; k++) {
      if (f->taxonomy->nodes[k].parent != family) break;
      if (f->scores[k].body <= inner) continue;
      inner = f->scores[k].body;
      field = &f->taxonomy->nodes[k];
    }
    most = points;
    best = field;
  }
  return best;
}

/* A paragraph at the end of a work report that speaks of supervision, of law, of style, of
 * integrity: what the
 * government asks of itself, though it is not said in so many words. */
static bool tells_conduct(finder *f, const dz_piece *piece) {
  static const char *const parts[] = {"law_governance", "supervision", "work_style", "integrity"};
  const dz_report *report = &f->draft->report;
  size_t told = 0;

  if (report->type != DZ_TYPE_GWR || piece->place != DZ_PIECE_TRAILING || !piece->last_part)
    return false;
  dz_section_cues_score(f->draft->knowledge->section_cues, report->text.fold,
                        dz_span_to_fold(&report->text, report->paragraphs[piece->paragraph].span),
                        f->scores);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    told += family_body(f, dz_taxonomy_find(f->taxonomy, parts[i])) >= CONDUCT_LEAST;
  return told >= 3;
}

static const dz_canonical *label_of(finder *f, const dz_piece *piece) {
  const dz_canonical *around = piece->section >= 0 ? f->sections[piece->section].canonical : NULL,
                     *label;
  uint32_t points;

  f->paragraph = piece->paragraph;
  if (piece->place == DZ_PIECE_OPENING) return f->opening;
  if (piece->section >= 0 && !around) return NULL; /* a glossary or an attachment */
  if (piece->place != DZ_PIECE_INSIDE || dz_canonical_in(around, "shortcomings") ||
      dz_canonical_in(around, "plans")) {
    label = by_opener(f, &points);
    if (label == f->appraisal && opener_points(f, f->shortcomings) >= OPENER_LEAST)
      label = f->shortcomings; /* 回顾过去一年的工作，我们也清醒地看到… */
    if (label && opener_fits(f, piece, label, points)) f->state = label;
    if (f->state && dz_canonical_family(f->state) != dz_canonical_family(around)) return f->state;
    if (f->state && f->state != around && dz_canonical_in(f->state, "gwr_parts")) return f->state;
    if (f->state && f->state != around && f->reached_end) return f->state;
  }
  label = by_body(f, around, piece->place);
  return label ? label : f->topic;
}

static bool put(finder *f, const dz_piece *piece, const dz_canonical *label, double confidence,
                bool joins) {
  const dz_text *text = &f->draft->report.text;
  dz_section *last = f->out->count ? dz_array_at(f->out, f->out->count - 1) : NULL;
  dz_section passage = {.parent = f->reached_end ? DZ_NO_SECTION : piece->section,
                        .canonical = label,
                        .confidence = (float)confidence};
  dz_span span = dz_fold_to_span(text, piece->fold);

  if (joins && last && last->canonical == label && last->parent == passage.parent) {
    last->extent.end = last->body.end = span.end;
    return true;
  }
  passage.level = passage.parent == DZ_NO_SECTION ? 1 : f->sections[passage.parent].level + 1;
  passage.extent = passage.body = span;
  passage.number = passage.heading = (dz_span){span.start, span.start};
  return dz_array_append(f->out, &passage, 1) != NULL;
}

/* The closing of the report begins with a paragraph that admits, plans or
 * thanks from its start on and that no heading announces. */
static void check_end(finder *f, const dz_piece *piece, const dz_canonical *label) {
  static const char *const parts[] = {"shortcomings", "plans", "closing", "preamble"};
  uint32_t start = f->draft->report.paragraphs[piece->paragraph].span.start;
  uint32_t at = f->draft->report.text.origin[piece->fold.start];
  const dz_canonical *around = piece->section >= 0 ? f->sections[piece->section].canonical : NULL;
  bool ends = false;

  if (f->reached_end || piece->place != DZ_PIECE_TRAILING || !piece->last_part ||
      piece->section < 0)
    return;
  if (at > start + HEAD_REACH || !label || label != f->state) return;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    ends |= dz_canonical_in(label, parts[i]);
  if (!ends || dz_canonical_family(label) == dz_canonical_family(around)) return;
  f->reached_end = true;
  for (int32_t s = piece->section; s != DZ_NO_SECTION; s = f->sections[s].parent) {
    uint32_t end = start;
    while (end > f->sections[s].extent.start && dz_is_space(f->draft->report.text.cp[end - 1]))
      end--;
    f->sections[s].extent.end = end;
    if (f->sections[s].body.end > end) f->sections[s].body.end = end;
  }
}

static bool run(finder *f, const dz_array *pieces) {
  bool joins = false;

  for (size_t i = 0; i < pieces->count; i++) {
    const dz_piece *piece = dz_array_at(pieces, i);
    int32_t before = f->paragraph;
    const dz_canonical *label;
    if (!f->draft->report.section_count && piece->paragraph != before)
      f->topic = topic_of(f, piece->paragraph);
    if (piece->paragraph != before) f->state = tells_conduct(f, piece) ? f->self_building : NULL;
    dz_section_cues_score(f->draft->knowledge->section_cues, f->draft->report.text.fold,
                          piece->fold, f->scores);
    label = label_of(f, piece);
    check_end(f, piece, label);
    joins = joins && (before == piece->paragraph || piece->place == DZ_PIECE_OPENING);
    if (label && !put(f, piece, label, label == f->state ? 0.8 : 0.6, joins)) return false;
    joins = label != NULL;
  }
  return true;
}

dz_status dz_passages_find(dz_array *passages, const dz_draft *draft, dz_section *sections,
                           dz_error *error) {
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  dz_array pieces = dz_array_of(sizeof(dz_piece));
  finder f = {
      .draft = draft, .taxonomy = taxonomy, .out = passages, .sections = sections, .paragraph = -1};
  dz_status status = dz_pieces_cut(&pieces, draft, sections, error);

  f.opening = dz_taxonomy_find(taxonomy, "preamble.lead_in");
  f.appraisal = dz_taxonomy_find(taxonomy, "preamble.overall_appraisal");
  f.self_building = dz_taxonomy_find(taxonomy, "gwr_parts.self_building");
  f.shortcomings = dz_taxonomy_find(taxonomy, "shortcomings");
  f.scores = malloc((taxonomy->node_count + 1) * sizeof *f.scores);
  if (!status && (!f.scores || !run(&f, &pieces))) status = dz_fail_memory(error);
  free(f.scores);
  dz_array_free(&pieces);
  return status;
}
