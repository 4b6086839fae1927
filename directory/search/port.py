"""What every search engine does. A new engine is one file behind these verbs, and one line in their tests."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from directory.search.document import Document
from directory.search.query import Hits, Query


class SearchIndex(Protocol):
    """An index of what the public may see. It can always be rebuilt from the database.

    Every verb raises `Unavailable` when the index cannot be written, and searching never raises.
    """

    def put(self, documents: Iterable[Document]) -> None:
        """Add these, in place of those with the same ids; visible to searches when this returns."""

    def remove(self, asset_ids: Iterable[str]) -> None:
        """Take these out; ids that are not there are no fault."""

    def clear(self) -> None:
        """Empty it."""

    def replace(self, documents: Iterable[Document]) -> None:
        """Hold exactly these. Searches find what was there before until, at once, they find these."""

    def search(self, query: Query) -> Hits:
        """The answers to this question, best first, ties in the order of their ids."""

    def versions(self) -> dict[str, int]:
        """Every asset in it by its id, with the version of it that was put."""

    def count(self) -> int:
        """How many assets are in it."""

    def is_whole(self) -> bool:
        """Whether it holds all it was given. False when it was never filled, is damaged, or of an older
        make.
        """

    def updating(self) -> AbstractContextManager[None]:
        """One at a time, over all processes: what is read from the database inside is what the index gets."""
