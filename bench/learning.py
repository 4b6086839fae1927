"""Whether learning from outcomes learns, in an invented town of which the truth is known: `python -m bench.learning`.

Lists put in order by hand, as learnt month by month, by popularity, and by the truth. Halfway the truth changes; a
newcomer that is better than nearly all opens in the seventh month. Also how often chance alone would change the weights.
Writes bench/out/learning.json.
"""

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.simulated.months import MONTHS, OPENS, live
from bench.simulated.truth import AS_BY_HAND, BY_CHANCE, CHANGING, STEEPNESS
from bench.simulated.ways import BY_HAND, ByHand, Learnt, Oracle, Popular, TrueWeights
from recommender.learning.choosing import Choice
from recommender.outcomes import Outcome

OUT = Path(__file__).parent / "out" / "learning.json"
SEEDS = (4, 5, 6)
"""Towns that no setting was chosen on."""
WAYS: dict[str, Callable[[], ByHand]] = {
    "by hand": ByHand,
    "learnt": Learnt,
    "popular first": Popular,
    "the true weights": lambda: TrueWeights(CHANGING),
    "the truth": Oracle,
}
DRIFTS = CHANGING.drifts
PERIODS = {"before": (DRIFTS - 3, DRIFTS), "just after": (DRIFTS, DRIFTS + 3), "at the end": (MONTHS - 3, MONTHS)}
"""Months (from, up to and without) that are averaged, around the change of the truth."""
WITHOUT_CAUSE = {"chance alone": BY_CHANCE, "the weights set by hand are right": AS_BY_HAND}
TRIES, SMALL = 20, 60
"""Towns in which there is nothing to learn, and conversations a month in them."""


@dataclass(frozen=True)
class Lived:
    """What a list gave by month, the newcomer's share, and what was chosen at the end of each month."""

    gains: list[float]
    newcomer: list[float]
    choices: list[Choice]


def main() -> None:
    began = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        # The slowest first, so that none is waited for alone.
        runs = {name: [pool.submit(lived, name, seed) for seed in SEEDS] for name in sorted(WAYS, key="learnt".__ne__)}
        tries = {name: [pool.submit(changes, name, seed) for seed in range(TRIES)] for name in WITHOUT_CAUSE}
        ways = {name: [run.result() for run in runs[name]] for name in WAYS}
        changed = {name: f"{sum(one.result() for one in each)} of {TRIES}" for name, each in tries.items()}
    found = {
        "gains": {name: _by_period(each) for name, each in ways.items()},
        "regret_by_month": {name: _regret(each, ways["the truth"]) for name, each in ways.items()},
        "newcomer": {name: _newcomer(each) for name, each in ways.items()},
        "learnt": _learnt(ways["learnt"]),
        "changed_without_cause": changed,
        "seconds": round(time.perf_counter() - began, 1),
    }
    _show(found)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1), encoding="utf-8")


def lived(name: str, seed: int) -> Lived:
    """Two years under one way."""
    way = WAYS[name]()
    course = live(way, CHANGING, seed)
    return Lived(course.gains, course.newcomer, way.choices if isinstance(way, Learnt) else [])


def changes(name: str, seed: int) -> bool:
    """Whether the weights were changed at the end of a year in which there was nothing to learn."""
    way = Once()
    live(way, WITHOUT_CAUSE[name], seed, months=12, talks=SMALL)
    return bool(way.choices[-1].weights)


class Once(Learnt):
    """Learns at the end of the year alone."""

    def learn(self, outcomes: list[Outcome], today: date) -> None:
        if today - outcomes[0].at >= timedelta(days=360):
            super().learn(outcomes, today)


def _by_period(runs: Sequence[Lived]) -> dict[str, float]:
    return {name: _mean([run.gains[slice(*months)] for run in runs]) for name, months in PERIODS.items()}


def _regret(runs: Sequence[Lived], best: Sequence[Lived]) -> list[float]:
    """By month: what a list gave less than it could have."""
    gains, bests = (np.mean([run.gains for run in each], axis=0) for each in (runs, best))
    return [round(float(one), 3) for one in bests - gains]


def _newcomer(runs: Sequence[Lived]) -> dict[str, float]:
    """Its share of the attention in lists that it could stand in: in the months after it opened, and in the last."""
    return {
        "first three months": _mean([run.newcomer[OPENS : OPENS + 3] for run in runs]),
        "last three months": _mean([run.newcomer[-3:] for run in runs]),
    }


def _learnt(runs: Sequence[Lived]) -> dict[str, Any]:
    """When learnt weights stood (by month, "x"), and what they were before the change and at the end."""
    steepness = [choice.steepness for run in runs for choice in run.choices if choice.steepness is not None]
    return {
        "stood": ["".join("x" if choice.weights else "." for choice in run.choices) for run in runs],
        "steepness": _mean([steepness]),
        "true_steepness": STEEPNESS,
        "weights": {
            name: {
                "by_hand": weight,
                "truth": CHANGING.before.get(name, 0.0),
                "learnt": _mean([[_proposed(run.choices[DRIFTS - 1], name)] for run in runs]),
                "truth_after": CHANGING.after.get(name, 0.0),
                "learnt_after": _mean([[_proposed(run.choices[-1], name)] for run in runs]),
            }
            for name, weight in BY_HAND.items()
        },
    }


def _proposed(choice: Choice, name: str) -> float:
    return (choice.proposed or BY_HAND)[name]


def _mean(values: Sequence[Sequence[float]]) -> float:
    return round(float(np.mean(values)), 3)


def _show(found: dict[str, Any]) -> None:
    console = Console()
    table = Table("Suggestions taken up from a list, expected", *PERIODS, title="What a list gives")
    for name, gains in found["gains"].items():
        table.add_row(name, *(f"{gains[period]:.3f}" for period in PERIODS))
    table.add_row(
        "learnt: of what weights can gain", *(f"{_headroom(found['gains'], period):.0%}" for period in PERIODS)
    )
    console.print(table)
    table = Table("Month", *found["regret_by_month"], title="What a list gives less than it could (regret)")
    for month in range(0, MONTHS, 2):
        table.add_row(str(month + 1), *(f"{regret[month]:.3f}" for regret in found["regret_by_month"].values()))
    console.print(table)
    table = Table("The newcomer's share of attention", *next(iter(found["newcomer"].values())))
    for name, shares in found["newcomer"].items():
        table.add_row(name, *(f"{share:.3f}" for share in shares.values()))
    console.print(table)
    table = Table("Weights", "by hand", "truth", "learnt", "truth after", "learnt after")
    for name, weights in found["learnt"]["weights"].items():
        table.add_row(name.replace("_", " "), *(f"{weight:.3f}" for weight in weights.values()))
    console.print(table)
    learnt = found["learnt"]
    print(
        f"Months in which learnt weights stood, town by town: {' '.join(learnt['stood'])}\n"
        f"Attention was found to fall by {learnt['steepness']}; the truth is {STEEPNESS}.\n"
        f"Weights changed without cause: {found['changed_without_cause']}.\n{found['seconds']} seconds"
    )


def _headroom(gains: dict[str, dict[str, float]], period: str) -> float:
    hand, ours, best = (gains[name][period] for name in ("by hand", "learnt", "the true weights"))
    return (ours - hand) / (best - hand)


if __name__ == "__main__":
    main()
