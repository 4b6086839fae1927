"""Whether it goes on, has room, meets when she can, and is not what she has had enough of."""

import re

from directory.asset import Asset
from directory.kinds import Room, Status
from directory.schedules import fits_free_times, meets_free_times
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no
from recommender.wording import stems

AVOIDED_AS = {
    "church": "church chapel parish mission worship prayer faith",
    "noisy": "noisy loud lively disco band",
    "crowd": "crowded busy",
    "alcohol": "pub bar alcohol",
    "pub": "pub bar",
}
"""What else a word of avoidance stands for; keys are stems."""


def not_been(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where the person has been there, tried it or said no to it."""
    ids = {asset.id, *(source.source_id for source in asset.sources)}
    return no("Already been, tried or declined") if ids.intersection(sought.seeker.already) else None


def not_avoided(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where its name, place or description has what the person asked to avoid."""
    for avoided in sought.facts.avoid:
        if _avoided_stems(avoided) & _stems_of(asset):
            return no(f"To be avoided: {avoided}")
    return None


def is_running(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out while it is closed."""
    return no("It is closed for now") if asset.status is not Status.ACTIVE else None


def has_room(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out while it is full; a waiting list is something to ask about, and so is what was full when last heard."""
    if asset.room is None or asset.room is Room.TAKING_PEOPLE:
        return None
    if asset.room_until and asset.room_until < sought.today:
        return ask("It was full when last heard: ask whether there is room", 0.3) if asset.room is Room.FULL else None
    if asset.room is Room.FULL:
        return no("It is full")
    return ask("It has a waiting list: ask how long", 0.8) if asset.room is Room.WAITING_LIST else None


def days_she_can(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it meets only at times when the person cannot."""
    if not sought.facts.free_times:
        return None
    fits = fits_free_times(asset, sought.facts.free_times)
    if fits is None:
        return ask("When it meets is not stated", 0.7)
    if not fits and meets_free_times(asset, sought.facts.free_times):
        return ask("It meets only partly at the times that are free")
    return None if fits else no("It does not meet at the times that are free")


def _avoided_stems(avoided: str) -> set[str]:
    own = {stem for stem in stems(avoided) if len(stem) > 3} - {"place", "group", "thing", "anyth"}
    wider = {stem for key in own for stem in stems(AVOIDED_AS.get(key, ""))}
    for word in re.findall(r"[a-z]+", avoided.lower()):
        wider |= set(stems(AVOIDED_AS.get(word.rstrip("s"), "")))
    return own | wider


def _stems_of(asset: Asset) -> set[str]:
    places = [part for venue in asset.venues for part in (venue.name, venue.address) if part]
    return set(stems(" ".join([asset.name, asset.description or "", *asset.categories, *places])))
