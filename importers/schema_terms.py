"""On what terms one takes part, as schema.org and OpenActive say it: how, of what age and gender, and for how much."""

import re
from decimal import Decimal

from directory.hsds.values import Object, line, objects, pounds, years
from directory.kinds import Attending, Gender
from directory.listing import Cost
from importers.schema_org import types_of, word

_AGES = re.compile(r"\s*(\d{1,3})?\s*(?:-|–|to)?\s*(\d{1,3})?\s*\+?\s*")
_WHO_PAYS = re.compile(
    r"adult|child|junior|senior|conc|member|student|under|over|\d|carer|famil|unwaged|off.?peak", re.I
)
_ATTENDING = {
    "OnlineEventAttendanceMode": (Attending.ONLINE,),
    "OfflineEventAttendanceMode": (Attending.IN_PERSON,),
    "MixedEventAttendanceMode": (Attending.IN_PERSON, Attending.ONLINE),
}
_GENDERS = {"FemaleOnly": Gender.WOMEN, "MaleOnly": Gender.MEN}


def attending_of(event: Object) -> tuple[Attending, ...]:
    """How to take part, where it is said."""
    mode = _ATTENDING.get(word(event.get("eventAttendanceMode")), ())
    virtual = any("VirtualLocation" in types_of(one) for one in objects(event.get("location")))
    return mode or ((Attending.ONLINE,) if virtual else ())


def gender_of(event: Object) -> Gender | None:
    """For whom alone it is."""
    return _GENDERS.get(word(event.get("genderRestriction")))


def ages_of(event: Object) -> tuple[float | None, float | None]:
    """From a range of numbers or "18-25", "55+"; neither where they contradict one another."""
    age = event.get("ageRange") or event.get("ageRestriction") or event.get("typicalAgeRange")
    if isinstance(age, dict):
        low, high = years(age.get("minValue")), years(age.get("maxValue"))
    else:
        found = _AGES.fullmatch(str(age or ""))
        low, high = (years(found[1]), years(found[2])) if found else (None, None)
    if low is not None and high is not None and low > high:
        return None, None
    return low or None, None if high is None or high >= 100 or high == 0 else high


def costs_of(event: Object, per: str | None) -> tuple[Cost, ...]:
    """Its prices in pounds, each once; free where it says so and nothing else."""
    offers = [one for one in objects(event.get("offers")) if str(one.get("priceCurrency") or "GBP") == "GBP"]
    said = [_cost(one, per, only=len(offers) == 1) for one in offers]
    costs = tuple(dict.fromkeys(cost for cost in said if cost))
    if not costs and event.get("isAccessibleForFree") is True:
        return (Cost(amount=Decimal(0)),)
    return costs


def _cost(offer: Object, per: str | None, *, only: bool) -> Cost | None:
    amount = pounds(offer.get("price") if offer.get("price") is not None else offer.get("lowPrice"))
    if amount is None:
        return None
    name = line(offer.get("name"))
    # "Sign up", "Free option available": the button of a booking page, and no group of people.
    who = name if name and (_WHO_PAYS.search(name) or (not only and amount)) else None
    return Cost(amount=amount, option=who, per=per if amount else None)
