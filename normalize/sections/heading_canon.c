/* heading_canon.c - which canonical section a heading stands for
 *
 * The heading is asked first, its body only where the heading leaves it open;
 * below a section that is known the choice is narrow, and deeper items
 * inherit. The rules and what they were measured on are in docs/outline.md. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "canonical.h"
#include "knowledge/field_words.h"
#include "knowledge/knowledge.h"
#include "knowledge/section_cues.h"
#include "knowledge/taxonomy.h"
#include "normalize/outline/outline.h"
#include "text/phrase.h"
#include "text/spans.h"

/* Points. A code point of strong wording is 3, of weak 1; a strong cue has two. What was measured
 * is in
 * docs/outline.md. */
enum {
  /* the heading is a known variant: above any sum of cues (20 code points * 3) */
  EXACT_POINTS = 60,
  CUE_POINTS = 6, /* one strong cue: the least that names a section without the body */
  SAID_POINTS = 36, /* 不足, 打算, 原因 in a heading outweigh any body (24) and two strong cues */
  SURE_POINTS = 12, /* two strong cues, or one of four characters */
  BODY_POINTS = 12, /* what a body that speaks of one section only adds */
  /* the same for a part with subsections, whose heading is apt to be a slogan */
  DEEP_BODY_POINTS = 24,
  FIELD_LEAST = 4, /* of heading and body for a field of work below duties */
  BODY_LEAST = 8,  /* code points of wording in a body that says anything; */
  BODY_MAX = 3000  /* code points of a body that are asked */
};

/* What the section above a heading makes of its candidates, in points on top of those of the
 * wording. */
typedef struct prior {
  int32_t inherit; /* the heading stays what the section above is, unless a candidate has more */
  int32_t own;     /* a section of the same part */
  /* one of another part that reports, by a strong cue; NEVER: only by its exact name */
  int32_t other;
  /* what a body adds that speaks of one section of the same part only, asked where wording
   * leaves it open; 0: it is not asked */
  uint32_t body;
} prior;

enum {
  NEVER = -1000,
  ALWAYS = 1000,
  MOTTO = -7 /* one strong cue of 担当, 为民 over work names no part */
};

static const prior below_part = {0, 4, 0,
                                 BODY_POINTS}; /* 廉洁自律, 政治建设: own aspects are likelier */
static const prior below_duties = {0, 4, 0,
                                   BODY_POINTS}; /* a field of work, by its body where need be */
static const prior over_fields = {CUE_POINTS - 1, 4, 0,
                                  0}; /* a motto with items of its own: they tell */
static const prior below_field = {SURE_POINTS - 1, 0, NEVER, 0};
static const prior below_wide_field = {CUE_POINTS - 1, 0, NEVER,
                                       0}; /* work reports, whose parts are wide */
static const prior below_admission = {0, 0, NEVER, BODY_POINTS}; /* 不足, 原因 */
static const prior below_plans = {0, 0, NEVER, 0}; /* told by the heading or not at all */
static const prior below_work_report = {CUE_POINTS - 1, 0, NEVER,
                                        9}; /* the body alone only if nearly all of it */
static const prior below_self_building = {ALWAYS, 0, NEVER, 0};

/* What the rules below ask of a section: the traits of its part. */
enum {
  FRAME = DZ_TRAIT_FRAME,
  WORK_REPORT = DZ_TRAIT_WORK_REPORT,
  CLOSED = DZ_TRAIT_CLOSED,
  DUTIES = DZ_TRAIT_DUTIES,
  OPENING = DZ_TRAIT_OPENS | DZ_TRAIT_CLOSES,
  STYLE = DZ_TRAIT_CONDUCT,
  IMPERSONAL = FRAME | WORK_REPORT
};

typedef struct namer {
  const dz_draft *draft;
  const dz_taxonomy *taxonomy;
  dz_section *sections;
  dz_section_score *heading, *body; /* one per node */
  bool body_read;
  uint32_t *field_sums;     /* weights of the wording of the fields in the body, one per node */
  float *field;             /* chance of each field of work by the body, 0: it tells nothing */
  const dz_canonical *home; /* the field of the office whose report it is, or NULL */
  const dz_reading *reading;
  const dz_canonical *part; /* what the reading says of the section; NULL: it is not asked */
  bool first_seen;          /* a level-1 section of a government work report was named */
} namer;

static bool has(const dz_canonical *node, uint32_t traits) {
  return dz_canonical_has(node, traits);
}

