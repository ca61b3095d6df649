#!/usr/bin/env python3
"""Two regions exchange penalties for a year: two homes on this machine, an OpenSSH server between them, keys made with gpg.

Each home sends its own records once a month and takes those of the other. A courier stands for the channel: he carries what one
home laid on the server to the folder that the other one reads, and loses, doubles, alters and delays some of it. In the middle of
the year one region changes its key. At the end both must have the same records, every gap must have been told and healed, and
every package must have its four answers, the same at both ends.

    python3 ci/two-homes.py          needs sshd, ssh-keygen, gpg

XINGLIN names the command, ./xinglin if it is not set. KEEP=DIR keeps the homes. Exit code 1 if anything differs.
"""

import csv
import io
import json
import os
import pathlib
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
XINGLIN = shlex.split(os.environ.get("XINGLIN", str(ROOT / "xinglin")))
sys.path.insert(0, str(ROOT / "docs/spec/conformance"))
import make as kit  # noqa: E402
import yrdpackage  # noqa: E402

SHANGHAI, JIANGSU = "310000", "320000"
NAMES = {SHANGHAI: "上海市卫生健康委员会", JIANGSU: "江苏省卫生健康委员会"}
OTHER = {SHANGHAI: JIANGSU, JIANGSU: SHANGHAI}
DAY = {SHANGHAI: 10, JIANGSU: 11}
YEAR = 2024
ROTATION = 6  # the month in which Shanghai takes a new key
LOST, DOUBLED, ALTERED, LATE = 3, 5, 7, 9  # numbers of packages that something happens to

failed = []


def check(what, good, detail=""):
    print(("ok     " if good else "WRONG  ") + what + ("" if good else f": {detail}"), flush=True)
    if not good:
        failed.append(what)


