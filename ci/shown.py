"""Checks that what a document shows is what the commands print.

In a ```console block, a line `$ ./xinglin …` (with its continuation lines, up to the end of the quotes) is run from the top of
the checkout, and the lines below it, up to the next `$`, must be its output. `$ export NAME=value` holds for the rest of the page.
`--write` puts the real output there instead.
"""

import os
import subprocess
import sys


def is_open(command):
    """A quote is open or the line ends with a backslash: the command goes on in the next line."""
    return command.count('"') % 2 == 1 or command.count("'") % 2 == 1 or command.endswith("\\")


def blocks(lines):
    """(first line of output, line after it, command) for every command shown."""
    inside, command, start = False, None, 0
    for number, line in enumerate(lines):
        if line.startswith("```"):
            if inside and command is not None:
                yield start, number, command
            inside, command = line.startswith("```console"), None
        elif inside and command is not None and start == number and is_open(command):
            command, start = command + "\n" + line, number + 1
        elif inside and line.startswith("$ "):
            if command is not None:
                yield start, number, command
            command, start = line[2:], number + 1


def output(command, environment):
    if command.startswith("export "):
        name, value = command.removeprefix("export ").split("=", 1)
        environment[name] = value
        return []
    run = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment)
    return [line.rstrip() for line in (run.stdout + run.stderr).rstrip("\n").split("\n")]


def main(paths, write):
    wrong = count = 0
    for path in paths:
        lines = open(path, encoding="utf-8").read().split("\n")
        environment = dict(os.environ)
        found = [(*block, output(block[2], environment)) for block in blocks(lines)]
        count += len(found)
        for start, end, command, real in reversed(found):
            if write:
                lines[start:end] = real
            elif [line.rstrip() for line in lines[start:end]] != real:
                wrong += 1
                print(f"{path}:{start}: $ {command}\nprints\n" + "\n".join(real) + "\nbut the page shows\n" + "\n".join(lines[start:end]))
        if write:
            open(path, "w", encoding="utf-8").write("\n".join(lines))
    print(f"{count} commands shown, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main([a for a in sys.argv[1:] if a != "--write"], "--write" in sys.argv))
