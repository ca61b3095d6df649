#!/usr/bin/env bash
# Real servers on loopback for the whole way: OpenSSH (sftp), Dovecot (IMAP, quota) and Postfix (SMTP), everything they
# keep inside one folder. Installs nothing; needs openssh-server, dovecot-imapd, dovecot-lmtpd, postfix, openssl, python3.
#
#   ci/servers/servers.sh start FOLDER [N] [NAME…] N counties (3 if left out), the office and others; writes FOLDER/servers.env
#   ci/servers/servers.sh stop FOLDER              all of them, by process id; the folder stays
#   ci/servers/servers.sh stop FOLDER dovecot      one of them: sshd, dovecot or postfix; `start-one` starts it again
#   ci/servers/servers.sh start-one FOLDER dovecot
#   ci/servers/servers.sh quota FOLDER USER SIZE   room of a mailbox, for example 64K or 100M
#   ci/servers/servers.sh certificate FOLDER KIND  valid, expired or other-host, for IMAP and SMTP
#
# Users are `office` and `county001` … Mail: any address whose local part is a user's name is that user's, whatever the
# domain; everybody's password is $PASSWORD, for IMAP and SMTP alike. SMTP wants TLS and a login. SFTP: one system account
# (whoever runs this), each county has a key of its own, FOLDER/keys/county001, and starts in FOLDER/sftp/county001.
# Certificates are signed by FOLDER/tls/ca.pem and say localhost and 127.0.0.1.
#
# As root everything runs; Postfix cannot run otherwise and is left out then (SMTP_PORT is empty).
set -euo pipefail

PASSWORD=xinglin-only-here
PATH=$PATH:/usr/sbin:/sbin:/usr/lib/postfix/sbin

say() { printf '%s\n' "$*" >&2; }
refuse() { say "servers.sh: $*"; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

free_ports() {
  python3 - "$1" << 'PYTHON'
import socket, sys
taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(one.getsockname()[1] for one in taken))
PYTHON
}

# wait_for PORT NAME: until something listens there.
wait_for() {
  python3 - "$1" << 'PYTHON' || refuse "$2 does not listen on port $1; see $folder"
import socket, sys, time
for _ in range(200):
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        sys.exit(0)
    except OSError:
        time.sleep(0.05)
sys.exit(1)
PYTHON
}

users() {
  printf '%s\n' office "${others[@]}"
  [ "$counties" = 0 ] || seq -f 'county%03g' 1 "$counties"
}

# certificate_of NAME SUBJECT_ALTERNATIVES START END: dates as openssl ca has them.
certificate_of() {
  openssl req -new -newkey rsa:2048 -nodes -keyout "$folder/tls/$1.key" -out "$folder/tls/$1.csr" -subj "/CN=${2##*:}" 2> /dev/null
  openssl ca -batch -config "$folder/tls/ca.cnf" -in "$folder/tls/$1.csr" -out "$folder/tls/$1.pem" -notext \
    -startdate "$3" -enddate "$4" -extfile <(printf 'subjectAltName=%s\n' "$2") 2> "$folder/tls/$1.log"
}

make_certificates() {
  mkdir -p "$folder/tls"
  : > "$folder/tls/index.txt"
  printf 'unique_subject = no\n' > "$folder/tls/index.txt.attr"
  cat > "$folder/tls/ca.cnf" << END
[ca]
default_ca = own
[own]
database = $folder/tls/index.txt
new_certs_dir = $folder/tls
rand_serial = yes
default_md = sha256
policy = any
certificate = $folder/tls/ca.pem
private_key = $folder/tls/ca.key
[any]
commonName = supplied
END
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$folder/tls/ca.key" -out "$folder/tls/ca.pem" -days 3650 \
    -subj '/CN=Xinglin test authority' -addext basicConstraints=critical,CA:TRUE 2> /dev/null
  local today later
  today=$(date -u -d '1 day ago' +%Y%m%d%H%M%SZ)
  later=$(date -u -d '1 year' +%Y%m%d%H%M%SZ)
  certificate_of valid IP:127.0.0.1,DNS:localhost "$today" "$later"
  certificate_of expired IP:127.0.0.1,DNS:localhost 20200101000000Z 20210101000000Z
  certificate_of other-host DNS:elsewhere.example.cn "$today" "$later"
  use_certificate valid
}

