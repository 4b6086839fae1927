"""What is on in Harbourside, on which dates, and whether anybody is there."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from directory.kinds import Status
from directory.listing import Listing, Slot, Venue
from directory.schedules import Doubt, is_open, next_occurrence, occurrences, week_of

LONDON = ZoneInfo("Europe/London")
COFFEE_MORNING = Slot(days=("MO",), opens_at=time(10), closes_at=time(12))
NIGHT_SHELTER = Slot(days=("SA",), opens_at=time(22), closes_at=time(6))
SEVEN_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def harbourside(*times: Slot, **said: object) -> Listing:
    return Listing(name="Harbourside Coffee Morning", times=times, **said)


def dates_from(listing: Listing, start: datetime, end: datetime) -> list[date]:
    return [each.starts.date() for each in occurrences(listing, start, end)]


class TestClockChanges:
    def test_ten_in_the_morning_stays_ten_when_clocks_go_forward(self) -> None:
        before, after = occurrences(harbourside(COFFEE_MORNING), at(2026, 3, 23), at(2026, 3, 31))
        assert (before.starts.hour, after.starts.hour) == (10, 10)
        assert (before.starts.astimezone(UTC).hour, after.starts.astimezone(UTC).hour) == (10, 9)

    def test_ten_in_the_morning_stays_ten_when_clocks_go_back(self) -> None:
        before, after = occurrences(harbourside(COFFEE_MORNING), at(2027, 10, 25), at(2027, 11, 2))
        assert (before.starts.hour, after.starts.hour) == (10, 10)
        assert (before.starts.astimezone(UTC).hour, after.starts.astimezone(UTC).hour) == (9, 10)

    def test_a_night_is_an_hour_shorter_in_march_and_longer_in_october(self) -> None:
        shelter = harbourside(NIGHT_SHELTER)
        nights = [
            occurrences(shelter, *evening)[0]
            for evening in (
                (at(2026, 3, 28, 12), at(2026, 3, 29)),
                (at(2026, 10, 24, 12), at(2026, 10, 25)),
                (at(2027, 3, 27, 12), at(2027, 3, 28)),
                (at(2027, 10, 30, 12), at(2027, 10, 31)),
            )
        ]
        hours = [
            (night.ends.astimezone(UTC) - night.starts.astimezone(UTC)).seconds // 3600
            for night in nights
            if night.ends
        ]
        assert hours == [7, 9, 7, 9]

    def test_a_time_that_does_not_exist_is_an_hour_later(self) -> None:
        soup_run = harbourside(Slot(days=("SU",), opens_at=time(1, 30), closes_at=time(3)))
        (run,) = occurrences(soup_run, at(2026, 3, 29), at(2026, 3, 30))
        assert run.starts.isoformat() == "2026-03-29T02:30:00+01:00"

    def test_the_repeated_hour_is_open_the_first_time_and_over_the_second(self) -> None:
        soup_run = harbourside(Slot(days=("SA",), opens_at=time(23), closes_at=time(1, 30)))
        assert is_open(soup_run, datetime(2026, 10, 25, 0, 15, tzinfo=UTC)) is True
        assert is_open(soup_run, datetime(2026, 10, 25, 1, 15, tzinfo=UTC)) is False

    def test_utc_is_read_as_british_time(self) -> None:
        assert is_open(harbourside(COFFEE_MORNING), datetime(2026, 7, 6, 9, 30, tzinfo=UTC)) is True
        assert is_open(harbourside(COFFEE_MORNING), datetime(2026, 7, 6, 11, 30, tzinfo=UTC)) is False


class TestPastMidnight:
    def test_at_one_in_the_morning_last_night_is_still_on(self) -> None:
        assert is_open(harbourside(NIGHT_SHELTER), at(2026, 6, 7, 1)) is True
        assert is_open(harbourside(NIGHT_SHELTER), at(2026, 6, 7, 6)) is False

    def test_it_belongs_to_the_week_in_which_it_begins(self) -> None:
        sunday_night = harbourside(Slot(days=("SU",), opens_at=time(22), closes_at=time(2)))
        assert [each.starts.date() for each in week_of(sunday_night, date(2026, 6, 8))] == [date(2026, 6, 14)]

    def test_a_helpline_never_closes(self) -> None:
        helpline = harbourside(Slot(days=SEVEN_DAYS, opens_at=time(0), closes_at=time(0)))
        assert is_open(helpline, at(2026, 12, 25, 3)) is True
        assert is_open(helpline, at(2026, 3, 29, 0)) is True

    def test_until_a_minute_to_midnight_is_until_midnight(self) -> None:
        helpline = harbourside(Slot(days=SEVEN_DAYS, opens_at=time(0), closes_at=time(23, 59)))
        assert is_open(helpline, datetime(2026, 6, 7, 22, 59, 30, tzinfo=UTC)) is True


class TestBankHolidays:
    def test_christmas_2026_and_its_substitute_monday(self) -> None:
        every_day = harbourside(Slot(days=SEVEN_DAYS, opens_at=time(9), closes_at=time(17)))
        found = occurrences(every_day, at(2026, 12, 24), at(2026, 12, 30))
        assert {each.starts.day for each in found if each.bank_holiday} == {25, 26, 28}
        assert [each.starts.day for each in found] == [24, 25, 26, 27, 28, 29]

    def test_whether_the_coffee_morning_is_on_nobody_can_say(self) -> None:
        assert is_open(harbourside(COFFEE_MORNING), at(2026, 12, 28, 11)) is None
        assert is_open(harbourside(COFFEE_MORNING), at(2026, 12, 28, 13)) is False

    def test_the_next_one_is_shown_with_its_doubt(self) -> None:
        coming = next_occurrence(harbourside(COFFEE_MORNING), at(2026, 12, 27))
        assert coming is not None
        assert (coming.starts, coming.doubts) == (at(2026, 12, 28, 10), (Doubt.BANK_HOLIDAY,))

    def test_a_walk_announced_for_boxing_day_is_meant(self) -> None:
        boxing_day = date(2026, 12, 26)
        walk = Slot(opens_at=time(11), closes_at=time(13), valid_from=boxing_day, valid_to=boxing_day)
        (coming,) = occurrences(harbourside(walk), at(2026, 12, 20), at(2026, 12, 31))
        assert coming.starts == at(2026, 12, 26, 11)
        assert not coming.uncertain


class TestTermTime:
    TODDLERS = Slot(days=("TU",), opens_at=time(9, 30), closes_at=time(11), term_time=True)

    def test_may_not_meet_in_august_and_does_in_september(self) -> None:
        august, september = (
            next_occurrence(harbourside(self.TODDLERS), moment) for moment in (at(2026, 8, 10), at(2026, 9, 14))
        )
        assert august is not None
        assert september is not None
        assert august.doubts == (Doubt.SCHOOL_HOLIDAY,)
        assert not september.uncertain

    def test_easter_moves(self) -> None:
        easter_2027, same_days_2026 = (
            occurrences(harbourside(self.TODDLERS), at(year, 3, 20), at(year, 3, 27)) for year in (2027, 2026)
        )
        assert easter_2027[0].uncertain
        assert not same_days_2026[0].uncertain


class TestRecurrence:
    def test_the_first_saturday_and_last_friday_of_the_month(self) -> None:
        repair_cafe = harbourside(Slot(days=("1SA", "-1FR"), opens_at=time(10), closes_at=time(13)))
        found = dates_from(repair_cafe, at(2026, 11, 1), at(2026, 12, 31))
        assert found == [date(2026, 11, 7), date(2026, 11, 27), date(2026, 12, 5), date(2026, 12, 25)]

    def test_a_fifth_monday_only_where_there_is_one(self) -> None:
        found = dates_from(harbourside(Slot(days=("5MO",), opens_at=time(10))), at(2026, 1, 1), at(2026, 7, 1))
        assert found == [date(2026, 3, 30), date(2026, 6, 29)]

    def test_the_29th_of_february_comes_in_a_leap_year(self) -> None:
        last_tuesday = harbourside(Slot(days=("-1TU",), opens_at=time(10), closes_at=time(12)))
        assert dates_from(last_tuesday, at(2028, 2, 1), at(2028, 3, 1)) == [date(2028, 2, 29)]

    def test_every_other_thursday_from_a_known_week(self) -> None:
        sewing = Slot(days=("TH",), interval=2, valid_from=date(2026, 1, 8), opens_at=time(13))
        found = occurrences(harbourside(sewing), at(2026, 12, 1), at(2027, 1, 15))
        assert [each.starts.date() for each in found] == [
            date(2026, 12, 10),
            date(2026, 12, 24),
            date(2027, 1, 7),
        ]
        assert not any(each.uncertain for each in found)

    def test_weeks_of_a_fortnight_begin_on_monday(self) -> None:
        both_ends = Slot(days=("MO", "SU"), interval=2, valid_from=date(2026, 6, 3), opens_at=time(13))
        found = dates_from(harbourside(both_ends), at(2026, 6, 1), at(2026, 6, 23))
        assert found == [date(2026, 6, 7), date(2026, 6, 15), date(2026, 6, 21)]

    def test_every_other_thursday_of_which_nobody_knows_the_first(self) -> None:
        found = occurrences(
            harbourside(Slot(days=("TH",), interval=2, opens_at=time(13))), at(2026, 6, 1), at(2026, 6, 15)
        )
        assert [each.starts.day for each in found] == [4, 11]
        assert {each.doubts for each in found} == {(Doubt.WHICH_WEEK,)}

    def test_every_other_month(self) -> None:
        trip = Slot(days=("2WE",), interval=2, valid_from=date(2025, 11, 1), opens_at=time(9))
        found = dates_from(harbourside(trip), at(2026, 1, 1), at(2026, 6, 1))
        assert found == [date(2026, 1, 14), date(2026, 3, 11), date(2026, 5, 13)]

    def test_a_course_begins_and_ends(self) -> None:
        course = Slot(days=("WE",), valid_from=date(2026, 6, 10), valid_to=date(2026, 6, 24), opens_at=time(9))
        assert [day.day for day in dates_from(harbourside(course), at(2026, 6, 1), at(2026, 8, 1))] == [
            10,
            17,
            24,
        ]

    def test_a_day_that_is_no_day_is_left_out(self) -> None:
        assert dates_from(harbourside(Slot(days=("XX", "9MO", "FR"))), at(2026, 6, 1), at(2026, 6, 8)) == [
            date(2026, 6, 5)
        ]


class TestNext:
    def test_nothing_is_known(self) -> None:
        silent = harbourside()
        assert next_occurrence(silent, at(2026, 6, 1)) is None
        assert is_open(silent, at(2026, 6, 1, 11)) is None
        assert week_of(silent, date(2026, 6, 1)) == []

    def test_one_that_is_under_way_is_next(self) -> None:
        coming = next_occurrence(harbourside(COFFEE_MORNING), at(2026, 6, 1, 10, 30))
        assert coming is not None
        assert coming.starts == at(2026, 6, 1, 10)

    def test_one_that_is_over_is_not(self) -> None:
        coming = next_occurrence(harbourside(COFFEE_MORNING), at(2026, 6, 1, 12))
        assert coming is not None
        assert coming.starts == at(2026, 6, 8, 10)

    def test_sixty_days_is_as_far_as_we_look(self) -> None:
        fair = Slot(opens_at=time(10), valid_from=date(2026, 9, 5), valid_to=date(2026, 9, 5))
        assert next_occurrence(harbourside(fair), at(2026, 7, 1)) is None
        assert next_occurrence(harbourside(fair), at(2026, 7, 20)) is not None

    def test_paused_and_withdrawn_meet_at_no_time(self) -> None:
        for status in (Status.PAUSED, Status.WITHDRAWN):
            closed = harbourside(COFFEE_MORNING, status=status)
            assert next_occurrence(closed, at(2026, 6, 1, 11)) is None
            assert is_open(closed, at(2026, 6, 1, 11)) is False

    def test_when_nobody_says_how_long_it_lasts_we_cannot_say_that_it_is_on(self) -> None:
        choir = harbourside(Slot(days=("MO",), opens_at=time(19)))
        assert is_open(choir, at(2026, 6, 1, 20)) is None
        assert is_open(choir, at(2026, 6, 1, 22)) is False
        assert is_open(choir, at(2026, 6, 1, 18)) is False

    def test_a_feed_that_writes_ten_to_ten_does_not_know_the_end(self) -> None:
        (only,) = occurrences(
            harbourside(Slot(days=("MO",), opens_at=time(10), closes_at=time(10))),
            at(2026, 6, 1),
            at(2026, 6, 2),
        )
        assert only.ends is None

    def test_a_day_without_a_time_may_be_on_all_that_day(self) -> None:
        market = harbourside(Slot(days=("MO",)))
        assert is_open(market, at(2026, 6, 1, 15)) is None
        coming = next_occurrence(market, at(2026, 6, 1, 15))
        assert coming is not None
        assert (coming.starts.date(), coming.has_time) == (date(2026, 6, 1), False)

    def test_times_without_a_day_are_not_dated(self) -> None:
        assert next_occurrence(harbourside(Slot(opens_at=time(10), closes_at=time(12))), at(2026, 6, 1)) is None


class TestVenues:
    LIBRARY = Venue(name="Harbourside Library", times=(COFFEE_MORNING,))
    CHURCH = Venue(name="St Brendan's", times=(Slot(days=("MO",), opens_at=time(9), closes_at=time(10)),))

    def test_each_time_knows_its_venue_and_the_earliest_is_first(self) -> None:
        touring = harbourside(Slot(days=("TU",), opens_at=time(14)), venues=(self.LIBRARY, self.CHURCH))
        found = week_of(touring, date(2026, 6, 4))
        assert [(each.starts.hour, each.venue_index) for each in found] == [(9, 1), (10, 0), (14, None)]

    def test_a_time_said_twice_is_shown_once(self) -> None:
        twice = harbourside(COFFEE_MORNING, venues=(self.LIBRARY,))
        assert [each.venue_index for each in week_of(twice, date(2026, 6, 1))] == [0]
