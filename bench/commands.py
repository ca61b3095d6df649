"""Times short commands as whole processes, each beside the bare limit: a process in Java that asks DuckDB and has nothing of ours.

    python3 bench/commands.py [--rounds N] HOME CLASSPATH        (bench/commands.sh makes both)

Every round runs the bare process and then each command once, so that all of them meet the same machine. A command has two limits,
set on the machine of docs/benchmarks.md, on which the bare process takes BARE: seconds that a user waits, and processor seconds. On
a machine where the bare process takes k times as long, they are k times as long. The best of all rounds counts; as long as a limit
is not met, up to three times as many rounds are run. Exit code 1 if a command needs too many processor seconds, or too many seconds
on a machine on which the bare process does not: if that waits too, the machine has other things to do, and the line says so.
"""

import glob
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

BARE = (0.33, 0.40)  # seconds, processor seconds
QUIET = 1.2  # the bare process takes less than this many times BARE: nothing else keeps the machine busy
QUESTION = "select verdict, count(*) from submission group by all order by all"


@dataclass
class Timed:
    name: str
    command: list
    wall: float  # the most seconds a user may wait
    work: float  # the most processor seconds
    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)

    def run(self):
        with tempfile.TemporaryFile() as log:
            before = used()
            start = time.monotonic()
            process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            code = process.wait()
            self.seconds.append(time.monotonic() - start)
            self.processor.append(used() - before)
            if code != 0:
                log.seek(0)
                sys.exit(f"{self.name}: exit code {code}\n" + log.read()[-2000:].decode("utf-8", "replace"))

    def times(self, bare):
        """How many times slower this machine is than that of the limits, never less than once: in seconds, in processor seconds."""
        return max(1.0, min(bare.seconds) / bare.wall), max(1.0, min(bare.processor) / bare.work)

    def verdict(self, bare):
        """met, over in seconds only while the machine was busy, or NOT MET."""
        slower, weaker = self.times(bare)
        if min(self.processor) > self.work * weaker:
            return "NOT MET"
        if min(self.seconds) <= self.wall * slower:
            return "met"
        return "NOT MET" if slower < QUIET else "over, but not in work: the machine was busy"

    def line(self, bare):
        slower, weaker = self.times(bare)
        return (
            f"{self.name:32}  median {statistics.median(self.seconds):5.2f} s  best {min(self.seconds):5.2f} s of {self.wall * slower:4.2f} s"
            f"  processor {min(self.processor):5.2f} s of {self.work * weaker:4.2f} s  {len(self.seconds):2} runs  {self.verdict(bare)}"
        )

def used():
    """Processor seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(arguments):
    rounds = 7
    if arguments[0] == "--rounds":
        rounds, arguments = int(arguments[1]), arguments[2:]
    home, path = arguments
    workbook = sorted(glob.glob("examples/inbox/jiangsu-2024/a-*.xlsx"))[0]
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.library.path=.xinglin/lib", "-cp", path]
    bare = Timed("bare Java and DuckDB", [*java, "Bare", f"{home}/published/current/xinglin.duckdb", QUESTION], *BARE)
    commands = [
        Timed("sql", ["./xinglin", "sql", "--home", home, QUESTION], 0.8, 0.8),
        Timed("status", ["./xinglin", "status", "--home", home], 0.8, 1.1),
        Timed("check, one workbook", ["./xinglin", "check", workbook], 2.0, 2.4),
        Timed("check, one workbook, with a home", ["./xinglin", "check", "--home", home, workbook], 2.0, 3.0),
        Timed("nightly with nothing new", ["./xinglin", "nightly", "--home", home], 3.0, 3.0),
    ]
    for done in range(3 * rounds):
        if done >= rounds and all(command.verdict(bare) == "met" for command in commands):
            break
        for each in (bare, *commands):
            each.run()
    slower = commands[0].times(bare)[0]
    print(f"{bare.name:32}  median {statistics.median(bare.seconds):5.2f} s  best {min(bare.seconds):5.2f} s, {bare.wall} s where the limits were set: {slower:.2f} times")
    for command in commands:
        print(command.line(bare))
    print(f"peak memory of the largest process {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB")
    return 1 if any(command.verdict(bare) == "NOT MET" for command in commands) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
