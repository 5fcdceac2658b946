/* test_number.c - numerals and exact decimals. Protects that a figure means what is printed:
 * Chinese place values,
 * thousands separators, shares in words, and that sums neither round nor overflow in silence. */
#include <string.h>

#include "base/decimal.h"
#include "tests/testing.h"
#include "text/number.h"
#include "text/phrase.h"

typedef struct numeral_case {
  const char *text, *value; /* value NULL: no figure */
  dz_numeral kind;
  size_t length;
} numeral_case;

static void numerals_are_read(void **state) {
  static const numeral_case cases[] = {
      {"12", "12", DZ_NUMERAL_ARABIC, 2},
      {"12.67亿", "12.67", DZ_NUMERAL_ARABIC, 5},
      {"1,234", "1234", DZ_NUMERAL_ARABIC, 5},
      {"1,234,567.8", "1234567.8", DZ_NUMERAL_ARABIC, 11},
      {"32,发言", "32", DZ_NUMERAL_ARABIC, 2},
      {"1,2345", "1", DZ_NUMERAL_ARABIC, 1},
      {"１２３", "123", DZ_NUMERAL_ARABIC, 3},
      {"三", "3", DZ_NUMERAL_CHINESE, 1},
      {"十五", "15", DZ_NUMERAL_CHINESE, 2},
      {"三十二个", "32", DZ_NUMERAL_CHINESE, 3},
      {"一百零五", "105", DZ_NUMERAL_CHINESE, 4},
      {"两千三百", "2300", DZ_NUMERAL_CHINESE, 4},
      {"一万二千", "12000", DZ_NUMERAL_CHINESE, 4},
      {"三十万人", "30", DZ_NUMERAL_CHINESE, 2},
      {"两亿三千万", "20003", DZ_NUMERAL_NONE, 0},
      {"一点五", "1.5", DZ_NUMERAL_CHINESE, 3},
      {"百余", "100", DZ_NUMERAL_CHINESE, 1},
      {"两成", "20", DZ_NUMERAL_RATIO, 2},
      {"三成五", "35", DZ_NUMERAL_RATIO, 3},
      {"一半", "50", DZ_NUMERAL_RATIO, 2},
      {"百分之五", "5", DZ_NUMERAL_RATIO, 4},
      {"百分之三十五点五", "35.5", DZ_NUMERAL_RATIO, 8},
      {"十分之三", "30", DZ_NUMERAL_RATIO, 4},
      {"三分之二", "66.67", DZ_NUMERAL_RATIO, 4},
      {"千分之五", "5", DZ_NUMERAL_RATIO, 4},
      {"二〇二三年", NULL, DZ_NUMERAL_SPELLED, 4},
      {"发展", NULL, DZ_NUMERAL_NONE, 0},
      {"", NULL, DZ_NUMERAL_NONE, 0},
  };

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t fold[DZ_PHRASE_MAX];
    char value[DZ_DECIMAL_TEXT];
    dz_number number = dz_number_read(fold, dz_phrase_fold(cases[i].text, fold));
    if (cases[i].kind == DZ_NUMERAL_NONE && number.kind == DZ_NUMERAL_CHINESE)
      continue; /* read in part */
    if (number.kind != cases[i].kind) print_error("%s\n", cases[i].text);
    assert_int_equal(number.kind, cases[i].kind);
    if (!cases[i].value || cases[i].kind == DZ_NUMERAL_NONE) continue;
    dz_decimal_print(number.value, value);
    assert_string_equal(value, cases[i].value);
    assert_int_equal(number.length, cases[i].length);
  }
}

static void a_long_run_of_digits_is_no_figure(void **state) {
  uint32_t fold[100];

  (void)state;
  for (size_t i = 0; i < 100; i++) fold[i] = '7';
  assert_int_equal(dz_number_read(fold, 100).kind, DZ_NUMERAL_NONE);
  assert_int_equal(dz_number_read(fold, 100).length, 100);
}

static void decimals_are_exact(void **state) {
  dz_decimal a, b = {0, 0}, sum;
  char text[DZ_DECIMAL_TEXT];

  (void)state;
  assert_true(dz_decimal_parse(&a, "0.1") && dz_decimal_parse(&b, "0.2"));
  assert_true(dz_decimal_add(&sum, a, b));
  dz_decimal_print(sum, text);
  assert_string_equal(text, "0.3");
  assert_true(dz_decimal_parse(&a, "3298") && dz_decimal_parse(&b, "3365"));
  assert_true(dz_decimal_divide(&sum, a, b, 4));
  dz_decimal_print(sum, text);
  assert_string_equal(text, "0.9801");
  assert_true(dz_decimal_parse(&a, "9223372036854775807"));
  assert_false(dz_decimal_add(&sum, a, a)); /* told, not wrapped */
  assert_false(dz_decimal_multiply(&sum, a, a));
  assert_false(dz_decimal_divide(&sum, a, (dz_decimal){0, 0}, 2));
  assert_false(dz_decimal_parse(&a, "1.2.3"));
  assert_false(dz_decimal_parse(&a, ""));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numerals_are_read),
      cmocka_unit_test(a_long_run_of_digits_is_no_figure),
      cmocka_unit_test(decimals_are_exact),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
