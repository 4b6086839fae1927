"""When she could come, as one would say it."""

from collections.abc import Sequence
from datetime import time

import pytest

from casework.free_times import say_free_times

WHOLE = (6, 23)
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def slots(days: Sequence[str], hours: tuple[int, int]) -> list[tuple[str, time, time]]:
    return [(day, time(hours[0]), time(hours[1])) for day in days]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (slots(WEEK, WHOLE), "any time"),
        (slots(WEEK, (17, 23)), "evenings"),
        (slots([day for day in WEEK if day != "TH"], WHOLE), "except Thursdays"),
        (slots(WEEK[5:], WHOLE), "weekends"),
        (slots(WEEK[:5], (6, 15)), "weekdays, until 3pm"),
        (slots(WEEK[:5], (17, 23)) + slots(WEEK[5:], WHOLE), "weekdays, evenings; weekends"),
        (slots(["TU"], (14, 23)) + slots(["MO"], (10, 14)), "Mondays, 10am to 2pm; Tuesdays, from 2pm"),
        (slots(["MO"], (6, 9)) + slots(["MO"], (17, 23)), "Mondays, until 9am and evenings"),
    ],
)
def test_times_are_said_in_a_few_words(times: list[tuple[str, time, time]], said: str) -> None:
    assert say_free_times(times) == said
