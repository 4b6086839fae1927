"""When she could come: "only evenings", "I work nine to five weekdays", "not Mondays", "school hours", "after 4".

Each clause that limits her times either allows some or blocks some; what is left of the week is when she is free.
Clauses that only speak of a time ("lonely at weekends", "the Tuesday group") limit nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from directory.understanding.spoken_numbers import NUMBER_WORDS, clock_figures
from directory.understanding.weekdays import WEEK, WEEKEND, WORKING_WEEK, days_from, days_named
from recommender.told.persons import NOBODY, Person
from recommender.told.speech import Speech
from recommender.told.told import FreeTime

Span = tuple[int, int]
"""Minutes of a day, from and until."""

WHOLE = (6 * 60, 23 * 60)
MORNING, AFTERNOON, EVENING = (6 * 60, 12 * 60), (12 * 60, 17 * 60), (17 * 60, 23 * 60)
OFFICE = (9 * 60, 17 * 60)
SCHOOL = (9 * 60, 15 * 60)
DAYTIME = (6 * 60, 17 * 60)
PARTS: dict[str, Span] = {
    **dict.fromkeys(("morning", "mornings"), MORNING),
    **dict.fromkeys(("afternoon", "afternoons"), AFTERNOON),
    **dict.fromkeys(("evening", "evenings", "eves", "nights", "night", "evenin"), EVENING),
    **dict.fromkeys(("daytime", "daytimes"), DAYTIME),
    **dict.fromkeys(("dinnertime", "lunchtime", "lunchtimes", "dinnertimes"), (12 * 60, 14 * 60)),
}
_PARTS_OF_TWO = {
    "day time": DAYTIME,
    "the day": DAYTIME,
    "lunch time": (12 * 60, 14 * 60),
    "the dark": EVENING,
    "after dark": EVENING,
}
_DAY_WORDS = frozenset("weekday weekdays weekend weekends wkend wkends".split())
_SCHOOL = re.compile(
    r"\b(?:school (?:hours|time|day|run hours)|(?:while|when|during|whilst)(?: \w+){0,4} (?:at|in) (?:school|nursery)|between (?:the )?school runs?|term time)\b"
)
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(am|pm)?")
_ALLOWS = re.compile(
    r"\bonly\b|\bjust (?:do|come|manage|make|free|mornings?|evenings?|weekends?|the (?:mornings?|evenings?|weekends?))\b|\b(?:im|am|are|were) (?:only |usually |mostly |just |always )?(?:free|off|available)\b|\bfree (?:on|in|at|most|every|all|mon|tue|wed|thu|fri|sat|sun|after|from|between|until|till|before|weekends|evenings|mornings)|"
    r"\b(?:can|could) (?:only |just |usually |really |probably )*(?:do|come|make|manage|get (?:there|out)|go|be there|fit)\b|\bavailable\b|\bdays? off\b|\bday off\b|"
    r"\b(?:has|have|needs?|must|got) (?:to )?be (?:back |home |on |in |at |the |a )*(?:mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening|night|week|day|after|before|between|during|from|when|while|school|by|for|late|early)|\bis all i can\b|^so (?:after|before|only|mornings?|evenings?|weekends?|from)\b|\b(?:mornings?|evenings?|afternoons?|weekends?|nights?) (?:is |are )?(?:good|best|fine|ok|suit)\b|\bcollege finish|\bno time\b.*\btill?\b|\bneeds? (?:something|somewhere|it)(?: \w+)? (?:in|on|after|at|during|between)\b|\bbest for me\b|\bsuits? me\b|\b(?:is|are) (?:good|best|fine|ok) for me\b|\bworks? (?:best )?for me\b|"
    r"\bfinish(?:ed)? (?:work )?(?:at|by)\b|\bfree\b"
)
_BLOCKS = re.compile(
    r"\b(?:dont do|(?:cant|couldnt|wont) (?:really |ever |always )?(?:do|make|come|go|get (?:out|there)|manage|be))\b|\bnot (?:on |in |at |of a |the |any |free )?(?:(?:mon|tues?|weds?|wednes|thurs?|fri|sat|satur|sun)(?:days?)?\b|morning|afternoon|evening|night|weekend|weekday|before|after|during|until|till|daytime)|"
    r"\bno (?:(?:mon|tues?|weds?|wednes|thurs?|fri|sat|satur|sun)(?:days?)?\b|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?)|\b(?:except|apart from|bar|but not|excluding|other than|any day but|every day but|anything but)\b|\bnever (?:free )?(?:on )?\b|"
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
_OF_MONEY = re.compile(r"\b(?:last me|fiver|tenner|quid|pounds|money|payday|meter)\b|£")
_NEW_CLAUSE = frozenset(["but", "so", "because", "except", "although", "though"])


@dataclass(frozen=True, slots=True)
class Limit:
    """When she is free as far as one clause says, and where its words stand."""

    week: dict[str, list[Span]]
    first: int
    after: int


def limits_in(speech: Speech, owners: tuple[Person, ...], about: Person) -> list[Limit]:
    """What each clause leaves of the week."""
    limits: list[Limit] = []
    for clause in _clauses(speech):
        limit = _limit(speech, clause) if owners[clause[0]] in (about, NOBODY) else None
        if limit and limits and _adds(speech, clause):
            limits[-1] = _either(limits[-1], limit)
        elif limit:
            limits.append(limit)
    return limits


def _adds(speech: Speech, clause: Sequence[int]) -> bool:
    """ "Free from 3, and all weekend": what a clause adds to the one before, rather than narrows."""
    words = "".join(speech.pieces[place] for place in clause).strip()
    return speech.words[clause[0]] in {"and", "or", "n", "plus"} and _bare(words) and speech.marks[clause[0] - 1] == ","


def _either(some: Limit, other: Limit) -> Limit:
    week = {day: _joined([*some.week.get(day, []), *other.week.get(day, [])]) for day in WEEK}
    return Limit(week, some.first, other.after)


def left_over(limits: Sequence[Limit]) -> tuple[FreeTime, ...]:
    """The week in which all limits hold; empty when there are none, or when nothing would be left."""
    week = {day: [WHOLE] for day in WEEK}
    for limit in limits:
        week = {day: _both(spans, limit.week.get(day, [])) for day, spans in week.items()}
    free = [(day, _clock(span[0]), _clock(span[1])) for day in WEEK for span in week[day]]
    return tuple(free) if limits else ()


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
        and _is_day(speech.words[place])
        and (_is_day(speech.words[place + 1]) or speech.words[place + 1] == "and")
    )


def _is_day(word: str) -> bool:
    return len(word) > 2 and word not in _ORDINARY and bool(days_named(word))


_ORDINARY = frozenset(["daily", "everyday", "sat", "sun", "wed", "mon"])


def _said(speech: Speech, clause: Sequence[int]) -> str:
    """The clause as text, "not before" said as "after" and the other way about."""
    words = _OR_ELSE.sub("", "".join(speech.pieces[place] for place in clause)).strip()
    return _NOT_AFTER.sub("before", _NOT_BEFORE.sub("after", words))


def _limit(speech: Speech, clause: Sequence[int]) -> Limit | None:
    words = _said(speech, clause)
    if not _HINT.search(words):
        return None
    works = _WORKS.search(words) is not None or _FULL_TIME.search(words) is not None
    blocks = _BLOCKS.search(words) is not None or works
    allows = _ALLOWS.search(words) is not None or _bare(words)
    if _OF_MONEY.search(words):
        return None
    if _UNLIKE.search(words) and not (works or re.search(r"\b(?:only|cant|free|available)\b", words)):
        return None
    if not blocks and not allows:
        return None
    read = _Time(speech, clause).read()
    if read is None and works and _FULL_TIME.search(words):
        read = {day: [OFFICE] for day in WORKING_WEEK}
    if read is None:
        return None
    if works and not re.search(r"\b(?:only|just) (?:free|come|do|manage|make|go)\b|\bcan only\b", words):
        read = {day: [OFFICE] if spans == [WHOLE] else spans for day, spans in read.items()}
        return Limit(_without(read), clause[0], clause[-1] + 1)
    if _BLOCKS.search(words) and not re.search(r"\bonly\b", words):
        return Limit(_without(read), clause[0], clause[-1] + 1)
    return Limit(read, clause[0], clause[-1] + 1)


_HINT = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening|eves|night|week|wkend|day|school|after|before|until|till|work|nine|9|from|between|lunch|dinner|dark|term|half|back (?:by|for)|home (?:by|for))"
)
_BARE = re.compile(
    r"^(?:(?:only|please|ideally|preferably|evenings?|mornings?|afternoons?|weekends?|weekdays?|daytimes?|or|and|the|in|at|on|a|of|nights?|"
    r"mon\w*|tues?\w*|wednes\w*|thurs?\w*|fri\w*|satur\w*|sun\w*|school|hours|after|before|work|free|anytime|any|time|half|past|quarter|so|all|[\d.:]+(?:am|pm)?|till?|until|to|pm|am)[,.&/-]? ?)+$"
)


def _bare(words: str) -> bool:
    """ "Evenings or weekends please": nothing but times."""
    return _BARE.match(words) is not None and len(words.split()) > 1 and "only" not in words.split()[:0]


class _Time:
    """The days and hours that one clause names."""

    def __init__(self, speech: Speech, clause: Sequence[int]) -> None:
        self.words = [speech.words[place] for place in clause]
        self.marks = [speech.marks[place] for place in clause]
        self.text = clock_figures(_said(speech, clause))

    def read(self) -> dict[str, list[Span]] | None:
        groups = self._groups()
        if not groups:
            return None
        week: dict[str, list[Span]] = {day: [] for day in WEEK}
        for days, spans in groups:
            for day in days or WEEK:
                week[day] = _joined([*week[day], *(spans or [WHOLE])])
        return {day: spans for day, spans in week.items() if spans}

    def _groups(self) -> list[tuple[tuple[str, ...], list[Span]]]:
        """Days with the hours said of them: "weekday evenings and weekends" is two groups."""
        if _SCHOOL.search(self.text):
            return [(self._days() or WORKING_WEEK, [SCHOOL])]
        hours, days = self._hours(), self._days()
        if "evening" in self.text and any(day in self.text for day in ("weekend", "wkend")) and len(days) == 2:
            between = re.search(r"evenings? (?:and|or|n|&|/) ?(?:at )?(?:the )?(?:w(?:ee)?k ?ends?)", self.text)
            behind = re.search(
                r"w(?:ee)?k ?ends? (?:and|or|n|&|/) ?(?:in )?(?:the )?(?:(?P<week>weekday|week) )?evenings", self.text
            )
            if between or behind:
                return [((), [EVENING]), (WEEKEND, [WHOLE])]
        if not days and not hours:
            return []
        if (
            hours
            and re.search(r"\b(?:all|at|and) (?:the )?w(?:ee)?k ?ends?\b", self.text)
            and set(days) > set(WEEKEND) | {"MO"}
        ):
            return [(tuple(day for day in days if day not in WEEKEND), hours), (WEEKEND, [WHOLE])]
        return [(days, hours)]

    def _days(self) -> tuple[str, ...]:
        found: list[str] = []
        place = 0
        while place < len(self.words):
            named = (
                days_named(self.words[place])
                if self.words[place] not in {"sat", "sun", "daily", "everyday"} or self._sure(place)
                else ()
            )
            if (
                named
                and place + 2 < len(self.words)
                and self.words[place + 1] in {"to", "till", "until", "through", "til"}
            ):
                until = days_named(self.words[place + 2])
                if until and len(named) == 1:
                    found.extend(days_from(named[0], until[-1]))
                    place += 3
                    continue
            if named and place + 1 < len(self.words) and self.marks[place] == "-" and days_named(self.words[place + 1]):
                found.extend(days_from(named[0], days_named(self.words[place + 1])[-1]))
                place += 2
                continue
            found.extend(named if len(self.words[place]) > 2 else ())
            place += 1
        if not found and re.search(r"\bthe week\b|\bin the week\b|\bweek days?\b|\bmidweek\b", self.text):
            return WORKING_WEEK
        return tuple(dict.fromkeys(found))

    def _sure(self, place: int) -> bool:
        """ "Sat" and "sun" are days beside others."""
        near = self.words[max(0, place - 2) : place] + self.words[place + 1 : place + 3]
        return any(len(word) > 2 and word not in {"sat", "sun"} and days_named(word) for word in near) or {
            "sat",
            "sun",
        } <= {*near, self.words[place]}

    def _hours(self) -> list[Span]:
        spans: list[Span] = []
        for place, word in enumerate(self.words):
            if word in PARTS and not (
                word == "night" and place and self.words[place - 1] in {"last", "every", "all", "one", "quiz", "good"}
            ):
                spans.append(PARTS[word])
        spans.extend(span for said, span in _PARTS_OF_TWO.items() if re.search(rf"\b{said}\b", self.text))
        clocked = self._clocked()
        return clocked or _joined(spans)

    def _clocked(self) -> list[Span]:
        pair = re.search(r"(?:\bfrom |\bbetween |\b)(\w[\w.:]*)(?:-| (?:to|till?|until|and|-) )(\w[\w.:]*)", self.text)
        for pair in re.finditer(r"\b(\w[\w.:]*)(?:- ?| (?:to|till?|until|and) )(?=(\w[\w.:]*))", self.text):
            opens, closes = _minutes(pair[1]), _minutes(pair[2])
            if opens is not None and closes is not None and self._is_clock_pair(pair):
                opens, closes = _in_order(opens, closes, pair[1], pair[2])
                if opens < closes:
                    return [(opens, closes)]
        if own := re.search(r"\bno time\b.*\b(?:till?|until) (?:about |after )?(\w[\w.:]*)", self.text):
            minutes = _afternoon(own[1])
            return [(minutes, WHOLE[1])] if minutes is not None else []
        after = re.search(
            r"\b(?:after|from|past|not before|no earlier than|before i can|till|until|finish(?: work)?(?: at)?|finish by) (?:about |around |at least |work at |half )?(\w[\w.:]*)",
            self.text,
        )
        if after and "after work" in self.text:
            return [EVENING]
        early = re.search(
            r"\b(before|by|back for|home for|until|till|til|up to) (?:about |around )?(\w[\w.:]*)", self.text
        )
        if re.search(r"\b(?:finish|work|dont finish|cant|working)\b", self.text) and (
            until := re.search(
                r"\b(?:finish(?: work)?(?: at| till| until)?|till?|until|before) (?:about |around )?(\w[\w.:]*)",
                self.text,
            )
        ):
            minutes = _afternoon(until[1])
            if minutes is not None:
                if re.search(r"\bfinish\b", self.text):
                    return (
                        [(minutes, WHOLE[1])]
                        if not re.search(r"\b(?:work|dont|not)\b", self.text)
                        else [(WHOLE[0], minutes)]
                    )
                morning = _minutes(until[1]) or 0
                return [
                    (WHOLE[0], morning if re.search(r"\b(?:before)\b", self.text) and morning >= 7 * 60 else minutes)
                ]
        if after and after[0].split()[0] not in {"till", "until"}:
            minutes = _afternoon(after[1])
            if minutes is not None:
                return [(minutes, WHOLE[1])]
        if early:
            minutes = _afternoon(early[2])
            if minutes is not None:
                return [(WHOLE[0], minutes)]
        return []

    def _is_clock_pair(self, pair: re.Match[str]) -> bool:
        """ "9 to 5", "between 10 and 2": two bare numbers joined by "and" need a "between"."""
        if " and " in pair[0] and not re.search(r"\bbetween $", self.text[: pair.start()]):
            return False
        return not re.match(
            r"\w[\w.:]* (?:miles|quid|pounds|minutes|mins|weeks|kids|years|days)", self.text[pair.end() :]
        )


def _minutes(word: str) -> int | None:
    """A time of day in minutes, as it is said: "9", "9.30", "4pm", "nine"."""
    word = word.rstrip(".:")
    if word in NUMBER_WORDS and NUMBER_WORDS[word] <= 12:
        return NUMBER_WORDS[word] * 60
    if word in {"noon", "midday", "dinnertime", "lunchtime"}:
        return 12 * 60
    found = _CLOCK.fullmatch(word)
    if not found or int(found[1]) > 24:
        return None
    hour = int(found[1]) % 12 + 12 if found[3] == "pm" else int(found[1])
    return hour * 60 + int(found[2] or 0)


def _afternoon(word: str) -> int | None:
    """One time alone: small hours are of the afternoon; from 7 on, of the morning only where "am" says so or below noon."""
    minutes = _minutes(word)
    if minutes is None or minutes == 0:
        return None
    return minutes + 12 * 60 if minutes < 8 * 60 and not word.endswith("am") else minutes


def _in_order(opens: int, closes: int, first: str, last: str) -> tuple[int, int]:
    if last.endswith("pm") and not first.endswith(("am", "pm")) and opens + 720 < closes:
        opens += 720
    if opens < 7 * 60 and not first.endswith("am"):
        opens += 720
    if closes <= opens and not last.endswith("am"):
        closes += 720
    return opens, closes


def _without(blocked: dict[str, list[Span]]) -> dict[str, list[Span]]:
    week = {}
    for day in WEEK:
        spans = [WHOLE]
        for first, last in blocked.get(day, []):
            spans = [
                part
                for begins, ends in spans
                for part in ((begins, min(ends, first)), (max(begins, last), ends))
                if part[0] < part[1]
            ]
        week[day] = spans
    return week


def _both(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    met = [(max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others]
    return [span for span in met if span[0] < span[1]]


def _joined(spans: Sequence[Span]) -> list[Span]:
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span[0] <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], span[1]))
        else:
            whole.append(span)
    return whole


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
