#!/bin/sh
# Schemas: what the commands print as JSON is what docs/*.schema.json say.
#
#     tests/schema/run.sh BUILD
set -u
build=$1
shared=../shared/reports
if ! python3 -c 'import jsonschema' 2> /dev/null; then
  echo "ok 1 - JSON schemas # SKIP python3-jsonschema is not installed"
  echo "1..1"
  exit 0
fi
set -- samples-normalize normalize samples/*.txt \
  -- samples-check check samples/*.txt \
  -- samples-compare compare samples/yunze-2022.txt samples/yunze-2023.txt \
  -- samples-compare-noise compare samples/noisy-2021.txt samples/qingqu-2023.txt \
  -- samples-compare-same compare samples/yunze-2022.txt samples/yunze-2022.txt \
  -- samples-compare-many compare --base 1 --phrase 报告 samples/*.txt \
  -- samples-track track samples/gwr-2023.txt samples/gwr-2024.txt \
  -- samples-track-mixed track samples/gwr-2023.txt samples/yunze-2022.txt samples/yunze-2023.txt
if [ -d "$shared" ]; then
  set -- "$@" -- duty-normalize normalize "$shared"/duty/*.txt \
    -- duty-check check "$shared"/duty/*.txt \
    -- duty-compare compare "$shared"/duty/*.txt \
    -- years-compare compare "$shared"/state_council/国务院_2018.txt "$shared"/state_council/国务院_2019.txt \
    -- years-track track "$shared"/state_council/国务院_201*.txt \
    -- province-track track "$shared"/province/北京_2025.txt "$shared"/province/北京_2026.txt
fi
export PYTHONDONTWRITEBYTECODE=1
python3 tests/schema/validate.py "$build/duizhao" docs "$@"
status=$?
[ -d "$shared" ] || echo "# ../shared/reports is absent: real reports were not validated"
exit $status
