"""What tells that a record says what it said, and which ids came already."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from directory.assets import add_asset
from directory.models import ImportRun, SourceRecord
from importers import fingerprints
from importers.fingerprints import PAGE, Seen, fingerprint, settled
from importers.incoming import Found, Incoming
from tests.importers.keepers import CHOIR, MAUREEN, record

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_the_order_of_members_and_the_row_tell_nothing(said: dict[str, object]) -> None:
    turned = dict(reversed(said.items()))
    assert fingerprint(Found(1, said)) == fingerprint(Found(99, turned, cells={"a": "b"}))


@given(
    st.dictionaries(st.text(max_size=3), st.text(max_size=3)), st.dictionaries(st.text(max_size=3), st.text(max_size=3))
)
def test_what_says_something_else_has_another(one: dict[str, str], other: dict[str, str]) -> None:
    assert (fingerprint(Found(1, one)) == fingerprint(Found(1, other))) == (one == other)


def test_half_a_character_is_no_harm() -> None:
    assert fingerprint(Found(1, {"name": "\ud83d"})) != fingerprint(Found(1, {"name": "\ud83e"}))


def test_other_rules_of_understanding_read_everything_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    one = record("c1")
    before = fingerprint(one, "vocabulary 1")
    assert fingerprint(one, "vocabulary 2") != before
    monkeypatch.setattr(fingerprints, "UNDERSTANDING", fingerprints.UNDERSTANDING + 1)
    assert fingerprint(one, "vocabulary 1") != before


def test_columns_that_we_do_not_know_count_too() -> None:
    assert fingerprint(Incoming(1, "c1", CHOIR, raw={"Ward": "Walton"})) != fingerprint(Incoming(1, "c1", CHOIR))


def test_those_that_say_what_they_said_are_settled_unless_missing_or_withdrawn(session: Session) -> None:
    run = ImportRun(source="council", format="csv", origin="f.csv", started_at=AT)
    session.add(run)
    session.flush()
    asset_id = add_asset(session, CHOIR, actor=MAUREEN)
    for source_id, told in {
        "there": {},
        "twin": {},
        "away": {"missing_since": AT},
        "gone": {"withdrawn": True},
    }.items():
        values = {"source": "council", "source_id": source_id, "service_id": asset_id, "own_id": source_id}
        values |= {"run_id": run.id, "added_run_id": run.id, "fingerprint": "print", "retrieved_at": AT}
        session.add(SourceRecord(**values, **told))
    session.flush()
    asked = ["print", *(f"other {number}" for number in range(PAGE))]
    assert settled(session, "council", asked) == {"print": ["there", "twin"]}
    assert settled(session, "hub", asked) == {}


def test_ids_are_remembered_with_the_row_in_which_they_came_first() -> None:
    seen = Seen()
    assert [seen.add("a", 2), seen.add("b", 3), seen.add("a", 4), seen.add("\udc80", 5)] == [2, 3, 2, 5]
    assert seen.count == 3
    assert ("a" in seen, "c" in seen) == (True, False)
    seen.close()


def test_many_ids_are_remembered() -> None:
    seen = Seen()
    for number in range(20_000):
        seen.add(f"id{number}", number)
    assert (seen.count, "id19999" in seen, "id20000" in seen) == (20_000, True, False)
    seen.close()
