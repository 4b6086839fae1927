"""Prices as partners write them. A cost is told as "3.50 [concessions] /session", and one without a figure as "- [from £12]"."""

from decimal import Decimal

import pytest

from directory.listing import Cost, Listing
from directory.understanding.prices import read_costs


def told(cost: Cost) -> str:
    words = ["-" if cost.amount is None else f"{cost.amount.normalize():f}"]
    words += [f"[{cost.option}]"] if cost.option else []
    words += [f"/{cost.per}"] if cost.per else []
    return " ".join(words)


UNDERSTOOD = [
    ("Free", "0"),
    ("no charge", "0"),
    ("£3.50 (concessions £2)", "3.5 | 2 [concessions]"),
    ("£2 per session", "2 /session"),
    ("£5 a week", "5 /week"),
    ("£3/£2 concs", "3 | 2 [concs]"),
    ("50p", "0.5"),
    ("donations welcome", "0"),
    ("pay what you can", "0"),
    ("£2 suggested donation", "0"),
    ("first session free then £4", "0 [first session] | 4"),
    ("members £10 a year", "10 [members] /year"),
    ("from £12", "- [from £12]"),
    ("up to £30", "- [up to £30]"),
    ("Free for members, £3 non members", "0 [members] | 3 [non members]"),
    ("Adults £3.50, concs £2, under 5s free", "3.5 [Adults] | 2 [concs] | 0 [under 5s]"),
    ("£5 (£3 unwaged)", "5 | 3 [unwaged]"),
    ("£5 adults, £3 children", "5 [adults] | 3 [children]"),
    ("Free entry, tea and coffee 50p", "0"),
    ("Free. Donations welcome.", "0"),
    ("£3, donations welcome", "3"),
    ("£2.50 per class or £20 for 10 weeks", "2.5 /class | 20 /10 weeks"),
    ("£4 per person", "4 /person"),
    ("£10 per month", "10 /month"),
    ("£12 for 6 sessions", "12 /6 sessions"),
    ("£60 per annum", "60 /year"),
    ("Annual membership £10, then £2 per session", "10 [membership] /year | 2 /session"),
    ("£1 a session to cover tea and coffee", "1 /session"),
    ("small charge", "- [small charge]"),
    ("charges apply", "- [charges apply]"),
    ("£3-£5", "- [£3-£5]"),
    ("£3 - £5", "- [£3 - £5]"),
    ("between £3 and £5", "- [between £3 and £5]"),
    ("£3 to £5", "- [£3 to £5]"),
    ("0", "0"),
    ("3.50", "3.5"),
    ("£0", "0"),
    ("£0.00", "0"),
    ("nil", "0"),
    ("none", "0"),
    ("Free to attend", "0"),
    ("free of charge", "0"),
    ("There is no charge for this service", "0"),
    ("This is a free service", "0"),
    ("Our service is free, confidential and impartial", "0"),
    ("free confidential advice", "0"),
    ("Sessions are free", "0"),
    ("It's free!", "0"),
    ("FREE", "0"),
    ("Cost: £2", "2"),
    ("£2 on the door", "2"),
    ("£2 entry", "2"),
    ("£2 each", "2"),
    ("£2pp", "2 /person"),
    ("£5 pw", "5 /week"),
    ("£100 pcm", "100 /month"),
    ("£25/hr", "25 /hour"),
    ("£25 per hour", "25 /hour"),
    ("£25ph", "25 /hour"),
    ("£1 per bag", "1 /bag"),
    ("Free for carers", "0 [carers]"),
    ("Free for over 60s", "0 [over 60s]"),
    ("Free for residents", "0 [residents]"),
    ("Free to members", "0 [members]"),
    ("Members free, guests £2", "0 [Members] | 2 [guests]"),
    ("£4 (£3 members)", "4 | 3 [members]"),
    ("£10 waged / £5 unwaged", "10 [waged] | 5 [unwaged]"),
    ("£5 full price, £3 concession", "5 | 3 [concession]"),
    ("£5 or £3 concessions", "5 | 3 [concessions]"),
    ("Adults: £5; Children: £2.50; Family: £12", "5 [Adults] | 2.5 [Children] | 12 [Family]"),
    ("Under 16s £2, adults £4", "2 [Under 16s] | 4 [adults]"),
    ("lunch £4", "4 [lunch]"),
    ("£4 for a two course lunch", "4"),
    ("£3 includes tea and a biscuit", "3"),
    ("£2 towards refreshments", "2"),
    ("first class free, £5 thereafter", "0 [first class] | 5"),
    ("Free taster session, then £6", "0 [taster session] | 6"),
    ("minimum donation £2", "2"),
    ("Free with referral, £40 without", "0 [with referral] | 40"),
    ("Free on benefits, otherwise £180", "0 [on benefits] | 180"),
    ("Free if eligible, else £320", "0 [if eligible] | 320"),
    ("first half hour free then £40", "0 [first half hour] | 40"),
    ("£15 an hour plus parts", "15 /hour"),
    ("Free, crèche free", "0 | 0 [crèche]"),
    ("Free (printing 10p)", "0 | 0.1 [printing]"),
    ("Free loan, £10 deposit", "0 | 10 [deposit]"),
    ("from £5, delivery £15", "- [from £5] | 15 [delivery]"),
    ("weekly charge £92", "92 /week"),
    ("from £138 pw", "- [from £138] /week"),
    ("personal budget, £48 a day", "48 /day"),
    ("£20 a year", "20 /year"),
    ("£1 to join", "1 [to join]"),
    ("£5 to join then half price", "5 [to join]"),
    ("bags £3", "3 [bags]"),
    ("£6.50, transport £2", "6.5 | 2 [transport]"),
    ("£4 + your meal", "4"),
    ("A voluntary contribution of £2", "0"),
    ("£2 contribution", "2"),
    ("£2.00", "2"),
    ("£ 2", "2"),
    ("2 pounds", "2"),
    ("£1,200", "1200"),
    ("There is a charge of £3.50 per session", "3.5 /session"),
    ("We ask for £1 per week subs", "1 /week"),
    ("no cost", "0"),
    ("No cost to you", "0"),
    ("£5 for 6 weeks", "5 /6 weeks"),
    ("£30 for 10-week course", "30 /10 weeks"),
    ("£30 for a 10 week course", "30 /10 weeks"),
    ("£3.00 per session (£2.50 if paid in advance)", "3 /session | 2.5 [if paid in advance]"),
    ("£40 per term", "40 /term"),
    ("£3 per child", "3 /child"),
    ("£3 per family", "3 /family"),
    ("£1.50 for first child, 50p for siblings", "1.5 [first child] | 0.5 [siblings]"),
    ("Suggested donation of £3", "0"),
    ("A £2 donation is requested", "0"),
    ("donation", "0"),
    ("by donation", "0"),
    ("Free (funded by the National Lottery)", "0"),
    ("It costs £3 to attend and £1 for refreshments", "3"),
    ("pay as you go £5, members £3.50", "5 | 3.5 [members]"),
    ("£2/session", "2 /session"),
    ("Free - booking essential", "0"),
    ("Free but booking is essential", "0"),
    ("free first session", "0 [first session]"),
    ("£6 (students £4)", "6 | 4 [students]"),
    ("Free!!!", "0"),
    ("Free, just turn up", "0"),
    ("Free for anyone living in Sefton", "0"),
    ("£3, £2", "- [£3 or £2]"),
    ("Prices start from £3", "- [start from £3]"),
    ("Gym £5, swim £3", "5 [Gym] | 3 [swim]"),
    ("Tickets £5", "5"),
    ("Free activities for children", "0"),
    ("Free with a referral, else £18 an hour", "0 [with a referral] | 18 /hour"),
    ("£4, free for St Helens library card holders", "4 | 0 [St Helens library card holders]"),
    ("£5 with lunch", "5"),
    ("£5 incl. lunch", "5"),
    ("£13.80 the half hour", "13.8 /half hour"),
    ("from £5, pay what you can", "- [from £5]"),
    ("£45, free on benefits", "45 | 0 [on benefits]"),
    ("£3.50/£2", "3.5 | 2 [concessions]"),
    ("£2/£3", "- [£2 or £3]"),
    ("Two pounds", "2"),
    ("£3:50", "3.5"),
    ("£7.20 off peak, £8.90 peak", "7.2 [off peak] | 8.9 [peak]"),
    ("£2 members, £3 visitors", "2 [members] | 3 [visitors]"),
    ("Adult £7.50, Junior (under 16) £4, Senior (60+) £5", "7.5 [Adult] | 4 [under 16] | 5 [60+]"),
    ("Pay what you can afford, suggested £5", "0"),
    ("Fully funded", "0"),
    ("Suggested donation £2", "0"),
    ("£3 suggested", "0"),
    ("£15 p.a. membership, £1 per meeting", "15 [membership] /year | 1"),
    ("£5, U16s free", "5 | 0 [under 16s]"),
    ("£3.50 OAPs £2.50", "3.5 | 2.5 [OAPs]"),
    ("Adult £8.20 Junior £4.10", "8.2 [Adult] | 4.1 [Junior]"),
    ("GBP 4.00", "4"),
    ("£4-00", "4"),
    ("Free 6 week programme", "0"),
    ("The first three sessions are free. After that it is £5.", "0 [The first three sessions] | 5"),
    ("£20, funded places", "20"),
]

