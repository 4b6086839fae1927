"""What the matcher knows of how to weigh comparisons: shipped, and improved by decisions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from directory.errors import Invalid
from directory.matching.comparisons import COMPARISONS
from directory.matching.forest import Forest
from directory.matching.learning import fitted
from directory.matching.names import Floats
from directory.matching.record import MatchRecord

MODEL_VERSION = 1
SAME, PERHAPS = 0.5, 0.1
"""The lowest probabilities that are `same` and `perhaps`."""


@dataclass(frozen=True)
class MatchModel:
    """Trees over the comparisons, and what was learnt since: a shift, a stretch and a weight for each comparison."""

    document: dict[str, Any]
    forest: Forest
    shift: float
    stretch: float
    weights: tuple[float, ...]
    decisions: int = 0

    @classmethod
    def shipped(cls) -> "MatchModel":
        """The model that comes with Waymark, learnt from invented records (see docs/matching.md)."""
        return _shipped()

    @classmethod
    def load(cls, path: Path) -> "MatchModel":
        """A model that was saved. Invalid when it is none, or was made for other comparisons."""
        try:
            return cls.from_json(json.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise Invalid(f"{path} cannot be read: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise Invalid(f"{path} is not a model of the matcher.") from error

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> "MatchModel":
        """Invalid when its version or its comparisons are not those of this Waymark."""
        names = [each.name for each in COMPARISONS]
        if document["version"] != MODEL_VERSION or document["comparisons"] != names:
            raise Invalid("This model was made for another version of the matcher.")
        learnt = document.get("learnt", {})
        return cls(
            document,
            Forest.from_json(document),
            float(learnt.get("shift", 0.0)),
            float(learnt.get("stretch", 1.0)),
            tuple(float(weight) for weight in learnt.get("weights", [0.0] * len(names))),
            int(learnt.get("decisions", 0)),
        )

    def save(self, path: Path) -> None:
        """Write it as JSON, with its version."""
        learnt = {
            "shift": self.shift,
            "stretch": self.stretch,
            "weights": list(self.weights),
            "decisions": self.decisions,
        }
        path.write_text(json.dumps({**self.document, "learnt": learnt}), encoding="utf-8")

    def probabilities(self, compared: Floats) -> Floats:
        """The probability of each row of comparisons that its records describe the same."""
        return sigmoid(self.odds(compared))

    def odds(self, compared: Floats) -> Floats:
        """The same on the scale of log odds."""
        if not len(compared):
            return np.empty(0)
        odds = self.shift + self.stretch * self.forest.weigh(compared)
        return odds + self._scaled(compared) @ np.array(self.weights) if any(self.weights) else odds

    def improved_by(self, decisions: Sequence[tuple[MatchRecord, MatchRecord, bool]]) -> "MatchModel":
        """The same after curators said of pairs whether they describe the same; few decisions move it little."""
        from directory.matching.matcher import compared_pairs

        if not decisions:
            return self
        compared = compared_pairs([(left, right) for left, right, _ in decisions])
        labels = np.array([same for _, _, same in decisions], dtype=np.float64)
        weights = fitted(self.odds(compared), self._scaled(compared), labels)
        return replace(
            self,
            shift=weights[0] + self.shift * weights[1],
            stretch=self.stretch * weights[1],
            weights=tuple((np.array(self.weights) * weights[1] + weights[2:]).tolist()),
            decisions=self.decisions + len(decisions),
        )

    def _scaled(self, compared: Floats) -> Floats:
        """Comparisons less their mean, by their spread in what was taught; nought where they are missing."""
        mean, spread = np.array(self.document["means"]), np.array(self.document["spreads"])
        scaled: Floats = np.nan_to_num(np.clip((compared - mean) / spread, -3, 3))
        return scaled


def sigmoid(odds: Floats) -> Floats:
    """Log odds as a probability."""
    probabilities: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return probabilities


@cache
def _shipped() -> MatchModel:
    return MatchModel.from_json(json.loads(files(__package__).joinpath("model.json").read_text(encoding="utf-8")))
