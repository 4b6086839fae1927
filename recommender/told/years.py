"""Ages in figures and words: "I'm 17", "in my seventies", "a lad of 19", "my little lad's 4", "6 month old".

A number is an age only where the words around it make it one: "I'm 5 months pregnant", "2 years clean" and "ten
minutes" are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directory.understanding.spoken_numbers import NUMBER_WORDS
from recommender.told.persons import FIRST, HERSELF, MINE, Person
from recommender.told.speech import Speech

MOST_NUMBERS = 300
"""Nobody says more; a pasted table of figures is not what she says."""

TENS = {word: number for word, number in NUMBER_WORDS.items() if number >= 20}
DECADES = {f"{word[:-1]}ies": number for word, number in TENS.items()} | {
    f"{number}{end}": number for number in range(20, 100, 10) for end in ("s", "ies", "ish")
}
_ORDINALS = re.compile(r"(\d{1,3})(?:th|st|nd|rd)")
_YEAR_OLD = re.compile(
    r"^[-,]? (?:years?|yrs?|yr|y|yo|yos)\b[-/]? ?(?:old|olds|of age|young|o\b)|^ (?:yo|yos)\b|^/o\b|^ y[/ ]o\b"
)
_UNIT = re.compile(
    r"^[-/]? ?(?:weeks?|wks?|months?|mths?|days?|hours?|hrs?|minutes?|mins?|miles?|mile|stone|st|foot|ft|inch|pounds?|quid|percent|"
    r"years?|yrs?|times|pm|am|oclock|o|kids?|children|sons?|daughters?|boys?|girls?|lads?|grandkids|grandchildren|steps?|"
    r"th|floors?|flights?|bus|buses|of us|of my|of them|different|other|cats?|dogs?|nights?|jobs?|bed|bedroom|people|grand|"
    r"cigs|pints|cans|tablets|pills|operations|strokes|heart|falls|sessions|classes|groups|to (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|past|till|until|or \d|"
    r"a (?:day|week|night)|on the|in a million|out of|per|mates|friends|brothers|sisters|places|visits|more|k)\b"
)
_HERS = re.compile(
    r"\b(?:im|i am|am|iam|m|ima|aged?|age is|turned|turning|just turned|hit|hitting|reached|i turned|at the age of|being|only|be) "
    r"(?:(?:a|an|only|just|now|about|around|nearly|almost|coming up|going on|like|over|under|well over|just over|just turned|turned|the age of|"
    r"past|(?:\w+ )and|into my|approaching|pushing|turning|aged|still|already|year|old|age|male|female|man|woman|bloke|lad|girl) )*$"
)
_AT_FIRST = re.compile(r"(?:^|[.,] )at (?:the age of )?$")
""" "At 82 I can't"; "I left school at 15" is long ago."""
_LONG_AGO = re.compile(r"\b(?:was|were|wasnt) (?:(?:only|about|just|a|an) )*$")
_IS = re.compile(
    r"\b(?:is|hes|shes|are|was|aged?|ages|turned|turning|whos|thats|theyre|who is|who are|now|just|only|about|be) "
    r"(?:(?:only|just|now|about|around|nearly|almost|over|aged|turned|still|already|all) )*$"
)
_WHO_OF = re.compile(
    r"\b(?:man|woman|lad|lass|bloke|girl|boy|fella|lady|mum|dad|pensioner|widow|widower|female|male)"
    r"(?:(?: of| aged?| whos)| age) $|\b(?:single|gay|young|old|retired|a) (?:man|woman|lad|lass|bloke|fella),? $"
)
_DECADE_BEFORE = re.compile(
    r"\b(?:in|into|hit|approaching) (?:my|me|his|her|their|the) (?:(?P<part>early|mid|middle|late|very late|very early) )?$|"
    r"\b(?:im|am|hes|shes|is) (?:in )?(?:(?:my|me|his|her) )?(?P<part2>early|mid|late) $"
)
_NEARLY = re.compile(r"\b(?:nearly|almost|approaching|pushing|coming up|turning|going on|be) $")
_OVER = re.compile(r"\b(?:over|past|well over|above) $")
_UNDER = re.compile(r"\bunder $")
PARTS = {"early": (0, 3), "very early": (0, 2), "mid": (4, 6), "middle": (4, 6), "late": (7, 9), "very late": (8, 9)}


@dataclass(frozen=True, slots=True)
class Years:
    """An age that was said: of whom, the youngest and oldest it may be, and where the words stand."""

    owner: Person
    youngest: float
    oldest: float
    first: int
    after: int


def ages_in(speech: Speech, owners: tuple[Person, ...]) -> Iterator[Years]:
    """The ages of herself, her kin and others, as said first to last. Children's ages in lists are `children`'s."""
    place, numbers = 0, 0
    while place < len(speech.said) and numbers < MOST_NUMBERS:
        number, after = number_at(speech, place)
        if number is not None:
            numbers += 1
            said = _age_at(speech, owners, place, after, number)
            if said is not None:
                yield said
        elif speech.words[place] in DECADES:
            decade = _decade_at(speech, owners, place)
            if decade is not None:
                yield decade
        place = max(after, place + 1)


def number_at(speech: Speech, place: int) -> tuple[int | None, int]:
    """The whole number that begins here, in figures or words ("seventy four"), and the place after it."""
    word = speech.words[place]
    if word.isdecimal() and len(word) <= 3:
        return int(word), place + 1
    if (ordinal := _ORDINALS.fullmatch(word)) is not None:
        return int(ordinal[1]), place + 1
    number = NUMBER_WORDS.get(word)
    if number is None:
        return None, place
    unit = NUMBER_WORDS.get(speech.words[place + 1]) if place + 1 < len(speech.words) else None
    if word in TENS and unit is not None and unit < 10 and speech.marks[place] in {"", "-"}:
        return number + unit, place + 2
    return number, place + 1


def _age_at(speech: Speech, owners: tuple[Person, ...], first: int, after: int, number: int) -> Years | None:
    before, behind, owner = speech.before(first, 6), speech.behind(after - 1, 3), owners[first]
    if _LONG_AGO.search(before) and owner is HERSELF:
        return None
    if _YEAR_OLD.match(behind):
        return (
            _years(owner, before, behind, number, first, after)
            if owner is HERSELF and _may_be_hers(before, number)
            else (_years(owner, before, behind, number, first, after) if owner is not HERSELF else None)
        )
    if _UNIT.match(behind) or (first and speech.words[first - 1] in {"to", "-"}):
        return None
    if owner is HERSELF:
        hers = (
            _HERS.search(before)
            or behind.startswith(" next birthday")
            or _AT_FIRST.search(before)
            or (_is_a_note(speech, before) and _ends(speech, after))
            or _WHO_OF.search(before)
            or _stands_alone(speech, first, after)
        )
        if hers and 8 <= number <= 110 and not _is_clock(before, behind, number):
            return _years(owner, before, behind, number, first, after)
        return None
    if (_IS.search(before) or _right_behind_kin(before) or _between_marks(speech, first, after)) and number <= 110:
        return _years(owner, before, behind, number, first, after)
    return None


_A_CHILD = re.compile(
    r"\b(?:my|me|our|with a|got a|have a|have an|two|three|the|for a|to a|of a|and a|of an|his|her) (?:\w+ )?$"
)


def _ends(speech: Speech, after: int) -> bool:
    """Whether nothing is counted: "Maureen is 71 and", not "the bill is eight hundred"."""
    return after == len(speech.said) or speech.marks[after - 1] != "" or speech.words[after] in {"and", "n", "now"}


def _is_a_note(speech: Speech, before: str) -> bool:
    """ "Maureen is 71": where nobody says "I" or "my" it is a note on the person herself."""
    return not (FIRST | MINE) & speech.places.keys() and re.fullmatch(r"\w+ (?:\w+ )?is $", before) is not None


def _may_be_hers(before: str, number: int) -> bool:
    """ "17 year old lad, skint" is herself; "my 6 year old" and "mum of a 4 year old" are not."""
    return number >= 11 and (
        _A_CHILD.search(before) is None or bool(re.search(r"\b(?:im|am|as) (?:the|a) (?:\w+ )?$", before))
    )


def _is_clock(before: str, behind: str, number: int) -> bool:
    return (
        number <= 12
        and re.search(r"\bat $", before) is not None
        and re.match(r"^ (?:in the|on|every|each|tonight|today)", behind) is not None
    )


def _right_behind_kin(before: str) -> bool:
    return (
        re.search(
            r"\b(?:mum|dad|nan|son|daughter|lad|boy|girl|wife|husband|grandad|brother|sister|gran|kid|baby|sons|lads|boys|girls|kids|partner|eldest|youngest|oldest|toddler|grandson|granddaughter|niece|nephew|one)[,s]? $",
            before,
        )
        is not None
    )


def _between_marks(speech: Speech, first: int, after: int) -> bool:
    opens = first == 0 or speech.marks[first - 1] in {",", "."}
    return (opens and speech.marks[after - 1] in {",", "."}) or (opens and after == len(speech.said))


def _stands_alone(speech: Speech, first: int, after: int) -> bool:
    """ "74, retired docker" and "Female, 34." """
    number, _ = number_at(speech, first)
    return number is not None and number >= 16 and _between_marks(speech, first, after)


def _years(owner: Person, before: str, behind: str, number: int, first: int, after: int) -> Years:
    if _NEARLY.search(before) or behind.startswith(" next birthday"):
        return Years(owner, max(number - 1, 0), max(number - 1, 0), first, after)
    if _OVER.search(before):
        return Years(owner, number, 120, first, after)
    if _UNDER.search(before):
        return Years(owner, 0, number - 1, first, after)
    return Years(owner, number, number, first, after)


def _decade_at(speech: Speech, owners: tuple[Person, ...], place: int) -> Years | None:
    found = _DECADE_BEFORE.search(speech.before(place, 5))
    if not found:
        return None
    decade, part = DECADES[speech.words[place]], found["part"] or found["part2"]
    low, high = PARTS.get(part or "", (0, 9))
    return Years(owners[place], decade + low, decade + high, place, place + 1)
