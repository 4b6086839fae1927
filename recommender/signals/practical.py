"""Whether it fits her purse, her week and her courage."""

from directory.kinds import HowToStart, Room
from directory.schedules import fits_free_times
from directory.understanding.languages import language_name
from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought

FRIENDLY = (
    "welcome",
    "friendly",
    "small group",
    "come along",
    "no pressure",
    "gentle",
    "buddy",
    "meet you at",
    "new people",
)


@signal(weight=0.04)
def affordable(sought: Sought, judged: Judged) -> Reading | None:
    """Free is best; a price within the person's means is well."""
    free = judged.asset.is_free
    if free is None:
        return None
    if free:
        return Reading(1.0, "Free")
    tight = sought.facts.max_cost == 0 or "cost" in sought.barriers
    return Reading(0.2 if tight else 0.6)


@signal(weight=0.08)
def when_she_is_free(sought: Sought, judged: Judged) -> Reading | None:
    """It meets when the person has time."""
    if not sought.facts.free_times:
        return None
    fits = fits_free_times(judged.asset, sought.facts.free_times)
    return None if fits is None else Reading(float(fits), "Meets when you are free" if fits else None)


@signal(weight=0.09)
def easy_first_step(sought: Sought, judged: Judged) -> Reading | None:
    """Easy to go the first time, above all for somebody who is nervous: just turn up, friendly, somebody to ask for."""
    asset = judged.asset
    text = (asset.description or "").lower()
    easy = 0.4 * (asset.how_to_start is HowToStart.DROP_IN)
    easy += 0.3 * any(word in text for word in FRIENDLY) + 0.3 * bool(asset.contacts)
    if not easy:
        return None
    nervous = "confidence" in sought.barriers
    reason = (
        "Just turn up" if asset.how_to_start is HowToStart.DROP_IN else "Friendly to newcomers" if nervous else None
    )
    return Reading(min(1.0, easy + 0.2 * nervous), reason)


@signal(weight=0.03)
def in_her_language(sought: Sought, judged: Judged) -> Reading | None:
    """The person's own language is spoken there."""
    hers = sought.facts.languages - {"en"}
    if not hers:
        return None
    spoken = [code for code in judged.asset.languages if code.split("-")[0] in hers]
    return Reading(1.0, f"{language_name(spoken[0])} is spoken there") if spoken else Reading(0.0)


@signal(weight=0.01)
def room_for_one_more(_sought: Sought, judged: Judged) -> Reading | None:
    """It says that it takes new people."""
    if judged.asset.room is None:
        return None
    taking = judged.asset.room is Room.TAKING_PEOPLE
    return Reading(float(taking), "Taking new people" if taking else None)
