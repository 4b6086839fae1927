"""What a listing asks of who may come, one kind after another: yes, no, and what has to be asked."""

from typing import Any

import pytest

from directory.kinds import Attending, Requires
from directory.listing import Listing, Requirement
from recommender.eligibility import judge
from recommender.verdict import Judgement
from tests.harbourside import LISTINGS
from tests.recommender.people import asset, sought

PLAIN = LISTINGS["choir"].model_copy(update={"minimum_age": None, "costs": ()})
LIVERPOOL = {"postcode": "L4 3TH"}
BOOTLE = {"postcode": "L20 3EF"}
SOUTHPORT = {"postcode": "PR8 1AA"}
YES, NO, ASK = "yes", "no", "ask"


def requirement(kind: Requires, *any_of: str) -> Requirement:
    return Requirement(kind=kind, any_of=any_of, words=f"{kind.value} {' or '.join(any_of)}")


def judged(*asked: Requirement, listing: Listing = PLAIN, **said: Any) -> Judgement:
    """What the rules say of a choir that asks these."""
    return judge(sought(**said), asset(listing.model_copy(update={"eligibility": asked})), 1.0)


BELONGS: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    (("veteran",), {"circumstances": ["veteran"]}, YES),
    (("veteran", "seafarer"), {"circumstances": ["seafarer"]}, YES),
    (("veteran",), {"words": "I was in the army for twenty years and I miss company"}, YES),
    (("veteran",), {}, ASK),
    (("veteran",), {"circumstances": ["carer"]}, ASK),
    (("long_term_condition",), {"circumstances": ["stroke"]}, YES),
    (("stroke",), {"circumstances": ["long_term_condition"]}, ASK),
    (("carer",), {"needs": ["FAM1"]}, YES),
    (("bereaved",), {"needs": ["MIN3"]}, YES),
    (("people of the docks",), {"circumstances": ["people_of_the_docks"]}, ASK),
    (("dockers",), {"circumstances": ["dockers"]}, YES),
]


@pytest.mark.parametrize(("any_of", "said", "answer"), BELONGS)
def test_to_be_somebody_is_never_refused_for_what_is_not_known(
    any_of: tuple[str, ...], said: dict[str, Any], answer: str
) -> None:
    found = judged(requirement(Requires.BELONGS, *any_of), **said)
    assert found.eligible == answer
    if answer == ASK:
        assert found.rules == (f"Meant for: “belongs {' or '.join(any_of)}”",)


def test_what_few_people_are_is_less_likely_than_what_many_are() -> None:
    rare, usual = (judged(requirement(Requires.BELONGS, one)) for one in ("seafarer", "carer"))
    assert rare.likely < usual.likely < 1


def test_all_that_is_asked_must_hold() -> None:
    asked = [requirement(Requires.BELONGS, "veteran"), requirement(Requires.BELONGS, "carer")]
    assert judged(*asked, circumstances=["veteran", "carer"]).eligible == YES
    assert judged(*asked, circumstances=["veteran"]).rules == ("Meant for: “belongs carer”",)


EXCLUDES: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    (("addiction",), {"circumstances": ["addiction"]}, NO),
    (("addiction",), {"circumstances": ["carer"]}, YES),
    (("addiction",), {}, YES),
    (("disabled",), {"circumstances": ["dementia"]}, NO),
    (("addiction", "pregnant"), {"words": "I'm six months pregnant and know nobody"}, NO),
    (("in crisis",), {"words": "I miss company"}, YES),
]


@pytest.mark.parametrize(("any_of", "said", "answer"), EXCLUDES)
def test_who_is_excluded_is_told_so_and_nobody_else(any_of: tuple[str, ...], said: dict[str, Any], answer: str) -> None:
    found = judged(requirement(Requires.EXCLUDES, *any_of), **said)
    assert found.eligible == answer
    assert found.rules == ((f"“excludes {' or '.join(any_of)}”",) if answer == NO else ())


LIVES: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    # A council.
    (("Liverpool",), LIVERPOOL, YES),
    (("liverpool",), LIVERPOOL, YES),
    (("Sefton",), LIVERPOOL, NO),
    (("Sefton", "Liverpool"), LIVERPOOL, YES),
    (("Sefton",), SOUTHPORT, YES),
    # A district of postcodes.
    (("L4",), LIVERPOOL, YES),
    (("l4",), LIVERPOOL, YES),
    (("L8",), LIVERPOOL, NO),
    (("L8", "L4"), LIVERPOOL, YES),
    (("L40",), LIVERPOOL, NO),
    # A town or a neighbourhood: near its middle is in it, far from it is not, and between them one has to ask.
    (("Bootle",), BOOTLE, YES),
    (("Walton",), LIVERPOOL, YES),
    (("Southport",), LIVERPOOL, NO),
    (("Crosby",), BOOTLE, ASK),
    (("Southport", "Crosby"), BOOTLE, ASK),
    # A place that nobody knows.
    (("Narnia",), LIVERPOOL, ASK),
    (("Narnia", "Liverpool"), LIVERPOOL, YES),
    (("Narnia", "Sefton"), LIVERPOOL, ASK),
    # A home that nobody knows.
    (("Liverpool",), {}, ASK),
    (("L4",), {"postcode": "ZZ9 9ZZ"}, ASK),
]


