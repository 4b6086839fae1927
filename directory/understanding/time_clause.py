"""Reads one clause of a timetable (a line, or what stands between semicolons and full stops).

Hours go to the days before them ("Mon 10-12, Thu 2-4"), or to those after them when the clause begins with hours and
ends with days. Limits ("fortnightly", "term time") go to the days that follow at once, else to what stands before.
"""

import re
from dataclasses import replace

from directory.understanding.hours import Part
from directory.understanding.time_grammar import Days, Hours, Words, read_days, read_hours
from directory.understanding.time_tokens import Kind, Token
from directory.understanding.timetable import Line, Timetable, settle
from directory.understanding.validity import Limits, read_dates
from directory.understanding.weekdays import WEEK

_PARTS: dict[str, Part] = {
    "mo": "morning",
    "br": "morning",
    "am": "morning",
    "a.": "morning",
    "af": "afternoon",
}
_OF_THE_WHOLE = {Kind.TERM, Kind.SEASON, Kind.HOLIDAYS}
_HOURS = {Kind.CLOCK, Kind.ALL_HOURS}
_UNSURE_BEFORE_DAYS = {Kind.SOME, Kind.DEADLINE, Kind.STARTS, Kind.UNTIL, Kind.UNSURE}
_INTRODUCES_HOURS = {
    Kind.FROM, Kind.STARTS, Kind.DAYS, Kind.PART, Kind.COMMA, Kind.AND, Kind.MONTH, Kind.TERM, Kind.INTERVAL,
    Kind.DATE, Kind.OPEN, Kind.NEUTRAL, Kind.TO, Kind.WEEKS,
}  # fmt: skip
_BEFORE_CLOSING = {Kind.DAYS, Kind.COMMA, Kind.PART, Kind.OPEN, Kind.NEUTRAL}
_TO_RING = re.compile(
    r"contact|call|calls|ring|phone|phones|telephone|tel|email|enquiries|enquire|reception|office", re.I
)
_HAPPENS = re.compile(
    r"we|meets?|runs?|sessions?|groups?|clubs?|class(?:es)?|choir|drop-ins?|activit(?:y|ies)|courses?|workshops?|rehearsals?",
    re.I,
)
"""After the hours of the office, what begins those of what happens: "office Mon-Fri 9-5, club meets Saturday 2-4"."""
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)", re.I)
_MOST_WORDS = 12
_MOST_WORDS_BEFORE_BARE_HOURS = 4
_MOST_WORDS_BETWEEN_SESSIONS = 3


