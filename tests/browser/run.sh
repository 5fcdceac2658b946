#!/bin/sh
# The pages in a real browser (chromium, headless): nothing in the console, nothing asked of the network, and the text
# is there with scripts and without. What can be told without a browser is in tests/web/.
set -u
build=$(pwd)/$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
number=0
failed=0
browser=
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v $name) || browser=
done
if [ -z "$browser" ]; then
  echo "ok 1 - pages in a browser # SKIP no chromium here"
  exit 0
fi

# The page as the browser holds it in $work/dom; prints what it says in the console and what it asks of the network,
# its own services aside.
browse() { # PAGE
  timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --enable-logging=stderr \
    --log-net-log="$work/net" --dump-dom "file://$1" > "$work/dom" 2> "$work/log"
  grep -a 'CONSOLE' "$work/log"
  grep -a -o -E '"url":"(https?|wss?)://[^"]*"' "$work/net" 2> /dev/null |
    grep -v -E '//([a-z0-9-]+\.)*(google|googleapis|gstatic|gvt1)\.com' | sort -u
  [ "$(wc -c < "$work/dom")" -gt 2000 ] || echo "the browser holds no page"
}

outcome() { # NAME
  number=$((number + 1))
  if [ -s "$work/problems" ]; then
    failed=1
    echo "not ok $number - $1"
    cut -c1-200 "$work/problems" | head -8 | sed 's/^/# /'
  else
    echo "ok $number - $1"
  fi
}

page() { # NAME WORDS COMMAND...
  name=$1
  words=$2
  shift 2
  "$build/duizhao" "$@" --lang zh --format html -o "$work/$name.html" > /dev/null
  browse "$work/$name.html" > "$work/problems"
  grep -q "$words" "$work/dom" || echo "not on the page: $words" >> "$work/problems"
  outcome "$name"
  # --dump-dom itself needs scripts, so they are taken out of the page instead
  awk 'BEGIN { RS = "<" } { tag = tolower(substr($0, 1, 7)); if (tag ~ /^script/) skip = 1
    if (!skip) printf "%s%s", (NR > 1 ? "<" : ""), $0
    else if (tag == "/script") { skip = 0; sub(/^[^>]*>/, ""); printf "%s", $0 } }' "$work/$name.html" > "$work/bare.html"
  browse "$work/bare.html" > "$work/problems"
  ! grep -q '<script' "$work/dom" || echo "a script is left" >> "$work/problems"
  grep -q "$words" "$work/dom" || echo "not on the page without scripts: $words" >> "$work/problems"
  outcome "$name without scripts"
}

page compare 利用职务为亲友谋取利益 compare samples/yunze-2022.txt samples/yunze-2023.txt
page compare-three 利用职务为亲友谋取利益 compare samples/yunze-2022.txt samples/yunze-2023.txt samples/qingqu-2023.txt
page track 城镇新增就业 track samples/gwr-2023.txt samples/gwr-2024.txt
page check 我区 check samples/sums-2024.txt
page normalize 一般公共预算收入 normalize samples/noisy-2021.txt

# a page that does fetch and does fail has to be caught
echo '<html><body><img src="http://127.0.0.1:9/x.png"><script>missing();</script></body></html>' > "$work/bad.html"
browse "$work/bad.html" > "$work/seen"
: > "$work/problems"
grep -q CONSOLE "$work/seen" || echo "an error in the console is not seen" >> "$work/problems"
grep -q 127.0.0.1 "$work/seen" || echo "a request is not seen" >> "$work/problems"
outcome "a bad page is caught"
echo "1..$number"
exit $failed
