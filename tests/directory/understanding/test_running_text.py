"""What a description says in passing, in the short hand of those who write it, and what it only mentions."""

import pytest

from directory.kinds import Access, Gender, Known
from directory.understanding.ages import Ages
from directory.understanding.running_text import access_in, ages_in, costs_in, gender_in, parking_beside, times_in
from tests.directory.understanding.test_prices import told as told_cost
from tests.judged.understanding.sheet import told


def costs(text: str) -> str:
    return " | ".join(told_cost(cost) for cost in costs_in(text))


def times(text: str) -> str:
    return " | ".join(told(slot) for slot in times_in(text))


def test_notes_between_strokes_are_read_one_by_one() -> None:
    notes = "Tai chi 50+ / Tues 9.30-10.30am / £3.50 / concs £3 / step free"
    assert times(notes) == "TU 09:30-10:30"
    assert costs(notes) == "3.5 | 3 [concs]"
    assert ages_in(notes) == Ages(50)
    assert access_in(notes) == ((Access.STEP_FREE, Known.YES),)
    assert times("Mon / Weds 10am-11am") == "MO,WE 10:00-11:00"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Our office is open Mon-Fri 9-5, the club meets Saturday 2-4pm.", "SA 14:00-16:00"),
        ("Our office is open Mon-Fri 9-5 but we meet on Thursdays 7pm to 9pm.", "TH 19:00-21:00"),
        ("Ring the office Mon-Fri 9-1, sessions are Fridays 2pm-4pm.", "FR 14:00-16:00"),
        ("The café is open daily 9-4, our group meets Wednesday 10am-12pm.", "WE 10:00-12:00"),
        ("Our office is open Mon-Fri 9-5, the kettle is always on.", ""),
        ("If you'd like to know more please phone Jan any weekday between 6pm and 8pm.", ""),
        ("Phone before Friday 5pm to book.", ""),
        ("Our advice line is open Mon-Fri 9am-5pm and our shop Sat 10am-4pm.", ""),
        ("Line dancing Tuesdays 7pm £5", "TU 19:00"),
        ("We used to meet every Monday 2pm to 4pm.", ""),
    ],
)
def test_beside_the_hours_of_the_office_a_clause_tells_when_the_club_meets(text: str, said: str) -> None:
    assert times(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A fitness class, thursdays 6.30-7.15pm £4.50 (first one free!!) bring a mat", "4.5 | 0 [first one]"),
        ("LUNCH CLUB EVERY WEDNESDAY 12 NOON - 2PM TWO COURSES £6 TRANSPORT CAN BE ARRANGED", "6"),
        ("Tuesday & Thursday 2pm-4pm\nMembers £1.50, visitors £3", "1.5 [Members] | 3 [visitors]"),
        ("Fitness class (£4.50, first one free) Mondays 6pm-7pm", "4.5 | 0 [first one]"),
        ("Whist drive Weds 7.30pm. Entry £2, raffle £1.", "2"),
        ("The roof will cost £40,000, please help.", ""),
        ("A new kettle cost us £30.", ""),
    ],
)
def test_a_sum_after_the_hour_between_brackets_or_after_who_pays_it_is_a_price(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Walking netball for women over fifty. No running!", Ages(50)),
        ("Girls' football U12s - training Sat 9am to 10.15am", Ages(None, 11)),
        ("Football for girls in years 7, 8 and 9.", Ages(11, 14)),
        ("Girls in Years 5 and 6 - Netball - Wed 3.30pm-4.30pm - £2", Ages(9, 11)),
        ("Guides (girls 10-14), Weds 7.15pm-8.45pm, uniform extra.", Ages(10, 14)),
        ("Social club (50+), Mondays 2pm-4pm, £1", Ages(50)),
        ("GCSE resits and 11+", None),
        ("Our hall was built over fifty years ago.", None),
        ("Support for anyone caring for a person over 65.", None),
    ],
)
def test_ages_in_passing_are_those_of_whom_it_is_for(text: str, ages: Ages | None) -> None:
    assert ages_in(text) == ages


def test_guides_are_girls_and_their_ages_are_no_hours() -> None:
    guides = "Guides (girls 10-14), Weds 7.15pm-8.45pm term time, uniform extra."
    assert gender_in(guides) is Gender.WOMEN
    assert times(guides) == "WE 19:15-20:45 term"
    assert gender_in("Cubs (boys and girls 8-10), Weds 6pm") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The office is staffed Mon to Fri 9-4 but the cafe itself runs on the last Saturday of the month 10am-1pm.",
            "-1SA 10:00-13:00",
        ),
        ("The office is open weekdays 9am-5pm but the club itself meets Tuesdays 7pm-9pm.", "TU 19:00-21:00"),
        ("Reception is open Mon-Fri 9-5 and the walk itself is on Wednesdays 10.30am-12pm.", "WE 10:30-12:00"),
        ("The helpline is 24h, but the office itself is open Mon-Fri 9-5.", ""),
        ("Phone lines are open Mon-Fri 9-5 but the shop itself is open Sat 10am-4pm.", ""),
    ],
)
def test_what_happens_itself_is_told_from_the_office(text: str, said: str) -> None:
    assert times(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It's £2.50 which covers your materials.", "2.5"),
        ("It's £4 and that includes lunch.", "4"),
        ("It's only £3, all equipment included.", "3"),
        ("It's £50 off.", ""),
        ("It's £500 short of the target.", ""),
        ("We need a kettle and it's £30.", ""),
        ("It's £2 cheaper than in town.", ""),
    ],
)
def test_what_it_is_is_a_price_where_the_sentence_goes_on_about_it(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        (
            "For young people aged 8 to 17 who look after somebody at home, such as a mum or a gran over 80.",
            Ages(8, 17),
        ),
        ("A group for carers over 60 who are caring for a husband or wife over 75.", Ages(60)),
        ("For anyone who looks after a parent over 80.", None),
        ("Ideal for the over-seventies.", Ages(70)),
        ("Social club for people in their 20s and 30s.", Ages(20, 39)),
        ("Most of us are in our 60s and 70s.", None),
        ("Under 12s don't pay.", None),
        ("For anyone who cares for the environment, ages 16 to 25.", Ages(16, 25)),
    ],
)
def test_who_cares_comes_and_decades_are_said_in_passing(text: str, ages: Ages | None) -> None:
    assert ages_in(text) == ages


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("A stay and play just for dads, grandads and other male carers with their little ones.", Gender.MEN),
        ("For any man over 18 who is struggling.", Gender.MEN),
        ("Open to any woman who wants to talk.", Gender.WOMEN),
        ("A Quran circle for sisters only, Fridays 1pm.", Gender.WOMEN),
        ("For any man or woman over 18.", None),
        ("For dads and other carers.", None),
        ("Bowls club. Ladies welcome too.", None),
        ("Bowls club. All ladies welcome.", None),
    ],
)
def test_one_gender_in_passing_is_said_of_all_who_come(text: str, gender: Gender | None) -> None:
    assert gender_in(text) is gender


@pytest.mark.parametrize(
    ("text", "parking"),
    [
        ("Tuesdays 2pm, £3, step free, parking", True),
        ("£5, parking, wheelchair accessible", True),
        ("£5, step free, parking £2", False),
        ("We deal with noise, parking, litter", False),
    ],
)
def test_parking_beside_a_feature_is_one(text: str, parking: bool) -> None:
    assert parking_beside(text) is parking
