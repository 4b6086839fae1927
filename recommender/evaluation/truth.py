"""What is true of a listing and of a person in a judged collection, whatever their words say of it.

Whoever judges writes this down beside the words. What is left out is no limit (of a listing) or nobody's business (of
a person). `docs/recommender.md` is the guide to judging.
"""

from datetime import time
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from directory.kinds import Gender

Span = tuple[str, time, time]
"""A day (MO … SU), and from when to when."""
Importance = Literal[1, 2, 3]
Danger = Literal["suicide", "self_harm", "abuse", "danger", "child_safeguarding"]


class Truth(BaseModel):
    """Facts that cannot be changed, and none besides those that are known here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    note: str | None = None


class ListingTruth(Truth):
    """`serves` says how well it helps with a need: 3 squarely, 2 well, 1 a little."""

    serves: dict[str, int] = {}
    min_age: float | None = None
    max_age: float | None = None
    gender: Gender | None = None
    for_any: tuple[str, ...] = ()
    """Circumstances of which one is asked for."""
    not_for: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    """Councils or postcode districts whose residents alone may come."""
    referral: str | None = None
    state: Literal["closed", "full", "waiting"] | None = None
    way: tuple[str, ...] = ()
    cost: float | None = None
    days: tuple[Span, ...] = ()
    step_free: bool | None = None
    wheelchair: bool | None = None
    hearing_loop: bool | None = None
    bsl: bool | None = None
    quiet: bool | None = None
    toilet: bool | None = None
    parking: bool | None = None
    languages: tuple[str, ...] = ()
    """Those it is held in, where that is not simply English."""
    unsafe_for: tuple[str, ...] = ()
    group: str | None = None
    """The same thing listed again, or branches of one, share a name here."""
    crisis: str | None = None
    """The danger for which it is the right help at once."""


class PersonTruth(Truth):
    """`needs` says how much each matters: 3 is the main thing."""

    needs: dict[str, Importance] = {}
    urgent: Danger | None = None
    age: float | None = None
    gender: Gender | None = None
    is_: tuple[str, ...] = Field(default=(), alias="is")
    """Her circumstances; `is` in the file."""
    council: str | None = None
    district: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    max_miles: float | None = None
    max_cost: float | None = None
    needs_step_free: bool = False
    needs_wheelchair: bool = False
    needs_hearing_loop: bool = False
    needs_bsl: bool = False
    needs_quiet: bool = False
    needs_toilet: bool = False
    needs_parking: bool = False
    languages: tuple[str, ...] = ("en",)
    free: tuple[Span, ...] = ()
    """When she can, where that is limited."""
    from_home: bool = False
    not_online: bool = False
    children: tuple[float, ...] = ()
    avoid: tuple[str, ...] = ()
