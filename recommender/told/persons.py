"""Whom each word of a speech is about: herself, her mother, her son, somebody else.

"I'm 17 and my mum is 82" tells the ages of two people. The subject of a clause owns what is said in it, until
another subject turns up; a sentence without one goes on about the person of the last. Where that cannot be told the
words belong to nobody, and nothing is taken from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from directory.kinds import Gender
from recommender.shipped import listed, shipped_rows
from recommender.told.speech import Speech

FIRST = frozenset("i im ive id ill we weve myself ourselves iam".split())
HE, SHE, THEY = frozenset(["he", "hes", "hed"]), frozenset(["she", "shes", "shed"]), frozenset(["they", "theyre"])
MINE = frozenset(["my", "me", "our", "mi"])
HAVING = MINE | {"this", "his", "her", "their", "a", "an", "the", "two", "three", "four", "both"}
BARE = frozenset("mum dad nan gran grandad nana mam".split())
THEIRS = frozenset(["his", "her", "their"])
RELATIVE = frozenset(["who", "whos", "thats", "whose", "whove"])
FARTHEST_SUBJECT = 4
"""Words into a sentence after which a subject is no longer that of the sentence."""
_SUBJECT_AFTER = re.compile(
    r"(?:^|[.,] |[-&/] |\b(?:and|n|but|because|so|that|when|since|if|as|now|while|think|says?|said|until|till|cause|coz|cus|"
    r"though|although|well|where|please|hi|hiya|hello|basically|also|even) )$"
)
_GOES_ON = re.compile(
    r"^ (?:is|was|has|had|needs?|wants?|would|could|cant|can|lives?|isnt|hasnt|wont|doesnt|got|gets|keeps|died|"
    r"passed|who|whos|thats|just|used|likes?|loves?|struggles?|suffers?|uses?|goes|seems|feels|has|aged?|\d+)\b"
)
_DEATH = re.compile(r"\b(?:died|passed(?: away)?|gone|dead|death|funeral|suicide|killed|left me|walked out)\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody spoken of: how related to the speaker, of which gender where the word tells it, and the words for her."""

    relation: str
    gender: Gender | None
    words: str
    hers: bool = True
    """Whether she is the speaker's own: "my mum", not "a friend's mum" or people at large."""