static uint32_t points(const namer *n, const dz_canonical *node) {
  const dz_section_score *score = &n->heading[node->order];
  uint32_t sum = (uint32_t)score->strong + score->weak;

  if (score->exact) return EXACT_POINTS + score->strong;
  return sum > score->veto ? sum - score->veto : 0;
}

static void read_heading(namer *n, const dz_section *section) {
  const dz_text *text = &n->draft->report.text;

  dz_section_cues_score_heading(n->draft->knowledge->section_cues, text->fold,
                                dz_span_to_fold(text, section->heading), n->heading);
  n->body_read = false;
}

/* What field of work the body speaks of: weights of wording (data/field_words.tsv) and hand cues.
 * Wording is no independent evidence, so that it counts as its root does. */
static void read_field(namer *n, dz_span span) {
  static const float hand = 4.0f, none = 1.5f, at_home = 2.0f; /* in natural logarithms */
  const dz_taxonomy *taxonomy = n->taxonomy;
  float total = 0, cues = 0, most = none, sum;

  dz_field_words_score(n->draft->knowledge->field_words, n->draft->report.text.fold, span,
                       n->field_sums);
  for (size_t i = 0; i < taxonomy->node_count; i++) {
    n->field[i] = 0;
    if (!taxonomy->nodes[i].parent || !has(&taxonomy->nodes[i], DUTIES)) continue;
    total += (float)n->field_sums[i] / 2;
    cues += n->body[i].body;
  }
  for (size_t i = 0; i < taxonomy->node_count; i++) {
    if (!taxonomy->nodes[i].parent || !has(&taxonomy->nodes[i], DUTIES)) continue;
    n->field[i] = total > 0 ? (float)n->field_sums[i] / 2 / sqrtf(total) : 0;
    if (cues > 0) n->field[i] += hand * n->body[i].body / fmaxf(cues, BODY_LEAST);
    if (n->home == &taxonomy->nodes[i]) n->field[i] += at_home;
    most = fmaxf(most, n->field[i]);
  }
  sum = expf(none - most); /* it may speak of no field at all */
  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (n->field[i] > 0) sum += n->field[i] = expf(n->field[i] - most);
  for (size_t i = 0; i < taxonomy->node_count; i++) n->field[i] /= sum;
}

/* The field of the office by the name it has in the report's title or by the officer's post. */
static const dz_canonical *find_home(const dz_draft *draft) {
  enum { TITLE_MAX = 60 };
  const dz_report *report = &draft->report;
  const dz_section_cues *cues = draft->knowledge->section_cues;
  uint32_t role[DZ_PHRASE_MAX];
  dz_span title = dz_span_to_fold(&report->text, report->title);
  size_t length = report->role ? dz_phrase_fold(report->role, role) : 0;
  const dz_canonical *home = dz_section_cues_office(cues, draft->knowledge->taxonomy, role, length);

  if (home) return home;
  if (title.end > title.start + TITLE_MAX) title.end = title.start + TITLE_MAX;
  return dz_section_cues_office(cues, draft->knowledge->taxonomy, report->text.fold + title.start,
                                title.end - title.start);
}

static void read_body(namer *n, const dz_section *section) {
  const dz_text *text = &n->draft->report.text;
  dz_span span = dz_span_to_fold(text, section->extent);

  if (n->body_read) return;
  span.start = (uint32_t)dz_text_fold_position(text, section->heading.end);
  if (span.end > span.start + BODY_MAX) span.end = span.start + BODY_MAX;
  dz_section_cues_score(n->draft->knowledge->section_cues, text->fold, span, n->body);
  read_field(n, span);
  n->body_read = true;
}

static const dz_canonical *role(const namer *n, dz_section_role role) {
  return dz_taxonomy_role(n->taxonomy, role);
}

/* How far the evidence for the part of a section outweighs that for the next best, 0.5 to 1. */
static float certainty(const namer *n, const dz_section *section) {
  size_t index = (size_t)(section - n->sections), label = n->reading->label[index];
  const float *sum = n->reading->section[index].part;
  float second = -1e9f;

  for (size_t k = 0; k < n->draft->knowledge->section_weights->part_count; k++)
    if (k != label && sum[k] > second) second = sum[k];
  return 1 / (1 + expf((second - sum[label]) / 2));
}

static void name(dz_section *section, const dz_canonical *canonical, double confidence) {
  section->canonical = canonical;
  section->confidence = canonical ? (float)confidence : 0;
}

/* 0.5 for a weak cue, near 0.95 for an exact variant. */
static double heading_confidence(uint32_t score) {
  return score >= EXACT_POINTS  ? 0.95
         : score >= SURE_POINTS ? 0.8
         : score >= CUE_POINTS  ? 0.7
                                : 0.5;
}

