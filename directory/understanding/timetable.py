"""A timetable while it is being read: its lines, the days on which it is closed, and what waits for the next clause.

A clause of hours alone completes the days before it, or waits for the days that follow; one of limits alone ("term
time only") limits every line.
"""

from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise

from directory.understanding.time_grammar import Days
from directory.understanding.validity import Limits
from directory.understanding.weekdays import WEEK

OpenHours = tuple[time | None, time | None]
_FEW_WORDS = 3
_MANY_WORDS = 15


@dataclass
class Line:
    """Days, or single dates, with their hours and limits."""

    days: Days
    limits: Limits = field(default_factory=Limits)
    hours: list[OpenHours] = field(default_factory=list)
    closed_between: list[OpenHours] = field(default_factory=list)
    introduced: bool = False
    """Words stand before the days in the clause: "nurse on Tuesdays" tells no timetable in a long text."""
    follows_on: bool = False
    """It stands beside the days before it, and the hours are those of both: "Tuesdays and every other Saturday 10-12"."""
    to_ring: bool = False
    """Hours of the telephone or the office, not of what happens."""


class Timetable:
    """The lines in the order of the text."""

    def __init__(self) -> None:
        self.closed: set[str] = set()
        self.limits = Limits()
        self._lines: list[Line] = []
        self._waiting: list[OpenHours] = []

    def lines(self, words: int) -> list[Line]:
        """Those that are to be believed in a text of so many other words.

        Without the hours of the telephone where the text tells both, and without the days that running text mentions.
        """
        happening = [line for line in self._lines if not line.to_ring] or self._lines
        fewest = {True: _FEW_WORDS, False: _MANY_WORDS}
        return [line for line in happening if line.hours or line.limits.dates or words <= fewest[line.introduced]]

    def add_lines(self, lines: list[Line]) -> None:
        """What a clause with days says."""
        if not lines[0].hours:
            lines[0].hours += self._waiting
        self._waiting = []
        self._lines += lines

    def add_hours(self, hours: list[OpenHours], limits: Limits, words: int) -> None:
        """Hours of a clause that names no days; the more other words it has, the less they are trusted."""
        if limits.unsure:
            return
        hours = [pair for pair in hours if pair[0] and (pair[1] or not words)]
        if not self._lines:
            self._waiting = hours if words <= _FEW_WORDS else []
        elif not self._lines[-1].hours:
            self._lines[-1].hours += hours[:1] if words else hours
            self._lines[-1].limits = self._lines[-1].limits.with_also(limits)
        elif not words:
            self._lines[-1].hours += [pair for pair in hours if pair[1]]

    def add_limits(self, limits: Limits, words: int) -> None:
        """Limits of a clause that says nothing else."""
        if words < _FEW_WORDS:
            self.limits = self.limits.with_also(limits)


def settle(lines: list[Line], *, unplaced: bool, words: int) -> None:
    """Marks as unsure the lines that their whole clause shows to be so; `unplaced`: some hours found no days."""
    _join_dates_to_their_weekday(lines)
    for before, line in pairwise(lines):
        if line.follows_on and not before.hours:
            before.hours = list(line.hours)
    for line in lines:
        line.limits.unsure |= line.limits.alternate and len(line.days.names) > 1
        line.limits.unsure |= not line.hours and not line.days.certain and words > 0
    lines[0].limits.unsure |= unplaced


def _join_dates_to_their_weekday(lines: list[Line]) -> None:
    """ "Tuesday 10am, 1 December 2026": the weekday and its hours are the date's."""
    for before, line in pairwise(lines):
        if line.limits.event and not line.hours and not before.days.certain:
            line.hours, before.limits.unsure = before.hours, True
            named = before.days.names
            line.limits.unsure |= any([WEEK[day.weekday()]] != named for day in line.limits.dates)
