/* heading_canon.c - which canonical section a heading stands for
 *
 * The heading is asked first, its body only where the heading leaves it open;
 * below a section that is known the choice is narrow, and deeper items
 * inherit. The rules and what they were measured on are in docs/outline.md. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "canonical.h"
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
  BODY_LEAST = 8,  /* code points of wording in a body that says anything; */
  BODY_DENSE = 20, /* or one in so many of a short one */
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
                                        7}; /* the body alone only if nearly all of it */
static const prior below_self_building = {ALWAYS, 0, NEVER, 0};

/* What the rules below ask of a section: the traits of its part. */
enum {
  FRAME = 1,       /* title, form of address, noise: no heading of the body stands for it */
  WORK_REPORT = 2, /* only in government work reports */
  /* admits or plans: is known by its heading only (不足, 下一步); what stands below belongs to it,
   * and nothing below another part is one, but by its exact name */
  CLOSED = 4,
  DUTIES = 8,
  OPENING = 16, /* opens or closes the report */
  STYLE = 32,
  IMPERSONAL = FRAME | WORK_REPORT
};

static const struct {
  const char *part;
  uint8_t traits;
} part_traits[] = {
    {"front_matter", FRAME},
    {"noise", FRAME},
    {"gwr_parts", WORK_REPORT},
    {"shortcomings", CLOSED},
    {"root_causes", CLOSED},
    {"plans", CLOSED},
    {"rectification_review", CLOSED},
    {"duties", DUTIES},
    {"preamble", OPENING},
    {"closing", OPENING},
    {"work_style", STYLE},
};

typedef struct namer {
  const dz_draft *draft;
  const dz_taxonomy *taxonomy;
  dz_section *sections;
  dz_section_score *heading, *body, *child; /* one per node */
  uint8_t *traits;                          /* one per node */
  bool body_read;
  const dz_canonical *closing; /* what the closing paragraph is at, up to fold[closing_read] */
  uint32_t closing_read;
  size_t fields;   /* subsections of the part that name a field of work */
  bool first_seen; /* a level-1 section of a government work report was named */
} namer;

/* A heading of two clauses (存在问题及下步打算) names its main matter first: half of what the first
 * clause scores is counted once more. */
