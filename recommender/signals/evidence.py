"""How sure we are of it, and what came of it."""

from directory.freshness import how_fresh
from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought


@signal(weight=0.03)
def has_helped_others(_sought: Sought, judged: Judged) -> Reading | None:
    """Others who agreed to it with the same need then went."""
    if judged.evidence is None:
        return None
    return Reading(judged.evidence, "Most who agreed to it went" if judged.evidence >= 0.6 else None)


@signal(weight=0.03)
def lately_checked(sought: Sought, judged: Judged) -> Reading | None:
    """Somebody said lately that the listing is right."""
    fresh = how_fresh(judged.asset, sought.today)
    return Reading(fresh.score) if fresh.days is not None else None


@signal(weight=0.02)
def says_enough(_sought: Sought, judged: Judged) -> Reading | None:
    """It says when, where, for how much and whom to ring."""
    asset = judged.asset
    times = bool(asset.times or any(venue.times for venue in asset.venues) or asset.times_text)
    said = [
        times,
        bool(asset.costs or asset.cost_text),
        bool(asset.phones or asset.email),
        bool(asset.description),
    ]
    return Reading(sum(said) / len(said))
