"""Measuring recommendations: the verdicts, the figures made of them, the collection, and what one would use instead."""

import csv
import json
from collections.abc import Callable, Mapping
from math import log2
from pathlib import Path
from typing import Any

import pytest

from directory.errors import Invalid
from recommender.evaluation.answering import given_by
from recommender.evaluation.baselines import Baselines
from recommender.evaluation.collection import Collection, JudgedListing, JudgedPerson, read_collection
from recommender.evaluation.judging import BARS, Judgement, judge, serves
from recommender.evaluation.measures import FIRST, Given, Measuring
from recommender.evaluation.truth import ListingTruth, PersonTruth
from recommender.exposure import gini
from tests.harbourside import BOOTLE_HALL, LIBRARY, WALTON_HALL
from tests.recommender.people import TODAY, recommender, seeker

WALTON = {"latitude": WALTON_HALL.latitude, "longitude": WALTON_HALL.longitude}
HERE = (WALTON_HALL.latitude, WALTON_HALL.longitude)
FAR_OFF = (53.6482, -3.0043)
"""Southport, fifteen miles from Walton."""
HER = {"needs": {"CON1": 3, "MON1": 2}, "age": 67, "gender": "women", **WALTON}
CHOIR = {"serves": {"CON1": 3}, "way": ["in_person"]}
AS_THEY_ARE: Mapping[str, Any] = {}


def verdict(
    her: Mapping[str, Any] = AS_THEY_ARE, choir: Mapping[str, Any] = AS_THEY_ARE, point: tuple[Any, Any] | None = HERE
) -> Judgement:
    """What is said of a choir for somebody in Walton, with what is changed of both."""
    return judge(PersonTruth.model_validate({**HER, **her}), ListingTruth.model_validate({**CHOIR, **choir}), point)


