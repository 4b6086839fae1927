"""What readers say is wrong, on each kind of database."""

import pytest
from sqlmodel import Session

from directory.assets import add_asset, remove_asset
from directory.errors import Invalid, NotFound
from directory.kinds import Status
from directory.listing import Listing
from directory.mistakes import LONGEST, list_mistakes, report_mistake, settle_mistake
from tests.harbourside import LISTINGS


def test_tommys_report_waits_until_it_is_settled(session: Session) -> None:
    sheds = add_asset(session, LISTINGS["sheds"], actor="tests")
    choir = add_asset(session, LISTINGS["choir"], actor="tests")
    first = report_mistake(session, sheds, "  It is on Fridays now ")
    report_mistake(session, choir, "The hall is shut")
    assert [one.words for one in list_mistakes(session)] == ["It is on Fridays now", "The hall is shut"]
    assert [one.id for one in list_mistakes(session, sheds)] == [first]
    settle_mistake(session, first)
    assert list_mistakes(session, sheds) == []
    with pytest.raises(NotFound, match="settled already"):
        settle_mistake(session, first)


@pytest.mark.parametrize("words", ["", " \n ", "x" * (LONGEST + 1)])
def test_it_must_say_something_and_not_a_book(session: Session, words: str) -> None:
    sheds = add_asset(session, LISTINGS["sheds"], actor="tests")
    with pytest.raises(Invalid) as refusal:
        report_mistake(session, sheds, words)
    assert refusal.value.field == "words"


def test_nothing_can_be_reported_of_what_nobody_sees(session: Session) -> None:
    draft = add_asset(session, Listing(name="Not yet", status=Status.DRAFT), actor="tests")
    for asset_id in (draft, "nothing"):
        with pytest.raises(NotFound):
            report_mistake(session, asset_id, "Wrong")


def test_a_report_outlives_the_record_it_is_about(session: Session) -> None:
    sheds = add_asset(session, LISTINGS["sheds"], actor="tests")
    report_mistake(session, sheds, "Closed for good")
    remove_asset(session, sheds, actor="tests", reason="undone")
    assert [one.service_id for one in list_mistakes(session)] == [sheds]
