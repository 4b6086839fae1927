"""One commit of the index in memory: its columns, its postings as they are asked for, its words for the
spelling.
"""

import warnings
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.reading import TermNotFound

from directory.search.columns import Columns, Floats, Ints, columns_of, joined
from directory.search.ranking import FIELDS, rareness, saturate
from directory.search.whoosh_files import SPELLING, Commit, Folder

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
    """`parts` and `files` are kept from one commit to the next."""

    commit: Commit
    whole: bool
    """Whether it is of an index that was filled with everything."""
    reader: Any
    columns: Columns
    parts: dict[str, Columns]
    files: dict[str, bytes]
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
        with self._lock:
            words = self.reader.iter_field(SPELLING)
            return Counter({word.decode(): int(info.doc_frequency()) for word, info in words})

    def _impacts(self, stem: str) -> Impacts:
        frequency = np.zeros(self.columns.count)
        for position, (name, (weight, by_length)) in enumerate(FIELDS.items()):
            assets, counts = self._read(name, stem)
            if len(assets):
                lengths = self.columns.lengths[assets, position] / self.columns.mean_lengths[position]
                frequency[assets] += weight * counts / (1 - by_length + by_length * lengths)
        assets = np.flatnonzero(frequency)
        rare = rareness(int(self.columns.live.sum()), len(assets))
        return Impacts(assets, rare * saturate(frequency[assets]), rare)

    def _read(self, name: str, stem: str) -> tuple[Ints, Floats]:
        try:
            matcher = self.reader.postings(name, stem)
        except TermNotFound:
            return np.zeros(0, np.int64), np.zeros(0)
        assets, counts = [], []
        while matcher.is_active():
            assets.append(matcher.id())
            counts.append(matcher.weight())
            matcher.next()
        return np.array(assets, np.int64), np.array(counts, float)


def take_snapshot(folder: Folder, before: Snapshot | None) -> Snapshot:
    """The newest commit, reading only what the one before did not have. Raises what damage makes Whoosh
    raise.
    """
    # Asked before reading: at worst the next search reads the same commit once more.
    commit, whole = folder.commit(), folder.is_whole()
    if commit is None:
        raise FileNotFoundError(folder.path)
    reader, files = folder.read(before.files if before else {})
    known = before.parts if before else {}
    parts: dict[str, Columns] = {}
    live: list[Any] = []
    for leaf, _ in reader.leaf_readers() if reader.doc_count_all() else ():
        part = leaf.segment().segid
        count = leaf.doc_count_all()
        parts[part] = known[part] if part in known else _columns(leaf, count)
        gone = set(leaf.segment().deleted_docs())
        live.append(np.fromiter((number not in gone for number in range(count)), bool, count))
    everywhere = np.concatenate(live) if live else np.zeros(0, bool)
    columns = joined(list(parts.values()), everywhere, len(FIELDS))
    return Snapshot(commit, whole, reader, columns, parts, files)


def _columns(leaf: Any, count: int) -> Columns:
    stored = [leaf.stored_fields(number) for number in range(count)]
    return columns_of([(entry["id"], entry["facts"]) for entry in stored], len(FIELDS))
