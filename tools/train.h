/* train.h - between the files of the program that fits data/section_weights.tsv */
#ifndef DZ_TOOLS_TRAIN_H
#define DZ_TOOLS_TRAIN_H

#include "base/map.h"
#include "knowledge/section_weights.h"
#include "normalize/sections/features.h"

enum { ALTERNATIVES = 6 };

/* A row of an annotation: a heading, or a passage without one (level 0). */
typedef struct truth {
  uint32_t start, end; /* of the heading or the passage, code points */
  uint32_t extent;     /* one past the last code point it stands for */
  int level;
  const char *id[ALTERNATIVES]; /* the first is the annotator's, others are as good */
  size_t ids;
} truth;

typedef struct labelled {
  char name[64], office[64]; /* caizheng_2019, first/caizheng */
  char *bytes;               /* of the report */
  size_t length;
  char *notes; /* the annotation, cut up */
  dz_draft draft;
  dz_array units; /* dz_unit */
  truth *truths;
  size_t count;
} labelled;

/* train_gold.c: the report FOLDER/NAME.txt as the program reads it, with FOLDER/NAME.ann. */
DZ_MUST_CHECK dz_status labelled_read(labelled *out, const char *folder, const char *name,
                                      const dz_knowledge *knowledge, dz_error *error);
void labelled_free(labelled *report);

/* What stands at a code point: the innermost row, or NULL. */
const truth *truth_at(const labelled *report, uint32_t place);

/* The row that is this heading, or NULL. */
const truth *truth_of_heading(const labelled *report, const dz_section *section);

/* The set of right parts, one bit each; of all alternatives or of the first. */
uint32_t parts_of(const dz_section_weights *weights, const truth *t, bool all);

/* Examples of one model: the features of each, and the set of right parts. */
typedef struct examples {
  dz_array start;  /* uint32_t: where the features of each begin; one more at the end */
  dz_array key;    /* uint64_t */
  dz_array value;  /* float */
  dz_array right;  /* uint32_t */
  dz_array weight; /* float */
  dz_array office; /* int32_t: -1 of none */
} examples;

void examples_init(examples *e);
void examples_free(examples *e);
bool examples_add(examples *e, const dz_array *features, const float *scale, uint32_t right,
                  float weight, int32_t office);

/* One fitted model: `keys` sorted. */
typedef struct fitted {
  uint64_t *keys;
  float *weights; /* part_count a key */
  size_t count;
} fitted;

typedef struct fit_options {
  float rate;
  int rounds;
  size_t keep; /* features, those whose weights differ most */
  bool (*leave)(int32_t office, const void *what);
  const void *what;
} fit_options;

/* train_fit.c: multinomial logistic regression by AdaGrad; the same on every run. */
DZ_MUST_CHECK dz_status fit(fitted *out, const examples *e, size_t parts,
                            const fit_options *options, dz_error *error);
void fitted_free(fitted *f);

/* train_score.c: what is read against what is true. */
typedef struct tally {
  size_t headings, headings_right, passages, passages_right, called, called_wrong;
} tally;

DZ_MUST_CHECK dz_status tally_report(tally *t, labelled *report, const dz_knowledge *knowledge,
                                     bool show, dz_error *error);

#endif
