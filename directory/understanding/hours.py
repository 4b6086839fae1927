"""Times of day as people write them, and the half of the day that they mean.

The rules where nothing says am or pm, in this order:

1. Twenty-four hour writing ("09:00", "1330", "13.00") is taken as it stands.
2. One end that says am or pm tells the other: the latest start before it, the earliest end after it
   ("10-12pm", "9-5pm", "10am-2").
3. Hours 1 to 6 are in the afternoon, 8 to 11 in the morning, 12 is noon. "Evening" or "morning" beside them overrules.
4. What could honestly be either is nothing: "7-9" (breakfast or evening), "6-12", and "12am" in daylight.
"""

import re
from dataclasses import dataclass
from datetime import time
from typing import Literal

Part = Literal["morning", "afternoon", "evening"]
DAY = 24 * 60
HALF = 12 * 60

_SPOKEN = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.]|(?<=\d\d)(?=\d\d))(?P<minute>\d\d))?(?::\d\d)?\s*"
    r"(?:(?P<half>[ap])\.?\s?m\b\.?|(?P<named>noon|midday|midnight)|(?P<clock>hrs?|hours|h)\b|o'?clock)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clock:
    """One time as written: minutes from midnight, and whether the writer said which half of the day."""

    minutes: int
    sure: bool
    """True for am, pm, noon, midnight and twenty-four hour writing."""
    bare: bool
    """True for a number that need not be a time at all: "10"."""
    doubtful: bool = False
    """True for "12am", which many write for noon, and for "02:00", which a spreadsheet makes of 2pm."""
    twenty_four: bool = False
    """True for twenty-four hour writing: the other end is then written so too."""


def clock_written(words: str) -> Clock | None:
    """The time that `words` say, None when they are no time of day."""
    words = words.strip().lower()
    if words in {"noon", "midday", "12 noon", "12 midday", "12noon", "12midday"}:
        return Clock(HALF, sure=True, bare=False)
    if words in {"midnight", "12 midnight", "12midnight"}:
        return Clock(DAY, sure=True, bare=False)
    found = _SPOKEN.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return _in_half(found, hour, minute)


def _in_half(found: re.Match[str], hour: int, minute: int) -> Clock | None:
    if found["half"]:
        if not 1 <= hour <= 12:
            return Clock(hour * 60 + minute, sure=True, bare=False) if 13 <= hour <= 23 else None
        late = HALF if found["half"] == "p" else 0
        return Clock(hour % 12 * 60 + minute + late, sure=True, bare=False, doubtful=hour == 12 and late == 0)
    written = found["hour"]
    four_figures = found["minute"] is not None and re.match(r"\d{4}", found.group()) is not None
    morning_figure = written.startswith("0") and (hour >= 6 or four_figures)
    if written == "0":
        return None
    sure = hour > 12 or written == "00" or morning_figure or (four_figures and hour >= 6)
    if written.startswith("0") and 1 <= hour < 6 and not sure:
        return Clock(hour * 60 + minute, sure=False, bare=False, doubtful=True)
    bare = found["minute"] is None and not found["clock"]
    return Clock(hour * 60 + minute, sure=sure, bare=bare, twenty_four=hour > 12 or written == "00")


def hours_between(start: Clock, end: Clock, part: Part | None = None) -> tuple[time, time] | None:
    """Opening and closing time, the closing after midnight where it is earlier; None when unsure."""
    opens, closes = _both(start, end, part)
    if opens is None or closes is None or opens == closes % DAY:
        return None
    return _time(opens), _time(closes)


def opening(start: Clock, part: Part | None = None) -> time | None:
    """The time that stands alone ("at 2", "7pm"), None when it could be either half of the day."""
    if start.doubtful:
        return None
    if start.sure:
        return _time(start.minutes)
    guessed = _guess(start.minutes, part)
    return None if guessed is None else _time(guessed)


def _both(start: Clock, end: Clock, part: Part | None) -> tuple[int | None, int | None]:
    if start.sure and end.sure:
        return _sure_pair(start, end)
    if start.sure:
        return start.minutes, None if start.doubtful else _next(end.minutes, after=start.minutes)
    if end.sure:
        return _start_before(start, end), end.minutes
    return _neither(start, end, part)


def _sure_pair(start: Clock, end: Clock) -> tuple[int | None, int | None]:
    """Both ends as written, but for the slips everybody makes: "12am" for noon, "09:00-05:00" for five."""
    confused_noon = start.minutes >= 17 * 60 and end.minutes == HALF
    if start.doubtful or confused_noon or (end.doubtful and start.minutes < 17 * 60):
        return None, None
    return start.minutes, end.minutes


def _start_before(start: Clock, end: Clock) -> int | None:
    """As written beside twenty-four hour writing, else the later of the two halves that begins before the end."""
    last = end.minutes or DAY
    if start.doubtful or end.doubtful:
        return None
    if end.twenty_four and start.minutes >= 6 * 60:
        return start.minutes
    halves = [start.minutes % HALF, start.minutes % HALF + HALF]
    earlier = [half for half in halves if half < last]
    return max(earlier) if earlier else None


def _next(minutes: int, after: int) -> int:
    """The first time after `after` that the hands of a clock show so: half a day later for "8-8"."""
    return after + ((minutes - after) % HALF or HALF)


def _neither(start: Clock, end: Clock, part: Part | None) -> tuple[int | None, int | None]:
    early_evening = 7 * 60 <= start.minutes < 8 * 60 and start.minutes < end.minutes <= 10 * 60
    if (early_evening and part is None) or start.doubtful:
        return None, None
    seven = 7 * 60 <= start.minutes < 8 * 60
    opens = start.minutes + HALF * (part == "evening") if seven else _guess(start.minutes, part)
    if opens is None:
        return None, None
    closes = _next(end.minutes, after=opens)
    afternoon_past_midnight = 13 * 60 <= opens < 19 * 60 and closes >= DAY
    return opens, None if afternoon_past_midnight else closes


def _guess(minutes: int, part: Part | None) -> int | None:
    hour = minutes // 60
    if hour == 0 or hour > 12:
        return minutes
    if part == "morning":
        return minutes if hour < 12 else None
    if part == "evening" and 4 <= hour < 12:
        return minutes + HALF
    if hour < 7:
        return minutes + HALF
    return minutes if hour >= 8 else None


def _time(minutes: int) -> time:
    minutes %= DAY
    return time(minutes // 60, minutes % 60)
