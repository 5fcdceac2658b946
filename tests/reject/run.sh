#!/bin/sh
# What is no report has to be refused well: exit status 2, exactly one line on standard error that starts with
# "duizhao: ", names the file and says what and where; nothing on standard output; with -o an old file stays.
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
root=$(pwd)
LC_ALL=C
export LC_ALL
number=0
failed=0
good=$root/samples/yunze-2022.txt
cd "$work" || exit 2

outcome() { # ok|not NAME [REASON]
  number=$((number + 1))
  if [ "$1" = ok ]; then
    echo "ok $number - $2"
  else
    failed=1
    echo "not ok $number - $2: $3"
    sed 's/^/# /' err | cut -c1-300 | head -5
  fi
}

# Runs duizhao and looks at everything a refusal promises.
refused() { # NAME PATTERN ARGUMENT...
  name=$1
  pattern=$2
  shift 2
  "$build/duizhao" "$@" > out 2> err < /dev/null
  status=$?
  why=
  [ $status -eq 2 ] || why="exit status $status, not 2"
  [ -n "$why" ] || [ ! -s out ] || why="something on standard output"
  [ -n "$why" ] || [ "$(wc -l < err)" -eq 1 ] || why="$(($(wc -l < err))) lines on standard error, not 1"
  [ -n "$why" ] || grep -q '^duizhao: ' err || why="the line does not start with duizhao:"
  [ -n "$why" ] || grep -q -e "$pattern" err || why="the line does not match: $pattern"
  if [ -z "$why" ]; then outcome ok "$name"; else outcome not "$name" "$why"; fi
}

# The same through -o: an old file stays as it is and no temporary file is left.
refused_output() { # NAME PATTERN ARGUMENT...
  mkdir -p place
  echo old > place/result
  refused "$@" -o place/result
  if [ "$(cat place/result)" = old ] && [ "$(ls place | wc -l)" -eq 1 ]; then
    outcome ok "$1: the old file stays"
  else
    outcome not "$1: the old file stays" "$(ls place)"
  fi
}

: > empty.txt
printf '\357\273\277' > only-bom.txt
printf ' \n\t\n\343\200\200\n' > blank.txt
mkdir folder
head -c 4096 /dev/urandom > noise.bin 2> /dev/null || awk 'BEGIN { for (i = 0; i < 4096; i++) printf "%c", (i * 167 + 13) % 256 }' > noise.bin
printf '\177ELF\002\001\001\000\000\000\000\000\000\000' > program
printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000' > picture.txt
printf '%s' '2023年述职报告' > invalid.txt
printf '\377\376\375\374 \200\201' >> invalid.txt

refused empty 'empty.txt: .*empty' normalize empty.txt
refused only-bom 'only-bom.txt: .*\(empty\|no text\)' normalize only-bom.txt
refused blank 'blank.txt: .*\(empty\|no text\)' normalize blank.txt
refused directory 'folder: holds no files' normalize folder
refused missing 'nowhere.txt: .*No such file' normalize nowhere.txt
refused binary 'program: ' normalize program
refused picture 'picture.txt: ' normalize picture.txt
refused invalid-utf8 'invalid.txt: .*19' normalize --encoding UTF-8 invalid.txt
refused newline-in-name 'a?b: ' normalize 'a
b'
refused steering-in-name '^duizhao: a?31m?b??c: ' normalize "$(printf 'a\302\23331m\342\200\256b\302\205\342\200\250c')"
refused steering-in-word '^duizhao: a?31m?b??c: ' "$(printf 'a\302\23331m\342\200\256b\302\205\342\200\250c')"
refused second-file 'empty.txt: .*empty' compare "$good" empty.txt
refused_output output-kept 'empty.txt: .*empty' compare "$good" empty.txt
refused output-nowhere 'no/such/folder/out' normalize "$good" -o no/such/folder/out
refused output-directory 'folder' normalize "$good" -o folder

# a sparse file of 200 MB is over the limit without being read
if dd if=/dev/zero of=huge.txt bs=1 count=0 seek=209715200 2> /dev/null; then
  refused over-limit 'huge.txt: .*limit' normalize huge.txt
else
  echo "ok - over-limit # SKIP no sparse files here"
fi

# unreadable: permission bits do not stop root, so run as nobody where that is possible
if [ "$(id -u)" != 0 ]; then
  cp "$good" locked.txt
  chmod 000 locked.txt
  refused unreadable 'locked.txt: .*Permission denied' normalize locked.txt
