#!/bin/sh
# run.sh - runs suites of tests and counts.
#
#     tests/run.sh BUILD SUITE...
#
# A suite is a folder tests/SUITE with a run.sh that takes BUILD and prints TAP
# (ok, not ok, ok ... # SKIP why), or, without one, the programs
# BUILD/tests/SUITE/test_*. Logs: BUILD/tests/log/SUITE.tap. What fails and what
# was skipped is shown, all of it with V=1. The last line is
#
#     N passed, N failed[, N skipped]
set -u
build=$1
shift
log=$build/tests/log
mkdir -p "$log"
unset COLUMNS NO_COLOR DUIZHAO_DATA DUIZHAO_PAGER PAGER LANGUAGE LC_ALL LANG 2>/dev/null
CMOCKA_MESSAGE_OUTPUT=TAP
UBSAN_OPTIONS=print_stacktrace=1
export CMOCKA_MESSAGE_OUTPUT UBSAN_OPTIONS
limit=
command -v timeout > /dev/null 2>&1 && limit="timeout 600"

# Runs one command that prints TAP; a bad exit without a "not ok" counts as a failure of its own.
run_tap() { # NAME COMMAND...
  name=$1
  shift
  echo "# == $name"
  $limit "$@" > "$log/one" 2>&1
  status=$?
  cat "$log/one"
  grep -q '^not ok' "$log/one" || [ $status -eq 0 ] || echo "not ok - $name ended with status $status"
  grep -q -e '^ok' -e '^not ok' "$log/one" || [ $status -ne 0 ] || echo "not ok - $name ran no test"
}

run_programs() { # SUITE
  for source in tests/"$1"/test_*.c; do
    [ -f "$source" ] || continue
    program=$(basename "$source" .c)
    run_tap "$program" "$build/tests/$1/$program"
  done
}

for suite in "$@"; do
  if [ -f "tests/$suite/run.sh" ]; then
    run_tap "$suite" sh "tests/$suite/run.sh" "$build" > "$log/$suite.tap"
  elif [ -d "tests/$suite" ]; then
    run_programs "$suite" > "$log/$suite.tap"
  else
    continue
  fi
  awk -v suite="$suite" '
    /^ok/ && /# [Ss][Kk][Ii][Pp]/ { skipped++; next }
    /^ok/ { passed++ }
    /^not ok/ { failed++ }
    END { printf "%-10s %4d passed", suite, passed
          if (failed) printf ", %d failed", failed
          if (skipped) printf ", %d skipped", skipped
          print "" }' "$log/$suite.tap"
  if [ "${V:-0}" = 1 ]; then
    sed 's/^/    /' "$log/$suite.tap"
  else # a failure with the lines before it that name the program and the lines after it that explain
    awk '
      /^# == / { head = $0; shown = 0; next }
      /^not ok/ { if (!shown) { print "  " head; shown = 1 }; print "    " $0; detail = 1; next }
      /^ok/ { detail = 0; if ($0 ~ /# [Ss][Kk][Ii][Pp]/) print "    " $0; next }
      detail { if (++lines[head] <= 40) print "      " $0 }' "$log/$suite.tap"
  fi
done

for suite in "$@"; do
  [ ! -f "$log/$suite.tap" ] || cat "$log/$suite.tap"
done | awk '
  /^ok/ && /# [Ss][Kk][Ii][Pp]/ { skipped++; next }
  /^ok/ { passed++ }
  /^not ok/ { failed++ }
  END {
    printf "%d passed, %d failed", passed, failed
    if (skipped) printf ", %d skipped", skipped
    print ""
    exit failed > 0
  }'
