"""A signal: one function, its weight, and the family it belongs to. Together the weights are 1."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from recommender.signals.judged import Judged
from recommender.sought import Sought

FAMILIES = ("fit", "access", "practical", "evidence")


@dataclass(frozen=True)
class Reading:
    """A value from 0 to 1 and the reason in words; no reason where there is nothing worth saying."""

    value: float
    reason: str | None = None


Function = Callable[[Sought, Judged], Reading | None]
"""None means that we do not know, which is not zero."""


@dataclass(frozen=True)
class Signal:
    name: str
    family: str
    weight: float
    function: Function

    @property
    def meaning(self) -> str:
        """The first line of its docstring, as the page on how suggestions are made shows it."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


_signals: list[Signal] = []


def signal(*, weight: float) -> Callable[[Function], Function]:
    """Register a function as a signal of the family that its module is named after."""

    def register(function: Function) -> Function:
        family = function.__module__.rpartition(".")[2]
        _signals.append(Signal(function.__name__, family, weight, function))
        return function

    return register


def list_signals(weights: Mapping[str, float] | None = None) -> tuple[Signal, ...]:
    """All signals, family by family; with other weights than those set by hand where some are given."""
    for family in FAMILIES:
        import_module(f"recommender.signals.{family}")
    weighed = [replace(one, weight=weights[one.name]) for one in _signals] if weights else _signals
    return tuple(sorted(weighed, key=lambda one: (FAMILIES.index(one.family), -one.weight, one.name)))
