#!/bin/sh
# gates.sh - the rules of the house that a program can check.
#
#     tools/gates.sh FACTS [GATE...]
#
# Runs in the root of the tree. FACTS is the program made from tools/facts.c.
# Each gate is one function that prints what breaks its rule and nothing else;
# the outcome is TAP. The rules themselves are data: docs/layers.txt,
# docs/third_party.txt, docs/banned.txt, docs/literals.txt. tests/selftest/run.sh breaks each
# rule on purpose and looks whether its gate fires.
set -u
LC_ALL=C
export LC_ALL
facts=$1
shift
folders="include base text knowledge normalize review diff render cmd tools tests"
found=$(mktemp -d) || exit 2
trap 'rm -rf "$found"' EXIT
sources=$(find $folders \( -name '*.c' -o -name '*.h' \) 2>/dev/null | sort)
"$facts" $sources > "$found/facts" || exit 2
# every text file of the tree, built and hidden ones aside
find . \( -name .git -o -path ./build \) -prune -o -type f -print | sed 's|^\./||' | sort > "$found/files"

# No file over 600 lines.
gate_file_size() {
  awk '$1 == "file" && $3 > 600 { print $2 ": " $3 " lines, at most 600" }' "$found/facts"
}

# No function over 80 lines.
gate_function_size() {
  awk '$1 == "function" && $5 > 80 { print $2 ":" $3 ": " $4 " has " $5 " lines, at most 80" }' "$found/facts"
}

# A file name stands once in the library and the program, so that a name in a message finds its file.
gate_unique_names() {
  awk '$1 == "file" && $2 ~ /\.c$/ && $2 !~ /^tests/ {
    name = $2; sub(/.*\//, "", name)
    if (name in seen) print $2 ": the same name as " seen[name]
    seen[name] = $2 }' "$found/facts"
}

