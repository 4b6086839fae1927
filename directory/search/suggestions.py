"""What a person may be about to type: needs, names and places that begin so."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from directory.kinds import PUBLIC
from directory.listing import Part
from directory.models import Address, Location, Organization, Service, ServiceAtLocation
from directory.search.reading import Meanings, meanings
from directory.search.words import plain

SHORTEST = 2
"""Letters before anything is suggested: one begins almost everything."""

NEEDS_AT_MOST = 3


class Suggestion(Part):
    """`kind` is "need" (`id` is the need's), "name" or "place"."""

    text: str
    kind: str
    id: str | None = None


def suggest(session: Session, prefix: str, limit: int = 8) -> list[Suggestion]:
    """At most so many: needs first, then places, then names of assets and of who runs them; none twice."""
    begun = plain(" ".join(prefix.split()))[:100]
    if len(begun) < SHORTEST:
        return []
    named = chain(_names(session, begun, limit), _organizations(session, begun, limit))
    every = chain(_needs(meanings(session), begun), _places(session, begun, limit), named)
    return list(islice(_once(every), limit))


def _once(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    seen: set[str] = set()
    for suggestion in suggestions:
        if (said := plain(suggestion.text)) not in seen:
            seen.add(said)
            yield suggestion


def _needs(vocabulary: Meanings, begun: str) -> list[Suggestion]:
    """Needs whose name begins so, then those of which a word does, the shortest phrase first."""
    ranked: list[tuple[int, int, Suggestion]] = []
    for position, (term, names, phrases) in enumerate(vocabulary.phrases):
        suggestion = Suggestion(text=term.name, kind="need", id=term.code)
        if any(name.startswith(begun) for name in names):
            ranked.append((0, position, suggestion))
        elif lengths := [phrase.count(" ") + 1 for phrase in phrases if phrase.startswith(begun)]:
            ranked.append((min(lengths), position, suggestion))
    return [suggestion for _, _, suggestion in sorted(ranked, key=lambda each: each[:2])[:NEEDS_AT_MOST]]


def _places(session: Session, begun: str, limit: int) -> Iterator[Suggestion]:
    towns = (
        select(Address.city)
        .join(Location)
        .join(ServiceAtLocation)
        .join(Service)
        .where(col(Location.confidential).is_(False), col(Service.status).in_(PUBLIC))
        .where(_begins(Address.city, begun))
        .group_by(col(Address.city))
        .order_by(func.count().desc(), col(Address.city))
    )
    for town in session.exec(towns.limit(limit)):
        if town:
            yield Suggestion(text=town, kind="place")


def _names(session: Session, begun: str, limit: int) -> Iterator[Suggestion]:
    services = select(Service.id, Service.name).where(col(Service.status).in_(PUBLIC))
    found = services.where(_begins(Service.name, begun)).order_by(func.length(Service.name), Service.name, Service.id)
    for asset_id, name in session.exec(found.limit(limit)):
        yield Suggestion(text=name, kind="name", id=asset_id)


def _organizations(session: Session, begun: str, limit: int) -> Iterator[Suggestion]:
    names = (
        select(Organization.name)
        .join(Service)
        .where(col(Service.status).in_(PUBLIC), _begins(Organization.name, begun))
        .distinct()
        .order_by(Organization.name)
    )
    for name in session.exec(names.limit(limit)):
        yield Suggestion(text=name, kind="name")


def _begins(column: object, begun: str) -> ColumnElement[bool]:
    """The text begins so, or one of its words does. What people type is matched as it is, % and _ too."""
    lowered = func.lower(column)
    return or_(lowered.startswith(begun, autoescape=True), lowered.contains(f" {begun}", autoescape=True))
