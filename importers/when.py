"""When something was or will be, in words, seen from a moment. Hours are those of clocks in Britain."""

from datetime import datetime

from directory.clock import LONDON


def say_ago(then: datetime, moment: datetime) -> str:
    """just now, 5 minutes ago, 2 hours ago, 3 days ago"""
    minutes = max(0, int((moment - then).total_seconds() // 60))
    if minutes < 1:
        return "just now"
    if minutes < 90:
        return f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    if minutes < 36 * 60:
        return f"{round(minutes / 60)} hours ago"
    return f"{round(minutes / (24 * 60))} days ago"


def say_when(then: datetime, moment: datetime) -> str:
    """at 14:00, tomorrow at 02:00, on Tuesday at 14:00, on 3 December, as clocks in Britain show it."""
    local = then.astimezone(LONDON)
    days = (local.date() - moment.astimezone(LONDON).date()).days
    if days > 6:
        return f"on {local.day} {local:%B}"
    day = {0: "", 1: "tomorrow "}.get(days, f"on {local:%A} ")
    return f"{day}at {local:%H:%M}"


def say_since(then: datetime, moment: datetime) -> str:
    """14:00, yesterday 14:00, Tuesday, 3 December: what follows "since"."""
    local = then.astimezone(LONDON)
    days = (moment.astimezone(LONDON).date() - local.date()).days
    if days < 2:
        return f"{'yesterday ' if days else ''}{local:%H:%M}"
    return f"{local:%A}" if days < 7 else f"{local.day} {local:%B}"
