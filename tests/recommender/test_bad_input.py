"""Whatever somebody says, or leaves unsaid, gets an honest answer or one plain sentence; never a fault."""

import json
import time
from datetime import date
from typing import Any

import pytest

from directory.errors import Invalid, Refusal
from directory.geography import PlaceNotFound
from directory.listing import Listing, NeedLink
from recommender.needs import vocabulary
from recommender.recommend import LIMIT, Recommender
from recommender.recommendation import Eligible, Recommendation
from recommender.seeker import EXPECTED, read_seeker
from tests.harbourside import LISTINGS
from tests.recommender.people import GAZETTEER, TODAY, asset, seeker, town
from web.commands.answers import as_answer


@pytest.fixture(scope="module")
def harbourside() -> Recommender:
    return Recommender.over(town(), GAZETTEER)


@pytest.fixture(scope="module")
def nowhere() -> Recommender:
    """A directory in which there is nothing yet."""
    return Recommender.over([], GAZETTEER)


def answered(ours: Recommender, today: date = TODAY, **said: Any) -> Recommendation:
    """The answer, of which this much is always so."""
    found = ours.recommend(seeker(**said), today=today)
    sought = {need.id for need in found.needs}
    shown = {need for one in found.suggestions for need in one.needs}
    assert shown | set(found.unmet) == sought or len(found.suggestions) == LIMIT, "each is served or said to be unmet"
    assert not shown & set(found.unmet)
    assert shown <= sought
    for number, one in enumerate(found.suggestions, start=1):
        assert one.rank == number
        assert 0 <= one.score <= 1
        assert one.needs
        assert one.reasons
        assert one.eligible is not Eligible.NO
        assert (one.eligible is Eligible.ASK) == bool(one.unknowns)
    assert len(found.pathway) <= 4
    json.dumps(as_answer(found), allow_nan=False)
    return found


def names(found: Recommendation) -> set[str]:
    return {one.asset.name for one in found.suggestions}


@pytest.mark.parametrize("said", [{}, {"words": ""}, {"words": "  \n "}, {"age": 67, "postcode": "L4 3TH"}])
def test_who_says_nothing_is_told_nothing_silly(harbourside: Recommender, said: dict[str, Any]) -> None:
    found = answered(harbourside, **said)
    assert (found.needs, found.suggestions, found.pathway, found.unmet, found.urgent) == ((), (), (), (), None)


def test_what_cannot_be_paid_for_is_unmet_and_not_shown(harbourside: Recommender) -> None:
    found = answered(harbourside, needs=["JOY1", "BOD1"], max_cost=0, age=40, postcode="L4 3TH", travel="car")
    assert "Dock Road Gym" not in names(found)
    assert "Walton Waterfront Choir" not in {
        one.asset.name for one in found.suggestions if one.eligible is Eligible.YES
    }
    assert "BOD1" in found.unmet
    dear = answered(harbourside, needs=["BOD1"], max_cost=30, age=40, postcode="L4 3TH", travel="car")
    assert "Dock Road Gym" in names(dear)


def test_limits_that_leave_nothing_are_an_answer_too(harbourside: Recommender) -> None:
    at_night = [{"day": "SU", "from": "03:00", "to": "03:05"}]
    found = answered(harbourside, needs=["JOY1"], free_times=at_night, online="only", max_cost=0, max_distance_miles=0)
    assert found.suggestions == found.pathway == ()
    assert found.unmet == ("JOY1",)


def test_twenty_needs_at_once(harbourside: Recommender) -> None:
    wanted = [need.id for need in vocabulary().list_needs() if need.ranked][:20]
    found = answered(harbourside, needs=wanted, age=40, postcode="L4 3TH")
    assert [need.id for need in found.needs] == wanted
    assert found.suggestions
    assert set(found.unmet) < set(wanted)
    every = [need.id for need in vocabulary()]
    assert answered(harbourside, needs=every).urgent, "crisis is among them"


NOVEL = "It was a grey morning by the docks and she walked on and on past the sheds. "


