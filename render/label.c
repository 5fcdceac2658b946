/* label.c - see label.h */
#include "label.h"

#include <stdio.h>
#include <string.h>

#include "diff/reading.h"

typedef struct label_row {
  const char *zh, *en;
} label_row;

static const label_row labels[DZ_LABEL_COUNT] = {
    [DZ_L_COMPARISON] = {"对照", "comparison"},
    [DZ_L_SERIES] = {"逐年目标与自报", "targets and outcomes by year"},
    [DZ_L_STEPS] = {"依次对照", "one after another"},
    [DZ_L_TIMELINES] = {"提法年表", "wording through the years"},
    [DZ_L_LEDGER] = {"承诺台账", "commitments ledger"},
    [DZ_L_REVIEW] = {"审读", "review"},
    [DZ_L_REPORT] = {"报告", "report"},
    [DZ_L_SUMMARY] = {"要点", "in short"},
    [DZ_L_SECTIONS] = {"章节", "sections"},
    [DZ_L_ALIGNED_SECTIONS] = {"章节对应", "sections aligned"},
    [DZ_L_COMMITMENTS] = {"承诺", "commitments"},
    [DZ_L_CHANGES] = {"改动", "changes"},
    [DZ_L_REUSE] = {"重复用语", "reused wording"},
    [DZ_L_SIMILARITY] = {"相似度", "similarity"},
    [DZ_L_OUTLINE] = {"提纲", "outline"},
    [DZ_L_FIGURES] = {"数字", "figures"},
    [DZ_L_NOISE] = {"非正文", "noise"},
    [DZ_L_NOTES] = {"说明", "notes"},
    [DZ_L_TEXTS] = {"正文", "texts"},
    [DZ_L_SIDE_BY_SIDE] = {"正文对照", "texts side by side"},
    [DZ_L_CHARACTERS] = {"字", "characters"},
    [DZ_L_SECTION] = {"章节", "section"},
    [DZ_L_SIMILAR] = {"相似", "similar"},
    [DZ_L_LENGTH] = {"字数", "length"},
    [DZ_L_INDICATOR] = {"指标/事项", "indicator or matter"},
    [DZ_L_TARGET] = {"目标", "target"},
    [DZ_L_REPORTED] = {"自报", "reported"},
    [DZ_L_STATUS] = {"状态", "status"},
    [DZ_L_DEADLINE] = {"期限", "deadline"},
    [DZ_L_STRENGTH] = {"力度", "strength"},
    [DZ_L_CHANGE] = {"变化", "change"},
    [DZ_L_CANONICAL] = {"规范章节", "canonical section"},
    [DZ_L_WHERE] = {"位置", "place in the text"},
    [DZ_L_VALUE] = {"数值", "value"},
    [DZ_L_EXPECTED] = {"应为", "expected"},
    [DZ_L_EVIDENCE] = {"依据", "evidence"},
    [DZ_L_CONFIDENCE] = {"把握", "confidence"},
    [DZ_L_RULE] = {"判定规则", "rule"},
    [DZ_L_TO_CHECK] = {"待核对", "to be checked"},
    [DZ_L_PROMISED] = {"承诺", "promised"},
    [DZ_L_TESTABLE] = {"可检验", "testable"},
    [DZ_L_MET] = {"达到", "met"},
    [DZ_L_EXCEEDED] = {"超过", "exceeded"},
    [DZ_L_MISSED] = {"未达", "not reached"},
    [DZ_L_PARTIAL] = {"部分达到", "partly"},
    [DZ_L_IN_PROGRESS] = {"进行中", "under way"},
    [DZ_L_UNREPORTED] = {"未提及", "unreported"},
    [DZ_L_RENEWAL] = {"后续目标", "said again"},
    [DZ_L_RENEWED_RAISED] = {"提高", "raised"},
    [DZ_L_RENEWED_LOWERED] = {"调低", "lowered"},
    [DZ_L_RENEWED_SAME] = {"不变", "same"},
    [DZ_L_RENEWED_SOFTENED] = {"减弱", "softened"},
    [DZ_L_RENEWED_HARDENED] = {"加强", "hardened"},
    [DZ_L_RENEWED_POSTPONED] = {"推后", "postponed"},
    [DZ_L_RENEWED_REWORDED] = {"改口", "reworded"},
    [DZ_L_RENEWED_TIGHTER] = {"提高（上限收紧）", "raised (tighter ceiling)"},
    [DZ_L_RENEWED_LOOSER] = {"调低（上限放宽）", "lowered (looser ceiling)"},
    [DZ_L_STALLED] = {"滚动未结", "carried over"},
    [DZ_L_KEPT] = {"不变", "same"},
    [DZ_L_RAISED] = {"提高", "raised"},
    [DZ_L_LOWERED] = {"调低", "lowered"},
    [DZ_L_SOFTENED] = {"减弱", "softened"},
    [DZ_L_HARDENED] = {"加强", "hardened"},
    [DZ_L_POSTPONED] = {"推后", "postponed"},
    [DZ_L_REWORDED] = {"改口", "reworded"},
    [DZ_L_DROPPED] = {"未再提", "not said again"},
    [DZ_L_NEW] = {"新提", "new"},
    [DZ_L_FULFILLED] = {"已报完成", "reported done"},
    [DZ_L_EQUAL] = {"照用", "unchanged"},
    [DZ_L_REWRITTEN] = {"改写", "rewritten"},
    [DZ_L_MOVED] = {"移动", "moved"},
    [DZ_L_MOVED_REWRITTEN] = {"移动并改写", "moved and rewritten"},
    [DZ_L_INSERTED] = {"新增", "added"},
    [DZ_L_DELETED] = {"删去", "removed"},
    [DZ_L_SPLIT] = {"拆分", "split"},
    [DZ_L_MERGED] = {"合并", "merged"},
    [DZ_L_NUMBER] = {"数值", "figure"},
    [DZ_L_DEGREE] = {"程度词", "degree"},
    [DZ_L_DATE] = {"日期", "date"},
    [DZ_L_PUNCTUATION] = {"标点", "punctuation"},
    [DZ_L_SCRIPT] = {"字形", "script"},
    [DZ_L_REORDERED] = {"调序", "reordered"},
    [DZ_L_REPLACED] = {"另写", "written anew"},
    [DZ_L_NEGATION] = {"否定", "negation"},
    [DZ_L_HEADING] = {"标题", "heading"},
    [DZ_L_FORMULA] = {"套话", "formula"},
    [DZ_L_TEMPLATE] = {"模板", "template"},
    [DZ_L_DISTINCTIVE] = {"独特", "distinctive"},
    [DZ_L_SLOT_NUMBER] = {"数字", "figure"},
    [DZ_L_SLOT_DATE] = {"日期", "date"},
    [DZ_L_SLOT_PLACE] = {"地名", "place"},
    [DZ_L_SLOT_UNIT] = {"单位", "organisation"},
    [DZ_L_SLOT_NAME] = {"名称", "name"},
    [DZ_L_ABSENT] = {"缺", "absent"},
    [DZ_L_EMPTY] = {"空泛", "in name only"},
    [DZ_L_MERGED_ELSEWHERE] = {"并入他处", "in another section"},
    [DZ_L_UNRECOGNISED] = {"未认出", "not recognised"},
    [DZ_L_REQUIRED] = {"必备", "required"},
    [DZ_L_CUSTOMARY] = {"通例", "customary"},
    [DZ_L_SEVERITY_NOTE] = {"提示", "note"},
    [DZ_L_SEVERITY_WARNING] = {"注意", "warning"},
    [DZ_L_SEVERITY_ERROR] = {"差错", "error"},
    [DZ_L_RATE_OVERALL] = {"总重复比", "overall"},
    [DZ_L_RATE_WITHOUT_FORMULA] = {"去除套话", "without formulas"},
    [DZ_L_RATE_WITHOUT_OWN] = {"去除本人往年", "without own earlier"},
    [DZ_L_RATE_SINGLE_MAX] = {"单篇最大", "most from one"},
    [DZ_L_RATE_COUNT] = {"重复字数/总字数", "characters"},
    [DZ_L_WHOLE_REPORT] = {"全篇分布", "where in the report"},
    [DZ_L_KIND_COMMITMENT] = {"承诺", "commitment"},
    [DZ_L_KIND_TARGET] = {"目标", "target"},
    [DZ_L_KIND_FORECAST] = {"预计", "forecast"},
    [DZ_L_KIND_POLICY] = {"政策性承诺", "policy commitment"},
    [DZ_L_SORT_INDICATOR] = {"指标", "indicator"},
    [DZ_L_SORT_PROJECT] = {"项目", "project"},
    [DZ_L_SORT_ACTION] = {"举措", "measure"},
    [DZ_L_SORT_RESTRAINT] = {"约束", "restraint"},
    [DZ_L_UNHEADED] = {"无标题段", "no heading"},
    [DZ_L_VACUOUS] = {"空泛", "in words only"},
    [DZ_L_ONLY_IN] = {"仅见于", "only in"},
    [DZ_L_EVERYWHERE] = {"各份均有", "in all"},
    [DZ_L_APPROXIMATE] = {"规模过大，部分搜索已截断，结果可能不全",
                          "a search hit its cap: the result may lack something"},
    [DZ_L_NO_SECTIONS] = {"没有读到章节", "no sections were read"},
    [DZ_L_NO_FINDINGS] = {"没有发现", "nothing found"},
    [DZ_L_NO_COMMITMENTS] =
        {"没有可对照的承诺：承诺只在同一机关、前后年份的报告之间对照",
         "no commitments to compare: they are followed from year to year in reports of one office"},
    [DZ_L_NO_STEPS] =
        {"各份不是同一地方的报告，没有依次对照；要细看其中两份，请只给这两份",
         "the reports are of different places and not compared one after another; give just two "
         "to see them in detail"},
    [DZ_L_NO_CHANGES] = {"两份报告没有差异", "the two reports do not differ"},
    [DZ_L_TWO_OFFICES] = {"两份报告出自不同单位，不是一份文稿的先后两稿：并列相近的语句，不标改动",
                          "the reports are of different offices, not two editions of one text: "
                          "like sentences stand side by side, and no edits are marked"},
};

