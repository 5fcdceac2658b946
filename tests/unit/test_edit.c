/* test_edit.c - inline edits: whole figures, few hunks, no islands, natural places, both sides
 * rebuilt to the letter
 * and the mirror for the mirror. Protects what a reader sees of every rewritten sentence. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "diff/align/edit.h"
#include "knowledge/knowledge.h"
#include "tests/testing.h"
#include "text/unicode.h"

enum { LONGEST = 4000 };

static dz_edit_text make_text(const char *string) {
  static const size_t room = LONGEST;
  uint32_t *cps = calloc(strlen(string) + 1, sizeof *cps);
  dz_edit_text text = {.glyphs = calloc(room, sizeof(dz_edit_glyph)),
                       .count = dz_utf8_to_cps(string, cps)};

  assert_true(text.count <= room);
  for (size_t i = 0; i < text.count; i++)
    text.glyphs[i] = (dz_edit_glyph){.cp = cps[i],
                                     .fold = dz_is_space(cps[i]) ? 0 : dz_fold_cp(cps[i]),
                                     .position = (uint32_t)i};
  free(cps);
  return text;
}

/* The script as "keep[-out-]{+in+}". */
static char *draw(const dz_edit_text *a, const dz_edit_text *b, const dz_array *ops) {
  dz_buffer out;

  dz_buffer_init(&out);
  for (size_t i = 0; i < ops->count; i++) {
    const dz_op *op = dz_array_at(ops, i);
    const dz_edit_text *text = op->kind == '+' ? b : a;
    dz_buffer_string(&out, op->kind == '=' ? "" : op->kind == '-' ? "[-" : "{+");
    for (uint32_t p = op->span.start; p < op->span.end; p++) dz_buffer_cp(&out, text->glyphs[p].cp);
    dz_buffer_string(&out, op->kind == '=' ? "" : op->kind == '-' ? "-]" : "+}");
  }
  return dz_buffer_detach(&out, NULL);
}

static void check_rebuilds(const dz_edit_text *text, const dz_array *ops, char other) {
  size_t at = 0;

  for (size_t i = 0; i < ops->count; i++) {
    const dz_op *op = dz_array_at(ops, i);
    if (op->kind == other) continue;
    if (op->kind != '=' || other == '+') assert_int_equal(op->span.start, at);
    at += op->span.end - op->span.start;
  }
  assert_int_equal(at, text->count);
}

static void run(const char *before, const char *after, const char *expected) {
  dz_edit_text a = make_text(before), b = make_text(after);
  dz_array ops = dz_array_of(sizeof(dz_op)), back = dz_array_of(sizeof(dz_op));
  dz_editor editor;
  dz_error error;
  char *drawn;

  dz_editor_init(&editor, test_knowledge()->lexicon);
  assert_int_equal(dz_edit_script(&editor, &a, &b, &ops, NULL, &error), DZ_OK);
  assert_int_equal(dz_edit_script(&editor, &b, &a, &back, NULL, &error), DZ_OK);
  check_rebuilds(&a, &ops, '+');
  check_rebuilds(&b, &ops, '-');
  assert_int_equal(ops.count, back.count);
  drawn = draw(&a, &b, &ops);
  if (expected) assert_string_equal(drawn, expected);
  free(drawn);
  dz_editor_free(&editor);
  dz_array_free(&ops);
  dz_array_free(&back);
  free(a.glyphs);
  free(b.glyphs);
}

static void figures_stay_whole(void **state) {
  (void)state;
  run("增长5.2%左右。", "增长5%左右。", "增长[-5.2%-]{+5%+}左右。");
  run("完成1,200户改造", "完成1,250户改造", "完成[-1,200-]{+1,250+}户改造");
  run("用好GDP核算", "用好GNP核算", "用好[-GDP-]{+GNP+}核算");
  run("第十四届第三次会议", "第十四届第四次会议", "第十四届[-第三-]{+第四+}次会议");
  run("粮食二十一连丰", "粮食二十二连丰", "粮食[-二十一-]{+二十二+}连丰");
  run("解决6000万农村人口饮水", "解决6400万农村人口饮水", "解决[-6000万-]{+6400万+}农村人口饮水");
}

/* Figures in each other's place are told one by one, with the words between. */
static void figures_one_by_one(void **state) {
  (void)state;
  run("走访企业36家，记下意见48条。", "走访企业52家，记下意见66条。",
      "走访企业[-36家-]{+52家+}，记下意见[-48条-]{+66条+}。");
}

static void few_hunks_no_islands(void **state) {
  (void)state;
  run("积极的财政政策要适度加力。", "更加积极的财政政策要适度加力。",
      "{+更加+}积极的财政政策要适度加力。");
  run("甲乙丙丁戊己庚辛", "甲子丙丑戊寅庚辛", "[-甲乙丙丁戊己-]{+甲子丙丑戊寅+}庚辛");
  run("同样的话", "同样的话", "同样的话");
  run("", "新话", "{+新话+}");
  run("旧话", "", "[-旧话-]");
}