KEPT_OUT: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("unsafe", {"is": ["survivor"]}, {"unsafe_for": ["survivor"]}, {"is": ["carer"]}, {}),
    ("unsafe", {"urgent": "abuse"}, {"unsafe_for": ["abuse"]}, {"urgent": "suicide"}, {}),
    ("age", {}, {"min_age": 68}, {"age": 68}, {}),
    ("age", {}, {"max_age": 66}, {}, {"max_age": 67}),
    ("age", {"children": [12]}, {"max_age": 11}, {"children": [11.5]}, {}),
    ("gender", {}, {"gender": "men"}, {"gender": None}, {}),
    ("group", {"is": ["carer"]}, {"for_any": ["stroke", "veteran"]}, {"is": ["veteran"]}, {}),
    ("group", {"is": ["stroke"]}, {"not_for": ["disabled"]}, {"is": ["carer"]}, {}),
    ("area", {"council": "Liverpool"}, {"area": ["Sefton", "L4"]}, {"council": "Liverpool", "district": "L4"}, {}),
    ("closed", {}, {"state": "full"}, {}, {"state": "waiting"}),
    ("closed", {}, {"state": "closed"}, {}, {"state": None}),
    ("access", {"needs_toilet": True}, {"toilet": False}, {"needs_toilet": True}, {"toilet": None}),
    ("access", {"needs_wheelchair": True}, {"step_free": False}, {}, {"step_free": True}),
    ("access", {"needs_quiet": True}, {"quiet": False}, {}, {"way": ["in_person", "phone"]}),
    ("language", {}, {"languages": ["pl-PL"]}, {"languages": ["pl"]}, {}),
    ("language", {}, {"languages": ["pl"]}, {}, {"serves": {"LEA4": 2, "CON1": 3}}),
    ("way", {"from_home": True}, {}, {}, {"way": ["home_visit"]}),
    ("way", {"not_online": True}, {"way": ["online"]}, {}, {"way": ["online", "phone"]}),
    ("cost", {"max_cost": 2}, {"cost": 2.5}, {"max_cost": 2.5}, {}),
    ("time", {"free": [["MO", "09:00", "10:00"]]}, {"days": [["MO", "10:00", "12:00"], ["TU", "09:00", "10:00"]]},
     {"free": [["MO", "09:00", "10:30"]]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("bar", "her", "choir", "but_she", "but_it"), KEPT_OUT)
def test_each_bar_keeps_out_and_gives_way(
    bar: str, her: dict[str, Any], choir: dict[str, Any], but_she: dict[str, Any], but_it: dict[str, Any]
) -> None:
    assert verdict(her, choir) == Judgement(bar, 0.0)
    assert verdict(her | but_she, choir | but_it).bar is None


def test_how_far_is_too_far() -> None:
    assert verdict(point=FAR_OFF) == Judgement("far", 0.0)
    assert verdict({"max_miles": 20}, point=FAR_OFF).bar is None
    assert verdict({"max_miles": 0.5}, point=(BOOTLE_HALL.latitude, BOOTLE_HALL.longitude)).bar == "far"
    assert verdict(choir={"way": ["in_person", "online"]}, point=FAR_OFF).bar is None
    assert verdict(point=None).bar is None
    assert verdict({"latitude": None, "longitude": None}, point=FAR_OFF).bar is None


def test_every_bar_is_told_of_and_the_gravest_is_named_first() -> None:
    assert {bar for bar, *_ in KEPT_OUT} | {"far"} == set(BARS)
    worst = verdict({"is": ["survivor"]}, {"unsafe_for": ["survivor"], "gender": "men", "state": "closed"})
    assert worst.bar == "unsafe"


def test_nothing_known_keeps_nobody_out() -> None:
    assert judge(PersonTruth(), ListingTruth(), None) == Judgement(None, 0.0)
    assert judge(PersonTruth(needs={"CON1": 3}), ListingTruth(serves={"CON1": 2}), None) == Judgement(None, 2.0)


@pytest.mark.parametrize(
    ("her", "choir", "point", "gain"),
    [
        ({}, {}, HERE, 3.0),
        ({}, {"serves": {"CON1": 1}}, HERE, 1.0),
        ({}, {"serves": {"MON1": 3}}, HERE, 3 * 0.8),
        ({"needs": {"CON1": 1}}, {}, HERE, 3 * 0.6),
        ({}, {"serves": {"CON1": 2, "MON1": 3}}, HERE, 3 * 0.8),
        ({}, {"serves": {"JOY1": 3}}, HERE, 0.0),
        ({"needs": {"CON": 3}}, {"serves": {"CON4": 2, "JOY1": 3}}, HERE, 2.0),
        ({}, {"state": "waiting"}, HERE, 3 * 0.7),
        ({}, {"referral": "gp"}, HERE, 3 * 0.7),
        ({}, {"referral": "self"}, HERE, 3.0),
        ({"max_miles": 20}, {}, FAR_OFF, 3 * 0.8),
        ({"max_miles": 20}, {"way": ["phone"]}, FAR_OFF, 3.0),
        ({"max_miles": 30}, {}, FAR_OFF, 3.0),
    ],
)
def test_the_gain_is_how_well_it_helps_with_what_matters(
    her: dict[str, Any], choir: dict[str, Any], point: tuple[Any, Any], gain: float
) -> None:
    assert verdict(her, choir, point).gain == pytest.approx(gain)


def test_what_it_serves_leaves_aside_who_may_come() -> None:
    person = PersonTruth.model_validate(HER)
    assert serves(person, ListingTruth.model_validate({"serves": {"CON1": 1, "JOY1": 3}, "gender": "men"})) == {
        "CON1": 1
    }


TOWN: dict[str, tuple[str, tuple[Any, Any] | None, dict[str, Any]]] = {
    "a1": ("Walton Waterfront Choir sings", HERE, {"serves": {"CON1": 3}, "group": "choir"}),
    "a2": ("Walton Waterfront Choir sings in the evening", HERE, {"serves": {"CON1": 3}, "group": "choir"}),
    "a3": ("Quayside Debt Advice on bailiffs", (LIBRARY.latitude, LIBRARY.longitude), {"serves": {"MON1": 2}}),
    "a4": ("Men's Shed", (BOOTLE_HALL.latitude, BOOTLE_HALL.longitude), {"serves": {"CON1": 3}, "gender": "men"}),
    "a5": ("Telephone Friends", None, {"serves": {"CON1": 1}, "way": ["phone"]}),
    "a6": ("Dock Road Gym, debt no reason to stay away", FAR_OFF, {"serves": {"BOD1": 3}, "cost": 25}),
    "b1": ("Choir of another town", HERE, {"serves": {"CON1": 2}, "group": "choir"}),
}
PEOPLE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "maureen": (
        {"words": "bailiffs frighten me", "needs": ["CON1"]},
        {**HER, "needs": {"CON1": 3, "MON1": 2, "SAF3": 1}},
    ),
    "ann": ({"words": "I want to die"}, {"needs": {"MIN7": 3}, "urgent": "suicide"}),
    "nobody": ({"words": "a solicitor for my visa"}, {"needs": {"SAF3": 3}}),
}


