"""The venues of an asset as one who goes there needs them: how far, how to get in, and what nobody knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.asset import Asset
from directory.geography import Place, travel_band
from directory.kinds import Access, Known, Precision
from directory.listing import Venue
from directory.phrases import ACCESS
from directory.schedule_words.moments import list_words
from web.cards import say_distance, venue_miles
from web.map import MapPoint
from web.pages.shortlist.paper import address_of

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