@pytest.mark.parametrize(("any_of", "said", "answer"), LIVES)
def test_where_she_lives(any_of: tuple[str, ...], said: dict[str, Any], answer: str) -> None:
    found = judged(requirement(Requires.LIVES_IN, *any_of), **said)
    assert found.eligible == answer
    words = f"“lives_in {' or '.join(any_of)}”"
    assert found.rules == {YES: (), NO: (words,), ASK: (f"{words}: ask whether home counts",)}[answer]


def test_a_point_on_the_map_has_a_council_to_ask_about_only_where_that_is_known() -> None:
    at_sea = {"latitude": 53.6, "longitude": -5.0}
    assert judged(requirement(Requires.LIVES_IN, "Liverpool"), **at_sea).eligible == ASK
    assert judged(requirement(Requires.LIVES_IN, "L4"), **at_sea).eligible == ASK


def test_one_place_that_cannot_be_told_does_not_hide_another_that_can() -> None:
    unknown, elsewhere = requirement(Requires.LIVES_IN, "Narnia"), requirement(Requires.LIVES_IN, "Sefton")
    for asked in ((unknown, elsewhere), (elsewhere, unknown)):
        assert judged(*asked, **LIVERPOOL).eligible == NO


SURGERIES: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    (("Liverpool",), LIVERPOOL, ASK),
    (("Liverpool",), {}, ASK),
    (("Narnia",), LIVERPOOL, ASK),
    (("Sefton",), LIVERPOOL, NO),
    (("L8",), LIVERPOOL, NO),
    (("Sefton", "Liverpool"), LIVERPOOL, ASK),
]


@pytest.mark.parametrize(("any_of", "said", "answer"), SURGERIES)
def test_a_surgery_is_to_be_asked_about_wherever_home_may_be_near(
    any_of: tuple[str, ...], said: dict[str, Any], answer: str
) -> None:
    found = judged(requirement(Requires.SURGERY_IN, *any_of), **said)
    assert found.eligible == answer
    words = f"“surgery_in {' or '.join(any_of)}”"
    assert found.rules == (words if answer == NO else f"{words}: ask about your doctor's surgery",)


def test_one_surgery_to_be_asked_about_does_not_hide_another_that_is_far_away() -> None:
    near, far = requirement(Requires.SURGERY_IN, "Liverpool"), requirement(Requires.SURGERY_IN, "Sefton")
    for asked in ((near, far), (far, near)):
        assert judged(*asked, **LIVERPOOL).eligible == NO


MEMBERS: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    (("Dockside Homes",), {}, ASK),
    (("Dockside Homes",), {"words": "I'm a tenant of dockside homes and I miss singing"}, YES),
    (("Quay Housing", "Dockside Homes"), {"words": "Dockside Homes sent me a letter about the rent"}, YES),
    (("Dockside Homes",), {"words": "I'd like to sing with people"}, ASK),
    (("Age",), {"words": "I can hardly manage without company and miss singing"}, ASK),
]


@pytest.mark.parametrize(("any_of", "said", "answer"), MEMBERS)
def test_a_body_that_she_names_is_taken_for_hers(any_of: tuple[str, ...], said: dict[str, Any], answer: str) -> None:
    found = judged(requirement(Requires.MEMBER_OF, *any_of), **said)
    assert found.eligible == answer
    if answer == ASK:
        assert found.likely < 0.3, "few people belong to any one body"


def test_words_that_were_urgent_name_no_body() -> None:
    asked = requirement(Requires.MEMBER_OF, "Dockside Homes")
    assert judged(asked, words="I want to die, I rent from Dockside Homes").eligible == ASK


def test_who_must_send_her_is_never_a_bar() -> None:
    for who in ("gp", "professional"):
        assert judged(requirement(Requires.REFERRED_BY, who)).eligible in (YES, ASK)


AREAS: list[tuple[tuple[Attending, ...], dict[str, Any], str]] = [
    ((Attending.HOME_VISIT,), {}, ASK),
    ((Attending.PHONE,), {}, ASK),
    ((Attending.ONLINE, Attending.PHONE), {}, YES),
    ((Attending.HOME_VISIT,), {"venues": PLAIN.venues}, YES),
    ((Attending.HOME_VISIT,), {"residents_of": ("Liverpool",)}, YES),
    ((Attending.IN_PERSON,), {}, YES),
]


@pytest.mark.parametrize(("ways", "more", "answer"), AREAS)
def test_who_comes_to_the_home_should_say_how_far(
    ways: tuple[Attending, ...], more: dict[str, Any], answer: str
) -> None:
    listing = PLAIN.model_copy(update={"venues": (), "attending": ways} | more)
    found = judged(listing=listing, **LIVERPOOL)
    assert (found.eligible, found.rules) == (answer, ("Which area it covers is not stated",) if answer == ASK else ())


def test_a_visitor_who_says_where_she_comes_is_not_asked_again() -> None:
    visitor = PLAIN.model_copy(update={"venues": (), "attending": (Attending.HOME_VISIT,)})
    assert judged(requirement(Requires.LIVES_IN, "Liverpool"), listing=visitor, **LIVERPOOL).eligible == YES
