"""Every word that is written in some asset, or typed by people who need one, and in how many: for the spelling."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from directory.search.embedded.arrays import Array, ArrayFile
from directory.search.embedded.building import letters_of, word_arrays
from directory.search.embedded.part import Part
from directory.search.words import STOPPED, written_words


class Lexicon:
    """The words of all parts of an index. Assets that were taken out count until none has a word any more."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._written = [_Words(part.file, part) for part in parts]
        self._spoken = _spoken(parts)
        words = sorted(self._spoken)
        self._said = _Words(word_arrays(words, np.array([self._spoken[word] for word in words], np.int64)))

    def __contains__(self, word: str) -> bool:
        return self.usual(word) > 0

    def usual(self, word: str) -> int:
        """In how many assets it is written, or by how many it is meant where that is more."""
        return max(sum(part.usual(word) for part in self._written), self._spoken.get(word, 0))

    def beginning(self, prefix: str, most: int) -> list[str]:
        """Words that begin so, the most usual first."""
        found = {word for words in (*self._written, self._said) for word in words.beginning(prefix, most)}
        return sorted(filter(self.usual, found), key=lambda word: (-self.usual(word), word))[:most]

    def like(self, word: str, slips: int) -> set[str]:
        """All that so many slips could have made into this word, and others that share its letters."""
        return {other for words in (*self._written, self._said) for other in words.like(word, slips)}


class _Words:
    """Words in the order of their letters, as `building.word_arrays` has them."""

    def __init__(self, file: ArrayFile | Mapping[str, Array], part: Part | None = None) -> None:
        self._part = part
        self._letters, self._starts, self._assets = file["word"], file["word_start"], file["word_assets"]
        self._which, self._lengths = file["word_letters"], file["word_length"]

    def __len__(self) -> int:
        return len(self._assets)

    def __getitem__(self, number: int) -> bytes:
        return self._letters[self._starts[number] : self._starts[number + 1]].tobytes()

    def usual(self, word: str) -> int:
        letters = word.encode()
        place = bisect_left(self, letters)
        if place >= len(self) or self[place] != letters:
            return 0
        return int(self._assets[place]) if self._part is None or self._part.has_left(place) else 0

    def beginning(self, prefix: str, most: int) -> Iterator[str]:
        letters = prefix.encode()
        first, last = bisect_left(self, letters), bisect_left(self, letters + b"\xff")
        for number in (first + np.argsort(-self._assets[first:last].astype(np.int64), kind="stable")[:most]).tolist():
            yield self[number].decode()

    def like(self, word: str, slips: int) -> Iterator[str]:
        alike = np.bitwise_count(self._which ^ np.uint32(letters_of(word))) <= 2 * slips
        length = min(len(word), 255)
        alike &= (self._lengths >= length - slips) & (self._lengths <= length + slips)
        for number in np.flatnonzero(alike).tolist():
            yield self[number].decode()


def _spoken(parts: Sequence[Part]) -> Mapping[str, int]:
    """For each word that people type for a need the number of assets that serve one for which it is typed."""
    words: dict[str, int] = {}
    for need, text in {need: text for part in parts for need, text in part.spoken.items()}.items():
        count = sum(part.count_left(part.flagged(f"need:{need}")) for part in parts)
        for word in written_words(text) if count else ():
            if word not in STOPPED:
                words[word] = max(words.get(word, 0), count)
    return words
