#!/bin/sh
# Quality as numbers with floors: the scoring programs of ../shared/eval and those beside this file, against
# tests/quality/floors. Skips with a clear word where ../shared or python3 is absent.
#
# A scorer of our own is tests/quality/score_*.py: called with the program and ../shared, it prints lines "NAME VALUE".
set -u
duizhao=$1/duizhao
shared=../shared
log=$1/tests/log/quality
mkdir -p "$log"
if [ ! -d "$shared/eval" ] || [ ! -d "$shared/gold" ]; then
  echo "ok 1 - quality # SKIP ../shared with reports and gold is not here"
  exit 0
fi
if ! command -v python3 > /dev/null 2>&1; then
  echo "ok 1 - quality # SKIP python3 is not here"
  exit 0
fi
limit=
command -v timeout > /dev/null 2>&1 && limit="timeout 300"

# Runs a scorer of ../shared/eval; what it printed stays in $log/NAME.
score() { # NAME ARGUMENT...
  name=$1
  shift
  $limit python3 "$shared/eval/score_$name.py" "$duizhao" "$@" > "$log/$name" 2>&1
}

years() { # the consecutive pairs of ../shared/reports/state_council and 2025 to 2026 of every province
  for year in 2014 2015 2016 2017 2018 2019 2020 2021; do
    echo "$shared/reports/state_council/国务院_$year.txt $shared/reports/state_council/国务院_$((year + 1)).txt"
  done
  for earlier in "$shared"/reports/province/*_2025.txt; do
    echo "$earlier ${earlier%_2025.txt}_2026.txt"
  done
}

# shellcheck disable=SC2046
{
  score outline "$shared/gold/duty" "$shared/reports/duty"
  awk '/^headings/ { print "outline.headings", $3 } /^quantity/ { print "outline.quantity", $3 }
       /^pledges/ { print "outline.pledges", $3 } /^findings/ { print "outline.findings", $2 }
       /^false/ { print "outline.false", $2 } /^outline/ { print "outline.overall", $2 }' "$log/outline"
  score reuse "$shared/gold/reuse"
  awk '/^(verbatim|slots|spun|reordered|edited|summary)/ { print "reuse." $1, $5 } /^none/ { print "reuse.none", $2 }
       /^all/ { print "reuse.granularity", $4 } /^plagdet/ { print "reuse.plagdet", $2 }' "$log/reuse"
  score track "$shared/gold/track" "$shared/reports"
  awk '$1 == "all" { print "track.found", $3; print "track.target", $4; print "track.outcome", $5
                     print "track.status", $6; print "track.renewal", $8; print "track.whole", $10 }' "$log/track"
  score formula "$shared"/reports/province/*_2025.txt
  awk '/^formula/ { print "formula.right", $2 / $4 }' "$log/formula"
  score formula "$shared"/reports/province/*_2026.txt
  awk '/^formula/ { print "formula.later", $2 / $4 }' "$log/formula"
  score edits $(years)
  awk '/^rebuild/ { print "edits.broken", $4 - $2 } /^(cover|hunks|islands|figures)/ { print "edits." $1, $2 }
       /^churn/ { print "edits.churn_above_optimum", $2 - $5 }' "$log/edits"
  for scorer in tests/quality/score_*.py; do
    [ -f "$scorer" ] || continue
    $limit python3 "$scorer" "$duizhao" "$shared" > "$log/$(basename "$scorer" .py)" 2>&1 ||
      echo "$(basename "$scorer").failed 1"
    awk 'NF == 2 && $2 ~ /^-?[0-9.]+$/' "$log/$(basename "$scorer" .py)"
  done
} > "$log/figures"

awk '
  FILENAME ~ /figures$/ { value[$1] = $2; order[++count] = $1; next }
  /^#/ || NF < 3 { next }
  {
    number++
    has[$1] = 1
    if (!($1 in value)) { print "not ok " number " - " $1 ": not measured"; failed = 1; next }
    good = $2 == "min" ? value[$1] + 0 >= $3 + 0 : value[$1] + 0 <= $3 + 0
    print (good ? "ok " : "not ok ") number " - " $1 " " value[$1] " (" $2 " " $3 ")"
    if (!good) failed = 1
  }
  END {
    for (i = 1; i <= count; i++) if (!(order[i] in has)) print "# " order[i] " " value[order[i]] " (no floor)"
    print "1.." number + 0
    exit failed
  }' "$log/figures" tests/quality/floors
