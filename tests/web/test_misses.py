"""What people look for in vain: noted behind the page's back, shown to curators when it is not one person's question."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from flask import Flask
from sqlalchemy import event
from sqlmodel import Session, select

from directory.catalogue import Catalogue
from directory.clock import now
from directory.models import SearchMiss
from directory.search.misses import WEEKS_KEPT
from tests.pages import Browser, Page
from web.commands.tasks import forget
from web.notes import MOST_WAITING, SAME, Notes

MISSING = "qqquidditch"


@pytest.fixture
def noted(app: Flask, catalogue: Catalogue) -> Any:
    """Gives what is noted by now: how often each kind and value was missed."""

    def settled() -> dict[tuple[str, str], int]:
        app.extensions["waymark-notes"].settle()
        with catalogue.reading() as session:
            return {(row.kind, row.value): row.times for row in session.exec(select(SearchMiss))}

    return settled


def look_for(browser: Browser, q: str = MISSING, **said: str) -> Page:
    return browser.open(f"/search?{urlencode({'q': q, **said})}")


def test_what_is_missed_three_times_is_shown_with_what_to_do(public: Browser, curator: Browser, noted: Any) -> None:
    for place in ("L4 3TH", "Bootle", "L20 3EF"):
        look_for(public, near=place, day="SU", need="MON4")
    look_for(public, "qqjousting", near="L4 3TH")
    noted()
    page = curator.open("/desk")
    assert "Not found: 1 need or word that people looked for in vain in the last 13 weeks" in page.main
    page = curator.follow("Not found")
    assert f"{MISSING}3Add as a word people use: {MISSING}" in page.main
    assert "qqjousting" not in page.main
    assert "Emergency money now" not in page.main, "twice in Sefton and once in Liverpool is seldom"
    assert "Need3" in page.main
    look_for(public, "qqjousting", near="Southport", need="MON4")
    noted()
    page = curator.open("/misses")
    assert "Emergency money now, Sefton: search for itSefton3" in page.main
    page = curator.follow(f"Add as a word people use: {MISSING}")
    assert page.h1 == "Add a word people use"
    curator.send("Save", needs=["MON1"])
    page = curator.open("/misses")
    assert f"On the list by now: {MISSING}" in page.links()
    assert "Not found: 1 need or word" in curator.open("/desk").main
    curator.open("/misses")
    page = curator.follow("Emergency money now, Sefton: search for it")
    assert "need=MON4" in page.url


def test_an_empty_page_says_what_is_hidden(curator: Browser) -> None:
    page = curator.open("/misses")
    assert "Only what was missed at least 3 times is shown" in page.main
    assert "Nothing was missed so often" in page.main
    assert "nothing that was missed often" in curator.open("/desk").main


def test_the_same_question_again_is_counted_once_for_ten_minutes(public: Browser, noted: Any) -> None:
    start = now()
    with time_machine.travel(start) as clock:
        for said in ({}, {"day": "SU"}, {"page": "2"}, {"sort": "next"}):
            look_for(public, **said)
        look_for(public, MISSING.upper())
        assert noted()["word", MISSING] == 1
        look_for(public, near="Bootle")
        assert noted()["word", MISSING] == 2
        clock.shift(SAME * 1.1)
        look_for(public)
        assert noted()["word", MISSING] == 3


def test_who_tries_out_a_search_at_the_desk_is_not_counted(curator: Browser, advisor: Browser, noted: Any) -> None:
    look_for(curator)
    assert noted() == {}
    look_for(advisor)
    assert noted()["word", MISSING] == 1


@pytest.mark.parametrize("q", ["i want to die", "he hits me and qqquidditch", "suicidal"])
def test_nothing_of_a_call_for_help_is_noted(public: Browser, noted: Any, q: str) -> None:
    assert look_for(public, q).h1 == "Help now"
    assert look_for(public, "qqzz", near="i want to die").h1 == "Help now"
    public.open("/search?need=MIN7")
    assert noted() == {}


def test_no_whole_question_and_nobody_is_kept(public: Browser, noted: Any, catalogue: Catalogue) -> None:
    look_for(public, f"{MISSING} qqhurling zz@qqzz.qq 07700 900123", near="L4 3TH")
    assert set(noted()) == {("word", MISSING), ("word", "qqhurling"), ("limit", "your words")}
    with catalogue.reading() as session:
        assert {row.area for row in session.exec(select(SearchMiss))} == {""}


def test_a_locked_database_loses_the_note_and_the_page_does_not_wait(
    public: Browser, noted: Any, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    # Nobody need wait half a minute for this test.
    event.listen(
        catalogue.database.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50")
    )
    catalogue.database.dispose()
    with catalogue.database.writing() as session:
        session.connection()
        assert "Nothing matches" in look_for(public).main
        assert noted() == {}
    assert "database is locked" in "".join(capsys.readouterr())
    look_for(public, "qqhurling")
    assert set(noted()) == {("word", "qqhurling"), ("limit", "your words")}, "the next is written again"


def test_the_clock_deletes_what_is_older_than_a_year(public: Browser, noted: Any, catalogue: Catalogue) -> None:
    look_for(public)
    assert noted()
    assert forget(catalogue) == ""
    with time_machine.travel(now() + timedelta(weeks=WEEKS_KEPT + 1)):
        assert forget(catalogue) == f"2 notes of what was not found, older than {WEEKS_KEPT} weeks, went.".replace(
            " notes", "\u00a0notes"
        )
    assert noted() == {}


@pytest.fixture
def held(catalogue: Catalogue) -> Iterator[tuple[Notes, threading.Event]]:
    """Notes whose writer waits until it is let go."""
    notes, begun, go = Notes(catalogue.database), threading.Event(), threading.Event()

    def first(_session: Session) -> None:
        begun.set()
        go.wait(10)

    notes.leave(first, about="the first")
    assert begun.wait(10)
    yield notes, go
    go.set()
    notes.settle()


def test_notes_that_wait_are_bounded_and_written_together(held: tuple[Notes, threading.Event]) -> None:
    notes, go = held
    written: list[int] = []
    for number in range(MOST_WAITING + 100):
        notes.leave(lambda _session, number=number: written.append(number), about=str(number))
    assert written == []
    go.set()
    notes.settle()
    assert written == list(range(MOST_WAITING))


def test_what_is_remembered_is_no_question(catalogue: Catalogue) -> None:
    notes = Notes(catalogue.database)
    notes.leave(lambda _session: None, about="ann smith has debts")
    notes.settle()
    assert b"ann" not in repr(vars(notes)).encode()


def test_the_privacy_page_says_what_is_counted(public: Browser) -> None:
    page = public.open("/privacy")
    assert "When nothing is found" in page.main
    assert "single words" in page.main
    assert "52 weeks" in page.main
