"""Web pages that tell machines what they hold: events, places, organizations, and pages that tell nothing."""

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Attending, Sector, Status
from directory.listing import Cost
from importers.incoming import Gone, Incoming, Rejected, SourceFailed
from importers.read import import_from, read
from importers.understanding import Understood
from tests.importers.reading import SAMPLES, listings_of, rejects_of

PAGE = SAMPLES / "json-ld/whats-on.html"
HUB = "https://hub.example.org/"


def page(path: Path, *things: Any) -> Path:
    """A page with a script for each."""
    scripts = (f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)
    path.write_text(f"<!DOCTYPE html><html><head>{''.join(scripts)}</head><body>Tea</body></html>", encoding="utf-8")
    return path


def rows_of(catalogue: Catalogue, tmp_path: Path, *things: Any) -> list[Understood]:
    return list(read(catalogue, page(tmp_path / "p.html", *things), source="pages")[1])


def event(**members: Any) -> dict[str, Any]:
    return {"@type": "Event", "name": "Tea", "startDate": "2099-06-02T14:00", "url": f"{HUB}tea"} | members


def test_an_event_takes_place_and_host_from_the_rest_of_the_page(catalogue: Catalogue) -> None:
    tea = listings_of(catalogue, PAGE)[f"{HUB}whats-on"]
    assert (tea.name, tea.description) == ("Tea & Cake", "For everyone over 55.\nFree.")
    assert [(slot.valid_from, slot.opens_at, slot.closes_at) for slot in tea.times] == [
        (date(2099, 6, 2), time(14), time(16))
    ]
    assert (tea.venues[0].name, tea.venues[0].postcode) == ("Harbourside Hub", "L3 4AA")
    assert tea.organization is not None
    assert (tea.organization.name, tea.organization.sector) == ("Harbour Community Action", Sector.VOLUNTARY)
    assert tea.organization.charity_number == "1234567"
    assert tea.costs == (Cost(amount=Decimal(0)),)
    assert (tea.minimum_age, tea.audiences) == (55, ("carer",))


def test_a_place_with_its_opening_hours(catalogue: Catalogue) -> None:
    hub = listings_of(catalogue, PAGE)[f"{HUB}#place"]
    assert [slot.days for slot in hub.times] == [("MO", "TU")]
    assert hub.categories == ("community centre",)
    assert hub.venues[0].latitude == 53.4048
    assert hub.cost_text is None


def test_the_address_of_an_organization_is_no_venue(catalogue: Catalogue) -> None:
    rows = [row for row in read(catalogue, PAGE, source="pages")[1] if isinstance(row, Incoming)]
    action = next(row for row in rows if row.source_id == f"{HUB}#org")
    assert [(venue.town, venue.address, venue.postcode) for venue in action.listing.venues] == [
        ("Liverpool", None, None)
    ]
    assert "Private Road" not in str(action.raw) + action.listing.model_dump_json()


def test_events_that_share_the_address_of_their_page_are_two(catalogue: Catalogue) -> None:
    report = import_from(catalogue, PAGE, source="pages", actor="tests")
    assert (report.read, report.added, report.rejected) == (6, 4, 2)


def test_an_online_event_keeps_its_link_to_itself(catalogue: Catalogue) -> None:
    rows = [row for row in read(catalogue, PAGE, source="pages")[1] if isinstance(row, Incoming)]
    online = next(row.listing for row in rows if row.listing.name == "Digital skills")
    assert (online.attending, online.venues, online.organization) == ((Attending.ONLINE,), (), None)
    assert "zoom" not in str(rows)


def test_what_is_wrong_with_a_page_is_said(catalogue: Catalogue) -> None:
    assert [reject.sentence() for reject in rejects_of(catalogue, PAGE)] == [
        "row 5: Enter a name for this service",
        "row 6: A part of this page that is meant for machines is not whole JSON",
    ]


def test_a_course_with_its_schedule(catalogue: Catalogue) -> None:
    (course,) = listings_of(catalogue, SAMPLES / "json-ld/course.jsonld").values()
    assert [(slot.days, slot.opens_at, slot.valid_to) for slot in course.times] == [
        (("WE",), time(18), date(2099, 2, 11))
    ]
    assert course.organization is not None
    assert course.organization.sector is Sector.PUBLIC


@pytest.mark.parametrize(
    "members",
    [
        {"startDate": "2020-01-01T10:00", "endDate": "2020-01-01T11:00"},
        {"eventStatus": "https://schema.org/EventCancelled"},
    ],
)
def test_what_is_over_or_cancelled_is_gone(catalogue: Catalogue, tmp_path: Path, members: dict[str, Any]) -> None:
    assert [type(row) for row in rows_of(catalogue, tmp_path, event(**members))] == [Gone]


