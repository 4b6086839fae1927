"""What every engine does in these measurements, ours too."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.rivals.catalogue import Stemmed
from bench.rivals.question import Question


@dataclass(frozen=True)
class Answer:
    """How many fit, the ids of the best ten, and how many of all that fit have each value of each facet."""

    total: int
    ids: tuple[str, ...]
    facets: Mapping[str, Any]
    """By facet and value ("need", "MON") or by flag ("need:MON"), whichever the engine has."""

    @property
    def counts(self) -> dict[str, int]:
        """By flag, without those that none has."""
        found: dict[str, int] = {}
        for name, counted in self.facets.items():
            found |= {name: counted} if isinstance(counted, int) else {f"{name}:{one}": n for one, n in counted.items()}
        return {flag: count for flag, count in found.items() if count}


Ask = Callable[[Question], Answer]


class Rival(ABC):
    """An engine over its own folder. What was filled once is there again when it is opened on the same folder."""

    name = ""
    less = ""
    """What it does less than ours, in a few words for the table."""
    most = 10_000_000
    """Documents that are still filled in within patience."""
    keeps = True
    """It stays on the disk, and can change one document."""
    here = True
    """It runs in the thread that asks, so that the thread's CPU time says what it costs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def is_possible(cls) -> bool:
        """Whether this machine has what it needs besides packages."""
        return True

    @abstractmethod
    def fill(self, every: Iterable[Stemmed]) -> None:
        """Take these in, in place of those with the same ids: they are found when this returns."""

    @abstractmethod
    def ask(self, question: Question) -> Answer:
        """The best ten, best first, how many fit in all, and the counts of their facets."""

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())

    def ways(self) -> dict[str, tuple[str, Ask]]:
        """Everything that is to be measured of it, by its name: what it does less, and how it is asked."""
        return {self.name: (self.less, self.ask)}

    def close(self) -> None:  # noqa: B027  # most hold nothing
        """Give back what it holds."""
