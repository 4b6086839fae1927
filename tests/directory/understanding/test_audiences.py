"""Whom a listing is for, as partners write it: gender, circumstances and residents."""

import pytest

from directory.kinds import Gender
from directory.understanding.audiences import AUDIENCES, read_audiences, read_gender, read_residents
from directory.understanding.gender import invites_women

AUTHORITIES = ("Liverpool", "Sefton", "Knowsley", "St. Helens", "Wirral")

GENDERS = [
    ("women only", Gender.WOMEN),
    ("Ladies", Gender.WOMEN),
    ("ladies' choir", Gender.WOMEN),
    ("for women", Gender.WOMEN),
    ("Women-only gym", Gender.WOMEN),
    ("group for women aged 18+", Gender.WOMEN),
    ("girls only", Gender.WOMEN),
    ("Men only", Gender.MEN),
    ("Men's group", Gender.MEN),
    ("Men's shed", None),
    ("Men's Shed, men only", Gender.MEN),
    ("men and women 18+", None),
    ("open to all", None),
    ("women welcome", None),
    ("Not just for women", None),
    ("women and girls", Gender.WOMEN),
    ("women and their children", Gender.WOMEN),
    ("boys and girls", None),
    ("women, men and non-binary people, Sefton", None),
    ("female staff available", None),
    ("women's health information for all", None),
    ("Somali women", Gender.WOMEN),
    ("pregnant women and partners", None),
    ("men who care for someone", Gender.MEN),
    ("for men over 40", Gender.MEN),
    ("Brownies are a group of girls aged 7 to 10 years", Gender.WOMEN),
    ("Tuesday women only", None),
    ("we also have women-only sessions", None),
    ("run by women for women", Gender.WOMEN),
    ("women 18+", Gender.WOMEN),
    ("men 35-65", Gender.MEN),
    ("men and partners", None),
    ("A walking football session for men aged 50 and over", Gender.MEN),
    ("a safe space for women experiencing domestic abuse", Gender.WOMEN),
    ("Everyone welcome, men and women", None),
    ("All genders welcome", None),
    ("Women's Institute", Gender.WOMEN),
    ("dads and male carers with under 8s", Gender.MEN),
    ("women only, South Asian and Middle Eastern", Gender.WOMEN),
    ("Ladies only swim", Gender.WOMEN),
    ("Traveller women", Gender.WOMEN),
    ("women and non-binary people", None),
    ("refuge for women and children", Gender.WOMEN),
    ("snowmen craft", None),
    ("women's aid", None),
    ("Open to men only", Gender.MEN),
    ("cement", None),
    ("This is a women's group", Gender.WOMEN),
    ("no men", None),
    ("Walton Ladies Choir", Gender.WOMEN),
    ("Mens group", Gender.MEN),
    ("Women's Creative Writing Circle", Gender.WOMEN),
    ("male survivors", Gender.MEN),
    ("Female residents of the hostel", Gender.WOMEN),
    ("female staff available", None),
    ("Dads and male carers", Gender.MEN),
    ("new mums", Gender.WOMEN),
    ("for mums and dads", None),
    ("All women welcome", Gender.WOMEN),
    ("Any man over 18", Gender.MEN),
    ("Boys 5-7, girls 5-7", None),
    ("Men with prostate cancer and their partners", None),
    ("Male prisoners' families", None),
    ("parents, especially mums", None),
    ("Self-identifying women", Gender.WOMEN),
    ("Anyone who identifies as a woman", Gender.WOMEN),
    ("Women in Science Talks for All", None),
]

