"""Pairs of Harbourside that a curator would know at sight."""

from dataclasses import replace

import pytest

from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Decision, Judgement
from directory.matching.matcher import Matcher
from directory.matching.model import MatchModel
from directory.matching.record import MatchRecord

NAMES = [
    *(
        f"{place} {kind}"
        for place in ("Walton", "Bootle", "Kirkdale", "Aintree")
        for kind in ("Library", "Park", "Surgery")
    ),
    *(f"{place} Lunch Club" for place in ("Anfield", "Everton", "Crosby")),
    *["Corner Fresh Express"] * 6,
    *(f"{surname} & Sons" for surname in ("Ackroyd", "Baxter", "Calloway", "Dempsey")),
]

LUNCH = MatchRecord(
    "1",
    name="Walton Lunch Club",
    organisation="Friends of Walton",
    address="12 Quay Lane",
    postcode="L4 3TH",
    phone="0151 496 0101",
    url="https://fow.example.org/lunch",
    email="info@fow.example.org",
)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(MatchModel.shipped(), NameFrequencies.of(NAMES))


def judged(matcher: Matcher, one: MatchRecord, other: MatchRecord) -> Judgement:
    (there,) = matcher.judge([(one, other)])
    (back,) = matcher.judge([(other, one)])
    assert there.probability == pytest.approx(back.probability, abs=1e-6), "it matters which stands first"
    return there


@pytest.mark.parametrize(
    "other",
    [
        replace(
            LUNCH, name="Friends of Walton – Lunch Club", address="Quay Lane, Walton, L4 3TH", postcode="", phone=""
        ),
        replace(LUNCH, name="WALTON LUNCHCLUB", phone="+44 151 496 0101", url="", email=""),
        replace(LUNCH, name="Walton Luncheon Club", organisation="", url="http://www.fow.example.org"),
        MatchRecord("2", name="Walton Lunch Club", postcode="L4 3TH"),
        MatchRecord("2", name="Walton Lunch Club", phone="0151 496 0101"),
    ],
)
def test_one_service_as_others_write_it(matcher: Matcher, other: MatchRecord) -> None:
    found = judged(matcher, LUNCH, other)
    assert found.decision == Decision.SAME, found


@pytest.mark.parametrize(
    "other",
    [
        replace(LUNCH, name="Befriending", url="https://fow.example.org/befriending"),
        replace(LUNCH, name="Bootle Lunch Club", address="4 Dock Road", postcode="L20 3AW"),
        MatchRecord("2", name="Walton Library", address="14 Quay Lane", postcode="L4 3TH"),
        MatchRecord("2", name="Kirkdale Pharmacy", phone="0151 496 0101"),
    ],
)
def test_another_service_of_the_same_people_or_street(matcher: Matcher, other: MatchRecord) -> None:
    found = judged(matcher, LUNCH, other)
    assert found.decision != Decision.SAME, found


def shop(name: str, metres: float = 0, **said: str) -> MatchRecord:
    return MatchRecord("1", name=name, latitude=53.4396 + metres / 111_320, longitude=-2.9721, **said)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (shop("The Jolly Lantern"), shop("Jolly Lantern", 25, address="7 Quay Court", postcode="L4 3TH"), True),
        (shop("Zizzo's Emporium"), shop("Zizzos Emporium", 250), True),
        (shop("Corner Fresh Express"), shop("Corner Fresh Express", 700), False),
        (shop("Walton Park"), shop("Walton Library", 60), False),
        (shop("1st Walton Scouts"), shop("2nd Walton Scouts", 5), False),
        (shop("Elephant and Kettle"), shop("Elephant & Kettles", 20, address="37 Dock Street"), True),
    ],
)
def test_places_on_a_map(matcher: Matcher, one: MatchRecord, other: MatchRecord, same: bool) -> None:
    found = judged(matcher, one, other)
    assert (found.decision == Decision.SAME) is same, found


def test_reasons_are_in_words(matcher: Matcher) -> None:
    found = judged(
        matcher,
        shop("Walton Lunch Club", phone="0151 496 0101", address="12 Quay Lane", postcode="L4 3TH"),
        shop("The Walton Lunch Club", 40, phone="01514960101", address="14 Quay Lane", postcode="L4 3TJ"),
    )
    assert found.reasons[:3] == ("same phone", "same name", "40 m apart")
    assert "house numbers differ" in found.reasons


def test_what_is_missing_or_impossible_is_no_evidence(matcher: Matcher) -> None:
    plain = judged(matcher, LUNCH, replace(LUNCH, id="2"))
    nowhere = judged(
        matcher, replace(LUNCH, latitude=0.0, longitude=0.0), replace(LUNCH, latitude=53.4, longitude=-2.9)
    )
    far = judged(matcher, replace(LUNCH, latitude=53.4, longitude=400.0), replace(LUNCH, latitude=53.4, longitude=-2.9))
    assert plain.probability == pytest.approx(nowhere.probability) == pytest.approx(far.probability)


def test_empty_records_are_not_the_same(matcher: Matcher) -> None:
    assert judged(matcher, MatchRecord("1"), MatchRecord("2")).decision == Decision.DIFFERENT
    assert matcher.judge([]) == []
