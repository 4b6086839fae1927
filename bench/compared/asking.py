"""The same questions put to several engines in turn, so that whatever else the machine does meets all of them alike."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

import numpy as np

from bench.rivals.question import Question

ROUNDS = 2
"""After one that is not counted."""
TRIED = 12
PATIENCE = 15.0
"""Seconds of work that a round may be for one engine. A slower one is asked every second, third … question."""


@dataclass
class Asked:
    """Milliseconds of one engine by the number of the question: by the clock, and of CPU of the thread that asked."""

    wall: dict[int, list[float]] = field(default_factory=dict)
    cpu: dict[int, list[float]] = field(default_factory=dict)

    def add(self, number: int, wall: float, cpu: float) -> None:
        """One question, asked once."""
        self.wall.setdefault(number, []).append(wall * 1000)
        self.cpu.setdefault(number, []).append(cpu * 1000)

    def measured(self, ours: "Asked", *, here: bool, questions: Sequence[Question]) -> dict[str, object]:
        """Means and 95th percentiles, and how many times ours they are on the questions that both were asked.

        Ratios are of CPU time, but of time by the clock where the work is done elsewhere (`here` is False).
        """
        times, own = (self.cpu, ours.cpu) if here else (self.wall, ours.wall)
        both = [number for number in times if number in own]
        kinds = dict.fromkeys(question.kind for question in questions)
        by_kind = {kind: mean(times, [n for n in both if questions[n].kind == kind]) for kind in kinds}
        return {
            "questions": len(both),
            "mean_ms": mean(self.wall, both),
            "p95_ms": high(self.wall, both),
            "cpu_mean_ms": mean(self.cpu, both) if here else None,
            "cpu_p95_ms": high(self.cpu, both) if here else None,
            "times_ours_mean": mean(times, both) / mean(own, both),
            "times_ours_p95": high(times, both) / high(own, both),
            "mean_ms_by_kind": by_kind,
        }


def interleaved(
    asks: Mapping[str, Callable[[Question], object]], questions: Sequence[Question], at_once: int = 1
) -> dict[str, Asked]:
    """So many questions to every engine in turn, another one first each time, until all have been asked all.

    One at a time is how a server asks: between two searches it does other things, and finds nothing in the processor's
    caches. Asked ten at once, an engine with much code of its own is quicker than that.
    """
    every = {name: _every(ask, questions) for name, ask in asks.items()}
    asked = {name: Asked() for name in asks}
    gc.collect()
    gc.freeze()
    for turn in range(1 + ROUNDS):
        for start in range(0, len(questions), at_once):
            for name in _rotated(list(asks), turn + start // at_once):
                some = range(start, min(start + at_once, len(questions)))
                for number in (one for one in some if one % every[name] == 0):
                    wall, cpu = _timed(asks[name], questions[number])
                    if turn:
                        asked[name].add(number, wall, cpu)
    gc.unfreeze()
    return asked


def mean(times: Mapping[int, Sequence[float]], numbers: Sequence[int]) -> float:
    """Of all times that these questions took."""
    return float(np.mean([one for number in numbers for one in times[number]]))


def high(times: Mapping[int, Sequence[float]], numbers: Sequence[int]) -> float:
    """Nineteen of twenty took no longer."""
    return float(np.percentile([one for number in numbers for one in times[number]], 95))


def _every(ask: Callable[[Question], object], questions: Sequence[Question]) -> int:
    some = questions[:TRIED]
    took = sum(_work(*_timed(ask, question)) for question in some)
    return max(1, ceil(took / len(some) * len(questions) / PATIENCE))


def _work(wall: float, cpu: float) -> float:
    """Seconds that count: on a busy machine those of CPU, but where the work is done elsewhere there are none."""
    return cpu if cpu > wall / 20 else wall


def _timed(ask: Callable[[Question], object], question: Question) -> tuple[float, float]:
    began, at_work = time.perf_counter(), time.thread_time()
    ask(question)
    cpu = time.thread_time() - at_work
    return time.perf_counter() - began, cpu


def _rotated(names: list[str], by: int) -> list[str]:
    by %= len(names)
    return names[by:] + names[:by]
