"""A file of seekers: what is right is read, what is wrong is refused in one plain sentence."""

import json
from datetime import time

import pytest

from directory.errors import Invalid
from recommender.seeker import FreeTime, read_seeker

MAUREEN = {
    "id": "m1",
    "words": "I'd like some company",
    "needs": ["CON1", "housing"],
    "postcode": "L4 3TH",
    "age": 71,
    "max_distance_miles": 2.5,
    "travel": "bus",
    "max_cost": 0,
    "languages": ["en", "pt-BR"],
    "free_times": [{"day": "MO", "from": "10:00", "to": "14:00"}],
    "online": "no",
    "children_ages": [0.5, 4],
}


def test_maureen_is_read_whole() -> None:
    seeker = read_seeker(json.dumps(MAUREEN))
    assert seeker.needs == ("CON1", "housing")
    assert seeker.free_times == (FreeTime(day="MO", starts_at=time(10), ends_at=time(14)),)
    assert seeker.gender is None
    assert seeker.max_cost == 0


def test_only_an_id_is_required_and_null_is_absent() -> None:
    assert read_seeker('{"id": "m2", "age": null, "needs": null}').needs == ()


@pytest.mark.parametrize(
    ("change", "message", "field"),
    [
        ({"foo": 1}, "Unknown member 'foo'", "foo"),
        ({"foo": 1, "age": "old"}, "Unknown member 'foo'", "foo"),
        ({"name": "Maureen"}, "Unknown member 'name'", "name"),
        ({"birth_date": "1955-01-01"}, "Unknown member 'birth_date'", "birth_date"),
        ({"age": "old"}, "'age' must be a whole number of years from 0 to 120", "age"),
        ({"age": -3}, "'age' must be a whole number of years from 0 to 120", "age"),
        ({"travel": "fly"}, "'travel' must be walk, wheel, bus or car", "travel"),
        ({"max_cost": -1}, "'max_cost' must be a number of pounds, 0 or more", "max_cost"),
        ({"languages": ["??"]}, "'languages' must be a list of language codes, such as en, pl, cy", "languages"),
        ({"latitude": 53.4}, "Give both 'latitude' and 'longitude', or neither", None),
        ({"free_times": [{"day": "MO", "from": "14:00", "to": "10:00"}]}, "'free_times' must be a list", "free_times"),
        ({"free_times": [{"day": "MO", "from": "1:00", "to": "2:00", "why": 1}]}, "Unknown member 'why'", "free_times"),
        ({"words": "a" * 1_000_000}, "'words' must be text of up to 20,000 characters", "words"),
        ({"id": ""}, "'id' must be text that is not empty", "id"),
    ],
)
def test_a_wrong_value_is_refused_plainly(change: dict[str, object], message: str, field: str | None) -> None:
    with pytest.raises(Invalid) as refused:
        read_seeker(json.dumps(MAUREEN | change))
    assert refused.value.message.startswith(message)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("line", "message"),
    [("nope", "This line is not JSON"), ("[1]", "A seeker is one JSON object"), ("{}", "A seeker needs an 'id'")],
)
def test_a_line_that_is_no_seeker_is_refused(line: str, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        read_seeker(line)
