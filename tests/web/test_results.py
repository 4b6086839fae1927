"""Searching: Maureen, Dev and Agnieszka look for something in Harbourside."""

import re
from urllib.parse import quote_plus

import pytest

from tests.pages import Browser, text_of

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


def test_a_place_that_is_given_counts_more_than_one_in_the_words(public: Browser) -> None:
    page = public.open("/search?q=choir+in+bootle&near=L4+3TH")
    assert page.h1.endswith("near L4 3TH")
    assert "Near Bootle" not in page.main


def test_filters_count_what_they_lead_to_and_none_leads_to_nothing(public: Browser) -> None:
    page = public.open("/search")
    form = page.form("Show results")
    for label in form.iter("label"):
        box = label.find("input")
        if box is not None and box.get("type") == "checkbox":
            count = int(text_of(label).split()[-1])
            found = public.open(f"/search?{box.get('name')}={box.get('value')}")
            assert count > 0
            assert found.h1.startswith(f"{count} result")
            assert "Nothing" not in found.main


def test_filters_can_be_sent_without_scripts(public: Browser) -> None:
    public.open("/search?q=advice")
    page = public.send("Show results", near="L3 4AA", within="3", free="yes")
    assert "near=L3+4AA" in page.url
    assert "within=3" in page.url
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
