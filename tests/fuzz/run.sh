#!/bin/sh
# Replays the corpora tests/fuzz/corpus/NAME/ through build/tests/fuzz/fuzz_NAME, and the samples besides.
set -u
build=$1
number=0
failed=0
for source in tests/fuzz/fuzz_*.c; do
  program=$(basename "$source" .c)
  number=$((number + 1))
  corpus=tests/fuzz/corpus/${program#fuzz_}
  inputs=
  [ ! -d "$corpus" ] || inputs=$corpus
  if "$build/tests/fuzz/$program" $inputs samples > "$build/tests/fuzz/out" 2>&1; then
    echo "ok $number - $program: $(tail -1 "$build/tests/fuzz/out")"
  else
    failed=1
    echo "not ok $number - $program"
    grep -v '^$' "$build/tests/fuzz/out" | head -30 | sed 's/^/# /'
  fi
done
echo "1..$number"
exit $failed
