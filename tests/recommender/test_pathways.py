"""The pathway: the best of all sets and not merely a good one, in an order that a person can take up."""

from collections.abc import Sequence
from datetime import time
from itertools import combinations, pairwise
from random import Random
from typing import Any

import pytest

from directory.kinds import Attending
from directory.listing import Cost, Listing, NeedLink, Organization, Slot
from directory.schedules import clash
from directory.session_price import lowest_price
from recommender.pathways import (
    ASK,
    CLASH,
    COST,
    FEWEST,
    GOOD_ENOUGH,
    MOST,
    NEW,
    ORDER,
    QUALITY,
    READ,
    STEP,
    TRAVEL,
    URGENT_FIRST,
    Chosen,
    choose_pathway,
)
from recommender.ranking import Ranked, rank
from recommender.recommend import Recommender
from recommender.recommendation import Stage
from recommender.sought import Sought
from tests.harbourside import BOOTLE_HALL, LIBRARY, LISTINGS, WALTON_HALL
from tests.recommender.people import GAZETTEER, asset, seeker, sought, town

NEEDS = ("MON1", "CON1", "JOY1", "BOD1", "LEA1", "FOO1", "HOU2", "MIN2", "WOR3")
REGULAR = {"CON", "JOY", "BOD", "LEA"}
HOURS = ((10, 12), (11, 13), (13, 15), (14, 16))


def invented(random: Random, number: int) -> Listing:
    """Something of Harbourside that nobody has thought of yet."""
    opens, closes = random.choice(HOURS)
    return Listing(
        name="".join(random.choice("bcdfgklmnprst") + random.choice("aeiou") for _ in range(6)).title(),
        organization=Organization(name=f"Friends of {number}"),
        needs=tuple(NeedLink(id=one) for one in random.sample(NEEDS, random.choice((1, 1, 2, 3)))),
        attending=random.choice(((Attending.IN_PERSON,), (Attending.ONLINE,), ())),
        venues=(random.choice((LIBRARY, WALTON_HALL, BOOTLE_HALL)),),
        times=(Slot(days=(random.choice(("MO", "TU")),), opens_at=time(opens), closes_at=time(closes)),),
        costs=random.choice(((), (Cost(amount=random.choice((0, 2, 9))),))),
        audiences=random.choice(((), (), ("carer",))),
    )


def pool_of(random: Random, many: int, **said: Any) -> tuple[Sought, list[Ranked]]:
    """What somebody seeks, and what she can use of so many invented assets, best first."""
    asked = sought(**said)
    some = [asset(invented(random, number), f"asset {number:02}") for number in range(many)]
    ours = Recommender.over(some, GAZETTEER)
    return asked, rank(asked, ours.shelf, ours.pictures)


def worth(asked: Sought, steps: Sequence[Ranked]) -> float:
    """What a set is worth, reckoned plainly from the formula at the head of `recommender.pathways`."""
    total = 0.0
    for need in asked.needs:
        priority = URGENT_FIRST if asked.vocabulary.get_need(need.id).urgent else 1.0
        priority *= 1.0 if need.origin == "stated" else READ
        total += priority * max(step.judged.fits[need.id] for step in steps)
    total += QUALITY * sum(step.score for step in steps) / len(steps)
    for step in steps:
        price = lowest_price(step.asset.costs)
        total -= TRAVEL * (step.judged.miles or 0) + COST * min(20.0, float(price or 0))
        total -= ASK * min(3, len(step.unknowns)) + STEP
    total -= NEW * max(0, len([step for step in steps if is_regular(step)]) - 2)
    return total - CLASH * sum(clash(a.asset, b.asset) for a, b in combinations(steps, 2))


def is_regular(step: Ranked) -> bool:
    return bool({need[:3] for need in step.served} & REGULAR)


def every_set(ranked: Sequence[Ranked]) -> list[tuple[Ranked, ...]]:
    sizes = range(min(FEWEST, len(ranked)), min(MOST, len(ranked)) + 1)
    return [chosen for size in sizes for chosen in combinations(ranked, size)]


def steps_of(chosen: Sequence[Chosen]) -> list[Ranked]:
    return [step.one for step in chosen]


WANTED = [
    {"needs": ["MON1", "CON1"], "postcode": "L4 3TH"},
    {"needs": ["JOY1", "BOD1", "LEA1"], "age": 40},
    {"needs": ["FOO1", "CON1", "WOR3", "HOU2"], "postcode": "L20 3EF", "travel": "bus"},
    {"words": "bailiffs are writing and I miss singing", "needs": ["MIN2"], "postcode": "L4 3TH"},
]


@pytest.mark.parametrize("said", WANTED, ids=["money", "joy", "food", "words"])
def test_no_other_set_of_what_she_can_use_is_worth_more(said: dict[str, Any]) -> None:
    for number in range(8):
        asked, ranked = pool_of(Random(number), 9, **said)
        # So few that all of them are put together: the pool is no narrower than what is weighed here.
        ranked = [one for one in ranked[:5] if one.score >= GOOD_ENOUGH]
        if not ranked:
            continue
        steps = steps_of(choose_pathway(asked, ranked))
        best = max(worth(asked, one) for one in every_set(ranked))
        assert worth(asked, steps) == pytest.approx(best)


