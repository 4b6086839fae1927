"""The documents that every engine is filled with: those of the generated catalogue, and their stems."""

import pickle
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from directory.search.document import Document
from directory.search.ranking import FIELDS
from directory.search.words import words_of

AT_ONCE = 1_000


@dataclass(frozen=True)
class Stemmed:
    """A document and, for each of `FIELDS`, its stems parted by spaces, as our own engine finds them.

    Rivals get the stems ready, and are not charged for them; ours makes its own.
    """

    document: Document
    texts: tuple[str, ...]

    @classmethod
    def of(cls, document: Document) -> "Stemmed":
        """This one, stemmed."""
        return cls(document, tuple(" ".join(stems_of(getattr(document, field))) for field in FIELDS))


def stems_of(text: str) -> list[str]:
    """The stems of a text in order, without words that say nothing."""
    return [word.stem for word in words_of(text)]


class Generated:
    """So many documents, made once, kept in a file, and never in memory as a whole.

    `seconds` of CPU went into reading them: they are nobody's own.
    """

    def __init__(self, folder: Path, size: int) -> None:
        self.size, self.seconds = size, 0.0
        self._file = folder / f"documents-{size}.pickle"
        if not self._file.exists():
            self._make()

    def __iter__(self) -> Iterator[Stemmed]:
        with self._file.open("rb") as file:
            for _ in range(0, self.size, AT_ONCE):
                began = time.process_time()
                some = pickle.load(file)  # noqa: S301  # of our own making
                self.seconds += time.process_time() - began
                yield from some

    def first(self, count: int) -> list[Stemmed]:
        """The first so many, which are the same at every size."""
        return list(islice(self, count))

    def _make(self) -> None:
        # Only who makes them needs all that they are made with: a process that is measured asks.
        from bench.indexing import documents

        every = map(Stemmed.of, documents(self.size))
        unfinished = self._file.with_suffix(".unfinished")
        with unfinished.open("wb") as file:
            while some := list(islice(every, AT_ONCE)):
                pickle.dump(some, file, pickle.HIGHEST_PROTOCOL)
        unfinished.rename(self._file)