RESIDENTS = [
    ("Sefton residents only", "Sefton"),
    ("people living in Knowsley or St Helens", "Knowsley,St. Helens"),
    ("open to all", ""),
    ("Sefton", "Sefton"),
    ("18 and over, Liverpool or Sefton", "Liverpool,Sefton"),
    ("St Helens residents only", "St. Helens"),
    ("Wirral residents, housebound or unwell", "Wirral"),
    ("66 and over, Sefton residents only", "Sefton"),
    ("Liverpool, Sefton and Knowsley", "Liverpool,Sefton,Knowsley"),
    ("18+, Knowsley GP", ""),
    ("Sefton or Liverpool GP", ""),
    ("free for Sefton residents", ""),
    ("priority for Wirral residents", ""),
    ("You must live in Sefton", "Sefton"),
    ("Residents of the Wirral", "Wirral"),
    ("anyone who lives in Liverpool", "Liverpool"),
    ("autistic adults in Knowsley and St Helens", "Knowsley,St. Helens"),
    ("18+ Wirral", "Wirral"),
    ("We meet in Liverpool city centre", ""),
    ("Our office is in St Helens", ""),
    ("Liverpool football fans", ""),
    ("Open to all Sefton residents", "Sefton"),
    ("St. Helens only", "St. Helens"),
    ("Knowsley homeowners and private tenants", "Knowsley"),
    ("Sefton carers", "Sefton"),
    ("adults in Sefton", "Sefton"),
    ("16-25 St Helens", "St. Helens"),
    ("18+ St Helens connection", ""),
    ("Wirral mobility pass", ""),
    ("disabled people in Wirral", "Wirral"),
    ("65+ St Helens living alone", "St. Helens"),
    ("18+, Liverpool City Region", ""),
    ("St Helens GP, 18+", ""),
    ("anyone living or working in Sefton", ""),
    ("not just Sefton residents", ""),
    ("For people living in the borough of Knowsley", "Knowsley"),
    ("Everyone is welcome, in Liverpool and beyond", ""),
    ("carers in St Helens", "St. Helens"),
    ("Aged 18+ and living in Liverpool", "Liverpool"),
    ("Sefton & Liverpool residents aged 50+", "Sefton,Liverpool"),
    ("anyone lonely or new to Liverpool", ""),
    ("Wirral, no other way", "Wirral"),
    ("The Liverpool Lighthouse choir", ""),
    ("Sefton Park walk, all welcome", ""),
    ("meets in Sefton Park", ""),
]

CIRCUMSTANCES = [
    ("Carers", "carer"),
    ("veterans and their families", "veteran"),
    ("for unpaid carers", "carer"),
    ("Carers welcome", ""),
    ("everyone", ""),
    ("parents of under 5s", "parent"),
    ("asylum seekers and refugees", "asylum_seeker,refugee"),
    ("Deaf people", "deaf"),
    ("autistic adults in Knowsley and St Helens", "autistic"),
    ("adults with a learning disability", "learning_disability"),
    ("LGBT+ adults", "lgbt"),
    ("people leaving prison", "ex_offender"),
    ("bring your carer", ""),
    ("children with an adult", ""),
    ("students", "student"),
    ("16-25, care leavers first", ""),
    ("18-30 care experienced", "care_leaver"),
    ("ex-forces", "veteran"),
    ("widowed", "bereaved"),
    ("homeless or nearly", "homeless"),
    ("people with dementia and their carers", "carer,dementia"),
    ("Drop-in advice for refugees and people seeking asylum.", "asylum_seeker,refugee"),
    ("A weekly breakfast club for veterans, with a brew and a chat at the church hall.", "veteran"),
    ("Our volunteers are mostly students and carers from the area who give up time.", ""),
    ("Free for carers", ""),
    ("Open to everyone including refugees and carers", ""),
    ("Carers' coffee morning at the library every Tuesday with tea and cake for all involved", "carer"),
    ("Disabled parking and toilets available", ""),
    ("There is parking for disabled people at the back of the hall behind the church.", ""),
    ("Support group for people who have lost someone to suicide", "bereaved"),
    ("disabled people in Wirral", "disabled"),
    ("parent and toddler group", "parent"),
    ("blind and partially sighted people", "blind"),
    ("unpaid carers 18+, Wirral", "carer"),
    ("Under 16s must be accompanied by a parent or carer", ""),
    ("pregnant women and new parents", "parent,pregnant"),
    ("job seekers", "unemployed"),
    ("anyone", ""),
    ("Young carers aged 8-18", "young_carer"),
    ("Traveller women", "traveller"),
    ("for anyone affected by bereavement", "bereaved"),
    ("men", ""),
    ("If you are a carer we can help", "carer"),
    ("This course teaches dementia awareness to shop staff and volunteers across the city", ""),
    ("trans and questioning 16+", "lgbt"),
    ("Peer support for autistic adults and people waiting for a diagnosis, every second week in Bootle", "autistic"),
    ("stroke survivors and carers", "carer"),
    ("carers and the cared for", "carer"),
    ("all welcome", ""),
    ("people on probation", "ex_offender"),
    ("The choir is led by a retired teacher and run by parents of the school.", ""),
    ("must be a veteran", "veteran"),
    ("Student volunteers", ""),
    ("no students", ""),
    ("parents and carers", "carer,parent"),
    ("18+ unemployed", "unemployed"),
]


@pytest.mark.parametrize(("text", "gender"), GENDERS)
def test_a_group_is_for_one_gender_only_when_it_says_so(text: str, gender: Gender | None) -> None:
    assert read_gender(text) == gender


