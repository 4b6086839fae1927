"""`python -m scripts.fuzzing.one TARGET SECONDS`: one target, until time is up or one input breaks it."""

import sys

import atheris

with atheris.instrument_imports(include=["importers", "directory"]):
    from scripts.fuzzing.targets import KEPT, each_seed, target_of

LONGEST_INPUT = 20_000
SLOWEST = 20
"""Seconds for one input, which is short: far more than any honest one needs."""
MOST_MEMORY = 1_500
"""Megabytes of the whole process, the measuring included."""


def main(target: str, seconds: int) -> None:
    """Does not come back: the process ends with 0 when time is up."""
    corpus, seeds, found = (KEPT / part for part in (target, f"seeds/{target}", "found"))
    for folder in (corpus, seeds, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(each_seed(target)):
        (seeds / str(number)).write_bytes(seed)
    options = {
        "max_total_time": seconds,
        "max_len": LONGEST_INPUT,
        "timeout": SLOWEST,
        "rss_limit_mb": MOST_MEMORY,
        "artifact_prefix": f"{found}/{target}-",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    arguments = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], *arguments, str(corpus), str(seeds)], target_of(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