elif command -v setpriv > /dev/null 2>&1 && id nobody > /dev/null 2>&1; then
  cp "$good" locked.txt
  cp "$build/duizhao" ./duizhao
  chmod 000 locked.txt
  chmod 755 . ./duizhao
  setpriv --reuid=nobody --clear-groups ./duizhao normalize locked.txt > out 2> err
  if [ $? -eq 2 ] && grep -q '^duizhao: locked.txt: .*Permission denied' err && [ ! -s out ]; then
    outcome ok unreadable
  else
    outcome not unreadable "not refused as nobody"
  fi
else
  echo "ok - unreadable # SKIP root reads everything and setpriv is not here"
fi

# reading that fails later: a process' own memory cannot be read from its start
if [ -r /proc/self/mem ]; then
  refused read-error '/proc/self/mem: ' normalize /proc/self/mem
else
  echo "ok - read-error # SKIP no /proc/self/mem"
fi

# the command line
refused no-command . ''
refused unknown-command 'frobnicate' frobnicate "$good"
refused unknown-option '\--frobnicate' normalize --frobnicate "$good"
refused unknown-format 'docx' normalize -f docx "$good"
refused trouble-in-chinese 'nowhere.txt: .*No such file.*（文件读写失败）$' normalize --lang zh nowhere.txt
refused usage-in-chinese 'frobnicate.*（命令用法不对，见 duizhao --help）$' --lang zh normalize --frobnicate "$good"
refused option-without-value '\(-f\|--format\)' normalize "$good" -f
refused unknown-language 'fr' normalize --lang fr "$good"
refused compare-one . compare "$good"
refused track-one . track "$good"
refused normalize-none . normalize
refused check-none . check
refused data-nowhere 'no/such' normalize --data no/such "$good"

# a wrong table of the user's: file and line
mkdir tables
{ cat "$root/data/sections.tsv"; printf 'too\tmany\tfields\tin\tthis\trow\tof\tthe\ttable\n'; } > tables/sections.tsv
refused data-wrong "sections.tsv:$(($(wc -l < tables/sections.tsv)))" normalize --data tables "$good"

mkdir senses
sed 's/\tcap\t/\tlow\t/' "$root/data/indicators.tsv" > senses/indicators.tsv
refused indicator-sense 'indicators.tsv:[0-9]*: .*any or cap' normalize --data senses "$good"

# a phrase of 64 characters is taken, one of 65 is not
mkdir phrases
repeat() { awk -v n="$1" -v s="$2" 'BEGIN { while (n--) printf "%s", s }'; }
printf '%s\tpolicy\n' "$(repeat 64 路)" > phrases/genre_phrases.tsv
"$build/duizhao" normalize -q --data phrases "$good" > out 2> err
if [ $? -eq 0 ] && [ ! -s err ]; then outcome ok phrase-64; else outcome not phrase-64 "refused"; fi
for letter in 路 a; do
  printf '%s\tpolicy\n' "$(repeat 65 $letter)" > phrases/genre_phrases.tsv
  refused "phrase-65-$letter" 'genre_phrases.tsv:1: .*4 to 64' normalize --data phrases "$good"
done

mkdir nul-table
{ head -c 300 "$root/data/roles.tsv"; printf '\000'; tail -c +301 "$root/data/roles.tsv"; } > nul-table/roles.tsv
refused data-nul 'roles.tsv: .*NUL' normalize --data nul-table "$good"

mkdir other-variants
{ cat "$root/data/variants.tsv"; printf '甲\t乙\n'; } > other-variants/variants.tsv
refused data-fixed 'variants.tsv: .*part of the program' normalize --data other-variants "$good"

# all tables as they are, with a byte order mark before each and lines of DOS: as if none were given
mkdir marked
for table in "$root"/data/*.tsv; do
  case $table in
    */variants.tsv) cp "$table" marked ;;
    *) { printf '\357\273\277'; sed "s/$/$(printf '\r')/" "$table"; } > "marked/$(basename "$table")" ;;
  esac
done
"$build/duizhao" check "$good" > plain
"$build/duizhao" check --data marked "$good" > out 2> err
if cmp -s plain out && [ ! -s err ]; then outcome ok data-marked; else outcome not data-marked "another result"; fi

mkdir misspelt
cp "$root/data/sections.tsv" misspelt/section.tsv
refused data-misspelt 'section.tsv: no such table' normalize --data misspelt "$good"

echo "1..$number"
exit $failed
