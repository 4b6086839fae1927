"""Food banks as Give Food publishes them: JSON or GeoJSON of food banks, of their locations, or of one food bank.

A food bank with its places of giving out is one asset with several venues; a list of places alone gives one asset
each. What a food bank asks to be given is for people who donate, so it is kept apart from what it offers.
Source: the documentation of Give Food's API, version 2, and the flat keys of version 1.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from directory.hsds.values import Object, inner, line, number, objects, text
from directory.kinds import Sector
from directory.listing import Listing, Organization, Phone, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from importers.addresses import read_venue
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused
from importers.json_shape import Shape, each_record, tidy
from importers.mapping import Mapping as ColumnMapping
from importers.normalise import LONGEST, NO_NAME, refused
from importers.origin import Origin
from importers.rows import as_uuid, slug

FORMAT = "food-banks"
LICENCE = "Give Food, used with credit to givefood.org.uk"
PRECEDENCE = 50

GIVING = ("d", "dp", "donationpoint", "donation_point")
LISTS = ("foodbanks", "locations", "features")
_GEO = re.compile(rb'"parliamentary_constituency"')
_FOOD = re.compile(r"food|pantry|larder|kitchen|fridge|soup|basics|hub|store|trust\b", re.IGNORECASE)
_NETWORKS = {"Trussell": "Trussell", "Trussell Trust": "Trussell", "IFAN": "Independent Food Aid Network"}
_KEPT = ("network", "country", "parliamentary_constituency", "ward", "district", "shopping_list")
Point = tuple[float | None, float | None]


def recognises(origin: Origin) -> float:
    """By members that nobody else has together; of a folder, its files."""
    return max((_looks(file) for file in _files(origin)), default=0.0)


def find(origin: Origin, mapping: ColumnMapping | None) -> Iterator[Found | Rejected]:
    """Each food bank or place."""
    row = 0
    for file in _files(origin):
        if not _looks(file):
            continue
        with file.open() as opened:
            for said in each_record(opened, _shape(file)):
                row += 1
                yield _found(row, said)


def understand(found: Found) -> Incoming | Gone:
    """What it says; a closed one is gone."""
    said: dict[str, Any] = tidy(found.said)
    for key, value in said.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise RowRefused(f"The {key} is longer than {LONGEST:,} characters", field=key)
    if said.get("type") in GIVING:
        raise RowRefused("This is a place to give food, not to get it", field="type")
    identity = _identity(said)
    if said.get("closed") is True or said.get("is_closed") is True:
        return Gone(found.row, identity)
    try:
        listing = _listing(said)
    except ValidationError as error:
        raise refused(error) from error
    uuid = as_uuid(str(said.get("id", "")))
    return Incoming(found.row, identity, listing, raw=_raw(said), uuid=uuid, cells=found.as_cells())


def _looks(origin: Origin) -> float:
    shape = origin.json
    if shape is None:
        return 0.0
    keys = shape.record_keys | shape.keys
    if "features" in keys:
        return 0.95 if _GEO.search(origin.head) and b'"slug"' in origin.head else 0.0
    place = keys & {"lat_lng", "latt_long"}
    return 0.95 if (place and {"slug", "postcode"} <= keys) or (keys & set(LISTS) and _GEO.search(origin.head)) else 0.0


def _files(origin: Origin) -> Iterator[Origin]:
    yield from origin.files(".json")
    if origin.is_folder:
        yield from origin.files(".geojson")


def _shape(file: Origin) -> Shape:
    """Where its records are: the document itself, a list, or a list under one of our names."""
    shape = file.json or Shape()
    if shape.records_at is not None or "slug" in shape.keys:
        return shape if "slug" not in shape.keys else Shape(shape.keys)
    return Shape(records_at=next((name for name in LISTS if name in shape.keys), None))


def _found(row: int, said: Any) -> Found | Rejected:
    if not isinstance(said, Mapping):
        return Rejected(row, None, "This is not a record: a food bank with a name was expected here")
    if said.get("type") != "Feature":
        return Found(row, said)
    properties = dict(inner(said.get("properties")))
    point = inner(said.get("geometry")).get("coordinates")
    if isinstance(point, list) and len(point) >= 2:
        properties["lat_lng"] = f"{point[1]},{point[0]}"
    return Found(row, properties)


def _identity(said: Object) -> str:
    """Its slug, which is in its addresses everywhere; of a place with that of its food bank."""
    own = line(said.get("slug")) or slug(line(said.get("name")))
    parent = line(inner(said.get("foodbank")).get("slug")) or line(said.get("foodbank_slug"))
    if not own:
        raise RowRefused(NO_NAME, field="name")
    return f"{parent}/{own}" if parent else own


def _listing(said: Object) -> Listing:
    name = line(said.get("name"))
    if not name:
        raise RowRefused(NO_NAME, field="name")
    parent = line(inner(said.get("foodbank")).get("name")) or (line(said.get("foodbank")))
    charity, urls = inner(said.get("charity")), inner(said.get("urls"))
    home = next(iter(read_urls(str(urls.get("homepage") or ""))), None)
    runs = _called(parent or name)
    return Listing(
        name=f"{runs}: {name}" if parent and parent.lower() not in name.lower() else runs if not parent else name,
        alternate_name=line(said.get("alt_name")),
        organization=Organization(
            name=runs,
            sector=Sector.VOLUNTARY,
            website=home,
            charity_number=line(charity.get("registration_id") or said.get("charity_number")),
        ),
        description=_network(said),
        url=home or next(iter(read_urls(str(urls.get("html") or said.get("url") or ""))), None),
        email=next(iter(read_emails(str(said.get("email") or ""))), None),
        categories=("food bank",),
        venues=_venues(said),
        times_text=text(said.get("opening_hours") or said.get("hours")),
        phones=_phones(said),
    )


def _called(name: str) -> str:
    """ "Harbourside" alone would be a town."""
    return name if _FOOD.search(name) else f"{name} Food Bank"


def _network(said: Object) -> str | None:
    network = line(said.get("network")) or line(inner(said.get("foodbank")).get("network"))
    return f"A food bank of the {_NETWORKS[network]} network." if network in _NETWORKS else None


def _phones(said: Object) -> tuple[Phone, ...]:
    """Its own, and those of its places with their names."""
    own = read_phones("\n".join(str(said[key]) for key in ("phone", "secondary_phone", "telephone") if key in said))
    theirs = [
        phone.model_copy(update={"description": line(place.get("name"))})
        for place in objects(said.get("locations"))
        for phone in read_phones(str(place.get("phone") or ""))
    ]
    numbers = {phone.number for phone in own}
    return (*own, *(phone for phone in theirs if phone.number not in numbers))


def _venues(said: Object) -> tuple[Venue, ...]:
    """Its own place and those where it gives out, each once by its postcode and point."""
    places = [(None, said), *((line(one.get("name")), one) for one in objects(said.get("locations")))]
    found: dict[tuple[object, ...], Venue] = {}
    for name, place in places:
        latitude, longitude = _point(place)
        written = text(place.get("address")) or ""
        # Addresses are written on lines: the place, the street, the town, the postcode.
        venue = read_venue(written.replace("\n", ", "), str(place.get("postcode") or ""), latitude, longitude)
        if venue:
            venue = venue.model_copy(update={"name": name or venue.name})
            found.setdefault((venue.postcode, venue.address, latitude, longitude), venue)
    return tuple(found.values())


def _point(place: Object) -> Point:
    written = str(place.get("lat_lng") or place.get("latt_long") or "").split(",")
    return (number(written[0]), number(written[1])) if len(written) == 2 else (None, None)


def _raw(said: Object) -> dict[str, str]:
    """What it asks to be given, and where in the country it is; nothing of members of Parliament."""
    need = inner(said.get("need") or said.get("needs"))
    wanted = text(need.get("needs") if need else said.get("needs"))
    flat = dict(inner(said.get("politics"))) | dict(inner(said.get("urls"))) | dict(said)
    kept = {key: line(flat.get(key)) for key in _KEPT}
    kept |= {"asks to be given": wanted and wanted[:2_000], "has enough of": line(need.get("excess"))}
    return {key: value for key, value in kept.items() if value}
