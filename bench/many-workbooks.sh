#!/usr/bin/env bash
# Many small workbooks in the inbox, loaded in one night, beside a bare POI loop over the same files: bench/many-workbooks.sh [COUNT]
#
# Prints files a second, peak memory of the whole process, rows in the job repository (which must not grow with the number of files)
# and what was published. Everything is made in a temporary folder and removed.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-10000}
sample=$(ls examples/inbox/jiangsu-2024/a-*.xlsx)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/home
mkdir -p "$work/files"
python3 bench/workbooks.py "$sample" "$count" "$work/files"
./xinglin --help > /dev/null # builds, if it has to

echo "$count workbooks of $(stat -c %s "$work/files/000000.xlsx") bytes, $(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
python3 bench/measure.py --items "$count" "bare POI loop, $(nproc) threads" java -Xmx1g -cp "$(cat .xinglin/lib/classpath)" bench/BarePoi.java "$work/files"

# The plan names one city; here the whole province reports, so that sixty counties do.
mkdir -p "$home/config/campaigns"
sed 's/"320300"/"320000"/' schemas/campaigns/jiangsu-2024.yaml > "$home/config/campaigns/jiangsu-2024.yaml"
./xinglin nightly --home "$home" > /dev/null # an empty night makes the home
mkdir -p "$home/inbox"
mv "$work/files"/*.xlsx "$home/inbox/"
python3 bench/measure.py --items "$count" "nightly, whole process" ./xinglin nightly --home "$home"
python3 - "$home/state.db" << 'PY'
import sqlite3
import sys

base = sqlite3.connect(sys.argv[1])
names = [name for (name,) in base.execute("select name from sqlite_master where type = 'table' and upper(name) like 'BATCH%' order by 1")]
print("job repository: " + ", ".join(f"{name} {base.execute(f'select count(*) from {name}').fetchone()[0]}" for name in names if not name.upper().endswith("SEQ")))
PY
./xinglin sql --home "$home" "
  select (select count(*) from delivery) as deliveries,
         (select count(*) from history.submission) as submissions,
         (select count(*) from submission) as current_submissions,
         (select count(*) from history.observation) as observations,
         (select count(*) from observation) as current_observations"
loaded=$(./xinglin sql --home "$home" --format csv "select count(*) as n from history.submission where verdict like 'accepted%'" | tail -n 1 | tr -d '\r')
[ "$loaded" = "$count" ] || { echo "only $loaded of $count accepted"; exit 1; }