def write(folder: Path, name: str, *lines: object) -> Path:
    """A file of these lines; what is no text is written as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / name).write_text("\n".join(written), encoding="utf-8")
    return folder


def row(text: str, point: tuple[Any, Any] | None) -> dict[str, Any]:
    return {"name": text} | ({"latitude": point[0], "longitude": point[1]} if point else {})


def listing_line(key: str) -> dict[str, Any]:
    text, point, truth = TOWN[key]
    return {"id": key, "listing": row(text, point), "truth": truth}


def person_line(key: str) -> dict[str, Any]:
    said, truth = PEOPLE[key]
    return {"id": key, "seeker": said, "truth": truth}


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """The judged town, read from its files."""
    write(tmp_path / "deeper", "listings_a.jsonl", *[listing_line(key) for key in TOWN if key[0] == "a"], "")
    write(tmp_path, "listings_b.jsonl", "", *[listing_line(key) for key in TOWN if key[0] == "b"])
    return read_collection(write(tmp_path, "people.jsonl", *[person_line(key) for key in PEOPLE]))


@pytest.fixture
def maureen(collection: Collection) -> JudgedPerson:
    return collection.people[0]


def gained(*gains: float) -> float:
    return sum((2**gain - 1) / log2(place + 1) for place, gain in enumerate(gains, 1))


IDEAL = gained(3, 2, 1.6, 1)
"""One choir, the choir of the other town, debt advice and a friend on the telephone."""


def test_a_collection_is_read_with_the_verdict_on_each_pair(collection: Collection, maureen: JudgedPerson) -> None:
    assert set(collection.listings) == set(TOWN)
    assert [person.id for person in collection.people] == list(PEOPLE)
    assert maureen.seeker.words == "bailiffs frighten me"
    verdicts = collection.verdicts(maureen)
    assert verdicts["a1"] == Judgement(None, 3.0)
    assert verdicts["a4"] == Judgement("gender", 0.0)
    assert collection.served(maureen, "a4") == {"CON1": 3}
    assert collection.listings["a5"].point is None


def test_the_listings_are_written_as_assets_with_their_own_ids(collection: Collection, tmp_path: Path) -> None:
    collection.write_assets(tmp_path / "assets.csv")
    with (tmp_path / "assets.csv").open(encoding="utf-8", newline="") as text:
        written = {one["id"]: one for one in csv.DictReader(text)}
    assert set(written) == set(TOWN)
    assert written["a5"] == {"id": "a5", "name": "Telephone Friends", "latitude": "", "longitude": ""}
    assert float(written["a1"]["latitude"]) == HERE[0]


def ndcg(collection: Collection, *listed: str) -> float:
    return Measuring(collection).ndcg(collection.people[0], Given(listed))


def test_ndcg_is_one_for_the_best_list_and_less_for_any_other(collection: Collection) -> None:
    assert ndcg(collection, "a1", "b1", "a3", "a5") == pytest.approx(1)
    assert ndcg(collection, "a3", "a1", "b1", "a5") == pytest.approx(gained(1.6, 3, 2, 1) / IDEAL)
    assert ndcg(collection, "a4", "a1") == pytest.approx(gained(0, 3) / IDEAL)
    assert ndcg(collection) == 0


def test_the_same_thing_again_gains_nothing_and_takes_a_place(collection: Collection) -> None:
    assert ndcg(collection, "a1", "a2", "a3") == pytest.approx(gained(3, 0, 1.6) / IDEAL)
    assert ndcg(collection, "a1", "b1") == pytest.approx(gained(3, 2) / IDEAL), "another author's choir is another"


def test_what_comes_after_the_first_ten_gains_nothing(collection: Collection) -> None:
    assert ndcg(collection, *["a6"] * FIRST, "a1") == 0


def figures(collection: Collection, *answers: tuple[str, Given]) -> Any:
    by_id = {person.id: person for person in collection.people}
    return Measuring(collection).figures([(by_id[key], given) for key, given in answers])


def test_precision_counts_three_places_even_where_fewer_are_filled(collection: Collection) -> None:
    assert figures(collection, ("maureen", Given(("a1", "a5", "a3", "a4")))).precision == 1
    assert figures(collection, ("maureen", Given(("a1", "a6", "a4")))).precision == pytest.approx(1 / 3)
    assert figures(collection, ("maureen", Given(("a1",)))).precision == pytest.approx(1 / 3)


def test_violations_are_shares_of_what_was_shown_and_some_are_grave(collection: Collection) -> None:
    found = figures(collection, ("maureen", Given(("a1", "a4", "a6", "a3"), pathway=("a4", "a1"))))
    assert found.violations == pytest.approx(2 / 4)
    assert found.grave == pytest.approx(1 / 4)
    assert found.bars == {"far": 1, "gender": 1}
    assert found.bad_pathways == 1
    assert figures(collection, ("maureen", Given(("a1",), pathway=("a1", "a3")))).bad_pathways == 0


def test_needs_count_as_met_by_how_much_they_matter_and_only_of_those_that_can_be(collection: Collection) -> None:
    both = figures(collection, ("maureen", Given(("a1", "a3"), pathway=("a3",))))
    assert both.needs_met == 1
    assert both.needs_met_by_pathway == pytest.approx(2 / 5)
    assert figures(collection, ("maureen", Given(("a4", "a5")))).needs_met == 0, "kept out, and helps too little"
    assert figures(collection, ("maureen", Given(("a6",) * 8 + ("a1",)))).needs_met == 0, "too far down"


def test_it_is_honest_to_say_what_was_not_found_or_to_show_nothing(collection: Collection) -> None:
    assert figures(collection, ("maureen", Given(("a1",), unmet=("SAF3",)))).honest == 1
    assert figures(collection, ("maureen", Given(("a1",), unmet=("MON1",)))).honest == 0
    assert figures(collection, ("nobody", Given(()))).honest == 1
    half = figures(collection, ("maureen", Given(("a1",))), ("nobody", Given(("a1",), unmet=("SAF3",))))
    assert half.honest == 0.5


def test_urgent_people_count_for_what_was_heard_alone(collection: Collection) -> None:
    found = figures(
        collection,
        ("ann", Given(("a4",), urgent="suicide")),
        ("maureen", Given(("a1",), urgent="danger")),
        ("nobody", Given(())),
    )
    assert (found.people, found.urgent_heard, found.false_alarms, found.violations) == (3, 1, 1, 0)
    assert figures(collection, ("ann", Given((), urgent="abuse"))).urgent_heard == 0


def test_repeats_and_time(collection: Collection) -> None:
    found = figures(
        collection,
        ("maureen", Given(("a1", "a2", "b1"), milliseconds=10)),
        ("nobody", Given(("a3",), milliseconds=110)),
    )
    assert found.repeats == 0.5
    assert found.p95_ms == pytest.approx(105)


def test_gini_says_how_unequally_places_go_round(collection: Collection) -> None:
    assert gini([1, 1, 1, 1]) == pytest.approx(0)
    assert gini([0, 0, 0, 8]) == pytest.approx(3 / 4)
    assert gini([1, 3]) == pytest.approx(1 / 4)
    assert gini([3, 1]) == gini([1, 3])
    assert gini([0, 0]) == gini([]) == 0
    to_one = figures(collection, ("maureen", Given(("a1",))), ("nobody", Given(("a1",))))
    assert to_one.exposure_gini == pytest.approx(1 - 1 / len(TOWN))
    assert figures(collection, ("maureen", Given(tuple(TOWN)))).exposure_gini < to_one.exposure_gini


def test_nobody_asked_is_no_figure_and_no_failure(collection: Collection) -> None:
    assert figures(collection).people == 0


def no_truth(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name != "truth"}


LISTING, PERSON = listing_line("a1"), person_line("maureen")


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("listings.jsonl", "{half", "listings.jsonl, line 2 is not JSON."),
        ("listings.jsonl", "[1]", "listings.jsonl, line 2 is no judged case."),
        ("listings.jsonl", LISTING | {"id": 7}, "listings.jsonl, line 2 is no judged case."),
        ("listings.jsonl", no_truth(LISTING), "listings.jsonl, line 2 is no judged listing: 'truth' is missing"),
        ("listings.jsonl", LISTING | {"listing": "Choir"}, "listings.jsonl, line 2 is no judged listing: "),
        ("listings.jsonl", LISTING | {"listing": 5}, "listings.jsonl, line 2 is no judged listing: "),
        ("listings.jsonl", LISTING | {"truth": None}, "listings.jsonl, line 2 is no judged listing: "),
        ("listings.jsonl", LISTING | {"truth": {"gender": "cats"}}, "listings.jsonl, line 2 is no judged listing: gender"),
        ("listings.jsonl", LISTING | {"truth": {"foo": 1}}, "listings.jsonl, line 2 is no judged listing: foo"),
        ("people.jsonl", no_truth(PERSON), "people.jsonl, line 2 is no judged person: 'truth' is missing"),
        ("people.jsonl", PERSON | {"seeker": ["words"]}, "people.jsonl, line 2 is no judged person: "),
        ("people.jsonl", PERSON | {"seeker": {"age": "old"}}, "people.jsonl, line 2 is no judged person: 'age' must be"),
        ("people.jsonl", PERSON | {"truth": {"urgent": "bored"}}, "people.jsonl, line 2 is no judged person: urgent"),
        ("people.jsonl", PERSON | {"truth": {"needs": {"CON1": 9}}}, "people.jsonl, line 2 is no judged person: needs"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_in_one_sentence(
    tmp_path: Path, name: str, line: object, told: str
) -> None:
    write(tmp_path, "listings.jsonl", LISTING)
    write(tmp_path, "people.jsonl", PERSON)
    write(tmp_path, name, LISTING if name == "listings.jsonl" else PERSON, line)
    with pytest.raises(Invalid) as refused:
        read_collection(tmp_path)
    assert refused.value.message.startswith(told)
    assert "\n" not in refused.value.message
    assert "'int' object" not in refused.value.message, "not what Python says"
    assert "sequence element" not in refused.value.message


def test_letters_that_are_none_and_folders_without_a_collection_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="There are no judged people and listings"):
        read_collection(tmp_path)
    write(tmp_path, "people.jsonl", PERSON)
    with pytest.raises(Invalid, match="There are no judged people and listings"):
        read_collection(tmp_path)
    (tmp_path / "listings.jsonl").write_bytes(b'{"id": "caf\xe9"}')
    with pytest.raises(Invalid, match=r"listings\.jsonl"):
        read_collection(tmp_path)


Way = Callable[[JudgedPerson], Given]


@pytest.fixture
def ways(collection: Collection) -> dict[str, Way]:
    return Baselines(collection).ways()


def asking(words: str, needs: tuple[str, ...] = (), **truth: Any) -> JudgedPerson:
    return JudgedPerson(seeker(words=words, needs=needs, age=67, postcode="L4 3TH"), PersonTruth.model_validate(truth))


def test_the_nearest_come_first_whatever_they_are_and_what_is_nowhere_comes_never(ways: dict[str, Way]) -> None:
    near_the_library = asking("", latitude=LIBRARY.latitude, longitude=LIBRARY.longitude)
    given = ways["Nearest first"](near_the_library)
    assert given.listed == ("a3", "a1", "a2", "b1", "a4", "a6")
    assert given.pathway == given.listed[:3]
    assert ways["Nearest first"](asking("choir")).listed == (), "where she lives is not known"


@pytest.mark.parametrize("way", ["BM25", "TF-IDF cosine"])
def test_by_words_what_has_them_comes_first_and_what_has_none_never(ways: dict[str, Way], way: str) -> None:
    assert ways[way](asking("bailiffs and debt")).listed == ("a3", "a6")
    assert set(ways[way](asking("a choir that sings")).listed) == {"a1", "a2", "b1"}
    assert ways[way](asking("zzz")).listed == ()
    assert "a3" in ways[way](asking("", needs=("MON1",))).listed, "a stated need is asked for by its name"


def test_by_both_the_nearer_of_two_alike_comes_first(collection: Collection) -> None:
    twins = {
        key: JudgedListing(
            key, {"name": "Choir", "latitude": str(point[0]), "longitude": str(point[1])}, ListingTruth()
        )
        for key, point in (("a1", FAR_OFF), ("a2", HERE))
    }
    far_first = Baselines(Collection(list(twins.values()), collection.people)).ways()
    her = asking("choir", **WALTON)
    assert far_first["TF-IDF cosine"](her).listed == ("a1", "a2")
    assert far_first["TF-IDF cosine and nearness"](her).listed == ("a2", "a1")


def test_the_recommender_is_measured_by_the_same_figures(collection: Collection) -> None:
    ours = recommender()
    given = given_by(ours, asking("I miss singing and bailiffs are writing"), TODAY)
    assert {"debt", "choir"} <= set(given.listed)
    assert given.pathway
    assert given.milliseconds > 0
    assert given_by(ours, collection.people[1], TODAY).urgent == "suicide"
