"""What is compared of a service follows it, and what the public cannot find is nobody's duplicate."""

from sqlmodel import Session, select

from directory.assets import add_asset, change_asset, close_asset, remove_asset
from directory.duplicates.profiles import (
    as_values,
    forget_profiles,
    keys_of,
    number_of,
    read_profiles,
    records_of,
    write_profiles,
)
from directory.kinds import Status
from directory.matching.record import MatchRecord
from directory.models import MatchKey, MatchProfile
from tests.harbourside import BOOTLE_HALL, LIBRARY, LISTINGS

MAUREEN = "maureen@example.org"
DEBT = LISTINGS["debt"]


def keys(session: Session, asset_id: str) -> set[int]:
    return set(session.exec(select(MatchKey.key).where(MatchKey.number == number_of(asset_id))))


def wanted(asset_id: str, key: str) -> set[int]:
    return {found for record in records_of(asset_id, LISTINGS[key]) for found in keys_of(record)}


def test_a_service_is_compared_by_all_that_tells_it() -> None:
    (record,) = records_of("a", DEBT)
    assert (record.name, record.organisation) == ("Quayside Debt Advice", "Quayside Money Advice")
    assert (record.address, record.postcode, record.city) == (
        "Harbourside Library, 1 Quay Street",
        "L3 4AA",
        "Liverpool",
    )
    assert (record.phone, record.category) == ("0151 496 0001", "Debt advice")
    assert (record.latitude, record.longitude) == (LIBRARY.latitude, LIBRARY.longitude)


def test_a_record_for_each_venue_and_one_without() -> None:
    two = DEBT.model_copy(update={"venues": (LIBRARY, BOOTLE_HALL)})
    assert [record.postcode for record in records_of("a", two)] == ["L3 4AA", "L20 3EF"]
    (nowhere,) = records_of("a", DEBT.model_copy(update={"venues": ()}))
    assert (nowhere.postcode, nowhere.address, nowhere.latitude) == ("", "", None)


def test_what_is_kept_leaves_out_what_is_not_said_and_reads_back_the_same() -> None:
    record = MatchRecord(id="a", name="Quayside")
    assert as_values(record) == {"name": "Quayside"}
    (whole,) = records_of("a", DEBT)
    assert MatchRecord(id="a", **as_values(whole)) == whole


def test_profiles_follow_every_change(session: Session) -> None:
    asset_id = add_asset(session, DEBT, actor=MAUREEN)
    assert read_profiles(session, [asset_id]) == {asset_id: records_of(asset_id, DEBT)}
    assert keys(session, asset_id) == wanted(asset_id, "debt")
    change_asset(session, asset_id, LISTINGS["choir"], actor=MAUREEN)
    assert read_profiles(session, [asset_id]) == {asset_id: records_of(asset_id, LISTINGS["choir"])}
    assert keys(session, asset_id) == wanted(asset_id, "choir")
    remove_asset(session, asset_id, actor=MAUREEN, reason="Never existed")
    assert (read_profiles(session, [asset_id]), keys(session, asset_id)) == ({}, set())


def test_what_is_closed_or_not_yet_published_is_nobodys_duplicate(session: Session) -> None:
    draft = add_asset(session, DEBT.model_copy(update={"status": Status.DRAFT}), actor=MAUREEN)
    closed = add_asset(session, DEBT, actor=MAUREEN)
    close_asset(session, closed, actor=MAUREEN)
    assert read_profiles(session, [draft, closed]) == {}
    assert session.exec(select(MatchKey)).all() == []
    change_asset(session, closed, DEBT, actor=MAUREEN)
    assert set(read_profiles(session, [draft, closed])) == {closed}


def test_made_again_and_forgotten(session: Session) -> None:
    asset_id = add_asset(session, DEBT, actor=MAUREEN)
    before = session.exec(select(MatchProfile)).one().records
    write_profiles(session, [(asset_id, DEBT)])
    assert session.exec(select(MatchProfile)).one().records == before
    forget_profiles(session, [asset_id])
    assert session.exec(select(MatchProfile)).all() == []
