/* make.c - hostile inputs, made rather than stored: `make NAME` writes one to standard output,
 * `make` lists the
 * names. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t state = 1;

static uint32_t below(uint32_t bound) { /* SplitMix64 (Steele, Lea, Flood 2014) */
  uint64_t x = state += 0x9e3779b97f4a7c15u;

  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return (uint32_t)((x ^ (x >> 31)) % bound);
}

static void cp(uint32_t c) { /* a code point of the basic plane above U+07FF */
  putchar(0xE0 | (int)(c >> 12));
  putchar(0x80 | (int)(c >> 6 & 0x3F));
  putchar(0x80 | (int)(c & 0x3F));
}

static void repeat(const char *text, size_t times) {
  for (size_t i = 0; i < times; i++) fputs(text, stdout);
}

static void headings(void) {
  for (int i = 0; i < 990000; i++) fputs("（一）改\n", stdout);
}

static void nested(
    void) { /* every line one level deeper, as far as the styles go, then over again */
  static const char *const marks[] = {"第一部分 ", "一、", "（一）", "1.",
                                      "（1）",     "①",    "一是",   "——"};
  for (int i = 0; i < 200000; i++) printf("%s标题\n", marks[i % 8]);
}

static void equal_headings(void) {
  for (int i = 0; i < 100000; i++) fputs("一、履行职责情况\n", stdout);
}

/* Sections inside sections, in small families. */
static void families(void) {
  for (int i = 0; i < 20000; i++) fputs("一、工作\n（一）工作\n1.工作\n（1）工作\n①工作\n", stdout);
}

static void one_line(void) {
  fputs("2023年述职报告\n", stdout);
  repeat("全县改造农村公路四十八公里，", 50u * 1024 * 1024 / 42);
}

static void one_number(void) {
  fputs("2023年述职报告\n完成投资", stdout);
  repeat("9", 2000000);
  fputs("亿元。", stdout);
}

static void numbers(void) {
  fputs("2023年述职报告\n", stdout);
  for (int i = 0; i < 200000; i++) printf("%d.%d%%，", i, i % 10);
}

static void sums(void) { /* one sentence with very many parts to add */
  fputs("2023年述职报告\n全县共1000000户，其中", stdout);
  for (int i = 0; i < 50000; i++) printf("甲%d镇%d户，", i, i % 40);
  fputs("。\n", stdout);
}

static void wholes(
    void) { /* one sentence in which each figure is a part of the one before, and larger */
  fputs("2023年述职报告\n全县共1件", stdout);
  for (int i = 2; i < 60000; i++) printf("其中%d件", i);
  fputs("。\n", stdout);
}

static void respectively(void) { /* one clause with very many members, and a figure for each */
  fputs("2023年政府工作报告\n过去一年", stdout);
  for (int i = 0; i < 40000; i++) printf("甲%d、", i);
  fputs("乙分别增长1%", stdout);
  for (int i = 0; i < 40000; i++) printf("、%d%%", i % 9);
  fputs("。\n", stdout);
}

static void dates(void) { /* one sentence of commitments, each with a date that has gone by */
  fputs("2023年政府工作报告\n一、今年工作安排\n", stdout);
  for (int i = 0; i < 40000; i++) printf("要在2021年新建学校%d所，确保培训%d人，", i, i);
  fputs("。\n", stdout);
}

static void deeds(void) { /* a list of very many deeds, told of as done very often */
  fputs("2023年政府工作报告\n一、过去一年工作\n", stdout);
  for (int i = 0; i < 20000; i++) printf("民生实事%d项办理完成。", i);
  fputs("\n二、今年工作安排\n办好民生实事：", stdout);
  for (int i = 0; i < 20000; i++) printf("①新建%d号学校。", i);
  fputs("\n", stdout);
}

static void commitments(void) {
  fputs("2023年政府工作报告\n今年主要预期目标是：", stdout);
  for (int i = 0; i < 50000; i++) printf("第%d项指标增长%d%%左右；", i, i % 20);
}

static void same_commitments(void) {
  fputs("2024年政府工作报告\n过去一年，", stdout);
  for (int i = 0; i < 50000; i++) fputs("指标增长5%，", stdout);
  fputs("今年主要预期目标是：", stdout);
  for (int i = 0; i < 50000; i++) fputs("指标增长5%左右；", stdout);
}

static void clause(void) {
  repeat("我严格执行廉洁自律各项规定，", 100000);
}

static void sentence(void) {
  repeat("全年改造农村公路四十八公里。", 1024 * 1024 / 42);
}

static void sentence_lines(void) {
  repeat("全年改造农村公路四十八公里。\n", 1024 * 1024 / 43);
}

static void random_characters(void) {
  for (int i = 0; i < 350000; i++) cp(0x4E00 + below(20000));
}

static void random_few(void) { /* few different characters: every short run occurs everywhere */
  for (int i = 0; i < 350000; i++) {
    cp(0x4E00 + below(4));
    if (i % 40 == 39) fputs("。\n", stdout);
  }
}

