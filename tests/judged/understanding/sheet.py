"""Sheets of texts with what a careful reader finds in them, and how a listing compares.

One JSON object a line: `row` has the cells of a spreadsheet, `says` what they surely say. A kind that `says` leaves
out is said nowhere in the row: whatever is read of it then is wrong.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from directory.kinds import Attending
from directory.listing import Cost, Listing, Slot

FOLDER = Path(__file__).parent
SHEETS = sorted(FOLDER.glob("*.jsonl"))


@dataclass(frozen=True)
class Case:
    """One row and what it says, by kind."""

    row: dict[str, str]
    says: dict[str, list[str]]


@dataclass
class Score:
    """How many facts of one kind were found, invented and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_sheet(path: Path) -> list[Case]:
    """The cases in the order of the sheet."""
    with path.open(encoding="utf-8") as lines:
        return [Case(**json.loads(line)) for line in lines]


def score(cases: Iterable[tuple[Case, Listing]]) -> dict[str, Score]:
    """Facts found, invented and missed in all listings, by kind."""
    scores = {kind: Score() for kind in KINDS}
    for case, listing in cases:
        for kind, facts_of in KINDS.items():
            expected, found = Counter(_expected(kind, case)), Counter(facts_of(listing, case))
            one = scores[kind]
            one.right += (expected & found).total()
            one.wrong += (found - expected).total()
            one.missed += (expected - found).total()
            if expected != found:
                one.examples.append(f"{case.row} says {sorted(expected)}, read as {sorted(found)}")
    return scores


def _expected(kind: str, case: Case) -> list[str]:
    written = case.says.get("times" if kind == "days" else kind, [])
    if kind == "days":
        return sorted({day for slot in written for day in _days_written(slot)})
    if kind == "times":
        return [slot for slot in written if any(":" in word for word in slot.split())]
    if kind == "ages":
        return [end for span in written for end in _ends(*span.split("-"))]
    return written


def _days_written(slot: str) -> list[str]:
    """The days of "MO,2TU 10:00-12:00 x2", or the date of one that is on a date alone."""
    words = slot.split()
    if words and words[0][-2:].isalpha() and words[0][-2:].isupper():
        return words[0].split(",")
    return [words[-1].split("..")[0]] if words else []


def _days(listing: Listing, case: Case) -> list[str]:
    return sorted({day for slot in listing.times for day in (slot.days or (str(slot.valid_from),))})


def _times(listing: Listing, case: Case) -> list[str]:
    return [told(slot) for slot in listing.times if slot.opens_at or slot.closes_at]


def told(slot: Slot) -> str:
    """A slot in one line: "TU 10:00-12:00 x2 term 2027-01-05..2027-03-30"; an end that nobody says is left out."""
    clock = slot.opens_at.strftime("%H:%M") if slot.opens_at else ""
    clock += slot.closes_at.strftime("-%H:%M") if slot.closes_at else ""
    words = [",".join(slot.days), clock]
    words += [f"x{slot.interval}"] if slot.interval != 1 else []
    words += ["term"] if slot.term_time else []
    words += [f"{slot.valid_from or ''}..{slot.valid_to or ''}"] if slot.valid_from or slot.valid_to else []
    return " ".join(word for word in words if word)


def _ends(low: str, high: str) -> list[str]:
    return ([f"from {low}"] if low else []) + ([f"to {high}"] if high else [])


def _ages(listing: Listing, case: Case) -> list[str]:
    ends = ("" if age is None else f"{age:g}" for age in (listing.minimum_age, listing.maximum_age))
    return _ends(*ends)


def _price(listing: Listing, case: Case) -> list[str]:
    """Figures; for what they are paid is asked where the sheet names it, and who pays only as being some people."""
    with_per = any("/" in price for price in case.says.get("price", []))
    return [_told_price(cost, with_per) for cost in listing.costs if cost.amount is not None]


def _told_price(cost: Cost, with_per: bool) -> str:
    figure = f"{cost.amount.normalize():f}" if cost.amount is not None else ""
    return figure + ("c" if cost.option else "") + (f"/{cost.per}" if cost.per and with_per else "")


def _access(listing: Listing, case: Case) -> list[str]:
    answers = (*listing.access, *(answer for venue in listing.venues for answer in venue.access))
    return [f"{feature.value}:{known.value}" for feature, known in answers]


def _ways(listing: Listing, case: Case) -> list[str]:
    """What the row says; that a venue is attended in person is no reading of words."""
    ways = [way.value for way in listing.attending]
    said = case.says.get("ways", [])
    return [way for way in ways if way != Attending.IN_PERSON or way in said or not listing.venues]


KINDS: dict[str, Callable[[Listing, Case], list[str]]] = {
    "days": _days,
    "times": _times,
    "price": _price,
    "ages": _ages,
    "gender": lambda listing, case: [listing.gender.value] if listing.gender else [],
    "access": _access,
    "ways": _ways,
    "start": lambda listing, case: (
        [listing.how_to_start.value] if listing.how_to_start and "start" in case.says else []
    ),
    "postcode": lambda listing, case: [venue.postcode for venue in listing.venues if venue.postcode],
    "phone": lambda listing, case: [phone.number for phone in listing.phones],
}
