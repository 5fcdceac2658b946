#!/bin/sh
# run.sh - speed and what it looks like, beside peers where they are installed; writes docs/bench.md.
#
#     tests/bench/run.sh BUILD
#
# Texts: pieces of the reports in ../shared where they are, else made-up reports of the same length. Peers: git, wdiff,
# dwdiff, sim_text (Debian's similarity-tester), and with node diff-match-patch and Dolos' core; BENCH_NPM=1 installs the
# latter two into BUILD/bench/ (for development only).
set -u
build=$(pwd)/$1
root=$(pwd)
work=$build/bench
duizhao=$build/duizhao
bench=$build/tests/bench
page=$root/docs/bench.md
mkdir -p "$work"
LC_ALL=C.UTF-8
export LC_ALL

# ---- texts -----------------------------------------------------------------

text() { # NAME SEED COUNT: a report of COUNT code points; SEED chooses which
  if [ -s "$work/pool" ]; then
    "$bench" cut "$work/pool" $(($2 * 26000 % 360000)) "$3" > "$work/$1"
  else
    "$bench" generate "$2" "$3" > "$work/$1"
  fi
}

rm -f "$work/pool"
if [ -d ../shared/reports/province ]; then
  origin="pieces of public government work reports"
  cat ../shared/reports/province/*_2025.txt ../shared/reports/province/*_2026.txt > "$work/pool"
  year_a=../shared/reports/state_council/国务院_2021.txt
  year_b=../shared/reports/state_council/国务院_2022.txt
else
  origin="made-up reports of the same length"
  year_a=$root/samples/gwr-2023.txt
  year_b=$root/samples/gwr-2024.txt
fi
text a5 1 5000; text b5 8 5000
text a20 1 20000; text b20 8 20000
text a30 1 30000; text b30 8 30000
text a200 0 200000; text b200 7 160000
i=0
while [ $i -lt 200 ]; do
  if [ -s "$work/pool" ]; then
    "$bench" cut "$work/pool" $((i * 1830)) 5000 > "$work/many$i"
  else
    "$bench" generate $((i + 10)) 5000 > "$work/many$i"
  fi
  i=$((i + 1))
done
if [ -s "$work/pool" ]; then # reading: 3,000,000 characters and a tenth of them
  cat "$work/pool" "$work/pool" "$work/pool" "$work/pool" "$work/pool" "$work/pool" "$work/pool" "$work/pool" "$work/pool" > "$work/nine"
  "$bench" cut "$work/nine" 0 3000000 > "$work/large"
  "$bench" cut "$work/nine" 0 300000 > "$work/tenth"
else
  "$bench" generate 99 3000000 > "$work/large"
  "$bench" generate 99 300000 > "$work/tenth"
fi
cp "$year_a" "$work/year_a"; cp "$year_b" "$work/year_b"
# five paragraphs moved to the end, for the peers that tell moves
awk 'NR == 10 || NR == 14 || NR == 18 || NR == 22 || NR == 26 { late = late $0 "\n"; next } { print } END { printf "%s", late }' \
  "$work/year_a" > "$work/moved"

# ---- measuring -------------------------------------------------------------

# Least milliseconds of CPU and peak megabytes of five runs of a command, as "MS MB": the time of a clock on the wall
# tells as much of what else the machine does.
process() {
  for run in 1 2 3 4 5; do
    "$build/obj/measure" "$work/took" 300 "$@" > "$work/out" 2> "$work/err"
    cat "$work/took"
  done | awk '{ ms = $1 * 1000; if (!best || ms < best) best = ms; if ($3 > peak) peak = $3; status = $4 }
    END { if (status > 1) print "failed failed"; else printf "%.1f %.1f\n", best, peak }'
}

# Millions of instructions of a whole process, where valgrind is: the same on every machine, busy or not.
instructions() {
  command -v valgrind > /dev/null || { echo ""; return; }
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null |
    awk '/Collected/ { printf "%.1f\n", $NF / 1e6 }'
}

value() { # NAME < output of bench
  awk -F '\t' -v name="$1" '$1 == name { print $2 }'
}

bar() { # VALUE BAR: "met" or "missed"
  awk -v v="$1" -v b="$2" 'BEGIN { print (v == "" || v == "failed" ? "failed" : v + 0 <= b + 0 ? "met" : "missed") }'
}

row() { # NAME VALUE UNIT BAR
  echo "| $1 | $2 $3 | ≤ $4 $3 | $(bar "$2" "$4") |"
}

least() { # NAME VALUE UNIT BAR, where more is better
  echo "| $1 | $2 $3 | ≥ $4 $3 | $(awk -v v="$2" -v b="$4" 'BEGIN { print (v + 0 >= b + 0 ? "met" : "missed") }') |"
}

"$bench" read "$work/large" > "$work/read"
"$bench" read "$work/tenth" > "$work/read10"
"$bench" compare "$work/a20" "$work/b20" > "$work/c20"
"$bench" compare "$work/a5" "$work/b5" > "$work/c5"
"$bench" compare "$work/a200" "$work/b200" > "$work/c200"
"$bench" track "$work/a30" "$work/b30" > "$work/t30"
set -- $(process "$duizhao" compare --format json "$work/a20" "$work/b20"); whole_ms=$1 whole_mb=$2
set -- $(process "$duizhao" compare --format html "$work/a20" "$work/b20"); html_ms=$1
set -- $(process "$duizhao" track --format json "$work/a30" "$work/b30"); track_ms=$1 track_mb=$2
set -- $(process "$bench" compare "$work/a200" "$work/b200"); long_mb=$2
"$build/obj/measure" "$work/took" 300 "$bench" read "$work/large" > /dev/null; read -r cpu wall peak_mb status < "$work/took"
"$build/obj/measure" "$work/took" 300 "$bench" read "$work/a5" > /dev/null; read -r cpu wall base_mb status < "$work/took"
many=
i=0
while [ $i -lt 200 ]; do many="$many $work/many$i"; i=$((i + 1)); done
# shellcheck disable=SC2086
"$build/obj/measure" "$work/took" 600 "$bench" many $many > "$work/cmany"; read -r cpu wall many_mb status < "$work/took"
many_cpu=$cpu
five_instructions=$(instructions "$duizhao" compare --format json "$work/a5" "$work/b5")
twenty_instructions=$(instructions "$duizhao" compare --format json "$work/a20" "$work/b20")
long_instructions=$(instructions "$duizhao" compare --format json "$work/a200" "$work/b200")
# check, ten times the 200 reports: with one thread and with two
set -- "$work"/many*[0-9]
set -- "$@" "$@" "$@" "$@" "$@" "$@" "$@" "$@" "$@" "$@"
"$build/obj/measure" "$work/took" 600 "$duizhao" check -j 2 "$@" > /dev/null; read -r cpu wall check_mb status < "$work/took"
ten_ms=
if [ -s "$work/pool" ]; then
  set -- $(process "$duizhao" track --format json ../shared/reports/state_council/*.txt); ten_ms=$1
fi
read_ms=$(value read < "$work/read"); read10_ms=$(value read < "$work/read10")
characters=$(value characters < "$work/read")
per_character=$(awk -v p="$peak_mb" -v b="$base_mb" -v n="$characters" 'BEGIN { printf "%.1f", (p - b) * 1048576 / n - 3 }')
times=$(awk -v a="$read_ms" -v b="$read10_ms" 'BEGIN { printf "%.1f", a / b }')
many_s=$(value reuse < "$work/cmany" | awk '{ printf "%.2f", $1 / 1000 }')

figures() {
  cat << END
# Speed, and what it looks like beside others

Written by \`make bench\` on $(uname -m), $(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo 2> /dev/null), $(${CC:-cc} --version | head -1); one core.
Texts: $origin. Times of whole processes are CPU time, the least of several runs; another machine gives other times, the ratios stay.

## duizhao alone

| what | measured | bar | |
|---|---|---|---|
$([ -z "$five_instructions" ] || row "instructions, two reports of 5,000 characters, whole process" "$five_instructions" million 45)
$([ -z "$twenty_instructions" ] || row "instructions, 20,000 against 20,000" "$twenty_instructions" million 200)
$([ -z "$long_instructions" ] || row "instructions, 200,000 against 160,000" "$long_instructions" million 1500)
$(row "check of 2,000 reports of 5,000 characters, two threads, peak memory" "$check_mb" MB 64)
$(row "two reports of 20,000 characters, whole process, JSON" "$whole_ms" ms 50)
$(row "the same, peak memory" "$whole_mb" MB 50)
$(row "the same, HTML" "$html_ms" ms 50)
$(row "comparison itself (changes), 20,000 against 20,000" "$(value changes < "$work/c20")" ms 10)
$(row "reuse stage, 5,000 against 5,000" "$(value reuse < "$work/c5")" ms 0.3)
$(row "reuse stage, 20,000 against 20,000" "$(value reuse < "$work/c20")" ms 2)
$(row "changes, 200,000 against 160,000" "$(value changes < "$work/c200")" ms 1000)
$(row "the same, peak memory of the whole process" "$long_mb" MB 500)
$(row "200 reports of 5,000 characters, all 19,900 pairs, reuse stage" "$many_s" s 3)
$(row "the same, peak memory of the whole process" "$many_mb" MB 100)
$(row "track, two reports of 30,000 characters, whole process" "$track_ms" ms 100)
$(row "the same, peak memory" "$track_mb" MB 60)
$([ -z "$ten_ms" ] || row "track, ten years, whole process" "$ten_ms" ms 1000)
$(least "reading text, all of normalize" "$(value throughput < "$work/read")" MB/s 20)
$(row "memory of a read report, peak, without the file itself" "$per_character" "bytes/character" 40)
$(row "reading ten times the text" "$times" "times the time" 11)
END
}

# ---- peers: inline differences ---------------------------------------------

python=$(command -v python3 || :)
modules=$work/node/node_modules
if [ "${BENCH_NPM:-0}" = 1 ] && command -v npm > /dev/null; then
  mkdir -p "$work/node"
  (cd "$work/node" && npm install --no-audit --no-fund --silent diff-match-patch @dodona/dolos-core) || echo "bench: npm failed" >&2
fi

describe() { # KIND OLD NEW < output: "hunks | figures cut | marked | moves"
  if [ -n "$python" ]; then
    "$python" "$root/tests/bench/peers.py" "$@" | awk '{ print $1 " | " $2 " % | " $3 " | " $4 }'
  else
    echo "– | – | – | –"
  fi
}

peer() { # NAME KIND COMMAND...
  name=$1 kind=$2
  shift 2
  set -- $(process "$@" "$work/year_a" "$work/year_b") "$@"
  ms=$1 mb=$2
  shift 2
  "$@" "$work/year_a" "$work/year_b" > "$work/out" 2> /dev/null
  shown=$(describe "$kind" < "$work/out")
  "$@" "$work/year_a" "$work/moved" > "$work/out" 2> /dev/null
  moved=$(describe "$kind" < "$work/out" | awk -F ' [|] ' '{ print $4 }')
  echo "| $name | $ms | $mb | $(echo "$shown" | sed 's/ | [^|]*$//') | $moved |"
}

edits_table() {
  echo
  echo "## Edits between two years of one government's report"
  echo
  echo "$(wc -m < "$work/year_a") against $(wc -m < "$work/year_b") characters. Whole process. Figures cut: numbers of which a part is marked."
  echo "Moves: five paragraphs of the first were moved to its end; how many changes are told as moved."
  echo
  echo "| tool | ms | MB | hunks | figures cut | characters marked | moves told |"
  echo "|---|---|---|---|---|---|---|"
  peer duizhao duizhao "$duizhao" compare --format json
  if command -v git > /dev/null; then
    peer "git diff --no-index --word-diff-regex=." git git --no-pager diff --no-index --no-color -U100000 --word-diff=porcelain --word-diff-regex=.
  else echo "| git | not installed | | | | | |"; fi
  for tool in wdiff dwdiff; do
    if command -v $tool > /dev/null; then peer $tool wdiff $tool; else echo "| $tool | not installed | | | | | |"; fi
  done
  if [ -d "$modules/diff-match-patch" ]; then
    NODE_PATH=$modules
    export NODE_PATH
    peer "diff-match-patch (node)" ops node "$root/tests/bench/dmp.js"
  else echo "| diff-match-patch | not installed (BENCH_NPM=1 make bench) | | | | | |"; fi
}

reuse_table() {
  echo
  echo "## Shared wording"
  echo
  echo "Whole processes, CPU time: duizhao reads, compares and prints all it knows; sim_text works on spaced characters, without"
  echo "positions. Single stages, reading aside: duizhao's reuse stage, Dolos."
  echo
  echo "| tool | 5,000 × 5,000 | 20,000 × 20,000 | 200 reports, all pairs |"
  echo "|---|---|---|---|"
  set -- $(process "$duizhao" compare --format json "$work/a5" "$work/b5"); five=$1
  set -- $(process "$duizhao" compare --format json "$work/a20" "$work/b20"); twenty=$1
  echo "| duizhao, whole process (the last without printing) | $five ms | $twenty ms | $many_cpu s |"
  echo "| duizhao, reuse stage (passages with class and slots) | $(value reuse < "$work/c5") ms | $(value reuse < "$work/c20") ms | $many_s s |"
  if command -v sim_text > /dev/null; then
    for name in a5 b5 a20 b20; do spaced "$name"; done
    i=0
    while [ $i -lt 200 ]; do spaced many$i; i=$((i + 1)); done
    set -- $(process sim_text -p -a -s -t 1 "$work/a5.spaced" "$work/b5.spaced"); five=$1
    set -- $(process sim_text -p -a -s -t 1 "$work/a20.spaced" "$work/b20.spaced"); twenty=$1
    "$build/obj/measure" "$work/took" 300 sim_text -p -e -s -t 1 "$work"/many*.spaced > /dev/null 2>&1
    read -r cpu wall peak status < "$work/took"
    echo "| sim_text, whole process (percentages only) | $five ms | $twenty ms | $cpu s |"
  else echo "| sim_text | not installed | | |"; fi
  if [ -d "$modules/@dodona/dolos-core" ]; then
    BENCH_MODULES=$modules
    export BENCH_MODULES
    set -- $(node "$root/tests/bench/dolos.mjs" 8 "$work/a5" "$work/b5"); five=$1
    set -- $(node "$root/tests/bench/dolos.mjs" 8 "$work/a20" "$work/b20"); twenty=$1
    # shellcheck disable=SC2086
    set -- $(node "$root/tests/bench/dolos.mjs" 8 $many) failed; all=$1
    echo "| Dolos core, stage, k = 8 (fragments) | $five ms | $twenty ms | $(awk -v a="$all" 'BEGIN { if (a + 0) printf "%.2f s", a / 1000; else print "failed" }') |"
  else echo "| Dolos core | not installed (BENCH_NPM=1 make bench) | | |"; fi
}

spaced() { # NAME: the text with a space between characters, as sim_text wants it
  sed 's/./& /g' "$work/$1" > "$work/$1.spaced"
}

{
  figures
  edits_table
  reuse_table
} > "$work/page" && cp "$work/page" "$page"
cat "$page"
