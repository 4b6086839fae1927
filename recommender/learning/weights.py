"""A set of weights with how it came about, as plain numbers: JSON, which no version of a library can misread."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from directory.errors import Invalid

FORMAT = 1


@dataclass(frozen=True)
class Weights:
    """`values` is empty where those set by hand shall stand again. `by_hand` are those that it was measured against."""

    version: int
    made_at: datetime
    values: Mapping[str, float]
    by_hand: Mapping[str, float]
    why: str
    figures: Mapping[str, float]
    scikit_learn: str
    """The version of scikit-learn that fitted it: for the record, nothing hangs on it."""

    def as_json(self) -> str:
        said = {
            "format": FORMAT,
            "version": self.version,
            "made_at": self.made_at.isoformat(),
            "values": dict(self.values),
            "by_hand": dict(self.by_hand),
            "why": self.why,
            "figures": dict(self.figures),
            "scikit_learn": self.scikit_learn,
        }
        return json.dumps(said, indent=1, ensure_ascii=False)


def read_weights(text: str) -> Weights:
    """The weights in this JSON. Invalid when it is damaged or of another format."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise Invalid("was made by another version of Waymark")
        return _checked(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid("is damaged") from error


def _checked(said: dict[str, Any]) -> Weights:
    values, by_hand = _numbers(said["values"]), _numbers(said["by_hand"])
    if values and not (math.isclose(sum(values.values()), 1, abs_tol=0.01) and values.keys() == by_hand.keys()):
        raise ValueError
    return Weights(
        version=int(said["version"]),
        made_at=datetime.fromisoformat(said["made_at"]),
        values=values,
        by_hand=by_hand,
        why=str(said["why"]),
        figures=_numbers(said["figures"], least=-math.inf),
        scikit_learn=str(said["scikit_learn"]),
    )


def _numbers(said: Mapping[str, Any], least: float = 0.0) -> dict[str, float]:
    found = {str(name): float(value) for name, value in said.items()}
    if not all(math.isfinite(value) and value >= least for value in found.values()):
        raise ValueError
    return found
