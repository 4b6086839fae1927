"""What a person may be about to type: needs, names and places that begin so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from sqlmodel import Session, col, select

from directory.kinds import PUBLIC
from directory.listing import Part
from directory.models import Address, Location, Organization, Service, ServiceAtLocation
from directory.search.port import SearchIndex
from directory.search.query import Query
from directory.search.reading import Meanings, meanings
from directory.search.words import plain, written_words

SHORTEST = 2
"""Letters before anything is suggested: one begins almost everything."""

NEEDS_AT_MOST = 3

LOOKED_AT = 50
"""The best so many of the index, of which those are suggested whose name, or town, begins as typed."""


class Suggestion(Part):
    """`kind` is "need" (`id` is the need's), "name" or "place"."""

    text: str
    kind: str
    id: str | None = None


def suggest(session: Session, index: SearchIndex, prefix: str, limit: int = 8) -> list[Suggestion]:
    """At most so many: needs first, then places, then names of assets and of who runs them; none twice."""
    begun = plain(" ".join(prefix.split()))[:100]
    if len(begun) < SHORTEST:
        return []
    every = chain(_needs(meanings(session), begun), *_found(session, index, begun))
    return list(islice(_once(every), limit))


def _found(session: Session, index: SearchIndex, begun: str) -> tuple[list[Suggestion], list[Suggestion]]:
    """The towns and the names that begin so, or of which a word does, of the best that the index has."""
    if not written_words(begun):
        return [], []
    hits = index.search(Query(begun, begun=True, limit=LOOKED_AT, counting=False)).hits
    rows = {row.id: row for row in session.exec(_rows([hit.asset_id for hit in hits])) if row.status in PUBLIC}
    towns = Counter(town for town in session.exec(_towns(list(rows))) if town and _begins(town, begun))
    ordered = [rows[hit.asset_id] for hit in hits if hit.asset_id in rows]
    assets = [Suggestion(text=row.name, kind="name", id=row.id) for row in ordered if _begins(row.name, begun)]
    keepers = [Suggestion(text=row.keeper, kind="name") for row in ordered if row.keeper and _begins(row.keeper, begun)]
    places = [Suggestion(text=town, kind="place") for town, _ in towns.most_common()]
    return places, [*assets, *keepers]


def _rows(asset_ids: Sequence[str]) -> Any:
    """The names of these, and of who runs them. Asked for a status, SQLite would go by that."""
    return (
        select(Service.id, Service.status, Service.name, col(Organization.name).label("keeper"))
        .join(Organization, isouter=True)
        .where(col(Service.id).in_(asset_ids))
    )


def _towns(asset_ids: Sequence[str]) -> Any:
    """The town of each venue that is no secret."""
    return (
        select(Address.city)
        .join(Location)
        .join(ServiceAtLocation)
        .where(col(ServiceAtLocation.service_id).in_(asset_ids), col(Location.confidential).is_(False))
        .order_by(col(Address.city))
    )


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


def _begins(text: str, begun: str) -> bool:
    """The text begins so, or one of its words does."""
    return f" {begun}" in f" {plain(text)}"
