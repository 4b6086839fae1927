"""The first look: quick, and it leaves out nobody whom a close look at everything would have put among the first."""

from collections.abc import Iterator
from datetime import date, time
from random import Random
from typing import Any

import pytest

from directory.asset import Asset
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Requires, Room, Status
from directory.listing import Cost, Listing, NeedLink, Organization, Requirement, Slot, Venue
from recommender.eligibility import judge
from recommender.first_look import FLOOR, look_over, sight
from recommender.ranking import LIKELY_ENOUGH, Ranked, judged_of, rank, read_signals
from recommender.recommend import LIMIT, Recommender
from recommender.recommendation import Eligible
from recommender.signals import list_signals
from recommender.sought import Sought
from tests.harbourside import BOOTLE_HALL, LIBRARY, LISTINGS, WALTON_HALL
from tests.recommender.people import GAZETTEER, TODAY, asset, seeker, sought

SAYINGS = {
    "MON1": ("Bailiffs at the door? Bring your letters.", "Debts made smaller, one at a time."),
    "CON1": ("A friendly brew and a natter for anybody on their own.", "New faces welcome at our table."),
    "JOY1": ("We sing sea shanties and nobody minds the notes.", "Paint, clay and glue every week."),
    "LEA2": ("Tablets and phones explained slowly.", "Computers for people who have never used one."),
    "MIN5": ("Sleep better: a course about worry at night.", "Quiet evenings, breathing and a cup of camomile."),
    "FOO1": ("Parcels of food, no voucher needed.", "Soup and bread from the van."),
}
"""What the invented groups of Harbourside write of themselves, by the need they have in mind."""
NAMES = ("Anchor", "Beacon", "Capstan", "Dock", "Ferry", "Gull", "Harbour", "Keel", "Lantern", "Mast")


def invented(random: Random, number: int) -> Listing:
    """One of three hundred things that might go on in the town."""
    need, more = random.sample(sorted(SAYINGS), 2)
    hall = random.choice((LIBRARY, WALTON_HALL, BOOTLE_HALL))
    apart = {"latitude": 53.40 + random.random() * 0.08, "longitude": -3.01 + random.random() * 0.07}
    return Listing(
        name=f"{random.choice(NAMES)} {random.choice(NAMES)} {number}",
        organization=Organization(name=f"Friends of number {number}"),
        description=" ".join((random.choice(SAYINGS[need]), random.choice(("", *SAYINGS[more])))),
        needs=random.choice(((), (NeedLink(id=need),), (NeedLink(id=need), NeedLink(id=more, confidence=0.5)))),
        attending=random.choice(((Attending.IN_PERSON,), (Attending.IN_PERSON, Attending.PHONE), (Attending.ONLINE,))),
        venues=(hall.model_copy(update=apart),),
        times=(Slot(days=(random.choice(("MO", "TU", "WE")),), opens_at=time(10), closes_at=time(12)),),
        costs=random.choice(((), (Cost(amount=0),), (Cost(amount=3),))),
        minimum_age=random.choice((None, None, 18, 50)),
        gender=random.choice((None, None, None, Gender.WOMEN, Gender.MEN)),
        audiences=random.choice(((), (), ("carer",), ("veteran",))),
        room=random.choice((None, None, Room.TAKING_PEOPLE, Room.FULL)),
        how_to_start=random.choice((None, HowToStart.DROP_IN)),
        assured_date=random.choice((None, date(2020, 1, 1), date(2026, 11, 1))),
    )


@pytest.fixture(scope="module", params=[1, 2, 3])
def three_hundred(request: pytest.FixtureRequest) -> tuple[Recommender, list[Asset]]:
    random = Random(request.param)
    assets = [asset(invented(random, number), f"asset {number:03}") for number in range(300)]
    return Recommender.over(assets, GAZETTEER), assets


def closely(ours: Recommender, asked: Sought, assets: list[Asset]) -> Iterator[Ranked]:
    """Every one of these looked at closely, whatever the first look says of it."""
    looks = ours.pictures.of([one.id for one in assets])
    for one in assets:
        sighted = sight(ours.shelf, asked, one.id)
        assert sighted
        judged = judged_of(asked, sighted, looks[one.id])
        yield read_signals(asked, judged, judge(asked, judged.asset, judged.miles), list_signals())