class Server:
    """OpenSSH's sshd with one folder, on a port of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.files = folder / "files"
        self.files.mkdir(parents=True)
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
        listed = subprocess.run(["ssh-keygen", "-lf", str(folder / "host.pub")], check=True, capture_output=True, text=True).stdout
        self.fingerprint = listed.split()[1]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        public = (folder / "key.pub").read_text().strip()
        (folder / "authorized_keys").write_text(f'restrict,command="internal-sftp -d {self.files}" {public}\n')
        lines = [f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {folder}/host", "PidFile none", "StrictModes no", "UsePAM no"]
        lines += [f"AuthorizedKeysFile {folder}/authorized_keys", "PasswordAuthentication no", "Subsystem sftp internal-sftp"]
        (folder / "config").write_text("\n".join(lines + ["PermitRootLogin prohibit-password"]) + "\n")
        if os.getuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        command = [shutil.which("sshd"), "-D", "-f", str(folder / "config"), "-E", str(folder / "log")]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit((folder / "log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Keys:
    """Certificates made with gpg as if it were the day they are valid from."""

    def __init__(self, folder):
        self.home = folder / "gnupg"
        self.home.mkdir(mode=0o700)
        self.gpg = ["gpg", "--homedir", str(self.home), "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""]

    def make(self, name, day):
        """Fingerprint of a new key, Ed25519 to sign and X25519 to encrypt."""
        at = ["--faked-system-time", day.replace("-", "") + "T000000"]
        done = subprocess.run(self.gpg + at + ["--status-fd", "1", "--quick-gen-key", f"{name} <{name}@exchange.example.cn>", "future-default", "default", "0"],
                              check=True, capture_output=True, text=True)
        return next(line.split()[-1] for line in done.stdout.splitlines() if "KEY_CREATED" in line)

    def export(self, fingerprint, secret, target):
        command = self.gpg + ["--armor", "--export-secret-keys" if secret else "--export", fingerprint]
        target.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
        target.chmod(0o600)

    def stop(self):
        subprocess.run(["gpgconf", "--homedir", str(self.home), "--kill", "all"], check=False, capture_output=True)


class Region:
    """A home with its own records and what is agreed with the other one."""

    def __init__(self, folder, region, server):
        self.id = region
        self.folder = folder / region
        self.server = server
        self.nights = 0
        self.seconds = 0.0
        self.records = {}
        self.keys, self.trusted = [], []
        (self.folder / "config/partners/keys").mkdir(parents=True)
        (self.folder / "inbox").mkdir()
        shutil.copy(server.folder / "key", self.folder / "config/sftp-key")
        (self.folder / "config/sftp-key").chmod(0o600)
        (self.folder / "config/shared-key").write_text("8f" * 32 + "\n")
        (self.folder / "config/shared-key").chmod(0o600)
        for name in ("to", "from"):
            (server.files / f"{name}-{region}").mkdir()

    def configure(self):
        other = OTHER[self.id]
        own = [f'exchange:\n  id: "{self.id}"\n  keys:'] + [f"    - {{{key}}}" for key in self.keys]
        (self.folder / "config/xinglin.yml").write_text("\n".join(own) + "\n")
        lines = [f"name: {NAMES[other]}", f'division: "{other}"', "channels:", "  sftp:", "    host: 127.0.0.1", f"    port: {self.server.port}"]
        lines += [f"    user: {user()}", "    key: file:sftp-key", f'    host_key: "{self.server.fingerprint}"', "    quiet_seconds: 1"]
        lines += [f"    folder: to-{self.id}", f"    answers: from-{self.id}", f"    packages: from-{self.id}", "exchange:", "  by: sftp", "  keys:"]
        lines += [f"    - {{{key}}}" for key in self.trusted]
        lines += ["  receives:", "    - {profile: yrd-pen-1, identities: [none, keyed]}", "  sends:"]
        lines += ["    - {profile: yrd-pen-1, identities: keyed, key: {name: sh-js-2024, secret: file:shared-key}, since: 2024-01-01, every: month, day: 5}"]
        (self.folder / f"config/partners/{other}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, now, *words):
        command = [*XINGLIN, *words, "--home", str(self.folder), "--lang", "en"]
        return subprocess.run(command, env=dict(os.environ, XINGLIN_NOW=now, XINGLIN_JAVA_OPTS="-XX:TieredStopAtLevel=1"), capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def json(self, now, *words):
        done = self.run(now, *words, "--json")
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise SystemExit(f"{self.id} {' '.join(words)}: {done.stdout}{done.stderr}") from None

    def night(self, month, later=0):
        now = at(month, DAY[self.id] + later)
        for file in (self.server.files / f"to-{self.id}").iterdir():
            if file.is_file() and not file.name.endswith(".done"):
                file.with_name(file.name + ".done").touch()
        start = time.monotonic()
        done = self.run(now, "nightly")
        self.seconds += time.monotonic() - start
        self.nights += 1
        if done.returncode != 0:
            raise SystemExit(f"night of {self.id} in month {month}: {done.stdout}{done.stderr}")

    def status(self, month):
        return self.json(night_of(self.id, month), "status")["exchange"]

    def query(self, sql):
        done = self.run(night_of(self.id, 12), "sql", sql, "--format", "csv")
        if done.returncode != 0:
            raise SystemExit(f"{self.id} sql: {done.stdout}{done.stderr}")
        return list(csv.reader(io.StringIO(done.stdout)))[1:]

    def bureaus_report(self, month):
        """Two new decisions every month; some of former months are amended or withdrawn."""
        rows = [self.decision(month, place) for place in (1, 2)]
        if month in (5, 11):
            rows.append(self.changed((month - 4, 1), "amended", month, CF_NR_FK=str(month), CF_NR=f"罚款人民币{month}0000元"))
        if month in (6, 12):
            rows.append(self.changed((month - 4, 2), "withdrawn", month))
        name = f"{YEAR}{month:02}.csv"
        envelope = {"partner": "bureaus", "received_at": at(month, DAY[self.id] - 1)}
        (self.folder / "inbox" / f"{name}.envelope.json").write_text(json.dumps(envelope), encoding="utf-8")
        (self.folder / "inbox" / name).write_bytes(yrdpackage.to_csv("yrd-pen-1", rows))

    def decision(self, month, place):
        number = f"{'沪' if self.id == SHANGHAI else '苏'}卫医罚〔{YEAR}〕{month * 10 + place}号"
        day = f"{YEAR}-{month:02}-0{place}"
        row = kit.record(0, CF_WSH=number, CF_JDRQ=day, CF_YXQ=day.replace(str(YEAR), str(YEAR + 1)), CF_GSJZQ=day.replace(str(YEAR), str(YEAR + 1)))
        row.update(CF_XDR_MC=f"某某诊所{self.id}{month}{place}", CF_XDR_LB="法人及非法人组织", CF_FRDB="李*", YRD_DIVISION=self.id[:2] + "0102")
        row.update(CF_XDR_SHXYM=kit.credit_code(f"9{self.id}MA{month:02}{place}00000"[:17].ljust(17, "0")))
        self.records[month, place] = row
        return row

    def changed(self, which, state, month, **values):
        row = dict(self.records[which], YRD_STATE=state, YRD_VERSION="2", YRD_CHANGED_ON=f"{YEAR}-{month:02}-03", **values)
        row["YRD_CHANGE_REASON"] = "行政复议"
        self.records[which] = row
        return row


def user():
    return subprocess.run(["id", "-un"], check=True, capture_output=True, text=True).stdout.strip()


def at(month, day):
    return f"{YEAR}-{month:02}-{day:02}T02:00:00+08:00"


def night_of(region, month):
    return at(month, DAY[region])


class Courier:
    """Carries files from one folder of the server to the other, and does to some of them what happens on the way."""

    def __init__(self, server):
        self.files = server.files
        self.seen = {}
        self.held = []

    def carry(self, sender, month):
        came = self.files / f"from-{sender}"
        target = self.files / f"to-{OTHER[sender]}"
        while self.held and sender == JIANGSU and month > LATE + 1:
            file = self.held.pop()
            file.rename(target / file.name)
        for file in sorted(came.iterdir()):
            self.seen.setdefault(sender, []).append((month, file.name))
            number = sequence(file.name)
            if sender == SHANGHAI and number == LOST and month <= LOST + 1:
                file.unlink()
            elif sender == SHANGHAI and number == ALTERED and month == ALTERED:
                data = bytearray(file.read_bytes())
                data[len(data) // 2] ^= 1
                (target / file.name).write_bytes(bytes(data))
                file.unlink()
            elif sender == JIANGSU and number == LATE and month <= LATE + 1:
                file.rename(self.files / f"held-{month}-{file.name}")
                self.held.append(self.files / f"held-{month}-{file.name}")
            else:
                if sender == JIANGSU and number == DOUBLED and month == DOUBLED:
                    shutil.copy(file, target / ("copy-of-" + file.name))
                file.rename(target / file.name)


def sequence(name):
    """Number of a package by its name; 0 for answers and requests."""
    return int(name.removesuffix(".zip.gpg")[-6:]) if name.endswith(".zip.gpg") else 0


def agree(shanghai, jiangsu, keys):
    """Each has the other's key, compared by telephone."""
    first = {region: keys.make(region + "-2024", f"{YEAR}-01-01") for region in (SHANGHAI, JIANGSU)}
    for home, other in ((shanghai, jiangsu), (jiangsu, shanghai)):
        keys.export(first[home.id], True, home.folder / "config/own-2024.asc")
        keys.export(first[other.id], False, home.folder / f"config/partners/keys/{other.id}-2024.asc")
        home.keys = [f'file: "file:own-2024.asc", from: {YEAR}-01-01']
        home.trusted = [f"file: partners/keys/{other.id}-2024.asc, from: {YEAR}-01-01, fingerprint: {first[other.id]}"]
        home.configure()


