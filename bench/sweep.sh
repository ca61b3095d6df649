#!/usr/bin/env bash
# Changes cells of the examples, loads and publishes, and holds each value that changed against what trace says of the cells.
#
#   bench/sweep.sh FOLDER [--every N] [--unread N] [--seed S] [--minutes M] [--alone yes]
#
# --every 18 takes about one figure in 3, one cell of a register in 18, one of a penalty in 144. A night takes 10 to 40 s of one core.
# With --alone yes each night has one changed cell. What was tried and what changed is added to FOLDER/*.tsv; run it again with another seed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
folder=$1
shift
(cd "$root" && mvn -q -B -o -Dquick -pl app -am test -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false)
path=$root/app/target/test-classes
for module in app routes jobs warehouse schemas; do path=$path:$root/$module/target/quick-classes; done
for jar in "$root"/app/target/lib/*.jar; do case $jar in */xinglin-*) ;; *) path=$path:$jar ;; esac; done
run() { nice java -Xmx1200m -Dxinglin.root="$root" -Djava.util.logging.config.file=/dev/null -cp "$path" "xinglin.app.night.sweep.$1" "${@:2}"; }
run CellSweep "$folder" "$@"
run SweepVerdict "$folder/base" "$folder"
