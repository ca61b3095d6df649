#!/usr/bin/env bash
# Whole-process times of short commands on a home that has had its night (made if it is not there): bench/commands.sh [HOME]
# RUNS: how many rounds at least. How a machine that is slow or busy is told from a program that is: bench/commands.py.
set -euo pipefail
cd "$(dirname "$0")/.."
home=${1:-xinglin-demo}
[ -e "$home/published/current" ] || ./xinglin demo --home "$home" > /dev/null
./xinglin nightly --home "$home" > /dev/null # the day may have changed since

classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
javac -nowarn -d "$classes" bench/Bare.java
echo "$(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git')"
python3 bench/commands.py --rounds "${RUNS:-7}" "$home" "$classes:$(cat .xinglin/lib/classpath)"
