"""What schema.org and OpenActive say of things, people and places, to the parts of a listing. Sources: their types.

A value may be a text, an object with a name, or a list of either; a type may bear a prefix. Joining links and the
people who lead are not for everybody's eyes and are never taken in.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from directory.hsds.values import Object, inner, line, number, objects, pounds, text, years
from directory.kinds import Access, Attending, Gender, Known
from directory.listing import Cost, Organization, Phone, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from importers.addresses import read_venue

_PREFIX = re.compile(r"^(?:https?://(?:www\.)?(?:schema\.org|openactive\.io)/|schema:|oa:)")
_AGES = re.compile(r"\s*(\d{1,3})?\s*(?:-|–|to)?\s*(\d{1,3})?\s*\+?\s*")
_POINT_AS_NAME = re.compile(r"-?\d+\.\d+, ?-?\d+\.\d+")
_WHO_PAYS = re.compile(
    r"adult|child|junior|senior|conc|member|student|under|over|\d|carer|famil|unwaged|off.?peak", re.I
)
_ATTENDING = {
    "OnlineEventAttendanceMode": (Attending.ONLINE,),
    "OfflineEventAttendanceMode": (Attending.IN_PERSON,),
    "MixedEventAttendanceMode": (Attending.IN_PERSON, Attending.ONLINE),
}
_GENDERS = {"FemaleOnly": Gender.WOMEN, "MaleOnly": Gender.MEN}
_FEATURES = {
    "accessibletoilet": Access.TOILET,
    "toilet accessible": Access.TOILET,
    "parking": Access.PARKING,
    "hearing loop": Access.HEARING_LOOP,
    "lift": Access.LIFT,
    "step free access": Access.STEP_FREE,
    "wheelchair accessible": Access.WHEELCHAIR,
    "changingplaces": Access.CHANGING_PLACES,
}


def types_of(thing: Object) -> tuple[str, ...]:
    """Its types without their prefix: ("SessionSeries",)."""
    written = thing.get("@type") or thing.get("type")
    return tuple(_PREFIX.sub("", str(one)) for one in (written if isinstance(written, list) else [written]) if one)


def word(value: Any) -> str:
    """The last part of an address that stands for a value: "FemaleOnly"."""
    written = value.get("@id") or value.get("name") if isinstance(value, dict) else value
    return re.split("[/#:]", str(written or ""))[-1]


def words(value: Any) -> tuple[str, ...]:
    """The texts or the names of what is a text, a thing or a list of them, each once."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        named = one.get("prefLabel") or one.get("name") if isinstance(one, dict) else one
        found.append(line(named))
    return tuple(dict.fromkeys(one for one in found if one and not one.startswith(("http://", "https://"))))


def prose(thing: Object) -> str | None:
    """What it says of itself, without mark-up; the list of its paragraphs as paragraphs."""
    for name in ("description", "beta:formattedDescription", "formattedDescription", "abstract"):
        written = thing.get(name)
        if said := "\n".join(text(one) or "" for one in (written if isinstance(written, list) else [written])).strip():
            return said
    return None


def organization_of(value: Any) -> Organization | None:
    """The first that is an organization; a person is one only in the mail and is left out."""
    for one in objects(value):
        name = line(one.get("legalName")) if not one.get("name") else line(one.get("name"))
        if name and "Person" not in types_of(one):
            return Organization(
                name=name,
                description=prose(one),
                email=email_of(one),
                website=url_of(one),
            )
    return None


def url_of(thing: Object) -> str | None:
    """Its address on the web."""
    written = thing.get("url") or thing.get("sameAs")
    first = written[0] if isinstance(written, list) and written else written
    return next(iter(read_urls(str(first or ""))), None)


def email_of(*things: Object) -> str | None:
    """The first e-mail address of these things or of those to contact there."""
    for one in _with_contacts(things):
        if found := read_emails(str(one.get("email") or "").removeprefix("mailto:")):
            return found[0]
    return None


def phones_of(*things: Object) -> tuple[Phone, ...]:
    """Their numbers and those of their contact points, each once."""
    said = [str(one["telephone"]) for one in _with_contacts(things) if isinstance(one.get("telephone"), str)]
    return read_phones("\n".join(dict.fromkeys(said)))


def _with_contacts(things: Iterable[Object]) -> Iterator[Object]:
    for thing in things:
        yield thing
        yield from objects(thing.get("contactPoint"))


def venues_of(value: Any) -> tuple[Venue, ...]:
    """Where it is, without what is only a link."""
    return tuple(venue for one in _listed(value) if (venue := venue_of(one)))


def venue_of(place: Any) -> Venue | None:
    """A place, as an object or in words; None for a virtual one and for one that says nothing."""
    if isinstance(place, str):
        return None if read_urls(place) else read_venue(text(place) or "", "", None, None)
    if not isinstance(place, dict) or "VirtualLocation" in types_of(place):
        return None
    geo, address = inner(place.get("geo")), place.get("address")
    point = number(geo.get("latitude")), number(geo.get("longitude"))
    if isinstance(address, str):
        venue = read_venue(text(address) or "", "", *point) or Venue(latitude=point[0], longitude=point[1])
    else:
        venue = _addressed(inner(next(iter(objects(address)), None)), point)
    name = line(place.get("name"))
    named = {"name": None if name and _POINT_AS_NAME.fullmatch(name) else name or venue.name}
    venue = venue.model_copy(update=named | {"access": tuple(_features(place))})
    return venue if venue != Venue() else None


def _addressed(address: Object, point: tuple[float | None, float | None]) -> Venue:
    return Venue(
        address=line(address.get("streetAddress")),
        town=line(address.get("addressLocality")),
        postcode=line(address.get("postalCode")),
        latitude=point[0],
        longitude=point[1],
    )


def _features(place: Object) -> Iterator[tuple[Access, Known]]:
    """What its amenities say of access: there, or not."""
    for one in objects(place.get("amenityFeature")):
        said = (word(one.get("@type")).lower(), (line(one.get("name")) or "").lower())
        access = next((_FEATURES[name] for name in said if name in _FEATURES), None)
        if access and isinstance(one.get("value"), bool):
            yield access, Known.YES if one["value"] else Known.NO


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


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
