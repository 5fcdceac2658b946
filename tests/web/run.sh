#!/bin/sh
# Pages: each is one file that fetches nothing, its links lead somewhere, what a report holds stays text, and both
# columns show both reports to the letter.
#
#     tests/web/run.sh BUILD
set -u
build=$(pwd)/$1
shared=../shared/reports
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
if ! command -v python3 > /dev/null 2>&1; then
  echo "ok 1 - pages # SKIP python3 is not installed"
  echo "1..1"
  exit 0
fi

# two reports that try to break out of text, attributes, styles and the direction of writing
hostile() { # YEAR
  cat <<END
<script>alert($1)</script>县副县长$1年度述职报告"><img src=x onerror=alert(1)>
</title></style></main><iframe src=//example.invalid></iframe>各位代表：
一、<b onmouseover=alert(1)>履行职责</b>]]>情况 &lt;script&gt; &#60;
今年新建公路$1公里，“完成”投资'3'亿元<!-- 占 -->的5%。$(printf '\342\200\256')倒写的字$(printf '\342\201\246')隔离$(printf '\033[31m')红字$(printf '\302\205')。
（一）</details></table>javascript:alert(1) style="position:fixed" {+假的新增+}[-假的删去-]。
二、存在问题与不足
一是=HYPERLINK("x","y")学习不够深入；二是|表格|和*标记*_不清_。
三、明年打算
力争新建公路$(($1 - 2000))公里，确保"12345"热线办结率达到9$(($1 - 2020))%。
END
}
hostile 2023 > "$work/one.txt"
hostile 2024 > "$work/two.txt"
cp "$work/one.txt" "$work/<img src=x onerror=alert(1)>.txt"

page() { # NAME COMMAND ARGUMENT...
  name=$1
  shift
  "$build/duizhao" "$@" --format html --output "$work/$name.html"
  [ $? -le 1 ] || echo "# $name: exit above 1"
  set --
}
page hostile-compare compare "$work/one.txt" "$work/two.txt"
page hostile-many compare "$work/one.txt" "$work/two.txt" "$work/<img src=x onerror=alert(1)>.txt" --phrase '<i>办结率</i>' --phrase 公路
page hostile-track track "$work/one.txt" "$work/two.txt" "$work/<img src=x onerror=alert(1)>.txt"
page hostile-check check "$work/one.txt" "$work/<img src=x onerror=alert(1)>.txt"
page hostile-normalize normalize "$work/<img src=x onerror=alert(1)>.txt"
page samples-compare compare samples/yunze-2022.txt samples/yunze-2023.txt
page samples-many compare samples/*.txt --base 1
page samples-track track samples/gwr-2023.txt samples/gwr-2024.txt
page samples-check check samples/*.txt
page samples-normalize normalize samples/noisy-2021.txt samples/gwr-2023.txt
if [ -d "$shared" ]; then
  page duty compare "$shared"/duty/*.txt
  page years compare "$shared"/state_council/国务院_2018.txt "$shared"/state_council/国务院_2019.txt
  page series track "$shared"/state_council/国务院_201[5-9].txt
else
  echo "# ../shared/reports is absent: pages of real reports were not looked at"
fi
set -- samples/yunze-2022.txt samples/yunze-2023.txt -- samples/noisy-2021.txt samples/qingqu-2023.txt
[ ! -d "$shared" ] || set -- "$@" -- "$shared"/state_council/国务院_2018.txt "$shared"/state_council/国务院_2019.txt
export PYTHONDONTWRITEBYTECODE=1
{
  python3 tests/web/pages.py "$work"/*.html
  python3 tests/web/sides.py "$build/duizhao" "$@"
} | awk '
  /^1\.\./ { next }
  /^(not )?ok / { number++; sub(/ok [0-9]+/, "ok " number) }
  /^not ok / { failed = 1 }
  { print }
  END { print "1.." number; exit failed }'
