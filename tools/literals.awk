# literals.awk - lowers the ceilings of docs/literals.txt; never raises one, never adds a file.
#
#     awk -f tools/literals.awk FACTS docs/literals.txt
NR == FNR { if ($1 == "literal") count[$2]++; next }
/^#/ || !NF { print; next }
$2 == "wording" { if ($1 in count) print; next }
count[$1] { print $1, count[$1] < $2 + 0 ? count[$1] : $2 }
