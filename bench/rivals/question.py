"""The questions that are put to all engines: from the words of the catalogue itself, of six kinds in equal parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from bench.rivals.catalogue import Stemmed, stems_of
from directory.geography import Gazetteer, Place
from directory.search.document import Document
from directory.search.query import Query
from directory.search.words import STOPPED, words_of, written_words

KINDS = ("words", "a slip", "a phrase", "a category", "a radius", "several limits")
MILES = 5.0
HALVED = 8.0
"""Miles at which a rival's score is halved: what one would write, score / (1 + miles / 8), is close to our own curve."""
SHOWN = 10
LONG_ENOUGH = 5
"""Letters of a word that somebody mistypes."""


@dataclass(frozen=True)
class Question:
    """`words` as they were typed, `meant` as they should have been. `flags` all hold, as documents have them."""

    kind: str
    words: str
    meant: str
    phrase: str = ""
    flags: tuple[str, ...] = ()
    near: Place | None = None
    postcode: str = ""
    """Of `near`. No farther than five miles from there, and among those the nearer counts more."""

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Of the words that were meant, each once: to mend a slip costs no rival anything."""
        return tuple(dict.fromkeys(stems_of(self.meant)))

    @cached_property
    def phrase_stems(self) -> tuple[str, ...]:
        """They stand together in this order."""
        return tuple(stems_of(self.phrase))

    @cached_property
    def query(self) -> Query:
        """As our engine is asked: the words, and the limits apart from them."""
        return self._query(self.words, (self.phrase,) if self.phrase else ())

    @cached_property
    def typed(self) -> Query:
        """As a person asks on the page: what must stand together is in quotation marks."""
        return self._query(f"“{self.phrase}”" if self.phrase else self.words, ())

    def _query(self, words: str, phrases: tuple[str, ...]) -> Query:
        said = [flag.split(":", 1) for flag in self.flags]
        return Query(
            words=words,
            phrases=phrases,
            needs=tuple(value for facet, value in said if facet == "need"),
            days=tuple(value for facet, value in said if facet == "day"),
            free="free:yes" in self.flags,
            near=self.near,
            within_miles=MILES if self.near else None,
            limit=SHOWN,
        )


def mixed(every: Sequence[Stemmed], count: int = 300, seed: int = 5) -> list[Question]:
    """So many questions in no order, made of what is in these documents: words that come often are asked often."""
    chance, gazetteer = Random(seed), Gazetteer()
    documents = [one.document for one in every]
    questions = list(_asked(documents, count, chance, gazetteer))
    chance.shuffle(questions)
    return questions


def _asked(documents: Sequence[Document], count: int, chance: Random, gazetteer: Gazetteer) -> Iterator[Question]:
    for number in range(count):
        kind, length = KINDS[number % len(KINDS)], 1 + number // len(KINDS) % 3
        document = chance.choice([*_fit(documents, kind)])
        words = _words(document, length, chance)
        if kind == "words":
            yield Question(kind, " ".join(words), " ".join(words))
        elif kind == "a slip":
            yield Question(kind, " ".join(_slipped(words, chance)), " ".join(words))
        elif kind == "a phrase":
            phrase = " ".join(word.written for word in words_of(document.name)[:2])
            yield Question(kind, phrase, phrase, phrase=phrase)
        elif kind == "a category":
            yield Question(kind, " ".join(words), " ".join(words), flags=(_domain(document),))
        else:
            flags = ("free:yes", *_days(document)[:1]) if kind == "several limits" else ()
            near, postcode = _somewhere(documents, chance, gazetteer)
            yield Question(kind, " ".join(words), " ".join(words), flags=flags, near=near, postcode=postcode)


def _fit(documents: Sequence[Document], kind: str) -> Iterator[Document]:
    for document in documents:
        if (kind != "a category" or _domain(document)) and (kind != "several limits" or _days(document)):
            yield document


def _words(document: Document, length: int, chance: Random) -> list[str]:
    text = f"{document.name} {document.description} {document.needs}"
    said = [word for word in written_words(text) if len(word) > 2 and word.isalpha() and word not in STOPPED]
    return chance.sample(said, min(length, len(said)))


def _slipped(words: list[str], chance: Random) -> list[str]:
    """Two letters of the longest word are swapped."""
    longest = max(words, key=len)
    places = [at for at in range(1, len(longest) - 1) if longest[at] != longest[at + 1]]
    if len(longest) < LONG_ENOUGH or not places:
        return words
    at = chance.choice(places)
    slip = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
    return [slip if word == longest else word for word in words]


def _domain(document: Document) -> str:
    """A need of the document that is a whole domain, such as "need:MON"."""
    return next(
        (flag for flag in document.flags if flag.startswith("need:") and flag.isascii() and flag[-1].isalpha()), ""
    )


def _days(document: Document) -> list[str]:
    return [flag for flag in document.flags if flag.startswith("day:")]


def _somewhere(documents: Sequence[Document], chance: Random, gazetteer: Gazetteer) -> tuple[Place, str]:
    """The postcode of some asset: where people are, assets are."""
    postcode = " ".join(chance.choice([one for one in documents if one.points]).places.split()[-2:])
    return gazetteer.get_place(postcode, "near"), postcode
