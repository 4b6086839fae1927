"""What sessions, series, courses and facilities of OpenActive become."""

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Sector
from directory.listing import Cost, Listing
from importers.incoming import Gone, Incoming, Rejected
from importers.read import read
from importers.understanding import Understood
from tests.importers.reading import SAMPLES, listings_of, rejects_of
from tests.importers.sources.rpde_feed import Item, updated

SAMPLE = SAMPLES / "openactive/sessions.json"


def feed(tmp_path: Path, *items: Item) -> Path:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"next": "https://feed.example.org/", "items": items}))
    return path


def only(catalogue: Catalogue, tmp_path: Path, *items: Item) -> Understood:
    (row,) = read(catalogue, feed(tmp_path, *items), source="active")[1]
    return row


def series(catalogue: Catalogue, tmp_path: Path, **data: Any) -> Listing:
    """A series called Yoga with this data, as it comes out."""
    row = only(catalogue, tmp_path, updated("a", "Yoga", **data))
    assert isinstance(row, Incoming), row
    return row.listing


def session(id: int, starts: str, **data: Any) -> Item:
    said = {"@type": "ScheduledSession", "superEvent": "https://feed.example.org/series/a", "startDate": starts} | data
    return {"state": "updated", "kind": "ScheduledSession", "id": id, "modified": 5, "data": said}


def test_a_series_with_a_schedule(catalogue: Catalogue) -> None:
    yoga = listings_of(catalogue, SAMPLE)["SessionSeries/ss-1"]
    (slot,) = yoga.times
    assert (slot.days, slot.opens_at, slot.closes_at) == (("TU",), time(10), time(11))
    assert (slot.valid_from, slot.valid_to) == (date(2026, 9, 1), date(2099, 7, 20))
    assert yoga.costs == (
        Cost(amount=Decimal("3.5"), option="Adult", per="session"),
        Cost(amount=Decimal(0), option="Concession"),
    )
    assert (yoga.minimum_age, yoga.gender, yoga.eligibility_text) == (55, Gender.WOMEN, "Level: Beginner")
    assert yoga.how_to_start is HowToStart.DROP_IN
    assert yoga.categories == ("Chair Yoga",)
    assert "BOD1" in yoga.need_ids
    assert yoga.organization is not None
    assert (yoga.organization.name, yoga.organization.sector) == ("Harbourside Council", Sector.PUBLIC)
    assert (yoga.email, yoga.phones[0].number) == ("active@example.org", "0151 496 0030")
    assert dict(yoga.venues[0].access) == {Access.TOILET: Known.YES}
    assert yoga.access_text == "Support with: Visual impairment"


def test_nobody_who_leads_a_session_is_taken_in(catalogue: Catalogue) -> None:
    rows = [row for row in read(catalogue, SAMPLE, source="active")[1] if isinstance(row, Incoming)]
    assert not any("Somebody" in str(row.raw) + row.listing.model_dump_json() for row in rows)


def test_joining_links_stay_with_those_who_booked(catalogue: Catalogue, tmp_path: Path) -> None:
    link = {"@type": "VirtualLocation", "url": "https://meet.example.org/secret"}
    data = {"location": link, "attendeeInstructions": "Go to secret", "description": "Join: https://zoom.us/j/1secret"}
    row = only(catalogue, tmp_path, updated("a", "Yoga", **data))
    assert isinstance(row, Incoming)
    assert row.listing.attending == (Attending.ONLINE,)
    assert "secret" not in str(row.raw) + row.listing.model_dump_json()


def test_dates_that_contradict_one_another_are_left_out_and_said(catalogue: Catalogue) -> None:
    football = listings_of(catalogue, SAMPLE)["SessionSeries/ss-2"]
    (slot,) = football.times
    assert (slot.days, slot.valid_from, slot.valid_to) == (("FR",), None, None)
    assert football.alert == "Ask whether this still runs: the dates that the organiser gives contradict one another."


