"""What ci/whole-way.py needs of the world outside: the servers of ci/servers, programs that talk to them, a home.

Everything that is read back is read by programs that are not ours: OpenSSH's sftp, Python's imaplib, smtplib and email.
"""

import email
import email.policy
import imaplib
import json
import os
import pathlib
import shlex
import smtplib
import ssl
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
XINGLIN = shlex.split(os.environ.get("XINGLIN", str(ROOT / "xinglin")))
RECEIVED = "&XfJjpWU2-"  # 已接收 as IMAP writes it


class Servers:
    """sshd, Dovecot and Postfix in one folder."""

    def __init__(self, folder, counties, others):
        self.folder = folder
        self.run("start", str(counties), *others)
        lines = (folder / "servers.env").read_text().splitlines()
        self.env = dict(line.split("=", 1) for line in lines)
        self.tls = ssl.create_default_context(cafile=self.env["CA"])

    def run(self, command, *arguments):
        subprocess.run([str(ROOT / "ci/servers/servers.sh"), command, str(self.folder), *arguments], check=True)

    def sftp(self, user, *lines, at="."):
        """Runs OpenSSH's sftp as a county, started in the local folder ``at``."""
        options = ["-q", "-b", "-", "-i", self.folder / "keys" / user, "-P", self.env["SFTP_PORT"]]
        options += ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes"]
        command = ["sftp", *map(str, options), f"{self.env['SFTP_USER']}@127.0.0.1"]
        done = subprocess.run(command, input="\n".join(lines) + "\n", cwd=at, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"sftp as {user}: {done.stderr}")
        return done.stdout

    def new_host_key(self):
        """Another key for sshd, as if somebody else answered."""
        self.run("stop", "sshd")
        key = self.folder / "sshd/host_ed25519"
        for file in (key, key.with_suffix(".pub")):
            file.unlink()
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        self.run("start-one", "sshd")

    def read_only(self, user):
        """From now on the county may read on its SFTP server and write nothing."""
        keys = self.folder / "sshd/authorized_keys"
        wanted = f"internal-sftp -d {self.folder}/sftp/{user}\""
        keys.write_text(keys.read_text().replace(wanted, wanted.replace("internal-sftp", "internal-sftp -R")))

    def send(self, messages):
        """Messages as pairs of sender and bytes, through Postfix to the office."""
        with smtplib.SMTP("localhost", int(self.env["SMTP_PORT"])) as smtp:
            smtp.starttls(context=self.tls)
            smtp.login("office", self.env["PASSWORD"])
            for sender, message in messages:
                smtp.sendmail(sender, ["office@wjw.example.cn"], message)

    def mailbox(self, user, folder="INBOX"):
        """Bytes of every message in a folder of a user."""
        imap = imaplib.IMAP4_SSL("localhost", int(self.env["IMAPS_PORT"]), ssl_context=self.tls)
        imap.login(user, self.env["PASSWORD"])
        code, count = imap.select(folder, readonly=True)
        found = imap.fetch("1:*", "(BODY.PEEK[])")[1] if code == "OK" and int(count[0]) else []
        imap.logout()
        return [part[1] for part in found if isinstance(part, tuple)]

    def await_mail(self, user, number):
        """Postfix has delivered so many messages."""
        for _ in range(300):
            if len(self.mailbox(user)) >= number:
                return
            time.sleep(0.2)
        raise SystemExit(f"{number} messages for {user} should have arrived; see {self.folder}/postfix/log")


class Home:
    """A home whose partners and office are reached through the servers."""

    def __init__(self, folder, servers):
        self.folder = folder
        self.servers = servers
        self.password = servers.env["PASSWORD"]
        (folder / "config/partners").mkdir(parents=True)

    def write(self, name, *lines):
        (self.folder / "config" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, *words):
        environment = dict(os.environ, MAILBOX_PASSWORD=self.password)
        command = [*XINGLIN, *words, "--home", str(self.folder), "--lang", "en"]
        return subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def json(self, *words):
        done = self.run(*words, "--json")
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise SystemExit(f"{' '.join(words)}: {done.stdout}{done.stderr}") from None


def attachments(message):
    """Name and bytes of every attachment."""
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    return [(part.get_filename(), part.get_payload(decode=True)) for part in parsed.iter_attachments()]


def header(message, name):
    return str(email.message_from_bytes(message, policy=email.policy.default)[name] or "").strip()
