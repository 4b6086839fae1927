"""Invented outcomes of which it is known what they speak for."""

from datetime import date, timedelta

import numpy as np

from recommender.learnt import weights_by_hand
from recommender.outcomes import Became, Outcome

SIGNALS = tuple(weights_by_hand())
FROM = date(2025, 1, 6)
TODAY = FROM + timedelta(days=400)


def outcome(asset_id: str = "choir", became: Became = Became.SHOWN, **said: object) -> Outcome:
    """One suggestion and what became of it."""
    known = {"needs": ("JOY1",), "position": 1, "readings": {}, "at": FROM, "talk": 1} | said
    return Outcome(asset_id=asset_id, became=became, **known)  # type: ignore[arg-type]


def lists_where(
    good: dict[str, float], *, lists: int = 700, seed: int = 1, steepness: float = 0.7, days: tuple[int, int] = (0, 360)
) -> list[Outcome]:
    """Lists of eight in the order of the weights set by hand, of which what these weights make good is taken.

    They are spread over these days after FROM.
    """
    random = np.random.default_rng(seed)
    by_hand = np.array(list(weights_by_hand().values()))
    truth = np.array([good.get(name, 0.0) for name in SIGNALS])
    found = []
    for talk in range(lists):
        readings = random.random((20, len(SIGNALS)))
        for position, row in enumerate(np.argsort(-(readings @ by_hand))[:8], start=1):
            taken = random.random() < position**-steepness and random.random() < 0.4 + 0.8 * (
                readings[row] @ truth - 0.5 * truth.sum()
            )
            found.append(
                outcome(
                    f"asset {row}",
                    Became.AGREED if taken else Became.SHOWN,
                    position=position,
                    readings=dict(zip(SIGNALS, readings[row].tolist(), strict=True)),
                    at=FROM + timedelta(days=days[0] + talk * (days[1] - days[0]) // lists),
                    talk=talk,
                )
            )
    return found