NOTHING = [
    "Last year we won £1.1 million for Sefton pensioners",
    "£28 or £49 vouchers while funds last",
    "Join for pennies and choose about £20 of food every week",
    "Paid £15 an hour",
    "Grants of up to £600 for a broken boiler",
    "not free",
    "Free parking",
    "step free",
    "feel free to come along",
    "£500 grant",
    "vouchers worth £49",
    "income under £16,000",
    "Most sessions are free",
    "Some activities are free some there is a small charge.",
    "n/a",
    "TBC",
    "sugar free",
    "dairy free",
    "We rely on donations",
    "Donations of furniture welcome",
    "travel paid",
    "rent covered by housing benefit",
    "quote",
    "call free on 0800 068 4141",
    "Freephone 0800 068 4141",
    "free bus pass",
    "help with free school meals",
    "drug free environment",
    "smoke free",
    "Raised £500",
    "usually free",
    "free or low cost",
    "half price for students",
    "0800 1111",
    "10-12",
    "free tea and coffee",
    "free lunch provided",
    "Save £200 a year",
    "2 for £10",
]


@pytest.mark.parametrize(("text", "costs"), UNDERSTOOD)
def test_prices_are_read_with_who_pays_them_and_for_what(text: str, costs: str) -> None:
    assert " | ".join(told(cost) for cost in read_costs(text)) == costs


