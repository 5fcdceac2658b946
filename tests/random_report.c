/* random_report.c - see random_report.h */
#include "random_report.h"

#include "base/buffer.h"

uint32_t test_below(test_random *random,
                    uint32_t bound) { /* SplitMix64 (Steele, Lea, Flood 2014) */
  uint64_t x = random->state += 0x9e3779b97f4a7c15u;

  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return (uint32_t)((x ^ (x >> 31)) % bound);
}

static const char *pick(test_random *random, const char *const *list, uint32_t count) {
  return list[test_below(random, count)];
}
#define PICK(random, list) pick((random), (list), sizeof(list) / sizeof *(list))

static const char *const openings[] = {"一年来，",   "今年以来，",     "在县委的领导下，",
                                       "按照分工，", "围绕中心工作，", ""};
static const char *const actors[] = {"我", "本人", "全县", "分管部门", "各乡镇", "专班"};
static const char *const verbs[] = {"新建",     "改造", "整治", "完成", "推进",
                                    "协调解决", "走访", "督办", "引进", "修复"};
static const char *const objects[] = {"农村公路",     "老旧小区",   "灌溉渠道", "乡镇卫生院",
                                      "企业用工问题", "幼儿园学位", "危旧房屋", "产业园区标准厂房",
                                      "饮水管网",     "河道岸线"};
static const char *const units[] = {"公里", "个", "处", "项", "户", "家", "亩", "万元"};
static const char *const plans[] = {"下一步将", "明年力争", "确保年底前", "计划", "到2025年要"};
static const char *const lacks[] = {"学习还不够深入", "抓落实的力度有待加强", "调查研究不够经常",
                                    "工作方法还比较简单"};
static const char *const headings[] = {"履行职责情况", "存在的问题和不足", "下一步工作打算",
                                       "廉洁自律情况", "学习情况",         "重点项目推进情况",
                                       "民生保障情况"};
static const char *const places[] = {"城关", "柳河", "青石", "东坪", "南塘", "西岭", "北川",
                                     "马桥", "石门", "白沙", "大湾", "新安", "龙泉", "双井",
                                     "枫林", "杏花", "云台", "高坪", "平沙", "长塘"};
static const char *const tails[] = {
    "带动周边群众增收",   "方便了群众出行",   "补上了多年的欠账", "得到群众认可",
    "为后续建设打下基础", "缓解了季节性缺水", "解决了入学难题",   "按期通过验收",
    "进度快于时序",       "安全质量可控",     "资金全部落实",     "纳入了年度考核",
    "建立了长效机制",     "做法在全市推广",   "比上年提前两个月", "运行总体平稳"};
static const char *const numbers[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

static void random_sentence(dz_buffer *out, test_random *random) {
  switch (test_below(random, 6)) {
  case 0:
    dz_buffer_format(out, "%s%s%s%u%s，同比增长%u.%u%%。", PICK(random, plans), PICK(random, verbs),
                     PICK(random, objects), 2 + test_below(random, 900), PICK(random, units),
                     test_below(random, 20), test_below(random, 10));
    break;
  case 1: dz_buffer_format(out, "%s%s。", PICK(random, openings), PICK(random, lacks)); break;
  case 2:
    dz_buffer_format(out, "%s%s%s%s%s处；%s", PICK(random, openings), PICK(random, actors),
                     PICK(random, verbs), PICK(random, objects),
                     test_below(random, 8) ? "12" : "**", PICK(random, lacks));
    dz_buffer_string(out, "！");
    break;
  default:
    dz_buffer_format(out, "%s%s在%s%s%s%u%s，%s%s%s，%s。", PICK(random, openings),
                     PICK(random, actors), PICK(random, places), PICK(random, verbs),
                     PICK(random, objects), 1 + test_below(random, 5000), PICK(random, units),
                     PICK(random, verbs), PICK(random, places), PICK(random, objects),
                     PICK(random, tails));
  }
}

char *test_random_report(uint64_t seed, size_t characters) {
  test_random random = {seed};
  dz_buffer out;
  uint32_t number = 0;

  dz_buffer_init(&out);
  dz_buffer_format(&out, "%u年述职述廉报告\n各位领导、同志们：\n", 2018 + test_below(&random, 7));
  while (out.length / 3 < characters && !out.failed) {
    if (!test_below(&random, 4))
      dz_buffer_format(&out, "%s、%s\n", numbers[number++ % 10], PICK(&random, headings));
    for (uint32_t i = 0, count = 1 + test_below(&random, 6); i < count; i++)
      random_sentence(&out, &random);
    dz_buffer_string(&out, test_below(&random, 12) ? "\n" : "\r\n\r\n");
    if (!test_below(&random, 25)) dz_buffer_string(&out, "##paidbegin##\n");
  }
  return dz_buffer_detach(&out, NULL);
}
