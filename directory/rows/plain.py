"""All that hangs on a service as plain values, table by table.

Rows of one family get an id derived from what they say, so that what did not change keeps its id and is not
written again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlmodel import SQLModel

from directory.listing import Listing, Slot, Venue
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Phone,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
)
from directory.models.base import derived_id, id_beside
from directory.rows.columns import LISTS, PARTS, RENAMED, SAME

Values = dict[str, Any]
Table = type[SQLModel]
Rows = dict[Table, list[Values]]


def need_term_id(code: str) -> str:
    """The id of the row of `taxonomy_term` that stands for a need."""
    return derived_id("need", code)


def service_values(listing: Listing) -> Values:
    """What the row of the service itself says."""
    values: Values = {name: getattr(listing, name) for name in SAME}
    values |= {column: getattr(listing, name) for column, name in RENAMED.items()}
    values |= {name: [str(value) for value in getattr(listing, name)] for name in LISTS}
    return values | {name: [part.model_dump(mode="json") for part in getattr(listing, name)] for name in PARTS}


def rows_of(key: str, listing: Listing) -> Rows:
    """The rows that belong to the service of this id, each family in the order said; the venues' own among them."""
    rows: Rows = defaultdict(list)
    rows[Schedule] = _numbered(_schedule(key, slot) for slot in listing.times)
    rows[CostOption] = _numbered(
        _row(CostOption, key, amount=cost.amount, option=cost.option, amount_description=cost.per)
        for cost in listing.costs
    )
    rows[ServiceArea] = _numbered(_row(ServiceArea, key, name=area) for area in listing.residents_of)
    rows[Language] = _numbered(_row(Language, key, code=code) for code in listing.languages)
    rows[Phone] = _numbered(_row(Phone, key, **vars(phone)) for phone in listing.phones)
    rows[Contact] = _numbered(_row(Contact, key, **vars(contact)) for contact in listing.contacts)
    rows[Accessibility] = _numbered(_row(Accessibility, key, feature=a, known=k) for a, k in listing.access)
    rows[Attribute] = _numbered(
        _row(Attribute, key, taxonomy_term_id=need_term_id(need.id), confidence=need.confidence)
        for need in listing.needs
    )
    for identity, venue in _identified(key, listing.venues):
        _add_venue(rows, key, identity, venue)
    return rows


def _add_venue(rows: Rows, key: str, identity: str, venue: Venue) -> None:
    location_id = id_beside(identity, "location")
    position = len(rows[ServiceAtLocation])
    rows[ServiceAtLocation].append(
        {"id": identity, "service_id": key, "location_id": location_id, "position": position}
    )
    same = ("name", "latitude", "longitude", "precision", "local_authority", "confidential")
    rows[Location].append(
        {"id": location_id, "transportation": venue.getting_there, **{name: getattr(venue, name) for name in same}}
    )
    rows[Address].append(
        {
            "id": id_beside(identity, "address"),
            "location_id": location_id,
            "address_1": venue.address,
            "city": venue.town,
            "postal_code": venue.postcode,
        }
    )
    facts = [_row(Accessibility, identity, feature=a, known=k) for a, k in venue.access]
    rows[Accessibility] += _numbered(fact | {"service_id": None, "location_id": location_id} for fact in facts)
    times = [_schedule(identity, slot) for slot in venue.times]
    rows[Schedule] += _numbered(time | {"service_id": None, "service_at_location_id": identity} for time in times)


def _identified(key: str, venues: Iterable[Venue]) -> Iterable[tuple[str, Venue]]:
    """Each venue with its id: the same for as long as it has the same name and address."""
    seen: Counter[str] = Counter()
    for venue in venues:
        where = "|".join(str(part) for part in (venue.name, venue.address, venue.town, venue.postcode))
        seen[where] += 1
        yield id_beside(key, "venue", where, str(seen[where])), venue


def _row(table: Table, key: str, **values: Any) -> Values:
    identity = id_beside(key, table.__name__, *(f"{name}={values[name]}" for name in sorted(values)))
    return {"id": identity, "service_id": key, **values}


def _schedule(key: str, slot: Slot) -> Values:
    ordinal = any(day[:-2] for day in slot.days)
    said = {**vars(slot)}
    days = said.pop("days")
    return _row(
        Schedule,
        key,
        freq=None if not days else "MONTHLY" if ordinal else "WEEKLY",
        byday=",".join(days) or None,
        **said,
    )


def _numbered(rows: Iterable[Values]) -> list[Values]:
    """Each with its position; the second that says the same gets an id of its own."""
    numbered = list(rows)
    seen: dict[str, int] = {}
    for position, row in enumerate(numbered):
        row["position"] = position
        again = seen[row["id"]] = seen.get(row["id"], 0) + 1
        if again > 1:
            row["id"] = id_beside(row["id"], str(again))
    return numbered
