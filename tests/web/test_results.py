"""Searching: Maureen, Dev and Agnieszka look for something in Harbourside."""

import re
from datetime import datetime, time
from urllib.parse import quote_plus

import pytest
import time_machine

from directory.assets import add_asset, change_asset
from directory.catalogue import Catalogue
from directory.clock import LONDON
from directory.listing import Listing, Organization, Slot
from tests.harbourside import BOOTLE_HALL, LISTINGS, WALTON_HALL
from tests.pages import Browser, text_of
from web.pages.results.routes import MOST_BEYOND

SVG = "{http://www.w3.org/2000/svg}"
SECRETS = ("Hidden House", "Secret Street", "L23 5SA", "53.487", "-3.035", "Crosby")


def names(browser: Browser) -> list[str]:
    """The names on the cards of the page in hand, in their order."""
    assert browser.page
    cards = [one for one in browser.page.tree.iter("article") if "wm-card" in one.get("class", "")]
    return [text_of(card.find(".//a")) for card in cards]


def test_maureen_finds_help_with_debt_near_home(public: Browser) -> None:
    public.open("/")
    page = public.send("Search", q="bailiffs", near="L4 3TH")
    assert page.h1 == "1 result for “bailiffs” near L4 3TH"
    assert names(public) == ["Quayside Debt Advice"]
    assert "Next:" in page.main
    assert re.search(r"2\.\d.miles", page.main)


def test_what_has_nothing_to_do_with_the_words_is_no_close_match(public: Browser) -> None:
    page = public.open("/search?q=axolotls")
    assert page.h1 == "Nothing found for “axolotls”"
    assert "Here is everything we have" in page.main
    assert public.open("/search?q=choir&day=SU").h1 == "1 close match", "the day was let go, not the words"


def test_everything_is_there_without_words_or_place(public: Browser) -> None:
    page = public.open("/search")
    assert page.h1 == "12 results"
    assert len(names(public)) == 12


def test_what_narrows_it_down_can_be_taken_off_one_by_one(public: Browser) -> None:
    public.open("/search?near=L4+3TH&need=CON&free=yes&day=FR")
    assert names(public) == ["Harbour Women's Circle"]
    page = public.follow("Remove Fridays")
    assert "day=" not in page.url
    assert "free=yes" in page.url
    page = public.follow("Remove Free")
    assert set(names(public)) >= {"Walton Waterfront Choir", "Bootle Men's Shed", "Harbour Women's Circle"}


def test_what_was_read_in_the_words_is_shown_and_can_be_taken_back(public: Browser) -> None:
    page = public.open("/search?q=choir+tuesday+evening+in+bootle")
    assert page.h1 == "1 result for “choir” near Bootle"
    assert names(public) == ["Walton Waterfront Choir"]
    for chip, words in (
        ("Tuesday evenings", "tuesday evening"),
        ("Near Bootle", "in bootle"),
        ("“choir”", ""),
    ):
        assert f"{chip} “{words}”".removesuffix(" “”") in page.main
    page = public.follow("Remove “choir”")
    assert "tuesday+evening" in page.url
    assert "choir" not in page.url
    public.open("/search?q=choir+tuesday+evening+in+bootle")
    page = public.follow("Remove Tuesday evenings “tuesday evening”")
    assert page.h1 == "1 result for “choir” near Bootle"
    page = public.follow("Remove Near Bootle “in bootle”")
    assert page.h1 == "1 result for “choir”"
    assert "Remove “choir”" not in page.main


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


MEANT = "skint: Money and bills"


def test_what_a_word_means_is_shown_and_can_be_taken_back_and_put_back(public: Browser) -> None:
    page = public.open("/search?q=skint&near=L4+3TH")
    assert MEANT in page.main
    assert "Quayside Debt Advice" in names(public)
    page = public.follow(f"Search for the words alone, without {MEANT}")
    assert "only=skint" in page.url
    assert "near=L4+3TH" in page.url
    assert MEANT not in page.main
    assert "Nothing matches “skint”" in page.main, "nobody writes that"
    page = public.send("Show results", cost="free")
    assert "only=skint" in page.url
    page = public.follow("Put back Money and bills. skint: only the words")
    assert "only=" not in page.url
    assert MEANT in page.main


