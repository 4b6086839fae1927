"""What a person said, as words that stand beside their punctuation, so that numbers and times keep their sense.

`wording.tokens` takes "£3.50" and "10:30" apart, for needs know no figures. Here they are one word again, and each
word remembers the mark behind it: "." ends a sentence, "," a clause, "-" and "&" bind.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recommender.told.slips import put_right
from recommender.told.tables import HAVE
from recommender.wording import Token, plain, quote, stem, tokens

_SENTENCE = re.compile(r"[.!?\n\r]")
_CLAUSE = re.compile(r"[,;:()]|\s[-–—]+\s|[–—]")
_FRACTION = re.compile(r"\d{2}")
_FIGURE_AND_WORD = re.compile(r"(\d+)(yrs?|years?|months?|mths?|wks?|weeks?|miles?|ish|quid|and|n)")


@dataclass(frozen=True)
class Speech:
    """Her words: the plain text, its tokens, and of each the mark that follows it ("" where nothing does)."""

    text: str
    said: tuple[Token, ...]
    marks: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.said)

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """Each word with the mark behind it and one space: joined, they are a text that patterns can be written for."""
        return tuple(f"{word}{mark} " for word, mark in zip(self.words, self.marks, strict=True))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            found[word].append(place)
        return dict(found)

    def places_of(self, words: Collection[str]) -> list[int]:
        """Where any of these words stands, first to last."""
        return sorted(place for word in words if word in self.places for place in self.places[word])

    def before(self, place: int, most: int = 8) -> str:
        """The words before this place, ending in a space: "im 17, and "."""
        return "".join(self.pieces[max(0, place - most) : place])

    def behind(self, place: int, most: int = 6) -> str:
        """From the mark behind this place on: " years old, and" or ", skint"."""
        return f"{self.marks[place]} {''.join(self.pieces[place + 1 : place + 1 + most])}"

    def quoted(self, first: int, after: int) -> str:
        """Her very words from `first` up to and without `after`."""
        return quote(self.text, self.said[first:after])

    def sentences(self) -> Iterator[range]:
        """The places of each sentence."""
        first = 0
        for place, mark in enumerate(self.marks):
            if mark == "." or place + 1 == len(self.said):
                yield range(first, place + 1)
                first = place + 1


def hear(words: str) -> Speech:
    """Her words as they can be read: misspelt ones put right, figures whole."""
    text = plain(words)
    said = put_right(_whole_figures(text, tokens(text)), words)
    return Speech(text, tuple(said), tuple(_marks(text, said)))


def _whole_figures(text: str, said: Sequence[Token]) -> list[Token]:
    """ "10" and "30" with a colon between are "10:30"; "£" belongs to its figure; "4yrs" is two words."""
    whole: list[Token] = []
    for token in said:
        before = whole[-1] if whole else None
        if before and _goes_on(text, before, token):
            whole[-1] = _spelt(f"{before.word}{text[before.end]}{token.word}", before, token)
        elif token.start and text[token.start - 1] == "£":
            whole.append(Token(f"£{token.word}", f"£{token.word}", token.start - 1, token.end, token.clause))
        elif token.word[0].isdigit() and (two := _FIGURE_AND_WORD.fullmatch(token.word)):
            middle = token.start + len(two[1])
            whole.append(Token(two[1], two[1], token.start, middle, token.clause))
            whole.append(Token(two[2], stem(two[2]), middle, token.end, token.clause))
        else:
            whole.append(replace(token, stem=HAVE) if token.word == "ive" else token)
    return whole


def _goes_on(text: str, before: Token, token: Token) -> bool:
    if token.start - before.end != 1 or text[before.end] not in ".:" or not before.word.lstrip("£").isdigit():
        return False
    return _FRACTION.match(token.word) is not None


def _spelt(word: str, first: Token, last: Token) -> Token:
    return Token(word, word, first.start, last.end, first.clause)


def _marks(text: str, said: Sequence[Token]) -> Iterator[str]:
    ends = [*(token.start for token in said[1:]), len(text)][: len(said)]
    for token, end in zip(said, ends, strict=True):
        yield _mark(text[token.end : end]) if end - token.end > 1 or text[token.end : end] != " " else ""


def _mark(between: str) -> str:
    if _SENTENCE.search(between):
        return "."
    if _CLAUSE.search(between):
        return ","
    for sign in "-&+/":
        if sign in between:
            return sign
    return ""
