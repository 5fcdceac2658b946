#!/bin/sh
# The command line as users meet it: every option and its wrong values, folders, terminal and pager, places of output.
# tests/reject holds what is refused as a report; tests/golden what the results look like.
set -u
build=$(pwd)/$1
root=$(pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
duizhao=$build/duizhao
earlier=$root/samples/yunze-2022.txt
later=$root/samples/yunze-2023.txt
number=0
failed=0
cd "$work" || exit 2
LC_ALL=C
export LC_ALL
unset LANG LC_MESSAGES NO_COLOR COLUMNS PAGER TERM 2> /dev/null

# says NAME STATUS PATTERN ARGUMENT...: exit status, and a pattern in what is printed on either stream
says() {
  name=$1
  expected=$2
  pattern=$3
  shift 3
  number=$((number + 1))
  "$duizhao" "$@" > out 2> err < /dev/null
  status=$?
  if [ $status -eq "$expected" ] && { [ -z "$pattern" ] || cat out err | grep -q -e "$pattern"; }; then
    echo "ok $number - $name"
  else
    failed=1
    echo "not ok $number - $name: status $status, expected $expected with $pattern"
    head -3 err | sed 's/^/# /'
  fi
}

same() { # NAME FILE FILE
  number=$((number + 1))
  if cmp -s "$2" "$3"; then echo "ok $number - $1"; else failed=1; echo "not ok $number - $1: $2 and $3 differ"; fi
}

# ---- help and options --------------------------------------------------------
says "help of the program" 0 'usage: duizhao COMMAND' --help
says "help in Chinese" 0 '用法' --help --lang zh
for command in compare track check normalize; do
  says "help of $command" 0 "$command" $command --help
done
says "version" 0 '^duizhao [0-9]' -V
says "no command" 2 'duizhao' 
says "no such command" 2 'nonsense' nonsense "$earlier"
says "value behind =" 0 '"schema"' normalize --format=json "$earlier"
says "value behind = where there is none" 2 'raw' normalize --raw=1 "$earlier"
says "short options together" 1 '' compare -qf json "$earlier" "$later"
says "-- ends the options" 2 '^duizhao: --help' normalize -- --help
says "colour by word" 2 'color' check --color sometimes "$earlier"
says "columns not a number" 2 'columns' check --columns many "$earlier"
says "columns too few" 2 'columns' check --columns 3 "$earlier"
says "cells not 1 or 2" 2 'ambiguous' check --ambiguous 3 "$earlier"
says "size with a unit" 0 '' normalize -q --max-size 1G "$earlier"
says "size without sense" 2 'max-size' normalize --max-size big "$earlier"
says "year without sense" 2 'year' normalize --year soon "$earlier"
says "years for other files" 2 'year' compare --year 2021,2022,2023 "$earlier" "$later"
says "a base that is no report" 2 'base' compare --base nowhere "$earlier" "$later" "$earlier"
says "a table" 1 "closest\|targets" compare --table points "$earlier" "$later"
says "a table of another result" 2 "no such table" compare --table findings "$earlier" "$later"
says "a table that is no CSV" 2 "needs the format csv" compare -f json --table points "$earlier" "$later"
says "an option of another command" 2 'pins' check --pins x "$earlier"

# ---- folders ------------------------------------------------------------------
mkdir folder folder/sub empty
for sample in "$root"/samples/*.txt; do cp "$sample" folder/; done
: > folder/.hidden
says "background of a folder" 1 '"schema"' compare -f json --background folder "$earlier" "$later"
cp out with-folder
set --
for file in folder/*.txt; do set -- "$@" --background "$file"; done
says "the same, named one by one" 1 '"schema"' compare -f json "$@" "$earlier" "$later"
same "a folder is its files" out with-folder
says "background of an empty folder" 1 'holds no report' compare --background empty "$earlier" "$later"
says "background nowhere" 2 'nowhere' compare --background nowhere "$earlier" "$later"
printf 'not a report\377\376\000' > folder/broken.docx
says "what is no report in a background is reported" 1 'broken' compare --background folder "$earlier" "$later"
rm folder/broken.docx

# ---- many reports: printed one at a time, the same for any number of threads ----------
for command in check normalize; do
  for format in text json csv markdown html; do
    "$duizhao" $command -j 1 -f $format folder/*.txt > one 2> err
    "$duizhao" $command -j 4 -f $format folder > four 2> err
    same "$command of a folder as $format with four threads" one four
  done
  : > nothing
  printf 'not a report\377\376\000' > folder/broken.docx
  "$duizhao" $command -j 1 -f json folder > some 2> err
  status=$?
  "$duizhao" $command -j 1 -f json folder/*.txt > all
  same "$command passes over what cannot be read" some all
  [ $status -eq 2 ] && [ "$(grep -c broken.docx err)" -eq 1 ] || : > some
  same "$command tells it once, and with its status" some all
  "$duizhao" $command -f json folder/broken.docx > some 2> err
  same "$command of nothing that can be read prints nothing" some nothing
  rm folder/broken.docx
done
# more than are told together: one at a time, in their order
mkdir many
for copy in 1 2 3 4; do
  for file in folder/*.txt; do cp "$file" "many/$copy-$(basename "$file")"; done
done
for command in check normalize; do
  for format in text json csv markdown; do
    "$duizhao" $command -j 1 -f $format many > one 2> err
    "$duizhao" $command -j 4 -f $format many > four 2> err
    same "$command of many as $format with four threads" one four
  done
done
rm -r many
says "no threads" 2 'jobs' check -j 0 folder
says "threads for one comparison" 2 'jobs' compare -j 2 "$earlier" "$later"

# ---- output and terminal ---------------------------------------------------------
says "output to a file" 1 '' compare -o page.html -f html "$earlier" "$later"
says "output again replaces it" 1 '' compare -o page.html -f html "$earlier" "$later"
number=$((number + 1))
if grep -q '</html>' page.html && [ ! -s out ]; then echo "ok $number - the page is whole"; else failed=1; echo "not ok $number - page.html"; fi
for language in zh en; do
  LANG=${language}_XX.UTF-8
  LC_ALL=
  export LANG LC_ALL
  says "the locale chooses $language" 1 "$([ $language = zh ] && echo '对照' || echo '^comparison')" compare "$earlier" "$later"
done
unset LANG
LC_ALL=C
export LC_ALL
COLUMNS=40
export COLUMNS
says "narrow" 1 '' compare "$earlier" "$later"
number=$((number + 1))
widest=$(awk '{ if (length($0) > most) most = length($0) } END { print most }' out)
unset COLUMNS
says "as wide as it is" 1 '' compare "$earlier" "$later"
widest_free=$(awk '{ if (length($0) > most) most = length($0) } END { print most }' out)
if [ "$widest" -lt "$widest_free" ]; then echo "ok $((number - 1)) - COLUMNS narrows ($widest, $widest_free)"; else failed=1; echo "not ok $((number - 1)) - COLUMNS narrows ($widest, $widest_free)"; fi
says "colour always" 1 "$(printf '\033')\\[" compare --color always "$earlier" "$later"
if command -v script > /dev/null && script -qec true /dev/null > /dev/null 2>&1; then
  # on a terminal: colour, and the pager of the user
  printf '#!/bin/sh\nsed "s/^/paged:/"\n' > pager
  chmod +x pager
  number=$((number + 1))
  PAGER=$work/pager TERM=xterm timeout 20 script -qec "$duizhao check '$root/samples/qingqu-2023.txt'; '$duizhao' check --lang zh '$earlier'" typed > /dev/null 2>&1
  if grep -q 'paged:' typed; then echo "ok $number - the pager is used on a terminal"; else failed=1; echo "not ok $number - the pager is used on a terminal"; fi
  number=$((number + 1))
  PAGER=$work/pager TERM=xterm timeout 20 script -qec "$duizhao check --no-pager '$earlier'" typed > /dev/null 2>&1
  if grep -q 'paged:' typed; then failed=1; echo "not ok $number - --no-pager"; else echo "ok $number - --no-pager"; fi
  number=$((number + 1))
  NO_COLOR=1 PAGER=cat TERM=xterm timeout 20 script -qec "$duizhao compare '$earlier' '$later'" typed > /dev/null 2>&1
  if grep -q "$(printf '\033')\\[[0-9]" typed; then failed=1; echo "not ok $number - NO_COLOR"; else echo "ok $number - NO_COLOR"; fi
  number=$((number + 1))
  PAGER=no-such-pager TERM=xterm timeout 20 script -qec "$duizhao check '$earlier'; echo status \$?" typed > /dev/null 2>&1
  if grep -q 'status [01]' typed; then echo "ok $number - a pager that is not there"; else failed=1; echo "not ok $number - a pager that is not there"; fi
fi
"$duizhao" compare -f html "$earlier" "$later" 2> err | head -c 100 > /dev/null
number=$((number + 1))
if [ -s err ]; then failed=1; echo "not ok $number - a reader that goes away is no error"; else echo "ok $number - a reader that goes away is no error"; fi
if [ -e /dev/full ]; then
  number=$((number + 1))
  "$duizhao" compare "$earlier" "$later" > /dev/full 2> err
  status=$?
  if [ $status -eq 2 ] && grep -q 'cannot write' err; then echo "ok $number - a full disk is told"; else failed=1; echo "not ok $number - a full disk is told: status $status"; fi
fi

# ---- old .doc through other programs -----------------------------------------------
mkdir programs
printf '\320\317\021\340\241\261\032\341' > old.doc
head -c 2000 /dev/zero >> old.doc
printf 'W\000o\000r\000d\000D\000o\000c\000u\000m\000e\000n\000t\000' >> old.doc
head -c 2000 /dev/zero >> old.doc
printf '#!/bin/sh\ncat > /dev/null\ncat "%s"\n' "$earlier" > programs/antiword
printf '#!/bin/sh\nexit 1\n' > programs/catdoc
chmod +x programs/antiword programs/catdoc
path=$PATH
PATH=$work/programs:$path
export PATH
says "old .doc by antiword" 0 '云泽' normalize old.doc
printf '#!/bin/sh\ncat > /dev/null\nexit 1\n' > programs/antiword
printf '#!/bin/sh\ncat > /dev/null\ncat "%s"\n' "$earlier" > programs/catdoc
says "old .doc by catdoc where antiword fails" 0 '云泽' normalize old.doc
printf '#!/bin/sh\ncat > /dev/null\nexit 1\n' > programs/catdoc
says "old .doc that neither can read" 2 'old.doc' normalize old.doc
PATH=$path
export PATH

# ---- files without a command, folders, patterns, typing errors -------------------
says "files without a command are compared" 1 '"duizhao.comparison/1"' -f json "$earlier" "$later"
mkdir reports
cp "$root"/samples/gwr-202[34].txt reports/
echo 'no report' > reports/notes.xyz
says "a folder is the reports in it" 1 '"duizhao.track/1"' track -f json reports
cp out of-folder
says "and so is a pattern" 1 '"duizhao.track/1"' track -f json 'reports/*.txt'
same "folder and pattern are the same files" out of-folder
mkdir single
cp "$earlier" single/
says "a folder of one report is not enough to compare" 2 'needs two files' compare single
says "a folder without a report" 2 'holds no report' check empty
says "a pattern that matches nothing" 2 'no file matches' check 'reports/*.pdf'
says "a mistyped command" 2 'did you mean compare' comapre "$earlier" "$later"
says "a mistyped command in Chinese" 2 '你是不是要 compare' --lang zh comapre "$earlier" "$later"
says "a mistyped option" 2 'did you mean --format' compare --fromat json "$earlier" "$later"
says "nothing like it" 2 'see --help' compare --entirely "$earlier" "$later"
says "no file, in Chinese" 2 '打不开：没有这个文件' check --lang zh nowhere.txt
says "a wrong value, in Chinese" 2 '“sometimes”不对' --lang zh check --color sometimes "$earlier"
says "side by side on a wide terminal" 1 '' compare --lang zh --columns 120 "$earlier" "$later"

# ---- completions ------------------------------------------------------------------
for shell in bash zsh fish; do
  number=$((number + 1))
  sh "$root/tools/completions.sh" "$duizhao" $shell > completion 2> err
  missing=$("$duizhao" --lang en --help | grep -o -e '--[a-z][a-z-]*' | sort -u | sed 's/^--//' | while read -r option; do
    grep -q -e "$option" completion || echo "$option"
  done)
  if [ -z "$missing" ] && { ! command -v $shell > /dev/null 2>&1 || $shell -n completion; }; then
    echo "ok $number - completion for $shell"
  else
    failed=1
    echo "not ok $number - completion for $shell lacks: $missing"
  fi
done

echo "1..$number"
exit $failed