class Clause:
    """One clause on its way into a timetable."""

    def __init__(self, timetable: Timetable, clause: list[Token]) -> None:
        kinds = [token.kind for token in clause]
        self.timetable = timetable
        self.words = Words(clause)
        self.wordy = kinds.count(Kind.WORD)
        self.monthly = Kind.MONTH in kinds
        self.hours_first = _hours_first(kinds)
        self.lines: list[Line] = []
        self.pending: list[tuple[Hours, Part | None]] = []
        self.next_limits = Limits()
        self.part: Part | None = None
        self.to_ring = False
        self.words_read = 0
        self.since = 0
        """Words read since the last days or hours."""
        self.ring_next = False
        """Whether one of them is of ringing: then the next hours are the telephone's."""
        self.negative = 0
        """For how many more words a "not" holds."""

    def read(self) -> None:
        """Adds what the clause says to the timetable."""
        while self.words.kind() is not None:
            if not (self._dates() or self._days() or self._hours()):
                self._binding_word()
        self._hand_over()

    def _dates(self) -> bool:
        found = read_dates(self.words)
        if found is None:
            return False
        if found.event:
            self._begin(Days(certain=True), found)
        else:
            self._limit(found)
        return True

    def _days(self) -> bool:
        before = self.words.kind(-1)
        night_through = before is Kind.TO and self.words.kind(-2) in _HOURS
        days = read_days(self.words)
        if days is None:
            return False
        if self.negative or before in {Kind.EXCEPT, Kind.CLOSED}:
            days = self._closed_on(days)
        if night_through and self.lines:
            self.lines[-1].limits.unsure = True
        if days.names:
            unsure = before in _UNSURE_BEFORE_DAYS or (night_through and not self.hours_first)
            self._begin(*self._every_nth(days, Limits(unsure=unsure)))
        return True

    def _every_nth(self, days: Days, limits: Limits) -> tuple[Days, Limits]:
        """ "Every 2nd Tuesday" without a month: every other one, and nobody can tell which.

        Who means the second of the month is still told to ask before she goes. "Every 3rd" is not sure at all.
        """
        if days.every_nth == 1 or self.monthly:
            return days, limits
        if days.every_nth == 2 and len(days.names) == 1:
            return Days([days.names[0][-2:]], certain=True), replace(limits, interval=2)
        return days, replace(limits, unsure=True)

    def _closed_on(self, days: Days) -> Days:
        """Closes those days; "not Weds, Thurs 2-4" leaves Thursday open."""
        self.negative = 0
        if self.lines and any(day not in WEEK for day in days.names):
            # "Sundays except the 5th": it is not known here on which it is.
            self.lines[-1].limits.unsure = True
        last_is_open = self.words.kind() in _HOURS and len(days.names) > 1
        self.timetable.closed.update(days.names[:-1] if last_is_open else days.names)
        return Days(days.names[-1:] if last_is_open else [], certain=True)

    def _begin(self, days: Days, limits: Limits) -> None:
        line = Line(days, limits.with_also(self.next_limits), introduced=self.words_read > 0, to_ring=self.to_ring)
        line.follows_on = bool(self.lines and self.since == 0 and self.next_limits.interval > 1)
        self.next_limits = Limits()
        self.lines.append(line)
        self._begin_counting()
        if self.hours_first:
            line.hours += [hours.between(part) for hours, part in self.pending]
            self.pending = []

    def _hours(self) -> bool:
        start, before = self.words.place, self.words.kind(-1)
        hours = read_hours(self.words)
        if hours is None:
            return False
        self._part()
        dangling_end = hours.opens is None and not hours.all_day and before not in _BEFORE_CLOSING
        if not dangling_end and self._believable(hours, start):
            self._place(hours, before)
        self._begin_counting()
        self.part = None
        return True

    def _begin_counting(self) -> None:
        self.since, self.ring_next = 0, False

    def _believable(self, hours: Hours, start: int) -> bool:
        """A number alone is a time only after "at" or "from"; two numbers only near a day."""
        if self.since > (_MOST_WORDS_BEFORE_BARE_HOURS if hours.bare else _MOST_WORDS):
            return False
        if hours.opens and not hours.closes and not hours.opens.sure and not hours.until_late:
            if start == 0 and self.hours_first and not hours.bare:
                return True
            introduced = {Kind.FROM, Kind.STARTS} if hours.bare else _INTRODUCES_HOURS
            before = self.words.kind(start - self.words.place - 1)
            return self.words.tokens[start].kind is Kind.FROM or before in introduced
        return True

    def _place(self, hours: Hours, before: Kind | None) -> None:
        if before in {Kind.ASIDE, Kind.DEADLINE, Kind.SOME}:
            return
        if before is Kind.CLOSED or self.negative:
            if self.lines:
                self.lines[-1].closed_between.append(hours.between(self.part))
        elif self.hours_first or not self.lines:
            self.pending.append((hours, self.part))
        elif not self.lines[-1].hours or self._another_session(hours, before):
            self.lines[-1].hours.append(hours.between(self.part))

    def _another_session(self, hours: Hours, before: Kind | None) -> bool:
        """Whether a second time on the same days is another session: "10-12 and 2-4", "6-7pm young, 7-8pm old"."""
        listed = hours.closes is not None or before in {Kind.AND, Kind.COMMA}
        if self.since == 0:
            return hours.opens is not None and listed
        return self.since <= _MOST_WORDS_BETWEEN_SESSIONS and not self.ring_next and self._follows(hours)

    def _follows(self, hours: Hours) -> bool:
        """Whether it begins and ends, surely, and begins when the last one has ended."""
        if hours.bare or hours.opens is None or hours.closes is None:
            return False
        ended, begins = self.lines[-1].hours[-1][1], hours.between(self.part)[0]
        return ended is not None and begins is not None and ended <= begins

    def _part(self) -> bool:
        token = self.words.take(Kind.PART)
        if token is None:
            return False
        word = token.text.lower().split()[-1]
        self.part = "afternoon" if word.startswith("p") else _PARTS.get(word[:2], "evening")
        return True

    def _binding_word(self) -> None:
        self.negative = max(0, self.negative - 1)
        if self._part():
            return
        token = self.words.tokens[self.words.place]
        self.words.place += 1
        if self.to_ring and self.lines and _HAPPENS.fullmatch(token.text):
            self.to_ring = False
        if token.kind is Kind.WORD:
            self._word(token)
        elif token.kind is Kind.CLOSED:
            self._closed()
        elif token.kind is Kind.EXCEPT:
            self.negative = 4
        elif token.kind is Kind.OPEN:
            self.negative = 0
        elif token.kind is Kind.ORDINAL:
            self._numbered(token)
        else:
            self._limit(Limits.of(token.kind, token.text), token.kind)

    def _word(self, token: Token) -> None:
        self.since += 1
        self.words_read += 1
        rings = _TO_RING.fullmatch(token.text) is not None
        self.to_ring |= rings and not self.lines
        self.ring_next |= rings
        self._numbered(token)

    def _numbered(self, token: Token) -> None:
        """ "Tuesday 12th" is a date without its month, "Weds 2-4 (2nd & 4th)" a day of the month: neither is weekly."""
        after, before = self.words.kind(), self.words.kind(-2)
        listed = token.kind is Kind.ORDINAL and after in {None, Kind.AND, Kind.COMMA, Kind.ORDINAL}
        if self.lines and _NUMBERED.fullmatch(token.text) and (listed or before is Kind.DAYS):
            self.lines[-1].limits.unsure = True

    def _closed(self) -> None:
        """ "Sun closed" closes the days before it, "closed Mondays" and "Mon-Sat (closed Weds)" those after it."""
        just_named = self.words.kind(-2) in {Kind.DAYS, Kind.COMMA, Kind.TO, Kind.PART}
        opens_bracket = self.words.place > 1 and self.words.tokens[self.words.place - 2].text == "("
        in_brackets = opens_bracket and self.words.kind() is Kind.DAYS
        if self.lines and not self.lines[-1].hours and just_named and not in_brackets:
            self.timetable.closed.update(self.lines.pop().days.names)
        else:
            self.negative = 3

    def _limit(self, limits: Limits, kind: Kind | None = None) -> None:
        if limits == Limits():
            return
        if self._days_follow() or not self.lines:
            self.next_limits = self.next_limits.with_also(limits)
        elif kind in _OF_THE_WHOLE and Kind.DAYS not in (token.kind for token in self.words.rest):
            for line in self.lines:
                line.limits = line.limits.with_also(limits)
        elif not (limits.appointment and self.lines[-1].hours):
            self.lines[-1].limits = self.lines[-1].limits.with_also(limits)

    def _days_follow(self) -> bool:
        following = next((token.kind for token in self.words.rest if token.kind is not Kind.NEUTRAL), None)
        return following in {Kind.DAYS, Kind.ORDINAL, Kind.EVERY}

    def _hand_over(self) -> None:
        hours = [spoken.between(part) for spoken, part in self.pending]
        if not self.lines and (days := self.next_limits.days_of_course() or self._always()):
            self.lines = [Line(Days(days, certain=True), self.next_limits, hours, to_ring=self.to_ring)]
            hours = []
        if self.lines:
            settle(self.lines, unplaced=bool(hours), words=self.wordy)
            self.timetable.add_lines(self.lines)
        elif hours:
            self.timetable.add_hours(hours, self.next_limits, self.wordy)
        else:
            self.timetable.add_limits(self.next_limits, self.wordy)

    def _always(self) -> list[str]:
        """ "24/7", "24 hour helpline": every day, when nothing says which."""
        always = len(self.pending) == 1 and self.pending[0][0].all_day and self.wordy <= 6
        return list(WEEK) if always else []


def _hours_first(kinds: list[Kind]) -> bool:
    """Whether hours come before their days: the clause begins with hours and ends with days."""
    order = [kind in _HOURS for kind in kinds if kind in {*_HOURS, Kind.DAYS, Kind.DATE}]
    return bool(order) and order[0] and not order[-1]
