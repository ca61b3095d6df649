#!/usr/bin/env python3
"""Packages across two implementations: what gpg and Python's zipfile make by the specification alone is taken by Xinglin, and what
Xinglin seals opens with gpg and unzip.

gpg-package.py [--all]: the first by the conformance kit (a few scenarios, or all), the second by gpg and unzip themselves.
CLASSPATH may name the classes; else ./xinglin has built them.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KIT = ROOT / "docs" / "spec" / "conformance"
FEW = ("07-rows", "23-altered")


def ours_opens_with_gpg():
    """Returns what differs, as lines."""
    path = os.environ.get("CLASSPATH") or (ROOT / ".xinglin" / "lib" / "classpath").read_text()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        with open(KIT / "scenarios.json", encoding="utf-8") as file:
            assert json.load(file)
        sys.path.insert(0, str(KIT))
        import make
        import yrdpackage

        data = yrdpackage.to_csv("yrd-pen-1", [make.record(1), make.record(2, CF_NR_FK="3.5", CF_NR_WFFF="")])
        (folder / "penalty.csv").write_bytes(data)
        command = ["java", "-cp", path, str(ROOT / "ci" / "SealPackage.java"), str(KIT / "keys"), str(folder / "penalty.csv"), str(folder)]
        name = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        home = folder / "gnupg"
        home.mkdir(mode=0o700)
        gpg = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--trust-model", "always"]
        keys = [str(KIT / "keys" / key) for key in ("310000-2024.secret.asc", "320000-2024.public.asc")]
        subprocess.run(gpg + ["--import", *keys], check=True)
        opened = subprocess.run(
            gpg + ["--status-fd", "1", "--output", name, "--decrypt", name + ".gpg"], cwd=folder, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        subprocess.run(["unzip", "-q", name, "-d", "open"], cwd=folder, check=True)
        manifest = json.loads((folder / "open" / "manifest.json").read_text(encoding="utf-8"))
        lines = []
        if "GOODSIG" not in opened or "D2004E3A3796AFC53382217E1E6CF34FB0F71676" not in opened:
            lines.append("gpg does not find the signature of 320000 good")
        if name != "320000-310000-yrd-pen-1-20240715-000001.zip":
            lines.append("the package is called " + name)
        if (folder / "open" / "penalty.csv").read_bytes() != data:
            lines.append("the data part is another")
        if manifest["parts"][0]["digest"] != "sha256:" + hashlib.sha256(data).hexdigest() or manifest["amounts"] != {"CF_NR_FK": "15.500000", "CF_NR_WFFF": "1.200000"}:
            lines.append("the manifest says something else: " + json.dumps(manifest))
        subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False, capture_output=True)
        return lines


def main():
    for tool in ("gpg", "unzip", "java"):
        if not shutil.which(tool):
            sys.exit(tool + " is not installed")
    lines = ours_opens_with_gpg()
    print("what Xinglin seals opens with gpg and unzip" if not lines else "\n".join(lines))
    bad = bool(lines)
    for only in [""] if "--all" in sys.argv[1:] else FEW:
        command = [sys.executable, str(KIT / "run.py"), "--only", only, sys.executable, str(ROOT / "ci" / "conformance-xinglin.py")]
        bad |= subprocess.run(command, check=False).returncode != 0
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
