"""How old her children are: "kids aged 4 and 9", "my 3yo", "6 month old baby", "two under five", "teenage daughter"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recommender.told.findings import find
from recommender.told.persons import HERSELF, Person
from recommender.told.speech import Speech
from recommender.told.years import MOST_NUMBERS, Years, number_at

GROWN = 18
_CHILD = (
    r"(?:kids?|children|child|sons?|daughters?|boys?|girls?|lads?|twins|little (?:one|ones|lad|girl|boy|man)|baby|babies|toddlers?|"
    r"youngest|eldest|oldest|middle one|ones|one|lad)"
)
_LISTED = re.compile(
    rf"\b{_CHILD}[,s]? (?:(?:who|whos|that|are|is|both|all|thats|of|aged?|ages|just|only|now|a|an|theyre|he|hes|shes|is|with|me|me,|home,|at|my|our|own|own,) )*$"
)
_AND_MORE = frozenset("and n a an the one ones other another my is who whos aged shes hes its".split())
"""What may stand between the ages of a list: "4, 7 and the other one's 13"."""
_OLD = re.compile(r"^[-,]? (?:years?|yrs?|yr|y|yo|yos)\b[-/]? ?(?:old|olds|o)?\b|^ (?:yo|yos)\b")
_FRACTION = {"month": 12, "mth": 12, "mo": 12, "week": 52, "wk": 52, "day": 365}
_UNITS = frozenset("year years yr yrs yo month months mths old week weeks".split())
_PART = re.compile(r"^[-,]? (month|mth|mo|week|wk|day)s?\b(?! (?:pregnant|gone|clean|sober|ago|now|in\b|off))")
_NOT_AGE = re.compile(
    r"^[-/]? (?:quid|pounds?|miles?|minutes?|mins?|hours?|hrs?|times|pm|am|bed|kids?|children|nights?|oclock|stone|people|different|"
    r"buses|days|of us|jobs?|boys?|girls?|sons?|daughters?|lads?|grandkids|dogs?|cats?|other|grand|cans|years? (?:ago|of|in|with|after|since|now|clean|sober)|"
    r"under|nights|schools?|at home)\b"
)
_HERS = re.compile(
    r"\b(?:my|me|our|with a|got a|have a|have an|the|for a|to a|of a|and a|of an|with an|mum to|and my|n a|a|an) (?:\w+ )?$"
)
_NOT_HERS = re.compile(
    r"\b(?:im|am|as|being|was|were|years|since i was) (?:like |only )?(?:a|an|the) (?:\w+ )?$|\bwhen i was (?:\w+ )*$"
)
_OUR_EVIE = re.compile(
    r"\bour (?!kid )\w+ (?:is |only |just |nearly )*$|\bour (?!kid )\w+s? (?:\w+, )?(?:hes|shes|he is|she is) (?:only |just )*$"
)
_MINE_ARE = re.compile(
    r"\b(?:mum|mam|mummy|dad|mother|father|parent) (?:of|to) (?:two|three|four|five|[2-5]),? (?:aged? |ages )?$|"
    r"\bmine are (?:only |both |just )*$|\bgot (?:two|three|2|3)[,.] $|\b(?:my|me) (?:two|three),? (?:aged? |are |she is |he is |theyre )*$|"
    r"\b(?:kids|(?:my|me|our) two)\b[^.]*\b(?:theyre|they are) (?:only )?$|\b(?:baby|babysitting|had (?:me|my) first)\b.*\b(?:shes|hes) $|^(?:shes|hes) (?=$).*$"
)
_COUNTED_UNDER = re.compile(
    r"\b(one|two|three|four|five|1|2|3|4|5) (?:(?:kids?|children|boys|girls|lads|little ones|of them|all|both|are|aged) )*under (?:the age of )?$"
)


@dataclass(frozen=True, slots=True)
class Child:
    """A child's age in years, parts of a year for babies, and where the words stand."""

    age: float
    first: int
    after: int


