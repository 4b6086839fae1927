"""What may be open at this moment, by the days and times of day that an index keeps."""

from datetime import datetime

from directory.schedules.occurrence import london
from directory.schedules.slot import WEEK
from directory.schedules.weekly import PARTS

FIRST_PART = 6
"""From this hour on, whatever began today before the first part of the day has spent an hour of that part."""


def may_be_open(now: datetime) -> tuple[str, ...]:
    """Flags (`directory.search.document`) of which whatever is open at this moment has one.

    What began today has the part of the day in which it began, or an earlier one; what goes past midnight had
    yesterday's evening.
    """
    here = london(now)
    today, before = WEEK[here.weekday()], WEEK[here.weekday() - 1]
    since_yesterday = f"when:{before} evening"
    if here.hour < FIRST_PART:
        return (f"day:{today}", since_yesterday)
    begun = (part for part, (since, _) in PARTS.items() if since <= here.hour)
    return (*(f"when:{today} {part}" for part in begun), since_yesterday)
