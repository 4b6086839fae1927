"""Which segments are made into one, and how: piece by piece, so that memory does not grow with them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, pairwise
from math import log
from typing import Any, BinaryIO

import numpy as np

from directory.search.embedded.arrays import Array, ArrayFile, Shape, filling
from directory.search.embedded.building import inverse_of, packed, row_of, sorted_flags
from directory.search.embedded.old import Lists, Old
from directory.search.embedded.part import unpacked
from directory.search.embedded.ragged import Bools, Ints, each_once, starts_of
from directory.search.ranking import FIELDS

ALIKE = 8
"""So many segments of about one size become one, which is of the next size."""

MOST_GONE = 0.25
"""The part of a segment's assets that may be taken out before it is written again without them."""

PIECE = 1_000_000
"""Values that are in memory at once."""

ONE_EACH = ("version", "assured", "youngest", "oldest", "price", "latitude", "longitude")


def worth_merging(segments: Sequence[Any]) -> list[list[Any]]:
    """Groups of segments that are better made into one each; most often none."""
    worn = [segment for segment in segments if segment.deleted_count() > MOST_GONE * segment.doc_count_all()]
    sizes: defaultdict[int, list[Any]] = defaultdict(list)
    for segment in segments:
        if segment not in worn:
            # A little slack: what is taken out of one must not keep it from its like.
            sizes[int(log(segment.doc_count() * 1.2, ALIKE))].append(segment)
    alike = [group for group in sizes.values() if len(group) >= ALIKE]
    together = {id(segment) for group in alike for segment in group}
    return [*alike, *([segment] for segment in worn if id(segment) not in together)]


def merge(segments: Sequence[Old], file: BinaryIO) -> int:
    """Write one segment of several into a file; how many assets that has."""
    return _Merging(segments).write(file)


class _Merging:
    def __init__(self, segments: Sequence[Old]) -> None:
        self._old = segments
        self._starts = starts_of([len(old.kept) for old in segments])
        self._count = int(self._starts[-1])
        self._flags = sorted_flags([old.file.notes["flags"] for old in segments])
        numbers = {flag: number for number, flag in enumerate(self._flags)}
        self._flag_numbers = [
            np.array([numbers[flag] for flag in old.file.notes["flags"]], np.uint16) for old in segments
        ]
        self._words = _Words(segments)
        self._stems = _Stems(segments)

    def write(self, file: BinaryIO) -> int:
        spoken = {need: text for old in self._old for need, text in old.file.notes["spoken"].items()}
        notes = {"count": self._count, "flags": self._flags, "spoken": spoken}
        words = self._words.arrays()
        flags = sum(old.flags.size for old in self._old)
        sites = sum(int(old.sites.sum()) for old in self._old)
        shapes: dict[str, Shape] = {
            "stem": ("<u8", len(self._stems.known)),
            "stem_start": ("<i8", len(self._stems.known) + 1),
            "asset": ("<i4", self._stems.size),
            "impact": ("<f4", self._stems.size),
            "word_stem": ("<u4", len(self._words)),
            "text": ("<u4", sum(old.texts.size for old in self._old)),
            "text_start": ("<u4", self._count * len(FIELDS) + 1),
            **{name: (values.dtype.str, len(values)) for name, values in words.items()},
            "id": (max((old.file.kind("id") for old in self._old), key=_width), self._count),
            "by_id": ("<i4", self._count),
            "rank": ("<i4", self._count),
            **{name: (self._old[0].file.kind(name), self._count) for name in ONE_EACH},
            **{name: (kind, sites) for name, kind in SITES.items()},
            "site_flag": ("<u2", sum(old.site_flags.size for old in self._old)),
            "site_flag_start": ("<u4", sites + 1),
            "flag": ("<u2", flags),
            "flag_start": ("<u4", self._count + 1),
            "flagged": ("<i4", flags),
            "flagged_start": ("<i8", len(self._flags) + 1),
            "bits": ("<u8", len(self._flags) * row_of(self._count)),
        }
        with filling(file, shapes, notes) as filled:
            self._add_ids(filled)
            for name in ONE_EACH:
                for old in self._old:
                    filled.add(name, old.one_each(name))
            self._add_sites(filled)
            for name, values in words.items():
                filled.add(name, values)
            filled.add("word_stem", self._stems.of(self._words))
            self._add_texts(filled)
            self._add_flags(filled)
            self._stems.add_to(filled, self._starts)
        return self._count

    def _add_ids(self, filled: Any) -> None:
        ids = np.concatenate([old.one_each("id") for old in self._old])
        by_id = np.argsort(ids, kind="stable").astype(np.int32)
        filled.add("id", ids)
        filled.add("by_id", by_id)
        filled.add("rank", inverse_of(by_id))

    def _add_texts(self, filled: Any) -> None:
        _add_lists(filled, [old.texts for old in self._old], self._words.numbers)

    def _add_sites(self, filled: Any) -> None:
        for old, start in zip(self._old, self._starts[:-1].tolist(), strict=True):
            filled.add("site_asset", old.renumbered(start)[old.file["site_asset"][old.sites]])
            filled.add("site_latitude", old.file["site_latitude"][old.sites])
            filled.add("site_longitude", old.file["site_longitude"][old.sites])
        _add_lists(filled, [old.site_flags for old in self._old], self._flag_numbers)

    def _add_flags(self, filled: Any) -> None:
        _add_lists(filled, [old.flags for old in self._old], self._flag_numbers)
        sizes = []
        for flag in self._flags:
            chosen = np.concatenate([_having(old, flag) for old in self._old])
            filled.add("bits", packed(chosen))
            assets = np.flatnonzero(chosen)
            filled.add("flagged", assets)
            sizes.append(len(assets))
        filled.add("flagged_start", starts_of(sizes))


