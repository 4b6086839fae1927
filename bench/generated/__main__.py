"""`python -m bench.generated FILE.csv [--rows N] [--seed S]`: write a generated catalogue as a plain CSV."""

import argparse
from pathlib import Path

from bench.generated import write_csv


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m bench.generated", description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    write_csv(chosen.file, chosen.rows, chosen.seed)


if __name__ == "__main__":
    main()
