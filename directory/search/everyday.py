"""The words that people type for what assets offer: a few texts, shared by all assets that serve the same needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from directory.search.columns import Bools, Ints
from directory.search.ragged import Ragged, chained, each_once, runs, within

STEP = 500
"""Sets that are counted at once: many small arrays in turn, rather than a few of hundreds of megabytes."""


@dataclass(frozen=True)
class Everyday:
    """Words are numbers, of whatever names them."""

    texts: Ragged
    """The words of each text."""
    sets: Ragged
    """The texts of each set that some asset has."""
    spoken: Ints
    """The set of each asset."""

    def of(self, chosen: Bools) -> "Everyday":
        """That of the chosen assets alone; no text is forgotten, for they are few."""
        sets, spoken = np.unique(self.spoken[chosen], return_inverse=True)
        return Everyday(self.texts, self.sets.at(sets), spoken)

    def counted(self, assets: Ints, words: Ints, size: int) -> tuple[Ints, Bools]:
        """In how many assets each of `size` words is; and which of the given assets have the given word."""
        kind_of, kinds = self._kinds(size)
        # Most words are in one text; those that are in the same texts are in the same assets.
        by_text, count = _turned(kinds, len(self.texts.lengths)), len(kinds.lengths)
        usage = np.bincount(self.spoken, minlength=len(self.sets.lengths))
        sets_of, kinds_of = self.spoken[assets], kind_of[words]
        each_kind, among = np.zeros(count + 1, np.int64), np.zeros(len(words), bool)
        for first in range(0, len(self.sets.lengths), STEP):
            last = min(first + STEP, len(self.sets.lengths))
            having = self._having(first, last, by_text, count)
            sets, held = np.divmod(having, count + 1)
            each_kind += np.bincount(held, usage[first:last][sets], count + 1).astype(np.int64)
            here = np.flatnonzero((first <= sets_of) & (sets_of < last))
            among[here] = within(having, (sets_of[here] - first) * (count + 1) + kinds_of[here])
        return each_kind[kind_of], among

    def _having(self, first: int, last: int, by_text: Ragged, count: int) -> Ints:
        """Which of some sets, counted from the first, have which kind of word: `set * (count + 1) + kind`, ascending."""
        sets = self.sets.at(np.arange(first, last))
        held = by_text.at(sets.values)
        having, _ = each_once(sets.owners[held.owners] * (count + 1) + held.values)
        return having

    def _kinds(self, size: int) -> tuple[Ints, Ragged]:
        """The kind of each word, one too high where it is in no text; and the texts in which each kind is."""
        texts = len(self.texts.lengths)
        pairs, _ = each_once(self.texts.values * max(texts, 1) + self.texts.owners)
        words, where = np.divmod(pairs, max(texts, 1))
        kinds: dict[bytes, int] = {}
        numbers = {word: kinds.setdefault(where[a:b].tobytes(), len(kinds)) for word, a, b in runs(words)}
        kind_of = np.full(size, len(kinds), np.int64)
        kind_of[_whole(numbers)] = _whole(numbers.values())
        lists = [np.frombuffer(kind, np.int64) for kind in kinds]
        return kind_of, Ragged(np.concatenate([_whole(()), *lists]), _whole(map(len, lists)))


def together(parts: Sequence[Everyday], renumbered: Sequence[Ints]) -> Everyday:
    """Several, at least one, one after the other; texts that are the same become one."""
    every = chained([part.texts for part in parts], renumbered)
    ends = np.cumsum(every.lengths)
    texts = [every.values[end - length : end].tobytes() for end, length in zip(ends, every.lengths, strict=True)]
    first = {text: number for number, text in reversed(list(enumerate(texts)))}
    kept = sorted(first.values())
    place = {number: at for at, number in enumerate(kept)}
    numbers = _whole(place[first[text]] for text in texts)
    of_parts = np.split(numbers, np.cumsum([len(part.texts.lengths) for part in parts])[:-1])
    starts = np.cumsum([0, *(len(part.sets.lengths) for part in parts)])[:-1]
    spoken = [part.spoken + start for part, start in zip(parts, starts, strict=True)]
    sets = chained([part.sets for part in parts], of_parts)
    return Everyday(every.at(_whole(kept)), sets, np.concatenate(spoken))


def _whole(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, np.int64)


def _turned(lists: Ragged, size: int) -> Ragged:
    """The lists in which each of `size` numbers is."""
    order = np.argsort(lists.values, kind="stable")
    return Ragged(lists.owners[order], np.bincount(lists.values, minlength=size))
