"""Runs every command in the ```sh blocks of a document, in order, as they stand there, from the top of the checkout.

A line that starts with # is a remark. The first command that fails is named at the end, but the others run too.
"""

import subprocess
import sys
import time


def commands(path):
    inside = False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("```"):
            inside = line == "```sh"
        elif inside and line.strip() and not line.startswith("#"):
            yield line


def main(path):
    failed = []
    for command in commands(path):
        print(f"$ {command}", flush=True)
        start = time.monotonic()
        code = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL).returncode
        print(f"[exit code {code}, {time.monotonic() - start:.1f} s]\n", flush=True)
        if code != 0:
            failed.append(f"{command}: exit code {code}")
    for line in failed:
        print(f"{path}: {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