def rotate(shanghai, jiangsu, keys):
    """Shanghai has a new key; both count for 46 days, then the new one alone."""
    new = keys.make(SHANGHAI + "-new", f"{YEAR}-06-01")
    keys.export(new, True, shanghai.folder / "config/own-new.asc")
    keys.export(new, False, jiangsu.folder / f"config/partners/keys/{SHANGHAI}-new.asc")
    shanghai.keys = [f'file: "file:own-2024.asc", from: {YEAR}-01-01, until: {YEAR}-07-20', f'file: "file:own-new.asc", from: {YEAR}-06-05']
    old = jiangsu.trusted[0].replace(", fingerprint", f", until: {YEAR}-07-20, fingerprint")
    jiangsu.trusted = [old, f"file: partners/keys/{SHANGHAI}-new.asc, from: {YEAR}-06-05"]
    shanghai.configure()
    jiangsu.configure()
    now = night_of(JIANGSU, ROTATION)
    done = jiangsu.run(now, "partner", "trust-key", SHANGHAI, "--fingerprint", new)
    check("the new key of Shanghai is trusted by its fingerprint", done.returncode == 0, done.stdout + done.stderr)


def the_year(shanghai, jiangsu, courier, keys):
    told = {}
    for month in range(1, 13):
        if month == ROTATION:
            rotate(shanghai, jiangsu, keys)
        for home in (shanghai, jiangsu):
            home.bureaus_report(month)
            home.night(month)
            courier.carry(home.id, month)
        if month in (LOST + 1, LOST + 2, ALTERED):
            told[JIANGSU, month] = jiangsu.status(month)
        if month in (LOST + 1, ALTERED + 1, LATE + 2):
            told[SHANGHAI, month] = shanghai.status(month)
    for home in (shanghai, jiangsu):
        home.night(12, later=10)
        courier.carry(home.id, 13)
    # A night publishes first and says so then: its last answers stand in the tables of the next one.
    shanghai.run(at(12, 22), "publish")
    return told


