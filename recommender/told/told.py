"""What a person told us of herself that decides where she may go, and the words by which she did."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

from directory.kinds import Access, Gender

Travel = Literal["walk", "wheel", "bus", "car"]
FreeTime = tuple[str, time, time]


@dataclass(frozen=True, slots=True)
class Heard:
    """One fact: which member of `Told` it belongs to, its value for machines and in plain words, and her very words."""

    fact: str
    value: str
    plain: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """The facts and limits that were surely said; None, False or empty where nothing was. Pounds, miles, years.

    `about` is "herself", or the words for the person on whose behalf she speaks ("my mum"): then the facts are of
    that person.
    """

    age: tuple[int, int] | None = None
    """The youngest and the oldest that she may be, both included."""
    gender: Gender | None = None
    circumstances: frozenset[str] = frozenset()
    """As they were said: `directory.circumstances.widened` knows what follows from them."""
    access_needs: tuple[Access, ...] = ()
    languages: tuple[str, ...] = ()
    """BCP 47; where she says nothing of her languages, none."""
    max_cost: float | None = None
    max_miles: float | None = None
    travel: Travel | None = None
    free_times: tuple[FreeTime, ...] = ()
    """Day (MO to SU), from, until; where nothing limits her, none."""
    from_home: bool = False
    not_online: bool = False
    children_ages: tuple[float, ...] = ()
    avoid: tuple[str, ...] = ()
    about: str = "herself"
    said: tuple[Heard, ...] = ()
