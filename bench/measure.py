"""Runs a command and says how long the whole process took and how much memory it held at most.

    python3 bench/measure.py [--runs N] [--limit SECONDS] [--items N] NAME COMMAND…

Prints name, median and best seconds of N runs, least processor seconds, peak memory of the largest process, items a second. With a limit, exits 1 if not even the best run
met it: on a shared machine a single run says little.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time


def used():
    """Processor seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(arguments):
    runs, limit, items = 1, None, 0
    while arguments[0].startswith("--"):
        if arguments[0] == "--runs":
            runs = int(arguments[1])
        elif arguments[0] == "--items":
            items = int(arguments[1])
        else:
            limit = float(arguments[1])
        arguments = arguments[2:]
    name, command = arguments[0], arguments[1:]
    seconds, processor, code = [], [], 0
    for _ in range(runs):
        with tempfile.TemporaryFile() as log:
            before = used()
            start = time.monotonic()
            code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode
            seconds.append(time.monotonic() - start)
            processor.append(used() - before)
            if code != 0:
                log.seek(0)
                print(f"{name}: exit code {code}\n" + log.read()[-2000:].decode("utf-8", "replace"))
                return 1
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    median, best = statistics.median(seconds), min(seconds)
    verdict = "" if limit is None else f"limit {limit:4.1f} s  " + ("met" if best <= limit else "NOT MET")
    if items:
        verdict = f"{items / best:6.1f} a second"
    print(f"{name:34} median {median:7.2f} s  best {best:7.2f} s  processor {min(processor):6.2f} s  {runs:2} runs  peak {peak:5} MiB  {verdict}", flush=True)
    return 0 if limit is None or best <= limit else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