def test_with_pins_the_rest_is_the_best_around_them() -> None:
    for number in range(8):
        asked, ranked = pool_of(Random(number), 9, **WANTED[2])
        ranked = [one for one in ranked[:5] if one.score >= GOOD_ENOUGH]
        for pinned in ({ranked[-1].asset.id}, {one.asset.id for one in ranked[-3:]}):
            steps = steps_of(choose_pathway(asked, ranked, pinned))
            assert pinned <= {step.asset.id for step in steps}
            around = [one for one in every_set(ranked) if pinned <= {step.asset.id for step in one}]
            assert worth(asked, steps) == pytest.approx(max(worth(asked, one) for one in around))


def test_more_pins_than_a_pathway_has_room_for() -> None:
    asked, ranked = pool_of(Random(1), 20, **WANTED[2])
    pinned = {one.asset.id for one in ranked[-6:]}
    steps = steps_of(choose_pathway(asked, ranked, pinned))
    assert len(steps) == MOST
    assert {step.asset.id for step in steps} <= pinned


def at(listing: Listing, day: str, since: int, until: int, name: str) -> Listing:
    slot = Slot(days=(day,), opens_at=time(since), closes_at=time(until))
    return listing.model_copy(update={"times": (slot,), "name": name, "organization": Organization(name=name)})


def chosen_of(asked: Sought, **listings: Listing) -> list[Chosen]:
    ours = Recommender.over([asset(listing, key) for key, listing in listings.items()], GAZETTEER)
    return choose_pathway(asked, rank(asked, ours.shelf, ours.pictures))


def test_two_that_meet_at_once_are_not_put_together_when_there_is_another_way() -> None:
    asked = sought(needs=["JOY1", "MON1"], age=40, postcode="L4 3TH")
    singing = at(LISTINGS["choir"], "MO", 10, 12, "Walton Waterfront Choir")
    debt = at(LISTINGS["debt"], "MO", 10, 12, "Quayside Debt Advice").model_copy(update={"venues": (WALTON_HALL,)})
    on_friday = at(LISTINGS["debt"], "FR", 10, 12, "Letters and Bills")
    alone = {step.one.asset.id for step in chosen_of(asked, singing=singing, debt=debt)}
    assert alone == {"singing", "debt"}, "two that clash are better than one where there is no other way"
    both = {step.one.asset.id for step in chosen_of(asked, singing=singing, debt=debt, on_friday=on_friday)}
    assert both == {"singing", "on_friday"}, "though it is farther away"


def test_at_most_two_new_regular_things_where_two_will_do() -> None:
    asked = sought(needs=["JOY1", "BOD1", "LEA1", "MON1"], age=40, postcode="L4 3TH")
    regular = {
        "choir": at(LISTINGS["choir"], "MO", 10, 12, "Walton Waterfront Choir"),
        "gym": at(LISTINGS["gym"], "TU", 10, 12, "Dock Road Gym").model_copy(update={"costs": ()}),
        "art": at(LISTINGS["choir"], "WE", 10, 12, "Painting by the Docks"),
        "computers": at(LISTINGS["anxiety_online"], "TH", 10, 12, "Computers for Beginners").model_copy(
            update={"needs": (NeedLink(id="LEA1"), NeedLink(id="JOY1"))}
        ),
        "walks": at(LISTINGS["gym"], "FR", 10, 12, "Quayside Walks").model_copy(
            update={"costs": (), "needs": (NeedLink(id="BOD1"), NeedLink(id="LEA1"))}
        ),
    }
    steps = steps_of(chosen_of(asked, debt=LISTINGS["debt"], **regular))
    assert "debt" in {step.asset.id for step in steps}
    assert sum(is_regular(step) for step in steps) <= 2
    covered = frozenset().union(*(step.served for step in steps))
    assert {"JOY1", "BOD1", "LEA1", "MON1"} <= covered, "two of them serve all three"


def test_a_fall_back_serves_one_of_the_steps_needs_and_is_not_in_the_pathway() -> None:
    seen = 0
    for number in range(12):
        asked, ranked = pool_of(Random(200 + number), 25, **WANTED[number % len(WANTED)])
        chosen = choose_pathway(asked, ranked)
        taken = {step.one.asset.id for step in chosen}
        for step in chosen:
            assert set(step.needs) == step.one.served
            if step.instead:
                seen += 1
                assert step.instead.asset.id not in taken
                assert set(step.needs) & step.instead.served
            else:
                left = [one for one in ranked[:5] if one.asset.id not in taken]
                assert not any(one.served & set(step.needs) for one in left)
    assert seen > 12


def test_stages_come_in_their_order_and_what_cannot_wait_comes_first() -> None:
    for number in range(12):
        asked, ranked = pool_of(Random(300 + number), 25, **WANTED[number % len(WANTED)])
        chosen = choose_pathway(asked, ranked)
        places = [ORDER.index(step.stage) for step in chosen]
        assert places == sorted(places)
        for one, after in pairwise(chosen):
            if one.stage is after.stage:
                assert one.one.score >= after.one.score
    hungry = Recommender.over(town(), GAZETTEER).recommend(
        seeker(needs=["JOY1", "FOO1"], age=40, postcode="L4 3TH", travel="bus")
    )
    assert [step.stage for step in hungry.pathway] == [Stage.URGENT, Stage.CONNECT]


def test_one_asset_alone_is_one_step_and_none_is_none() -> None:
    asked = sought(needs=["MON1"], postcode="L4 3TH")
    [only] = chosen_of(asked, debt=LISTINGS["debt"])
    assert only.one.asset.id == "debt"
    assert only.instead is None
    assert choose_pathway(asked, []) == []
    assert chosen_of(asked, choir=LISTINGS["choir"]) == []
    assert chosen_of(sought(), debt=LISTINGS["debt"]) == []
