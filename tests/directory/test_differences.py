"""Two listings compared in words."""

from datetime import time
from decimal import Decimal

from directory.differences import differences
from directory.listing import Cost, Slot
from tests.harbourside import LISTINGS

DEBT = LISTINGS["debt"]


def test_the_same_differs_in_nothing() -> None:
    assert all(differences(listing, listing) == () for listing in LISTINGS.values())


def test_a_new_time_and_price_are_said_as_people_say_them() -> None:
    later = DEBT.model_copy(
        update={"times": (Slot(days=("TH",), opens_at=time(14)),), "costs": (Cost(amount=Decimal("1.50")),)}
    )
    said = {one.part: (one.was, one.now) for one in differences(DEBT, later)}
    assert said["Cost"] == ("Free", "£1.50")
    was, now = said["When"]
    assert was == "Mondays and Wednesdays, 10am to 12\u00a0noon"
    assert now.startswith("Thursdays")


def test_what_is_taken_away_becomes_nothing() -> None:
    bare = DEBT.model_copy(update={"phones": (), "description": None})
    said = {one.part: one.now for one in differences(DEBT, bare)}
    assert said == {"What it is": "nothing", "Phone": "nothing"}


def test_every_field_of_a_listing_that_a_page_shows_is_compared() -> None:
    full, bare = LISTINGS["housing"], LISTINGS["refuge"]
    parts = {one.part for one in differences(full, bare)}
    assert {"Name", "Organisation", "What it is", "Where", "Needs it helps with", "When", "Phone"} <= parts
