"""The languages she can use: "I only speak Polish", "no English, I speak Arabic and Kurdish".

Somebody who names her language and does not say that she has no English has both, for it is English that we read.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recommender.told.persons import Person
from recommender.told.speech import Speech

_SPOKEN_BEFORE = re.compile(
    r"\b(?:speak|speaks|speaking|spoke|understand|language is|tongue is|language was|know|knows|talk|in|fluent in|write in|use|uses|have|only|just|got|"
    r"speaker of|first language|mother tongue|native|can do) (?:(?:only|just|mostly|mainly|really|fluent|good|better|my|a|both|some|little|and|or|n|bit of|is) )*$"
)
_SPOKEN_BEHIND = re.compile(
    r"^[- ] ?(?:speak\w*|is my (?:first|only|main|mother)|is (?:the only|all) |only\b|is what i speak|interpret\w*|translat\w*|no english|but no english|not english)"
)
_ONLY_SPOKEN_BY_VERB = re.compile(
    r"\b(?:speak|speaks|speaking|language is|tongue is|language|understand|interpreter|translator)\b"
)
_TAUGHT = re.compile(
    r"\b(?:learn\w*|lessons?|class(?:es)?|course|teach\w*|studying|gcse|taught|improve|practi[cs]e|group in|used to speak|evening class|translate)\b(?: \w+){0,4} $"
)
_OTHERS = re.compile(
    r"\b(?:nobody|noone|anyone|anybody|someone|somebody|people|staff|doctor|teacher|they|worker|person)\b(?: \w+){0,4} $"
)
_NO_ENGLISH = re.compile(
    r"\b(?:no|dont|doesnt|cant|not|never|little|bad|isnt|hardly|barely|without|zero|not much|poor|hardly any|small) "
    r"(?:(?:\w+) ){0,3}(?:english|englsh|inglish)\b|\benglish (?:is )?(?:very |really |so )*(?:not|isnt|bad|poor|no good|terrible|weak|small|rubbish|little|basic)\b"
)
_ONLY = re.compile(
    r"\bonly (?:really )?(?:speak|speaks|understand|know|in)\b|\b(?:speak|speaks) only\b|\bjust (?:speak|speaks)\b"
)
_OPENS = re.compile(r"(?:\band|\bor|,|&|/|\bn|\bbit of|\bsome|\blittle|\ba) $")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language (BCP 47) and where its name stands."""

    code: str
    first: int
    after: int


def languages_in(speech: Speech, owners: tuple[Person, ...], about: Person) -> list[Spoken]:
    """The languages that the person spoken about uses, in the order said; none when nothing is said of them."""
    found = [spoken for spoken in languages_spoken(speech) if owners[spoken.first] is about]
    others = [spoken for spoken in found if spoken.code != "en"]
    if not others:
        return []
    if (
        _ONLY.search(_around(speech, others))
        or speech.behind(others[-1].first, 1).startswith(" only")
        or _NO_ENGLISH.search(" ".join(speech.words))
    ):
        return others
    return found if len(found) > len(others) else [*others, Spoken("en", others[-1].first, others[-1].after)]


def _around(speech: Speech, spoken: list[Spoken]) -> str:
    return speech.before(spoken[-1].after, 14)


def languages_spoken(speech: Speech, *, by_anybody: bool = False) -> Iterator[Spoken]:
    """Every language that is named as one that somebody speaks."""
    last = -9
    for place in speech.places_of(_codes().keys()):
        before, behind = speech.before(place, 8), speech.behind(place, 4)
        listed = place - last <= 4 and _OPENS.search(before) is not None
        if _TAUGHT.search(before) or (not by_anybody and _OTHERS.search(before)):
            continue
        by_verb = _SPOKEN_BEFORE.search(before) and _ONLY_SPOKEN_BY_VERB.search(before)
        if by_verb or _SPOKEN_BEHIND.match(behind) or listed or _alone_without_english(speech, before, behind):
            last = place
            yield Spoken(_codes()[speech.words[place]], place, place + 1)


def _alone_without_english(speech: Speech, before: str, behind: str) -> bool:
    """ "No English, only Polish"; "Farsi only"."""
    return re.match(r"^ only\b", behind) is not None or re.search(r"\benglish, (?:only|just) $", before) is not None


@cache
def _codes() -> dict[str, str]:
    """Names of one word, in small letters; sign language is an access need."""
    text = files("directory.understanding").joinpath("languages.csv").read_text(encoding="utf-8")
    table = {}
    for row in csv.DictReader(text.splitlines()):
        for name in (row["name"], *row["other_names"].split(";")):
            if name and " " not in name and row["code"] != "bfi":
                table[name.lower()] = row["code"]
    return table
