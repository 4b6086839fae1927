"""Is what we say of the Harbourside pantry still true?"""

from datetime import date

import pytest

from directory.freshness import Band, how_fresh
from directory.listing import Listing, Phone

TODAY = date(2026, 11, 23)


def pantry(checked: date | None, by: str | None = None) -> Listing:
    return Listing(name="Harbourside Pantry", assured_date=checked, assured_by=by)


@pytest.mark.parametrize(
    ("checked", "band", "sentence"),
    [
        (date(2026, 11, 23), Band.FRESH, "Checked today"),
        (date(2026, 11, 22), Band.FRESH, "Checked yesterday"),
        (date(2026, 11, 18), Band.FRESH, "Checked 5 days ago"),
        (date(2026, 11, 2), Band.FRESH, "Checked 3 weeks ago"),
        (date(2026, 5, 23), Band.FRESH, "Checked 6 months ago"),
        (date(2026, 5, 22), Band.AGEING, "Checked 6 months ago"),
        (date(2025, 11, 23), Band.AGEING, "Checked a year ago"),
        (date(2025, 5, 23), Band.AGEING, "Checked over a year ago"),
        (date(2025, 5, 22), Band.STALE, "Checked over a year ago"),
        (date(2023, 1, 1), Band.STALE, "Checked over 3 years ago"),
    ],
)
def test_how_long_ago(checked: date, band: Band, sentence: str) -> None:
    fresh = how_fresh(pantry(checked), TODAY)
    assert (fresh.band, fresh.sentence, fresh.days) == (band, sentence, (TODAY - checked).days)


def test_on_a_leap_day() -> None:
    assert how_fresh(pantry(date(2027, 8, 29)), date(2028, 2, 29)).band is Band.FRESH
    assert how_fresh(pantry(date(2028, 2, 29)), date(2028, 8, 29)).band is Band.FRESH
    assert how_fresh(pantry(date(2028, 2, 29)), date(2029, 8, 29)).band is Band.AGEING
    assert how_fresh(pantry(date(2028, 2, 29)), date(2029, 9, 1)).band is Band.STALE


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("organiser", " by the organiser"),
        ("curator", " by the directory team"),
        ("Sefton CVS", ", according to Sefton CVS"),
    ],
)
def test_who_said_so(by: str, said: str) -> None:
    assert how_fresh(pantry(date(2026, 11, 2), by), TODAY).sentence == f"Checked 3 weeks ago{said}"


def test_nobody_knows() -> None:
    for checked in (None, date(2027, 1, 1)):
        unknown = how_fresh(pantry(checked, "organiser"), TODAY)
        assert (unknown.band, unknown.days) == (Band.UNKNOWN, None)
        assert unknown.sentence == "Nobody has told us when this was last checked"


def test_ring_only_where_there_is_a_number() -> None:
    old = pantry(date(2024, 1, 1))
    with_number = old.model_copy(update={"phones": (Phone(number="0151 496 0123"),)})
    assert how_fresh(old, TODAY).caution == "Check before you go"
    assert how_fresh(with_number, TODAY).caution == "Ring before you go"
    assert how_fresh(pantry(TODAY), TODAY).caution is None


def test_half_is_left_after_a_year_and_unknown_is_not_nothing() -> None:
    scores = [how_fresh(pantry(day), TODAY).score for day in (TODAY, date(2025, 11, 23), None, date(2022, 1, 1))]
    assert scores[:2] == [1.0, 0.5]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