/* A part known by its cues: the aspect of it that a strong cue names, or the part itself. */
static const dz_canonical *aspect_of(const namer *n, const dz_canonical *part) {
  const dz_canonical *best = part;
  uint32_t most = CUE_POINTS - 1;

  for (size_t i = (size_t)part->order + 1; i < n->taxonomy->node_count; i++) {
    const dz_canonical *node = &n->taxonomy->nodes[i];
    if (node->parent != part) break;
    if (n->heading[i].strong <= most || points(n, node) < CUE_POINTS) continue;
    most = n->heading[i].strong;
    best = node;
  }
  return best;
}

/* A section of another part than the one above it, or at level 1: the part is that of the reading;
 * the aspect or field is the one that the heading names, of a field of work its body too. */
static void name_part(namer *n, dz_section *section, bool has_children) {
  const dz_taxonomy *taxonomy = n->taxonomy;
  const dz_canonical *part = n->part, *child = NULL;
  uint32_t own = points(n, part), most = 0;

  if (has(part, DUTIES)) read_body(n, section);
  for (size_t i = (size_t)part->order + 1;
       i < taxonomy->node_count && taxonomy->nodes[i].parent == part; i++) {
    uint32_t sum = points(n, &taxonomy->nodes[i]);
    if (has(part, DUTIES)) sum += (uint32_t)lroundf(BODY_POINTS * n->field[i]);
    if (sum <= most) continue;
    child = &taxonomy->nodes[i];
    most = sum;
  }
  bool names_child = child && most >= CUE_POINTS && most > own && !has_children &&
                     (section->level > 1 || has(part, DUTIES) || n->heading[child->order].exact);
  if (names_child)
    part = child;
  else if (section->level > 1 && !has(part, DUTIES))
    part = aspect_of(n, part);
  if (n->draft->report.type == DZ_TYPE_DANGJIAN && part == role(n, DZ_ROLE_WORK))
    part = role(n, DZ_ROLE_PARTY_WORK); /* what such a report answers for */
  name(section, part, (double)certainty(n, section));
}

/* A part of a self-examination that its heading names outright, or NULL. */
static const dz_canonical *self_examination(const namer *n) {
  bool examined = n->draft->report.type == DZ_TYPE_MINZHU_SHENGHUO;
  uint32_t most = examined ? CUE_POINTS - 1 : EXACT_POINTS - 1;
  const dz_canonical *best = NULL;

  for (size_t i = 0; i < n->taxonomy->node_count; i++) {
    const dz_canonical *node = &n->taxonomy->nodes[i];
    if (!has(node, DZ_TRAIT_SELF_EXAMINATION) || points(n, node) <= most) continue;
    most = points(n, node);
    best = node;
  }
  return best;
}

static bool is_glossary(const namer *n, const dz_section *section) {
  static const uint32_t *const words[] = {U"名词", U"术语", U"注释", U"注解",
                                          U"释义", U"用语", U"词汇"};
  const dz_text *text = &n->draft->report.text;

  return dz_word_in(text->fold, dz_span_to_fold(text, section->heading), words,
                    sizeof words / sizeof *words);
}

/* 附件1: what it holds stands on the line below: practical projects, or nothing that is a part of
 * the report. */
static bool name_attachment(namer *n, dz_section *section) {
  enum { TITLE_MAX = 40 };
  const dz_text *text = &n->draft->report.text;
  const dz_canonical *projects = role(n, DZ_ROLE_PROJECTS);
  dz_span heading = dz_span_to_fold(text, section->heading),
          title = {heading.start, heading.end + TITLE_MAX};

  if (text->fold[heading.start] != U'附' || !dz_cp_in(text->fold[heading.start + 1], U"件录表:"))
    return false;
  if (title.end > text->fold_length) title.end = (uint32_t)text->fold_length;
  dz_section_cues_score_heading(n->draft->knowledge->section_cues, text->fold, title, n->heading);
  if (points(n, projects) >= CUE_POINTS) name(section, projects, 0.7);
  return true;
}

/* Does the body speak more of it than of any field of work? */
static bool is_main_matter(const namer *n, const dz_canonical *node) {
  for (size_t i = 0; i < n->taxonomy->node_count; i++)
    if (has(&n->taxonomy->nodes[i], DUTIES) && n->body[i].body > n->body[node->order].body)
      return false;
  return true;
}

/* A part of a government work report: by its heading; by its place where the
 * heading is a motto: the review first, then the tasks, or the targets where
 * the body states them and is not cut up into tasks. */
