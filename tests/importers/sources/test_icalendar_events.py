"""Calendars: what an event becomes, what is nobody's business, and calendars that are broken."""

from datetime import date, time
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Attending, Sector
from importers.incoming import Gone, Incoming, Rejected
from importers.read import import_from, read
from importers.understanding import Understood
from tests.importers.reading import SAMPLES, listings_of

SAMPLE = SAMPLES / "icalendar/harbourside.ics"
CHOIR = "choir@harbourside.example.org"


def calendar(path: Path, *events: str) -> Path:
    """A calendar of these events; each is a line or more of properties."""
    blocks = (f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(blocks)}END:VCALENDAR\n", encoding="utf-8")
    return path


def only(catalogue: Catalogue, tmp_path: Path, *lines: str) -> Understood:
    """What an event with these lines comes out as; it is a tea on 1 June 2099 unless they say otherwise."""
    given = {line.partition(":")[0].partition(";")[0] for line in lines}
    usual = {"UID": "tea@example.org", "SUMMARY": "Tea", "DTSTART": "20990601T140000"}
    event = [f"{name}:{value}" for name, value in usual.items() if name not in given]
    (row,) = read(catalogue, calendar(tmp_path / "one.ics", "\n".join([*event, *lines])), source="calendar")[1]
    return row


def test_a_group_that_meets_every_week(catalogue: Catalogue) -> None:
    choir = listings_of(catalogue, SAMPLE)[CHOIR]
    weekly, moved = choir.times
    assert (weekly.days, weekly.opens_at, weekly.closes_at) == (("TU",), time(19), time(21))
    assert weekly.valid_from == date(2026, 9, 1)
    assert (moved.valid_from, moved.closes_at) == (date(2099, 6, 3), time(20))
    assert choir.times_text == "Not on Tuesday 2 June 2099, Tuesday 22 December 2099"
    assert choir.description == "Friendly singing, no need to read music.\nCake at half time. £2, first session free."
    assert choir.categories == ("singing", "choir")
    assert "JOY1" in choir.need_ids
    assert choir.organization is not None
    assert (choir.organization.name, choir.organization.sector) == ("Walton Singers CIC", Sector.VOLUNTARY)
    assert choir.email == "choir@example.org"
    assert (choir.venues[0].name, choir.venues[0].postcode) == ("Anchor Chapel", "L4 3TH")
    assert choir.venues[0].latitude == 53.4412


def test_who_was_invited_and_when_it_was_fetched_is_not_kept(catalogue: Catalogue) -> None:
    rows = [row for row in read(catalogue, SAMPLE, source="calendar")[1] if isinstance(row, Incoming)]
    kept = str([(row.raw, row.listing.model_dump_json()) for row in rows])
    assert "somebody@example.org" not in kept
    assert "Remember the cake" not in kept


def test_an_event_fetched_again_later_says_the_same(catalogue: Catalogue, tmp_path: Path) -> None:
    import_from(catalogue, SAMPLE, source="calendar", actor="tests")
    later = tmp_path / "later.ics"
    later.write_text(SAMPLE.read_text().replace("DTSTAMP:20261120", "DTSTAMP:20261127"))
    again = import_from(catalogue, later, source="calendar", actor="tests")
    assert (again.changed, again.unchanged) == (0, 3)


def test_a_joining_link_is_for_those_who_booked(catalogue: Catalogue) -> None:
    fair = listings_of(catalogue, SAMPLE)["fair@harbourside.example.org"]
    assert (fair.attending, fair.venues) == ((Attending.ONLINE,), ())
    assert "zoom" not in fair.model_dump_json()


def test_numbers_and_passwords_go_with_their_link(catalogue: Catalogue, tmp_path: Path) -> None:
    said = r"DESCRIPTION:Bring a biscuit.\nhttps://us02web.zoom.us/j/88?pwd=x\nMeeting ID: 881 22\nPasscode: 4711"
    row = only(catalogue, tmp_path, said)
    assert isinstance(row, Incoming)
    assert row.listing.description is not None
    assert row.listing.description.startswith("Bring a biscuit.")
    assert not any(secret in row.listing.description for secret in ("88", "4711"))


