"""Finding the phrases of a vocabulary in what somebody said: by stems, over small words in between, in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recommender.wording import FILLERS, Token, stems

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
    """All phrases of a vocabulary, by their first stem, the longest first."""

    def __init__(self, meanings: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
        self.stems: set[str] = set()
        for meaning, texts in meanings:
            for text in texts:
                self._add(Phrase(meaning, text, stems(text)))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: -len(phrase.stems))

    def _add(self, phrase: Phrase) -> None:
        if phrase.stems:
            self._by_first[phrase.stems[0]].append(phrase)
            self.stems.update(phrase.stems)

    def find(self, said: Sequence[Token]) -> list[Found]:
        """Every phrase said, without those that lie wholly inside a longer one."""
        every = sorted(self._every(said), key=lambda found: (found.first - found.after, found.first))
        kept: list[Found] = []
        for found in every:
            if not any(_inside(found, longer) for longer in kept):
                kept.append(found)
        return sorted(kept, key=lambda found: (found.first, found.after))

    def _every(self, said: Sequence[Token]) -> Iterator[Found]:
        for first, token in enumerate(said):
            for phrase in self._by_first.get(token.stem, ()):
                after = _match(phrase.stems, said, first)
                if after:
                    yield Found(phrase, first, after)


def _inside(found: Found, longer: Found) -> bool:
    """Within a longer one, and not just the same words under another meaning."""
    within = longer.first <= found.first and found.after <= longer.after
    return within and (longer.after - longer.first) > (found.after - found.first)


def _match(wanted: Sequence[str], said: Sequence[Token], first: int) -> int | None:
    """The index after the last word of the phrase when it starts at `first`, else None."""
    position = first + 1
    for stem in wanted[1:]:
        skipped = 0
        while position < len(said) and said[position].stem != stem:
            if said[position].word not in FILLERS or skipped == MOST_BETWEEN:
                return None
            skipped, position = skipped + 1, position + 1
        if position >= len(said) or said[position].clause != said[first].clause:
            return None
        position += 1
    return position
