#!/usr/bin/env bash
# Penalty records in one .xlsx and in one CSV as GB18030, each with a heap of 256 MB: bench/penalty-workbook.sh [ROWS]
#
# Prints wall time and peak memory of each whole process. Everything is made in a temporary folder and removed.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-300000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./xinglin --help > /dev/null # builds, if it has to
python3 bench/penalties.py "$count" "$work/penalties.xlsx"
python3 bench/penalties.py "$count" "$work/utf8.csv"
iconv -f UTF-8 -t GB18030 "$work/utf8.csv" > "$work/penalties.csv"
rm "$work/utf8.csv"
echo "$count records, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
export XINGLIN_HEAP=256m
for file in penalties.xlsx penalties.csv; do
  home=$work/home-$file
  ./xinglin nightly --home "$home" > /dev/null # an empty night makes the home
  mkdir -p "$home/inbox"
  size=$(($(stat -c %s "$work/$file") / 1000000))
  mv "$work/$file" "$home/inbox/"
  python3 bench/measure.py --items "$count" "$file, $size MB: collect" ./xinglin collect --home "$home"
  python3 bench/measure.py --items "$count" "$file, $size MB: load" ./xinglin load --home "$home"
  ./xinglin publish --home "$home" > /dev/null
  ./xinglin sql --home "$home" "select count(*) as penalties, sum(fine_yuan) as fines from penalty"
done