const char *dz_label_text(dz_label label, bool chinese) {
  return chinese ? labels[label].zh : labels[label].en;
}

const char *dz_label_type(dz_report_type type, bool chinese) {
  static const label_row names[DZ_TYPE_COUNT] = {
      [DZ_TYPE_SHUZHI] = {"述职报告", "duty report"},
      [DZ_TYPE_SHUZHI_LIAN] = {"述职述廉报告", "duty and integrity report"},
      [DZ_TYPE_LVZHI_NPC] = {"履职报告", "report to the people's congress"},
      [DZ_TYPE_WORK_SUMMARY] = {"工作总结", "work summary"},
      [DZ_TYPE_MINZHU_SHENGHUO] = {"民主生活会对照检查", "self-examination"},
      [DZ_TYPE_GWR] = {"政府工作报告", "government work report"},
      [DZ_TYPE_SHUFA] = {"述法报告", "report on the rule of law"},
      [DZ_TYPE_DANGJIAN] = {"抓党建述职报告", "report on party building"},
      [DZ_TYPE_OTHER] = {"其他", "other"},
  };
  return chinese ? names[type].zh : names[type].en;
}

dz_label dz_label_change_type(dz_change_type type) {
  static const dz_label of[] = {DZ_L_EQUAL,    DZ_L_REWRITTEN, DZ_L_MOVED, DZ_L_MOVED_REWRITTEN,
                                DZ_L_INSERTED, DZ_L_DELETED,   DZ_L_SPLIT, DZ_L_MERGED};
  return of[type];
}