def every_trouble_was_told(told, courier):
    lost = told[JIANGSU, LOST + 1]["gaps"]
    check(f"lost: Jiangsu tells that number {LOST} is missing and asks for it",
          [(gap["missing"], len(gap["requested_at"])) for gap in lost] == [([LOST], 1)], lost)
    sent_again = [(one["package"][-6:], one["sent_again"]) for one in told[SHANGHAI, LOST + 1]["unanswered"] if one["overdue"]]
    check(f"lost: Shanghai tells that number {LOST} is not judged, and sent it again after 15 days", sent_again == [(f"{LOST:06}", 1)], sent_again)
    check("lost: asked for, sent again, and no gap is left a month later", not told[JIANGSU, LOST + 2]["gaps"], told[JIANGSU, LOST + 2]["gaps"])
    requests = [name for _, name in courier.seen[JIANGSU] if name.endswith("-resend.zip")]
    check("lost: the request went over the server", requests == [f"{JIANGSU}-{SHANGHAI}-yrd-pen-1-{YEAR}0{LOST + 1}11-resend.zip"], requests)
    unread = [(one["package"][-6:], one["code"]) for one in told[SHANGHAI, ALTERED + 1]["unread"]]
    check(f"altered: Shanghai tells that Jiangsu could not read number {ALTERED}", unread == [(f"{ALTERED:06}", "NOT_DECRYPTED")], unread)
    late = told[SHANGHAI, LATE + 2]["gaps"]
    check(f"late: Shanghai tells that number {LATE} is missing while number {LATE + 1} waits", [gap["missing"] for gap in late] == [[LATE]], late)


def both_have_the_same(shanghai, jiangsu):
    sql = ("select document_number, decision_date, status, fine_yuan, confiscated_yuan, party_key is not null from penalty order by all")
    rows = {home.id: home.query(sql) for home in (shanghai, jiangsu)}
    check(f"both homes have the same {len(rows[SHANGHAI])} penalties", rows[SHANGHAI] == rows[JIANGSU] and len(rows[SHANGHAI]) == 48,
          {region: len(found) for region, found in rows.items()})
    made = {row["CF_WSH"]: row for home in (shanghai, jiangsu) for row in home.records.values()}
    status = {"published": "effective"}
    wrong = [
        row for region in rows for row in rows[region]
        if float(row[3] or 0) != float(made[row[0]]["CF_NR_FK"]) * 10000 or row[2] != status.get(made[row[0]]["YRD_STATE"], made[row[0]]["YRD_STATE"])
    ]
    check("every penalty is as its bureau decided last, amended and withdrawn ones too", not wrong, wrong[:4])
    states = {row[2] for row in rows[SHANGHAI]}
    check("amended and withdrawn ones are among them", states == {"effective", "amended", "withdrawn"}, states)
    versions = "select document_number, version, status from history.penalty order by all"
    histories = {home.id: home.query(versions) for home in (shanghai, jiangsu)}
    check(f"both know the same {len(histories[SHANGHAI])} versions", histories[SHANGHAI] == histories[JIANGSU], {r: len(h) for r, h in histories.items()})


