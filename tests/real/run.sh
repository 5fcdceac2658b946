#!/bin/sh
# Every command on every real report at hand: no crash, no refusal, exit status 0 or 1. Under MODE=asan this is what
# finds the errors that made-up texts do not.
set -u
build=$1
shared=../shared/reports
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
number=0
failed=0
if [ ! -d "$shared" ]; then
  echo "ok 1 - real reports # SKIP ../shared/reports is not here"
  exit 0
fi

runs() { # NAME ARGUMENT...
  name=$1
  shift
  number=$((number + 1))
  "$build/duizhao" "$@" > "$work/out" 2> "$work/err"
  status=$?
  if [ $status -le 1 ] && [ ! -s "$work/err" ]; then
    echo "ok $number - $name"
  else
    failed=1
    echo "not ok $number - $name: exit status $status"
    grep -v '^$' "$work/err" | head -12 | sed 's/^/# /'
  fi
}

for report in "$shared"/*/*.txt; do
  name=$(basename "$report" .txt)
  runs "normalize $name" normalize --format text --all "$report"
  runs "check $name" check "$report"
done
earlier=
for report in "$shared"/state_council/*.txt "$shared"/province/*.txt "$shared"/duty/*.txt; do
  [ -z "$earlier" ] || runs "compare $(basename "$earlier" .txt) $(basename "$report" .txt)" compare --format json "$earlier" "$report"
  earlier=$report
done
for format in text html markdown csv; do
  runs "compare as $format" compare --format $format "$shared"/province/*_2025.txt
  runs "track as $format" track --format $format "$shared"/state_council/*.txt
done
runs "compare duty" compare --format json "$shared"/duty/*.txt
runs "track province" track --format json "$shared"/province/*_202[56].txt
echo "1..$number"
exit $failed