static void weigh_first_clause(namer *n, const dz_section *section) {
  const dz_text *text = &n->draft->report.text;
  dz_span clause = dz_span_to_fold(text, section->heading);
  uint32_t end = clause.end;

  clause.end = clause.start;
  while (clause.end < end && !dz_cp_in(text->fold[clause.end], U",、与及和")) clause.end++;
  if (clause.end == end) return;
  dz_section_cues_score_heading(n->draft->knowledge->section_cues, text->fold, clause, n->body);
  for (size_t i = 0; i < n->taxonomy->node_count; i++)
    n->heading[i].strong = (uint16_t)(n->heading[i].strong + n->body[i].strong / 2);
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

static void read_body(namer *n, const dz_section *section) {
  const dz_text *text = &n->draft->report.text;
  dz_span span = dz_span_to_fold(text, section->extent);

  if (n->body_read) return;
  span.start = (uint32_t)dz_text_fold_position(text, section->heading.end);
  if (span.end > span.start + BODY_MAX) span.end = span.start + BODY_MAX;
  dz_section_cues_score(n->draft->knowledge->section_cues, text->fold, span, n->body);
  n->body_read = true;
}

/* 带头 and 方面 tell a part of a self-examination; in other reports it must be named outright. */
static bool is_out_of_place(const namer *n, const dz_canonical *node) {
  const dz_section_score *score = &n->heading[node->order];

  return n->draft->report.type != DZ_TYPE_MINZHU_SHENGHUO &&
         dz_canonical_in(node, "rectification_review") && !score->exact &&
         score->strong < SURE_POINTS;
}

static bool has(const namer *n, const dz_canonical *node, uint8_t traits) {
  return n->traits[node->order] & traits;
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

/* Does the heading scored last name a field of work before anything else? */
static bool names_field(const namer *n) {
  uint32_t fields = 0, others = 0;

  for (size_t i = 0; i < n->taxonomy->node_count; i++) {
    const dz_canonical *node = &n->taxonomy->nodes[i];
    uint32_t strong = n->child[i].strong > n->child[i].veto ? n->child[i].strong : 0;
    if (!node->parent || has(n, node, IMPERSONAL | CLOSED)) continue;
    if (has(n, node, DUTIES))
      fields = strong > fields ? strong : fields;
    else
      others = strong > others ? strong : others;
  }
  return fields > others;
}

/* The headings of its subsections say more of a part than as many words of
 * its text: each counts as its body once more, strong wording only. */
static void weigh_children(namer *n, const dz_section *section) {
  enum { CHILDREN_MAX = 40 };
  const dz_report *report = &n->draft->report;
  int32_t index = (int32_t)(section - n->sections);
  size_t children = 0;

  n->fields = 0;
  for (size_t i = (size_t)index + 1; i < report->section_count && children < CHILDREN_MAX; i++) {
    if (report->sections[i].level <= section->level) break;
    if (report->sections[i].parent != index) continue;
    dz_section_cues_score_heading(n->draft->knowledge->section_cues, report->text.fold,
                                  dz_span_to_fold(&report->text, report->sections[i].heading),
                                  n->child);
    for (size_t k = 0; k < n->taxonomy->node_count; k++)
      n->body[k].body = (uint16_t)(n->body[k].body + n->child[k].strong);
    n->fields += names_field(n);
    children++;
  }
}

/* A part of a personal report at level 1: the family with the most points of
 * its own, of its best child and of the body. */
static void name_level1(namer *n, dz_section *section, bool has_children) {
  const dz_taxonomy *taxonomy = n->taxonomy;
  const dz_canonical *best = NULL, *best_child = NULL;
  uint32_t most = 0, most_heading = 0, total = 0;

  weigh_first_clause(n, section);
  read_body(n, section);
  if (has_children) weigh_children(n, section);
  for (size_t i = 0; i < taxonomy->node_count; i++)
    if (!has(n, &taxonomy->nodes[i], IMPERSONAL)) total += n->body[i].body;
  for (size_t i = 0; i < taxonomy->node_count; i++) {
    const dz_canonical *node = &taxonomy->nodes[i], *child = NULL;
    uint32_t own, child_points = 0, share;
    if (node->parent || has(n, node, IMPERSONAL) || is_out_of_place(n, node)) continue;
    own = points(n, node);
    if (has(n, node, CLOSED) && n->heading[i].veto && !n->heading[i].exact)
      own = 0; /* 工作安排完成情况, 补短板 */
    if (!own && has(n, node, CLOSED | OPENING))
      continue; /* what they contain reads like any other part */
    if (own >= CUE_POINTS && has(n, node, CLOSED)) own += SAID_POINTS;
    share = n->body[i].body;
    for (size_t k = i + 1; k < taxonomy->node_count && taxonomy->nodes[k].parent == node; k++) {
      share += n->body[k].body;
      if (points(n, &taxonomy->nodes[k]) <= child_points) continue;
      child = &taxonomy->nodes[k];
      child_points = points(n, child);
    }
    share = total ? (has_children ? DEEP_BODY_POINTS : BODY_POINTS) * share / total : 0;
    if (!own && !child_points) share /= 2; /* the heading does not say so */
    if (own + child_points + share < most || own + child_points + share == 0) continue;
    if (own + child_points + share == most && own + child_points <= most_heading) continue;
    most = own + child_points + share;
    most_heading = own + child_points;
    best = node;
    best_child = child_points >= 6 && child_points > own ? child : NULL;
  }
  if (has_children && n->fields > 1 && dz_canonical_in(best, "work_style"))
    best = dz_taxonomy_find(
        taxonomy, "duties"); /* 真抓实干，… over fields of work is a motto, not the matter */
  if (best && best_child && !has_children &&
      (dz_canonical_in(best, "duties") || n->heading[best_child->order].exact))
    best = best_child;
  if (n->draft->report.type == DZ_TYPE_DANGJIAN && best && !strcmp(best->id, "duties"))
    best = dz_taxonomy_find(taxonomy, "party_building"); /* what such a report answers for */
  name(section, best, most_heading ? heading_confidence(most_heading) : 0.4);
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
  const dz_canonical *projects = dz_taxonomy_find(n->taxonomy, "gwr_parts.practical_matters");
  dz_span heading = dz_span_to_fold(text, section->heading),
          title = {heading.start, heading.end + TITLE_MAX};

  if (text->fold[heading.start] != U'附' || !dz_cp_in(text->fold[heading.start + 1], U"件录表:"))
    return false;
  if (title.end > text->fold_length) title.end = (uint32_t)text->fold_length;
  dz_section_cues_score_heading(n->draft->knowledge->section_cues, text->fold, title, n->heading);
  if (projects && points(n, projects) >= CUE_POINTS) name(section, projects, 0.7);
  return true;
}

/* Does the body speak more of it than of any field of work? */
static bool is_main_matter(const namer *n, const dz_canonical *node) {
  for (size_t i = 0; i < n->taxonomy->node_count; i++)
    if (has(n, &n->taxonomy->nodes[i], DUTIES) && n->body[i].body > n->body[node->order].body)
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
  const char *id = "gwr_parts.tasks";

  if (is_glossary(n, section) || name_attachment(n, section)) return;
  for (size_t i = 0; i < n->taxonomy->node_count; i++) {
    const dz_canonical *node = &n->taxonomy->nodes[i];
    if (!node->parent || !has(n, node, WORK_REPORT) || points(n, node) <= score) continue;
    score = points(n, node);
    best = node;
  }
  if (score >= 6) {
    name(section, best, heading_confidence(score));
  } else {
    const dz_canonical *targets = dz_taxonomy_find(n->taxonomy, "gwr_parts.targets");
    const dz_canonical *self = dz_taxonomy_find(n->taxonomy, "gwr_parts.self_building");
    read_body(n, section);
    if (!n->first_seen)
      id = "gwr_parts.review";
    else if (targets && children < MANY_TASKS && n->body[targets->order].body >= SURE_POINTS)
      id = "gwr_parts.targets";
    else if (last && self && n->body[self->order].body >= 2 * SURE_POINTS &&
             is_main_matter(n, self))
      id = "gwr_parts.self_building";
    name(section, dz_taxonomy_find(n->taxonomy, id), 0.4);
  }
  n->first_seen = true;
}

static const prior *prior_below(const namer *n, const dz_canonical *above, bool has_children) {
  if (!strcmp(above->id, "gwr_parts.self_building")) return &below_self_building;
  if (has(n, above, WORK_REPORT)) return &below_work_report;
  if (dz_canonical_in(above, "plans")) return &below_plans;
  if (has(n, above, CLOSED)) return above->parent ? &below_field : &below_admission;
  if (above->parent && strcmp(above->id, "duties.misc"))
    return n->draft->report.type == DZ_TYPE_GWR ? &below_wide_field : &below_field;
  if (has(n, above, DUTIES)) return has_children ? &over_fields : &below_duties;
  return &below_part;
}

/* Is this a section of the part above? Those of a work report cover all fields of work. */
static bool is_own(const namer *n, const dz_canonical *node, const dz_canonical *above) {
  if (has(n, above, WORK_REPORT)) return node->parent && has(n, node, DUTIES);
  return node->parent && node->parent == dz_canonical_family(above);
}

/* Points of a node below `above`; 0: it does not stand there or nothing speaks for it. `body` is
 * the whole of the
 * body's wording of the own sections, 0 where it is not asked. */
static int32_t points_below(const namer *n, const dz_canonical *node, const dz_canonical *above,
                            const prior *p, uint32_t body) {
  const dz_section_score *heading = &n->heading[node->order];
  int32_t own = (int32_t)points(n, node), share;

  if (is_own(n, node, above)) {
    share = body ? (int32_t)(p->body * n->body[node->order].body / body) : 0;
    return own + share ? own + share + p->own : 0;
  }
  if (has(n, above, WORK_REPORT) && node != above && !strcmp(node->id, "gwr_parts.self_building"))
    return heading->strong >= CUE_POINTS + heading->veto ? own + p->inherit
                                                         : 0; /* last task, or last of the review */
  if (node == above || has(n, node, IMPERSONAL) || has(n, above, WORK_REPORT) ||
      is_out_of_place(n, node))
    return 0;
  if (has(n, node, CLOSED) && node->parent)
    return 0; /* 加强学习，提高素质 is a plan only among plans */
  if (heading->exact && (!has(n, above, CLOSED) || (has(n, node, CLOSED) && !node->parent)))
    return own;
  if (has(n, node, CLOSED | OPENING) || heading->strong < CUE_POINTS + heading->veto) return 0;
  return own + p->other + (has(n, node, STYLE) ? MOTTO : 0);
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

/* A section below one that is named: the candidate with the most points of
 * wording, prior and body, or the section above where that has more. */
static void name_below(namer *n, dz_section *section, const dz_section *parent, bool has_children) {
  const dz_canonical *above = parent->canonical, *best;
  const prior *p = prior_below(n, above, has_children);
  int32_t inherit = p->inherit + (above->parent ? (int32_t)points(n, above) : 0), most;
  uint32_t body = 0;

  best = best_below(n, above, p, 0, &most);
  if (p->body && most < CUE_POINTS) {
    read_body(n, section);
    for (size_t i = 0; i < n->taxonomy->node_count; i++)
      if (is_own(n, &n->taxonomy->nodes[i], above)) body += n->body[i].body;
    if (has(n, above, WORK_REPORT) && body < BODY_LEAST &&
        body * BODY_DENSE < section->extent.end - section->heading.end)
      body = 0; /* the parts are wide: a word in passing names none */
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

/* An item of a list in the closing paragraph: what stands before it there tells
 * whether it admits or plans. */
static void name_detached(namer *n, dz_section *section) {
  const dz_report *report = &n->draft->report;
  const dz_text *text = &report->text;
  uint32_t at = (uint32_t)dz_text_fold_position(text, section->extent.start), start = at;
  dz_section above = {.confidence = 0.8f};

  while (start > n->closing_read && text->fold[start - 1] != '\n') start--;
  if (start != n->closing_read) n->closing = NULL; /* another paragraph */
  above.canonical = dz_closing_family(n->draft, (dz_span){start, at}, n->body);
  if (above.canonical) n->closing = above.canonical;
  above.canonical = n->closing;
  n->closing_read = at;
  if (above.canonical) name_below(n, section, &above, false);
}

static void name_section(namer *n, size_t index) {
  const dz_report *report = &n->draft->report;
  dz_section *section = &n->sections[index];
  const dz_section *parent = section->parent >= 0 ? &n->sections[section->parent] : NULL;

  read_heading(n, section);
  if (!parent && section->level == 2)
    name_detached(n, section);
  else if (parent && parent->canonical)
    name_below(n, section, parent, count_children(report, index) > 0);
  else if (report->type == DZ_TYPE_GWR && !parent)
    name_work_report(n, section, count_children(report, index), is_last_part(report, index));
  else
    name_level1(n, section, count_children(report, index) > 0);
}

dz_status dz_headings_name(const dz_draft *draft, dz_section *sections, dz_error *error) {
  const dz_taxonomy *taxonomy = draft->knowledge->taxonomy;
  namer n = {.draft = draft, .taxonomy = taxonomy, .sections = sections};

  n.heading = malloc(3 * (taxonomy->node_count + 1) * sizeof *n.heading);
  n.traits = calloc(taxonomy->node_count + 1, 1);
  if (!n.heading || !n.traits) {
    free(n.heading);
    free(n.traits);
    return dz_fail_memory(error);
  }
  n.body = n.heading + taxonomy->node_count + 1;
  n.child = n.body + taxonomy->node_count + 1;
  for (size_t i = 0; i < taxonomy->node_count; i++)
    for (size_t k = 0; k < sizeof part_traits / sizeof *part_traits; k++)
      if (dz_canonical_in(&taxonomy->nodes[i], part_traits[k].part))
        n.traits[i] |= part_traits[k].traits;
  for (size_t i = 0; i < draft->report.section_count; i++) name_section(&n, i);
  free(n.heading);
  free(n.traits);
  return DZ_OK;
}
