"""One commit of the index in memory: its columns, its postings as they are asked for, its words for the
spelling.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

import numpy as np

from directory.search.columns import Columns, Floats, Ints, joined
from directory.search.gathering import Gathering
from directory.search.ranking import FIELDS, rareness, saturate
from directory.search.segments import Part, live
from directory.search.texts import POSTING
from directory.search.whoosh_files import Commit, Folder, Sizes, files_of

KEPT = 20_000
"""Terms whose postings are kept, and misspelt words whose mending is."""


@dataclass(frozen=True)
class Impacts:
    """For one stem: the assets that have it (ascending), how much it counts in each, and how rare it is."""

    assets: Ints
    impacts: Floats
    rareness: float


@dataclass(frozen=True)
class Snapshot:
    """`parts` are the segments by their names, kept from one commit to the next; `files` are all their files."""

    commit: Commit
    whole: bool
    """Whether it is of an index that was filled with everything."""
    columns: Columns
    parts: Mapping[str, Part]
    files: Sizes
    mended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What misspelt words were taken for: looking through every word takes milliseconds."""
    _postings: dict[str, Impacts] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def impacts(self, stem: str) -> Impacts:
        """What this stem counts, by BM25F over all fields."""
        if stem not in self._postings:
            with self._lock:
                if len(self._postings) >= KEPT:
                    self._postings.clear()
                self._postings[stem] = self._impacts(stem)
        return self._postings[stem]

    @cached_property
    def spelling(self) -> Counter[str]:
        """Every word as it is written in some asset, and in how many; taken-out assets may still count."""
        every: Counter[str] = Counter()
        for part in self.parts.values():
            every.update(part.spelling)
        return every

    def _impacts(self, stem: str) -> Impacts:
        found = self._found(stem)
        frequency = np.zeros(self.columns.count)
        for position, (weight, by_length) in enumerate(FIELDS.values()):
            here = found[found["field"] == position]
            assets = here["asset"]
            lengths = self.columns.lengths[assets, position] / self.columns.mean_lengths[position]
            frequency[assets] += weight * here["count"] / (1 - by_length + by_length * lengths)
        assets = np.flatnonzero(frequency)
        rare = rareness(int(self.columns.live.sum()), len(assets))
        return Impacts(assets, rare * saturate(frequency[assets]), rare)

    def _found(self, stem: str) -> "np.ndarray[tuple[int], np.dtype[np.void]]":
        start, every = 0, [np.zeros(0, POSTING)]
        for part in self.parts.values():
            here = part.postings(stem).copy()
            here["asset"] += start
            every.append(here)
            start += part.columns.count
        return np.concatenate(every)


def take_snapshot(folder: Folder, before: Snapshot | None) -> Snapshot:
    """The newest commit, reading only what the one before did not have. Raises what damage makes Whoosh
    raise.
    """
    # Asked before reading: at worst the next search reads the same commit once more.
    commit, whole = folder.commit(), folder.is_whole()
    if commit is None:
        raise FileNotFoundError(folder.path)
    segments = folder.segments()
    known = before.parts if before else {}
    # Names are enough: a segment never changes but for what is taken out of it.
    parts = {one.segid: known.get(one.segid) or folder.read(one) for one in segments}
    if not parts:
        return Snapshot(commit, whole, _nothing(), {}, {})
    everywhere = np.concatenate([live(segment) for segment in segments])
    columns = joined([part.columns for part in parts.values()], everywhere)
    return Snapshot(commit, whole, columns, parts, files_of(segments))


def _nothing() -> Columns:
    nothing = Gathering()
    return nothing.columns(nothing.texts())