def test_postponed_and_moved_online(catalogue: Catalogue, tmp_path: Path) -> None:
    later, moved = rows_of(
        catalogue,
        tmp_path,
        event(eventStatus="https://schema.org/EventPostponed"),
        event(eventStatus="EventMovedOnline", url=f"{HUB}other"),
    )
    assert isinstance(later, Incoming)
    assert isinstance(moved, Incoming)
    assert (later.listing.status, later.listing.alert) == (Status.PAUSED, "Postponed: ask for the new date.")
    assert moved.listing.attending == (Attending.ONLINE,)


def test_opening_hours_in_short(catalogue: Catalogue, tmp_path: Path) -> None:
    library = {"@type": "Library", "name": "Ropewalk Library", "openingHours": ["Mo-Fr 09:00-17:00", "Sa 10:00-12:00"]}
    (row,) = rows_of(catalogue, tmp_path, library)
    assert isinstance(row, Incoming)
    assert [slot.days for slot in row.listing.times] == [("MO", "TU", "WE", "TH", "FR"), ("SA",)]
    assert row.source_id == "ropewalk-library"
    assert row.listing.organization is not None
    assert row.listing.organization.sector is Sector.PUBLIC


def test_what_pages_are_made_of_is_no_record(catalogue: Catalogue, tmp_path: Path) -> None:
    things = [
        {"@type": "WebPage", "name": "Home", "description": "Welcome"},
        {"@type": "Organization", "name": "Publisher", "logo": "x.png", "description": "We publish"},
        {"@type": "Person", "name": "Sue", "telephone": "0151 496 0060"},
        {"@type": "Product", "name": "Tea", "offers": {"price": 3}},
        {"name": "No type", "address": "1 Quay Street"},
    ]
    with pytest.raises(SourceFailed, match=r"p\.html tells machines of no event, place or organisation"):
        rows_of(catalogue, tmp_path, *things)


def test_a_page_that_says_it_twice_says_it_once(catalogue: Catalogue, tmp_path: Path) -> None:
    assert len(rows_of(catalogue, tmp_path, event(), event(), {"@graph": [event()]})) == 1


def test_lists_of_items(catalogue: Catalogue, tmp_path: Path) -> None:
    items = [{"@type": "ListItem", "position": at, "item": event(name=f"Tea {at}", url=f"{HUB}{at}")} for at in (1, 2)]
    rows = rows_of(catalogue, tmp_path, {"@type": "ItemList", "itemListElement": items})
    assert [row.listing.name for row in rows if isinstance(row, Incoming)] == ["Tea 1", "Tea 2"]


def test_references_in_a_circle_end(catalogue: Catalogue, tmp_path: Path) -> None:
    things = [
        event(**{"@id": f"#{at}", "url": f"{HUB}{at}", "subEvent": [{"@id": f"#{to}"} for to in range(30)]})
        for at in range(30)
    ]
    assert len(rows_of(catalogue, tmp_path, {"@graph": things})) == 30


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"name": ""}, "row 1: Enter a name for this service"),
        ({"description": "x" * 4_000_000}, "row 1: The description is longer than 20,000 characters"),
        ({"name": "x" * 600}, "row 1: The name is longer than 500 characters"),
    ],
)
def test_bad_records(catalogue: Catalogue, tmp_path: Path, members: dict[str, Any], sentence: str) -> None:
    (row,) = rows_of(catalogue, tmp_path, event(**members))
    assert isinstance(row, Rejected)
    assert row.sentence() == sentence


def test_impossible_dates_give_no_times(catalogue: Catalogue, tmp_path: Path) -> None:
    (row,) = rows_of(catalogue, tmp_path, event(startDate="2099-02-31T25:00"))
    assert isinstance(row, Incoming)
    assert row.listing.times == ()


def test_data_far_down_a_page_are_found(catalogue: Catalogue, tmp_path: Path) -> None:
    path = page(tmp_path / "long.html", event())
    path.write_text(path.read_text().replace("<head>", f"<head><style>{'x' * 200_000}</style>"))
    assert read(catalogue, path, source="pages")[0] == "json-ld"


def test_a_page_without_data_is_no_file_of_records(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text("<!DOCTYPE html><html><body>502 Bad Gateway")
    with pytest.raises(SourceFailed, match=r"p\.html is a web page, not a file of records"):
        read(catalogue, tmp_path / "p.html", source="pages")


def test_a_page_cut_short_in_its_data(catalogue: Catalogue, tmp_path: Path) -> None:
    path = page(tmp_path / "cut.html", event(), event(name="Cake"))
    path.write_text(path.read_text()[: path.read_text().index("Cake")])
    rows = list(read(catalogue, path, source="pages")[1])
    assert [type(row) for row in rows] == [Incoming, Rejected]
