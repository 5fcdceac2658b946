#!/bin/sh
# Hostile inputs: each ends in a bounded result or a refusal of one line, within 2 s of processor time and 512 MB; a pair,
# which prints up to 84 MB, within 5 s and 1 GB (twenty times the time and no bound on memory under the sanitizers, which
# cost that much). The time is that of a machine on which the loop of `slowness` takes REFERENCE s; on a slower or busier
# one it grows in proportion.
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
seconds=2
megabytes=512
case $build in
  */asan) seconds=40 megabytes=100000 ;;
esac
REFERENCE=0.4
slowness() { # how many times slower than the reference this machine is, at least 1
  "$build/obj/measure" took 60 awk 'BEGIN { for (i = 0; i < 6000000; i++) x += i % 7 }'
  awk -v reference=$REFERENCE '{ print ($1 > reference ? $1 / reference : 1) }' took
}
number=0
failed=0
cd "$work" || exit 2
seconds=$(awk -v seconds="$seconds" -v times="$(slowness)" 'BEGIN { print seconds * times }')

outcome() { # ok|not NAME REASON
  number=$((number + 1))
  if [ "$1" = ok ]; then
    echo "ok $number - $2 # $3"
  else
    failed=1
    echo "not ok $number - $2: $3"
    cut -c1-200 err | grep -v '^$' | head -8 | sed 's/^/# /'
  fi
}

# within NAME SECONDS ARGUMENT...
within() {
  name=$1
  limit=$2
  shift 2
  # a limit on the address space, so that a runaway stops before the machine does
  [ "$megabytes" -gt 2000 ] || ulimit -v 2000000
  "$build/obj/measure" took 120 "$build/duizhao" "$@" > out 2> err < /dev/null
  read -r cpu wall peak status < took
  figures="$cpu s, $peak MB, exit $status"
  if [ "$status" -gt 2 ]; then
    outcome not "$name" "$figures"
  elif [ "$status" -eq 2 ] && { [ "$(wc -l < err)" -ne 1 ] || [ -s out ]; }; then
    outcome not "$name" "refused, but not in one line: $figures"
  elif ! awk -v a="$cpu" -v b="$limit" -v c="$peak" -v d="$megabytes" 'BEGIN { exit !(a <= b && c <= d) }'; then
    outcome not "$name" "over $limit s or $megabytes MB: $figures"
  else
    outcome ok "$name" "$figures"
  fi
}

for input in $("$build/tests/hostile/make"); do
  "$build/tests/hostile/make" "$input" > "$input"
  within "normalize $input" $seconds normalize --format json "$input"
  case $input in
    one_line.txt) ;; # 50 MB of JSON: once is enough
    *) within "check $input" $seconds check "$input" ;;
  esac
done
for input in $("$build/tests/hostile/make_zip"); do
  "$build/tests/hostile/make_zip" "$input" "$input"
  within "normalize $input" $seconds normalize "$input"
done
if grep -q root: out; then outcome not "external entity" "a file of the machine was read"; fi

# cut off and scribbled over
head -c 3000 paragraphs.docx > cut.docx
within "normalize cut.docx" $seconds normalize cut.docx
{ head -c 200 entities.docx; printf '\377\377\377\377\377\377\377\377'; tail -c +209 entities.docx; } > scribbled.docx
within "normalize scribbled.docx" $seconds normalize scribbled.docx
printf '%%PDF-1.7\n1 0 obj\n<< /Length 99999999999 /Filter /FlateDecode >>\nstream\n' > cut.pdf
within "normalize cut.pdf" $seconds normalize cut.pdf

# a PDF that hangs: what reads it goes silent, and so does what that has started
mkdir hang
printf '#!/bin/sh\nsleep 60\n' > hang/pdftotext
chmod +x hang/pdftotext
path=$PATH
PATH=$work/hang:$PATH
within "normalize hanging.pdf" $seconds normalize cut.pdf
PATH=$path
if ! awk -v wall="$wall" -v limit=$seconds 'BEGIN { exit !(wall <= limit) }'; then
  outcome not "hanging.pdf" "waited $wall s"
fi

# pairs: two texts that offer an alignment no hold
pair=$(awk -v seconds="$seconds" 'BEGIN { print seconds * 2.5 }')
megabytes=$((megabytes * 2))
for input in sentence.txt sentence_lines.txt random_characters.txt random_few.txt shuffled.txt clause.txt \
  equal_headings.txt families.txt masks.txt; do
  "$build/tests/hostile/make" "$input@7" > other.txt
  within "compare $input with another" $pair compare --format json "$input" other.txt
done
"$build/tests/hostile/make" patched.txt@7 > other.txt
within "list very many edits" $pair compare --list --all patched.txt other.txt
within "compare two copies" $pair compare shuffled.txt shuffled.txt
within "track many members" $pair track --format json --year 2022,2023 respectively.txt respectively.txt
within "track many deeds" $pair track --format json --year 2023,2024 deeds.txt deeds.txt
within "track equal commitments" $pair track --format json commitments.txt same_commitments.txt

echo "1..$number"
exit $failed