static void name_work_report(namer *n, dz_section *section, size_t children, bool last) {
  enum { MANY_TASKS = 5 };
  uint32_t score = 0;
  const dz_canonical *best = NULL;
  dz_section_role part = DZ_ROLE_TASKS;

  if (is_glossary(n, section) || name_attachment(n, section)) return;
  for (size_t i = 0; i < n->taxonomy->node_count; i++) {
    const dz_canonical *node = &n->taxonomy->nodes[i];
    if (!node->parent || !has(node, WORK_REPORT) || points(n, node) <= score) continue;
    score = points(n, node);
    best = node;
  }
  if (score >= 6) {
    name(section, best, heading_confidence(score));
  } else {
    const dz_canonical *targets = role(n, DZ_ROLE_TARGETS);
    const dz_canonical *self = role(n, DZ_ROLE_SELF_BUILDING);
    read_body(n, section);
    if (!n->first_seen)
      part = DZ_ROLE_REVIEW;
    else if (children < MANY_TASKS && n->body[targets->order].body >= SURE_POINTS)
      part = DZ_ROLE_TARGETS;
    else if (last && n->body[self->order].body >= 2 * SURE_POINTS && is_main_matter(n, self))
      part = DZ_ROLE_SELF_BUILDING;
    name(section, role(n, part), 0.4);
  }
  n->first_seen = true;
}

static const prior *prior_below(const namer *n, const dz_canonical *above, bool has_children) {
  if (above == role(n, DZ_ROLE_SELF_BUILDING)) return &below_self_building;
  if (has(above, WORK_REPORT)) return &below_work_report;
  if (has(above, DZ_TRAIT_PLANS)) return &below_plans;
  if (has(above, CLOSED)) return above->parent ? &below_field : &below_admission;
  if (above->parent && above != role(n, DZ_ROLE_OTHER_WORK))
    return n->draft->report.type == DZ_TYPE_GWR ? &below_wide_field : &below_field;
  if (has(above, DUTIES)) return has_children ? &over_fields : &below_duties;
  return &below_part;
}

/* Is this a section of the part above? Those of a work report cover all fields of work. */
static bool is_own(const dz_canonical *node, const dz_canonical *above) {
  if (has(above, WORK_REPORT)) return node->parent && has(node, DUTIES);
  return node->parent && node->parent == dz_canonical_family(above);
}

/* Points of a node below `above`; 0: it does not stand there or nothing speaks for it. `body` is
 * the whole of the
 * body's wording of the own sections, 0 where it is not asked. */
static int32_t points_below(const namer *n, const dz_canonical *node, const dz_canonical *above,
                            const prior *p, uint32_t body) {
  const dz_section_score *heading = &n->heading[node->order];
  int32_t own = (int32_t)points(n, node), share;

  if (n->part && dz_canonical_family(node) != n->part) return 0;
  if (is_own(node, above)) {
    if (has(node, DUTIES))
      share = body ? (int32_t)lroundf((float)p->body * n->field[node->order]) : 0;
    else
      share = body ? (int32_t)(p->body * n->body[node->order].body / body) : 0;
    if (has(above, DUTIES) && own + share < FIELD_LEAST) return 0; /* 建设 alone names no field */
    return own + share ? own + share + p->own : 0;
  }
  if (has(above, WORK_REPORT) && node != above && node == role(n, DZ_ROLE_SELF_BUILDING))
    return heading->strong >= CUE_POINTS + heading->veto ? own + p->inherit
                                                         : 0; /* last task, or last of the review */
  if (node == above || has(node, IMPERSONAL) || has(above, WORK_REPORT)) return 0;
  if (has(node, CLOSED) && node->parent)
    return 0; /* 加强学习，提高素质 is a plan only among plans */
  if (heading->exact && (!has(above, CLOSED) || (has(node, CLOSED) && !node->parent))) return own;
  if (has(node, CLOSED | OPENING) || heading->strong < CUE_POINTS + heading->veto) return 0;
  return own + p->other + (has(node, STYLE) ? MOTTO : 0);
}

/* The candidate with the most points; of equals the part, and its aspect before the part. */
static const dz_canonical *best_below(const namer *n, const dz_canonical *above, const prior *p,
                                      uint32_t body, int32_t *most) {
  const dz_canonical *best = NULL;

  *most = 0;
  for (size_t i = 0; i < n->taxonomy->node_count; i++) {
    int32_t sum = points_below(n, &n->taxonomy->nodes[i], above, p, body);
    if (sum <= 0 || sum < *most || (sum == *most && n->taxonomy->nodes[i].parent != best)) continue;
    *most = sum;
    best = &n->taxonomy->nodes[i];
  }
  return best;
}