/* Four characters are kept where there is nothing better, not beside what is. */
static void something_is_kept(void **state) {
  (void)state;
  run("化解地方债务取得重大进展。", "债务风险防范化解有了重大进展，底线守牢。",
      "[-化解地方债务取得-]{+债务风险防范化解有了+}重大进展{+，底线守牢+}。");
  run("落实消费补贴政策，化解地方债务取得重大进展，守住底线。",
      "落实消费补贴政策，防范风险有了重大进展，底线守牢。",
      "落实消费补贴政策，[-化解地方债务取得重大进展，守住底线-]{+防范风险有了重大进展，底线守牢+}"
      "。");
}

static void hunks_stand_at_marks(void **state) {
  (void)state;
  run("抓生产，保安全。", "抓生产，促消费，保安全。", "抓生产，{+促消费，+}保安全。");
  run("抓生产，促消费，保安全。", "抓生产，保安全。", "抓生产，[-促消费，-]保安全。");
  run("今年是规划收官之年。", "去年是规划收官之年，也是规划起步之年。",
      "[-今年-]{+去年+}是规划收官之年{+，也是规划起步之年+}。");
  run("外贸有所增长，失业率5.5%左右；城镇化率达58%。",
      "外贸稳中有增，失业率5.5%左右；物价涨幅2%左右；城镇化率达59%。",
      "外贸[-有所增长-]{+稳中有增+}，失业率5.5%左右；{+物价涨幅2%左右；+}城镇化率达[-58%-]{+59%+}"
      "。");
  run("建设“东仓”、“西仓”两处。", "建设“东仓”、“北仓”、“西仓”两处。",
      "建设“东仓”、{+“北仓”、+}“西仓”两处。");
}

static void words_are_exchanged_whole(void **state) {
  (void)state;
  run("要加强知识产权保护。", "要加大知识产权保护。", "要[-加强-]{+加大+}知识产权保护。");
  run("切实加强监管", "切实加强和改进监管", "切实加强{+和改进+}监管");
  run("就业稳定，其余照旧。", "就业有所增长，其余照旧。",
      "就业[-稳定-]{+有所增长+}，其余照旧。"); /* 就 is no word here */
  run("推进产业转型升级", "促进产业转型升级", "[-推进-]{+促进+}产业转型升级");
  run("新增就业60万人以上，其余照旧。", "新增就业60万人以上、外出务工稳定，其余照旧。",
      "新增就业60万人以上{+、外出务工稳定+}，其余照旧。");
  run("全面贯彻落实党的决定。", "深入学习贯彻党的决定。",
      "[-全面贯彻落实-]{+深入学习贯彻+}党的决定。"); /* 党 is a word */
}

/* Loads the lexicon of a folder that holds just these rows. */
static dz_status load_rows(dz_lexicon *lexicon, const char *rows, dz_arena *arena,
                           dz_error *error) {
  char folder[] = "/tmp/duizhao-data-XXXXXX", path[64];
  dz_status status;
  FILE *file;

  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/lexicon.tsv", folder);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs(rows, file);
  fclose(file);
  status = dz_lexicon_load(lexicon, folder, arena, error);
  remove(path);
  rmdir(folder);
  return status;
}

static void lexicon_is_a_table(void **state) {
  static const char *const wrong[] = {"# made for a test\n云泽\tmany\n",
                                      "# made for a test\n云泽\n",
                                      "# made for a test\n云泽县人民政府\t5\n"};
  uint32_t word[] = {U'云', U'泽', U'县'};
  dz_lexicon lexicon;
  dz_arena arena;
  dz_error error;
  int32_t value;

  (void)state;
  dz_arena_init(&arena);
  assert_int_equal(load_rows(&lexicon, "# made for a test\n云泽\t5\n推进\t20\n", &arena, &error),
                   DZ_OK);
  assert_int_equal(dz_trie_longest(&lexicon.words, word, 3, &value), 2);
  dz_lexicon_free(&lexicon);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_int_equal(load_rows(&lexicon, wrong[i], &arena, &error), DZ_DATA);
    assert_non_null(strstr(error.message, "lexicon.tsv:2"));
    dz_lexicon_free(&lexicon);
  }
  dz_arena_free(&arena);
}

/* What the program knows of words are rows of data/lexicon.tsv: without them a character may
 * stand by itself. */