SITES = {"site_asset": "<i4", "site_latitude": "<f8", "site_longitude": "<f8"}


def _add_lists(filled: Any, every: Sequence[Lists], numbers: Sequence[Ints]) -> None:
    """The lists of all segments, one after the other; `numbers` are the new ones of the values of each."""
    end = np.zeros(1, np.int64)
    filled.add(f"{every[0].name}_start", end)
    for lists in every:
        for lengths in lists.lengths():
            ends = np.concatenate([end, end + np.cumsum(lengths)])
            filled.add(f"{lists.name}_start", ends[1:])
            end = ends[-1:]
    for lists, renumbered in zip(every, numbers, strict=True):
        for _, values in lists.values():
            filled.add(lists.name, renumbered[values])


class _Stems:
    """The postings of several segments: term after term, and in each segment after segment."""

    def __init__(self, segments: Sequence[Old]) -> None:
        self._old = segments
        self.known = np.unique(np.concatenate([old.file["stem"] for old in segments]))
        places_of_stems = [np.searchsorted(self.known, old.file["stem"]) for old in segments]
        lengths = np.zeros(len(self.known), np.int64)
        for places, old in zip(places_of_stems, segments, strict=True):
            lengths[places] += self._left(old)
        # A stem that is left in no asset is forgotten; such a one has no number.
        used = lengths > 0
        numbers = np.where(used, np.cumsum(used) - 1, -1)
        self._numbers = [numbers[places] for places in places_of_stems]
        self.known, self._starts = self.known[used], starts_of(lengths[used])
        self.size = int(self._starts[-1])

    def _left(self, old: Old) -> Ints:
        """How many postings of each of its stems are left."""
        starts = old.file["stem_start"]
        if len(old.kept) == old.count:
            return np.diff(starts)
        found = np.zeros(len(starts) - 1, np.int64)
        for first, last in _pieces(starts):
            left = old.left[old.file.piece("asset", int(starts[first]), int(starts[last]))]
            ends = np.concatenate([[0], np.cumsum(left)])
            found[first:last] = np.diff(ends[starts[first : last + 1] - starts[first]])
        return found

    def of(self, words: "_Words") -> Ints:
        """The number of the stem of each word."""
        stems = np.zeros(len(words), np.uint32)
        for numbers, left, own, old in zip(words.numbers, words.left, self._numbers, self._old, strict=True):
            stems[numbers[left]] = own[old.file["word_stem"]][left]
        return stems

    def add_to(self, filled: Any, numbers: Ints) -> None:
        """Write them; `numbers` are the first new numbers of the assets of each segment."""
        filled.add("stem", self.known)
        filled.add("stem_start", self._starts)
        renumbered = [old.renumbered(start) for old, start in zip(self._old, numbers[:-1].tolist(), strict=True)]
        for first, last in _pieces(self._starts):
            size = int(self._starts[last] - self._starts[first])
            assets, impacts = np.empty(size, np.int32), np.empty(size, np.float32)
            at = (self._starts[first:last] - self._starts[first]).copy()
            for number, old in enumerate(self._old):
                self._fill(number, old, renumbered[number], (first, last), at, assets, impacts)
            filled.add("asset", assets)
            filled.add("impact", impacts)

    def _fill(
        self,
        number: int,
        old: Old,
        renumbered: Ints,
        stems: tuple[int, int],
        at: Ints,
        assets: Array,
        impacts: Array,
    ) -> None:
        """The postings of some stems of one segment, each at its place; `at` is moved behind them."""
        numbers, starts = self._numbers[number], old.file["stem_start"]
        own = np.flatnonzero((numbers >= stems[0]) & (numbers < stems[1]))
        if not len(own):
            return
        begin, end = int(own[0]), int(own[-1]) + 1
        found = old.file.piece("asset", int(starts[begin]), int(starts[end]))
        counts = old.file.piece("impact", int(starts[begin]), int(starts[end]))
        left = old.left[found]
        lengths = np.diff(np.concatenate([[0], np.cumsum(left)])[starts[begin : end + 1] - starts[begin]])
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        # Stems that are left nowhere have no length, whatever number is theirs.
        target = np.maximum(numbers[begin:end] - stems[0], 0)
        to = np.repeat(at[target], lengths) + within
        assets[to], impacts[to] = renumbered[found[left]], counts[left]
        np.add.at(at, target, lengths)