@pytest.mark.parametrize(
    "lines",
    [
        ("STATUS:CANCELLED",),
        ("DTSTART:20200601T140000",),
        ("DTSTART;VALUE=DATE:20200601",),
        ("DTSTART:20200601T140000", "RRULE:FREQ=WEEKLY;COUNT=4"),
    ],
)
def test_what_is_cancelled_or_over_is_gone(catalogue: Catalogue, tmp_path: Path, lines: tuple[str, ...]) -> None:
    row = only(catalogue, tmp_path, *lines)
    assert isinstance(row, Gone)
    assert row.source_id == "tea@example.org"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("CLASS:PRIVATE",), "row 1: This event is marked as private in the calendar"),
        (("UID:",), "row 1: This event has no UID, so nobody could find it again"),
        (("SUMMARY:",), "row 1: Enter a name for this service"),
        (("DTSTART:20990231T250000",), "row 1: The DTSTART of this event cannot be read"),
        (("DTSTART:00010101T000000",), "row 1: The DTSTART of this event cannot be read"),
        (("RRULE:FREQ=SOMETIMES",), "row 1: The RRULE of this event cannot be read"),
        (("SUMMARY:" + "x" * 600,), "row 1: The name is longer than 500 characters"),
        (("DESCRIPTION:" + "x" * 10_000_000,), "row 1: This event is too long to be read"),
        (("DESCRIPTION:" + "x" * 30_000,), "row 1: The description is longer than 20,000 characters"),
    ],
)
def test_events_that_are_none(catalogue: Catalogue, tmp_path: Path, lines: tuple[str, ...], sentence: str) -> None:
    row = only(catalogue, tmp_path, *lines)
    assert isinstance(row, Rejected)
    assert row.sentence() == sentence


def test_a_line_of_nonsense_is_passed_over_and_a_script_stays_outside(catalogue: Catalogue, tmp_path: Path) -> None:
    row = only(catalogue, tmp_path, "NONSENSE", "DESCRIPTION:<b>Tea</b><script>alert(1)</script> and cake")
    assert isinstance(row, Incoming)
    assert row.listing.description == "Tea and cake"


def test_an_end_before_the_beginning_is_no_end(catalogue: Catalogue, tmp_path: Path) -> None:
    row = only(catalogue, tmp_path, "DTEND:20990601T120000")
    assert isinstance(row, Incoming)
    assert [(slot.opens_at, slot.closes_at) for slot in row.listing.times] == [(time(14), None)]


def test_single_dates_of_an_event_that_is_not_there(catalogue: Catalogue, tmp_path: Path) -> None:
    row = only(catalogue, tmp_path, "RECURRENCE-ID:20990601T140000")
    assert isinstance(row, Incoming)
    assert row.listing.times[0].valid_from == date(2099, 6, 1)


def test_the_same_id_twice(catalogue: Catalogue, tmp_path: Path) -> None:
    event = "UID:tea\nSUMMARY:Tea\nDTSTART:20990601T140000"
    report = import_from(catalogue, calendar(tmp_path / "two.ics", event, event), source="calendar", actor="tests")
    assert (report.added, report.rejected) == (1, 1)


def test_a_calendar_cut_short_keeps_what_came_before(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = SAMPLE.read_text()
    (tmp_path / "cut.ics").write_text(whole[: whole.index("Repair")])
    report = import_from(catalogue, tmp_path / "cut.ics", source="calendar", actor="tests")
    assert report.added == 2
    assert report.message == "The calendar ends before its end: was it cut short? What came before was read."


def test_a_folder_of_calendars(catalogue: Catalogue, tmp_path: Path) -> None:
    calendar(tmp_path / "a.ics", "UID:tea\nSUMMARY:Tea\nDTSTART:20990601T140000")
    calendar(tmp_path / "b.ics", "UID:cake\nSUMMARY:Cake\nDTSTART:20990601T140000")
    report = import_from(catalogue, tmp_path, source="calendar", actor="tests")
    assert (report.format, report.added) == ("icalendar", 2)
