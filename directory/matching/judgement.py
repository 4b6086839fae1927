"""What was found out about two records."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """Whether two records describe the same; `perhaps` is for a person to decide."""

    SAME = "same"
    PERHAPS = "perhaps"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probability that two records describe the same, what to do about it, and why, the weightiest first."""

    probability: float
    decision: Decision
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, by their ids, and the judgement on them."""

    left_id: str
    right_id: str
    probability: float
    decision: Decision
    reasons: tuple[str, ...]
