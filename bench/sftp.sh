#!/usr/bin/env bash
# Small files from one OpenSSH server on this machine, fetched by Camel's own SFTP consumer and by ours: bench/sftp.sh [COUNT [BYTES]]
#
# Needs sshd (package openssh-server). The server listens on the loopback address only and is stopped at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-1000}
bytes=${2:-6000}
work=$(mktemp -d)
sshd=$(command -v sshd || echo /usr/sbin/sshd)
[ -x "$sshd" ] || { echo "sshd is not installed"; exit 2; }
trap 'kill "$(cat "$work/pid" 2> /dev/null)" 2> /dev/null || true; rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -p "$work/served" /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/user"
cp "$work/user.pub" "$work/authorized"
chmod 600 "$work/authorized"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$work/sshd_config" << CONFIG
ListenAddress 127.0.0.1
Port $port
HostKey $work/host
PidFile $work/pid
AuthorizedKeysFile $work/authorized
StrictModes no
PasswordAuthentication no
UsePAM no
Subsystem sftp internal-sftp -d $work/served
CONFIG
"$sshd" -f "$work/sshd_config"
./xinglin --help > /dev/null # builds, if it has to
stock=$work/stock.classpath
mvn -q -B -f bench/stock-camel/pom.xml dependency:build-classpath -Dmdep.outputFile="$stock"
echo "$count files of $bytes bytes, OpenSSH on loopback, $(nproc) cores, load average $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F), $(git rev-parse --short HEAD)"
java -Xmx512m -cp "$(cat .xinglin/lib/classpath):$(cat "$stock")" bench/SftpRates.java "$port" "$(id -un)" "$work/user" "$work/served" "$work" "$count" "$bytes"
