"""When she could come: "only evenings", "I work nine to five weekdays", "not Mondays", "school hours", "after 4".

Each clause that limits her times either allows some or blocks some; what is left of the week is when she is free.
Clauses that only speak of a time ("lonely at weekends", "the Tuesday group") limit nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directory.understanding.spoken_numbers import clock_figures
from directory.understanding.weekdays import WEEK, WEEKEND, WORKING_WEEK, days_named
from recommender.told.days import days_in, is_day
from recommender.told.hours import hours_in
from recommender.told.persons import NOBODY, Person
from recommender.told.speech import Speech
from recommender.told.told import FreeTime
from recommender.told.week import EVENING, OFFICE, SCHOOL, WHOLE, Span, Week, added, as_free_times, joined, met, without

_SCHOOL = re.compile(
    r"\b(?:school (?:hours|time|day|run hours)|(?:while|when|during|whilst)(?: \w+){0,4} (?:at|in) (?:school|nursery)|between (?:the )?school runs?|term time)\b"
)
_ALLOWS = re.compile(
    r"\bonly\b|\bjust (?:do|come|manage|make|free|mornings?|evenings?|weekends?|the (?:mornings?|evenings?|weekends?))\b|\b(?:im|am|are|were) (?:only |usually |mostly |just |always )?(?:free|off|available)\b|\bfree (?:on|in|at|most|every|all|mon|tue|wed|thu|fri|sat|sun|after|from|between|until|till|before|weekends|evenings|mornings)|"
    r"\b(?:can|could) (?:only |just |usually |really |probably )*(?:do|come|make|manage|get (?:there|out)|go|be there|fit)\b|\bavailable\b|\bdays? off\b|\bday off\b|"
    r"\b(?:has|have|ive|id have|needs?|must|got) (?:to )?be (?:back |home |on |in |at |the |a )*(?:mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening|night|week|day|after|before|between|during|from|when|while|school|by|for|late|early)|\bis all i can\b|^so (?:after|before|only|mornings?|evenings?|weekends?|from)\b|\b(?:mornings?|evenings?|afternoons?|weekends?|nights?) (?:is |are )?(?:good|best|fine|ok|suit)\b|\bcollege finish|\bno time\b.*\btill?\b|\bneeds? (?:something|somewhere|it)(?: \w+)? (?:in|on|after|at|during|between)\b|\bbest for me\b|\bsuits? me\b|\b(?:is|are) (?:good|best|fine|ok) for me\b|\bworks? (?:best )?for me\b|"
    r"\bfinish(?:ed)? (?:work )?(?:at|by)\b|\bfree\b"
)
_BLOCKS = re.compile(
    r"\b(?:dont do|(?:cant|couldnt|wont) (?:really |ever |always )?(?:do|make|come|go|get (?:out|there)|manage|be))\b|\bnot (?:on |in |at |of a |the |any |free )?(?:(?:mon|tues?|weds?|wednes|thurs?|fri|sat|satur|sun)(?:days?)?\b|morning|afternoon|evening|night|weekend|weekday|before|after|during|until|till|daytime)|"
    r"\bno (?:(?:mon|tues?|weds?|wednes|thurs?|fri|sat|satur|sun)(?:days?)?\b|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?)|\b(?:except|apart from|bar|but not|excluding|other than|any day but|every day but|anything but)\b|\bnever (?:free|available|around)\b|"
    r"\b(?:busy|not free|not available|unavailable|not around|not able|no good|(?:is|are) out|(?:is|are) no good|(?:is|are) bad|(?:im|am) (?:at|in|up at) (?:the )?(?:hospital|clinic|day centre|doctors|hospice)|have dialysis|dialysis|got dialysis|chemo)\b|\bdont (?:go out|like going out|want to be out) (?:at|after|in|of)\b|\bwont go out\b|\bisnt (?:any )?good\b"
)
_WORKS = re.compile(
    r"\b(?:i|we|im|still) (?:\w+ )?(?:work|works|working)\b|^(?:work|working)\b|\b(?:im|am) (?:in work|at work|working|at college|in college|at uni|in uni|at school|in school|on shift)\b|"
    r"\bmy (?:job|shifts?|hours|work) (?:is|are)\b|\bat work\b|\bin work\b|\bvolunteer (?:on|every)\b|\bcollege (?:on )?(?:mon|tue|wed|thu|fri)|\bjob (?:is )?\d"
)
_FULL_TIME = re.compile(
    r"\b(?:work|working|job) (?:\w+ )?(?:full[ -]time|9[- ](?:to[- ])?5|nine[- ]to[- ]five)\b|\bnine[- ]to[- ]five\b|\b9[- ](?:to[- ])?5(?:er)?\b|\bat work all day\b|\bin work all day\b|\bwork all day\b|\bwork (?:during|in) the day\b|\bwork days\b|\bfull[ -]time job\b"
)
_UNLIKE = re.compile(
    r"\b(?:used to|before i|died|since|last|born|funeral|happened|appointment|interview|tribunal|court|when i was|years?|was|were|met|nothing to do|lonely|worst|drag|hard|long|a job|job that|money|meter|payday|food|cupboards|toast)\b"
)
_OR_ELSE = re.compile(r"\bor i (?:cant|wont)\b.*")
""" "After five or I can't come" allows what it names."""
_NOT_BEFORE = re.compile(
    r"\b(?:not|no|nothing|never|nowhere|no good|cant do anything|cant do|cant come|cant get out|useless) (?:before|earlier than|till|until)\b(?= (?:about )?\d)"
)
_NOT_AFTER = re.compile(r"\b(?:not|no|nothing|never|cant do|cant come) (?:after|later than|past)\b(?= (?:about )?\d)")
_OF_MONEY = re.compile(r"\b(?:last me|money|payday|meter)\b")
_OF_ANOTHER = re.compile(r"\b(?:for (?:him|her|them)|(?:he|she|they) can)\b")
_NEW_CLAUSE = frozenset(["but", "so", "because", "except", "although", "though"])


@dataclass(frozen=True, slots=True)
class Limit:
    """When she is free as far as one clause says, and where its words stand."""

    week: Week
    first: int
    after: int


def limits_in(speech: Speech, owners: tuple[Person, ...], about: Person) -> list[Limit]:
    """What each clause leaves of the week."""
    limits: list[Limit] = []
    for clause in _clauses(speech):
        limit = _limit(speech, clause) if owners[clause[0]] in (about, NOBODY) else None
        if limit and limits and _adds(speech, clause):
            limits[-1] = Limit(added(limits[-1].week, limit.week), limits[-1].first, limit.after)
        elif limit:
            limits.append(limit)
    return limits


def _adds(speech: Speech, clause: Sequence[int]) -> bool:
    """ "Free from 3, and all weekend": what a clause adds to the one before, rather than narrows."""
    words = "".join(speech.pieces[place] for place in clause).strip()
    return speech.words[clause[0]] in {"and", "or", "n", "plus"} and _bare(words) and speech.marks[clause[0] - 1] == ","


def left_over(limits: Sequence[Limit]) -> tuple[FreeTime, ...]:
    """The week in which all limits hold; empty when there are none, or when nothing would be left."""
    return as_free_times(met(limit.week for limit in limits)) if limits else ()


def _clauses(speech: Speech) -> Iterator[list[int]]:
    """The places of each clause: up to a mark or a turn; a list of days goes on over its commas."""
    clause: list[int] = []
    for place, word in enumerate(speech.words):
        if (
            clause
            and (word in _NEW_CLAUSE or _gives_reason(speech, place))
            and not (word == "but" and _about_days(speech, place))
        ):
            yield clause
            clause = []
        clause.append(place)
        mark = speech.marks[place]
        if mark == "." or (mark == "," and not _lists(speech, place)):
            yield clause
            clause = []
    if clause:
        yield clause


def _gives_reason(speech: Speech, place: int) -> bool:
    """ "Only evenings as I work full time"."""
    return speech.words[place] in {"as", "since"} and speech.words[place + 1 : place + 2] in {("i",), ("im",), ("my",)}


def _about_days(speech: Speech, place: int) -> bool:
    """ "Any day but Friday"."""
    return (
        place + 1 < len(speech.words)
        and bool(days_named(speech.words[place + 1]))
        and speech.words[place - 1] in {"day", "time"}
    )


def _lists(speech: Speech, place: int) -> bool:
    return (
        place + 1 < len(speech.words)
        and is_day(speech.words[place])
        and (is_day(speech.words[place + 1]) or speech.words[place + 1] == "and")
    )


def _said(speech: Speech, clause: Sequence[int]) -> str:
    """The clause as text, "not before" said as "after" and the other way about."""
    words = _OR_ELSE.sub("", "".join(speech.pieces[place] for place in clause)).strip()
    return _NOT_AFTER.sub("before", _NOT_BEFORE.sub("after", words))


def _limit(speech: Speech, clause: Sequence[int]) -> Limit | None:
    words = _said(speech, clause)
    if not _HINT.search(words) or _OF_MONEY.search(words) or _OF_ANOTHER.search(words):
        return None
    works = _WORKS.search(words) is not None or _FULL_TIME.search(words) is not None
    if _UNLIKE.search(words) and not (works or re.search(r"\b(?:only|cant|free|available)\b", words)):
        return None
    blocks = _BLOCKS.search(words) is not None
    if not (works or blocks or _ALLOWS.search(words) or _bare(words)):
        return None
    week = _week_of(speech, clause, words, works=works, blocks=blocks)
    return Limit(week, clause[0], clause[-1] + 1) if week is not None else None


def _week_of(speech: Speech, clause: Sequence[int], words: str, *, works: bool, blocks: bool) -> Week | None:
    """What the clause leaves of the week: without what she works or cannot, or else what it allows."""
    named = _named(speech, clause, words)
    if not named and works and _FULL_TIME.search(words):
        named = {day: [OFFICE] for day in WORKING_WEEK}
    if not named:
        return None
    if works and not _ONLY_FREE.search(words):
        return without({day: [OFFICE] if spans == [WHOLE] else spans for day, spans in named.items()})
    return without(named) if blocks and not re.search(r"\bonly\b", words) else named


def _named(speech: Speech, clause: Sequence[int], words: str) -> Week:
    """The days and hours that a clause names; nothing where it names none."""
    week: Week = {day: [] for day in WEEK}
    for days, spans in _groups(speech, clause, clock_figures(words)):
        for day in days or WEEK:
            week[day] = joined([*week[day], *(spans or [WHOLE])])
    return {day: spans for day, spans in week.items() if spans}


def _groups(speech: Speech, clause: Sequence[int], text: str) -> list[tuple[tuple[str, ...], list[Span]]]:
    """Days with the hours said of them: "evenings and weekends" is two groups, and so is "after 3 and all weekend"."""
    words, marks = [speech.words[place] for place in clause], [speech.marks[place] for place in clause]
    days = days_in(words, marks)
    if _SCHOOL.search(text):
        return [(days or WORKING_WEEK, [SCHOOL])]
    hours = hours_in(words, text)
    if hours == [EVENING] and days == WEEKEND and _EVENINGS_AND_WEEKENDS.search(text):
        return [((), [EVENING]), (WEEKEND, [WHOLE])]
    if hours and set(days) > set(WEEKEND) and _ALL_WEEKEND.search(text):
        return [(tuple(day for day in days if day not in WEEKEND), hours), (WEEKEND, [WHOLE])]
    return [(days, hours)] if days or hours else []


_ONLY_FREE = re.compile(r"\b(?:only|just) (?:free|come|do|manage|make|go)\b|\bcan only\b")
_ALL_WEEKEND = re.compile(r"\b(?:all|at|and) (?:the )?w(?:ee)?k ?ends?\b")
_EVENINGS_AND_WEEKENDS = re.compile(
    r"evenings? (?:and|or|n|&|/) ?(?:at )?(?:the )?w(?:ee)?k ?ends?|"
    r"w(?:ee)?k ?ends? (?:and|or|n|&|/) ?(?:in )?(?:the )?(?:(?:weekday|week) )?evenings"
)
_HINT = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening|eves|night|week|wkend|day|school|after|before|until|till|work|nine|9|from|between|lunch|dinner|dark|term|half|back (?:by|for)|home (?:by|for))"
)
_BARE = re.compile(
    r"^(?:(?:only|please|ideally|preferably|evenings?|mornings?|afternoons?|weekends?|weekdays?|daytimes?|or|and|the|in|at|on|a|of|nights?|"
    r"mon\w*|tues?\w*|wednes\w*|thurs?\w*|fri\w*|satur\w*|sun\w*|school|hours|after|before|work|free|anytime|any|time|half|past|quarter|so|all|[\d.:]+(?:am|pm)?|till?|until|to|pm|am)[,.&/-]? ?)+$"
)


def _bare(words: str) -> bool:
    """ "Evenings or weekends please": nothing but times."""
    return _BARE.match(words) is not None and len(words.split()) > 1
