"""The whole way on real servers: 200 workbooks by SFTP and 100 mails in, a night, the answers out, read back and compared.

OpenSSH, Dovecot and Postfix run on loopback in a temporary folder (ci/servers). Files are laid and answers fetched by
OpenSSH's sftp, mails sent and read by Python's smtplib and imaplib, marked copies opened by openpyxl. Then five things
are broken on the servers, one after the other, each of which has to end as a clear line in `status` and in `doctor`.

    python3 ci/whole-way.py [FILES MAILS]     needs root, openssh-server, dovecot-imapd, dovecot-lmtpd, postfix, openpyxl

XINGLIN names the command, ./xinglin if it is not set. Exit code 1 if anything differs.
"""

import csv
import email.message
import email.utils
import hashlib
import io
import json
import os
import pathlib
import sys
import tempfile
import time
import zipfile

import openpyxl
from real_servers import RECEIVED, ROOT, Home, Servers, attachments, header

sys.path.insert(0, str(ROOT / "bench"))
import workbooks  # noqa: E402

SAMPLE = ROOT / "examples/inbox/jiangsu-2024/a-gulou-clean.xlsx"
MAILS = sorted((ROOT / "jobs/src/test/resources/mail").glob("*.eml"))
COUNTIES = 4
XUZHOU = 9  # so many of bench/workbooks.py's reporters belong to the sample's city
WORKBOOKS, MESSAGES = map(int, sys.argv[1:3] or (200, 100))
GOOD = {"accepted", "accepted_with_warnings"}
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"

failed = []


def check(what, good, detail=""):
    print(("ok     " if good else "WRONG  ") + what + ("" if good else f": {detail}"), flush=True)
    if not good:
        failed.append(what)


def digest(data):
    return hashlib.sha256(data).hexdigest()


def workbook(reporter, number, total_right=True):
    """Jiangsu's attachment 1 of a county, another one for every number."""
    source = zipfile.ZipFile(SAMPLE)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                sheet = workbooks.re.sub(r"&#(\d{3,});", lambda m: chr(int(m[1])), data.decode())
                sheet = sheet.replace("徐州市鼓楼区", reporter).replace("鼓楼区", reporter)
                sheet = workbooks.raised(sheet, "B6", number)
                if total_right:
                    sheet = workbooks.raised(sheet, "B11", number)
                data = sheet.encode("ascii", "xmlcharrefreplace")
            target.writestr(name, data)
    return made.getvalue()


def files_of_counties():
    """Name, bytes and acceptable verdicts of what each county lays down."""
    counties = {f"county{number + 1:03}": [] for number in range(COUNTIES)}
    names = sorted(counties)
    for number in range(WORKBOOKS):
        reporter = "徐州市" + workbooks.REPORTERS[number % XUZHOU]
        if number % 20 == 19:
            data, verdicts = workbook(reporter, number)[:3000], {"unrecognised"}
        elif number % 10 == 8:
            data, verdicts = workbook(reporter, number + 1, total_right=False), {"rejected"}
        else:
            data, verdicts = workbook(reporter, number), GOOD
        counties[names[number % COUNTIES]].append((f"{number:03}-汇总表.xlsx", data, verdicts))
    return counties


def mails():
    """Sender, bytes and acceptable verdicts; no verdicts where nobody is answered, any where the samples' tests say."""
    with open(ROOT / "examples/config/partners/senders.csv", encoding="utf-8") as file:
        senders = [row for row in csv.DictReader(file) if row["division_code"].startswith("3203")]
    made = []
    for path in MAILS:
        unknown = path.name.startswith("09-")
        made.append((header(path.read_bytes(), "From"), path.read_bytes(), None if unknown else set()))
    for number in range(MESSAGES - len(MAILS)):
        sender = senders[number % len(senders)]
        message = email.message.EmailMessage()
        message["From"] = f"{sender['division_name']}卫健委 <{sender['address']}>"
        message["To"] = "office@wjw.example.cn"
        message["Subject"] = f"专项行动汇总表 {number}"
        message["Message-ID"] = f"<whole-way.{number}@mail.example.cn>"
        message["Date"] = email.utils.formatdate()
        message.set_content("附件请查收。")
        verdicts = GOOD
        if number % 30 == 11:
            verdicts = {"no_attachment"}
        else:
            wrong = number % 10 == 7
            verdicts = {"rejected"} if wrong else GOOD
            data = workbook("徐州市" + sender["division_name"], 1000 + number, total_right=not wrong)
            message.add_attachment(data, maintype="application", subtype=XLSX, filename=f"汇总表{number}.xlsx")
        if number % 30 == 12:
            message.replace_header("From", f"nobody{number}@mail.example.com")
            verdicts = None
        made.append((header(message.as_bytes(), "From"), message.as_bytes(), verdicts))
    return made


def user_of(sender):
    return email.utils.parseaddr(sender)[1].split("@")[0]


