"""What the recommender gives back: suggestions with reasons both ways, a pathway, and what it found nothing for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from directory.asset import Asset
from recommender.urgent import Urgent


class Eligible(StrEnum):
    """Whether she can use it. ASK: something that decides it is not known; the rule is quoted in `unknowns`."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class Stage(StrEnum):
    """What a step is for, in the order in which they come."""

    URGENT = "urgent"
    SETTLE = "settle"
    CONNECT = "connect"
    GROW = "grow"
    GIVE_BACK = "give_back"


@dataclass(frozen=True)
class SoughtNeed:
    """A need she was understood to have: `origin` is "words" or "stated"; `words` are those it was read from."""

    id: str
    name: str
    origin: str
    words: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class Suggestion:
    """One asset she can use, best first from rank 1. `score` lies between 0 and 1; the distance is in miles.

    `readings` are the values of its signals, from which outcomes are later learnt; None: not known.
    """

    rank: int
    asset: Asset
    score: float
    distance_miles: float | None
    needs: tuple[str, ...]
    eligible: Eligible
    reasons: tuple[str, ...]
    unknowns: tuple[str, ...]
    readings: Mapping[str, float | None] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class PathwayStep:
    """One of two to four steps that together cover her needs."""

    step: int
    stage: Stage
    suggestion: Suggestion
    needs: tuple[str, ...]
    reasons: tuple[str, ...]
    instead: Suggestion | None = None
    """What to try where this does not work out."""


@dataclass(frozen=True)
class Recommendation:
    """The whole answer for one seeker. With `urgent` set, help stands first and nothing was ranked from her words."""

    id: str
    urgent: Urgent | None
    needs: tuple[SoughtNeed, ...]
    suggestions: tuple[Suggestion, ...]
    pathway: tuple[PathwayStep, ...]
    unmet: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """Why this asset, or why not: the first rule that keeps it out, or its readings, and the smallest change."""

    asset: Asset
    suggested: bool
    kept_out_by: str | None
    readings: tuple[tuple[str, float, str], ...]
    """(signal, its share of the score, its reason in words)"""
    would_lift: str | None
