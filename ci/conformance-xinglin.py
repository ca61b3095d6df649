#!/usr/bin/env python3
"""Xinglin as a receiver of the conformance kit (docs/spec/conformance): STATE KEYS FILE NAME RECEIVED-AT ANSWERS.

The state is a home; a delivery is a file in its inbox and one nightly run.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = """exchange:
  id: "320000"
  keys:
    - {file: "file:own.asc", from: 2024-01-01}
"""
PARTNERS = {
    "310000": """name: 上海市卫生健康委员会
division: "310000"
exchange:
  keys:
    - {file: partners/keys/310000-2024.public.asc, from: 2024-01-01, until: 2025-02-28, fingerprint: 3FB1FE843CCD76155BC9538E2EE5F24B84CB29B5}
    - {file: partners/keys/310000-2025.public.asc, from: 2025-01-15, fingerprint: 77BAFE02D06AFD347E22ED458F916114DFCC20AF}
  receives:
    - {profile: yrd-pen-1, identities: [none, keyed, plain]}
    - {profile: yrd-lead-1, identities: [none, keyed, plain]}
""",
    "330000": """name: 浙江省卫生健康委员会
division: "330000"
exchange:
  keys:
    - {file: partners/keys/330000-2024.public.asc, from: 2024-01-01, fingerprint: 86491BDBE2F63E685CC0A08A8B80DB4D7D72B78F}
  receives:
    - {profile: yrd-pen-1, identities: none}
""",
}


def prepare(home, keys):
    partners = home / "config" / "partners" / "keys"
    partners.mkdir(parents=True)
    (home / "inbox").mkdir()
    for key in keys.glob("*.public.asc"):
        shutil.copy(key, partners)
    own = home / "config" / "own.asc"
    shutil.copy(keys / "320000-2024.secret.asc", own)
    own.chmod(0o600)
    (home / "config" / "xinglin.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in PARTNERS.items():
        (partners.parent / (name + ".yaml")).write_text(text, encoding="utf-8")


def main():
    state, keys, file, name, received, answers = sys.argv[1:]
    home = pathlib.Path(state, "home")
    if not home.exists():
        prepare(home, pathlib.Path(keys))
    partner = "330000" if name.startswith("330000") else "310000"
    inbox = home / "inbox"
    (inbox / (name + ".envelope.json")).write_text(json.dumps({"partner": partner, "received_at": received}), encoding="utf-8")
    shutil.copy(file, inbox / name)
    environment = dict(os.environ, XINGLIN_NOW=received)
    done = subprocess.run([str(ROOT / "xinglin"), "nightly", "--home", str(home)], env=environment, check=False)
    shutil.copytree(home / "outbox", answers, dirs_exist_ok=True)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
