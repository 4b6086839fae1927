"""How fast a whole search is, on the seed and on 10,000 assets: `python -m bench.search`.

Beside it, in the same run on the same data, what one would write without an index: SQL LIKE. It asks for every
word in the name, the description or the organization, and for a box around the place; it knows no stems, no
slips, no synonyms, no ranking and no counts. Both load the ten assets that a page shows. Warm, one thread.
"""

import csv
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from directory.assets import add_asset, list_assets
from directory.database import Database
from directory.geography import Gazetteer, Place
from directory.listing import Cost, Listing, NeedLink, Organization, Venue
from directory.models import Location, Service, ServiceAtLocation
from directory.models import Organization as OrganizationRow
from directory.search.engines import open_index
from directory.search.find import find_assets
from directory.search.indexing import rebuild
from directory.search.port import SearchIndex
from directory.search.query import Query
from directory.search.suggestions import suggest
from directory.taxonomies import load_terms
from directory.understanding.times import read_times
from recommender.needs import vocabulary
from web.vocabulary import needs_as_terms

ROOT = Path(__file__).parents[1]

Asked = TypeVar("Asked")

LARGE = 10_000
ROUNDS = 3
TARGET_P95 = 50.0
DEGREE = 69.0
"""Miles in a degree of latitude."""

WORDS = (
    "skint",
    "choir",
    "gas bill",
    "lonely mum",
    "men shed bootel",
    "walkng group",
    "food bank",
    "esol tuesday evening free",
    "counselling",
    "quit smoking",
    "computer class for beginners",
    "somewhere I can take my mum who has dementia on a tuesday",
    "i cant pay my rent and the landlord wants me out",
    "baliffs",
    "art",
    "",
)
LIMITS: tuple[dict[str, object], ...] = (
    {},
    {"within_miles": 5.0},
    {"within_miles": 5.0, "free": True},
    {"needs": ("CON", "JOY")},
    {"days": ("TU",), "within_miles": 3.0},
)


