"""What advisors set aside teaches which listings are wrong, and which words lead to the wrong people."""

from directory.listing import Listing, NeedLink
from recommender.misleading import MisleadingReport, list_misleading
from recommender.needs import vocabulary
from recommender.outcomes import Became, Outcome, Reason
from tests.recommender.outcomes import outcome

LISTINGS = {
    "pantry": Listing(name="Walton Pantry", description="A pantry for families.", needs=(NeedLink(id="FOO2"),)),
    "paint": Listing(name="Pantry of Paint", description="Paint left over by firms.", needs=(NeedLink(id="FOO2"),)),
    "choir": Listing(name="Walton Waterfront Choir", needs=(NeedLink(id="JOY1"),)),
}


def shown(asset_id: str, times: int, aside: int, reason: Reason, need: str = "FOO2") -> list[Outcome]:
    became = [Became.DECLINED] * aside + [Became.SHOWN] * (times - aside)
    return [
        outcome(asset_id, end, needs=(need,), talk=talk, reason=reason if end is Became.DECLINED else None)
        for talk, end in enumerate(became)
    ]


def report(*outcomes: list[Outcome]) -> MisleadingReport:
    return list_misleading([one for many in outcomes for one in many], LISTINGS, vocabulary())


def test_listings_most_often_set_aside_come_first_with_counts() -> None:
    found = report(
        shown("paint", 10, 8, Reason.WRONG_PEOPLE),
        shown("pantry", 40, 2, Reason.WRONG_LISTING),
        shown("choir", 50, 0, Reason.WRONG_LISTING, "JOY1"),
    )
    assert (found.set_aside, found.shown) == (10, 100)
    [paint] = found.listings
    assert (paint.what, paint.asset_id, paint.set_aside, paint.shown) == ("Pantry of Paint", "paint", 8, 10)
    assert paint.reason == Reason.WRONG_PEOPLE
    assert 0.1 < paint.share < 0.8, "drawn to what is usual"


def test_the_word_that_leads_there_is_named_with_the_need_it_is_taken_for() -> None:
    found = report(shown("paint", 10, 8, Reason.WRONG_PEOPLE), shown("choir", 90, 0, Reason.WRONG_PEOPLE, "JOY1"))
    [term] = found.terms
    assert (term.what, term.need, term.set_aside, term.shown) == ("pantry", "FOO2", 8, 10)


def test_a_domain_that_was_sought_is_led_by_the_words_of_its_needs() -> None:
    found = report(shown("paint", 10, 8, Reason.WRONG_PEOPLE, "FOO"), shown("choir", 90, 0, Reason.WRONG_PEOPLE))
    assert [term.what for term in found.terms] == ["pantry"]


def test_her_bus_and_her_purse_are_not_laid_on_the_listing() -> None:
    found = report(shown("paint", 10, 8, Reason.TOO_FAR), shown("pantry", 10, 8, Reason.COST))
    assert (found.listings, found.terms, found.set_aside) == ((), (), 0)


def test_a_slip_of_the_hand_is_not_reported() -> None:
    assert report(shown("paint", 3, 1, Reason.WRONG_LISTING)).listings == ()


def test_one_set_aside_twice_of_two_does_not_outdo_one_set_aside_twenty_times() -> None:
    found = report(
        shown("pantry", 2, 2, Reason.WRONG_LISTING),
        shown("paint", 25, 20, Reason.WRONG_LISTING),
        shown("choir", 200, 0, Reason.WRONG_LISTING, "JOY1"),
    )
    assert [one.asset_id for one in found.listings] == ["paint", "pantry"]


def test_what_is_no_longer_in_the_directory_is_left_out() -> None:
    assert report(shown("gone", 10, 10, Reason.WRONG_LISTING)).shown == 0
