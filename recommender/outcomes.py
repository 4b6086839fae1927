"""What became of a suggestion: the only thing that is learnt from. It holds no name, no id and no words of a member."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Became(StrEnum):
    """How far it went. ADDED is in a plan being made, AGREED in one that was issued; from ATTENDED on she went."""

    SHOWN = "shown"
    ADDED = "added"
    AGREED = "agreed"
    ATTENDED = "attended"
    GOING = "going"
    HELPED = "helped"
    DECLINED = "declined"


class Reason(StrEnum):
    """Why an advisor set a suggestion aside, in the words that she chooses from."""

    TOO_FAR = "Too far, or hard to get to"
    BAD_TIME = "Not at a good time"
    COST = "Costs too much"
    WRONG_PEOPLE = "Not the right people"
    BEEN = "Been there, or tried it"
    NOT_NOW = "Not for now"
    WRONG_LISTING = "The listing looks wrong"


class AgeGroup(StrEnum):
    """All that is kept of who she is: a third of a lifetime."""

    YOUNGER = "under 30"
    MIDDLE = "30 to 59"
    OLDER = "60 and over"


WENT = frozenset({Became.ATTENDED, Became.GOING, Became.HELPED})
AGREED_TO = WENT | {Became.AGREED}
WORTH = {
    Became.SHOWN: 0.0,
    Became.DECLINED: 0.0,
    Became.ADDED: 0.25,
    Became.AGREED: 0.5,
    Became.ATTENDED: 0.75,
    Became.GOING: 0.9,
    Became.HELPED: 1.0,
}
"""What each is worth to learn from, 0 to 1: most agree to something, far fewer go."""
SAYS_NOTHING = frozenset({Reason.BEEN, Reason.NOT_NOW})
"""Reasons that are no word against the suggestion."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One suggestion, shown once.

    `readings` are the values of its signals when it was shown (None: not known); `position` counts from 1; `needs` are
    those it was shown for. `talk` tells conversations apart: it is counted anew each time outcomes are collected, and
    leads back to nobody.
    """

    asset_id: str
    needs: tuple[str, ...]
    position: int
    readings: Mapping[str, float | None]
    became: Became
    at: date
    talk: int
    reason: str | None = None
    group: AgeGroup | None = None

    @property
    def worth(self) -> float:
        return WORTH[self.became]


def age_group(age: int | None) -> AgeGroup | None:
    """The group of an age in years; None where it is not known."""
    if age is None:
        return None
    return AgeGroup.YOUNGER if age < 30 else AgeGroup.MIDDLE if age < 60 else AgeGroup.OLDER
