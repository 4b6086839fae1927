"""What a person wants to know before she goes, answered from what the listing says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from directory.asset import Asset
from directory.clock import local_now, today
from directory.geography import Place, travel_band
from directory.kinds import Access, Attending, Known, Precision
from directory.listing import Listing, Phone, Venue
from directory.phrases import ACCESS, describe_audience, describe_cost
from directory.schedule_words import describe_doubt, describe_times, say_time
from directory.schedule_words.moments import list_words, say_short_date
from directory.schedules import Occurrence, occurrences
from web.cards import say_distance, venue_miles
from web.map import MapPoint
from web.pages.shortlist.paper import address_of

EVERYONE = ("everyone", "anyone", "everybody", "anybody", "all", "all welcome", "everyone welcome", "open to all")
THIS_WEEK = timedelta(days=7)
MOST_DATES = 7
ALWAYS_ASKED = (
    Access.STEP_FREE,
    Access.WHEELCHAIR,
    Access.TOILET,
    Access.PARKING,
    Access.HEARING_LOOP,
    Access.QUIET,
)
"""What is said to be not known where nobody has told us; of the rest only what we know."""
A_WALK, A_JOURNEY = 1.5, 12.0
"""Miles: up to here we say how long it is on foot, and up to there by bus."""
ROUGH = (Precision.SECTOR, Precision.DISTRICT, Precision.PLACE)


@dataclass(frozen=True, slots=True)
class Date:
    """One time this week: "Tue 2 Dec, 10am to 12 noon", where it is if that varies, and what makes it doubtful."""

    words: str
    where: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A venue as one who goes there needs it. `has`, `has_not` and `unknown` are of its access."""

    number: int
    name: str | None
    address: str
    secret: bool
    distance: str | None
    journey: str | None
    getting_there: str | None
    has: tuple[str, ...]
    has_not: tuple[str, ...]
    unknown: str
    directions: str | None


def dates_of(asset: Asset) -> list[Date]:
    """The next seven days, at most seven times."""
    now = local_now()
    coming = occurrences(asset, now, now + THIS_WEEK)[:MOST_DATES]
    return [_date(one, asset) for one in coming]


def visits_of(asset: Asset, near: Place | None) -> list[Visit]:
    """Every venue, nearest first where we know from where."""
    placed = [(venue_miles(venue, near), at, venue) for at, venue in enumerate(asset.venues)]
    order = sorted(placed, key=lambda one: (one[0] is None, one[0] or 0, one[1]))
    return [_visit(asset, venue, near, number) for number, (_, _, venue) in enumerate(order, 1)]


def points_of(asset: Asset, visits: list[Visit], near: Place | None) -> list[MapPoint]:
    """A pin for each venue with a place, numbered as `visits` are."""
    by_address = {address_of(venue): venue for venue in asset.venues}
    points = []
    for visit in visits:
        venue = by_address[visit.address]
        if venue.latitude is not None and venue.longitude is not None:
            name, rough = visit.name or asset.name, venue.precision in ROUGH
            points.append(
                MapPoint(visit.number, name, f"#venue-{visit.number}", venue.latitude, venue.longitude, rough)
            )
    return points


def audience_of(listing: Listing) -> list[str]:
    """Whom it is for, in short lines, and then as it was written if that says more."""
    lines = describe_audience(listing)
    written = listing.eligibility_text or ""
    if not lines and written.strip(". ").lower() in EVERYONE:
        return ["Everyone is welcome"]
    repeats = written.strip(". ").lower() in " ".join(lines).lower()
    return lines if repeats else [*lines, written[:1].upper() + written[1:]]


def own_words(asset: Asset) -> dict[str, str]:
    """Times, cost and access as they were written, where that says more than what was understood of it."""
    written = {
        "times": (asset.times_text, describe_times(asset)),
        "cost": (asset.cost_text, [describe_cost(asset)]),
        "access": (asset.access_text, [ACCESS[feature] for feature, _ in _known(asset)]),
    }
    return {name: text for name, (text, said) in written.items() if text and not _repeats(text, said)}


def _known(asset: Asset) -> Iterator[tuple[Access, Known]]:
    yield from asset.access
    for venue in asset.venues:
        yield from venue.access


def _repeats(text: str, said: list[str]) -> bool:
    """Whether every part of a text is among what was said, but for commas and capitals."""
    known = _letters("".join(said))
    return all(_letters(part) in known for part in re.split(r"[;\n]", text))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum()).removesuffix("access")


def tel(phone: Phone) -> str:
    """What a telephone dials."""
    return "tel:" + "".join(letter for letter in phone.number if letter.isdigit() or letter == "+")


def website(url: str | None) -> str | None:
    """An address that a browser may follow: never `javascript:`, and with its scheme."""
    if not url:
        return None
    if url.lower().startswith(("http://", "https://")):
        return url
    return None if ":" in url.split("/")[0] else f"https://{url}"


def goes_there(asset: Asset) -> bool:
    """Whether one can take part at a venue at all."""
    return bool(asset.venues) or any(way in asset.attending for way in (Attending.IN_PERSON, Attending.PERIPATETIC))


def _date(one: Occurrence, asset: Asset) -> Date:
    words = say_short_date(one.starts.date())
    if one.has_time:
        ends = f" to {say_time(one.ends.time())}" if one.ends else ""
        words += f", {say_time(one.starts.time())}{ends}"
    several = len(asset.venues) > 1 and one.venue_index is not None
    where = asset.venues[one.venue_index or 0].name if several else None
    return Date(words, where, describe_doubt(one))


def _visit(asset: Asset, venue: Venue, near: Place | None, number: int) -> Visit:
    known = dict([*venue.access, *asset.access])
    unknown = [ACCESS[feature] for feature in ALWAYS_ASKED if known.get(feature) in (None, Known.NOT_KNOWN)]
    return Visit(
        number=number,
        name=None if venue.confidential else venue.name,
        address=address_of(venue),
        secret=venue.confidential,
        distance=say_distance(venue, near),
        journey=_journey(venue_miles(venue, near)),
        getting_there=venue.getting_there,
        has=tuple(_said(known, Known.YES)),
        has_not=tuple(_said(known, Known.NO)),
        unknown=list_words(unknown, "or"),
        directions=_directions(venue),
    )


def _said(known: dict[Access, Known], answer: Known) -> Iterator[str]:
    for feature in Access:
        if known.get(feature) is answer:
            yield ACCESS[feature][:1].upper() + ACCESS[feature][1:]


def _journey(miles: float | None) -> str | None:
    """Roughly how long it takes: a rule of thumb, said as one."""
    if miles is None or miles > A_JOURNEY:
        return None
    return travel_band(miles, "walk") if miles <= A_WALK else travel_band(miles, "bus")


def _directions(venue: Venue) -> str | None:
    """A map of somebody else's, opened only by pressing it; not for what we do not know to the street."""
    if venue.confidential or venue.latitude is None or venue.longitude is None or venue.precision in ROUGH:
        return None
    at = f"{venue.latitude:.5f}/{venue.longitude:.5f}"
    pin = f"mlat={venue.latitude:.5f}&mlon={venue.longitude:.5f}"
    return f"https://www.openstreetmap.org/?{pin}#map=17/{at}"