def test_what_a_misspelt_word_means_can_be_taken_back_too(public: Browser) -> None:
    public.open("/search?q=baliffs")
    page = public.follow("Search for the words alone, without bailiffs: Debt and letters I'm scared to open")
    assert names(public)[0] == "Quayside Debt Advice"
    assert "Put back" in page.main


def test_words_that_mean_the_same_share_a_chip(public: Browser) -> None:
    page = public.open("/search?q=eviction+notice+and+rent+arrears")
    chips = [words for words in page.links() if words.startswith("Search for the words alone")]
    assert len(chips) == len({words.split(": ")[1] for words in chips})
    page = public.follow(chips[0])
    assert page.url.count("only=") == chips[0].split(": ")[0].count(",") - "alone, without".count(",") + 1


def test_of_a_word_with_many_meanings_two_are_named(public: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    from directory.search.query import Meaning
    from directory.search.reading import Meanings

    monkeypatch.setattr(Meanings, "read", lambda *_: (Meaning("tea", ("CON1", "JOY1", "FOO1")),))
    page = public.open("/search?q=tea")
    assert re.search(r"tea: [^,]+, .+ and 1 more", page.main)


@pytest.mark.parametrize(
    "only", ["only=" + "x" * 3000, "only=%00", "&".join(f"only=a{n}" for n in range(100)), "only=zzz"]
)
def test_words_that_mean_nothing_take_nothing_away(public: Browser, only: str) -> None:
    public.open(f"/search?q=skint&{only}")
    assert "Quayside Debt Advice" in names(public)


@pytest.fixture
def carers_group(catalogue: Catalogue, harbourside: dict[str, str]) -> str:
    listing = Listing(
        name="Bootle Carers' Kitchen",
        organization=Organization(name="Dock Kitchens", sector=LISTINGS["sheds"].organization.sector),  # type: ignore[union-attr]
        description="A meal and a rest.",
        audiences=("carer", "learning_disability"),
        languages=("pl", "en"),
        venues=(BOOTLE_HALL,),
    )
    with catalogue.writing() as session:
        return add_asset(session, listing, actor="tests")


@pytest.mark.usefixtures("carers_group")
def test_whom_it_is_for_and_in_which_language_can_be_chosen(public: Browser) -> None:
    public.open("/search?q=&near=L20+3EF")
    page = public.send("Show results", audience="carer", language="pl", sector="community")
    assert names(public) == ["Bootle Carers' Kitchen"]
    for chip in ("Unpaid carers", "Polish", "Community groups"):
        assert f"Remove {chip}" in page.links()
    form = text_of(page.form("Show results"))
    for choice in ("Just for (1)", "Languages spoken (1)", "Run by (1)", "People with a learning disability 1"):
        assert choice in form
    assert "English" not in form, "where it is said it is no choice"
    page = public.follow("Remove Polish")
    assert "language=" not in page.url
    assert "audience=carer" in page.url


def test_a_choice_stays_where_it_can_be_seen_though_nothing_has_it(public: Browser) -> None:
    page = public.open("/search?q=choir&language=so&audience=veteran")
    form = text_of(page.form("Show results"))
    assert "Somali 0" in form
    assert "Veterans 0" in form
    assert "Polish" not in form
    public.follow("Take all filters off")
    assert names(public) == ["Walton Waterfront Choir"]


def test_what_it_may_cost_can_be_chosen(public: Browser) -> None:
    public.open("/search?need=JOY&need=CON")
    page = public.send("Show results", cost="5")
    assert "cost=5" in page.url
    assert "Walton Waterfront Choir" in names(public)
    assert "Dock Road Gym" not in names(public)
    page = public.follow("Remove Up to £5")
    assert "cost" not in page.url


def test_how_far_is_counted_where_there_is_a_place(public: Browser) -> None:
    form = text_of(public.open("/search").form("Show results"))
    assert "Within 1 mile Within 3 miles" in form
    form = text_of(public.open("/search?near=L20+3EF").form("Show results"))
    assert re.search(r"Within 1 mile \(\d+\)", form)


@time_machine.travel(datetime(2026, 11, 24, 13, 30, tzinfo=LONDON), tick=False)
def test_what_is_open_now_can_be_chosen_and_says_until_when(public: Browser) -> None:
    public.open("/search?near=L4+3TH")
    page = public.send("Show results", open=["now"])
    assert page.h1 == "2 results near L4 3TH"
    assert names(public) == ["Tenants' Advice Desk", "Bootle Job Club"]
    assert "Open now until 4pm" in page.main
    assert "Next:" not in page.main
    page = public.follow("Remove Open now")
    assert "Next: today, 7pm" in plain(page.main)


@time_machine.travel(datetime(2026, 12, 25, 14, tzinfo=LONDON), tick=False)
def test_on_a_bank_holiday_nobody_is_sent_to_a_closed_door(public: Browser) -> None:
    page = public.open("/search?q=women")
    assert "Perhaps open now until 3pm (may not meet: bank holiday)" in plain(page.main)
    page = public.open("/search?q=women&open=now")
    assert "Nothing that we know of is open now, so we looked at other times." in page.main


@time_machine.travel(datetime(2026, 11, 24, 19, 30, tzinfo=LONDON), tick=False)
def test_of_what_has_begun_nobody_says_that_it_comes_next(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    open_ended = LISTINGS["choir"].model_copy(update={"times": (Slot(days=("TU",), opens_at=time(19)),)})
    with catalogue.writing() as session:
        change_asset(session, harbourside["choir"], open_ended, actor="tests")
    page = public.open("/search?q=choir")
    assert "Began today, 7pm (when it ends is not stated)" in page.main
    assert names(public) == ["Walton Waterfront Choir"]
    assert public.open("/search?q=choir&open=now").main.count("Nothing that we know of is open now") == 1


@time_machine.travel(datetime(2026, 6, 7, 1, tzinfo=LONDON), tick=False)
def test_past_midnight_a_card_says_until_which_hour(public: Browser, catalogue: Catalogue) -> None:
    shelter = Listing(name="Night Shelter", times=(Slot(days=("SA", "SU"), opens_at=time(22), closes_at=time(6)),))
    with catalogue.writing() as session:
        add_asset(session, shelter, actor="tests")
    page = public.open("/search?q=shelter&open=now")
    assert names(public) == ["Night Shelter"]
    assert "Open now until 6am" in page.main
    page = public.follow("Night Shelter")
    assert "Open now until 6am" in page.main


@time_machine.travel(datetime(2026, 11, 24, 11, tzinfo=LONDON), tick=False)
def test_of_several_places_it_is_said_which_one_is_open(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    walton = WALTON_HALL.model_copy(update={"times": (Slot(days=("MO",), opens_at=time(10), closes_at=time(12)),)})
    bootle = BOOTLE_HALL.model_copy(update={"times": (Slot(days=("TU",), opens_at=time(10), closes_at=time(12)),)})
    with catalogue.writing() as session:
        change_asset(
            session,
            harbourside["housing"],
            LISTINGS["housing"].model_copy(update={"venues": (walton, bootle), "times": ()}),
            actor="tests",
        )
    page = public.open("/search?q=tenants&near=L4+3TH")
    assert "Open now until 12 noon at Bootle Strand Rooms Walton Mission Hall, Liverpool" in plain(page.main)
    page = public.open("/search?q=tenants&near=L4+3TH&open=now")
    assert "Open now until 12 noon Bootle Strand Rooms" in plain(page.main)


def marks(browser: Browser) -> list[str]:
    assert browser.page
    return [text_of(one) for one in browser.page.tree.iter("mark")]


def test_the_words_that_were_found_are_marked(public: Browser) -> None:
    page = public.open("/search?q=sing+and+groups")
    assert marks(public) == ["singing", "group"]
    page = public.follow("Walton Waterfront Choir")
    assert page.h1 == "Walton Waterfront Choir"
    assert marks(public) == ["singing", "group"]
    assert "<mark>" not in public.open("/search").html


def test_a_card_shows_the_words_wherever_they_stand(public: Browser) -> None:
    page = public.open("/search?q=arrears")
    assert "Advice if you have an eviction notice, rent arrears or a landlord who will not fix things." in page.main
    page = public.open("/search?q=voucher")
    assert "Food parcels today and a low-cost pantry. No voucher needed." in page.main
    assert marks(public) == ["voucher"]


def test_marks_change_no_address_and_let_no_markup_through(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    name = 'Href <b>mark</b> & "class" Club'
    with catalogue.writing() as session:
        add_asset(session, Listing(name=name, description="<script>alert('mark')</script> A class."), actor="tests")
    page = public.open("/search?q=mark+href+class+script+club")
    assert names(public)[0] == name
    assert "<script>alert" not in page.html
    assert not re.search(r'"[^"<>]*<mark>', page.html)
    assert {"Href", "mark", "class", "Club", "script"} <= set(marks(public))


def test_what_fits_less_stands_under_its_own_heading(public: Browser) -> None:
    page = public.open("/search?q=advice+tuesday+afternoon")
    assert page.h1 == "1 result for “advice”"
    assert names(public) == ["Tenants' Advice Desk", "Quayside Debt Advice"]
    assert text_of(page.tree.find(".//section/h2")) == "What fits less well"
    assert "These fit “advice”, but not this: Tuesday afternoons" in page.main
    assert "What fits less well" not in public.open("/search?q=advice").main


def test_of_what_fits_less_a_few_are_enough(public: Browser, catalogue: Catalogue) -> None:
    with catalogue.writing() as session:
        for number in range(12):
            add_asset(session, Listing(name=f"Rowing {number}"), actor="tests")
        add_asset(
            session, Listing(name="Rowing on Sundays", times=(Slot(days=("SU",), opens_at=time(9)),)), actor="tests"
        )
    public.open("/search?q=rowing+sunday")
    assert names(public)[0] == "Rowing on Sundays"
    assert len(names(public)) == 1 + MOST_BEYOND


def test_a_place_that_is_given_counts_more_than_one_in_the_words(public: Browser) -> None:
    page = public.open("/search?q=choir+in+bootle&near=L4+3TH")
    assert page.h1.endswith("near L4 3TH")
    assert "Near Bootle" not in page.main


def test_filters_count_what_they_lead_to_and_none_leads_to_nothing(public: Browser) -> None:
    page = public.open("/search")
    form = page.form("Show results")
    for label in form.iter("label"):
        box = label.find("input")
        if box is not None and box.get("name") != "open" and box.get("value"):
            count = int(text_of(label).split()[-1])
            found = public.open(f"/search?{box.get('name')}={box.get('value')}")
            assert count > 0
            assert found.h1.startswith(f"{count} result")
            assert "Nothing" not in found.main


def test_filters_can_be_sent_without_scripts(public: Browser) -> None:
    public.open("/search?q=advice")
    page = public.send("Show results", near="L3 4AA", within="3", cost="free")
    assert "near=L3+4AA" in page.url
    assert "within=3" in page.url
    assert "Remove Free" in page.links()
    assert "Quayside Debt Advice" in names(public)


@pytest.mark.parametrize(
    "words",
    ["i want to die", "want 2 die", "my son wants to die", "he hits me", "I'm going to kill myself tonight"],
)
def test_a_call_for_help_is_answered_with_people_to_ring_and_searched_for_nowhere(
    public: Browser, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("these words reached the search")

    monkeypatch.setattr("web.pages.results.routes.find_assets", never)
    page = public.open(f"/search?q={quote_plus(words)}&near=L4+3TH")
    assert page.h1 == "Help now"
    assert "999" in page.main
    assert "You do not have to face this alone" in page.main
    assert "Search the directory anyway" in page.main
    assert words not in page.html


def test_after_help_the_directory_is_still_open(public: Browser) -> None:
    page = public.open("/search?q=he+hits+me&near=L4+3TH")
    page = public.follow("Abuse at home or by family")
    assert names(public) == ["Safe Harbour Refuge"]
    assert "hits" not in page.url


def test_a_call_for_help_in_the_box_for_a_place_is_heard_too(public: Browser) -> None:
    assert public.open("/search?q=&near=i+want+to+die").h1 == "Help now"


def test_the_need_for_help_in_a_crisis_is_never_a_list(public: Browser) -> None:
    assert public.open("/search?need=MIN7").h1 == "Help now"


def test_someone_who_lost_a_friend_gets_answers_not_an_alarm(public: Browser) -> None:
    page = public.open("/search?q=grief")
    assert "Grief Café" in names(public)
    assert "Has a waiting list" in page.main


@pytest.mark.parametrize(
    "url", ["/search?q=refuge", "/search?need=SAF1&near=L23+5SA", "/search?q=Secret+Street", "/search"]
)
def test_the_refuge_is_found_and_its_whereabouts_are_nowhere(public: Browser, url: str) -> None:
    typed = [secret for secret in SECRETS if quote_plus(secret) in url]
    page = public.open(url)
    assert "Safe Harbour Refuge" in names(public) or typed == ["Secret Street"]
    assert [secret for secret in SECRETS if secret in page.html] == typed


def test_a_wrong_postcode_is_explained_and_the_search_goes_on(public: Browser) -> None:
    page = public.open("/search?q=choir&near=L4+3TX")
    assert "Walton Waterfront Choir" in names(public)
    page = public.open("/search?q=choir&near=Harbourfoot+upon+Nowhere")
    assert "We don't know a place called" in page.main
    assert names(public)[0] == "Walton Waterfront Choir"


def test_a_mistyped_postcode_offers_the_likely_one(public: Browser) -> None:
    page = public.open("/search?q=choir&near=L4+3TTH")
    offered = [words for words in page.links() if words.startswith("Use L4")]
    assert offered
    assert public.follow(offered[0]).h1.startswith("1 result for “choir” near L4")


def test_nothing_near_enough_is_no_dead_end(public: Browser) -> None:
    page = public.open("/search?q=choir&near=Southport&within=1")
    assert "Nothing within 1 mile" in page.main
    assert names(public) == ["Walton Waterfront Choir"]


def test_what_needs_no_journey_can_be_reached_from_a_narrow_search(public: Browser) -> None:
    public.open("/search?near=L20+3EF&within=1")
    public.follow("Online or by phone")
    assert {"Telephone Friends", "Calm Evenings Online"} <= set(names(public))


@pytest.mark.parametrize(
    "args",
    [
        "within=0", "within=10000&near=L4+3TH", "within=nan&near=L4", "near=91,-3", "need=XYZ", "page=999", "page=-4",
        "page=1e9", "sort=sideways", "day=XX&time=dawn", "access=levitation&how=telepathy", "free=perhaps", "q=%00%FF",
        "q=" + "x" * 3000, "near=" + "9" * 500, "q=%3Cscript%3Ealert(1)%3C/script%3E", "q=*:*+OR+NOT+(", "within=-1",
    ],
)  # fmt: skip
def test_values_that_make_no_sense_are_left_out(public: Browser, args: str) -> None:
    page = public.open(f"/search?{args}")
    assert names(public)
    assert "<script>alert" not in page.html


def test_a_page_beyond_the_last_is_the_last(public: Browser) -> None:
    public.open("/search?page=40")
    assert len(names(public)) == 12


def test_the_list_and_the_map_say_the_same(public: Browser) -> None:
    page = public.open("/search?near=L4+3TH")
    drawing = next(one for one in page.tree.iter(f"{SVG}svg") if one.get("role") == "group")
    pins = {link.get("aria-label"): link.get("href") for link in drawing.iter(f"{SVG}a")}
    numbered = {}
    for card in page.tree.iter("article"):
        number = next((text_of(one) for one in card.iter("span") if one.get("class") == "wm-card__number"), None)
        if number:
            link = next(card.iter("a"))
            numbered[f"{number.removeprefix('On the map: ')}. {text_of(link)}"] = link.get("href")
    assert pins == numbered
    assert not any("Refuge" in label or "Telephone" in label for label in pins)


def test_nearest_first_and_soonest_first(public: Browser) -> None:
    public.open("/search?near=L20+3EF&sort=nearest&how=in_person")
    assert set(names(public)[:3]) == {"Bootle Men's Shed", "Bootle Job Club", "Dock Road Gym"}
    page = public.open("/search?sort=next")
    assert "Nearest" not in page.links()
    assert names(public)[0] != "Dock Road Gym"


def test_suggestions_are_offered_while_typing_but_none_for_a_crisis(public: Browser) -> None:
    offered = public.client.get("/suggest?q=deb").get_json()
    assert any("Debt" in one["text"] for one in offered)
    assert public.client.get("/suggest?q=i want to die").get_json() == []
    assert not any("hurt myself" in one["text"] for one in public.client.get("/suggest?q=suicid").get_json())
    assert public.client.get("/suggest").get_json() == []


def test_withdrawn_places_are_not_found(public: Browser) -> None:
    public.open("/search?q=Old+Harbour+Lunch+Club")
    assert "Old Harbour Lunch Club" not in names(public)
