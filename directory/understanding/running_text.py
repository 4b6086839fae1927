"""What running text says in passing: a description, or a field in which people wrote of something else as well.

The readers of single fields take "10-12" and "women" for what the field is about. Here only a sentence that says so
by itself is believed: a day with its hours, a price with what it is for, an age or a gender of those it is for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from directory.kinds import Access, Gender, Known
from directory.listing import Cost, Phone, Slot
from directory.understanding import running_phrases as phrases
from directory.understanding.access import in_order_where_sure, read_access
from directory.understanding.ages import Ages, read_ages
from directory.understanding.contacts import read_phones
from directory.understanding.gender import names_both, opens_with_gender, read_gender
from directory.understanding.prices import read_costs
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.times import read_times
from directory.understanding.wording import plain_words

_SENTENCE_ENDS = re.compile(
    r"[.!?;](?=\s|$)(?<![ap]\.m.)(?<!\bst.)(?<!\bmon.)(?<!tues.)(?<!weds.)(?<!thurs.)(?<!\bfri.)|\n|"
    r" [/|] (?:(?!\d)(?<!\d...)(?<!day...)(?<!days...)(?<!mon...)(?<!tue...)(?<!tues...)(?<!wed...)(?<!weds...)"
    r"(?<!thu...)(?<!thurs...)(?<!fri...)(?<!sat...)(?<!sun...)|(?<=\d...)(?=[a-z]))",
    re.IGNORECASE,
)
"""A full stop, a line, and the strokes of "Tai chi 50+ / Tues 10-11am / £3"; not those of "Mon / Weds" and "£5 / £3"."""
_COMMAS = re.compile(r",(?![^()]*\))(?!\d{3})| - ")
_LONGEST_SENTENCE = 300
_MOST_SLOTS = 4
_TOO_MUCH = 1_000
"""Pounds that nobody pays to come to anything: the price of a roof."""
_Found = TypeVar("_Found")


@remembered
def times_in(text: str) -> tuple[Slot, ...]:
    """The weekly or monthly times that the sentences say whole, days with their hours; else none at all."""
    said = ". ".join(filter(None, map(_of_what_happens, _all_sentences(text, phrases.TIMES))))
    slots = read_times(said) if said else ()
    whole = all(slot.days and slot.opens_at for slot in slots)
    return slots if whole and len(slots) <= _MOST_SLOTS else ()


@remembered
def costs_in(text: str) -> tuple[Cost, ...]:
    """The prices in figures of what is told here, and that it is free."""
    told = [*_sentences(text, phrases.PRICES), *_pieces(text, phrases.CLIPPED_PRICES)]
    found = [
        cost for words in told for cost in read_costs(words) if cost.amount is not None and cost.amount < _TOO_MUCH
    ]
    free = [cost for cost in found if cost.amount == 0 and cost.option is None]
    paid = {cost.amount for cost in found if cost.amount and cost.option is None}
    return () if (free and paid) or len(paid) > 1 else tuple(dict.fromkeys(found))


@remembered
def ages_in(text: str) -> Ages | None:
    """The ages of those it is for; None when sentences differ. What stands beside a price is who pays it."""
    sentences = _all_sentences(text, phrases.AGES)
    if " after" in text or " care" in text or " caring" in text:
        sentences = map(_of_who_comes, sentences)
    told = ((sentence, _without_prices(sentence)) for sentence in sentences)
    said = [bare for whole, bare in told if phrases.AGES.speaks(whole) or phrases.AGES.speaks(bare)]
    return _one(read_ages, said or _pieces(text, phrases.CLIPPED_AGES))


@remembered
def gender_in(text: str) -> Gender | None:
    """The one gender that it is for, when nothing in the whole text speaks of the other."""
    told = [*_sentences(text, phrases.GENDER), *_pieces(text, phrases.CLIPPED_GENDER)]
    if told and not names_both(text) and (gender := _one(read_gender, told)):
        return gender
    opening = (opens_with_gender(sentence, text) for sentence in _all_sentences(text, phrases.GENDER))
    found = set(filter(None, opening))
    return found.pop() if len(found) == 1 else None


@remembered
def access_in(text: str) -> tuple[tuple[Access, Known], ...]:
    """What the sentences about the place say of access; nothing of a feature on which they differ."""
    told = [*_sentences(text, phrases.ACCESS), *_pieces(text, phrases.CLIPPED_ACCESS)]
    told += [words for words in _all_sentences(text, phrases.LISTED_ACCESS) if phrases.LISTED_ACCESS.is_whole(words)]
    if "arking" in text and parking_beside(text):
        told.append("parking")
    answers = {answer for words in told for answer in read_access(words)}
    return in_order_where_sure(answers)


def parking_beside(text: str) -> bool:
    """Whether parking stands between commas beside another feature: "£5, step free, parking"."""
    return any(True for _ in _sentences(text, phrases.PARKING_BESIDE))


@remembered
def phones_in(text: str) -> tuple[Phone, ...]:
    """The one number that people are asked to ring; none where there are several, or a helpline's beside it."""
    if not phrases.PHONES.search(text):
        return ()
    found = read_phones(text)
    return found if len(found) == 1 and len(found[0].number) > phrases.LONGEST_SHORT_NUMBER else ()


def _of_what_happens(sentence: str) -> str:
    """The sentence, where it tells times; of one that tells the office's too, the clauses "the club meets …"."""
    if phrases.TIMES.speaks(sentence):
        return sentence
    if not phrases.OF_THE_OFFICE.search(sentence.lower()):
        return ""
    clauses = (clause for clause in phrases.CLAUSES.split(sentence) if phrases.HAPPENS.match(clause.lower()))
    return ". ".join(filter(phrases.TIMES.speaks, clauses))


def _sentences(text: str, subject: phrases.Subject) -> Iterator[str]:
    """Those that speak of it and of nothing that only looks like it."""
    for sentence in _all_sentences(text, subject):
        if subject.speaks(sentence):
            yield sentence


def _pieces(text: str, subject: phrases.Subject) -> Iterator[str]:
    """What clipped notes set between commas ("Mondays 2pm, £3, step free"), where a piece says it by itself."""
    for sentence in _all_sentences(text, subject):
        if not subject.not_about.search(sentence.lower()):
            yield from filter(subject.is_whole, map(str.strip, _COMMAS.split(sentence)))


def _all_sentences(text: str, subject: phrases.Subject) -> Iterator[str]:
    return iter(_split(text)) if speaks_of(text, *subject.hints) else iter(())


@lru_cache(maxsize=64)
def _split(text: str) -> tuple[str, ...]:
    """The sentences of a text, for each subject in turn; those too long to be told apart are left out."""
    sentences = map(str.strip, _SENTENCE_ENDS.split(plain_words(text)))
    return tuple(sentence for sentence in sentences if len(sentence) <= _LONGEST_SENTENCE)


def _without_prices(sentence: str) -> str:
    return ", ".join(piece for piece in _COMMAS.split(sentence) if not phrases.PRICE.search(piece))


def _of_who_comes(sentence: str) -> str:
    """Without those she looks after."""
    return phrases.CARING.sub("", sentence)


def _one(reader: Callable[[str], _Found | None], sentences: Iterable[str]) -> _Found | None:
    """What all sentences of which the reader makes anything agree on."""
    found = {made for sentence in sentences if (made := reader(sentence)) is not None}
    return found.pop() if len(found) == 1 else None
