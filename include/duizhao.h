/* duizhao.h - the whole public interface of libduizhao.
 *
 * Bytes become a report, reports become a comparison, a comparison becomes a
 * page:
 *
 *     dz_knowledge_load  ->  dz_report_read  ->  dz_comparison_build
 *                                                dz_ledger_build      -> dz_render_*
 *                                                dz_review_build
 *
 * No third-party type appears here. The library never prints, never exits,
 * and reads neither the environment nor the clock. */
#ifndef DUIZHAO_H
#define DUIZHAO_H

#include <duizhao/api.h>
#include <duizhao/comparison.h>
#include <duizhao/knowledge.h>
#include <duizhao/ledger.h>
#include <duizhao/output.h>
#include <duizhao/render.h>
#include <duizhao/report.h>
#include <duizhao/review.h>
#include <duizhao/status.h>

#endif
