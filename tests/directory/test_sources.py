"""Sources: whose word counts how much, under what licence, and how much of each is here."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from directory.combining import combined
from directory.errors import Invalid, NotFound
from directory.kinds import Status
from directory.models import ImportRun, RunStatus, SourceRecord
from directory.sources import (
    change_source,
    get_source,
    is_separable,
    keep_source,
    list_source_use,
    list_sources,
    sayings,
)

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


def record(source: str, description: str, *, withdrawn: bool = False, own: str = "a") -> SourceRecord:
    said = {"name": "Walton Waterfront Choir", "description": description}
    return SourceRecord(source=source, source_id="1", service_id="a", own_id=own, listing=said, withdrawn=withdrawn)  # type: ignore[call-arg]  # not kept


def test_a_source_is_made_on_first_sight_and_keeps_what_was_decided_about_it(session: Session) -> None:
    keep_source(session, "osm", licence="ODbL 1.0, © OpenStreetMap contributors", precedence=30)
    change_source(session, "osm", precedence=70)
    again = keep_source(session, "osm", licence=None, precedence=30)
    assert (again.precedence, again.separable) == (70, True)
    assert again.licence == "ODbL 1.0, © OpenStreetMap contributors"


@pytest.mark.parametrize(
    ("licence", "separable"),
    [
        ("ODbL 1.0", True),
        ("Open Database License", True),
        ("odbl", True),
        ("OGL 3.0", False),
        ("CC BY 4.0", False),
        ("", False),
    ],
)
def test_which_licences_keep_their_words_to_themselves(licence: str, separable: bool) -> None:
    assert is_separable(licence) is separable


def test_a_licence_is_taken_back(session: Session) -> None:
    keep_source(session, "hub", licence="ODbL 1.0", precedence=60)
    source = change_source(session, "hub", licence="  ")
    assert (source.licence, source.separable) == (None, False)


@pytest.mark.parametrize("precedence", [-1, 101])
def test_precedence_has_bounds(session: Session, precedence: int) -> None:
    keep_source(session, "hub", licence=None, precedence=60)
    with pytest.raises(Invalid, match="from 0 to 100") as refusal:
        change_source(session, "hub", precedence=precedence)
    assert refusal.value.field == "precedence"


def test_a_source_that_there_is_not(session: Session) -> None:
    with pytest.raises(NotFound, match="no source called “nobody”"):
        get_source(session, "nobody")


def test_those_that_count_most_come_first(session: Session) -> None:
    for name, precedence in (("hub", 60), ("council", 80), ("charities", 60)):
        keep_source(session, name, licence=None, precedence=precedence)
    assert [source.name for source in list_sources(session)] == ["council", "charities", "hub"]


def test_the_last_run_of_a_source_is_not_one_that_was_tried_or_taken_back(session: Session) -> None:
    keep_source(session, "hub", licence=None, precedence=60)
    whole = {"source": "hub", "format": "csv", "origin": "f.csv"}
    kept = ImportRun(**whole, started_at=AT, status=RunStatus.DONE)
    session.add(kept)
    session.add(ImportRun(**whole, started_at=AT.replace(hour=10), status=RunStatus.UNDONE))
    session.add(ImportRun(**whole, started_at=AT.replace(hour=11), status=RunStatus.DONE, dry_run=True))
    session.flush()
    (use,) = list_source_use(session)
    assert (use.source.name, use.records) == ("hub", 0)
    assert use.last_run
    assert use.last_run.id == kept.id


def test_what_is_withdrawn_says_nothing_beside_others_and_alone_that_it_is_withdrawn(session: Session) -> None:
    gone, there = record("council", "Council", withdrawn=True), record("hub", "Hub", own="b")
    assert combined(sayings(session, [gone, there])).description == "Hub"
    alone = combined(sayings(session, [gone]))
    assert (alone.description, alone.status) == ("Council", Status.WITHDRAWN)


def test_of_equals_the_one_that_the_service_was_made_of_comes_first(session: Session) -> None:
    beside, own = record("a source", "Beside", own="b"), record("z source", "Own")
    assert combined(sayings(session, [beside, own])).description == "Own"


def test_records_of_which_nothing_is_known_are_left_out(session: Session) -> None:
    old = record("council", "Council")
    old.listing = {}
    assert sayings(session, [old]) == []
