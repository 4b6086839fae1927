"""What the words of a listing ask of who may come."""

import json
from collections import Counter
from pathlib import Path

import pytest

from directory.kinds import Requires
from directory.listing import Listing, Requirement, Venue
from directory.understanding.eligibility import read_eligibility

SHEET = Path(__file__).parents[2] / "judged" / "eligibility.jsonl"
KINDS = {
    "belongs": Requires.BELONGS,
    "excludes": Requires.EXCLUDES,
    "lives": Requires.LIVES_IN,
    "surgery": Requires.SURGERY_IN,
    "member": Requires.MEMBER_OF,
    "referred": Requires.REFERRED_BY,
}
CASES = [json.loads(line) for line in SHEET.read_text(encoding="utf-8").splitlines()]
PRECISION, RECALL = 0.97, 0.95


def listing(row: dict[str, str]) -> Listing:
    venues = (Venue(address=row["address"]),) if "address" in row else ()
    return Listing(
        name=row["name"],
        description=row.get("description"),
        eligibility_text=row.get("eligibility"),
        venues=venues,
    )


def asked(name: str = "Monday group", *, text: str | None = None, field: str | None = None) -> tuple[Requirement, ...]:
    return read_eligibility(Listing(name=name, description=text, eligibility_text=field))


def test_a_sheet_of_listings_is_read_well() -> None:
    tally: Counter[str] = Counter()
    examples = []
    for case in CASES:
        requirements = read_eligibility(listing(case["row"]))
        expected = {(kind, one) for kind, every in case["says"].items() for one in every}
        found = {
            (kind, one)
            for kind, is_kind in KINDS.items()
            for r in requirements
            if r.kind is is_kind
            for one in r.any_of
        }
        tally += Counter(right=len(expected & found), wrong=len(found - expected), missed=len(expected - found))
        if expected != found:
            examples.append(f"{case['row']} says {sorted(expected)}, read as {sorted(found)}")
    assert len(CASES) >= 150
    precision = tally["right"] / (tally["right"] + tally["wrong"])
    recall = tally["right"] / (tally["right"] + tally["missed"])
    said = "\n".join([f"{precision:.3f} {recall:.3f}", *examples])
    assert precision >= PRECISION, said
    assert recall >= RECALL, said


def test_what_was_read_is_quoted() -> None:
    (rule,) = asked(text="Tea and cake. Only for tenants of Cobalt Homes. Ring Sue.")
    assert rule == Requirement(
        kind=Requires.MEMBER_OF, any_of=("Cobalt Homes",), words="Only for tenants of Cobalt Homes."
    )


def test_two_rules_of_one_sentence_must_both_hold() -> None:
    rules = asked(text="For parents with a learning disability.")
    assert [rule.any_of for rule in rules] == [("parent",), ("learning_disability",)]


def test_what_two_sentences_call_people_is_any_of_it() -> None:
    (rule,) = asked("Carers' Coffee", text="For people living with dementia.")
    assert set(rule.any_of) == {"carer", "dementia"}


def test_a_door_that_is_open_to_all_asks_nothing() -> None:
    assert asked("Carers' Coffee", text="Everyone is welcome.") == ()
    assert [rule.any_of for rule in asked(text="Everyone welcome. The last hour is for carers only.")] == [("carer",)]


def test_a_town_and_its_districts_are_one_place() -> None:
    (rule,) = asked(field="Kirkby postcodes", text="If you live in L32 or L33 we come to you.")
    assert rule.any_of == ("Kirkby", "L32", "L33")


def test_who_may_come_herself_need_not_be_sent() -> None:
    assert asked(text="GP referral or just ring us yourself.") == ()


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "for " * 2_000, "carers, " * 1_500, "L8 and " * 1_500, "<+carer> " * 300]
)
def test_odd_text_is_read_quickly_and_asks_little(text: str) -> None:
    assert len(asked(text=text)) <= 1
