"""Whether it is what she needs."""

from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought

SAID = 0.62
"""From this fit on the listing itself says that it serves the need; below, its words only look like it."""


@signal(weight=0.38)
def serves_her_need(sought: Sought, judged: Judged) -> Reading | None:
    """How well it helps with the need of the person that it can do most for."""
    if not judged.fits:
        return Reading(0.0)
    best = max(judged.fits.values())
    names = [need.name for need in sought.needs if judged.fits[need.id] >= SAID]
    if names:
        return Reading(best, f"Helps with {_listed(names[:2])}")
    nearest = max(sought.needs, key=lambda need: judged.fits[need.id])
    return Reading(best, f"May help with {_listed([nearest.name])}")


@signal(weight=0.08)
def serves_several(sought: Sought, judged: Judged) -> Reading | None:
    """It helps with more than one of the needs."""
    if len(sought.needs) < 2:
        return None
    served = sum(1 for fit in judged.fits.values() if fit >= SAID)
    return Reading((served - 1) / (len(sought.needs) - 1) if served else 0.0)


@signal(weight=0.12)
def like_her_words(sought: Sought, judged: Judged) -> Reading | None:
    """What it says of itself is like what the person says."""
    if judged.likeness is None:
        return None
    reason = "Close to what you said" if judged.likeness >= 0.15 else None
    return Reading(min(1.0, judged.likeness * 4), reason)


def _listed(names: list[str]) -> str:
    lowered = [name if name.isupper() else name[0].lower() + name[1:] for name in names]
    return " and ".join(lowered)
