/* knowledge.h - what the program knows about the genre.
 *
 * The tables stand in data/ as plain text (see data/README.md), are built into
 * the library, and any of them can be replaced by a file of the same name in
 * a folder of the user's. A loaded dz_knowledge is read-only and may be shared
 * by any number of reports and threads; it must outlive them. */
#ifndef DUIZHAO_KNOWLEDGE_H
#define DUIZHAO_KNOWLEDGE_H

#include <stdint.h>

#include <duizhao/api.h>
#include <duizhao/status.h>

DZ_API_BEGIN

typedef struct dz_knowledge dz_knowledge;

/* The type of a report: which conventions and which requirements hold. */
typedef enum dz_report_type {
  DZ_TYPE_SHUZHI,          /* "shuzhi": 述职报告 */
  DZ_TYPE_SHUZHI_LIAN,     /* "shuzhi_lian": 述职述廉报告 */
  DZ_TYPE_LVZHI_NPC,       /* "lvzhi_npc": 履职情况报告 to a people's congress */
  DZ_TYPE_WORK_SUMMARY,    /* "work_summary": 工作总结 */
  DZ_TYPE_MINZHU_SHENGHUO, /* "minzhu_shenghuo": 民主生活会对照检查 */
  DZ_TYPE_GWR,             /* "gwr": 政府工作报告 */
  DZ_TYPE_SHUFA,           /* "shufa": 述法报告 */
  DZ_TYPE_DANGJIAN,        /* "dangjian": 抓党建述职报告 */
  DZ_TYPE_OTHER            /* "other" */
} dz_report_type;

#define DZ_TYPE_COUNT (DZ_TYPE_OTHER + 1) /* types of reports */

typedef enum dz_requirement {
  DZ_NOT_EXPECTED, /* "not_expected" */
  DZ_OPTIONAL,     /* "optional" */
  DZ_CUSTOMARY,    /* "customary": absence is worth a notice */
  DZ_REQUIRED      /* "required": set by a rule or constitutive of the genre */
} dz_requirement;

/* One canonical section: a row of data/sections.tsv. */
typedef struct dz_canonical {
  const char *id;      /* "duties.transport" */
  const char *name_zh; /* label for readers, 交通运输 */
  const char *name_en;
  const struct dz_canonical *parent; /* NULL at level 1 */
  int level;                         /* 1 or 2 */
  int order;                         /* row number from 0: the customary order */
  uint32_t traits;                   /* of its part, as the program needs them: one bit each */
  dz_requirement required_in[DZ_TYPE_COUNT];
} dz_canonical;

/* Without a `directory` (NULL), the built-in tables, which stand ready in the
 * library: nothing is read or allocated. Else all tables are parsed, those found
 * in `directory` under the same name in place of the built-in ones. *out is the
 * caller's, to be freed with dz_knowledge_free. DZ_DATA names file and line of a
 * wrong row, DZ_IO a directory that cannot be read. */
DZ_MUST_CHECK dz_status dz_knowledge_load(dz_knowledge **out, const char *directory,
                                          dz_error *error);

/* Frees a knowledge; NULL is allowed. */
void dz_knowledge_free(dz_knowledge *knowledge);

/* "shuzhi", ...: the name of a type in JSON. Static storage. */
const char *dz_report_type_name(dz_report_type type);

/* "required", ...: the name of a requirement in JSON. Static storage. */
const char *dz_requirement_name(dz_requirement requirement);

DZ_API_END

#endif
