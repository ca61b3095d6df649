"""Makes packages as YRD-PKG 1 says, with nothing but Python's standard library and gpg.

Written from the specification alone: no line of it knows any other implementation.
"""

import csv
import datetime
import decimal
import hashlib
import io
import json
import os
import pathlib
import subprocess
import tempfile
import zipfile

ZONE = datetime.timezone(datetime.timedelta(hours=8))
STATES = ("published", "amended", "withdrawn")
HEADERS = {
    "yrd-pen-1": (
        "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,"
        "CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,CF_CFJG,"
        "CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ,YRD_STATE,YRD_VERSION,YRD_CHANGED_ON,YRD_CHANGE_REASON,YRD_DIVISION,YRD_PRACTICE_TYPE,"
        "YRD_UNLICENSED,YRD_TOTAL,YRD_AMOUNT_STATE,YRD_PRIOR_PENALTIES,YRD_REFERRAL_DECIDED_ON,YRD_REFERRED_ON,YRD_REFERRED_TO,"
        "YRD_POLICE_ANSWERED_ON,YRD_RISK_POINT,YRD_PARTY_KEY,YRD_BIRTH_DATE,YRD_ADDRESS"
    ).split(","),
    "yrd-lead-1": (
        "YRD_ASKER,YRD_LEAD_ID,YRD_KIND,YRD_STATE,YRD_VERSION,YRD_CHANGED_ON,YRD_DIVISION,YRD_RECEIVED_ON,YRD_VIOLATION_GROUP,"
        "YRD_PRACTICE_TYPE,YRD_ASKED,YRD_REPLY_DUE,YRD_JOINT_FROM,YRD_JOINT_TO,YRD_PARTY_NAME,YRD_PARTY_KEY,YRD_PLACE,YRD_SUMMARY,"
        "YRD_LEAD_STATE,YRD_RESULT,YRD_ANSWERED_ON,YRD_ANSWER,YRD_WSH"
    ).split(","),
}
AMOUNTS = {"yrd-pen-1": ("CF_NR_FK", "CF_NR_WFFF"), "yrd-lead-1": ()}
DATA = {"yrd-pen-1": "penalty.csv", "yrd-lead-1": "lead.csv"}


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def to_csv(profile, records):
    """The data part: records are dictionaries by column code; what they leave out is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS[profile], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue().encode("utf-8")


def manifest(profile, sender, receiver, sequence, previous, created, records, data, period=("2024-01-01", "2024-06-30"), identities=None):
    """The manifest as a dictionary; created is an aware datetime, previous the digest before or None."""
    sums = {}
    for column in AMOUNTS[profile]:
        total = decimal.Decimal(0)
        for record in records:
            cell = record.get(column, "")
            if cell and cell.replace(".", "", 1).isdigit():
                total += decimal.Decimal(cell)
        sums[column] = format(total, ".6f")
    return {
        "protocol": "yrd-pkg-1",
        "profile": profile,
        "suite": "openpgp-1",
        "sender": sender,
        "receiver": receiver,
        "sequence": sequence,
        "previous": previous,
        "created": created.astimezone(ZONE).isoformat(timespec="seconds"),
        "period": {"from": period[0], "to": period[1]},
        "identities": identities or {"form": "none"},
        "rows": len(records),
        "states": {state: sum(record.get("YRD_STATE") == state for record in records) for state in STATES},
        "amounts": sums,
        "parts": [{"name": DATA[profile], "role": "data", "rows": len(records), "bytes": len(data), "digest": digest(data)}],
    }


def to_json(value):
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def name(described):
    """Name of the package, without extension."""
    day = described["created"][:10].replace("-", "")
    return f'{described["sender"]}-{described["receiver"]}-{described["profile"]}-{day}-{described["sequence"]:06d}'


def pack(entries):
    """A zip of (name, bytes)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries:
            archive.writestr(zipfile.ZipInfo(entry, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


class Gpg:
    """gpg with a key ring of its own."""

    def __init__(self, *key_files):
        self.folder = tempfile.TemporaryDirectory()
        os.chmod(self.folder.name, 0o700)
        self.run(["--import", *map(str, key_files)])

    def run(self, arguments, data=b"", at=None, check=True):
        command = ["gpg", "--homedir", self.folder.name, "--batch", "--yes", "--quiet", "--no-tty", "--trust-model", "always"]
        if at is not None:
            command += ["--faked-system-time", at.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%S!"), "--ignore-time-conflict"]
        done = subprocess.run(command + arguments, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if check and done.returncode != 0:
            raise RuntimeError(f"gpg {arguments}: {done.stderr.decode('utf-8', 'replace')}")
        return done

    def seal(self, data, package, signer, receiver, at, *more):
        """Signed, then encrypted: the sealed package."""
        return self.run(
            ["--local-user", signer, "--recipient", receiver, "--set-filename", package + ".zip", *more, "--sign", "--encrypt"], data, at
        ).stdout

    def open(self, data, at=None):
        """What a sealed package holds."""
        return self.run(["--decrypt"], data, at).stdout

    def verify(self, text, signature, at=None):
        """Whether a detached signature belongs to a text."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "text")
            file.write_bytes(text)
            pathlib.Path(folder, "text.asc").write_bytes(signature)
            return self.run(["--verify", str(file) + ".asc", str(file)], at=at, check=False).returncode == 0

    def close(self):
        subprocess.run(["gpgconf", "--homedir", self.folder.name, "--kill", "all"], check=False, capture_output=True)
        self.folder.cleanup()
