"""Two services are found to be one, whose words count then, and how they are parted again."""

import pytest
from sqlmodel import Session

from directory.assets import add_asset, change_asset, find_asset, get_asset
from directory.clock import now
from directory.duplicates.merging import merge_pair, part_pair, successor_of, successors_of
from directory.duplicates.names import names_of
from directory.duplicates.pairs import (
    count_waiting_pairs,
    decide_different,
    hold_pair,
    list_waiting_pairs,
    longest_waiting,
    next_waiting_pair,
    pair_id,
)
from directory.errors import Invalid
from directory.listing import Listing, Phone, kept
from directory.matching.judgement import Decision, Judgement
from directory.models import ImportRun, RunStatus, SourceRecord
from directory.provenance import who_says
from directory.sources import keep_source

ANN = "ann@example.org"
CHOIR = Listing(name="Walton Choir", description="We sing.", phones=(Phone(number="0151 496 0002"),))
TWIN = Listing(name="Walton Waterfront Choir", description="Singing for all.", email="choir@example.org")


def add(session: Session, listing: Listing, source: str | None = None, precedence: int = 60, licence: str = "") -> str:
    """Add a service, as a source says it or as somebody wrote it here, and give its id."""
    if not source:
        return add_asset(session, listing, actor=ANN)
    known = keep_source(session, source, licence=licence or None, precedence=precedence)
    run = ImportRun(source=source, format="csv", origin="x.csv", started_at=now(), status=RunStatus.DONE)
    session.add(run)
    session.flush()
    asset_id = add_asset(session, listing, actor=source, run_id=run.id)
    session.add(
        SourceRecord(
            source=source,
            source_id=asset_id,
            service_id=asset_id,
            own_id=asset_id,
            run_id=run.id,
            added_run_id=run.id,
            fingerprint="",
            listing=kept(listing) or {},
            licence=known.licence,
            retrieved_at=now(),
        )
    )
    session.flush()
    return asset_id


def hold(session: Session, one: str, other: str, probability: float = 0.5) -> str:
    judged = Judgement(probability, Decision.PERHAPS, ("names alike",))
    hold_pair(session, one, other, judged, model_version="1", run_id=None)
    session.flush()
    return pair_id(one, other)


def merged(session: Session, kept_id: str, gone_id: str) -> Listing:
    merge_pair(session, hold(session, kept_id, gone_id), by=ANN, kept_id=kept_id)
    return get_asset(session, kept_id, staff=True).listing


@pytest.mark.parametrize("names", [("Alpha", "Zeta"), ("Zeta", "Alpha")])
def test_of_sources_that_count_alike_the_one_that_is_kept_is_believed(session: Session, names: tuple[str, str]) -> None:
    kept_id, gone_id = add(session, CHOIR, names[0]), add(session, TWIN, names[1])
    assert merged(session, kept_id, gone_id) == CHOIR.model_copy(update={"email": "choir@example.org"})
    assert find_asset(session, gone_id, staff=True) is None


def test_a_source_that_counts_more_is_believed_whichever_is_kept(session: Session) -> None:
    kept_id, gone_id = add(session, CHOIR, "Alpha", 60), add(session, TWIN, "Register", 80)
    assert merged(session, kept_id, gone_id).description == "Singing for all."


def test_what_was_written_here_stays_beside_any_source(session: Session) -> None:
    kept_id, gone_id = add(session, CHOIR), add(session, TWIN, "Register", 100)
    assert merged(session, kept_id, gone_id) == CHOIR.model_copy(update={"email": "choir@example.org"})


def test_words_under_a_licence_that_binds_are_not_lent(session: Session) -> None:
    kept_id, gone_id = add(session, CHOIR, "Alpha"), add(session, TWIN, "Map", 40, "ODbL 1.0")
    assert merged(session, kept_id, gone_id) == CHOIR


def test_what_somebody_wrote_into_the_one_that_goes_is_not_lost(session: Session) -> None:
    kept_id, gone_id = add(session, CHOIR, "Alpha"), add(session, TWIN, "Zeta")
    change_asset(session, gone_id, TWIN.model_copy(update={"accreditations": "Sing for Health"}), actor=ANN)
    assert merged(session, kept_id, gone_id).accreditations == "Sing for Health"


@pytest.mark.parametrize("source", [None, "Alpha"])
@pytest.mark.parametrize("other", [None, "Zeta"])
def test_parting_makes_both_what_they_were(session: Session, source: str | None, other: str | None) -> None:
    kept_id, gone_id = add(session, CHOIR, source), add(session, TWIN, other)
    edited = TWIN.model_copy(update={"accreditations": "Sing for Health"})
    change_asset(session, gone_id, edited, actor=ANN)
    merged(session, kept_id, gone_id)
    part_pair(session, pair_id(kept_id, gone_id), by=ANN)
    assert [get_asset(session, key).listing for key in (kept_id, gone_id)] == [CHOIR, edited]
    assert count_waiting_pairs(session) == 1


def test_chains_lead_to_their_end_and_are_parted_from_there(session: Session) -> None:
    first, second, third = (add(session, CHOIR, f"Source {number}") for number in range(3))
    merged(session, second, first)
    merged(session, third, second)
    assert successor_of(session, first) == third
    assert successors_of(session, [first, second, third]) == {first: third, second: third}
    assert names_of(session, [first, third]) == {first: "Walton Choir", third: "Walton Choir"}
    with pytest.raises(Invalid, match="has gone since"):
        part_pair(session, pair_id(first, second), by=ANN)
    part_pair(session, pair_id(second, third), by=ANN)
    part_pair(session, pair_id(first, second), by=ANN)
    assert find_asset(session, first)


def test_what_may_be_the_same_as_the_one_that_goes_waits_with_the_one_that_stays(session: Session) -> None:
    kept_id, gone_id, third = (add(session, CHOIR) for _ in range(3))
    hold(session, gone_id, third, 0.7)
    merged(session, kept_id, gone_id)
    assert [pair.id for pair in list_waiting_pairs(session)] == [pair_id(kept_id, third)]


def test_a_decision_that_they_are_two_outlives_a_merge_with_a_third(session: Session) -> None:
    kept_id, gone_id, third = (add(session, CHOIR) for _ in range(3))
    decide_different(session, hold(session, kept_id, third), by=ANN)
    hold(session, gone_id, third)
    merged(session, kept_id, gone_id)
    assert count_waiting_pairs(session) == 0


def test_the_most_doubtful_comes_first_and_then_the_next(session: Session) -> None:
    a, b, c = (add(session, CHOIR) for _ in range(3))
    sure, doubtful, likely = hold(session, a, b, 0.95), hold(session, b, c, 0.52), hold(session, a, c, 0.7)
    assert next_waiting_pair(session) == doubtful
    assert next_waiting_pair(session, doubtful) == likely
    assert next_waiting_pair(session, likely) == sure
    assert next_waiting_pair(session, sure) is None
    assert longest_waiting(session)


def test_who_says_what_names_the_person_and_the_sources_that_say_the_same(session: Session) -> None:
    asset_id = add(session, CHOIR, "Alpha", licence="OGL")
    edited = CHOIR.model_copy(update={"email": "we@example.org"})
    change_asset(session, asset_id, edited, actor=ANN)
    said = who_says(session, asset_id)
    assert [(one.by, one.licence) for one in said["description"]] == [("Alpha", "OGL")]
    assert [(one.by, one.source) for one in said["email"]] == [(ANN, None)]
    assert "url" not in said
