"""Who looked at a record, so that she can be told."""

import time_machine
from sqlmodel import Session

from casework.audit import list_looks, record_look
from tests.casework.conftest import ANN


def test_looks_are_noted_newest_first(session: Session, maureen: str) -> None:
    with time_machine.travel("2026-11-23 10:00:00+00:00", tick=False) as clock:
        record_look(session, maureen, account=ANN, page="Details")
        clock.shift(60)
        record_look(session, maureen, account="bob@example.org", page="Conversation")
    assert [(look.account, look.page) for look in list_looks(session, maureen)] == [
        ("bob@example.org", "Conversation"),
        (ANN, "Details"),
    ]


def test_a_page_left_open_is_one_look(session: Session, maureen: str) -> None:
    with time_machine.travel("2026-11-23 10:00:00+00:00", tick=False) as clock:
        for minutes, looks in ((0, 1), (10, 1), (20, 2)):
            clock.move_to(f"2026-11-23 10:{minutes:02}:00+00:00")
            record_look(session, maureen, account=ANN, page="Conversation")
            assert len(list_looks(session, maureen)) == looks