def test_a_novel_is_read_in_time_and_one_line_of_it_is_enough(harbourside: Recommender) -> None:
    pages = NOVEL * (19_000 // len(NOVEL))
    told = f"{pages[: len(pages) // 2]} Bailiffs are writing to me. {pages[len(pages) // 2 :]}"
    began = time.perf_counter()
    found = answered(harbourside, words=told, postcode="L4 3TH")
    assert time.perf_counter() - began < 3
    assert "MON1" in {need.id for need in found.needs}
    assert "Quayside Debt Advice" in names(found)


def test_ten_thousand_words_are_read_in_time(harbourside: Recommender) -> None:
    for words in ("I " * 10_000, "debt rent sing " * 1_300, "a" * 20_000, "my dad is 67. " * 1_400, "." * 20_000):
        began = time.perf_counter()
        answered(harbourside, words=words[:20_000])
        assert time.perf_counter() - began < 3, words[:20]


def test_longer_words_are_refused_in_one_sentence() -> None:
    with pytest.raises(Invalid) as refused:
        read_seeker(json.dumps({"id": "m1", "words": "debt " * 10_000}))
    assert refused.value.message == "'words' must be text of up to 20,000 characters"


FOREIGN = [
    "Szukam kogoś do rozmowy, jestem samotna i nie mam pieniędzy",
    "أبحث عن شخص أتحدث معه وليس لدي مال",
    "我很孤单，想找人聊天",
    "😀🎶🏴‍☠️👩‍👧",
    "\u200b\u200b\u202e",
    "????",
    "NULL; DROP TABLE service; --",
    "<script>alert(1)</script>",
    "\x00\x01",
    "nan inf -1 1e999",
]


@pytest.mark.parametrize("words", FOREIGN)
def test_words_that_are_not_understood_are_not_pretended_to_be(harbourside: Recommender, words: str) -> None:
    found = answered(harbourside, words=words, postcode="L4 3TH")
    assert found.urgent is None
    assert len(found.needs) <= 2
    stated = answered(harbourside, words=words, needs=["MON1"], postcode="L4 3TH")
    assert "MON1" in {need.id for need in stated.needs}
    assert "Quayside Debt Advice" in names(stated), "what she states is not lost"


@pytest.mark.parametrize("words", ["😀🎶", "????", "\u200b", "我很孤单"])
def test_what_has_no_english_word_gives_no_need(harbourside: Recommender, words: str) -> None:
    assert answered(harbourside, words=words).needs == ()


@pytest.mark.parametrize(
    "home",
    [
        {},
        {"postcode": "ZZ99 9ZZ"},
        {"postcode": "SW1A 1AA"},
        {"postcode": "the blue door"},
        {"postcode": "75001 Paris"},
        {"latitude": 53.6, "longitude": -5.0},
    ],
    ids=["nowhere", "no postcode", "London", "a door", "Paris", "the Irish Sea"],
)
def test_a_home_that_nobody_knows_is_no_bar_and_no_distance(harbourside: Recommender, home: dict[str, Any]) -> None:
    found = answered(harbourside, needs=["CON2", "MON1"], age=70, **home)
    assert "Telephone Friends" in names(found)
    if "latitude" not in home:
        assert all(one.distance_miles is None for one in found.suggestions)
        assert "Quayside Debt Advice" in names(found)
    else:
        assert "Quayside Debt Advice" not in names(found), "sixty miles of water lie between"


@pytest.mark.parametrize("point", [(48.85, 2.35), (0, 0), (-2.98, 53.4)], ids=["Paris", "nought", "swapped"])
def test_a_point_abroad_is_refused_in_one_sentence(harbourside: Recommender, point: tuple[float, float]) -> None:
    with pytest.raises(PlaceNotFound) as refused:
        harbourside.recommend(seeker(needs=["CON2"], latitude=point[0], longitude=point[1]))
    assert isinstance(refused.value, Refusal)
    assert "British Isles" in refused.value.message


def test_a_directory_with_nothing_in_it_says_so(nowhere: Recommender) -> None:
    found = answered(nowhere, needs=["MON1"], words="I miss singing", postcode="L4 3TH")
    assert found.suggestions == found.pathway == ()
    assert set(found.unmet) == {need.id for need in found.needs}
    assert "MON1" in found.unmet
    urgent = nowhere.recommend(seeker(words="I want to die"))
    assert urgent.urgent
    assert urgent.urgent.contacts, "help does not hang on what is listed"


def test_an_asset_with_a_name_alone() -> None:
    bare = Listing(name="Bailiffs and debts: help with letters")
    ours = Recommender.over([*town(), asset(bare, "name_alone")], GAZETTEER)
    for said in ({"needs": ["MON1"]}, {"needs": ["MON1"], "max_cost": 0, "access_needs": ["quiet"], "online": "only"}):
        answered(ours, age=40, gender="woman", postcode="L4 3TH", max_distance_miles=2, **said)
    explained = ours.explain(seeker(needs=["MON1"]), "name_alone", today=TODAY)
    assert explained.readings
    linked = Recommender.over([asset(bare.model_copy(update={"needs": (NeedLink(id="MON1"),)}), "one")], GAZETTEER)
    [only] = linked.recommend(seeker(needs=["MON1"], postcode="L4 3TH"), today=TODAY).suggestions
    assert only.distance_miles is None
    assert only.reasons


def test_a_listing_with_a_need_that_no_longer_exists() -> None:
    odd = LISTINGS["debt"].model_copy(update={"needs": (NeedLink(id="OLD9"), NeedLink(id="MON1"))})
    ours = Recommender.over([asset(odd, "odd")], GAZETTEER)
    [only] = ours.recommend(seeker(needs=["MON1"], postcode="L4 3TH"), today=TODAY).suggestions
    assert only.needs == ("MON1",)


@pytest.mark.parametrize("need", ["XYZ9", "MON99", "ABC"])
def test_a_need_that_does_not_exist_is_refused_in_one_sentence(harbourside: Recommender, need: str) -> None:
    with pytest.raises(Invalid) as refused:
        harbourside.recommend(seeker(needs=["MON1", need]))
    assert refused.value.message == f"{need} is no need that we know."
    assert refused.value.field == "needs"


def test_who_will_go_no_step_has_what_comes_to_her(harbourside: Recommender) -> None:
    found = answered(harbourside, needs=["CON2", "MON1", "MIN2"], age=70, postcode="L4 3TH", max_distance_miles=0)
    assert names(found) == {"Telephone Friends", "Calm Evenings Online"}
    assert "MON1" in found.unmet


def test_three_hundred_things_to_avoid_and_as_many_that_she_knows(harbourside: Recommender) -> None:
    avoid = [f"thing number {number}" for number in range(299)] + ["bailiffs"]
    already = [f"gone-{number}" for number in range(299)] + ["choir"]
    found = answered(harbourside, needs=["MON1", "JOY1", "CON2"], age=70, avoid=avoid, already=already)
    assert names(found) & {"Quayside Debt Advice", "Walton Waterfront Choir"} == set()
    assert "Telephone Friends" in names(found)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"children_ages": [200]}, "children_ages"),
        ({"children_ages": [-1]}, "children_ages"),
        ({"age": 200}, "age"),
        ({"age": 1.5}, "age"),
        ({"max_distance_miles": -1}, "max_distance_miles"),
        ({"max_cost": "free"}, "max_cost"),
        ({"latitude": 95, "longitude": 0}, "latitude"),
        ({"needs": "MON1"}, "needs"),
        ({"needs": [""]}, "needs"),
        ({"avoid": ["x" * 501]}, "avoid"),
        ({"free_times": [{"day": "MO", "from": "14:00", "to": "10:00"}]}, "free_times"),
        ({"free_times": [{"day": "Monday", "from": "10:00", "to": "14:00"}]}, "free_times"),
        ({"online": "perhaps"}, "online"),
    ],
)
def test_what_cannot_be_is_refused_and_the_member_named(said: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_seeker(json.dumps({"id": "m1", **said}))
    assert refused.value.field == field
    assert refused.value.message == f"'{field}' must be {EXPECTED[field]}"


@pytest.mark.parametrize(
    "line", ["", "null", "[]", '"Maureen"', "{", '{"id": 5}', '{"id": ""}', '{"id": "m", "age": NaN}']
)
def test_a_line_that_is_no_seeker_is_refused(line: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_seeker(line)
    assert refused.value.message
    assert "\n" not in refused.value.message


def test_odd_facts_are_kept_and_ask_rather_than_fail(harbourside: Recommender) -> None:
    found = answered(
        harbourside,
        needs=["CON1", "MON1"],
        gender="dragon",
        circumstances=["time traveller", "!!!", "🙂"],
        access_needs=["a red carpet", "🙂"],
        barriers=["gravity"],
        languages=["tlh"],
        children_ages=[0, 120],
        age=0,
        postcode="L4 3TH",
    )
    for one in found.suggestions:
        assert one.eligible is Eligible.ASK


def test_no_suggestions_are_wanted(harbourside: Recommender) -> None:
    found = harbourside.recommend(seeker(needs=["MON1"], postcode="L4 3TH"), limit=0, today=TODAY)
    assert found.suggestions == ()
    assert found.unmet == (), "there is something, only it was not asked for"
