"""Ages as partners write them."""

import pytest

from directory.understanding.ages import Ages, read_ages

UNDERSTOOD = [
    ("18+", 18, None),
    ("55 and over", 55, None),
    ("over 50s", 50, None),
    ("16-25", 16, 25),
    ("aged 11 to 18", 11, 18),
    ("under 5s", None, 4),
    ("adults", 18, None),
    ("over 18", 18, None),
    ("over 18s only", 18, None),
    ("0-5 years", 0, 5),
    ("from 8 weeks", 0.15, None),
    ("Adults 18+", 18, None),
    ("aged 16-25", 16, 25),
    ("ages 5 - 11", 5, 11),
    ("between 16 and 25", 16, 25),
    ("between the ages of 13 and 19", 13, 19),
    ("50+", 50, None),
    ("50 plus", 50, None),
    ("50yrs+", 50, None),
    ("50 years and over", 50, None),
    ("aged 50 or above", 50, None),
    ("60 & over", 60, None),
    ("must be 18 or over", 18, None),
    ("must be over 18", 18, None),
    ("Minimum age 18", 18, None),
    ("up to age 25", None, 25),
    ("25 and under", None, 25),
    ("under 25", None, 24),
    ("11-16 year olds", 11, 16),
    ("11-16yrs", 11, 16),
    ("16-25s", 16, 25),
    ("for 16-25s", 16, 25),
    ("Young people aged 11-19", 11, 19),
    ("Children aged 4 to 11", 4, 11),
    ("girls aged 7 to 10 years", 7, 10),
    ("children aged six weeks to five years", 0.12, 5),
    ("0-18 months", 0, 1.5),
    ("birth to 5 years", 0, 5),
    ("Over fifties", 50, None),
    ("under fives", None, 4),
    ("18-25 year-olds", 18, 25),
    ("women only, 18+", 18, None),
    ("men and women 18+", 18, None),
    ("over 50", 50, None),
    ("18-66, Sefton", 18, 66),
    ("16+, out of work", 16, None),
    ("60+ and on your own", 60, None),
    ("18+ Wirral", 18, None),
    ("Open to anyone aged 16 and over", 16, None),
    ("For people over the age of 55", 55, None),
    ("age 16 upwards", 16, None),
    ("Aged 18 and above", 18, None),
    ("5-7 years and 8-11 years", 5, 11),
    ("18-30 care experienced", 18, 30),
    ("anyone who bleeds, 10-25", 10, 25),
    ("13 year olds and upwards who have disabilities", 13, None),
    ("any adult", 18, None),
    ("adults with a learning disability", 18, None),
    ("No under 18s", 18, None),
    ("from age 14", 14, None),
    ("Ages 13+", 13, None),
    ("8yrs - 12yrs", 8, 12),
    ("suitable for ages 3 and up", 3, None),
    ("younger than 19", None, 18),
    ("19 and over", 19, None),
    ("aged over 65", 65, None),
    ("65 or over", 65, None),
    ("14-18 years old", 14, 18),
    ("People aged 50+ living in Bootle", 50, None),
    ("18 years +", 18, None),
    ("Over 55's", 55, None),
    ("ages: 8-12", 8, 12),
    ("The group is for women over 40.", 40, None),
    ("School years 7-9", 11, 14),
    ("Year 5 and 6 pupils", 9, 11),
    ("Reception to Year 6", 4, 11),
    ("year groups 10 and 11", 14, 16),
    ("For pre-schoolers 0-4", 0, 4),
    ("kids 5-11", 5, 11),
    ("12+ (under 16s need a parent)", 12, None),
    ("over 16 and under 25", 16, 24),
    ("5s and under", None, 5),
    ("u16s", None, 15),
]

NOTHING = [
    "Volunteers must be over 18. Members can be any age",
    "All ages. Under 8s must have an adult with them",
    "Everybody welcome, under 12s must come with someone",
    "Mon 10-12",
    "Monday to Friday 9-5",
    "Tues 2-4",
    "0151 496 0123",
    "older people",
    "all ages",
    "everyone",
    "18+ (under 16s with an adult)",
    "Under 16s must be accompanied by an adult",
    "under 5s free",
    "over 60s £2",
    "£10-12",
    "10-12 weeks",
    "6-8 week course",
    "parents of under 5s",
    "under 5s and their parents",
    "mums with a baby under 2",
    "Over 20 years' experience",
    "Over 100 members",
    "30+ activities a week",
    "open 10-4",
    "year 11",
    "Years 7-11",
    "25+ years of serving the community",
    "10-12 High Street",
    "one to one support",
    "young people",
    "children and families",
    "adults and children",
    "over 50 groups across Sefton",
    "We have helped over 30 families",
    "up to 30 people",
    "at least 3 months",
    "up to 12 weeks",
    "Room 16-18",
    "free",
    "Weds 11-1",
    "12-1pm",
    "8 places",
    "COVID-19",
    "retired people",
    "pensioners",
    "teenagers",
    "5-18 months sentence",
    "£3-5",
    "L20 3UU",
    "under review",
    "older adults",
    "13-19 (up to 25 with SEND)",
    "1-2 hours",
    "4 weeks",
    "Tuesday 1-3 or Thursday 10-12",
    "adults worried about a child",
    "Knowsley residents starting up or under 1 yr trading",
    "parents with babies 5-18 months",
    "lived in Knowsley 5 years",
    "within 10 miles",
    "2-3 sessions",
    "Group of 6-8",
    "Knowsley, over 60 or under 5s at home",
    "St Helens 60+ or disabled",
    "18+ BMI over 30",
]