@pytest.mark.parametrize("text", NOTHING)
def test_sums_that_are_no_price_and_freedoms_that_are_not_of_charge_give_nothing(text: str) -> None:
    assert read_costs(text) == ()


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Free", True),
        ("£2 suggested donation", True),
        ("Free, lunch £2.50", True),
        ("first session free then £4", False),
        ("£3.50 (concessions £2)", False),
        ("from £12", None),
        ("", None),
    ],
)
def test_a_listing_knows_from_its_costs_whether_maureen_can_come_for_nothing(text: str, free: bool | None) -> None:
    assert Listing(name="Harbourside Lunch Club", costs=read_costs(text)).is_free is free


def test_pence_are_pounds() -> None:
    assert read_costs("50p") == (Cost(amount=Decimal("0.5")),)


def costs(text: str) -> str:
    return " | ".join(told(cost) for cost in read_costs(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("£1.50 on the door, tea 50p extra", "1.5"),
        ("Entry free, raffle £1 a strip", "0"),
        ("£4 (mat hire £1)", "4"),
        ("£5 plus £1 mat hire", "5"),
        ("£4 a class. Mats can be hired for £1", "4 /class"),
        ("Car park is £1.20 for 2 hours. The talk itself is free.", "0"),
        ("£4, kit £20", "4"),
        ("Nothing, but tea is 30p", "0"),
        ("£3 including parking", "3"),
        ("£5 tea and cake included", "5"),
        ("Tea dance £3.50", "3.5"),
        ("£1 for tea & a biscuit", "1 [tea]"),
        ("raffle £1", ""),
        ("Parking £2", ""),
        ("Free, lunch £2.50", "0 | 2.5 [lunch]"),
        ("Free loan, £10 deposit", "0 | 10 [deposit]"),
    ],
)
def test_what_one_can_do_without_is_no_price_of_coming(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("we used to charge £2, now it's £3", "3"),
        ("was £4 now £5", "5"),
        ("£3 (was £2)", "3"),
        ("it used to be free, now £1 a week", "1 /week"),
        ("£2.50 at present, rising to £3 in April", "2.5"),
        ("It was £3 last year, we have not set the new price yet", ""),
        ("Price to be confirmed (£4 last year)", ""),
    ],
)
def test_a_price_of_another_year_is_none_of_today(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5 quid, £3 if you're on benefits", "5 | 3 [if you're on benefits]"),
        ("£6, £4 if you are a member", "6 | 4 [if you are a member]"),
        ("£3 or £2 if unwaged", "3 | 2 [if unwaged]"),
        ("free for under 18s, £2 for 18-25, £5 over 25", "0 [under 18s] | 2 [18-25] | 5 [over 25]"),
        ("Under 5s free, 5-11 £2, 12 and over £3", "0 [Under 5s] | 2 [aged 5-11] | 3 [12 and over]"),
        ("£1 for 5-10s, £2 for 11-16s", "1 [5-10s] | 2 [11-16s]"),
        ("kids £1, mums and dads free", "1 [kids] | 0 [mums and dads]"),
        ("£5 for 18+", "5 [18+]"),
        ("£3 (over 60s)", "3 [over 60s]"),
        ("£3, Tues 2pm to 4pm, over 55s", "3"),
        ("£3, adults only, step free", "3"),
        ("£30 for 10-12 weeks", "30"),
    ],
)
def test_who_pays_it_is_told_by_a_condition_or_an_age(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("£4.50 pay by card only no cash sorry", "4.5"),
        ("£3 card only", "3"),
        ("£3 cash or card", "3"),
        ("£3.50 per session card only", "3.5 /session"),
        ("£4 debit card only", "4"),
        ("£3 please bring the right change", "3"),
        ("£2.50 payable on arrival", "2.5"),
        ("£3 with a Leisure Card", "3 [Leisure Card]"),
        ("Free with your Leisure Card, otherwise £5.20", "0 [Leisure Card] | 5.2"),
        ("Cash only", ""),
    ],
)
def test_how_it_is_paid_is_no_condition(text: str, said: str) -> None:
    assert costs(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "By donation - we suggest £2",
        "Donation, suggested £2",
        "A donation of £2 please",
        "£2 (suggested donation)",
        "£3 if you can afford it",
        "put what you can in the tin",
        "Whatever you can spare",
    ],
)
def test_what_is_only_suggested_keeps_nobody_away(text: str) -> None:
    assert costs(text) == "0"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("£5 per child, £2 siblings, babies free", "5 /child | 2 [siblings] | 0 [babies]"),
        ("£5 per child, babies under 6 months free", "5 /child | 0 [babies under 6 months]"),
        ("£3, children under 2 years free", "3 | 0 [children under 2 years]"),
        ("£3 per session, first one's free", "3 /session | 0 [first one]"),
        ("£3 first one free", "3 | 0 [first one]"),
        ("£4 a week, first go's free", "4 /week | 0 [first go]"),
        ("£8, half price (£4) for under 16s", "8 | 4 [under 16s]"),
        ("Under 12s don't pay, otherwise £3", "0 [Under 12s] | 3"),
        ("£3, carers don't pay", "3 | 0 [carers]"),
        ("Members pay nothing, visitors £2", "0 [Members] | 2 [visitors]"),
        ("You don't have to pay", "0"),
        ("If you don't pay by Friday you lose your place", ""),
        ("free to residents; £10 for people from other boroughs", "0 [residents] | 10 [from other boroughs]"),
        ("£2 residents, £5 everyone else", "2 [residents] | 5"),
        ("NHS funded - no cost to the patient", "0"),
        ("No charge to the client", "0"),
        ("Free for patients of Walton surgery", "0 [patients]"),
        ("Nowt!", "0"),
    ],
)
def test_several_prices_stand_in_one_cell(text: str, said: str) -> None:
    assert " | ".join(told(cost) for cost in read_costs(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Free, bacon roll £1", "0"),
        ("£3, scone and tea £2.50", "3"),
        ("Free. Toast 20p, tea 30p", "0"),
        ("Hall hire £12 per hour", ""),
        ("Hire of the hall £20", ""),
        ("£4 a session, hall hire £12 per hour", "4 /session"),
        ("£2, pop and crisps 50p", "2"),
        ("Members £1, roll up £3", "1 [Members] | 3 [roll up]"),
        ("£2 lunch, pie and mash", "2 [lunch]"),
    ],
)
def test_a_roll_can_be_left_out_and_who_comes_hires_no_hall(text: str, said: str) -> None:
    assert " | ".join(told(cost) for cost in read_costs(text)) == said
