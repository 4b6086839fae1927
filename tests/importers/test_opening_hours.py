"""Opening hours as maps write them: what is surely said becomes lines, and half of a timetable is none."""

from datetime import time

import pytest

from importers.opening_hours import read_opening_hours

Line = tuple[str, str | None, str | None]


def lines(text: str) -> list[Line]:
    """Each line as its days, its opening and its closing."""
    return [
        (
            " ".join(slot.days),
            slot.opens_at and slot.opens_at.isoformat("minutes"),
            slot.closes_at and slot.closes_at.isoformat("minutes"),
        )
        for slot in read_opening_hours(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo-Fr 09:00-20:00; Sa 9:00-17:00", [("MO TU WE TH FR", "09:00", "20:00"), ("SA", "09:00", "17:00")]),
        ("Mo-We 09:00–17:00", [("MO TU WE", "09:00", "17:00")]),
        ("Tu,Fr 10:00-13:00,14:00-17:00", [("TU FR", "10:00", "13:00"), ("TU FR", "14:00", "17:00")]),
        ("Mo, We 10:00 - 12:00", [("MO WE", "10:00", "12:00")]),
        ("Sa-Mo 10:00-11:00", [("MO SA SU", "10:00", "11:00")]),
        ("mo-fr 9-17", [("MO TU WE TH FR", "09:00", "17:00")]),
        ("07:00-21:00", [("MO TU WE TH FR SA SU", "07:00", "21:00")]),
        ("24/7", [("MO TU WE TH FR SA SU", "00:00", "00:00")]),
        ("Fr 22:00-02:00", [("FR", "22:00", "02:00")]),
        ("Fr 18:00-26:00", [("FR", "18:00", "02:00")]),
        ("Mo 10:00+", [("MO", "10:00", None)]),
        ("Mo-Fr", [("MO TU WE TH FR", None, None)]),
        ("Sa[1] 10:00-12:00", [("1SA", "10:00", "12:00")]),
        ("Sa[1,3] 10:00-12:00", [("1SA 3SA", "10:00", "12:00")]),
        ("Su[-1] 14:00-16:00", [("-1SU", "14:00", "16:00")]),
    ],
)
def test_days_and_hours(text: str, expected: list[Line]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-17:00; PH off",
        "Mo-Fr,PH 09:00-17:00",
        "Mo-Fr 09:00-17:00; Dec 25,26 off",
        "Mo-Fr 09:00-17:00; 2026 Dec 24-26 off; easter off",
        "Mo-Fr 09:00-17:00, PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; Sa,Su off",
        "Mo-Su 09:00-17:00; Sa-Su closed",
    ],
)
def test_days_off_are_left_to_the_text(text: str) -> None:
    assert lines(text) == [("MO TU WE TH FR", "09:00", "17:00")]


def test_a_later_rule_takes_the_place_of_an_earlier_one_and_a_comma_adds() -> None:
    assert lines("Mo-We 09:00-12:00; We 13:00-15:00") == [("MO TU", "09:00", "12:00"), ("WE", "13:00", "15:00")]
    assert lines("Mo-We 09:00-12:00, We 13:00-15:00") == [("MO TU WE", "09:00", "12:00"), ("WE", "13:00", "15:00")]


def test_closed_in_school_holidays_is_term_time() -> None:
    assert [slot.term_time for slot in read_opening_hours("Mo 09:30-11:00; SH off")] == [True]


def test_a_remark_stands_beside_its_hours() -> None:
    (slot,) = read_opening_hours('We 10:00-12:00 "bring a voucher"')
    assert (slot.opens_at, slot.description) == (time(10), "bring a voucher")


@pytest.mark.parametrize(
    "text",
    [
        "sunrise-sunset",
        "Mo-Fr sunrise-18:00",
        "Apr-Sep Mo-Fr 10:00-16:00; Oct-Mar Mo-Fr 10:00-15:00",
        "week 1-53/2 Fr 09:00-12:00",
        'Mo-Fr 10:00-18:00 || "by appointment"',
        "SH Mo-Fr 10:00-12:00; Mo-Fr 09:00-17:00",
        "Mo-Fr 10:00-16:00; Sa unknown",
        "Su 10:30-12:00; Su[1] 09:00-10:00",
        '"when the volunteers are in"',
        "closed",
        "Mo-Fr 09:00-25:99",
        "Mo-Fr 09:00-17:00; see website",
        "Mo 10:00-11:00; " * 500,
        "",
    ],
)
def test_what_says_more_than_lines_can_gives_none(text: str) -> None:
    assert lines(text) == []
