"""An event, a place or an organization of schema.org to a listing."""

import json
import re
from collections.abc import Iterator

from directory.clock import today
from directory.hsds.values import Object, inner, line, objects, text
from directory.kinds import Attending, Sector, Status
from directory.listing import Listing, Organization, Slot, Venue
from importers.incoming import RowRefused
from importers.joining_links import without_joining_links
from importers.normalise import NO_NAME
from importers.rows import slug
from importers.schema_org import (
    email_of,
    organization_of,
    phones_of,
    prose,
    types_of,
    url_of,
    venue_of,
    venues_of,
    word,
    words,
)
from importers.schema_terms import ages_of, attending_of, costs_of, gender_of
from importers.schema_times import (
    is_cancelled,
    last_day,
    slots_of_events,
    slots_of_opening_hours,
    slots_of_schedules,
)
from importers.sectors import sector_of

EVENTS = ("Event", "Festival", "Course", "CourseInstance", "EventSeries", "Hackathon")
BODIES = ("Organization", "NGO", "Corporation", "FundingScheme", "Consortium", "GovernmentOrganization")
"""Their address is where letters go, which may be somebody's home."""
SECTORS = {
    "NGO": Sector.VOLUNTARY,
    "GovernmentOrganization": Sector.PUBLIC,
    "GovernmentOffice": Sector.PUBLIC,
    "Library": Sector.PUBLIC,
}
SERVICES = ("Service", "GovernmentService", "ProgramMembership", "EducationalOccupationalProgram")
_GENERAL = frozenset(
    ("Event", "Organization", "Place", "LocalBusiness", "CivicStructure", "Thing", "Service", "EventSeries")
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT = (
    "knowsAbout",
    "areaServed",
    "foundingDate",
    "slogan",
    "award",
    "maximumAttendeeCapacity",
    "doorTime",
    "identifier",
)
LONGEST_KEPT = 2_000


def ids_of(thing: Object) -> tuple[str, str | None]:
    """What it is called by for ever, and a spare where the first may be that of the page on which it stands."""
    begins = line(thing.get("startDate"))
    for written in (thing.get("@id"), thing.get("url"), thing.get("identifier")):
        if isinstance(written, str | int) and (known := line(written)) and not known.startswith("#"):
            return known, f"{known}#{begins}" if begins else None
    where = next(iter(words(thing.get("location"))), None) or line(inner(thing.get("address")).get("postalCode"))
    made = slug(line(thing.get("name")), where)
    return made, slug(made, begins) if begins else None


def listing_from_thing(thing: Object) -> Listing | None:
    """The listing; None where it is cancelled or over. RowRefused without a name."""
    name = text(thing.get("name"))
    if not name:
        raise RowRefused(NO_NAME, field="name")
    is_event = _is_event(thing)
    slots = _slots(thing) if is_event else slots_of_opening_hours(thing)
    ends = last_day(thing, slots) if is_event else None
    if is_cancelled(thing) or (ends and ends < today()):
        return None
    host = inner(
        next(objects(thing.get("organizer") or thing.get("provider") or thing.get("parentOrganization")), None)
    )
    low, high = ages_of(thing)
    description = prose(thing)
    postponed = word(thing.get("eventStatus")) == "EventPostponed"
    return Listing(
        name=name,
        alternate_name=next(iter(words(thing.get("alternateName"))), None),
        organization=_organization(thing, host),
        description=without_joining_links(description) if description else None,
        url=url_of(thing),
        email=email_of(thing, host),
        status=Status.PAUSED if postponed else Status.ACTIVE,
        alert="Postponed: ask for the new date." if postponed else None,
        categories=_categories(thing),
        attending=_attending(thing),
        venues=_venues(thing),
        times=slots,
        times_text=_times_text(thing, slots),
        costs=costs_of(thing, None),
        cost_text=_price_range(thing),
        minimum_age=low,
        maximum_age=high,
        gender=gender_of(thing),
        eligibility_text="\n".join(_audience(thing)) or None,
        access_text=text(thing.get("accessibilitySummary")),
        phones=phones_of(thing, host),
    )


def kept(thing: Object) -> dict[str, str]:
    """A few facts more, as they came."""
    return {
        key: (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:LONGEST_KEPT]
        for key in _KEPT
        if (value := thing.get(key)) not in (None, "", [], {})
    }


def _is(thing: Object, kinds: tuple[str, ...]) -> bool:
    return any(one in kinds for one in types_of(thing))


def _is_event(thing: Object) -> bool:
    """SportsEvent, EducationEvent and all the others too."""
    return any(one in EVENTS or one.endswith("Event") for one in types_of(thing))


def _slots(event: Object) -> tuple[Slot, ...]:
    """By its schedule, by its sessions, or by its own dates."""
    schedules = [*objects(event.get("eventSchedule"))]
    courses = [*objects(event.get("hasCourseInstance"))]
    for course in courses:
        schedules += objects(course.get("courseSchedule"))
    parts = [*objects(event.get("subEvent")), *objects(event.get("subEvents")), *courses]
    return slots_of_schedules(schedules) or slots_of_events(parts) or slots_of_events([event])


def _times_text(thing: Object, slots: tuple[Slot, ...]) -> str | None:
    """Opening hours that could not be read as a timetable, as they are written."""
    written = thing.get("openingHours")
    said = [text(one) for one in (written if isinstance(written, list) else [written])]
    return "\n".join(one for one in said if one) or None if not slots else None


def _organization(thing: Object, host: Object) -> Organization | None:
    """Who runs it; of a place or an organization that names nobody, itself."""
    found = organization_of(host) if host else None
    if found is None and not (_is_event(thing) or _is(thing, SERVICES)):
        found = organization_of({key: value for key, value in thing.items() if key != "description"})
    if found is None:
        return None
    sector = _sector(host or thing, found.name)
    return found.model_copy(update={"sector": sector, "charity_number": _charity_number(host or thing)})


def _charity_number(body: Object) -> str | None:
    """Where an identifier says that it is one."""
    for one in objects(body.get("identifier")):
        if re.search(r"charity|GB-CHC", f"{one.get('propertyID')} {one.get('name')}", re.IGNORECASE):
            return line(one.get("value"))
    return None


def _sector(body: Object, name: str) -> Sector | None:
    return next((SECTORS[one] for one in types_of(body) if one in SECTORS), None) or sector_of(name)


def _attending(thing: Object) -> tuple[Attending, ...]:
    moved = word(thing.get("eventStatus")) == "EventMovedOnline"
    return (Attending.ONLINE,) if moved else attending_of(thing)


def _venues(thing: Object) -> tuple[Venue, ...]:
    if _is_event(thing):
        return venues_of(thing.get("location"))
    if _is(thing, BODIES) and "openingHours" not in thing and "openingHoursSpecification" not in thing:
        town = line(inner(next(objects(thing.get("address")), None)).get("addressLocality"))
        return (*venues_of(thing.get("location")),) or ((Venue(town=town),) if town else ())
    if _is(thing, SERVICES):
        channel = inner(next(objects(thing.get("availableChannel")), None))
        return venues_of(channel.get("serviceLocation"))
    venue = venue_of({key: value for key, value in thing.items() if key not in ("@type", "type")})
    return (venue,) if venue else ()


def _categories(thing: Object) -> tuple[str, ...]:
    """Its types in plain words, and its own."""
    types = (_HUMP.sub(" ", one).lower() for one in types_of(thing) if one not in _GENERAL | set(BODIES))
    keywords = thing.get("keywords")
    own = keywords.split(",") if isinstance(keywords, str) else keywords
    said = (*types, *words(thing.get("category")), *words(thing.get("serviceType")), *words(own))
    return tuple(dict.fromkeys(one.strip() for one in said if one.strip()))[:20]


def _price_range(thing: Object) -> str | None:
    """Only where it says more than "££"."""
    said = text(thing.get("priceRange"))
    return said if said and re.search(r"\d|free", said, re.IGNORECASE) else None


def _audience(thing: Object) -> Iterator[str]:
    for one in objects(thing.get("audience")):
        yield from (f"For {said}" for said in words(one.get("audienceType") or one.get("name")))
