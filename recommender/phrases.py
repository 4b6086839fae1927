"""Finding the phrases of a vocabulary in what somebody said: by stems, over small words in between, in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recommender.wording import FILLERS, Token, stems

ANY_WORD = "anyword"
"""Written in a phrase this stands for one word that is no filler: "lost anyword in November"."""
MOST_BETWEEN = 3
"""How many fillers may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the vocabulary: what it stands for, how it is written there, its stems."""

    meaning: str
    text: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in the tokens: from `first` up to and without `after`."""

    phrase: Phrase
    first: int
    after: int


class PhraseBook:
    """All phrases of a vocabulary as a tree of stems: one walk over what was said finds every one of them."""

    def __init__(self, meanings: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        self._root = _Branch()
        self.stems: set[str] = set()
        for meaning, texts in meanings:
            for text in texts:
                self.add(Phrase(meaning, text, stems(text)))

    def add(self, phrase: Phrase) -> None:
        """Keep one phrase more, to be found by the stems that it brings."""
        if phrase.stems:
            branch = self._root
            for stem in phrase.stems:
                branch = branch.next.setdefault(stem, _Branch())
            branch.phrases.append(phrase)
            self.stems.update(phrase.stems)

    def find(self, said: Sequence[Token]) -> list[Found]:
        """Every phrase said, without those that lie wholly inside a longer one; by where they begin, then end."""
        kept: list[Found] = []
        last: Found | None = None
        for found in self.find_every(said):
            if last is None or found.after > last.after:
                last = found
            elif (found.first, found.after) != (last.first, last.after):
                continue
            kept.append(found)
        return kept

    def find_every(self, said: Sequence[Token]) -> list[Found]:
        """Every phrase said; by where they begin, the longest first."""
        return sorted(self._every(said), key=lambda found: (found.first, -found.after))

    def _every(self, said: Sequence[Token]) -> Iterator[Found]:
        for first, token in enumerate(said):
            branch = self._root.next.get(token.stem)
            if branch is not None:
                for after, phrase in _grown(branch, said, first, first + 1):
                    yield Found(phrase, first, after)


class _Branch:
    """Where the phrases that begin alike part ways."""

    __slots__ = ("next", "phrases")

    def __init__(self) -> None:
        self.next: dict[str, _Branch] = {}
        self.phrases: list[Phrase] = []


def _grown(branch: _Branch, said: Sequence[Token], first: int, position: int) -> Iterator[tuple[int, Phrase]]:
    """The phrases that end here or farther along this branch, each with the index after its last word."""
    for phrase in branch.phrases:
        yield position, phrase
    if not branch.next:
        return
    met: set[str] = set()
    for place in range(position, min(position + MOST_BETWEEN + 1, len(said))):
        token = said[place]
        if token.clause != said[first].clause:
            return
        if token.stem not in met and (farther := branch.next.get(token.stem)) is not None:
            met.add(token.stem)
            yield from _grown(farther, said, first, place + 1)
        if token.word not in FILLERS and (any_word := branch.next.get(ANY_WORD)) is not None:
            yield from _grown(any_word, said, first, place + 1)
        if token.word not in FILLERS:
            return