use_certificate() {
  [ -f "$folder/tls/$1.pem" ] || refuse "no certificate is called $1"
  cp "$folder/tls/$1.pem" "$folder/tls/server.pem"
  cp "$folder/tls/$1.key" "$folder/tls/server.key"
}

make_sshd() {
  mkdir -p "$folder/sshd" "$folder/keys"
  ssh-keygen -q -t ed25519 -N '' -f "$folder/sshd/host_ed25519"
  ssh-keygen -q -t rsa -b 3072 -N '' -f "$folder/sshd/host_rsa"
  : > "$folder/sshd/authorized_keys"
  local user
  for user in $(users); do
    mkdir -p "$folder/sftp/$user/out" "$folder/sftp/$user/answers"
    ssh-keygen -q -t ed25519 -N '' -C "$user" -f "$folder/keys/$user"
    printf 'restrict,command="internal-sftp -d %s" %s\n' "$folder/sftp/$user" "$(cat "$folder/keys/$user.pub")" \
      >> "$folder/sshd/authorized_keys"
  done
  cat > "$folder/sshd/config" << END
Port $SFTP_PORT
ListenAddress 127.0.0.1
HostKey $folder/sshd/host_ed25519
HostKey $folder/sshd/host_rsa
PidFile $folder/sshd/pid
AuthorizedKeysFile $folder/sshd/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
MaxStartups 200
END
}

make_dovecot() {
  mkdir -p "$folder/dovecot" "$folder/mail"
  local user login internal owner group
  for user in $(users); do
    printf '%s:{PLAIN}%s::::::userdb_quota_rule=*:storage=1G\n' "$user" "$PASSWORD"
  done > "$folder/dovecot/users"
  if is_root; then
    login=dovenull internal=dovecot owner=dovecot group=$(id -gn dovecot)
    chown "$owner:$group" "$folder/mail"
  else
    owner=$(id -un) group=$(id -gn) login=$owner internal=$owner
  fi
  cat > "$folder/dovecot/config" << END
base_dir = $folder/dovecot/run
state_dir = $folder/dovecot/state
log_path = $folder/dovecot/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <$folder/tls/server.pem
ssl_key = <$folder/tls/server.key
default_login_user = $login
default_internal_user = $internal
default_internal_group = $group
auth_username_format = %Ln
mail_uid = $owner
mail_gid = $group
first_valid_uid = 0
mail_location = maildir:$folder/mail/%u
mail_max_userip_connections = 100
mail_plugins = quota
passdb {
  driver = passwd-file
  args = $folder/dovecot/users
}
userdb {
  driver = passwd-file
  args = $folder/dovecot/users
  default_fields = uid=$owner gid=$group home=$folder/mail/%u
}
namespace inbox {
  inbox = yes
}
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = count:User quota
  quota_vsizes = yes
  quota_grace = 0
}
service imap-login {
  inet_listener imap {
    port = $IMAP_PORT
  }
  inet_listener imaps {
    port = $IMAPS_PORT
    ssl = yes
  }
  $(is_root || echo 'chroot =')
}
service anvil {
  $(is_root || echo 'chroot =')
}
service lmtp {
  inet_listener lmtp {
    port = $LMTP_PORT
  }
}
service auth {
  inet_listener postfix {
    port = $AUTH_PORT
  }
}
service stats {
  $(is_root || echo 'chroot =')
}
END
}

make_postfix() {
  mkdir -p "$folder/postfix/config" "$folder/postfix/spool" "$folder/postfix/data"
  chown postfix "$folder/postfix/data"
  cat > "$folder/postfix/config/main.cf" << END
compatibility_level = 3.6
queue_directory = $folder/postfix/spool
data_directory = $folder/postfix/data
maillog_file = $folder/postfix/log
maillog_file_prefixes = $folder
myhostname = mx.xinglin.example.cn
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
alias_maps =
alias_database =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:all
virtual_transport = lmtp:inet:127.0.0.1:$LMTP_PORT
local_recipient_maps =
smtpd_tls_cert_file = $folder/tls/server.pem
smtpd_tls_key_file = $folder/tls/server.key
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$AUTH_PORT
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
message_size_limit = 104857600
mailbox_size_limit = 0
virtual_mailbox_limit = 0
in_flow_delay = 0
lmtp_destination_recipient_limit = 1
minimal_backoff_time = 5s
queue_run_delay = 5s
END
  cat > "$folder/postfix/config/master.cf" << END
127.0.0.1:$SMTP_PORT inet n - n - - smtpd
127.0.0.1:$SMTPS_PORT inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
END
}

