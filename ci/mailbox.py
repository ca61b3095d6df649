"""A mailbox on real servers: Postfix takes a hundred messages, Dovecot keeps them, xinglin collects and judges them.

The sample mails are among them. What xinglin stored is compared with what Python's own imaplib and email read, and each
thing that can be wrong with a mailbox has to end as its own line in `status`. Servers run in a temporary folder, started
and stopped by ci/servers/servers.sh. XINGLIN names the command, ./xinglin if it is not set. Exit code 1 if anything differs.
"""

import email
import hashlib
import imaplib
import json
import os
import pathlib
import shlex
import shutil
import smtplib
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "jobs/src/test/resources/mail"
XINGLIN = shlex.split(os.environ.get("XINGLIN", str(ROOT / "xinglin")))
RECEIVED = "&XfJjpWU2-"  # 已接收 as IMAP writes it
MESSAGES = 100
OUTCOMES = {"08-no-attachment.eml": "no_attachment", "09-unregistered-sender.eml": "quarantined"}

failed = []


def check(what, good, detail=""):
    print(("ok     " if good else "WRONG  ") + what + ("" if good else f": {detail}"), flush=True)
    if not good:
        failed.append(what)


class Servers:
    def __init__(self, folder):
        self.folder = folder
        self.run("start", "1")
        lines = (folder / "servers.env").read_text().splitlines()
        self.env = dict(line.split("=", 1) for line in lines)
        self.tls = ssl.create_default_context(cafile=self.env["CA"])

    def run(self, command, *arguments):
        subprocess.run([str(ROOT / "ci/servers/servers.sh"), command, str(self.folder), *arguments], check=True)

    def send(self, messages):
        with smtplib.SMTP("localhost", int(self.env["SMTP_PORT"])) as smtp:
            smtp.starttls(context=self.tls)
            smtp.login("county001", self.env["PASSWORD"])
            for message in messages:
                smtp.sendmail("county001@county.example.cn", ["office@wjw.example.cn"], message)

    def imap(self):
        imap = imaplib.IMAP4_SSL("localhost", int(self.env["IMAPS_PORT"]), ssl_context=self.tls)
        imap.login("office", self.env["PASSWORD"])
        return imap

    def count(self, folder):
        imap = self.imap()
        code, data = imap.select(folder, readonly=True)
        imap.logout()
        return int(data[0]) if code == "OK" else 0

    def arrived(self, number):
        for _ in range(300):
            if self.count("INBOX") >= number:
                return
            time.sleep(0.1)
        raise SystemExit(f"{number} messages should have arrived; see {self.folder}/postfix/log")

    def quota(self):
        """For example "STORAGE 12 1024", in KiB."""
        imap = self.imap()
        line = imap.getquotaroot("INBOX")[1][1][0].decode()
        imap.logout()
        return line[line.rindex("(") + 1 : line.rindex(")")]

    def all(self, folder):
        """Flags and bytes of every message."""
        imap = self.imap()
        imap.select(folder, readonly=True)
        found = [part for part in imap.fetch("1:*", "(FLAGS BODY.PEEK[])")[1] if isinstance(part, tuple)]
        subscribed = imap.lsub()[1]
        imap.logout()
        return found, subscribed


class Home:
    def __init__(self, folder, servers):
        self.folder = folder
        self.servers = servers
        shutil.copytree(ROOT / "examples/config", folder / "config")
        self.settings()

    def settings(self, tls="starttls", ca=True, host="localhost"):
        port = self.servers.env["IMAPS_PORT" if tls == "tls" else "IMAP_PORT"]
        lines = ["mail:", "  imap:", f"    host: {host}", f"    port: {port}", "    user: office"]
        lines += ["    password: env:MAILBOX_PASSWORD", f"    tls: {tls}"]
        lines += [f"    ca: file:{self.servers.env['CA']}"] if ca else []
        (self.folder / "config/xinglin.yml").write_text("\n".join(lines) + "\n")

    def run(self, *words, password=None):
        environment = dict(os.environ, MAILBOX_PASSWORD=password or self.servers.env["PASSWORD"])
        command = [*XINGLIN, *words, "--home", str(self.folder), "--lang", "en"]
        return subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def status(self):
        return json.loads(self.run("status", "--json", "--limit", "1000").stdout)

    def problem(self):
        """Code and sentence of what is wrong with the mailbox."""
        use = next(channel for channel in self.status()["channels"] if channel["channel"] == "office/imap")
        return use["problem"], use["message"]

    def raw(self, sha256):
        return (self.folder / "raw" / sha256[:2] / sha256).read_bytes()


