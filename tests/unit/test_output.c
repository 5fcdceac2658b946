/* test_output.c - writing a result: what stands at the place already (a link, a private file,
 * somebody's temporary
 * file) is not harmed, and a name may be as long as the system allows. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <duizhao/output.h>

#include "base/buffer.h"
#include "base/error.h"
#include "tests/testing.h"

enum { LONGEST_NAME = 255 };

static char folder[] = "/tmp/duizhao-output-XXXXXX";

static int enter_folder(void **state) {
  (void)state;
  return !mkdtemp(folder) || chdir(folder);
}

static int leave_folder(void **state) {
  (void)state;
  return chdir("/") || rmdir(folder);
}

static void assert_content(const char *path, const char *expected) {
  char text[64] = "";
  FILE *file = fopen(path, "rb");

  assert_non_null(file);
  assert_int_equal(fread(text, 1, sizeof text - 1, file), strlen(expected));
  fclose(file);
  assert_string_equal(text, expected);
}

static void write_text(const char *path, const char *text) {
  dz_error error;

  assert_int_equal(dz_output_write(path, text, strlen(text), &error), DZ_OK);
}

static void a_link_stays_a_link(void **state) {
  struct stat status;

  (void)state;
  write_text("target", "old");
  assert_int_equal(symlink("target", "link"), 0);
  write_text("link", "new");
  assert_int_equal(lstat("link", &status), 0);
  assert_true(S_ISLNK(status.st_mode));
  assert_content("target", "new");
  assert_int_equal(unlink("link") | unlink("target"), 0);
}

static void a_link_to_nothing_leads_to_the_new_file(void **state) {
  struct stat status;
  dz_error error;

  (void)state;
  assert_int_equal(mkdir("inner", 0777), 0);
  assert_int_equal(symlink("second", "inner/first"), 0);
  assert_int_equal(symlink("inner/first", "link"), 0);
  write_text("link", "new");
  assert_int_equal(lstat("link", &status), 0);
  assert_true(S_ISLNK(status.st_mode));
  assert_content("inner/second", "new");
  assert_int_equal(unlink("inner/second"), 0);
  assert_int_equal(symlink("circle", "circle"), 0);
  assert_int_equal(dz_output_write("circle", "new", 3, &error), DZ_IO);
  assert_int_equal(unlink("link") | unlink("circle") | unlink("inner/first") | rmdir("inner"), 0);
}

/* A signal that arrives while the result is written ends the program behind it: the file is whole,
 * nothing else is
 * left. The child writes again and again until it is ended. */
static void a_signal_leaves_no_temporary_file(void **state) {
  static char bytes[1 << 20];
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

  (void)state;
  memset(bytes, 'x', sizeof bytes);
  for (int round = 0; round < 30; round++) {
    const struct timespec wait = {0, 3000000 + round * 370000L};
    struct stat status;
    char name[64];
    int ended;
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child)
      signal(signals[round % 3], SIG_DFL); /* ignored where the tests run in the background */
    while (!child) {
      dz_error error;
      if (dz_output_write("result", bytes, sizeof bytes, &error)) _exit(1);
    }
    nanosleep(&wait, NULL);
    assert_int_equal(kill(child, signals[round % 3]), 0);
    assert_int_equal(waitpid(child, &ended, 0), child);
    assert_true(WIFSIGNALED(ended));
    snprintf(name, sizeof name, ".duizhao.%ld.tmp", (long)child);
    assert_int_not_equal(access(name, F_OK), 0);
    if (!stat("result", &status)) assert_int_equal(status.st_size, sizeof bytes);
    unlink("result");
  }
}

static void a_private_file_stays_private(void **state) {
  struct stat status;

  (void)state;
  write_text("private", "old");
  assert_int_equal(chmod("private", 0600), 0);
  write_text("private", "new");
  assert_int_equal(stat("private", &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  assert_content("private", "new");
  assert_int_equal(unlink("private"), 0);
}

static void a_name_may_be_long(void **state) {
  char name[LONGEST_NAME + 1];

  (void)state;
  memset(name, 'n', LONGEST_NAME);
  name[LONGEST_NAME] = '\0';
  write_text(name, "text");
  assert_content(name, "text");
  assert_int_equal(unlink(name), 0);
}

static void a_file_that_has_the_temporary_name_is_not_harmed(void **state) {
  char name[64];
  dz_error error;

  (void)state;
  snprintf(name, sizeof name, ".duizhao.%ld.tmp", (long)getpid());
  write_text("result", "old");
  assert_int_equal(rename("result", name), 0);
  assert_int_equal(dz_output_write("result", "new", 3, &error), DZ_IO);
  assert_content(name, "old");
  assert_int_not_equal(access("result", F_OK), 0);
  assert_int_equal(unlink(name), 0);
}

static void a_message_cannot_steer_a_terminal(void **state) {
  dz_error error;

  (void)state;
  dz_fail(&error, DZ_IO,
          "县\x1b[2J\xC2\x9B"
          "1m\xE2\x80\xAE\xE2\x80\xA8\x9B\n报告");
  assert_string_equal(error.message, "县?[2J?1m????报告");
  memset(error.message, 'x', DZ_ERROR_SIZE - 3); /* cut inside a character */
  memcpy(error.message + DZ_ERROR_SIZE - 3, "\xE5\x8E", 3);
  dz_error_clean(&error);
  assert_int_equal(strlen(error.message), DZ_ERROR_SIZE - 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_link_stays_a_link),
      cmocka_unit_test(a_link_to_nothing_leads_to_the_new_file),
      cmocka_unit_test(a_signal_leaves_no_temporary_file),
      cmocka_unit_test(a_private_file_stays_private),
      cmocka_unit_test(a_name_may_be_long),
      cmocka_unit_test(a_file_that_has_the_temporary_name_is_not_harmed),
      cmocka_unit_test(a_message_cannot_steer_a_terminal),
  };

  return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
