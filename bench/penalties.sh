#!/usr/bin/env bash
# A million penalty records in one CSV: ours (load: stored, read, judged row by row, encrypted, committed, answered) beside the same
# checks and outputs hand-written in DuckDB SQL and beside a bare typed copy, in the same run: bench/penalties.sh [ROWS]
#
# Prints wall time and peak memory of each whole process. Everything is made in a temporary folder and removed.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/home
./xinglin --help > /dev/null # builds, if it has to
python3 bench/penalties.py "$count" "$work/penalties.csv"
mkdir -p "$work/bare" "$work/checked"
echo "$count records, $(($(stat -c %s "$work/penalties.csv") / 1000000)) MB, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
cp=$(cat .xinglin/lib/classpath)
python3 bench/measure.py --items "$count" "bare typed copy" java -Xmx512m -cp "$cp" bench/PenaltySets.java "$work/penalties.csv" "$work/bare" bench/penalties-bare.sql
python3 bench/measure.py --items "$count" "checks by hand" java -Xmx512m -cp "$cp" bench/PenaltySets.java "$work/penalties.csv" "$work/checked" warehouse/sql/exchange/macros.sql bench/penalties-checks.sql
./xinglin nightly --home "$home" > /dev/null # an empty night makes the home
mkdir -p "$home/inbox"
mv "$work/penalties.csv" "$home/inbox/"
python3 bench/measure.py --items "$count" "collect" ./xinglin collect --home "$home"
python3 bench/measure.py --items "$count" "load" ./xinglin load --home "$home"
python3 bench/measure.py --items "$count" "publish" ./xinglin publish --home "$home"
./xinglin sql --home "$home" "select count(*) as penalties, sum(fine_yuan) as fines, (select count(*) from referral_trigger) as triggers from penalty"