def test_sessions_of_a_series_become_its_dates_as_clocks_show_them(catalogue: Catalogue) -> None:
    boccia = listings_of(catalogue, SAMPLE)["SessionSeries/ss-3"]
    assert [(slot.valid_from, slot.opens_at, slot.closes_at) for slot in boccia.times] == [
        (date(2099, 1, 6), time(13), time(14)),
        (date(2099, 6, 2), time(13), time(14)),
    ]


def test_a_session_of_a_series_that_nobody_tells_of(catalogue: Catalogue) -> None:
    (dangling,) = [reject for reject in rejects_of(catalogue, SAMPLE) if reject.field == "superEvent"]
    assert "https://feed.example.org/series/ss-99, of which this feed tells nothing" in dangling.message


def test_sessions_that_carry_their_series_with_them(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = {"@type": "SessionSeries", "@id": "https://feed.example.org/series/a", "name": "Yoga"}
    told = [session(at, f"2099-01-0{at}T10:00:00Z", superEvent=whole) for at in (1, 2, 3)]
    row = only(catalogue, tmp_path, *told)
    assert isinstance(row, Incoming)
    assert (row.listing.name, len(row.listing.times)) == ("Yoga", 3)


def test_a_session_takes_from_its_series_what_it_does_not_say(catalogue: Catalogue, tmp_path: Path) -> None:
    course = {"@type": "Course", "name": "Swim for beginners", "ageRange": {"minValue": 60}, "startDate": "2019-01-01"}
    data = {
        "@type": "CourseInstance",
        "instanceOf": course,
        "startDate": "2099-01-05",
        "endDate": "2099-01-05",
        "name": None,
    }
    item = {"state": "updated", "kind": "CourseInstance", "id": 7, "modified": 1, "data": data}
    row = only(catalogue, tmp_path, item)
    assert isinstance(row, Incoming)
    assert (row.listing.name, row.listing.minimum_age) == ("Swim for beginners", 60)
    assert row.listing.times[0].valid_from == date(2099, 1, 5)


def test_hundreds_of_slots_are_one_facility(catalogue: Catalogue, tmp_path: Path) -> None:
    hall = {"@type": "FacilityUse", "@id": "https://feed.example.org/hall", "name": "Badminton courts"}
    told: list[Item] = [{"state": "updated", "kind": "FacilityUse", "id": "hall", "modified": 1, "data": hall}]
    for at in range(300):
        slot = {"@type": "Slot", "facilityUse": hall["@id"], "startDate": f"2099-01-01T{at % 24:02}:00:00Z"}
        told.append({"state": "updated", "kind": "FacilityUse/Slot", "id": at, "modified": 2, "data": slot})
    told.append({"state": "deleted", "kind": "FacilityUse/Slot", "id": 999, "modified": 3})
    row = only(catalogue, tmp_path, *told)
    assert isinstance(row, Incoming)
    assert (row.listing.name, row.listing.times) == ("Badminton courts", ())


@pytest.mark.parametrize(
    "items",
    [
        [updated("a", "Yoga", endDate="2020-01-01", startDate="2019-01-01")],
        [
            updated(
                "a", "Yoga", eventSchedule=[{"byDay": ["Monday"], "startDate": "2019-01-01", "endDate": "2020-01-01"}]
            )
        ],
        [updated("a", "Yoga", eventStatus="https://schema.org/EventCancelled")],
        [updated("a", "Yoga"), session(1, "2020-01-01T10:00:00Z")],
        [updated("a", "Yoga"), session(1, "2099-01-01T10:00:00Z", eventStatus="https://schema.org/EventCancelled")],
    ],
    ids=["over", "schedule over", "cancelled", "sessions over", "sessions cancelled"],
)
def test_what_is_over_or_cancelled_is_gone(catalogue: Catalogue, tmp_path: Path, items: list[Item]) -> None:
    assert isinstance(only(catalogue, tmp_path, *items), Gone)


@pytest.mark.parametrize(
    ("schedule", "days", "interval"),
    [
        ({"byDay": ["https://schema.org/Monday", "https://schema.org/Friday"]}, ("MO", "FR"), 1),
        ({"byDay": ["schema:Monday"], "repeatFrequency": "P14D"}, ("MO",), 2),
        ({"byDay": ["2MO"], "repeatFrequency": "P1M"}, ("2MO",), 1),
        ({"repeatFrequency": "P1W", "startDate": "2026-09-02"}, ("WE",), 1),
        ({"repeatFrequency": "P1D"}, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 1),
    ],
)
def test_rhythms(
    catalogue: Catalogue, tmp_path: Path, schedule: dict[str, Any], days: tuple[str, ...], interval: int
) -> None:
    (slot,) = series(catalogue, tmp_path, eventSchedule=[schedule]).times
    assert (slot.days, slot.interval) == (days, interval)


@pytest.mark.parametrize(
    "schedule",
    [
        {"byDay": ["Monday"], "repeatFrequency": "P3D"},
        {"byMonthDay": [13], "repeatFrequency": "P1M"},
        {"byDay": ["Monday"], "byMonth": [6, 7]},
        {"byDay": ["Someday"], "repeatFrequency": "P1W"},
        {"repeatFrequency": "P1Y"},
        "every now and then",
    ],
)
def test_a_rhythm_that_no_timetable_holds_gives_no_times(catalogue: Catalogue, tmp_path: Path, schedule: Any) -> None:
    assert series(catalogue, tmp_path, eventSchedule=schedule).times == ()


def test_days_left_out_are_said(catalogue: Catalogue, tmp_path: Path) -> None:
    schedule = {"byDay": ["Monday"], "exceptDate": ["2099-12-28T10:00:00Z", "2020-07-23T11:00:00Z"]}
    assert series(catalogue, tmp_path, eventSchedule=[schedule]).times_text == "Not on Monday 28 December 2099"


@pytest.mark.parametrize(
    ("data", "ages"),
    [
        ({"ageRange": {"minValue": 0, "maxValue": 15}}, (None, 15)),
        ({"ageRange": {"minValue": 60, "maxValue": 16}}, (None, None)),
        ({"ageRange": {"minValue": 18, "maxValue": 100}}, (18, None)),
        ({"typicalAgeRange": "18-25"}, (18, 25)),
        ({"typicalAgeRange": "55+"}, (55, None)),
    ],
)
def test_ages(catalogue: Catalogue, tmp_path: Path, data: dict[str, Any], ages: tuple[float, float]) -> None:
    yoga = series(catalogue, tmp_path, **data)
    assert (yoga.minimum_age, yoga.maximum_age) == ages


def test_the_words_of_a_booking_button_are_no_group_of_people(catalogue: Catalogue, tmp_path: Path) -> None:
    yoga = series(catalogue, tmp_path, offers=[{"name": "Sign Up", "price": 0, "priceCurrency": "GBP"}])
    assert yoga.costs == (Cost(amount=Decimal(0)),)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"name": ""}, "row 1: Enter a name for this service"),
        ({"description": "x" * 10_000_000}, "row 1: The description is longer than 20,000 characters"),
        ({"name": "x" * 600}, "row 1: The name is longer than 500 characters"),
    ],
)
def test_bad_records(catalogue: Catalogue, tmp_path: Path, data: dict[str, Any], sentence: str) -> None:
    item = updated("a", "Yoga")
    row = only(catalogue, tmp_path, item | {"data": item["data"] | data})
    assert isinstance(row, Rejected)
    assert row.sentence() == sentence


def test_a_place_at_nought_is_no_place_and_a_script_no_description(catalogue: Catalogue, tmp_path: Path) -> None:
    yoga = series(
        catalogue,
        tmp_path,
        location={
            "@type": "Place",
            "name": "0.0, 0.0",
            "geo": {"latitude": 0, "longitude": 0},
            "address": {"postalCode": "L3 4AA"},
        },
        description="Breathe<script>alert(1)</script> out",
    )
    assert yoga.description == "Breathe out"
    assert (yoga.venues[0].name, yoga.venues[0].precision) == (None, "postcode")
