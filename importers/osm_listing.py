"""The tags of a place on OpenStreetMap to a listing. Sources: the wiki's pages of the keys."""

from collections.abc import Iterator, Mapping
from datetime import date

from directory.clock import today
from directory.hsds.values import day, line, text, years
from directory.kinds import Access, Gender, Known
from directory.listing import Cost, Listing, Organization, Slot, Venue
from directory.understanding.contacts import read_emails, read_phones, read_urls
from importers.opening_hours import read_opening_hours
from importers.osm_kinds import (
    Tags,
    audience_of,
    categories_of,
    is_changing_places,
    is_itself,
    is_secret,
    kinds_of,
    name_of,
    sector_of,
)

Point = tuple[float | None, float | None]
KNOWN = frozenset(
    "name alt_name description phone email website url contact:phone contact:email contact:website contact:mobile "
    "operator operator:website opening_hours fee charge wheelchair wheelchair:description "
    "wheelchair:description:en wheelchair:note toilets:wheelchair toilets:disabled toilets_disabled parking:disabled "
    "parking_disabled hearing_loop audio_loop changing_places deaf:description deaf:description:en "
    "addr:housename addr:housenumber addr:street addr:place addr:city addr:postcode addr:country amenity leisure "
    "social_facility sport religion denomination @id id check_date min_age max_age".split()
)
"""Tags that the listing takes in; the others are kept as they came."""

_FEATURES = {
    Access.WHEELCHAIR: ("wheelchair",),
    Access.TOILET: ("toilets:wheelchair", "toilets:disabled", "toilets_disabled"),
    Access.HEARING_LOOP: ("hearing_loop", "audio_loop"),
    Access.PARKING: ("parking:disabled", "parking_disabled"),
    Access.LIFT: ("elevator",),
    Access.ASSISTANCE_DOGS: ("guide_dog", "assistance_dog"),
}
_YES, _NO = ("yes", "designated", "official"), ("no",)
_WORDS_OF_ACCESS = (
    "wheelchair:description",
    "wheelchair:description:en",
    "wheelchair:note",
    "deaf:description",
    "deaf:description:en",
)
_CHARITY = ("ref:GB:charity", "ref:charity", "charity_number", "charity:number", "ref:GB:chc")
_COMPANY = ("ref:GB:company", "ref:companies_house", "company_number")


def listing_from_tags(tags: Tags, point: Point) -> Listing:
    """The listing of a place. RowRefused where it is no asset; ValidationError where a tag is too long."""
    kinds = kinds_of(tags)
    name = name_of(tags, kinds)
    slots, times, hours_left = _hours(tags.get("opening_hours", ""))
    audience = audience_of(tags)
    # What is said of the room with the hoist ("Loop", "Bench") is no word on the building.
    hoist = is_changing_places(tags)
    return Listing(
        name=text(name) or "",
        alternate_name=line(_first(tags, "alt_name", "short_name", "official_name")),
        organization=_organization(tags, name, kinds),
        description=_joined(tags.get("description"), hours_left, *(_access_words(tags) if hoist else ())),
        url=next(iter(read_urls(_first(tags, "website", "contact:website", "url") or "")), None),
        email=next(iter(read_emails(_first(tags, "email", "contact:email") or "")), None),
        categories=categories_of(tags, kinds),
        venues=(_venue(tags, name, point),),
        times=slots,
        times_text=times,
        costs=(Cost(amount=0),) if tags.get("fee") == "no" else (),
        cost_text=text(tags.get("charge")) or ("There is a charge" if tags.get("fee") == "yes" else None),
        minimum_age=years(tags.get("min_age")),
        maximum_age=years(tags.get("max_age")),
        gender=_gender(tags),
        eligibility_text=f"For {audience}" if audience else None,
        access_text=None if hoist else _joined(*_access_words(tags)),
        phones=read_phones("\n".join(tags[key] for key in ("phone", "contact:phone", "contact:mobile") if key in tags)),
        assured_date=_checked(tags),
    )


def _hours(written: str) -> tuple[tuple[Slot, ...], str | None, str | None]:
    """Timetable and its text. A syntax that we cannot read goes to the description: read as plain words it misleads."""
    if written.strip() == "sunrise-sunset":
        return (), "From sunrise to sunset", None
    slots, quoted = read_opening_hours(written), len(written) > 1 and written[0] == written[-1] == '"'
    if slots or not written:
        return slots, text(written), None
    return ((), text(written.strip('"')), None) if quoted else ((), None, f"Opening hours: {written}")


def _organization(tags: Tags, name: str, kinds: tuple[str, ...]) -> Organization | None:
    operator = line(tags.get("operator") or tags.get("brand") or (name if is_itself(tags) else None))
    if operator is None:
        return None
    return Organization(
        name=operator,
        sector=sector_of(tags, kinds),
        website=next(iter(read_urls(tags.get("operator:website", ""))), None),
        charity_number=line(_first(tags, *_CHARITY)),
        company_number=line(_first(tags, *_COMPANY)),
    )


def _venue(tags: Tags, name: str, point: Point) -> Venue:
    house = line(tags.get("addr:housename"))
    street = " ".join(filter(None, (tags.get("addr:housenumber"), tags.get("addr:street") or tags.get("addr:place"))))
    floor = tags.get("level:ref")
    return Venue(
        name=house if house and "name" not in tags else line(tags.get("name")),
        address=line(", ".join(dict.fromkeys(filter(None, (house if house != name else None, street, floor))))),
        town=line(_first(tags, "addr:city", "addr:town", "addr:village", "addr:suburb")),
        postcode=line(tags.get("addr:postcode")),
        latitude=point[0],
        longitude=point[1],
        confidential=is_secret(tags),
        access=tuple(_access(tags)),
    )


def _access(tags: Tags) -> Iterator[tuple[Access, Known]]:
    """What is surely said of it; a wheelchair gets in where there is no step."""
    if tags.get("wheelchair") in _YES:
        yield Access.STEP_FREE, Known.YES
    for access, keys in _FEATURES.items():
        said = _first(tags, *keys)
        if said in _YES or said in _NO:
            yield access, Known.YES if said in _YES else Known.NO
    if is_changing_places(tags) or tags.get("changing_places") == "yes":
        yield Access.CHANGING_PLACES, Known.YES


def _access_words(tags: Tags) -> tuple[str, ...]:
    """What the map says of getting in, in words. One word alone ("slope") needs its question."""
    partly = "Partly accessible to wheelchairs" if tags.get("wheelchair") == "limited" else ""
    said = dict.fromkeys(tags[key] for key in _WORDS_OF_ACCESS if tags.get(key))
    return (partly, *(words if " " in words else f"Way in: {words}" for words in said))


def _gender(tags: Tags) -> Gender | None:
    """Where the map says one yes and the other no. Toilets are for their own sign."""
    said = tags.get("female"), tags.get("male")
    return {("yes", "no"): Gender.WOMEN, ("no", "yes"): Gender.MEN}.get(said)  # type: ignore[arg-type]


def _checked(tags: Tags) -> date | None:
    """When a mapper last stood there."""
    found = day(_first(tags, "check_date", "survey:date"))
    return found if found and found <= today() else None


def _first(tags: Mapping[str, str], *keys: str) -> str | None:
    return next((tags[key] for key in keys if tags.get(key)), None)


def _joined(*parts: str | None) -> str | None:
    return "\n".join(said for part in parts if (said := text(part))) or None