class _Words:
    """The words of several segments, without those that are left in no asset."""

    def __init__(self, segments: Sequence[Old]) -> None:
        self._segments, self._counts = segments, [_word_assets(old) for old in segments]
        self.left = [counts > 0 for counts in self._counts]
        self._words = sorted(self._every())
        places = {word: number for number, word in enumerate(self._words)}
        self.numbers = [np.array([places.get(word, 0) for word in _words(old.file)], np.uint32) for old in segments]

    def __len__(self) -> int:
        return len(self._words)

    def _every(self) -> set[bytes]:
        words: set[bytes] = set()
        for old, left in zip(self._segments, self.left, strict=True):
            words.update(compress(_words(old.file), left.tolist()))
        return words

    def arrays(self) -> Mapping[str, Array]:
        """As `building.word_arrays` has them."""
        size = len(self._words)
        counts, letters, lengths = np.zeros(size, np.uint32), np.zeros(size, np.uint32), np.zeros(size, np.uint8)
        for numbers, old, own, left in zip(self.numbers, self._segments, self._counts, self.left, strict=True):
            counts[numbers[left]] += own[left].astype(np.uint32)
            letters[numbers[left]], lengths[numbers[left]] = (
                old.file["word_letters"][left],
                old.file["word_length"][left],
            )
        return {
            "word": np.frombuffer(b"".join(self._words), np.uint8),
            "word_start": starts_of([len(word) for word in self._words]),
            "word_assets": counts,
            "word_letters": letters,
            "word_length": lengths,
        }


def _word_assets(old: Old) -> Ints:
    """In how many of the assets that are left each word is."""
    if len(old.kept) == old.count:
        return old.file["word_assets"]
    size = old.file.count("word_assets")
    found = np.zeros(size, np.int64)
    for assets, words in old.texts.values():
        once, _ = each_once(assets * size + words)
        found += np.bincount(once % size, minlength=size)
    return found


def _words(file: ArrayFile) -> list[bytes]:
    letters, starts = file["word"].tobytes(), file["word_start"].tolist()
    return [letters[start:stop] for start, stop in pairwise(starts)]


def _width(kind: str) -> int:
    return np.dtype(kind).itemsize


def _having(old: Old, flag: str) -> Bools:
    """Which of the assets that are left have this flag."""
    if flag not in old.file.notes["flags"]:
        return np.zeros(len(old.kept), bool)
    number, row = old.file.notes["flags"].index(flag), row_of(old.count)
    return unpacked(old.file.piece("bits", number * row, (number + 1) * row), old.count)[old.kept]


def _pieces(starts: Ints) -> Iterator[tuple[int, int]]:
    """Lists from and to, so that no more than about a million values come at once; a longer list comes alone."""
    first = 0
    while first < len(starts) - 1:
        last = int(np.searchsorted(starts, int(starts[first]) + PIECE, side="right")) - 1
        last = min(max(last, first + 1), len(starts) - 1)
        yield first, last
        first = last
