"""Outcomes as arrays, one row for each suggestion that was shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from recommender.outcomes import SAYS_NOTHING, Became, Outcome
from recommender.ranking import NEUTRAL

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """In the order of days, conversations and positions. `lists` numbers what was shown together on one day."""

    readings: Floats
    """(rows, signals) with what is not known as a score counts it"""
    positions: NDArray[np.int64]
    worths: Floats
    seen: NDArray[np.bool_]
    """Whether it was surely looked at: somebody who gives a reason against it has read it."""
    talks: NDArray[np.int64]
    lists: NDArray[np.int64]
    days: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.worths)

    @property
    def taken(self) -> int:
        """How many of them went into a plan."""
        return int((self.worths > 0).sum())

    @property
    def shown(self) -> int:
        """How many lists they were shown in."""
        return len(np.unique(self.lists))

    def where(self, wanted: NDArray[np.bool_]) -> "Rows":
        return Rows(**{column.name: getattr(self, column.name)[wanted] for column in fields(self)})


def rows_of(outcomes: Iterable[Outcome], signals: Sequence[str]) -> Rows:
    """The rows of all outcomes that say something; `signals` fixes the order of the columns."""
    told = [one for one in outcomes if not (one.became is Became.DECLINED and one.reason in SAYS_NOTHING)]
    told.sort(key=lambda one: (one.at, one.talk, one.position, one.asset_id))
    shown_in = {key: number for number, key in enumerate(dict.fromkeys((one.at, one.talk) for one in told))}
    return Rows(
        readings=np.array([_values(one, signals) for one in told], float).reshape(-1, len(signals)),
        positions=np.array([one.position for one in told], np.int64),
        worths=np.array([one.worth for one in told], float),
        seen=np.array([one.became is Became.DECLINED for one in told], bool),
        talks=np.array([one.talk for one in told], np.int64),
        lists=np.array([shown_in[one.at, one.talk] for one in told], np.int64),
        days=np.array([one.at.toordinal() for one in told], np.int64),
    )


def _values(outcome: Outcome, signals: Sequence[str]) -> list[float]:
    read = outcome.readings.get
    return [NEUTRAL if (value := read(name)) is None else value for name in signals]