def children_in(speech: Speech, owners: tuple[Person, ...], ages: Sequence[Years]) -> list[Child]:
    """Each of her children's ages, as said. A grown-up child's is none."""
    found: dict[int, Child] = {}
    hers = {years.first for years in ages if years.owner is HERSELF}
    for child in (*_told(speech, owners, ages), *_numbered(speech, owners)):
        if child.first not in hers:
            found.setdefault(child.first, child)
    for child in _by_words(speech, owners, tuple(found.values())):
        found.setdefault(child.first, child)
    return sorted(found.values(), key=lambda child: child.first)


def _told(speech: Speech, owners: tuple[Person, ...], ages: Sequence[Years]) -> Iterator[Child]:
    """Ages whose owner is a child of hers: "my son is 17"."""
    for years in ages:
        if years.owner.relation == "child" and years.owner.hers and years.youngest < GROWN:
            part = _PART.match(speech.behind(years.after - 1, 2))
            age = years.youngest / _FRACTION[part[1]] if part else years.youngest
            yield Child(round(age, 2), years.first, years.after)


def _numbered(speech: Speech, owners: tuple[Person, ...]) -> Iterator[Child]:
    """Numbers beside words for children, and the numbers listed after one: "kids 4, 7 and 13"."""
    place, numbers = 0, 0
    listed_to: int | None = None
    while place < len(speech.said) and numbers < MOST_NUMBERS:
        number, after = number_at(speech, place)
        if number is None:
            place += 1
            continue
        numbers += 1
        listed = listed_to is not None and _AND_MORE.issuperset(speech.words[listed_to:place])
        for child in _child_at(speech, owners, place, after, number, listed=listed):
            yield child
            listed_to = _unit_after(speech, after)
        place = after


def _unit_after(speech: Speech, after: int) -> int:
    """The place behind "years old", where that follows."""
    while after < len(speech.words) and speech.words[after] in _UNITS:
        after += 1
    return after


def _child_at(
    speech: Speech, owners: tuple[Person, ...], first: int, after: int, number: int, *, listed: bool
) -> Iterator[Child]:
    before, behind = speech.before(first, 7), speech.behind(after - 1, 3)
    if counted := _COUNTED_UNDER.search(before):
        for step in range(_count(counted[1])):
            yield Child(number / 2 if number > 1 else 0.5, first - step, after)
        return
    if not 0 < number < GROWN and not _PART.match(behind):
        return
    if _NOT_HERS.search(before) or _NOT_AGE.match(behind):
        return
    part = _PART.match(behind)
    owner = owners[first]
    hers = listed or owner is HERSELF or (owner.relation == "child" and owner.hers)
    old = (_OLD.match(behind) and "old" in behind) or re.match(r"^ yo", behind)
    if (
        not part
        and re.search(r"\b(?:he|she|son|daughter|boy|girl) (?:have|has) $", before)
        and re.match(r"^ years?\b", behind)
    ):
        yield Child(float(number), first, after)
    elif _OUR_EVIE.search(before) or _MINE_ARE.search(before):
        yield Child(round(number / (_FRACTION[part[1]] if part else 1), 2), first, after)
    elif (
        hers
        and part
        and ("old" in behind or _LISTED.search(before) or re.match(r"^[-,]? \w+ (?:baby|son|daughter)", behind))
    ):
        yield Child(round(number / _FRACTION[part[1]], 2), first, after)
    elif hers and not part and ((old and (_HERS.search(before) or listed)) or _LISTED.search(before) or listed):
        yield Child(float(number), first, after)


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else ("one", "two", "three", "four", "five").index(word) + 1


def _by_words(speech: Speech, owners: tuple[Person, ...], numbered: Sequence[Child]) -> Iterator[Child]:
    """ "My toddler", "teenage daughter": where no figure near says it better."""
    for finding in find("children", speech, owners):
        near = any(finding.first - 6 <= child.first <= finding.after + 4 for child in numbered)
        if not near and (finding.owner is HERSELF or finding.owner.relation == "child"):
            yield Child(float(finding.row.id), finding.first, finding.after)