def every_package_has_four_answers(shanghai, jiangsu):
    sql = ("select sequence, package.digest, kind, answer.digest from package join answer using (package_id) "
           "where package.direction = '{}' order by all")
    for sender, receiver in ((shanghai, jiangsu), (jiangsu, shanghai)):
        got, given = sender.query(sql.format("out")), [row for row in receiver.query(sql.format("in")) if row[1]]
        numbers = sorted({int(row[0]) for row in got})
        four = {tuple(sorted(row[2] for row in got if int(row[0]) == number)) for number in numbers}
        check(f"{sender.id}: packages 1 to {numbers[-1]}, each with four answers", numbers == list(range(1, numbers[-1] + 1)) and numbers[-1] >= 12
              and four == {("judged", "published", "stored", "understood")}, (numbers, four))
        check(f"{sender.id}: they are those that {receiver.id} gave, digest by digest", got == given, (len(got), len(given)))
    odd = "select state, coalesce(refusal_code, ''), count(*) from package where direction = 'in' and state in ('refused', 'repeated', 'waiting') group by all order by 1"
    found = {home.id: home.query(odd) for home in (shanghai, jiangsu)}
    check("one altered file refused, nothing waits", [row for row in found[JIANGSU] if row[0] != "repeated"] == [["refused", "NOT_DECRYPTED", "1"]], found)
    check("the doubled package changed nothing", any(row[0] == "repeated" for row in found[SHANGHAI]), found)


def nothing_is_left(shanghai, jiangsu, courier):
    for home in (shanghai, jiangsu):
        status = home.json(at(12, 31), "status", "--limit", "1000")
        left = {name: rows for name, rows in status["exchange"].items() if name in ("gaps", "unanswered", "refused", "unread", "wrong") and rows}
        check(f"{home.id}: status has nothing left to tell about packages", not left, left)
        outcomes = {row["outcome"] for row in status["deliveries"]}
        check(f"{home.id}: every delivery is known for what it is", outcomes <= {"loaded", "duplicate"} or home.id == JIANGSU and outcomes <= {"loaded", "duplicate", "unrecognised"}, outcomes)
    kinds = {name.rsplit(".", 1)[1] for files in courier.seen.values() for _, name in files}
    check("nothing but packages, answers and requests went over the server: no receipts that programs would answer", kinds == {"gpg", "zip"}, kinds)


def main():
    for tool in ("sshd", "ssh-keygen", "gpg"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is missing")
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="two-homes-") as temporary:
        folder = pathlib.Path(os.environ.get("KEEP", temporary))
        folder.chmod(0o755)
        server, keys = Server(folder / "server"), Keys(folder)
        try:
            shanghai, jiangsu = (Region(folder, region, server) for region in (SHANGHAI, JIANGSU))
            agree(shanghai, jiangsu, keys)
            courier = Courier(server)
            told = the_year(shanghai, jiangsu, courier, keys)
            every_trouble_was_told(told, courier)
            both_have_the_same(shanghai, jiangsu)
            every_package_has_four_answers(shanghai, jiangsu)
            nothing_is_left(shanghai, jiangsu, courier)
            nights = shanghai.nights + jiangsu.nights
            print(f"       {nights} nights, {(shanghai.seconds + jiangsu.seconds) / nights:.1f} s each; {time.monotonic() - start:.0f} s in all")
        finally:
            server.stop()
            keys.stop()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
