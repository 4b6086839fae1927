"""The calendar file of an asset: what telephones and mail programs are strict about."""

import re
from datetime import datetime, time
from urllib.parse import urlsplit

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.clock import LONDON
from directory.listing import Listing, Slot
from tests.harbourside import LIBRARY
from tests.pages import Browser
from web.pages.asset.calendar_file import escape, fold

WEDNESDAY = datetime(2026, 10, 21, 8, 0, tzinfo=LONDON)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@time_machine.travel(WEDNESDAY, tick=False)
def test_the_next_times_are_in_it_on_british_clocks(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['choir']}")
    answer = public.client.get(urlsplit(page.links()["Add to calendar"]).path)
    assert answer.mimetype == "text/calendar"
    lines = unfolded(answer.get_data(as_text=True))
    starts = [line for line in lines if line.startswith("DTSTART;")]
    # The clocks go back on 25 October: seven in the evening stays seven in the evening.
    assert starts[:2] == [
        "DTSTART;TZID=Europe/London:20261027T190000",
        "DTSTART;TZID=Europe/London:20261103T190000",
    ]
    assert len(starts) == 6
    assert "SUMMARY:Walton Waterfront Choir" in lines
    assert "LOCATION:Walton Mission Hall\\, 12 Church Row\\, Liverpool\\, L4 3TH" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 6
    assert len({line for line in lines if line.startswith("UID:")}) == 6
    assert "TZID:Europe/London" in lines


def test_two_downloads_speak_of_the_same_events(public: Browser, harbourside: dict[str, str]) -> None:
    url = f"/asset/{harbourside['choir']}/calendar.ics"
    first, second = (re.findall("UID:.*", public.client.get(url).get_data(as_text=True)) for _ in range(2))
    assert first == second


def test_a_doubtful_time_is_tentative_and_says_why(public: Browser, catalogue: Catalogue) -> None:
    with catalogue.writing() as session:
        fortnightly = Slot(days=("MO",), interval=2, opens_at=time(10))
        asset_id = add_asset(session, Listing(name="Every other", times=(fortnightly,)), actor="tests")
    lines = unfolded(public.client.get(f"/asset/{asset_id}/calendar.ics").get_data(as_text=True))
    assert "STATUS:TENTATIVE" in lines
    assert any("Check first: not every week: ask which" in line for line in lines)


def test_what_would_break_the_file_is_escaped(public: Browser, catalogue: Catalogue) -> None:
    nasty = Listing(
        name="Tea; talk, and\\or cake\N{BELL}",
        description="First.\r\nEND:VCALENDAR\nBEGIN:VEVENT" + " ж" * 200,
        times=(Slot(days=("MO",), opens_at=time(10)),),
        venues=(LIBRARY,),
    )
    with catalogue.writing() as session:
        asset_id = add_asset(session, nasty, actor="tests")
    body = public.client.get(f"/asset/{asset_id}/calendar.ics").get_data()
    assert max(map(len, body.split(b"\r\n"))) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
    lines = unfolded(body.decode())
    assert lines.count("END:VCALENDAR") == 1
    assert any(line.startswith("SUMMARY:Tea\\; talk\\, and\\\\or cake") for line in lines)


@pytest.mark.parametrize("key", ["gym", "phone_friend"])
def test_without_times_there_is_no_file(public: Browser, harbourside: dict[str, str], key: str) -> None:
    page = public.open(f"/asset/{harbourside[key]}")
    assert "Add to calendar" not in page.links()
    assert public.client.get(f"/asset/{harbourside[key]}/calendar.ics").status_code == 404


@given(st.text())
def test_folding_loses_nothing(text: str) -> None:
    line = f"SUMMARY:{escape(text)}"
    pieces = fold(line)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(len(piece.encode()) <= 75 for piece in pieces)
