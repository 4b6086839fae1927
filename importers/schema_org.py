"""What schema.org and OpenActive say of things, people and places, to the parts of a listing. Sources: their types.

A value may be a text, an object with a name, or a list of either; a type may bear a prefix. Joining links and the
people who lead are not for everybody's eyes and are never taken in.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from directory.hsds.values import Object, inner, line, number, objects, text
from directory.kinds import Access, Known
from directory.listing import Organization, Phone, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from importers.addresses import read_venue

_PREFIX = re.compile(r"^(?:https?://(?:www\.)?(?:schema\.org|openactive\.io)/|schema:|oa:)")
_POINT_AS_NAME = re.compile(r"-?\d+\.\d+, ?-?\d+\.\d+")
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


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
