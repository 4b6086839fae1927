"""When generated assets meet and what they cost: as partners write it, and as it is meant."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from random import Random

from directory.listing import Slot

DAYS = {
    "MO": ("Mon", "Mondays"),
    "TU": ("Tues", "Tuesdays"),
    "WE": ("Weds", "Wednesdays"),
    "TH": ("Thurs", "Thursdays"),
    "FR": ("Fri", "Fridays"),
    "SA": ("Sat", "Saturdays"),
    "SU": ("Sun", "Sundays"),
}
WEEK: tuple[str, ...] = ("MO", "TU", "WE", "TH", "FR")


@dataclass(frozen=True)
class Timetable:
    """The days and times as written, and as slots."""

    days: str = ""
    times: str = ""
    slots: tuple[Slot, ...] = ()

    @property
    def text(self) -> str | None:
        return f"{self.days} {self.times}".strip() or None


@dataclass(frozen=True)
class Price:
    """The cost as written, and in pounds; None where nobody says."""

    text: str = ""
    amount: Decimal | None = None


def timetable(chance: Random) -> Timetable:
    """One day, two, the working week, a day of the month, or nothing."""
    kind = chance.random()
    if kind < 0.08:
        return Timetable()
    opens = time(chance.choice((9, 9, 10, 10, 10, 11, 13, 13, 14, 18, 19)), chance.choice((0, 0, 0, 30)))
    closes = time(opens.hour + chance.choice((1, 2, 2, 3)), chance.choice((0, 0, 30)))
    if kind < 0.2:
        days, text = WEEK, "Mon-Fri"
    elif kind < 0.3:
        day, week = chance.choice(list(DAYS)), chance.randint(1, 4)
        days, text = (f"{week}{day}",), f"{('1st', '2nd', '3rd', '4th')[week - 1]} {DAYS[day][0]} of the month"
    else:
        days = tuple(day for day in DAYS if day in chance.sample(list(DAYS), chance.choice((1, 1, 1, 2))))
        text = " & ".join(DAYS[day][chance.random() < 0.3] for day in days)
    return Timetable(text, _hours(opens, closes, chance), (Slot(days=days, opens_at=opens, closes_at=closes),))


def price(chance: Random) -> Price:
    """Free more often than not; pounds and pence, a donation, or nothing said."""
    kind = chance.random()
    if kind < 0.55:
        return Price(chance.choice(("Free", "Free", "free", "No charge")), Decimal(0))
    if kind < 0.9:
        pence = Decimal(chance.choice((100, 150, 200, 250, 300, 350, 400, 500, 600, 750, 1000, 1200, 2000))) / 100
        written = f"£{pence:.0f}" if pence == int(pence) else f"£{pence:.2f}"
        return Price(f"{written}{chance.choice(('', '', ' per session', ' a session', ' a week'))}", pence)
    return Price("donations welcome") if kind < 0.95 else Price()


def _hours(opens: time, closes: time, chance: Random) -> str:
    if chance.random() < 0.4:
        return f"{opens:%H:%M}-{closes:%H:%M}"
    written = [f"{(at.hour - 1) % 12 + 1}{f'.{at.minute:02}' if at.minute else ''}" for at in (opens, closes)]
    half = ["am" if at.hour < 12 else "pm" for at in (opens, closes)]
    if half[0] == half[1]:
        return f"{written[0]}-{written[1]}{half[1]}"
    return f"{written[0]}{half[0]} - {written[1]}{half[1]}"
