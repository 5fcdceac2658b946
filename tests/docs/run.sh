#!/bin/sh
# What the documents say is so: blocks "```console" that start with "$ duizhao ..." are run and their lines have to come
# out in that order (a line … stands for any); links lead to files; every table, sample and page is listed.
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
PATH=$build:$PATH
LC_ALL=C
export PATH LC_ALL
number=0
failed=0

outcome() { # NAME PROBLEMS-FILE
  number=$((number + 1))
  if [ -s "$2" ]; then
    failed=1
    echo "not ok $number - $1"
    sed 's/^/# /' "$2" | head -10
  else
    echo "ok $number - $1"
  fi
}

for page in README.md samples/README.md data/README.md docs/*.md; do
  [ -f "$page" ] || continue
  awk -v work="$work" '
    /^```console$/ { inside = 1; block++; next }
    /^```$/ { inside = 0 }
    inside && /^\$ / { print substr($0, 3) > (work "/block" block ".cmd"); next }
    inside { print > (work "/block" block ".expected") }' "$page"
  for command in "$work"/block*.cmd; do
    [ -f "$command" ] || continue
    expected=${command%.cmd}.expected
    sh "$command" > "$work/got" 2>&1
    awk -v got="$work/got" '
      $0 == "…" || $0 == "" { next }
      { while ((more = (getline line < got)) > 0) if (line == $0) next
        print "does not come out (any more): " $0; exit }' "$expected" > "$work/problems"
    outcome "$page: $(cut -c1-60 "$command")" "$work/problems"
  done
  rm -f "$work"/block*

  folder=$(dirname "$page")
  grep -o '](\([^)#]*\))' "$page" | sed 's/^](//; s/)$//' | grep -v '^[a-z]*:' | while read -r link; do
    [ -e "$folder/$link" ] || echo "link to nowhere: $link"
  done > "$work/problems"
  outcome "$page: links" "$work/problems"
done

for table in data/*.tsv; do
  grep -q "\`$(basename "$table")\`" data/README.md || echo "data/README.md does not explain $(basename "$table")"
done > "$work/problems"
outcome "every table is explained" "$work/problems"

awk -F'|' '/^[|] `.*[.]tsv`/ { gsub(/[ `]/, "", $2); gsub(/ /, "", $4); print $2, $4 }' data/README.md |
  while read -r table file; do
    [ "$table" = variants.tsv ] && continue # compiled in
    grep -qs "\"$table\"" "$file" || echo "data/README.md: $file does not read $table"
  done > "$work/problems"
outcome "tables are read where it says" "$work/problems"

for sample in samples/*.*; do
  [ "$sample" = samples/README.md ] || grep -q "$(basename "$sample")" samples/README.md ||
    echo "samples/README.md does not mention $(basename "$sample")"
done > "$work/problems"
outcome "every sample is explained" "$work/problems"

for room in $(awk '!/^#/ && NF { print $1 }' docs/layers.txt); do
  [ ! -d "$room" ] || grep -q "$room/" docs/house.md || echo "docs/house.md does not say what $room/ is for"
done > "$work/problems"
outcome "every room has its place" "$work/problems"

# every option of --help stands in the manual pages, and they tell of no other
for manual in docs/duizhao.1 docs/duizhao.zh.1; do
  duizhao --lang en --help | grep -o -e '--[a-z][a-z-]*' | sort -u | while read -r option; do
    sed 's/\\-/-/g' "$manual" | grep -q -e "Fl ${option#-}\>" || echo "$manual does not tell $option"
  done > "$work/problems"
  sed -n 's/^\.It.*Fl \\\(-[^ ]*\).*/-\1/p' "$manual" | sed 's/\\-/-/g' | while read -r option; do
    duizhao --lang en --help | grep -q -e "$option\>" || echo "$manual tells of $option, which is no option"
  done >> "$work/problems"
  outcome "every option is in $manual" "$work/problems"
done
# the recipes print something where their tool is there; the R and jq of a machine without it are passed over
recipe() { # LANGUAGE TOOL TEST...
  language=$1
  shift
  awk -v work="$work" -v fence="\`\`\`$language" '
    $0 == fence { inside = 1; block++; next }
    /^```$/ { inside = 0 }
    inside { print > (work "/recipe" block) }' docs/recipes.md
  for code in "$work"/recipe*; do
    if "$@" > /dev/null 2>&1; then
      case $language in
        jq) sh "$code" ;;
        python) python3 "$code" ;;
        r) Rscript --vanilla "$code" ;;
      esac > "$work/got" 2> "$work/problems" || echo "fails" >> "$work/problems"
      [ -s "$work/got" ] || echo "prints nothing" >> "$work/problems"
      grep -q -e fails -e nothing "$work/problems" || : > "$work/problems"
      outcome "recipe for $language: $(sed -n 1p "$code" | cut -c1-50)" "$work/problems"
    else
      number=$((number + 1))
      echo "ok $number - recipe for $language # SKIP $1 is not there"
    fi
  done
  rm -f "$work"/recipe*
}
recipe jq jq --version
recipe python python3 -c 'import pandas'
recipe r Rscript --version
echo "1..$number"
exit $failed