HERSELF = Person("self", None, "herself")
NOBODY = Person("unknown", None, "somebody", hers=False)


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of kin: the person, and where the words for her begin and end."""

    person: Person
    first: int
    after: int


def owners_of(speech: Speech) -> tuple[Person, ...]:
    """For each word the person whom its clause is about."""
    return tuple(_Reading(speech).owners())


class _Reading:
    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.named = {one.first: one for one in named_in(speech)}
        self.subject = HERSELF
        self.main = HERSELF
        self.last: list[Person] = []
        self.began_at = 0
        self.begun = False
        """Whether the sentence has had its subject, which goes on into the next."""

    def owners(self) -> Iterator[Person]:
        has_self = bool(FIRST & self.speech.places.keys() or MINE & self.speech.places.keys())
        for place in range(len(self.speech.said)):
            self._begin(place)
            self._turn(place, has_self)
            yield self.subject

    def _begin(self, place: int) -> None:
        """A sentence begins with the main subject of the one before; the dead have no more said of them."""
        if place and self.speech.marks[place - 1] == ".":
            self.subject, self.begun, self.began_at = self.main, False, place
            if self.main is not HERSELF and _DEATH.search(self.speech.before(place, 12)):
                self.subject = self.main = HERSELF

    def _turn(self, place: int, has_self: bool) -> None:
        word = self.speech.words[place]
        if word in FIRST or (word == "am" and self._starts(place)) or self._is_hers_in_parts(place):
            self._now(HERSELF, place)
        elif place in self.named:
            self._kin(self.named[place])
        elif word in HE or word in SHE:
            self._now(self._spoken_of(Gender.MEN if word in HE else Gender.WOMEN, has_self), place)
        elif word in THEY or word == "people" or word == "someone" or word == "somebody":
            if word in THEY or (self.speech.words[place + 1 : place + 2] and self.speech.words[place + 1] in RELATIVE):
                self.subject = NOBODY
        elif word in {"his", "her"} and self._starts(place):
            self.subject = self._spoken_of(Gender.MEN if word == "his" else Gender.WOMEN, has_self)

    def _kin(self, named: _Named) -> None:
        self.last.append(named.person)
        behind = self.speech.behind(named.after - 1, 2)
        starts = self._starts(named.first)
        if starts and self._with_another(named):
            return
        if starts or re.match(
            r"^(?: (?:who|whos|thats|with|is|was|has|needs|aged?|\d+)|, (?:aged?|who|whos|\d+))\b", behind
        ):
            if starts and _GOES_ON.match(behind):
                self._now(named.person, named.first)
            else:
                self.subject = named.person

    def _with_another(self, named: _Named) -> bool:
        """ "Me and my mum" and "kids and a dog" say nothing of the second alone."""
        return re.search(r"\b(?:me|with \w+|my \w+) (?:and|n) $", self.speech.before(named.first, 4)) is not None

    def _starts(self, place: int) -> bool:
        return _SUBJECT_AFTER.search(self.speech.before(place, 3)) is not None

    def _is_hers_in_parts(self, place: int) -> bool:
        """ "My legs are bad", "me nerves are gone": of herself, as it is where she only lives with somebody."""
        if self.speech.words[place] not in MINE or place in self.named or not self._starts(place):
            return False
        return (
            self.speech.words[place] != "me"
            or re.match(r"^ (?!and\b|n\b)\w+ ", self.speech.behind(place, 1)) is not None
        )

    def _now(self, person: Person, place: int) -> None:
        """The subject from here on; of the next sentence too, where this one begins with it."""
        self.subject = person
        if not self.begun and (person is HERSELF or place - self.began_at < FARTHEST_SUBJECT):
            self.main = person
        self.begun = True

    def _spoken_of(self, gender: Gender, has_self: bool) -> Person:
        """The last person named who may be he, or she."""
        for person in reversed(self.last):
            if person.gender in {gender, None}:
                return person if person.gender else Person(person.relation, gender, person.words, person.hers)
        return NOBODY if has_self else Person("client", gender, "she" if gender is Gender.WOMEN else "he")


def named_in(speech: Speech) -> list[_Named]:
    """Every mention of kin and others: the determiner, up to two words between, and the noun."""
    found: list[_Named] = []
    for place in speech.places_of(_beginnings()):
        first, longest = _determiner(speech, place), _longest(speech, place)
        if first is None and _bare(speech, place):
            first = place
        if first is None or longest is None or (found and found[-1].after > place):
            continue
        after, (relation, gender) = longest
        if speech.words[first] in {"a", "an", "the"} and _is_herself(speech, first):
            continue
        if (relation == "partner" or speech.words[after - 1] in {"old", "yo"}) and speech.words[first] not in {
            *MINE,
            "the",
        }:
            continue
        if speech.words[place - 1 : after] == ("our", "kid"):
            relation = "sibling"
        mine = speech.words[first] not in THEIRS
        if not mine and re.search(r"\b(?:im|am|as|being)(?: \w+,)? $", speech.before(first, 3)):
            continue
        found.append(
            _Named(Person(relation, gender, speech.quoted(first, after).removesuffix("'s"), mine), first, after)
        )
    return found


def _is_herself(speech: Speech, first: int) -> bool:
    """ "I'm a lad of 19", "as a mum of two", "I'm the youngest": said of herself."""
    if re.match(
        r"^ (?:of |aged |(?=\d+ (?:years?|yrs?|yo) ))(?:\d|twent|thirt|fort|fift|sixt|sevent|eight|ninet)",
        speech.behind(_before_age(speech, first), 3),
    ):
        return speech.before(first, 1) == "" or speech.before(first, 1).endswith(". ")
    return (
        re.search(r"\b(?:im|am|as|just|was|being|like) (?:only |just |still )?$", speech.before(first, 3)) is not None
    )


def _bare(speech: Speech, noun: int) -> bool:
    """ "Mum needs a hand", "Dad's housebound": a parent of hers without "my", as the subject."""
    if speech.words[noun] not in BARE or not _SUBJECT_AFTER.search(speech.before(noun, 3)):
        return False
    return speech.quoted(noun, noun + 1).endswith("'s") or _GOES_ON.match(speech.behind(noun, 2)) is not None


def _before_age(speech: Speech, first: int) -> int:
    """ "A bloke of 55", "a 17 year old lad": the place behind which the age may stand."""
    return first if speech.words[first + 1][:1].isdigit() else first + 1


def _determiner(speech: Speech, noun: int) -> int | None:
    for back in range(1, 5):
        place = noun - back
        if place < 0 or speech.marks[place] in {".", ","}:
            return None
        if speech.words[place] in HAVING:
            return place
        if speech.words[place] in FIRST or speech.words[place] in {"and", "n", "of", "with", "for", "to", "is", "was"}:
            return None
    return None


def _longest(speech: Speech, place: int) -> tuple[int, tuple[str, Gender | None]] | None:
    for length in (3, 2, 1):
        words = " ".join(speech.words[place : place + length])
        if place + length > len(speech.words):
            continue
        if words in _kin():
            return place + length, _kin()[words]
    return None


@cache
def _kin() -> dict[str, tuple[str, Gender | None]]:
    """By the words for them, each also with the s of "my wife's got dementia"."""
    return {
        f"{words}{end}": (row["relation"], Gender(row["gender"]) if row["gender"] else None)
        for end in ("s", "")
        for row in shipped_rows("told/kin.csv")
        for words in listed(row["words"])
    }


@cache
def _beginnings() -> frozenset[str]:
    """The words with which one for kin begins: "old" is one, for the sake of "old man"."""
    return frozenset(words.split()[0] for words in _kin())