/* A section below one that is named: the candidate with the most points of
 * wording, prior and body, or the section above where that has more. */
static void name_below(namer *n, dz_section *section, const dz_section *parent, bool has_children) {
  const dz_canonical *above = parent->canonical, *best;
  const prior *p = prior_below(n, above, has_children);
  int32_t inherit = p->inherit + (above->parent ? (int32_t)points(n, above) : 0), most;
  uint32_t body = 0;

  best = best_below(n, above, p, 0, &most);
  if (p->body && most < CUE_POINTS + p->own) {
    read_body(n, section);
    for (size_t i = 0; i < n->taxonomy->node_count; i++)
      if (is_own(&n->taxonomy->nodes[i], above)) body += n->body[i].body + (n->field[i] > 0);
    best = best_below(n, above, p, body, &most);
  }
  if (best && !best->parent && !n->heading[best->order].exact) best = aspect_of(n, best);
  if (best && most > inherit)
    name(section, best, heading_confidence((uint32_t)most));
  else
    name(section, above, (double)parent->confidence * 0.9);
}

static size_t count_children(const dz_report *report, size_t index) {
  const dz_section *sections = report->sections;
  size_t children = 0;

  for (size_t i = index + 1; i < report->section_count && sections[i].level > sections[index].level;
       i++)
    children += sections[i].parent == (int32_t)index;
  return children;
}

static bool is_last_part(const dz_report *report, size_t index) {
  for (size_t i = index + 1; i < report->section_count; i++)
    if (report->sections[i].level == 1) return false;
  return true;
}

/* An item of a list in the closing paragraph admits or plans as what stands before it there does;
 * NULL: nothing does. */
static const dz_canonical *part_before(const namer *n, const dz_section *section) {
  const dz_text *text = &n->draft->report.text;
  const dz_unit *unit = n->reading->units.items;
  uint32_t at = (uint32_t)dz_text_fold_position(text, section->extent.start);
  size_t low = 0, high = n->reading->units.count;
  const dz_canonical *part;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (unit[middle].fold.start < at)
      low = middle + 1;
    else
      high = middle;
  }
  if (!low) return NULL;
  part = n->draft->knowledge->section_weights->part[n->reading->state[low - 1]];
  return has(part, CLOSED) ? part : NULL;
}

static void name_section(namer *n, size_t index) {
  const dz_report *report = &n->draft->report;
  dz_section *section = &n->sections[index];
  const dz_section *parent = section->parent >= 0 ? &n->sections[section->parent] : NULL;
  bool has_children = count_children(report, index) > 0;
  const dz_canonical *examined;

  read_heading(n, section);
  if (report->type == DZ_TYPE_GWR && !parent && section->level == 1) {
    name_work_report(n, section, count_children(report, index), is_last_part(report, index));
    return;
  }
  if (report->type == DZ_TYPE_GWR && parent) {
    if (parent->canonical) name_below(n, section, parent, has_children);
    return;
  }
  n->part = n->draft->knowledge->section_weights->part[n->reading->label[index]];
  if (!parent && section->level > 1 && part_before(n, section)) n->part = part_before(n, section);
  examined = self_examination(n);
  if (examined)
    name(section, examined, heading_confidence(points(n, examined)));
  else if (parent && dz_canonical_family(parent->canonical) == n->part)
    name_below(n, section, parent, has_children);
  else
    name_part(n, section, has_children);
  n->part = NULL;
}

dz_status dz_headings_name(const dz_draft *draft, dz_section *sections, const dz_reading *reading,
                           dz_error *error) {
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  namer n = {.draft = draft, .taxonomy = taxonomy, .sections = sections, .reading = reading};

  if (draft->report.type != DZ_TYPE_GWR) n.home = find_home(draft);

  n.heading = malloc(2 * (taxonomy->node_count + 1) * sizeof *n.heading);
  n.field_sums = malloc((taxonomy->node_count + 1) * sizeof *n.field_sums);
  n.field = malloc((taxonomy->node_count + 1) * sizeof *n.field);
  if (!n.heading || !n.field_sums || !n.field) {
    free(n.heading);
    free(n.field_sums);
    free(n.field);
    return dz_fail_memory(error);
  }
  n.body = n.heading + taxonomy->node_count + 1;
  for (size_t i = 0; i < draft->report.section_count; i++) name_section(&n, i);
  free(n.heading);
  free(n.field_sums);
  free(n.field);
  return DZ_OK;
}
