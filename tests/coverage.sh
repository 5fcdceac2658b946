#!/bin/sh
# Lines and branches reached, room by room, from the counters of a build with MODE=coverage.
#
#     tests/coverage.sh BUILD [FILES]     FILES: also every file below 90 %
set -u
build=$(cd "$1" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
for room in base text knowledge normalize review diff render cmd; do
  find "$build/obj/$room" -name '*.gcno' | while read -r notes; do
    gcov -b -o "$(dirname "$notes")" "$notes" 2> /dev/null |
      awk -v room="$room" '
        /^File/ { file = $2; gsub(/\047/, "", file); own = index(file, room "/") == 1 && file ~ /\.c$/ }
        /^Lines executed/ && own { split($0, part, /[:% ]+/); lines = part[3]; of = part[5] }
        /^Branches executed/ && own { }
        /^Taken at least once/ && own { split($0, part, /[:% ]+/); taken = part[5]; branches = part[7] }
        /^No branches/ && own { taken = 0; branches = 0 }
        /^(No calls|Calls executed)/ && own { print room, file, lines, of, taken, branches; own = 0 }'
  done
done > "$work/files"
(cd "$work" && rm -f ./*.gcov)
awk '
  { lines[$1] += $3 * $4 / 100; of[$1] += $4; taken[$1] += $5 * $6 / 100; branches[$1] += $6
    all += $3 * $4 / 100; all_of += $4; all_taken += $5 * $6 / 100; all_branches += $6 }
  END {
    for (room in of) printf "%-10s lines %5.1f %% of %5d   branches %5.1f %% of %5d\n", room, 100 * lines[room] / of[room], of[room], 100 * taken[room] / (branches[room] ? branches[room] : 1), branches[room]
    printf "%-10s lines %5.1f %% of %5d   branches %5.1f %% of %5d\n", "all", 100 * all / all_of, all_of, 100 * all_taken / all_branches, all_branches
  }' "$work/files" | sort
[ $# -lt 2 ] || awk '$3 < 90 { printf "  %5.1f %% %s\n", $3, $2 }' "$work/files" | sort -n
rm -f ./*.gcov