# docs/layers.txt: a room includes only what stands behind it.
gate_layers() {
  awk '
    FILENAME ~ /layers/ { if ($0 !~ /^#/ && NF) { known[$1]; for (i = 1; i <= NF; i++) may[$1, $i] }; next }
    function room(path) { return path ~ /\// ? substr(path, 1, match(path, /\/[^\/]*$/) - 1) : "" }
    $1 != "include" { next }
    {
      from = room($2)
      if (!(from in known)) { if (from !~ /^(tests|tools)/ && from !~ /^include/) print $2 ": no room of docs/layers.txt"; next }
      header = $4; gsub(/[<>"]/, "", header)
      if ($4 ~ /^<duizhao/) to = "include"
      else if ($4 ~ /^</) next
      else if (header ~ /\//) to = room(header)
      else to = from
      if (header ~ /^\.\.?\//) print $2 ":" $3 ": " $4 ": a path through .. hides the room"
      else if (!((from, to) in may) && index(to, from "/") != 1) print $2 ":" $3 ": " from "/ may not include " $4
    }' docs/layers.txt "$found/facts" | sort -u
}

# Files that call each other in a ring cannot be read one after the other, and a call that runs against
# docs/layers.txt may hide behind a declaration in another room. Both are looked for in the objects of a build.
# Only the way in of a folder (normalize/, diff/) may call the rooms below it.
gate_rings() {
  objects=${DZ_OBJECTS:-build/obj}
  [ -d "$objects" ] && command -v nm > /dev/null && command -v tsort > /dev/null || return 0
  for room in $(awk '!/^#/ && NF && $1 != "cmd" { print $1 }' docs/layers.txt); do
    for object in "$objects/$room"/*.o; do
      [ ! -f "$object" ] || nm -P "$object" | sed "s|^|$room/$(basename "$object" .o) |"
    done
  done > "$found/symbols"
  awk '
    NR == FNR { if ($3 ~ /^[TDRB]$/) where[$2] = $1; next }
    $3 == "U" && ($2 in where) && where[$2] != $1 { print $1, where[$2] }' "$found/symbols" "$found/symbols" |
    sort -u > "$found/arrows"
  tsort "$found/arrows" 2>&1 > /dev/null | grep '/' | sed 's/^tsort: */in a ring of files: /'
  awk '
    FILENAME ~ /layers/ { if ($0 !~ /^#/ && NF) for (i = 1; i <= NF; i++) may[$1, $i]; next }
    function room(path) { return substr(path, 1, match(path, /\/[^\/]*$/) - 1) }
    { from = room($1); to = room($2) }
    !((from, to) in may) && index(to, from "/") != 1 { print $1 " may not call " $2 }' docs/layers.txt "$found/arrows"
}

# docs/third_party.txt: a foreign header stands in its one file.
gate_third_party() {
  awk '
    BEGIN {
      split("assert ctype errno float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdbool " \
            "stddef stdint stdio stdlib stdnoreturn string time uchar wchar wctype " \
            "dirent fcntl glob langinfo poll pthread spawn strings sys/resource sys/ioctl sys/stat sys/time sys/types " \
            "sys/wait termios unistd", names, " ")
      for (i in names) standard[names[i] ".h"]
    }
    FILENAME ~ /third_party/ { if ($0 !~ /^#/ && NF == 2) may[$1, $2]; next }
    $1 != "include" || $4 !~ /^</ || $2 ~ /^(tests|tools)\// { next }
    {
      header = $4; gsub(/[<>]/, "", header)
      if (header in standard || header ~ /^duizhao(\.h|\/)/) next
      folder = header; sub(/\/[^\/]*$/, "/*", folder)
      if (!((header, $2) in may) && !((folder, $2) in may)) print $2 ":" $3 ": " $4 " does not belong here"
    }' docs/third_party.txt "$found/facts"
}

# docs/banned.txt: calls that may not stand in the code.
gate_banned() {
  awk '
    FILENAME ~ /banned/ {
      if ($0 !~ /^#/ && NF > 2) { where[$1] = $2; name = $1; $1 = $2 = ""; instead[name] = substr($0, 3) }
      next
    }
    $1 == "call" && ($4 in where) {
      if (where[$4] == "all" || $2 ~ /^(base|text|knowledge|normalize|review|diff|render)\//)
        print $2 ":" $3 ": " $4 "() is banned; use: " instead[$4]
    }' docs/banned.txt "$found/facts"
}

# docs/literals.txt: Chinese words belong in data/. How many constants of a file still hold one may only fall.
gate_literals() {
  awk '
    FILENAME ~ /literals/ {
      if ($0 ~ /^#/ || !NF) next
      if ($2 == "wording" && $1 ~ /^(normalize|knowledge|diff|text|base)\//) print $1 ": wording stands in render, review and cmd only"
      if ($2 == "wording") wording[$1]; else ceiling[$1] = $2 + 0
      next
    }
    $1 == "literal" && $2 !~ /^(tests|tools)\// { count[$2]++; if (!($2 in first)) first[$2] = $3 }
    END {
      for (file in count) {
        if (file in wording || count[file] <= ceiling[file]) continue
        print file ":" first[file] ": " count[file] " constants with Chinese words, at most " ceiling[file] + 0 \
              "; words of the genre belong in a table of data/"
      }
      for (file in ceiling)
        if (count[file] + 0 < ceiling[file])
          print file ": " count[file] + 0 " constants with Chinese words, docs/literals.txt says " ceiling[file] \
                "; lower it with: make literals"
      for (file in wording)
        if (!(file in count)) print file ": holds no Chinese word any more; take it out of docs/literals.txt"
    }' docs/literals.txt "$found/facts" | sort
}

# What crosses files of the library is called dz_...
gate_prefix() {
  lib=build/libduizhao.a
  [ -f "$lib" ] && command -v nm > /dev/null || return 0
  nm -g --defined-only "$lib" 2>/dev/null |
    awk 'NF == 3 && $3 !~ /^_?dz_/ && $3 !~ /^(__|_GLOBAL)/ { print "exported without dz_: " $3 }'
}

# Tables of data/: a comment that explains, a line that names the columns, no row wider than that.
gate_tables() {
  for table in data/*.tsv; do
    [ -f "$table" ] || continue
    awk -F '\t' -v table="$table" '
      /\r/ { print table ":" NR ": carriage return" }
      /^#/ { header = NF; comments++; next }
      /^[ \t]*$/ { if (length($0)) print table ":" NR ": a line of white space"; next }
      !comments { print table ":" NR ": a row before the comment that explains the columns"; exit }
      !rows++ && header < 2 && NF > 1 { print table ":" NR ": the last comment line before the rows must name the columns, separated by tabs" }
      NF > header && header > 1 { print table ":" NR ": " NF " fields, the columns are " header }
      $1 == "" { print table ":" NR ": the first field is empty" }
      /[ \t]$/ { if ($0 ~ / $/) print table ":" NR ": white space at the end" }
      END { if (!rows) print table ": no rows" }' "$table"
    iconv -f UTF-8 -t UTF-8 "$table" > /dev/null 2>&1 || echo "$table: not UTF-8"
  done
}

# One version everywhere: render/version.c, the manual page, the top of CHANGELOG.md.
gate_version() {
  version=$(sed -n 's/.*"\([0-9][0-9.]*\)".*/\1/p' render/version.c)
  [ -n "$version" ] || echo "render/version.c: no version"
  for manual in docs/duizhao.1 docs/duizhao.zh.1; do
    [ ! -f "$manual" ] || grep -q "^\.Os duizhao $version" "$manual" || echo "$manual: .Os does not say duizhao $version"
  done
  [ ! -f CHANGELOG.md ] || [ "$(sed -n 's/^## \([0-9][0-9.]*\).*/\1/p' CHANGELOG.md | head -1)" = "$version" ] ||
    echo "CHANGELOG.md: the newest entry is not $version"
}

# No path of anybody's machine, no registry: the tree builds anywhere from distribution packages.
gate_paths() {
  grep -v -e '^tests/.*/golden/' "$found/files" | while IFS= read -r file; do
    grep -n -I -E '(^|[^a-zA-Z0-9_.])/(home|root|work|Users)/' "$file" /dev/null | sed 's/$/  (path of a machine)/'
    grep -n -I -E 'registry\.[a-z]+js|pypi\.|crates\.io|proxy\.golang' "$file" /dev/null | sed 's/$/  (registry)/'
  done | grep -v '^tools/gates.sh:'
}

# Layout: no tab, no white space at line ends, no line over 100 columns in C files.
gate_layout() {
  for file in $sources; do
    awk -v file="$file" '
      /\t/ { print file ":" NR ": tab" }
      /[ \r]$/ { print file ":" NR ": white space at the end" }
      { line = $0; gsub(/[\200-\277]/, "", line); columns = length(line)
        if (columns > 100) print file ":" NR ": " columns " columns, at most 100" }' "$file"
  done
}

# Every header has a guard and says what it is for in its first line.
gate_headers() {
  for file in $(find include $folders -name '*.h' 2>/dev/null | sort -u); do
    head -1 "$file" | grep -q "^/\* $(basename "$file") - " || echo "$file:1: the first line must say: /* $(basename "$file") - what it is for"
    grep -q '^#ifndef [A-Z_0-9]*_H$' "$file" || echo "$file: no include guard"
  done
}

# Every C file says in its first line what it is.
gate_purpose() {
  for file in $(echo "$sources" | grep '\.c$'); do
    head -1 "$file" | grep -q "^/\* $(basename "$file")" || echo "$file:1: the first line must say: /* $(basename "$file") - what it is"
  done
}

gates=${*:-file_size function_size unique_names layers rings third_party banned literals prefix tables version paths layout headers purpose}
failed=0
number=0
for gate in $gates; do
  number=$((number + 1))
  "gate_$gate" > "$found/out" 2>&1
  if [ -s "$found/out" ]; then
    echo "not ok $number - $gate"
    sed 's/^/# /' "$found/out"
    failed=1
  else
    echo "ok $number - $gate"
  fi
done
echo "1..$number"
exit $failed
