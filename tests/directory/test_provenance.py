"""Who says what: part by part the source with its licence and run, or the person who wrote it."""

import pytest

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.database import Database
from directory.errors import NotFound
from directory.kinds import Access, Known
from directory.provenance import list_source_records, who_says
from tests.harbourside import WALTON_HALL
from tests.importers.keepers import CHOIR, COUNCIL, HUB, MAUREEN, edited, gone, only_id, record, taken


@pytest.fixture
def both(database: Database, catalogue: Catalogue) -> Catalogue:
    """An empty catalogue on SQLite, then on PostgreSQL."""
    catalogue.database.dispose()
    catalogue.database = database
    return catalogue


def by_part(catalogue: Catalogue) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """For each part who says it, of which source, under which licence."""
    with catalogue.reading() as session:
        said = who_says(session, only_id(catalogue))
    return {part: sorted((one.by, one.source, one.licence) for one in every) for part, every in said.items()}  # type: ignore[type-var]


COUNCIL_SAYS = ("council", "council", "OGL 3.0")
HUB_SAYS = ("hub", "hub", "CC BY 4.0")


def test_each_part_is_traced_to_its_source_and_an_edit_to_its_person(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing.", cost_text="£2"))
    second = taken(both, HUB, record("h1", description="A choir.", minimum_age=18))
    edited(both, only_id(both), alternate_name="The Walties")
    said = by_part(both)
    assert said["description"] == said["cost_text"] == [COUNCIL_SAYS]
    assert said["minimum_age"] == [HUB_SAYS]
    assert said["name"] == said["phones"] == [COUNCIL_SAYS, HUB_SAYS]
    assert said["alternate_name"] == [(MAUREEN, None, None)]
    assert "url" not in said
    with both.reading() as session:
        (age,) = who_says(session, only_id(both))["minimum_age"]
        records = list_source_records(session, only_id(both))
    assert (age.run_id, age.at) == (second.run, records[1].retrieved_at)
    assert [one.source for one in records] == ["council", "hub"]


def test_an_edit_of_a_sources_part_is_the_persons(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing."))
    edited(both, only_id(both), description="Maureen's words")
    assert by_part(both)["description"] == [(MAUREEN, None, None)]


def test_what_was_written_here_is_the_persons(both: Catalogue) -> None:
    with both.writing() as session:
        add_asset(session, CHOIR, actor=MAUREEN)
    assert set(map(tuple, by_part(both).values())) == {((MAUREEN, None, None),)}


def test_a_venue_that_two_sources_describe_is_both_theirs(both: Catalogue) -> None:
    bare = WALTON_HALL.model_copy(update={"access": ()})
    lift = WALTON_HALL.model_copy(update={"access": ((Access.LIFT, Known.NO),), "getting_there": None, "name": None})
    taken(both, COUNCIL, record("c1", venues=(bare,)))
    taken(both, HUB, record("h1", venues=(lift,)))
    assert by_part(both)["venues"] == [COUNCIL_SAYS, HUB_SAYS]


def test_that_it_is_no_more_is_said_by_its_source(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    taken(both, COUNCIL, gone("c1"), incremental=True)
    assert by_part(both)["status"] == [COUNCIL_SAYS]


def test_there_is_no_such_asset(both: Catalogue) -> None:
    with both.reading() as session, pytest.raises(NotFound):
        who_says(session, "none")