start_one() {
  case "$1" in
    sshd)
      if is_root; then mkdir -p /run/sshd; fi
      "$(command -v sshd)" -f "$folder/sshd/config" -E "$folder/sshd/log"
      wait_for "$SFTP_PORT" sshd
      ;;
    dovecot)
      dovecot -c "$folder/dovecot/config"
      wait_for "$IMAP_PORT" Dovecot
      ;;
    postfix)
      [ -n "$SMTP_PORT" ] || return 0
      postfix -c "$folder/postfix/config" start 2>> "$folder/postfix/start.log"
      wait_for "$SMTP_PORT" Postfix
      ;;
    *) refuse "no server is called $1" ;;
  esac
}

stop_one() {
  local file
  case "$1" in
    sshd) file=$folder/sshd/pid ;;
    dovecot) file=$folder/dovecot/run/master.pid ;;
    postfix)
      [ -z "$SMTP_PORT" ] || postfix -c "$folder/postfix/config" stop 2>> "$folder/postfix/start.log" || true
      return 0
      ;;
    *) refuse "no server is called $1" ;;
  esac
  [ -f "$file" ] || return 0
  local process
  process=$(cat "$file")
  kill "$process" 2> /dev/null || true
  for _ in $(seq 100); do
    kill -0 "$process" 2> /dev/null || return 0
    sleep 0.05
  done
  kill -9 "$process" 2> /dev/null || true
}

start() {
  counties=${1:-3}
  others=("${@:2}")
  local needed=(sshd ssh-keygen dovecot openssl python3)
  if is_root; then needed+=(postfix); fi
  for tool in "${needed[@]}"; do
    command -v "$tool" > /dev/null || refuse "$tool is missing"
  done
  case "$(dovecot --version)" in
    2.3.*) ;;
    *) refuse "written for Dovecot 2.3, not $(dovecot --version)" ;;
  esac
  mkdir -p "$folder"
  chmod 755 "$folder"
  [ ! -f "$folder/servers.env" ] || refuse "$folder has servers already"
  read -r SFTP_PORT IMAP_PORT IMAPS_PORT LMTP_PORT AUTH_PORT SMTP_PORT SMTPS_PORT < <(free_ports 7)
  if ! is_root; then
    SMTP_PORT='' SMTPS_PORT=''
    say "servers.sh: Postfix needs root and is left out"
  fi
  make_certificates
  make_sshd
  make_dovecot
  [ -z "$SMTP_PORT" ] || make_postfix
  cat > "$folder/servers.env" << END
HOST=127.0.0.1
SFTP_PORT=$SFTP_PORT
SFTP_USER=$(id -un)
SFTP_FINGERPRINT=$(ssh-keygen -lf "$folder/sshd/host_ed25519.pub" | cut -d' ' -f2)
IMAP_PORT=$IMAP_PORT
IMAPS_PORT=$IMAPS_PORT
LMTP_PORT=$LMTP_PORT
AUTH_PORT=$AUTH_PORT
SMTP_PORT=$SMTP_PORT
SMTPS_PORT=$SMTPS_PORT
CA=$folder/tls/ca.pem
PASSWORD=$PASSWORD
COUNTIES=$counties
END
  start_one sshd
  start_one dovecot
  start_one postfix
}

[ $# -ge 2 ] || refuse "$(sed -n '5,10s/^# *//p' "$0")"
what=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
shift 2
if [ "$what" = start ]; then
  start "$@"
  exit 0
fi
[ -f "$folder/servers.env" ] || refuse "no servers in $folder"
# shellcheck disable=SC1091
. "$folder/servers.env"
case "$what" in
  stop)
    for server in ${1:-postfix dovecot sshd}; do stop_one "$server"; done
    ;;
  start-one) start_one "$1" ;;
  quota)
    sed -i "s/^\($1:.*storage=\).*/\1$2/" "$folder/dovecot/users"
    ;;
  certificate)
    use_certificate "$1"
    kill -HUP "$(cat "$folder/dovecot/run/master.pid")"
    [ -z "$SMTP_PORT" ] || postfix -c "$folder/postfix/config" reload 2>> "$folder/postfix/start.log"
    ;;
  *) refuse "$what is no command" ;;
esac
