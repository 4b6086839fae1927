"""An event of a calendar to a listing."""

from datetime import date

import icalendar

from directory.clock import today
from directory.hsds.values import line, text
from directory.kinds import Attending
from directory.listing import Listing, Organization, Slot, Venue
from directory.understanding.contacts import read_emails, read_urls
from importers.addresses import read_venue
from importers.ical_event import Event, text_of
from importers.joining_links import has_joining_link, without_joining_links
from importers.normalise import check_length
from importers.sectors import sector_of

MOST_NAMED = 12


def listing_from_event(event: Event, name: str, slots: tuple[Slot, ...], left_out: list[date]) -> Listing:
    """The listing; RowRefused where something is too long. `left_out` are days on which it is not."""
    description, place = text_of(event, "DESCRIPTION") or "", text_of(event, "LOCATION") or ""
    for column, written in (("name", name), ("description", description), ("venue", place)):
        check_length(column, written)
    venue = _venue(event, place)
    joins = venue is None and any(map(has_joining_link, (place, description, str(event.get("CONFERENCE", "")))))
    coming = [f"{day:%A} {day.day} {day:%B %Y}" for day in left_out if day >= today()]
    return Listing(
        name=" ".join(name.split()),
        organization=_organization(event),
        description=without_joining_links(description) or None,
        url=next((url for url in read_urls(str(event.get("URL", ""))) if not has_joining_link(url)), None),
        email=next(iter(read_emails(str(event.get("ORGANIZER", "")).removeprefix("mailto:"))), None),
        categories=_categories(event),
        attending=(Attending.ONLINE,) if joins else (),
        venues=(venue,) if venue else (),
        times=slots,
        times_text=f"Not on {', '.join(coming[:MOST_NAMED])}" if coming else None,
    )


def _venue(event: Event, place: str) -> Venue | None:
    """Where it says, if that is a place; and its point."""
    geo = event.get("GEO")
    point = (geo.latitude, geo.longitude) if isinstance(geo, icalendar.vGeo) else (None, None)
    if has_joining_link(place):
        place = ""
    return read_venue(place, "", *point)


def _organization(event: Event) -> Organization | None:
    """Who runs it, where the calendar names more than an address in the mail."""
    name = line(getattr(event.get("ORGANIZER"), "params", {}).get("CN"))
    if not name or "@" in name:
        return None
    return Organization(name=name, sector=sector_of(name))


def _categories(event: Event) -> tuple[str, ...]:
    written = event.get("CATEGORIES")
    every = [written] if written is not None and not isinstance(written, list) else written or []
    said = (line(str(one)) for each in every for one in getattr(each, "cats", ()))
    return tuple(dict.fromkeys(one for one in said if one))


def kept(event: Event) -> dict[str, str]:
    """The extensions that publishers use, as they came."""
    said = {str(key): text(str(value)) for key, value in event.items() if str(key).startswith("X-")}
    return {key: value[:2_000] for key, value in said.items() if value and not has_joining_link(value)}