def attachments(message):
    for part in email.message_from_bytes(message).walk():
        if not part.is_multipart() and part.get_content_maintype() != "text":
            yield part.get_payload(decode=True)


def the_whole_way(servers, home):
    samples = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*.eml"))}
    plain = samples["01-plain.eml"]
    more = [b"X-Number: %d\n" % number + plain for number in range(MESSAGES - len(samples))]
    servers.send([*samples.values(), *more])
    servers.arrived(MESSAGES)
    home.run("collect", password="wrong")
    tried = home.run("partner", "test", "office")
    check("partner test office", tried.returncode == 0, tried.stdout + tried.stderr)
    print(tried.stdout, end="")
    start = time.monotonic()
    collected = home.run("collect")
    print(f"       collect of {MESSAGES} messages: {time.monotonic() - start:.1f} s, the whole process")
    check("collect", collected.returncode == 0, collected.stdout + collected.stderr)
    check("INBOX is empty", servers.count("INBOX") == 0, servers.count("INBOX"))
    found, subscribed = servers.all(RECEIVED)
    check(f"{MESSAGES} messages in 已接收", len(found) == MESSAGES, len(found))
    check("all of them seen", all(b"\\Seen" in flags for flags, _ in found))
    check("已接收 is subscribed", any(RECEIVED.encode() in line for line in subscribed), subscribed)
    digests = [hashlib.sha256(message).hexdigest() for _, message in found]
    check("their bytes are those in raw/", all(home.raw(one) == message for one, (_, message) in zip(digests, found)))
    again = home.run("nightly", "--json")
    check("nightly", again.returncode == 0, again.stdout + again.stderr)
    arrived = [one for one in home.status()["deliveries"] if one["channel"] == "imap" and one["inside"] is None]
    check(f"{MESSAGES} deliveries, none twice", len(arrived) == MESSAGES, len(arrived))
    outcomes = sorted(one["outcome"] for one in arrived)
    expected = sorted(OUTCOMES.get(name, "loaded") for name in samples) + ["loaded"] * len(more)
    check("every outcome", outcomes == sorted(expected), outcomes)
    for name, message in samples.items():
        if OUTCOMES.get(name) == "quarantined":
            continue
        for part in attachments(message):
            check(f"{name}: attachment in raw/", home.raw(hashlib.sha256(part).hexdigest()) == part)


def what_can_be_wrong(servers, home):
    def expect(what, problem, **words):
        done = home.run("collect", **words)
        code, sentence = home.problem()
        check(f"{what}: {sentence}", code == problem and done.returncode == 0, (code, done.stderr))

    expect("wrong password", "LOGIN_REFUSED", password="wrong")
    for tls in ("starttls", "tls"):
        home.settings(tls=tls)
        servers.run("certificate", "expired")
        expect(f"expired certificate, {tls}", "CERTIFICATE_EXPIRED")
        servers.run("certificate", "other-host")
        expect(f"certificate of another host, {tls}", "CERTIFICATE_OTHER_NAME")
        servers.run("certificate", "valid")
        home.settings(tls=tls, ca=False)
        expect(f"unknown authority, {tls}", "CERTIFICATE_UNTRUSTED")
    home.settings()
    used = int(servers.quota().split()[1])
    servers.run("quota", "office", f"{used * 20 // 19}K")
    expect("mailbox nearly full", "MAILBOX_NEARLY_FULL")
    servers.send([(SAMPLES / "01-plain.eml").read_bytes()])
    servers.arrived(1)
    servers.run("quota", "office", "1M")
    expect("mailbox over its quota", "MAILBOX_FULL")
    servers.run("quota", "office", "1G")
    expect("room again", None)
    check("what arrived in a full mailbox is moved", servers.count("INBOX") == 0)
    servers.run("stop", "dovecot")
    expect("server away", "UNREACHABLE")
    servers.run("start-one", "dovecot")
    expect("everything in order again", None)


def main():
    with tempfile.TemporaryDirectory(prefix="xinglin-mailbox-") as temporary:
        folder = pathlib.Path(temporary)
        folder.chmod(0o755)
        servers = Servers(folder / "servers")
        try:
            home = Home(folder / "home", servers)
            the_whole_way(servers, home)
            what_can_be_wrong(servers, home)
        finally:
            servers.run("stop")
    print(f"{len(failed)} things are wrong" if failed else "everything as it should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
