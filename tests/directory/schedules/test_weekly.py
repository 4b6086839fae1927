"""Dev plans his week: what can he go to, and what gets in the way of what?"""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from directory.listing import Listing, Slot, Venue
from directory.schedules import clash, days_of, fits_free_times, parts_of_day


def listing(*times: Slot) -> Listing:
    return Listing(name="Harbourside Allotment", times=times)


def slot(days: str, opens: float, closes: float | None, **said: object) -> Slot:
    return Slot(
        days=tuple(days.split()),
        opens_at=clock(opens),
        closes_at=None if closes is None else clock(closes),
        **said,
    )


def clock(hours: float) -> time:
    return time(int(hours) % 24, round(hours % 1 * 60))


class TestClash:
    def test_two_sessions_at_one_time(self) -> None:
        assert clash(listing(slot("TU", 10, 12)), listing(slot("TU", 11, 13)))

    def test_one_after_the_other(self) -> None:
        assert not clash(listing(slot("TU", 10, 12)), listing(slot("TU", 12, 13)))

    def test_another_day_helps(self) -> None:
        assert not clash(listing(slot("TU TH", 10, 12)), listing(slot("TU", 10, 12)))

    def test_an_advice_centre_is_open_before_and_after(self) -> None:
        assert not clash(listing(slot("TU", 9, 17)), listing(slot("TU", 10, 12)))

    def test_a_day_out_leaves_no_time_for_the_centre(self) -> None:
        assert clash(listing(slot("TU", 9, 17)), listing(slot("TU", 9, 16.5)))

    def test_once_a_month_leaves_the_other_weeks(self) -> None:
        assert not clash(listing(slot("1SA", 10, 12)), listing(slot("SA", 10, 12)))
        assert not clash(listing(slot("1SA", 10, 12)), listing(slot("2SA", 10, 12)))
        assert clash(listing(slot("1SA", 10, 12)), listing(slot("1SA", 11, 12)))

    def test_alternating_fortnights_do_not_meet(self) -> None:
        odd, even = (slot("TH", 13, 15, interval=2, valid_from=date(2026, 6, day)) for day in (4, 11))
        assert not clash(listing(odd), listing(even))
        assert clash(listing(odd), listing(odd))

    def test_a_spring_course_and_an_autumn_course(self) -> None:
        spring = slot("TH", 13, 15, valid_to=date(2026, 5, 1))
        autumn = slot("TH", 13, 15, valid_from=date(2026, 9, 1))
        assert not clash(listing(spring), listing(autumn))

    def test_sunday_night_runs_into_monday_morning(self) -> None:
        assert clash(listing(slot("SU", 22, 2)), listing(slot("MO", 1, 2)))

    def test_what_is_not_known_is_no_clash(self) -> None:
        assert not clash(listing(), listing(slot("TU", 10, 12)))
        assert not clash(listing(Slot(days=("TU",))), listing(slot("TU", 10, 12)))

    @given(st.integers(0, 23), st.integers(1, 3), st.integers(0, 23), st.integers(1, 3))
    def test_it_is_the_same_both_ways(self, a: int, for_a: int, b: int, for_b: int) -> None:
        ours, theirs = listing(slot("SU", a, a + for_a)), listing(slot("MO", b, b + for_b))
        assert clash(ours, theirs) == clash(theirs, ours)


class TestFreeTimes:
    MORNINGS = (("MO", time(9, 30), time(12)), ("TU", time(9, 30), time(12)))

    def test_wholly_inside(self) -> None:
        assert fits_free_times(listing(slot("MO", 10, 12)), self.MORNINGS) is True

    def test_he_must_leave_before_the_end(self) -> None:
        assert fits_free_times(listing(slot("MO", 10, 12.5)), self.MORNINGS) is False

    def test_an_hour_of_opening_hours_is_enough(self) -> None:
        assert fits_free_times(listing(slot("MO", 11, 17)), self.MORNINGS) is True
        assert fits_free_times(listing(slot("MO", 11.5, 17)), self.MORNINGS) is False

    def test_two_free_times_that_touch_are_one(self) -> None:
        free = (("MO", time(9), time(11)), ("MO", time(11), time(13)))
        assert fits_free_times(listing(slot("MO", 10, 12)), free) is True

    def test_one_venue_of_two_suits(self) -> None:
        touring = Listing(
            name="Advice on tour",
            venues=(Venue(times=(slot("FR", 10, 12),)), Venue(times=(slot("TU", 10, 12),))),
        )
        assert fits_free_times(touring, self.MORNINGS) is True

    def test_a_free_evening_ends_at_midnight(self) -> None:
        assert fits_free_times(listing(slot("FR", 22, 24)), (("FR", time(18), time(0)),)) is True

    def test_not_known(self) -> None:
        assert fits_free_times(listing(), self.MORNINGS) is None
        assert fits_free_times(listing(slot("MO", 10, 12)), ()) is None
        assert fits_free_times(listing(Slot(days=("MO",))), self.MORNINGS) is None
        assert fits_free_times(listing(Slot(days=("SA",))), self.MORNINGS) is False
        assert fits_free_times(listing(Slot(opens_at=time(10))), self.MORNINGS) is None


class TestFilters:
    def test_days(self) -> None:
        fair = Slot(valid_from=date(2026, 12, 5), valid_to=date(2026, 12, 5))
        assert days_of(listing(slot("MO 1TH -1FR", 10, 12), fair)) == {"MO", "TH", "FR", "SA"}
        assert days_of(listing()) == frozenset()

    def test_parts_of_the_day(self) -> None:
        assert parts_of_day(listing(slot("MO", 10, 12))) == {"morning"}
        assert parts_of_day(listing(slot("MO", 10, 12.5))) == {"morning"}
        assert parts_of_day(listing(slot("MO", 11.5, 13.5))) == {"morning", "afternoon"}
        assert parts_of_day(listing(slot("MO", 9, 17))) == {"morning", "afternoon"}
        assert parts_of_day(listing(slot("MO", 19, None))) == {"evening"}
        assert parts_of_day(listing(slot("MO", 20, 8))) == {"evening"}
        assert parts_of_day(listing(slot("MO", 0, 0))) == {"morning", "afternoon", "evening"}
        assert parts_of_day(listing(Slot(days=("MO",)))) == frozenset()
