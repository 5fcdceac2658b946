#!/bin/sh
# Golden outputs: a folder tests/golden/CASE holds
#
#     cmd      one shell line; duizhao is the program just built; runs in the root of the tree
#     out      what it prints        exit    its exit status (absent: 0)        err    its errors (absent: none)
#
# JSON is kept with a value a line, so that a difference can be read; that it stands on one line is a case of its own.
#
#     tests/golden/run.sh BUILD [--rewrite]     --rewrite writes out, exit and err anew; read the difference in git
set -u
build=$1
mode=${2:-}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
PATH=$(pwd)/$build:$PATH
LC_ALL=C
export PATH LC_ALL
unset COLUMNS NO_COLOR LANG LANGUAGE 2> /dev/null
number=0
failed=0

same() { # EXPECTED GOT: an absent expected file stands for an empty one
  if [ -f "$1" ]; then cmp -s "$1" "$2"; else [ ! -s "$2" ]; fi
}

keep() { # GOT EXPECTED: an empty file is not kept
  if [ -s "$1" ]; then cp "$1" "$2"; else rm -f "$2"; fi
}

for case in tests/golden/*/; do
  case=${case%/}
  [ -f "$case/cmd" ] || continue
  number=$((number + 1))
  sh "$case/cmd" > "$work/out" 2> "$work/err" < /dev/null
  status=$?
  case $(head -c 11 "$work/out") in
    '{"schema":"')
      [ "$(wc -l < "$work/out")" -eq "$(grep -c '^{"schema":"' "$work/out")" ] || echo "not a document a line" >> "$work/err"
      python3 -m json.tool --json-lines --no-ensure-ascii --indent 1 "$work/out" "$work/pretty" 2>> "$work/err" &&
        mv "$work/pretty" "$work/out"
      ;;
  esac
  if [ "$status" -eq 0 ]; then : > "$work/exit"; else echo "$status" > "$work/exit"; fi
  if [ "$mode" = --rewrite ]; then
    for part in out err exit; do keep "$work/$part" "$case/$part"; done
    echo "ok $number - $(basename "$case") # written"
    continue
  fi
  wrong=
  for part in out err exit; do same "$case/$part" "$work/$part" || wrong="$wrong $part"; done
  if [ -z "$wrong" ]; then
    echo "ok $number - $(basename "$case")"
  else
    failed=1
    echo "not ok $number - $(basename "$case"): differs in$wrong"
    for part in $wrong; do
      [ -f "$case/$part" ] || : > "$work/none"
      expected=$case/$part
      [ -f "$expected" ] || expected=$work/none
      diff "$expected" "$work/$part" 2>&1 | cut -c1-200 | head -15 | sed 's/^/# /'
    done
  fi
done
echo "1..$number"
exit $failed
