"""Months go by: members come, lists are shown, some of them is taken up, and at the end of each month it is learnt from."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from bench.simulated.town import NEEDS, NEWCOMER, SIGNALS, Shown, Town
from bench.simulated.truth import SHOWN, Truth, attention, became
from bench.simulated.ways import ByHand
from recommender.outcomes import Became, Outcome, Reason

STARTS = date(2024, 1, 1)
TALKS = 300
"""Conversations in a month: fewer than half of what The Life Rooms reported for 2021/22."""
MONTHS = 24
OPENS = 6
"""The month in which the newcomer opens."""


@dataclass
class Course:
    """What happened under one way: by month what a list gave (suggestions taken up, expected), and the newcomer's share."""

    gains: list[float] = field(default_factory=list)
    newcomer: list[float] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


def live(
    way: ByHand, truth: Truth, seed: int, *, months: int = MONTHS, talks: int = TALKS, attended: bool = False
) -> Course:
    """The same town and the same members for every way of one seed."""
    coming, happening = np.random.default_rng(seed), np.random.default_rng(seed + 1000)
    town, course = Town(coming, OPENS), Course()
    for month in range(months):
        gains, exposed = [], []
        for talk in range(month * talks, (month + 1) * talks):
            shown = town.member(coming, month)
            good = truth.goodness(town, shown, month)
            order = np.argsort(-way.scores(shown, good), kind="stable")[:SHOWN]
            looked = attention(len(order))
            gains.append(float((looked * good[order]).sum()))
            if NEWCOMER in shown.assets:
                exposed.append(float(looked[shown.assets[order] == NEWCOMER].sum() / looked.sum()))
            if not way.learns:
                continue
            at = STARTS + timedelta(days=30 * month + 30 * (talk % talks) // talks)
            for place, row in enumerate(order):
                said = became(happening, good[row], looked[place], town.quality[shown.assets[row]], attended=attended)
                course.outcomes.append(_outcome(town, shown, int(row), place + 1, said, at, talk))
        course.gains.append(float(np.mean(gains)))
        course.newcomer.append(float(np.mean(exposed)) if exposed else 0.0)
        way.learn(course.outcomes, STARTS + timedelta(days=30 * (month + 1)))
    return course


def _outcome(town: Town, shown: Shown, row: int, position: int, said: Became, at: date, talk: int) -> Outcome:
    asset = int(shown.assets[row])
    readings = {
        name: None if np.isnan(value) else float(value) for name, value in zip(SIGNALS, shown.known[row], strict=True)
    }
    return Outcome(
        asset_id=str(asset),
        needs=tuple(need for need in shown.needs if town.serves[asset, NEEDS.index(need)]),
        position=position,
        readings=readings,
        became=said,
        at=at,
        talk=talk,
        reason=Reason.WRONG_PEOPLE if said is Became.DECLINED else None,
    )
