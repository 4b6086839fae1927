"""Timetables in plain British English: for people to read, and for partners to edit."""

from directory.schedule_words.coming import describe_doubt, describe_next, describe_now
from directory.schedule_words.moments import say_date, say_time
from directory.schedule_words.slots import describe_slot, describe_times
from directory.schedule_words.writing import bring_back

__all__ = [
    "bring_back",
    "describe_doubt",
    "describe_next",
    "describe_now",
    "describe_slot",
    "describe_times",
    "say_date",
    "say_time",
]