static void shuffled(void) { /* the same 40 clauses in ever another order */
  for (int i = 0; i < 30000; i++) {
    uint32_t which = below(40);
    for (uint32_t k = 0; k < 10; k++) cp(0x5000 + which * 16 + k);
    fputs(i % 4 ? "，" : "。\n", stdout);
  }
}

static void patched(void) { /* one sentence; with another seed every fifth word of it is another */
  fputs("述职报告\n一、工作\n", stdout);
  for (uint32_t i = 0; i < 20000; i++) {
    for (uint32_t k = 0; k < 20; k++) cp(0x4E00 + (i * 20 + k) * 2654435761U % 20000);
    for (uint32_t k = 0; k < 5; k++) cp(0x4E00 + below(20000));
  }
  fputs("。\n", stdout);
}

static void masks(void) {
  fputs("2023年述职报告\n", stdout);
  repeat("投资**亿元，XX县×××", 100000);
}

static void quotes(void) {
  fputs("2023年述职报告\n", stdout);
  repeat("“《（", 300000);
}

static void noise(void) {
  fputs("2023年述职报告\n", stdout);
  repeat("##paidbegin##\nwww.example.cn\n第 1 页 共 9 页\n", 60000);
}

static void nuls(void) {
  fputs("2023年述职报告\n一、学习情况\n", stdout);
  for (int i = 0; i < 1000; i++) fwrite("学\0习", 1, 7, stdout);
}

static void mixed_encodings(void) {
  for (int i = 0; i < 2000; i++) {
    fputs("二〇二三年述职报告，一、学习情况。\n", stdout);
    fwrite("\xCA\xF6\xD6\xB0\xB1\xA8\xB8\xE6\n", 1, 9, stdout); /* GB18030 */
  }
}

static void combining(void) {
  fputs("2023年述职报告\ne", stdout);
  repeat("\xCC\x81", 1000000);
}

static void entity_bomb(void) {
  fputs("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\">", stdout);
  for (char c = 'b'; c <= 'z'; c++) {
    printf("<!ENTITY %c \"", c);
    for (int i = 0; i < 10; i++) printf("&%c;", c - 1);
    fputs("\">", stdout);
  }
  fputs("]><html><body><p>&z;</p></body></html>", stdout);
}

static void deep_html(void) {
  fputs("<html><body>", stdout);
  repeat("<div>", 300000);
  fputs("述职报告", stdout);
}

static void open_html(void) {
  fputs("<!DOCTYPE html><html><body><table>", stdout);
  repeat("<tr><td>全县<td>48<p>公里", 100000);
}

static void attributes(
    void) { /* one element with very many attributes, behind a quote that closes nothing */
  fputs("<html><body><p \"x ", stdout);
  for (int i = 0; i < 200000; i++) printf("a%d=\"1\" ", i);
  fputs(">述职报告</p></body></html>", stdout);
}

static void deep_markdown(void) {
  fputs("# 报告\n", stdout);
  for (int i = 0; i < 3000; i++) {
    repeat("> ", (size_t)i % 500);
    repeat("*", (size_t)i % 300);
    fputs("字\n", stdout);
  }
}

static const struct {
  const char *name;
  void (*write)(void);
} inputs[] = {
    {"headings.txt", headings},
    {"nested.txt", nested},
    {"equal_headings.txt", equal_headings},
    {"families.txt", families},
    {"one_line.txt", one_line},
    {"one_number.txt", one_number},
    {"numbers.txt", numbers},
    {"sums.txt", sums},
    {"wholes.txt", wholes},
    {"respectively.txt", respectively},
    {"dates.txt", dates},
    {"deeds.txt", deeds},
    {"commitments.txt", commitments},
    {"same_commitments.txt", same_commitments},
    {"clause.txt", clause},
    {"sentence.txt", sentence},
    {"sentence_lines.txt", sentence_lines},
    {"random_characters.txt", random_characters},
    {"random_few.txt", random_few},
    {"shuffled.txt", shuffled},
    {"patched.txt", patched},
    {"masks.txt", masks},
    {"quotes.txt", quotes},
    {"noise.txt", noise},
    {"nuls.txt", nuls},
    {"mixed_encodings.txt", mixed_encodings},
    {"combining.txt", combining},
    {"entity_bomb.html", entity_bomb},
    {"deep.html", deep_html},
    {"open.html", open_html},
    {"attributes.html", attributes},
    {"deep.md", deep_markdown},
};

int main(int argc, char **argv) {
  const char *seed = strchr(argc > 1 ? argv[1] : "",
                            '@'); /* NAME@N: another random input of the same kind */
  size_t length = argc < 2 ? 0 : seed ? (size_t)(seed - argv[1]) : strlen(argv[1]);

  if (seed) state = (uint64_t)seed[1] * 7919;
  for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
    if (argc < 2) puts(inputs[i].name);
    if (argc > 1 && strlen(inputs[i].name) == length && !strncmp(inputs[i].name, argv[1], length)) {
      inputs[i].write();
      return fflush(stdout) != 0;
    }
  }
  return argc > 1;
}
