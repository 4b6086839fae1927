"""Our own engine, behind its port."""

from collections.abc import Iterable
from pathlib import Path

from bench.rivals.catalogue import Stemmed
from bench.rivals.question import Question
from bench.rivals.rival import Answer, Rival
from directory.search.engines import open_index
from directory.search.port import SearchIndex


class Waymark(Rival):
    """Words as they were typed in, the ten best and every count beside the filters out.

    It mends slips, counts each facet as if its own limit were not there and how many there are within several distances
    besides, and leaves out what has too few of the words.
    """

    name = "Waymark"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._index = self._open()

    def _open(self) -> SearchIndex:
        return open_index(f"whoosh://{self.folder / 'index'}")

    def fill(self, every: Iterable[Stemmed]) -> None:
        documents = (one.document for one in every)
        if self._index.count():
            self._index.put(documents)
        else:
            self._index.replace(documents)

    def ask(self, question: Question) -> Answer:
        hits = self._index.search(question.query)
        return Answer(hits.total, tuple(hit.asset_id for hit in hits.hits), hits.facets)