static void no_lexicon_no_words(void **state) {
  dz_edit_text a = make_text("推进产业转型升级"), b = make_text("促进产业转型升级");
  dz_array ops = dz_array_of(sizeof(dz_op));
  dz_editor editor;
  dz_error error;
  char *drawn;

  (void)state;
  dz_editor_init(&editor, NULL);
  assert_int_equal(dz_edit_script(&editor, &a, &b, &ops, NULL, &error), DZ_OK);
  drawn = draw(&a, &b, &ops);
  assert_string_equal(drawn, "[-推-]{+促+}进产业转型升级");
  free(drawn);
  dz_editor_free(&editor);
  dz_array_free(&ops);
  free(a.glyphs);
  free(b.glyphs);
}

/* No half of a pair of marks is kept where the other half beside it is lost. */
static void marks_go_in_pairs(void **state) {
  (void)state;
  run("（五）稳定粮食生产能力建设成果。", "（六）扩大对外开放力度建设成果。",
      "[-（五）稳定粮食生产能力-]{+（六）扩大对外开放力度+}建设成果。");
  run("（五）稳定粮食生产能力建设。", "（六）稳定粮食生产能力建设。",
      "（[-五-]{+六+}）稳定粮食生产能力建设。");
  run("落实“双十条”政策措施，其余照旧。", "落实“新八条”、盯住后续举措，其余照旧。",
      "落实[-“双十条”政策措施-]{+“新八条”、盯住后续举措+}，其余照旧。");
}

/* Two texts that share next to nothing are not interleaved; the mark at the end aside. */
static void little_kept_is_replaced(void **state) {
  (void)state;
  run("新建乡村公路三十公里，群众出行更加方便。", "培育林下经济，合作社带动农户增收，方便群众。",
      "[-新建乡村公路三十公里，群众出行更加方便-]{+培育林下经济，合作社带动农户增收，方便群众+}。");
}

/* Words corrected in their places are so many hunks, whatever short words stand between them. */
static void corrections_stay_apart(void **state) {
  (void)state;
  run("加固河流堤防，搞好清瘀疏浚。", "加固河流堤岸，搞好清淤疏浚。",
      "加固河流堤[-防-]{+岸+}，搞好清[-瘀-]{+淤+}疏浚。");
}

static void script_and_space_are_told(void **state) {
  (void)state;
  run("推動發展", "推动发展", "推[-動發-]{+动发+}展");
  run("2024 年完成", "2024年完成", "2024[- -]年完成");
}

static void random_texts_rebuild(void **state) {
  static const char *const words[] = {"的", "发展", "12", ".",  "5%",   "，",
                                      " ",  "推进", "a",  "。", "改革", "万"};

  (void)state;
  for (uint64_t seed = 1; seed < 300; seed++) {
    test_random random = {seed};
    dz_buffer text[2];
    for (int side = 0; side < 2; side++) {
      dz_buffer_init(&text[side]);
      for (uint32_t n = test_below(&random, 60); n-- > 0;)
        dz_buffer_string(&text[side], words[test_below(&random, 12)]);
    }
    run(text[0].data, text[1].data, NULL);
    dz_buffer_free(&text[0]);
    dz_buffer_free(&text[1]);
  }
}

/* Two long texts with nothing rare in common: bounded, and said to be approximate. */
static void caps_are_flagged(void **state) {
  dz_edit_text text[2];
  dz_array ops = dz_array_of(sizeof(dz_op));
  dz_editor editor;
  dz_error error;

  (void)state;
  for (int side = 0; side < 2; side++) {
    test_random random = {(uint64_t)side + 1};
    text[side] = (dz_edit_text){calloc(LONGEST, sizeof(dz_edit_glyph)), LONGEST};
    for (uint32_t i = 0; i < LONGEST; i++) {
      uint32_t cp = 0x4E30 + test_below(&random, 2);
      text[side].glyphs[i] = (dz_edit_glyph){.cp = cp, .fold = cp, .position = i};
    }
  }
  dz_editor_init(&editor, test_knowledge()->lexicon);
  assert_int_equal(dz_edit_script(&editor, &text[0], &text[1], &ops, NULL, &error), DZ_OK);
  assert_true(editor.approximate);
  check_rebuilds(&text[0], &ops, '+');
  check_rebuilds(&text[1], &ops, '-');
  dz_editor_free(&editor);
  dz_array_free(&ops);
  free(text[0].glyphs);
  free(text[1].glyphs);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_stay_whole),        cmocka_unit_test(figures_one_by_one),
      cmocka_unit_test(few_hunks_no_islands),      cmocka_unit_test(hunks_stand_at_marks),
      cmocka_unit_test(little_kept_is_replaced),   cmocka_unit_test(corrections_stay_apart),
      cmocka_unit_test(script_and_space_are_told), cmocka_unit_test(words_are_exchanged_whole),
      cmocka_unit_test(no_lexicon_no_words),       cmocka_unit_test(marks_go_in_pairs),
      cmocka_unit_test(lexicon_is_a_table),        cmocka_unit_test(random_texts_rebuild),
      cmocka_unit_test(caps_are_flagged),          cmocka_unit_test(something_is_kept),
  };

  return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
