#!/bin/sh
# The pages in a browser and outside: nothing is fetched, nothing goes wrong in the console, links inside the page lead
# somewhere, text of a report cannot become markup, and everything can be read without scripts.
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
PATH=$build:$PATH
LC_ALL=C
export PATH LC_ALL
number=0
failed=0
browser=
for name in chromium chromium-browser google-chrome chrome; do
  [ -n "$browser" ] || browser=$(command -v $name) || browser=
done

outcome() { # NAME PROBLEMS-FILE
  number=$((number + 1))
  if [ -s "$2" ]; then
    failed=1
    echo "not ok $number - $1"
    cut -c1-200 "$2" | head -8 | sed 's/^/# /'
  else
    echo "ok $number - $1"
  fi
}

# Attributes and style that would fetch something from elsewhere.
fetches() {
  grep -n -i -o -E '(src|href|action|data|poster|srcset)="?(https?:|//|file:)[^" >]*|@import[^;]*|url\( *["'"'"']?(https?:|//|file:)[^)]*' "$1"
}

# Links to ids that are not there, and ids that stand twice.
dead_links() {
  grep -o -E ' id="[^"]*"' "$1" | sed 's/.* id="//; s/"$//' | sort > "$work/ids"
  uniq -d "$work/ids" | sed 's/^/twice: /'
  grep -o -E 'href="#[^"]*"' "$1" | sed 's/href="#//; s/"$//' | sort -u > "$work/links"
  uniq "$work/ids" | comm -13 - "$work/links" | sed 's/^/leads nowhere: #/'
}

# What is left for a reader without scripts and styles: text only.
plain() {
  awk 'BEGIN { RS = "<" }
    { tag = tolower($0); sub(/[ >\n].*/, "", tag)
      if (tag == "script" || tag == "style") { skip = 1; next }
      if (tag == "/script" || tag == "/style") skip = 0
      if (!skip) { sub(/^[^>]*>/, ""); printf "%s", $0 } }' "$1" | tr -d '\n'
}

unreadable() { # PAGE REPORT...: whole lines of the reports that cannot be read in the page
  page=$1
  shift
  plain "$page" > "$work/plain"
  for report in "$@"; do
    awk 'length($0) > 60 { print substr($0, 1, 45) }' "$report" | grep -E '^(严格|一是|（一）)' | while read -r start; do
      grep -q -F "$(printf '%s' "$start" | cut -c1-27)" "$work/plain" || echo "not in the page: $start"
    done
  done
}

browse() { # PAGE: what the console says, and what is asked of the network
  timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
    --no-first-run --disable-sync --disable-default-apps --user-data-dir="$work/profile" --enable-logging=stderr \
    --log-net-log="$work/net" --dump-dom "file://$1" > "$work/dom" 2> "$work/log"
  grep -E 'CONSOLE' "$work/log" | grep -v -E 'INFO:CONSOLE.*(debug|info)'
  grep -o -E '"url":"(https?|wss?)://[^"]*"' "$work/net" 2> /dev/null |
    grep -v -E '//([a-z0-9-]+\.)*(google|googleapis|gstatic|gvt1)\.com' | sort -u
  [ -s "$work/dom" ] || echo "the browser gave no page"
}

page() { # NAME REPORTS -- COMMAND...
  name=$1
  shift
  "$@" --lang zh --format html -o "$work/$name.html" > /dev/null 2> "$work/err"
  status=$?
  if [ ! -s "$work/$name.html" ]; then
    if grep -q 'no such format' "$work/err"; then
      echo "ok - $name # SKIP this result has no page"
    else
      echo "not ok - $name: no page, exit status $status"
      sed 's/^/# /' "$work/err"
      failed=1
    fi
    return 1
  fi
  fetches "$work/$name.html" > "$work/problems"
  outcome "$name: fetches nothing" "$work/problems"
  dead_links "$work/$name.html" > "$work/problems"
  outcome "$name: links" "$work/problems"
  if [ -n "$browser" ]; then
    browse "$work/$name.html" > "$work/problems"
    outcome "$name: in a browser" "$work/problems"
  else
    echo "ok - $name in a browser # SKIP no chromium here"
  fi
}

page compare duizhao compare samples/yunze-2022.txt samples/yunze-2023.txt && {
  unreadable "$work/compare.html" samples/yunze-2022.txt samples/yunze-2023.txt > "$work/problems"
  outcome "compare: readable without scripts" "$work/problems"
}
page compare-three duizhao compare samples/yunze-2022.txt samples/yunze-2023.txt samples/qingqu-2023.txt
page track duizhao track samples/gwr-2023.txt samples/gwr-2024.txt
page check duizhao check samples/sums-2024.txt
page normalize duizhao normalize samples/noisy-2021.txt

# text that would be markup if it were not escaped
attack='</script><script>document.title="taken"</script><img src=x onerror=alert(1)>"'"'"'&lt;&#x3c;'
printf '2023年述职报告%s\n一、学习情况%s\n全年学习12次%s。\n' "$attack" "$attack" "$attack" > "$work/attack-2023.txt"
printf '2024年述职报告%s\n一、学习情况%s\n全年学习15次%s。\n' "$attack" "$attack" "$attack" > "$work/attack-2024.txt"
page attack duizhao compare "$work/attack-2023.txt" "$work/attack-2024.txt" && {
  grep -n -F -e '<img' -e 'document.title="taken"</script>' "$work/attack.html" | head -3 > "$work/problems"
  outcome "text of a report is no markup" "$work/problems"
}
echo "1..$number"
exit $failed
