#!/usr/bin/env bash
# Who is who among parties without a number: precision, recall and F1 by kind of error, beside Duke on the same set in the same run;
# then time and memory of ours for many parties: bench/matching.sh [SEED] [PARTIES] [MANY]
#
# The set is invented and of a seed that was not used to tune anything. Duke gets the same fields with cleaners and comparators of its own
# and the best threshold for its F1 on another seed. Everything is made in a temporary folder and removed.
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${1:-20240815}
parties=${2:-20000}
many=${3:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./xinglin --help > /dev/null # builds, if it has to
ours=$(cat .xinglin/lib/classpath)
cat > "$work/pom.xml" << 'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>peer</artifactId><version>1</version>
<dependencies><dependency><groupId>no.priv.garshol.duke</groupId><artifactId>duke</artifactId><version>1.2</version></dependency></dependencies></project>
XML
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib"
javac -nowarn -encoding UTF-8 -d "$work/classes" -cp "$ours:$work/lib/*" \
  schemas/src/test/java/xinglin/schemas/match/Score.java schemas/src/test/java/xinglin/schemas/match/labelled/*.java bench/matching/*.java

echo "$parties records of seed $seed, $(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
run() { java -Xmx"$1" -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp "$work/classes:$ours:$work/lib/*" "${@:2}"; }
run 1g MatchingOurs "$seed" "$parties"
run 1g MatchingDuke "$seed" "$parties"
[ "$many" = 0 ] || run 1g MatchingMany "$seed" "$many"
