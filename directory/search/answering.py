"""One question answered from one snapshot: limits, scores, order, a page of hits and the counts beside filters."""

from collections.abc import Iterator

import numpy as np

from directory.clock import today
from directory.search.columns import Bools, Columns, Floats
from directory.search.document import ANYWHERE
from directory.search.limits import Limit, everything, facets_of, limits_of, within
from directory.search.matching import Matched, match
from directory.search.query import Hit, Hits, Query, Sort
from directory.search.ranking import PAUSED, near, sure
from directory.search.snapshot import Snapshot


class Answering:
    """One question to one snapshot."""

    def __init__(self, query: Query, snapshot: Snapshot) -> None:
        self._query = query
        self._columns: Columns = snapshot.columns
        self._matched: Matched | None = match(query, snapshot)
        self._miles: Floats | None = self._columns.miles_from(query.near) if query.near else None
        self._anywhere: Bools = self._columns.having_any(f"attending:{way}" for way in ANYWHERE)

    def hits(self) -> Hits:
        limits: list[Limit] = limits_of(self._query, self._columns)
        if self._matched is not None:
            limits.append((None, self._matched.worth))
        if (close := within(self._query, self._miles)) is not None:
            farther = everything(limits) & ~close & self._anywhere
            limits.append((None, close))
        else:
            farther = np.zeros(0, bool)
        chosen = everything(limits)
        return Hits(
            total=int(np.count_nonzero(chosen)),
            hits=tuple(self._page(chosen)),
            facets=facets_of(self._query, self._columns, limits),
            anywhere=int(np.count_nonzero(farther)),
            corrected=self._matched.corrected if self._matched else None,
        )

    def _page(self, chosen: Bools) -> Iterator[Hit]:
        assets = np.flatnonzero(chosen)
        scores = self._scores()
        keys = [self._columns.order[assets], -scores[assets]]
        if self._query.sort is Sort.NEAREST and self._miles is not None:
            keys.append(np.nan_to_num(self._miles[assets], nan=np.inf))
        start = max(0, self._query.offset)
        for asset in assets[np.lexsort(keys)][start : start + max(0, self._query.limit)]:
            yield self._hit(int(asset), float(scores[asset]))

    def _hit(self, asset: int, score: float) -> Hit:
        far = None if self._miles is None or np.isnan(self._miles[asset]) else round(float(self._miles[asset]), 3)
        matched = self._matched.words_in(asset) if self._matched else ()
        return Hit(self._columns.ids[asset], score, far, matched)

    def _scores(self) -> Floats:
        columns = self._columns
        scores = np.ones(columns.count) if self._matched is None else self._matched.text
        if self._miles is not None:
            scores = scores * near(self._miles, self._anywhere)
        scores = scores * sure(today().toordinal() - columns.assured)
        scores = scores * np.where(columns.having("status:paused"), PAUSED, 1.0)
        # Rounded, so that scores that differ only by the order of addition are ties.
        rounded: Floats = np.round(scores, 6)
        return rounded
