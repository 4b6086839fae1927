"""The verdict on one listing for one person, from what is true of both: is she kept out, and how good would it be?

Written apart from the recommender's rules and signals, for it is what they are measured by.
"""

from collections.abc import Callable
from dataclasses import dataclass

from directory.circumstances import widened
from directory.geography import Place, distance_miles
from recommender.evaluation.truth import ListingTruth, PersonTruth, Span

IMPORTANCE = {3: 1.0, 2: 0.8, 1: 0.6}
"""What helping with a need is worth by how much it matters to her."""
SERVED = 2
"""From here on a listing helps with a need well enough to say that it is met."""
FROM_HOME = {"phone", "online", "home_visit"}
FAR = 10.0
"""Miles that people go at most where nothing is said of it."""
SIGNED = {"bsl", "bfi"}
ACCESS = ("step_free", "wheelchair", "hearing_loop", "bsl", "quiet", "toilet", "parking")


@dataclass(frozen=True)
class Judgement:
    """`bar`: why she cannot use it (a name of `BARS`), None where she can. `gain`: 0 to 3; 0 where she is kept out."""

    bar: str | None
    gain: float


Bar = Callable[[PersonTruth, ListingTruth, float | None], bool]


def judge(person: PersonTruth, listing: ListingTruth, point: tuple[float, float] | None) -> Judgement:
    """`point` is where the listing takes place; None where that is nowhere."""
    miles = miles_to(person, point)
    bar = next((name for name, is_barred in BARS.items() if is_barred(person, listing, miles)), None)
    return Judgement(bar, 0.0 if bar else _gain(person, listing, miles))


def serves(person: PersonTruth, listing: ListingTruth) -> dict[str, int]:
    """How well it helps with each of her needs; a domain is helped by the best of what is in it."""
    found = {
        need: max((grade for served, grade in listing.serves.items() if served.startswith(need)), default=0)
        for need in person.needs
    }
    return {need: grade for need, grade in found.items() if grade}


def _gain(person: PersonTruth, listing: ListingTruth, miles: float | None) -> float:
    helped = serves(person, listing)
    gain = max((grade * IMPORTANCE[person.needs[need]] for need, grade in helped.items()), default=0.0)
    if listing.state == "waiting" or listing.referral in ("gp", "professional"):
        gain *= 0.7
    if miles is not None and miles > 0.6 * _farthest(person) and not FROM_HOME & set(listing.way):
        gain *= 0.8
    return gain


def _age(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    youngest, oldest = listing.min_age or 0, listing.max_age if listing.max_age is not None else 200
    ages = [*person.children, *([] if person.age is None else [person.age])] if oldest < 18 else [person.age]
    known = [age for age in ages if age is not None]
    return bool(known) and not any(youngest <= age < oldest + 1 for age in known)


def _gender(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    return None not in (person.gender, listing.gender) and person.gender is not listing.gender


def _group(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    hers = widened(person.is_)
    return (bool(listing.for_any) and not hers & set(listing.for_any)) or bool(hers & set(listing.not_for))


def _area(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    return bool(listing.area) and not {person.council, person.district} & set(listing.area)


def _closed(_person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    return listing.state in ("closed", "full")


def _far(person: PersonTruth, listing: ListingTruth, miles: float | None) -> bool:
    return miles is not None and not FROM_HOME & set(listing.way) and miles > _farthest(person)


def _inaccessible(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    if FROM_HOME & set(listing.way):
        return False
    lacking = [name for name in ACCESS if getattr(listing, name) is False]
    if listing.step_free is False:
        lacking.append("wheelchair")
    return any(getattr(person, f"needs_{name}") for name in lacking)


def _language(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    """Nothing said is English, with somebody to help where hers is another: something to ask, no bar."""
    held = {code.split("-")[0] for code in listing.languages} - SIGNED
    return bool(held) and listing.serves.get("LEA4", 0) < SERVED and not held & set(person.languages)


def _cost(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    return person.max_cost is not None and listing.cost is not None and listing.cost > person.max_cost


def _time(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    if not person.free or not listing.days:
        return False
    return not any(_overlap(free, held) for free in person.free for held in listing.days)


def _way(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    ways = set(listing.way)
    return bool(ways) and ((person.from_home and not ways & FROM_HOME) or (person.not_online and ways == {"online"}))


def _unsafe(person: PersonTruth, listing: ListingTruth, _miles: float | None) -> bool:
    return bool({*widened(person.is_), person.urgent} & set(listing.unsafe_for))


BARS: dict[str, Bar] = {
    "unsafe": _unsafe,
    "age": _age,
    "gender": _gender,
    "group": _group,
    "area": _area,
    "closed": _closed,
    "access": _inaccessible,
    "language": _language,
    "way": _way,
    "far": _far,
    "cost": _cost,
    "time": _time,
}
"""Every reason for which a listing may be out of the question, the gravest first."""


def _farthest(person: PersonTruth) -> float:
    return FAR if person.max_miles is None else person.max_miles


def miles_to(person: PersonTruth, point: tuple[float, float] | None) -> float | None:
    """Miles from her home to there; None where either is nowhere."""
    if point is None or person.latitude is None or person.longitude is None:
        return None
    return distance_miles(Place(person.latitude, person.longitude, ""), Place(*point, ""))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