def configure(home, servers):
    """Counties by SFTP with a key each, and the office's mailbox and mail server."""
    env = servers.env
    home.write("partners/senders.csv", (ROOT / "examples/config/partners/senders.csv").read_text(encoding="utf-8").strip())
    for number in range(COUNTIES):
        user = f"county{number + 1:03}"
        key = home.folder / "config" / user
        key.write_bytes((servers.folder / "keys" / user).read_bytes())
        key.chmod(0o600)
        lines = [f"name: 县{number + 1}", f"addresses: [{user}@county.example.cn]", "channels:", "  sftp:"]
        lines += ["    host: 127.0.0.1", f"    port: {env['SFTP_PORT']}", f"    user: {env['SFTP_USER']}"]
        lines += [f"    key: file:{user}", "    folder: out", "    received: received", "    answers: answers"]
        home.write(f"partners/{user}.yaml", *lines)
    server = ["    host: localhost", "    user: office", "    password: env:MAILBOX_PASSWORD", f"    ca: file:{env['CA']}"]
    lines = ["mail:", "  imap:", *server, f"    port: {env['IMAPS_PORT']}", "    tls: tls"]
    lines += ["  smtp:", *server, f"    port: {env['SMTP_PORT']}", "    tls: starttls"]
    home.write("xinglin.yml", *lines, "    from: office@wjw.example.cn")


def lay_down(servers, counties, folder):
    """By OpenSSH's sftp, with the times of files written two hours ago."""
    past = time.time() - 7200
    for user, files in counties.items():
        local = folder / "laid" / user
        local.mkdir(parents=True)
        for name, data, _ in files:
            (local / name).write_bytes(data)
            os.utime(local / name, (past, past))
        servers.sftp(user, "cd out", "put -p *", at=local)


def fetch(servers, counties, folder, name):
    """What lies in answers/ and received/ of every county."""
    fetched = {}
    for user in counties:
        local = folder / name / user
        local.mkdir(parents=True)
        servers.sftp(user, "get -r answers", "get -r received", at=local)
        fetched[user] = {
            part: {file.name: file.read_bytes() for file in sorted((local / part).iterdir())} for part in ("answers", "received")
        }
        fetched[user]["left"] = [line for line in servers.sftp(user, "ls -1 out").splitlines() if not line.startswith("sftp>")]
    return fetched