dz_label dz_label_commitment_change(dz_commitment_change change) {
  return (dz_label)(DZ_L_KEPT + (int)change); /* in the order of the enum */
}

dz_label dz_label_reuse_class(dz_reuse_class class) {
  return (dz_label)(DZ_L_FORMULA + (int)class); /* in the order of the enum */
}

const char *dz_label_evidence(dz_finding_kind kind, bool chinese) {
  if (kind == DZ_FIND_COUNT) return chinese ? "重复的字" : "character doubled";
  return dz_finding_kind_label(kind, chinese);
}

dz_label dz_label_slot(dz_slot_kind kind) {
  return (dz_label)(DZ_L_SLOT_NUMBER + (int)kind); /* in the order of the enum */
}

dz_label dz_label_absence(dz_absence why) {
  return (dz_label)(DZ_L_ABSENT + (int)why); /* in the order of the enum */
}

dz_label dz_label_outcome(dz_outcome_status status) {
  return (dz_label)(DZ_L_MET + (int)status); /* in the order of the enum */
}

bool dz_label_outcome_tells(const dz_outcome *outcome) {
  return outcome->status != DZ_OUTCOME_UNREPORTED ||
         (!outcome->to_check && dz_label_outcome_judged(outcome));
}

bool dz_label_outcome_judged(const dz_outcome *outcome) {
  return strcmp(outcome->rule, "U0") != 0 && strcmp(outcome->rule, "Z1") != 0;
}

