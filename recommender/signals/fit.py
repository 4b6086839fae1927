"""Whether it is what she needs."""

from recommender.shelf.fitting import SAID
from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought


@signal(weight=0.31)
def serves_her_need(sought: Sought, judged: Judged) -> Reading | None:
    """How well it helps with the need of the person that it can do most for, and how much that one matters."""
    if not judged.fits:
        return Reading(0.0)
    worth = {need.id: judged.fits[need.id] * sought.weights[need.id] for need in sought.needs}
    names = [need.name for need in sought.needs if judged.fits[need.id] >= SAID]
    if names:
        return Reading(max(worth.values()), f"Helps with {_listed(names[:2])}")
    nearest = max(sought.needs, key=lambda need: worth[need.id])
    return Reading(max(worth.values()), f"May help with {_listed([nearest.name])}")


@signal(weight=0.03)
def serves_several(sought: Sought, judged: Judged) -> Reading | None:
    """It helps with more than one of the needs."""
    if len(sought.needs) < 2:
        return None
    worth = sorted((judged.fits[need.id] * sought.weights[need.id] for need in sought.needs), reverse=True)
    return Reading(min(1.0, sum(worth[1:])))


@signal(weight=0.03)
def like_her_words(sought: Sought, judged: Judged) -> Reading | None:
    """What it says of itself is like what the person says."""
    if judged.likeness is None:
        return None
    reason = "Close to what you said" if judged.likeness >= 0.15 else None
    return Reading(min(1.0, judged.likeness * 4), reason)


def _listed(names: list[str]) -> str:
    lowered = [name if name.isupper() else name[0].lower() + name[1:] for name in names]
    return " and ".join(lowered)
