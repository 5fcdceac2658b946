/* clause_evidence.h - what in one clause speaks for a promise and what against it:
 * the time it speaks of, how the author binds himself, what could be seen. */
#ifndef DZ_NORMALIZE_PROMISES_CLAUSE_EVIDENCE_H
#define DZ_NORMALIZE_PROMISES_CLAUSE_EVIDENCE_H

#include "clause.h"
#include "cue.h"

typedef struct dz_evidence {
  dz_cue_reading cues;
  bool ahead; /* names a time behind the year reported on: 明年, 今后, 2025年6月底前 */
  bool dated; /* names a time by which, of whichever year: 年底前, 6月, 春节前; not 全年 */
  bool past;  /* tells what was done: 已, 了, 去年 */
  bool intends;   /* 计划, 力争, 将于, 一定 */
  bool whole;     /* 全部, 一律, 至少: how much of it */
  bool rhythm;    /* 每周, 每季度 */
  bool outcome;   /* something is there when it has come about: 到位, 挂牌, 装好 */
  bool bars;      /* 不准, 不拖欠 */
  bool rest;      /* 剩下的23户 */
  bool asks;      /* 怎么干, 以下工作: announces, promises nothing */
  bool purpose;   /* opens with 为, 让, 使: says what for */
  bool stance;    /* says how one will be */
  bool frame;     /* opens with 在, 至于: says when or where */
  bool means;     /* opens with 通过, 依托: says by what means */
  bool vow;       /* the author gave his word */
  bool need;      /* says what is lacking */
  bool directs;   /* opens with a verb that takes its own object: 加快, 建设 */
  bool figure;    /* holds a figure that is not blanked out */
  uint32_t words; /* characters that are neither date nor time to come nor figure */
  bool acts_on; /* opens with a verb whose object is what belongs to that time: 下达2024年… */
} dz_evidence;

/* `told`: the year reported on, 0 unknown. `planned`: the clause plans, so that a
 * month without a year is one to come. Linear in the clause. */
dz_evidence dz_evidence_read(const dz_knowledge *knowledge, const dz_report *report,
                             const dz_clause *clause, uint32_t told, bool planned);

/* Whether it could be seen later on that it came about. A time alone is no evidence: what is done
 * by then must be said. */
bool dz_evidence_checkable(const dz_evidence *evidence);

/* 突出了…主线: what came about already; not 为了, 除了, 了解, 一放了之, 看准了就干. */
bool dz_is_perfect(const dz_text *text, dz_span fold);

#endif
