#!/usr/bin/env bash
# Whole-process times of short commands on a home that has had its night (made if it is not there): bench/commands.sh [HOME]
set -euo pipefail
cd "$(dirname "$0")/.."
home=${1:-xinglin-demo}
[ -e "$home/published/current" ] || ./xinglin demo --home "$home" > /dev/null

measure() { python3 bench/measure.py --runs "${RUNS:-7}" --limit "$@" || failed=1; }
failed=0
workbook=$(ls examples/inbox/jiangsu-2024/a-*.xlsx)
./xinglin nightly --home "$home" > /dev/null # the day may have changed since

echo "$(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
measure 0.8 "sql" ./xinglin sql --home "$home" "select verdict, count(*) from submission group by all order by all"
measure 0.8 "status" ./xinglin status --home "$home"
measure 2.0 "check, one workbook" ./xinglin check "$workbook"
measure 2.0 "check, one workbook, with a home" ./xinglin check --home "$home" "$workbook"
measure 3.0 "nightly with nothing new" ./xinglin nightly --home "$home"
exit $failed
