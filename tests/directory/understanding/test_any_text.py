"""What every reader promises of any text at all: it never fails, and it is quick however long the text is."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.listing import Listing, Requirement
from directory.understanding.access import read_access
from directory.understanding.ages import read_ages
from directory.understanding.attending import read_attending
from directory.understanding.audiences import read_audiences, read_gender, read_residents
from directory.understanding.contacts import find_postcode, read_emails, read_phones, read_urls
from directory.understanding.eligibility import read_eligibility
from directory.understanding.languages import languages_in, read_languages
from directory.understanding.plain_text import plain_text
from directory.understanding.prices import read_costs
from directory.understanding.running_text import access_in, ages_in, costs_in, gender_in, phones_in, times_in
from directory.understanding.starting import read_how_to_start, read_room
from directory.understanding.times import read_times

SECONDS = 2.0
LONG, SECONDS_FOR_LONG = 20_000, 0.5


def residents(text: str) -> tuple[str, ...]:
    return read_residents(text, ("Liverpool", "Sefton", "St. Helens"))


def eligibility(text: str) -> tuple[Requirement, ...]:
    said = {"description": text, "eligibility_text": text}
    return read_eligibility(Listing(name="Monday group").model_copy(update=said))


READERS: list[Callable[[str], object]] = [
    find_postcode,
    plain_text,
    read_access,
    read_ages,
    read_attending,
    read_audiences,
    read_costs,
    read_emails,
    read_gender,
    read_how_to_start,
    read_languages,
    read_phones,
    read_room,
    read_times,
    read_urls,
    residents,
    eligibility,
    languages_in,
    access_in,
    ages_in,
    costs_in,
    gender_in,
    phones_in,
    times_in,
]
PIECES = (
    "Mon Tues weds & Thurs 10 10-12 12noon 2.30pm til until every 2nd last first of the month term time closed except £3 £2.50 free "
    "concs donation from up to per session 18+ 16-25 under 5s over 50s aged women men only carers veterans Sefton residents St Helens "
    "step free no lift ramp steps toilet parking BSL online zoom phone at home libraries drop in book referral ring waiting list full "
    "Polish Urdu 0151 496 0123 111 dev@example.org www.example.org L4 3TH 5 January 2027 5/12/2026 24 hours by appointment fortnightly "
    "half past ten <p> </p> &amp; ( ) , ; . - – / \n and or to not with for in"
).split(" ")
CLUMSY = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
REPEATED = (
    "a ", "1", "1-", "£", "\n", "<", "&lt;", "mon ", "first ", "10-12 and ", "5, 6 and ", "free ", "and ", "or ", "no ", "for ", "under 5 ",
    "carers and ", "parking ", "St ", "a.", "sue@", "0151 ", "(at)", "\u00c2", "- ", "tea and coffee and ", "via ", "please ",
    "women ", "aged ", "Mon 10am ", "£1 per ", "toilet but ", "years 7-", "half six ", "every 2nd ", "for men who ", "wheelchair - ", "u5 ",
    "call 0151 ", "closed until ", "Sun (", "p.a. ", "10-12, ", "no loop ", "identify as ", "over 50 are ", "1st and ", "\u2013", "é ", "mon; ",
    "dads, ", "years 7, ", "used to ", "raffle and ", "sixty five ", "no kids or ", "carers of ", " / ", "£1 if ", "(ladies ", "cash, ",
    "tea and biscuits ", "was Mon ", "the club meets, ", "spaces for ", "reception, ", "applied for ", "men - ", "pay by card or cash or ",
    "look after a mum, ", "in their 20s and ", "front steps back level ", "the office itself ", "step free, parking, ", "stopped the zoom ",
    "women that includes trans ", "babies under 6 months ", "the bus visits a ", "half price (£",
)  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@given(text=st.one_of(st.text(max_size=200), CLUMSY))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_reader_fail(reader: Callable[[str], object], text: str) -> None:
    reader(text)


@pytest.mark.parametrize("piece", REPEATED)
def test_a_hundred_thousand_characters_are_read_quickly(piece: str) -> None:
    text = (piece * 100_000)[:100_000] + "!"
    for reader in READERS:
        began = time.perf_counter()
        reader(text)
        assert time.perf_counter() - began < SECONDS, reader


@pytest.mark.parametrize("reader", READERS)
def test_a_long_description_is_read_at_once(reader: Callable[[str], object]) -> None:
    text = " ".join(PIECES * (LONG // sum(len(piece) + 1 for piece in PIECES)))
    began = time.perf_counter()
    reader(text)
    reader(text.replace(" ", "\n"))
    assert time.perf_counter() - began < SECONDS_FOR_LONG


@given(CLUMSY)
@settings(max_examples=150, deadline=None)
def test_whatever_is_read_from_a_timetable_can_be_kept(text: str) -> None:
    for slot in read_times(text):
        assert slot.days or slot.valid_from
        assert slot.days or slot.valid_from == slot.valid_to
        assert slot.interval >= 1
        assert not (slot.valid_from and slot.valid_to and slot.valid_from > slot.valid_to)
        assert slot.opens_at != slot.closes_at or slot.opens_at is None or slot.opens_at.hour == 0


@given(CLUMSY)
@settings(max_examples=150, deadline=None)
def test_ages_and_costs_make_sense(text: str) -> None:
    ages = read_ages(text)
    assert ages is None or ages.minimum is not None or ages.maximum is not None
    assert ages is None or ages.minimum is None or ages.maximum is None or ages.minimum < ages.maximum
    for cost in read_costs(text):
        assert cost.amount is not None or cost.option
        assert cost.amount is None or cost.amount >= 0


@given(CLUMSY)
@settings(max_examples=100, deadline=None)
def test_no_access_is_both_yes_and_no(text: str) -> None:
    features = [feature for feature, _ in read_access(text)]
    assert len(features) == len(set(features))
