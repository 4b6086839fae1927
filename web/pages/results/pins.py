"""What stands on the map beside the list: a pin for each card that has a place, the towns, and where you are."""

from directory.geography import Place
from directory.kinds import Precision
from web.cards import Card
from web.database import catalogue
from web.map import MapPoint

ROUGH = (Precision.SECTOR, Precision.DISTRICT, Precision.PLACE)
MOST_TOWNS = 8


def pin_of(card: Card, number: int) -> MapPoint | None:
    """The pin of a card; None for what has no place, or a secret one."""
    venue = card.venue
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    rough = venue.precision in ROUGH
    return MapPoint(number, card.name, card.url, venue.latitude, venue.longitude, rough)


def towns_of(cards: list[Card]) -> list[Place]:
    """The towns of the venues, to be named on the map."""
    names = dict.fromkeys(card.venue.town for card in cards if card.venue and card.venue.town)
    found = (catalogue.gazetteer.find_place(name) for name in list(names)[:MOST_TOWNS])
    return [place for place in found if place]


def here(place: Place | None) -> dict[str, object] | None:
    """Where you are, as `map.js` reads it."""
    return {"latitude": place.latitude, "longitude": place.longitude, "name": place.label} if place else None