def first_ten(ours: Recommender, asked: Sought, assets: list[Asset]) -> list[str]:
    """Whom the whole ranking would have put first."""
    usable = [one for one in closely(ours, asked, assets) if one.served and one.judgement.likely >= LIKELY_ENOUGH]
    return [one.asset.id for one in sorted(usable, key=lambda one: (-one.score, one.asset.id))[:LIMIT]]


def ranked_first(ours: Recommender, asked: Sought) -> list[str]:
    return [one.asset.id for one in rank(asked, ours.shelf, ours.pictures)][:LIMIT]


def seen(ours: Recommender, asked: Sought) -> set[str]:
    return {one.asset_id for one in look_over(ours.shelf, asked)}


STATED: list[dict[str, Any]] = [
    {"needs": ["CON1"], "age": 67},
    {"needs": ["MON1", "CON1"], "gender": "woman", "age": 40},
    {"needs": ["JOY"], "travel": "walk"},
    {"needs": ["JOY1", "LEA2"], "max_cost": 0, "age": 30},
    {"needs": ["CON1"], "free_times": [{"day": "MO", "from": "09:00", "to": "13:00"}]},
    {"needs": ["MON1", "CON1", "JOY1", "LEA2", "MIN5", "FOO1"], "circumstances": ["carer"]},
]


@pytest.mark.parametrize("said", STATED, ids=lambda said: " ".join(said["needs"]))
def test_nothing_of_the_first_ten_is_left_out(
    three_hundred: tuple[Recommender, list[Asset]], said: dict[str, Any]
) -> None:
    asked = sought(postcode="L4 3TH", **said)
    ours, assets = three_hundred
    best = first_ten(ours, asked, assets)
    assert len(best) >= 5
    assert ranked_first(ours, asked) == best


TOLD = ["I miss singing and I don't see anyone", "bailiffs are writing to me", "I lie awake and worry about computers"]


@pytest.mark.parametrize("words", TOLD)
def test_with_words_only_what_hardly_serves_her_need_is_left_out(
    three_hundred: tuple[Recommender, list[Asset]], words: str
) -> None:
    ours, assets = three_hundred
    asked = sought(words=words, age=40, postcode="L4 3TH")
    assert asked.needs
    for missed in set(first_ten(ours, asked, assets)) - seen(ours, asked):
        sighted = sight(ours.shelf, asked, missed)
        assert sighted
        assert sighted.fits.max() < FLOOR, "it speaks as she does, but not of what she needs"


def test_whoever_serves_her_and_is_left_out_is_kept_out_by_a_rule() -> None:
    random = Random(7)
    assets = [asset(invented(random, number), f"asset {number:03}") for number in range(60)]
    ours = Recommender.over(assets, GAZETTEER)
    asked = sought(needs=["FOO1", "CON1"], postcode="L4 3TH", age=40, gender="woman")
    looked_at = seen(ours, asked)
    left_out = 0
    for one in closely(ours, asked, assets):
        sighted = sight(ours.shelf, asked, one.asset.id)
        assert sighted
        if one.asset.id not in looked_at and sighted.fits.max() >= FLOOR:
            left_out += 1
            assert one.eligible is Eligible.NO
    assert left_out > 5


WALTON = Venue(name="Hall", latitude=WALTON_HALL.latitude, longitude=WALTON_HALL.longitude)
SINGING = Listing(
    name="Shanties",
    needs=(NeedLink(id="JOY1"),),
    attending=(Attending.IN_PERSON,),
    venues=(WALTON,),
    times=LISTINGS["choir"].times,
)
SHE = {"needs": ["JOY1"], "postcode": "L4 3TH", "age": 40, "gender": "woman"}
FAR = WALTON.model_copy(update={"latitude": 53.6482, "longitude": -3.0043})


def is_seen(changes: dict[str, Any], **said: Any) -> bool:
    ours = Recommender.over([asset(SINGING.model_copy(update=changes))], GAZETTEER)
    return bool(seen(ours, sought(**(SHE | said))))


