#!/usr/bin/env python3
"""Tries a receiver on the conformance kit: run.py COMMAND [ARGUMENT…]. README.md says how the command is called.

--only NAME tries the scenarios whose name contains NAME.
"""

import datetime
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import yrdpackage as yrd

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ("stored", "understood", "judged", "published")


def bundles(folder):
    """The answers in a folder: for each package and file the longest chain, checked."""
    found = {}
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        chain = [(kind, entries[kind + ".json"], entries.get(kind + ".json.asc", b"")) for kind in KINDS if kind + ".json" in entries]
        if not chain:
            continue
        first = json.loads(chain[0][1])
        key = (first["package"]["name"], first["package"]["file"])
        if len(chain) > len(found.get(key, ())):
            found[key] = chain
    return found


def wrong_chain(chain, gpg):
    """What is wrong with the form of a chain of answers, or None."""
    before = None
    for kind, text, signature in chain:
        answer = json.loads(text)
        if answer["kind"] != kind or answer["protocol"] != "yrd-answer-1":
            return f"{kind}.json is no {kind} answer"
        if answer["previous"] != before:
            return f"{kind}.json does not name the answer before it"
        before = "sha256:" + hashlib.sha256(text).hexdigest()
        if gpg is not None and not gpg.verify(text, signature, datetime.datetime.fromisoformat(answer["at"]) + datetime.timedelta(minutes=1)):
            return f"the signature of {kind}.json does not fit"
    return None


def outcome(chain):
    """What a chain of answers says about its package, as scenarios.json writes it."""
    answers = {kind: json.loads(text) for kind, text, _ in chain}
    if "understood" not in answers:
        return {"result": "waiting"}
    if answers["understood"]["result"] == "refused":
        return {"result": "refused", "code": answers["understood"]["reasons"][0]["code"]}
    if "judged" not in answers:
        return {"result": "understood, not judged"}
    rows = answers["judged"]["rows"]
    return {
        "result": "understood",
        "rows": {"accepted": rows["accepted"] + rows["remarked"], "rejected": rows["rejected"], "duplicate": rows["duplicate"]},
        "rejected": sorted(row["row"] for row in answers["judged"]["listed"] if row["verdict"] == "rejected"),
    }


def wanted(expected):
    """An expectation in the same form: a remark more or less does not matter."""
    if "rows" not in expected:
        return expected
    rows = expected["rows"]
    return {
        "result": "understood",
        "rows": {"accepted": rows["accepted"] + rows["remarked"], "rejected": rows["rejected"], "duplicate": rows["duplicate"]},
        "rejected": sorted(expected["rejected"]),
    }


def play(scenario, command, gpg):
    """What differs from what is expected, as lines."""
    with tempfile.TemporaryDirectory() as folder:
        state, answers = pathlib.Path(folder, "state"), pathlib.Path(folder, "answers")
        state.mkdir()
        answers.mkdir()
        for delivery in scenario["deliveries"]:
            file = HERE / "packages" / delivery["file"]
            arguments = [str(state), str(HERE / "keys"), str(file), delivery["name"], delivery["at"], str(answers)]
            done = subprocess.run(command + arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if done.returncode != 0:
                return [f"the command ended with {done.returncode}: {done.stdout.decode('utf-8', 'replace')[-2000:]}"]
        found, lines = {}, []
        for (package, _), chain in bundles(answers).items():
            problem = wrong_chain(chain, gpg)
            if problem:
                lines.append(f"{package}: {problem}")
            found.setdefault(package, []).append(outcome(chain))
    for package, expected in scenario["answers"].items():
        expected = [wanted(one) for one in (expected if isinstance(expected, list) else [expected])]
        got = found.pop(package, [])
        order = lambda one: json.dumps(one, sort_keys=True)
        if sorted(expected, key=order) != sorted(got, key=order):
            lines.append(f"{package}: expected {json.dumps(expected)}, got {json.dumps(got)}")
    lines += [f"{package}: nobody asked for {json.dumps(got)}" for package, got in found.items()]
    return lines


def main():
    command, only = sys.argv[1:], ""
    if command[:1] == ["--only"]:
        only, command = command[1], command[2:]
    if not command:
        sys.exit(__doc__)
    gpg = yrd.Gpg(HERE / "keys" / "320000-2024.public.asc") if shutil.which("gpg") else None
    if gpg is None:
        print("gpg is not there: signatures of answers are not verified")
    scenarios = [one for one in json.loads((HERE / "scenarios.json").read_text(encoding="utf-8")) if only in one["name"]]
    bad = 0
    try:
        for scenario in scenarios:
            lines = play(scenario, command, gpg)
            bad += bool(lines)
            print(("ok   " if not lines else "BAD  ") + scenario["name"] + ": " + scenario["about"])
            for line in lines:
                print("       " + line)
    finally:
        if gpg is not None:
            gpg.close()
    print(f"{len(scenarios) - bad} of {len(scenarios)} scenarios as expected")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