def main() -> None:
    results: dict[str, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (0, LARGE):
            name, measured = measure(Path(folder) / str(size), size)
            results[name] = measured
    _print(results)
    out = ROOT / "bench" / "out" / "search.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(results, indent=2) + "\n")


def measure(folder: Path, size: int) -> tuple[str, dict[str, dict[str, float]]]:
    """`size` 0 is the seed as it is."""
    gazetteer = Gazetteer()
    listings = list(seed(gazetteer) if not size else many(list(seed(gazetteer)), size))
    database, index = Database(f"sqlite:///{folder / 'waymark.sqlite'}"), open_index(f"whoosh://{folder / 'index'}")
    database.migrate()
    with database.writing() as session:
        load_terms(session, needs_as_terms(vocabulary()), vocabulary().version)
        for listing in listings:
            add_asset(session, listing, actor="bench")
    began = time.perf_counter()
    rebuild(database, index)
    indexing = time.perf_counter() - began
    queries = list(mixed(gazetteer))
    with database.reading() as session:
        measured = {
            "Whole search": timed(queries, lambda query: find_assets(session, index, query), session),
            "SQL LIKE": timed(queries, lambda query: like(session, query), session),
            "Engine alone": timed(queries, index.search, session),
            "Suggestions": timed(["ch", "bo", "walt", "debt"], lambda begun: suggest(session, index, begun), session),
        }
    measured["Indexing"] = {"seconds": round(indexing, 2), "assets": len(index.versions())}
    measured["Opening the index in a new process"] = {"ms": round(opening(folder), 1)}
    database.dispose()
    return f"{len(listings):,} assets", measured


def seed(gazetteer: Gazetteer) -> Iterator[Listing]:
    """The demonstration assets, read well enough to be searched."""
    known = {need.id for need in vocabulary()}
    with (ROOT / "seed_assets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = gazetteer.find_place(row["postcode"]) if row["postcode"] else None
            parts = [part.strip() for part in row["categories"].replace(",", ";").split(";") if part.strip()]
            point = {"latitude": place.latitude, "longitude": place.longitude} if place else {}
            yield Listing(
                name=row["name"],
                organization=Organization(name=row["organisation"]) if row["organisation"] else None,
                description=row["description"] or None,
                needs=tuple(NeedLink(id=part) for part in dict.fromkeys(parts) if part in known),
                categories=tuple(part for part in parts if part not in known),
                venues=(Venue(address=row["address"] or None, postcode=row["postcode"], **point),) if place else (),
                times=read_times(row["days_times"]),
                costs=(Cost(amount=Decimal(0)),) if row["cost"].lower().startswith("free") else (),
            )


def many(listings: list[Listing], size: int) -> Iterator[Listing]:
    """As many as asked for: the name of one, the description of another, moved a few miles."""
    chance = Random(4)
    for number in range(size):
        one, other = listings[number % len(listings)], chance.choice(listings)
        venues = tuple(_moved(venue, chance) for venue in one.venues)
        name = f"{one.name} {number // len(listings) + 1}"
        yield one.model_copy(update={"name": name, "description": other.description, "venues": venues})


def _moved(venue: Venue, chance: Random) -> Venue:
    if venue.latitude is None or venue.longitude is None:
        return venue
    north, east = chance.gauss(0, 0.05), chance.gauss(0, 0.08)
    return venue.model_copy(update={"latitude": venue.latitude + north, "longitude": venue.longitude + east})


def mixed(gazetteer: Gazetteer) -> Iterator[Query]:
    places = [place for text in ("L4 3TH", "Southport", "CH41") if (place := gazetteer.find_place(text))]
    for number, words in enumerate(WORDS):
        for limits in LIMITS:
            near = places[number % len(places)] if "within_miles" in limits or number % 2 else None
            yield Query(words, near=near, limit=10).but(**limits)


def like(session: Session, query: Query) -> int:
    """The same question in plain SQL."""
    columns = (Service.name, Service.description, OrganizationRow.name)
    wanted = select(Service.id).outerjoin(OrganizationRow)
    for word in query.words.lower().split():
        wanted = wanted.where(or_(*(func.lower(column).contains(word, autoescape=True) for column in columns)))
    if query.near and query.within_miles:
        reach = query.within_miles / DEGREE
        wanted = wanted.join(ServiceAtLocation).join(Location)
        wanted = wanted.where(col(Location.latitude).between(query.near.latitude - reach, query.near.latitude + reach))
        west, east = query.near.longitude - reach / 0.6, query.near.longitude + reach / 0.6
        wanted = wanted.where(col(Location.longitude).between(west, east))
    ids = session.exec(wanted.order_by(Service.name)).all()
    list_assets(session, ids[: query.limit])
    return len(ids)


def timed(queries: list[Asked], work: Callable[[Asked], object], session: Session) -> dict[str, float]:
    """Milliseconds; nothing read before is kept in the session, as for a new request."""
    taken = []
    for number in range(ROUNDS + 1):
        for query in queries:
            session.expunge_all()
            began = time.perf_counter()
            work(query)
            if number:
                taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    p95 = taken[int(len(taken) * 0.95)]
    return {"mean": round(mean(taken), 2), "p50": round(median(taken), 2), "p95": round(p95, 2)}


def opening(folder: Path) -> float:
    began = time.perf_counter()
    index: SearchIndex = open_index(f"whoosh://{folder / 'index'}")
    index.search(Query("choir", near=Place(53.44, -2.96, "here")))
    return (time.perf_counter() - began) * 1000


def _print(results: dict[str, dict[str, dict[str, float]]]) -> None:
    for name, measured in results.items():
        table = Table("", "mean ms", "p50 ms", "p95 ms", title=name)
        for row, values in measured.items():
            if "p95" in values:
                table.add_row(row, *(f"{values[key]:.2f}" for key in ("mean", "p50", "p95")))
            else:
                table.add_row(row, ", ".join(f"{value:g} {unit}" for unit, value in values.items()))
        Console().print(table)
        p95 = measured["Whole search"]["p95"]
        print(f"Whole search p95 {p95:.1f} ms: {'within' if p95 <= TARGET_P95 else 'OVER'} {TARGET_P95:.0f} ms")


if __name__ == "__main__":
    main()