@pytest.mark.parametrize(("text", "authorities"), RESIDENTS)
def test_residents_are_read_where_others_are_kept_out(text: str, authorities: str) -> None:
    assert ",".join(read_residents(text, AUTHORITIES)) == authorities


def test_nobody_is_kept_out_where_no_authority_is_known() -> None:
    assert read_residents("Sefton residents only", ()) == ()


@pytest.mark.parametrize(("text", "circumstances"), CIRCUMSTANCES)
def test_circumstances_are_read_where_the_listing_is_for_them(text: str, circumstances: str) -> None:
    assert ",".join(read_audiences(text)) == circumstances


def test_every_circumstance_can_be_read() -> None:
    examples = {"new_arrival": "for people newly arrived", "traveller": "for gypsy families"}
    for circumstance in AUDIENCES:
        text = examples.get(circumstance, f"for {circumstance.replace('_', ' ')} people")
        if circumstance in {"carer", "young_carer", "veteran", "student", "parent", "refugee", "care_leaver"}:
            text = f"for {circumstance.replace('_', ' ')}s"
        if circumstance in {"asylum_seeker", "ex_offender"}:
            text = f"for {circumstance.replace('_', ' ')}s"
        assert circumstance in read_audiences(text), text


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Over 60s Aquafit (ladies)", Gender.WOMEN),
        ("50+ Walking Football - men", Gender.MEN),
        ("Snooker - mens", Gender.MEN),
        ("5-a-side: men", Gender.MEN),
        ("Boxing (mens)", Gender.MEN),
        ("Football - girls U12", Gender.WOMEN),
        ("Swimming - women & girls", Gender.WOMEN),
        ("Ladies - Keep Fit", Gender.WOMEN),
        ("men - all ages", Gender.MEN),
        ("Darts (ladies & gents)", None),
        ("Ladies (and gents) Golf", None),
        ("Ladies - all welcome", None),
        ("Bowls (ladies welcome)", None),
        ("women (men on Thursdays)", None),
        ("Choir (mixed)", None),
    ],
)
def test_a_gender_stands_in_brackets_or_after_a_dash(text: str, gender: Gender | None) -> None:
    assert read_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Sisters only (brothers have their own evening)", Gender.WOMEN),
        ("brothers only", Gender.MEN),
        ("Muslim sisters only", Gender.WOMEN),
        ("Dads, grandads, stepdads, foster dads", Gender.MEN),
        ("Dads, stepdads and male carers", Gender.MEN),
        ("mums, nans and aunties", Gender.WOMEN),
        ("mothers & daughters", Gender.WOMEN),
        ("for grandads", Gender.MEN),
        ("brothers and sisters welcome", None),
        ("sons and daughters", None),
        ("uncles, aunts and cousins", None),
        ("Mums, dads, nans and grandads", None),
        ("sisters of veterans", None),
        ("Sisters of Mercy Foodbank", None),
        ("Brothers in Arms - veterans", None),
    ],
)
def test_kin_of_one_gender_are_a_gender(text: str, gender: Gender | None) -> None:
    assert read_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("All women, and that includes trans women", Gender.WOMEN),
        ("All women, trans women included", Gender.WOMEN),
        ("Men, which includes trans men", Gender.MEN),
        ("Women, this includes trans women", Gender.WOMEN),
        ("Women and trans men", None),
        ("Women including trans men", None),
        ("Women, trans and non-binary people", None),
        ("any man over 18", Gender.MEN),
        ("Any lady living locally", Gender.WOMEN),
        ("any man or woman over 18", None),
        ("For any woman or man", None),
        ("A halaqa for sisters only", Gender.WOMEN),
        ("for brothers and sisters only", None),
    ],
)
def test_trans_women_are_women_and_any_man_is_a_man(text: str, gender: Gender | None) -> None:
    assert read_gender(text) is gender


@pytest.mark.parametrize(
    ("name", "text", "invited"),
    [
        ("Little Barrow WI", "All ladies welcome, come along!", True),
        ("Crosby W.I.", "We meet monthly. All women are very welcome.", True),
        ("Formby Inner Wheel", "All ladies of any age welcome", True),
        ("Little Barrow WI", "All ladies welcome, and their husbands come to the supper", False),
        ("Hale Townswomen", "All ladies welcome too", False),
        ("Barrow WI market", "Cakes and crafts. Everyone welcome.", False),
        ("Barrow Bowls Club", "All ladies welcome.", False),
        ("Wi-Fi café", "All ladies welcome.", False),
        ("Quiz in the WI Hall", "All ladies welcome.", False),
    ],
)
def test_a_womens_institute_that_welcomes_all_ladies_is_for_women(name: str, text: str, invited: bool) -> None:
    assert invites_women(name, text) is invited
