#!/usr/bin/env bash
# Files from one OpenSSH server on this machine, fetched by Camel's own SFTP consumer and by ours, and one large file beside OpenSSH's
# own clients; first on loopback, then over a way that takes 10 ms there and back: bench/sftp.sh [COUNT [BYTES [LARGE_MEGABYTES]]]
#
# Needs sshd (package openssh-server). The server listens on the loopback address only and is stopped at the end. TMPDIR should be on a
# disk, in a folder where nothing else makes and deletes files: ext4 makes new files slowly where many were deleted, so nothing small is
# deleted between measurements either.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-5000}
bytes=${2:-6000}
large=${3:-1000}
work=$(mktemp -d)
sshd=$(command -v sshd || echo /usr/sbin/sshd)
[ -x "$sshd" ] || { echo "sshd is not installed"; exit 2; }
trap 'kill "$(cat "$work/pid" 2> /dev/null)" ${proxy:-} 2> /dev/null || true; rm -rf "$work"' EXIT
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
path=$(cat .xinglin/lib/classpath):$(cat "$stock")
java bench/DelayProxy.java "$port" 5 > "$work/proxy.port" &
proxy=$!
until [ -s "$work/proxy.port" ]; do sleep 0.1; done
far=$(cat "$work/proxy.port")

javac -nowarn -d "$work/classes" -cp "$path" bench/SftpRates.java
say() { printf '%-46s ' "$1"; load=$(cut -d" " -f1 /proc/loadavg); printf 'load %5s ' "$load"; }
# measure HEAP WHAT PORT COUNT BYTES TIMES; every measurement in a process of its own, TIMES after one another in it
measure() {
  java -XX:+UseSerialGC -Xmx"$1" -Djava.util.logging.config.file=app/src/main/logging.properties -cp "$work/classes:$path" SftpRates \
    "$2" "$3" "$(id -un)" "$work/user" "$work/served" "$work" "$4" "$5" "$6" 2> /dev/null
  find "$work" -type f -size +100M -delete
}
# Processor seconds of the sessions that the server has ended.
server() { sleep 1; awk '{print ($16 + $17) / 100}' "/proc/$(cat "$work/pid")/stat"; }
with_server() {
  local before after
  before=$(server)
  "$@"
  after=$(server)
  python3 -c "print(f'{\"\":46} server: processor {$after - $before:6.2f} s')"
}
# seconds AMOUNT UNIT COMMAND
seconds() {
  local start end amount=$1 unit=$2
  shift 2
  start=$(date +%s.%N)
  "$@" > /dev/null 2>&1
  end=$(date +%s.%N)
  python3 -c "print(f'{$end - $start:8.2f} s {$amount / ($end - $start):8.1f} $unit')"
}
options=(-q -i "$work/user" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes)

# plain FOLDER: as many small files as ours fetches, for OpenSSH's own client
plain() {
  python3 -c "
import os
os.mkdir('$work/served/$1')
for i in range($count): open(f'$work/served/$1/{i:05d}.bin', 'wb').write(os.urandom($bytes))"
  sync
}

echo "Several times in one process: the first time loads and compiles the program, the later ones show a process that goes on, as serve does."
echo "$count files of $bytes bytes, OpenSSH, $(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD)"
for way in loopback "10 ms there and back"; do
  to=$port
  some=$((count < 1500 ? count : 1500))
  few=3
  [ "$way" = loopback ] || { to=$far; some=$((count < 200 ? count : 200)); }
  say "$way, ours"; with_server measure 256m ours "$to" "$count" "$bytes" 3
  say "$way, stock Camel, no read lock"; with_server measure 256m stock "$to" "$some" "$bytes" 3
  plain "plain-$to"
  say "$way, sftp -r of OpenSSH, nothing moved"
  with_server seconds "$count" "files/s" sftp "${options[@]}" -P "$to" -r "$(id -un)@127.0.0.1:plain-$to" "$work/plain-$to"
  say "$way, ours again"; measure 256m ours "$to" "$count" "$bytes" 3
  say "$way, stock Camel, readLock=changed"; measure 256m locked "$to" "$few" "$bytes" 1
  [ "$large" -gt 0 ] || continue
  say "$way, $large MB, ours, -Xmx128m"; measure 128m large "$to" 1 "${large}000000" 2
  python3 -c "
import os
with open('$work/served/large.bin', 'wb') as out:
    for _ in range($large): out.write(os.urandom(1000000))"
  say "$way, $large MB, sftp of OpenSSH"; seconds "$large" "MB/s" sftp "${options[@]}" -P "$to" "$(id -un)@127.0.0.1:large.bin" "$work/fetched"
  rm "$work/fetched"
  say "$way, $large MB, scp of OpenSSH"; seconds "$large" "MB/s" scp "${options[@]}" -P "$to" "$(id -un)@127.0.0.1:$work/served/large.bin" "$work/fetched"
  rm -f "$work/fetched" "$work/served/large.bin"
done
