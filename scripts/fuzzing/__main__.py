"""`python -m scripts.fuzzing`: every target for a while, each in a process of its own; keeps what breaks one.

A target is a format of `waymark import`, or `text`, the readers of free text. What was worth trying is kept under
var/fuzz/TARGET, so that the next run goes on from there; input that crashed or hung a reader, or that took too much
memory, lies in var/fuzz/found.
"""

import argparse
import subprocess
import sys

from scripts.fuzzing.targets import KEPT, list_targets


def main() -> int:
    """1 when something was found."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(list_targets()))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    asked = parser.parse_args()
    if unknown := [target for target in asked.targets if target not in list_targets()]:
        parser.error(f"There is no target called {', '.join(unknown)}. There are: {', '.join(list_targets())}.")
    broken = [target for target in asked.targets or list_targets() if not _holds(target, asked.seconds)]
    print(f"Broken: {', '.join(broken)}. The inputs are in {KEPT / 'found'}." if broken else "Nothing was found.")
    return 1 if broken else 0


def _holds(target: str, seconds: int) -> bool:
    print(f"\n{target}, {seconds} seconds", flush=True)
    command = [sys.executable, "-m", "scripts.fuzzing.one", target, str(seconds)]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own program


if __name__ == "__main__":
    raise SystemExit(main())
