"""One thing that a question says, where it stands in it, and what it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.place import Place


@dataclass(frozen=True)
class Said:
    """`changes` are what it adds to a `Query`, by the names of its fields. `kind` and `words` say it to a person."""

    start: int
    stop: int
    kind: str
    words: str
    """As a chip has it: "Near Bootle", "On Tuesday evenings", "Free"."""
    changes: Mapping[str, Any] = field(default_factory=dict)
    keeps: bool = False
    """The words are looked for all the same."""

    def overlaps(self, other: "Said") -> bool:
        """Whether the two share a word."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True)
class Understood:
    """`words` are what is left to be looked for; `without` is the question as it would be without one thing said."""

    question: str = ""
    words: str = ""
    said: tuple[Said, ...] = ()

    def without(self, one: Said) -> str:
        """The question without these words."""
        return " ".join(f"{self.question[: one.start]} {self.question[one.stop :]}".split()).strip(" ,;")

    @property
    def beside_words(self) -> str:
        """The question without the words that are looked for: only what else it says."""
        return " ".join(self.question[one.start : one.stop].strip() for one in self.said)

    @property
    def place(self) -> Place | None:
        """The place that it names."""
        return next((one.changes["near"] for one in self.said if "near" in one.changes), None)
