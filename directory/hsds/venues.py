"""Where a service is, as HSDS writes it: a place by its name, its street, its point and its access."""

import re
from typing import Any

from directory.hsds.schedules import slots_of
from directory.hsds.values import Object, inner, line, number, objects, text
from directory.listing import Venue
from directory.understanding.access import read_access

_HOUSE = re.compile(r"\d+[a-z]?(?:\s*[-–/&,]\s*\d+[a-z]?)?", re.IGNORECASE)


def venue_of(place: Object, *, is_one_of_many: bool) -> Venue | None:
    """The venue of a service at a location; None for one that is nowhere."""
    location = inner(place.get("location"))
    if str(location.get("location_type", "")).lower() == "virtual":
        return None
    address = _address(location)
    # Of many places each has its own access; of one, whoever reads the words finds the place by itself.
    access = access_words(place) if is_one_of_many else None
    name, street = _name_and_street(line(location.get("name")), address)
    latitude, longitude = _point(location)
    venue = Venue(
        name=name,
        address=street,
        town=line(address.get("city")),
        postcode=line(address.get("postal_code")),
        latitude=latitude,
        longitude=longitude,
        confidential=location.get("confidential") is True,
        access=read_access(access) if access else (),
        getting_there="\n".join(filter(None, (text(location.get("transportation")), access))) or None,
        times=slots_of(place.get("schedules")),
    )
    return venue if venue != Venue(confidential=venue.confidential) else None


def _name_and_street(name: str | None, address: Object) -> tuple[str | None, str | None]:
    """A name that is a house's number belongs to the street."""
    street = _joined(address.get("address_1"), address.get("address_2"))
    if name and street and _HOUSE.fullmatch(name):
        return None, f"{name} {street}"
    return name, street


def _point(location: Object) -> tuple[float | None, float | None]:
    """Latitude and longitude. Off the coast of Africa, at 0 and 0, is where forms put what nobody placed."""
    point = number(location.get("latitude")), number(location.get("longitude"))
    return (None, None) if None in point or point == (0, 0) else point


def _address(location: Object) -> Object:
    """Where it stands, rather than where letters go."""
    every = sorted(objects(location.get("addresses")), key=lambda one: one.get("address_type") == "postal")
    return every[0] if every else {}


def access_words(place: Object) -> str | None:
    """What is said of the access to a place, in words."""
    said = []
    for fact in objects(inner(place.get("location")).get("accessibility")):
        said += [text(fact.get(name)) for name in ("description", "accessibility", "details")]
    return "\n".join(dict.fromkeys(one for one in said if one)) or None


def _joined(*parts: Any) -> str | None:
    return ", ".join(part for one in parts if (part := line(one))) or None
