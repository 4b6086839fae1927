"""What was understood of free words, said back before they are sent."""

from collections.abc import Iterator
from typing import NamedTuple

from directory.clock import today
from directory.listing import Listing
from directory.phrases import describe_cost
from directory.schedule_words import describe_slot
from directory.schedule_words.slots import join_days


class ReadBack(NamedTuple):
    """What the words were about, and the lines that we read; none when we could make nothing of them."""

    about: str
    lines: list[str]
    otherwise: str


def read_back(before: Listing, after: Listing) -> list[ReadBack]:
    """For each text that was changed and is not empty."""
    return list(_read(before, after))


def _read(before: Listing, after: Listing) -> Iterator[ReadBack]:
    if after.times_text and after.times_text != before.times_text:
        lines = [describe_slot(slot, today()) for slot in join_days(after.times)]
        yield ReadBack("when it happens", lines, "nobody can find it by day or time")
    if after.cost_text and after.cost_text != before.cost_text:
        lines = [describe_cost(after)] if after.costs else []
        yield ReadBack("what it costs", lines, "nobody who looks for free things will find it")
