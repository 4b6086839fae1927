"""Ids that are made from what they stand for: the same again, and near each other where rows are written together."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from directory.models.base import derived_id, id_beside, new_id, ordered_id

KEYS = [f"g{number:07}" for number in range(5, 1500, 7)]


def test_the_same_parts_give_the_same_id() -> None:
    assert derived_id("a", "b") == derived_id("a", "b") != derived_id("a", "c")
    assert ordered_id("hub", "7") == ordered_id("hub", "7") != ordered_id("council", "7")
    owner = new_id()
    assert id_beside(owner, "phone", "1") == id_beside(owner, "phone", "1") != id_beside(owner, "phone", "2")


def test_records_that_are_numbered_in_order_lie_in_order() -> None:
    ids = [ordered_id("hub", key) for key in KEYS]
    assert sorted(ids) == ids
    assert len({one[:4] for one in ids}) == 1


def test_what_hangs_on_a_service_lies_beside_it() -> None:
    first, second = (ordered_id("hub", key) for key in ("10", "11"))
    hanging = [id_beside(first, "phone", str(number)) for number in range(50)]
    assert all(one[:13] == first[:13] and one < second for one in hanging)


@given(st.lists(st.text(max_size=12), unique=True, max_size=40), st.text(max_size=5))
def test_each_key_has_an_id_of_its_own(keys: list[str], source: str) -> None:
    """Also where two keys have the same number in them, or none, or one that is too large or in other digits."""
    ids = [ordered_id(source, key) for key in keys]
    assert len(set(ids)) == len(keys)
    assert {UUID(one).version for one in ids} <= {8}