def opens(data):
    """A workbook that somebody else's program reads, with remarks in it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return any(cell.comment for sheet in book for row in sheet.iter_rows() for cell in row)


def compare_sftp(counties, fetched):
    answers = []
    for user, files in counties.items():
        got = fetched[user]
        check(f"{user}: {len(files)} originals in received/, byte for byte, out/ is empty",
              sorted(map(digest, got["received"].values())) == sorted(digest(data) for _, data, _ in files)
              and not got["left"], (len(got["received"]), got["left"]))
        receipts = [json.loads(data) for name, data in got["answers"].items() if name.endswith(".json")]
        expected = {digest(data): verdicts for _, data, verdicts in files}
        check(f"{user}: one receipt a file", sorted(one["sha256"] for one in receipts) == sorted(expected), len(receipts))
        wrong = [(one["file_name"], one["verdict"]) for one in receipts if one["verdict"] not in expected.get(one["sha256"], ())]
        check(f"{user}: every verdict as expected", not wrong, wrong)
        marked = [data for name, data in got["answers"].items() if name.endswith(".xlsx")]
        rejected = sum(verdicts == {"rejected"} for verdicts in expected.values())
        check(f"{user}: {len(marked)} marked copies open in openpyxl, remarks in each",
              len(marked) >= rejected and all(map(opens, marked)), len(marked))
        answers += receipts
    return answers


def compare_mail(sent, servers, received):
    originals = {header(message, "Message-ID"): digest(message) for message in received}
    boxes = {user: servers.mailbox(user) for user in sorted({user_of(sender) for sender, _, verdicts in sent if verdicts is not None})}
    twice, lost, wrong, marked = [], [], [], []
    for sender, message, verdicts in sent:
        identity = header(message, "Message-ID")
        got = [one for one in boxes.get(user_of(sender), []) if header(one, "In-Reply-To") == identity]
        if len(got) != (verdicts is not None):
            (twice if got else lost).append(identity)
            continue
        for answer in got:
            files = attachments(answer)
            receipt = next(json.loads(data) for name, data in files if name.endswith(".json"))
            told = {receipt["verdict"], receipt["outcome"]}
            if receipt["sha256"] != originals.get(identity) or (verdicts and not told & verdicts):
                wrong.append((identity, told))
            if email.utils.parseaddr(header(answer, "To"))[1] != email.utils.parseaddr(sender)[1]:
                wrong.append((identity, header(answer, "To")))
            copies = [data for name, data in files if name.endswith(".xlsx")]
            if verdicts == {"rejected"} and not copies:
                wrong.append((identity, "no marked copy"))
            marked += copies
    expected = sum(verdicts is not None for _, _, verdicts in sent)
    check(f"{expected} mails answered once, in reply to them", not twice and not lost, (twice, lost))
    check("nobody else got a mail", sum(map(len, boxes.values())) == expected, {user: len(box) for user, box in boxes.items()})
    check("receipts by mail: digest, verdict, address", not wrong, wrong)
    check(f"{len(marked)} marked copies by mail open in openpyxl", marked and all(map(opens, marked)), len(marked))
    return boxes


def the_whole_way(servers, home, folder):
    counties, sent = files_of_counties(), mails()
    lay_down(servers, counties, folder)
    servers.send([(email.utils.parseaddr(sender)[1], message) for sender, message, _ in sent])
    servers.await_mail("office", MESSAGES)
    home.run("load")
    fingerprint = servers.env["SFTP_FINGERPRINT"]
    for user in counties:
        done = home.run("partner", "trust-key", user, "--fingerprint", fingerprint)
        check(f"partner trust-key {user}", done.returncode == 0, done.stdout + done.stderr)
    start = time.monotonic()
    night = home.json("nightly")
    print(f"       nightly, {WORKBOOKS} files and {MESSAGES} messages: {time.monotonic() - start:.1f} s; seconds by step: {night['seconds']}")
    check("deliveries", night["deliveries"] >= WORKBOOKS + MESSAGES, night["deliveries"])
    quarantined = sum(verdicts is None for _, _, verdicts in sent)
    status = home.json("status", "--limit", "2000")
    check(f"{quarantined} mails of unknown senders in quarantine", len(status["quarantined"]) == quarantined, len(status["quarantined"]))
    expected = WORKBOOKS + MESSAGES - quarantined
    check("answers sent, none waits", status["answers"].get("sent") == expected and not status["answers"].get("waiting"), status["answers"])
    servers.await_mail("exchange", 1)
    received = servers.mailbox("office", RECEIVED)
    check(f"{MESSAGES} messages moved to 已接收, INBOX is empty", len(received) == MESSAGES and not servers.mailbox("office"), len(received))
    fetched = fetch(servers, counties, folder, "fetched")
    compare_sftp(counties, fetched)
    boxes = compare_mail(sent, servers, received)
    again = home.json("nightly")
    check("a second night finds nothing", again["deliveries"] == 0, again["deliveries"])
    check("and sends nothing", fetch(servers, counties, folder, "again") == fetched
          and {user: servers.mailbox(user) for user in boxes} == boxes)
    well = home.run("doctor")
    check("doctor: all is well", well.returncode == 0, well.stdout + well.stderr)
    print(well.stdout, end="")


def what_can_be_wrong(servers, home):
    def expect(what, channel, problem):
        collected = home.run("collect")
        use = next(one for one in home.json("status")["channels"] if one["channel"] == channel)
        check(f"{what}: collect goes on, status knows it", collected.returncode == 0 and use["problem"] == problem, (collected.stderr, use))
        print(f"         status: {use['message']}")
        for sign in home.json("doctor"):
            if sign["subject"] == channel:
                check(f"{what}: doctor says so", sign["state"] != "ok", sign)
                print(f"         doctor: {sign['message']}")

    servers.new_host_key()
    expect("wrong host key", "county001/sftp", "HOST_KEY_CHANGED")
    now = home.run("partner", "trust-key", "county001").stdout
    fingerprint = now[now.index("SHA256:"):].split()[0]
    for number in range(COUNTIES):
        home.run("partner", "trust-key", f"county{number + 1:03}", "--fingerprint", fingerprint)
    servers.run("certificate", "expired")
    expect("expired certificate", "office/imap", "CERTIFICATE_EXPIRED")
    servers.run("certificate", "valid")
    home.password = "wrong"
    expect("wrong password", "office/imap", "LOGIN_REFUSED")
    home.password = servers.env["PASSWORD"]
    servers.send([("gulou@wjw.xuzhou.example.cn", MAILS[0].read_bytes())])
    servers.await_mail("office", 1)
    servers.run("quota", "office", "100K")
    expect("full mailbox", "office/imap", "MAILBOX_FULL")
    servers.run("quota", "office", "1G")
    lone = {"county002": [("late.xlsx", workbook("徐州市丰县", 5000), GOOD)]}
    lay_down(servers, lone, home.folder.parent / "late")
    servers.read_only("county002")
    expect("unwritable folder", "county002/sftp", "FOLDER_NOT_WRITABLE")


def main():
    with tempfile.TemporaryDirectory(prefix="xinglin-whole-way-") as temporary:
        folder = pathlib.Path(temporary)
        folder.chmod(0o755)
        start = time.monotonic()
        others = sorted({user_of(sender) for sender, _, verdicts in mails() if verdicts is not None})
        servers = Servers(folder / "servers", COUNTIES, others)
        try:
            home = Home(folder / "home", servers)
            configure(home, servers)
            the_whole_way(servers, home, folder)
            what_can_be_wrong(servers, home)
        finally:
            servers.run("stop")
        print(f"the whole way: {time.monotonic() - start:.0f} s")
    print(f"{len(failed)} things are wrong" if failed else "everything as it should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