const char *dz_label_reading(const dz_report *report, bool chinese) {
  static const char *const zh[] = {"", "没有读出工作安排", "没有读出工作回顾", "没有读出正文"};
  static const char *const en[] = {"", "no plan could be read", "no review could be read",
                                   "its text could not be read"};
  dz_ledger_reading reading = dz_reading_of(report);

  /* an official's own report need not plan */
  if (reading != DZ_READ_NOTHING && !report->work_report) return "";
  return chinese ? zh[reading] : en[reading];
}

dz_label dz_label_renewal(const dz_renewal *renewal) {
  if (renewal->ceiling && renewal->change == DZ_RENEWAL_RAISED) return DZ_L_RENEWED_TIGHTER;
  if (renewal->ceiling && renewal->change == DZ_RENEWAL_LOWERED) return DZ_L_RENEWED_LOOSER;
  return (dz_label)(DZ_L_RENEWED_RAISED + (int)renewal->change); /* in the order of the enum */
}

dz_label dz_label_severity(dz_severity severity) {
  return (dz_label)(DZ_L_SEVERITY_NOTE + (int)severity); /* in the order of the enum */
}

dz_label dz_label_kind(dz_commitment_kind kind) {
  return (dz_label)(DZ_L_KIND_COMMITMENT + (int)kind); /* in the order of the enum */
}

dz_label dz_label_sort(dz_commitment_sort sort) {
  return (dz_label)(DZ_L_SORT_INDICATOR + (int)sort); /* in the order of the enum */
}

void dz_label_attributes(unsigned attributes, bool chinese, char *text) {
  static const struct {
    unsigned bit;
    const char *sign;
    dz_label label;
  } rows[] = {{DZ_ATTR_NUMBER, "≠", DZ_L_NUMBER},    {DZ_ATTR_DEGREE, "~", DZ_L_DEGREE},
              {DZ_ATTR_DATE, "", DZ_L_DATE},         {DZ_ATTR_PUNCTUATION, "", DZ_L_PUNCTUATION},
              {DZ_ATTR_SCRIPT, "", DZ_L_SCRIPT},     {DZ_ATTR_REORDERED, "⇅", DZ_L_REORDERED},
              {DZ_ATTR_HEADING, "", DZ_L_HEADING},   {DZ_ATTR_REPLACED, "", DZ_L_REPLACED},
              {DZ_ATTR_NEGATION, "¬", DZ_L_NEGATION}};
  size_t used = 0;

  text[0] = '\0';
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (attributes & rows[i].bit && used < DZ_LABEL_ATTRIBUTES)
      used += (size_t)snprintf(text + used, DZ_LABEL_ATTRIBUTES - used, "%s%s%s%s",
                               used ? ", " : "", rows[i].sign, *rows[i].sign ? " " : "",
                               dz_label_text(rows[i].label, chinese));
}

const char *dz_sign_outcome(const dz_outcome *outcome) {
  static const char *const signs[] = {"✓", "＋", "－", "◐", "…", "∅"};
  return outcome->to_check ? "?" : signs[outcome->status];
}

const char *dz_sign_change(dz_change_type type) {
  static const char *const signs[] = {"＝", "±", "⇅", "⇅", "＋", "－", "÷", "∪"};
  return signs[type];
}

const char *dz_sign_commitment_change(dz_commitment_change change) {
  static const char *const signs[] = {"＝", "↑", "↓", "~", "~", "→", "~", "∅", "＋", "✓"};
  return signs[change];
}
