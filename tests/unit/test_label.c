/* test_label.c - labels of what results hold. Protects that each enum value keeps its own word in
 * both languages:
 * the labels stand in the order of the enums, and a row put in between would shift them all. */
#include <string.h>

#include "render/label.h"
#include "tests/testing.h"

static const char *zh(dz_label label) {
  return dz_label_text(label, true);
}

static void every_label_has_two_languages(void **state) {
  (void)state;
  for (int i = 0; i < DZ_LABEL_COUNT; i++) {
    const char *chinese = dz_label_text((dz_label)i, true),
               *english = dz_label_text((dz_label)i, false);
    assert_non_null(chinese);
    assert_non_null(english);
    assert_true(*chinese && *english);
    for (const char *c = english; *c; c++) assert_true((unsigned char)*c < 0x80);
  }
  for (int i = 0; i < DZ_TYPE_COUNT; i++) assert_non_null(dz_label_type((dz_report_type)i, true));
}

static void labels_follow_their_enums(void **state) {
  (void)state;
  assert_string_equal(zh(dz_label_change_type(DZ_CHANGE_EQUAL)), "照用");
  assert_string_equal(zh(dz_label_change_type(DZ_CHANGE_MERGED)), "合并");
  assert_string_equal(zh(dz_label_commitment_change(DZ_CC_KEPT)), "不变");
  assert_string_equal(zh(dz_label_commitment_change(DZ_CC_DROPPED)), "未再提");
  assert_string_equal(zh(dz_label_commitment_change(DZ_CC_FULFILLED)), "已报完成");
  assert_string_equal(zh(dz_label_reuse_class(DZ_REUSE_FORMULA)), "套话");
  assert_string_equal(zh(dz_label_reuse_class(DZ_REUSE_DISTINCTIVE)), "独特");
  assert_string_equal(zh(dz_label_slot(DZ_SLOT_NUMBER)), "数字");
  assert_string_equal(zh(dz_label_slot(DZ_SLOT_NAME)), "名称");
  assert_string_equal(zh(dz_label_absence(DZ_ABSENT)), "缺");
  assert_string_equal(zh(dz_label_absence(DZ_MERGED)), "并入他处");
  assert_string_equal(zh(dz_label_outcome(DZ_OUTCOME_MET)), "达到");
  assert_string_equal(zh(dz_label_outcome(DZ_OUTCOME_UNREPORTED)), "未提及");
  assert_string_equal(zh(dz_label_renewal(&(dz_renewal){.change = DZ_RENEWAL_RAISED})), "提高");
  assert_string_equal(zh(dz_label_renewal(&(dz_renewal){.change = DZ_RENEWAL_REWORDED})), "改口");
  assert_string_equal(
      zh(dz_label_renewal(&(dz_renewal){.change = DZ_RENEWAL_RAISED, .ceiling = true})),
      "提高（上限收紧）");
  assert_string_equal(zh(dz_label_severity(DZ_NOTE)), "提示");
  assert_string_equal(zh(dz_label_severity(DZ_ERROR)), "差错");
  assert_string_equal(zh(dz_label_kind(DZ_KIND_COMMITMENT)), "承诺");
  assert_string_equal(zh(dz_label_kind(DZ_KIND_POLICY_COMMITMENT)), "政策性承诺");
  assert_string_equal(zh(dz_label_sort(DZ_SORT_INDICATOR)), "指标");
  assert_string_equal(zh(dz_label_sort(DZ_SORT_RESTRAINT)), "约束");
}

static void attributes_are_joined(void **state) {
  char text[DZ_LABEL_ATTRIBUTES];

  (void)state;
  dz_label_attributes(0, true, text);
  assert_string_equal(text, "");
  dz_label_attributes(DZ_ATTR_NUMBER | DZ_ATTR_DATE, true, text);
  assert_string_equal(text, "≠ 数值, 日期");
  dz_label_attributes(~0U, false, text);
  assert_true(strlen(text) < sizeof text - 1);
}

/* The words a reader must never see in place of the neutral ones. */
static void words_are_neutral(void **state) {
  static const char *const banned[] = {"抄袭", "剽窃", "违背", "plagiar", "broken", "copied"};

  (void)state;
  for (int i = 0; i < DZ_LABEL_COUNT; i++)
    for (size_t k = 0; k < sizeof banned / sizeof *banned; k++) {
      assert_null(strstr(dz_label_text((dz_label)i, true), banned[k]));
      assert_null(strstr(dz_label_text((dz_label)i, false), banned[k]));
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_label_has_two_languages),
      cmocka_unit_test(labels_follow_their_enums),
      cmocka_unit_test(attributes_are_joined),
      cmocka_unit_test(words_are_neutral),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
