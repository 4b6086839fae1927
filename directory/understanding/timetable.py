"""A timetable while it is being read: its lines, the days on which it is closed, and what waits for the next clause.

A clause of hours alone completes the days before it, or waits for the days that follow; one of limits alone ("term
time only") limits every line.
"""

from dataclasses import dataclass, field
from datetime import time

from directory.understanding.time_grammar import Days
from directory.understanding.validity import Limits

OpenHours = tuple[time | None, time | None]
_FEW_WORDS = 3


@dataclass
class Line:
    """Days, or single dates, with their hours and limits."""

    days: Days
    limits: Limits = field(default_factory=Limits)
    hours: list[OpenHours] = field(default_factory=list)
    closed_between: list[OpenHours] = field(default_factory=list)
    to_ring: bool = False
    """Hours of the telephone or the office, not of what happens."""


class Timetable:
    """The lines in the order of the text."""

    def __init__(self) -> None:
        self.closed: set[str] = set()
        self.limits = Limits()
        self._lines: list[Line] = []
        self._waiting: list[OpenHours] = []

    @property
    def lines(self) -> list[Line]:
        """Without the hours of the telephone, where the text tells both."""
        happening = [line for line in self._lines if not line.to_ring]
        return happening or self._lines

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
