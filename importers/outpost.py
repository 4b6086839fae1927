"""Rows of Outpost's bulk upload to services: a row that names another goes on with it.

Each row may hold one of everything: a place, a contact, a price, a time, a link. The template is Outpost's own
(`import_id`, `import_id_reference`, …).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from importers.cells import YES
from importers.incoming import Found, Rejected
from importers.tables import TableRow

SIGNATURE = ("import_id", "import_id_reference", "organisation")
Json = dict[str, Any]
HIDDEN = frozenset(("false", "no", "0"))


def services_of(rows: Iterable[TableRow | Rejected]) -> Iterator[Found | Rejected]:
    """The services in order. A row that goes on with a service that is not the last one begun is rejected."""
    current: Found | None = None
    service: Json = {}
    for row in rows:
        if isinstance(row, Rejected):
            yield row
            continue
        goes_on_with = row.cells.get("import_id_reference")
        if not goes_on_with:
            if current:
                yield current
            service = _begun(row)
            current = Found(row.row, service, row.cells)
        elif current and current.as_cells().get("import_id") == goes_on_with:
            _add(service, _full(row.cells))
        else:
            message = f"This row goes on with {goes_on_with}, which is not the service above it"
            yield Rejected(row.row, "import_id_reference", message, row.cells)
    if current:
        yield current


def _begun(row: TableRow) -> Json:
    cells = _full(row.cells)
    service: Json = {
        **{name: cells[name] for name in ("name", "description", "url", "min_age", "max_age") if name in cells},
        "id": cells.get("import_id"),
        "organisation": {"name": cells.get("organisation")},
        "free": _is(cells, "free"),
        "needs_referral": _is(cells, "needs_referral"),
        "temporarily_closed": _is(cells, "temporarily_closed"),
        "status": "active" if _is(cells, "visible") is not False else "inactive",
        "taxonomies": _list(cells, "service_taxonomies"),
        **{name: [] for name in ("locations", "contacts", "cost_options", "regular_schedules", "links", "notes")},
    }
    kept = ("labels", "suitabilities", "send_needs_support", "how_to_start", "approved", "visible_from", "visible_to")
    service |= {name: cells[name] for name in kept if name in cells}
    _add(service, cells)
    return service


def _full(cells: Mapping[str, str]) -> dict[str, str]:
    return {heading: cell for heading, cell in cells.items() if cell}


def _add(service: dict[str, Any], cells: Mapping[str, str]) -> None:
    """Whatever this row has to add."""
    for family, one in (
        ("locations", _location(cells)),
        ("contacts", _contact(cells)),
        ("cost_options", _named(cells, option="cost_option", amount="cost_amount", cost_type="cost_type")),
        (
            "regular_schedules",
            _named(cells, weekday="scheduled_weekday", opens_at="schedules_opens_at", closes_at="schedules_closes_at"),
        ),
        ("links", _named(cells, label="links_label", url="links_url")),
        ("notes", _named(cells, note="notes")),
    ):
        if one:
            service[family].append(one)


def _location(cells: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = _named(
        cells,
        name="location_name",
        latitude="location_latitude",
        longitude="location_longitude",
        address_1="location_address_1",
        city="location_city",
        postal_code="location_postcode",
    )
    if found:
        found["accessibilities"] = _list(cells, "location_accessibilities")
        found["mask_exact_address"] = _is(cells, "mask_exact_address") or _is(cells, "location_visible") is False
    return found


def _contact(cells: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = _named(cells, name="contact_name", title="contact_title", email="contact_email")
    if phone := cells.get("contact_phone"):
        found["phones"] = [{"number": phone}]
    if found:
        found["public"] = _is(cells, "contact_visible") is not False
    return found


def _named(cells: Mapping[str, str], **columns: str) -> dict[str, Any]:
    return {name: cells[column] for name, column in columns.items() if column in cells}


def _list(cells: Mapping[str, str], column: str) -> list[str]:
    return [one.strip() for one in cells.get(column, "").split(";") if one.strip()]


def _is(cells: Mapping[str, str], column: str) -> bool | None:
    word = cells.get(column, "").strip().lower()
    return True if word in YES else False if word in HIDDEN else None
