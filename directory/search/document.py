"""What an index keeps of one asset: the words by which it is found, and the facts by which it is limited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from directory.apart import packed, unpacked
from directory.asset import Asset
from directory.kinds import PUBLIC, Access, Attending, Known, Status
from directory.listing import Listing, Slot, Venue
from directory.schedules import days_of, parts_of_day
from directory.session_price import lowest_price
from directory.taxonomies import Term
from directory.visibility import public_listing

FACETS = ("need", "free", "cost", "attending", "day", "time", "access", "language", "sector", "audience")
"""The facts that are counted beside every filter; distances are besides, where there is a place to be near."""

AT_A_SITE = ("day", "time", "when", "access")
"""Facts that hold at one site of a service and perhaps not at another."""

PRICES = (5, 10)
"""Pounds up to which one time may cost, as choices beside a list."""


@dataclass(frozen=True)
class Site:
    """One of several venues of an asset: where it is, if that is known, and what holds there of `AT_A_SITE`."""

    point: tuple[float, float] | None
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One asset as the public may see it. `flags` are facts written "facet:value", such as "need:MON1"."""

    id: str
    version: int
    name: str
    organization: str
    needs: str
    categories: str
    description: str
    places: str
    everyday: tuple[tuple[str, str], ...]
    """For each need that it serves, with its id, the words that people type when they need that. They guide the
    spelling; what they mean is read from the query.
    """
    flags: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    """Latitude and longitude of every venue that has them and is no secret."""
    minimum_age: float | None
    maximum_age: float | None
    assured_on: date | None
    price: float | None = None
    """Pounds for which anybody can come once."""
    sites: tuple[Site, ...] = ()
    """Its venues, where not everything holds at each; empty where it does."""


@dataclass(frozen=True)
class Packed:
    """A document on its way between processes, as bytes: nobody on the way looks into it."""

    id: str
    version: int
    said: bytes

    @classmethod
    def of(cls, document: Document) -> "Packed":
        """This one, to be sent."""
        return cls(document.id, document.version, packed(document))

    def opened(self) -> Document:
        """The document again."""
        said: Document = unpacked(self.said)
        return said


def document_of(asset: Asset, terms: Mapping[str, Term]) -> Document | None:
    """The document of an asset, None when the public may not see it. `terms` are the needs by their codes."""
    return document_under(asset.id, asset.version, asset, terms)


def document_under(identity: str, version: int, listing: Listing, terms: Mapping[str, Term]) -> Document | None:
    """The document of a listing that is kept under this id and in this version."""
    if listing.status not in PUBLIC:
        return None
    seen = public_listing(listing)
    served = [terms[code] for code in _with_domains(seen, terms) if code in terms]
    return Document(
        id=identity,
        version=version,
        name=" ".join(filter(None, (seen.name, seen.alternate_name))),
        organization=seen.organization.name if seen.organization else "",
        needs=" ".join(term.name for term in served),
        categories=" ".join(seen.categories),
        description=" ".join(_describing(seen)),
        places=" ".join(part for venue in seen.venues for part in _whereabouts(venue)),
        everyday=tuple((term.code, _spoken(term.words)) for term in served),
        flags=tuple(sorted(set(_flags(seen, terms)))),
        points=tuple(_points(seen)),
        minimum_age=seen.minimum_age,
        maximum_age=seen.maximum_age,
        assured_on=seen.assured_date,
        price=_price(seen),
        sites=_sites(seen),
    )


@lru_cache(maxsize=1000)
def _spoken(words: tuple[str, ...]) -> str:
    """One text for one need, however many assets serve it."""
    return " ".join(words)


def _with_domains(asset: Listing, terms: Mapping[str, Term]) -> list[str]:
    """The needs it serves, then their domains, each once."""
    domains = [terms[code].parent_code for code in asset.need_ids if code in terms]
    return list(dict.fromkeys([*asset.need_ids, *filter(None, domains)]))


def _describing(asset: Listing) -> Iterator[str]:
    for text in (asset.description, asset.eligibility_text, asset.times_text, asset.access_text):
        if text:
            yield text
    yield from asset.audiences


def _whereabouts(venue: Venue) -> Iterator[str]:
    for part in (venue.name, venue.address, venue.town, venue.local_authority):
        if part:
            yield part
    if venue.postcode:
        yield venue.postcode


def _points(asset: Listing) -> Iterator[tuple[float, float]]:
    return filter(None, map(_point, asset.venues))


def _point(venue: Venue) -> tuple[float, float] | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return (venue.latitude, venue.longitude)


def _sites(asset: Listing) -> tuple[Site, ...]:
    if len(asset.venues) < 2 or not any(venue.times or venue.access for venue in asset.venues):
        return ()
    return tuple(Site(_point(venue), holding_at(venue, asset)) for venue in asset.venues)


def holding_at(venue: Venue, asset: Listing) -> tuple[str, ...]:
    """The facts of `AT_A_SITE` at a venue of an asset: what is said of all of it holds here too."""
    access = (f"access:{feature}" for feature, known in (*asset.access, *venue.access) if known is Known.YES)
    times = (flag for slot in (*asset.times, *venue.times) for flag in _when(slot))
    return tuple(sorted({*access, *times}))


def _price(asset: Listing) -> float | None:
    price = lowest_price(asset.costs)
    return None if price is None else float(price)


def _flags(asset: Listing, terms: Mapping[str, Term]) -> Iterator[str]:
    yield from (f"need:{code}" for code in _with_domains(asset, terms))
    yield from (f"attending:{way}" for way in _ways(asset))
    yield from (f"access:{feature}" for feature in _access(asset))
    yield from (f"language:{part}" for code in asset.languages for part in {code.lower(), code.lower().split("-")[0]})
    yield from (f"audience:{audience}" for audience in asset.audiences)
    yield from _times(asset)
    if asset.is_free:
        yield "free:yes"
        yield "cost:free"
    price = _price(asset)
    if price is not None:
        yield from (f"cost:{pounds}" for pounds in PRICES if price <= pounds)
    if asset.organization and asset.organization.sector:
        yield f"sector:{asset.organization.sector}"
    if asset.gender:
        yield f"gender:{asset.gender}"
    if asset.status is Status.PAUSED:
        yield "status:paused"


def _ways(asset: Listing) -> tuple[Attending, ...]:
    """Nobody says how, but there is a door: then one goes there."""
    return asset.attending or ((Attending.IN_PERSON,) if asset.venues else ())


def _access(asset: Listing) -> Iterator[Access]:
    """What the session has, or one of its venues."""
    facts = [*asset.access, *(fact for venue in asset.venues for fact in venue.access)]
    yield from (feature for feature, known in facts if known is Known.YES)


def _times(asset: Listing) -> Iterator[str]:
    for slot in _slots(asset):
        yield from _when(slot)


@lru_cache(maxsize=8192)
def _when(slot: Slot) -> tuple[str, ...]:
    """Days, parts of days, and the two together: Monday mornings and Tuesday evenings are no Monday
    evenings.
    """
    alone = Listing(name="-", times=(slot,))
    days, parts = days_of(alone), parts_of_day(alone)
    together = (f"when:{day} {part}" for day in days for part in parts)
    return (*(f"day:{day}" for day in days), *(f"time:{part}" for part in parts), *together)


def _slots(asset: Listing) -> list[Slot]:
    return [*asset.times, *(slot for venue in asset.venues for slot in venue.times)]