@pytest.mark.parametrize(("text", "minimum", "maximum"), UNDERSTOOD)
def test_ages_are_read_with_both_ends_included(text: str, minimum: float | None, maximum: float | None) -> None:
    assert read_ages(text) == Ages(minimum, maximum)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_age_or_half_a_condition_gives_nothing(text: str) -> None:
    assert read_ages(text) is None


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("sixty five and over", 65, None),
        ("sixty-five and over", 65, None),
        ("over fifty", 50, None),
        ("the over fifty fives", 55, None),
        ("Fifty-plus", 50, None),
        ("people over seventy five", 75, None),
        ("aged twenty one to thirty", 21, 30),
        ("from sixteen to twenty five", 16, 25),
        ("under twenty ones", None, 20),
        ("under-elevens", None, 10),
        ("one to one support", None, None),
        ("twenty one sessions", None, None),
    ],
)
def test_a_number_in_words_is_never_half_of_it(text: str, minimum: float | None, maximum: float | None) -> None:
    assert (read_ages(text) or Ages()) == Ages(minimum, maximum)


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("Yrs 3,4,5 & 6", 7, 11),
        ("yr 7 to yr 9", 11, 14),
        ("Year 7 to Year 11", 11, 16),
        ("Year 3/4", 7, 9),
        ("yr 10 and yr 11", 14, 16),
        ("years 7, 8 and 9", 11, 14),
        ("Years 3 to 6 (primary pupils)", 7, 11),
        ("year 6s", 10, 11),
        ("up to year 6", None, 11),
        ("reception up to year 2", 4, 7),
        ("reception, year 1 and year 2", 4, 7),
        ("Yr R - Yr 2", 4, 7),
        ("R-Y6", 4, 11),
        ("KS2", 7, 11),
        ("KS1 and KS2", 5, 11),
        ("Key Stage 3", 11, 14),
        ("Children of primary school age", 4, 11),
        ("primary aged children (5-11)", 5, 11),
        ("secondary school age", None, None),
        ("parents of KS2 children", None, None),
        ("Year 7 and above", None, None),
        ("Year 2 of our project", None, None),
        ("5 years 7 days a week", None, None),
    ],
)
def test_years_at_school_are_ages_where_nothing_else_can_be_meant(
    text: str, minimum: float | None, maximum: float | None
) -> None:
    assert (read_ages(text) or Ages()) == Ages(minimum, maximum)


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("Adults only, no children please", 18),
        ("adults only (no kids)", 18),
        ("For adults. Not suitable for children.", 18),
        ("child free, adults only", 18),
        ("grown ups only", 18),
        ("Adults only after 8pm", None),
        ("No children please", None),
        ("adults and children", None),
    ],
)
def test_who_keeps_children_out_is_for_adults(text: str, minimum: float | None) -> None:
    assert (read_ages(text) or Ages()).minimum == minimum


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("Carers of someone over 65", None),
        ("anyone caring for someone aged 60 or over", None),
        ("For those looking after a parent over 80", None),
        ("Worried about someone over 75?", None),
        ("friends and relatives of over 65s", None),
        ("Carers 18+ (looking after someone under 65)", 18),
        ("adults looking after someone over 65", 18),
        ("Carers over 50", 50),
        ("Over 50s and their carers", 50),
        ("young carers 8-17", 8),
    ],
)
def test_the_age_of_her_who_is_cared_for_is_not_that_of_her_who_comes(text: str, minimum: float | None) -> None:
    assert (read_ages(text) or Ages()).minimum == minimum


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("Do you look after a husband, wife or parent aged 75 or over?", None, None),
        ("Looking after a partner, mum or dad over 80?", None, None),
        ("For anyone caring for a son, daughter or sibling aged 18 to 25", None, None),
        ("Those who care for a parent, grandparent or friend over 65", None, None),
        ("Carers of a spouse, relative or neighbour aged 60 plus", None, None),
        ("You look after your mother, who is over 85", None, None),
        ("Adults caring for a child under 5", None, None),
        ("Parents of children: 5-11", None, None),
        ("Carers aged 18+ who look after a husband or wife over 65", 18, None),
        ("Young carers aged 8-17 looking after a brother, sister or parent", 8, 17),
        ("Young people aged 11 to 18 who care for a parent", 11, 18),
    ],
)
def test_kin_who_are_cared_for_have_no_say_in_the_age(text: str, minimum: float | None, maximum: float | None) -> None:
    found = read_ages(text)
    assert (found and found.minimum, found and found.maximum) == (minimum, maximum)


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("in their 20s and 30s", 20, 39),
        ("in their twenties", 20, 29),
        ("People in their 40s, 50s and 60s", 40, 69),
        ("Women in their 30s or 40s", 30, 49),
        ("Anyone in their 60s or older", 60, None),
        ("In their late 50s", None, None),
        ("Open to all, most of our members are in their 70s", None, None),
        ("Most are in their 80s", None, None),
        ("Songs loved by those in their 80s", None, None),
        ("yrs 5 & 6", 9, 11),
        ("Years 1 and 2", 5, 7),
        ("Yrs 7 + 8", 11, 13),
        ("5 & 6 yrs", None, None),
        ("years 5 and 7", None, None),
    ],
)
def test_decades_and_neighbouring_school_years_are_ages(
    text: str, minimum: float | None, maximum: float | None
) -> None:
    found = read_ages(text)
    assert (found and found.minimum, found and found.maximum) == (minimum, maximum)


@pytest.mark.parametrize(
    "text",
    [
        "Under 12s don't pay",
        "Under 16s go free",
        "Over 60s pay half",
        "Over 65s don't have to pay",
        "16 and over pay £2",
        "Under 5s pay nothing",
    ],
)
def test_the_age_of_who_pays_keeps_nobody_away(text: str) -> None:
    assert read_ages(text) is None