@pytest.mark.parametrize(
    ("changes", "but"),
    [
        ({"minimum_age": 41}, {"minimum_age": 40}),
        ({"maximum_age": 39}, {"maximum_age": 40}),
        ({"gender": Gender.MEN}, {"gender": Gender.WOMEN}),
        ({"status": Status.PAUSED}, {"status": Status.ACTIVE}),
        ({"room": Room.FULL}, {"room": Room.WAITING_LIST}),
        ({"room": Room.FULL, "room_until": date(2026, 11, 23)}, {"room_until": date(2026, 11, 22)}),
        ({"venues": (FAR,)}, {"venues": (FAR, WALTON)}),
        ({"venues": (FAR,)}, {"attending": (Attending.IN_PERSON, Attending.ONLINE)}),
    ],
)
def test_ages_gender_closing_and_distance_keep_out(changes: dict[str, Any], but: dict[str, Any]) -> None:
    assert not is_seen(changes)
    assert is_seen(changes | but)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"costs": (Cost(amount=9),)}, {"max_cost": 0}),
        ({"audiences": ("veteran",)}, {}),
        ({"residents_of": ("Sefton",)}, {}),
        ({"eligibility": (Requirement(kind=Requires.LIVES_IN, any_of=("Sefton",), words="Sefton"),)}, {}),
        ({"eligibility": (Requirement(kind=Requires.EXCLUDES, any_of=("carer",), words="x"),)}, {"circumstances": ["carer"]}),
        ({"access": ((Access.STEP_FREE, Known.NO),)}, {"access_needs": ["step_free"]}),
        ({"languages": ("pl",)}, {"languages": ["ar"]}),
        ({}, {"online": "only"}),
        ({"attending": (Attending.ONLINE,)}, {"online": "no"}),
        ({}, {"free_times": [{"day": "SU", "from": "01:00", "to": "02:00"}]}),
        ({}, {"avoid": ["shanties"]}),
        ({}, {"already": ["one"]}),
        ({"how_to_start": HowToStart.REFERRAL}, {}),
        ({"minimum_age": 60}, {"age": None}),
        ({"gender": Gender.MEN}, {"gender": None}),
        ({"venues": (FAR,)}, {"postcode": None}),
        ({"venues": ()}, {}),
        ({"minimum_age": 3, "maximum_age": 8}, {"children_ages": [4]}),
    ],
)  # fmt: skip
def test_all_other_rules_are_left_to_the_close_look(changes: dict[str, Any], said: dict[str, Any]) -> None:
    assert is_seen(changes, **said)


def test_without_needs_nothing_is_looked_at_and_one_can_always_be_asked_for() -> None:
    ours = Recommender.over([asset(SINGING.model_copy(update={"gender": Gender.MEN}))], GAZETTEER)
    assert look_over(ours.shelf, sought(words="hello")) == []
    kept_out = sight(ours.shelf, sought(**SHE), "one")
    assert kept_out
    assert kept_out.miles == pytest.approx(0.6, abs=0.6)
    assert sight(ours.shelf, sought(**SHE), "gone") is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"online": "only"}, ["from_home"]),
        ({"max_cost": 0}, ["for_nothing", "from_home"]),
        ({"words": "anything but the docks", "avoid": ["shanties"], "max_cost": 0}, ["for_nothing", "from_home"]),
    ],
)
def test_a_hundred_nearer_ones_that_she_cannot_use_do_not_hide_the_one_that_she_can(
    said: dict[str, Any], found: list[str]
) -> None:
    dear = SINGING.model_copy(update={"costs": (Cost(amount=9),)})
    near = [dear.model_copy(update={"name": f"{one} {two} shanties"}) for one in NAMES for two in NAMES]
    songs = {
        "for_nothing": {"name": "Songs of Bootle", "venues": (BOOTLE_HALL,), "costs": (Cost(amount=0),)},
        "from_home": {"name": "Your own kettle", "attending": (Attending.ONLINE,), "costs": (Cost(amount=0),)},
    }
    assets = [asset(listing, f"near {number:02}") for number, listing in enumerate(near)]
    assets += [asset(SINGING.model_copy(update=changes), key) for key, changes in songs.items()]
    ours = Recommender.over(assets, GAZETTEER)
    answer = ours.recommend(seeker(**SHE | said), today=TODAY)
    assert sorted(one.asset.id for one in answer.suggestions) == found
    assert answer.unmet == ()
